"""Template and checks agree on one cell: nothing right is refused, nothing wrong goes unsaid."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from pydantic import TypeAdapter, ValidationError

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.submission import CellFacts, CellValue, RawColumn, RawRow, RawSheet
from kinerja_xlsx.spec.book import PENGATURAN, BookSpec
from kinerja_xlsx.spec.codes import CATALOGUE
from kinerja_xlsx.spec.luar_excel import BEYOND_EXCEL, is_beyond_excel
from kinerja_xlsx.spec.row import ColumnSpec, Kind, SheetRow, columns_of
from kinerja_xlsx.validate.normalise import Scope
from kinerja_xlsx.validate.rows import SheetPlan
from tests.drawn import sound_isian
from tests.flow.kasus_baris import MODELS, SEMUA, Kasus
from tests.sifat import examples
from tests.unit.write.template_drawn import COLUMNS, EACH_BOOK, FIRST, book
from tests.unit.write.validasi_excel import accepts, as_excel, excel_length
from tests.unit.write.validasi_nilai import DIGITS, right, typed

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation

Item = tuple[BookSpec, type[SheetRow], int, ColumnSpec]
C = IssueCode
PERIOD = Period.parse("2026-TW1")


def limits_of(item: Item) -> DataValidation:
    spec, model, number, _ = item
    address = f"{get_column_letter(number)}{FIRST}"
    rules = book(spec)[model.sheet].data_validations.dataValidation
    found: DataValidation
    (found,) = [rule for rule in rules if address in rule.sqref]
    return found


@cache
def alike() -> Mapping[tuple[object, ...], list[Item]]:
    """Put columns together whose specification says the same, so that a value tries them all."""
    groups: dict[tuple[object, ...], list[Item]] = {}
    for item in COLUMNS:
        column = item[-1]
        key = (column.kind, column.choices, column.at_least, column.more_than, column.at_most,
               column.max_length, column.decimals)  # fmt: skip
        groups.setdefault(key, []).append(item)
    return groups


GROUPS = list(alike().values())
each_group = pytest.mark.parametrize(
    "items", GROUPS, ids=[f"{i[0][1].sheet}-{i[0][-1].field}" for i in GROUPS]
)


# -- what is right is accepted --------------------------------------------------------------------


def is_strictly_right(item: Item, value: object) -> bool:
    _, model, _, column = item
    info = model.model_fields[column.field]
    try:
        adapter: TypeAdapter[object] = TypeAdapter(info.rebuild_annotation())
        adapter.validate_python(value, strict=True)
    except ValidationError:
        return False
    return True


@each_group
def test_what_the_strict_row_accepts_the_template_accepts(items: list[Item]) -> None:
    @examples(20)
    @given(right(items[0][-1]))
    def holds(value: object) -> None:
        assume(is_strictly_right(items[0], value))
        for item in items:
            assert accepts(book(item[0]), limits_of(item), value), (item[1].sheet, item[-1].field)

    holds()


@each_group
def test_edges_of_the_strict_row_are_those_of_the_template(items: list[Item]) -> None:
    column = items[0][-1]
    edges = [column.at_least, column.more_than, column.at_most]
    step = Decimal(1) if column.kind is Kind.BULAT else Decimal("0.0001")
    near = [edge + by for edge in edges if edge is not None for by in (-step, Decimal(0), step)]
    texts = [] if column.kind is not Kind.TEKS else [
        "x" * ((column.max_length or 0) + by) for by in (-1, 0, 1)
    ]  # fmt: skip
    numbers = [int(value) if column.kind is Kind.BULAT else value for value in near]

    for value in (*numbers, *texts):
        for item in items:
            told = accepts(book(item[0]), limits_of(item), value)
            assert told is is_strictly_right(item, value), (item[-1].field, value)


def test_letters_that_excel_counts_twice_are_asked_about_and_not_refused() -> None:
    for item in COLUMNS:
        column, limits = item[-1], limits_of(item)
        if column.kind is Kind.TEKS:
            emoji = "\N{HOSPITAL}" * (column.max_length or 0)
            assert excel_length(emoji) == 2 * len(emoji)
            assert is_strictly_right(item, emoji)
            assert limits.errorStyle == "warning"


# -- what is wrong is told ------------------------------------------------------------------------


FACTS = st.sampled_from([
    None, None, None, CellFacts(percent=True), CellFacts(formula=True),
    CellFacts(formula=True, uncached=True), CellFacts(error="#N/A"),
])  # fmt: skip


@cache
def plan_of(spec: BookSpec, model: type[SheetRow]) -> SheetPlan:
    columns = tuple(
        RawColumn(column.field, column.heading, number)
        for number, column in enumerate(columns_of(model), start=2)
    )
    sheet = RawSheet(model.sheet, model.sheet, FIRST - 1, columns, (), ())
    period = None if spec.template == PENGATURAN.template else PERIOD
    return SheetPlan(sheet, model, file="isian.xlsx", scope=Scope(period))


def errors_of(item: Item, value: CellValue, facts: CellFacts | None) -> set[IssueCode]:
    """Check a row that holds one cell, and give the errors of that cell."""
    spec, model, number, _ = item
    plan, width = plan_of(spec, model), len(columns_of(model))
    is_lost = facts is not None and (facts.error is not None or facts.uncached)
    values = [None] * (number - 2) + [None if is_lost else value] + [None] * (width - number + 1)
    hidden = None if facts is None else {number - 2: facts}
    row = plan.read(RawRow(FIRST, tuple(values), facts=hidden))
    plan.finish(row)
    return {
        issue.code
        for issue in row.issues
        if issue.severity is Severity.GALAT and issue.place.column == number
    }


@each_group
def test_what_the_template_accepts_is_accepted_or_beyond_excel(items: list[Item]) -> None:
    @examples(40)
    @given(typed(items[0][-1]), FACTS)
    def holds(value: CellValue, facts: CellFacts | None) -> None:
        for item in items:
            if accepts(book(item[0]), limits_of(item), value):
                kind = item[-1].kind
                told = errors_of(item, value, facts)
                assert {code for code in told if not is_beyond_excel(code, kind)} == set()

    holds()


PERCENT = CellFacts(percent=True)
WITNESSES: Mapping[Kind, Mapping[IssueCode, CellValue]] = {
    Kind.NIP: {
        C.SEL_11: "1990.0101.201503.1",
        C.SEL_12: "19900101201503E+17",
        C.SEL_13: "199013012015031001",
        C.SEL_30: "1990O1012015031001",
    },
    Kind.NIP_ATAU_KODE: {
        C.SEL_09: "\u00df" * 40,
        C.SEL_11: "19900101201503100",
        C.SEL_12: "19900101201503E+17",
        C.SEL_13: "199013012015031001",
        C.SEL_30: "1990O1012015031001",
    },
    Kind.NOMOR_INDIKATOR: {C.SEL_08: "0.1", C.SEL_30: "1.l"},
    Kind.KODE: {C.SEL_08: "A B"},
    Kind.PERIODE: {C.SEL_08: "Triwulan V 2026"},
    Kind.TEKS: {C.SEL_09: "\u0958" * 40, C.SEL_32: True},
    Kind.BULAT: {C.SEL_27: 1.0},
    Kind.ANGKA: {C.SEL_27: 1.0, C.SEL_33: 1.23456},
    Kind.TANGGAL: {C.SEL_03: 7.0},
    Kind.DAFTAR_BANYAK: {C.SEL_06: "Kehadirann", C.SEL_32: True},
    Kind.JAM: {C.SEL_08: 0.5},
}
"""For each kind and code a value that Excel takes; \u0958 is one letter, but two once composed."""
OF_ANY = {C.SEL_01, C.SEL_21, C.SEL_22}
OF_THEIR_ROW = {C.SEL_17}
"""A date is compared with its period where its row is judged; a drawn fault shows it."""


def test_every_code_beyond_excel_has_a_witness() -> None:
    for kind, codes in BEYOND_EXCEL.items():
        assert codes - OF_ANY - OF_THEIR_ROW == WITNESSES.get(kind, {}).keys(), kind
    drawn = {(kasus.code, item[-1].kind) for kasus, item in drawn_and_accepted()}
    assert (C.SEL_17, Kind.TANGGAL) in drawn


@pytest.mark.parametrize(
    ("kind", "code"), [(kind, code) for kind, codes in WITNESSES.items() for code in codes]
)
def test_witness_is_accepted_by_the_template_and_refused_by_the_checks(
    kind: Kind, code: IssueCode
) -> None:
    value = WITNESSES[kind][code]
    fitting = [
        item
        for item in COLUMNS
        if item[-1].kind is kind and (kind is not Kind.TEKS or item[-1].max_length == 40)
    ]

    told = errors_of(fitting[0], value, PERCENT if code is C.SEL_27 else None)

    assert accepts(book(fitting[0][0]), limits_of(fitting[0]), value)
    assert code in told


@cache
def drawn_and_accepted() -> tuple[tuple[Kasus, Item], ...]:
    """List the drawn faults that lie in one cell whose typed value the template accepts."""
    found = []
    for kasus in SEMUA:
        sheet, _, spot = kasus.place.partition("!")
        drawn = sound_isian()
        kasus.change(drawn)
        if sheet not in MODELS or not spot.rstrip(DIGITS) or kasus.code is C.LBR_08:
            continue
        cell = drawn.workbook()[sheet][spot]
        at = (EACH_BOOK[0], MODELS[sheet], cell.column)
        item = next((item for item in COLUMNS if item[:3] == at), None)
        if item is None or cell.row < FIRST or cell.data_type in {"e", "f"}:
            continue
        if accepts(book(item[0]), limits_of(item), as_excel(cell.value)):
            found.append((kasus, item))
    return tuple(found)


def test_drawn_fault_that_the_template_accepts_is_beyond_excel() -> None:
    errors = [
        (kasus, item)
        for kasus, item in drawn_and_accepted()
        if CATALOGUE[kasus.code].severity is Severity.GALAT
    ]

    assert len(errors) > 10
    for kasus, item in errors:
        assert is_beyond_excel(kasus.code, item[-1].kind), kasus.name
