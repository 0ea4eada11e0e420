"""The smallest change is the one that trying every distribution would find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.law import CapaianOrganisasi
from kinerja_xlsx.score.distribusi import limits_of
from kinerja_xlsx.score.perubahan import Change, Limit, smallest_change
from tests.unit.score.rows import POLICY

Counts = tuple[int, ...]
Rank = tuple[int, int, Counts, Counts]


def distributions(people: int, positions: int = 5) -> Iterator[Counts]:
    if positions == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in distributions(people - first, positions - 1):
            yield (first, *rest)


def rank(before: Counts, after: Counts) -> Rank:
    """Fewest people, then fewest steps, then most from the highest, then most to the highest."""
    moved = [had - has for had, has in zip(before, after, strict=True)]
    steps = sum(abs(balance) for balance in accumulate(moved))
    leaving = tuple(-max(net, 0) for net in moved)
    reaching = tuple(-max(-net, 0) for net in moved)
    return -sum(leaving), steps, leaving, reaching


def best_by_trying(before: Counts, limits: Sequence[Limit]) -> Counts | None:
    fitting = [
        after
        for after in distributions(sum(before))
        if all(limit.holds(after) for limit in limits)
    ]
    return min(fitting, key=lambda after: rank(before, after), default=None)


def applied(before: Counts, changes: Sequence[Change]) -> Counts:
    after = list(before)
    for change in changes:
        after[change.before] -= change.people
        after[change.after] += change.people
    return tuple(after)


def check(before: Counts, limits: Sequence[Limit]) -> None:
    best = best_by_trying(before, limits)
    changes = smallest_change(before, limits)

    assert (best is None) is (changes is None)
    if best is None or changes is None:
        return
    assert applied(before, changes) == best
    people, steps, _, _ = rank(before, best)
    assert sum(change.people for change in changes) == people
    assert sum(change.people * abs(change.before - change.after) for change in changes) == steps


@pytest.mark.parametrize("capaian", CapaianOrganisasi)
@pytest.mark.parametrize("people", range(1, 6))
def test_every_small_unit_gets_the_change_that_trying_all_finds(
    capaian: CapaianOrganisasi, people: int
) -> None:
    limits = limits_of(POLICY.pola[capaian], people, POLICY)

    for before in distributions(people):
        check(before, limits)


@given(
    before=st.tuples(*[st.integers(0, 2)] * 5),
    bounds=st.tuples(*[st.tuples(st.integers(0, 3), st.integers(0, 8))] * 5),
    group=st.tuples(st.integers(0, 5), st.integers(3, 10)),
)
def test_any_limits_get_the_change_that_trying_all_finds(
    before: Counts, bounds: tuple[tuple[int, int], ...], group: tuple[int, int]
) -> None:
    single = [Limit((position,), low, high) for position, (low, high) in enumerate(bounds)]

    check(before, [*single, Limit((2, 3), *group)])


def test_nothing_moves_where_nothing_has_to() -> None:
    assert smallest_change((2, 7, 1, 0, 0), [Limit((1,), 0, 7)]) == ()


def test_impossible_limits_have_no_change() -> None:
    assert smallest_change((0, 0, 0, 2, 0), [Limit((3,), 2, 2), Limit((2,), 1, 2)]) is None
    assert smallest_change((3, 0), [Limit((0,), 0, 1), Limit((1,), 0, 1)]) is None


def test_large_unit_is_answered_at_once() -> None:
    limits = limits_of(POLICY.pola[CapaianOrganisasi.SANGAT_KURANG], 25_000, POLICY)

    assert smallest_change((12_500, 12_500, 0, 0, 0), limits) == (
        Change(2_500, 0, 2),
        Change(10_000, 0, 4),
        Change(5_000, 1, 4),
    )


def test_people_above_an_exact_bound_leave_although_staying_costs_nothing() -> None:
    assert smallest_change((2, 0), [Limit((0,), 1, 1)]) == (Change(1, 0, 1),)
    assert smallest_change((3, 0, 0), [Limit((0, 1), 1, 2)]) == (Change(1, 0, 2),)
