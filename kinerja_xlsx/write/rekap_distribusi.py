"""The spread of predikat: a table that adds up, a chart, and what the pattern says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.score import Distribusi, Move
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import FONT, Book, must
from kinerja_xlsx.write.rekap_tabel import Rumus, put

BELUM_DITETAPKAN: Final = "Belum ditetapkan"
TANDA: Final = MappingProxyType({
    Predikat.SANGAT_BAIK: "▲▲",
    Predikat.BAIK: "▲",
    Predikat.BUTUH_PERBAIKAN: "■",
    Predikat.KURANG: "▼",
    Predikat.SANGAT_KURANG: "▼▼",
})  # fmt: skip
"""A mark beside each word, so that no meaning rests on colour."""
_WARNA: Final = MappingProxyType({
    Predikat.SANGAT_BAIK: "#0072B2",
    Predikat.BAIK: "#009E73",
    Predikat.BUTUH_PERBAIKAN: "#E69F00",
    Predikat.KURANG: "#D55E00",
    Predikat.SANGAT_KURANG: "#7F3C8D",
})  # fmt: skip
CHART_PIXELS: Final = (470, 290)
_HEAD_POINTS: Final = 42.0
_FONT: Final = MappingProxyType({"name": FONT, "size": 9})
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
    text = book.style(style.CELL_TEXT)
    for index, predikat in enumerate(Predikat, start=1):
        put(sheet, (row + index, first), f"{TANDA[predikat]} {predikat.value}", text)
    last = row + len(Predikat) + 1
    put(sheet, (last, first), BELUM_DITETAPKAN, text)
    total = book.style(style.CELL_WHOLE, style.CELL_TOTAL)
    put(sheet, (last + 1, first), "Jumlah", total)
    for offset, kolom in enumerate(columns, start=1):
        put(sheet, (row, first + offset), kolom.heading, heading)
        _write_counts(book, sheet, (row + 1, first + offset), kolom)
    return row


def _write_counts(
    book: Book, sheet: Worksheet, at: tuple[int, int], kolom: KolomSebaran
) -> None:
    row, column = at
    look = book.style(style.CELL_WHOLE)
    for index, count in enumerate(kolom.counts):
        put(sheet, (row + index, column), count, look)
    total = book.style(style.CELL_WHOLE, style.CELL_TOTAL)
    end = row + len(kolom.counts)
    if not kolom.is_total:
        put(sheet, (end, column), None, total)
        return
    letters = column_letters(column + 1)
    formula = f"=SUM({letters}{row + 1}:{letters}{end})"
    put(sheet, (end, column), Rumus(formula, sum(_counted(kolom.counts))), total)


def _counted(counts: Sequence[int | Rumus | None]) -> Iterator[int]:
    for count in counts:
        value = count.value if isinstance(count, Rumus) else count
        if isinstance(value, int):
            yield value


def insert_chart(
    book: Book,
    sheet: Worksheet,
    at: tuple[int, int],
    *,
    title: str,
    data: tuple[int, int, int],
    alt: str,
) -> None:
    """Draw the five counts of one column of the table, in the order of the official axis.

    Args:
        book: The workbook.
        sheet: The sheet of the table.
        at: Cell of the upper left corner.
        title: Title of the chart.
        data: Head row of the table, its column of names, its column of counts.
        alt: What the chart shows, for people who cannot see it.
    """
    head, names, counts = data
    rows = (head + 1, head + len(Predikat))
    chart = book.workbook.add_chart({"type": "column"})
    name = sheet.get_name()
    chart.add_series(
        {
            "name": title,
            "categories": [name, rows[0], names, rows[1], names],
            "values": [name, rows[0], counts, rows[1], counts],
            "gap": 60,
            "data_labels": {"value": True, "font": dict(_FONT)},
            "points": [{"fill": {"color": _WARNA[predikat]}} for predikat in Predikat],
        }
    )
    chart.set_title({"name": title, "name_font": dict(_TITLE_FONT), "overlay": False})
    chart.set_legend({"none": True})
    # The official axis runs from Sangat Kurang to Sangat Baik; the table begins with the best.
    chart.set_x_axis({"reverse": True, "num_font": dict(_FONT)})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_size({"width": CHART_PIXELS[0], "height": CHART_PIXELS[1]})
    must(sheet.insert_chart(at[0], at[1], chart, {"description": alt, "object_position": 3}))


def alt_text(title: str, counts: Sequence[tuple[Predikat, int]]) -> str:
    """Say a chart in words."""
    listed = ", ".join(f"{predikat.value} {count}" for predikat, count in counts)
    return f"Diagram batang. {title}: {listed}."


def pola_word(distribusi: Distribusi | None) -> str:
    """Say in a word or two whether a unit's spread fits its pattern."""
    if distribusi is None or distribusi.capaian_organisasi is None or distribusi.total == 0:
        return "Belum diperiksa"
    if not distribusi.broken:
        return "Sesuai"
    return "Belum sesuai (unit kecil)" if distribusi.is_small else "Belum sesuai"


def pola_text(distribusi: Distribusi | None) -> str:
    """Say what the pattern of the capaian organisasi says of a unit's spread."""
    if distribusi is None or distribusi.total == 0:
        return "Belum ada predikat, sehingga sebaran belum dapat diperiksa."
    sementara = ""
    if distribusi.total < distribusi.expected:
        sementara = (
            f"Sementara: {distribusi.total} dari {distribusi.expected} pegawai sudah mempunyai "
            "predikat. "
        )
    if distribusi.capaian_organisasi is None:
        return (
            f"{sementara}Capaian kinerja organisasi belum diisi, sehingga sebaran predikat belum "
            "diperiksa."
        )
    parts = [sementara + _verdict(distribusi)]
    if distribusi.dominance is not None:
        parts.append(distribusi.dominance)
    return " ".join(parts)


def _verdict(distribusi: Distribusi) -> str:
    organisasi = distribusi.capaian_organisasi
    name = "" if organisasi is None else organisasi.value
    if not distribusi.broken:
        return f"Sebaran predikat sesuai dengan pola capaian kinerja organisasi «{name}»."
    text = (
        f"Sebaran predikat belum sesuai dengan pola capaian kinerja organisasi «{name}»: "
        f"{'; '.join(distribusi.broken)}."
    )
    if distribusi.moves:
        moves = ", ".join(_move_text(move) for move in distribusi.moves)
        text += f" Perubahan terkecil yang memenuhi pola: {moves}."
    if distribusi.is_small:
        text += " Unit ini kecil, sehingga pola hanya menjadi catatan."
    return f"{text} Program tidak mengubah predikat siapa pun."


def _move_text(move: Move) -> str:
    return f"{move.people} orang dari {move.before.value} ke {move.after.value}"
