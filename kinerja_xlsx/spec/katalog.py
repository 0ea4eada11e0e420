"""Sheets of `Pengaturan.xlsx` that steer checks: policy, indicator catalogue, and aliases."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, ClassVar

from kinerja_xlsx.model.law import Agregasi, Arah, Aspek, YaTidak
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.spec.row import Column, SheetRow
from kinerja_xlsx.spec.types import Amount, Text40, Text60, Text120, Text200, Text500


class LembarAlias(Enum):
    """What a row of `Alias` speaks of: a sheet of the Isian, or the units themselves."""

    PEGAWAI = "Pegawai"
    PEJABAT = "Pejabat"
    HASIL_KERJA = "Hasil Kerja"
    PENILAIAN = "Penilaian"
    KEHADIRAN = "Kehadiran"
    KEGIATAN = "Kegiatan"
    KEPUASAN = "Kepuasan"
    UNIT = "Unit"


class KebijakanRow(SheetRow):
    """One parameter overridden from a date on."""

    sheet: ClassVar[str] = "Kebijakan"
    title: ClassVar[str] = "Kebijakan: parameter yang ditetapkan instansi"
    is_required: ClassVar[bool] = False
    key: ClassVar[tuple[str, ...]] = ("parameter", "berlaku_mulai")

    parameter: Annotated[
        NamaParameter, Column("Parameter", 26, "Nama parameter dari daftar.", "ambang_sesuai")
    ]
    nilai: Annotated[
        Text60, Column("Nilai", 16, "Nilai pengganti, misalnya 85 atau dilewati.", "85")
    ]
    berlaku_mulai: Annotated[
        date, Column("Berlaku Mulai", 14, "Hari pertama berlaku.", "01/01/2026")
    ]
    dasar_hukum: Annotated[
        Text200 | None,
        Column("Dasar Hukum", 40, "Peraturan dan pasalnya; yang kosong dilaporkan.",
               "Perwali Contoh 1/2026 Pasal 5"),
    ] = None  # fmt: skip


class KatalogRow(SheetRow):
    """One indicator that posts of a kind use."""

    sheet: ClassVar[str] = "Katalog Indikator"
    title: ClassVar[str] = "Katalog indikator menurut jabatan atau urusan"
    is_required: ClassVar[bool] = False
    key: ClassVar[tuple[str, ...]] = ("jabatan", "urusan", "indikator")
    spare_rows: ClassVar[int] = 100

    jabatan: Annotated[
        Text200 | None,
        Column("Jabatan", 34, "Nama jabatan; isi ini atau Urusan.", "Perawat Ahli Muda"),
    ] = None
    urusan: Annotated[
        Text120 | None,
        Column("Urusan", 24, "Urusan, misalnya Kesehatan; isi ini atau Jabatan.", "Kesehatan"),
    ] = None
    indikator: Annotated[
        Text500, Column("Indikator", 44, "Ukuran keberhasilan.", "Jumlah pasien yang dilayani")
    ]
    aspek: Annotated[Aspek | None, Column("Aspek", 11, "Pilih dari daftar.", "Kuantitas")] = None
    satuan: Annotated[Text40, Column("Satuan", 12, "Misalnya pasien atau persen.", "pasien")]
    arah: Annotated[Arah, Column("Arah", 9, "Naik atau Turun.", "Naik")]
    agregasi: Annotated[Agregasi, Column("Agregasi", 12, "Cara menggabungkan periode.", "Jumlah")]
    target_lazim: Annotated[
        Amount | None, Column("Target Lazim", 12, "Target setahun yang lazim.", "4800")
    ] = None
    wajib: Annotated[
        YaTidak, Column("Wajib", 8, "Ya bila harus ada pada jabatan ini.", "Tidak")
    ] = YaTidak.TIDAK


class AliasRow(SheetRow):
    """Another heading that means a column of ours, or another name of a unit."""

    sheet: ClassVar[str] = "Alias"
    title: ClassVar[str] = "Sebutan lain untuk judul kolom"
    is_required: ClassVar[bool] = False
    key: ClassVar[tuple[str, ...]] = ("lembar", "sebutan_lain")

    lembar: Annotated[
        LembarAlias | None,
        Column("Lembar", 18, "Nama lembar; kosong berarti semua lembar isian. «Unit» untuk "
               "sebutan lain sebuah unit.", "Hasil Kerja"),
    ] = None  # fmt: skip
    kolom: Annotated[
        Text60,
        Column("Kolom", 30, "Judul kolom seperti di templat. Untuk lembar Unit: kode unitnya.",
               "Bukti Dukung"),
    ]  # fmt: skip
    sebutan_lain: Annotated[
        Text200,
        Column("Sebutan Lain", 34, "Judul yang dipakai unit, atau nama unit seperti di SIASN.",
               "Eviden"),
    ]  # fmt: skip
