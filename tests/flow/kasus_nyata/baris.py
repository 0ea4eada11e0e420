"""Cases 7 to 9, 16, 18 and 19: rows between, below, left over, hidden, blank and twice."""

from __future__ import annotations

from datetime import date

from kinerja_xlsx.spec.book import ISIAN, PENGATURAN, BookSpec
from kinerja_xlsx.spec.row import SheetModel, columns_of
from tests.drawn import NAMES, CellInput, DrawnBook, Row
from tests.flow.kasus_baris import Change, add_row, copy_row, every, puts
from tests.flow.kasus_nyata.dasar import (
    DUA,
    HD,
    HK,
    KG,
    KP,
    PG,
    PN,
    SATU,
    Kasus,
)
from tests.flow.kasus_nyata.tangan import (
    edits,
    hidden_columns,
    hidden_rows,
    lengkap,
    pengaturan,
)
from tests.penulis.isi import TEKS

SEKAT = (
    Kasus(7, "baris kosong sisipan", add_row(HK, {}, at=1), "BRS-01 Hasil Kerja!6",
          {"Hasil Kerja!U7": "38.5"}),
    Kasus(7, "sekat antarpegawai", every(add_row(HK, {}, at=3), add_row(HK, {}, at=3)),
          "BRS-01 Hasil Kerja!8", {"Hasil Kerja!U10": "1250"}),
    Kasus(7, "sekat berisi spasi", add_row(HK, {"NIP": "\\ ", "Nama": "\\\u00a0"}, at=3),
          "BRS-01 Hasil Kerja!8", {"Hasil Kerja!U9": "1250"}),
    Kasus(7, "subjudul bidang", add_row(PG, {"Nama": "BIDANG PELAYANAN KESEHATAN"}, at=1),
          "BRS-03 Pegawai!6", {"Pegawai!B7": DUA}, ignored=1),
    Kasus(7, "subjudul di kolom NIP", add_row(HK, {"NIP": "SUB BAGIAN UMUM"}, at=3),
          "BRS-03 Hasil Kerja!8", {"Hasil Kerja!U9": "1250"}, ignored=1),
    Kasus(7, "subjudul di Kehadiran", add_row(HD, {"Nama": "Bidang Umum"}, at=1),
          "BRS-03 Kehadiran!6", {"Kehadiran!G7": "60"}, ignored=1, base=lengkap),
    Kasus(7, "nomor kolom di bawah judul",
          add_row(PN, {"NIP": "1", "Nama": "2", "Sifat": "3", "Mulai": "4"}, at=0),
          "BRS-03 Penilaian!5", {"Penilaian!M6": "Sesuai Ekspektasi"}, ignored=1),
    Kasus(7, "sisipan menggeser galat", every(
        add_row(HK, {}, at=1), add_row(HK, {"Nama": "BIDANG UMUM"}, at=4),
        puts(HK, "Realisasi", "dua belas", 12)),
        "BRS-01 Hasil Kerja!6, BRS-03 Hasil Kerja!9, SEL-02 Hasil Kerja!U12",
        {"Hasil Kerja!U12": None, "Hasil Kerja!U5": "1250"}, (DUA,), 1),
    Kasus(7, "subjudul di Pengaturan", add_row(PG, {"Nama": "BIDANG UMUM"}, at=1),
          "BRS-03 Pegawai!6", {"Pegawai!C7": DUA}, base=pengaturan),
)  # fmt: skip

SIGNER = "196503121990031005"


def below(sheet: str, *rows: Row) -> Change:
    return every(*(add_row(sheet, row) for row in rows))


