"""The evaluation form: every word and figure in its place, typed right, and nothing made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.law import (
    Ekspektasi,
    JenisHasilKerja,
    JenisJabatan,
    NilaiPerilaku,
    Pendekatan,
    Sifat,
)
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.score import IndikatorScore, IndikatorStatus, Step
from kinerja_xlsx.write.hasil import render_hasil
from kinerja_xlsx.write.hasil.labels import BUTIR_PERILAKU
from tests.hasil_drawn import (
    WALI_KOTA,
    book,
    form,
    indikator,
    indikator_jpt,
    indikator_kualitatif,
    nip_of,
    pegawai,
    penilaian,
    without_penilaian,
)

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.write.hasil import HasilBook, HasilForm

FORM = 3
"""Index of the first form among the sheets."""


def sheet_of(made: HasilForm, **changes: object) -> Worksheet:
    """Render a workbook with one form and read the form back."""
    return rendered(book([made], **changes))


def rendered(unit: HasilBook) -> Worksheet:
    workbook = load_workbook(BytesIO(render_hasil(unit)))
    sheet: Worksheet = workbook.worksheets[FORM]
    return sheet


def cells(sheet: Worksheet) -> list[Cell]:
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]  # type: ignore[misc]  # a merged cell has no value


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in cells(sheet)]


def beside(sheet: Worksheet, label: str) -> object:
    """Give the value right of the first cell with this text."""
    row = [cell for cell in cells(sheet) if cell.row == find(sheet, label).row]
    after = [cell for cell in row if cell.column > find(sheet, label).column]
    return after[0].value


def find(sheet: Worksheet, text: object) -> Cell:
    return next(cell for cell in cells(sheet) if cell.value == text)


def column_under(sheet: Worksheet, heading: str) -> list[Cell]:
    """Give the cells below a heading of the table of hasil kerja, its number row apart."""
    head = find(sheet, heading)
    end = find(sheet, "RATING HASIL KERJA").row
    return [
        cell
        for cell in cells(sheet)
        if cell.column == head.column and head.row + 1 < cell.row < end
    ]


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


def test_an_unknown_rater_is_said_and_signs_on_a_dotted_line() -> None:
    sheet = sheet_of(replace(form(), penilai=None))

    nama = [cell for cell in cells(sheet) if cell.value == "NAMA"][1]
    assert sheet.cell(nama.row, 9).value == "Belum diisi"
    assert "NIP ............................" in texts(sheet)


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


def test_the_aid_for_a_value_is_shown_as_an_aid() -> None:
    sheet = sheet_of(form(rating=penilaian(loyal=Ekspektasi.DI_ATAS)))

    assert "Loyal\n(bantuan: Di Atas Ekspektasi)" in texts(sheet)
    assert "Akuntabel" in texts(sheet)


def test_a_usulan_is_labelled_and_a_difference_is_shown() -> None:
    made = form()
    other = replace(
        made.score, rating_hasil_kerja=Ekspektasi.DI_ATAS, usulan_perilaku=Ekspektasi.SESUAI
    )

    sheet = sheet_of(replace(made, score=other))

    assert beside(sheet, "RATING HASIL KERJA") == "Di Atas Ekspektasi"
    found = texts(sheet)
    assert (
        "Usulan dari capaian 98,04%: Sesuai Ekspektasi. "
        "Pejabat penilai menetapkan rating yang berbeda dari usulan."
    ) in found
    assert "Usulan dari tujuh nilai: Sesuai Ekspektasi. Usulan bukan rating." in found


def test_a_partial_capaian_is_called_partial() -> None:
    sheet = sheet_of(form(rows=[indikator("1.1"), indikator("1.2", realisasi=None)]))

    assert any(text.startswith("Capaian sementara 98,04%") for text in texts(sheet))


def test_notes_appear_only_when_there_are_some() -> None:
    noted = sheet_of(
        form(rating=penilaian(catatan="Ikut pelatihan", rencana_pengembangan="Diklat"))
    )
    bare = sheet_of(form())

    assert beside(noted, "CATATAN/REKOMENDASI") == "Ikut pelatihan"
    assert beside(noted, "RENCANA PENGEMBANGAN") == "Diklat"
    assert "CATATAN/REKOMENDASI" not in texts(bare)


def test_only_the_rater_signs_and_an_official_without_nip_has_an_instansi() -> None:
    sheet = sheet_of(replace(form(), penilai=WALI_KOTA))

    found = texts(sheet)
    assert beside(sheet, "INSTANSI") == "Pemerintah Kota Serang"
    assert found.count("Contoh Wali Kota") == 2
    assert not any(text.startswith("NIP ") for text in found)
    assert "Pegawai yang Dinilai" not in found


@pytest.mark.parametrize(
    ("tanggal_penilaian", "tanggal_pengesahan", "text"),
    [
        (date(2026, 4, 6), date(2026, 4, 7), "Serang, 6 April 2026"),
        (None, date(2026, 8, 17), "Serang, 17 Agustus 2026"),
        (None, None, "Serang, ............................"),
    ],
)
def test_the_date_of_signing_is_written_out_or_left_to_the_hand(
    tanggal_penilaian: date | None, tanggal_pengesahan: date | None, text: str
) -> None:
    unit = book([form(rating=penilaian(tanggal_penilaian=tanggal_penilaian))])
    identitas = unit.identitas.model_copy(update={"tanggal_pengesahan": tanggal_pengesahan})

    sheet = rendered(replace(unit, identitas=identitas))

    assert text in texts(sheet)


@pytest.mark.parametrize(
    ("code", "periode"),
    [
        ("2026-03", "BULAN MARET"),
        ("2026-TW4", "TRIWULAN IV"),
        ("2026-S2", "SEMESTER II"),
        ("2026", "AKHIR"),
    ],
)
def test_the_title_names_the_period(code: str, periode: str) -> None:
    sheet = sheet_of(form(), period=Period.parse(code))

    assert f"PERIODE: {periode}" in texts(sheet)


def test_an_acting_post_within_the_period_says_so() -> None:
    person = pegawai(sifat=Sifat.PLT, mulai=date(2026, 2, 1), selesai=date(2026, 3, 15))

    sheet = sheet_of(form(person=person))

    found = texts(sheet)
    assert "Perawat Ahli Muda (Plt)" in found
    assert "PERIODE PENILAIAN: 1 FEBRUARI SD 15 MARET TAHUN 2026" in found


def test_names_fall_back_where_the_agency_or_the_place_is_unknown() -> None:
    unit = book([form(person=pegawai(unit_kerja=None, golongan=None))], instansi="", tempat="")
    identitas = unit.identitas.model_copy(update={"tempat": None})

    sheet = rendered(replace(unit, identitas=identitas))

    assert "DINAS KESEHATAN" in texts(sheet)
    assert beside(sheet, "UNIT KERJA") == "Dinas Kesehatan"
    assert beside(sheet, "PANGKAT/GOL. RUANG") == "–"
    assert "............................, 6 April 2026" in texts(sheet)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "{=", "=cmd|' /C calc'!A0 "])
def test_hostile_text_stays_text(start: str) -> None:
    hostile = f"{start}1+1"
    made = form(
        rows=[indikator("1.1", indikator=hostile, bukti_dukung=hostile, satuan=hostile)],
        person=pegawai(nama=hostile, jabatan=hostile, unit_kerja=hostile),
        rating=penilaian(catatan=hostile, umpan_balik_perilaku=hostile),
    )

    sheet = sheet_of(made)

    assert {cell.data_type for cell in cells(sheet)} <= {"s", "n"}
    assert texts(sheet).count(hostile) >= 8


def test_control_characters_are_dropped_and_nothing_else() -> None:
    sheet = sheet_of(form(person=pegawai(nama="Conto\x00h\x0b & <Nama> _x0041_")))

    assert "Contoh & <Nama> _x0041_" in [cell.value for cell in cells(sheet)]


def test_a_text_longer_than_a_cell_says_that_it_was_cut() -> None:
    whole, long = "a" * 32_767, "b" * 40_000
    made = form()
    trail = tuple(Step("Langkah", text, "1", "Sumber") for text in (whole, long))

    sheet = sheet_of(replace(made, score=replace(made.score, trail=trail)))

    found = texts(sheet)
    assert whole in found
    assert "b" * (32_767 - len(" … (terpotong)")) + " … (terpotong)" in found


def test_nip_is_text_everywhere() -> None:
    sheet = sheet_of(form())

    assert find(sheet, nip_of(1)).data_type == "s"
    assert find(sheet, nip_of(1)).number_format == "@"
    assert nip_of(1) in sheet.oddFooter.left.text


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
    assert rows[0][-1] == "Hasil Kerja!N6, Hasil Kerja!R6"
    assert any("dinkes.xlsx" in text for text in texts(sheet))
