"""Who sits where: posts filled with people, raters, double posts, transfers, and absences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from kinerja_xlsx.model.law import Keadaan, Sifat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.demo.person import People, Person
from kinerja_xlsx.run.demo.seed import WALIKOTA, Post, UnitSeed

# fmt: off
DOUBLE_POSTS: Final = (
    # vacant post, who holds it, and how
    ("DLH/Kepala Dinas", "SETDA/Asisten Perekonomian dan Pembangunan", Sifat.PLT),
    ("DINKES/Kepala UPT Laboratorium Kesehatan Daerah",
     "DINKES/Kepala Bidang Pelayanan Kesehatan", Sifat.PLT),
    ("KEC-CURUG/Lurah Kemanisan", "KEC-CURUG/Lurah Cipete", Sifat.PLH),
)
ABSENCES: Final = (
    # unit, jabatan, which holder, state of the whole period
    ("RSUD", "Perawat Terampil", 2, Keadaan.CUTI),
    ("PKM-SINGANDARU", "Bidan Terampil", 1, Keadaan.CUTI),
    ("DINDIKBUD", "Guru Ahli Muda", 3, Keadaan.TUGAS_BELAJAR),
    ("DPUPR", "Teknik Jalan dan Jembatan Ahli Pertama", 1, Keadaan.TUGAS_BELAJAR),
    ("DINDIKBUD", "Guru Ahli Madya", 0, Keadaan.PENSIUN),
)
RETIRED_HALFWAY: Final = ("DISDUKCAPIL", "Penata Layanan Operasional", 0)
TRANSFER: Final = ("DINKES", "Tenaga Promosi Kesehatan Ahli Muda", 1, "PKM-SINGANDARU")
# fmt: on


@dataclass(frozen=True, slots=True)
class Seat:
    """One person in one post of one office."""

    person: Person
    post: Post
    unit_kerja: str | None
    penilai: str
    atasan_penilai: str | None
    sifat: Sifat = Sifat.DEFINITIF
    keadaan: Keadaan = Keadaan.AKTIF
    mulai: date | None = None
    selesai: date | None = None


@dataclass(frozen=True, slots=True)
class _Slot:
    """A post with its holders; the rater is still a post too, as `unit/jabatan`."""

    unit: str
    bidang: str | None
    post: Post
    penilai: str
    holders: tuple[Person, ...] = ()
    sifat: Sifat = Sifat.DEFINITIF

    @property
    def ref(self) -> str:
        """Name the post within the city."""
        return f"{self.unit}/{self.post.jabatan}"


def seat_city(
    units: tuple[UnitSeed, ...], period: Period, *, seed: int
) -> Mapping[str, tuple[Seat, ...]]:
    """Fill every post, by Kode Unit, in the order of the organisation."""
    people = People(period.year)
    slots: list[_Slot] = []
    for unit in units:
        rng = Random(f"{seed} orang {unit.kode}")  # noqa: S311 - drawn data, nothing secret
        slots += [_filled(slot, people, rng) for slot in _slots(unit)]
    slots = _fill_double_posts(slots)
    by_ref = _by_ref(slots)
    seats: dict[str, tuple[Seat, ...]] = {}
    for slot in slots:
        seats[slot.unit] = seats.get(slot.unit, ()) + tuple(_seats(slot, by_ref))
    _send_away(seats, period)
    _move_someone(seats, period)
    return seats


def _slots(unit: UnitSeed) -> Iterator[_Slot]:
    """List the posts of an office from the top, still without holders."""
    head = f"{unit.kode}/{unit.pimpinan.jabatan}"
    yield _Slot(unit.kode, None, unit.pimpinan, unit.penilai)
    for bidang in unit.bidang:
        rater = head
        if bidang.kepala is not None:
            above = head if bidang.atasan is None else f"{unit.kode}/{bidang.atasan}"
            yield _Slot(unit.kode, bidang.nama, bidang.kepala, above)
            rater = f"{unit.kode}/{bidang.kepala.jabatan}"
        for post in bidang.staf:
            yield _Slot(unit.kode, bidang.nama, post, rater)


def _filled(slot: _Slot, people: People, rng: Random) -> _Slot:
    post = slot.post
    drawn = (people.draw(rng, post.golongan, post.gelar) for _ in range(post.jumlah))
    return replace(slot, holders=tuple(drawn))


def _fill_double_posts(slots: list[_Slot]) -> list[_Slot]:
    """Seat the holders of double posts in the vacant ones."""
    by_ref = _by_ref(slots)
    held = {vacant: (by_ref[holder].holders[:1], sifat) for vacant, holder, sifat in DOUBLE_POSTS}
    return [
        replace(slot, holders=held[slot.ref][0], sifat=held[slot.ref][1])
        if slot.ref in held
        else slot
        for slot in slots
    ]


def _by_ref(slots: list[_Slot]) -> Mapping[str, _Slot]:
    """Find the first slot with a `unit/jabatan`; raters hold posts that occur once."""
    return {slot.ref: slot for slot in reversed(slots)}


def _seats(slot: _Slot, by_ref: Mapping[str, _Slot]) -> Iterator[Seat]:
    atasan = None if slot.penilai == WALIKOTA else _code(by_ref[slot.penilai].penilai, by_ref)
    for person in slot.holders:
        yield Seat(
            person=person,
            post=slot.post,
            unit_kerja=slot.bidang or None,
            penilai=_code(slot.penilai, by_ref),
            atasan_penilai=atasan,
            sifat=slot.sifat,
        )


def _code(rater: str, by_ref: Mapping[str, _Slot]) -> str:
    return WALIKOTA if rater == WALIKOTA else by_ref[rater].holders[0].nip


def _send_away(seats: dict[str, tuple[Seat, ...]], period: Period) -> None:
    """Mark those who are away for the whole period, and one who retired halfway."""
    for unit, jabatan, number, keadaan in ABSENCES:
        _change(seats, (unit, jabatan, number), keadaan=keadaan)
    _change(seats, RETIRED_HALFWAY, keadaan=Keadaan.PENSIUN, selesai=_halfway(period))


def _move_someone(seats: dict[str, tuple[Seat, ...]], period: Period) -> None:
    """Let one person move to the same work in another office halfway through the period."""
    unit, jabatan, number, target = TRANSFER
    last_day = _halfway(period)
    _change(seats, (unit, jabatan, number), keadaan=Keadaan.MUTASI_KELUAR, selesai=last_day)
    old = seats[unit][_position(seats[unit], jabatan, number)]
    head = seats[target][0]
    new = replace(
        old,
        unit_kerja=None,
        penilai=head.person.nip,
        atasan_penilai=head.penilai,
        keadaan=Keadaan.MUTASI_MASUK,
        mulai=last_day + timedelta(days=1),
        selesai=None,
    )
    seats[target] += (new,)


def _halfway(period: Period) -> date:
    return period.first + (period.last - period.first) // 2


def _change(
    seats: dict[str, tuple[Seat, ...]],
    who: tuple[str, str, int],
    *,
    keadaan: Keadaan,
    selesai: date | None = None,
) -> None:
    unit, jabatan, number = who
    position = _position(seats[unit], jabatan, number)
    changed = list(seats[unit])
    changed[position] = replace(changed[position], keadaan=keadaan, selesai=selesai)
    seats[unit] = tuple(changed)


def _position(seats: tuple[Seat, ...], jabatan: str, number: int) -> int:
    """Find the holder with this number, from 0, of a post."""
    return [index for index, seat in enumerate(seats) if seat.post.jabatan == jabatan][number]
