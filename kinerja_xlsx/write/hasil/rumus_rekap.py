"""Formulas of the recap: links to the forms, means of what they show, and words of change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Final

from kinerja_xlsx.model.law import JenisHasilKerja, Predikat
from kinerja_xlsx.model.number import DISPLAY_DECIMALS, half_up
from kinerja_xlsx.write.hasil.flow import Marks
from kinerja_xlsx.write.hasil.masukan import HasilForm
from kinerja_xlsx.write.hasil.rujukan import DAFTAR_PREDIKAT
from kinerja_xlsx.write.hasil.rumus import capaian_mark, is_close, spelled
from kinerja_xlsx.write.rekap_tabel import Rumus

NAIK: Final = "Naik"
TETAP: Final = "Tetap"
TURUN: Final = "Turun"
_MOST_ARGUMENTS: Final = 255
_MOST_CHARACTERS: Final = 8192
"""A spreadsheet takes no longer formula, and no function with more arguments."""


@dataclass(frozen=True, slots=True)
class Alamat:
    """The sheet of one form, and where its capaian, its ratings and its predikat stand there."""

    sheet: str
    marks: Marks

    def cell(self, mark: str) -> str:
        """Address a cell of the form; fixed, so that sorting a table does not move it."""
        name = self.sheet.replace("'", "''")
        return f"'{name}'!{self.marks[mark]}"

    def link(self, mark: str, value: str) -> Rumus | str:
        """Take over a cell of the form; the bare word where the workbook has no such form."""
        return Rumus(f"={self.cell(mark)}", value) if mark in self.marks else value


@dataclass(frozen=True, slots=True)
class _Bagian:
    """One scored indicator of main work, and the cell of the form that shows its capaian."""

    no_rhk: int
    bobot: Decimal | None
    persen: Fraction
    cell: str


def capaian_value(form: HasilForm, alamat: Alamat) -> Rumus | Decimal | None:
    """Write the capaian of an assignment as a formula where that formula gives it.

    Args:
        form: The form, with the capaian of its indicators.
        alamat: Where they stand.

    Returns:
        The bare figure where the form does not show all that it comes from; None without one.
    """
    capaian = form.score.capaian
    if capaian is None:
        return None
    parts = tuple(_parts(form, alamat))
    utama = [one.row for one in form.penugasan.indikator if one.row.jenis is JenisHasilKerja.UTAMA]
    is_weighted = all(row.bobot is not None for row in utama)
    found = (_weighted if is_weighted else _mean)(parts) if parts else None
    if found is None or not is_close(found[1], capaian) or len(found[0]) > _MOST_CHARACTERS:
        return capaian
    return Rumus(found[0], capaian)


def _parts(form: HasilForm, alamat: Alamat) -> Iterator[_Bagian]:
    scores = {score.no_indikator: score.capaian for score in form.score.indikator}
    for placed in form.penugasan.indikator:
        row, mark = placed.row, capaian_mark(placed.row.no_indikator)
        capaian = scores.get(row.no_indikator)
        if row.jenis is JenisHasilKerja.UTAMA and capaian is not None and mark in alamat.marks:
            yield _Bagian(row.no_rhk, row.bobot, Fraction(capaian), alamat.cell(mark))


def _weighted(parts: Sequence[_Bagian]) -> tuple[str, Fraction] | None:
    """Weigh by Bobot, which the form does not show and the formula therefore spells out."""
    pairs = [(one, one.bobot) for one in parts if one.bobot is not None]
    total = sum((bobot for _, bobot in pairs), Decimal(0))
    if total == 0:
        return None
    listed = "+".join(f"{one.cell}*{spelled(bobot)}" for one, bobot in pairs)
    weighed = sum((one.persen * Fraction(bobot) for one, bobot in pairs), Fraction(0))
    return f"=({listed})/{spelled(total)}", weighed / Fraction(total)


def _mean(parts: Sequence[_Bagian]) -> tuple[str, Fraction] | None:
    """Average the indicators of each RHK, then the RHK."""
    ordered = sorted(parts, key=lambda one: one.no_rhk)
    groups = [tuple(group) for _, group in groupby(ordered, key=lambda one: one.no_rhk)]
    if max(len(groups), *map(len, groups)) > _MOST_ARGUMENTS:
        return None
    means = [sum((one.persen for one in group), Fraction(0)) / len(group) for group in groups]
    formula = _average([_average([one.cell for one in group]) for group in groups])
    return f"={formula}", sum(means, Fraction(0)) / len(means)


def _average(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"AVERAGE({','.join(parts)})"


def perubahan_capaian(
    now: Decimal | None, then: Decimal | None, cells: tuple[str, str]
) -> Rumus | str | None:
    """Say whether a capaian rose, by the decimals that people see.

    Args:
        now: Percent, unrounded.
        then: Percent of the period before, unrounded.
        cells: Where both stand.

    Returns:
        A formula; the word alone where a spreadsheet might round a half the other way.
    """
    if now is None or then is None:
        return None
    word = _word(half_up(now), half_up(then))
    as_stored = (half_up(Decimal(float(value))) for value in (now, then))
    if _word(*as_stored) != word:
        return word
    shown, before = (f"ROUND({cell},{DISPLAY_DECIMALS})" for cell in cells)
    return Rumus(_worded(f"{shown}>{before}", f"{shown}<{before}"), word)


def perubahan_predikat(
    now: Predikat | None, then: Predikat | None, cells: tuple[str, str]
) -> Rumus | None:
    """Say whether a predikat rose, by the order of `Rujukan`, which begins with the best."""
    if now is None or then is None:
        return None
    ordered = tuple(Predikat)
    shown, before = (f"MATCH({cell},{DAFTAR_PREDIKAT},0)" for cell in cells)
    word = _word(-ordered.index(now), -ordered.index(then))
    return Rumus(_worded(f"{shown}<{before}", f"{shown}>{before}"), word)


def _word(now: Decimal | int, then: Decimal | int) -> str:
    return TETAP if now == then else NAIK if now > then else TURUN


def _worded(rose: str, fell: str) -> str:
    return f'=IF({rose},"{NAIK}",IF({fell},"{TURUN}","{TETAP}"))'


def lookup(word: str, words: str, figures: str, value: Decimal) -> Rumus:
    """Look a figure up on `Rujukan` by a word of this row.

    Args:
        word: Cell of the word.
        words: Where `Rujukan` lists such words.
        figures: The figures beside them.
        value: What is found now.
    """
    return Rumus(f"=INDEX({figures},MATCH({word},{words},0))", value)


def bulan_value(days: tuple[date, date], cells: tuple[str, str]) -> Rumus:
    """Count calendar months from the first day to the last, both months counted."""
    (mulai, selesai), (first, last) = days, cells
    formula = f"=(YEAR({last})-YEAR({first}))*12+MONTH({last})-MONTH({first})+1"
    months = (selesai.year - mulai.year) * 12 + selesai.month - mulai.month + 1
    return Rumus(formula, months)
