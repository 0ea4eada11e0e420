"""Work of technical offices: schools, roads, environment, personnel. Figures are invented."""

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
_DIDIK: Final = "Meningkatnya mutu dan pemerataan pendidikan dasar"
_JALAN: Final = "Meningkatnya kemantapan jalan dan jaringan drainase"
_LINGKUNGAN: Final = "Meningkatnya kualitas lingkungan hidup dan pengelolaan sampah"
_ASN: Final = "Meningkatnya kualitas manajemen ASN"
_KAS: Final = Rhk("Terserapnya anggaran sesuai rencana kas", "", "Laporan realisasi anggaran", (
    Ukuran("Persentase serapan anggaran triwulan", _B, "persen", (18, 22), agregasi=_AKHIR),
), Perspektif.ANGGARAN)  # fmt: skip

# fmt: off
TEKNIS: Final = MappingProxyType({
    "kepala_pendidikan": (
        Rhk("Meningkatnya mutu pendidikan dasar", "", "Rapor pendidikan", (
            Ukuran("Angka partisipasi sekolah usia 7–15 tahun", _N, "persen", (94, 96),
                   agregasi=_RASIO, penyebut=(98000, 104000)),
            Ukuran("Sekolah dengan literasi di atas batas minimum", _K, "persen", (70, 78),
                   agregasi=_AKHIR),
        ), Perspektif.PENERIMA_LAYANAN),
        Rhk("Terpenuhinya guru di setiap sekolah", "", "Peta kebutuhan guru", (
            Ukuran("Sekolah dengan guru lengkap", _N, "sekolah", (150, 180), agregasi=_AKHIR),
        ), Perspektif.PENGUATAN_INTERNAL),
        _KAS,
    ),
    "kabid_pendidikan": (
        Rhk("Terbinanya sekolah di bawah bidang", _DIDIK, "Laporan pembinaan", (
            Ukuran("Sekolah yang dibina", _N, "sekolah", (18, 28)),
            Ukuran("Sekolah yang naik capaian rapor", _K, "persen", (60, 72), agregasi=_RASIO,
                   penyebut=(40, 70)),
        )),
        Rhk("Tersalurnya dana operasional tepat waktu", _DIDIK, "Bukti salur", (
            Ukuran("Hari penyaluran dana operasional", _W, "hari", (10, 14), _TURUN, _RATA),
        )),
    ),
    "kepala_sekolah": (
        Rhk("Meningkatnya mutu pembelajaran di sekolah", _DIDIK, "Rapor pendidikan sekolah", (
            Ukuran("Supervisi kelas yang dilaksanakan", _N, "kelas", (9, 12)),
            Ukuran("Kehadiran peserta didik", _K, "persen", (92, 95), agregasi=_RATA),
        )),
        Rhk("Terkelolanya sekolah dengan akuntabel", _DIDIK, "Laporan dana operasional", (
            Ukuran("Laporan dana operasional", _N, "laporan", (3, 3)),
            Ukuran("Hari penyampaian laporan", _W, "hari", (7, 10), _TURUN, _RATA),
        )),
    ),
    "guru": (
        Rhk("Terlaksananya pembelajaran yang berpusat pada peserta didik", _DIDIK,
            "Jurnal mengajar", (
            Ukuran("Dokumen perangkat pembelajaran", _N, "dokumen", (2, 4)),
            Ukuran("Kesesuaian pembelajaran dengan perangkat ajar", _K, "persen", (88, 94),
                   agregasi=_RATA),
            Ukuran("Pertemuan tatap muka", _N, "pertemuan", (66, 72)),
        )),
        Rhk("Tersusunnya hasil penilaian peserta didik", _DIDIK, "Daftar nilai", (
            Ukuran("Laporan evaluasi pembelajaran", _N, "laporan", (3, 4)),
            Ukuran("Hari pengembalian hasil penilaian", _W, "hari", (5, 7), _TURUN, _RATA),
        )),
        Rhk("Terdampinginya peserta didik yang memerlukan bantuan", _DIDIK, "Catatan bimbingan", (
            Ukuran("Peserta didik yang didampingi", _N, "siswa", (8, 16)),
        )),
    ),
    "kepala_pu": (
        Rhk("Meningkatnya jalan kota dalam kondisi mantap", "", "Survei kondisi jalan", (
            Ukuran("Panjang jalan dalam kondisi mantap", _N, "km", (212, 228), agregasi=_AKHIR),
            Ukuran("Persentase jalan mantap", _K, "persen", (84, 89), agregasi=_RASIO,
                   penyebut=(250, 260)),
        ), Perspektif.PENERIMA_LAYANAN),
        Rhk("Tertanganinya pengaduan prasarana", "", "Rekap pengaduan", (
            Ukuran("Hari penanganan pengaduan jalan rusak", _W, "hari", (6, 8), _TURUN, _RATA),
        ), Perspektif.PROSES_BISNIS),
        _KAS,
    ),
    "kabid_pu": (
        Rhk("Terlaksananya pemeliharaan rutin", _JALAN, "Laporan pemeliharaan", (
            Ukuran("Panjang jalan dan saluran yang dipelihara", _N, "km", (14, 22)),
            Ukuran("Pekerjaan tepat mutu", _K, "persen", (90, 94), agregasi=_RATA),
        )),
        Rhk("Terselesaikannya pekerjaan sesuai kontrak", _JALAN, "Kurva S", (
            Ukuran("Deviasi pelaksanaan pekerjaan", _W, "persen", (4, 6), _TURUN, _RATA),
        )),
    ),
    "teknik_jalan": (
        Rhk("Tersusunnya rencana teknis dan pengawasan pekerjaan", _JALAN, "Dokumen teknis", (
            Ukuran("Dokumen rencana teknis", _N, "dokumen", (4, 7)),
            Ukuran("Hari penyelesaian satu dokumen", _W, "hari", (12, 15), _TURUN, _RATA, lebar=2),
        )),
        Rhk("Terawasinya mutu pekerjaan di lapangan", _JALAN, "Berita acara uji mutu", (
            Ukuran("Titik uji mutu yang diperiksa", _N, "titik", (30, 48)),
            Ukuran("Titik uji yang memenuhi syarat", _K, "persen", (90, 94), agregasi=_RASIO,
                   penyebut=(30, 48)),
        )),
    ),
    "lapangan_jalan": (
        Rhk("Tertanganinya lubang dan saluran tersumbat", _JALAN, "Foto pekerjaan", (
            Ukuran("Lubang yang ditambal", _N, "titik", (70, 120)),
            Ukuran("Waktu tanggap laporan warga", _W, "hari", (2, 3), _TURUN, _RATA),
        )),
        Rhk("Terpeliharanya saluran drainase", _JALAN, "Laporan harian", (
            Ukuran("Saluran yang dibersihkan", _N, "meter", (900, 1500)),
        )),
    ),
    "kepala_lingkungan": (
        Rhk("Meningkatnya pengelolaan sampah kota", "", "Neraca sampah", (
            Ukuran("Sampah yang tertangani", _N, "ton", (9800, 11600)),
            Ukuran("Persentase pengurangan sampah", _K, "persen", (20, 25), agregasi=_RASIO,
                   penyebut=(14000, 16000)),
        ), Perspektif.PENERIMA_LAYANAN),
        Rhk("Terawasinya usaha yang berdampak lingkungan", "", "Berita acara pengawasan", (
            Ukuran("Usaha yang diawasi", _N, "usaha", (30, 45)),
        ), Perspektif.PROSES_BISNIS),
        _KAS,
    ),
    "kabid_lingkungan": (
        Rhk("Terangkutnya sampah tepat waktu", _LINGKUNGAN, "Laporan ritase", (
            Ukuran("Ritase pengangkutan", _N, "rit", (2100, 2900)),
            Ukuran("Pengaduan sampah menumpuk", _K, "pengaduan", (14, 20), _TURUN),
        )),
    ),
    "dampak_lingkungan": (
        Rhk("Terpantaunya mutu air dan udara", _LINGKUNGAN, "Hasil uji laboratorium", (
            Ukuran("Titik pantau yang diuji", _N, "titik", (10, 16)),
            Ukuran("Hari penerbitan hasil uji", _W, "hari", (10, 12), _TURUN, _RATA),
        )),
        Rhk("Terperiksanya dokumen lingkungan", _LINGKUNGAN, "Lembar pemeriksaan", (
            Ukuran("Dokumen yang diperiksa", _N, "dokumen", (12, 20)),
        )),
    ),
    "kebersihan": (
        Rhk("Bersihnya ruas jalan dan tempat umum", _LINGKUNGAN, "Catatan ritase", (
            Ukuran("Sampah yang diangkut", _N, "ton", (55, 90)),
            Ukuran("Ruas yang bersih saat diperiksa", _K, "persen", (84, 92), agregasi=_RASIO,
                   penyebut=(40, 60)),
        )),
    ),
    "kepala_kepegawaian": (
        Rhk("Meningkatnya kualitas layanan kepegawaian", "", "Survei layanan", (
            Ukuran("Indeks kepuasan layanan kepegawaian", _K, "indeks", (82, 86),
                   agregasi=_AKHIR),
        ), Perspektif.PENERIMA_LAYANAN),
        Rhk("Terlaksananya evaluasi kinerja seluruh ASN", "", "Rekap evaluasi kinerja", (
            Ukuran("Unit yang menyampaikan evaluasi tepat waktu", _W, "persen", (86, 92),
                   agregasi=_RASIO, penyebut=(60, 75)),
        ), Perspektif.PROSES_BISNIS),
        _KAS,
    ),
    "kabid_kepegawaian": (
        Rhk("Terselesaikannya usul kepegawaian", _ASN, "Rekap usul", (
            Ukuran("Usul yang diselesaikan", _N, "usul", (180, 280)),
            Ukuran("Hari penyelesaian usul", _W, "hari", (8, 10), _TURUN, _RATA),
        )),
        Rhk("Terkelolanya data ASN yang mutakhir", _ASN, "Laporan pemutakhiran", (
            Ukuran("Data ASN yang mutakhir", _K, "persen", (90, 94), agregasi=_RASIO,
                   penyebut=(5600, 6100)),
        )),
    ),
    "kepegawaian": (
        Rhk("Terprosesnya usul pangkat, jabatan, dan pensiun", _ASN, "Nota usul", (
            Ukuran("Usul yang diproses", _N, "usul", (40, 70)),
            Ukuran("Usul yang lengkap sejak pertama", _K, "persen", (88, 94), agregasi=_RASIO,
                   penyebut=(40, 70)),
            Ukuran("Hari pemrosesan usul", _W, "hari", (4, 5), _TURUN, _RATA),
        )),
        Rhk("Terdampinginya unit dalam penyusunan SKP", _ASN, "Daftar hadir bimbingan", (
            Ukuran("Unit yang didampingi", _N, "unit", (6, 10)),
        )),
    ),
})
# fmt: on
