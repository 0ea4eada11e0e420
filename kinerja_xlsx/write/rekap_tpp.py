"""The simulation of TPP in the agency's recap: percent, summed for each person, never money."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.kebijakan import BasisPotongan
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil.rujukan import DAFTAR_PREDIKAT, PERSEN_TPP, cell_of
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
from kinerja_xlsx.write.rekap_rumus import SURE_DECIMALS
from kinerja_xlsx.write.rekap_tabel import KOSONG, Jenis, Kolom, Rumus, Value

_TPP: Final = (
    Kolom("Kode Unit", 15),
    Kolom("NIP", 20, Jenis.NIP),
    Kolom("Nama", 26),
    Kolom("Jabatan", 25),
    Kolom("Mulai", 11, Jenis.TANGGAL),
    Kolom("Selesai", 11, Jenis.TANGGAL),
    Kolom("Bulan", 7, Jenis.BULAT),
    Kolom("Predikat", 17, Jenis.TENGAH),
    Kolom("Kinerja (%)", 11, Jenis.DESIMAL),
    Kolom("Potongan (%)", 11, Jenis.DESIMAL),
    Kolom("TPP Penugasan (%)", 12, Jenis.DESIMAL),
    Kolom("Bagian dari Periode (%)", 12, Jenis.DESIMAL),
    Kolom("Jumlah per NIP (%)", 12, Jenis.DESIMAL),
    Kolom("Keterangan", 28),
)
_NO_TPP: Final = (
    "Simulasi TPP belum dipakai. Bila diperlukan, pilih aturan_tpp di lembar Kebijakan buku "
    "Pengaturan."
)


def write_tpp(book: Book, sheet: Worksheet, rekap: RekapBook) -> None:
    """Write the simulation of TPP in percent, summed for each person."""
    notes = (
        (
            "Hanya persen, tidak pernah rupiah, dan hanya jabatan definitif. Bagian dari periode "
            f"= TPP penugasan × bulan ÷ {rekap.period.months}; dijumlahkan per NIP di semua unit."
        ),
        (
            "Tabel potongan dan bobotnya ada di lembar Rujukan. Pembayaran mengikuti keputusan "
            "pejabat yang berwenang."
        ),
    )
    lembar = Lembar("Simulasi TPP (bukan penetapan)", notes, _TPP, _NO_TPP, empty_at=2, frozen=3)
    lines = [row for row in rekap.employees if is_scored(row) and row.tpp is not None]
    figures = [_figures(row, rekap.period.months) for row in lines]
    shares = [(row.nip, share) for row, (_, share) in zip(lines, figures, strict=True)]
    sums = sums_of(shares, ("B", "L"), lembar.head)
    months = Counter[str]()
    for row in lines:
        months[row.nip] += row.tpp.bulan if row.tpp else 0
    rows = [
        (
            *_row(row, number, figures[number - lembar.first], rekap.period.months),
            sums.cell(row.nip, number),
            _note(row, sums, is_shared=months[row.nip] > rekap.period.months),
        )
        for number, row in enumerate(lines, lembar.first)
    ]
    write_lembar(book, sheet, rekap, lembar, rows)


_Figures = tuple[float | None, float | None]
"""Percent of an assignment and its share of the period, as their cells hold them."""


def _figures(row: BarisPegawai, months: int) -> _Figures:
    tpp = row.tpp
    if tpp is None or tpp.persen is None:
        return None, None
    persen = round(float(tpp.persen), SURE_DECIMALS)
    return persen, round(persen * tpp.bulan / months, SURE_DECIMALS)


def _row(row: BarisPegawai, number: int, figures: _Figures, months: int) -> Sequence[Value]:
    tpp, (persen, share) = row.tpp, figures
    if tpp is None:
        return ()
    part = f"ROUND(K{number}*G{number}/{months},{SURE_DECIMALS})"
    work = looked_up(PERSEN_TPP, DAFTAR_PREDIKAT, f"H{number}")
    return (
        *(row.unit, row.nip, row.nama, row.jabatan, row.mulai, row.selesai, tpp.bulan),
        row.predikat.value if row.predikat else BELUM_DITETAPKAN,
        NOT_YET if tpp.kinerja is None else Rumus(work, tpp.kinerja),
        NOT_YET if tpp.potongan is None else tpp.potongan,
        Rumus(_together(number), NOT_YET if persen is None else persen),
        Rumus(f'=IF(ISNUMBER(K{number}),{part},"{KOSONG}")', KOSONG if share is None else share),
    )


def _together(number: int) -> str:
    """Weigh work and attendance by the parameters of `Rujukan`, as the simulation does."""
    weight = cell_of("bobot_kinerja_tpp")
    basis = f'{cell_of("basis_potongan_tpp")}="{BasisPotongan.SELURUH.value}"'
    work = f"{weight}*I{number}/100"
    whole = f"MAX({work}+100-{weight}-J{number},0)"
    part = f"{work}+(100-{weight})*MAX(100-J{number},0)/100"
    known = f"AND(ISNUMBER(I{number}),ISNUMBER(J{number}))"
    return f'=IF({known},ROUND(IF({basis},{whole},{part}),{SURE_DECIMALS}),"{NOT_YET}")'


def _note(row: BarisPegawai, sums: Sums, *, is_shared: bool) -> str | None:
    notes = []
    if row.tpp and row.tpp.kinerja is None:
        notes.append("Predikat belum ditetapkan.")
    if row.tpp and row.tpp.potongan is None:
        notes.append("Kehadiran belum diisi.")
    if sums.is_partial(row.nip):
        notes.append(PARTIAL)
    if is_shared:
        notes.append("Bulan peralihan terhitung di kedua penugasan.")
    return " ".join(notes) or None
