"""NIP as offices store it: apostrophe, number, under the name, in one cell with it, no NIP."""

from __future__ import annotations

from openpyxl import Workbook

from tests.drawn import FIRST_ROW, NAMES, CellInput, DrawnBook, Row
from tests.flow.kasus_baris import HK, PG, PN, puts
from tests.flow.lapangan.alat import DUA, SATU, Jejak, OnBook, OnWorkbook, gabung, isian, tenang

_Q04 = "q04-nip-berpetik"
_Q05 = "q05-nip-angka"
_Q07 = "q07-nama-di-atas-nip"
_Q08 = "q08-nama-dan-nip-satu-sel"
_Q24 = "q24-nomor-lain-di-kolom-nip"
BERJARAK = f"{SATU[:8]} {SATU[8:14]} {SATU[14]} {SATU[15:]}"
_HANYA_DUA = (DUA,)


def setiap_nip(sheet: str, spelled: str) -> OnBook:
    """Spell every NIP of a sheet in another way; `{}` is the NIP."""

    def change(book: DrawnBook) -> None:
        for row in book.sheets[sheet]:
            row["NIP"] = spelled.format(row["NIP"])

    return change


def bergaya(sheet: str, *, number_format: str = "General", is_quoted: bool = False) -> OnWorkbook:
    """Give the NIP cells of a sheet a style."""

    def change(book: Workbook) -> None:
        for (at,) in book[sheet].iter_rows(min_row=FIRST_ROW, min_col=2, max_col=2):
            at.number_format = number_format
            at.quotePrefix = int(is_quoted)

    return change


def bertumpuk(sheet: str, heading: str = "NIP") -> OnBook:
    """Write the spaced NIP in a row below the name, and a blank row after it, as decrees do."""

    def change(book: DrawnBook) -> None:
        rows: list[Row] = []
        for row in book.sheets[sheet]:
            nip = str(row["NIP"])
            spaced = f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
            upper = {**row, "NIP": None, heading: row["Nama"]}
            rows += [upper, {heading: spaced}, {}]
        book.sheets[sheet] = rows

    return change


def satu_sel(sheet: str, pattern: str, heading: str = "NIP") -> OnBook:
    """Write name and NIP into one cell of the first row."""
    return puts(sheet, heading, pattern.format(nama=NAMES[0], nip=SATU, jarak=BERJARAK))


def _nip(value: CellInput, sheet: str = PG) -> OnBook:
    return puts(sheet, "NIP", value)


SEMUA: tuple[Jejak, ...] = (
    Jejak(_Q04, "di semua lembar", isian(*(setiap_nip(name, "'{}") for name in (PG, HK, PN))),
          nilai={f"{PG}!B5": SATU, f"{HK}!B10": DUA}),
    Jejak(_Q04, "petik miring di Penilaian", isian(setiap_nip(PN, "\u2019{}")),
          nilai={f"{PN}!B6": DUA}),
    tenang(_Q04, "atribut quotePrefix di Pegawai", isian(kerja=bergaya(PG, is_quoted=True))),
    tenang(_Q04, "atribut quotePrefix di Hasil Kerja",
           isian(kerja=bergaya(HK, is_quoted=True))),
    Jejak(_Q05, "di Pegawai", isian(_nip(f"#{SATU}")), _HANYA_DUA),
    Jejak(_Q05, "di Hasil Kerja", isian(_nip(f"#{SATU}", HK)), _HANYA_DUA),
    Jejak(_Q05, "berformat 0 di Penilaian",
          isian(_nip(f"#{SATU}", PN), kerja=bergaya(PN, number_format="0")), _HANYA_DUA),
    Jejak(_Q05, "sudah menjadi teks ilmiah", isian(_nip("1,99001E+17")), _HANYA_DUA),
    Jejak(_Q07, "di Pegawai", isian(bertumpuk(PG)), ()),
    Jejak(_Q07, "di Hasil Kerja", isian(bertumpuk(HK)), ()),
    Jejak(_Q07, "di Penilaian, sel lain digabung",
          isian(bertumpuk(PN), kerja=gabung(PN, "M5:M6", "N5:N6", "M8:M9", "N8:N9")), ()),
    Jejak(_Q07, "di kolom Nama Penilaian", isian(bertumpuk(PN, "Nama")), ()),
    Jejak(_Q08, "Pegawai, baris baru", isian(satu_sel(PG, "{nama}\nNIP.{nip}")),
          nilai={f"{PG}!B5": SATU}),
    Jejak(_Q08, "Hasil Kerja, spasi dan titik", isian(satu_sel(HK, "{nama} \n NIP. {jarak} ")),
          nilai={f"{HK}!B5": SATU}),
    Jejak(_Q08, "Penilaian, garis miring", isian(satu_sel(PN, "{nama} / {nip}")),
          nilai={f"{PN}!B5": SATU}),
    Jejak(_Q08, "kolom Nama Pegawai", isian(satu_sel(PG, "{nama}\nNIP. {jarak}", "Nama")),
          nilai={f"{PG}!C5": NAMES[0]}),
    Jejak(_Q08, "kolom Nama Hasil Kerja", isian(satu_sel(HK, "{nama} (NIP {nip})", "Nama")),
          nilai={f"{HK}!C5": NAMES[0]}),
    Jejak(_Q08, "dua NIP dalam satu sel", isian(_nip(f"{NAMES[0]} {SATU} {DUA}")), _HANYA_DUA),
    Jejak(_Q24, "nomor kontrak 23 angka", isian(_nip("19900101201503100199999")), _HANYA_DUA),
    Jejak(_Q24, "17 angka", isian(_nip(SATU[:-1])), _HANYA_DUA),
    Jejak(_Q24, "NIP lama di Hasil Kerja", isian(_nip("131234567", HK)), _HANYA_DUA),
    Jejak(_Q24, "bertitik di Penilaian", isian(_nip("131.234.567", PN)), _HANYA_DUA),
    Jejak(_Q24, "nomor perusahaan berupa angka", isian(_nip("#1234567")), _HANYA_DUA),
    Jejak(_Q24, "NIK 16 angka", isian(_nip("3604010101900001")), _HANYA_DUA),
    Jejak(_Q24, "strip di Pegawai", isian(_nip("-")), _HANYA_DUA),
    Jejak(_Q24, "kata di Hasil Kerja", isian(_nip("Non ASN", HK)), _HANYA_DUA),
    tenang(_Q24, "format tanggal pada teks", isian(kerja=bergaya(PG, number_format="mm-dd-yy"))),
)  # fmt: skip
