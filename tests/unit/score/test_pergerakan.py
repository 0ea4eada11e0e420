"""Units by how far their share at Baik or better moved."""

from __future__ import annotations

from dataclasses import replace

from kinerja_xlsx.model.kinerja_unit import KinerjaUnit
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.score.pergerakan import rank_moves
from tests.rekap_drawn import SETDA
from tests.rekap_penuh import MOVED, spread, unit

FEW = 10


def moved(kode: str, then: tuple[int, int], now: tuple[int, int]) -> BarisUnit:
    """Draw a unit by its people at Baik and its people with any predikat, then and now."""
    counts = {Predikat.BAIK: then[0], Predikat.KURANG: then[1] - then[0]}
    dulu = tuple((one, counts.get(one, 0)) for one in Predikat)
    return unit(kode, spread(0, *now), KinerjaUnit(replace(MOVED, dulu=dulu)))


def test_units_stand_from_the_largest_rise_to_the_largest_fall_and_small_ones_last() -> None:
    found = rank_moves(
        (
            moved("TURUN", (20, 20), (10, 20)),
            moved("KECIL", (0, 9), (20, 20)),
            moved("TETAP", (10, 20), (20, 40)),
            moved("NAIK", (10, 20), (30, 30)),
            moved("B", (10, 30), (20, 40)),
        ),
        FEW,
    )

    assert [(one.kode, one.is_small) for one in found] == [
        ("NAIK", False),
        ("B", False),
        ("TETAP", False),
        ("TURUN", False),
        ("KECIL", True),
    ]
    assert (found[0].dulu, found[0].kini) == ((10, 20), (30, 30))


def test_equal_changes_stand_in_order_of_their_code() -> None:
    found = rank_moves((moved("B", (2, 20), (4, 20)), moved("A", (10, 100), (20, 100))), FEW)

    assert [one.kode for one in found] == ["A", "B"]


def test_a_unit_without_people_in_one_of_the_periods_did_not_move() -> None:
    assert rank_moves((moved("A", (0, 0), (5, 9)), moved("B", (5, 9), (0, 0)), SETDA), FEW) == ()
