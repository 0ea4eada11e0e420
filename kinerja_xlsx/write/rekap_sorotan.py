"""A few units to look at on the first page: those that moved most, those that were surveyed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeVar

from kinerja_xlsx.model.number import half_up
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.write import style
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_rumus import SURE_DECIMALS
from kinerja_xlsx.write.rekap_skm import INDEX_DECIMALS
from kinerja_xlsx.write.rekap_skm_unit import people_of_unit, skm_rows
from kinerja_xlsx.write.rekap_tabel import KOSONG, Rumus, Tabel, Value

SHOWN: Final = 6
"""So many units; of more, the first and the last half."""
_TEXT: Final = style.merge(style.CELL_TEXT, style.READ)
_WORD: Final = style.CELL_CENTER
_FIGURE: Final = style.merge(style.CELL_TWO_DECIMALS, {"num_format": "#,##0.0"})
_CHANGE: Final = style.merge(_FIGURE, {"num_format": "+#,##0.0;-#,##0.0;0.0"})
ItemT = TypeVar("ItemT")


@dataclass(frozen=True, slots=True)
class Sorotan:
    """A short table.

    Attributes:
        title: Its title.
        headings: Its four headings.
        looks: Looks of the four columns.
        rows: Its lines.
        empty: What its only line says where there are none.
    """

    title: str
    headings: Sequence[str]
    looks: Sequence[style.Look]
    rows: Sequence[Sequence[Value]]
    empty: str

    @property
    def lines(self) -> Sequence[Sequence[Value]]:
        """Its lines, or the one that says that there are none."""
        return self.rows or [(self.empty, None, None, None)]

    @property
    def names(self) -> Sequence[str]:
        """The texts of its first column."""
        firsts = [line[0] for line in self.lines]
        return [str(one.value if isinstance(one, Rumus) else one) for one in firsts]


def moved_units(rekap: RekapBook, gerak: Tabel) -> Sorotan:
    """Pick the units that rose and fell most, live from `Pergerakan`; small ones are left out."""
    moves = list(enumerate(rekap.gerak, start=gerak.head + 2))
    known = [(row, move) for row, move in moves if not move.is_small]
    shares = {row: _shares(move.dulu, move.kini) for row, move in known}
    up = [(row, move) for row, move in known if shares[row][0] < shares[row][1]]
    down = [(row, move) for row, move in known if shares[row][0] > shares[row][1]]
    half = SHOWN // 2
    there = f"='{gerak.sheet}'!"
    return Sorotan(
        title="Unit yang paling bergerak",
        headings=("Unit yang bergerak", "Lalu (%)", "Kini (%)", "Selisih"),
        looks=(_TEXT, _FIGURE, _FIGURE, _CHANGE),
        rows=[
            (
                Rumus(f"{there}B{row}", move.nama),
                Rumus(f"{there}E{row}", shares[row][0]),
                Rumus(f"{there}H{row}", shares[row][1]),
                Rumus(f"{there}I{row}", round(shares[row][1] - shares[row][0], SURE_DECIMALS)),
            )
            for row, move in (*up[:half], *down[-half:])
        ],
        empty="Belum ada unit yang bergerak.",
    )


def _shares(dulu: tuple[int, int], kini: tuple[int, int]) -> tuple[float, float]:
    then, now = (float(Decimal(100 * good) / total) for good, total in (dulu, kini))
    return then, now


def surveyed_units(rekap: RekapBook, skm: Tabel) -> Sorotan:
    """Pick the units of highest and lowest satisfaction, live from `SKM Unit`."""
    found = [
        (nilai, unit, row)
        for unit, row in skm_rows(rekap, skm)
        if (nilai := _nilai(unit)) is not None
    ]
    found.sort(key=lambda one: (-one[0], one[1].kode))
    there = f"='{skm.sheet}'!"
    return Sorotan(
        title="Kepuasan masyarakat dan predikat",
        headings=("Unit yang disurvei", "SKM", "Mutu", "Baik atau lebih (%)"),
        looks=(_TEXT, _FIGURE, _WORD, _FIGURE),
        rows=[
            (
                Rumus(f"{there}C{row}", unit.nama),
                Rumus(f"{there}O{row}", nilai),
                Rumus(f"{there}P{row}", _mutu(unit)),
                Rumus(f"{there}V{row}", _good(unit)),
            )
            for nilai, unit, row in _ends(found)
        ],
        empty="Belum ada survei kepuasan.",
    )


def _ends(found: Sequence[ItemT]) -> Sequence[ItemT]:
    """Give all, or of many the first and the last ones."""
    half = SHOWN // 2
    return found if len(found) <= SHOWN else [*found[:half], *found[-half:]]


def _nilai(unit: BarisUnit) -> Decimal | None:
    now = unit.kinerja.kepuasan.seluruh if unit.kinerja else None
    return None if now is None else half_up(now.nilai, INDEX_DECIMALS)


def _mutu(unit: BarisUnit) -> str:
    now = unit.kinerja.kepuasan.seluruh if unit.kinerja else None
    return KOSONG if now is None else now.mutu.value


def _good(unit: BarisUnit) -> float | str:
    good, total = people_of_unit(unit)
    return 100 * good / total if total else KOSONG
