"""Checked files for tests that compare them, and the comparison in two orders."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.penugasan import Checked, Settings
from kinerja_xlsx.spec.pesan import render_line
from kinerja_xlsx.validate import Reconciled, keys_of, reconcile
from tests.unit.validate.build import (
    NIPS,
    Built,
    sound_isian,
)


def compare(
    *files: Checked, known: Settings | None = None, refused: Sequence[tuple[str, str]] = ()
) -> Reconciled:
    """Reconcile files in two orders, which must not matter."""
    by_name = {file.file: file for file in files}
    keys = [keys_of(file) for file in files]
    result = reconcile(keys, known, by_name.__getitem__, refused=refused)
    shuffled = random.Random(7).sample(keys, len(keys))  # noqa: S311 - an order, not a secret
    assert reconcile(shuffled, known, by_name.__getitem__, refused=refused) == result
    assert all(render_line(issue, masked=False) for issue in result.issues)
    return result


def isian(name: str, change: Callable[[Built], object] | None = None, people: int = 2) -> Checked:
    """Make a checked file."""
    built = sound_isian(people)
    built.file = name
    if change is not None:
        change(built)
    return built.check()


def setting(sheet: str, row: int, field: str, value: CellValue) -> Callable[[Built], None]:
    """Make a change of one cell."""

    def change(built: Built) -> None:
        built.rows(sheet)[row][field] = value

    return change


def correction(of: Checked, name: str, change: Callable[[Built], object] | None = None) -> Checked:
    """Make the next round of a file."""

    def descend(built: Built) -> None:
        leluhur = " ".join([*of.ancestors, of.data_hash])
        built.meta = (built.meta or {}) | {"leluhur": leluhur}
        if change is not None:
            change(built)

    return isian(name, descend)


def only(*keep: int) -> Callable[[Built], None]:
    """Leave only some of the people in a file."""

    def change(built: Built) -> None:
        for sheet in ("Pegawai", "Hasil Kerja", "Penilaian"):
            nips = [NIPS[index] for index in keep]
            built.sheets[sheet] = [row for row in built.rows(sheet) if row["nip"] in nips]

    return change


def codes(result: Reconciled) -> list[str]:
    return [issue.code.value for issue in result.issues]


ERROR = setting("Hasil Kerja", 0, "realisasi", "banyak")
OTHER = setting("Hasil Kerja", 0, "realisasi", 7.0)
