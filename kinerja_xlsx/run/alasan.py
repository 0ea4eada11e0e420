"""Why an assignment is held back or set aside, in a line that leads to the first cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Withholds
from kinerja_xlsx.model.rekap import format_count
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.run.muat_unit import Line, LoadedFile
from kinerja_xlsx.spec.codes import withholds
from kinerja_xlsx.spec.judul import TITLES
from kinerja_xlsx.spec.pesan import render

ELSEWHERE: Final = "Dihitung dari berkas lain."
_RowKey = tuple[str | None, int | None]
"""Name of the sheet as the file has it, and number of the row."""


class Reasons:
    """The issues of one file by the people and rows that they speak of."""

    def __init__(self, file: LoadedFile) -> None:
        names = {sheet.key: sheet.name for sheet in file.submission.sheets}
        self._withheld_by_driver = file.task.withheld
        self._by_nip: dict[str, list[Issue]] = {}
        self._by_row: dict[_RowKey, list[Issue]] = {}
        self._rows: dict[int, list[_RowKey]] = {}
        for issue in (*file.issues, *file.absences):
            if issue.nip is not None:
                self._by_nip.setdefault(issue.nip, []).append(issue)
            self._by_row.setdefault((issue.place.sheet, issue.place.row), []).append(issue)
        for record in file.checked.rows:
            if record.subject is not None:
                row = (names.get(record.sheet, record.sheet), record.number)
                self._rows.setdefault(record.subject, []).append(row)

    def of(self, line: Line) -> str:
        """Say what became of an assignment; nothing of one that is evaluated."""
        if line.status is PenugasanStatus.DINILAI:
            return ""
        if line.status is PenugasanStatus.DIABAIKAN:
            return ELSEWHERE
        codes = self._codes(line)
        found = [issue for issue in self._about(line) if issue.code in codes]
        if line.status is PenugasanStatus.TIDAK_DINILAI:
            return render(found[0]).masalah if found else _titles(codes)
        held = [issue for issue in found if withholds(issue) is not Withholds.NOTHING]
        return _first_of(held) if held else _titles(codes)

    def _codes(self, line: Line) -> tuple[IssueCode, ...]:
        by_driver = self._withheld_by_driver.get(line.index, ())
        return tuple(dict.fromkeys([*line.subject.reasons, *by_driver]))

    def _about(self, line: Line) -> Iterator[Issue]:
        """List what is said of a person or of one of the person's rows, each issue once."""
        told: set[int] = set()
        rows = (self._by_row.get(row, ()) for row in self._rows.get(line.index, ()))
        for issues in (self._by_nip.get(line.subject.nip, ()), *rows):
            for issue in issues:
                if id(issue) not in told:
                    told.add(id(issue))
                    yield issue


def _first_of(held: list[Issue]) -> str:
    """Name code, sheet and cell of the first error, what it is, and how many there are besides."""
    first = held[0]
    pesan = render(first)
    spot = first.place.cell or ("" if first.place.row is None else str(first.place.row))
    where = "!".join(part for part in (first.place.sheet, spot) if part)
    head = f"{pesan.kode} di {where}" if where else pesan.kode
    more = len(held) - 1
    rest = f" Dan {format_count(more)} lagi." if more else ""
    return f"{head}: {pesan.masalah}{rest}"


def _titles(codes: tuple[IssueCode, ...]) -> str:
    return "; ".join(f"{code.value}: {TITLES[code]}" for code in codes)
