"""What arrives in `input/`: one workbook for most offices, and much else beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.run.demo import foreign
from kinerja_xlsx.run.demo.draft import HASIL, PENILAIAN
from kinerja_xlsx.run.demo.edits import Edit, Label, Meta, NoRows
from kinerja_xlsx.run.demo.edits_layout import Bloat, FarCell, Heading, NoHeadings, RenameSheet
from kinerja_xlsx.spec.pegawai import PegawaiRow

C = IssueCode
SKP_PUSKESMAS: Final = "SKP-PKM-SINGANDARU"
SKP_BKPSDM: Final = "SKP-BKPSDM"
SILENT_UNIT: Final = "DINSOS"
"""The office that has not sent anything: LBK-06."""
_SCHOOLS: Final = ("SMP Negeri 3 Kota Serang", "SD Negeri Cipare")
_BLANKS: Final = 8 << 20
_FEW: Final = 3


def _everyone(row: PegawaiRow) -> bool:
    return bool(row.nip)


def _in_schools(row: PegawaiRow) -> bool:
    return row.unit_kerja in _SCHOOLS


def _outside_schools(row: PegawaiRow) -> bool:
    return row.unit_kerja not in _SCHOOLS


def _in_curug(row: PegawaiRow) -> bool:
    return row.unit_kerja == "Kelurahan Curug"


@dataclass(frozen=True, slots=True)
class Parcel:
    """One workbook that an office sends.

    Attributes:
        key: Name in the table of faults.
        unit: Kode Unit.
        path: Path below `input/`; `{periode}` stands for the code of the period.
        wanted: Tells who is in it.
    """

    key: str
    unit: str
    path: str
    wanted: Callable[[PegawaiRow], bool] = _everyone


# fmt: off
PARCELS: Final = (
    Parcel("SETDA", "SETDA", "Isian_SETDA_{periode}.xlsx"),
    Parcel("BKPSDM", "BKPSDM", "Isian_BKPSDM_{periode}.xlsx"),
    Parcel("DINKES", "DINKES", "Isian_DINKES_{periode}.xlsx"),
    Parcel("RSUD", "RSUD", "kiriman/Isian_RSUD_{periode} (2).xlsx"),
    Parcel("PKM-SINGANDARU", "PKM-SINGANDARU", "kiriman/puskesmas singandaru fix.xlsx"),
    Parcel("DISDUKCAPIL", "DISDUKCAPIL", "Isian_DISDUKCAPIL_{periode}.xlsx"),
    Parcel("DINDIKBUD", "DINDIKBUD", "dindikbud/Isian_DINDIKBUD dinas.xlsx", _outside_schools),
    Parcel("SEKOLAH", "DINDIKBUD", "dindikbud/SMPN 3 dan SDN Cipare.xlsx", _in_schools),
    Parcel("DPUPR", "DPUPR", "Isian_DPUPR_{periode}.xlsx"),
    Parcel("DLH", "DLH", "Isian_DLH_{periode}.xlsx"),
    Parcel("DPMPTSP", "DPMPTSP", "Isian_DPMPTSP_{periode}.xlsx"),
    Parcel("KEC-CURUG", "KEC-CURUG", "Isian_KEC-CURUG_{periode}.xlsx"),
    Parcel("KEC-CURUG-ULANG", "KEC-CURUG", "kiriman/kec curug rev01.xlsx", _in_curug),
)


PLANS: Final = (
    Parcel(SKP_PUSKESMAS, "PKM-SINGANDARU", "skp/SKP_PKM-SINGANDARU_{tahun}.xlsx"),
    Parcel(SKP_BKPSDM, "BKPSDM", "skp/SKP_BKPSDM_{tahun}.xlsx"),
)
"""The yearly plans that were sent; `{tahun}` stands for the year."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A small Isian that is refused as a whole; a few people of `unit` stand in it."""

    path: str
    code: IssueCode
    what: str
    unit: str
    edits: tuple[Edit, ...]
    people: int = _FEW


