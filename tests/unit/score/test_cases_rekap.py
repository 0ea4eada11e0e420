"""The cases of the recap that people can read: ranks, the survey of a unit, who moved."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.rekap import PeriodeLalu
from kinerja_xlsx.score.kepuasan import pool
from kinerja_xlsx.score.perbandingan import compare_unit
from kinerja_xlsx.score.peringkat import rank_units
from tests.unit.score.rows import baris
from tests.unit.score.test_kepuasan import of
from tests.unit.score.test_perbandingan import BEFORE, moves
from tests.unit.score.test_peringkat import unit

CASES: Final = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "rekap.toml").read_text(encoding="utf-8")
)
RESULTS: Final = ("naik", "tetap", "turun", "belum dapat dibandingkan")


def cases(kind: str) -> pytest.MarkDecorator:
    found = CASES[kind]
    return pytest.mark.parametrize("case", found, ids=[case["nama"] for case in found])


@cases("peringkat")
def test_rank_of_units(case: dict[str, Any]) -> None:
    lines = rank_units([unit(kode, *counts) for kode, counts in case["unit"].items()])

    ranks = {line.kode: line.peringkat for line in lines if line.peringkat is not None}
    assert ranks == case["peringkat"]


@cases("skm_unit")
def test_survey_of_a_unit(case: dict[str, Any]) -> None:
    found = pool([
        of(one["responden"], *[Decimal(one["unsur"].replace(",", "."))] * 9)
        for one in case["layanan"]
    ])  # fmt: skip

    assert found is not None
    assert found.step.result.startswith(f"{case['nilai']} = {case['mutu']} (")


@cases("perubahan")
def test_what_became_of_a_person(case: dict[str, Any]) -> None:
    then, now = (Predikat(case[name]) if case[name] else None for name in ("dahulu", "kini"))

    found = compare_unit(
        [baris("1", predikat=now)], {"1": PeriodeLalu(BEFORE.code, None, then)}, BEFORE
    )

    expected = [int(name == case["hasil"]) for name in RESULTS]
    assert moves(found) == (*expected, 0, 0)
