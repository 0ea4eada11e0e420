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

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

_Node = tuple[str, int]
_ENTRY: Final = ("masuk", 0)
_EXIT: Final = ("keluar", 0)
_BEFORE: Final = "dari"
_AFTER: Final = "ke"
_RULE: Final = "aturan"


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


def smallest_change(counts: Sequence[int], limits: Sequence[Limit]) -> tuple[Change, ...] | None:
    """Find the change that meets all limits: fewest people, fewest steps, highest moved first.

    Args:
        counts: People at each position, best first.
        limits: A position may be in one limit alone and in one limit with others.

    Returns:
        Highest first; empty when nothing has to change, None when no change meets the limits.
    """
    network = _Network(_Prices(len(counts), sum(counts)))
    network.fill(counts, limits)
    network.send_all()
    after = [network.arrived(position) for position in range(len(counts))]
    if sum(after) < sum(counts) or not all(limit.holds(after) for limit in limits):
        return None
    return _changes(counts, after)


@dataclass(frozen=True, slots=True)
class _Prices:
    """Prices as numbers whose digits are, highest first, what is wanted first to last."""

    positions: int
    people: int

    def move(self, before: int, after: int) -> int:
        """Price one person who moves, or stays for nothing."""
        if before == after:
            return 0
        leave = [-int(position == before) for position in range(self.positions)]
        reach = [-int(position == after) for position in range(self.positions)]
        return self._number([0, 1, abs(before - after), *leave, *reach])

    def required(self) -> int:
        """Price one person whom a limit asks for, below anything else."""
        return self._number([-1, 0, 0, *[0] * (2 * self.positions)])

    def _number(self, digits: list[int]) -> int:
        base = 4 * self.positions * (self.people + 1)
        number = 0
        for digit in digits:
            number = number * base + digit
        return number


@dataclass(frozen=True, slots=True)
class _Arc:
    start: _Node
    end: _Node
    price: int


class _Network:
    """Arcs and the room left on each; the arc after an even one is its way back."""

    def __init__(self, prices: _Prices) -> None:
        self._prices = prices
        self._arcs: list[_Arc] = []
        self._rooms: list[int] = []

    def fill(self, counts: Sequence[int], limits: Sequence[Limit]) -> None:
        """Lay the arcs for the people and the limits."""
        alone = {limit.positions[0]: limit for limit in limits if len(limit.positions) == 1}
        shared = [limit for limit in limits if len(limit.positions) > 1]
        ends = {p: (_RULE, number) for number, limit in enumerate(shared) for p in limit.positions}
        free = Limit((), 0, sum(counts))
        for position, people in enumerate(counts):
            self._add(_ENTRY, (_BEFORE, position), people)
            end = ends.get(position, _EXIT)
            self._limit((_AFTER, position), end, alone.get(position, free))
        for before, after in product(range(len(counts)), repeat=2):
            price = self._prices.move(before, after)
            self._add((_BEFORE, before), (_AFTER, after), sum(counts), price)
        for number, limit in enumerate(shared):
            self._limit((_RULE, number), _EXIT, limit)

    def send_all(self) -> None:
        """Send everyone who can pass, always along the cheapest path left."""
        while path := self._cheapest_path():
            people = min(self._rooms[arc] for arc in path)
            for arc in path:
                self._rooms[arc] -= people
                self._rooms[arc ^ 1] += people

    def arrived(self, position: int) -> int:
        """Count the people who pass a position after the change: the room on the ways back."""
        node = (_AFTER, position)
        ways_back = range(1, len(self._arcs), 2)
        return sum(self._rooms[arc] for arc in ways_back if self._arcs[arc].start == node)

    def _limit(self, start: _Node, end: _Node, limit: Limit) -> None:
        self._add(start, end, limit.at_least, self._prices.required())
        self._add(start, end, limit.at_most - limit.at_least)

    def _add(self, start: _Node, end: _Node, room: int, price: int = 0) -> None:
        self._arcs += [_Arc(start, end, price), _Arc(end, start, -price)]
        self._rooms += [room, 0]

    def _cheapest_path(self) -> list[int]:
        """Find the cheapest path with room, by Bellman and Ford; empty when there is none."""
        prices, arrived_by = {_ENTRY: 0}, dict[_Node, int]()
        improved = True
        while improved:
            improved = False
            for number, arc in enumerate(self._arcs):
                if self._rooms[number] <= 0 or arc.start not in prices:
                    continue
                price = prices[arc.start] + arc.price
                if arc.end not in prices or price < prices[arc.end]:
                    prices[arc.end], arrived_by[arc.end], improved = price, number, True
        path, node = [], _EXIT
        while node in arrived_by:
            path.append(arrived_by[node])
            node = self._arcs[arrived_by[node]].start
        return path


def _changes(counts: Sequence[int], after: Sequence[int]) -> tuple[Change, ...]:
    """Pair those who leave with the places they fill, both from the highest down."""
    pairs = zip(counts, after, strict=True)
    leaving, filling = [], []
    for position, (had, has) in enumerate(pairs):
        leaving += [position] * max(had - has, 0)
        filling += [position] * max(has - had, 0)
    moves = list(zip(leaving, filling, strict=True))
    return tuple(Change(moves.count(move), *move) for move in sorted(set(moves)))
