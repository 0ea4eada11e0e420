"""Printed words of the SKP. Source: PermenPANRB 6/2022, as public forms print it."""

from __future__ import annotations

from typing import Final

JUDUL: Final = "SASARAN KINERJA PEGAWAI"
JUDUL_LAMPIRAN: Final = "LAMPIRAN SASARAN KINERJA PEGAWAI"
PEGAWAI: Final = "Pegawai yang Dinilai,"
PERILAKU: Final = "PERILAKU KERJA**"
EKSPEKTASI: Final = "EKSPEKTASI KHUSUS PIMPINAN"
CATATAN_RHK: Final = (
    "*  Dalam hal rencana hasil kerja Pimpinan yang diintervensi adalah hasil kerja pejabat "
    "pimpinan tinggi dan Pimpinan unit kerja mandiri/organisasi maka dituliskan rencana hasil "
    "kerja beserta indikator kinerja individu pejabat pimpinan tinggi dan Pimpinan unit kerja "
    "mandiri atau sasaran dan indikator kinerja organisasi yang diintervensi"
)
CATATAN_PERILAKU: Final = (
    "**  Pimpinan dapat memberikan Ekspektasi khusus terhadap satu atau lebih aspek perilaku "
    "kerja Pegawai"
)
