"""A column is one annotated line: everything else is derived from it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

import pytest
from pydantic import Field, ValidationError

from kinerja_xlsx.model.law import Arah
from kinerja_xlsx.spec.row import (
    Column,
    Kind,
    Level,
    SheetRow,
    column_by_field,
    columns_of,
)

Short = Annotated[str, Field(max_length=7)]
Share = Annotated[Decimal, Field(gt=0, le=100, decimal_places=3)]


class DrawnRow(SheetRow):
    sheet: ClassVar[str] = "Drawn"
    title: ClassVar[str] = "Drawn"

    text: Annotated[Short, Column("Text", 10, "", "a")]
    count: Annotated[int, Field(ge=1, le=9), Column("Count", 10, "", "1")]
    share: Annotated[Share | None, Column("Share", 10, "", "1")] = None
    day: Annotated[date | None, Column("Day", 10, "", "01/01/2026")] = None
    arah: Annotated[Arah, Column("Arah", 10, "", "Naik", level=Level.RHK)] = Arah.NAIK
    code: Annotated[str | None, Column("Code", 10, "", "a", kind=Kind.KODE)] = None


def test_columns_come_in_the_order_of_the_class() -> None:
    assert [spec.heading for spec in columns_of(DrawnRow)] == [
        "Text", "Count", "Share", "Day", "Arah", "Code",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("text", Kind.TEKS),
        ("count", Kind.BULAT),
        ("share", Kind.ANGKA),
        ("day", Kind.TANGGAL),
        ("arah", Kind.DAFTAR),
        ("code", Kind.KODE),
    ],
)
def test_kind_follows_the_type_unless_stated(field: str, kind: Kind) -> None:
    assert column_by_field(DrawnRow, field).kind is kind


def test_limits_inside_an_optional_type_are_found() -> None:
    spec = column_by_field(DrawnRow, "share")

    assert (spec.more_than, spec.at_least, spec.at_most) == (Decimal(0), None, Decimal(100))
    assert (spec.decimals, spec.max_length, spec.choices) == (3, None, None)


def test_limits_on_the_field_itself_are_found() -> None:
    spec = column_by_field(DrawnRow, "count")

    assert (spec.more_than, spec.at_least, spec.at_most) == (None, Decimal(1), Decimal(9))


def test_length_of_a_named_type_is_found() -> None:
    assert column_by_field(DrawnRow, "text").max_length == 7


def test_enum_gives_the_choices() -> None:
    spec = column_by_field(DrawnRow, "arah")

    assert spec.choices is Arah
    assert spec.column.level is Level.RHK


@pytest.mark.parametrize(("field", "required"), [("text", True), ("arah", False), ("day", False)])
def test_field_without_default_is_required(field: str, *, required: bool) -> None:
    assert column_by_field(DrawnRow, field).required is required


def test_unknown_field_is_an_error_of_ours() -> None:
    with pytest.raises(StopIteration):
        column_by_field(DrawnRow, "nothing")


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": 5, "count": 1},
        {"text": "a", "count": "1"},
        {"text": "a", "count": True},
        {"text": "a", "count": 1, "share": 0.5},
        {"text": "a", "count": 1, "share": Decimal(0)},
        {"text": "a", "count": 1, "arah": "Naik"},
        {"text": "a", "count": 1, "other": "x"},
        {"text": "12345678", "count": 1},
    ],
)
def test_rows_are_strict(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        DrawnRow.model_validate(wrong)


def test_rows_are_frozen() -> None:
    row = DrawnRow(text="a", count=1)

    with pytest.raises(ValidationError):
        row.text = "b"  # type: ignore[misc] # that is the point
