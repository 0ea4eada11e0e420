"""Policy, catalogue and aliases in the settings: a bad row withholds itself and says why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.submission import CellFacts, CellValue
from kinerja_xlsx.policy.parameters import TABLES
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.katalog import LembarAlias
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.validate import check_pengaturan
from kinerja_xlsx.validate.kebijakan import column_of
from tests.unit.validate.build import Row, cells, found, sound_pengaturan, waiting

DASAR = "Perwali Contoh 1/2026 Pasal 5"


def checked(sheet: str, *rows: Row, facts: CellFacts | None = None) -> Settings:
    """Check sound settings with these rows added; the facts are those of the first Nilai."""
    built = sound_pengaturan()
    built.sheets[sheet] = [*rows]
    if facts is not None:
        built.facts[sheet, 0, "nilai"] = facts
    return check_pengaturan(built.submission())


def kebijakan(parameter: CellValue = "ambang_sesuai", nilai: CellValue = 85.0, **more: str) -> Row:
    row: Row = {"parameter": parameter, "nilai": nilai, "berlaku_mulai": date(2026, 1, 1)}
    return row | {"dasar_hukum": DASAR} | more


def katalog(**changes: CellValue) -> Row:
    row: Row = {
        "jabatan": "Perawat Ahli Muda",
        "indikator": "Jumlah pasien",
        "satuan": "pasien",
        "arah": "Naik",
        "agregasi": "Jumlah",
    }
    return row | changes


def alias(lembar: str | None, kolom: str, word: str) -> Row:
    return {"lembar": lembar, "kolom": kolom, "sebutan_lain": word}


# -- Kebijakan --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parameter", "nilai", "taken"),
    [
        ("ambang_sesuai", 85.0, "85"),
        ("ambang_sesuai", 87.5, "87.5"),
        ("ambang_sesuai", "85", "85"),
        ("ambang_sesuai", "87,5", "87.5"),
        ("ambang_sesuai", "85%", "85"),
        ("unit_kecil", 12.0, "12"),
        ("pembulatan_tampil", "0", "0"),
        ("bulan_hilang", "dilewati", "dilewati"),
        ("batas_capaian", 100.0, "100"),
        ("batas_capaian", 200.0, "200"),
    ],
)
def test_value_is_kept_as_policy_reads_it(parameter: str, nilai: CellValue, taken: str) -> None:
    settings = checked("Kebijakan", kebijakan(parameter, nilai))

    errors = [issue for issue in settings.issues if issue.severity is Severity.GALAT]
    assert errors == []
    (row,) = settings.kebijakan
    assert (row.parameter.value, row.nilai, row.dasar_hukum) == (parameter, taken, DASAR)
    TABLES[row.parameter].read(row.nilai)


@pytest.mark.parametrize(
    ("parameter", "nilai", "code"),
    [
        ("ambang_sesuai", "tinggi", "SEL-02"),
        ("ambang_sesuai", -1.0, "SEL-05"),
        ("ambang_sesuai", 200.5, "SEL-05"),
        ("batas_capaian", 99.99, "SEL-05"),
        ("sebagian_besar", 101.0, "SEL-05"),
        ("unit_kecil", 7.5, "SEL-10"),
        ("unit_kecil", date(2026, 1, 1), "SEL-02"),
        ("ambang_sesuai", "1.250", "SEL-26"),
        ("ambang_sesuai", None, "SEL-01"),
    ],
)
def test_value_of_the_wrong_kind_or_range_withholds_its_row(
    parameter: str, nilai: CellValue, code: str
) -> None:
    settings = checked("Kebijakan", kebijakan(parameter, nilai))

    (issue,) = settings.issues
    assert (issue.code.value, issue.place.cell) == (code, "C5")
    assert render(issue).masalah
    assert settings.kebijakan == ()
    assert settings.withheld_rows == 1


def test_value_without_its_parameter_says_that_it_was_not_checked() -> None:
    settings = checked("Kebijakan", kebijakan(None))

    assert waiting(settings.issues) == [
        ("Kecocokan Nilai dengan parameternya", "Kebijakan!B5 (Parameter)")
    ]
    assert settings.kebijakan == ()


def test_percentage_cell_means_the_number_it_shows() -> None:
    settings = checked("Kebijakan", kebijakan(nilai=0.85), facts=CellFacts(percent=True))

    assert [row.nilai for row in settings.kebijakan] == ["85"]
    assert [issue.code for issue in settings.issues] == [IssueCode.SEL_27]


def test_error_in_the_value_is_told_once() -> None:
    settings = checked("Kebijakan", kebijakan(nilai=None), facts=CellFacts(error="#REF!"))

    assert [issue.code for issue in settings.issues] == [IssueCode.SEL_22]


def test_parameter_in_another_spelling_is_read_and_noted() -> None:
    settings = checked("Kebijakan", kebijakan("Ambang Sesuai"))

    assert [issue.code for issue in settings.issues] == [IssueCode.SEL_07]
    assert [row.parameter for row in settings.kebijakan] == [NamaParameter.AMBANG_SESUAI]


def test_row_without_a_legal_basis_counts_and_is_reported() -> None:
    settings = checked("Kebijakan", kebijakan(dasar_hukum="-"))

    assert cells(settings.issues, IssueCode.BRS_15) == ["Kebijakan!E5"]
    assert len(settings.kebijakan) == 1
    assert settings.withheld_rows == 0


def test_two_values_from_one_day_are_withheld_and_two_days_are_not() -> None:
    later = kebijakan(nilai=80.0) | {"berlaku_mulai": date(2026, 7, 1)}

    settings = checked("Kebijakan", kebijakan(), kebijakan(nilai=80.0), later)

    (issue,) = found(settings.issues, IssueCode.BRS_04)
    assert dict(issue.context) == {
        "kunci": "Parameter ambang_sesuai",
        "baris": "5",
        "kolom": "Nilai",
        "saran": "",
    }
    assert [row.berlaku_mulai for row in settings.kebijakan] == [date(2026, 7, 1)]


@pytest.mark.parametrize("name", list(NamaParameter))
def test_default_of_every_parameter_lies_within_what_an_office_may_set(
    name: NamaParameter,
) -> None:
    default = TABLES[name].values[-1].value
    text = default.value if isinstance(default, Enum) else float(Decimal(default))

    settings = checked("Kebijakan", kebijakan(name.value, text))

    assert [TABLES[name].read(row.nilai) for row in settings.kebijakan] == [default]
    assert column_of(name).heading == "Nilai"


# -- Katalog Indikator ------------------------------------------------------------------------


@pytest.mark.parametrize("urusan", [None, "Kesehatan"])
def test_indicator_of_a_post_or_a_field_is_taken(urusan: str | None) -> None:
    settings = checked("Katalog Indikator", katalog(urusan=urusan))

    assert settings.issues == ()
    assert [row.indikator for row in settings.katalog] == ["Jumlah pasien"]


def test_indicator_of_nobody_is_withheld() -> None:
    settings = checked("Katalog Indikator", katalog(jabatan=None))

    (issue,) = settings.issues
    assert (issue.code, issue.place.cell) == (IssueCode.BRS_11, "B5")
    assert "Urusan kosong" in render(issue).masalah
    assert settings.katalog == ()


# -- Alias ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "kolom"),
    [
        (alias("Hasil Kerja", "Bukti Dukung", "Eviden"), "Bukti Dukung"),
        (alias(None, "bukti dukung", "Eviden"), "Bukti Dukung"),
        (alias("Unit", "dinkes", "DINAS KESEHATAN KOTA"), "DINKES"),
        (alias("Pegawai", "Nama", "Nama Pegawai"), "Nama"),
    ],
)
def test_word_that_is_free_is_taken_with_the_column_as_the_template_has_it(
    row: Row, kolom: str
) -> None:
    settings = checked("Alias", row)

    assert [one.kolom for one in settings.aliases] == [kolom]
    assert settings.withheld_rows == 0


@pytest.mark.parametrize(
    ("row", "saran"),
    [
        (alias("Penilaian", "Bukti Dukung", "Eviden"), ""),
        (alias("Hasil Kerja", "Bukti Dukun", "Eviden"), "Mungkin maksud Anda «Bukti Dukung»?"),
        (alias("Unit", "DINKS", "Dinas Kesehatan Kota"), "Mungkin maksud Anda «DINKES»?"),
    ],
)
def test_column_or_unit_that_does_not_exist_gets_a_proposal(row: Row, saran: str) -> None:
    settings = checked("Alias", row)

    (issue,) = settings.issues
    assert (issue.code, issue.place.cell) == (IssueCode.SEL_06, "C5")
    assert dict(issue.context)["saran"] == saran
    assert settings.aliases == ()


@pytest.mark.parametrize(
    ("row", "kolom"),
    [
        (alias("Hasil Kerja", "Bukti Dukung", "Realisasi"), "kolom Realisasi"),
        (alias("Hasil Kerja", "Bukti Dukung", "RHK"), "kolom Rencana Hasil Kerja"),
        (alias(None, "Nama", "nip_baru"), "kolom NIP"),
        (alias("Hasil Kerja", "Realisasi", "CEK"), "kolom Cek"),
        (alias("Unit", "DINKES", "Dinas Sosial"), "unit DINSOS"),
    ],
)
def test_word_that_already_means_something_else_is_refused(row: Row, kolom: str) -> None:
    settings = checked("Alias", row)

    (issue,) = settings.issues
    assert (issue.code, issue.place.cell) == (IssueCode.BRS_18, "D5")
    assert dict(issue.context)["kolom"] == kolom
    assert settings.aliases == ()


def test_unknown_sheet_is_told_and_the_rest_of_its_row_is_not_judged() -> None:
    settings = checked("Alias", alias("Lampiran", "Tidak Ada", "Eviden"))

    assert cells(settings.issues, IssueCode.SEL_06) == ["Alias!B5"]
    assert len(settings.issues) == 1


def test_one_word_for_two_columns_is_withheld() -> None:
    settings = checked(
        "Alias",
        alias("Hasil Kerja", "Bukti Dukung", "Eviden"),
        alias("Hasil Kerja", "Umpan Balik", "eviden"),
    )

    assert cells(settings.issues, IssueCode.BRS_04) == ["Alias!D6"]
    assert settings.aliases == ()


def test_aliases_may_speak_of_every_sheet_of_the_isian() -> None:
    known = {lembar.value for lembar in LembarAlias}

    assert {model.sheet for model in ISIAN.readable} <= known
