"""Policy: the shape that every regulation fills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from kinerja_xlsx.model.citation import Citation
from kinerja_xlsx.model.law import CapaianOrganisasi, Ekspektasi, Predikat

Kuadran = Mapping[tuple[Ekspektasi, Ekspektasi], Predikat]
"""(rating hasil kerja, rating perilaku) to predikat; all nine cells."""


class NoPolicyError(LookupError):
    """No regulation, or more than one, or no parameter value is in force on a day."""


class Batas(Enum):
    """What a rule of a pattern says about the people it counts."""

    PALING_BANYAK = "paling banyak"
    PALING_SEDIKIT = "paling sedikit"
    HARUS_ADA = "harus ada"
    TIDAK_ADA = "tidak boleh ada"


@dataclass(frozen=True, slots=True)
class PolaRule:
    """One rule of a distribution pattern.

    Attributes:
        predikat: The predikat whose people are counted together.
        batas: What the rule says about their number.
        persen: Percent of the people of the unit; None where the rule has no percentage.
    """

    predikat: tuple[Predikat, ...]
    batas: Batas
    persen: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Pola:
    """The distribution pattern of one capaian kinerja organisasi.

    Attributes:
        dominan: The predikat that should have the most people.
        rules: In the order of the text; rules over several predikat share none of them.
    """

    dominan: Predikat
    rules: tuple[PolaRule, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """One regulation as tables. Its mappings are read-only and do not travel between processes.

    Attributes:
        name: The name it is cited by.
        title: Full title.
        since: First day in force.
        until: Last day in force; None while it still is.
        since_citation: Where the first day comes from, and how sure it is.
        kuadran: All nine cells.
        kuadran_citation: Source of the quadrant.
        urutan: All predikat, best first.
        rating_citation: Source of the rule that the rater sets both ratings.
        usulan_citation: Source of the conditions for a rating.
        capaian_citation: Source of the formulas for capaian.
        pola: The distribution pattern for each capaian kinerja organisasi.
        pola_citation: Source of the patterns.
    """

    name: str
    title: str
    since: date
    until: date | None
    since_citation: Citation
    kuadran: Kuadran
    kuadran_citation: Citation
    urutan: tuple[Predikat, ...]
    rating_citation: Citation
    usulan_citation: Citation
    capaian_citation: Citation
    pola: Mapping[CapaianOrganisasi, Pola]
    pola_citation: Citation

    def covers(self, day: date) -> bool:
        """Tell whether the regulation is in force on a day.

        Source: `since_citation`.
        """
        return self.since <= day and (self.until is None or day <= self.until)

    def predikat(self, hasil_kerja: Ekspektasi, perilaku: Ekspektasi) -> Predikat:
        """Look up the predikat of two ratings in the quadrant.

        Source: `kuadran_citation`.
        """
        return self.kuadran[hasil_kerja, perilaku]
