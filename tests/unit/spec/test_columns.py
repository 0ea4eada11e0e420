"""The columns of all sheets hang together: choices, prompts, headings, aliases, conditions."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum

import pytest

from kinerja_xlsx.spec.book import BOOKS, CEK, ISIAN, META_KEYS, PENGATURAN, BookSpec
from kinerja_xlsx.spec.identitas import EXPECTED_LABELS, IdentitasForm
from kinerja_xlsx.spec.kegiatan import KegiatanRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.row import Kind, SheetForm, SheetModel, SheetRow, columns_of

MODELS = tuple({model: None for book in BOOKS for model in (book.form, *book.readable)})
ROWS = tuple(model for model in MODELS if issubclass(model, SheetRow))
FORMS = tuple(model for model in MODELS if issubclass(model, SheetForm))
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
every_row = pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
LISTS = frozenset({Kind.DAFTAR, Kind.DAFTAR_BANYAK})
EXCEL_PROMPT = 255
EXCEL_PROMPT_TITLE = 32
EXCEL_SHEET_NAME = 31
EXCEL_COLUMN_WIDTH = 255


def folded(text: str) -> str:
    """Fold as a tolerant reader does: letters and digits alone, in small letters."""
    return re.sub(r"[\W_]", "", text).casefold()


def fields(model: type[SheetModel]) -> set[str]:
    return set(model.model_fields)


def choices_by_field(model: type[SheetModel], prefix: str = "") -> dict[str, frozenset[Enum]]:
    return {
        f"{prefix}{spec.field}": frozenset(spec.choices)
        for spec in columns_of(model)
        if spec.choices is not None
    }


@every_model
def test_headings_are_unique_after_folding(model: type[SheetModel]) -> None:
    counts = Counter(folded(spec.heading) for spec in columns_of(model))

    assert [heading for heading, count in counts.items() if count > 1] == []


@every_model
def test_aliases_collide_with_nothing_in_their_sheet(model: type[SheetModel]) -> None:
    names = [
        name
        for spec in columns_of(model)
        for name in {folded(text) for text in (spec.heading, *spec.column.aliases)}
    ]

    assert [name for name, count in Counter(names).items() if count > 1] == []


@every_model
def test_no_column_is_called_like_the_status_column(model: type[SheetModel]) -> None:
    names = {name for s in columns_of(model) for name in (s.heading, *s.column.aliases)}

    assert folded(CEK) not in {folded(name) for name in names}


@every_model
def test_texts_fit_where_excel_shows_them(model: type[SheetModel]) -> None:
    for spec in columns_of(model):
        assert 0 < len(spec.column.prompt) <= EXCEL_PROMPT
        assert 0 < len(spec.heading) <= EXCEL_PROMPT_TITLE
        assert 0 < spec.column.width <= EXCEL_COLUMN_WIDTH


@every_model
def test_prompts_and_headings_are_tidy(model: type[SheetModel]) -> None:
    for spec in columns_of(model):
        for text in (spec.heading, spec.column.prompt, spec.column.example):
            assert text == " ".join(text.split())
        assert spec.column.prompt.endswith(".")


@every_model
def test_choices_differ_after_folding(model: type[SheetModel]) -> None:
    for spec in columns_of(model):
        values = [] if spec.choices is None else [str(item.value) for item in spec.choices]

        assert len({value.casefold() for value in values}) == len(values)
        assert len({" ".join(value.split()) for value in values}) == len(values)


@every_model
def test_choices_of_names_differ_by_letters_alone(model: type[SheetModel]) -> None:
    for spec in columns_of(model):
        # Golongan is a notation: `I/a` and `I`, `IV/a` and `IVa`, keep their marks apart.
        values = [] if spec.choices is None else [str(item.value) for item in spec.choices]

        assert len({folded(value) for value in values}) == len(values)


@every_model
def test_lists_have_choices_and_nothing_else_has(model: type[SheetModel]) -> None:
    mixed = [s.field for s in columns_of(model) if (s.kind in LISTS) == (s.choices is None)]

    assert mixed == []


@every_model
def test_example_of_a_list_is_one_of_its_choices(model: type[SheetModel]) -> None:
    for spec in columns_of(model):
        if spec.choices is not None:
            examples = spec.column.example.split(", ")
            assert set(examples) <= {item.value for item in spec.choices}
            assert len(examples) == 1 or spec.kind is Kind.DAFTAR_BANYAK


@every_model
def test_numbers_state_range_and_decimals(model: type[SheetModel]) -> None:
    for spec in columns_of(model):
        if spec.kind in {Kind.ANGKA, Kind.BULAT}:
            assert (spec.at_least is None) != (spec.more_than is None)
            assert spec.at_most is not None
            assert (spec.decimals is None) == (spec.kind is Kind.BULAT)


@every_row
def test_conditions_refer_to_fields_and_values_that_exist(model: type[SheetRow]) -> None:
    sources = {
        **choices_by_field(model),
        **choices_by_field(PegawaiRow, "pegawai."),
        **choices_by_field(IdentitasForm, "identitas."),
    }

    for condition in model.conditions:
        assert condition.field in fields(model)
        assert condition.when
        for source, values in condition.when:
            assert values
            assert values < sources[source]


@every_row
def test_condition_names_its_source_and_its_values(model: type[SheetRow]) -> None:
    headings = {
        f"{prefix}{spec.field}": spec.heading
        for prefix, origin in (
            ("", model),
            ("pegawai.", PegawaiRow),
            ("identitas.", IdentitasForm),
        )
        for spec in columns_of(origin)
    }

    for condition in model.conditions:
        named = set(re.findall(r"«([^»]+)»", condition.text))
        for source, values in condition.when:
            texts = {str(value.value) for value in values}
            others = {str(item.value) for item in type(next(iter(values)))} - texts
            assert headings[source] in condition.text
            assert texts <= named or others <= named


@every_row
def test_conditional_field_may_be_blank_otherwise(model: type[SheetRow]) -> None:
    assert [c.field for c in model.conditions if model.model_fields[c.field].is_required()] == []


@every_row
def test_key_is_made_of_fields(model: type[SheetRow]) -> None:
    assert model.key or model is KegiatanRow  # an activity is told apart by nothing but itself
    assert set(model.key) <= fields(model)


def test_labels_that_decide_and_labels_expected_exist() -> None:
    assert set(IdentitasForm.deciding) <= fields(IdentitasForm)
    assert set(EXPECTED_LABELS) <= fields(IdentitasForm)
    assert not set(IdentitasForm.deciding) & set(EXPECTED_LABELS)


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.template)
def test_sheet_names_of_a_book_are_lawful_and_unique(book: BookSpec) -> None:
    names = [book.form.sheet, *(m.sheet for m in book.sheets), *book.unread]

    assert len({name.casefold() for name in names}) == len(names)
    assert [n for n in names if len(n) > EXCEL_SHEET_NAME or set(n) & set("[]:*?/\\'")] == []


def test_two_books_are_told_apart_by_name() -> None:
    assert ISIAN.template != PENGATURAN.template
    assert len(set(META_KEYS)) == len(META_KEYS)


def test_every_data_sheet_has_room_for_more() -> None:
    assert [model.sheet for model in ROWS if model.spare_rows < 1] == []


def test_the_models_split_into_rows_and_forms() -> None:
    assert len(ROWS) + len(FORMS) == len(MODELS)
