"""The spread of predikat: a table that adds up, a chart, and what the pattern says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.law import CapaianOrganisasi, Predikat
from kinerja_xlsx.model.rekap import format_count, format_perubahan
from kinerja_xlsx.model.score import Distribusi
from kinerja_xlsx.spec.tanda import TANDA, WARNA
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import FONT, Book, ExcelLimitError, must
from kinerja_xlsx.write.rekap_tabel import Rumus, put

BELUM_ADA: Final = "Belum ada predikat"
CHART_PIXELS: Final = (520, 290)
_HEAD_POINTS: Final = 42.0
_PLOT: Final = MappingProxyType({"x": 0.03, "y": 0.2, "width": 0.94, "height": 0.6})
"""Share of the chart for the bars: room above for a long title, below for three-line names."""
_FONT: Final = MappingProxyType({"name": FONT, "size": 8})
_TITLE_FONT: Final = MappingProxyType({"name": FONT, "size": 10, "bold": True})


@dataclass(frozen=True, slots=True)
class KolomSebaran:
    """One column of counts: the five predikat, best first, then those without one."""

    heading: str
    counts: Sequence[int | Rumus | None]
    is_total: bool = True


def write_sebaran(
    book: Book, sheet: Worksheet, at: tuple[int, int], columns: Sequence[KolomSebaran]
) -> int:
    """Write the table of predikat with its counts and totals, and return the row of its head."""
    row, first = at
    heading = book.style(style.HEADING)
    must(sheet.set_row(row, _HEAD_POINTS))
    put(sheet, (row, first), "Predikat", heading)
    text = book.style(style.CELL_TEXT, style.READ)
    for index, predikat in enumerate(Predikat, start=1):
        put(sheet, (row + index, first), f"{TANDA[predikat]} {predikat.value}", text)
    last = row + len(Predikat) + 1
    put(sheet, (last, first), BELUM_ADA, text)
    total = book.style(style.CELL_TEXT, style.READ, style.CELL_TOTAL)
    put(sheet, (last + 1, first), "Jumlah", total)
    for offset, kolom in enumerate(columns, start=1):
        put(sheet, (row, first + offset), kolom.heading, heading)
        _write_counts(book, sheet, (row + 1, first + offset), kolom)
    return row


def _write_counts(book: Book, sheet: Worksheet, at: tuple[int, int], kolom: KolomSebaran) -> None:
    row, column = at
    look, none = book.style(style.CELL_WHOLE), book.style(style.CELL_CENTER)
    for index, count in enumerate(kolom.counts):
        put(sheet, (row + index, column), count, none if count is None else look)
    total = book.style(style.CELL_WHOLE, style.CELL_TOTAL)
    end = row + len(kolom.counts)
    if not kolom.is_total:
        put(sheet, (end, column), None, book.style(style.CELL_CENTER, style.CELL_TOTAL))
        return
    letters = column_letters(column + 1)
    formula = f"=SUM({letters}{row + 1}:{letters}{end})"
    put(sheet, (end, column), Rumus(formula, sum(counted(kolom.counts))), total)


def counted(counts: Sequence[int | Rumus | None]) -> Iterator[int]:
    """Give the counts as they are now, without those that are none."""
    for count in counts:
        value = count.value if isinstance(count, Rumus) else count
        if isinstance(value, int):
            yield value


@dataclass(frozen=True, slots=True)
class Diagram:
    """A chart of five counts.

    Attributes:
        title: Title of the chart.
        data: Head row of the table, its column of names, its column of counts.
        counts: The counts, for people who cannot see it.
        sheet: Where the table is; empty for the sheet of the chart.
        size: Width and height in pixels.
    """

    title: str
    data: tuple[int, int, int]
    counts: Sequence[tuple[Predikat, int]]
    sheet: str = ""
    size: tuple[int, int] = CHART_PIXELS

    @property
    def alt(self) -> str:
        """The chart in words."""
        listed = ", ".join(f"{predikat.value} {count}" for predikat, count in self.counts)
        return f"Diagram batang. {self.title}: {listed}."


def insert_chart(
    book: Book,
    sheet: Worksheet,
    at: tuple[int, int],
    diagram: Diagram,
) -> None:
    """Draw the five counts of one column of the table, in the order of the official axis.

    Args:
        book: The workbook.
        sheet: The sheet of the table.
        at: Cell of the upper left corner.
        diagram: What to draw.
    """
    head, names, counts = diagram.data
    rows = (head + 1, head + len(Predikat))
    chart = book.workbook.add_chart({"type": "column"})
    if chart is None:
        raise ExcelLimitError(diagram.title)
    name = diagram.sheet or sheet.name
    chart.add_series(
        {
            "name": diagram.title,
            "categories": [name, rows[0], names, rows[1], names],
            "values": [name, rows[0], counts, rows[1], counts],
            "gap": 60,
            "data_labels": {"value": True, "font": dict(_FONT)},
            "points": [{"fill": {"color": WARNA[predikat]}} for predikat in Predikat],
        }
    )
    chart.set_title({"name": diagram.title, "name_font": dict(_TITLE_FONT), "overlay": False})
    chart.set_legend({"none": True})
    # The official axis runs from Sangat Kurang to Sangat Baik; the table begins with the best.
    chart.set_x_axis({"reverse": True, "num_font": dict(_FONT)})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_plotarea({"layout": dict(_PLOT)})
    chart.set_size({"width": diagram.size[0], "height": diagram.size[1]})
    must(
        sheet.insert_chart(at[0], at[1], chart, {"description": diagram.alt, "object_position": 3})
    )


def pola_text(distribusi: Distribusi | None) -> str:
    """Say what the pattern of the capaian organisasi says of a unit's spread."""
    if distribusi is None or distribusi.total == 0:
        return "Belum ada predikat, sehingga sebaran belum dapat diperiksa."
    parts = []
    if distribusi.total < distribusi.expected:
        people = f"{format_count(distribusi.total)} dari {format_count(distribusi.expected)}"
        parts.append(f"Sementara: {people} pegawai sudah mempunyai predikat.")
    if distribusi.capaian_organisasi is None:
        parts.append(
            "Capaian kinerja organisasi belum diisi, sehingga sebaran predikat belum diperiksa."
        )
    else:
        parts += _verdict(distribusi, distribusi.capaian_organisasi)
    if distribusi.dominance is not None:
        parts.append(distribusi.dominance)
    return " ".join(parts)


def _verdict(distribusi: Distribusi, organisasi: CapaianOrganisasi) -> Iterator[str]:
    pola = f"pola capaian kinerja organisasi «{organisasi.value}»"
    if not distribusi.broken:
        yield f"Sebaran predikat sesuai dengan {pola}."
        return
    yield f"Sebaran predikat belum sesuai dengan {pola}: {'; '.join(distribusi.broken)}."
    yield f"Perubahan terkecil yang memenuhi pola: {format_perubahan(distribusi)}."
    if distribusi.is_small:
        yield "Unit ini kecil, sehingga pola hanya menjadi catatan."
    yield "Program tidak mengubah predikat siapa pun."
