"""A page of two units made in a few words, and what a parser finds in a rendered one."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.report.laporan import Laporan, render_laporan
from kinerja_xlsx.spec.codes import PENGATURAN_FILE, make_issue
from tests.drawn_run import NAMA, drawn_run
from tests.rekap_drawn import DINKES, SETDA

# Names that would do harm in a page, a workbook or a terminal, were they not taken for texts.
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    '"><b onmouseover="alert(1)">tebal',
    '=HYPERLINK("http://jahat")',
    "=cmd|'/c calc'!A1",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt; \u2028 <!--",
    "nama\u202egnp.exe",
    "@SUM(1+1)\t\x00\x07",
)  # fmt: skip


def drawn_laporan(**changes: object) -> Laporan:
    """Draw the page of a period with everything that a page can show."""
    run = drawn_run()
    period = replace(run.periods[0], units=(DINKES, SETDA))
    files = {file.file for file in run.files if file.period == period.period}
    unit = make_issue(IssueCode.LTS_18, Place(""), unit="DINKES")
    settings = make_issue(
        IssueCode.SEL_01, Place(PENGATURAN_FILE, "Unit", 7, 2, "Kode"), nama=NAMA, contoh="PKM"
    )
    made = Laporan(
        instansi="Pemerintah Kota Contoh",
        result=replace(
            run,
            periods=(period,),
            files=run.files[:1],
            issues=(*(one for one in run.issues if one.place.file in files), unit, settings),
            settings={"unit": 2, "pegawai": 4, "baris_ditahan": 1},
        ),
        people=tuple((one, {Predikat.BAIK: 12}.get(one, 0)) for one in Predikat),
        folders={"DINKES": "DINKES"},
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # any field, by name


def with_run(laporan: Laporan, **changes: object) -> Laporan:
    """Change the run of a page."""
    result: RunResult = replace(laporan.result, **changes)  # type: ignore[arg-type]  # by name
    return replace(laporan, result=result)


def hostile_laporan(text: str) -> Laporan:
    """Draw a page in which everything that people write is one text."""
    made = drawn_laporan(instansi=text)
    person = replace(
        made.period.employees[2], nama=text, nip=text, jabatan=text, sifat=text, alasan=text
    )
    unit = replace(DINKES, kode=text, nama=text)
    period = replace(
        made.period,
        units=(unit,),
        employees=(person,),
        missing_units=(text,),
        refused_units=(text,),
    )
    place = Place(text, text, 5, 2, text)
    issue = make_issue(IssueCode.SEL_02, place, nip=text, nama=text, value=text, contoh=text)
    held = make_issue(
        IssueCode.SEL_02, Place(PENGATURAN_FILE, text, 5, 2, text), value=text, contoh=text
    )
    file = replace(made.result.files[0], file=text, unit=text)
    return with_run(made, periods=(period,), files=(file,), issues=(issue, held))


def many_issues(number: int) -> tuple[Issue, ...]:
    """Draw issues in so many rows of one file, each about another person."""
    return tuple(
        make_issue(
            IssueCode.SEL_02,
            Place("dinkes.xlsx", "Hasil Kerja", row, 21, "Realisasi"),
            nip=f"19850717{row:010d}",
            nama=f"Contoh Pegawai {row}",
            value=f"nilai {row}",
            contoh="1250",
        )
        for row in range(6, 6 + number)
    )


@dataclass
class Terbaca(HTMLParser):
    """What a parser finds: every tag with its attributes, and the text inside of each kind."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.texts.append((self._open[-1] if self._open else "", data))

    def attributes(self, tag: str, name: str) -> list[str]:
        """List an attribute of every such tag that has it."""
        return [
            value
            for found, attrs in self.tags
            if found == tag and (value := attrs.get(name)) is not None
        ]

    def count(self) -> Counter[str]:
        """Count the tags by their kind."""
        return Counter(tag for tag, _ in self.tags)

    def all_of(self, tag: str) -> list[str]:
        """List the texts that stand right inside such tags."""
        return [text for found, text in self.texts if found == tag]

    @property
    def visible(self) -> str:
        """All that a reader sees without the script, in one line."""
        words = (text for tag, text in self.texts if tag not in {"script", "style"})
        return " ".join(" ".join(words).split())

    @property
    def data(self) -> dict[str, Any]:
        """What the script draws its tables from."""
        found: dict[str, Any] = json.loads(self.all_of("script")[0])
        return found

    def rows(self, table: str) -> list[dict[str, str]]:
        """Give the rows of a long table, column to text."""
        data = self.data
        names, texts = data["kolom"][table], data["teks"]
        return [
            {name: texts[number] for name, number in zip(names, row, strict=True)}
            for row in data[table]
        ]


def read_page(laporan: Laporan) -> Terbaca:
    """Render a page and parse it."""
    return parse(render_laporan(laporan).decode())


def parse(text: str) -> Terbaca:
    """Parse a page."""
    found = Terbaca()
    found.feed(text)
    found.close()
    return found
