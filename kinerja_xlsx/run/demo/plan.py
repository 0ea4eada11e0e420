"""The yearly plan (SKP) of an office, made from what its Isian holds for one quarter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from typing import Any, Final

from kinerja_xlsx.model.law import (
    TIDAK_DINILAI,
    Agregasi,
    BagianLampiran,
    JenisHasilKerja,
    NilaiPerilaku,
    Siklus,
)
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.run.demo.city import CityUnit
from kinerja_xlsx.run.demo.extras import split
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.skp import RENCANA, EkspektasiRow, LampiranRow, RencanaRow

_QUARTERS: Final = 4
_SHARED: Final = (
    "nip", "nama", "sifat", "mulai", "no_rhk", "no_indikator", "jenis", "rhk_pimpinan",
    "rencana_hasil_kerja", "aspek", "perspektif", "indikator", "target_atas", "satuan", "arah",
    "agregasi", "bobot",
)  # fmt: skip
"""What plan and Isian have in common."""
_EKSPEKTASI: Final = (
    (NilaiPerilaku.BERORIENTASI_PELAYANAN, "Menyapa lebih dahulu dan menjelaskan dengan sabar"),
    (NilaiPerilaku.AKUNTABEL, "Mencatat pekerjaan pada hari yang sama"),
    (NilaiPerilaku.KOLABORATIF, "Membantu bagian lain saat beban kerja tinggi"),
    (NilaiPerilaku.ADAPTIF, "Memakai aplikasi yang baru tanpa menunggu diminta"),
)
_LAMPIRAN: Final = (
    (BagianLampiran.DUKUNGAN, "Komputer dan jaringan yang andal"),
    (BagianLampiran.DUKUNGAN, "Pelatihan sesuai tugas, sedikitnya dua hari setahun"),
    (BagianLampiran.SKEMA, "Dialog kinerja setiap akhir triwulan dengan pejabat penilai"),
    (BagianLampiran.KONSEKUENSI, "Target tercapai: diusulkan mengikuti pengembangan kompetensi"),
)


def year_of(period: Period) -> Period:
    """Give the year that a period belongs to."""
    return Period(period.year, 1, PeriodKind.TAHUN.value)


def plan_rows(unit: CityUnit) -> Iterator[RencanaRow]:
    """Plan the main work of everybody for a year, each quarter like the first.

    Additional work is left out: it comes up in the course of the year.
    """
    siklus = unit.unit.siklus or Siklus.TRIWULANAN
    for row in unit.hasil_kerja:
        if row.jenis is JenisHasilKerja.UTAMA:
            shared = {name: getattr(row, name) for name in _SHARED}
            yield RENCANA[siklus](**shared, **_targets(row, siklus))


def _targets(row: HasilKerjaRow, siklus: Siklus) -> dict[str, Any]:
    """Spread the target of the quarter over the periods of the cycle."""
    target = row.target
    if target is None or row.agregasi is not Agregasi.JUMLAH:
        return {"target_tahun": target}
    fields = RENCANA[siklus].period_fields
    parts = split(target, len(fields) // _QUARTERS)
    return {"target_tahun": target * _QUARTERS, **dict(zip(fields, cycle(parts), strict=False))}


def expected_rows(unit: CityUnit) -> Iterator[EkspektasiRow]:
    """Say what the leader expects of everybody's behaviour, one value each."""
    present = [row for row in unit.pegawai if row.keadaan not in TIDAK_DINILAI]
    for row, (nilai, text) in zip(present, cycle(_EKSPEKTASI), strict=False):
        said: dict[str, Any] = {nilai.name.lower(): text}
        yield EkspektasiRow(nip=row.nip, nama=row.nama, **said)


def attached_rows(unit: CityUnit) -> Iterator[LampiranRow]:
    """Attach support, accountability and consequence to the plans of the first few people."""
    for person in unit.pegawai[:3]:
        counts: dict[BagianLampiran, int] = {}
        for bagian, uraian in _LAMPIRAN:
            counts[bagian] = counts.get(bagian, 0) + 1
            yield LampiranRow(
                nip=person.nip,
                nama=person.nama,
                bagian=bagian,
                no=counts[bagian],
                uraian=uraian,
            )
