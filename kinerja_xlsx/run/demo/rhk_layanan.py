"""Work of public service offices: registry, licensing, social care, district. Invented figures."""

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
_DUKCAPIL: Final = "Meningkatnya cakupan kepemilikan dokumen kependudukan"
_IZIN: Final = "Meningkatnya kemudahan perizinan dan realisasi investasi"
_SOSIAL: Final = "Meningkatnya perlindungan dan jaminan sosial"
_CAMAT: Final = "Meningkatnya pelayanan publik kecamatan dan kelurahan"

# fmt: off
LAYANAN: Final = MappingProxyType({
    "kepala_dukcapil": (
        Rhk("Meningkatnya cakupan dokumen kependudukan", "", "Laporan cakupan dokumen", (
            Ukuran("Cakupan kepemilikan akta kelahiran", _N, "persen", (94, 96), agregasi=_RASIO,
                   penyebut=(210000, 225000)),
            Ukuran("Cakupan kartu identitas anak", _N, "persen", (55, 62), agregasi=_RASIO,
                   penyebut=(190000, 205000)),
        ), Perspektif.PENERIMA_LAYANAN),
        Rhk("Dipercepatnya penerbitan dokumen", "", "Rekap waktu layanan", (
            Ukuran("Rata-rata hari penerbitan dokumen", _W, "hari", (2, 3), _TURUN, _RATA),
        ), Perspektif.PROSES_BISNIS),
        Rhk("Meningkatnya pemanfaatan data kependudukan", "", "Perjanjian kerja sama", (
            Ukuran("Lembaga yang memanfaatkan data", _N, "lembaga", (8, 12)),
        ), Perspektif.PENGUATAN_INTERNAL),
        Rhk("Terserapnya anggaran sesuai rencana kas", "", "Laporan realisasi anggaran", (
            Ukuran("Persentase serapan anggaran triwulan", _B, "persen", (18, 22),
                   agregasi=_AKHIR),
        ), Perspektif.ANGGARAN),
    ),
    "kabid_dukcapil": (
        Rhk("Terbitnya dokumen kependudukan tepat waktu", _DUKCAPIL, "Rekap penerbitan", (
            Ukuran("Dokumen yang diterbitkan bidang", _N, "dokumen", (9000, 14000)),
            Ukuran("Dokumen yang terbit dalam satu hari", _W, "persen", (84, 92), agregasi=_RASIO,
                   penyebut=(9000, 14000)),
        )),
        Rhk("Terjangkaunya warga melalui layanan keliling", _DUKCAPIL, "Jadwal layanan keliling", (
            Ukuran("Layanan keliling ke kelurahan", _N, "kegiatan", (12, 18)),
            Ukuran("Pengaduan layanan", _K, "pengaduan", (6, 10), _TURUN),
        )),
    ),
    "adminduk": (
        Rhk("Terprosesnya permohonan dokumen kependudukan", _DUKCAPIL, "Rekap aplikasi SIAK", (
            Ukuran("Permohonan yang diproses", _N, "permohonan", (700, 1100)),
            Ukuran("Berkas yang benar sejak pertama", _K, "persen", (92, 95), agregasi=_RASIO,
                   penyebut=(700, 1100)),
            Ukuran("Waktu proses satu permohonan", _W, "menit", (15, 20), _TURUN, _RATA),
        )),
        Rhk("Meningkatnya perekaman KTP elektronik", _DUKCAPIL, "Rekap perekaman", (
            Ukuran("Warga yang direkam", _N, "orang", (160, 260)),
        )),
    ),
    "kepala_izin": (
        Rhk("Meningkatnya kepuasan pelaku usaha", "", "Survei kepuasan masyarakat", (
            Ukuran("Indeks kepuasan masyarakat perizinan", _K, "indeks", (84, 87),
                   agregasi=_AKHIR),
            Ukuran("Realisasi investasi", _N, "miliar rupiah", (420, 560)),
        ), Perspektif.PENERIMA_LAYANAN),
        Rhk("Dipercepatnya penerbitan izin", "", "Rekap sistem perizinan", (
            Ukuran("Rata-rata hari penerbitan izin", _W, "hari", (4, 5), _TURUN, _RATA),
        ), Perspektif.PROSES_BISNIS),
        Rhk("Terserapnya anggaran sesuai rencana kas", "", "Laporan realisasi anggaran", (
            Ukuran("Persentase serapan anggaran triwulan", _B, "persen", (18, 22),
                   agregasi=_AKHIR),
        ), Perspektif.ANGGARAN),
    ),
    "kabid_izin": (
        Rhk("Terbitnya izin sesuai standar pelayanan", _IZIN, "Rekap izin terbit", (
            Ukuran("Izin yang diterbitkan", _N, "izin", (380, 560)),
            Ukuran("Izin yang terbit sesuai janji layanan", _W, "persen", (88, 94),
                   agregasi=_RASIO, penyebut=(380, 560)),
        )),
        Rhk("Terselesaikannya pengaduan perizinan", _IZIN, "Buku pengaduan", (
            Ukuran("Pengaduan yang diselesaikan", _K, "persen", (80, 84), agregasi=_RATA,
                   lebar=6),
        )),
    ),
    "perizinan": (
        Rhk("Terverifikasinya berkas permohonan izin", _IZIN, "Lembar verifikasi", (
            Ukuran("Berkas yang diverifikasi", _N, "berkas", (90, 160)),
            Ukuran("Waktu verifikasi satu berkas", _W, "hari", (3, 4), _TURUN, _RATA),
        )),
        Rhk("Terdampinginya pelaku usaha mikro", _IZIN, "Daftar hadir klinik", (
            Ukuran("Pelaku usaha yang didampingi", _N, "orang", (30, 55)),
            Ukuran("Kepuasan pelaku usaha", _K, "persen", (86, 91), agregasi=_RATA),
        )),
    ),
    "kepala_sosial": (
        Rhk("Meningkatnya perlindungan warga rentan", "", "Data terpadu kesejahteraan", (
            Ukuran("Warga rentan yang menerima layanan", _N, "orang", (1800, 2400)),
            Ukuran("Ketepatan sasaran bantuan", _K, "persen", (88, 93), agregasi=_RASIO,
                   penyebut=(1800, 2400)),
        ), Perspektif.PENERIMA_LAYANAN),
        Rhk("Terserapnya anggaran sesuai rencana kas", "", "Laporan realisasi anggaran", (
            Ukuran("Persentase serapan anggaran triwulan", _B, "persen", (18, 22),
                   agregasi=_AKHIR),
        ), Perspektif.ANGGARAN),
    ),
    "kabid_sosial": (
        Rhk("Tersalurnya bantuan sosial tepat sasaran", _SOSIAL, "Berita acara penyaluran", (
            Ukuran("Keluarga penerima bantuan", _N, "keluarga", (700, 1100)),
            Ukuran("Hari penyaluran sejak ditetapkan", _W, "hari", (8, 10), _TURUN, _RATA),
        )),
    ),
    "pekerja_sosial": (
        Rhk("Tertanganinya warga yang memerlukan layanan sosial", _SOSIAL, "Catatan kasus", (
            Ukuran("Kasus yang ditangani", _N, "kasus", (22, 40)),
            Ukuran("Kasus yang selesai", _K, "persen", (80, 88), agregasi=_RASIO,
                   penyebut=(22, 40)),
            Ukuran("Waktu tanggap laporan warga", _W, "jam", (20, 24), _TURUN, _RATA),
        )),
        Rhk("Termutakhirkannya data kesejahteraan sosial", _SOSIAL, "Berita acara musyawarah", (
            Ukuran("Keluarga yang datanya diperiksa", _N, "keluarga", (120, 200)),
        )),
    ),
    "camat": (
        Rhk("Meningkatnya kepuasan warga kecamatan", "Meningkatnya kualitas pelayanan publik",
            "Survei kepuasan masyarakat", (
            Ukuran("Indeks kepuasan masyarakat kecamatan", _K, "indeks", (82, 86),
                   agregasi=_AKHIR),
            Ukuran("Pengaduan warga yang diselesaikan", _K, "persen", (84, 92), agregasi=_RASIO,
                   penyebut=(40, 70)),
        )),
        Rhk("Terbinanya kelurahan", "Meningkatnya tata kelola pemerintahan wilayah",
            "Berita acara pembinaan", (
            Ukuran("Kelurahan yang dibina", _N, "kelurahan", (8, 10)),
        )),
    ),
    "lurah": (
        Rhk("Terlayaninya surat keterangan warga", _CAMAT, "Buku register surat", (
            Ukuran("Surat keterangan yang diterbitkan", _N, "surat", (240, 420)),
            Ukuran("Waktu penerbitan surat", _W, "menit", (20, 30), _TURUN, _RATA),
        )),
        Rhk("Tergeraknya gotong royong dan musyawarah warga", _CAMAT, "Notula musyawarah", (
            Ukuran("Musyawarah dan kerja bakti", _N, "kegiatan", (6, 9)),
            Ukuran("Lunas PBB wilayah", _B, "persen", (18, 24), agregasi=_AKHIR),
        )),
    ),
    "pelayanan_wilayah": (
        Rhk("Terlayaninya warga di loket", _CAMAT, "Buku tamu layanan", (
            Ukuran("Warga yang dilayani", _N, "orang", (180, 320)),
            Ukuran("Waktu tunggu di loket", _W, "menit", (10, 14), _TURUN, _RATA),
        )),
        Rhk("Tersusunnya data wilayah", _CAMAT, "Monografi", (
            Ukuran("Data RT/RW yang dimutakhirkan", _N, "RT", (18, 30)),
        )),
    ),
})
# fmt: on
