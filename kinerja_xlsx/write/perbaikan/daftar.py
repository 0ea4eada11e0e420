"""The lists of the correction workbook: every issue, every repair made, everyone accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import Final

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.law import YaTidak
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.perbaikan import ACUAN, DAFTAR, ISI, TERIMA, USULAN
from kinerja_xlsx.spec.pesan import render, severity_word
from kinerja_xlsx.write.book import Book, must
from kinerja_xlsx.write.page import Page, address
from kinerja_xlsx.write.perbaikan.tabel import (
    FIRST_LIST_ROW,
    LEVEL_COLUMN,
    LINK_COLUMN,
    ListLine,
    ListShape,
    last_list_row,
    write_list,
)
from kinerja_xlsx.write.perbaikan.tanda import Finding, Marks
from kinerja_xlsx.write.template.lembar import SheetSetting

_NOTES_HIDDEN: Final = "Catatan disaring; atur saringan kolom Tingkat bila ingin melihatnya."
_TICK: Final = "Boleh diisi sendiri: pilih Ya bila sudah diperbaiki."
_ACCEPT: Final = "Pilih Ya untuk memakai usulan di baris ini; selnya tidak perlu diketik ulang."
_DONE_COLUMN: Final = "Selesai?"
_DAFTAR: Final = ListShape(
    DAFTAR,
    "Daftar yang ditemukan",
    (
        ("No", 5), (LEVEL_COLUMN, 13), ("Lembar", 13), (LINK_COLUMN, 8), ("NIP", 22),
        ("Nama", 26), ("Kolom", 20), (ISI, 22), (USULAN, 24), (TERIMA, 11), ("Masalah", 42),
        ("Sebab", 28), ("Cara memperbaiki", 40), ("Kode", 9), (_DONE_COLUMN, 10), (ACUAN, 18),
    ),
    frozen=4,
)  # fmt: skip
_DIBETULKAN: Final = ListShape(
    "Dibetulkan",
    "Yang dibetulkan atau dicatat",
    (
        ("No", 5), ("Lembar", 13), (LINK_COLUMN, 8), ("NIP", 22), ("Nama", 28), ("Kolom", 22),
        ("Sebelum", 26), ("Sesudah", 26), ("Keterangan", 56), ("Kode", 9),
    ),
    frozen=3,
)  # fmt: skip
_DITERIMA: Final = ListShape(
    "Diterima",
    "Pegawai yang diterima",
    (("No", 6), ("NIP", 24), ("Nama", 62)),
    frozen=1,
    is_landscape=False,
)
_NOTHING: Final = "Tidak ada."


def rows_on_list(listed: Sequence[Finding]) -> Mapping[Finding, int]:
    """Tell in which row of `Daftar` each finding stands."""
    return {finding: row for row, finding in enumerate(listed, start=FIRST_LIST_ROW)}


def write_daftar(
    book: Book, listed: Sequence[Finding], marks: Marks, setting: SheetSetting
) -> None:
    """Write one row for each finding; notices are filtered away while something else is left."""
    lines = [
        ListLine(_daftar_values(number, finding), finding)
        for number, finding in enumerate(listed, start=1)
    ]
    hidden = _hidden_rows(listed)
    notes = (cap_text(listed, marks) or setting.label, _NOTES_HIDDEN if hidden else "")
    page = write_list(book, _DAFTAR, lines, notes=notes, setting=setting)
    done = _DAFTAR.column(_DONE_COLUMN)
    options = {
        "validate": "list",
        "source": [YaTidak.YA.value],
        "input_title": _DONE_COLUMN,
        "input_message": _TICK,
        "error_type": "information",
    }
    page.validate((FIRST_LIST_ROW, done), (last_list_row(lines), done), options)
    _offer_proposals(page, listed)
    if hidden:
        kept = [severity_word(Severity.GALAT), severity_word(Severity.PERINGATAN)]
        page.sheet.filter_column_list(_DAFTAR.column(LEVEL_COLUMN) - 1, kept)
        for row in hidden:
            must(page.sheet.set_row(row - 1, None, None, {"hidden": True}))


def _offer_proposals(page: Page, listed: Sequence[Finding]) -> None:
    """Open a choice beside each proposal; the cell meant stands in a hidden column beside it."""
    column = _DAFTAR.column(TERIMA)
    options = {
        "validate": "list",
        "source": [answer.value for answer in YaTidak],
        "input_title": TERIMA,
        "input_message": _ACCEPT,
        "error_type": "stop",
    }
    rows = [row for row, finding in enumerate(listed, FIRST_LIST_ROW) if _is_offered(finding)]
    for first, last in _runs(rows):
        page.validate((first, column), (last, column), options)
    reference = _DAFTAR.column(ACUAN) - 1
    must(page.sheet.set_column(reference, reference, None, None, {"hidden": True}))


def _is_offered(finding: Finding) -> bool:
    return finding.issue.proposal is not None and finding.anchor is not None


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Draw neighbouring rows together, since Excel bears only so many single rules."""
    first: int | None = None
    for row, following in zip_longest(rows, rows[1:]):
        first = row if first is None else first
        if following != row + 1:
            yield first, row
            first = None


