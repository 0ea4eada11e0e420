"""Forms beside the evaluation, drawn in a few words and read back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from kinerja_xlsx.model.law import FormulirPegawai, Kertas, Predikat
from kinerja_xlsx.write.hasil import render_hasil
from tests.hasil_angka_drawn import chosen, rated, scored, unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.write.hasil import HasilBook, HasilForm

EVALUASI, DOKUMEN, KONVERSI, AKUMULASI = FormulirPegawai
LONG = "Meningkatkan mutu layanan kesehatan dasar yang merata bagi seluruh masyarakat. " * 20
EARLIER = (("2024", Predikat.BAIK), ("2025", Predikat.SANGAT_BAIK))
SUFFIX = {EVALUASI: "", DOKUMEN: " Dokumen", KONVERSI: " Konversi", AKUMULASI: " Akumulasi"}
DEFAULT = 15.0
"""The library leaves out this height, the one it declares as default."""


def perawat(predikat: Predikat | None = Predikat.BAIK, **person: Any) -> HasilForm:
    return scored(rated(1, predikat, **person), chosen(), earlier=EARLIER)


def asked(
    forms: Sequence[HasilForm], *formulir: FormulirPegawai, kertas: Kertas = Kertas.A4
) -> HasilBook:
    return replace(unit(forms, chosen()), formulir=formulir, kertas=kertas)


def opened(made: HasilBook, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(render_hasil(made)), data_only=values)


def own_sheets(book: Workbook) -> list[str]:
    return [name for name in book.sheetnames if name[0].isdigit()]


def sheet_of(jenis: FormulirPegawai, made: HasilForm, **changes: object) -> Worksheet:
    book = opened(replace(asked([made], *FormulirPegawai), **changes))  # type: ignore[arg-type]  # any field
    sheet: Worksheet = book[f"{made.penugasan.nip}{SUFFIX[jenis]}"]
    return sheet


def beside(sheet: Worksheet, label: str) -> object:
    """Give what stands right of a label, in the next cell that holds something."""
    row = next(row for row in sheet if any(cell.value == label for cell in row))
    values = [cell.value for cell in row if cell.value not in {None, ""}]
    return values[values.index(label) + 1]


def printed_rows(sheet: Worksheet) -> int:
    return int(str(sheet.print_area).rpartition("$")[2])


def pages(sheet: Worksheet) -> list[tuple[int, int]]:
    """Give the first and last row of each printed page."""
    last = printed_rows(sheet)
    starts = [1, *(at.id + 1 for at in sheet.row_breaks.brk if at.id < last), last + 1]
    return [(first, after - 1) for first, after in pairwise(starts)]


def texts_of(sheet: Worksheet, rows: tuple[int, int]) -> list[str]:
    return [
        str(cell.value)
        for row in sheet.iter_rows(min_row=rows[0], max_row=rows[1])
        for cell in row
        if cell.value not in {None, ""}
    ]


def lengthened(made: HasilForm, periods: int) -> HasilForm:
    """Repeat what came before, as if there had been so many periods."""
    found = made.score.akumulasi
    assert found is not None
    *earlier, own = found.items
    items = (*(earlier[at % len(earlier)] for at in range(periods)), own)
    total = sum((item.nilai for item in items), Decimal(0))
    return replace(
        made, score=replace(made.score, akumulasi=replace(found, items=items, total=total))
    )
