"""Drawn explanations: the steps of a person with few or many indicators, months and words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from kinerja_xlsx.model.issue import Place
from kinerja_xlsx.model.law import Ekspektasi, Kertas, Predikat
from kinerja_xlsx.model.penjelasan import Keberatan, PenjelasanPenugasan, SelMasukan
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.model.verifikasi import Formulir, JenisFormulir
from tests.hasil_drawn import nip_of

PERIOD = "2026-TW1"
DI_ATAS = Ekspektasi.DI_ATAS
MULAI, SELESAI = date(2026, 1, 1), date(2026, 3, 31)
BELUM = "pasal belum diperiksa"
UBAH = "ketentuan yang dapat diubah BKPSDM – "
SYARAT = (
    "di atas 2 dari 3 (66,6667%); tidak di bawah 3 dari 3 (100%); utama di bawah 0 dari 2 (0%)"
)
AKHIR = (
    ("Capaian penugasan", "(106,6497 + 103,3656) ÷ 2", "105,01", "rata-rata"),
    ("Usulan rating hasil kerja", SYARAT, DI_ATAS.value, f"PermenPANRB 6/2022 (syarat), {BELUM}"),
    ("Usulan rating perilaku", SYARAT, DI_ATAS.value, f"PermenPANRB 6/2022 (syarat), {BELUM}"),
    ("Rating Hasil Kerja", "ditetapkan pejabat penilai", DI_ATAS.value, f"SE 3/2023, {BELUM}"),
    ("Predikat kinerja pegawai", "hasil kerja × perilaku", "Sangat Baik", f"kuadran, {BELUM}"),
    ("Nilai SKP (PP 30/2019 70:30)", "capaian penugasan", "105,01", "hasil angka"),
    ("Nilai kinerja", "70% × 105,0076 + 30% × 103", "104,41", "PP 30/2019, Ps. 41"),
    ("Angka kredit Triwulan I 2026", "3/12 × 150% × 5 (Terampil)", "1,875", f"koefisien, {BELUM}"),
    ("Simulasi TPP: potongan", "tidak ada potongan", "0%", f"Perbup Serang 1/2021, {BELUM}"),
    ("Simulasi TPP", "70% × 100 + 30% × 100", "100,00% (simulasi)", f"{UBAH}bobot kinerja TPP"),
)


def penjelasan(
    number: int, *, indikator: int, bulan: int = 0, nama: str = "", kertas: Kertas = Kertas.F4
) -> PenjelasanPenugasan:
    """Draw a person with so many indicators, three to a RHK, each of so many months."""
    nip = nip_of(number)
    files = [
        f"arsip/2026-0{month}/Isian_DINKES_2026-0{month}.xlsx" for month in range(1, bulan + 1)
    ]
    cells = tuple(_cells(indikator, files or ["Isian_DINKES_2026-TW1.xlsx"]))
    nama = nama or f"Contoh Pegawai {number}"
    return PenjelasanPenugasan(
        BarisPegawai(
            PERIOD, "DINKES", nip, nama, "Perawat Terampil", "Definitif", MULAI, SELESAI,
            PenugasanStatus.DINILAI, "", Decimal("105.01"), lengkap=True, usulan=DI_ATAS,
            rating_hasil_kerja=DI_ATAS, rating_perilaku=DI_ATAS, predikat=Predikat.SANGAT_BAIK,
        ),
        "Dinas Kesehatan",
        "Isian_DINKES_2026-TW1.xlsx",
        () if bulan else cells,
        tuple(_steps(indikator, cells, ratings=not bulan)) ,
        (),
        Formulir("R4R5-83E7-RXQC-ZFTY", JenisFormulir.HASIL, PERIOD, "DINKES", nip,
                 "Definitif", MULAI),
        cells if bulan else (),
        f"{nama} (NIP {nip_of(90)})",
        Keberatan(f"{nama} (NIP {nip_of(91)})", 14, "PP 30/2019 Pasal 59"),
        "Pemerintah Kota Contoh",
        kertas,
    )  # fmt: skip


def _cells(indikator: int, files: list[str]) -> Iterator[SelMasukan]:
    for row in range(1, indikator + 1):
        for file in files:
            for column, heading, typed in ((14, "Target", "1.200"), (21, "Realisasi", "1.250")):
                place = Place(file, "Hasil Kerja", 80 + row, column, heading)
                yield SelMasukan(place, typed)


def _steps(indikator: int, cells: tuple[SelMasukan, ...], *, ratings: bool) -> Iterator[Step]:
    for row in range(1, indikator + 1):
        own = [cell for cell in cells if cell.place.row == 80 + row]
        named = tuple(cell.address if ratings else cell.full_address for cell in own)
        number = f"{(row + 2) // 3}.{(row - 1) % 3 + 1}"
        if not ratings:
            sums = " + ".join(
                f"1.250 ({month} 2026)" for month in ("Januari", "Februari", "Maret")
            )
            yield Step(
                f"Realisasi gabungan {number}", sums, "3.750, target 3.600", "«Jumlah»", named
            )
        yield Step(f"Capaian indikator {number}", "1.250 ÷ 1.200 × 100", "104,17", BELUM, named)
        if row % 3 == 0 or row == indikator:
            yield Step(f"Capaian RHK {number[0]}", "(102,41 + 107,54) ÷ 2", "104,97", "rata-rata")
            yield Step(
                f"Ekspektasi RHK {number[0]}", "104,97 > 100", DI_ATAS.value, f"{UBAH}ambang"
            )
    yield from (Step(*texts) for texts in AKHIR)
