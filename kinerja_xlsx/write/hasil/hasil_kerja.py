"""The table HASIL KERJA: one row per indicator, the texts of each RHK beside its indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kinerja_xlsx.model.law import JenisHasilKerja
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.score import IndikatorScore, IndikatorStatus
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.kegiatan import RingkasanKegiatan, summarise_kegiatan
from kinerja_xlsx.spec.skp import RencanaRow
from kinerja_xlsx.write.hasil.blok import Line, add_table, beside_cells, by_rhk
from kinerja_xlsx.write.hasil.context import Context, Layout
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf
from kinerja_xlsx.write.hasil.grid import Columns
from kinerja_xlsx.write.hasil.labels import BELUM_DIISI, KOSONG, UKURAN_JA_JF, UKURAN_JPT
from kinerja_xlsx.write.hasil.rumus import Pembanding, capaian_mark, capaian_value


def add_hasil_kerja(sheaf: Sheaf, context: Context) -> None:
    """Add the table from its heading to the last additional indicator."""
    rows = [placed.row for placed in context.form.penugasan.indikator]
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


Log = Mapping[str, RingkasanKegiatan]
"""No Indikator to what the daily log holds about it."""


def _log(context: Context) -> Log:
    return summarise_kegiatan(placed.row for placed in context.form.penugasan.kegiatan)


def bukti_text(row: HasilKerjaRow, log: Log) -> str:
    """Say what proves the work: as typed, else what the daily log holds."""
    logged = log.get(row.no_indikator)
    if row.bukti_dukung or logged is None:
        return row.bukti_dukung or BELUM_DIISI
    text = f"{format_number(Decimal(logged.banyak))} kegiatan tercatat"
    if logged.hasil is None:
        return text
    return f"{text}, jumlah hasil {format_number(logged.hasil)} {logged.satuan}"


def _kuantitatif_lines(context: Context, rows: list[HasilKerjaRow]) -> Iterator[Line]:
    scores = {score.no_indikator: score for score in context.form.score.indikator}
    log = _log(context)
    for row in rows:
        cells = _kuantitatif_cells(context, row, scores, log)
        yield context.height(*cells), cells


def _kuantitatif_cells(
    context: Context, row: HasilKerjaRow, scores: Mapping[str, IndikatorScore], log: Log
) -> list[Cell]:
    looks = context.looks
    at = {heading.text: heading.at for heading in context.grid.variant.headings}
    score = scores.get(row.no_indikator)
    target, realisasi = (heading.at[0] for heading in context.grid.variant.headings
                         if heading.at[0] in context.grid.variant.numeric)  # fmt: skip
    umpan_balik = context.grid.variant.last - 1
    kind = (
        Cell(at["PERSPEKTIF"], row.perspektif.value if row.perspektif else KOSONG, looks.text)
        if context.is_jpt
        else Cell(at["ASPEK"], row.aspek.value if row.aspek else KOSONG, looks.text)
    )
    return [
        kind,
        Cell(at["INDIKATOR KINERJA INDIVIDU"], row.indikator, looks.text),
        target_cell(context, *target_of(row, score), target),
        Cell((target + 1, target + 1), row.satuan or KOSONG, looks.satuan),
        figure_cell(context, realisasi_of(row, score), realisasi),
        Cell((realisasi + 1, realisasi + 1), bukti_text(row, log), looks.text),
        Cell((umpan_balik, umpan_balik), row.umpan_balik or KOSONG, looks.text),
        capaian_cell(context, score, _compared(row, score, (target, realisasi))),
    ]


def realisasi_of(row: HasilKerjaRow, score: IndikatorScore | None) -> Decimal | None:
    """The figure that was scored: as typed, or worked out from numerator and denominator."""
    return row.realisasi if score is None else score.realisasi


def target_of(
    row: HasilKerjaRow, score: IndikatorScore | None
) -> tuple[Decimal | None, Decimal | None]:
    """Both bounds of the target that was scored: of the row, or of the periods inside."""
    if score is None or score.gabungan is None:
        return row.target, row.target_atas
    return score.gabungan.target, score.gabungan.target_atas


def target_cell(
    layout: Layout[Columns], target: Decimal | None, target_atas: Decimal | None, column: int
) -> Cell:
    """Show the target: a number, or both bounds of a range as text."""
    if target is None or target_atas is None or target == target_atas:
        return figure_cell(layout, target, column)
    text = f"{format_number(target)} – {format_number(target_atas)}"
    return Cell((column, column), text, layout.looks.rentang)


def figure_cell(layout: Layout[Columns], value: Decimal | None, column: int) -> Cell:
    """Show a figure as a number; a missing one is said, never zero."""
    if value is None:
        return Cell((column, column), BELUM_DIISI, layout.looks.figure_missing)
    return Cell((column, column), value, layout.looks.figure(value))


def _compared(
    row: HasilKerjaRow, score: IndikatorScore | None, columns: tuple[int, int]
) -> Pembanding | None:
    """Give the figures that the form shows beside a capaian; None where one is missing."""
    (target, target_atas), realisasi = target_of(row, score), realisasi_of(row, score)
    if target is None or realisasi is None or row.arah is None:
        return None
    upper = target if target_atas is None else target_atas
    return Pembanding(target, upper, realisasi, row.arah, columns)


def capaian_cell(
    context: Context, score: IndikatorScore | None, compared: Pembanding | None
) -> Cell:
    """Show the capaian of an indicator, live where possible, or why it has none."""
    at = (context.grid.variant.last, context.grid.variant.last)
    if score is not None and score.capaian is not None:
        value = (
            score.capaian
            if compared is None
            else capaian_value(compared, score.capaian, context.book.parameters)
        )
        mark = capaian_mark(score.no_indikator)
        return Cell(at, value, context.looks.persen(score.capaian), mark)
    is_zero_target = score is not None and score.status is IndikatorStatus.TIDAK_DINILAI
    return Cell(
        at, "Tidak dinilai" if is_zero_target else BELUM_DIISI, context.looks.capaian_missing
    )


def _kualitatif_lines(context: Context, rows: list[HasilKerjaRow]) -> Iterator[Line]:
    """Give the RHK, then each indicator with its target below it."""
    looks, headings = context.looks, context.grid.variant.headings
    rhk, realisasi, umpan_balik = (heading.at for heading in headings[-3:])
    ukuran = UKURAN_JPT if context.is_jpt else UKURAN_JA_JF
    head = [
        Cell(rhk, f"{rows[0].rencana_hasil_kerja}\n{ukuran}", looks.text_bold),
        Cell(realisasi, "", looks.text),
        Cell(umpan_balik, "", looks.text),
    ]
    yield context.height(*head, bold=True), head
    bukti, log = realisasi[1], _log(context)
    for row in rows:
        cells = [
            Cell(rhk, ukuran_text(row), looks.text),
            Cell((realisasi[0], bukti - 1), row.uraian_realisasi or BELUM_DIISI, looks.text),
            Cell((bukti, bukti), bukti_text(row, log), looks.text),
            Cell(umpan_balik, row.umpan_balik or KOSONG, looks.text),
        ]
        yield context.height(*cells), cells


def ukuran_text(row: HasilKerjaRow | RencanaRow) -> str:
    """Write an indicator of the qualitative approach, with its target below it."""
    parts = [f"{row.no_indikator}  {row.indikator}", f"Target: {row.uraian_target or BELUM_DIISI}"]
    if row.perspektif is not None:
        parts.append(f"Perspektif: {row.perspektif.value}")
    return "\n".join(parts)
