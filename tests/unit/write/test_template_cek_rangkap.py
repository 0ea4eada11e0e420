"""The status in `Cek` says what the checks say of each post, for people with one or several."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.validate import check_isian
from kinerja_xlsx.write.template import render_book
from kinerja_xlsx.write.template.cek import BELUM, OK, PERIKSA, TIDAK_DINILAI
from tests.unit.write.cek_banding import (
    SHEETS,
    Place,
    assert_libreoffice_agrees,
    assert_second_engine_agrees,
    expected,
    places,
    short,
    statuses,
)
from tests.unit.write.template_drawn import PEGAWAI, content, read_back
from tests.unit.write.template_drawn import SHEETS as SHEETS_OF_BOOKS
from tests.unit.write.test_template_cek_matriks import WORK

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja_xlsx.spec.penugasan import Checked
    from kinerja_xlsx.write.page import InputValue
    from kinerja_xlsx.write.template.aturan import Cells

FORM: Cells = {"kode_unit": "PKM", "periode": "2026-TW1", "pendekatan": "Kuantitatif"}
FIRST_DAY, MIDDLE, LAST_DAY = date(2026, 1, 1), date(2026, 2, 14), date(2026, 3, 31)
RATED: Cells = {"rating_perilaku": "Sesuai Ekspektasi"}
WORKED: Cells = {"realisasi": Decimal(1250), "bukti_dukung": "Register"}


def said_of(rows: dict[str, tuple[Cells, ...]]) -> dict[Place, str]:
    """Fill a workbook, and make sure that its statuses are those of the checks."""
    data = render_book(ISIAN, content(rows, form=FORM))
    said = {place: short(status) for place, status in statuses(data).items()}
    assert said == expected(check_isian(read_back(data), None))
    return said


def rows_of(*posts: Cells, rated: Cells, worked: Cells) -> dict[str, tuple[Cells, ...]]:
    """Fill a workbook with one person: Sifat and Mulai of the other sheets as in `Pegawai`."""
    names = [
        {"nip": PEGAWAI["nip"], "nama": PEGAWAI["nama"]}
        | {name: post.get(name) for name in ("sifat", "mulai")}
        for post in posts
    ]
    return {
        "Pegawai": tuple({**PEGAWAI, **post} for post in posts),
        "Hasil Kerja": tuple(
            {**WORK, **name, **(worked if number == 0 else {})}
            for number, name in enumerate(names)
        ),
        "Penilaian": tuple(
            {**name, **(rated if number == 0 else {})} for number, name in enumerate(names)
        ),
    }


@pytest.mark.parametrize(
    "days",
    [
        {"mulai": FIRST_DAY},
        {"selesai": LAST_DAY},
        {"mulai": FIRST_DAY, "selesai": LAST_DAY},
    ],
)
def test_leave_over_exactly_the_period_is_not_evaluated(days: Cells) -> None:
    said = said_of(rows_of({**days, "keadaan": "Cuti"}, rated={}, worked={}))

    assert set(said.values()) == {TIDAK_DINILAI}


@pytest.mark.parametrize("days", [{"mulai": MIDDLE}, {"mulai": FIRST_DAY, "selesai": MIDDLE}])
def test_leave_over_a_part_of_the_period_is_evaluated(days: Cells) -> None:
    said = said_of(rows_of({**days, "keadaan": "Cuti"}, rated={}, worked={}))

    assert TIDAK_DINILAI not in said.values()


def test_leave_from_one_of_two_posts_leaves_the_other_to_be_evaluated() -> None:
    posts: tuple[Cells, ...] = (
        {"sifat": "Definitif", "keadaan": "Cuti"},
        {"sifat": "Plt", "mulai": MIDDLE},
    )

    said = said_of(rows_of(*posts, rated={}, worked={}))

    assert said == {
        ("Pegawai", 5): TIDAK_DINILAI, ("Pegawai", 6): OK,
        ("Hasil Kerja", 5): TIDAK_DINILAI, ("Hasil Kerja", 6): BELUM,
        ("Penilaian", 5): TIDAK_DINILAI, ("Penilaian", 6): BELUM,
    }  # fmt: skip


@pytest.mark.parametrize(
    "posts",
    [
        ({"sifat": "Definitif"}, {"sifat": "Plt"}),
        ({"sifat": "Plt"}, {"sifat": "Plt", "mulai": MIDDLE}),
    ],
)
@pytest.mark.parametrize(("rated", "worked"), [(RATED, {}), ({}, WORKED), (RATED, WORKED)])
def test_entries_of_one_post_do_not_fill_the_other(
    posts: tuple[Cells, ...], rated: Cells, worked: Cells
) -> None:
    said = said_of(rows_of(*posts, rated=rated, worked=worked))

    assert (said["Hasil Kerja", 5], said["Penilaian", 5]) == (OK, OK)
    assert (said["Hasil Kerja", 6], said["Penilaian", 6]) == (BELUM, BELUM)


# -- drawn people ---------------------------------------------------------------------------------

_NAMES_NOBODY = (IssueCode.BRS_06, IssueCode.BRS_11)
"""A row that names no post, or leaves open which: to be seen on two sheets only."""
_ACROSS = (*_NAMES_NOBODY, IssueCode.BRS_04)
"""Faults that no row alone shows."""


MISSING, UNNAMED = 0.2, 0.06
"""How often a person with one post has no ratings, and how often a row leaves its post open."""


def is_out(post: Cells) -> bool:
    """Tell whether a post is on leave over the whole period."""
    whole = (post["mulai"] in {None, FIRST_DAY}, post["selesai"] in {None, LAST_DAY})
    return post["keadaan"] not in {None, "Aktif"} and all(whole)


class Naming(NamedTuple):
    """Whether rows may leave Sifat blank, and whether they may leave open which post is meant."""

    may_omit: bool
    may_fail: bool


class Drawn(NamedTuple):
    """The rendered workbook, and what checking says of it."""

    data: bytes
    checked: Checked


SEEDS = (2026, 2027)


class People:
    """Draws people with their posts and the rows of each post."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - the same rows each time is the point
        self.rows: dict[str, list[Cells]] = {sheet: [] for sheet in SHEETS}

    def add(self, number: int) -> None:
        pick = self._random.choice
        who: Cells = {"nip": f"19900101201503{1000 + number}", "nama": f"Contoh {number}"}
        posts = [self._post() for _ in range(pick([1, 1, 2, 2, 2, 3]))]
        keys = {(post["sifat"] or "Definitif", post["mulai"] or FIRST_DAY) for post in posts}
        posts = posts[: 1 if len(keys) < len(posts) else None]
        is_only = len(posts) == 1
        is_alike = len({post["sifat"] or "Definitif" for post in posts}) == 1
        # Of posts with one Sifat, one on leave overlaps the other: `Cek` asks for Sifat there.
        needs_sifat = not is_alike or len({is_out(post) for post in posts}) > 1
        how = Naming(may_omit=not needs_sifat, may_fail=is_only or not is_alike)
        for post in posts:
            self.rows["Pegawai"].append({**PEGAWAI, **who, **post})
            for indicator in range(pick([1, 1, 2])):
                name = {**who, **self._name(post, how, is_only=is_only)}
                work = {**WORK, **name, "no_indikator": f"1.{indicator + 1}"}
                self.rows["Hasil Kerja"].append({**work, **self._entry()})
            if is_only and self._random.random() < MISSING:
                continue
            name = {**who, **self._name(post, how, is_only=is_only)}
            fault: Cells = {"nama": "x" * 121} if is_only and pick([0, 0, 0, 1]) else {}
            self.rows["Penilaian"].append({**name, **pick([{}, {}, RATED]), **fault})

    def _post(self) -> dict[str, InputValue]:
        pick = self._random.choice
        return {
            "sifat": pick([None, "Definitif", "Plt", "plh"]),
            "keadaan": pick([None, "Aktif", "Cuti", "cuti", "Tugas Belajar", "Pensiun"]),
            "mulai": pick([None, None, FIRST_DAY, MIDDLE]),
            "selesai": pick([None, None, LAST_DAY, date(2026, 3, 1)]),
        }

    def _name(
        self, post: dict[str, InputValue], how: Naming, *, is_only: bool
    ) -> dict[str, InputValue]:
        """Name a post in one of the ways that the checks understand, and now and then in none."""
        pick = self._random.choice
        held = post["sifat"] or "Definitif"
        if how.may_fail and self._random.random() < UNNAMED:
            return {"sifat": None, "mulai": pick([None, FIRST_DAY, MIDDLE])}
        mulai = pick([post["mulai"], post["mulai"] or FIRST_DAY])
        if is_only:
            mulai = pick([None, FIRST_DAY, MIDDLE])
        return {"sifat": pick([None, held]) if how.may_omit else held, "mulai": mulai}

    def _entry(self) -> Cells:
        unfilled: Cells = {}
        text: Cells = {"realisasi": "98,75 %"}
        return self._random.choice([unfilled, unfilled, WORKED, text, {"umpan_balik": "Baik"}])


