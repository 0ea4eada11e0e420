"""The tables of the evaluation form: every word and figure in its place, typed right."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja_xlsx.model.law import (
    Ekspektasi,
    JenisHasilKerja,
    JenisJabatan,
    NilaiPerilaku,
    Pendekatan,
    Perspektif,
)
from kinerja_xlsx.model.score import IndikatorScore, IndikatorStatus
from kinerja_xlsx.write.hasil.labels import BUTIR_PERILAKU
from tests.hasil_drawn import (
    form,
    indikator,
    indikator_jpt,
    indikator_kualitatif,
    pegawai,
    penilaian,
    without_penilaian,
)
from tests.hasil_read import beside, cells, column_under, find, sheet_of, texts


def test_the_form_keeps_the_official_order() -> None:
    sheet = sheet_of(form())

    order = [
        "EVALUASI KINERJA PEGAWAI",
        "PENDEKATAN HASIL KERJA KUANTITATIF",
        "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
        "PERIODE: TRIWULAN I",
        "PEMERINTAH KOTA SERANG",
        "PERIODE PENILAIAN: 1 JANUARI SD 31 MARET TAHUN 2026",
        "PEGAWAI YANG DINILAI",
        "PEJABAT PENILAI KINERJA",
        "CAPAIAN KINERJA ORGANISASI",
        "POLA DISTRIBUSI",
        "HASIL KERJA",
        "A. UTAMA",
        "RATING HASIL KERJA",
        "PERILAKU KERJA",
        "RATING PERILAKU KERJA",
        "PREDIKAT KINERJA PEGAWAI",
        "Serang, 6 April 2026",
        "Pejabat Penilai Kinerja,",
    ]
    found = texts(sheet)
    places = [found.index(text) for text in order]
    assert places == sorted(places)


def test_the_quantitative_table_has_its_official_headings_and_numbers() -> None:
    sheet = sheet_of(form())

    head = find(sheet, "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI").row
    rows = {row: [c.value for c in cells(sheet) if c.row == row] for row in (head, head + 1)}
    assert rows[head] == [
        "NO",
        "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
        "RENCANA HASIL KERJA",
        "ASPEK",
        "INDIKATOR KINERJA INDIVIDU",
        "TARGET",
        "REALISASI BERDASARKAN BUKTI DUKUNG",
        "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
        "CAPAIAN (%)",
    ]
    assert [text for text in rows[head + 1] if text] == [f"({n})" for n in range(1, 9)]


def test_a_jpt_has_perspektif_and_no_intervened_rhk() -> None:
    person = pegawai(jenis_jabatan=JenisJabatan.JPT, jabatan="Kepala Dinas Kesehatan")

    sheet = sheet_of(form(rows=[indikator_jpt("1.1")], person=person))

    found = texts(sheet)
    assert "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI" in found
    assert column_under(sheet, "PERSPEKTIF")[0].value == "Penerima Layanan"
    assert "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI" not in found
    assert "ASPEK" not in found


@pytest.mark.parametrize(
    ("jenis", "ukuran"),
    [
        (JenisJabatan.PELAKSANA, "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target:"),
        (
            JenisJabatan.JPT,
            "Ukuran keberhasilan/Indikator Kinerja Individu, Target, dan Perspektif:",
        ),
    ],
)
def test_the_qualitative_form_lists_indicators_below_their_rhk(
    jenis: JenisJabatan, ukuran: str
) -> None:
    rows = [indikator_kualitatif("1.1"), indikator_kualitatif("1.2", uraian_realisasi=None)]
    made = form(rows=rows, person=pegawai(jenis_jabatan=jenis, jenjang=None))

    sheet = sheet_of(made, pendekatan=Pendekatan.KUALITATIF)

    work = [cell.value for cell in column_under(sheet, "RENCANA HASIL KERJA")]
    assert work[0] == f"Terlayaninya pasien rawat jalan sesuai standar pelayanan\n{ukuran}"
    assert str(work[1]).startswith("1.1  Jumlah pasien rawat jalan yang dilayani, ukuran 1.1\n")
    assert "Target: Seluruh pengaduan pasien dijawab pada hari yang sama" in str(work[1])
    done = [c.value for c in column_under(sheet, "REALISASI BERDASARKAN BUKTI DUKUNG") if c.value]
    assert done == [
        "Semua pengaduan dijawab pada hari yang sama, dua lewat surel",
        "Belum diisi",
    ]
    assert "Pendekatan kualitatif: tanpa angka capaian, tanpa usulan." in texts(sheet)


def test_the_qualitative_form_of_a_jpt_names_the_perspektif_of_each_indicator() -> None:
    row = indikator_kualitatif("1.1", perspektif=Perspektif.ANGGARAN)
    made = form(rows=[row], person=pegawai(jenis_jabatan=JenisJabatan.JPT, jenjang=None))

    sheet = sheet_of(made, pendekatan=Pendekatan.KUALITATIF)

    indicator = column_under(sheet, "RENCANA HASIL KERJA")[1].value
    assert str(indicator).endswith("\nPerspektif: Anggaran")


def test_figures_are_numbers_with_the_decimals_they_have() -> None:
    rows = [indikator("1.1"), indikator("1.2", target=Decimal("0.125"), realisasi=Decimal("0.1"))]

    sheet = sheet_of(form(rows=rows))

    target = column_under(sheet, "TARGET")
    realisasi = column_under(sheet, "REALISASI BERDASARKAN BUKTI DUKUNG")
    capaian = column_under(sheet, "CAPAIAN (%)")
    assert [(c.value, c.number_format) for c in target] == [(1200, "#,##0"), (0.125, "#,##0.000")]
    assert [(c.value, c.number_format) for c in realisasi] == [
        (1176.5, "#,##0.0"),
        (0.1, "#,##0.0"),
    ]
    assert [c.number_format for c in capaian] == ["#,##0.00", "#,##0.00"]
    assert capaian[0].value == pytest.approx(98.0416666667)


def test_a_capaian_just_below_a_band_is_not_shown_as_the_band() -> None:
    made = form(rows=[indikator("1.1")])
    score = IndikatorScore("1.1", IndikatorStatus.DINILAI, Decimal(1), Decimal("89.996"))
    below = replace(made.score, indikator=(score,), capaian=Decimal("89.996"))

    sheet = sheet_of(replace(made, score=below))

    assert column_under(sheet, "CAPAIAN (%)")[0].number_format == "#,##0.000"
    assert any(text.startswith("Usulan dari capaian 89,996%") for text in texts(sheet))


def test_an_endless_realisasi_shows_two_decimals() -> None:
    made = form(rows=[indikator("1.1", realisasi=None)])
    third = IndikatorScore("1.1", IndikatorStatus.DINILAI, Decimal(100) / 3, Decimal(100))

    sheet = sheet_of(replace(made, score=replace(made.score, indikator=(third,))))

    realisasi = column_under(sheet, "REALISASI BERDASARKAN BUKTI DUKUNG")[0]
    assert realisasi.value == pytest.approx(33.3333333333)
    assert realisasi.number_format == "#,##0.00"


def test_a_range_target_shows_both_bounds() -> None:
    rows = [
        indikator("1.1", target=Decimal(80), target_atas=Decimal("92.5")),
        indikator("1.2", target=Decimal(80), target_atas=Decimal(80)),
    ]

    sheet = sheet_of(form(rows=rows))

    assert [cell.value for cell in column_under(sheet, "TARGET")] == ["80 – 92,5", 80]


def test_missing_values_are_said_and_never_zero() -> None:
    made = form(rows=[indikator("1.1", realisasi=None, bukti_dukung=None)], predikat=None)

    sheet = sheet_of(without_penilaian(made), capaian_organisasi=None)

    assert column_under(sheet, "REALISASI BERDASARKAN BUKTI DUKUNG")[0].value == "Belum diisi"
    assert column_under(sheet, "CAPAIAN (%)")[0].value == "Belum diisi"
    assert beside(sheet, "CAPAIAN KINERJA ORGANISASI") == "Belum diisi"
    assert beside(sheet, "POLA DISTRIBUSI") == "Belum diisi"
    assert beside(sheet, "RATING HASIL KERJA") == "Belum ditetapkan"
    assert beside(sheet, "RATING PERILAKU KERJA") == "Belum ditetapkan"
    assert beside(sheet, "PREDIKAT KINERJA PEGAWAI") == "Belum ditetapkan"
    assert 0 not in [cell.value for cell in cells(sheet)]


def test_a_zero_target_that_is_not_scored_says_so() -> None:
    sheet = sheet_of(form(rows=[indikator("1.1", target=Decimal(0))]))

    assert column_under(sheet, "CAPAIAN (%)")[0].value == "Tidak dinilai"
    assert column_under(sheet, "TARGET")[0].value == 0


def test_additional_work_stands_below_its_own_heading() -> None:
    extra = indikator("2.1", jenis=JenisHasilKerja.TAMBAHAN, rhk_pimpinan=None)

    with_extra = sheet_of(form(rows=[indikator("1.1"), extra]))
    without = sheet_of(form(rows=[indikator("1.1")]))

    heading, row = find(with_extra, "B. TAMBAHAN").row, find(with_extra, extra.indikator).row
    assert row == heading + 1
    assert "B. TAMBAHAN: tidak ada" in texts(without)


def test_the_seven_values_carry_their_21_guide_lines() -> None:
    sheet = sheet_of(form())

    found = texts(sheet)
    for nilai, butir in BUTIR_PERILAKU.items():
        assert nilai.value in found
        assert "\n".join(f"• {text}" for text in butir) in found
    assert sum(len(butir) for butir in BUTIR_PERILAKU.values()) == 21
    assert tuple(BUTIR_PERILAKU) == tuple(NilaiPerilaku)


def test_what_the_rater_noted_for_a_value_stands_below_it() -> None:
    sheet = sheet_of(form(rating=penilaian(loyal=Ekspektasi.DI_ATAS)))

    assert "Loyal\n(Di Atas Ekspektasi)" in texts(sheet)
    assert "Akuntabel" in texts(sheet)


def test_every_step_of_the_trail_is_printed_with_its_cells() -> None:
    sheet = sheet_of(form(rows=[indikator("1.1"), indikator("1.2")]))

    head = find(sheet, "YANG DIHITUNG").row
    rows = [
        [c.value for c in cells(sheet) if c.row == row and c.value is not None]
        for row in (head + 1, head + 2)
    ]
    assert [row[:2] for row in rows] == [
        [1, "Capaian indikator 1.1"],
        [2, "Capaian indikator 1.2"],
    ]
    assert rows[0][-2:] == ["a", "Hasil Kerja!N6, R6"]
    assert rows[1][-2:] == ["a", "Hasil Kerja!N7, R7"]
    assert any("dinkes.xlsx" in text for text in texts(sheet))


def test_each_source_of_the_trail_is_said_once_under_its_letter() -> None:
    made = form(rows=[indikator("1.1"), indikator("1.2"), indikator("1.3")])
    first, second, third = made.score.trail[:3]
    trail = (first, replace(second, source="rata-rata"), replace(third, source=first.source))

    sheet = sheet_of(replace(made, score=replace(made.score, trail=trail)))

    head = find(sheet, "DASAR")
    below = [sheet.cell(head.row + offset, head.column).value for offset in (1, 2, 3)]
    assert below == ["a", "b", "a"]
    assert f"Dasar a: {first.source}\nDasar b: rata-rata" in texts(sheet)


def test_a_target_keeps_off_its_unit_without_a_line_between_them() -> None:
    sheet = sheet_of(form(rows=[indikator("1.1")]))

    figure = column_under(sheet, "TARGET")[0]
    unit = sheet.cell(figure.row, figure.column + 1)
    assert unit.value == "pasien"
    assert (figure.border.right.style, unit.border.left.style) == (None, None)
    assert figure.alignment.indent == 1


def test_texts_keep_off_the_line_at_their_left() -> None:
    sheet = sheet_of(form())

    for text in ("NAMA", "A. UTAMA", indikator("1.1").indikator, "RATING HASIL KERJA"):
        alignment = find(sheet, text).alignment
        assert (alignment.horizontal, alignment.indent) == ("left", 1)
