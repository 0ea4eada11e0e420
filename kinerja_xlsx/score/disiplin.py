"""Days of absence without a reason over a year, against the ladder of PP 94/2021."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.law import StatusAsn
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.policy.pp_94_2021 import step_of
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penugasan import Penugasan

_PNS = frozenset({StatusAsn.PNS, StatusAsn.CPNS})


def check_alpa(
    penugasan: Penugasan, period: Period, others: Iterable[tuple[Period, Penugasan]]
) -> Issue | None:
    """Name the step for the days of absence of a PNS since the year began (LTS-22).

    Args:
        penugasan: The assignment; its `Kehadiran` holds the days of this period.
        period: Its period.
        others: Assignments of the same person in other periods; earlier ones of the same year
            count, and of periods inside each other only the longest.

    Source: `policy.pp_94_2021.TANGGA_CITATION`.
    """
    row = penugasan.pegawai.row
    if row.status_asn not in _PNS or penugasan.kehadiran is None:
        return None
    here = penugasan.kehadiran.row.alpa
    if not here:
        return None
    days = here + sum(_days(one) for _, one in _earlier(period, others))
    step = step_of(days)
    if step is None:
        return None
    return make_issue(
        IssueCode.LTS_22,
        penugasan.kehadiran.place("alpa"),
        nip=penugasan.nip,
        nama=row.nama,
        value=str(here),
        jumlah=str(days),
        tahun=str(period.year),
        langkah=step,
    )


def _days(penugasan: Penugasan) -> int:
    alpa = None if penugasan.kehadiran is None else penugasan.kehadiran.row.alpa
    return 0 if alpa is None else int(alpa)


def _earlier(
    period: Period, others: Iterable[tuple[Period, Penugasan]]
) -> list[tuple[Period, Penugasan]]:
    """Pick the earlier periods of the year, none inside another."""
    before = [
        (other, one)
        for other, one in others
        if other.year == period.year and other.last < period.first and one.kehadiran is not None
    ]
    periods = {other for other, _ in before}
    return [(other, one) for other, one in before if not any(other.within(big) for big in periods)]
