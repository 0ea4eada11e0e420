"""Cells in which two accepted versions of one assignment differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final, TypeVar

from kinerja_xlsx.model.issue import Place
from kinerja_xlsx.spec.hasil_kerja import IndikatorRow
from kinerja_xlsx.spec.penugasan import Penugasan, Placed
from kinerja_xlsx.spec.row import SheetRow

RowT = TypeVar("RowT", bound=SheetRow)
IndikatorT = TypeVar("IndikatorT", bound=IndikatorRow)

CellPair = tuple[Place | None, Place | None]
"""Where two versions differ; None where a version lacks the row."""
_IDENTITY: Final = frozenset({"nip", "nama", "sifat", "mulai"})


def differing_cells(one: Penugasan, other: Penugasan) -> list[CellPair]:
    """List the places of all cells that differ; a missing row counts as one cell."""
    pairs = list(_differing(one.pegawai, other.pegawai, skipped=frozenset()))
    mine, theirs = _by_number(one.indikator), _by_number(other.indikator)
    for number in dict.fromkeys((*mine, *theirs)):
        pairs += _compare(mine.get(number), theirs.get(number), "no_indikator")
    pairs += _compare(one.penilaian, other.penilaian, "nip")
    pairs += _compare(one.kehadiran, other.kehadiran, "nip")
    for activities in zip_longest(one.kegiatan, other.kegiatan):
        pairs += _compare(*activities, "kegiatan")
    pairs += _differing_plans(one, other)
    return pairs


def _differing_plans(one: Penugasan, other: Penugasan) -> Iterator[CellPair]:
    """List the cells of two plans that differ."""
    mine, theirs = _by_number(one.rencana), _by_number(other.rencana)
    for number in dict.fromkeys((*mine, *theirs)):
        yield from _compare(mine.get(number), theirs.get(number), "no_indikator")
    yield from _compare(one.ekspektasi, other.ekspektasi, "nip")
    for lines in zip_longest(one.lampiran, other.lampiran):
        yield from _compare(*lines, "uraian")


def _by_number(rows: Sequence[Placed[IndikatorT]]) -> Mapping[str, Placed[IndikatorT]]:
    return {row.row.no_indikator: row for row in rows}


def _compare(one: Placed[RowT] | None, other: Placed[RowT] | None, key: str) -> Iterator[CellPair]:
    if one is not None and other is not None:
        yield from _differing(one, other, skipped=_IDENTITY)
    elif one is not None:
        yield one.place(key), None
    elif other is not None:
        yield None, other.place(key)


def _differing(
    one: Placed[RowT], other: Placed[RowT], *, skipped: frozenset[str]
) -> Iterator[CellPair]:
    for name in type(one.row).model_fields:
        if name not in skipped and getattr(one.row, name) != getattr(other.row, name):
            yield one.place(name), other.place(name)
