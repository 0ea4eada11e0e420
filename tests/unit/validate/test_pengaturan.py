"""Settings: a bad row withholds itself; a missing sheet or an unknown rule refuses all."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place, Severity
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penugasan import RejectedFileError
from kinerja_xlsx.validate import check_pengaturan
from tests.unit.validate.build import NAMES, NIPS, cells, found, sound_pengaturan


def test_sound_settings_raise_nothing() -> None:
    settings = check_pengaturan(sound_pengaturan().submission())

    assert settings.issues == ()
    assert settings.withheld_rows == 0
    assert list(settings.units) == ["DINKES", "DINSOS"]
    assert [row.nip for row in settings.roster] == list(NIPS[:2])
    assert list(settings.periods) == ["2026-TW1", "2025-TW4"]
    assert [row.kode for row in settings.pejabat] == ["KADIS"]
    assert settings.instansi.kertas is Kertas.F4


@pytest.mark.parametrize(
    ("sheet", "name", "value", "code", "cell"),
    [
        ("Pegawai", "nip", 199001012015031001.0, "SEL-12", "Pegawai!C5"),
        ("Pegawai", "nama", None, "SEL-01", "Pegawai!D5"),
        ("Pegawai", "status_asn", "Honorer", "SEL-06", "Pegawai!E5"),
        ("Pegawai", "kode_unit", "DINKS", "SEL-06", "Pegawai!B5"),
        ("Unit", "nama", None, "SEL-01", "Unit!C5"),
        ("Unit", "kode", "DINAS KESEHATAN", "SEL-08", "Unit!B5"),
        ("Periode", "batas_kirim", "besok", "SEL-03", "Periode!C5"),
        ("Pejabat", "jabatan", None, "SEL-01", "Pejabat!E5"),
    ],
)
def test_a_bad_row_withholds_itself(
    sheet: str, name: str, value: CellValue, code: str, cell: str
) -> None:
    built = sound_pengaturan()
    built.rows(sheet)[0][name] = value

    settings = check_pengaturan(built.submission())

    assert cell in cells(settings.issues, IssueCode(code))
    assert settings.withheld_rows >= 1
    assert [row.nip for row in settings.roster][-1:] == ([NIPS[1]] if sheet != "Unit" else [])


def test_people_of_a_unit_whose_row_is_withheld_are_told_why() -> None:
    built = sound_pengaturan()
    built.rows("Unit")[0]["nama"] = None

    settings = check_pengaturan(built.submission())

    saran = {dict(issue.context)["saran"] for issue in found(settings.issues, IssueCode.SEL_06)}
    assert saran == {"Baris unit itu di lembar Unit masih perlu diperbaiki."}
    assert settings.withheld_rows == 3
    assert settings.roster == ()


def test_an_unknown_unit_of_a_person_gets_a_proposal_and_the_choices() -> None:
    built = sound_pengaturan()
    built.sheets["Unit"] += [{"kode": f"UPTD-{number}", "nama": "UPTD"} for number in range(5)]
    built.rows("Pegawai")[0]["kode_unit"] = "DINKS"

    (issue,) = check_pengaturan(built.submission()).issues

    assert dict(issue.context)["saran"] == "Mungkin maksud Anda «DINKES»?"
    assert dict(issue.context)["pilihan"].endswith("«UPTD-2», dan lainnya di lembar Unit")


def test_small_letters_of_a_unit_are_read_as_sheet_unit_has_it() -> None:
    built = sound_pengaturan()
    built.rows("Pegawai")[0]["kode_unit"] = "dinkes"

    settings = check_pengaturan(built.submission())

    assert cells(settings.issues, IssueCode.SEL_07) == ["Pegawai!B5"]
    assert settings.roster[0].kode_unit == "DINKES"
    assert settings.withheld_rows == 0


def test_small_letters_on_a_withheld_row_do_no_harm() -> None:
    built = sound_pengaturan()
    built.rows("Pegawai")[0] |= {"kode_unit": "dinkes", "jabatan": None}

    assert check_pengaturan(built.submission()).withheld_rows == 1


def test_rows_with_one_key_are_withheld_and_copies_count_once() -> None:
    built = sound_pengaturan()
    built.sheets["Pegawai"] += [
        built.rows("Pegawai")[0] | {"jabatan": "Bidan", "sifat": "Definitif"},
        dict(built.rows("Pegawai")[1]),
    ]

    settings = check_pengaturan(built.submission())

    assert cells(settings.issues, IssueCode.BRS_04) == ["Pegawai!C7"]
    assert [issue.place.row for issue in found(settings.issues, IssueCode.BRS_05)] == [8]
    assert settings.withheld_rows == 2
    assert [row.nip for row in settings.roster] == [NIPS[1]]


def test_rows_without_a_key_are_not_compared() -> None:
    built = sound_pengaturan()
    built.sheets["Pegawai"] += [
        {"nama": name, "kode_unit": "DINKES", "status_asn": "PNS", "jabatan": "Guru"}
        for name in NAMES[:2]
    ]

    settings = check_pengaturan(built.submission())

    assert {issue.code for issue in settings.issues} == {IssueCode.SEL_01}


def test_unusual_digits_are_a_warning_in_the_roster_too() -> None:
    built = sound_pengaturan()
    built.rows("Pegawai")[0]["status_asn"] = "PPPK"

    settings = check_pengaturan(built.submission())

    assert cells(settings.issues, IssueCode.SEL_14) == ["Pegawai!C5"]
    assert len(settings.roster) == 2


def test_a_wrong_optional_value_of_the_agency_is_a_warning() -> None:
    built = sound_pengaturan()
    built.labels["kertas"] = "A3"

    settings = check_pengaturan(built.submission())

    (issue,) = settings.issues
    assert (issue.code, issue.severity) == (IssueCode.SEL_06, Severity.PERINGATAN)
    assert settings.instansi.kertas is Kertas.F4


def test_a_missing_needed_value_of_the_agency_refuses() -> None:
    built = sound_pengaturan()
    del built.labels["kota"]
    built.labels["tempat"] = None

    with pytest.raises(RejectedFileError) as caught:
        check_pengaturan(built.submission())

    assert [(issue.code, issue.place.heading) for issue in caught.value.issues] == [
        (IssueCode.SEL_01, "Kota/Kabupaten"),
        (IssueCode.SEL_01, "Tempat"),
    ]


def test_a_missing_sheet_refuses_and_is_said_alone() -> None:
    built = sound_pengaturan()
    built.labels = {}
    built.issues = (make_issue(IssueCode.LBR_01, Place(built.file, "Instansi"), saran=""),)

    with pytest.raises(RejectedFileError) as caught:
        check_pengaturan(built.submission())

    assert [issue.code for issue in caught.value.issues] == [IssueCode.LBR_01]


def test_a_sheet_that_may_be_missing_is_empty() -> None:
    built = sound_pengaturan()
    del built.sheets["Pejabat"]

    assert check_pengaturan(built.submission()).pejabat == ()
