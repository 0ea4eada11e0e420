"""Roll-up of one indicator: figures of the periods inside a longer one, by its Agregasi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Agregasi
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.model.score import GabunganScore, Step
from kinerja_xlsx.policy.parameter import cite_parameters
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.score.jejak import angka, to_decimal, to_fraction, total
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penugasan import Placed

Rows = Mapping[Period, Sequence[Placed[HasilKerjaRow]]]
"""The rows of one indicator of one assignment, by the period whose Isian they stand in."""
KIND_NAMES: Final = MappingProxyType(
    {
        PeriodKind.BULAN: "bulan",
        PeriodKind.TRIWULAN: "triwulan",
        PeriodKind.SEMESTER: "semester",
        PeriodKind.TAHUN: "tahun",
    }
)
_CELLS: Final = ("target", "target_atas", "realisasi", "pembilang", "penyebut")


@dataclass(frozen=True, slots=True)
class Figures:
    """What one indicator comes to in one period; exact.

    Attributes:
        period: The period.
        lower: The target, or the lower bound of a range.
        upper: The upper bound; the target itself where it is one figure.
        realisasi: What was reached.
        ratio: Numerator and denominator; None where the rows have none.
        own_cells: Addresses of the row's cells, with their file; empty where put together.
        parts: The figures it was put together from; empty where they stand in one row.
    """

    period: Period
    lower: Fraction
    upper: Fraction
    realisasi: Fraction
    ratio: tuple[Fraction, Fraction] | None = None
    own_cells: tuple[str, ...] = ()
    parts: tuple[Figures, ...] = ()

    @property
    def rows(self) -> tuple[Figures, ...]:
        """The single rows that it comes from, in order of time."""
        return tuple(row for part in self.parts for row in part.rows) or (self,)

    @property
    def cells(self) -> tuple[str, ...]:
        """Addresses of all cells that it comes from."""
        return tuple(cell for row in self.rows for cell in row.own_cells)

    @property
    def target_text(self) -> str:
        """The target as people read it: one figure, or a range."""
        if self.lower == self.upper:
            return angka(self.lower)
        return f"{angka(self.lower)}–{angka(self.upper)}"


@dataclass(frozen=True, slots=True)
class Gabungan:
    """One indicator rolled up.

    Attributes:
        figures: What the periods inside come to.
        score: What goes into the score.
        steps: How the figures were put together, the shortest periods first.
    """

    figures: Figures
    score: GabunganScore
    steps: tuple[Step, ...]


def roll_up(
    row: HasilKerjaRow,
    period: Period,
    rows: Rows,
    *,
    expected: Sequence[Period],
    parameters: Parameters,
) -> Gabungan | None:
    """Put the figures of the periods inside a longer one together, level by level.

    A month goes into its quarter, a quarter into its half, a half into its year. What is typed in
    the Isian of a period stands for all that lies inside it. A period without a realisasi is left
    out with its target, so that missing is never zero.

    Args:
        row: The row of the longer period; its Agregasi decides.
        period: The longer period.
        rows: What the periods inside it say about the same indicator.
        expected: The shortest periods that could say something, for `2 dari 3 bulan`.
        parameters: What becomes of missing periods, and its legal basis.

    Returns:
        None when no period inside has a realisasi.
    """
    if row.agregasi is None:
        return None
    found = _from_below(row.agregasi, period, rows)
    if found is None:
        return None
    missing = [one for one in expected if not any(_covers(one, own.period) for own in found.rows)]
    score = GabunganScore(
        target=to_decimal(found.lower),
        target_atas=None if found.upper == found.lower else to_decimal(found.upper),
        periode=_how_many(expected, missing),
        belum_ada=tuple(one.label for one in missing),
    )
    return Gabungan(found, score, _steps(row, found, score, parameters))


def is_typed(row: HasilKerjaRow) -> bool:
    """Tell whether a row has a realisasi of its own, typed or as a ratio."""
    return typed_realisasi(row) is not None


def typed_realisasi(row: HasilKerjaRow) -> Fraction | None:
    """Give the realisasi of a row as typed, else the ratio in percent where it is a Rasio."""
    if row.realisasi is not None:
        return to_fraction(row.realisasi)
    ratio = _ratio_of(row) if row.agregasi is Agregasi.RASIO else None
    return None if ratio is None else 100 * ratio[0] / ratio[1]


def _covers(expected: Period, own: Period) -> bool:
    return own == expected or expected.within(own) or own.within(expected)


def _how_many(expected: Sequence[Period], missing: Sequence[Period]) -> str:
    if not expected:
        return ""
    kind = KIND_NAMES[expected[0].kind]
    return f"{len(expected) - len(missing)} dari {len(expected)} {kind}"


def _value(agregasi: Agregasi, period: Period, rows: Rows) -> Figures | None:
    """Find the figures of one period: as typed there, else from the periods inside it."""
    own = [
        figures
        for placed in rows.get(period, ())
        if (figures := _of_row(agregasi, period, placed)) is not None
    ]
    if len(own) == 1:
        return own[0]
    return _combine(agregasi, period, own) if own else _from_below(agregasi, period, rows)


def _from_below(agregasi: Agregasi, period: Period, rows: Rows) -> Figures | None:
    values = (_value(agregasi, child, rows) for child in period.children)
    present = [value for value in values if value is not None]
    return _combine(agregasi, period, present) if present else None


def _of_row(agregasi: Agregasi, period: Period, placed: Placed[HasilKerjaRow]) -> Figures | None:
    """Take the figures of one row; a ratio without both its parts counts as missing."""
    row = placed.row
    if row.target is None:
        return None
    ratio = _ratio_of(row)
    if agregasi is Agregasi.RASIO:
        realisasi = None if ratio is None else 100 * ratio[0] / ratio[1]
    else:
        realisasi = typed_realisasi(row)
    if realisasi is None:
        return None
    lower = to_fraction(row.target)
    upper = lower if row.target_atas is None else to_fraction(row.target_atas)
    filled = (field for field in _CELLS if getattr(row, field) is not None)
    cells = tuple(f"{placed.file} › {placed.address(field)}" for field in filled)
    return Figures(period, lower, upper, realisasi, ratio, cells)


def _ratio_of(row: HasilKerjaRow) -> tuple[Fraction, Fraction] | None:
    if row.pembilang is None or row.penyebut is None:
        return None
    return to_fraction(row.pembilang), to_fraction(row.penyebut)


def _combine(agregasi: Agregasi, period: Period, parts: Sequence[Figures]) -> Figures:
    """Put the figures of several periods together.

    Jumlah adds, Rata-rata weighs the periods alike, Terakhir takes the last, and Rasio divides
    the sum of numerators by that of denominators and takes the target of the last.
    """
    ratios = [part.ratio for part in parts if part.ratio is not None]
    if agregasi is Agregasi.RASIO:
        above = total(numerator for numerator, _ in ratios)
        below = total(denominator for _, denominator in ratios)
        last = parts[-1]
        return Figures(
            period, last.lower, last.upper, 100 * above / below, (above, below), parts=tuple(parts)
        )
    lower, upper, realisasi = (
        _together(agregasi, [getattr(part, name) for part in parts])
        for name in ("lower", "upper", "realisasi")
    )
    return Figures(period, lower, upper, realisasi, parts=tuple(parts))


def _together(agregasi: Agregasi, values: Sequence[Fraction]) -> Fraction:
    if agregasi is Agregasi.JUMLAH:
        return total(values)
    if agregasi is Agregasi.RATA_RATA:
        return total(values) / len(values)
    return values[-1]


def _formula(agregasi: Agregasi, parts: Sequence[Figures]) -> str:
    """Write the realisasi with its numbers, each with the period it comes from."""
    if agregasi is Agregasi.RASIO:
        ratios = [part.ratio for part in parts if part.ratio is not None]
        above = " + ".join(angka(ratio[0]) for ratio in ratios)
        below = " + ".join(angka(ratio[1]) for ratio in ratios)
        names = ", ".join(part.period.label for part in parts)
        return f"100 × ({above}) ÷ ({below}) dari {names}"
    named = [f"{angka(part.realisasi)} ({part.period.label})" for part in parts]
    if agregasi is Agregasi.TERAKHIR:
        return named[-1]
    listed = " + ".join(named)
    if agregasi is Agregasi.JUMLAH or len(named) == 1:
        return listed
    return f"({listed}) ÷ {len(named)}"


def _steps(
    row: HasilKerjaRow, found: Figures, score: GabunganScore, parameters: Parameters
) -> tuple[Step, ...]:
    """Write how a roll-up came about; the last step is the figure that is scored."""
    agregasi = row.agregasi or Agregasi.JUMLAH
    label = f"Realisasi gabungan indikator {row.no_indikator}"
    source = f"digabung menurut Agregasi «{agregasi.value}» di lembar Hasil Kerja"
    below = tuple(
        Step(
            f"{label}, {part.period.label}", _formula(agregasi, part.parts), _result(part), source
        )
        for part in _put_together(found)
    )
    note = f"; {score.periode}" if score.periode else ""
    if score.belum_ada:
        note += f", belum ada {', '.join(score.belum_ada)}"
        source += f"; {cite_parameters(parameters.bulan_hilang)}"
    formula = f"{_formula(agregasi, found.parts)}{note}"
    return (*below, Step(label, formula, _result(found), source, found.cells))


def _put_together(found: Figures) -> Iterator[Figures]:
    """Walk what lies inside and was itself put together, the shortest periods first."""
    for part in found.parts:
        if part.parts:
            yield from _put_together(part)
            yield part


def _result(found: Figures) -> str:
    return f"{angka(found.realisasi)}, target {found.target_text}"
