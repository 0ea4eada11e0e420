"""What was typed comes back letter by letter: template, filled, read, Perbaikan, read again."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.spec.book import PENGATURAN, BookSpec
from kinerja_xlsx.spec.row import Kind, SheetModel, asked_of, columns_of
from kinerja_xlsx.write.perbaikan import render_perbaikan
from kinerja_xlsx.write.teks_sel import MAX_TEXT, cell_text
from kinerja_xlsx.write.template import render_book
from tests.sifat import examples
from tests.unit.write.perbaikan_drawn import request
from tests.unit.write.template_drawn import (
    EACH_BOOK,
    FIRST,
    content,
    each_book,
    load,
    read_back,
)
from tests.unit.write.validasi_excel import excel_length

ODD = (
    "=1+1", "+62 811", "- rapat", "@nama", "'kutip", "\N{NO-BREAK SPACE}tepi\N{NO-BREAK SPACE}",
    "a\tb", "a\nb", "a\r\nb", "\r", "\N{HOSPITAL}\N{VARIATION SELECTOR-16}", "e\u0301", "\ufeff",
    "\u202eterbalik\u202c", "\u0645\u0631\u062d\u0628\u0627", "<b>&amp;\"'</b>", "]]>",
    "<r>a & b</r>", "<r><t>a</t></r>", "_x000D_", "_x0041_", "_x005F_x000D_", "_x_x0041_",
    "_xD800_", "\x00", "a\x01\x0b\x1fb", "\x7f\x85\u2028", " ", "TRUE", "00123", "1,5", "#N/A",
)  # fmt: skip
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")
TEXTS = st.sampled_from(ODD) | st.text(LETTERS, min_size=1, max_size=30) | st.builds(
    "{}{}".format, st.sampled_from(ODD), st.text(LETTERS, max_size=5)
)  # fmt: skip
LONGEST = ("x" * MAX_TEXT, "\N{HOSPITAL}" * (MAX_TEXT // 2) + "x")
Texts = Mapping[str, Mapping[str, str]]


@cache
def text_fields(spec: BookSpec) -> tuple[tuple[type[SheetModel], str], ...]:
    """List every text column of a workbook, and every text label of its form."""
    return tuple(
        (model, column.field)
        for model in (spec.form, *spec.sheets)
        for column in asked_of(model)
        if column.kind is Kind.TEKS
    )


@st.composite
def typed(draw: st.DrawFn, spec: BookSpec) -> Texts:
    """Draw a text for each text column."""
    found: dict[str, dict[str, str]] = {}
    for model, field in text_fields(spec):
        found.setdefault(model.sheet, {})[field] = draw(TEXTS)
    return found


def filled(spec: BookSpec, texts: Texts) -> bytes:
    """Make a template whose first rows hold the texts, beside sound examples."""
    form = {column.field: column.column.example for column in columns_of(spec.form)}
    form |= texts.get(spec.form.sheet, {})
    rows = {
        model.sheet: ({**_anchor(model), **texts.get(model.sheet, {})},) for model in spec.sheets
    }
    return render_book(spec, content(rows, form=form))


def _anchor(model: type[SheetModel]) -> Mapping[str, str]:
    """Fill one cell that is no text of ours, so that the row is one."""
    column = next(column for column in columns_of(model) if column.kind is not Kind.TEKS)
    return {column.field: column.column.example}


def texts_of(submission: Submission, spec: BookSpec) -> Mapping[str, Mapping[str, object]]:
    """Collect what the text columns of the first rows and the labels hold."""
    wanted = set(text_fields(spec))
    form: dict[str, object] = {
        label.field: label.value
        for label in submission.labels
        if (spec.form, label.field) in wanted
    }
    found: dict[str, dict[str, object]] = {spec.form.sheet: form}
    for model in spec.sheets:
        sheet = next(sheet for sheet in submission.sheets if sheet.key == model.sheet)
        row = next(row for row in sheet.rows if row.number == FIRST)
        found[model.sheet] = {
            str(column.field): value
            for column, value in zip(sheet.columns, row.values, strict=True)
            if (model, column.field) in wanted
        }
    return {name: values for name, values in found.items() if values}


def assert_comes_back(spec: BookSpec, submission: Submission) -> None:
    """Compare a submission with the correction workbook made from it."""
    if spec.template != PENGATURAN.template:
        again = read_back(render_perbaikan(request(submission)), spec)
        assert texts_of(again, spec) == texts_of(submission, spec)


@each_book
def test_every_text_comes_back_as_it_was_typed(spec: BookSpec) -> None:
    @examples(4)
    @given(typed(spec))
    def holds(texts: Texts) -> None:
        submission = read_back(filled(spec, texts), spec)
        assert texts_of(submission, spec) == texts
        assert_comes_back(spec, submission)

    holds()


@pytest.mark.parametrize("start", range(0, len(ODD) + len(LONGEST), 8))
def test_odd_texts_come_back_from_template_and_correction(start: int) -> None:
    spec = EACH_BOOK[0]
    names = [name for model, name in text_fields(spec) if model.sheet == "Hasil Kerja"]
    odd = dict(zip(names, [*ODD, *LONGEST][start : start + 8], strict=False))

    submission = read_back(filled(spec, {"Hasil Kerja": odd}), spec)

    assert len(odd) >= 2
    assert texts_of(submission, spec)["Hasil Kerja"].items() >= odd.items()
    assert_comes_back(spec, submission)


@examples(8)
@given(st.lists(TEXTS, min_size=3, max_size=3))
@example(["_x000D_", "_x0041_", "_xD800_"])
def test_text_of_another_program_comes_back_as_it_was_read(texts: list[str]) -> None:
    spec = EACH_BOOK[0]
    book = load(filled(spec, {}))
    for column, text in enumerate(texts, start=12):
        cell = book["Hasil Kerja"].cell(FIRST, column)
        cell.value = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", text)
        cell.data_type = "s"
    buffer = io.BytesIO()
    book.save(buffer)

    assert_comes_back(spec, read_back(buffer.getvalue(), spec))


def is_no_letter(letter: str) -> bool:
    return "\ud800" <= letter <= "\udfff" or letter in "\ufffe\uffff"


@given(st.text(st.characters(), max_size=40))
@example("a\ud800b")
@example("\N{HOSPITAL}" * MAX_TEXT)
def test_half_letters_are_refused_and_the_rest_fits(text: str) -> None:
    fitting = cell_text(text)

    assert not any(map(is_no_letter, fitting))
    assert excel_length(fitting) <= MAX_TEXT
    assert "".join(letter for letter in text if not is_no_letter(letter)).startswith(fitting)
