"""What a unit does well and can work on, counted over its people; nobody is singled out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from kinerja_xlsx.model.law import Aspek, Ekspektasi, NilaiPerilaku
from kinerja_xlsx.model.score import IndikatorStatus
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm

LEAST_PEOPLE: Final = 3
"""What fewer people share would point at one of them."""
KUAT: Final = 80
"""Percent from which something is called a strength of the unit."""
MOST_INDIKATOR: Final = 15
"""Most indicators in the table: those that most people share."""
_TARGET: Final = 100


class Kelompok(Enum):
    """What is counted; the value is what people read."""

    ASPEK = "Aspek indikator"
    INDIKATOR = "Indikator bersama"
    PERILAKU = "Perilaku kerja"


@dataclass(frozen=True, slots=True)
class Butir:
    """One thing that several people of the unit share.

    Attributes:
        kelompok: What kind of thing.
        nama: Its name, or the text of the indicator.
        tercapai: How many reached it.
        dari: Of how many.
    """

    kelompok: Kelompok
    nama: str
    tercapai: int
    dari: int

    @property
    def bagian(self) -> Decimal:
        """The part that reached it, in percent."""
        return Decimal(100 * self.tercapai) / self.dari

    @property
    def is_kuat(self) -> bool:
        """Tell whether it is a strength of the unit."""
        return 100 * self.tercapai >= KUAT * self.dari


def butir_of(hasil: HasilBook) -> tuple[Butir, ...]:
    """Count what the people of a unit share: aspects and behaviour in the order of the law.

    Indicators come by how many people share them; whoever holds one alone stands nowhere.
    """
    return (*_aspek(hasil.forms), *_indikator(hasil), *_perilaku(hasil.forms))


def _aspek(forms: Iterable[HasilForm]) -> Iterator[Butir]:
    reached: dict[Aspek, list[bool]] = {aspek: [] for aspek in Aspek}
    people: dict[Aspek, set[str]] = {aspek: set() for aspek in Aspek}
    for form in forms:
        capaian = {score.no_indikator: score.capaian for score in form.score.indikator}
        for placed in form.penugasan.indikator:
            aspek, found = placed.row.aspek, capaian.get(placed.row.no_indikator)
            if aspek is not None and found is not None:
                reached[aspek].append(found >= _TARGET)
                people[aspek].add(form.penugasan.nip)
    for aspek, found_of in reached.items():
        if len(people[aspek]) >= LEAST_PEOPLE:
            yield Butir(Kelompok.ASPEK, aspek.value, sum(found_of), len(found_of))


def _indikator(hasil: HasilBook) -> Iterator[Butir]:
    people = _people_by_text(hasil.forms)
    shared = [
        one
        for one in hasil.kinerja.indikator
        if len(people.get(_plain(one.indikator), ())) >= LEAST_PEOPLE
    ]
    ordered = sorted(shared, key=lambda one: (-one.penugasan, one.indikator.casefold()))
    for one in ordered[:MOST_INDIKATOR]:
        yield Butir(Kelompok.INDIKATOR, one.indikator, one.tercapai, one.penugasan)


def _people_by_text(forms: Iterable[HasilForm]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for form in forms:
        for placed in form.penugasan.indikator:
            found.setdefault(_plain(placed.row.indikator), set()).add(form.penugasan.nip)
    return found


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _perilaku(forms: Iterable[HasilForm]) -> Iterator[Butir]:
    rows = [form.penugasan.penilaian.row for form in forms if form.penugasan.penilaian]
    for nilai in NilaiPerilaku:
        filled = [(row.nip, getattr(row, nilai.name.lower())) for row in rows]
        filled = [(nip, value) for nip, value in filled if value is not None]
        if len({nip for nip, _ in filled}) >= LEAST_PEOPLE:
            met = sum(value is not Ekspektasi.DI_BAWAH for _, value in filled)
            yield Butir(Kelompok.PERILAKU, nilai.value, met, len(filled))


def waiting_indikator(hasil: HasilBook) -> int:
    """Count the indicators that still lack their realisasi."""
    return sum(
        score.status is IndikatorStatus.BELUM_ADA_REALISASI
        for form in hasil.forms
        for score in form.score.indikator
    )


def with_rencana(hasil: HasilBook) -> tuple[int, int]:
    """Count the people whose next step is agreed in `Rencana Pengembangan`, and all people."""
    everybody = {form.penugasan.nip for form in hasil.forms}
    agreed = {
        form.penugasan.nip
        for form in hasil.forms
        if form.penugasan.penilaian and form.penugasan.penilaian.row.rencana_pengembangan
    }
    return len(agreed), len(everybody)
