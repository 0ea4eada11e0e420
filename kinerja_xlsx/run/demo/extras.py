"""Rows of the optional sheets: attendance of everybody, activities of some, satisfaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise
from random import Random
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import TIDAK_DINILAI, Agregasi
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.kegiatan import KegiatanRow
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.kepuasan import UNSUR, KepuasanRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penilaian import PenilaianRow

_DAYS_OF_MONTH: Final = 19
_OFTEN: Final = MappingProxyType(
    {"cuti": (0.2, 3), "sakit": (0.12, 2), "izin": (0.08, 1), "alpa": (0.02, 1)}
)
"""Field of days to the share of people who have any, and the most they have."""
_LATE: Final = MappingProxyType(
    {
        "terlambat_30": (0.3, 4),
        "terlambat_60": (0.1, 2),
        "terlambat_90": (0.03, 1),
        "terlambat_lebih": (0.02, 1),
        "pulang_cepat_30": (0.08, 2),
        "tidak_apel": (0.1, 2),
    }
)
"""Field of times to the share of people who have any, and the most they have."""
_KEGIATAN: Final = (
    "Memeriksa kelengkapan permohonan di loket",
    "Memproses permohonan KTP elektronik dan Kartu Keluarga",
    "Memproses permohonan akta kelahiran",
    "Memperbaiki data ganda atas permohonan warga",
    "Melayani permohonan keliling di kelurahan",
)
"""What those do who keep a log; they work with the register of residents."""
_WEEKDAYS: Final = 5
_ACTIVITIES: Final = 6
_EVERY: Final = 11
"""Days from one activity to the next; prime to a week, so that all weekdays occur."""
KEPUASAN: Final = MappingProxyType(
    {
        "PKM-SINGANDARU": ("Rawat jalan", "Imunisasi", "Pemeriksaan ibu hamil", "Farmasi"),
        "DISDUKCAPIL": ("Kartu Tanda Penduduk elektronik", "Akta kelahiran", "Kartu Keluarga"),
        "DPMPTSP": ("Izin usaha", "Persetujuan bangunan gedung"),
    }
)
"""Offices that ask the people whom they serve, and about which services."""
_RISE: Final = Decimal("0.12")
"""How much better each element became since the quarter before."""


def draw_kehadiran(
    pegawai: Sequence[PegawaiRow],
    penilaian: Sequence[PenilaianRow],
    period: Period,
    *,
    rng: Random,
) -> Iterator[KehadiranRow]:
    """Draw the attendance of everybody who is evaluated; both sheets have the same order."""
    whole = _DAYS_OF_MONTH * period.months
    for person, rated in zip(pegawai, penilaian, strict=True):
        is_partly = person.mulai is not None or person.selesai is not None
        if person.keadaan in TIDAK_DINILAI and not is_partly:
            continue
        days = whole // 2 if is_partly else whole
        away = _draw_counts(_OFTEN, rng)
        yield KehadiranRow(
            nip=person.nip,
            nama=person.nama,
            sifat=rated.sifat,
            mulai=rated.mulai,
            hari_kerja=days,
            hadir=days - sum(away.values()),
            **away,
            **_draw_counts(_LATE, rng),
        )


def _draw_counts(most_of: Mapping[str, tuple[float, int]], rng: Random) -> dict[str, int]:
    """Draw a count for some of the fields; the others stay blank, as offices leave them."""
    return {
        field: rng.randint(1, most)
        for field, (share, most) in most_of.items()
        if rng.random() < share
    }


def draw_kegiatan(
    rows: Sequence[HasilKerjaRow], period: Period, *, rng: Random
) -> Iterator[KegiatanRow]:
    """Draw the log of everybody's first counted indicator; its sum is the realisasi.

    Args:
        rows: `Hasil Kerja` of those who keep a log.
        period: The period.
        rng: Source of chance.
    """
    logged: set[str] = set()
    for row in rows:
        if row.nip in logged or row.agregasi is not Agregasi.JUMLAH or row.realisasi is None:
            continue
        logged.add(row.nip)
        days = _working_days(period, rng.randint(1, _WEEKDAYS))
        for day, part in zip(days, split(row.realisasi, _ACTIVITIES), strict=True):
            start = rng.randint(8, 13)
            yield KegiatanRow(
                nip=row.nip,
                nama=row.nama,
                tanggal=day,
                mulai=time(start, 0),
                selesai=time(start + 2, 30),
                kegiatan=rng.choice(_KEGIATAN),
                no_indikator=row.no_indikator,
                hasil=part,
                satuan=row.satuan,
                bukti=row.bukti_dukung,
            )


def _working_days(period: Period, first: int) -> list[date]:
    """Spread the activities over the period, on working days."""
    step = _EVERY if period.children else _WEEKDAYS - 1
    days = [period.first + timedelta(days=first + step * n) for n in range(_ACTIVITIES)]
    return [day - timedelta(days=max(0, day.weekday() - _WEEKDAYS + 1)) for day in days]


def split(whole: Decimal, parts: int) -> tuple[Decimal, ...]:
    """Split a figure into parts in its own decimals, the later ones larger, that add up to it."""
    step = Decimal(1).scaleb(min(int(whole.as_tuple().exponent), 0))
    shares = [(whole * n / parts).quantize(step, rounding=ROUND_FLOOR) for n in range(parts)]
    edges = [*shares, whole]
    return tuple(end - start for start, end in pairwise(edges))


def draw_kepuasan(unit: str, rng: Random) -> Iterator[KepuasanRow]:
    """Draw the survey of an office; none where it asks nobody."""
    for layanan in KEPUASAN.get(unit, ()):
        unsur = {name: Decimal(rng.randint(315, 385)) / 100 for name in UNSUR}
        yield KepuasanRow(layanan=layanan, responden=rng.randint(60, 240), **unsur)


def earlier_kepuasan(row: KepuasanRow) -> KepuasanRow:
    """Tell what the survey of the quarter before found, which was a little worse."""
    lower = {name: getattr(row, name) - _RISE for name in UNSUR}
    return row.model_copy(update={**lower, "responden": row.responden - 15})
