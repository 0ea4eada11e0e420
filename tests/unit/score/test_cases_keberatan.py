"""Cases of the time to object: how many days are printed, and with which legal basis."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from tests.unit.score.rows import parameters_with

PATH: Final = Path(__file__).parents[2] / "cases" / "pp_30_2019.toml"
CASES: Final = tomllib.loads(PATH.read_text(encoding="utf-8"))["keberatan"]


@pytest.mark.parametrize("case", CASES, ids=[case["nama"] for case in CASES])
def test_days_to_object_are_printed_with_their_basis(case: dict[str, Any]) -> None:
    found = parameters_with(case.get("parameter", {})).hari_keberatan

    assert (found.text, found.basis) == (case["tercetak"], case["dasar"])
