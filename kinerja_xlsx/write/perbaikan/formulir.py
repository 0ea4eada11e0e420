"""The form sheet of the correction workbook: the labels and values in their own places, marked."""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.model.submission import RawLabel
from kinerja_xlsx.spec.row import SheetForm, asked_of, column_by_field
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.page import Page
from kinerja_xlsx.write.perbaikan.lembar import comment_on
from kinerja_xlsx.write.perbaikan.nilai import kept_value, number_format, write_back
from kinerja_xlsx.write.perbaikan.tanda import Marks
from kinerja_xlsx.write.template.formulir import (
    FORM_HEADINGS,
    FORM_WIDTHS,
    finish_form,
    label_look,
    limit_value,
    value_look,
    write_explanation,
    write_hint,
)
from kinerja_xlsx.write.template.lembar import HEADER_ROW, SheetSetting

_HINT: Final = "Sel bertanda dijelaskan dalam komentarnya."


def rewrite_form(
    book: Book,
    model: type[SheetForm],
    labels: tuple[RawLabel, ...],
    *,
    marks: Marks,
    setting: SheetSetting,
) -> None:
    """Write the form sheet again; labels that the file lacks are added below, to be filled."""
    page = Page.add(book, model.sheet)
    page.widths(FORM_WIDTHS)
    placed = (*labels, *_missing(model, labels))
    first = min(label.row for label in placed)
    for label in placed:
        _write_label(page, model, label, marks=marks, setting=setting)
    for (sheet, at), found in marks.by_cell.items():
        if sheet == model.sheet:
            comment_on(page, at, found)
    if first > HEADER_ROW:
        _write_titles(page, model, setting)
    if first > 1:
        for column, text in enumerate(FORM_HEADINGS, start=placed[0].column - 1):
            page.put((first - 1, column), text, style.HEADING)
    finish_form(page, model, setting, header_row=max(first - 1, 1))


def _missing(model: type[SheetForm], labels: tuple[RawLabel, ...]) -> tuple[RawLabel, ...]:
    """Give each label that was not found a row of its own below the others."""
    last = max((label.row for label in labels), default=HEADER_ROW)
    column = labels[0].column if labels else 2
    known = {label.field for label in labels}
    fields = [spec.field for spec in asked_of(model) if spec.field not in known]
    return tuple(
        RawLabel(field, model.sheet, row, column, None)
        for row, field in enumerate(fields, start=last + 1)
    )


def _write_label(
    page: Page, model: type[SheetForm], label: RawLabel, *, marks: Marks, setting: SheetSetting
) -> None:
    spec, at = column_by_field(model, label.field), (label.row, label.column)
    value = kept_value(spec, label.value)
    number = number_format(spec, value, label.facts)
    found = marks.by_cell.get((model.sheet, at), ())
    form = page.book.style(
        value_look(spec),
        style.UNLOCKED,
        {"num_format": number} if number else {},
        style.MARKS[found[0].severity] if found else {},
    )
    write_back(page, at, value, facts=label.facts, form=form)
    page.put((label.row, label.column - 1), spec.heading, label_look(model, spec))
    beside = (label.row, label.column + 1)
    write_explanation(page, model, spec, at=beside, value=value)
    limit_value(page, model, spec, at=at, setting=setting)


def _write_titles(page: Page, model: type[SheetForm], setting: SheetSetting) -> None:
    page.put((1, 1), model.title, style.TITLE)
    page.put((2, 1), setting.label, style.SUBTITLE)
    write_hint(page, _HINT)
