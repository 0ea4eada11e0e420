"""Submissions compared with the agency's roster."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import check_pengaturan
from tests.unit.validate.build import (
    NAMES,
    NIPS,
    Built,
    cells,
    codes,
    found,
    settings,
    sound_isian,
    sound_pengaturan,
)

DITAHAN = PenugasanStatus.DITAHAN
DITERIMA = PenugasanStatus.DINILAI


def rename(built: Built, nip: CellValue) -> None:
    """Give the first person another NIP on every sheet."""
    for sheet in ("Pegawai", "Hasil Kerja", "Penilaian"):
        for row in built.rows(sheet):
            if row["nip"] == NIPS[0]:
                row["nip"] = nip


def test_a_person_whom_the_roster_lacks_is_withheld() -> None:
    checked = sound_isian(3).check(settings(people=2))

    (issue,) = found(checked.issues, IssueCode.BRS_06)
    assert codes(checked) == {IssueCode.BRS_06}
    assert issue.place.cell == "B7"
    assert dict(issue.context) == {
        "daftar": "daftar induk BKPSDM",
        "saran": "",
        "tambah": "minta BKPSDM menambahkan pegawainya",
    }
    assert [item.status for item in checked.subjects] == [DITERIMA, DITERIMA, DITAHAN]


def test_the_one_person_with_the_same_digits_and_name_is_proposed() -> None:
    built = sound_isian()
    rename(built, "199001012015031987")

    (issue,) = found(built.check(settings()).issues, IssueCode.BRS_06)

    assert dict(issue.context)["saran"] == f"NIP terdekat: {NIPS[0]} – {NAMES[0]}."


def test_a_numeric_nip_is_one_message_with_a_proposal_from_the_roster() -> None:
    built = sound_isian()
    built.rows("Pegawai")[0]["nip"] = 199001012015031001.0

    checked = built.check(settings())

    assert codes(checked) == {IssueCode.SEL_12}
    assert NIPS[0] in dict(checked.issues[0].context)["saran"]
    assert checked.subjects[0].status is DITAHAN


def test_another_name_than_in_the_roster_is_a_warning() -> None:
    built = sound_isian()
    for sheet in ("Pegawai", "Hasil Kerja", "Penilaian"):
        built.rows(sheet)[0]["nama"] = "Bambang Lain"
    for row in built.rows("Hasil Kerja")[:3]:
        row["nama"] = "Bambang Lain"

    checked = built.check(settings())

    assert cells(checked.issues, IssueCode.BRS_09) == ["Pegawai!C5"]
    assert codes(checked) == {IssueCode.BRS_09}
    assert checked.subjects[0].status is DITERIMA


def test_a_person_of_another_unit_in_the_roster_is_accepted_with_a_question() -> None:
    built = sound_pengaturan()
    built.rows("Pegawai")[0]["kode_unit"] = "DINSOS"

    checked = sound_isian().check(check_pengaturan(built.submission()))

    (issue,) = checked.issues
    assert (issue.code, issue.severity) == (IssueCode.BRS_07, Severity.PERINGATAN)
    assert (issue.place.cell, dict(issue.context)) == ("B5", {"unit": "Dinas Sosial"})
    assert checked.subjects[0].status is DITERIMA


@pytest.mark.parametrize(("status", "raised"), [("PPPK", False), ("PNS", True)])
def test_the_roster_decides_about_unusual_digits(status: str, *, raised: bool) -> None:
    built = sound_pengaturan()
    built.rows("Pegawai")[0]["status_asn"] = "PPPK"
    roster = check_pengaturan(built.submission())
    isian = sound_isian()
    isian.rows("Pegawai")[0] |= {"status_asn": status, "golongan": "IX"}
    rename(isian, NIPS[0])
    if raised:
        isian.rows("Pegawai")[0]["nip"] = "199001012015211001"
        roster = _with_nip("199001012015211001", roster)

    checked = isian.check(roster)

    assert (IssueCode.SEL_14 in codes(checked)) == raised


def _with_nip(nip: str, roster: Settings) -> Settings:
    built = sound_pengaturan()
    built.rows("Pegawai")[0] |= {"nip": nip, "status_asn": "PPPK"}
    assert roster.units
    return check_pengaturan(built.submission())


def test_a_rater_known_to_the_agency_needs_no_sound_row_in_the_file() -> None:
    built = sound_isian()
    built.rows("Pejabat")[0]["nama"] = None

    checked = built.check(settings())

    assert [item.status for item in checked.subjects] == [DITERIMA, DITERIMA]
    assert checked.subjects[0].penilai == "KADIS"
