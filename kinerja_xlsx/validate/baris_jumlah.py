"""Total rows: by their word, or by figures that are the sums of the column above."""

from __future__ import annotations

import math
import re
from typing import Final, TypeGuard

from kinerja_xlsx.model.submission import CellValue, RawRow
from kinerja_xlsx.validate.shown import show

_TOTAL: Final = re.compile(
    r"(?:(?:grand|sub)[\s\-]*)?(?:total|jumlah|rata\s*-?\s*rata|rerata)"
    r"(?:\s+(?:total|jumlah|seluruhnya|keseluruhan|bobot|nilai|pegawai|akhir))?\s*[:.]?"
)
_SPACED_LETTERS: Final = re.compile(r"[a-z](?: [a-z])+")
_LEAST_SUMMED: Final = 2
"""The total of a single figure is the figure, and so tells nothing."""
_EXACT: Final = 1e-9
_FORMULA_LABEL: Final = "(rumus)"


def is_total(first: CellValue) -> bool:
    """Recognise a total by its first cell: further right `Jumlah` is a choice of Agregasi."""
    if not isinstance(first, str):
        return False
    text = " ".join(first.casefold().split())
    if _SPACED_LETTERS.fullmatch(text):
        text = text.replace(" ", "")
    return bool(_TOTAL.fullmatch(text))


class ColumnSums:
    """The figures of each column so far, to recognise a total row that has no word.

    Attributes:
        label: How the total row found last may be called.
    """

    def __init__(self) -> None:
        # Nearly every sheet has no such row, so that adding up waits until one may be there.
        self._pending: list[RawRow] = []
        self.add = self._pending.append
        """Take the figures of a row of data in."""
        self._figures: dict[int, list[float]] = {}
        self.label = ""

    def are_in(self, raw: RawRow) -> bool:
        """Tell whether a row holds nothing but totals or means of the columns above it."""
        facts = raw.facts or {}
        filled = [index for index, value in enumerate(raw.values) if value not in {None, ""}]
        formulas = {index for index, found in facts.items() if found.formula}
        concerned = {*filled, *formulas}
        if not concerned or any(isinstance(raw.values[index], str) for index in concerned):
            return False
        self._take_pending()
        if not all(
            self._is_sum(index, raw.values[index], is_formula=index in formulas)
            for index in concerned
        ):
            return False
        self.label = show(raw.values[filled[0]]) if filled else _FORMULA_LABEL
        return True

    def _take_pending(self) -> None:
        for raw in self._pending:
            for index, value in enumerate(raw.values):
                if _is_figure(value):
                    self._figures.setdefault(index, []).append(float(value))
        self._pending.clear()

    def _is_sum(self, index: int, value: CellValue, *, is_formula: bool) -> bool:
        figures = self._figures.get(index, ())
        if len(figures) < _LEAST_SUMMED:
            return False
        if is_formula and (value is None or _is_figure(value)):
            return True
        return _is_figure(value) and any(
            math.isclose(float(value), known, rel_tol=_EXACT)
            for known in (math.fsum(figures), math.fsum(figures) / len(figures))
        )


def _is_figure(value: CellValue) -> TypeGuard[int | float]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value)
