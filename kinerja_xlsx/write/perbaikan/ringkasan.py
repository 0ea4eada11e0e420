"""The first sheet of the correction workbook: the verdict, what to do, and the kinds of issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import Severity, Withholds
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.result import PeopleCounts
from kinerja_xlsx.spec.codes import withholds
from kinerja_xlsx.spec.judul import TITLES
from kinerja_xlsx.spec.pesan import severity_word
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.kalimat import THIS_COLUMN, general_problem, general_remedy, reads_well
from kinerja_xlsx.write.page import Page, address, lines_needed
from kinerja_xlsx.write.perbaikan.tanda import Finding, Marks
from kinerja_xlsx.write.style import Look
from kinerja_xlsx.write.template.lembar import SheetSetting

RINGKASAN: Final = "Ringkasan"
_COLUMNS: Final = (
    ("Tingkat", 14), ("Apa yang salah", 42), ("Lembar dan kolom", 26), ("Jumlah", 9),
    ("Contoh", 34), ("Cara memperbaiki", 42), ("Lihat", 8), ("Kode", 9),
)  # fmt: skip
_MEANINGS: Final = MappingProxyType({
    Severity.GALAT: "perlu dibetulkan supaya pegawainya dapat {kata}",
    Severity.PERINGATAN: "sebaiknya diperiksa",
    Severity.CATATAN: "sudah dibetulkan atau dicatat; lihat lembar Dibetulkan",
})  # fmt: skip
_WAITING: Final = "Menunggu"
_RUNS_THEN: Final = (
    "pemeriksaan lain berjalan sendiri setelah selnya dibetulkan; lihat catatan di sel itu"
)
_MUST: Final = "Yang perlu dilakukan"
_MAY: Final = "Bila ada yang ingin Anda betulkan"
_STEPS: Final = (
    (
        "Betulkan sel bertanda di lembar data. Merah bergaris tebal: perlu dibetulkan. Kuning "
        "bergaris putus: sebaiknya diperiksa. Tunjuk selnya untuk membaca penjelasan."
    ),
    "Simpan sebagai .xlsx. Nama berkas boleh tetap.",
    (
        "Kirim kembali ke BKPSDM, atau taruh di folder input di samping berkas yang lama. Berkas "
        "ini menggantikannya; yang sudah diterima tidak perlu diisi ulang."
    ),
)
_ACCEPT: Final = (
    "Lihat kolom Usulan di lembar Daftar. Bila usulannya benar, pilih Ya di sebelahnya; selnya "
    "tidak perlu diketik ulang. Tanpa Ya, tidak ada yang diubah."
)
_CONTACT: Final = (
    "Bila ragu, hubungi pengelola kinerja di BKPSDM dan sebutkan lembar, sel, serta kodenya."
)
_LEVEL: Final = 1
_COUNT: Final = 4
_LINK: Final = 7
_VALUE_LETTERS: Final = 40

Group = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the file.

    Attributes:
        file: The file that was checked.
        people: Its assignments by what became of them.
        is_skp: It is a plan, of which people are accepted and not evaluated.
    """

    file: str
    people: PeopleCounts
    is_skp: bool

    @property
    def word(self) -> str:
        """What becomes of people in whose rows nothing is wrong."""
        return "diterima" if self.is_skp else "dinilai"


def write_ringkasan(page: Page, marks: Marks, outcome: Outcome, setting: SheetSetting) -> None:
    """Write the summary.

    Args:
        page: Its sheet.
        marks: All findings.
        outcome: What became of the file.
        setting: What all sheets share.
    """
    page.widths(width for _, width in _COLUMNS)
    page.sheet.hide_gridlines(2)
    title = "Perbaikan SKP" if outcome.is_skp else "Perbaikan isian"
    page.put((1, 1), title, style.TITLE)
    page.put((2, 1), f"{setting.label} · dari berkas {outcome.file}".strip(" ·"), style.SUBTITLE)
    page.put((4, 1), verdict(marks, outcome), style.SECTION)
    row = _write_counters(page, marks, outcome, row=6)
    heading = _MUST if outcome.people.withheld else _MAY
    offered = any(finding.issue.proposal and finding.anchor for finding in marks.findings)
    row = _write_steps(page, heading, (_ACCEPT, *_STEPS) if offered else _STEPS, row=row + 1)
    row = _write_groups(page, group_findings(marks), row=row + 1)
    page.put((row + 1, 1), _CONTACT)
    page.paper(setting.kertas, setting.footer(RINGKASAN))
    page.sheet.set_tab_color(style.RED)
    page.sheet.activate()


def verdict(marks: Marks, outcome: Outcome) -> str:
    """Say in one sentence what became of the people of the file."""
    people, word = outcome.people, outcome.word
    if people.evaluated + people.withheld == 0:
        return f"Belum ada pegawai yang dapat {word} dari berkas ini."
    away = (
        f" {_number(people.not_evaluated)} pegawai tidak dinilai." if people.not_evaluated else ""
    )
    total = _number(people.total)
    if people.withheld == 0:
        warnings = marks.count(Severity.PERINGATAN)
        extra = f" Ada {_number(warnings)} peringatan untuk diperiksa." if warnings else ""
        who = f"{_number(people.evaluated)} dari {total}" if away else f"Semua {total}"
        return f"{who} pegawai {word}.{away}{extra}"
    cells = {
        (item.anchor.sheet, item.anchor.at)
        for item in marks.findings
        if item.severity is Severity.GALAT and item.anchor and not item.anchor.is_row
    }
    todo = f"betulkan {_number(len(cells))} sel" if cells else "lihat daftar di bawah"
    return (
        f"{_number(people.evaluated)} dari {total} pegawai {word}.{away} "
        f"{_number(people.withheld)} pegawai ditahan; {todo}."
    )


