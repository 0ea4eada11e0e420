"""The table PERILAKU KERJA: seven values with their guide lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kinerja_xlsx.model.law import Ekspektasi, NilaiPerilaku
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.write.hasil.context import Context, Layout
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf, Span, Strip
from kinerja_xlsx.write.hasil.grid import Columns, Range
from kinerja_xlsx.write.hasil.labels import BUTIR_PERILAKU, KOSONG
from kinerja_xlsx.write.hasil.looks import SMALL
from kinerja_xlsx.write.measure import lines_height

KEPT_AT_END: Final = 2
"""So many values stay on the page of the signature, where that costs nothing."""
_HEADS: Final = (
    "NO",
    "PERILAKU KERJA",
    "EKSPEKTASI KHUSUS PIMPINAN",
    "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
)


def add_perilaku(sheaf: Sheaf, context: Context) -> None:
    """Add the table, from its heading to the last value."""
    heading = _heading(context)
    rows = _rows(context)
    penilaian = context.penilaian
    umpan_balik = (penilaian.umpan_balik_perilaku if penilaian else None) or KOSONG
    beside = Cell(context.grid.variant.perilaku[4], umpan_balik, context.looks.text_small)
    needed = context.height(beside, size=SMALL) + lines_height(1, SMALL)
    missing = max(needed - sum(row.height for row in rows), 0) / len(rows)
    for strip in heading:
        sheaf.add(strip.height, *strip.cells, keep=True)
    first = len(sheaf.strips)
    for row in rows:
        sheaf.add(row.height + missing, *row.cells, heading=heading[-1:])
    last = len(sheaf.strips) - 1
    sheaf.spans.append(Span(first, last, beside, context.room(beside), SMALL))


def _heading(context: Context) -> tuple[Strip, ...]:
    looks, at = context.looks, context.grid.variant.perilaku
    band = Cell(context.full, "PERILAKU KERJA", looks.band)
    ranges = (at[0], (at[1][0], at[2][1]), at[3], at[4])
    heads = tuple(Cell(rng, text, looks.head) for rng, text in zip(ranges, _HEADS, strict=True))
    return (
        Strip(context.height(band, bold=True), (band,)),
        Strip(context.height(*heads, size=SMALL, bold=True), heads),
    )


def _rows(context: Context) -> list[Strip]:
    at = context.grid.variant.perilaku
    return [
        nilai_strip(
            context, at, (nilai, nilai_text(nilai, context.penilaian)), context.form.ekspektasi
        )
        for nilai in NilaiPerilaku
    ]


def nilai_strip(
    layout: Layout[Columns],
    at: Sequence[Range],
    named: tuple[NilaiPerilaku, str],
    ekspektasi: Mapping[NilaiPerilaku, str],
) -> Strip:
    """Set one value with its guide lines and what the leader expects.

    Args:
        layout: How the form is set.
        at: Cells of number, name, guide lines and expectation.
        named: The value, and its name as printed.
        ekspektasi: What the leader expects, by value.
    """
    looks, (nilai, text) = layout.looks, named
    butir = "\n".join(f"• {line}" for line in BUTIR_PERILAKU[nilai])
    name = Cell(at[1], text, looks.small_bold)
    cells = (
        Cell(at[0], tuple(NilaiPerilaku).index(nilai) + 1, looks.small_center),
        name,
        Cell(at[2], butir, looks.text_small),
        Cell(at[3], ekspektasi.get(nilai, KOSONG), looks.text_small),
    )
    height = max(layout.height(*cells, size=SMALL), layout.height(name, size=SMALL, bold=True))
    return Strip(height, cells)


def nilai_text(nilai: NilaiPerilaku, penilaian: PenilaianRow | None) -> str:
    """Name a value, and how the rater saw it, if that was noted."""
    noted: Ekspektasi | None = getattr(penilaian, nilai.name.lower(), None)
    return nilai.value if noted is None else f"{nilai.value}\n({noted.value})"
