"""Offices of the example city that serve people: health, registry, licensing, district."""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.model.law import CapaianOrganisasi, JenisJabatan, Jenjang
from kinerja_xlsx.run.demo.seed import WALIKOTA, Bidang, Post, UnitSeed
from kinerja_xlsx.run.demo.units_induk import BAIK, INDUK, ISTIMEWA, sekretariat

_JPT: Final = JenisJabatan.JPT
_ADM: Final = JenisJabatan.ADMINISTRATOR
_WAS: Final = JenisJabatan.PENGAWAS
_PEL: Final = JenisJabatan.PELAKSANA
_JF: Final = JenisJabatan.FUNGSIONAL
_MADYA: Final = Jenjang.AHLI_MADYA
_MUDA: Final = Jenjang.AHLI_MUDA
_PERTAMA: Final = Jenjang.AHLI_PERTAMA
_PENYELIA: Final = Jenjang.PENYELIA
_MAHIR: Final = Jenjang.MAHIR
_TERAMPIL: Final = Jenjang.TERAMPIL
_PEMULA: Final = Jenjang.PEMULA
_KABID: Final = "IV/a IV/b"
_S1: Final = "III/a III/b III/c"
_SMA: Final = "II/a II/b II/c II/d"
_KADINKES: Final = "DINKES/Kepala Dinas"
_SEKDA: Final = "SETDA/Sekretaris Daerah"

