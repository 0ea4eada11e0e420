"""People of the roster whom none of their unit's files names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.law import TIDAK_DINILAI
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.penugasan import Subject
from kinerja_xlsx.validate.names import plain_name


def find_absent(
    roster: Sequence[RosterRow], subjects: Sequence[Subject], period: Period
) -> tuple[RosterRow, ...]:
    """List the assignments that a unit should have sent and did not, in roster order.

    Whoever is not evaluated all period long is not expected. A second post of one person is
    known by its Sifat; of an only post, Sifat may differ. A NIP that the roster does not know is
    taken for a misspelling of the person of that name, who has a message already.

    Args:
        roster: The unit's assignments that touch the period.
        subjects: The assignments in all files of the unit, whatever became of them.
        period: The period.
    """
    posts: dict[str, list[RosterRow]] = {}
    for row in roster:
        posts.setdefault(row.nip, []).append(row)
    sent: dict[str, set[str]] = {}
    for subject in subjects:
        sent.setdefault(subject.nip, set()).add(subject.sifat)
    misspelt = Counter(plain_name(one.nama) for one in subjects if one.nip not in posts)
    absent: list[RosterRow] = []
    for row in roster:
        if _is_set_aside(row, period) or _is_sent(row, posts, sent):
            continue
        if row.nip not in sent and misspelt[plain_name(row.nama)] > 0:
            misspelt[plain_name(row.nama)] -= 1
            continue
        absent.append(row)
    return tuple(absent)


def absent_issue(row: RosterRow, place: Place) -> Issue:
    """Say that a person is missing from the unit's files.

    Args:
        row: What the roster says.
        place: The sheet where the person should stand.
    """
    return make_issue(IssueCode.LTS_20, place, nip=row.nip, nama=row.nama, jabatan=row.jabatan)


def _is_set_aside(row: RosterRow, period: Period) -> bool:
    covers_period = (row.mulai is None or row.mulai <= period.first) and (
        row.selesai is None or row.selesai >= period.last
    )
    return row.keadaan in TIDAK_DINILAI and covers_period


def _is_sent(
    row: RosterRow, posts: Mapping[str, Sequence[RosterRow]], sent: Mapping[str, set[str]]
) -> bool:
    if row.nip not in sent:
        return False
    asked = {post.sifat for post in posts[row.nip]}
    return len(asked) == 1 or row.sifat.value in sent[row.nip]
