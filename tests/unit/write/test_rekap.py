"""The agency's recap: every count balances, is live, and is never of a NIP."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.kinerja_unit import (
    IndikatorKota,
    IndikatorUnit,
    KelompokUnit,
    MutuUnit,
)
from kinerja_xlsx.model.law import Arah, Ekspektasi, Kertas
from kinerja_xlsx.model.rekap import Kiriman, UsulPerubahan
from kinerja_xlsx.write.rekap import UnitDitunggu, render_rekap
from kinerja_xlsx.write.rekap_ringkasan import missing_text, verdict_text
from tests.hasil_drawn import nip_of
from tests.rekap_drawn import DINKES, DITAHAN, READ, SETDA, agency, block, orang, read, row_of


def test_the_recap_has_its_sheets_and_always_the_same_bytes() -> None:
    data = render_rekap(agency())

    assert load_workbook(BytesIO(data)).sheetnames == [
        "Sekilas",
        "Ringkasan",
        "Unit",
        "Per Induk",
        "Pegawai",
        "Perbandingan",
        "Tren Unit",
        "Pergerakan",
        "Peringkat",
        "SKM Unit",
        "SKM Layanan",
        "Layanan",
        "Indikator",
        "Angka Kredit",
        "Simulasi TPP",
        "Pembinaan",
        "Mutu Data",
        "Bahan Pelatihan",
        "Belum Kirim",
        "Perubahan Daftar Induk",
        "Berkas",
        "Rujukan",
    ]
    assert data == render_rekap(agency())


def test_the_summary_balances() -> None:
    sheet = read(agency(), "Ringkasan")

    assert block(sheet, "Unit") == {
        "Sudah mengirim": 1,
        "Kiriman ditolak": 0,
        "Tidak terbaca kali ini": 0,
        "Belum mengirim": 1,
        "Jumlah": 2,
    }
    assert block(sheet, "Penugasan") == {
        "Dinilai": 3,
        "Ditahan": 1,
        "Tidak dinilai": 1,
        "Tidak dikirim": 1,
        "Jumlah": 6,
    }
    assert block(sheet, "Baris berkas") == {
        "Diterima": 10,
        "Dibetulkan": 2,
        "Ditahan": 3,
        "Diabaikan": 1,
        "Jumlah": 16,
    }


def test_the_summary_counts_live_and_never_a_nip() -> None:
    sheet = read(agency(), "Ringkasan", values=False)

    formulas = [str(cell.value) for row in sheet for cell in row if cell.data_type == "f"]
    assert block(sheet, "Penugasan")["Ditahan"] == "=COUNTIF('Pegawai'!$I$7:$I$12,\"Ditahan\")"
    assert block(sheet, "Unit")["Belum mengirim"] == "=COUNTIF('Unit'!$D$6:$D$7,\"Belum\")"
    counted = {m[1] + m[2] for f in formulas if (m := re.search(r"COUNTIF\('(\w+)'!\$(\w+)\$", f))}
    assert counted == {"UnitD", "PegawaiI", "PegawaiN"}


def test_the_spread_of_the_agency_is_that_of_its_people() -> None:
    sheet = read(agency(), "Ringkasan")

    spread = block(sheet, "Sebaran predikat")
    assert spread["▲ Baik"] == 2
    assert spread["Belum ada predikat"] == 2
    assert spread["Jumlah"] == 4
    live = block(read(agency(), "Ringkasan", values=False), "Sebaran predikat")
    assert live["▲ Baik"] == "=SUM('Unit'!$L$6:$L$7)"


def test_a_unit_that_sent_shows_its_counts_and_the_smallest_change() -> None:
    sheet = read(agency(), "Unit")

    assert row_of(sheet, 6) == [
        *["DINKES", "Dinas Kesehatan", "–", "Sudah"],
        *[6, 3, 1, 1, 1, 1],
        *[0, 2, 0, 0, 0],
        *["Baik", "Belum sesuai pola"],
        (
            "Sementara, 2 dari 4. Perubahan terkecil yang memenuhi pola: 1 pegawai dari Baik ke "
            "Butuh Perbaikan"
        ),
        0,
    ]
    assert row_of(sheet, 8)[4:15] == [6, 3, 1, 1, 1, 1, 0, 2, 0, 0, 0]


def test_a_unit_that_did_not_send_has_no_counts_rather_than_zeros() -> None:
    sheet = read(agency(), "Unit")

    assert row_of(sheet, 7) == [
        *["SETDA", "Sekretariat Daerah", "KOTA", "Belum"],
        *["–"] * 11,
        *["Belum diisi", "Tidak diperiksa", "–", 0],
    ]


def test_each_assignment_has_a_row_with_typed_cells() -> None:
    sheet = read(agency(), "Pegawai")

    accepted, waiting, withheld = (row_of(sheet, number) for number in (7, 9, 10))
    assert accepted == [
        *[1, "DINKES", nip_of(1), "Contoh Pegawai 1", "Perawat Ahli Muda", "Definitif"],
        datetime(2026, 1, 1),  # noqa: DTZ001 - a cell has no zone
        datetime(2026, 3, 31),  # noqa: DTZ001 - a cell has no zone
        *["Dinilai", 98.125],
        *["Sesuai Ekspektasi"] * 3,
        *["Baik", *["–"] * 5],
    ]
    assert waiting[8:] == [
        *["Dinilai", "Belum diisi", "Belum ada"],
        *["Belum ditetapkan"] * 3,
        *["–"] * 4,
        "Belum lengkap: ada indikator tanpa realisasi.",
    ]
    assert withheld[8:] == ["Ditahan", *["–"] * 9, "NIP tidak ada di daftar induk."]


def test_a_rating_that_differs_from_its_usulan_is_noted() -> None:
    other = replace(orang(1), rating_hasil_kerja=Ekspektasi.DI_ATAS)

    sheet = read(agency(employees=(other,)), "Pegawai")

    assert row_of(sheet, 7)[-1] == "Rating hasil kerja berbeda dari usulan."


def test_units_that_have_not_sent_are_listed() -> None:
    some = read(agency(), "Belum Kirim")
    none = read(agency(units=(DINKES,)), "Belum Kirim")

    first = [1, "SETDA", "Sekretariat Daerah", "KOTA", "Belum mengirim"]
    assert row_of(some, 6) == [*first, "–", "–"]
    assert row_of(none, 6) == ["–", "–", "Semua unit sudah mengirim.", *["–"] * 4]
    for known, shown in ((UnitDitunggu(42, "0254-000000"), [42, "0254-000000"]),
                         (UnitDitunggu(0, ""), [0, "–"])):  # fmt: skip
        waited = read(agency(ditunggu={"SETDA": known}), "Belum Kirim")
        assert row_of(waited, 6) == [*first, *shown]


def test_proposed_changes_of_the_roster_are_listed() -> None:
    some = read(agency(), "Perubahan Daftar Induk")
    none = read(agency(changes=()), "Perubahan Daftar Induk")

    assert row_of(some, 6)[1:] == [
        *["DINKES", nip_of(1), "Contoh Pegawai 1"],
        *["Golongan", "III/b", "III/c"],
    ]
    assert row_of(none, 6)[3] == "Tidak ada perbedaan."


def test_rows_of_a_file_balance_and_an_unread_file_has_none() -> None:
    sheet = read(agency(), "Berkas")

    assert row_of(sheet, 6) == ["dinkes.xlsx", "DINKES", "Sebagian", 16, 10, 2, 3, 1, 3, 1, 1]
    assert row_of(sheet, 7) == ["lama.xls", "–", "Ditolak", "Tidak dibaca", *["–"] * 4, 0, 0, 0]
    assert row_of(sheet, 8)[3:] == [16, 10, 2, 3, 1, 3, 1, 1]
    assert read(agency(), "Berkas", values=False)["D6"].value == "=SUM(E6:H6)"


def test_an_agency_with_nothing_yet_still_has_its_recap() -> None:
    empty = agency(units=(), employees=(), files=(), changes=(), instansi="")

    summary, unit = read(empty, "Ringkasan"), read(empty, "Unit")
    assert block(summary, "Penugasan")["Jumlah"] == 0
    assert unit["A6"].value == "Tidak ada"


@pytest.mark.parametrize("kertas", Kertas)
def test_every_sheet_prints_one_page_wide(kertas: Kertas) -> None:
    workbook = load_workbook(BytesIO(render_rekap(agency(kertas=kertas))))

    for sheet in workbook.worksheets:
        assert sheet.page_setup.paperSize == {Kertas.A4: 9, Kertas.F4: 14}[kertas]
        assert sheet.page_setup.orientation == "landscape"
        # What is of known length keeps to its pages, so that nothing stands alone on another.
        pages = {"Sekilas": None, "Ringkasan": None, "Rujukan": 2}  # None is the default, one
        assert sheet.page_setup.fitToHeight == pages.get(sheet.title, 0)
        assert sheet.oddFooter is not None
        assert sheet.oddFooter.right.text == "Halaman &P"
        if sheet.title not in {"Sekilas", "Ringkasan", "Rujukan"}:
            assert sheet.print_title_rows is not None
            assert sheet.auto_filter.ref is not None


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_hostile_text_stays_text(start: str) -> None:
    hostile = f"{start}1+1"
    someone = replace(orang(1, DITAHAN), nip=hostile, nama=hostile, alasan=hostile)
    unit = replace(DINKES, nama=hostile)
    measure = IndikatorUnit(hostile, hostile, Arah.NAIK, 3, 0)

    workbook = load_workbook(
        BytesIO(
            render_rekap(
                agency(
                    units=(unit, replace(SETDA, nama=hostile)),
                    employees=(someone,),
                    files=(replace(READ, file=hostile),),
                    changes=(UsulPerubahan("U", hostile, hostile, "Jabatan", hostile, hostile),),
                    induk=(KelompokUnit(hostile, hostile, ("DINKES",)),),
                    indikator=(IndikatorKota(measure, (hostile,)),),
                    mutu=(MutuUnit(hostile, hostile, 1, 0, 0, 0, 0, ((IssueCode.SEL_11, 1),)),),
                )
            )
        )
    )

    shown = [cell for sheet in workbook for row in sheet for cell in row if cell.value == hostile]
    assert len(shown) == 22
    assert {cell.data_type for cell in shown} == {"s"}


def test_the_verdict_is_one_plain_sentence() -> None:
    assert verdict_text(agency()) == (
        "1 dari 2 unit sudah mengirim. 3 dari 6 penugasan dinilai; 1 ditahan, "
        "1 tidak dinilai, dan 1 tidak dikirim."
    )
    assert verdict_text(agency(units=(DINKES,), employees=(orang(1),))) == (
        "1 dari 1 unit sudah mengirim. 1 dari 1 penugasan dinilai."
    )


def test_a_refused_unit_is_not_among_those_that_have_not_sent() -> None:
    refused = replace(SETDA, kode="DLH", nama="Dinas Lingkungan", kiriman=Kiriman.DITOLAK)
    some = agency(units=(DINKES, SETDA, refused))

    assert missing_text(some) == (
        "Kiriman ditolak: Dinas Lingkungan. Belum mengirim: Sekretariat Daerah. "
        "Lihat lembar Belum Kirim."
    )
    assert block(read(some, "Ringkasan"), "Unit")["Kiriman ditolak"] == 1
    assert row_of(read(some, "Belum Kirim"), 7)[4] == "Kiriman ditolak"


def test_missing_units_are_named_and_many_are_counted() -> None:
    many = tuple(replace(SETDA, nama=f"Unit {number}") for number in range(14))

    assert missing_text(agency()) == (
        "Belum mengirim: Sekretariat Daerah. Lihat lembar Belum Kirim."
    )
    assert missing_text(agency(units=many)).endswith("Unit 11, dan 2 unit lain. Lihat lembar "
                                                     "Belum Kirim.")  # fmt: skip
    assert missing_text(agency(units=(DINKES,))) == ""