# fmt: off
LAYANAN: Final = (
    UnitSeed("DINKES", "Dinas Kesehatan",
        Post("Kepala Dinas", _JPT, None, "IV/c", 1, "kepala_kesehatan", "dokter_s2"), WALIKOTA, (
        sekretariat(4),
        Bidang("Bidang Pelayanan Kesehatan",
            Post("Kepala Bidang Pelayanan Kesehatan", _ADM, None, _KABID, 1, "kabid_kesehatan",
                 "kesmas2"), (
            Post("Administrator Kesehatan Ahli Muda", _JF, _MUDA, "III/c III/d", 5,
                 "promosi_kesehatan", "kesmas"),
            Post("Administrator Kesehatan Ahli Pertama", _JF, _PERTAMA, "III/a III/b IX", 10,
                 "promosi_kesehatan", "kesmas"),
        )),
        Bidang("Bidang Kesehatan Masyarakat",
            Post("Kepala Bidang Kesehatan Masyarakat", _ADM, None, _KABID, 1, "kabid_kesehatan",
                 "kesmas2"), (
            Post("Tenaga Promosi Kesehatan Ahli Muda", _JF, _MUDA, "III/c III/d", 4,
                 "promosi_kesehatan", "kesmas"),
            Post("Nutrisionis Ahli Pertama", _JF, _PERTAMA, "III/a III/b IX", 8,
                 "promosi_kesehatan", "kesmas"),
            Post("Sanitarian Terampil", _JF, _TERAMPIL, "II/c II/d VII", 4, "promosi_kesehatan",
                 "d3"),
        )),
        Bidang("UPT Laboratorium Kesehatan Daerah",
            Post("Kepala UPT Laboratorium Kesehatan Daerah", _WAS, None, "III/d", 0,
                 "kabid_kesehatan", "kesmas"), (
            Post("Pranata Laboratorium Kesehatan Mahir", _JF, _MAHIR, "III/a III/b", 5,
                 "laboratorium", "d3"),
        )),
    ), CapaianOrganisasi.BAIK, BAIK),
    UnitSeed("RSUD", "RSUD Kota Serang",
        Post("Direktur", _ADM, None, "IV/b", 1, "direktur_rsud", "dokter_s2"), _KADINKES, (
        Bidang("Bagian Tata Usaha",
            Post("Kepala Bagian Tata Usaha", _WAS, None, "III/d", 1, "sekretaris", "s2"), (
            Post("Penata Laporan Keuangan", _PEL, None, f"{_S1} IX", 6, "keuangan", "ekonomi"),
            Post("Pengadministrasi Perkantoran", _PEL, None, f"{_SMA} V PW", 6, "administrasi",
                 "sma"),
            Post("Pranata Komputer Terampil", _JF, _TERAMPIL, "II/c II/d VII", 2, "komputer",
                 "d3"),
        )),
        Bidang("Kelompok Staf Medis", None, (
            Post("Dokter Spesialis Ahli Madya", _JF, _MADYA, "IV/a IV/b", 8, "dokter_spesialis",
                 "spesialis"),
        )),
        Bidang("Bidang Pelayanan Medis",
            Post("Kepala Bidang Pelayanan Medis", _WAS, None, "III/d", 1, "kabid_kesehatan",
                 "dokter"), (
            Post("Dokter Ahli Muda", _JF, _MUDA, "III/c III/d", 6, "dokter", "dokter"),
            Post("Dokter Ahli Pertama", _JF, _PERTAMA, "III/b X", 8, "dokter", "dokter"),
        )),
        Bidang("Bidang Keperawatan",
            Post("Kepala Bidang Keperawatan", _WAS, None, "III/d", 1, "kabid_kesehatan", "ners"), (
            Post("Perawat Ahli Muda", _JF, _MUDA, "III/c III/d", 10, "perawat", "ners"),
            Post("Perawat Ahli Pertama", _JF, _PERTAMA, "III/a III/b IX IX", 20, "perawat",
                 "ners"),
            Post("Perawat Terampil", _JF, _TERAMPIL, "II/c II/d VII VII", 26, "perawat",
                 "perawat3"),
            Post("Bidan Terampil", _JF, _TERAMPIL, "II/c II/d VII", 8, "bidan", "bidan3"),
        )),
        Bidang("Bidang Penunjang",
            Post("Kepala Bidang Penunjang", _WAS, None, "III/d", 1, "kabid_kesehatan", "kesmas"), (
            Post("Apoteker Ahli Pertama", _JF, _PERTAMA, "III/b IX", 4, "farmasi", "apoteker"),
            Post("Asisten Apoteker Penyelia", _JF, _PENYELIA, "III/c III/d", 3, "farmasi", "d3"),
            Post("Pranata Laboratorium Kesehatan Terampil", _JF, _TERAMPIL, "II/c II/d VII", 6,
                 "laboratorium", "d3"),
            Post("Perekam Medis Terampil", _JF, _TERAMPIL, "II/c II/d VII", 6, "rekam_medis",
                 "d3"),
        )),
    ), CapaianOrganisasi.BAIK, BAIK, kode_induk="DINKES"),
    UnitSeed("PKM-SINGANDARU", "UPT Puskesmas Singandaru",
        Post("Kepala UPT Puskesmas", _WAS, None, "III/d", 1, "kepala_puskesmas", "dokter"),
        _KADINKES, (
        Bidang("Tata Usaha",
            Post("Kepala Subbagian Tata Usaha", _WAS, None, "III/c III/d", 1, "kasubbag", "s1"), (
            Post("Pengadministrasi Perkantoran", _PEL, None, f"{_SMA} V", 3, "administrasi",
                 "sma"),
            Post("Perekam Medis Terampil", _JF, _TERAMPIL, "II/c II/d VII", 3, "rekam_medis",
                 "d3"),
        )),
        Bidang("", None, (
            Post("Dokter Ahli Pertama", _JF, _PERTAMA, "III/b X", 4, "dokter", "dokter"),
            Post("Dokter Gigi Ahli Muda", _JF, _MUDA, "III/c III/d", 1, "dokter", "drg"),
            Post("Perawat Ahli Pertama", _JF, _PERTAMA, "III/a III/b IX", 5, "perawat", "ners"),
            Post("Perawat Terampil", _JF, _TERAMPIL, "II/c II/d VII", 8, "perawat", "perawat3"),
            Post("Bidan Ahli Pertama", _JF, _PERTAMA, "III/a III/b IX", 4, "bidan", "bidan"),
            Post("Bidan Terampil", _JF, _TERAMPIL, "II/c II/d VII", 8, "bidan", "bidan3"),
            Post("Apoteker Ahli Pertama", _JF, _PERTAMA, "III/b IX", 1, "farmasi", "apoteker"),
            Post("Tenaga Promosi Kesehatan Ahli Pertama", _JF, _PERTAMA, "III/a IX", 2,
                 "promosi_kesehatan", "kesmas"),
            Post("Sanitarian Terampil", _JF, _TERAMPIL, "II/c VII", 2, "promosi_kesehatan", "d3"),
        )),
    ), CapaianOrganisasi.ISTIMEWA, ISTIMEWA, kode_induk="DINKES"),
    UnitSeed("DISDUKCAPIL", "Dinas Kependudukan dan Pencatatan Sipil",
        Post("Kepala Dinas", _JPT, None, "IV/c", 1, "kepala_dukcapil", "s2"), WALIKOTA, (
        sekretariat(3),
        Bidang("Bidang Pelayanan Pendaftaran Penduduk",
            Post("Kepala Bidang Pelayanan Pendaftaran Penduduk", _ADM, None, _KABID, 1,
                 "kabid_dukcapil", "s2"), (
            Post("Administrator Database Kependudukan Ahli Pertama", _JF, _PERTAMA,
                 "III/a III/b IX", 6, "adminduk", "komputer"),
            Post("Operator Sistem Informasi Administrasi Kependudukan Terampil", _JF, _TERAMPIL,
                 "II/c II/d VII", 14, "adminduk", "d3"),
        )),
        Bidang("Bidang Pencatatan Sipil",
            Post("Kepala Bidang Pencatatan Sipil", _ADM, None, _KABID, 1, "kabid_dukcapil",
                 "hukum"), (
            Post("Penata Layanan Operasional", _PEL, None, f"{_S1} IX", 6, "adminduk", "s1"),
            Post("Operator Layanan Operasional", _PEL, None, f"{_SMA} V PW", 8, "adminduk",
                 "sma"),
        )),
    ), CapaianOrganisasi.BAIK, BAIK),
    UnitSeed("DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
        Post("Kepala Dinas", _JPT, None, "IV/c", 1, "kepala_izin", "s2"), WALIKOTA, (
        sekretariat(2),
        Bidang("Bidang Pelayanan Perizinan",
            Post("Kepala Bidang Pelayanan Perizinan", _ADM, None, _KABID, 1, "kabid_izin", "s2"), (
            Post("Penata Perizinan Ahli Muda", _JF, _MUDA, "III/c III/d", 4, "perizinan", "s1"),
            Post("Penata Perizinan Ahli Pertama", _JF, _PERTAMA, "III/a III/b IX", 7, "perizinan",
                 "s1"),
        )),
        Bidang("Bidang Penanaman Modal",
            Post("Kepala Bidang Penanaman Modal", _ADM, None, _KABID, 1, "kabid_izin", "ekonomi"),
            (
            Post("Penata Kelola Penanaman Modal Ahli Muda", _JF, _MUDA, "III/c III/d", 3,
                 "perizinan", "ekonomi"),
            Post("Operator Layanan Operasional", _PEL, None, f"{_SMA} V", 5, "administrasi",
                 "sma"),
        )),
    ), None, BAIK),
    UnitSeed("DINSOS", "Dinas Sosial",
        Post("Kepala Dinas", _JPT, None, "IV/c", 1, "kepala_sosial", "s2"), WALIKOTA, (
        sekretariat(2),
        Bidang("Bidang Perlindungan dan Jaminan Sosial",
            Post("Kepala Bidang Perlindungan dan Jaminan Sosial", _ADM, None, _KABID, 1,
                 "kabid_sosial", "s2"), (
            Post("Pekerja Sosial Ahli Muda", _JF, _MUDA, "III/c III/d", 3, "pekerja_sosial", "s1"),
            Post("Pekerja Sosial Ahli Pertama", _JF, _PERTAMA, "III/a III/b IX", 8,
                 "pekerja_sosial", "s1"),
            Post("Penyuluh Sosial Pemula", _JF, _PEMULA, "II/a V", 5, "pekerja_sosial", "sma"),
        )),
    ), CapaianOrganisasi.BAIK, BAIK),
    UnitSeed("KEC-CURUG", "Kecamatan Curug",
        Post("Camat", _ADM, None, _KABID, 1, "camat", "s2"), _SEKDA, (
        Bidang("Sekretariat Kecamatan",
            Post("Sekretaris Camat", _ADM, None, "III/d IV/a", 1, "sekretaris", "s1"), (
            Post("Kepala Subbagian Umum", _WAS, None, "III/c III/d", 1, "kasubbag", "s1"),
            Post("Penata Laporan Keuangan", _PEL, None, f"{_S1} IX", 2, "keuangan", "ekonomi"),
            Post("Pengadministrasi Perkantoran", _PEL, None, f"{_SMA} V PW", 8,
                 "pelayanan_wilayah", "sma"),
        )),
        Bidang("Kelurahan Curug", Post("Lurah Curug", _WAS, None, "III/d", 1, "lurah", "s1"), (
            Post("Pengelola Layanan Kelurahan", _PEL, None, "II/c II/d III/a V", 5,
                 "pelayanan_wilayah", "sma"),
        )),
        Bidang("Kelurahan Cipete", Post("Lurah Cipete", _WAS, None, "III/d", 1, "lurah", "s1"), (
            Post("Pengelola Layanan Kelurahan", _PEL, None, "II/c II/d III/a V", 5,
                 "pelayanan_wilayah", "sma"),
        )),
        Bidang("Kelurahan Kemanisan",
            Post("Lurah Kemanisan", _WAS, None, "III/d", 0, "lurah", "s1"), (
            Post("Pengelola Layanan Kelurahan", _PEL, None, "II/c II/d III/a V", 4,
                 "pelayanan_wilayah", "sma"),
        )),
    ), CapaianOrganisasi.BAIK, BAIK),
)
# fmt: on

_ORDER: Final = (
    "SETDA", "BKPSDM", "DINKES", "RSUD", "PKM-SINGANDARU", "DISDUKCAPIL",
    "DINDIKBUD", "DPUPR", "DLH", "DPMPTSP", "DINSOS", "KEC-CURUG",
)  # fmt: skip
UNITS: Final = tuple(sorted((*INDUK, *LAYANAN), key=lambda unit: _ORDER.index(unit.kode)))
