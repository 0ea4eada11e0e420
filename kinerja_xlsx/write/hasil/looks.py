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
    nomor: Format
    missing: Format
    figures: tuple[Format, ...]
    rentang: Format
    figure_missing: Format
    satuan: Format
    capaian: tuple[Format, ...]
    capaian_missing: Format
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
    small_plain: Format
    small_tight: Format
    small_tight_bold: Format

    def figure(self, value: Decimal) -> Format:
        """The number format that shows a figure with the decimals it has.

        No line on its right: the unit of a target belongs to it, and any other cell brings one.
        """
        return self.figures[decimals_of(value)]

    def persen(self, value: Decimal) -> Format:
        """The number format that shows a capaian."""
        return self.capaian[persen_decimals(value)]


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


# Without a side of its own the library forgets the indent of a cell set to the top.
_INDENT: Final = MappingProxyType({"indent": 1, "align": "left"})
_TOP: Final = MappingProxyType({**_BOX, **_INDENT, "valign": "top", "num_format": "@"})
_CENTER: Final = MappingProxyType({**_TOP, "indent": 0, "align": "center"})
_MISSING: Final = MappingProxyType({"italic": True, "font_color": style.GREY})
_OPEN: Final = MappingProxyType({"right": 0})
_HEAD: Final = MappingProxyType({
    **_BOX, "bold": True, "align": "center", "bg_color": style.BLUE_PALE, "font_size": SMALL,
})  # fmt: skip
_SMALL_TOP: Final = MappingProxyType({**_TOP, "font_size": SMALL})
_SIGN: Final = MappingProxyType({"align": "center", "num_format": "@", "text_wrap": True})
# Shrinking is the last resort against ###; the column was made wide enough before.
_FIGURE: Final = MappingProxyType({
    **_BOX, **_INDENT, "align": "right", "valign": "top", "text_wrap": False, "shrink": True,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class UprightLooks:
    """The formats of upright forms that the evaluation does not have.

    Attributes:
        head_upper: A heading without a line below it.
        head_lower: A heading without a line above it.
        center: A word in the middle.
        persen: A percentage.
        koefisien: A coefficient.
        kredit: Angka kredit, with the decimals to which it is rounded.
        total: The same, as a sum.
        bulan: A whole number.
    """

    head_upper: Format
    head_lower: Format
    center: Format
    persen: Format
    koefisien: Format
    kredit: Format
    total: Format
    bulan: Format


def make_looks(book: Book) -> Looks:
    """Make every format of the form."""

    def look(*layers: Look, **properties: object) -> Format:
        return book.style(_PLAIN, *layers, properties)

    return Looks(
        judul=look(font_size=TITLE, bold=True, align="center"),
        kop=look(bold=True, num_format="@", text_wrap=True),
        kop_right=look(bold=True, align="right", text_wrap=True),
        band=look(_BOX, _INDENT, bg_color=style.GREY_FILL, bold=True),
        head=look(_HEAD),
        head_number=look(_HEAD, bg_color=style.GREY_FILL, bold=False),
        group=look(_BOX, _INDENT, bold=True),
        text=look(_TOP),
        text_small=look(_SMALL_TOP),
        text_bold=look(_TOP, bold=True),
        center=look(_CENTER),
        nomor=look(_BOX, align="center"),
        missing=look(_TOP, _MISSING),
        figures=tuple(look(_FIGURE, _OPEN, num_format=each) for each in _NUMBER_FORMATS),
        rentang=look(_CENTER, _OPEN),
        figure_missing=look(_CENTER, _MISSING, _OPEN),
        satuan=look(_TOP, indent=0, left=0),
        capaian=tuple(look(_FIGURE, num_format=each) for each in _NUMBER_FORMATS),
        capaian_missing=look(_CENTER, _MISSING),
        label=look(_BOX, _INDENT, bold=True),
        field=look(_BOX, _INDENT, font_size=SMALL),
        value=look(_BOX, _INDENT, num_format="@"),
        value_strong=look(_BOX, _INDENT, bold=True, num_format="@"),
        predikat=look(_BOX, _INDENT, bold=True, font_size=PREDIKAT),
        note=look(_BOX, _INDENT, font_size=SMALL, font_color=style.GREY),
        sign=look(_SIGN),
        sign_name=look(_SIGN, bold=True, underline=1),
        appendix=look(bold=True, font_color=style.GREY),
        link=look(style.LINKED),
        small_head=look(_HEAD, bg_color=style.GREY_FILL),
        small_bold=look(_SMALL_TOP, bold=True),
        small_center=look(_CENTER, font_size=SMALL),
        small_plain=look(_SMALL_TOP, border=0),
        small_tight=look(_SMALL_TOP, indent=0),
        small_tight_bold=look(_SMALL_TOP, indent=0, bold=True),
    )


def make_upright_looks(book: Book, decimals: int) -> UprightLooks:
    """Make the formats of upright forms; angka kredit have so many decimals."""

    def look(**properties: object) -> Format:
        return book.style(_PLAIN, _BOX, {"align": "center"}, properties)

    fine = "#,##0" + "." * bool(decimals) + "0" * decimals
    return UprightLooks(
        head_upper=book.style(_PLAIN, _HEAD, {"bottom": 0}),
        head_lower=book.style(_PLAIN, _HEAD, {"top": 0}),
        center=look(num_format="@"),
        persen=look(num_format='0"%"'),
        koefisien=look(num_format="#,##0.00"),
        kredit=look(num_format=fine),
        total=look(num_format=fine, bold=True),
        bulan=look(num_format="0"),
    )
