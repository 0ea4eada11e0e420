"""The one list of columns: a column is one annotated line of a row class, all else is derived."""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import ClassVar, Union

import annotated_types as at
from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo


class Kind(enum.Enum):
    """How the cells of a column are read; the value is the Indonesian word for it."""

    NIP = "NIP"
    NIP_ATAU_KODE = "NIP atau kode"
    NOMOR_INDIKATOR = "nomor indikator"
    KODE = "kode"
    PERIODE = "periode"
    TEKS = "teks"
    BULAT = "bilangan bulat"
    ANGKA = "angka"
    TANGGAL = "tanggal"
    DAFTAR = "pilihan"
    DAFTAR_BANYAK = "beberapa pilihan"
    JAM = "jam"


class Level(enum.Enum):
    """To what a cell belongs; cells of an RHK may be blank on its further rows."""

    BARIS = "baris"
    RHK = "RHK"


@dataclass(frozen=True, slots=True)
class Column:
    """What people see of a column.

    Attributes:
        heading: Exact heading text.
        width: Column width in characters.
        prompt: Input message (at most 255 characters) and text of the guide.
        example: Example value as a person types it.
        kind: How cells are read, where the annotation alone does not tell.
        aliases: Other headings that mean this column.
        level: `RHK` when the cell may be blank on further rows of the same RHK.
        prefilled: Filled in by `templat` and locked for people.
        is_entry: Belongs to what the unit fills in; all of them blank is "belum diisi".
    """

    heading: str
    width: float
    prompt: str
    example: str
    kind: Kind | None = None
    aliases: tuple[str, ...] = ()
    level: Level = Level.BARIS
    prefilled: bool = False
    is_entry: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A cell that is required when others hold certain values.

    Attributes:
        field: The field that is then required.
        when: (source, values) pairs that must all hold. A source is a field of the same row,
            `pegawai.<field>` of the person's row in `Pegawai`, or `identitas.<field>`.
        text: The condition in Indonesian, such as `Jenis Jabatan berisi «Fungsional»`.
    """

    field: str
    when: tuple[tuple[str, frozenset[Enum]], ...]
    text: str


class SheetModel(BaseModel):
    """A strict, frozen model of one row or of one form."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    sheet: ClassVar[str]
    title: ClassVar[str]


class SheetRow(SheetModel):
    """Base of the row classes: one subclass for each data sheet, one field for each column."""

    is_required: ClassVar[bool] = True
    key: ClassVar[tuple[str, ...]] = ()
    conditions: ClassVar[tuple[Condition, ...]] = ()
    spare_rows: ClassVar[int] = 20


class SheetForm(SheetModel):
    """Base of the form classes: labels in column A, values in column B.

    Attributes:
        unasked: Fields that are read where a file has them, but that no template asks for.
    """

    unasked: ClassVar[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column with everything that its annotation says.

    Attributes:
        field: Field name.
        column: What people see.
        kind: How cells are read.
        required: Never blank.
        choices: The enum of a list column.
        at_least: Smallest number allowed.
        more_than: Number that must be exceeded.
        at_most: Largest number allowed.
        max_length: Most characters of a text.
        decimals: Most decimals of a number.
    """

    field: str
    column: Column
    kind: Kind
    required: bool
    choices: type[Enum] | None = None
    at_least: Decimal | None = None
    more_than: Decimal | None = None
    at_most: Decimal | None = None
    max_length: int | None = None
    decimals: int | None = None

    @property
    def heading(self) -> str:
        """The exact heading text."""
        return self.column.heading


@cache
def columns_of(model: type[SheetModel]) -> tuple[ColumnSpec, ...]:
    """List the columns of a row class, or the labels of a form class, in sheet order."""
    return tuple(_column_spec(name, info) for name, info in model.model_fields.items())


def asked_of(model: type[SheetModel]) -> tuple[ColumnSpec, ...]:
    """List what a template asks for: all columns of a row class, and most labels of a form."""
    unasked = model.unasked if issubclass(model, SheetForm) else frozenset()
    return tuple(spec for spec in columns_of(model) if spec.field not in unasked)


def is_protected(model: type[SheetRow]) -> bool:
    """Tell whether a sheet is protected: when some of its columns arrive filled in."""
    return any(spec.column.prefilled for spec in columns_of(model))


@cache
def column_by_field(model: type[SheetModel], field: str) -> ColumnSpec:
    """Find one column by its field name."""
    return next(spec for spec in columns_of(model) if spec.field == field)


def _column_spec(name: str, info: FieldInfo) -> ColumnSpec:
    column = next(item for item in info.metadata if isinstance(item, Column))
    inner = _without_none(info.annotation)
    limits = list(_constraints(info, inner))
    base = typing.get_args(inner)[0] if typing.get_origin(inner) is typing.Annotated else inner
    choices = _choices_of(base)
    decimals = next((m.decimal_places for m in limits if hasattr(m, "decimal_places")), None)
    return ColumnSpec(
        field=name,
        column=column,
        kind=column.kind or _kind_of(base),
        required=info.is_required(),
        choices=choices,
        at_least=_limit(limits, at.Ge, "ge"),
        more_than=_limit(limits, at.Gt, "gt"),
        at_most=_limit(limits, at.Le, "le"),
        max_length=next((m.max_length for m in limits if isinstance(m, at.MaxLen)), None),
        decimals=decimals,
    )


def _choices_of(base: object) -> type[Enum] | None:
    """Find the list of a column of choices, or of a column of several choices in one cell."""
    one = typing.get_args(base)[0] if typing.get_origin(base) is tuple else base
    return one if isinstance(one, type) and issubclass(one, Enum) else None


def _without_none(annotation: object) -> object:
    """Drop `| None` and outer `Annotated` of a field's annotation, keeping inner limits."""
    if typing.get_origin(annotation) in {Union, types.UnionType}:
        return next(arg for arg in typing.get_args(annotation) if arg is not types.NoneType)
    return annotation


def _constraints(info: FieldInfo, inner: object) -> Iterator[object]:
    """Walk the limits on the field and on the type inside `| None`."""
    for item in (*info.metadata, *getattr(inner, "__metadata__", ())):
        if isinstance(item, FieldInfo):
            yield from item.metadata
        else:
            yield item


def _limit(limits: list[object], kind: type, name: str) -> Decimal | None:
    found = next((item for item in limits if isinstance(item, kind)), None)
    return None if found is None else Decimal(str(getattr(found, name)))


def _kind_of(base: object) -> Kind:
    if isinstance(base, type) and issubclass(base, Enum):
        return Kind.DAFTAR
    if typing.get_origin(base) is tuple:
        return Kind.DAFTAR_BANYAK
    by_type = {
        str: Kind.TEKS,
        int: Kind.BULAT,
        Decimal: Kind.ANGKA,
        date: Kind.TANGGAL,
        time: Kind.JAM,
    }
    return by_type[typing.cast("type", base)]
