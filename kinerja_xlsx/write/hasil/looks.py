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
MAX_DECIMALS: Final = 4
_MOST_DECIMALS: Final = 6
_INK: Final = "#404040"
_BOX: Final = MappingProxyType({"border": style.THIN, "border_color": _INK, "valign": "vcenter", "text_wrap": True})  # fmt: skip
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
    satuan: Format
    label: Format
    field: Format
    value: Format
    value_strong: Format
    predikat: Format
    note: Format
    sign: Format
    sign_name: Format
    appendix: Format
    small: Format
    small_head: Format
    small_bold: Format
    small_center: Format
    link: Format

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


def make_looks(book: Book) -> Looks:
    """Make every format of the form."""

    def plain(**properties: object) -> Format:
        return book.format(**{"font_size": BODY, "valign": "vcenter", **properties})

    def boxed(**properties: object) -> Format:
        return plain(**{**_BOX, **properties})

    def figure(num_format: str) -> Format:
        # Shrinking is the last resort against ###; the column was made wide enough before.
        return boxed(num_format=num_format, align="right", valign="top", text_wrap=False,
                     shrink=True)  # fmt: skip

    top: Look = {"valign": "top", "num_format": "@"}
    head: Look = {"bold": True, "align": "center", "bg_color": style.BLUE_PALE}
    grey: Look = {"bg_color": style.GREY_FILL}
    small: Look = {"font_size": SMALL}
    return Looks(
        judul=plain(font_size=TITLE, bold=True, align="center"),
        kop=plain(bold=True, num_format="@", text_wrap=True),
        kop_right=plain(bold=True, align="right", text_wrap=True),
        band=boxed(**grey, bold=True),
        head=boxed(**head, **small),
        head_number=boxed(**grey, **small, align="center"),
        group=boxed(bold=True),
        text=boxed(**top),
        text_small=boxed(**top, **small),
        text_bold=boxed(**top, bold=True),
        center=boxed(**top, align="center"),
        missing=boxed(**top, italic=True, font_color=style.GREY),
        figures=tuple(figure(num_format) for num_format in _NUMBER_FORMATS),
        satuan=boxed(**top, left=0),
        label=boxed(bold=True),
        field=boxed(**small),
        value=boxed(num_format="@"),
        value_strong=boxed(bold=True, num_format="@"),
        predikat=boxed(bold=True, font_size=11, align="center"),
        note=boxed(**small, font_color=style.GREY),
        sign=plain(align="center", num_format="@", text_wrap=True),
        sign_name=plain(align="center", num_format="@", bold=True, underline=1, text_wrap=True),
        appendix=plain(bold=True, font_color=style.GREY),
        small=boxed(**top, **small),
        small_head=boxed(**small, **grey, bold=True, align="center"),
        small_bold=boxed(**top, **small, bold=True),
        small_center=boxed(**top, **small, align="center"),
        link=plain(font_color=style.LINK, underline=1),
    )
