"""The one-sheet answer to a file that is refused as a whole: what, why, and how to mend it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import Issue, Severity, Withholds
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.teks import make_visible
from kinerja_xlsx.spec.book import META, PENJELASAN
from kinerja_xlsx.spec.codes import blames_settings, withholds
from kinerja_xlsx.spec.pesan import render, severity_word
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book, open_book
from kinerja_xlsx.write.page import Page, lines_needed

SHEET: Final = "Perbaikan"
MAX_SHOWN: Final = 200
"""A refused file is mended by its first few points; more would only hide them."""
_LABEL_WIDTH: Final = 21
_TEXT_WIDTH: Final = 78
_RANKS: Final = MappingProxyType({severity: rank for rank, severity in enumerate(Severity)})
_NEXT: Final = (
    "Setelah dibetulkan, kirim kembali berkasnya, bukan penjelasan ini. Isinya belum dibaca "
    "sebagai penilaian, dan berkas aslinya tidak diubah. Untuk BKPSDM: setelah kiriman yang "
    "dibetulkan datang, keluarkan berkas lama ini dari folder input."
)
_WAIT: Final = (
    "Berkas ini tidak perlu dibetulkan atau dikirim ulang; berkas yang ada di BKPSDM dibaca lagi "
    "setelah Pengaturan.xlsx dibetulkan."
)
_CONTACT: Final = (
    "Bila ragu, hubungi pengelola kinerja di BKPSDM dan sebutkan nama berkas serta kodenya."
)


def render_penolakan(
    file: str, issues: Sequence[Issue], *, created: date, kertas: Kertas = Kertas.A4
) -> bytes:
    """Write the explanation of a refused file.

    Args:
        file: Path below `input/`.
        issues: What was found about it; what refuses it is put first.
        created: The only date the workbook carries.
        kertas: Paper to print on.

    Returns:
        The workbook; the same input gives the same bytes.
    """
    buffer = io.BytesIO()
    name = make_visible(file)
    with open_book(buffer, title="Berkas belum dapat diterima", created=created) as book:
        page = Page.add(book, SHEET)
        page.widths((_LABEL_WIDTH, _TEXT_WIDTH))
        page.sheet.hide_gridlines(2)
        page.put((1, 1), "Berkas belum dapat diterima", style.TITLE)
        row = _write_pair(page, ("Berkas", name), row=3)
        ordered = sorted(issues, key=_urgency)
        for number, issue in enumerate(ordered[:MAX_SHOWN], start=1):
            row = _write_issue(page, issue, number, row=row + 1)
        for text in (_rest(len(issues)), _next_of(issues), _CONTACT):
            row = _write_text(page, text, row=row) if text else row
        mark_as_explanation(book)
        page.paper(kertas, f"Perbaikan · {name}", landscape=False)
    return buffer.getvalue()


def mark_as_explanation(book: Book) -> None:
    """Mark a workbook as an explanation, so that it is known when it comes back as a file."""
    page = Page.add(book, META)
    page.put((1, 1), "templat", style.CELL_TEXT)
    page.put((1, 2), PENJELASAN, style.CELL_TEXT)
    page.sheet.hide()


def _next_of(issues: Sequence[Issue]) -> str:
    refusing = [issue for issue in issues if withholds(issue) is Withholds.BERKAS]
    return _WAIT if refusing and all(map(blames_settings, refusing)) else _NEXT


def _urgency(issue: Issue) -> tuple[bool, int]:
    """Put what refuses the file first, then by severity; otherwise the order stays."""
    return withholds(issue) is not Withholds.BERKAS, _RANKS[issue.severity]


def _write_issue(page: Page, issue: Issue, number: int, *, row: int) -> int:
    """Write one issue as a small table of label and text; return the next free row."""
    pesan = render(issue)
    title = f"{number}. {severity_word(issue.severity)}"
    page.put((row, 1), title, style.CELL, style.READ, style.STATUS[issue.severity])
    page.put((row, 2), pesan.kode, style.CELL, style.READ, style.SMALL)
    texts = (
        ("Masalah", pesan.masalah),
        ("Tempat", pesan.tempat if issue.place.sheet else ""),
        ("Sebab", pesan.sebab),
        ("Cara memperbaiki", pesan.perbaiki),
    )
    row += 1
    for pair in texts:
        row = _write_pair(page, pair, row=row) if pair[1] else row
    return row


def _write_pair(page: Page, pair: tuple[str, str], *, row: int) -> int:
    page.put((row, 1), pair[0], style.CELL, style.READ, style.STRONG)
    page.put((row, 2), pair[1], style.CELL_TEXT, style.READ)
    page.grow(row, lines_needed(pair[1], _TEXT_WIDTH, indent=1))
    return row + 1


def _write_text(page: Page, text: str, *, row: int) -> int:
    page.merge((row + 1, 1), (row + 1, 2), text, style.PARAGRAPH)
    page.grow(row + 1, lines_needed(text, _LABEL_WIDTH + _TEXT_WIDTH))
    return row + 1


def _rest(count: int) -> str:
    return f"… dan {count - MAX_SHOWN} hal lain." if count > MAX_SHOWN else ""
