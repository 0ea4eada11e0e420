"""Topics of a training: every code has one, or a reason to have none."""

from __future__ import annotations

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec import materi

C = IssueCode
NOTHING_TO_TRAIN = frozenset({
    # passing, ours, or the agency's own to settle
    C.BRK_05, C.BRK_06, C.BRK_16, C.BRK_21, C.BRK_23, C.SIS_01, C.SIS_02, C.LBK_11, C.LTS_30,
    # exports and settings, which units do not fill
    C.BRK_20, C.BRK_22, C.BRS_15, C.BRS_16, C.BRS_17,
    # how a run took files that are sound
    C.LBK_03, C.LBK_06, C.LBK_07, C.LBK_08, C.LBK_09, C.LBK_10, C.SEL_36,
    # what the figures and ratings themselves say
    C.BRS_08, C.LTS_08, C.LTS_09, C.LTS_12, C.LTS_15, C.LTS_16, C.LTS_18, C.LTS_21, C.LTS_22,
    C.LTS_23,
})  # fmt: skip


def test_every_code_has_one_topic_or_nothing_to_train() -> None:
    assert set(materi.MATERI) == set(IssueCode) - NOTHING_TO_TRAIN
    assert len(materi.MATERI) == sum(len(codes) for codes in materi._CODES.values())


def test_every_topic_has_codes() -> None:
    assert set(materi.MATERI.values()) == set(materi.Materi)
