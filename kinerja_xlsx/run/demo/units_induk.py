"""Offices of the example city that serve the others, and those for schools, roads and waste."""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.model.law import CapaianOrganisasi, JenisJabatan, Jenjang, Pendekatan
from kinerja_xlsx.run.demo.seed import WALIKOTA, Bidang, Pattern, Post, UnitSeed

_JPT: Final = JenisJabatan.JPT
_ADM: Final = JenisJabatan.ADMINISTRATOR
_WAS: Final = JenisJabatan.PENGAWAS
_PEL: Final = JenisJabatan.PELAKSANA
_JF: Final = JenisJabatan.FUNGSIONAL
_MADYA: Final = Jenjang.AHLI_MADYA
_MUDA: Final = Jenjang.AHLI_MUDA
_PERTAMA: Final = Jenjang.AHLI_PERTAMA
_MAHIR: Final = Jenjang.MAHIR
_TERAMPIL: Final = Jenjang.TERAMPIL
_KABID: Final = "IV/a IV/b"
_S1: Final = "III/a III/b III/c"
_SMA: Final = "II/a II/b II/c II/d"

BAIK: Final = Pattern(0.64, 0.08, 0.03, 0.01)
ISTIMEWA: Final = Pattern(0.34, 0.04, 0.01, 0.0)
BUTUH_PERBAIKAN: Final = Pattern(0.26, 0.66, 0.03, 0.0)
TIDAK_SESUAI: Final = Pattern(0.84, 0.0, 0.0, 0.0)
"""Breaks the pattern of «Baik»: too many Baik, and nobody below."""


def sekretariat(staf: int = 4) -> Bidang:
    """Make the secretariat that every dinas and badan has, with so many staff of each kind."""
    return Bidang("Sekretariat", Post("Sekretaris", _ADM, None, _KABID, 1, "sekretaris", "s2"), (
        Post("Kepala Subbagian Umum dan Kepegawaian", _WAS, None, "III/c III/d", 1, "kasubbag",
             "s1"),
        Post("Kepala Subbagian Keuangan", _WAS, None, "III/c III/d", 1, "kasubbag",
             "ekonomi"),
        Post("Perencana Ahli Muda", _JF, _MUDA, "III/c III/d", 1, "perencana", "s1"),
        Post("Penata Laporan Keuangan", _PEL, None, f"{_S1} IX", staf, "keuangan", "ekonomi"),
        Post("Pengadministrasi Perkantoran", _PEL, None, f"{_SMA} V PW", staf, "administrasi",
             "sma"),
    ))  # fmt: skip


