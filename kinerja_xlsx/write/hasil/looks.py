"""The formats of the evaluation form, made once for a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from xlsxwriter.format import Format

from kinerja_xlsx.model.number import DISPLAY_DECIMALS, half_up
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.style import Look

BODY: Final = 9
SMALL: Final = 8
TITLE: Final = 12
PREDIKAT: Final = 11
MAX_DECIMALS: Final = 4
_MOST_DECIMALS: Final = 6
_INK: Final = "#404040"
_PLAIN: Final = MappingProxyType({"font_size": BODY, "valign": "vcenter"})
_BOX: Final = MappingProxyType({
    "border": style.THIN, "border_color": _INK, "valign": "vcenter", "text_wrap": True,
})  # fmt: skip
_NUMBER_FORMATS: Final = tuple(
    "#,##0" + "." * bool(decimals) + "0" * decimals for decimals in range(_MOST_DECIMALS + 1)
)


@dataclass(frozen=True, slots=True)
class Looks:
    """Every format of the form."""

    judul: Format
    kop: Format
    kop_right: Format
    band: Format
    head: Format
    head_number: Format
    group: Format
    text: Format
    text_small: Format
    text_bold: Format
    center: Format
    missing: Format
    figures: tuple[Format, ...]
    label: Format
    field: Format
    value: Format
    value_strong: Format
    predikat: Format
    note: Format
    sign: Format
    sign_name: Format
    appendix: Format
    small_head: Format
    link: Format
    small_bold: Format
    small_center: Format

    def figure(self, value: Decimal) -> Format:
        """The number format that shows a figure with the decimals it has."""
        return self.figures[decimals_of(value)]

    def persen(self, value: Decimal) -> Format:
        """The number format that shows a capaian."""
        return self.figures[persen_decimals(value)]


def decimals_of(value: Decimal) -> int:
    """How many decimals to show: those the figure has, two where it never ends."""
    exponent = value.normalize().as_tuple().exponent
    decimals = max(-exponent, 0) if isinstance(exponent, int) else 0
    return decimals if decimals <= MAX_DECIMALS else 2


def persen_decimals(value: Decimal) -> int:
    """How many decimals of a capaian to show: two, or more where two would hide a band's edge.

    89,996 must not be printed as 90,00 beside the word for below 90.
    """
    for decimals in range(DISPLAY_DECIMALS, _MOST_DECIMALS):
        shown = half_up(value, decimals)
        if shown == value or shown != shown.to_integral_value():
            return decimals
    return _MOST_DECIMALS


_TOP: Final = MappingProxyType({**_BOX, "valign": "top", "num_format": "@"})
_HEAD: Final = MappingProxyType({
    **_BOX, "bold": True, "align": "center", "bg_color": style.BLUE_PALE, "font_size": SMALL,
})  # fmt: skip
_SMALL_TOP: Final = MappingProxyType({**_TOP, "font_size": SMALL})
_SIGN: Final = MappingProxyType({"align": "center", "num_format": "@", "text_wrap": True})
# Shrinking is the last resort against ###; the column was made wide enough before.
_FIGURE: Final = MappingProxyType({
    **_BOX, "align": "right", "valign": "top", "text_wrap": False, "shrink": True,
})  # fmt: skip


def make_looks(book: Book) -> Looks:
    """Make every format of the form."""

    def look(base: Look, **properties: object) -> Format:
        return book.style(_PLAIN, base, properties)

    return Looks(
        judul=look(_PLAIN, font_size=TITLE, bold=True, align="center"),
        kop=look(_PLAIN, bold=True, num_format="@", text_wrap=True),
        kop_right=look(_PLAIN, bold=True, align="right", text_wrap=True),
        band=look(_BOX, bg_color=style.GREY_FILL, bold=True),
        head=look(_HEAD),
        head_number=look(_HEAD, bg_color=style.GREY_FILL, bold=False),
        group=look(_BOX, bold=True),
        text=look(_TOP),
        text_small=look(_SMALL_TOP),
        text_bold=look(_TOP, bold=True),
        center=look(_TOP, align="center"),
        missing=look(_TOP, italic=True, font_color=style.GREY),
        figures=tuple(look(_FIGURE, num_format=each) for each in _NUMBER_FORMATS),
        label=look(_BOX, bold=True),
        field=look(_BOX, font_size=SMALL),
        value=look(_BOX, num_format="@"),
        value_strong=look(_BOX, bold=True, num_format="@"),
        predikat=look(_BOX, bold=True, font_size=PREDIKAT, align="center"),
        note=look(_BOX, font_size=SMALL, font_color=style.GREY),
        sign=look(_SIGN),
        sign_name=look(_SIGN, bold=True, underline=1),
        appendix=look(_PLAIN, bold=True, font_color=style.GREY),
        link=look(style.LINKED),
        small_head=look(_HEAD, bg_color=style.GREY_FILL),
        small_bold=look(_SMALL_TOP, bold=True),
        small_center=look(_SMALL_TOP, align="center"),
    )
