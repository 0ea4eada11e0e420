"""One drawn fault for each code of sheets, rows and cells, with its place and its sound twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kinerja_xlsx.model.issue import IssueCode, column_letters
from kinerja_xlsx.spec.book import CEK, ISIAN
from kinerja_xlsx.spec.row import SheetRow
from tests.drawn import (
    FIRST_ROW,
    HEADER_ROW,
    NIPS,
    CellInput,
    DrawnBook,
    column_of,
    headings_of,
)

Change = Callable[[DrawnBook], None]
C = IssueCode
MODELS: Mapping[str, type[SheetRow]] = {model.sheet: model for model in ISIAN.readable}
DUA = NIPS[1]


def leave(book: DrawnBook) -> None:
    """Change nothing: the sound Isian is the twin."""
    del book


@dataclass(frozen=True, slots=True)
class Kasus:
    """One fault.

    Attributes:
        code: What it raises.
        name: What is wrong, in a few words.
        change: Makes a sound Isian faulty.
        place: Sheet and cell, such as `Hasil Kerja!U5`; a sheet alone, or nothing.
        twin: A change on the other side of the edge, which must not raise the code.
    """

    code: IssueCode
    name: str
    change: Change
    place: str
    twin: Change = field(default=leave)


def cell(sheet: str, heading: str, row: int = FIRST_ROW) -> str:
    """Write the address of a cell of our template."""
    return f"{sheet}!{column_letters(column_of(MODELS[sheet], heading))}{row}"


def puts(sheet: str, heading: str, value: CellInput, row: int = FIRST_ROW) -> Change:
    """Put a value into one cell."""

    def change(book: DrawnBook) -> None:
        book.sheets[sheet][row - FIRST_ROW][heading] = value

    return change


def every(*changes: Change) -> Change:
    """Do several changes."""

    def change(book: DrawnBook) -> None:
        for one in changes:
            one(book)

    return change


def wrong(  # noqa: PLR0913 - one argument for each thing that varies
    code: IssueCode, sheet: str, heading: str, value: CellInput, twin: CellInput,
    *, row: int = FIRST_ROW, note: str = "",
) -> Kasus:  # fmt: skip
    """Draw a fault that lies in the value of one cell, and the neighbouring sound value."""
    return Kasus(
        code,
        f"{sheet} {heading} {note or value}",
        puts(sheet, heading, value, row),
        cell(sheet, heading, row),
        puts(sheet, heading, twin, row),
    )


def headings(sheet: str, change: Callable[[list[str]], list[str]]) -> Change:
    """Change the headings of a sheet; values stay under their own headings."""

    def apply(book: DrawnBook) -> None:
        before = [CEK, *headings_of(MODELS[sheet])]
        after = change(list(before))
        for row in book.sheets[sheet]:
            for old, new in zip(before, after, strict=False):
                if old != new and old in row and old not in after:
                    row[new] = row.pop(old)
            for gone in [name for name in row if name not in after]:
                del row[gone]
        book.headings[sheet] = tuple(after)

    return apply


def rename(old: str, new: str) -> Callable[[list[str]], list[str]]:
    """Rename one heading."""
    return lambda names: [new if name == old else name for name in names]


def add_row(sheet: str, row: Mapping[str, CellInput], at: int | None = None) -> Change:
    """Insert a row of cells, at the end unless told otherwise."""

    def change(book: DrawnBook) -> None:
        rows = book.sheets[sheet]
        rows.insert(len(rows) if at is None else at, dict(row))

    return change


def copy_row(sheet: str, **changed: CellInput) -> Change:
    """Repeat the first row at the end, with some cells changed; `_` stands for a space."""

    def change(book: DrawnBook) -> None:
        values = {name.replace("_", " "): value for name, value in changed.items()}
        book.sheets[sheet].append({**book.sheets[sheet][0], **values})

    return change


def drop_sheet(name: str) -> Change:
    """Take a sheet out."""

    def change(book: DrawnBook) -> None:
        del book.sheets[name]

    return change


def clear_rows(name: str) -> Change:
    """Leave a sheet with its headings alone."""

    def change(book: DrawnBook) -> None:
        book.sheets[name] = []

    return change


def labels(**values: CellInput) -> Change:
    """Change values of `Identitas`; `_` in a name stands for a space."""

    def change(book: DrawnBook) -> None:
        for name, value in values.items():
            book.labels[name.replace("_", " ")] = value

    return change


def blank_entries(nip: str) -> Change:
    """Blank everything that a unit fills in for one person."""

    def change(book: DrawnBook) -> None:
        for sheet in ("Hasil Kerja", "Penilaian"):
            book.sheets[sheet] = [
                {heading: row[heading] for heading in ("NIP", "Nama")}
                if row["NIP"] == nip
                else row
                for row in book.sheets[sheet]
            ]

    return change


HK, PG, PJ, PN = "Hasil Kerja", "Pegawai", "Pejabat", "Penilaian"
_BOBOT_PENUH = every(
    *(puts(HK, "Bobot", value, row) for row, value in ((5, 50), (6, 25), (7, 25)))
)
_BOBOT_KURANG = every(
    *(puts(HK, "Bobot", value, row) for row, value in ((5, 50), (6, 25), (7, 24)))
)
_JUMLAH: Mapping[str, CellInput] = {"Nama": "JUMLAH", "Realisasi": 10}

LEMBAR = (
    Kasus(C.LBR_01, "lembar Penilaian hilang", drop_sheet(PN), PN, drop_sheet(PJ)),
    Kasus(
        C.LBR_05, "judul diganti semua", headings(HK, lambda names: [f"x{n}" for n in names]), HK
    ),
    Kasus(
        C.LBR_06, "kolom wajib hilang", headings(HK, rename("Indikator", "Uraian Tugas")),
        f"{HK}!{HEADER_ROW}", headings(HK, rename("Satuan", "Ukuran")),
    ),
    Kasus(
        C.LBR_08, "judul ganda", headings(HK, rename("Umpan Balik", "Realisasi")), "",
        headings(HK, rename("Umpan Balik", "Catatan unit")),
    ),
    Kasus(
        C.LBR_09, "kolom tambahan", headings(PN, lambda names: [*names, "Keterangan unit"]),
        f"{PN}!U{HEADER_ROW}",
    ),
    Kasus(C.LBR_10, "judul varian", headings(HK, rename("Realisasi", "REALISASI ")),
          cell(HK, "Realisasi", HEADER_ROW)),
    Kasus(C.LBR_11, "urutan kolom berubah",
          headings(HK, lambda names: [names[0], *reversed(names[1:])]), f"{HK}!{HEADER_ROW}"),
    Kasus(C.LBR_12, "tanpa baris", clear_rows(HK), f"{HK}!{HEADER_ROW}", clear_rows(PJ)),
)  # fmt: skip

BARIS = (
    Kasus(C.BRS_01, "baris kosong di antara data", add_row(HK, {}, at=1), f"{HK}!6",
          add_row(HK, {})),
    Kasus(C.BRS_03, "baris jumlah", add_row(HK, _JUMLAH), f"{HK}!11"),
    Kasus(
        C.BRS_04, "kunci ganda", copy_row(HK, Realisasi=1), f"{HK}!G11",
        copy_row(HK, No_Indikator="1.3"),
    ),
    Kasus(C.BRS_05, "baris sama persis", copy_row(HK), f"{HK}!11"),
    Kasus(
        C.BRS_06, "NIP tidak di lembar Pegawai",
        copy_row(HK, NIP="197703032003031004", Nama="Contoh Lain"), f"{HK}!B11",
        copy_row(HK, No_Indikator="1.3"),
    ),
    wrong(C.BRS_09, PN, "Nama", "Contoh Orang Lain", "CONTOH SATU"),
    Kasus(C.BRS_11, "jenjang fungsional kosong", puts(PG, "Jenjang", None), cell(PG, "Jenjang"),
          puts(PG, "Jenjang", None, 6)),
    Kasus(C.BRS_11, "satuan kosong", puts(HK, "Satuan", None, 7), cell(HK, "Satuan", 7)),
    wrong(C.BRS_12, PG, "Penilai", NIPS[0], DUA),
    Kasus(C.BRS_13, "bukti kosong", puts(HK, "Bukti Dukung", None), cell(HK, "Bukti Dukung"),
          every(puts(HK, "Bukti Dukung", None), puts(HK, "Realisasi", None))),
    wrong(C.BRS_14, HK, "Target Atas", 1199, 1201),
    wrong(C.BRS_22, PG, "Nama", f"Contoh Satu, S.Kep. / NIP. {DUA}",
          f"Contoh Satu, S.Kep. / NIP. {NIPS[0]}", note="dengan NIP orang lain"),
    wrong(C.BRS_22, HK, "Nama", f"Contoh Satu, S.Kep. (NIP {DUA})", "Contoh Satu, S.Kep.",
          row=6, note="dengan NIP orang lain"),
    wrong(C.BRS_23, PG, "Golongan", "III", "III/a"),
    Kasus(C.BRS_10, "selesai sebelum mulai",
          every(puts(PG, "Mulai", date(2026, 2, 2)), puts(PG, "Selesai", date(2026, 2, 1))), ""),
)  # fmt: skip

SEL = (
    wrong(C.SEL_01, PG, "Jabatan", None, "Perawat", note="kosong"),
    wrong(C.SEL_01, PJ, "Nama", None, "Contoh", note="kosong"),
    wrong(C.SEL_01, HK, "Indikator", None, "Jumlah", note="kosong", row=9),
    wrong(C.SEL_02, HK, "Realisasi", "dua belas", "#12"),
    wrong(C.SEL_02, HK, "Target", "90 persen", "#90"),
    wrong(C.SEL_03, PN, "Tanggal Penilaian", "besok", "@2026-04-06"),
    wrong(C.SEL_03, PG, "Mulai", "31 Februari 2026", "@2026-02-28"),
    wrong(C.SEL_05, HK, "Bobot", "#100.5", "#100"),
    wrong(C.SEL_05, HK, "Realisasi", "#-1", "#0"),
    wrong(C.SEL_05, PN, "Nilai Perilaku", "#121", "#120"),
    wrong(C.SEL_06, HK, "Arah", "Naek", "naik"),
    wrong(C.SEL_06, PN, "Rating Perilaku", "Sangat Baik", "SESUAI EKSPEKTASI"),
    wrong(C.SEL_07, PG, "Golongan", "iii-c", "III/c"),
    wrong(C.SEL_08, HK, "No Indikator", "2.1", "1.1", note="bukan milik RHK-nya"),
    wrong(C.SEL_09, PG, "Nama", "C" * 121, "C" * 120, note="terlalu panjang"),
    wrong(C.SEL_10, HK, "No RHK", "#1.5", "#1"),
    wrong(C.SEL_11, PG, "NIP", NIPS[0][:-1], NIPS[0]),
    wrong(C.SEL_12, PG, "NIP", f"#{NIPS[0]}", NIPS[0], note="sebagai angka"),
    wrong(C.SEL_12, HK, "NIP", f"#{NIPS[0]}", NIPS[0], note="sebagai angka"),
    wrong(C.SEL_13, PG, "NIP", "199013012015031001", NIPS[0]),
    wrong(C.SEL_14, PG, "NIP", "199001012015131001", NIPS[0]),
    wrong(C.SEL_15, PG, "NIP", "199001012015033001", NIPS[0]),
    wrong(C.SEL_16, PG, "NIP", "19900101 201503 1 001", NIPS[0]),
    wrong(C.SEL_17, PG, "Mulai", "@2026-04-01", "@2026-03-31"),
    wrong(C.SEL_18, PN, "Tanggal Penilaian", "13/04/2026", "@2026-04-13"),
    wrong(C.SEL_19, PG, "Mulai", "#46054", "@2026-02-01"),
    wrong(C.SEL_21, HK, "Realisasi", "=80+7.5", "#87.5"),
    wrong(C.SEL_21, PG, "Jabatan", '="Perawat"', "Perawat"),
    wrong(C.SEL_22, HK, "Realisasi", "!#N/A", "#1"),
    wrong(C.SEL_22, PN, "Rating Hasil Kerja", "!#REF!", "Sesuai Ekspektasi"),
    wrong(C.SEL_24, HK, "Realisasi", "85", "#85"),
    wrong(C.SEL_25, HK, "Realisasi", "12,5", "#12.5"),
    wrong(C.SEL_26, HK, "Realisasi", "1.250", "1.250,5"),
    wrong(C.SEL_27, HK, "Realisasi", "%0.85", "#0.85", note="berformat persen"),
    Kasus(C.SEL_28, "spasi di tepi", puts(HK, "Satuan", "\\ pasien "), cell(HK, "Satuan")),
    Kasus(C.SEL_29, "karakter tak terlihat", puts(HK, "Satuan", "pa\u200bsien"),
          cell(HK, "Satuan")),
    wrong(C.SEL_31, HK, "Target Atas", "-", None),
    wrong(C.SEL_32, HK, "Realisasi", True, "#1", note="TRUE"),  # noqa: FBT003 - a cell that holds TRUE
    wrong(C.SEL_33, HK, "Realisasi", "#1.23456", "#1.2345"),
)  # fmt: skip

LINTAS_BARIS = (
    Kasus(C.LTS_01, "bobot 99", _BOBOT_KURANG, cell(HK, "Bobot"), _BOBOT_PENUH),
    Kasus(C.LTS_01, "bobot sebagian", puts(HK, "Bobot", 50), cell(HK, "Bobot"), _BOBOT_PENUH),
    Kasus(C.LTS_30, "jumlah bobot menunggu", every(_BOBOT_PENUH, puts(HK, "Bobot", "x", 6)),
          cell(HK, "Bobot", 6), _BOBOT_KURANG),
    Kasus(C.LTS_07, "belum diisi", blank_entries(DUA), f"{PG}!B6"),
    Kasus(C.LTS_14, "RHK ditulis berbeda", puts(HK, "Rencana Hasil Kerja", "Lain", 6),
          cell(HK, "Rencana Hasil Kerja", 6), puts(HK, "Rencana Hasil Kerja", None, 6)),
    Kasus(C.BRS_08, "cuti sepanjang periode", puts(PG, "Keadaan", "Cuti"), "",
          puts(PG, "Keadaan", "Aktif")),
)  # fmt: skip

IDENTITAS = (
    Kasus(C.BRK_18, "penanda dan Identitas berbeda", labels(Kode_Unit="RSUD"), ""),
    Kasus(C.BRK_13, "periode tak terbaca", labels(Periode="Triwulan V 2026"), "Identitas!B7"),
)

SEMUA = (*LEMBAR, *BARIS, *SEL, *LINTAS_BARIS, *IDENTITAS)
