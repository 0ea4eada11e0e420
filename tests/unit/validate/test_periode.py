"""Sheet `Periode` of the settings: which optional sheets a period asks for."""

from __future__ import annotations

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import LembarTambahan
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import check_pengaturan
from tests.unit.validate.build import Row, found, sound_pengaturan


def checked(*rows: Row) -> Settings:
    built = sound_pengaturan()
    built.sheets["Periode"] = list(rows)
    return check_pengaturan(built.submission())


def test_asked_for_sheets_are_handed_on_in_the_order_of_the_list() -> None:
    settings = checked(
        {"kode": "2026-TW1", "lembar_tambahan": "kegiatan, Kehadiran"}, {"kode": "2026-TW2"}
    )

    asked = {code: row.lembar_tambahan for code, row in settings.periods.items()}
    assert asked == {
        "2026-TW1": (LembarTambahan.KEHADIRAN, LembarTambahan.KEGIATAN),
        "2026-TW2": (),
    }
    assert [issue.code for issue in settings.issues] == [IssueCode.SEL_07]


def test_an_unknown_sheet_withholds_the_period() -> None:
    settings = checked({"kode": "2026-TW1", "lembar_tambahan": "Absensi"}, {"kode": "2026-TW2"})

    (issue,) = settings.issues
    assert (issue.code, issue.value) == (IssueCode.SEL_06, "Absensi")
    assert list(settings.periods) == ["2026-TW2"]


def test_one_period_asked_for_in_two_ways_is_withheld() -> None:
    settings = checked(
        {"kode": "2026-TW1", "lembar_tambahan": "Kehadiran"},
        {"kode": "2026-TW1", "lembar_tambahan": "Kegiatan"},
    )

    (issue,) = found(settings.issues, IssueCode.BRS_04)
    assert dict(issue.context)["kolom"] == "Lembar Tambahan"
    assert settings.periods == {}
