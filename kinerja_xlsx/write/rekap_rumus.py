"""Live formulas that several tables share: a difference of two cells, a share of a count."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kinerja_xlsx.write.rekap_tabel import KOSONG, Rumus

Figure = Decimal | None
SURE_DECIMALS: Final = 9
"""Cells keep 15 digits, so that further decimals of a difference are noise."""


def selisih(now: tuple[str, Figure], then: tuple[str, Figure]) -> Rumus:
    """Subtract one cell from another, where both hold a number.

    Args:
        now: Address, and the figure there; None where there is none.
        then: The same of what is subtracted.
    """
    change = f"ROUND({now[0]}-{then[0]},{SURE_DECIMALS})"
    formula = f'=IF(AND(ISNUMBER({now[0]}),ISNUMBER({then[0]})),{change},"{KOSONG}")'
    if now[1] is None or then[1] is None:
        return Rumus(formula, KOSONG)
    return Rumus(formula, round(float(now[1]) - float(then[1]), SURE_DECIMALS))


def persen(part: tuple[str, int], whole: tuple[str, int]) -> Rumus:
    """Make a percentage of two cells; a share of nobody is none.

    Args:
        part: Address and count.
        whole: Address and count.
    """
    formula = f'=IF({whole[0]}=0,"{KOSONG}",100*{part[0]}/{whole[0]})'
    return Rumus(formula, 100 * part[1] / whole[1] if whole[1] else KOSONG)