# fmt: off
INDUK: Final = (
    UnitSeed("SETDA", "Sekretariat Daerah",
        Post("Sekretaris Daerah", _JPT, None, "IV/d", 1, "setda_pimpinan", "doktor"), WALIKOTA, (
        Bidang("", None, (
            Post("Asisten Pemerintahan dan Kesejahteraan Rakyat", _JPT, None, "IV/c", 1,
                 "setda_pimpinan", "s2"),
            Post("Asisten Perekonomian dan Pembangunan", _JPT, None, "IV/c", 1, "setda_pimpinan",
                 "s2"),
            Post("Asisten Administrasi Umum", _JPT, None, "IV/c", 1, "setda_pimpinan", "s2"),
        )),
        Bidang("Bagian Organisasi",
            Post("Kepala Bagian Organisasi", _ADM, None, _KABID, 1, "setda_bagian", "s2"), (
            Post("Analis Kebijakan Ahli Muda", _JF, _MUDA, "III/c III/d", 3, "setda_staf", "s1"),
            Post("Penelaah Teknis Kebijakan", _PEL, None, f"{_S1} IX", 9, "setda_staf", "s1"),
        ), "Asisten Administrasi Umum"),
        Bidang("Bagian Hukum",
            Post("Kepala Bagian Hukum", _ADM, None, _KABID, 1, "setda_bagian", "hukum"), (
            Post("Perancang Peraturan Perundang-undangan Ahli Pertama", _JF, _PERTAMA,
                 "III/a III/b", 3, "setda_staf", "hukum"),
            Post("Pengadministrasi Hukum", _PEL, None, f"{_SMA} V", 7, "setda_staf", "sma"),
        ), "Asisten Pemerintahan dan Kesejahteraan Rakyat"),
        Bidang("Bagian Umum",
            Post("Kepala Bagian Umum", _ADM, None, _KABID, 1, "setda_bagian", "s1"), (
            Post("Arsiparis Terampil", _JF, _TERAMPIL, "II/c II/d VII", 4, "setda_staf", "d3"),
            Post("Pengelola Umum Operasional", _PEL, None, "II/a II/b V PW", 9, "setda_staf",
                 "sma"),
        ), "Asisten Administrasi Umum"),
    ), CapaianOrganisasi.BAIK, BAIK, Pendekatan.KUALITATIF),
    UnitSeed("BKPSDM", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
        Post("Kepala Badan", _JPT, None, "IV/c", 1, "kepala_kepegawaian", "s2"), WALIKOTA, (
        sekretariat(3),
        Bidang("Bidang Mutasi dan Promosi",
            Post("Kepala Bidang Mutasi dan Promosi", _ADM, None, _KABID, 1, "kabid_kepegawaian",
                 "s2"), (
            Post("Analis Sumber Daya Manusia Aparatur Ahli Muda", _JF, _MUDA, "III/c III/d", 4,
                 "kepegawaian", "s1"),
            Post("Penelaah Teknis Kebijakan", _PEL, None, f"{_S1} IX", 6, "kepegawaian", "s1"),
        )),
        Bidang("Bidang Penilaian Kinerja",
            Post("Kepala Bidang Penilaian Kinerja", _ADM, None, _KABID, 1, "kabid_kepegawaian",
                 "s1"), (
            Post("Analis Sumber Daya Manusia Aparatur Ahli Pertama", _JF, _PERTAMA,
                 "III/a III/b IX", 9, "kepegawaian", "s1"),
            Post("Pranata Komputer Ahli Pertama", _JF, _PERTAMA, "III/a III/b IX", 2, "komputer",
                 "komputer"),
        )),
    ), CapaianOrganisasi.ISTIMEWA, ISTIMEWA, is_weighted=True),
    UnitSeed("DINDIKBUD", "Dinas Pendidikan dan Kebudayaan",
        Post("Kepala Dinas", _JPT, None, "IV/c", 1, "kepala_pendidikan", "s2"), WALIKOTA, (
        sekretariat(5),
        Bidang("Bidang Pembinaan SMP",
            Post("Kepala Bidang Pembinaan SMP", _ADM, None, _KABID, 1, "kabid_pendidikan", "s2"), (
            Post("Penelaah Teknis Kebijakan", _PEL, None, f"{_S1} IX", 5, "administrasi", "s1"),
        )),
        Bidang("SMP Negeri 3 Kota Serang",
            Post("Kepala SMP Negeri 3", _JF, _MADYA, "IV/a IV/b", 1, "kepala_sekolah", "pgs2"), (
            Post("Guru Ahli Madya", _JF, _MADYA, "IV/a", 6, "guru", "guru"),
            Post("Guru Ahli Muda", _JF, _MUDA, "III/c III/d", 10, "guru", "guru"),
            Post("Guru Ahli Pertama", _JF, _PERTAMA, "III/a III/b IX IX", 26, "guru", "guru"),
            Post("Pengadministrasi Sekolah", _PEL, None, "II/a II/b V PW", 4, "administrasi",
                 "sma"),
        ), "Kepala Bidang Pembinaan SMP"),
        Bidang("SD Negeri Cipare",
            Post("Kepala SD Negeri Cipare", _JF, _MADYA, "IV/a", 1, "kepala_sekolah", "pgs2"), (
            Post("Guru Kelas Ahli Muda", _JF, _MUDA, "III/c III/d", 6, "guru", "guru"),
            Post("Guru Kelas Ahli Pertama", _JF, _PERTAMA, "III/a III/b IX IX", 16, "guru",
                 "guru"),
        ), "Kepala Bidang Pembinaan SMP"),
    ), CapaianOrganisasi.BAIK, BAIK),
    UnitSeed("DPUPR", "Dinas Pekerjaan Umum dan Penataan Ruang",
        Post("Kepala Dinas", _JPT, None, "IV/c", 1, "kepala_pu", "teknik2"), WALIKOTA, (
        sekretariat(),
        Bidang("Bidang Bina Marga",
            Post("Kepala Bidang Bina Marga", _ADM, None, _KABID, 1, "kabid_pu", "teknik2"), (
            Post("Teknik Jalan dan Jembatan Ahli Muda", _JF, _MUDA, "III/c III/d", 4,
                 "teknik_jalan", "teknik"),
            Post("Teknik Jalan dan Jembatan Ahli Pertama", _JF, _PERTAMA, "III/a III/b IX", 5,
                 "teknik_jalan", "teknik"),
            Post("Petugas Pemeliharaan Jalan", _PEL, None, "II/a II/b V PW", 15, "lapangan_jalan",
                 "sma"),
        )),
        Bidang("Bidang Sumber Daya Air",
            Post("Kepala Bidang Sumber Daya Air", _ADM, None, _KABID, 1, "kabid_pu", "teknik"), (
            Post("Teknik Pengairan Ahli Muda", _JF, _MUDA, "III/c III/d", 3, "teknik_jalan",
                 "teknik"),
            Post("Petugas Operasi Pintu Air", _PEL, None, "II/a II/b V PW", 8, "lapangan_jalan",
                 "sma"),
        )),
    ), CapaianOrganisasi.BAIK, TIDAK_SESUAI),
    UnitSeed("DLH", "Dinas Lingkungan Hidup",
        Post("Kepala Dinas", _JPT, None, "IV/c", 0, "kepala_lingkungan", "s2"), WALIKOTA, (
        sekretariat(3),
        Bidang("Bidang Pengelolaan Sampah",
            Post("Kepala Bidang Pengelolaan Sampah", _ADM, None, _KABID, 1, "kabid_lingkungan",
                 "s2"), (
            Post("Petugas Kebersihan", _PEL, None, "I/c I/d II/a V PW", 18, "kebersihan", "sma"),
        )),
        Bidang("Bidang Pengendalian Pencemaran",
            Post("Kepala Bidang Pengendalian Pencemaran", _ADM, None, _KABID, 1,
                 "kabid_lingkungan", "teknik"), (
            Post("Pengendali Dampak Lingkungan Ahli Muda", _JF, _MUDA, "III/c III/d", 3,
                 "dampak_lingkungan", "teknik"),
            Post("Pengendali Dampak Lingkungan Ahli Pertama", _JF, _PERTAMA, "III/a III/b IX", 5,
                 "dampak_lingkungan", "teknik"),
            Post("Pengawas Lingkungan Hidup Mahir", _JF, _MAHIR, "III/a III/b", 2,
                 "dampak_lingkungan", "d3"),
        )),
    ), CapaianOrganisasi.BUTUH_PERBAIKAN, BUTUH_PERBAIKAN),
)
# fmt: on
