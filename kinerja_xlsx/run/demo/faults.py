"""The planted faults: who slipped where, and the code that each of them raises.

The table is the whole list. `parcel` names the workbook of `parcels`, `code` what its checks say,
`what` tells a reader what happened there.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.period import format_date
from kinerja_xlsx.run.demo.draft import HASIL, PEGAWAI, PENILAIAN, Who
from kinerja_xlsx.run.demo.edits import (
    Below,
    Edit,
    Gap,
    Guest,
    Put,
    Repeat,
    Respell,
    RespellNip,
    Stored,
    Unfilled,
    Values,
)
from kinerja_xlsx.run.demo.edits_layout import ExtraColumn, ExtraSheet, Heading, Scribble, Swap
from kinerja_xlsx.run.demo.fault import Fault
from kinerja_xlsx.run.demo.faults_berkala import FAULTS_BERKALA
from kinerja_xlsx.run.demo.package_xml import BookXml

C = IssueCode
STRANGER: Final = "199512312025212099"
"""A lawful NIP of nobody: serial numbers of the city's people end at 040."""


# -- how people write ---------------------------------------------------------------------------


def _realisasi_as_text(values: Values) -> str:
    return str(values["realisasi"])


def _realisasi_with_comma(values: Values) -> str:
    return str(values["realisasi"]).replace(".", ",")


def _name_with_blanks(values: Values) -> str:
    return f"  {values['nama']} "


def _date_in_words(values: Values) -> str:
    day = values["tanggal_penilaian"]
    return format_date(day) if isinstance(day, date) else ""


def _own_nip(values: Values) -> str:
    return str(values["nip"])


def _nip_as_number(values: Values) -> int:
    return int(str(values["nip"]))


def _nip_one_short(values: Values) -> str:
    return str(values["nip"])[:-1]


def _nip_of_month_13(values: Values) -> str:
    nip = str(values["nip"])
    return f"{nip[:4]}13{nip[6:]}"


def _nip_in_groups(values: Values) -> str:
    nip = str(values["nip"])
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def _lookup_failed(book: BookXml, sheet: str, at: tuple[int, int]) -> None:
    book.put_error(sheet, at, "#N/A")


def _never_calculated(book: BookXml, sheet: str, at: tuple[int, int]) -> None:
    book.put_uncached(sheet, at, "80+7.5")


def _as_percent(book: BookXml, sheet: str, at: tuple[int, int]) -> None:
    book.put_percent(sheet, at, 0.85)


# -- the table ------------------------------------------------------------------------------------

_ADMINKES: Final = "Administrator Kesehatan Ahli Muda"
_PROMKES: Final = "Administrator Kesehatan Ahli Pertama"
_PERAWAT: Final = "Perawat Terampil"
_OPERATOR: Final = "Operator Sistem Informasi Administrasi Kependudukan Terampil"
_LAYANAN: Final = "Operator Layanan Operasional"
_GURU: Final = "Guru Ahli Pertama"
_ASN: Final = "Analis Sumber Daya Manusia Aparatur Ahli Pertama"

