"""File names that speak of another unit or period than their content, which alone counts."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.period import Period, PeriodError
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate.synonyms import fold

_NAMED: Final = re.compile(
    r"(?<![a-z])(?:isian|perbaikan)_(?P<unit>.+?)_"
    r"(?P<period>20[0-9]{2}(?:-(?:tw[1-4]|s[12]|[0-9]{2}))?)(?![0-9a-z-])",
    re.IGNORECASE,
)
"""Names as `templat` and `proses` give them; people's own names say nothing certain."""


def check_file_name(
    file: str, unit: str, period: Period, settings: Settings | None
) -> tuple[Issue, ...]:
    """Warn of a name that promises another known unit, or another period.

    Args:
        file: Path below `input/`.
        unit: Kode Unit of the content.
        period: Period of the content.
        settings: The units; without them only the period is compared.
    """
    match = _NAMED.search(PurePosixPath(file).stem)
    if match is None:
        return ()
    others = {fold(code): code for code in settings.units} if settings else {}
    named_unit = others.get(fold(match["unit"]), unit)
    named_period = _period(match["period"]) or period
    parts = [
        (word, named, actual)
        for word, named, actual in (
            ("unit", named_unit, unit),
            ("periode", named_period.code, period.code),
        )
        if named != actual
    ]
    if not parts:
        return ()
    return (
        make_issue(
            IssueCode.LBK_08,
            Place(file),
            sebutan=", ".join(f"{word} {named}" for word, named, _ in parts),
            isi=", ".join(f"{word} {actual}" for word, _, actual in parts),
        ),
    )


def named_identity(file: str, settings: Settings | None) -> tuple[str, str] | None:
    """Give the unit and period that a name states, where the settings know both."""
    match = _NAMED.search(PurePosixPath(file).stem)
    if match is None or settings is None:
        return None
    units = {fold(code): code for code in settings.units}
    period = _period(match["period"])
    unit = units.get(fold(match["unit"]))
    if unit is None or period is None or period.code not in settings.periods:
        return None
    return unit, period.code


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text.upper())
    except PeriodError:
        return None
