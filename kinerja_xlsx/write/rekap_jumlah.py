"""Sums over the assignments of one person, live and never by a function that misreads a NIP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.write.rekap_rumus import SURE_DECIMALS
from kinerja_xlsx.write.rekap_tabel import Rumus, Value

NOT_YET: Final = "Belum ada"
PARTIAL: Final = "Jumlah per NIP baru sebagian: ada penugasan lain yang belum dapat dihitung."


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums over the assignments of one person, as live formulas.

    Attributes:
        figures: NIP to the figures of its assignments; None where one is missing.
        nip: Letters of the column of NIP.
        figure: Letters of the column that is added.
        span: First and last row of the table.
        decimals: So many decimals are shown; None for as many as the column has.
    """

    figures: Mapping[str, Sequence[float | None]]
    nip: str
    figure: str
    span: tuple[int, int]
    decimals: int | None = None

    def cell(self, nip: str, number: int) -> Value:
        """Add the figures of a person; never by a function that reads a NIP as a number."""
        known = [figure for figure in self.figures[nip] if figure is not None]
        if not known:
            return None
        if len(self.figures[nip]) == 1:
            return Rumus(f"={self.figure}{number}", known[0], self.decimals)
        first, last = self.span
        nips, added = (
            f"${letters}${first}:${letters}${last}" for letters in (self.nip, self.figure)
        )
        formula = f"=ROUND(SUMPRODUCT(--({nips}={self.nip}{number}),{added}),{SURE_DECIMALS})"
        return Rumus(formula, round(sum(known), SURE_DECIMALS), self.decimals)

    def is_partial(self, nip: str) -> bool:
        """Tell whether some, but not all, figures of a person are known."""
        missing = [figure is None for figure in self.figures[nip]]
        return any(missing) and not all(missing)


def sums_of(
    found: Sequence[tuple[str, float | None]], columns: tuple[str, str], head: int
) -> Sums:
    """Gather the figures of each person.

    Args:
        found: NIP and figure of each row, in order.
        columns: Letters of the columns of NIP and figure.
        head: Row of the headings.
    """
    figures: dict[str, list[float | None]] = {}
    for nip, figure in found:
        figures.setdefault(nip, []).append(figure)
    return Sums(figures, *columns, (head + 2, head + 1 + len(found)))


def is_scored(row: BarisPegawai) -> bool:
    """Tell whether an assignment was accepted."""
    return row.status is PenugasanStatus.DINILAI


def looked_up(figures: str, words: str, cell: str) -> str:
    """Write the formula that finds the figure of a word in a table of `Rujukan`."""
    return f"=INDEX({figures},MATCH({cell},{words},0))"
