"""Cases 4 to 6, 10 and 17: titles, tabs, merges, columns, and what lies far below."""

from __future__ import annotations

from openpyxl import Workbook

from tests.flow.kasus_baris import Change, headings, puts, rename
from tests.flow.kasus_nyata.dasar import (
    DUA,
    HD,
    HK,
    KP,
    PG,
    PN,
    SATU,
    Edit,
    Kasus,
)
from tests.flow.kasus_nyata.tangan import (
    edits,
    hidden_columns,
    lengkap,
    merged,
    pengaturan,
    renamed_tab,
    rows_above,
)

GUGUS = ("LAPORAN KINERJA PEGAWAI", "DINAS KESEHATAN", "TRIWULAN I TAHUN 2026")


def two_rows_of_headings(book: Workbook) -> None:
    """Split the headings of `Penilaian` over two rows, as printed forms do."""
    sheet = book[PN]
    sheet.insert_rows(5)
    for column in range(1, 21):
        if column not in {13, 14}:
            sheet.merge_cells(start_row=4, end_row=5, start_column=column, end_column=column)
    sheet["M4"], sheet["M5"], sheet["N5"] = "Rating", "Hasil Kerja", "Perilaku"
    sheet["N4"] = None
    sheet.merge_cells("M4:N4")


def late_groups(book: Workbook) -> None:
    """Put the kinds of being late below one heading, as attendance machines print them."""
    sheet = book[HD]
    sheet.insert_rows(5)
    for column, word in ((12, "Terlambat"), (16, "Pulang Cepat")):
        sheet.cell(4, column).value = word
        for step, part in enumerate(("1–30", "31–60", "61–90", "> 90")):
            if step:
                sheet.cell(4, column + step).value = None
            sheet.cell(5, column + step).value = part


def groups_above(book: Workbook) -> None:
    sheet = book[HK]
    for cells, title in (("B3:E3", "PEGAWAI"), ("F3:M3", "RENCANA"), ("N3:U3", "TARGET")):
        sheet[cells.split(":", maxsplit=1)[0]] = title
        sheet.merge_cells(cells)


JUDUL = (
    Kasus(4, "lima baris judul", edit=rows_above(HK, 5, *GUGUS), issues="LBR-04 Hasil Kerja!9",
          values={"Hasil Kerja!U10": "1250", "Hasil Kerja!U12": "3"}),
    Kasus(4, "sembilan baris judul di Pegawai", edit=rows_above(PG, 9, *GUGUS),
          issues="LBR-04 Pegawai!13", values={"Pegawai!B14": SATU}),
    Kasus(4, "spanduk digabung", edit=edits(rows_above(PN, 4, *GUGUS),
          merged(PN, "B1:N1", "B2:N2")), issues="LBR-04 Penilaian!8",
          values={"Penilaian!M9": "Sesuai Ekspektasi"}),
    Kasus(4, "kelompok kolom di atas judul", edit=groups_above,
          values={"Hasil Kerja!U5": "1250"}),
    Kasus(4, "judul dua baris digabung", edit=two_rows_of_headings,
          issues="LBR-04 Penilaian!5",
          values={"Penilaian!M6": "Sesuai Ekspektasi", "Penilaian!N7": "Sesuai Ekspektasi"}),
    Kasus(4, "kelompok jam terlambat", puts(HD, "Terlambat 31–60", 2), edit=late_groups,
          issues="LBR-04 Kehadiran!5", values={"Kehadiran!G6": "60", "Kehadiran!M6": "2"},
          base=lengkap),
    Kasus(4, "judul di Kehadiran", edit=rows_above(HD, 3, *GUGUS), base=lengkap,
          issues="LBR-04 Kehadiran!7", values={"Kehadiran!G8": "60"}),
    Kasus(4, "judul di Pengaturan", edit=rows_above(PG, 6, *GUGUS), base=pengaturan,
          issues="LBR-04 Pegawai!10", values={"Pegawai!C11": SATU}),
    Kasus(4, "judul di luar jangkauan", edit=rows_above(HK, 40, *GUGUS),
          issues="LBR-05 Hasil Kerja", is_refused=True),
)  # fmt: skip


def copied(sheet: str, name: str, *, hidden: bool = False) -> Edit:
    """Copy a tab within the workbook."""

    def change(book: Workbook) -> None:
        copy = book.copy_worksheet(book[sheet])
        copy.title = name
        copy.sheet_state = "hidden" if hidden else "visible"

    return change


def added(*names: str) -> Edit:
    def change(book: Workbook) -> None:
        for name in names:
            book.create_sheet(name)["A1"] = "catatan"

    return change


def concealed(name: str) -> Edit:
    def change(book: Workbook) -> None:
        book[name].sheet_state = "hidden"

    return change


