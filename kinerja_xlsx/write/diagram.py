"""A chart of columns with a line over them, said in words for people who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import FONT, Book, ExcelLimitError, must

PIXELS: Final = (520, 290)
_FONT: Final = MappingProxyType({"name": FONT, "size": 8})
_TITLE_FONT: Final = MappingProxyType({"name": FONT, "size": 10, "bold": True})
_GARIS: Final = "#8A3B00"
_LINE: Final = MappingProxyType({
    "line": {"color": _GARIS, "width": 2, "dash_type": "dash"},
    "marker": {
        "type": "diamond", "size": 7, "fill": {"color": _GARIS}, "border": {"color": _GARIS},
    },
})  # fmt: skip
"""A line darker than the columns, dashed and with diamonds, so that colour does not matter."""
_ROOM: Final = 1.15
"""The axis ends so much above the highest value, with room for its label."""


@dataclass(frozen=True, slots=True)
class Deret:
    """One row of figures of a chart.

    Attributes:
        nama: What the legend calls it; a text of ours, never one of a file.
        kolom: Its column on the sheet, from 0.
        isi: The figures as they are read aloud; empty where one is missing.
    """

    nama: str
    kolom: int
    isi: Sequence[str]


@dataclass(frozen=True, slots=True)
class DiagramGabungan:
    """Columns, and a line over them.

    Attributes:
        title: Title of the chart; a text of ours.
        rows: First and last row of the figures, from 0.
        names: Column of the names below the axis, from 0.
        kata: The same names, to be read aloud.
        batang: The columns.
        garis: The line; None for none.
        highest: The highest figure.
        is_line_labelled: The figures of the line are written above it.
        is_reversed: The table begins with what stands at the right end of the axis.
    """

    title: str
    rows: tuple[int, int]
    names: int
    kata: Sequence[str]
    batang: Deret
    garis: Deret | None
    highest: float
    is_line_labelled: bool = False
    is_reversed: bool = False

    @property
    def alt(self) -> str:
        """The chart in words."""
        said = [f"{deret.nama}: {_listed(self.kata, deret.isi)}" for deret in self._deret()]
        kind = "Diagram batang" if self.garis is None else "Diagram batang dan garis"
        return f"{kind}. {self.title}. {'; '.join(said)}."

    def _deret(self) -> Sequence[Deret]:
        return (self.batang,) if self.garis is None else (self.batang, self.garis)


def _listed(names: Sequence[str], figures: Sequence[str]) -> str:
    pairs = zip(names, figures, strict=True)
    return ", ".join(f"{name} {figure or 'belum ada'}" for name, figure in pairs)


def insert_combined(
    book: Book, sheet: Worksheet, at: tuple[int, int], diagram: DiagramGabungan
) -> None:
    """Draw a chart of cells of the sheet, with its text for people who cannot see it.

    Args:
        book: The workbook.
        sheet: The sheet of the figures.
        at: Cell of the upper left corner.
        diagram: What to draw.
    """
    chart = book.workbook.add_chart({"type": "column"})
    if chart is None:
        raise ExcelLimitError(diagram.title)
    labels = {"value": True, "font": dict(_FONT), "num_format": "0.0"}
    # At the foot of a column its figure is clear of the line.
    own = {**labels, "position": "inside_base"}
    look = {"gap": 60, "fill": {"color": style.BLUE_MID}, "data_labels": own}
    chart.add_series({**_series(sheet, diagram, diagram.batang), **look})
    if diagram.garis is not None:
        line = book.workbook.add_chart({"type": "line"})
        if line is None:
            raise ExcelLimitError(diagram.title)
        above = {"data_labels": {**labels, "position": "above"}}
        drawn = {**_LINE, **above} if diagram.is_line_labelled else _LINE
        line.add_series({**_series(sheet, diagram, diagram.garis), **drawn})
        chart.combine(line)
    chart.set_title({"name": diagram.title, "name_font": dict(_TITLE_FONT), "overlay": False})
    chart.set_legend(
        {"none": True} if diagram.garis is None else {"position": "bottom", "font": dict(_FONT)}
    )
    chart.set_x_axis({"reverse": diagram.is_reversed, "num_font": dict(_FONT)})
    top = max(diagram.highest * _ROOM, 1.0)
    chart.set_y_axis(
        {"visible": False, "major_gridlines": {"visible": False}, "min": 0, "max": top}
    )
    chart.set_size({"width": PIXELS[0], "height": PIXELS[1]})
    options = {"description": diagram.alt, "object_position": 3}
    must(sheet.insert_chart(at[0], at[1], chart, options))


def _series(sheet: Worksheet, diagram: DiagramGabungan, deret: Deret) -> dict[str, object]:
    first, last = diagram.rows
    name = sheet.name
    return {
        "name": deret.nama,
        "categories": [name, first, diagram.names, last, diagram.names],
        "values": [name, first, deret.kolom, last, deret.kolom],
    }
