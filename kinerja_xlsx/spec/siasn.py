"""The columns of a SIASN export that the roster needs; every other column is thrown away."""

from __future__ import annotations

from typing import Annotated, ClassVar

from kinerja_xlsx.spec.row import Column, Kind, SheetRow
from kinerja_xlsx.spec.types import NipText, Text60, Text120, Text200


class SiasnRow(SheetRow):
    """One person of the export `data pegawai/utama` of SIASN, in any of its layouts.

    Texts stay as the export has them; what they mean for the roster is judged afterwards.
    """

    sheet: ClassVar[str] = "SIASN"
    title: ClassVar[str] = "Ekspor data pegawai SIASN"
    key: ClassVar[tuple[str, ...]] = ("nip",)

    nip: Annotated[
        NipText,
        Column("NIP BARU", 21, "NIP 18 angka sebagai teks.", "198507172010011002",
               kind=Kind.NIP, aliases=("NIP", "NIP Pegawai")),
    ]  # fmt: skip
    nama: Annotated[
        Text120,
        Column("NAMA", 30, "Nama tanpa gelar.", "CONTOH NAMA",
               aliases=("Nama Pegawai", "Nama Lengkap")),
    ]  # fmt: skip
    gelar_depan: Annotated[
        Text60 | None, Column("GELAR DEPAN", 12, "Gelar di depan nama.", "dr.")
    ] = None
    gelar_belakang: Annotated[
        Text60 | None, Column("GELAR BELAKANG", 14, "Gelar di belakang nama.", "S.Kep.")
    ] = None
    jenis_pegawai: Annotated[
        Text120 | None,
        Column("JENIS PEGAWAI NAMA", 24, "Jenis pegawai.", "PNS Daerah Kab./Kota",
               aliases=("Jenis Pegawai", "Status ASN", "Status Pegawai")),
    ] = None  # fmt: skip
    status_cpns: Annotated[
        Text60 | None, Column("STATUS CPNS PNS", 12, "CPNS atau PNS.", "PNS")
    ] = None
    kedudukan: Annotated[
        Text120 | None,
        Column("KEDUDUKAN HUKUM NAMA", 24, "Kedudukan hukum.", "Aktif",
               aliases=("Kedudukan Hukum",)),
    ] = None  # fmt: skip
    golongan: Annotated[
        Text60 | None,
        Column("GOL AKHIR NAMA", 12, "Golongan terakhir.", "III/c",
               aliases=("Golongan", "Gol", "Gol. Ruang", "Gol/Ruang", "Golongan Ruang",
                        "Golongan Akhir", "Gol Nama", "Golongan Nama")),
    ] = None  # fmt: skip
    jenis_jabatan: Annotated[
        Text120 | None,
        Column("JENIS JABATAN NAMA", 22, "Jenis jabatan.", "Jabatan Fungsional",
               aliases=("Jenis Jabatan",)),
    ] = None  # fmt: skip
    eselon: Annotated[
        Text60 | None,
        Column("ESELON NAMA", 10, "Eselon jabatan struktural.", "III.a", aliases=("Eselon",)),
    ] = None
    jabatan: Annotated[
        Text200,
        Column("JABATAN NAMA", 34, "Nama jabatan.", "Perawat Ahli Muda",
               aliases=("Jabatan", "Nama Jabatan")),
    ]  # fmt: skip
    tmt_jabatan: Annotated[
        Text60 | None,
        Column("TMT JABATAN", 12, "Mulai menjabat; hanya ditampilkan.", "01-03-2024"),
    ] = None
    unor: Annotated[
        Text200,
        Column("UNOR NAMA", 34, "Nama unit organisasi.", "DINAS KESEHATAN",
               aliases=("Unor", "Unit Kerja", "Nama Unor")),
    ]  # fmt: skip
