"""Optional sheet `Kepuasan`: community satisfaction (SKM), one row per service."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final

from kinerja_xlsx.spec.row import Column, SheetRow
from kinerja_xlsx.spec.types import NilaiUnsur, PositiveCount, Text200

UNSUR: Final = tuple(f"u{number}" for number in range(1, 10))
"""The nine elements, in order."""


class KepuasanRow(SheetRow):
    """The nine elements of one service. Source: PermenPANRB 14/2017."""

    sheet: ClassVar[str] = "Kepuasan"
    title: ClassVar[str] = "Survei kepuasan masyarakat, satu baris tiap layanan"
    is_required: ClassVar[bool] = False
    key: ClassVar[tuple[str, ...]] = ("layanan",)
    spare_rows: ClassVar[int] = 25

    layanan: Annotated[
        Text200, Column("Layanan", 34, "Nama layanan yang disurvei.", "Rawat jalan")
    ]
    responden: Annotated[PositiveCount, Column("Responden", 11, "Banyaknya responden.", "150")]
    u1: Annotated[NilaiUnsur, Column("U1", 8, "Persyaratan, rata-rata 1 sampai 4.", "3,4")]
    u2: Annotated[NilaiUnsur, Column("U2", 8, "Sistem, mekanisme, dan prosedur.", "3,4")]
    u3: Annotated[NilaiUnsur, Column("U3", 8, "Waktu penyelesaian.", "3,2")]
    u4: Annotated[NilaiUnsur, Column("U4", 8, "Biaya atau tarif.", "3,8")]
    u5: Annotated[NilaiUnsur, Column("U5", 8, "Produk spesifikasi jenis pelayanan.", "3,5")]
    u6: Annotated[NilaiUnsur, Column("U6", 8, "Kompetensi pelaksana.", "3,5")]
    u7: Annotated[NilaiUnsur, Column("U7", 8, "Perilaku pelaksana.", "3,6")]
    u8: Annotated[NilaiUnsur, Column("U8", 8, "Penanganan pengaduan, saran, dan masukan.", "3,3")]
    u9: Annotated[NilaiUnsur, Column("U9", 8, "Sarana dan prasarana.", "3,3")]