TANDA_TANGAN: tuple[Row, ...] = (
    {},
    {"Mulai": "Serang, 6 April 2026"},
    {"Mulai": "Mengetahui,"},
    {"Mulai": "Kepala Dinas Kesehatan,"},
    {},
    {"Mulai": "Contoh Kepala, M.Kes."},
    {"Mulai": f"NIP. {SIGNER}"},
)
KAKI = (
    Kasus(8, "JUMLAH", add_row(HK, {"Nama": "JUMLAH", "Realisasi": 10}),
          "BRS-03 Hasil Kerja!11", {"Hasil Kerja!U11": None}, ignored=1),
    Kasus(8, "RATA-RATA", add_row(PN, {"NIP": "Rata-rata", "Nilai Perilaku": 98}),
          "BRS-03 Penilaian!7", ignored=1),
    Kasus(8, "TOTAL di Kehadiran", add_row(HD, {"Nama": "TOTAL", "Hadir": 120}),
          "BRS-03 Kehadiran!7", ignored=1, base=lengkap),
    Kasus(8, "Total di Kepuasan", add_row(KP, {"Layanan": "Rata-rata", "U1": 3.5}),
          "BRS-03 Kepuasan!6", ignored=1, base=lengkap),
    Kasus(8, "rata-rata penuh di Kepuasan", copy_row(KP, Layanan="RATA-RATA"),
          "BRS-03 Kepuasan!6", {"Kepuasan!C6": None}, ignored=1, base=lengkap),
    Kasus(8, "tanda tangan di Kepuasan", below(KP, {"Layanan": "Mengetahui,"},
          {"Layanan": "Contoh Kepala"}), "BRS-03 Kepuasan!6, BRS-03 Kepuasan!7", ignored=2,
          base=lengkap),
    Kasus(8, "layanan tanpa angka", below(KP, {"Layanan": "Rawat inap"}),
          "SEL-01 Kepuasan!C6, SEL-01 Kepuasan!D6, SEL-01 Kepuasan!E6, SEL-01 Kepuasan!F6, "
          "SEL-01 Kepuasan!G6, SEL-01 Kepuasan!H6, SEL-01 Kepuasan!I6, SEL-01 Kepuasan!J6, "
          "SEL-01 Kepuasan!K6, SEL-01 Kepuasan!L6", {"Kepuasan!B6": None}, base=lengkap),
    Kasus(8, "tanda tangan di Penilaian", below(PN, *TANDA_TANGAN),
          "BRS-01 Penilaian!7, BRS-03 Penilaian!10, BRS-03 Penilaian!12, BRS-03 Penilaian!13, "
          "BRS-03 Penilaian!8, BRS-03 Penilaian!9", ignored=5),
    Kasus(8, "NIP penanda tangan di kolom NIP", below(PG, {"NIP": "Mengetahui,"},
          {"NIP": "Kepala Dinas,"}, {"NIP": "Contoh Kepala"}, {"NIP": SIGNER}),
          "BRS-03 Pegawai!10, BRS-03 Pegawai!7, BRS-03 Pegawai!8, BRS-03 Pegawai!9",
          {"Pegawai!B10": None}, ignored=4),
    Kasus(8, "NIP penanda tangan sebagai angka", below(HK, {"Nama": "Mengetahui"},
          {"Nama": "Contoh Kepala"}, {"Nama": f"#{SIGNER}"}),
          "BRS-03 Hasil Kerja!11, BRS-03 Hasil Kerja!12, BRS-03 Hasil Kerja!13", ignored=3),
    Kasus(8, "catatan di bawah tabel",
          add_row(HK, {"NIP": "Catatan: diisi menurut laporan bulan Maret"}),
          "BRS-03 Hasil Kerja!11", ignored=1),
    Kasus(8, "tanda tangan di Pengaturan", below(PG, {"Nama": "Mengetahui"},
          {"Nama": f"NIP. {SIGNER}"}), "BRS-03 Pegawai!7, BRS-03 Pegawai!8", base=pengaturan),
)  # fmt: skip


def example(sheet: str, spec: BookSpec = ISIAN, **changed: CellInput) -> Change:
    """Leave the example of the guide among the data, first."""

    def change(book: DrawnBook) -> None:
        model: type[SheetModel] = next(m for m in spec.readable if m.sheet == sheet)
        shown: Row = {column.heading: f"\\{column.column.example}" for column in columns_of(model)}
        book.sheets[sheet].insert(0, {**shown, **changed})

    return change


CONTOH = (
    Kasus(9, "contoh di Pegawai", example(PG), "BRS-02 Pegawai!5", {"Pegawai!B6": SATU},
          ignored=1),
    Kasus(9, "contoh di Hasil Kerja", example(HK), "BRS-02 Hasil Kerja!5",
          {"Hasil Kerja!U6": "1250"}, ignored=1),
    Kasus(9, "contoh di Penilaian", example(PN), "BRS-02 Penilaian!5",
          {"Penilaian!M6": "Sesuai Ekspektasi"}, ignored=1),
    Kasus(9, "contoh di Kehadiran", example(HD), "BRS-02 Kehadiran!5", {"Kehadiran!G6": "60"},
          ignored=1, base=lengkap),
    Kasus(9, "contoh di Kegiatan", example(KG), "BRS-02 Kegiatan!5", {"Kegiatan!I6": "12"},
          ignored=1, base=lengkap),
    Kasus(9, "contoh di Pengaturan", example(PG, PENGATURAN), "BRS-02 Pegawai!5",
          {"Pegawai!C6": SATU}, base=pengaturan),
)  # fmt: skip

