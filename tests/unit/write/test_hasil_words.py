"""The running words of the evaluation form: names, dates, usulan; hostile text stays text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kinerja_xlsx.model.law import (
    Ekspektasi,
    Sifat,
)
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.score import Step
from tests.hasil_drawn import (
    WALI_KOTA,
    book,
    form,
    indikator,
    nip_of,
    pegawai,
    penilaian,
)
from tests.hasil_read import beside, cells, find, rendered, sheet_of, texts


def test_an_unknown_rater_is_said_and_signs_on_a_dotted_line() -> None:
    sheet = sheet_of(replace(form(), penilai=None))

    nama = [cell for cell in cells(sheet) if cell.value == "NAMA"][1]
    assert sheet.cell(nama.row, 9).value == "Belum diisi"
    assert "NIP ............................" in texts(sheet)


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


def test_a_capaian_without_usulan_says_so() -> None:
    made = form()

    sheet = sheet_of(replace(made, score=replace(made.score, usulan_hasil_kerja=None)))

    assert "Capaian 98,04%; tidak ada usulan." in texts(sheet)


def test_a_partial_capaian_is_called_partial() -> None:
    sheet = sheet_of(form(rows=[indikator("1.1"), indikator("1.2", realisasi=None)]))

    assert any(text.startswith("Capaian sementara 98,04%") for text in texts(sheet))


def test_notes_appear_only_when_there_are_some() -> None:
    noted = sheet_of(
        form(rating=penilaian(catatan="Ikut pelatihan", rencana_pengembangan="Diklat"))
    )
    bare = sheet_of(form())

    assert beside(noted, "CATATAN/REKOMENDASI") == "Ikut pelatihan"
    assert any("Rencana pengembangan: Diklat" in text.split("\n") for text in texts(noted))
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
    assert sheet.oddFooter is not None
    assert nip_of(1) in str(sheet.oddFooter.left.text)
