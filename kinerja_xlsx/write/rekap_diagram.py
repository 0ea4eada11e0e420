"""Bars of a few counts, with their figures, marks in words, and the chart told for the blind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.write.book import FONT, Book, ExcelLimitError, must

BLUE: Final = "#0072B2"
GREEN: Final = "#009E73"
ORANGE: Final = "#E69F00"
GREY: Final = "#6B6B6B"
_FONT: Final = MappingProxyType({"name": FONT, "size": 8})
_TITLE: Final = MappingProxyType({"name": FONT, "size": 10, "bold": True})


@dataclass(frozen=True, slots=True)
class Batang:
    """A chart of counts that stand below each other on some sheet.

    Attributes:
        title: Title of the chart.
        sheet: Sheet of the table.
        first: Row of the first count, from 0.
        names: Column of the names.
        counts: Column of the counts.
        items: Name, count and colour of each bar, from the top.
    """

    title: str
    sheet: str
    first: int
    items: Sequence[tuple[str, int, str]]
    names: int = 0
    counts: int = 1

    @property
    def alt(self) -> str:
        """The chart in words."""
        listed = ", ".join(f"{name} {count}" for name, count, _ in self.items)
        return f"Diagram batang. {self.title}: {listed}."


def insert_bars(
    book: Book, sheet: Worksheet, at: tuple[int, int], batang: Batang, size: tuple[int, int]
) -> None:
    """Draw lying bars in the order of the table, each with its figure.

    Args:
        book: The workbook.
        sheet: Where to draw.
        at: Cell of the upper left corner.
        batang: What to draw.
        size: Width and height in pixels.
    """
    chart = book.workbook.add_chart({"type": "bar"})
    if chart is None:
        raise ExcelLimitError(batang.title)
    rows = (batang.first, batang.first + len(batang.items) - 1)
    chart.add_series(
        {
            "name": batang.title,
            "categories": [batang.sheet, rows[0], batang.names, rows[1], batang.names],
            "values": [batang.sheet, rows[0], batang.counts, rows[1], batang.counts],
            "gap": 50,
            "data_labels": {"value": True, "font": dict(_FONT)},
            "points": [{"fill": {"color": colour}} for _, _, colour in batang.items],
        }
    )
    chart.set_title({"name": batang.title, "name_font": dict(_TITLE), "overlay": False})
    chart.set_legend({"none": True})
    # The first row of the table stands at the top, as people read it.
    chart.set_y_axis({"reverse": True, "num_font": dict(_FONT)})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_size({"width": size[0], "height": size[1]})
    options = {"description": batang.alt, "object_position": 3}
    must(sheet.insert_chart(at[0], at[1], chart, options))
