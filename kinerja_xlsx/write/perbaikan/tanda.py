"""Where issues are marked in the correction workbook: cells, rows, and the list they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity
from kinerja_xlsx.model.submission import RawSheet, Submission
from kinerja_xlsx.spec.book import BookSpec
from kinerja_xlsx.spec.pesan import Pesan, render, severity_word
from kinerja_xlsx.write.page import At, target

MAX_LISTED: Final = 5_000
"""So many issues are listed; the rest is announced, and found in the next round."""
MAX_IN_COMMENT: Final = 3
_ORDER: Final = MappingProxyType({severity: rank for rank, severity in enumerate(Severity)})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A cell of the correction workbook that an issue points at.

    Attributes:
        sheet: Sheet name in the correction workbook.
        at: The cell.
        is_row: The issue is about the whole row.
    """

    sheet: str
    at: At
    is_row: bool = False

    @property
    def target(self) -> str:
        """The cell as a link names it."""
        return target(self.sheet, self.at)


@dataclass(frozen=True, slots=True)
class Finding:
    """An issue in words, with the cell it points at, if any."""

    issue: Issue
    pesan: Pesan
    anchor: Anchor | None

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.issue.severity

    @property
    def waits(self) -> bool:
        """Tell whether it only says that a check waits for a cell; nothing was put right."""
        return self.issue.code is IssueCode.LTS_30


@dataclass(frozen=True, slots=True)
class Marks:
    """All findings of one file.

    Attributes:
        findings: In order of sheet, row and column.
        by_cell: Sheet name and cell to the findings about that cell.
        by_row: Sheet name and row number to the findings on that row.
    """

    findings: tuple[Finding, ...]
    by_cell: Mapping[tuple[str, At], tuple[Finding, ...]]
    by_row: Mapping[tuple[str, int], tuple[Finding, ...]]

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity, without the checks that only wait."""
        return sum(one.severity is severity and not one.waits for one in self.findings)

    @property
    def waiting(self) -> int:
        """Count the checks that wait for a cell."""
        return sum(finding.waits for finding in self.findings)


def cek_column(sheet: RawSheet) -> int | None:
    """Find the column of `Cek`: A, unless the file has a column of its own there."""
    taken = any(column.column == 1 for column in (*sheet.columns, *sheet.extra))
    return None if taken else 1


def collect_marks(submission: Submission, spec: BookSpec, issues: Iterable[Issue]) -> Marks:
    """Put issues into words and find the cells that they point at."""
    finder = _Finder(submission, spec)
    findings = [
        Finding(issue, render(issue, for_unit=True), finder.anchor(issue.place))
        for issue in issues
    ]
    findings.sort(key=finder.position)
    by_cell: dict[tuple[str, At], list[Finding]] = {}
    by_row: dict[tuple[str, int], list[Finding]] = {}
    for finding in findings:
        if finding.anchor is not None:
            sheet, at = finding.anchor.sheet, finding.anchor.at
            by_cell.setdefault((sheet, at), []).append(finding)
            by_row.setdefault((sheet, at[0]), []).append(finding)
    return Marks(
        findings=tuple(findings),
        by_cell={key: _worst_first(found) for key, found in by_cell.items()},
        by_row={key: _worst_first(found) for key, found in by_row.items()},
    )


def _worst_first(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: _ORDER[finding.severity]))


def choose_listed(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Keep what fits into the list: the worst, in the order given."""
    if len(findings) <= MAX_LISTED:
        return tuple(findings)
    kept = sorted(range(len(findings)), key=lambda index: _ORDER[findings[index].severity])
    return tuple(findings[index] for index in sorted(kept[:MAX_LISTED]))


def counts_text(findings: Iterable[Finding]) -> str:
    """Count findings in words, such as `2 kesalahan · 1 peringatan`; no sign that a font lacks."""
    counts = Counter(finding.severity for finding in findings)
    return " · ".join(
        f"{counts[severity]} {severity_word(severity).lower()}"
        for severity in Severity
        if counts[severity]
    )


def comment_text(findings: Sequence[Finding]) -> str:
    """Join the findings of one cell for its comment, at most three of them."""
    blocks = list(dict.fromkeys(_comment_block(finding) for finding in findings))
    shown = blocks[:MAX_IN_COMMENT]
    if len(blocks) > MAX_IN_COMMENT:
        shown.append(f"… dan {len(blocks) - MAX_IN_COMMENT} hal lain; lihat lembar Daftar.")
    return "\n\n".join(shown)


def _comment_block(finding: Finding) -> str:
    pesan = finding.pesan
    lines = (
        (severity_word(finding.severity), pesan.masalah),
        ("Sebab", pesan.sebab),
        ("Perbaiki", pesan.perbaiki),
        ("Kode", pesan.kode),
    )
    return "\n".join(f"{name}: {text}" for name, text in lines if text)


class _Finder:
    """Knows where the sheets of a file stand in its correction workbook."""

    def __init__(self, submission: Submission, spec: BookSpec) -> None:
        names = [spec.form.sheet, *(model.sheet for model in spec.readable)]
        self._ranks = {name: rank for rank, name in enumerate(names, start=1)}
        self._sheets = {sheet.name: sheet for sheet in submission.sheets}
        self._forms = {label.sheet for label in submission.labels}
        self._form = spec.form.sheet
        self._files = {submission.file, ""}

    def anchor(self, place: Place) -> Anchor | None:
        """Find the cell of a place; the heading for a column, the first cell for a sheet."""
        if place.file not in self._files:
            return None
        if place.sheet in self._forms:
            return Anchor(self._form, (place.row or 1, place.column or 1))
        sheet = None if place.sheet is None else self._sheets.get(place.sheet)
        return None if sheet is None else _anchor_on(sheet, place)

    def position(self, finding: Finding) -> tuple[int, At, int, str]:
        """Sort by sheet, row and column; what concerns the whole file comes first."""
        anchor = finding.anchor
        rank, at = (0, (0, 0)) if anchor is None else (self._ranks[anchor.sheet], anchor.at)
        return rank, at, _ORDER[finding.severity], finding.pesan.kode


def _anchor_on(sheet: RawSheet, place: Place) -> Anchor:
    if place.row is None:
        row = sheet.header_row if place.column is not None else 1
        return Anchor(sheet.key, (row, place.column or 1))
    if place.column is not None:
        return Anchor(sheet.key, (place.row, place.column))
    column = cek_column(sheet) or min(column.column for column in sheet.columns)
    return Anchor(sheet.key, (place.row, column), is_row=True)
