"""How the people of a large unit are shared out over several workbooks, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kinerja_xlsx.model.buku import Urutan
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm

MAX_PEGAWAI: Final = 250
"""Most people with a form in one workbook; more sheets than that open slowly on office PCs."""
SATU_BUKU: Final = 1
_TITLES: Final = frozenset({
    "apt.", "dr.", "dra.", "drg.", "drh.", "drs.", "h.", "hj.", "ir.", "k.h.", "kh.", "ns.",
    "prof.",
})  # fmt: skip
"""Titles before a name, by which nobody files a form."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """One of the workbooks of a unit.

    Attributes:
        nomor: Which one, from 1.
        berkas: File names of all of them, in order.
        letak: The number of the workbook of each form, in the order of the forms.
    """

    nomor: int
    berkas: tuple[str, ...]
    letak: tuple[int, ...]

    @property
    def is_split(self) -> bool:
        """Tell whether the unit has more than this one workbook."""
        return len(self.berkas) > SATU_BUKU

    @property
    def title(self) -> str:
        """Name it among the others; nothing where it is alone."""
        return f"Bagian {self.nomor} dari {len(self.berkas)}" if self.is_split else ""

    def own(self, hasil: HasilBook) -> HasilBook:
        """Give the unit with the forms of this workbook alone."""
        pairs = zip(hasil.forms, self.letak, strict=True)
        forms = tuple(form for form, nomor in pairs if nomor == self.nomor)
        return replace(hasil, forms=forms, bagian=self.title)


def whole(hasil: HasilBook) -> Bagian:
    """Put every form of a unit in one workbook."""
    return Bagian(1, ("",), (1,) * len(hasil.forms))


def share_out(hasil: HasilBook, stem: str) -> tuple[Bagian, ...]:
    """Share the people of a unit out; all forms of one person stay in one workbook.

    Args:
        hasil: The unit.
        stem: What the files are called, without number and suffix.
    """
    people: dict[str, int] = {}
    for form in hasil.forms:
        people.setdefault(form.penugasan.nip, len(people) // MAX_PEGAWAI + 1)
    letak = tuple(people[form.penugasan.nip] for form in hasil.forms)
    berkas = part_names(stem, max(letak, default=SATU_BUKU))
    return tuple(Bagian(nomor, berkas, letak) for nomor in range(1, len(berkas) + 1))


def part_names(stem: str, parts: int) -> tuple[str, ...]:
    """Name the files of a unit: without a number where there is only one."""
    if parts == SATU_BUKU:
        return (f"{stem}.xlsx",)
    return tuple(f"{stem}_{number}.xlsx" for number in range(1, parts + 1))


def by_person(hasil: HasilBook) -> dict[str, tuple[HasilForm, ...]]:
    """Give the assignments of each person with a form, in the order in which they come first."""
    people: dict[str, list[HasilForm]] = {}
    for form in hasil.printed:
        people.setdefault(form.penugasan.nip, []).append(form)
    return {nip: tuple(forms) for nip, forms in people.items()}


def in_order(forms: Sequence[HasilForm], urutan: Urutan) -> tuple[HasilForm, ...]:
    """Put forms in the order in which they are printed; who has no rater comes last."""
    if urutan is Urutan.NAMA:
        return tuple(sorted(forms, key=_by_name))
    return tuple(sorted(forms, key=_by_rater))


def _by_name(form: HasilForm) -> tuple[str, str, str]:
    row = form.penugasan.pegawai.row
    return filed_as(row.nama), row.nip, form.penugasan.mulai.isoformat()


def _by_rater(form: HasilForm) -> tuple[bool, str, str, tuple[str, str, str]]:
    penilai, code = form.penilai, form.penugasan.pegawai.row.penilai
    name = "" if penilai is None else filed_as(penilai.nama)
    return penilai is None, name, code, _by_name(form)


def filed_as(nama: str) -> str:
    """Write a name as it is filed: in lower case, without the titles before it."""
    words = nama.casefold().split()
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return " ".join(words)


def in_runs(forms: Sequence[HasilForm]) -> Iterator[tuple[HasilForm, ...]]:
    """Cut ordered forms into workbooks of at most so many people, without changing their order."""
    run: list[HasilForm] = []
    people: set[str] = set()
    for form in forms:
        nip = form.penugasan.nip
        if nip not in people and len(people) == MAX_PEGAWAI:
            yield tuple(run)
            run, people = [], set()
        run.append(form)
        people.add(nip)
    if run:
        yield tuple(run)
