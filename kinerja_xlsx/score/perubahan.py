"""The smallest change of a distribution that fits its pattern, found exactly.

People are a flow through a small network: from the predikat they have, to the predikat they would
get, through the rules that count them, to the exit. What is wanted first to last (every rule met,
fewest people moved, fewest steps, higher predikat moved first, higher predikat reached first)
becomes one whole number per arc, in digits of a base that no sum of lower digits can reach, so
that the cheapest flow is the first in that order. Cheapest paths are sent one after another, each
with as many people as it can carry; that is optimal, and takes a few dozen paths for any number of
people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

_ENTRY: Final = ("masuk", 0)
_EXIT: Final = ("keluar", 0)
_BEFORE: Final = "dari"
_AFTER: Final = "ke"
_RULE: Final = "aturan"

Node = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Limit:
    """Bounds on the number of people at some positions, counted together."""

    positions: tuple[int, ...]
    at_least: int
    at_most: int

    def holds(self, counts: Sequence[int]) -> bool:
        """Tell whether the people at the positions are within the bounds."""
        return self.at_least <= sum(counts[p] for p in self.positions) <= self.at_most


@dataclass(frozen=True, slots=True)
class Change:
    """People who move from one position to another; position 0 is the best."""

    people: int
    before: int
    after: int


@dataclass(slots=True)
class _Arc:
    """One way through the network, and how many more people it can carry."""

    start: Node
    end: Node
    room: int
    price: int

    def __post_init__(self) -> None:
        self.back = self


def smallest_change(counts: Sequence[int], limits: Sequence[Limit]) -> tuple[Change, ...] | None:
    """Find the change that meets all limits: fewest people, fewest steps, highest moved first.

    Args:
        counts: People at each position, best first.
        limits: A position may be in one limit alone and in one limit with others.

    Returns:
        Highest first; empty when nothing has to change, None when no change meets the limits.
    """
    arcs = _network(counts, limits)
    while path := _cheapest_path(arcs):
        people = min(arc.room for arc in path)
        for arc in path:
            arc.room -= people
            arc.back.room += people
    after = [_arrived(arcs, position) for position in range(len(counts))]
    if sum(after) < sum(counts) or not all(limit.holds(after) for limit in limits):
        return None
    return _changes(counts, after)
