"""What follows from scores, per person: angka kredit, and days of absence to talk about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.score import AngkaKredit
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil.rujukan import (
    DAFTAR_JENJANG,
    DAFTAR_PREDIKAT,
    KOEFISIEN,
    PERSEN_ANGKA_KREDIT,
    cell_of,
)
from kinerja_xlsx.write.rekap_jumlah import (
    NOT_YET,
    PARTIAL,
    Sums,
    is_scored,
    looked_up,
    sums_of,
)
from kinerja_xlsx.write.rekap_kerangka import Lembar, write_lembar
from kinerja_xlsx.write.rekap_masukan import BELUM_DITETAPKAN, RekapBook
from kinerja_xlsx.write.rekap_tabel import Jenis, Kolom, Rumus, Value

_MONTHS_OF_YEAR: Final = 12
_ANGKA_KREDIT: Final = (
    Kolom("Kode Unit", 15),
    Kolom("NIP", 20, Jenis.NIP),
    Kolom("Nama", 26),
    Kolom("Jabatan", 25),
    Kolom("Jenjang", 14, Jenis.TENGAH),
    Kolom("Sifat", 9, Jenis.TENGAH),
    Kolom("Mulai", 11, Jenis.TANGGAL),
    Kolom("Selesai", 11, Jenis.TANGGAL),
    Kolom("Bulan", 7, Jenis.BULAT),
    Kolom("Predikat", 17, Jenis.TENGAH),
    Kolom("Persen", 9, Jenis.ANGKA),
    Kolom("Koefisien per Tahun", 10, Jenis.ANGKA),
    Kolom("Angka Kredit Periode Ini", 13, Jenis.ANGKA),
    Kolom("Jumlah per NIP", 11, Jenis.ANGKA),
    Kolom("Keterangan", 28),
)
_PEMBINAAN: Final = (
    Kolom("Kode Unit", 17),
    Kolom("NIP", 22, Jenis.NIP),
    Kolom("Nama", 34),
    Kolom("Hari Periode Ini", 11, Jenis.BULAT),
    Kolom("Hari Sejak Awal Tahun", 13, Jenis.BULAT),
    Kolom("Langkah menurut PP 94/2021", 44),
    Kolom("Sel Sumber", 44),
)


def write_angka_kredit(book: Book, sheet: Worksheet, rekap: RekapBook) -> None:
    """Write what each functional post earned in this period, summed for each person."""
    notes = (
        (
            "Hanya jabatan fungsional PNS. Angka kredit = bulan ÷ 12 × persen predikat × "
            "koefisien, dibulatkan per penugasan, lalu dijumlahkan per NIP di semua unit."
        ),
        (
            "Hanya periode ini; akumulasi periode sebelumnya ada di buku Hasil unitnya. Penetapan "
            "angka kredit tetap oleh pejabat yang berwenang."
        ),
    )
    lembar = Lembar(
        "Angka Kredit Periode Ini", notes, _ANGKA_KREDIT,
        "Belum ada jabatan fungsional PNS yang dinilai.", empty_at=2, frozen=3,
    )  # fmt: skip
    lines = [row for row in rekap.employees if is_scored(row) and row.jenjang is not None]
    found = sums_of([(row.nip, _kredit(row)) for row in lines], ("B", "M"), lembar.head)
    decimals = rekap.parameters.pembulatan_angka_kredit.value if rekap.parameters else None
    sums = replace(found, decimals=decimals)
    rows = [_kredit_row(row, number, sums) for number, row in enumerate(lines, lembar.first)]
    write_lembar(book, sheet, rekap, lembar, rows)


def write_pembinaan(book: Book, sheet: Worksheet, rekap: RekapBook) -> None:
    """Write who was absent without a reason for long enough to talk about it."""
    notes = (
        (
            "Bahan pembinaan, bukan putusan. Periksa dahulu kolom Alpa dan surat keterangannya, "
            "lalu bicarakan dengan pegawai. Yang memutuskan pejabat yang berwenang."
        ),
        "Hari Sejak Awal Tahun menjumlahkan kolom Alpa lembar Kehadiran yang ada di folder input.",
    )
    rows: list[Sequence[Value]] = [
        (row.unit, row.nip, row.nama, row.hari, row.setahun, row.langkah, row.sel)
        for row in rekap.pembinaan
    ]
    lembar = Lembar(
        "Bahan Pembinaan Kehadiran", notes, _PEMBINAAN,
        "Tidak ada yang perlu dibicarakan.", empty_at=2, frozen=3,
    )  # fmt: skip
    write_lembar(book, sheet, rekap, lembar, rows)


def _own(row: BarisPegawai) -> AngkaKredit | None:
    """Give what this period earned: the last of the accumulated periods."""
    return row.akumulasi.items[-1] if row.akumulasi else None


def _kredit(row: BarisPegawai) -> float | None:
    own = _own(row)
    return None if own is None else float(own.nilai)


def _kredit_row(row: BarisPegawai, number: int, sums: Sums) -> Sequence[Value]:
    own = _own(row)
    decimals = cell_of("pembulatan_angka_kredit")
    formula = f"=ROUND(I{number}*K{number}*L{number}/{100 * _MONTHS_OF_YEAR},{decimals})"
    notes = ["Predikat belum ditetapkan."] if own is None else []
    if sums.is_partial(row.nip):
        notes.append(PARTIAL)
    return (
        *(row.unit, row.nip, row.nama, row.jabatan),
        *(row.jenjang.value if row.jenjang else None, row.sifat, row.mulai, row.selesai),
        *(
            (
                own.bulan,
                own.predikat.value,
                Rumus(looked_up(PERSEN_ANGKA_KREDIT, DAFTAR_PREDIKAT, f"J{number}"), own.persen),
                Rumus(looked_up(KOEFISIEN, DAFTAR_JENJANG, f"E{number}"), own.koefisien),
            )
            if own
            else (None, BELUM_DITETAPKAN, None, None)
        ),
        NOT_YET if own is None else Rumus(formula, float(own.nilai), sums.decimals),
        sums.cell(row.nip, number),
        " ".join(notes) or None,
    )
