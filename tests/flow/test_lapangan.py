"""Habits of real offices in our Isian: each is understood exactly, or explained exactly."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from kinerja_xlsx.spec.pesan import render
from tests.flow.lapangan.alat import Jejak, periksa, shared
from tests.flow.lapangan.daftar import BARIS_TABEL, GOLDEN, KEBIASAAN, SEMUA

_TABLE_ROW = re.compile(r"\| (?P<name>[^|]+?) \| (?P<n>[0-9]+) / [0-9]+ \|")


@cache
def golden() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_25_quirks_are_all_there_with_at_least_two_variations() -> None:
    drawn = Counter(jejak.kebiasaan for jejak in SEMUA)

    assert [name[:3] for name in KEBIASAAN] == [f"q{number:02d}" for number in range(1, 26)]
    assert [name for name in KEBIASAAN if drawn[name] < 2] == []


def test_every_row_of_the_frequency_tables_is_drawn() -> None:
    drawn = {jejak.kebiasaan for jejak in SEMUA}

    assert drawn == {*KEBIASAAN, *BARIS_TABEL}


def test_the_rows_of_the_tables_are_those_of_the_survey() -> None:
    survey = shared("lapangan.md")
    if survey is None:
        pytest.skip("lapangan.md is not beside this repository")
    text = survey.read_text(encoding="utf-8").split("**A. Container")[1].split("Sizes: median")[0]
    met = {row["name"] for row in _TABLE_ROW.finditer(text) if row["n"] != "0"}
    known = {name[2:] for name in BARIS_TABEL}

    assert {name for name in met if not any(name.startswith(one) for one in known)} == set()


def test_no_two_habits_share_an_id_and_the_golden_file_has_no_others() -> None:
    names = [jejak.id for jejak in SEMUA]

    assert len(names) == len(set(names))
    assert set(golden()) == set(names)


@pytest.mark.parametrize("jejak", SEMUA, ids=lambda jejak: jejak.id)
def test_habit_has_its_right_outcome(jejak: Jejak) -> None:
    outcome = periksa(jejak.berkas())

    expected = golden()[jejak.id]
    assert list(outcome.masalah) == expected["masalah"]
    assert outcome.diterima == jejak.diterima
    assert {place: outcome.nilai.get(place) for place in jejak.nilai} == jejak.nilai
    assert not (jejak.tenang and outcome.masalah)
    if outcome.jumlah is not None:
        assert list(outcome.jumlah) == expected["jumlah"]
        assert sum(outcome.jumlah) == outcome.seen
    for issue in outcome.issues:
        assert render(issue).masalah
