"""Sheet `Hasil Kerja`: one row per indicator; its first and middle columns serve the plan too."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Final

from kinerja_xlsx.model.law import (
    Agregasi,
    Arah,
    Aspek,
    JenisHasilKerja,
    JenisJabatan,
    Pendekatan,
    Perspektif,
    Sifat,
)
from kinerja_xlsx.spec.row import Column, Condition, Kind, Level, SheetRow
from kinerja_xlsx.spec.types import (
    Amount,
    BobotPersen,
    IndikatorNo,
    NipText,
    PositiveAmount,
    RhkNo,
    Text40,
    Text120,
    Text500,
    Text1000,
)

KUANTITATIF: Final = ("identitas.pendekatan", frozenset({Pendekatan.KUANTITATIF}))
_KUALITATIF: Final = ("identitas.pendekatan", frozenset({Pendekatan.KUALITATIF}))
_JPT: Final = ("pegawai.jenis_jabatan", frozenset({JenisJabatan.JPT}))
_BUKAN_JPT: Final = ("pegawai.jenis_jabatan", frozenset(JenisJabatan) - {JenisJabatan.JPT})
PENDEKATAN_KUANTITATIF: Final = "Pendekatan berisi «Kuantitatif»"
_PENDEKATAN_KUALITATIF: Final = "Pendekatan berisi «Kualitatif»"
SYARAT_INDIKATOR: Final = (
    Condition(
        "rhk_pimpinan",
        (("jenis", frozenset({JenisHasilKerja.UTAMA})), _BUKAN_JPT),
        "Jenis berisi «Utama» dan Jenis Jabatan bukan «JPT»",
    ),
    Condition(
        "aspek",
        (KUANTITATIF, _BUKAN_JPT),
        f"{PENDEKATAN_KUANTITATIF} dan Jenis Jabatan bukan «JPT»",
    ),
    Condition("perspektif", (_JPT,), "Jenis Jabatan berisi «JPT»"),
)
"""What `IndikatorRow` demands."""
SYARAT_UKURAN: Final = (
    Condition("uraian_target", (_KUALITATIF,), _PENDEKATAN_KUALITATIF),
    Condition("satuan", (KUANTITATIF,), PENDEKATAN_KUANTITATIF),
    Condition("arah", (KUANTITATIF,), PENDEKATAN_KUANTITATIF),
    Condition("agregasi", (KUANTITATIF,), PENDEKATAN_KUANTITATIF),
)
"""What `UkuranRow` demands."""


class IndikatorRow(SheetRow):
    """Whose indicator it is, of which RHK, and what it says; the same in plan and Isian."""

    sheet: ClassVar[str] = "Hasil Kerja"
    title: ClassVar[str] = "Hasil kerja, satu baris tiap indikator"
    key: ClassVar[tuple[str, ...]] = ("nip", "sifat", "mulai", "no_indikator")
    spare_rows: ClassVar[int] = 60

    nip: Annotated[
        NipText,
        Column("NIP", 21, "NIP pegawai di lembar Pegawai.", "198507172010011002", kind=Kind.NIP,
               aliases=("NIP Baru", "NIP Pegawai", "NIP (Tanpa Spasi)")),
    ]  # fmt: skip
    nama: Annotated[
        Text120 | None,
        Column("Nama", 24, "Untuk dibaca; NIP yang menentukan.", "Contoh Nama, S.Sos.",
               aliases=("Nama Pegawai", "Nama Lengkap")),
    ] = None  # fmt: skip
    sifat: Annotated[
        Sifat | None,
        Column("Sifat", 10, "Isi hanya bila pegawai ini mempunyai dua baris di lembar Pegawai.",
               "Definitif"),
    ] = None  # fmt: skip
    mulai: Annotated[
        date | None,
        Column("Mulai", 12, "Isi hanya bila Sifat kedua baris itu sama.", "01/01/2026",
               aliases=("Tanggal Mulai",)),
    ] = None  # fmt: skip
    no_rhk: Annotated[
        RhkNo,
        Column("No RHK", 8, "Nomor rencana hasil kerja, 1 sampai 50.", "1",
               aliases=("No. RHK", "Nomor RHK")),
    ]  # fmt: skip
    no_indikator: Annotated[
        IndikatorNo,
        Column("No Indikator", 10, "Nomor RHK, titik, nomor indikator; misalnya 1.2.", "1.2",
               kind=Kind.NOMOR_INDIKATOR, aliases=("No. Indikator", "Nomor Indikator")),
    ]  # fmt: skip
    jenis: Annotated[
        JenisHasilKerja,
        Column("Jenis", 11, "Utama atau Tambahan.", "Utama", level=Level.RHK),
    ]
    rhk_pimpinan: Annotated[
        Text1000 | None,
        Column("RHK Pimpinan yang Diintervensi", 34,
               "Rencana hasil kerja atasan yang didukung; wajib untuk hasil kerja utama "
               "selain JPT.", "Meningkatnya mutu layanan kesehatan dasar",
               aliases=("Rencana Hasil Kerja Pimpinan yang Diintervensi",
                        "Rencana Hasil Kerja Atasan yang Diintervensi",
                        "Rencana Hasil Kerja Diintervensi"), level=Level.RHK),
    ] = None  # fmt: skip
    rencana_hasil_kerja: Annotated[
        Text1000,
        Column("Rencana Hasil Kerja", 34, "Hasil yang dijanjikan pegawai.",
               "Terlayaninya pasien rawat jalan sesuai standar", aliases=("RHK",),
               level=Level.RHK),
    ]  # fmt: skip
    aspek: Annotated[
        Aspek | None,
        Column("Aspek", 11, "Pilih dari daftar; wajib selain JPT.", "Kuantitas"),
    ] = None
    perspektif: Annotated[
        Perspektif | None,
        Column("Perspektif", 20, "Hanya untuk JPT.", "Penerima Layanan"),
    ] = None
    indikator: Annotated[
        Text500,
        Column("Indikator", 34, "Ukuran keberhasilan.", "Jumlah pasien rawat jalan yang dilayani",
               aliases=("Indikator Kinerja Individu", "IKI", "Indikator Kinerja")),
    ]  # fmt: skip


class UkuranRow(SheetRow):
    """How an indicator is measured and weighed; the same in plan and Isian."""

    uraian_target: Annotated[
        Text1000 | None,
        Column("Uraian Target", 28, "Hanya untuk pendekatan kualitatif.",
               "Seluruh pengaduan dijawab pada hari yang sama"),
    ] = None  # fmt: skip
    satuan: Annotated[Text40 | None, Column("Satuan", 12, "Misalnya pasien, persen, menit.",
                                            "pasien")] = None  # fmt: skip
    arah: Annotated[
        Arah | None,
        Column("Arah", 9, "Naik bila makin besar makin baik; Turun bila makin kecil makin baik.",
               "Naik"),
    ] = None  # fmt: skip
    agregasi: Annotated[
        Agregasi | None,
        Column(
            "Agregasi",
            12,
            "Cara menggabungkan beberapa periode: Jumlah, Rata-rata, "
            "Terakhir, atau Rasio (Pembilang ÷ Penyebut).",
            "Jumlah",
        ),
    ] = None
    bobot: Annotated[
        BobotPersen | None,
        Column("Bobot", 9, "Boleh kosong; bila dipakai, isi semua indikator utama, jumlah 100.",
               "25", aliases=("Bobot (%)",)),
    ] = None  # fmt: skip


class _TargetRow(IndikatorRow):
    """The target of one period; a class of its own so that it stands before `UkuranRow`."""

    target: Annotated[
        Amount | None,
        Column("Target", 12, "Angka target periode ini; bila berupa rentang, batas bawahnya.",
               "1200"),
    ] = None  # fmt: skip
    target_atas: Annotated[
        Amount | None,
        Column("Target Atas", 12, "Batas atas rentang; kosong bila target satu angka.", "1300"),
    ] = None


class HasilKerjaRow(UkuranRow, _TargetRow):
    """One indicator of one RHK of one assignment."""

    conditions: ClassVar[tuple[Condition, ...]] = (
        *SYARAT_INDIKATOR,
        Condition("target", (KUANTITATIF,), PENDEKATAN_KUANTITATIF),
        *SYARAT_UKURAN,
    )

    realisasi: Annotated[
        Amount | None,
        Column("Realisasi", 12, "Angka yang dicapai; kosong bila belum dikerjakan, atau bila "
               "digabung dari isian bulan.", "1250",
               aliases=("Realisasi TW",), is_entry=True),
    ] = None  # fmt: skip
    pembilang: Annotated[
        Amount | None,
        Column("Pembilang", 12, "Hanya untuk agregasi Rasio.", "475", is_entry=True),
    ] = None
    penyebut: Annotated[
        PositiveAmount | None,
        Column("Penyebut", 12, "Hanya untuk agregasi Rasio; lebih dari 0.", "500", is_entry=True),
    ] = None
    uraian_realisasi: Annotated[
        Text1000 | None,
        Column("Uraian Realisasi", 30, "Hanya untuk pendekatan kualitatif.",
               "Semua pengaduan dijawab pada hari yang sama", is_entry=True),
    ] = None  # fmt: skip
    bukti_dukung: Annotated[
        Text500 | None,
        Column("Bukti Dukung", 28, "Nama dokumen atau tautan.", "Register pasien Maret 2026",
               is_entry=True),
    ] = None  # fmt: skip
    umpan_balik: Annotated[
        Text1000 | None,
        Column("Umpan Balik", 30, "Umpan balik pejabat penilai.", "Pertahankan", is_entry=True),
    ] = None
