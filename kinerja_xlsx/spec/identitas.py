"""Form sheet `Identitas` of the Isian and the SKP: unit, period, approach, and who signs."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from kinerja_xlsx.model.law import CapaianOrganisasi, Pendekatan
from kinerja_xlsx.spec.row import Column, Kind, SheetForm
from kinerja_xlsx.spec.types import PeriodCode, RefText, Text60, Text120, Text200, UnitCode


class IdentitasForm(SheetForm):
    """Whose workbook it is. Only unit, period and approach can reject the file."""

    sheet: ClassVar[str] = "Identitas"
    title: ClassVar[str] = "Identitas isian"
    deciding: ClassVar[tuple[str, ...]] = ("kode_unit", "periode", "pendekatan")

    kode_unit: Annotated[
        UnitCode,
        Column("Kode Unit", 40, "Kode unit seperti di daftar BKPSDM.", "DINKES", kind=Kind.KODE,
               prefilled=True),
    ]  # fmt: skip
    nama_unit: Annotated[
        Text200 | None,
        Column("Nama Unit", 40, "Nama lengkap unit.", "Dinas Kesehatan", prefilled=True),
    ] = None
    periode: Annotated[
        PeriodCode,
        Column("Periode", 40, "2026-03, 2026-TW1, 2026-S1, atau 2026.", "2026-TW1",
               kind=Kind.PERIODE, prefilled=True),
    ]  # fmt: skip
    pendekatan: Annotated[
        Pendekatan,
        Column("Pendekatan", 40, "Kuantitatif atau Kualitatif; kosong berarti Kuantitatif.",
               "Kuantitatif"),
    ] = Pendekatan.KUANTITATIF  # fmt: skip
    capaian_organisasi: Annotated[
        CapaianOrganisasi | None,
        Column("Capaian Kinerja Organisasi", 40,
               "Ditetapkan pimpinan di atas unit; kosong berarti sebaran predikat belum "
               "diperiksa.", "Baik"),
    ] = None  # fmt: skip
    ditetapkan_oleh: Annotated[
        Text120 | None,
        Column("Ditetapkan Oleh", 40, "Jabatan yang menetapkan capaian organisasi.", "Wali Kota"),
    ] = None
    nama_pimpinan: Annotated[
        Text120 | None,
        Column("Nama Pimpinan", 40, "Pimpinan unit, dengan gelar.", "Contoh Nama, M.Kes."),
    ] = None
    jabatan_pimpinan: Annotated[
        Text120 | None,
        Column("Jabatan Pimpinan", 40, "Jabatan pimpinan unit.", "Kepala Dinas Kesehatan"),
    ] = None
    nip_pimpinan: Annotated[
        RefText | None,
        Column("NIP Pimpinan", 40, "NIP pimpinan unit, sebagai teks.", "197001011995031001",
               kind=Kind.NIP),
    ] = None  # fmt: skip
    tempat: Annotated[Text60 | None, Column("Tempat", 40, "Tempat penandatanganan.", "Serang")] = (
        None
    )
    tanggal_pengesahan: Annotated[
        date | None,
        Column("Tanggal Pengesahan", 40, "Tanggal penandatanganan.", "06/04/2026"),
    ] = None
    pengisi: Annotated[
        Text120 | None, Column("Pengisi", 40, "Nama pengisi berkas.", "Contoh Pengisi")
    ] = None
    kontak: Annotated[
        Text120 | None, Column("Kontak", 40, "Telepon atau surel pengisi.", "0254-000000")
    ] = None


class IdentitasSkpForm(IdentitasForm):
    """Whose plan of a year it is; what the organisation achieved is not known before its end."""

    unasked: ClassVar[frozenset[str]] = frozenset({"capaian_organisasi", "ditetapkan_oleh"})

    periode: Annotated[
        PeriodCode,
        Column(
            "Periode",
            40,
            "Tahunnya saja; SKP berlaku satu tahun.",
            "2026",
            kind=Kind.PERIODE,
            prefilled=True,
        ),
    ]


EXPECTED_LABELS = ("nama_unit", "nama_pimpinan", "jabatan_pimpinan", "tempat", "pengisi")
"""Labels marked `*` in the design whose absence is only a warning."""
