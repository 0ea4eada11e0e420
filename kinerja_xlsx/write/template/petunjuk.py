"""The guide sheet `Petunjuk`: purpose, steps, colours, every column, common errors, contact."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.book import PETUNJUK, BookSpec
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.row import SheetModel, SheetRow, asked_of, columns_of, is_protected
from kinerja_xlsx.spec.uraian import limits_text, required_text
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.kalimat import THIS_COLUMN, general_problem, general_remedy
from kinerja_xlsx.write.page import Page, lines_needed
from kinerja_xlsx.write.style import Look
from kinerja_xlsx.write.template import cek
from kinerja_xlsx.write.template.lembar import SheetSetting
from kinerja_xlsx.write.template.teks import GUIDES, TIPS, TIPS_BY_SHEET

_WIDTHS: Final = (29, 30, 46, 32, 44)
_COLUMN_HEADINGS: Final = ("Kolom", "Wajib?", "Batas", "Contoh", "Keterangan")
_LINE_LETTERS: Final = 200
"""A line of running text over the whole width holds so many letters."""
_ERROR_WIDTHS: Final = (_WIDTHS[0], sum(_WIDTHS[1:3]), sum(_WIDTHS[3:]))
"""Widths of code, problem and remedy, which lie over the columns of the other table."""
COMMON: Final = (
    IssueCode.SEL_01, IssueCode.BRS_11, IssueCode.SEL_12, IssueCode.SEL_13, IssueCode.BRS_06,
    IssueCode.BRS_04, IssueCode.SEL_02, IssueCode.SEL_26, IssueCode.SEL_05, IssueCode.SEL_10,
    IssueCode.SEL_03, IssueCode.SEL_06, IssueCode.SEL_21, IssueCode.LBR_13, IssueCode.LTS_14,
    IssueCode.LTS_06, IssueCode.LTS_07, IssueCode.BRK_18,
)  # fmt: skip
_HEADINGS: Final = MappingProxyType({
    IssueCode.BRS_06: "NIP", IssueCode.LTS_06: "Penilai", IssueCode.LTS_14: "Isi",
})  # fmt: skip
"""A column to name where the sentence about an error needs one."""
_NOT_EVALUATED: Final = (
    "Kolom Cek: tidak dinilai menurut Keadaannya di lembar Pegawai, jadi boleh kosong."
)
_TEXT: Final = style.merge(style.CELL_TEXT, style.READ)

_BAND: Final = style.merge(
    style.STRONG,
    style.READ,
    {"bg_color": style.GREY_FILL, "top": style.THIN, "top_color": style.GREY},
)


class _Flow:
    """Writes down the sheet, one block below the other."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.row = 1

    def line(self, text: str, *looks: Look) -> None:
        """Write one line that may run over all columns."""
        self.page.put((self.row, 1), text, *looks)
        self.row += 1

    def paragraph(self, text: str) -> None:
        """Write running text, broken into lines."""
        for line in textwrap.wrap(text, _LINE_LETTERS):
            self.line(line)

    def section(self, text: str) -> None:
        """Leave a row free and write a heading."""
        self.row += 1
        self.line(text, style.SECTION)

    def table_row(self, values: Sequence[str], looks: Sequence[Look]) -> None:
        """Write one row of a table from column A on."""
        for column, (value, look) in enumerate(zip(values, looks, strict=True), start=1):
            self.page.put((self.row, column), value, look)
        self.end_row(values, _WIDTHS)

    def end_row(self, values: Sequence[str], widths: Sequence[float]) -> None:
        """Make the row high enough for its texts, and go on below it."""
        pairs = zip(values, widths, strict=True)
        self.page.grow(self.row, max(lines_needed(text, w, indent=1) for text, w in pairs))
        self.row += 1


def write_petunjuk(book: Book, spec: BookSpec, setting: SheetSetting) -> None:
    """Write the guide, which is the sheet that people see first."""
    page = Page.add(book, PETUNJUK)
    page.widths(_WIDTHS)
    page.sheet.hide_gridlines(2)
    flow, guide = _Flow(page), GUIDES[spec.template]
    flow.line(f"Petunjuk pengisian {spec.title}", style.TITLE)
    flow.line(setting.label, style.SUBTITLE)
    flow.paragraph(guide.purpose)
    flow.section("Langkah")
    for number, step in enumerate(guide.steps, start=1):
        flow.paragraph(f"{number}. {step}")
    flow.section("Perlu diingat")
    asked = (TIPS_BY_SHEET[model.sheet] for model in spec.sheets if model.sheet in TIPS_BY_SHEET)
    for tip in (*TIPS, *guide.tips, *asked):
        flow.paragraph(f"• {tip}")
    flow.section("Bantuan")
    flow.paragraph(guide.contact)
    _write_key(flow, spec)
    # The first printed page is a guide of its own; the tables begin on the second, and those of
    # the data sheets on the third, so that no name of a sheet stands alone at the end of a page.
    guide_end = flow.row
    _write_errors(flow)
    form_end = _write_columns(flow, spec)
    page.sheet.set_h_pagebreaks([guide_end, form_end])
    page.paper(setting.kertas, setting.footer(PETUNJUK))
    page.sheet.set_tab_color(style.GREY)


