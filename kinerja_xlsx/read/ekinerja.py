"""An e-Kinerja export from its bytes to the few columns that a comparison needs.

The values of all other columns (superiors, ids, times …) are dropped here: they are in nothing
that this module returns.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.issue import IssueCode, Place, UnreadableFileError
from kinerja_xlsx.read.cells import read_cells
from kinerja_xlsx.read.package import Package
from kinerja_xlsx.read.sheet import read_sheet
from kinerja_xlsx.read.sniff import require_package
from kinerja_xlsx.read.text import shown
from kinerja_xlsx.read.workbook import read_workbook
from kinerja_xlsx.spec.ekinerja import EkinerjaRow
from kinerja_xlsx.spec.penugasan import RejectedFileError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinerja_xlsx.model.submission import CellValue, RawRow, RawSheet
    from kinerja_xlsx.read.sheet import SheetReading
    from kinerja_xlsx.read.snapshot import Snapshot

_MAX_TABS: Final = 20
_NAMES_SHOWN: Final = 3
_NEEDED: Final = ("nip", "nama", "hasil_kerja", "perilaku_kerja", "hasil_akhir")
_RATINGS: Final = frozenset({"hasil_kerja", "perilaku_kerja", "hasil_akhir"})
_EKSPOR: Final = "ekspor Laporan Penilaian SKP dari e-Kinerja"
_UNDUH: Final = (
    "Di e-Kinerja, unduh Laporan Penilaian SKP periode itu sebagai .xlsx, lalu jalankan lagi "
    "tanpa mengubah judul kolomnya."
)
_CSV: Final = "teks CSV"
_OPENED: Final = "Berkas ini teks CSV. Dibuka langsung di Excel, NIP-nya berubah menjadi angka."
_FROM_CSV: Final = (
    "Unduh sebagai .xlsx. Bila hanya ada CSV: di Excel pilih Data, Dari Teks/CSV, jadikan kolom "
    "nip Teks, lalu simpan sebagai .xlsx."
)
_EMPTY: Final = "Periksa pilihan periode dan unor saat mengunduh, lalu unduh lagi."
_PLANS: Final = (
    "Ini seperti «Laporan SKP», yaitu daftar SKP tanpa rating; yang diperlukan «Laporan "
    "Penilaian SKP»."
)
_ONE_SHEET: Final = "Simpan tiap lembar sebagai berkas sendiri, lalu jalankan satu per satu."
_NO_ROWS: Final = "Di bawah judul kolomnya belum ada satu baris pun."


def read_ekinerja(snapshot: Snapshot) -> RawSheet:
    """Read the one sheet of a workbook that has headings of an export.

    Args:
        snapshot: The bytes of the export.

    Returns:
        Its read columns and rows, and in `loose` only what stands above the headings.

    Raises:
        UnreadableFileError: The bytes are no workbook, whole and sound, or not one sheet of it has
            the headings that a comparison needs, with rows below them (BRK-20).
        RejectedFileError: A column is there twice.
    """
    readings = _read_tabs(snapshot)
    exports = [reading for _, reading in readings if _fields(reading.sheet) >= set(_NEEDED)]
    if len(exports) != 1:
        raise _several(exports) if exports else _refused(_none(readings))
    return _only_needed(exports[0])


def _read_tabs(snapshot: Snapshot) -> list[tuple[str, SheetReading]]:
    """Read every sheet as if it were an export.

    Raises:
        UnreadableFileError: The bytes are no workbook; a CSV is told how its NIPs stay whole.
    """
    try:
        require_package(snapshot.data)
        with Package(snapshot.data) as package:
            workbook = read_workbook(package)
            tabs = [(tab.name, tab.part) for tab in workbook.sheets if tab.part][:_MAX_TABS]
            cells = read_cells(package, workbook, tabs)
    except UnreadableFileError as error:
        if error.context.get("jenis") != _CSV:
            raise
        raise _refused(_OPENED, _FROM_CSV) from error
    return [
        (name, read_sheet(found, EkinerjaRow, Place(snapshot.name, name)))
        for (name, _), found in zip(tabs, cells, strict=True)
    ]


def _refused(sebab: str, saran: str = _UNDUH) -> UnreadableFileError:
    return UnreadableFileError(IssueCode.BRK_20, ekspor=_EKSPOR, sebab=sebab, saran=saran)


def _fields(sheet: RawSheet | None) -> frozenset[str]:
    columns = () if sheet is None else sheet.columns
    return frozenset(column.field for column in columns if column.field is not None)


def _several(exports: Sequence[SheetReading]) -> UnreadableFileError:
    names = [f"«{one.sheet.name}»" for one in exports if one.sheet is not None]
    listed = ", ".join(names[:_NAMES_SHOWN])
    return _refused(f"Ada {len(names)} lembar ekspor di dalamnya: {listed}.", _ONE_SHEET)


def _none(readings: Sequence[tuple[str, SheetReading]]) -> str:
    """Say which columns the sheet that comes nearest still lacks."""
    best = max((reading for _, reading in readings), key=_likeness, default=None)
    found = frozenset[str]() if best is None else _fields(best.sheet)
    if best is None or best.sheet is None or not found & set(_NEEDED):
        names = ", ".join(f"«{name}»" for name, _ in readings[:_NAMES_SHOWN])
        return f"Judul nip, nama, dan hasil_kerja tidak ditemukan di lembar {names}."
    if not found & _RATINGS:
        return _PLANS
    missing = ", ".join(name for name in _NEEDED if name not in found)
    return f"Kolom yang belum ada di lembar «{best.sheet.name}»: {missing}."


def _likeness(reading: SheetReading) -> int:
    return len(_fields(reading.sheet) & set(_NEEDED))


def _only_needed(reading: SheetReading) -> RawSheet:
    """Drop other columns and what stands beside or below the table.

    Raises:
        UnreadableFileError: There is no row.
        RejectedFileError: A column is there twice.
    """
    sheet = reading.sheet
    if sheet is None or not sheet.rows:
        raise _refused(_NO_ROWS, _EMPTY)
    doubles = tuple(issue for issue in reading.issues if issue.code is IssueCode.LBR_08)
    if doubles:
        raise RejectedFileError(doubles)
    rows = tuple(_plain_row(row) for row in sheet.rows)
    above = tuple(cell for cell in sheet.loose if cell[0] < sheet.header_row)
    return replace(sheet, rows=rows, loose=above)


def _plain_row(row: RawRow) -> RawRow:
    """Write logical cells as words: here they are marks, as in `is_skp_plt_plh_pjb`."""
    return row._replace(extra=(), values=tuple(map(_plain, row.values)))


def _plain(value: CellValue) -> CellValue:
    return shown(value) if isinstance(value, bool) else value
