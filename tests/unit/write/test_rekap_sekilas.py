"""The page for the head of the agency: live figures, charts told in words, kind sentences."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from kinerja_xlsx.model.kinerja_unit import GerakUnit, KinerjaUnit
from kinerja_xlsx.model.law import MutuPelayanan
from kinerja_xlsx.model.rekap import Kiriman
from kinerja_xlsx.write.rekap import RekapBook, render_rekap
from kinerja_xlsx.write.rekap_perhatian import NOTHING, perhatian
from tests.hasil_drawn import nip_of
from tests.rekap_drawn import DINKES, SETDA, agency, orang, read, row_of
from tests.rekap_penuh import UNITS, full_agency, spread, survey, surveyed, unit

FIGURES = (4, 5, 6)
"""Rows of the labels, the figures and the notes."""
COLUMNS = ("A", "B", "F", "G", "K", "L")


def figures(rekap: RekapBook, *, values: bool = True) -> dict[object, tuple[object, object]]:
    """Give value and note of each key figure by its label."""
    sheet = read(rekap, "Sekilas", values=values)
    labels, shown, notes = FIGURES
    return {
        sheet[f"{column}{labels}"].value: (
            sheet[f"{column}{shown}"].value,
            sheet[f"{column}{notes}"].value,
        )
        for column in COLUMNS
    }


def charts(rekap: RekapBook) -> list[str]:
    """Give the alternative text of the charts of the first sheet, in order."""
    with ZipFile(BytesIO(render_rekap(rekap))) as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    return re.findall(r'descr="([^"]*)"', drawing)


def test_key_figures_stand_large_with_of_how_many() -> None:
    assert figures(full_agency()) == {
        "Unit yang sudah mengirim": (4, 5),
        "Penugasan yang dinilai": (8, 8),
        "Pegawai yang berpredikat": (50, 50),
        "Baik atau Sangat Baik": (74, "dari yang berpredikat"),
        "Kepuasan masyarakat (SKM)": (
            pytest.approx((30.5333 * 160 + 28.7 * 41) / 201 / 9 * 25),
            "mutu B, Baik",
        ),
        "Pegawai yang naik predikat": (3, 1),
    }


def test_key_figures_are_live_and_their_notes_get_words_from_the_format() -> None:
    live = figures(full_agency(), values=False)
    sheet = read(full_agency(), "Sekilas")

    assert live["Unit yang sudah mengirim"] == ("='Ringkasan'!B7", "='Ringkasan'!B11")
    assert str(live["Baik atau Sangat Baik"][0]).startswith("='Tren Unit'!H")
    assert sheet["A6"].number_format == '"dari "#,##0" unit"'
    assert sheet["L6"].number_format == '"dan turun "#,##0" pegawai"'


def test_what_is_not_known_is_no_zero() -> None:
    found = figures(agency())

    assert found["Kepuasan masyarakat (SKM)"] == ("–", "belum ada survei")
    assert found["Pegawai yang naik predikat"] == ("–", "belum ada isian Triwulan IV 2025")


def test_every_chart_is_told_in_words() -> None:
    assert charts(full_agency()) == [
        (
            "Diagram batang. Sebaran predikat pegawai: Sangat Baik 17, Baik 20, Butuh Perbaikan "
            "13, Kurang/Misconduct 0, Sangat Kurang 0."
        ),
        (
            "Diagram batang. Penugasan menurut keadaannya: Dinilai 8, Ditahan 0, Tidak dinilai 0, "
            "Tidak dikirim 0."
        ),
        (
            "Diagram batang. Predikat orang yang sama sejak Triwulan IV 2025: Naik 3, Tetap 6, "
            "Turun 1."
        ),
    ]


def test_without_a_period_before_the_third_chart_shows_who_has_sent() -> None:
    assert charts(agency())[2] == (
        "Diagram batang. Unit menurut kirimannya: Sudah mengirim 1, Kiriman ditolak 0, Tidak "
        "terbaca kali ini 0, Belum mengirim 1."
    )


def lines(rekap: RekapBook, columns: slice) -> list[list[object]]:
    """Give the lines of a table below the charts, without the empty ones."""
    sheet = read(rekap, "Sekilas")
    start = next(
        row for row in range(1, 60) if sheet.cell(row, 1).value == "Unit yang paling bergerak"
    )
    found = [row_of(sheet, row)[columns] for row in range(start + 2, start + 8)]
    return [line for line in found if line[0]]


def test_those_that_moved_most_both_ways_are_shown_and_small_ones_never() -> None:
    moves = [GerakUnit(f"U{n}", f"Unit {n}", (50, 100), (n, 100), is_small=False)
             for n in (90, 80, 70, 60, 50, 40, 30, 20, 10)]  # fmt: skip
    small = GerakUnit("K", "Kecil", (0, 5), (5, 5), is_small=True)
    units = tuple(replace(UNITS[0], kode=one.kode, nama=one.nama) for one in (*moves, small))

    found = lines(
        replace(full_agency(), units=units, induk=(), gerak=(*moves, small)), slice(0, 4)
    )

    assert [line[0] for line in found] == [f"Unit {n}" for n in (90, 80, 70, 30, 20, 10)]
    assert found[0][1:] == [50, 90, 40]
    assert lines(agency(), slice(0, 4)) == [["Belum ada unit yang bergerak.", "–", "–", "–"]]


def test_units_of_highest_and_lowest_satisfaction_are_shown() -> None:
    many = tuple(
        unit(f"U{n}", spread(5, 5, 10),
             KinerjaUnit(kepuasan=surveyed((survey("Loket", 10, (f"{1 + n / 3:.4f}",) * 9),), ())))
        for n in range(8)
    )  # fmt: skip

    found = lines(replace(full_agency(), units=many, induk=(), gerak=()), slice(5, 9))

    assert [line[0] for line in found] == [f"Unit U{n}" for n in (7, 6, 5, 2, 1, 0)]
    assert found[0][2:] == [MutuPelayanan.B.value, 100]
    assert lines(agency(), slice(5, 9)) == [["Belum ada survei kepuasan.", "–", "–", "–"]]


def test_what_waits_is_said_with_the_sheet_to_look_at() -> None:
    many = tuple(replace(SETDA, kode=f"S{n}", nama=f"Seksi {n}") for n in range(5))
    odd = unit("PKM", spread(5, 5, 10), KinerjaUnit(kepuasan=surveyed(
        (survey("Loket", 9, ("2",) * 9),), ())))  # fmt: skip
    waiting = replace(
        full_agency(),
        units=(DINKES, odd, *many, replace(SETDA, kiriman=Kiriman.DITOLAK)),
        employees=agency().employees,
        changes=agency().changes * 2,
    )

    assert list(perhatian(waiting)) == [
        "Kiriman ditolak: Sekretariat Daerah (lembar Belum Kirim).",
        "Belum mengirim: Seksi 0, Seksi 1, Seksi 2, dan 2 unit lain (lembar Belum Kirim).",
        "1 penugasan menunggu dibetulkan unitnya (lembar Pegawai).",
        "Sebaran predikat belum sesuai pola: Dinas Kesehatan (lembar Unit).",
        "Mutu layanan C atau D sedangkan predikat tinggi: Unit PKM (lembar SKM Unit).",
        (
            "1 indikator belum dicapai siapa pun, antara lain «Waktu tunggu rawat jalan» (lembar "
            "Indikator)."
        ),
        "Pelatihan yang paling membantu: Menulis NIP (lembar Bahan Pelatihan).",
        (
            "2 usul perubahan daftar induk menunggu keputusan BKPSDM (lembar Perubahan Daftar "
            "Induk)."
        ),
        "1 pegawai perlu diajak bicara tentang kehadirannya (lembar Pembinaan).",
    ]


def test_where_nothing_waits_it_says_so() -> None:
    sound = replace(DINKES, distribusi=spread(2, 2, 4))

    assert perhatian(agency(units=(sound,), employees=(orang(1),), changes=())) == [NOTHING]


def test_nobody_is_named_but_who_signs() -> None:
    texts = [str(cell.value) for row in read(full_agency(), "Sekilas") for cell in row]

    assert [text for text in texts if "Contoh" in text] == ["Contoh Kepala, M.Si."]
    assert [text for text in texts if re.search(r"\d{18}", text)] == [f"NIP {nip_of(9)}"]
    assert not any(
        "Contoh" in str(cell.value) for row in read(agency(), "Sekilas") for cell in row
    )
