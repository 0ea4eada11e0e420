"""What surrounds the table: no headings, numbering, labels, signatures, totals, other tables."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from tests.drawn import HEADER_ROW, NAMES, CellInput, Row
from tests.flow.kasus_baris import HK, PG, PN, add_row, every, puts
from tests.flow.lapangan.alat import (
    DUA,
    SATU,
    Jejak,
    OnBook,
    OnWorkbook,
    ditolak,
    gabung,
    isian,
    lembar,
    sisip,
    tenang,
    tulis,
)

_Q06 = "q06-tanpa-judul"
_Q09 = "q09-baris-nomor-kolom"
_Q10 = "q10-label-di-atas-tabel"
_Q12 = "q12-tanda-tangan"
_Q13 = "q13-jumlah-tanpa-label"
_Q14 = "q14-gaya-jauh-di-bawah"
_Q15 = "q15-blok-bertumpuk"
_Q16 = "q16-banyak-tabel"
_Q21 = "q21-judul-bertingkat"
_Q22 = "q22-pohon-nilai"
_Q25 = "q25-lembar-tiap-pegawai"
_BERAKHLAK = (
    "Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif",
    "Kolaboratif",
)  # fmt: skip
_TANGAN = 13
"""The column of the right hand side of a signature block."""
_LABEL: tuple[tuple[CellInput, ...], ...] = (
    ("NAMA PD    ", "", ": Dinas Contoh"),
    ("SATKER", ":", "Dinas Contoh"),
    ("BULAN         ", "", "@2026-03-01"),
    (),
)
_REKAP: tuple[tuple[CellInput, ...], ...] = (
    (),
    ("", "REKAPITULASI TPP"),
    ("", "No", "Nama Pegawai", "Pagu"),
    ("", 1, NAMES[0], "12.345.678"),
    ("", 2, NAMES[1], "12.345.678"),
)


def tanpa_judul(sheet: str) -> OnWorkbook:
    """Take the headings and all above them away: the first row is already a person."""
    return lambda book: book[sheet].delete_rows(1, HEADER_ROW)


def nomor(last: int, *, after: tuple[CellInput, ...] = (), **odd: str) -> tuple[CellInput, ...]:
    """Number the columns from A on; `k14` replaces the fourteenth."""
    return (*after, *(odd.get(f"k{number}", number) for number in range(1, last + 1)))


def tangan(left: str, right: str = "") -> tuple[CellInput, ...]:
    """Draw one line of a signature block with two sides."""
    return ("", left, *[""] * (_TANGAN - 3), right)


_TTD = (
    tangan("Kuasa Pengguna Anggaran", "Serang,        Agustus 2026"),
    tangan("", "Bendahara,"),
    (),
    (),
    tangan("Contoh Pejabat, S.Pd", "Contoh Bendahara"),
    tangan("NIP. 19700101 199503 1 001", "NIP.197503032000031003"),
)


def baris(sheet: str, *rows: Row) -> OnBook:
    """Add rows at the end of a table."""
    return every(*(add_row(sheet, row) for row in rows))


def bergaya_sampai(sheet: str, last: int) -> OnWorkbook:
    """Leave fonts and fills in empty cells far below the data."""

    def change(book: Workbook) -> None:
        for number in range(12, last + 1):
            book[sheet].cell(number, 1).font = Font(name="Tahoma")
            book[sheet].cell(number, 5).fill = PatternFill("solid", fgColor="FFFF00")

    return change


def dua_tingkat(sheet: str, **groups: tuple[str, ...]) -> OnWorkbook:
    """Spread headings over two rows: a group above its parts, all others merged down.

    `Rating=("Rating Hasil Kerja",)` leaves `Hasil Kerja` as the part, since the group says the
    rest.
    """

    def change(book: Workbook) -> None:
        tab = book[sheet]
        tab.insert_rows(HEADER_ROW + 1)
        for column in range(1, tab.max_column + 1):
            heading = str(tab.cell(HEADER_ROW, column).value)
            group = next((name for name, parts in groups.items() if heading in parts), None)
            if group is None:
                tab.merge_cells(
                    start_row=HEADER_ROW, end_row=HEADER_ROW + 1,
                    start_column=column, end_column=column,
                )  # fmt: skip
                continue
            is_first = heading == groups[group][0]
            tab.cell(HEADER_ROW, column).value = group if is_first else None
            tab.cell(HEADER_ROW + 1, column).value = heading.removeprefix(f"{group} ")

    return change


def blok(at: int) -> OnWorkbook:
    """Begin a block of the second person: lines of labels, and the headings once more."""

    def change(book: Workbook) -> None:
        head = tuple(str(cell.value) for cell in book[HK][HEADER_ROW])
        sisip(
            HK,
            (),
            ("", "Bulan", "Maret 2026", "TMT", "01-03-2026"),
            ("", "NIP", f"{DUA} "),
            ("", "Nama", f" {NAMES[1]}"),
            head,
            at=at,
        )(book)

    return change


SEMUA: tuple[Jejak, ...] = (
    *(ditolak(_Q06, sheet, isian(kerja=tanpa_judul(sheet))) for sheet in (PG, HK, PN)),
    Jejak(_Q09, "Hasil Kerja 1 sampai 26", isian(kerja=sisip(HK, nomor(26)))),
    Jejak(_Q09, "Hasil Kerja berhitung",
          isian(kerja=sisip(HK, nomor(26, k14="14 = 8-9-10", k18="18 = 16-17")))),
    Jejak(_Q09, "Pegawai dalam kurung",
          isian(kerja=sisip(PG, ("", *(f"({number})" for number in range(1, 15)))))),
    Jejak(_Q09, "Penilaian berpersen",
          isian(kerja=sisip(PN, nomor(18, k14="14 = (8 x 40%) + 9", k15="15=13:14")))),
    Jejak(_Q09, "Hasil Kerja 3a 3b",
          isian(kerja=sisip(HK, ("", 1, 2, "3a", "3b", 4, 5, 6, 7, 8, 9, 10, 11)))),
    Jejak(_Q09, "Penilaian berhuruf", isian(kerja=sisip(PN, ("", *"abcdefghijklmnop")))),
    Jejak(_Q10, "Pegawai", isian(kerja=sisip(PG, *_LABEL, at=2))),
    Jejak(_Q10, "Hasil Kerja, labelnya judul kami",
          isian(kerja=sisip(HK, ("", "NIP", ":", SATU), ("", "Nama", ":", NAMES[0]), at=2))),
    tenang(_Q10, "Penilaian, dua pasang sebaris",
           isian(kerja=tulis(PN, B2="NIP", C2=SATU, F2="Nama", G2=NAMES[0]))),
    *(Jejak(_Q12, f"dua sisi di {sheet}", isian(kerja=sisip(sheet, *_TTD, at=row)))
      for sheet, row in ((PG, 9), (HK, 13), (PN, 7))),
    Jejak(_Q12, "satu sisi di Pegawai",
          isian(baris(PG, {}, {"Nama": "Mengetahui,"}, {"Nama": "Kepala Dinas,"}, {},
                      {"Nama": "Contoh Kepala"}, {"Nama": "197001011995031001"}))),
    Jejak(_Q12, "hanya nama pejabat di Pegawai",
          isian(baris(PG, {}, {"Nama": "WALI KOTA CONTOH,"}, {}, {"Nama": "CONTOH PEJABAT"}))),
    Jejak(_Q12, "tanggal bertitik di Hasil Kerja",
          isian(baris(HK, {}, {"Realisasi": "Serang, ......... April 2026"},
                      {"Realisasi": "Kepala Puskesmas,"}, {"Realisasi": "Contoh Kepala"},
                      {"Realisasi": "NIP. 19700101 199503 1 001"}))),
    Jejak(_Q13, "angka di Hasil Kerja", isian(baris(HK, {"Target": 2486, "Realisasi": 2583}))),
    Jejak(_Q13, "rumus di Hasil Kerja",
          isian(baris(HK, {"Target": "=SUM(N5:N10)", "Realisasi": "=SUM(U5:U10)"}))),
    Jejak(_Q13, "rata-rata di Hasil Kerja", isian(baris(HK, {}, {"Realisasi": 430.5}))),
    Jejak(_Q13, "bukan jumlah: barisnya ditahan", isian(baris(HK, {"Realisasi": 2584}))),
    Jejak(_Q13, "T O T A L digabung",
          isian(baris(HK, {"NIP": "T O T A L", "Realisasi": 1}), kerja=gabung(HK, "B11:M11"))),
    tenang(_Q14, "Hasil Kerja sampai 1009", isian(kerja=bergaya_sampai(HK, 1009))),
    tenang(_Q14, "Pegawai sampai 3000", isian(kerja=bergaya_sampai(PG, 3000))),
    Jejak(_Q15, "Hasil Kerja, tiap orang satu blok", isian(kerja=blok(8)),
          nilai={f"{HK}!B13": DUA, f"{HK}!G15": "2.1"}),
    Jejak(_Q15, "Hasil Kerja, blok berakhir Jumlah",
          isian(add_row(HK, {"NIP": "Jumlah", "Realisasi": "160:05"}, at=3), kerja=blok(9))),
    Jejak(_Q16, "di bawah Hasil Kerja", isian(kerja=sisip(HK, *_REKAP, at=11))),
    Jejak(_Q16, "di bawah Penilaian",
          isian(kerja=sisip(PN, (), ("", "Nama", "NIP", "Rating"), ("", NAMES[0], SATU, "BAIK"),
                            at=7))),
    Jejak(_Q16, "di samping Pegawai",
          isian(kerja=tulis(PG, S4="No", T4="Nama Pegawai", U4="Pagu", S5=1, T5=NAMES[0],
                            U5="12.345.678"))),
    tenang(_Q16, "gaya halaman bocor ke A1",
           isian(kerja=tulis(PG, A1=".table_rekap_tpp{ border-collapse: collapse; }"))),
    Jejak(_Q21, "Penilaian, rating dan BerAKHLAK",
          isian(kerja=dua_tingkat(PN, Rating=("Rating Hasil Kerja", "Rating Perilaku"),
                                  BerAKHLAK=_BERAKHLAK)),
          nilai={f"{PN}!M6": "Sesuai Ekspektasi"}),
    Jejak(_Q21, "Pegawai, masa tugas", isian(kerja=dua_tingkat(PG, Masa=("Mulai", "Selesai")))),
    Jejak(_Q21, "Hasil Kerja, rencana dan capaian",
          isian(kerja=dua_tingkat(HK, Rencana=("Target", "Target Atas"),
                                  Capaian=("Realisasi", "Pembilang", "Penyebut"))),
          nilai={f"{HK}!N6": "1200", f"{HK}!U6": "1250"}),
    tenang(_Q21, "kelompok saja di atas judul", isian(kerja=tulis(HK, N3="RENCANA", U3="HASIL"))),
    Jejak(_Q22, "judul bagian berhuruf",
          isian(kerja=sisip(HK, ("", "A", *[""] * 7, "PENYELENGGARAAN URUSAN")))),
    Jejak(_Q22, "judul bagian berkode", isian(kerja=sisip(PG, ("", "A.1.1", "BIDANG CONTOH")))),
    Jejak(_Q22, "Belum Diisi di Realisasi", isian(puts(HK, "Realisasi", "Belum Diisi"))),
    Jejak(_Q22, "Belum Diisi di Penilaian", isian(puts(PN, "Rating Perilaku", "BELUM DIISI"))),
    tenang(_Q22, "angka bantu di baris 1", isian(kerja=tulis(HK, B1=2, C1=3, M1=13, U1="=T1+1"))),
    Jejak(_Q25, "bernama NIP", isian(kerja=lembar(SATU, DUA, rows=(("NIP", SATU),)))),
    Jejak(_Q25, "bernama bulan dan unit", isian(kerja=lembar("INFRAS", "RkpBulan", "TW1-2026"))),
)  # fmt: skip