LEMBAR = (
    Kasus(5, "nama berangka dua", edit=renamed_tab(HK, "Hasil Kerja (2)"),
          issues="LBR-02 Hasil Kerja (2)", values={"Hasil Kerja (2)!U5": "1250"}),
    Kasus(5, "nama bulan", edit=renamed_tab(HK, "Jan 2026"), issues="LBR-02 Jan 2026",
          values={"Jan 2026!U5": "1250"}),
    Kasus(5, "nama bawaan", edit=renamed_tab(PG, "Sheet1 (2)"), issues="LBR-02 Sheet1 (2)",
          values={"Sheet1 (2)!B5": SATU}),
    Kasus(5, "nama salah ketik", edit=renamed_tab(PN, "Penilain"), issues="LBR-02 Penilain",
          values={"Penilain!M5": "Sesuai Ekspektasi"}),
    Kasus(5, "lembar lain", edit=added("Sheet1", "Rekap Jan"),
          issues="LBR-16 Rekap Jan, LBR-16 Sheet1"),
    Kasus(5, "salinan lembar", edit=copied(HK, "Hasil Kerja (2)"),
          issues="LBR-03 Hasil Kerja", is_refused=True),
    Kasus(5, "salinan dari Google", edit=copied(PN, "Copy of Penilaian"),
          issues="LBR-03 Penilaian", is_refused=True),
    Kasus(5, "data lama tersembunyi", edit=copied(HK, "Hasil Kerja 2025", hidden=True),
          issues="LBR-16 Hasil Kerja 2025", values={"Hasil Kerja!U5": "1250"}),
    Kasus(5, "lembar sendiri tersembunyi", edit=concealed(PN),
          values={"Penilaian!M5": "Sesuai Ekspektasi"}),
    Kasus(5, "dua calon pengganti",
          edit=edits(copied(HK, "Jan 2026"), renamed_tab(HK, "Feb 2026")),
          issues="LBR-02 Hasil Kerja, LBR-16 Feb 2026, LBR-16 Jan 2026", is_refused=True),
    Kasus(5, "lembar lain di Pengaturan", edit=added("Catatan Admin"), base=pengaturan,
          issues="LBR-16 Catatan Admin", values={"Pegawai!C5": SATU}),
    Kasus(5, "nama salah ketik di Pengaturan", edit=renamed_tab("Unit", "Unit (2)"),
          base=pengaturan, issues="LBR-02 Unit (2)", values={"Pegawai!C5": SATU}),
)  # fmt: skip

GABUNG = (
    Kasus(6, "NIP beberapa baris", edit=merged(HK, "B5:B7"), issues="LBR-13 Hasil Kerja!B5",
          values={"Hasil Kerja!U5": None, "Hasil Kerja!U8": "1250"}, held=(SATU,)),
    Kasus(6, "NIP dan nama", edit=merged(HK, "B8:B10", "C8:C10"),
          issues="LBR-13 Hasil Kerja!B8, LBR-13 Hasil Kerja!C8",
          values={"Hasil Kerja!U8": None, "Hasil Kerja!U5": "1250"}, held=(DUA,)),
    Kasus(6, "sel nilai", edit=merged(HK, "U5:U6"), issues="LBR-13 Hasil Kerja!U5",
          values={"Hasil Kerja!U5": None}, held=(SATU,)),
    Kasus(6, "rating dua orang", edit=merged(PN, "M5:M6"), issues="LBR-13 Penilaian!M5",
          values={"Penilaian!M5": None, "Penilaian!M6": None}, held=(SATU, DUA)),
    Kasus(6, "sel RHK", edit=merged(HK, "J5:J6"), values={"Hasil Kerja!U6": "38.5"}),
    Kasus(6, "judul saja", edit=merged(HK, "A1:Z1"), values={"Hasil Kerja!U5": "1250"}),
    Kasus(6, "golongan dua orang", edit=merged(PG, "E5:E6"), issues="LBR-13 Pegawai!E5",
          values={"Pegawai!E5": None, "Pegawai!E6": None}, held=(SATU, DUA)),
    Kasus(6, "hari kerja dua orang", edit=merged(HD, "F5:F6"), base=lengkap,
          issues="LBR-13 Kehadiran!F5, LTS-30 Kehadiran!F6",
          values={"Kehadiran!F5": None, "Kehadiran!F6": None},
          held=(SATU, DUA)),
    Kasus(6, "unit di Pengaturan", edit=merged(PG, "B5:B6"), base=pengaturan,
          issues="LBR-13 Pegawai!B5", values={"Pegawai!C5": None}, held=("2 baris",)),
)  # fmt: skip


def without(sheet: str, heading: str) -> Change:
    return headings(sheet, lambda names: [name for name in names if name != heading])


def reversed_columns(sheet: str) -> Change:
    return headings(sheet, lambda names: [names[0], *reversed(names[1:])])


