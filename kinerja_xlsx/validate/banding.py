"""An e-Kinerja export against the results of the same period: every difference, on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import format_count
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.policy import Policy
from kinerja_xlsx.spec.banding import (
    BarisSkp,
    Beda,
    Dibandingkan,
    HasilKita,
    JenisBeda,
    NasibSkp,
)
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.validate.banding_kata import absent, described, span_of, why_unnamed
from kinerja_xlsx.validate.banding_nilai import compare_pair, contradictions, said
from kinerja_xlsx.validate.banding_pasangan import UnitsOf, pair
from kinerja_xlsx.validate.normalise_nip import bare_nip
from kinerja_xlsx.validate.suggest import KEPT_DIGITS, NipList, kept_digits

_MANY_UNKNOWN: Final = 50
"""With more unknown people than this no nearest NIP is looked for: the export is another's."""
_UNSENT: Final = "Isian unit {unit} periode ini belum ada, atau ditolak."
_ELSEWHERE: Final = "Ada di lembar Pegawai, unit {unit}, tetapi tidak di isian periode ini."
_UNKNOWN: Final = "NIP ini tidak ada di isian periode ini maupun di lembar Pegawai."
_NO_PLT: Final = "Di isian tidak ada penugasan Plt, Plh, atau Pj untuk NIP ini."
_OTHER_SKP: Final = "NIP ini punya {jumlah} SKP di ekspor; yang ini tidak ada penugasannya: {skp}."
_OTHER_PERIOD: Final = "SKP ini untuk {masa}."
_UNIT: Final = "Tidak satu pun dari {jumlah} penugasan unit ini ada di ekspor."


@dataclass(frozen=True, slots=True)
class Tercatat:
    """Where the roster names a person."""

    unit: str
    nama: str
    place: Place


@dataclass(frozen=True, slots=True)
class Dasar:
    """What a comparison rests on.

    Attributes:
        period: The period.
        policy: The regulation in force.
        units_of: Which units an UNOR may be.
        units: Kode Unit to name.
        roster: NIP to its row in `Pengaturan`.
        is_limited: The export is for a part of the office.
    """

    period: Period
    policy: Policy
    units_of: UnitsOf
    units: Mapping[str, str]
    roster: Mapping[str, Tercatat]
    is_limited: bool


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """What a comparison found.

    Attributes:
        rows: One for each row of the export.
        beda: The differences, by unit and person.
        sama: Assignments whose SKP says the same.
        unit_lain: Units outside the part of the office that the export is for.
    """

    rows: tuple[Dibandingkan, ...]
    beda: tuple[Beda, ...]
    sama: int
    unit_lain: tuple[str, ...]


def compare(rows: Sequence[BarisSkp], ours: Sequence[HasilKita], dasar: Dasar) -> Perbandingan:
    """Compare every row of an export with the results of its period.

    Args:
        rows: The rows.
        ours: The assignments of the period, those that count elsewhere left out.
        dasar: What the comparison rests on.
    """
    return _Pembanding(rows, ours, dasar).compare()


def is_other_period(skp: BarisSkp, period: Period) -> bool:
    """Tell whether an SKP is of another year, or touches no day of the period."""
    ended = skp.selesai is not None and skp.selesai < period.first
    begins_later = skp.mulai is not None and skp.mulai > period.last
    return ended or begins_later or _is_of_other_year(skp, period)


def _is_of_other_year(skp: BarisSkp, period: Period) -> bool:
    year = skp.tahun.strip()
    return year.isdecimal() and int(year) != period.year


