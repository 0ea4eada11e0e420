"""Who is accepted but has neither rating yet, which is lawful but must not go unseen."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.rekap import BarisPegawai, format_count
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.codes import make_issue


def issues_for_unrated(rows: Sequence[BarisPegawai], unit: str) -> tuple[Issue, ...]:
    """Note once for a unit how many people have neither rating (LTS-21).

    Args:
        rows: The assignments of one unit.
        unit: Kode Unit.
    """
    accepted = [row for row in rows if row.status is PenugasanStatus.DINILAI]
    blank = [
        row for row in accepted if row.rating_hasil_kerja is None and row.rating_perilaku is None
    ]
    if not blank:
        return ()
    issue = make_issue(
        IssueCode.LTS_21,
        Place(""),
        unit=unit,
        jumlah=format_count(len({row.nip for row in blank})),
        total=format_count(len({row.nip for row in accepted})),
    )
    return (issue,)
