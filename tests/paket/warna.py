"""Colours of a workbook: what stands on what, and how well it can be told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.paket.buka import MAIN, Paket, cells

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

INK, PAPER = "000000", "FFFFFF"
ENOUGH = 4.5
"""Least contrast of text, by WCAG 2.2, 1.4.3."""
_STEP, _LINEAR, _FOOT, _GAMMA, _FLARE = 0.03928, 12.92, 0.055, 2.4, 0.05
_WEIGHTS = (0.2126, 0.7152, 0.0722)


@dataclass(frozen=True)
class Tinta:
    """A letter colour on a ground colour, and the border around them."""

    letter: str
    ground: str
    border: int = 0

    @property
    def contrast(self) -> float:
        """How well the letters can be told from the ground, from 1 to 21."""
        light, dark = sorted(map(_luminance, (self.letter, self.ground)), reverse=True)
        return (light + _FLARE) / (dark + _FLARE)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = (
        part / _LINEAR if part <= _STEP else ((part + _FOOT) / (1 + _FOOT)) ** _GAMMA
        for part in parts
    )
    return sum(weight * part for weight, part in zip(_WEIGHTS, linear, strict=True))


def inks(paket: Paket) -> dict[int, Tinta]:
    """Give the colours of every format by its number."""
    fonts, fills = (list(_part(paket.styles, name)) for name in ("fonts", "fills"))
    return {
        number: Tinta(
            _colour(fonts[int(one.get("fontId", 0))], "color", INK),
            _ground(fills[int(one.get("fillId", 0))]),
            int(one.get("borderId", 0)),
        )
        for number, one in enumerate(_part(paket.styles, "cellXfs"))
    }


def conditional_inks(paket: Paket) -> Iterator[Tinta]:
    """Give the colours of the conditional formats that set both letters and ground."""
    for one in _part(paket.styles, "dxfs"):
        font, fill = one.find(f"{MAIN}font"), one.find(f"{MAIN}fill")
        letter = INK if font is None else _colour(font, "color", INK)
        yield Tinta(letter, PAPER if fill is None else _dxf_ground(fill))


def used_inks(paket: Paket) -> set[Tinta]:
    """Give the colours in which any text or figure of the workbook is shown."""
    known = inks(paket)
    return {
        known[int(cell.get("s", 0))]
        for sheet in paket.sheets
        if sheet.state == "visible"
        for cell in cells(sheet)
        if cell.find(f"{MAIN}v") is not None
    }


def _part(styles: ET.Element, name: str) -> ET.Element:
    found = styles.find(f"{MAIN}{name}")
    assert found is not None
    return found


def _colour(parent: ET.Element, tag: str, otherwise: str) -> str:
    found = parent.find(f"{MAIN}{tag}")
    return otherwise if found is None else (found.get("rgb") or f"FF{otherwise}")[2:]


def _ground(fill: ET.Element) -> str:
    pattern = fill.find(f"{MAIN}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return PAPER
    return _colour(pattern, "fgColor", PAPER)


def _dxf_ground(fill: ET.Element) -> str:
    pattern = fill.find(f"{MAIN}patternFill")
    return PAPER if pattern is None else _colour(pattern, "bgColor", PAPER)
