"""Published workbooks that broke other programs: each is read or refused, none ends the run."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from pebble import ProcessPool

from tests.unit.read.kedua import EXPLAINED, SAME, Compared, compare
from tests.unit.read.outcome import READ, outcome_of, outcome_of_cells

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
SECONDS = 120
"""Only a file that hangs takes so long."""
IDLE = 15
"""Seconds after which the other reader is not waited for."""
LARGE = 1_000_000
"""Bytes of a workbook that the second reader would take minutes for."""
KINDS = frozenset({".xls", ".xlsb", ".xlsm", ".xlsx", ".xltx", ".ods", ".doc", ".docx", ".ppt"})

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")


def files() -> list[Path]:
    return sorted(path for path in CORPUS.rglob("*") if path.suffix in KINDS)


def outcomes(read: Callable[[Path], T], paths: list[Path]) -> dict[Path, T]:
    """Read files in processes of their own; an abort or a hang of one shows as its exception."""
    with ProcessPool(2, context=multiprocessing.get_context("spawn")) as pool:
        futures = {path: pool.schedule(read, args=[path], timeout=SECONDS) for path in paths}
        return {path: future.result() for path, future in futures.items()}


def patient_outcomes(paths: list[Path]) -> dict[Path, Compared]:
    """Compare files on both roads; one over which the other reader idles is left out by name."""
    with ProcessPool(2, context=multiprocessing.get_context("spawn")) as pool:
        futures = {path: pool.schedule(compare, args=[path], timeout=IDLE) for path in paths}
        found: dict[Path, Compared] = {}
        for path, future in futures.items():
            try:
                found[path] = future.result()
            except TimeoutError:
                found[path] = Compared("openpyxl: idles", {}, ())
    return found


def test_every_file_is_refused_by_its_kind() -> None:
    found = Counter((path.suffix, code) for path, code in outcomes(outcome_of, files()).items())

    assert sum(found.values()) > 500
    # None of them is ours, so none may be taken for an Isian.
    assert READ not in {code for _, code in found}
    # A locked one says so first: another format would not open it either.
    assert {code for suffix, code in found if suffix == ".xls"} <= {"BRK-01", "BRK-02", "BRK-03"}
    assert found[".ods", "BRK-01"] > 70
    assert found[".xlsb", "BRK-02"] > 30
    assert found[".xlsx", "BRK-09"] > 280


def test_cells_of_nearly_every_workbook_are_read_twice_alike() -> None:
    paths = [path for path in files() if path.suffix in {".xlsx", ".xlsm", ".xltx"}]

    found = outcomes(outcome_of_cells, paths)

    codes = Counter(code for code, _ in found.values())
    assert codes[READ] > 290
    assert codes["BRK-19"] == 0
    assert sum(count for _, count in found.values()) > 2_500


def test_cells_agree_with_a_reader_that_shares_nothing_with_ours() -> None:
    paths = [path for path in files() if path.suffix in {".xlsx", ".xlsm", ".xltx"}]

    found = patient_outcomes([path for path in paths if path.stat().st_size < LARGE])

    compared = {path: one for path, one in found.items() if not one.skipped}
    unexplained = [(path.name, one.unexplained) for path, one in compared.items()]
    kinds = sum((Counter(one.kinds) for one in compared.values()), Counter[str]())
    assert len(compared) >= 250
    assert kinds[SAME] > 30_000
    assert [pair for pair in unexplained if pair[1]] == []
    # Each kind is there, so none is listed in vain.
    assert set(kinds) - {SAME} <= EXPLAINED
    assert sum(kinds[kind] for kind in EXPLAINED) < 60