class _Pembanding:
    """Compares person by person, and keeps what it found."""

    def __init__(self, rows: Sequence[BarisSkp], ours: Sequence[HasilKita], dasar: Dasar) -> None:
        self._rows = rows
        self._dasar = dasar
        self._ours: dict[str, list[HasilKita]] = {}
        for kita in ours:
            self._ours.setdefault(kita.baris.nip, []).append(kita)
        self._skp: dict[str, list[BarisSkp]] = {}
        self._lines: dict[int, Dibandingkan] = {}
        self._beda: list[Beda] = []
        self._sama = 0
        self._named: set[str] = set()
        self._left: list[tuple[HasilKita, str]] = []
        self._posts = Counter(kita.baris.unit for kita in ours)

    def compare(self) -> Perbandingan:
        """Go through the rows, then through the people whom no row names."""
        for skp in self._rows:
            self._sort(skp)
        known = self._known()
        unknown = [nip for nip in self._skp if nip not in known]
        nearest = NipList(known if len(unknown) <= _MANY_UNKNOWN else {})
        for nip, several in self._skp.items():
            self._person(nip, several, nearest)
        outside = self._outside()
        self._beda += self._missing(outside)
        return Perbandingan(
            tuple(self._lines[skp.number] for skp in self._rows),
            tuple(sorted(self._beda, key=_order)),
            self._sama,
            tuple(sorted(outside)) if self._dasar.is_limited else (),
        )

    def _known(self) -> Mapping[str, str]:
        ours = {nip: found[0].baris.nama for nip, found in self._ours.items()}
        return {nip: one.nama for nip, one in self._dasar.roster.items()} | ours

    def _sort(self, skp: BarisSkp) -> None:
        """Set aside what cannot be compared, and gather the rest by person."""
        if not skp.is_counted:
            told = " ".join(render(issue).masalah for issue in skp.issues)
            self._note(skp, NasibSkp.DILEWATI, keterangan=told or "Baris kosong.")
        elif skp.issues:
            self._unread(skp)
        elif is_other_period(skp, self._dasar.period):
            is_of_year = _is_of_other_year(skp, self._dasar.period)
            masa = f"tahun {skp.tahun}" if is_of_year else span_of(skp)
            note = _OTHER_PERIOD.format(masa=masa)
            self._alone(skp, JenisBeda.PERIODE_LAIN, note, skp.places.get("mulai"))
        else:
            self._skp.setdefault(skp.nip, []).append(skp)

    def _unread(self, skp: BarisSkp) -> None:
        codes = {issue.code for issue in skp.issues}
        jenis = JenisBeda.NIP_ANGKA if IssueCode.SEL_12 in codes else JenisBeda.BELUM_TERBACA
        told = [render(issue) for issue in skp.issues]
        note = " ".join(part for one in told for part in (one.masalah, one.sebab) if part)
        places = tuple(dict.fromkeys(issue.place for issue in skp.issues))
        self._beda.append(Beda(jenis, skp.nip, skp.nama, sel_ekspor=places, keterangan=note))
        self._note(skp, NasibSkp.BELUM_TERBACA, keterangan=note)

    def _person(self, nip: str, skp: Sequence[BarisSkp], nearest: NipList) -> None:
        ours = self._ours.get(nip, [])
        found = pair(skp, ours, self._dasar.units_of)
        for one, kita in found.pairs:
            self._pair(one, kita, skp)
        for one in found.skp:
            self._beda += contradictions(one, self._dasar.policy)
            self._alone(one, *self._why_alone(one, ours, skp, nearest))
        self._left += ((kita, why_unnamed(kita, found, len(ours))) for kita in found.kita)

    def _pair(self, skp: BarisSkp, kita: HasilKita, siblings: Sequence[BarisSkp]) -> None:
        beda = tuple(compare_pair(skp, kita, self._dasar.policy))
        self._beda += beda
        self._sama += not beda
        self._named.add(kita.baris.unit)
        note = "; ".join(dict.fromkeys(one.jenis.value for one in beda))
        if not note and len(siblings) > 1:
            note = f"Salah satu dari {len(siblings)} SKP untuk NIP ini."
        nasib = NasibSkp.BERBEDA if beda else NasibSkp.SAMA
        self._note(skp, nasib, unit=kita.baris.unit, keterangan=note)

    def _why_alone(
        self,
        skp: BarisSkp,
        ours: Sequence[HasilKita],
        siblings: Sequence[BarisSkp],
        nearest: NipList,
    ) -> tuple[JenisBeda, str, Place | None]:
        if skp.is_acting:
            return JenisBeda.PLT, _NO_PLT, skp.places.get("plt")
        place = skp.places.get("nip")
        if ours:
            note = _OTHER_SKP.format(jumlah=len(siblings), skp=described(skp))
            return JenisBeda.SKP_LAIN, note, place
        listed = self._dasar.roster.get(skp.nip)
        if listed is None:
            note = " ".join(filter(None, (_UNKNOWN, nearest.ask_nearest(skp.nip))))
            return JenisBeda.TIDAK_DI_ISIAN, note, place
        text = _ELSEWHERE if listed.unit in self._posts else _UNSENT
        return JenisBeda.TANPA_HASIL, text.format(unit=listed.unit), place

    def _alone(self, skp: BarisSkp, jenis: JenisBeda, note: str, place: Place | None) -> None:
        """Tell of a row without an assignment to compare it with."""
        listed = self._dasar.roster.get(skp.nip)
        self._beda.append(
            Beda(
                jenis=jenis,
                nip=skp.nip,
                nama=skp.nama,
                unit=listed.unit if listed else "",
                sifat=skp.sifat or "",
                di_ekspor=said(skp),
                sel_ekspor=() if place is None else (place,),
                sel_isian=(listed.place,) if listed else (),
                keterangan=note,
            )
        )
        self._note(skp, NasibSkp.TANPA_PASANGAN, keterangan=note)

    def _note(
        self, skp: BarisSkp, nasib: NasibSkp, *, unit: str = "", keterangan: str = ""
    ) -> None:
        self._lines[skp.number] = Dibandingkan(skp, nasib, unit, keterangan)

    def _outside(self) -> frozenset[str]:
        """List the units none of whose assignments the export has.

        In an export of a part of the office, somebody who also serves elsewhere brings that unit
        in by an SKP alone, never by the NIP.
        """
        found = set(self._posts) - self._named
        if not self._dasar.is_limited:
            found -= {kita.baris.unit for kita, _ in self._left}
        return frozenset(found)

    def _missing(self, outside: frozenset[str]) -> Iterator[Beda]:
        """Tell of assignments that no row is for; a whole unit is told of once."""
        damaged = {
            kept_digits(bare_nip(line.baris.nip))[:KEPT_DIGITS]
            for line in self._lines.values()
            if line.nasib is NasibSkp.BELUM_TERBACA
        }
        unnamed = (
            (kita, "")
            for nip, found in self._ours.items()
            if nip not in self._skp and nip[:KEPT_DIGITS] not in damaged
            for kita in found
        )
        for kita, note in (*self._left, *unnamed):
            if _is_expected(kita) and kita.baris.unit not in outside:
                yield absent(kita, note)
        if not self._dasar.is_limited:
            yield from (self._absent_unit(unit) for unit in sorted(outside))

    def _absent_unit(self, unit: str) -> Beda:
        count = format_count(self._posts[unit])
        return Beda(
            jenis=JenisBeda.UNIT_TIDAK_DI_EKSPOR,
            nip="",
            nama=self._dasar.units.get(unit, unit),
            unit=unit,
            di_isian=f"{count} penugasan",
            keterangan=_UNIT.format(jumlah=count),
        )


def _is_expected(kita: HasilKita) -> bool:
    """Tell whether an assignment should stand in an export: whoever is away need not."""
    return kita.baris.status is not PenugasanStatus.TIDAK_DINILAI


def _order(beda: Beda) -> tuple[bool, str, bool, str]:
    return not beda.unit, beda.unit, not beda.nip, beda.nip
