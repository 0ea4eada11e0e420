"""What can be wrong with a time of the day: as an Excel condition, and the same in Python.

Right are texts such as `08.00` and `08:00`, which mean the same in every language of Excel, and
the fraction of a day that Excel itself stores for a time. The checks on return know more: they
refuse a fraction that may be 0.30 typed as a number.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

from kinerja_xlsx.write.page import InputValue

_DOT: Final = "."
_HOURS: Final = 24
_MINUTES: Final = 60


def clock_is_wrong(cell: str) -> str:
    """Write the Excel condition that is true when a cell holds something that is no time.

    Short, since Excel takes no limit of a cell that is longer than 255 letters.
    """
    hour, minute = f"VALUE(LEFT({cell},LEN({cell})-3))", f"VALUE(RIGHT({cell},2))"
    tests = (
        f'FIND(".",SUBSTITUTE({cell},":","."))=LEN({cell})-2',
        f"LEN({cell})<=5",
        f"{hour}>=0",
        f"{hour}<{_HOURS}",
        f"{minute}>=0",
        f"{minute}<{_MINUTES}",
    )
    is_text = f"IFERROR(AND({','.join(tests)}),FALSE)"
    return f'IF({cell}="",FALSE,IF(ISNUMBER({cell}),OR({cell}<0,{cell}>=1),NOT({is_text})))'


def is_wrong_clock(value: InputValue) -> bool:
    """Tell the same of a value that is not blank."""
    if isinstance(value, time):
        return False
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return not 0 <= value < 1
    if isinstance(value, date | datetime):
        return True
    hour, dot, minute = str(value).replace(":", _DOT).partition(_DOT)
    digits = hour.isdecimal() and minute.isdecimal() and dot == _DOT
    shape = digits and 1 <= len(hour) <= len("23") and len(minute) == len("59")
    return not (shape and int(hour) < _HOURS and int(minute) < _MINUTES)


def shown_text(value: InputValue) -> str:
    """Write a value as Excel takes it for a text; numbers and dates are long rows of digits."""
    return value if isinstance(value, str) else "" if value is None else format(value, "")
