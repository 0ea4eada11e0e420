"""The agency's recap of one period: a summary that balances, units, people, files."""

from __future__ import annotations

import io
from typing import Final

from kinerja_xlsx.write.book import open_book
from kinerja_xlsx.write.hasil.rujukan import SHEET as RUJUKAN
from kinerja_xlsx.write.rekap_gerak import write_gerak
from kinerja_xlsx.write.rekap_indikator import write_indikator
from kinerja_xlsx.write.rekap_induk import write_induk
from kinerja_xlsx.write.rekap_isi import RINGKASAN, SEKILAS, SHEETS
from kinerja_xlsx.write.rekap_lanjutan import write_angka_kredit, write_pembinaan
from kinerja_xlsx.write.rekap_layanan import write_layanan
from kinerja_xlsx.write.rekap_lembar import (
    write_belum_kirim,
    write_berkas,
    write_perubahan,
    write_unit,
)
from kinerja_xlsx.write.rekap_masukan import Pengesah, RekapBook, UnitDitunggu
from kinerja_xlsx.write.rekap_mutu import write_bahan, write_mutu
from kinerja_xlsx.write.rekap_pegawai import write_pegawai
from kinerja_xlsx.write.rekap_perbandingan import (
    write_perbandingan,
    write_peringkat,
)
from kinerja_xlsx.write.rekap_ringkasan import Tables, write_summary
from kinerja_xlsx.write.rekap_rujukan import write_rekap_rujukan
from kinerja_xlsx.write.rekap_sekilas import Sumber, write_sekilas
from kinerja_xlsx.write.rekap_skm import write_skm_layanan
from kinerja_xlsx.write.rekap_skm_unit import (
    UNIT_SELISIH_SKM,
    UNIT_SKM,
    skm_cells,
    write_skm_unit,
)
from kinerja_xlsx.write.rekap_tpp import write_tpp
from kinerja_xlsx.write.rekap_tren import write_tren

PEGAWAI: Final = "Pegawai"
"""The sheet that lists every assignment."""

__all__ = ["PEGAWAI", "Pengesah", "RekapBook", "UnitDitunggu", "render_rekap"]


def render_rekap(rekap: RekapBook) -> bytes:
    """Write the workbook `rekap.xlsx` of one agency and period.

    Args:
        rekap: Lines of units, assignments and files, and proposed changes of the roster.

    Returns:
        The finished workbook; the same input gives the same bytes.
    """
    buffer = io.BytesIO()
    title = f"Rekap Penilaian Kinerja {rekap.period.label}"
    with open_book(buffer, title=title, created=rekap.period.last) as book:
        sheets = {name: book.workbook.add_worksheet(name) for name in SHEETS}
        tables = Tables(
            write_unit(book, sheets["Unit"], rekap),
            write_pegawai(book, sheets[PEGAWAI], rekap),
            write_berkas(book, sheets["Berkas"], rekap),
            write_perbandingan(book, sheets["Perbandingan"], rekap),
        )
        write_induk(book, sheets["Per Induk"], rekap, tables.unit)
        write_peringkat(book, sheets["Peringkat"], rekap)
        layanan = write_skm_layanan(book, sheets["SKM Layanan"], rekap)
        skm = write_skm_unit(book, sheets["SKM Unit"], rekap, layanan)
        now, change = (skm_cells(rekap, skm, column) for column in (UNIT_SKM, UNIT_SELISIH_SKM))
        tren = write_tren(book, sheets["Tren Unit"], rekap, tables.unit, now)
        gerak = write_gerak(book, sheets["Pergerakan"], rekap, tables.perbandingan, change)
        write_indikator(book, sheets["Indikator"], rekap)
        write_layanan(book, sheets["Layanan"], rekap)
        write_angka_kredit(book, sheets["Angka Kredit"], rekap)
        write_tpp(book, sheets["Simulasi TPP"], rekap)
        write_pembinaan(book, sheets["Pembinaan"], rekap)
        write_mutu(book, sheets["Mutu Data"], rekap)
        write_bahan(book, sheets["Bahan Pelatihan"], rekap)
        write_belum_kirim(book, sheets["Belum Kirim"], rekap)
        write_perubahan(book, sheets["Perubahan Daftar Induk"], rekap)
        write_rekap_rujukan(book, sheets[RUJUKAN], rekap)
        letak = write_summary(book, sheets[RINGKASAN], rekap, tables)
        write_sekilas(book, sheets[SEKILAS], rekap, Sumber(letak, skm, gerak, tren))
    return buffer.getvalue()
