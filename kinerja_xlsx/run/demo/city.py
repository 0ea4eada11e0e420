"""The example city as sound rows: twelve offices, their people, plans, figures and ratings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Final

from kinerja_xlsx.model.law import TIDAK_DINILAI, Golongan, Kertas, Sifat, Siklus, format_pangkat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.demo.earlier import (
    MONTHLY_UNIT,
    leave_to_months,
    months_of,
    period_before,
)
from kinerja_xlsx.run.demo.extras import draw_kegiatan, draw_kehadiran, draw_kepuasan
from kinerja_xlsx.run.demo.person import People
from kinerja_xlsx.run.demo.ratings import draw_ratings, with_angka
from kinerja_xlsx.run.demo.rules import open_periods
from kinerja_xlsx.run.demo.seat import Seat, seat_city
from kinerja_xlsx.run.demo.seed import DEMO_PERIOD, DEMO_SEED, WALIKOTA, UnitSeed
from kinerja_xlsx.run.demo.units_layanan import UNITS
from kinerja_xlsx.run.demo.work import Work, Worker
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.kegiatan import KegiatanRow
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.kepuasan import KepuasanRow
from kinerja_xlsx.spec.pegawai import PegawaiRow, PejabatRow
from kinerja_xlsx.spec.pengaturan import InstansiForm, PeriodeRow, RosterRow, UnitRow
from kinerja_xlsx.spec.penilaian import PenilaianRow

_NAMA: Final = "Pemerintah Kota Serang (data contoh)"
_KONTAK: Final = "0254-000000"
_DAYS_TO_SIGN: Final = 9
_PROMOTED: Final = (("DISDUKCAPIL", 7), ("DPUPR", 9), ("RSUD", 30))
"""Units and positions whose golongan is newer in the Isian than in the roster."""

_KEEP_A_LOG: Final = ("DISDUKCAPIL", "Administrator Database Kependudukan Ahli Pertama")
"""The office and the post whose holders keep a log of their activities."""


@dataclass(frozen=True, slots=True)
class CityUnit:
    """One office with everything that its Isian holds, without any fault."""

    unit: UnitRow
    identitas: IdentitasForm
    pegawai: tuple[PegawaiRow, ...]
    pejabat: tuple[PejabatRow, ...]
    hasil_kerja: tuple[HasilKerjaRow, ...]
    penilaian: tuple[PenilaianRow, ...]
    kehadiran: tuple[KehadiranRow, ...] = ()
    kegiatan: tuple[KegiatanRow, ...] = ()
    kepuasan: tuple[KepuasanRow, ...] = ()

    @property
    def kode(self) -> str:
        """Kode Unit."""
        return self.unit.kode


@dataclass(frozen=True, slots=True)
class City:
    """The whole city, without any fault.

    Attributes:
        seed: The number that chance was started with.
        period: The period of all submissions but the earlier ones.
        instansi: The agency.
        units: Its offices, by Kode Unit, in order.
        roster: All assignments as the agency knows them.
        pejabat: Raters outside the units.
        periods: Periods as the agency has opened and closed them.
        earlier: Code of an earlier period to what the one office with a past sent for it.
    """

    seed: int
    period: Period
    instansi: InstansiForm
    units: Mapping[str, CityUnit]
    roster: tuple[RosterRow, ...]
    pejabat: tuple[PejabatRow, ...]
    periods: tuple[PeriodeRow, ...]
    earlier: Mapping[str, CityUnit]


def make_city(seed: int = DEMO_SEED, period: Period = DEMO_PERIOD) -> City:
    """Draw the city; the same seed and period always give the same city."""
    seats = seat_city(UNITS, period, seed=seed)
    mayor = _mayor(seed, period)
    known = {mayor.kode: mayor} | {
        seat.person.nip: _pejabat(seat, unit.nama)
        for unit in UNITS
        for seat in seats[unit.kode]
        if seat.sifat is Sifat.DEFINITIF
    }
    units = {}
    for unit in UNITS:
        rng = Random(f"{seed} kerja {unit.kode}")  # noqa: S311 - drawn data, nothing secret
        units[unit.kode] = _city_unit(unit, seats[unit.kode], known, period, rng=rng)
    past = units[MONTHLY_UNIT]
    earlier = dict([period_before(past, period)])
    if period.children:
        earlier |= months_of(past, period)
        units[MONTHLY_UNIT] = leave_to_months(past)
    return City(
        seed=seed,
        period=period,
        instansi=_instansi(units["BKPSDM"].identitas),
        units=units,
        roster=tuple(_roster(units)),
        pejabat=(mayor,),
        periods=open_periods(period, closed=tuple(earlier)),
        earlier=earlier,
    )


def _mayor(seed: int, period: Period) -> PejabatRow:
    rng = Random(f"{seed} wali kota")  # noqa: S311 - drawn data, nothing secret
    person = People(period.year).draw(rng, "IV/d", "s2")
    return PejabatRow(
        kode=WALIKOTA,
        nama=person.nama,
        jabatan="Wali Kota Serang",
        unit_kerja="Pemerintah Kota Serang",
    )


def _pejabat(seat: Seat, nama_unit: str) -> PejabatRow:
    return PejabatRow(
        kode=seat.person.nip,
        nama=seat.person.nama,
        pangkat_golongan=format_pangkat(seat.person.golongan) or None,
        jabatan=seat.post.jabatan,
        unit_kerja=nama_unit,
    )


def _city_unit(
    unit: UnitSeed,
    seats: tuple[Seat, ...],
    known: Mapping[str, PejabatRow],
    period: Period,
    *,
    rng: Random,
) -> CityUnit:
    works = _works(unit, seats, period, rng)
    own = {seat.person.nip for seat in seats}
    raters = {code for seat in seats for code in (seat.penilai, seat.atasan_penilai) if code}
    head = seats[0]
    pegawai = tuple(_pegawai(seat) for seat in seats)
    hasil_kerja = tuple(row for work in works for row in work.hasil_kerja)
    penilaian = tuple(work.penilaian for work in works)
    own_rng = Random(f"{period.code} tambahan {unit.kode}")  # noqa: S311 - drawn data
    logged = [row for row in hasil_kerja if row.nip in _keeping_a_log(unit, seats)]
    return CityUnit(
        unit=UnitRow(
            kode=unit.kode,
            nama=unit.nama,
            kode_induk=unit.kode_induk,
            nama_pimpinan=head.person.nama,
            nip_pimpinan=head.person.nip,
            jabatan_pimpinan=_jabatan_pimpinan(head),
            siklus=Siklus.BULANAN if unit.kode == MONTHLY_UNIT else Siklus.TRIWULANAN,
            kontak=_KONTAK,
        ),
        identitas=_identitas(unit, head, seats[-1], period),
        pegawai=pegawai,
        pejabat=tuple(known[code] for code in sorted(raters - own)),
        hasil_kerja=hasil_kerja,
        penilaian=tuple(with_angka(row, own_rng) for row in penilaian),
        kehadiran=tuple(draw_kehadiran(pegawai, penilaian, period, rng=own_rng)),
        kegiatan=tuple(draw_kegiatan(logged, period, rng=own_rng)),
        kepuasan=tuple(draw_kepuasan(unit.kode, own_rng)),
    )


def _keeping_a_log(unit: UnitSeed, seats: tuple[Seat, ...]) -> frozenset[str]:
    """List those who write down every day what they do."""
    return frozenset(
        seat.person.nip for seat in seats if (unit.kode, seat.post.jabatan) == _KEEP_A_LOG
    )


def _works(
    unit: UnitSeed, seats: tuple[Seat, ...], period: Period, rng: Random
) -> tuple[Work, ...]:
    seen = Counter(seat.person.nip for seat in seats)
    twice = frozenset(nip for nip in seen if seen[nip] > 1)
    worker = Worker(period, unit.is_weighted, twice, rng)
    present = sum(not _is_away(seat) for seat in seats)
    ratings = iter(draw_ratings(unit.pattern, present, unit.capaian, rng))
    return tuple(
        worker.absent(seat) if _is_away(seat) else worker.work(seat, next(ratings))
        for seat in seats
    )


def _is_away(seat: Seat) -> bool:
    """Tell whether the seat is empty for the whole period, and so not evaluated."""
    return seat.keadaan in TIDAK_DINILAI and seat.mulai is None and seat.selesai is None


def _identitas(unit: UnitSeed, head: Seat, clerk: Seat, period: Period) -> IdentitasForm:
    return IdentitasForm(
        kode_unit=unit.kode,
        nama_unit=unit.nama,
        periode=period.code,
        pendekatan=unit.pendekatan,
        capaian_organisasi=unit.capaian,
        ditetapkan_oleh="Wali Kota Serang" if unit.capaian else None,
        nama_pimpinan=head.person.nama,
        jabatan_pimpinan=_jabatan_pimpinan(head),
        nip_pimpinan=head.person.nip,
        tempat="Serang",
        tanggal_pengesahan=period.last + timedelta(days=_DAYS_TO_SIGN),
        pengisi=clerk.person.nama,
        kontak=_KONTAK,
    )


def _jabatan_pimpinan(head: Seat) -> str:
    is_definitive = head.sifat is Sifat.DEFINITIF
    return head.post.jabatan if is_definitive else f"{head.sifat.value}. {head.post.jabatan}"


def _pegawai(seat: Seat) -> PegawaiRow:
    return PegawaiRow(
        nip=seat.person.nip,
        nama=seat.person.nama,
        status_asn=seat.person.status,
        golongan=seat.person.golongan,
        jabatan=seat.post.jabatan,
        jenis_jabatan=seat.post.jenis,
        jenjang=seat.post.jenjang,
        unit_kerja=seat.unit_kerja,
        sifat=seat.sifat,
        keadaan=seat.keadaan,
        mulai=seat.mulai,
        selesai=seat.selesai,
        penilai=seat.penilai,
        atasan_penilai=seat.atasan_penilai,
    )


def _roster(units: Mapping[str, CityUnit]) -> Iterator[RosterRow]:
    """List the agency's own rows, a few of them not yet promoted."""
    for kode, unit in units.items():
        for position, row in enumerate(unit.pegawai):
            values = {field: getattr(row, field) for field in PegawaiRow.model_fields}
            if (kode, position) in _PROMOTED:
                values["golongan"] = _one_below(row.golongan)
            yield RosterRow(kode_unit=kode, **values)


def _one_below(golongan: Golongan | None) -> Golongan | None:
    ladder = tuple(Golongan)
    return golongan if golongan is None else ladder[ladder.index(golongan) - 1]


def _instansi(badan: IdentitasForm) -> InstansiForm:
    return InstansiForm(
        nama_instansi=_NAMA,
        kota="Kota Serang",
        tempat="Serang",
        kertas=Kertas.F4,
        pejabat_pengesah=badan.nama_pimpinan,
        nip_pengesah=badan.nip_pimpinan,
        jabatan_pengesah="Kepala BKPSDM",
    )