@cache
def drawn(seed: int) -> Drawn:
    people = People(seed)
    for number in range(150):
        people.add(number)
    rows = {sheet: tuple(found) for sheet, found in people.rows.items()}
    data = render_book(ISIAN, content(rows, form=FORM))
    return Drawn(data, check_isian(read_back(data), None))


@pytest.mark.parametrize("seed", SEEDS)
def test_status_of_drawn_posts_is_what_the_checks_say(seed: int) -> None:
    data, checked = drawn(seed)
    said = {place: short(status) for place, status in statuses(data).items()}
    known = expected(checked)
    across, of_doubt = places(checked, *_ACROSS), rows_of_doubt(checked)

    assert {OK, BELUM, PERIKSA, TIDAK_DINILAI} == set(known.values())
    assert TIDAK_DINILAI not in {said[place] for place in across}
    assert {
        place: (said[place], known[place])
        for place in known.keys() - across
        if said[place] != known[place]
        and not (place in of_doubt and {said[place], known[place]} == {OK, BELUM})
    } == {}


def rows_of_doubt(checked: Checked) -> set[Place]:
    """List the rows of people of whom some row leaves its post open: none is called unfilled."""
    subjects = {
        (record.sheet, record.number): checked.subjects[record.subject].nip
        for record in checked.rows
        if record.subject is not None
    }
    doubtful = {subjects.get(place) for place in places(checked, *_NAMES_NOBODY)}
    return {place for place, nip in subjects.items() if nip in doubtful}


def test_second_engine_agrees_on_the_drawn_posts(tmp_path: Path) -> None:
    assert_second_engine_agrees(drawn(SEEDS[0]).data, tmp_path)


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_agrees_on_the_drawn_posts(tmp_path: Path) -> None:
    assert_libreoffice_agrees(drawn(SEEDS[0]).data, tmp_path)


def test_without_a_period_only_blank_days_are_known_to_cover_it() -> None:
    people = ({**PEGAWAI, "keadaan": "Cuti", "mulai": FIRST_DAY},)

    said = statuses(render_book(ISIAN, content({"Pegawai": people}, form={})))

    assert said == {("Pegawai", 5): OK}


def test_entries_of_every_sheet_stand_side_by_side() -> None:
    for _, model in SHEETS_OF_BOOKS:
        marks = [spec.column.is_entry for spec in columns_of(model)]
        assert marks == sorted(marks), model.sheet  # from the first one on, to the last column