# fmt: off
FAULTS: Final = (
    # Dinas Kesehatan: figures and headings
    Fault("DINKES", C.SEL_26, "Realisasi diketik 1.250: ribuan atau desimal?",
          Put(HASIL, Who(_ADMINKES, 1), "realisasi", "1.250")),
    Fault("DINKES", C.SEL_24, "Realisasi tersimpan sebagai teks",
          Respell(HASIL, Who(_ADMINKES, 2), "realisasi", _realisasi_as_text)),
    Fault("DINKES", C.SEL_25, "Realisasi diketik dengan koma desimal",
          Put(HASIL, Who(_ADMINKES, 3), "realisasi", "12,5")),
    Fault("DINKES", C.BRS_13, "Realisasi terisi tanpa Bukti Dukung",
          Put(HASIL, Who(_PROMKES, 0), "bukti_dukung", None)),
    Fault("DINKES", C.SEL_02, "Realisasi ditulis dengan kata-kata",
          Put(HASIL, Who(_PROMKES, 1), "realisasi", "sudah tercapai")),
    Fault("DINKES", C.LBR_10, "Judul Golongan ditulis Gol. Ruang",
          Heading(PEGAWAI, "golongan", "Gol. Ruang")),
    # RSUD: cells that only a spreadsheet program can spoil
    Fault("RSUD", C.SEL_12, "NIP tersimpan sebagai angka di semua lembar",
          RespellNip(Who(_PERAWAT, 5), _nip_as_number)),
    Fault("RSUD", C.SEL_22, "Rumus Realisasi menghasilkan #N/A",
          Stored(HASIL, Who(_PERAWAT, 6), "realisasi", _lookup_failed)),
    Fault("RSUD", C.SEL_21, "Rumus Realisasi belum pernah dihitung",
          Stored(HASIL, Who(_PERAWAT, 7), "realisasi", _never_calculated)),
    Fault("RSUD", C.SEL_06, "Rating salah ketik: Sesuai Ekspetasi",
          Put(PENILAIAN, Who("Perawat Ahli Muda", 2), "rating_hasil_kerja", "Sesuai Ekspetasi")),
    Fault("RSUD", C.SEL_05, "Realisasi kurang dari nol",
          Put(HASIL, Who("Bidan Terampil", 2), "realisasi", -5)),
    Fault("RSUD", C.BRS_14, "Target Atas lebih kecil daripada Target",
          Put(HASIL, Who("Dokter Ahli Muda", 1), "target_atas", 10)),
    Fault("RSUD", C.SEL_01, "Indikator dikosongkan",
          Put(HASIL, Who("Apoteker Ahli Pertama", 1), "indikator", None)),
    Fault("RSUD", C.BRS_11, "Satuan kosong pada pendekatan kuantitatif",
          Put(HASIL, Who("Apoteker Ahli Pertama", 2), "satuan", None)),
    Fault("RSUD", C.LTS_17, "Baru satu rating yang diisi",
          Put(PENILAIAN, Who("Perawat Ahli Pertama", 3), "rating_perilaku", None)),
    Fault("RSUD", C.SEL_28, "Nama diketik dengan spasi di tepi",
          Respell(PEGAWAI, Who("Perekam Medis Terampil", 1), "nama", _name_with_blanks)),
    Fault("RSUD", C.BRS_01, "Dua baris kosong sebagai pemisah",
          Gap(HASIL, Who("Bidan Terampil", 0), 2)),
    Fault("RSUD", C.LTS_04, "Pegawai definitif Dinas Kesehatan tercatat juga di sini",
          Guest("DINKES", Who("Pranata Laboratorium Kesehatan Mahir", 0))),
    # Puskesmas: identity and forgotten people
    Fault("PKM-SINGANDARU", C.LTS_07, "Penilaian satu pegawai belum diisi sama sekali",
          Unfilled(Who(_PERAWAT, 3))),
    Fault("PKM-SINGANDARU", C.SEL_11, "NIP 17 angka di semua lembar",
          RespellNip(Who("Bidan Terampil", 4), _nip_one_short)),
    Fault("PKM-SINGANDARU", C.SEL_16, "NIP ditulis berkelompok dengan spasi",
          RespellNip(Who("Bidan Terampil", 5), _nip_in_groups)),
    Fault("PKM-SINGANDARU", C.BRS_09, "Nama di lembar Penilaian milik orang lain",
          Put(PENILAIAN, Who(_PERAWAT, 4), "nama", "Larasvina Contoh Sedayuwana")),
    Fault("PKM-SINGANDARU", C.SEL_31, "Target Atas diisi tanda hubung",
          Put(HASIL, Who(_PERAWAT, 5), "target_atas", "-")),
    Fault("PKM-SINGANDARU", C.BRS_03, "Baris JUMLAH di bawah tabel",
          Below(HASIL, (("nama", "JUMLAH"), ("realisasi", 12345)))),
    # Disdukcapil: dates, copied rows, columns
    Fault("DISDUKCAPIL", C.SEL_18, "Tanggal Penilaian ditulis dengan nama bulan",
          Respell(PENILAIAN, Who(_OPERATOR, 0), "tanggal_penilaian", _date_in_words)),
    Fault("DISDUKCAPIL", C.SEL_03, "Tanggal Penilaian bukan tanggal",
          Put(PENILAIAN, Who(_OPERATOR, 1), "tanggal_penilaian", "awal bulan")),
    Fault("DISDUKCAPIL", C.SEL_13, "NIP dengan bulan lahir 13 di semua lembar",
          RespellNip(Who(_OPERATOR, 2), _nip_of_month_13)),
    Fault("DISDUKCAPIL", C.BRS_05, "Satu baris tersalin utuh",
          Repeat(HASIL, Who(_OPERATOR, 3))),
    Fault("DISDUKCAPIL", C.BRS_04, "Satu baris tersalin, lalu diubah",
          Repeat(HASIL, Who(_OPERATOR, 4), (("realisasi", 1),))),
    Fault("DISDUKCAPIL", C.LBR_11, "Kolom Satuan dan Arah bertukar tempat",
          Swap(HASIL, "satuan", "arah")),
    Fault("DISDUKCAPIL", C.LBR_09, "Kolom catatan milik dinas sendiri",
          ExtraColumn(HASIL, "Catatan Admin", "cek lagi bersama bidang")),
    # The schools of Dindikbud: plans and raters
    Fault("SEKOLAH", C.LTS_14, "Rencana Hasil Kerja satu RHK ditulis berbeda",
          Put(HASIL, Who(_GURU, 4), "rencana_hasil_kerja", "Terlaksananya pembelajaran", 1)),
    Fault("SEKOLAH", C.SEL_10, "No RHK 1,5", Put(HASIL, Who(_GURU, 5), "no_rhk", 1.5)),
    Fault("SEKOLAH", C.BRS_12, "Penilai diisi NIP sendiri",
          Respell(PEGAWAI, Who(_GURU, 6), "penilai", _own_nip)),
    Fault("SEKOLAH", C.LTS_06, "Penilai tidak dikenal di mana pun",
          Put(PEGAWAI, Who(_GURU, 7), "penilai", "196501011990031099")),
    Fault("SEKOLAH", C.BRS_06, "Guru baru yang belum ada di daftar BKPSDM",
          Guest("DINDIKBUD", Who("Guru Kelas Ahli Pertama", 2),
                (("nip", STRANGER), ("nama", "Zelfirani Contoh Wanantara, S.Pd."),
                 ("status_asn", "PPPK"), ("golongan", "IX")))),
    # DPUPR: content around the tables, and ratings
    Fault("DPUPR", C.LBR_15, "Catatan di kanan tabel",
          Scribble(HASIL, "konfirmasi dulu ke lapangan")),
    Fault("DPUPR", C.LBR_16, "Lembar coretan", ExtraSheet("Coretan", "hitungan sementara")),
    Fault("DPUPR", C.LTS_16, "Rating jauh di bawah usulan dari angka",
          Put(PENILAIAN, Who("Petugas Operasi Pintu Air", 1), "rating_hasil_kerja",
              "Di Bawah Ekspektasi")),
    Fault("DPUPR", C.LTS_15, "Sebaran predikat tidak sesuai pola", Edit()),
    # BKPSDM, DLH, Sekretariat Daerah, DPMPTSP, Kecamatan Curug
    Fault("BKPSDM", C.LTS_01, "Bobot tidak berjumlah 100",
          Put(HASIL, Who(_ASN, 3), "bobot", 10)),
    Fault("DLH", C.SEL_27, "Realisasi berformat persen, Satuan bukan persen",
          Stored(HASIL, Who("Petugas Kebersihan", 3), "realisasi", _as_percent)),
    Fault("SETDA", C.SEL_07, "Rating ditulis DIATAS EKSPEKTASI",
          Put(PENILAIAN, Who("Arsiparis Terampil", 1), "rating_hasil_kerja",
              "DIATAS EKSPEKTASI")),
    Fault("DPMPTSP", C.LTS_18, "Capaian Kinerja Organisasi dikosongkan", Edit()),
    Fault("KEC-CURUG-ULANG", C.LBK_04, "Kiriman kedua berbeda pada satu pegawai",
          Put(HASIL, Who("Pengelola Layanan Kelurahan", 1), "realisasi", 999)),
    *FAULTS_BERKALA,
)
# fmt: on
