"""A SIASN export from its bytes to the few columns that the roster needs.

The values of all other columns (NIK, address, telephone, NPWP, BPJS, mail …) are dropped here:
they are in nothing that this module returns.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.issue import IssueCode, Place, Severity, UnreadableFileError
from kinerja_xlsx.model.submission import RawSheet
from kinerja_xlsx.read.cells import read_cells
from kinerja_xlsx.read.package import Package
from kinerja_xlsx.read.sheet import read_sheet
from kinerja_xlsx.read.sniff import require_package
from kinerja_xlsx.read.workbook import read_workbook
from kinerja_xlsx.spec.penugasan import RejectedFileError
from kinerja_xlsx.spec.siasn import SiasnRow

if TYPE_CHECKING:
    from kinerja_xlsx.model.issue import Issue
    from kinerja_xlsx.read.snapshot import Snapshot

_MAX_TABS: Final = 20
_NAMES_SHOWN: Final = 3
_EKSPOR: Final = "ekspor data pegawai SIASN"
_UNDUH: Final = (
    "Unduh data pegawai dari SIASN sebagai .xlsx, dengan judul NIP BARU, NAMA, JABATAN NAMA, dan "
    "UNOR NAMA."
)
_NEEDED: Final = frozenset({"nip", "nama"})


def read_siasn(snapshot: Snapshot) -> RawSheet:
    """Read the first sheet of a workbook that has headings of an export.

    Args:
        snapshot: The bytes of the export.

    Returns:
        Its read columns and rows; of the other columns the headings alone.

    Raises:
        UnreadableFileError: The bytes are no workbook, whole and sound, or no sheet of it has the
            headings that the roster needs (BRK-20).
        RejectedFileError: A column is there twice, or there is no row below the headings.
    """
    require_package(snapshot.data)
    with Package(snapshot.data) as package:
        workbook = read_workbook(package)
        tabs = [(tab.name, tab.part) for tab in workbook.sheets if tab.part][:_MAX_TABS]
        cells = read_cells(package, workbook, tabs)
    for (name, _), found in zip(tabs, cells, strict=True):
        reading = read_sheet(found, SiasnRow, Place(snapshot.name, name))
        if reading.sheet is not None and _is_export(reading.sheet):
            _require_columns(reading.issues)
            return _without_other_columns(reading.sheet)
    names = ", ".join(f"«{name}»" for name, _ in tabs[:_NAMES_SHOWN])
    raise _refused(f"Judul NIP BARU dan NAMA tidak ditemukan di lembar {names}.")


def _refused(sebab: str) -> UnreadableFileError:
    return UnreadableFileError(IssueCode.BRK_20, ekspor=_EKSPOR, sebab=sebab, saran=_UNDUH)


def _is_export(sheet: RawSheet) -> bool:
    return {column.field for column in sheet.columns} >= _NEEDED


def _require_columns(issues: tuple[Issue, ...]) -> None:
    """Refuse what makes the table unreadable; that it has other columns is no news.

    Raises:
        UnreadableFileError: A column that the roster needs is missing (BRK-20).
        RejectedFileError: A column is there twice, or there is no row below the headings.
    """
    missing = [issue.place.heading or "" for issue in issues if issue.code is IssueCode.LBR_06]
    if missing:
        raise _refused(f"Kolom yang belum ada: {', '.join(missing)}.")
    refusing = tuple(issue for issue in issues if issue.severity is Severity.GALAT)
    if refusing:
        raise RejectedFileError(refusing)


def _without_other_columns(sheet: RawSheet) -> RawSheet:
    rows = tuple(row._replace(extra=()) for row in sheet.rows)
    return replace(sheet, rows=rows, loose=())
