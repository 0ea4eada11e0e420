"""The real input cases of the field: what is told, where, and what is accepted; never a guess."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import Issue, Severity
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.spec.pesan import render
from tests.flow.alur import settle
from tests.flow.kasus_nyata import angka, baris, berkas, kata, lembar, nip, rumus
from tests.flow.kasus_nyata.berkas import KasusBerkas
from tests.flow.kasus_nyata.dasar import Hasil, Kasus, outcome_of
from tests.flow.kasus_nyata.keluaran import NAMA, TERBUKA
from tests.penulis.isi import TEKS, Isi

SEMUA: tuple[Kasus, ...] = (
    *nip.NIP, *lembar.SEMUA, *baris.SEMUA, *angka.SEMUA, *kata.SEMUA, *rumus.SEMUA,
)  # fmt: skip
CHECK = RunOptions(workers=0, writes=False)
STORED: tuple[tuple[str, Isi], ...] = tuple(
    (name, TEKS[name])
    for name in ("teks bersama", "teks bersama berhuruf campur", "teks sebagai hasil rumus")
)


def judge(kasus: Kasus, found: Hasil) -> None:
    """Compare all that came of a case with all that must."""
    assert found == kasus.wanted
    assert {cell: found.values.get(cell) for cell in kasus.values} == kasus.values
    assert {cell: found.proposals.get(cell) for cell in kasus.proposals} == kasus.proposals


@pytest.mark.parametrize("kasus", SEMUA, ids=lambda kasus: kasus.id)
def test_case_is_told_at_its_place_and_nothing_is_guessed(kasus: Kasus) -> None:
    judge(kasus, outcome_of(kasus.draw(), kasus.base()))


@pytest.mark.parametrize(
    ("kasus", "stored"),
    [
        pytest.param(kasus, STORED[number % len(STORED)][1],
                     id=f"{kasus.id}-{STORED[number % len(STORED)][0].replace(' ', '-')}")
        for number, kasus in enumerate(SEMUA)
        if kasus.isi is None
    ],
)  # fmt: skip
def test_case_means_the_same_however_it_is_stored(kasus: Kasus, stored: Isi) -> None:
    judge(kasus, outcome_of(kasus.draw(stored), kasus.base()))


def test_every_real_case_is_here_with_its_variations() -> None:
    ids = [kasus.id for kasus in SEMUA] + [kasus.id for kasus in berkas.SEMUA]
    ids += [*NAMA, *TERBUKA]
    counted = Counter(int(name[:2]) for name in ids)

    assert set(counted) == set(range(1, 29))
    assert min(counted.values()) >= 2
    assert len(set(ids)) == len(ids)


# -- in a whole run


def place_in(issue: Issue) -> str:
    place = issue.place
    return "!".join(part for part in (place.file, place.sheet, place.cell) if part)


@pytest.mark.parametrize("kasus", berkas.SEMUA, ids=lambda kasus: kasus.id)
def test_file_has_its_own_sentence_and_the_run_goes_on(kasus: KasusBerkas, tmp_path: Path) -> None:
    result = process(settle(tmp_path, kasus.files()), CHECK)

    found = {file.file: file.verdict.value for file in result.files}
    assert found == {name: kasus.verdicts.get(name, "diterima") for name in found}
    assert kasus.verdicts.keys() <= found.keys()
    galat = [issue for issue in result.issues if issue.severity is Severity.GALAT]
    told = sorted(f"{issue.code.value} {place_in(issue)}" for issue in galat)
    assert told == (sorted(kasus.told.split(", ")) if kasus.told else [])
    assert all(render(issue).perbaiki for issue in galat)
    rows = result.rows
    assert rows.seen == rows.accepted + rows.corrected + rows.withheld + rows.ignored
