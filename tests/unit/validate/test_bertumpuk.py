"""A name whose NIP stands one row lower."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode
from tests.unit.validate.build import NIPS, Row, codes, found, sound_isian

SPACED = f"{NIPS[0][:8]} {NIPS[0][8:14]} {NIPS[0][14]} {NIPS[0][15:]}"


@pytest.mark.parametrize("lower", [{"nip": SPACED}, {"nama": SPACED}, {"nip": NIPS[0]}])
def test_the_nip_below_a_name_is_said_once_and_proposed(lower: Row) -> None:
    built = sound_isian()
    first = built.rows("Penilaian")[0]
    first["nip"] = "Contoh Satu"
    built.sheets["Penilaian"].insert(1, lower)

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.SEL_11)
    assert issue.proposal == NIPS[0]
    assert codes(checked) == {IssueCode.SEL_11, IssueCode.BRS_03}


@pytest.mark.parametrize("lower", [{"nip": "123"}, {"nip": SPACED, "nama": "Contoh Dua"}])
def test_a_row_with_more_or_less_than_a_nip_is_not_joined(lower: Row) -> None:
    built = sound_isian()
    built.rows("Penilaian")[0]["nip"] = "Contoh Satu"
    built.sheets["Penilaian"].insert(1, lower)

    issues = found(built.check().issues, IssueCode.SEL_11)

    assert all("NIP-nya tertulis" not in dict(issue.context).get("saran", "") for issue in issues)


def test_a_row_whose_own_nip_is_sound_keeps_it() -> None:
    built = sound_isian()
    built.sheets["Penilaian"].insert(1, {"nip": NIPS[0]})

    assert found(built.check().issues, IssueCode.SEL_11) == []
