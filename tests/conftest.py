"""Fixtures that every test may use: drawn workbooks and a sound Isian."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.drawn import DrawnBook, drawn_book, sound_isian

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

# `jalankan.py uji` names itself for the help texts; tests ask for those of the bare command.
os.environ.pop("KINERJA_SEBUTAN", None)


@pytest.fixture
def isian() -> DrawnBook:
    """A sound Isian of two people, to be changed and saved."""
    return sound_isian()


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Save a workbook of drawn tables, sheet name to table, and return its path."""

    def make(sheets: Mapping[str, str]) -> Path:
        return drawn_book(tmp_path / "isian.xlsx", sheets)

    return make
