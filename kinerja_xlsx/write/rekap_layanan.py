"""People served, in the agency's recap: the same indicators now and in the period before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.kinerja_unit import BarisLayanan
from kinerja_xlsx.model.law import Arah
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.rekap_kerangka import Lembar, write_lembar
from kinerja_xlsx.write.rekap_masukan import BELUM_DIISI, RekapBook
from kinerja_xlsx.write.rekap_pegawai import BELUM_DIBANDINGKAN
from kinerja_xlsx.write.rekap_rumus import selisih
from kinerja_xlsx.write.rekap_tabel import Jenis, Kolom, Rumus, Value

_COLUMNS: Final = (
    Kolom("Kode Unit", 15),
    Kolom("Nama Unit", 27),
    Kolom("Pemegang Indikator", 25),
    Kolom("Sifat", 9, Jenis.TENGAH),
    Kolom("No Indikator", 10, Jenis.TENGAH),
    Kolom("Indikator", 40),
    Kolom("Satuan", 13, Jenis.TENGAH),
    Kolom("Arah", 8, Jenis.TENGAH),
    Kolom("Realisasi Periode Lalu", 12, Jenis.ANGKA),
    Kolom("Realisasi Periode Ini", 12, Jenis.ANGKA),
    Kolom("Selisih", 11, Jenis.ANGKA),
    Kolom("Perubahan", 15, Jenis.TENGAH),
    Kolom("Sel Sumber", 20),
)
_BETTER, _SAME, _NOT_BETTER = "Membaik", "Tetap", "Belum membaik"
_NONE: Final = "Belum ada indikator jumlah orang yang dilayani di kedua periode."


def write_layanan(book: Book, sheet: Worksheet, rekap: RekapBook) -> None:
    """Write every indicator that counts people served and stood in both periods."""
    notes = (
        (
            "Indikator yang satuannya menghitung orang (pasien, siswa, pemohon, dan sejenisnya), "
            "dengan nomor, bunyi, dan satuan yang sama di kedua periode. Periode lalu: "
            f"{rekap.period.previous.label}."
        ),
        (
            "Tidak dijumlahkan per unit, karena orang yang sama dapat terhitung oleh beberapa "
            "pegawai. Yang belum diisi tidak dianggap nol."
        ),
    )
    found = [
        (unit, line)
        for unit in rekap.units
        for line in (unit.kinerja.layanan if unit.kinerja else ())
    ]
    lembar = Lembar("Orang yang Dilayani", notes, _COLUMNS, _NONE, empty_at=5, frozen=2)
    rows = [_row(unit, line, number) for number, (unit, line) in enumerate(found, lembar.first)]
    write_lembar(book, sheet, rekap, lembar, rows)


def _row(unit: BarisUnit, line: BarisLayanan, number: int) -> Sequence[Value]:
    formula = (
        f'=IF(ISNUMBER(K{number}),IF(K{number}=0,"{_SAME}",IF((K{number}>0)='
        f'(H{number}="{Arah.NAIK.value}"),"{_BETTER}","{_NOT_BETTER}")),"{BELUM_DIBANDINGKAN}")'
    )
    return (
        unit.kode,
        unit.nama,
        line.nama,
        line.sifat,
        line.no_indikator,
        line.indikator,
        line.satuan,
        line.arah.value,
        BELUM_DIISI if line.dulu is None else line.dulu,
        BELUM_DIISI if line.kini is None else line.kini,
        selisih((f"J{number}", line.kini), (f"I{number}", line.dulu)),
        Rumus(formula, _change(line)),
        line.sel,
    )


def _change(line: BarisLayanan) -> str:
    if line.dulu is None or line.kini is None:
        return BELUM_DIBANDINGKAN
    if line.dulu == line.kini:
        return _SAME
    return _BETTER if (line.kini > line.dulu) is (line.arah is Arah.NAIK) else _NOT_BETTER