def put_heading(sheet: str, address: str, text: str) -> Edit:
    def change(book: Workbook) -> None:
        book[sheet][address] = text

    return change


KOLOM = (
    Kasus(10, "kolom wajib dihapus", without(HK, "Indikator"), "LBR-06 Hasil Kerja!4",
          is_refused=True),
    Kasus(10, "kolom wajib dihapus di Pegawai", without(PG, "Penilai"), "LBR-06 Pegawai!4",
          is_refused=True),
    Kasus(10, "kolom opsional dihapus", without(HK, "Umpan Balik"), "LBR-07 Hasil Kerja!4",
          {"Hasil Kerja!U5": "1250"}),
    Kasus(10, "urutan dibalik", reversed_columns(HK), "LBR-11 Hasil Kerja!4",
          {"Hasil Kerja!G5": "1250"}),
    Kasus(10, "urutan dibalik di Penilaian", reversed_columns(PN), "LBR-11 Penilaian!4",
          {"Penilaian!I5": "Sesuai Ekspektasi"}),
    Kasus(10, "kolom Keterangan", headings(PN, lambda names: [*names, "Keterangan"]),
          "LBR-09 Penilaian!U4", {"Penilaian!M5": "Sesuai Ekspektasi"}),
    Kasus(10, "kolom tambahan di tengah",
          headings(HK, lambda names: [*names[:3], "No Urut", *names[3:]]),
          "LBR-09 Hasil Kerja!D4", {"Hasil Kerja!V5": "1250"}),
    Kasus(10, "spasi di ujung judul", edit=put_heading(HK, "U4", "Realisasi "),
          issues="LBR-10 Hasil Kerja!U4", values={"Hasil Kerja!U5": "1250"}),
    Kasus(10, "judul dua baris", edit=put_heading(PN, "M4", "Rating\nHasil Kerja"),
          issues="LBR-10 Penilaian!M4", values={"Penilaian!M5": "Sesuai Ekspektasi"}),
    Kasus(10, "kolom disembunyikan", issues="LBR-17 Hasil Kerja",
          edit=hidden_columns(HK, "N", "U"),
          values={"Hasil Kerja!U5": "1250"}),
    Kasus(10, "judul ganda", headings(HK, rename("Umpan Balik", "Realisasi")),
          "LBR-08 Hasil Kerja!Z4, LBR-07 Hasil Kerja!4", is_refused=True),
    Kasus(10, "kolom di Kehadiran", without(HD, "Sakit"), "LBR-07 Kehadiran!4",
          {"Kehadiran!G5": "60"}, base=lengkap),
    Kasus(10, "kolom Keterangan di Pengaturan", edit=put_heading(PG, "Q4", "Keterangan"),
          issues="LBR-09 Pegawai!Q4", values={"Pegawai!C5": SATU}, base=pengaturan),
)  # fmt: skip

LAST = 1_048_576


def far(sheet: str, address: str, value: str | None) -> Edit:
    def change(book: Workbook) -> None:
        cell = book[sheet][address]
        cell.value = value
        cell.number_format = "0.00"

    return change


def whole_columns(book: Workbook) -> None:
    for letter in "BFU":
        book[HK].column_dimensions[letter].number_format = "@"


def many_formatted_rows(book: Workbook) -> None:
    for row in range(200, 3000):
        book[PG].cell(row, 3).number_format = "@"


JAUH = (
    Kasus(17, "format di baris terakhir", edit=far(HK, f"B{LAST}", None),
          values={"Hasil Kerja!U5": "1250"}),
    Kasus(17, "spasi di baris terakhir", edit=far(HK, f"B{LAST}", " "),
          values={"Hasil Kerja!U5": "1250"}),
    Kasus(17, "spasi jauh di bawah", edit=far(PN, "M900", " "),
          values={"Penilaian!M5": "Sesuai Ekspektasi"}),
    Kasus(17, "spasi di kolom terakhir", edit=far(PG, "XFD7", " "),
          values={"Pegawai!B5": SATU}),
    Kasus(17, "catatan di baris terakhir", edit=far(HK, f"C{LAST}", "x"), issues="BRK-08",
          is_refused=True),
    Kasus(17, "format seluruh kolom", edit=whole_columns, values={"Hasil Kerja!U5": "1250"}),
    Kasus(17, "ribuan baris berformat", edit=many_formatted_rows, values={"Pegawai!B5": SATU}),
    Kasus(17, "spasi jauh di Pengaturan", edit=far(PG, f"C{LAST}", "\u00a0"), base=pengaturan,
          values={"Pegawai!C5": SATU}),
    Kasus(17, "spasi jauh di Kepuasan", edit=far(KP, "B5000", "  "), base=lengkap,
          values={"Kepuasan!C5": "40"}),
)  # fmt: skip

SEMUA = (*JUDUL, *LEMBAR, *GABUNG, *KOLOM, *JAUH)
