"""Work of health offices: patients served, waiting time, satisfaction. Figures are invented."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Agregasi, Arah, Aspek, Perspektif
from kinerja_xlsx.run.demo.seed import Rhk, Ukuran

_N: Final = Aspek.KUANTITAS
_K: Final = Aspek.KUALITAS
_W: Final = Aspek.WAKTU
_B: Final = Aspek.BIAYA
_TURUN: Final = Arah.TURUN
_RATA: Final = Agregasi.RATA_RATA
_AKHIR: Final = Agregasi.TERAKHIR
_RASIO: Final = Agregasi.RASIO
_LAYANAN: Final = "Meningkatnya mutu layanan kesehatan dasar dan rujukan"
_PROGRAM: Final = "Tercapainya standar pelayanan minimal bidang kesehatan"

# fmt: off
KESEHATAN: Final = MappingProxyType({
    "kepala_kesehatan": (
        Rhk("Meningkatnya derajat kesehatan warga kota", "", "Laporan SPM kesehatan", (
            Ukuran("Persentase penduduk usia produktif yang diskrining kesehatan", _N, "persen",
                   (70, 80), agregasi=_RASIO, penyebut=(38000, 45000)),
            Ukuran("Indeks kepuasan masyarakat puskesmas", _K, "indeks", (82, 86),
                   agregasi=_AKHIR),
        ), Perspektif.PENERIMA_LAYANAN),
        Rhk("Tertatanya layanan rujukan antarfasilitas", "", "Rekap rujukan", (
            Ukuran("Rasio rujukan nonspesialistik", _K, "persen", (5, 6), _TURUN, _RATA),
        ), Perspektif.PROSES_BISNIS),
        Rhk("Meningkatnya kompetensi tenaga kesehatan", "", "Sertifikat pelatihan", (
            Ukuran("Tenaga kesehatan yang mengikuti pelatihan", _N, "orang", (60, 90)),
        ), Perspektif.PENGUATAN_INTERNAL),
        Rhk("Terserapnya anggaran sesuai rencana kas", "", "Laporan realisasi anggaran", (
            Ukuran("Persentase serapan anggaran triwulan", _B, "persen", (18, 22),
                   agregasi=_AKHIR),
        ), Perspektif.ANGGARAN),
    ),
    "direktur_rsud": (
        Rhk("Meningkatnya mutu layanan rumah sakit", _LAYANAN, "Laporan indikator mutu", (
            Ukuran("Angka kepatuhan identifikasi pasien", _K, "persen", (94, 96), agregasi=_RASIO,
                   penyebut=(900, 1200)),
            Ukuran("Kepuasan pasien rumah sakit", _K, "persen", (86, 90), agregasi=_RATA),
        )),
        Rhk("Terlayaninya pasien rawat jalan dan rawat inap", _LAYANAN, "Rekap kunjungan", (
            Ukuran("Jumlah pasien yang dilayani", _N, "pasien", (21000, 24000)),
            Ukuran("Waktu tunggu rawat jalan", _W, "menit", (50, 60), _TURUN, _RATA),
        )),
        Rhk("Terkendalinya pendapatan dan belanja BLUD", "Terwujudnya tata kelola yang akuntabel",
            "Laporan keuangan BLUD", (
            Ukuran("Rasio pendapatan terhadap biaya operasional", _B, "persen", (82, 90),
                   agregasi=_AKHIR),
        )),
    ),
    "kepala_puskesmas": (
        Rhk("Terselenggaranya layanan perorangan di puskesmas", _LAYANAN, "Register kunjungan", (
            Ukuran("Jumlah kunjungan pasien", _N, "pasien", (7800, 9200)),
            Ukuran("Kepuasan pasien puskesmas", _K, "persen", (86, 90), agregasi=_RATA),
            Ukuran("Waktu tunggu pendaftaran", _W, "menit", (9, 12), _TURUN, _RATA),
        )),
        Rhk("Terselenggaranya layanan masyarakat di wilayah kerja", _PROGRAM, "Laporan program", (
            Ukuran("Angka kontak", _N, "per mil", (145, 150), agregasi=_RATA),
            Ukuran("Posyandu aktif", _N, "posyandu", (34, 40), agregasi=_AKHIR),
        )),
    ),
    "kabid_kesehatan": (
        Rhk("Terbinanya fasilitas kesehatan di wilayah kota", _LAYANAN, "Berita acara pembinaan", (
            Ukuran("Fasilitas kesehatan yang dibina", _N, "fasilitas", (16, 22)),
            Ukuran("Fasilitas yang memenuhi standar", _K, "persen", (84, 92), agregasi=_RASIO,
                   penyebut=(40, 60)),
        )),
        Rhk("Tersedianya laporan program tepat waktu", _PROGRAM, "Laporan bulanan", (
            Ukuran("Laporan program yang disampaikan", _N, "laporan", (9, 12)),
            Ukuran("Rata-rata hari penyampaian laporan", _W, "hari", (5, 7), _TURUN, _RATA),
        )),
    ),
    "dokter_spesialis": (
        Rhk("Terlayaninya pasien spesialistik sesuai panduan klinis", _LAYANAN, "Rekam medis", (
            Ukuran("Jumlah pasien spesialistik yang diperiksa", _N, "pasien", (620, 840)),
            Ukuran("Kesesuaian terapi dengan panduan praktik klinis", _K, "persen", (90, 94),
                   agregasi=_RASIO, penyebut=(180, 260)),
            Ukuran("Waktu tanggap konsultasi", _W, "menit", (25, 30), _TURUN, _RATA),
        )),
        Rhk("Terdampinginya dokter muda dalam tata laksana", _LAYANAN, "Logbook pendampingan", (
            Ukuran("Sesi pendampingan kasus", _N, "sesi", (6, 9)),
        )),
    ),
    "dokter": (
        Rhk("Terperiksanya pasien rawat jalan sesuai standar", _LAYANAN, "Register rawat jalan", (
            Ukuran("Jumlah pasien rawat jalan yang dilayani", _N, "pasien", (900, 1400)),
            Ukuran("Antibiotik pada ISPA nonpneumonia", _K, "persen", (18, 20), _TURUN, _RATA),
            Ukuran("Waktu tunggu pemeriksaan", _W, "menit", (25, 32), _TURUN, _RATA),
        )),
        Rhk("Terisinya rekam medis dengan lengkap", _LAYANAN, "Audit rekam medis", (
            Ukuran("Kelengkapan rekam medis", _K, "persen", (92, 95), agregasi=_RASIO,
                   penyebut=(280, 420)),
        )),
        Rhk("Terkendalinya penyakit tidak menular", _PROGRAM, "Laporan PTM", (
            Ukuran("Penderita hipertensi yang dilayani sesuai standar", _N, "orang", (120, 190)),
        )),
    ),
    "perawat": (
        Rhk("Terlaksananya asuhan keperawatan sesuai standar", _LAYANAN, "Catatan keperawatan", (
            Ukuran("Jumlah pasien yang menerima asuhan keperawatan", _N, "pasien", (240, 420)),
            Ukuran("Kepuasan pasien atas layanan keperawatan", _K, "persen", (86, 90),
                   agregasi=_RATA),
            Ukuran("Waktu tanggap panggilan pasien", _W, "menit", (4, 5), _TURUN, _RATA),
        )),
        Rhk("Tercegahnya kejadian yang tidak diharapkan", _LAYANAN, "Laporan keselamatan pasien", (
            Ukuran("Kepatuhan cuci tangan", _K, "persen", (85, 90), agregasi=_RASIO,
                   penyebut=(80, 140)),
        )),
    ),
    "bidan": (
        Rhk("Terlayaninya ibu hamil, bersalin, dan nifas", _PROGRAM, "Kohort ibu", (
            Ukuran("Ibu hamil yang dilayani sesuai standar", _N, "orang", (45, 80)),
            Ukuran("Ibu hamil yang diperiksa enam kali", _K, "persen", (82, 90), agregasi=_RASIO,
                   penyebut=(50, 90)),
        )),
        Rhk("Terlayaninya bayi dan balita", _PROGRAM, "Kohort bayi", (
            Ukuran("Balita yang ditimbang", _N, "balita", (180, 260), agregasi=_RATA),
            Ukuran("Hari penyampaian laporan kohort", _W, "hari", (4, 6), _TURUN, _RATA),
        )),
    ),
    "farmasi": (
        Rhk("Tersedianya obat sesuai kebutuhan", _LAYANAN, "Kartu stok", (
            Ukuran("Ketersediaan 20 obat indikator", _K, "persen", (85, 92), agregasi=_RATA),
            Ukuran("Resep yang dilayani", _N, "resep", (1800, 2600)),
        )),
        Rhk("Terlayaninya resep dengan cepat dan aman", _LAYANAN, "Rekap waktu layanan resep", (
            Ukuran("Waktu tunggu obat jadi", _W, "menit", (20, 28), _TURUN, _RATA),
            Ukuran("Resep yang dikaji lengkap", _K, "persen", (90, 94), agregasi=_RASIO,
                   penyebut=(300, 500)),
        )),
    ),
    "laboratorium": (
        Rhk("Terperiksanya spesimen dengan mutu terjamin", _LAYANAN, "Buku hasil laboratorium", (
            Ukuran("Spesimen yang diperiksa", _N, "spesimen", (900, 1500)),
            Ukuran("Waktu tunggu hasil pemeriksaan", _W, "menit", (100, 130), _TURUN, _RATA,
                   lebar=20),
            Ukuran("Hasil uji banding yang sesuai", _K, "persen", (88, 94), agregasi=_RATA),
        )),
    ),
    "promosi_kesehatan": (
        Rhk("Meningkatnya perilaku hidup bersih warga", _PROGRAM, "Daftar hadir penyuluhan", (
            Ukuran("Penyuluhan yang dilaksanakan", _N, "kegiatan", (10, 16)),
            Ukuran("Rumah tangga berperilaku hidup bersih", _K, "persen", (68, 76),
                   agregasi=_RASIO, penyebut=(400, 700)),
        )),
        Rhk("Terpantaunya kesehatan lingkungan dan gizi", _PROGRAM, "Formulir inspeksi", (
            Ukuran("Tempat umum yang diinspeksi", _N, "tempat", (18, 30), lebar=4),
        )),
    ),
    "rekam_medis": (
        Rhk("Tersedianya rekam medis tepat waktu", _LAYANAN, "Rekap rekam medis", (
            Ukuran("Rekam medis yang disiapkan", _N, "berkas", (2400, 3600)),
            Ukuran("Waktu penyediaan rekam medis", _W, "menit", (8, 10), _TURUN, _RATA),
            Ukuran("Pendaftaran selesai dalam lima menit", _K, "persen", (88, 92),
                   agregasi=_RASIO, penyebut=(1200, 1800)),
        )),
    ),
})
# fmt: on