TERSEMBUNYI = (
    Kasus(16, "satu baris", edit=hidden_rows(HK, 6), issues="LBR-14 Hasil Kerja",
          values={"Hasil Kerja!U6": "38.5"}),
    Kasus(16, "pensiunan disembunyikan", edit=hidden_rows(PG, 6), issues="LBR-14 Pegawai",
          values={"Pegawai!B6": DUA}),
    Kasus(16, "galat di baris tersembunyi", puts(HK, "Realisasi", "dua belas", 9),
          "LBR-14 Hasil Kerja, SEL-02 Hasil Kerja!U9", {"Hasil Kerja!U9": None}, (DUA,),
          edit=hidden_rows(HK, 8, 9, 10)),
    Kasus(16, "dua lembar tersaring", edit=edits(hidden_rows(PN, 5), hidden_rows(PG, 5)),
          issues="LBR-14 Pegawai, LBR-14 Penilaian", values={"Penilaian!M5": "Sesuai Ekspektasi"}),
    Kasus(16, "baris kosong tersembunyi", edit=hidden_rows(HK, 40, 41)),
    Kasus(16, "kolom disembunyikan", puts(HK, "Realisasi", "dua belas", 9),
          "LBR-17 Hasil Kerja, SEL-02 Hasil Kerja!U9", {"Hasil Kerja!U5": "1250"}, (DUA,),
          edit=hidden_columns(HK, "U")),
    Kasus(16, "kolom Penilaian disembunyikan", edit=hidden_columns(PN, "M", "N"),
          issues="LBR-17 Penilaian", values={"Penilaian!M5": "Sesuai Ekspektasi"}),
    Kasus(16, "di Kegiatan", edit=hidden_rows(KG, 5), issues="LBR-14 Kegiatan",
          values={"Kegiatan!I5": "12"}, base=lengkap),
    Kasus(16, "di Pengaturan", edit=hidden_rows(PG, 6), issues="LBR-14 Pegawai",
          values={"Pegawai!C6": DUA}, base=pengaturan),
)  # fmt: skip

KOSONG = (
    Kasus(18, "spasi sebagai angka", puts(HK, "Realisasi", "\\ "), "SEL-31 Hasil Kerja!U5",
          {"Hasil Kerja!U5": None, "Hasil Kerja!U6": "38.5"}, isi=TEKS["teks bersama"]),
    Kasus(18, "petik sebagai angka", puts(HK, "Realisasi", "'"), "SEL-31 Hasil Kerja!U5",
          {"Hasil Kerja!U5": None, "Hasil Kerja!U6": "38.5"}),
    Kasus(18, "strip", puts(HK, "Target Atas", "-"), "SEL-31 Hasil Kerja!O5",
          {"Hasil Kerja!O5": None, "Hasil Kerja!U5": "1250"}),
    Kasus(18, "garis panjang sebagai rating", puts(PN, "Berorientasi Pelayanan", "—"),
          "SEL-31 Penilaian!F5", {"Penilaian!F5": None}),
    Kasus(18, "nihil sebagai angka", puts(HK, "Realisasi", "NIHIL"), "SEL-31 Hasil Kerja!U5",
          {"Hasil Kerja!U5": None}),
    Kasus(18, "nihil sebagai uraian", puts(HK, "Umpan Balik", "nihil"),
          values={"Hasil Kerja!Z5": "nihil"}),
    Kasus(18, "nol tetap nol", puts(HK, "Realisasi", "#0"), values={"Hasil Kerja!U5": "0"}),
    Kasus(18, "nol sebagai teks", puts(HK, "Realisasi", "0"), "SEL-24 Hasil Kerja!U5",
          {"Hasil Kerja!U5": "0"}),
    Kasus(18, "strip di kolom wajib", puts(HK, "Indikator", "-"), "SEL-01 Hasil Kerja!M5",
          {"Hasil Kerja!M5": None}, (SATU,)),
    Kasus(18, "spasi di kolom wajib", puts(PG, "Jabatan", "\\\u00a0"), "SEL-01 Pegawai!F5",
          {"Pegawai!F5": None}, (SATU,)),
    Kasus(18, "strip di Kehadiran", puts(HD, "Sakit", "-"), "SEL-31 Kehadiran!I5",
          {"Kehadiran!I5": None, "Kehadiran!G5": "60"}, base=lengkap),
    Kasus(18, "titik di Pengaturan", puts(PG, "Golongan", "..."), "SEL-31 Pegawai!F5",
          {"Pegawai!C5": SATU, "Pegawai!F5": None}, base=pengaturan),
)  # fmt: skip

