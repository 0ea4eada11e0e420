"""Which sheets make a workbook, and the template's name and version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.katalog import AliasRow, KatalogRow, KebijakanRow
from kinerja_xlsx.spec.pegawai import PegawaiRow, PejabatRow
from kinerja_xlsx.spec.pengaturan import InstansiForm, PeriodeRow, RosterRow, UnitRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetForm, SheetRow

CEK: Final = "Cek"
"""Heading of column A of every data sheet; never read."""
PETUNJUK: Final = "Petunjuk"
REFERENSI: Final = "Referensi"
META: Final = "_meta"
HEADER_SEARCH_ROWS: Final = 30
"""Headings are looked for within this many rows."""
TITLE_ROWS: Final = 3
"""Rows above the headings in our own templates; the headings stand in the next row."""


LEMBAR_IMPOR: Final = (
    "Ringkasan Impor", "Ditambah", "Berubah", "Tetap", "Dilewati", "Tidak Dipahami",
    "Tidak Ada di Ekspor",
)  # fmt: skip
"""Sheets that say what an import proposes; they may stay when the file becomes the settings."""


@dataclass(frozen=True, slots=True)
class BookSpec:
    """One kind of workbook.

    Attributes:
        template: Name of the template, as in `_meta`.
        version: Version of the template, as in `_meta`.
        form: The sheet of labels and values.
        sheets: The data sheets, in workbook order.
        unread: Sheets that may be there and are never read nor reported.
    """

    template: str
    version: str
    form: type[SheetForm]
    sheets: tuple[type[SheetRow], ...]
    unread: tuple[str, ...]


ISIAN: Final = BookSpec(
    template="isian",
    version="1.0",
    form=IdentitasForm,
    sheets=(PegawaiRow, PejabatRow, HasilKerjaRow, PenilaianRow),
    unread=(PETUNJUK, REFERENSI, META, "Ringkasan", "Daftar", "Dibetulkan", "Diterima"),
)
PENGATURAN: Final = BookSpec(
    template="pengaturan",
    version="1.0",
    form=InstansiForm,
    sheets=(
        UnitRow, RosterRow, PejabatRow, PeriodeRow, KebijakanRow, KatalogRow, AliasRow,
    ),
    unread=(PETUNJUK, REFERENSI, META, *LEMBAR_IMPOR),
)
BOOKS: Final = (ISIAN, PENGATURAN)
META_KEYS: Final = (
    "templat",
    "versi",
    "kode_unit",
    "periode",
    "terbit",
    "sidik_roster",
    "sidik_rencana",
    "putaran",
    "leluhur",
)
