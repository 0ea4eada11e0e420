"""Indicators by their text over many assignments: who reached their target."""

from __future__ import annotations

from typing import Any

import pytest

from kinerja_xlsx.model.kinerja_unit import IndikatorUnit, KinerjaUnit
from kinerja_xlsx.model.law import Arah, Pendekatan
from kinerja_xlsx.score.indikator_kota import count_reached, hardly_reached
from tests.rekap_penuh import spread, unit
from tests.unit.score.rows import indikator, penugasan, score


def counted(*rows: dict[str, Any]) -> tuple[IndikatorUnit, ...]:
    """Count assignments of one indicator each."""
    drawn = [indikator(**row) for row in rows]
    return count_reached([(penugasan(row), score(row)[0]) for row in drawn])


@pytest.mark.parametrize(
    ("realisasi", "reached"), [("99.99", 0), ("100", 1), ("130", 1), ("0", 0)]
)
def test_target_is_reached_at_a_hundred_percent(realisasi: str, reached: int) -> None:
    (one,) = counted({"target": 100, "realisasi": realisasi})

    assert (one.penugasan, one.tercapai) == (1, reached)


def test_less_reaches_a_target_that_counts_down() -> None:
    (one,) = counted({"target": 10, "realisasi": 9, "arah": Arah.TURUN})

    assert one.tercapai == 1


def test_same_text_is_one_indicator_whatever_its_number_spaces_and_letters() -> None:
    found = counted(
        {"no": "1.1", "indikator": "Jumlah  Pasien", "realisasi": 100},
        {"no": "2.3", "indikator": "jumlah pasien", "realisasi": 50},
        {"indikator": "Jumlah pasien", "satuan": "orang", "realisasi": 50},
        {"indikator": "Jumlah pasien", "arah": Arah.TURUN, "realisasi": 50},
    )

    assert [(one.indikator, one.penugasan, one.tercapai) for one in found] == [
        ("Jumlah  Pasien", 2, 1),
        ("Jumlah pasien", 1, 0),
        ("Jumlah pasien", 1, 1),
    ]


def test_without_a_capaian_nothing_is_said_of_the_indicator() -> None:
    words = indikator(realisasi=100)
    in_words = score(words, pendekatan=Pendekatan.KUALITATIF)[0]

    assert counted({"realisasi": None}) == ()
    assert count_reached([(penugasan(words), in_words)]) == ()


def one_of(text: str, people: int, reached: int) -> IndikatorUnit:
    return IndikatorUnit(text, "persen", Arah.NAIK, people, reached)


def test_those_that_nobody_reaches_come_first_then_by_share_and_number() -> None:
    spreading = spread(0, 10, 10)
    units = (
        unit("A", spreading, KinerjaUnit(indikator=(
            one_of("Sedikit", 2, 0), one_of("Nihil", 2, 0), one_of("Banyak", 8, 0),
            one_of("Seperempat", 4, 1), one_of("Lebih", 7, 2),
        ))),
        unit("B", spreading, KinerjaUnit(indikator=(one_of("nihil", 5, 0),))),
        unit("C", spreading),
    )  # fmt: skip

    found = hardly_reached(units)

    assert [(one.indikator.indikator, one.indikator.penugasan) for one in found] == [
        ("Banyak", 8),
        ("Nihil", 7),
        ("Seperempat", 4),
    ]
    assert found[1].units == ("Unit B", "Unit A")
