"""The steps: each input cell as typed and as read, the formula, the result, and the rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from kinerja_xlsx.model.penjelasan import PenjelasanPenugasan, SelMasukan
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.write.hasil.context import Layout
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf, Span, Strip
from kinerja_xlsx.write.hasil.labels import KOSONG
from kinerja_xlsx.write.hasil.looks import SMALL
from kinerja_xlsx.write.hasil.rincian import cells_text, source_letters
from kinerja_xlsx.write.measure import lines_height
from kinerja_xlsx.write.penjelasan.kolom import KolomPenjelasan

KEPT_SHARE: Final = 0.4
"""A step taller than this share of a page may be divided between two pages."""
Kolom = Layout[KolomPenjelasan]


def add_langkah(sheaf: Sheaf, layout: Kolom, one: PenjelasanPenugasan) -> None:
    """Add every step from cells to results."""
    letters = source_letters(one.langkah)
    heading = _heading(layout)
    sheaf.add(heading.height, *heading.cells, keep=True)
    cells = one.sel_by_address
    for number, step in enumerate(one.langkah, start=1):
        lines = [_cell_line(layout, *one) for one in _alike(step.cells, cells)]
        beside = _beside(layout, number, step, letters[step.source])
        _add_step(sheaf, layout, lines or [_cell_line(layout, (), None)], beside, heading=heading)


def _heading(layout: Kolom) -> Strip:
    cells = tuple(
        Cell(heading.at, heading.text, layout.looks.head)
        for heading in layout.grid.variant.headings
    )
    return Strip(layout.height(*cells, size=SMALL, bold=True), cells)


def _alike(
    addresses: Sequence[str], cells: Mapping[str, SelMasukan]
) -> Iterator[tuple[tuple[str, ...], SelMasukan | None]]:
    """Put neighbours together that say the same under the same heading, such as equal weights."""

    def said(address: str) -> tuple[str, ...]:
        found = cells.get(address)
        return (found.place.heading or "", found.diketik, found.dibaca) if found else (address,)

    for _, group in groupby(addresses, key=said):
        alike = tuple(group)
        yield alike, cells.get(alike[0])


def _cell_line(
    layout: Kolom, addresses: Sequence[str], found: SelMasukan | None
) -> tuple[float, tuple[Cell, ...]]:
    """Set input cells: where they stand, under which heading, as typed and as read."""
    looks, at = layout.looks, layout.grid.variant
    texts = (
        (at.sel, cells_text(addresses) or KOSONG),
        (at.judul, (found.place.heading or KOSONG) if found else KOSONG),
        (at.diketik, found.diketik if found else KOSONG),
        (at.dibaca, (found.dibaca or KOSONG) if found else KOSONG),
    )
    line = tuple(Cell(rng, text, looks.small_tight) for rng, text in texts)
    return layout.height(*line, size=SMALL), line


def _beside(layout: Kolom, number: int, step: Step, letter: str) -> tuple[Cell, ...]:
    """Set what all cells of a step share."""
    looks, at = layout.looks, layout.grid.variant
    return (
        Cell(at.nomor, str(number), looks.small_center),
        Cell(at.langkah, step.label, looks.small_tight),
        Cell(at.rumus, step.formula, looks.small_tight),
        Cell(at.hasil, step.result, looks.small_tight_bold),
        Cell(at.dasar, letter, looks.small_center),
    )


def _add_step(
    sheaf: Sheaf,
    layout: Kolom,
    lines: Sequence[tuple[float, tuple[Cell, ...]]],
    beside: Sequence[Cell],
    *,
    heading: Strip,
) -> None:
    """Add one step, tall enough for the texts that stand beside its cells."""
    own = sum(height for height, _ in lines)
    bold = layout.looks.small_tight_bold
    needed = max(layout.height(cell, size=SMALL, bold=cell.look is bold) for cell in beside)
    keep = max(needed, own) <= layout.grid.capacity * KEPT_SHARE
    if not keep:
        needed += lines_height(1, SMALL)  # a page's end may cost the text a line
    missing = max(needed - own, 0) / len(lines)
    first = len(sheaf.strips)
    for index, (height, cells) in enumerate(lines):
        is_inner = index < len(lines) - 1
        sheaf.add(height + missing, *cells, heading=(heading,), keep=keep and is_inner)
    last = len(sheaf.strips) - 1
    sheaf.spans += [Span(first, last, cell, layout.room(cell), SMALL) for cell in beside]
