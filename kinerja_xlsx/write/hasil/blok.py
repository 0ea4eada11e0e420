"""A block of a table: lines beside texts that they share, kept together while a page holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Final, TypeVar

from kinerja_xlsx.model.law import JenisHasilKerja
from kinerja_xlsx.spec.hasil_kerja import IndikatorRow
from kinerja_xlsx.write.hasil.context import Layout
from kinerja_xlsx.write.hasil.flow import TALL_POINTS, Cell, Sheaf, Span, Strip
from kinerja_xlsx.write.hasil.grid import Columns
from kinerja_xlsx.write.hasil.labels import BELUM_DIISI, KOSONG
from kinerja_xlsx.write.hasil.looks import BODY, SMALL
from kinerja_xlsx.write.measure import lines_height

KEPT_SHARE: Final = 0.4
"""A block taller than this share of a page may be divided between two pages."""

Line = tuple[float, list[Cell]]
"""Height and cells."""
Block = tuple[Sequence[Line], Sequence[Cell]]
"""The lines of one RHK, and the texts that stand beside all of them."""
RowT = TypeVar("RowT", bound=IndikatorRow)
_SUBJUDUL: Final = MappingProxyType({
    JenisHasilKerja.UTAMA: "A. UTAMA",
    JenisHasilKerja.TAMBAHAN: "B. TAMBAHAN",
})  # fmt: skip
_TIDAK_ADA: Final = MappingProxyType({
    JenisHasilKerja.UTAMA: BELUM_DIISI.lower(),
    JenisHasilKerja.TAMBAHAN: "tidak ada",
})  # fmt: skip


def by_rhk(rows: Iterable[RowT], jenis: JenisHasilKerja) -> Iterator[list[RowT]]:
    """Give the indicators of one kind of work by their RHK, in the order of No RHK."""
    ordered = sorted((row for row in rows if row.jenis is jenis), key=lambda row: row.no_rhk)
    for _, group in groupby(ordered, key=lambda row: row.no_rhk):
        yield list(group)


def add_table(
    sheaf: Sheaf, layout: Layout[Columns], blocks: Mapping[JenisHasilKerja, Sequence[Block]]
) -> None:
    """Add the table HASIL KERJA, from its heading to the last additional indicator."""
    band = Cell(layout.full, "HASIL KERJA", layout.looks.band)
    sheaf.add(layout.height(band, bold=True), band, keep=True)
    heading = _heading_strips(layout)
    for strip in heading:
        sheaf.add(strip.height, *strip.cells, keep=True)
    for jenis in JenisHasilKerja:
        if not blocks[jenis]:
            text = f"{_SUBJUDUL[jenis]}: {_TIDAK_ADA[jenis]}"
            none = Cell(layout.full, text, layout.looks.missing)
            sheaf.add(layout.height(none), none)
            continue
        group = Cell(layout.full, _SUBJUDUL[jenis], layout.looks.group)
        sheaf.add(layout.height(group, bold=True), group, heading=heading, keep=True)
        for lines, beside in blocks[jenis]:
            _add_block(sheaf, layout, lines, beside=beside, heading=heading)


def beside_cells(
    layout: Layout[Columns], row: IndikatorRow, *, is_jpt: bool, is_kualitatif: bool
) -> list[Cell]:
    """Give the texts of an RHK that stand beside its indicators."""
    looks, at = layout.looks, [heading.at for heading in layout.grid.variant.headings]
    cells = [Cell(at[0], str(row.no_rhk), looks.center)]
    if not is_jpt:
        cells.append(Cell(at[1], row.rhk_pimpinan or KOSONG, looks.text))
    if not is_kualitatif:
        cells.append(Cell(at[1 if is_jpt else 2], row.rencana_hasil_kerja, looks.text))
    return cells


def _heading_strips(layout: Layout[Columns]) -> tuple[Strip, ...]:
    """Give the headings of the table, and their printed numbers below them."""
    looks, headings = layout.looks, layout.grid.variant.headings
    texts = tuple(Cell(heading.at, heading.text, looks.head) for heading in headings)
    numbers = tuple(Cell(heading.at, heading.number, looks.head_number) for heading in headings)
    return (
        Strip(layout.height(*texts, size=SMALL, bold=True), texts),
        Strip(layout.height(*numbers, size=SMALL), numbers),
    )


def _add_block(
    sheaf: Sheaf,
    layout: Layout[Columns],
    lines: Sequence[Line],
    *,
    beside: Sequence[Cell],
    heading: tuple[Strip, ...],
) -> None:
    """Add the lines of one block, tall enough for the texts that stand beside them."""
    height_by_line = [height for height, _ in lines]
    needed = max(layout.height(cell) for cell in beside)
    keep = max(needed, sum(height_by_line)) <= layout.grid.capacity * KEPT_SHARE
    if not keep:
        needed += lines_height(1, BODY)  # a page's end may cost the text a line
    missing = max(needed - sum(height_by_line), 0) / len(lines)
    first = len(sheaf.strips)
    for index, (height, cells) in enumerate(lines):
        if height + missing > TALL_POINTS:
            _add_tall(sheaf, layout, cells, height=height + missing, heading=heading)
        else:
            is_inner = index < len(lines) - 1
            sheaf.add(height + missing, *cells, heading=heading, keep=keep and is_inner)
    last = len(sheaf.strips) - 1
    sheaf.spans += [Span(first, last, cell, layout.room(cell), BODY) for cell in beside]


def _add_tall(
    sheaf: Sheaf,
    layout: Layout[Columns],
    cells: Sequence[Cell],
    *,
    height: float,
    heading: tuple[Strip, ...],
) -> None:
    widths = [layout.room(cell) for cell in cells]
    more = height + lines_height(1, BODY)  # a page's end may cost the texts a line
    sheaf.add_tall(cells, widths, height=more, size=BODY, heading=heading)