REFUSED: Final = (
    Refused("kiriman/Isian_DISKOMINFO_{periode}.xlsx", C.BRK_12,
            "Unit yang belum terdaftar di Pengaturan", "SETDA",
            (Label("kode_unit", "DISKOMINFO"), Label("nama_unit", "Dinas Kominfo"),
             Meta("kode_unit", "DISKOMINFO"))),
    Refused("kiriman/Isian_DLH_lama.xlsx", C.BRK_13,
            "Periode tahun lalu, belum dibuka", "DLH",
            (Label("periode", "2024-TW4"), Meta("periode", "2024-TW4"))),
    Refused("kiriman/Isian_DPUPR salin dari DLH.xlsx", C.BRK_18,
            "Isian disalin ke berkas milik unit lain", "DLH",
            (Label("kode_unit", "DPUPR"),)),
    Refused("kiriman/singandaru tanpa penilaian.xlsx", C.LBR_01,
            "Lembar Penilaian berganti nama dan judulnya terhapus", "PKM-SINGANDARU",
            (NoHeadings(PENILAIAN), RenameSheet(PENILAIAN, "Sheet4"))),
    Refused("kiriman/dinkes tempel nilai.xlsx", C.LBR_05,
            "Baris judul Hasil Kerja terhapus", "DINKES", (NoHeadings(HASIL),)),
    Refused("kiriman/bkpsdm kolom lama.xlsx", C.LBR_06,
            "Judul Rencana Hasil Kerja diganti", "BKPSDM",
            (Heading(HASIL, "rencana_hasil_kerja", "Sasaran"),)),
    Refused("kiriman/dpmptsp kolom ganda.xlsx", C.LBR_08,
            "Judul Realisasi muncul dua kali", "DPMPTSP",
            (Heading(HASIL, "bukti_dukung", "Realisasi"),)),
    Refused("kiriman/Isian_SETDA kosong.xlsx", C.LBR_12,
            "Templat dikirim kembali tanpa isi", "SETDA", (NoRows(),)),
    Refused("kiriman/rsud format sampai bawah.xlsx", C.BRK_08,
            "Isi berkas mengembang melebihi batas", "RSUD", (Bloat(HASIL, _BLANKS),)),
    Refused("kiriman/disdukcapil sel jauh.xlsx", C.BRK_08,
            "Ada isi di ujung lembar, jauh di luar tabel", "DISDUKCAPIL", (FarCell(HASIL),)),
)


@dataclass(frozen=True, slots=True)
class Oddment:
    """A file that is no Isian at all."""

    path: str
    code: IssueCode
    what: str
    make: Callable[[], bytes]


ODDMENTS: Final = (
    Oddment("kiriman/Rekap SKP 2019.xls", C.BRK_02, "Format Excel lama", foreign.old_workbook),
    Oddment("kiriman/Isian_RSUD rahasia.xlsx", C.BRK_03, "Dikunci kata sandi",
            foreign.locked_workbook),
    Oddment("kiriman/Isian_DLH_{periode} (1).xlsx", C.BRK_07, "Ukuran nol", bytes),
    Oddment("kiriman/Laporan e-kinerja.xls", C.BRK_01, "Halaman web bernama .xls",
            foreign.web_page),
    Oddment("kiriman/data apel.csv", C.BRK_01, "Teks CSV", foreign.comma_text),
    Oddment("kiriman/Rekap absen apel.xlsx", C.BRK_09, "Buku kerja lain, bukan templat",
            foreign.other_workbook),
    Oddment("~$Isian_DINKES_{periode}.xlsx", C.BRK_05, "Berkas sementara Excel",
            foreign.owner_mark),
)

# Made from workbooks above, by their path.
COPIED: Final = ("Isian_DISDUKCAPIL_{periode}.xlsx",
                 "kiriman/Copy of Isian_DISDUKCAPIL_{periode}.xlsx", C.LBK_01)
CUT_OFF: Final = ("Isian_DPMPTSP_{periode}.xlsx",
                  "kiriman/Isian_DPMPTSP unduhan.xlsx", C.BRK_04)
SETTINGS_COPY: Final = ("Pengaturan.xlsx", "kiriman/Pengaturan (salinan).xlsx", C.BRK_10)
# fmt: on
