"""Frequency tables A, B and E: the file, where the table is, and what is in its XML."""

from __future__ import annotations

from tests.flow.kasus_baris import HK, PG, PN, puts
from tests.flow.lapangan import berkas
from tests.flow.lapangan.alat import (
    DUA,
    Jejak,
    dalam,
    ditolak,
    ganti,
    isian,
    lembar,
    sisip,
    tenang,
    tersimpan,
)
from tests.flow.lapangan.nilai import nama_rusak
from tests.flow.lapangan.tabel import bergaya_sampai, dua_tingkat, nomor, tanpa_judul
from tests.flow.lapangan.ubahan import (
    area_cetak,
    bagan,
    banyak_gaya,
    bekukan,
    bergambar,
    bermakro,
    bertautan,
    geser,
    hapus_kolom,
    kaya,
    komentar,
    kosong_berteks,
    lihat_lain,
    lindungi,
    pindah_judul,
    proteksi,
    saring,
    tabel,
    tanpa_alamat,
    tanpa_dimensi,
    tautan_luar,
    teks_sebaris,
    validasi,
    warna_bersyarat,
)

_HANYA_DUA = (DUA,)
_CATATAN = (("catatan", "angka"), ("x", 1))

A_BERKAS: tuple[Jejak, ...] = (
    ditolak("A extension does not match content", "html", berkas.SEMUA[0].berkas),
    ditolak("A extension does not match content", "csv", berkas.SEMUA[4].berkas),
    Jejak("A hidden sheet(s)", "kosong", isian(kerja=lembar("template", state="hidden"))),
    Jejak("A hidden sheet(s)", "berisi",
          isian(kerja=lembar("(edit)", rows=_CATATAN, state="hidden"))),
    Jejak("A more than one sheet", "satu lagi", isian(kerja=lembar("Rekap", rows=_CATATAN))),
    Jejak("A 5+ sheets", "enam lagi",
          isian(kerja=lembar(*(f"Worksheet {number}" for number in range(1, 7))))),
    Jejak("A empty sheets besides data", "dua", isian(kerja=lembar("Sheet2", "Sheet3"))),
    tenang("A active sheet is not the first", "lembar terakhir", isian(kerja=lihat_lain)),
    Jejak("A external-workbook links", "di buku kerja", isian(paket=tautan_luar)),
    Jejak("A formula uses external link", "nilai tersimpan",
          isian(puts(HK, "Realisasi", "=[1]Rekap!$B$2"),
                paket=dalam(HK, tersimpan("U5", "1250"))), nilai={f"{HK}!U5": "1250"}),
    Jejak("A formula uses external link", "tanpa nilai",
          isian(puts(HK, "Realisasi", "='C:\\[a.xlsx]Rekap'!B2")), _HANYA_DUA),
    tenang("A sheet protection", "dua lembar", isian(kerja=lindungi(HK, PN))),
    tenang("A workbook protection", "struktur", isian(kerja=proteksi)),
    Jejak("A VBA macros", "proyek makro", isian(paket=bermakro)),
    tenang("A comments", "di NIP dan Realisasi", isian(kerja=komentar)),
    tenang("A images/logos", "di paket", isian(paket=bergambar)),
    tenang("A charts", "di Hasil Kerja", isian(kerja=bagan)),
    tenang("A hyperlinks", "di Bukti Dukung", isian(kerja=bertautan)),
)  # fmt: skip
B_LETAK: tuple[Jejak, ...] = (
    *(ditolak("B no header row recognised on any sheet", sheet, isian(kerja=tanpa_judul(sheet)))
      for sheet in (PG, HK)),
    *(Jejak(f"B {row}", f"baris {number} di {sheet}", isian(kerja=pindah_judul(sheet, number)))
      for row, number in (("header on row 1", 1), ("header on rows 2-4", 2),
                          ("header on rows 5-10", 9), ("header below row 10", 25))
      for sheet in (PG, HK)),
    ditolak("B header below row 10", "melewati baris 30", isian(kerja=pindah_judul(PN, 31))),
    Jejak("B title rows above header >=1", "lima", isian(kerja=sisip(
        PN, *((f"PEMERINTAH KOTA CONTOH {number}",) for number in range(5)), at=1))),
    Jejak("B header of 2+ rows", "Pegawai", isian(kerja=dua_tingkat(
        PG, Penilaian=("Penilai", "Atasan Penilai")))),
    Jejak("B header of 2+ rows", "Hasil Kerja",
          isian(kerja=dua_tingkat(HK, Ukuran=("Satuan", "Arah", "Agregasi")))),
    Jejak("B row of column numbers under header", "Penilaian", isian(kerja=sisip(PN, nomor(18)))),
    Jejak("B first data column is not A", "tanpa Cek", isian(kerja=hapus_kolom(HK)),
          nilai={f"{HK}!T5": "1250"}),
    Jejak("B first data column is not A", "digeser tiga", isian(kerja=geser(PN, 3)),
          nilai={f"{PN}!P5": "Sesuai Ekspektasi"}),
    tenang("B gap between header and data", "dua baris", isian(kerja=sisip(HK, (), ()))),
)  # fmt: skip
E_XML: tuple[Jejak, ...] = (
    Jejak("E formulas", "angka", isian(puts(HK, "Target", "=SUM(1100,100)"),
                                       paket=dalam(HK, tersimpan("N5", "1200"))),
          nilai={f"{HK}!N5": "1200"}),
    Jejak("E formula with no cached value", "pilihan",
          isian(puts(PN, "Rating Perilaku", '=IF(1=1,"Sesuai Ekspektasi","")')), _HANYA_DUA),
    *(Jejak("E error cells", f"{error} di {sheet}", isian(puts(sheet, heading, f"!{error}")),
            _HANYA_DUA)
      for error, sheet, heading in (
          ("#REF!", HK, "Target"), ("#N/A", PG, "Jabatan"), ("#VALUE!", HK, "Realisasi"),
          ("#DIV/0!", HK, "Bobot"), ("#NUM!", PN, "Nilai Perilaku"))),
    tenang("E defined names", "sehat", isian(kerja=area_cetak)),
    tenang("E defined names with #REF!", "buku dan lembar", isian(kerja=nama_rusak)),
    tenang("E Print_Area/Titles names", "Hasil Kerja", isian(kerja=area_cetak)),
    tenang("E autofilter", "Hasil Kerja", isian(kerja=saring)),
    tenang("E Excel table object", "Hasil Kerja", isian(kerja=tabel(HK, "A4:Z10"))),
    tenang("E Excel table object", "Penilaian", isian(kerja=tabel(PN, "A4:T6"))),
    tenang("E data validation", "angka", isian(kerja=validasi)),
    tenang("E list validation", "pilihan", isian(kerja=validasi)),
    tenang("E conditional formatting", "Realisasi", isian(kerja=warna_bersyarat)),
    tenang("E frozen panes", "Hasil Kerja", isian(kerja=bekukan)),
    tenang("E dimension tag far larger than data", "A1:XFD1048576", isian(paket=dalam(
        HK, ganti('<dimension ref="A1:Z10"', '<dimension ref="A1:XFD1048576"')))),
    tenang("E dimension tag missing", "Hasil Kerja", isian(paket=dalam(HK, tanpa_dimensi))),
    tenang("E styled empty rows after data", "200 baris", isian(kerja=bergaya_sampai(HK, 212))),
    tenang("E explicit empty-string cells", "Pegawai", isian(kerja=kosong_berteks(PG))),
    tenang("E explicit empty-string cells", "Hasil Kerja", isian(kerja=kosong_berteks(HK))),
    tenang("E cell/row without r= reference", "Penilaian", isian(paket=dalam(PN, tanpa_alamat))),
    Jejak("E inlineStr cells", "angka sebagai teks", isian(paket=dalam(HK, teks_sebaris)),
          nilai={f"{HK}!U5": "1250"}),
    tenang("E rich-text shared strings", "nama", isian(kerja=kaya)),
    tenang("E over 500 cell styles (cellXfs)", "600", isian(kerja=banyak_gaya)),
    tenang("E over 100 named cellStyles", "120", isian(kerja=banyak_gaya)),
)  # fmt: skip
SEMUA = (*A_BERKAS, *B_LETAK, *E_XML)
