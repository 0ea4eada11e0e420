"""One row: limits, formulas, percentages, conditions; each code at its cell, not at its twin."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.model.submission import CellFacts, CellValue
from kinerja_xlsx.spec.pesan import render
from tests.unit.validate.build import (
    NIPS,
    Built,
    cells,
    codes,
    errors,
    found,
    sound_isian,
    subject,
)

LONG = "x" * 501


def with_cell(sheet: str, name: str, value: CellValue) -> Built:
    """Change one cell of the first person."""
    built = sound_isian()
    built.rows(sheet)[0][name] = value
    return built


def test_a_sound_isian_raises_nothing() -> None:
    checked = sound_isian(3).check()

    assert checked.issues == ()
    assert {item.status for item in checked.subjects} == {PenugasanStatus.DINILAI}
    assert {record.verdict for record in checked.rows} == {RowVerdict.DITERIMA}


@pytest.mark.parametrize(
    ("sheet", "name", "value", "code", "cell"),
    [
        ("Hasil Kerja", "indikator", None, "SEL-01", "Hasil Kerja!M5"),
        ("Pegawai", "jabatan", "-", "SEL-01", "Pegawai!F5"),
        ("Hasil Kerja", "realisasi", "dua belas", "SEL-02", "Hasil Kerja!U5"),
        ("Penilaian", "tanggal_penilaian", "besok", "SEL-03", "Penilaian!T5"),
        ("Hasil Kerja", "bobot", 140.0, "SEL-05", "Hasil Kerja!T5"),
        ("Hasil Kerja", "bobot", 0.0, "SEL-05", "Hasil Kerja!T5"),
        ("Hasil Kerja", "target", -1.0, "SEL-05", "Hasil Kerja!N5"),
        ("Hasil Kerja", "no_rhk", 51.0, "SEL-05", "Hasil Kerja!F5"),
        ("Penilaian", "rating_perilaku", "Cukup", "SEL-06", "Penilaian!N5"),
        ("Hasil Kerja", "no_indikator", "1", "SEL-08", "Hasil Kerja!G5"),
        ("Hasil Kerja", "no_indikator", "3.1", "SEL-08", "Hasil Kerja!G5"),
        ("Hasil Kerja", "indikator", LONG, "SEL-09", "Hasil Kerja!M5"),
        ("Hasil Kerja", "no_rhk", 1.5, "SEL-10", "Hasil Kerja!F5"),
        ("Pegawai", "nip", "19900101201503100", "SEL-11", "Pegawai!B5"),
        ("Pegawai", "nip", 199001012015031001.0, "SEL-12", "Pegawai!B5"),
        ("Pegawai", "nip", "199013012015031001", "SEL-13", "Pegawai!B5"),
        ("Hasil Kerja", "realisasi", "1.250", "SEL-26", "Hasil Kerja!U5"),
        ("Hasil Kerja", "realisasi", "95%", "SEL-27", "Hasil Kerja!U5"),
        ("Hasil Kerja", "realisasi", True, "SEL-32", "Hasil Kerja!U5"),
        ("Hasil Kerja", "realisasi", 1.23456, "SEL-33", "Hasil Kerja!U5"),
    ],
)
def test_an_error_in_a_cell_withholds_its_person_and_nobody_else(
    sheet: str, name: str, value: CellValue, code: str, cell: str
) -> None:
    checked = with_cell(sheet, name, value).check()

    wanted = IssueCode(code)
    assert cells(checked.issues, wanted) == [cell]
    assert errors(checked) == {wanted}
    assert checked.subjects[0].status is PenugasanStatus.DITAHAN
    assert wanted in checked.subjects[0].reasons
    assert subject(checked, NIPS[1]).status is PenugasanStatus.DINILAI


@pytest.mark.parametrize(
    ("sheet", "name", "value", "code", "cell"),
    [
        ("Hasil Kerja", "jenis", "utama", "SEL-07", "Hasil Kerja!H5"),
        ("Pegawai", "nip", "19900101 201503 1 001", "SEL-16", "Pegawai!B5"),
        ("Penilaian", "tanggal_penilaian", "31 Maret 2026", "SEL-18", "Penilaian!T5"),
        ("Penilaian", "tanggal_penilaian", 46112.0, "SEL-19", "Penilaian!T5"),
        ("Hasil Kerja", "realisasi", "1250", "SEL-24", "Hasil Kerja!U5"),
        ("Hasil Kerja", "realisasi", "1250,5", "SEL-25", "Hasil Kerja!U5"),
        ("Hasil Kerja", "satuan", " pasien", "SEL-28", "Hasil Kerja!Q5"),
        ("Hasil Kerja", "satuan", "pasi\u200ben", "SEL-29", "Hasil Kerja!Q5"),
        ("Hasil Kerja", "umpan_balik", "-", "SEL-31", "Hasil Kerja!Z5"),
        ("Hasil Kerja", "realisasi", 0.1 + 0.2, "SEL-33", "Hasil Kerja!U5"),
    ],
)
def test_a_mended_cell_is_said_and_its_row_counts_as_corrected(
    sheet: str, name: str, value: CellValue, code: str, cell: str
) -> None:
    checked = with_cell(sheet, name, value).check()

    assert cells(checked.issues, IssueCode(code)) == [cell]
    assert codes(checked) == {IssueCode(code)}
    assert [
        (record.sheet, record.number)
        for record in checked.rows
        if record.verdict is RowVerdict.DIBETULKAN
    ] == [(sheet, 5)]
    assert checked.subjects[0].status is PenugasanStatus.DINILAI


def test_the_limits_of_a_number_are_quoted() -> None:
    checked = with_cell("Hasil Kerja", "bobot", 140.0).check()

    (issue,) = found(checked.issues, IssueCode.SEL_05)
    assert issue.value == "140"
    assert issue.context == (("batas", "lebih dari 0 sampai 100"),)


def test_the_length_of_a_text_is_quoted() -> None:
    checked = with_cell("Hasil Kerja", "rencana_hasil_kerja", "x" * 1001).check()

    (issue,) = found(checked.issues, IssueCode.SEL_09)
    assert issue.context == (("batas", "1.000"), ("jumlah", "1.001"))
    assert issue.value is not None
    assert len(issue.value) == 200


def test_spaces_are_counted_once_for_a_column() -> None:
    built = sound_isian()
    for row in built.rows("Hasil Kerja")[1:4]:
        row["satuan"] = "pasien\u00a0"

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.SEL_28)
    assert (issue.place.cell, issue.place.heading) == ("Q6", "Satuan")
    assert issue.context == (("jumlah", "3"),)
    assert sum(record.verdict is RowVerdict.DIBETULKAN for record in checked.rows) == 3


def test_an_error_cell_is_not_a_blank_one() -> None:
    built = with_cell("Hasil Kerja", "realisasi", None)
    built.facts["Hasil Kerja", 0, "realisasi"] = CellFacts(error="#N/A")

    checked = built.check()

    assert cells(checked.issues, IssueCode.SEL_22) == ["Hasil Kerja!U5"]
    assert codes(checked) == {IssueCode.SEL_22}
    assert found(checked.issues, IssueCode.SEL_22)[0].value == "#N/A"


def test_a_formula_that_was_never_calculated_is_not_a_blank_cell() -> None:
    built = with_cell("Hasil Kerja", "indikator", None)
    built.facts["Hasil Kerja", 0, "indikator"] = CellFacts(formula=True, uncached=True)

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_21}
    assert cells(checked.issues, IssueCode.SEL_21) == ["Hasil Kerja!M5"]


def test_a_formula_with_a_value_is_used_with_a_warning() -> None:
    built = sound_isian()
    built.facts["Hasil Kerja", 0, "realisasi"] = CellFacts(formula=True)

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_23}
    assert found(checked.issues, IssueCode.SEL_23)[0].value == "1.250"
    assert checked.subjects[0].status is PenugasanStatus.DINILAI


def test_a_formula_that_shows_nothing_is_a_blank_cell() -> None:
    built = with_cell("Hasil Kerja", "umpan_balik", "")
    built.facts["Hasil Kerja", 0, "umpan_balik"] = CellFacts(formula=True)

    assert built.check().issues == ()


@pytest.mark.parametrize(
    ("value", "facts", "satuan", "read"),
    [
        (0.85, CellFacts(percent=True), "persen", Decimal(85)),
        (0.85, CellFacts(percent=True), "%", Decimal(85)),
        (0.35, CellFacts(percent=True), "Persentase", Decimal(35)),
        ("95%", CellFacts(), "persen", Decimal(95)),
        ("95,5 %", CellFacts(), "Prosentase", Decimal("95.5")),
    ],
)
def test_a_percentage_is_the_number_before_its_sign_where_the_unit_is_percent(
    value: CellValue,
    facts: CellFacts,
    satuan: str,
    read: Decimal,
) -> None:
    built = with_cell("Hasil Kerja", "realisasi", value)
    built.rows("Hasil Kerja")[0]["satuan"] = satuan
    built.facts["Hasil Kerja", 0, "realisasi"] = facts

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.SEL_27)
    penugasan = checked.subjects[0].penugasan
    assert penugasan is not None
    assert penugasan.indikator[0].row.realisasi == read
    assert issue.severity is Severity.CATATAN
    assert checked.rows[3].verdict is RowVerdict.DIBETULKAN


def test_a_percentage_of_patients_is_refused_with_what_is_stored_and_shown() -> None:
    built = with_cell("Hasil Kerja", "realisasi", 0.85)
    built.facts["Hasil Kerja", 0, "realisasi"] = CellFacts(percent=True)

    (issue,) = found(built.check().issues, IssueCode.SEL_27)

    assert issue.severity is Severity.GALAT
    assert (issue.value, issue.context) == ("0,85", (("tampil", "85%"),))


def test_typed_percentage_asks_for_the_number_without_its_sign() -> None:
    checked = with_cell("Hasil Kerja", "realisasi", "98.75 %").check()

    (issue,) = found(checked.issues, IssueCode.SEL_27)

    assert issue.value == "98.75 %"
    assert render(issue).perbaiki.startswith("Ketik angka yang dimaksud, tanpa tanda persen.")


def test_whole_number_shown_as_a_percentage_is_refused_since_100_may_have_been_typed() -> None:
    built = with_cell("Hasil Kerja", "no_rhk", 1.0)
    built.facts["Hasil Kerja", 0, "no_rhk"] = CellFacts(percent=True)

    (issue,) = found(built.check().issues, IssueCode.SEL_27)

    assert issue.severity is Severity.GALAT
    assert (issue.value, issue.context) == ("1", (("tampil", "100%"),))


def test_bobot_is_a_percentage_by_its_nature() -> None:
    built = sound_isian()
    for position, bobot in enumerate((0.25, 0.25, 0.5)):
        built.rows("Hasil Kerja")[position]["bobot"] = bobot
        built.facts["Hasil Kerja", position, "bobot"] = CellFacts(percent=True)

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_27}
    assert checked.subjects[0].status is PenugasanStatus.DINILAI


def test_nothing_is_nothing_as_a_percentage_too() -> None:
    built = with_cell("Hasil Kerja", "realisasi", 0.0)
    built.facts["Hasil Kerja", 0, "realisasi"] = CellFacts(percent=True)

    assert built.check().issues == ()


def test_a_percent_format_on_a_text_cell_means_nothing() -> None:
    built = sound_isian()
    built.facts["Hasil Kerja", 0, "satuan"] = CellFacts(percent=True)

    assert built.check().issues == ()


def test_a_percentage_with_too_many_decimals_is_refused_though_its_unit_is_percent() -> None:
    built = with_cell("Hasil Kerja", "realisasi", "95,123456%")
    built.rows("Hasil Kerja")[0]["satuan"] = "persen"

    assert errors(built.check()) == {IssueCode.SEL_33}


def test_a_percentage_with_an_invisible_mark_is_read_all_the_same() -> None:
    built = with_cell("Hasil Kerja", "realisasi", "95%\u200b")
    built.rows("Hasil Kerja")[0]["satuan"] = "persen"

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_27, IssueCode.SEL_29}
    assert errors(checked) == set()


@pytest.mark.parametrize("value", [True, "banyak", float("inf")])
def test_what_is_no_number_is_none_as_a_percentage_either(value: CellValue) -> None:
    built = with_cell("Hasil Kerja", "realisasi", value)
    built.facts["Hasil Kerja", 0, "realisasi"] = CellFacts(percent=True)

    assert errors(built.check()) <= {IssueCode.SEL_02, IssueCode.SEL_32}
    assert built.check().subjects[0].status is PenugasanStatus.DITAHAN
