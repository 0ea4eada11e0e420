"""A page of a run, open in a real browser, and one with everything that a page can show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from tests.hasil_drawn import nip_of
from tests.laporan_drawn import drawn_laporan, many_issues, with_run

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from kinerja_xlsx.report.laporan import Laporan

PEOPLE: Final = 230


class Layar:
    """A page that is open, and all that it let out of itself."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: self.said.append(dialog.message))

    def rows(self, table: str) -> int:
        return self.page.locator(f"[data-tabel={table}] tbody tr").count()

    def status(self, table: str) -> str:
        return self.page.locator(f"[data-tabel={table}] [role=status]").inner_text()

    def focused(self) -> Any:
        return self.page.evaluate("document.activeElement.id || document.activeElement.innerText")


def everything() -> Laporan:
    """Draw a page with every section, and more rows than one sheet of each table holds."""
    made = drawn_laporan()
    first = made.period.employees[0]
    people = tuple(
        replace(first, nip=nip_of(number), nama=f"Contoh Pegawai {number}")
        for number in range(1, PEOPLE)
    )
    last = replace(first, nip=nip_of(PEOPLE), nama="Contoh Samudra")
    period = replace(made.period, employees=(*made.period.employees, *people, last))
    issues = (*made.result.issues, *many_issues(250))
    return with_run(made, periods=(period,), issues=issues)