def group_findings(marks: Marks) -> tuple[Group, ...]:
    """Group errors and warnings of one code in one column, worst and most frequent first."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in marks.findings:
        if finding.severity is not Severity.CATATAN:
            sheet = finding.anchor.sheet if finding.anchor else finding.issue.place.sheet
            key = (finding.severity, finding.issue.code, sheet, finding.issue.place.heading)
            groups.setdefault(key, []).append(finding)
    return tuple(sorted(map(tuple, groups.values()), key=_urgency))


def _urgency(group: Group) -> tuple[bool, bool, int]:
    first = group[0]
    return (
        first.severity is not Severity.GALAT,
        withholds(first.issue) is Withholds.NOTHING,
        -len(group),
    )


def _write_counters(page: Page, marks: Marks, outcome: Outcome, *, row: int) -> int:
    for severity, meaning in _MEANINGS.items():
        looks = (style.CELL, style.READ, style.STATUS[severity])
        page.put((row, 1), severity_word(severity), *looks)
        said = meaning.format(kata=outcome.word)
        text = f"{_number(marks.count(severity))} · {said}"
        page.put((row, 2), text, {"indent": 1})
        row += 1
    if marks.waiting:
        page.put((row, 1), _WAITING, style.CELL, style.READ)
        page.put((row, 2), f"{_number(marks.waiting)} · {_RUNS_THEN}", {"indent": 1})
        row += 1
    return row


def _write_steps(page: Page, title: str, steps: Sequence[str], *, row: int) -> int:
    page.put((row, 1), title, style.SECTION)
    width = sum(width for _, width in _COLUMNS)
    for number, step in enumerate(steps, start=1):
        row += 1
        text = f"{number}. {step}"
        page.merge((row, 1), (row, len(_COLUMNS)), text, style.PARAGRAPH)
        page.grow(row, lines_needed(text, width))
    return row + 1


def _write_groups(page: Page, groups: Sequence[Group], *, row: int) -> int:
    page.put((row, 1), "Yang ditemukan", style.SECTION)
    row += 1
    if not groups:
        page.put((row, 1), "Tidak ada kesalahan dan tidak ada peringatan.")
        return row + 1
    for column, (heading, _) in enumerate(_COLUMNS, start=1):
        page.put((row, column), heading, style.HEADING)
    page.sheet.repeat_rows(row - 1)  # only the pages after it repeat it
    for group in groups:
        row += 1
        _write_group(page, group, row)
    return row + 1


def _write_group(page: Page, group: Group, row: int) -> None:
    first = group[0]
    texts = (
        severity_word(first.severity),
        _problem(group),
        _where(first),
        _number(len(group)),
        _example(first),
        _remedy(group),
    )
    for column, text in enumerate(texts, start=1):
        page.put((row, column), text, *_looks(column, first))
    if first.anchor:
        page.link((row, _LINK), first.anchor.target, "lihat", style.CELL_CENTER, style.LINKED)
    else:
        page.put((row, _LINK), "", style.CELL)
    page.put((row, _LINK + 1), first.pesan.kode, style.CELL_CENTER, style.SMALL)
    widths = [width for _, width in _COLUMNS]
    needed = (
        lines_needed(text, width, indent=1) for text, width in zip(texts, widths, strict=False)
    )
    page.grow(row, max(needed))


def _looks(column: int, finding: Finding) -> tuple[Look, ...]:
    """Choose the looks of a cell by its column: the level, the count, or text."""
    by_column = {
        _LEVEL: (style.CELL, style.READ, style.STATUS[finding.severity]),
        _COUNT: (style.CELL_CENTER,),
    }
    return by_column.get(column, (style.CELL_TEXT, style.READ))


def _problem(group: Group) -> str:
    """Say the problem of a group, in general where its sentences differ: it is nobody's alone."""
    code, heading = group[0].issue.code, group[0].issue.place.heading
    if len({finding.pesan.masalah for finding in group}) == 1:
        return group[0].pesan.masalah
    return general_problem(code, heading or THIS_COLUMN) if reads_well(code) else TITLES[code]


def _remedy(group: Group) -> str:
    first = group[0]
    if len({finding.pesan.perbaiki for finding in group}) == 1:
        return first.pesan.perbaiki
    general = general_remedy(first.issue.code, first.issue.place.heading or THIS_COLUMN)
    return general or first.pesan.perbaiki


def _where(finding: Finding) -> str:
    sheet = finding.anchor.sheet if finding.anchor else finding.issue.place.sheet
    return " › ".join(part for part in (sheet, finding.issue.place.heading) if part)


def _example(finding: Finding) -> str:
    issue = finding.issue
    value = issue.value or ""
    short = value if len(value) <= _VALUE_LETTERS else f"{value[:_VALUE_LETTERS]}…"
    parts = (
        address(finding.anchor.at) if finding.anchor else "",
        f"«{short}»" if short else "",
        issue.nama or issue.nip or "",
    )
    return " · ".join(part for part in parts if part)


def _number(count: int) -> str:
    return format_number(Decimal(count))


def add_ringkasan(book: Book) -> Page:
    """Append the sheet, which is to be the first one."""
    return Page.add(book, RINGKASAN)
