"""Below the printed form: every step from a cell to a figure, with rule and source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.write.hasil.context import Context
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf, Strip
from kinerja_xlsx.write.hasil.labels import BELUM_DIISI, KOSONG
from kinerja_xlsx.write.hasil.lembar import kode_text
from kinerja_xlsx.write.hasil.looks import SMALL
from kinerja_xlsx.write.hasil.masukan import HasilForm, Orang

KEPT_AT_START: Final = 3
"""So many steps stay with the heading."""
_HEADS: Final = ("NO", "YANG DIHITUNG", "RUMUS", "HASIL", "DASAR", "SEL SUMBER")
TITLE: Final = "RINCIAN PERHITUNGAN (untuk dibaca di layar; tidak ikut dicetak)"


def add_rincian(sheaf: Sheaf, context: Context) -> None:
    """Add the steps of the score, and the file they came from."""
    looks = context.looks
    title = Cell(context.full, TITLE, looks.appendix)
    sheaf.add(context.height(title, bold=True), title, keep=True, opens=True)
    origin = Cell(context.full, origin_text(context.form, context.form.kode), looks.text_small)
    sheaf.add(context.height(origin, size=SMALL), origin, keep=True)
    heading = _heading(context)
    sheaf.add(heading.height, *heading.cells, keep=True)
    trail = context.form.score.trail
    letters = source_letters(trail)
    for number, step in enumerate(trail, start=1):
        cells = _step_cells(context, number, step, letters[step.source])
        keep = number < min(KEPT_AT_START, len(trail)) or number == len(trail)
        sheaf.add(context.height(*cells, size=SMALL), *cells, heading=(heading,), keep=keep)
    key = Cell(context.full, _key_text(letters), looks.small_plain)
    sheaf.add(context.height(key, size=SMALL), key)


def source_letters(trail: Iterable[Step]) -> Mapping[str, str]:
    """Give each source a letter, since few sources carry many steps."""
    sources = dict.fromkeys(step.source for step in trail)
    return {source: column_letters(index).lower() for index, source in enumerate(sources, start=1)}


def _key_text(letters: Mapping[str, str]) -> str:
    """Say which source each letter of the column `DASAR` stands for."""
    return "\n".join(f"Dasar {letter}: {source}" for source, letter in letters.items())


def _heading(context: Context) -> Strip:
    at = context.grid.variant.rincian
    cells = tuple(
        Cell(rng, text, context.looks.small_head) for rng, text in zip(at, _HEADS, strict=True)
    )
    return Strip(context.height(*cells, size=SMALL, bold=True), cells)


def _step_cells(context: Context, number: int, step: Step, letter: str) -> tuple[Cell, ...]:
    looks, at = context.looks, context.grid.variant.rincian
    return (
        Cell(at[0], number, looks.small_center),
        Cell(at[1], step.label, looks.text_small),
        Cell(at[2], step.formula, looks.text_small),
        Cell(at[3], step.result, looks.small_bold),
        Cell(at[4], letter, looks.small_center),
        Cell(at[5], cells_text(step.cells) or KOSONG, looks.text_small),
    )


def cells_text(cells: Iterable[str]) -> str:
    """List cells, each sheet named once: `Hasil Kerja!N6, R6`."""
    parts, named = [], ""
    for cell in cells:
        sheet, mark, address = cell.rpartition("!")
        parts.append(address if mark and sheet == named else cell)
        named = sheet
    return ", ".join(parts)


def origin_text(form: HasilForm, kode: str) -> str:
    """Name the file and row that a form comes from, the rater's superior, and the code."""
    pegawai = form.penugasan.pegawai
    kode = kode_text(kode)
    return (
        f"Berkas sumber: {pegawai.file}, lembar {pegawai.sheet} baris {pegawai.number}. "
        f"Atasan pejabat penilai kinerja: {_person_text(form.atasan).removesuffix('.')}."
        f"{f' {kode}.' if kode else ''}"
    )


def _person_text(orang: Orang | None) -> str:
    if orang is None:
        return BELUM_DIISI.lower()
    return f"{orang.nama} (NIP {orang.nip})" if orang.nip else orang.nama
