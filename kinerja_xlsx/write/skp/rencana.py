"""The tables of the SKP: what is planned, and how the person is expected to behave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kinerja_xlsx.model.law import JenisHasilKerja, NilaiPerilaku
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.spec.skp import RencanaRow
from kinerja_xlsx.write.hasil.blok import Line, add_table, beside_cells, by_rhk
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf, Strip
from kinerja_xlsx.write.hasil.hasil_kerja import target_cell, ukuran_text
from kinerja_xlsx.write.hasil.labels import KOSONG, UKURAN_JA_JF, UKURAN_JPT
from kinerja_xlsx.write.hasil.looks import SMALL
from kinerja_xlsx.write.hasil.perilaku import nilai_strip
from kinerja_xlsx.write.skp.context import SkpContext
from kinerja_xlsx.write.skp.labels import EKSPEKTASI, PERILAKU

_TARGET: Final = "Target "
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


def add_rencana(sheaf: Sheaf, context: SkpContext) -> None:
    """Add the table HASIL KERJA with the targets of the year."""
    rows = [placed.row for placed in context.form.penugasan.rencana]
    make = _kualitatif_lines if context.is_kualitatif else _kuantitatif_lines
    kind = {"is_jpt": context.is_jpt, "is_kualitatif": context.is_kualitatif}
    blocks = {
        jenis: [
            (list(make(context, group)), beside_cells(context, group[0], **kind))
            for group in by_rhk(rows, jenis)
        ]
        for jenis in JenisHasilKerja
    }
    add_table(sheaf, context, blocks)


def _kuantitatif_lines(context: SkpContext, rows: Sequence[RencanaRow]) -> Iterator[Line]:
    looks = context.looks
    at = {heading.text: heading.at for heading in context.grid.variant.headings}
    (target,) = context.grid.variant.numeric
    for row in rows:
        kind = row.perspektif if context.is_jpt else row.aspek
        cells = [
            Cell(
                at["PERSPEKTIF" if context.is_jpt else "ASPEK"],
                kind.value if kind else KOSONG,
                looks.text,
            ),
            Cell(at["INDIKATOR KINERJA INDIVIDU"], row.indikator, looks.text),
            target_cell(context, row.target_tahun, row.target_atas, target),
            Cell((target + 1, target + 1), _satuan_text(row), looks.satuan),
        ]
        yield context.height(*cells), cells


def _satuan_text(row: RencanaRow) -> str:
    """Name the unit of measure, and below it the target of each period where they differ."""
    satuan = row.satuan or KOSONG
    targets = {field: row.target_of(field) for field in row.period_fields}
    if set(targets.values()) <= {row.target_tahun, None}:
        return satuan
    named = (
        f"{column_by_field(type(row), field).heading.removeprefix(_TARGET)}:{_NO_BREAK}"
        f"{KOSONG if target is None else format_number(target)}"
        for field, target in targets.items()
    )
    return f"{satuan}\n{' · '.join(named)}"


def _kualitatif_lines(context: SkpContext, rows: Sequence[RencanaRow]) -> Iterator[Line]:
    """Give the RHK, then each indicator with its target below it."""
    looks, rhk = context.looks, context.grid.variant.headings[-1].at
    ukuran = UKURAN_JPT if context.is_jpt else UKURAN_JA_JF
    head = Cell(rhk, f"{rows[0].rencana_hasil_kerja}\n{ukuran}", looks.text_bold)
    yield context.height(head, bold=True), [head]
    for row in rows:
        cell = Cell(rhk, ukuran_text(row), looks.text)
        yield context.height(cell), [cell]


def add_perilaku_skp(sheaf: Sheaf, context: SkpContext) -> None:
    """Add the seven values with their guide lines and what the leader expects."""
    looks, at = context.looks, context.grid.variant.perilaku
    band = Cell(context.full, PERILAKU, looks.band)
    heads = (
        Cell(at[0], "NO", looks.head),
        Cell((at[1][0], at[2][1]), "PERILAKU KERJA", looks.head),
        Cell(at[3], EKSPEKTASI, looks.head),
    )
    heading = Strip(context.height(*heads, size=SMALL, bold=True), heads)
    sheaf.add(context.height(band, bold=True), band, keep=True)
    sheaf.add(heading.height, *heading.cells, keep=True)
    placed = context.form.penugasan.ekspektasi
    ekspektasi = {} if placed is None else placed.row.by_nilai
    for nilai in NilaiPerilaku:
        strip = nilai_strip(context, at, (nilai, nilai.value), ekspektasi)
        sheaf.add(strip.height, *strip.cells, heading=(heading,))
