"""What can be wrong with one cell of each kind: as an Excel condition, in Python, and in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.nip import NIP_LENGTH
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.spec.row import ColumnSpec, Kind
from kinerja_xlsx.spec.uraian import range_text
from kinerja_xlsx.write.page import InputValue
from kinerja_xlsx.write.template.jam import clock_is_wrong, is_wrong_clock, shown_text
from kinerja_xlsx.write.template.referensi import ListSource

_DAY_ZERO: Final = date(1899, 12, 30).toordinal()
"""Excel counts days from here."""
ENDLESS: Final = Decimal(10**12)
"""A limit that only keeps slips of the keyboard out; a message need not name it."""
Cells = Mapping[str, InputValue]
"""One row: field name to value."""


@dataclass(frozen=True, slots=True)
class References:
    """How formulas on one sheet name its cells: `{r}` is the row, `{a}` the row above.

    Attributes:
        columns: Field name to column number.
        sources: Where the choices of each list stand.
    """

    columns: Mapping[str, int]
    sources: Mapping[type[Enum], ListSource]

    def cell(self, field: str, row: str = "{r}") -> str:
        """Name the cell of a field."""
        return f"{column_letters(self.columns[field])}{row}"


@dataclass(frozen=True, slots=True)
class KindRule:
    """The rule of one kind of cell that holds something.

    Attributes:
        expression: Writes the Excel condition that is true when the cell is wrong.
        is_wrong: The same in Python.
        message: Says what is wanted, to follow the heading.
    """

    expression: Callable[[ColumnSpec, References], str]
    is_wrong: Callable[[ColumnSpec, InputValue, Cells], bool]
    message: Callable[[ColumnSpec], str]


def folded(value: InputValue) -> object:
    """Compare as Excel does: capitals do not matter."""
    return value.casefold() if isinstance(value, str) else value


def number_of(value: InputValue) -> Decimal | None:
    """Take a value for a number where Excel does; None for text and truth values."""
    if isinstance(value, date):
        return Decimal(value.toordinal() - _DAY_ZERO)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return Decimal(str(value))


def _is_number(value: InputValue) -> bool:
    """Tell whether Excel takes a value for a number; its dates are numbers."""
    return number_of(value) is not None


def _length(spec: ColumnSpec) -> str:
    return "" if spec.max_length is None else format_number(Decimal(spec.max_length))


def _too_long(spec: ColumnSpec, value: InputValue) -> bool:
    return spec.max_length is not None and len(str(value)) > spec.max_length


# Excel compares text as greater than any number, so a limit needs no test for text before it;
# LEN of a blank cell is 0, and a blank cell counts as 0 among numbers.

# -- NIP and codes ------------------------------------------------------------------------------


def _nip_expression(spec: ColumnSpec, refs: References) -> str:
    cell = refs.cell(spec.field)
    wrong = f'ISNUMBER({cell}),LEN(SUBSTITUTE({cell}," ",""))<>{NIP_LENGTH}'
    return f"OR({wrong})" if spec.required else f'AND({cell}<>"",OR({wrong}))'


def _nip_wrong(_spec: ColumnSpec, value: InputValue, _cells: Cells) -> bool:
    return _is_number(value) or len(str(value).replace(" ", "")) != NIP_LENGTH


def _code_expression(spec: ColumnSpec, refs: References) -> str:
    cell = refs.cell(spec.field)
    return f"OR(ISNUMBER({cell}),LEN({cell})>{spec.max_length})"


def _code_wrong(spec: ColumnSpec, value: InputValue, _cells: Cells) -> bool:
    return _is_number(value) or _too_long(spec, value)


_CODE: Final = KindRule(
    expression=_code_expression,
    is_wrong=_code_wrong,
    message=lambda spec: f"harus teks, paling banyak {_length(spec)} huruf",
)


# A number of its own stands beside No RHK and is required; an optional one points at another row.


def _indikator_expression(spec: ColumnSpec, refs: References) -> str:
    if not spec.required:
        cell = refs.cell(spec.field)
        return f'AND({cell}<>"",ISERROR(FIND(".",SUBSTITUTE({cell},",","."))))'
    cell, rhk = refs.cell(spec.field), refs.cell("no_rhk")
    return f'LEFT(SUBSTITUTE({cell},",","."),LEN({rhk})+1)<>{rhk}&"."'


def _indikator_wrong(spec: ColumnSpec, value: InputValue, cells: Cells) -> bool:
    if not spec.required:
        return "." not in shown_text(value).replace(",", ".")
    rhk = cells.get("no_rhk")
    return not str(value).replace(",", ".").startswith(f"{'' if rhk is None else rhk}.")


# -- text, numbers, dates, lists ------------------------------------------------------------------


def _text_expression(spec: ColumnSpec, refs: References) -> str:
    return f"LEN({refs.cell(spec.field)})>{spec.max_length}"


def _number_expression(spec: ColumnSpec, refs: References) -> str:
    cell = refs.cell(spec.field)
    limits = ((spec.at_least, "<"), (spec.more_than, "<="), (spec.at_most, ">"))
    tests = [f"{cell}{sign}{_short(limit)}" for limit, sign in limits if limit is not None]
    if spec.at_most is None:  # text is above every limit
        tests.insert(0, f"ISTEXT({cell})")
    wrong = f"OR({','.join(tests)})"
    if spec.kind is Kind.BULAT:
        # INT of a text is an error, so it is reached by numbers only.
        wrong = f"IF({wrong},TRUE,{cell}<>INT({cell}))"
    needs_guard = spec.more_than is not None or (spec.at_least is not None and spec.at_least > 0)
    return f'IF({cell}<>"",{wrong})' if needs_guard and not spec.required else wrong


def _short(limit: Decimal) -> str:
    """Write a limit in a formula; a long row of noughts as a power."""
    text = str(limit)
    return f"1E{len(text) - 1}" if len(text) > len("1E99") and text.strip("0") == "1" else text


def _number_wrong(spec: ColumnSpec, value: InputValue, _cells: Cells) -> bool:
    number = number_of(value)
    if number is None:
        return True
    return (
        (spec.kind is Kind.BULAT and number != number.to_integral_value())
        or (spec.at_least is not None and number < spec.at_least)
        or (spec.more_than is not None and number <= spec.more_than)
        or (spec.at_most is not None and number > spec.at_most)
    )


def _number_message(spec: ColumnSpec) -> str:
    if spec.at_most is not None and spec.at_most < ENDLESS:
        return f"harus angka {range_text(spec)}"
    if spec.more_than is not None:
        return f"harus angka lebih dari {format_number(spec.more_than)}"
    least = Decimal(0) if spec.at_least is None else spec.at_least
    return f"harus angka, paling sedikit {format_number(least)}"


def _list_expression(spec: ColumnSpec, refs: References) -> str:
    if spec.choices is None:
        return "FALSE"
    cell = refs.cell(spec.field)
    # An error, not only "not found": Excel cannot look for a text of more than 255 letters.
    missing = f"ISERROR(MATCH({cell},{refs.sources[spec.choices].cells},0))"
    # A required entry may still be blank: in a row that nobody has begun.
    is_filled = spec.required and not spec.column.is_entry
    return missing if is_filled else f'AND({cell}<>"",{missing})'


def _list_wrong(spec: ColumnSpec, value: InputValue, _cells: Cells) -> bool:
    return all(folded(member.value) != folded(value) for member in spec.choices or ())


def _several_expression(spec: ColumnSpec, refs: References) -> str:
    """Take the choices and what stands between them away: nothing may be left."""
    rest = f"LOWER({refs.cell(spec.field)})"
    for text in _between_choices(spec):
        rest = f'SUBSTITUTE({rest},"{text}","")'
    return f'{rest}<>""'


def _several_wrong(spec: ColumnSpec, value: InputValue, _cells: Cells) -> bool:
    rest = shown_text(value).lower()
    for text in _between_choices(spec):
        rest = rest.replace(text, "")
    return rest != ""


def _between_choices(spec: ColumnSpec) -> tuple[str, ...]:
    return (*(str(member.value).lower() for member in spec.choices or ()), ",", " ")


KIND_RULES: Final[Mapping[Kind, KindRule]] = MappingProxyType({
    Kind.NIP: KindRule(
        _nip_expression, _nip_wrong, lambda _spec: f"harus teks {NIP_LENGTH} angka"
    ),
    Kind.NIP_ATAU_KODE: _CODE,
    Kind.KODE: _CODE,
    Kind.NOMOR_INDIKATOR: KindRule(
        _indikator_expression, _indikator_wrong, lambda _spec: "harus diawali No RHK dan titik"
    ),
    Kind.PERIODE: KindRule(
        lambda spec, refs: f"ISNUMBER({refs.cell(spec.field)})",
        lambda _spec, value, _cells: _is_number(value),
        lambda _spec: "harus teks, misalnya 2026-TW1",
    ),
    Kind.TEKS: KindRule(
        _text_expression,
        lambda spec, value, _cells: _too_long(spec, value),
        lambda spec: f"lebih dari {_length(spec)} huruf",
    ),
    Kind.BULAT: KindRule(
        _number_expression, _number_wrong, lambda spec: f"harus bilangan bulat {range_text(spec)}"
    ),
    Kind.ANGKA: KindRule(
        _number_expression, _number_wrong, _number_message
    ),
    Kind.TANGGAL: KindRule(
        lambda spec, refs: f"ISTEXT({refs.cell(spec.field)})",
        lambda _spec, value, _cells: not _is_number(value),
        lambda _spec: "harus tanggal",
    ),
    Kind.DAFTAR: KindRule(
        _list_expression, _list_wrong, lambda _spec: "tidak ada dalam pilihan"
    ),
    Kind.DAFTAR_BANYAK: KindRule(
        _several_expression, _several_wrong, lambda _spec: "tidak ada dalam pilihan"
    ),
    Kind.JAM: KindRule(
        lambda spec, refs: clock_is_wrong(refs.cell(spec.field)),
        lambda _spec, value, _cells: is_wrong_clock(value),
        lambda _spec: "harus jam, misalnya 08.00",
    ),
})  # fmt: skip
