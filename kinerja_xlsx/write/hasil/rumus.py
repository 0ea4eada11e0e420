"""Formulas of forms and recap: only where visible cells give the very figure that was scored."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.law import Arah, Predikat
from kinerja_xlsx.policy import in_force
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.hasil.rujukan import (
    BARIS_KUADRAN,
    ISI_KUADRAN,
    KOLOM_KUADRAN,
    cell_of,
)

HASIL_KERJA: Final = "hasil_kerja"
PERILAKU: Final = "perilaku"
PREDIKAT: Final = "predikat"
_SURE_DIGITS: Final = 15
"""Spreadsheets keep so many digits of a figure inside a formula."""


@dataclass(frozen=True, slots=True)
class RumusForm:
    """A formula whose cell is known only when the form is laid out.

    Attributes:
        pattern: The formula; `{row}` stands for its own row, a mark in braces for that cell.
        value: The value it has now.
    """

    pattern: str
    value: str | Decimal


@dataclass(frozen=True, slots=True)
class Pembanding:
    """What a capaian compares, and in which columns (from 0) the form shows it.

    Attributes:
        lower: The target, or the lower bound of a range.
        upper: The upper bound; equal to `lower` for a target of one figure.
        realisasi: The figure compared.
        arah: Which way is better.
        columns: Of the target and of the realisasi.
    """

    lower: Decimal
    upper: Decimal
    realisasi: Decimal
    arah: Arah
    columns: tuple[int, int]

    @property
    def is_range(self) -> bool:
        """Tell whether the form shows the target as a text of two figures."""
        return self.lower < self.upper


def capaian_mark(no_indikator: str) -> str:
    """Name the cell that shows the capaian of an indicator, such as `capaian_1_2`."""
    return f"capaian_{no_indikator.replace('.', '_')}"


def spelled(figure: Decimal) -> str:
    """Spell a figure as formulas need it, such as `37.5`."""
    return format(figure.normalize(), "f")


def is_close(found: Fraction, wanted: Decimal) -> bool:
    """Tell whether a formula comes to a figure of the score, but for its last digits."""
    return abs(found - Fraction(wanted)) <= _CLOSE


def capaian_value(
    compared: Pembanding, capaian: Decimal, parameters: Parameters
) -> RumusForm | Decimal:
    """Write a capaian as a formula where that formula gives it, else as the bare figure."""
    figures = (compared.lower, compared.upper) if compared.is_range else ()
    is_short = all(len(each.normalize().as_tuple().digits) <= _SURE_DIGITS for each in figures)
    if not is_short or not _gives(compared, capaian, parameters):
        return capaian
    target, realisasi = (f"{column_letters(column + 1)}{{row}}" for column in compared.columns)
    raw = _range(compared, realisasi) if compared.is_range else _share(
        target, realisasi, compared.arah
    )  # fmt: skip
    return RumusForm(f"=MAX(0,MIN({cell_of('batas_capaian')},{raw}))", capaian)


def _share(bound: str, realisasi: str, arah: Arah) -> str:
    if arah is Arah.NAIK:
        return f"{realisasi}/{bound}*100"
    zero = f"IF({realisasi}=0,{cell_of('target_nol')},0)"
    return f"IF({bound}=0,{zero},(2-{realisasi}/{bound})*100)"


def _range(compared: Pembanding, realisasi: str) -> str:
    """Spell out both bounds, which the form shows as one text that nothing can be read from."""
    lower, upper = spelled(compared.lower), spelled(compared.upper)
    above = f"IF({realisasi}<={upper},100,{_share(upper, realisasi, compared.arah)})"
    if compared.lower == 0:
        return above
    return f"IF({realisasi}<{lower},{_share(lower, realisasi, compared.arah)},{above})"


def _gives(compared: Pembanding, capaian: Decimal, parameters: Parameters) -> bool:
    """Tell whether the formula comes to the capaian of the score, but for its last digits."""
    lower, upper, found = map(Fraction, (compared.lower, compared.upper, compared.realisasi))
    if compared.is_range and lower <= found <= upper:
        raw = Fraction(100)
    else:
        bound = upper if found > upper else lower
        if bound == 0 and compared.arah is Arah.NAIK:
            return False
        raw = _compare(found, bound, compared.arah, parameters)
    limited = max(Fraction(0), min(Fraction(parameters.batas_capaian.value), raw))
    return is_close(limited, capaian)


_CLOSE: Final = Fraction(1, 10**12)


def _compare(found: Fraction, bound: Fraction, arah: Arah, parameters: Parameters) -> Fraction:
    if bound == 0:
        return Fraction(parameters.target_nol.value) if found == 0 else Fraction(0)
    return found / bound * 100 if arah is Arah.NAIK else (2 - found / bound) * 100


def predikat_value(book: HasilBook, form: HasilForm, missing: str) -> RumusForm | str:
    """Look the predikat up in the quadrant by both ratings above it."""
    score = form.score
    if score.predikat is None:
        return missing
    if not _is_by_quadrant(book, form, score.predikat):
        return score.predikat.value
    row = f"MATCH({{{HASIL_KERJA}}},{BARIS_KUADRAN},0)"
    column = f"MATCH({{{PERILAKU}}},{KOLOM_KUADRAN},0)"
    return RumusForm(f"=INDEX({ISI_KUADRAN},{row},{column})", score.predikat.value)


def _is_by_quadrant(book: HasilBook, form: HasilForm, predikat: Predikat) -> bool:
    hasil_kerja, perilaku = form.score.rating_hasil_kerja, form.score.rating_perilaku
    if hasil_kerja is None or perilaku is None:
        return False
    return in_force(book.period).predikat(hasil_kerja, perilaku) is predikat
