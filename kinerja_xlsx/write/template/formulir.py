"""The form sheet of a template: labels, values, and what each value is for."""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.spec.book import TITLE_ROWS
from kinerja_xlsx.spec.identitas import EXPECTED_LABELS, IdentitasForm
from kinerja_xlsx.spec.row import ColumnSpec, SheetForm, asked_of
from kinerja_xlsx.spec.uraian import required_text
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.page import At, InputValue, Page, is_blank, lines_needed
from kinerja_xlsx.write.style import Look
from kinerja_xlsx.write.template.aturan import Cells
from kinerja_xlsx.write.template.lembar import (
    HEADER_ROW,
    LAST_TITLE_HEIGHT,
    SheetSetting,
    cell_look,
)
from kinerja_xlsx.write.template.validasi import validation_of

FORM_HEADINGS: Final = ("Isian", "Nilai", "Keterangan")
FORM_WIDTHS: Final = (30, 46, 88)
_HINT: Final = "Isi kolom Nilai; kolom Keterangan menjelaskan tiap isian."


def write_form(book: Book, model: type[SheetForm], values: Cells, setting: SheetSetting) -> None:
    """Write the form sheet with the values known already."""
    page = Page.add(book, model.sheet)
    page.widths(FORM_WIDTHS)
    page.put((1, 1), model.title, style.TITLE)
    page.put((2, 1), setting.label, style.SUBTITLE)
    write_hint(page, _HINT)
    for column, text in enumerate(FORM_HEADINGS, start=1):
        page.put((HEADER_ROW, column), text, style.HEADING)
    for row, spec in enumerate(asked_of(model), start=HEADER_ROW + 1):
        value = values.get(spec.field)
        is_known = spec.column.prefilled and not is_blank(value)
        page.put((row, 1), spec.heading, label_look(model, spec))
        page.put(
            (row, 2), value, value_look(spec), style.PREFILLED if is_known else style.UNLOCKED
        )
        write_explanation(page, model, spec, at=(row, 3), value=value)
        limit_value(page, model, spec, at=(row, 2), setting=setting)
    finish_form(page, model, setting, header_row=HEADER_ROW)


def write_hint(page: Page, text: str) -> None:
    """Write the line above the headings."""
    page.put((TITLE_ROWS, 1), text, style.SUBTITLE, style.LAST_TITLE)
    page.height(TITLE_ROWS, LAST_TITLE_HEIGHT)


def write_explanation(
    page: Page, model: type[SheetForm], spec: ColumnSpec, *, at: At, value: InputValue
) -> None:
    """Say what a value is for, in a row that shows both of them whole."""
    text = explanation(model, spec)
    page.put(at, text, style.CELL, style.READ, style.PARAGRAPH)
    shown = value if isinstance(value, str) else ""
    _, value_width, text_width = FORM_WIDTHS
    pairs = ((shown, value_width), (text, text_width))
    page.grow(at[0], max(lines_needed(words, width, indent=1) for words, width in pairs))


def label_look(model: type[SheetForm], spec: ColumnSpec) -> Look:
    """Choose how a label looks: required, advised, or optional."""
    look = style.HEADING_OPTIONAL
    if spec.required:
        look = style.HEADING_REQUIRED
    elif issubclass(model, IdentitasForm) and spec.field in EXPECTED_LABELS:
        look = style.HEADING_CONDITIONAL
    return style.merge(look, style.READ)


def value_look(spec: ColumnSpec) -> Look:
    """Choose how a value looks: as in a table, but always from the left."""
    return style.merge(cell_look(spec), style.READ)


def explanation(model: type[SheetForm], spec: ColumnSpec) -> str:
    """Say what a value is for, whether it is required, and how it looks."""
    duty = required_text(model, spec.field)
    example = f"Contoh: {spec.column.example.rstrip('.')}."
    if "kosong" in spec.column.prompt and not spec.required:
        return f"{spec.column.prompt} {example}"
    return f"{duty[:1].upper()}{duty[1:]}. {spec.column.prompt} {example}"


def limit_value(
    page: Page, model: type[SheetForm], spec: ColumnSpec, *, at: At, setting: SheetSetting
) -> None:
    """Lay the limits of one value over its cell."""
    page.validate(at, at, validation_of(model, spec, at, setting.sources))


def finish_form(
    page: Page, model: type[SheetForm], setting: SheetSetting, *, header_row: int
) -> None:
    """Freeze the headings and set up the printing of a form sheet."""
    page.freeze((header_row + 1, 1))
    page.paper(setting.kertas, setting.footer(model.sheet))
    page.sheet.set_tab_color(style.BLUE_DARK)