def _write_key(flow: _Flow, spec: BookSpec) -> None:
    """Show each fill and word with its meaning."""
    samples: list[tuple[str, Look, str]] = [
        ("Wajib", style.HEADING_REQUIRED, "Judul gelap: kolom wajib diisi."),
        ("Wajib bila …", style.HEADING_CONDITIONAL,
         "Judul biru sedang bergaris putus: wajib dengan syarat, atau sebaiknya diisi."),
        ("Boleh kosong", style.HEADING_OPTIONAL, "Judul biru muda: boleh kosong."),
    ]  # fmt: skip
    if any(is_protected(model) for model in spec.sheets):
        samples.append(("Sudah terisi", style.merge(style.CELL, style.READ, style.PREFILLED),
                        "Sel abu-abu: sudah diisi dari data BKPSDM."))  # fmt: skip
    samples += [
        (cek.OK, style.merge(style.CELL, style.READ, style.STATUS_OK),
         "Kolom Cek: baris ini lengkap."),
        ("PERIKSA: NIP kosong", style.merge(style.CELL, style.READ, style.STATUS_GALAT),
         "Kolom Cek: ada sel yang perlu dibetulkan, dan yang mana."),
    ]  # fmt: skip
    if any(column.column.is_entry for model in spec.sheets for column in columns_of(model)):
        samples.append((cek.BELUM, style.merge(style.CELL, style.READ, style.STATUS_PERINGATAN),
                        "Kolom Cek: belum ada isian untuk pegawai ini."))  # fmt: skip
    if PegawaiRow in spec.sheets:
        samples.append((cek.TIDAK_DINILAI, style.merge(style.CELL, style.READ, style.STATUS_OK),
                        _NOT_EVALUATED))  # fmt: skip
    flow.section("Arti warna dan tulisan")
    for text, look, meaning in samples:
        flow.page.put((flow.row, 1), text, look)
        flow.page.put((flow.row, 2), meaning, style.READ)
        flow.row += 1


def _write_columns(flow: _Flow, spec: BookSpec) -> int:
    """List the columns of all sheets in one table, whose headings come again on each page.

    Returns:
        The last row of the form sheet.
    """
    flow.section("Isi setiap lembar, dengan contoh")
    flow.page.sheet.repeat_rows(flow.row - 1)
    flow.table_row(_COLUMN_HEADINGS, (style.HEADING,) * len(_WIDTHS))
    _write_sheet(flow, spec.form)
    form_end = flow.row - 1
    for model in spec.sheets:
        _write_sheet(flow, model)
    return form_end


def _write_sheet(flow: _Flow, model: type[SheetModel]) -> None:
    """List the columns of one sheet; the column `Contoh` is one example row."""
    kind = "satu baris tiap isian" if not issubclass(model, SheetRow) else model.title
    title = f"Lembar {model.sheet}: {kind[:1].lower()}{kind[1:]}"
    for column in range(len(_WIDTHS), 1, -1):
        flow.page.put((flow.row, column), "", _BAND)
    flow.line(title, _BAND)
    for spec in asked_of(model):
        duty = required_text(model, spec.field)
        strong = style.merge(_TEXT, style.STRONG if spec.required else {})
        texts = (
            spec.heading,
            f"{duty[:1].upper()}{duty[1:]}",
            limits_text(spec),
            spec.column.example,
            spec.column.prompt,
        )
        flow.table_row(texts, (strong, strong, _TEXT, _TEXT, _TEXT))


def _write_errors(flow: _Flow) -> None:
    flow.section("Kesalahan yang sering terjadi")
    _error_row(flow, ("Kode", "Masalah", "Cara memperbaiki"), style.HEADING)
    for code in COMMON:
        heading = _HEADINGS.get(code, THIS_COLUMN)
        texts = (code.value, general_problem(code, heading), general_remedy(code, heading))
        _error_row(flow, texts, _TEXT)


def _error_row(flow: _Flow, texts: tuple[str, str, str], look: Look) -> None:
    """Write code, problem and remedy over the columns of the other table."""
    flow.page.put((flow.row, 1), texts[0], look)
    flow.page.merge((flow.row, 2), (flow.row, 3), texts[1], look)
    flow.page.merge((flow.row, 4), (flow.row, 5), texts[2], look)
    flow.end_row(texts, _ERROR_WIDTHS)
