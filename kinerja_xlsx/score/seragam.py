"""Whether everybody in a unit was rated alike, which is worth a second look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.rekap import BarisPegawai, format_count
from kinerja_xlsx.score.distribusi import people_of
from kinerja_xlsx.spec.codes import make_issue

LEAST_PEOPLE: Final = 5
"""In a smaller unit equal ratings are nothing unusual."""


def issues_for_equal(rows: Sequence[BarisPegawai], unit: str) -> tuple[Issue, ...]:
    """Ask about a unit in which all rated people have the same two ratings (LTS-08).

    Args:
        rows: The assignments of one unit; each person counts once, as for the distribution.
        unit: Kode Unit.
    """
    rated = [
        (row.rating_hasil_kerja, row.rating_perilaku)
        for row in people_of(rows)
        if row.rating_hasil_kerja is not None and row.rating_perilaku is not None
    ]
    if len(rated) < LEAST_PEOPLE or len(set(rated)) > 1:
        return ()
    hasil_kerja, perilaku = rated[0]
    issue = make_issue(
        IssueCode.LTS_08,
        Place(""),
        unit=unit,
        jumlah=format_count(len(rated)),
        nilai=f"hasil kerja «{hasil_kerja.value}», perilaku «{perilaku.value}»",
    )
    return (issue,)
