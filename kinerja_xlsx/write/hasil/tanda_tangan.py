"""Who signs a form: place and date, the office, room for the hand, name and NIP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kinerja_xlsx.model.period import format_date
from kinerja_xlsx.write.hasil.context import Layout
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf
from kinerja_xlsx.write.hasil.grid import Columns, Range
from kinerja_xlsx.write.hasil.labels import PEJABAT_PENILAI
from kinerja_xlsx.write.hasil.masukan import Orang

_GAP_POINTS: Final = 6.0
_SIGNING_POINTS: Final = 46.0
TITIK_TITIK: Final = "." * 28
"""Stands where people write by hand."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs.

    Attributes:
        at: The block.
        place: Place and date; may be empty.
        office: As what the person signs.
        nama: None where it is not known and is written by hand.
        nip: Eighteen digits; empty for an official without NIP, None where it is not known.
    """

    at: Range
    place: str
    office: str
    nama: str | None
    nip: str | None


def rater_signature(at: Range, place: str, penilai: Orang | None) -> Signature:
    """Let the rater sign, known or not."""
    nama, nip = (penilai.nama, penilai.nip) if penilai else (None, None)
    return Signature(at, place, f"{PEJABAT_PENILAI.title()},", nama, nip)


def signing_text(tempat: str, day: date | None) -> str:
    """Write place and date of signing; what is not yet known is left to be written by hand."""
    return ", ".join(signing_parts(tempat, day))


def signing_parts(tempat: str, day: date | None) -> tuple[str, str]:
    """Give place and date of signing apart from each other."""
    return tempat or TITIK_TITIK, format_date(day) if day else TITIK_TITIK


def add_signatures(sheaf: Sheaf, layout: Layout[Columns], signatures: Sequence[Signature]) -> None:
    """Add those who sign, side by side; all of it stays on one page."""
    looks = layout.looks
    sheaf.add(_GAP_POINTS, keep=True)
    if any(each.place for each in signatures):
        _add(sheaf, layout, [Cell(each.at, each.place, looks.sign) for each in signatures])
    _add(sheaf, layout, [Cell(each.at, each.office, looks.sign) for each in signatures])
    sheaf.add(_SIGNING_POINTS, keep=True)
    _add(sheaf, layout, [_name(layout, each) for each in signatures])
    nips = [Cell(each.at, _nip_text(each), looks.sign) for each in signatures]
    sheaf.add(layout.height(*nips), *nips)


def _add(sheaf: Sheaf, layout: Layout[Columns], cells: Sequence[Cell]) -> None:
    sheaf.add(layout.height(*cells, bold=True), *cells, keep=True)


def _name(layout: Layout[Columns], one: Signature) -> Cell:
    if one.nama is None:
        return Cell(one.at, TITIK_TITIK, layout.looks.sign)
    return Cell(one.at, one.nama, layout.looks.sign_name)


def _nip_text(one: Signature) -> str:
    if one.nip is None:
        return f"NIP {TITIK_TITIK}"
    return f"NIP {one.nip}" if one.nip else ""
