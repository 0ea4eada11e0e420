"""What Excel does with a validation: judged from the file, by operators written here in Python."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

Cell = str | float | bool | None
"""A value as Excel holds it: dates and times are numbers."""
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - cells have no zone


class ExcelError(Exception):
    """The value of a formula is an error such as #VALUE!."""


def as_excel(value: object) -> Cell:
    """Turn a value into what Excel keeps of it once it is typed."""
    if isinstance(value, str | bool) or value is None:
        return value
    if isinstance(value, date | time):
        return _as_serial(value)
    if isinstance(value, tuple):
        return ", ".join(str(as_excel(one)) for one in value)
    return str(value.value) if isinstance(value, Enum) else float(str(value))


def _as_serial(value: date | time) -> float:
    if isinstance(value, time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / 86_400
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    return (moment - _DAY_ZERO).total_seconds() / 86_400


def excel_length(value: Cell) -> int:
    """Count as LEN does: in units of UTF-16, of a number its shown digits."""
    if isinstance(value, bool):
        return len(str(value))
    if isinstance(value, float | int):
        return len(f"{value:.15g}")
    return len((value or "").encode("utf-16-le", errors="surrogatepass")) // 2


def accepts(book: Workbook, limits: DataValidation, typed: object) -> bool:
    """Tell whether Excel takes a typed value without asking."""
    value = as_excel(typed)
    if value is None or value == "":
        return bool(limits.allowBlank)
    if not limits.showErrorMessage:
        return True
    return _JUDGES[str(limits.type)](book, limits, value)


def _in_list(book: Workbook, limits: DataValidation, value: Cell) -> bool:
    """Compare with the cells of a named range, capitals aside."""
    sheet, cells = book.defined_names[str(limits.formula1)].attr_text.split("!")
    allowed = [cell.value for (cell,) in book[sheet][cells.replace("$", "")]]
    return isinstance(value, str) and value.casefold() in {str(one).casefold() for one in allowed}


def _number(_book: Workbook, limits: DataValidation, value: Cell) -> bool:
    if isinstance(value, bool) or not isinstance(value, float | int):
        return False
    if limits.type == "whole" and value != int(value):
        return False
    return _within(limits, float(value))


def _length(_book: Workbook, limits: DataValidation, value: Cell) -> bool:
    return _within(limits, excel_length(value))


def _within(limits: DataValidation, number: float) -> bool:
    first = float(str(limits.formula1))
    match limits.operator:
        case None | "between":
            return first <= number <= float(str(limits.formula2))
        case "lessThanOrEqual":
            return number <= first
        case "greaterThanOrEqual":
            return number >= first
        case other:
            raise NotImplementedError(other)


def _custom(_book: Workbook, limits: DataValidation, value: Cell) -> bool:
    try:
        return bool(evaluate(str(limits.formula1), value))
    except ExcelError:
        return False


_JUDGES: Mapping[str, Callable[[Workbook, DataValidation, Cell], bool]] = {
    "list": _in_list,
    "whole": _number,
    "decimal": _number,
    "date": _number,
    "textLength": _length,
    "custom": _custom,
}

# -- formulas about one cell ------------------------------------------------------------------

_TOKEN = re.compile(r'\s*("(?:[^"]|"")*"|[A-Z]+(?=\()|[A-Z]+[0-9]+|[A-Z]+|[0-9.]+|<>|<=|>=|.)')
_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_LOGICAL: Mapping[str, bool] = {"TRUE": True, "FALSE": False}
Lazy = Callable[[], Cell]


def evaluate(formula: str, value: Cell) -> Cell:
    """Calculate a formula whose only reference is the cell that holds the value.

    Raises:
        ExcelError: Its value is an error.
    """
    parser = _Parser(_TOKEN.findall(formula), value)
    lazy = parser.comparison()
    assert parser.at == len(parser.tokens), formula
    return lazy()


@dataclass
class _Parser:
    tokens: Sequence[str]
    value: Cell
    at: int = field(default=0)

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1]

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def comparison(self) -> Lazy:
        left = self.total()
        if self.peek() not in _COMPARE:
            return left
        compare, right = _COMPARE[self.take()], self.total()
        return lambda: _compared(compare, left(), right())

    def total(self) -> Lazy:
        left = self.term()
        while self.peek() in {"+", "-"}:
            sign, one, other = self.take(), left, self.term()
            left = _sum(one, other, 1 if sign == "+" else -1)
        return left

    def term(self) -> Lazy:
        token = self.take()
        if self.peek() == "(":
            return self._call(token)
        if token.startswith('"'):
            return lambda: token[1:-1].replace('""', '"')
        if token in _LOGICAL:
            return lambda: _LOGICAL[token]
        if token[0].isdigit():
            return lambda: float(token)
        return lambda: self.value

    def _call(self, name: str) -> Lazy:
        arguments: list[Lazy] = []
        while self.take() != ")":
            arguments.append(self.comparison())
        return lambda: _FUNCTIONS[name](*arguments)


def _compared(compare: Callable[[Any, Any], bool], one: Cell, other: Cell) -> bool:
    """Compare as Excel does: numbers come before every text, capitals do not matter."""
    ranks = [(isinstance(item, str), item.casefold() if isinstance(item, str) else item)
             for item in (one, other)]  # fmt: skip
    return compare(ranks[0], ranks[1])


def _sum(one: Lazy, other: Lazy, sign: int) -> Lazy:
    return lambda: _to_number(one()) + sign * _to_number(other())


def _to_number(value: Cell) -> float:
    if isinstance(value, str):
        if not re.fullmatch(r"\s*[+-]?[0-9]+\s*", value):
            raise ExcelError(value)
        return float(value)
    return float(value or 0)


def _to_text(value: Cell) -> str:
    return value if isinstance(value, str) else "" if value is None else f"{value:.15g}"


def _find(needle: Lazy, text: Lazy) -> Cell:
    place = _to_text(text()).find(_to_text(needle()))
    if place < 0:
        raise ExcelError("FIND")
    return float(place + 1)


def _slice(text: Lazy, count: Lazy, *, of_start: bool) -> Cell:
    shown, length = _to_text(text()), int(_to_number(count()))
    if length < 0:
        raise ExcelError("LEFT")
    return shown[:length] if of_start else shown[max(len(shown) - length, 0) :]


def _if_error(value: Lazy, instead: Lazy) -> Cell:
    try:
        return value()
    except ExcelError:
        return instead()


def _is_number(value: Lazy) -> Cell:
    try:
        found = value()
    except ExcelError:
        return False
    return isinstance(found, float | int) and not isinstance(found, bool)


_FUNCTIONS: Mapping[str, Callable[..., Cell]] = {
    "AND": lambda *tests: all([bool(test()) for test in tests]),  # noqa: C419 - an error anywhere
    "OR": lambda *tests: any([bool(test()) for test in tests]),  # noqa: C419 - an error anywhere
    "NOT": lambda test: not test(),
    "IF": lambda test, then, other: then() if test() else other(),
    "IFERROR": _if_error,
    "ISTEXT": lambda value: isinstance(value(), str),
    "ISNUMBER": _is_number,
    "LEN": lambda value: float(excel_length(value())),
    "FIND": _find,
    "SUBSTITUTE": lambda text, old, new: _to_text(text()).replace(old(), new()),
    "LEFT": lambda text, count: _slice(text, count, of_start=True),
    "RIGHT": lambda text, count: _slice(text, count, of_start=False),
    "VALUE": lambda text: _to_number(text()),
}
