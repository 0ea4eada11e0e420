"""Drop-downs, limits and input messages of a column, from its specification."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.nip import NIP_LENGTH
from kinerja_xlsx.spec.row import ColumnSpec, Kind, SheetModel
from kinerja_xlsx.spec.types import DECIMALS
from kinerja_xlsx.spec.uraian import limits_text, required_text
from kinerja_xlsx.write.page import At, address
from kinerja_xlsx.write.template.jam import clock_is_wrong
from kinerja_xlsx.write.template.referensi import ListSource

MAX_TITLE: Final = 32
MAX_MESSAGE: Final = 255
Options = dict[str, object]
Sources = Mapping[type[Enum], ListSource]

_FIRST_DAY: Final = date(1900, 1, 1)
_SHORTEST_INDIKATOR: Final = 3
_STOPS: Final = frozenset({
    Kind.NIP, Kind.NIP_ATAU_KODE, Kind.KODE, Kind.NOMOR_INDIKATOR, Kind.BULAT, Kind.DAFTAR,
})  # fmt: skip
"""Kinds whose wrong cells Excel refuses; others it only asks about."""
_SHOWN_OTHERWISE: Final = frozenset({Kind.DAFTAR, Kind.PERIODE})
"""Kinds whose limits the arrow in the cell or the prompt shows already."""


def validation_of(
    model: type[SheetModel], spec: ColumnSpec, first: At, sources: Sources
) -> Options:
    """Say what Excel allows in the cells of a column, and what it tells.

    Args:
        model: The row or form class.
        spec: One of its columns.
        first: The first cell of the range; relative references start there.
        sources: Where the choices of each list stand.
    """
    return {
        **_RULES[spec.kind](spec, address(first), sources),
        "ignore_blank": True,
        "input_title": spec.heading[:MAX_TITLE],
        "input_message": input_message(model, spec),
        "error_title": spec.heading[:MAX_TITLE],
        "error_message": error_message(spec),
        "error_type": "stop" if spec.kind in _STOPS else "warning",
    }


def heading_note(model: type[SheetModel], spec: ColumnSpec) -> Options:
    """Say what the heading cell tells when it is selected."""
    return {
        "validate": "any",
        "input_title": spec.heading[:MAX_TITLE],
        "input_message": input_message(model, spec),
    }


def input_message(model: type[SheetModel], spec: ColumnSpec) -> str:
    """Say what belongs in a cell, whether it is required, and its limits; at most 255 letters."""
    parts = [spec.column.prompt]
    if spec.required or "kosong" not in spec.column.prompt.casefold():
        parts.append(_sentence(required_text(model, spec.field)))
    if spec.kind not in _SHOWN_OTHERWISE:
        parts.append(_sentence(limits_text(spec)))
    message = ""
    for part in parts:
        longer = f"{message}\n{part}" if message else part
        message = longer if len(longer) <= MAX_MESSAGE else message
    return message


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def error_message(spec: ColumnSpec) -> str:
    """Say what a cell may hold when something else was typed; at most 255 letters."""
    message = f"{spec.heading}: {limits_text(spec)}."
    if len(message) > MAX_MESSAGE:
        message = f"{spec.heading}: pilih dari panah di sel."
    return message


def _list(spec: ColumnSpec, _cell: str, sources: Sources) -> Options:
    if spec.choices is None:
        return {"validate": "any"}
    return {"validate": "list", "source": f"={sources[spec.choices].name}"}


def _nip(_spec: ColumnSpec, cell: str, _sources: Sources) -> Options:
    return _custom(f"=AND(ISTEXT({cell}),LEN({cell})={NIP_LENGTH})")


def _code(spec: ColumnSpec, cell: str, _sources: Sources) -> Options:
    return _custom(f"=AND(ISTEXT({cell}),LEN({cell})<={spec.max_length})")


def _indikator(spec: ColumnSpec, cell: str, _sources: Sources) -> Options:
    shape = f"LEN({cell})>={_SHORTEST_INDIKATOR},LEN({cell})<={spec.max_length}"
    return _custom(f'=AND(ISTEXT({cell}),{shape},ISNUMBER(FIND(".",{cell})))')


def _periode(_spec: ColumnSpec, cell: str, _sources: Sources) -> Options:
    return _custom(f"=ISTEXT({cell})")


def _several(spec: ColumnSpec, cell: str, sources: Sources) -> Options:
    """Offer the choices; a cell may hold several of them, which no list of Excel can check."""
    return {**_list(spec, cell, sources), "show_error": False}


def _clock(_spec: ColumnSpec, cell: str, _sources: Sources) -> Options:
    return _custom(f"=NOT({clock_is_wrong(cell)})")


def _custom(formula: str) -> Options:
    return {"validate": "custom", "value": formula}


def _text(spec: ColumnSpec, _cell: str, _sources: Sources) -> Options:
    return {"validate": "length", "criteria": "<=", "value": spec.max_length}


def _whole(spec: ColumnSpec, _cell: str, _sources: Sources) -> Options:
    return {"validate": "integer", **_between(spec)}


def _decimal(spec: ColumnSpec, _cell: str, _sources: Sources) -> Options:
    return {"validate": "decimal", **_between(spec)}


def _between(spec: ColumnSpec) -> Options:
    return {"criteria": "between", "minimum": _smallest(spec), "maximum": _plain(spec.at_most)}


def _smallest(spec: ColumnSpec) -> float | int:
    """Find the smallest number allowed; more than 0 is 1 or, with 4 decimals, 0,0001 or more."""
    if spec.more_than is None:
        return _plain(spec.at_least)
    decimals = DECIMALS if spec.decimals is None else spec.decimals
    decimals = 0 if spec.kind is Kind.BULAT else decimals
    return _plain(spec.more_than + Decimal(1).scaleb(-decimals))


def _plain(number: Decimal | None) -> float | int:
    """Hand a limit to the library, whole where it is whole."""
    if number is None:
        raise ValueError("kolom angka tanpa batas")
    return int(number) if number == number.to_integral_value() else float(number)


def _day(_spec: ColumnSpec, _cell: str, _sources: Sources) -> Options:
    return {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}


_RULES: Final[Mapping[Kind, Callable[[ColumnSpec, str, Sources], Options]]] = MappingProxyType({
    Kind.NIP: _nip,
    Kind.NIP_ATAU_KODE: _code,
    Kind.NOMOR_INDIKATOR: _indikator,
    Kind.KODE: _code,
    Kind.PERIODE: _periode,
    Kind.TEKS: _text,
    Kind.BULAT: _whole,
    Kind.ANGKA: _decimal,
    Kind.TANGGAL: _day,
    Kind.DAFTAR: _list,
    Kind.DAFTAR_BANYAK: _several,
    Kind.JAM: _clock,
})  # fmt: skip
