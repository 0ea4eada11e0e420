"""A golongan of the other kind of employee is asked about, naming both cells."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.validate import check_pengaturan
from tests.unit.validate.build import codes, found, sound_isian, sound_pengaturan


@pytest.mark.parametrize(
    ("status", "golongan", "is_told"),
    [
        ("PNS", "III/a", False),
        ("CPNS", "II/c", False),
        ("PPPK", "IX", False),
        ("PPPK Paruh Waktu", "V", False),
        ("PNS", "III", True),
        ("CPNS", "IX", True),
        ("PPPK", "III/a", True),
        ("PPPK Paruh Waktu", "II/c", True),
    ],
)
def test_golongan_is_held_against_the_status(status: str, golongan: str, *, is_told: bool) -> None:
    built = sound_isian(1)
    built.rows("Pegawai")[0] |= {"status_asn": status, "golongan": golongan}

    checked = built.check()

    issues = found(checked.issues, IssueCode.BRS_23)
    assert bool(issues) is is_told
    assert checked.subjects[0].status is PenugasanStatus.DINILAI
    for issue in issues:
        assert issue.severity is Severity.PERINGATAN
        shown = dict(issue.context)
        assert (shown["sel_a"], shown["sel_b"]) == ("Pegawai!E5", "Pegawai!D5")


@pytest.mark.parametrize("field", ["status_asn", "golongan"])
def test_faulty_cell_has_its_own_message_alone(field: str) -> None:
    built = sound_isian(1)
    built.rows("Pegawai")[0] |= {"golongan": "III", field: "Ajaib"}

    assert IssueCode.BRS_23 not in codes(built.check())


def test_roster_is_held_to_the_same() -> None:
    built = sound_pengaturan()
    built.rows("Pegawai")[0]["golongan"] = "III"

    known = check_pengaturan(built.submission())

    assert [issue.place.cell for issue in found(known.issues, IssueCode.BRS_23)] == ["F5"]
    assert known.withheld_rows == 0
