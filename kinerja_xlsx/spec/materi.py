"""What to explain in a training, by issue code: kind topics instead of lists of faults."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import IssueCode

C = IssueCode


class Materi(Enum):
    """A topic that a training can take up; the value is what people read."""

    BERKAS = "Menyimpan dan mengirim berkas"
    TEMPLAT = "Memakai templat apa adanya"
    NIP = "Menulis NIP"
    ANGKA = "Menulis angka"
    TANGGAL = "Menulis tanggal"
    NILAI = "Menempel nilai, bukan rumus"
    PILIHAN = "Memilih dari daftar dan merapikan teks"
    LENGKAP = "Melengkapi isian"
    PEGAWAI = "Mencocokkan pegawai, jabatan, dan penilai"
    INDIKATOR = "Menyusun hasil kerja dan indikator"
    PENILAIAN = "Mengisi penilaian dan kehadiran"


_CODES: Final = MappingProxyType({
    Materi.BERKAS: (
        C.BRK_01, C.BRK_02, C.BRK_03, C.BRK_04, C.BRK_07, C.BRK_08, C.BRK_12, C.BRK_13, C.BRK_14,
        C.BRK_19, C.BRK_24, C.LBK_01, C.LBK_02, C.LBK_04,
    ),
    Materi.TEMPLAT: (
        C.BRK_09, C.BRK_10, C.BRK_11, C.BRK_17, C.BRK_18, C.LBR_01, C.LBR_02, C.LBR_03, C.LBR_04,
        C.LBR_05, C.LBR_06, C.LBR_07, C.LBR_08, C.LBR_09, C.LBR_10, C.LBR_11, C.LBR_13, C.LBR_14,
        C.LBR_15, C.LBR_16, C.LBR_17, C.BRS_01, C.BRS_02, C.BRS_03,
    ),
    Materi.NIP: (C.SEL_11, C.SEL_12, C.SEL_13, C.SEL_14, C.SEL_15, C.SEL_16, C.BRS_22),
    Materi.ANGKA: (
        C.SEL_02, C.SEL_05, C.SEL_10, C.SEL_19, C.SEL_24, C.SEL_25, C.SEL_26, C.SEL_27, C.SEL_30,
        C.SEL_33,
    ),
    Materi.TANGGAL: (C.SEL_03, C.SEL_17, C.SEL_18, C.SEL_20, C.BRS_10, C.BRS_20),
    Materi.NILAI: (C.SEL_21, C.SEL_22, C.SEL_23, C.SEL_32, C.BRK_15),
    Materi.PILIHAN: (
        C.SEL_04, C.SEL_06, C.SEL_07, C.SEL_08, C.SEL_09, C.SEL_28, C.SEL_29, C.SEL_31, C.SEL_34,
        C.SEL_35,
    ),
    Materi.LENGKAP: (
        C.LBR_12, C.BRS_04, C.BRS_05, C.BRS_11, C.BRS_13, C.SEL_01, C.LTS_07, C.LTS_19, C.LTS_20,
    ),
    Materi.PEGAWAI: (
        C.BRS_06, C.BRS_07, C.BRS_09, C.BRS_12, C.BRS_18, C.BRS_23, C.LTS_04, C.LTS_05, C.LTS_06,
    ),
    Materi.INDIKATOR: (
        C.BRS_14, C.LTS_01, C.LTS_02, C.LTS_03, C.LTS_10, C.LTS_11, C.LTS_13, C.LTS_14,
    ),
    Materi.PENILAIAN: (C.BRS_19, C.BRS_21, C.LTS_17),
})  # fmt: skip
MATERI: Final[Mapping[IssueCode, Materi]] = MappingProxyType(
    {code: materi for materi, codes in _CODES.items() for code in codes}
)
"""What helps against an issue; codes that say nothing of how a workbook was filled have none."""