def _hidden_rows(listed: Sequence[Finding]) -> tuple[int, ...]:
    """List the rows of notices, unless there is nothing but notices."""
    rows = tuple(
        row
        for row, finding in enumerate(listed, start=FIRST_LIST_ROW)
        if finding.severity is Severity.CATATAN
    )
    return rows if len(rows) < len(listed) else ()


def _daftar_values(number: int, finding: Finding) -> tuple[str | int, ...]:
    issue, pesan = finding.issue, finding.pesan
    return (
        number,
        severity_word(finding.severity),
        *_place_values(finding),
        issue.value or "",
        (issue.proposal or "") if _is_offered(finding) else "",
        "",
        pesan.masalah,
        pesan.sebab,
        pesan.perbaiki,
        pesan.kode,
        "",
        _reference(finding) if _is_offered(finding) else "",
    )


def _reference(finding: Finding) -> str:
    """Name the cell meant as plain text: links lose what they show in some programs."""
    anchor = finding.anchor
    return "" if anchor is None else f"{anchor.sheet}!{address(anchor.at)}"


def _place_values(finding: Finding) -> tuple[str, ...]:
    """Say where a finding lies: sheet, cell, NIP, name, heading."""
    issue, anchor = finding.issue, finding.anchor
    return (
        anchor.sheet if anchor else issue.place.sheet or "",
        address(anchor.at) if anchor else issue.place.cell or "",
        issue.nip or "",
        issue.nama or "",
        issue.place.heading or "",
    )


def cap_text(listed: Sequence[Finding], marks: Marks) -> str:
    """Say that not everything is listed; empty when it is."""
    if len(listed) == len(marks.findings):
        return ""
    place = marks.findings[0].issue.place
    shown, total = (format_number(Decimal(len(part))) for part in (listed, marks.findings))
    pesan = render(make_issue(IssueCode.SIS_02, place, tampil=shown, jumlah=total))
    return f"{pesan.masalah} {pesan.perbaiki} ({pesan.kode})"


def write_dibetulkan(book: Book, marks: Marks, setting: SheetSetting) -> None:
    """Write what was put right without asking: before and after of every notice."""
    found = [
        finding
        for finding in marks.findings
        if finding.severity is Severity.CATATAN and not finding.waits
    ]
    lines = [
        ListLine(_dibetulkan_values(number, finding), finding)
        for number, finding in enumerate(found, start=1)
    ]
    note = "Tidak perlu diubah; daftar ini menunjukkan apa yang dibaca lain dari tulisannya."
    notes = (note if found else _NOTHING,)
    write_list(book, _DIBETULKAN, lines, notes=notes, setting=setting)


def _dibetulkan_values(number: int, finding: Finding) -> tuple[str | int, ...]:
    issue, pesan = finding.issue, finding.pesan
    after = dict(issue.context).get("dibaca", "")
    places = _place_values(finding)
    return (number, *places, issue.value or "", after, pesan.masalah, pesan.kode)


def write_diterima(book: Book, accepted: Sequence[tuple[str, str]], setting: SheetSetting) -> None:
    """Write everyone who is accepted, by NIP and name."""
    lines = [ListLine((number, *person)) for number, person in enumerate(accepted, start=1)]
    notes = (f"{format_number(Decimal(len(lines)))} pegawai" if lines else _NOTHING,)
    write_list(book, _DITERIMA, lines, notes=notes, setting=setting)
