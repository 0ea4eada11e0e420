"""Sheet `Sebaran`: the spread of predikat beside the pattern of the capaian organisasi."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.number import format_number, half_up
from kinerja_xlsx.model.score import Distribusi
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import FONT_SIZE, Book, must
from kinerja_xlsx.write.diagram import Deret, DiagramGabungan, insert_combined
from kinerja_xlsx.write.hasil.labels import BELUM_DITETAPKAN, kurva
from kinerja_xlsx.write.hasil.masukan import HasilBook
from kinerja_xlsx.write.hasil.rekap_kelompok import PREDIKAT
from kinerja_xlsx.write.measure import text_height
from kinerja_xlsx.write.page import quoted
from kinerja_xlsx.write.rekap_distribusi import (
    Diagram,
    KolomSebaran,
    insert_chart,
    pola_text,
    write_sebaran,
)
from kinerja_xlsx.write.rekap_tabel import (
    Rumus,
    Tabel,
    joined,
    points_of,
    put,
    set_up_sheet,
    write_title,
)

SHEET: Final = "Sebaran"
_NAME_WIDTH: Final = 26
_COUNT_WIDTH: Final = 16
_BAGIAN: Final = "Bagian dari yang berpredikat (%)"
_KURVA: Final = "Kurva pola (ilustrasi, bukan kuota)"
_BENTUK: Final = "Bentuk pola (%)"


@dataclass(frozen=True, slots=True)
class _Bagian:
    """The parts of people and of the curve, and where the former stand; the latter are beside."""

    column: int
    orang: Sequence[Decimal]
    kurva: Sequence[Decimal]


def write_sebaran_sheet(book: Book, sheet: Worksheet, tabel: Tabel, hasil: HasilBook) -> None:
    """Write the counts, what the pattern says of them, and both charts.

    Args:
        book: The workbook.
        sheet: The sheet.
        tabel: The table of sheet `Rekap`, which is counted here.
        hasil: The unit.
    """
    unit = f"{hasil.nama_unit} ({hasil.kode_unit})"
    title = f"Sebaran Predikat Kinerja Pegawai {hasil.period.label}"
    top = write_title(book, sheet, title, [joined(unit, hasil.instansi, hasil.bagian)])
    must(sheet.set_column(0, 0, _NAME_WIDTH))
    must(sheet.set_column(1, 6, _COUNT_WIDTH))
    head, bagian = _write_tables(book, sheet, top, tabel=tabel, hasil=hasil)
    row = head + len(Predikat) + 4
    paragraph = book.style(style.PARAGRAPH)
    must(sheet.merge_range(row, 0, row, 5, "", paragraph))
    text = pola_text(hasil.distribusi)
    width = points_of(_NAME_WIDTH) + 5 * points_of(_COUNT_WIDTH)
    must(sheet.set_row(row, text_height(text, width, FONT_SIZE)))
    put(sheet, (row, 0), text, paragraph)
    _insert_charts(book, sheet, head, hasil, bagian)
    set_up_sheet(sheet, hasil.kertas, head=None, footer=f"{unit} · {hasil.period.label}")


def _write_tables(
    book: Book, sheet: Worksheet, top: int, *, tabel: Tabel, hasil: HasilBook
) -> tuple[int, _Bagian]:
    """Write the counts and the parts beside them; return the row of their head and the parts."""
    columns = [_assignments(tabel, hasil)]
    if hasil.distribusi is not None:
        columns.append(_people(hasil.distribusi))
    if hasil.capaian_organisasi is not None:
        points = dict(kurva(hasil.capaian_organisasi))
        counts = [*(points[predikat] for predikat in Predikat), None]
        columns.append(KolomSebaran(_KURVA, counts, is_total=False))
    head, after = write_sebaran(book, sheet, (top, 0), columns), len(columns) + 1
    orang = _write_shares(book, sheet, (head, after), columns)
    if hasil.capaian_organisasi is None:
        return head, _Bagian(after, orang, ())
    source = (len(columns), columns[-1])
    shape = _write_parts(book, sheet, (head, after + 1), _BENTUK, source)
    return head, _Bagian(after, orang, shape)


def _assignments(tabel: Tabel, hasil: HasilBook) -> KolomSebaran:
    """Count the column Predikat above, live; a NIP is never counted by a formula."""
    words = [*(predikat.value for predikat in Predikat), BELUM_DITETAPKAN]
    shown = [
        form.score.predikat.value if form.score.predikat else BELUM_DITETAPKAN
        for form in hasil.forms
    ]
    counts = [
        Rumus(
            f"=COUNTIF({tabel.cells(PREDIKAT, from_elsewhere=True)},{quoted(word)})",
            shown.count(word),
        )
        for word in words
    ]
    return KolomSebaran("Penugasan di buku ini" if hasil.bagian else "Penugasan", counts)


def _people(distribusi: Distribusi) -> KolomSebaran:
    counts: list[int | Rumus | None] = [count for _, count in distribusi.counts]
    counts.append(distribusi.expected - distribusi.total)
    return KolomSebaran("Pegawai (menurut jabatan definitif)", counts)


def _write_shares(
    book: Book, sheet: Worksheet, at: tuple[int, int], columns: Sequence[KolomSebaran]
) -> Sequence[Decimal]:
    """Write what part of those with a predikat each one is: of people where they are known."""
    counted = 2 if columns[1:] and columns[1].is_total else 1
    return _write_parts(book, sheet, at, _BAGIAN, (counted, columns[counted - 1]))


def _write_parts(
    book: Book,
    sheet: Worksheet,
    at: tuple[int, int],
    heading: str,
    source: tuple[int, KolomSebaran],
) -> Sequence[Decimal]:
    """Write each of five figures in percent of their sum; nothing where they come to nothing.

    Args:
        book: The workbook.
        sheet: The sheet.
        at: Cell of the heading.
        heading: What the parts are called.
        source: Column of the figures, and the figures.
    """
    (head, column), (counted, kolom) = at, source
    values = [
        count.value if isinstance(count, Rumus) else count
        for count in kolom.counts[: len(Predikat)]
    ]
    counts = [value for value in values if isinstance(value, int)]
    total, letters = sum(counts), column_letters(counted + 1)
    whole = f"SUM({letters}${head + 2}:{letters}${head + 1 + len(Predikat)})"
    put(sheet, (head, column), heading, book.style(style.HEADING))
    look, none = book.style(style.CELL_TWO_DECIMALS), book.style(style.CELL_CENTER)
    parts = [Decimal(100 * count) / total for count in counts] if total else []
    for row, part in enumerate(parts or [None] * len(counts), start=head + 1):
        formula = f"={letters}{row + 1}/{whole}*100"
        shown = None if part is None else Rumus(formula, part)
        put(sheet, (row, column), shown, none if part is None else look)
    last = head + len(Predikat) + 1
    put(sheet, (last, column), None, none)
    first, end = (f"{column_letters(column + 1)}{row}" for row in (head + 2, last))
    share = Rumus(f"=SUM({first}:{end})", Decimal(100)) if total else None
    look = book.style(style.CELL_TWO_DECIMALS if total else style.CELL_CENTER, style.CELL_TOTAL)
    put(sheet, (last + 1, column), share, look)
    return parts


def _insert_charts(
    book: Book, sheet: Worksheet, head: int, hasil: HasilBook, bagian: _Bagian
) -> None:
    """Draw the spread, over the shape of its pattern where there are both, and the curve."""
    row, capaian = head + len(Predikat) + 6, hasil.capaian_organisasi
    if capaian is None or not bagian.orang:
        insert_chart(book, sheet, (row, 0), _counted(head, hasil))
    else:
        insert_combined(book, sheet, (row, 0), _compared(head, bagian))
    if capaian is None:
        return
    # The title that the official form gives to its curve.
    title = (
        "KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI "
        f"{capaian.value.upper()}"
    )
    diagram = Diagram(title, (head, 0, bagian.column - 1), kurva(capaian))
    insert_chart(book, sheet, (row, 4), diagram)


def _counted(head: int, hasil: HasilBook) -> Diagram:
    if hasil.distribusi is not None:
        return Diagram("Sebaran predikat pegawai", (head, 0, 2), hasil.distribusi.counts)
    shown = [form.score.predikat for form in hasil.forms]
    counts = [(predikat, shown.count(predikat)) for predikat in Predikat]
    return Diagram("Sebaran predikat menurut penugasan", (head, 0, 1), counts)


def _compared(head: int, bagian: _Bagian) -> DiagramGabungan:
    people, shape = (
        [format_number(half_up(part)) for part in parts] for parts in (bagian.orang, bagian.kurva)
    )
    return DiagramGabungan(
        title="Sebaran predikat di atas bentuk polanya (%)",
        rows=(head + 1, head + len(Predikat)),
        names=0,
        kata=[predikat.value for predikat in Predikat],
        batang=Deret("Pegawai (%)", bagian.column, people),
        garis=Deret("Bentuk pola (%), bukan kuota", bagian.column + 1, shape),
        highest=float(max(*bagian.orang, *bagian.kurva)),
        is_reversed=True,
    )
