"""Sheet `Periode` of the settings: which optional sheets a period asks for."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import FormulirPegawai, LembarTambahan
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.spec.pengaturan import formulir_of
from kinerja_xlsx.spec.penugasan import RejectedFileError, Settings
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


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        (
            "akumulasi angka kredit; Evaluasi Kinerja",
            (FormulirPegawai.EVALUASI, FormulirPegawai.AKUMULASI),
        ),
        *((one.value, (one,)) for one in FormulirPegawai),
        (", ".join(one.value for one in FormulirPegawai), tuple(FormulirPegawai)),
    ],
)
def test_forms_are_asked_for_singly_or_together(
    typed: str, forms: tuple[FormulirPegawai, ...]
) -> None:
    settings = checked({"kode": "2026-TW1", "formulir": typed})

    assert formulir_of(settings.periods["2026-TW1"], Period.parse("2026-TW1")) == forms


@pytest.mark.parametrize("code", ["2026-03", "2026-TW1", "2026-S1", "2026"])
def test_nobody_having_asked_the_evaluation_is_printed_and_all_forms_of_a_year(code: str) -> None:
    settings = checked({"kode": code})
    expected = tuple(FormulirPegawai) if code == "2026" else (FormulirPegawai.EVALUASI,)

    assert formulir_of(settings.periods[code], Period.parse(code)) == expected
    assert formulir_of(None, Period.parse(code)) == expected


def test_an_unknown_form_refuses_the_settings_and_names_its_cell() -> None:
    with pytest.raises(RejectedFileError) as refused:
        checked({"kode": "2026-TW1", "formulir": "Evaluasi Kinerja, PAK"})

    (issue,) = found(refused.value.issues, IssueCode.SEL_06)
    assert (issue.value, issue.place.heading) == ("PAK", "Formulir")
    assert issue.place.cell
