"""Work that every office has, additional work, and work told in words. Figures are invented."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Agregasi, Arah, Aspek, JenisHasilKerja, Perspektif
from kinerja_xlsx.run.demo.seed import Narasi, Rhk, Ukuran

_N: Final = Aspek.KUANTITAS
_K: Final = Aspek.KUALITAS
_W: Final = Aspek.WAKTU
_B: Final = Aspek.BIAYA
_TURUN: Final = Arah.TURUN
_RATA: Final = Agregasi.RATA_RATA
_AKHIR: Final = Agregasi.TERAKHIR
_RASIO: Final = Agregasi.RASIO
_TATA: Final = "Terwujudnya tata kelola perangkat daerah yang akuntabel"
_KEBIJAKAN: Final = "Terkoordinasikannya kebijakan pemerintah kota"
_TAMBAHAN: Final = JenisHasilKerja.TAMBAHAN

# fmt: off
UMUM: Final = MappingProxyType({
    "sekretaris": (
        Rhk("Terselenggaranya perencanaan dan pelaporan perangkat daerah", _TATA,
            "Dokumen perencanaan", (
            Ukuran("Dokumen perencanaan dan pelaporan", _N, "dokumen", (5, 8)),
            Ukuran("Hari penyampaian laporan kinerja", _W, "hari", (8, 10), _TURUN, _RATA),
        )),
        Rhk("Terkelolanya keuangan dan barang milik daerah", _TATA, "Laporan keuangan", (
            Ukuran("Kesesuaian belanja dengan rencana kas", _B, "persen", (90, 94),
                   agregasi=_RATA),
        )),
    ),
    "kasubbag": (
        Rhk("Terlaksananya administrasi subbagian", _TATA, "Laporan subbagian", (
            Ukuran("Naskah dan laporan yang diselesaikan", _N, "dokumen", (20, 34)),
            Ukuran("Naskah yang selesai pada hari yang sama", _W, "persen", (84, 92),
                   agregasi=_RASIO, penyebut=(60, 110)),
        )),
        Rhk("Terbinanya pegawai subbagian", _TATA, "Notula pembinaan", (
            Ukuran("Dialog kinerja yang dilaksanakan", _N, "kali", (3, 4)),
        )),
    ),
    "keuangan": (
        Rhk("Tersusunnya pertanggungjawaban keuangan", _TATA, "Surat pertanggungjawaban", (
            Ukuran("Dokumen pertanggungjawaban", _N, "dokumen", (30, 55)),
            Ukuran("Dokumen yang benar sejak pertama", _K, "persen", (90, 94), agregasi=_RASIO,
                   penyebut=(30, 55)),
            Ukuran("Tanggal tutup buku setelah akhir bulan", _W, "hari", (4, 5), _TURUN, _RATA),
        )),
        Rhk("Terbayarnya hak pegawai tepat waktu", _TATA, "Daftar gaji", (
            Ukuran("Daftar pembayaran yang diterbitkan", _N, "daftar", (6, 9)),
        )),
    ),
    "administrasi": (
        Rhk("Terkelolanya surat dan arsip", _TATA, "Buku agenda", (
            Ukuran("Surat yang dikelola", _N, "surat", (180, 320)),
            Ukuran("Waktu distribusi surat", _W, "jam", (3, 4), _TURUN, _RATA),
        )),
        Rhk("Terlayaninya kebutuhan perkantoran", _TATA, "Berita acara serah terima", (
            Ukuran("Permintaan yang dilayani", _N, "permintaan", (24, 40)),
        )),
    ),
    "perencana": (
        Rhk("Tersusunnya dokumen perencanaan", _TATA, "Dokumen rencana kerja", (
            Ukuran("Dokumen perencanaan yang disusun", _N, "dokumen", (3, 5)),
            Ukuran("Keselarasan dengan rencana daerah", _K, "persen", (88, 94), agregasi=_RATA),
            Ukuran("Hari penyusunan satu dokumen", _W, "hari", (12, 16), _TURUN, _RATA, lebar=2),
        )),
    ),
    "komputer": (
        Rhk("Andalnya aplikasi dan jaringan perkantoran", _TATA, "Catatan gangguan", (
            Ukuran("Ketersediaan layanan jaringan", _K, "persen", (94, 96), agregasi=_RATA),
            Ukuran("Gangguan yang diselesaikan", _N, "gangguan", (20, 36)),
            Ukuran("Waktu pemulihan gangguan", _W, "jam", (3, 5), _TURUN, _RATA),
        )),
    ),
    "setda_pimpinan": (
        Rhk("Efektifnya koordinasi antarperangkat daerah", "", "Notula rapat koordinasi", (
            Narasi("Keputusan rapat koordinasi ditindaklanjuti",
                   "Seluruh keputusan rapat koordinasi ditindaklanjuti perangkat daerah",
                   ("Seluruh keputusan ditindaklanjuti lebih cepat dari jadwal",
                    "Seluruh keputusan ditindaklanjuti sesuai jadwal",
                    "Sebagian keputusan belum ditindaklanjuti")),
        ), Perspektif.PENERIMA_LAYANAN),
        Rhk("Terlaksananya reformasi birokrasi", "", "Laporan reformasi birokrasi", (
            Narasi("Rencana aksi reformasi birokrasi berjalan",
                   "Rencana aksi triwulan berjalan seluruhnya",
                   ("Rencana aksi selesai dan dua aksi triwulan berikutnya sudah dimulai",
                    "Rencana aksi triwulan selesai",
                    "Separuh rencana aksi belum dimulai")),
        ), Perspektif.PROSES_BISNIS),
    ),
    "setda_bagian": (
        Rhk("Tersusunnya rumusan kebijakan bagian", _KEBIJAKAN, "Naskah kebijakan", (
            Narasi("Rumusan kebijakan siap dibahas",
                   "Rumusan kebijakan selesai dan disetujui asisten",
                   ("Rumusan disetujui tanpa perbaikan dan sudah ditetapkan",
                    "Rumusan selesai dan disetujui",
                    "Rumusan masih berupa konsep")),
        )),
        Rhk("Terkoordinasikannya pelaksanaan tugas perangkat daerah", _KEBIJAKAN, "Notula", (
            Narasi("Rapat koordinasi bulanan terlaksana",
                   "Rapat koordinasi terlaksana setiap bulan dengan notula",
                   ("Rapat terlaksana lebih sering dan semua tindak lanjut tercatat",
                    "Rapat terlaksana setiap bulan dengan notula",
                    "Rapat terlaksana satu kali")),
        )),
    ),
    "setda_staf": (
        Rhk("Tersedianya bahan kebijakan dan telaahan", _KEBIJAKAN, "Telaahan staf", (
            Narasi("Telaahan selesai sesuai permintaan",
                   "Setiap permintaan telaahan selesai paling lama tiga hari",
                   ("Telaahan selesai pada hari yang sama dan dipakai pimpinan",
                    "Telaahan selesai dalam tiga hari",
                    "Sebagian telaahan melewati tiga hari")),
        )),
        Rhk("Tertibnya administrasi bagian", _KEBIJAKAN, "Buku agenda bagian", (
            Narasi("Surat dan arsip tertata",
                   "Surat tercatat pada hari diterima dan arsip mudah dicari",
                   ("Surat tercatat langsung dan arsip tersedia dalam bentuk digital",
                    "Surat tercatat pada hari diterima",
                    "Sebagian surat tercatat terlambat")),
        )),
    ),
})

TAMBAHAN: Final = (
    Rhk("Terlaksananya tugas panitia hari jadi kota", "", "Surat perintah tugas", (
        Ukuran("Kegiatan panitia yang diikuti", _N, "kegiatan", (2, 3)),
    ), jenis=_TAMBAHAN),
    Rhk("Terlaksananya tugas tim penanganan stunting", "", "Laporan tim", (
        Ukuran("Keluarga berisiko yang dikunjungi", _N, "keluarga", (6, 12)),
    ), jenis=_TAMBAHAN),
    Rhk("Terlaksananya tugas tim pengadaan barang dan jasa", "", "Berita acara", (
        Ukuran("Paket yang diproses", _N, "paket", (2, 4)),
        Ukuran("Hari penyelesaian satu paket", _W, "hari", (18, 22), _TURUN, _RATA),
    ), jenis=_TAMBAHAN),
)
# fmt: on