PLT: Row = {"Sifat": "Plt", "Jabatan": "Kepala Seksi", "Jenis Jabatan": "Pengawas",
            "Jenjang": None}  # fmt: skip


def also_plt(book: DrawnBook) -> None:
    """Give the first person an acting post beside the own one, each with work of its own."""
    for sheet in (HK, PN):
        for row in book.sheets[sheet]:
            if row["NIP"] == SATU:
                row["Sifat"] = "Definitif"
    book.sheets[PG].append({**book.sheets[PG][0], **PLT})
    book.sheets[HK].append({**book.sheets[HK][0], "Sifat": "Plt"})
    book.sheets[PN].append({**book.sheets[PN][0], "Sifat": "Plt"})


def moved_within(book: DrawnBook) -> None:
    """Let the first person hold one post until February and another from then on."""
    first, until, since = book.sheets[PG][0], date(2026, 1, 31), date(2026, 2, 1)
    book.sheets[PG].append({**first, "Jabatan": "Perawat Madya", "Mulai": since})
    first["Selesai"] = until
    for sheet in (HK, PN):
        mine = [row for row in book.sheets[sheet] if row["NIP"] == SATU]
        book.sheets[sheet] += [{**row, "Mulai": since} for row in mine]
        for row in mine:
            row["Mulai"] = date(2026, 1, 1)


DUA_KALI = (
    Kasus(19, "Plt di samping definitif", also_plt,
          values={"Pegawai!J7": "Plt", "Hasil Kerja!U11": "1250"}),
    Kasus(19, "pindah di tengah periode", moved_within,
          values={"Pegawai!B7": SATU, "Hasil Kerja!U11": "1250"}),
    Kasus(19, "definitif dua kali", copy_row(PG, Jabatan="Kepala Seksi"), "BRS-04 Pegawai!B7",
          {"Pegawai!B5": None}, (SATU,)),
    Kasus(19, "baris tersalin", copy_row(PG), "BRS-05 Pegawai!7", {"Pegawai!B5": SATU},
          ignored=1),
    Kasus(19, "indikator tersalin", copy_row(HK), "BRS-05 Hasil Kerja!11",
          {"Hasil Kerja!U5": "1250"}, ignored=1),
    Kasus(19, "indikator tersalin lalu diubah", copy_row(HK, Realisasi=1),
          "BRS-04 Hasil Kerja!G11", {"Hasil Kerja!U5": None}, (SATU,)),
    Kasus(19, "penilaian dua kali", copy_row(PN, Rating_Perilaku="Di Atas Ekspektasi"),
          "BRS-04 Penilaian!B7", {"Penilaian!N5": None}, (SATU,)),
    Kasus(19, "kehadiran dua kali", copy_row(HD, Hadir=59, Cuti=3), "BRS-04 Kehadiran!B7",
          {"Kehadiran!G5": None}, (SATU,), base=lengkap),
    Kasus(19, "dua kali di Pengaturan", copy_row(PG, Jabatan="Bidan"), "BRS-04 Pegawai!C7",
          {"Pegawai!C5": None, "Pegawai!C6": DUA}, ("2 baris",), base=pengaturan),
    Kasus(19, "nama sama NIP lain", puts(PG, "Nama", NAMES[0], 6),
          "BRS-09 Hasil Kerja!C8, BRS-09 Penilaian!C6", {"Pegawai!B6": DUA}),
)  # fmt: skip

SEMUA = (*SEKAT, *KAKI, *CONTOH, *TERSEMBUNYI, *KOSONG, *DUA_KALI)
