"""Which sheets make a workbook, and the template's name and version."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Siklus
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.identitas import IdentitasForm, IdentitasSkpForm
from kinerja_xlsx.spec.katalog import AliasRow, KatalogRow, KebijakanRow
from kinerja_xlsx.spec.kegiatan import KegiatanRow
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.kepuasan import KepuasanRow
from kinerja_xlsx.spec.pegawai import PegawaiRow, PejabatRow
from kinerja_xlsx.spec.pengaturan import InstansiForm, PeriodeRow, RosterRow, UnitRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetForm, SheetRow
from kinerja_xlsx.spec.skp import RENCANA, EkspektasiRow, LampiranRow
from kinerja_xlsx.spec.versi import Migrasi

CEK: Final = "Cek"
"""Heading of column A of every data sheet; never read."""
PETUNJUK: Final = "Petunjuk"
REFERENSI: Final = "Referensi"
META: Final = "_meta"
PENJELASAN: Final = "penjelasan"
"""Template named by the mark of our own explanations, which are no submissions."""
LEMBAR_PENILAI: Final = "Lembar Penilai"
"""Template named by the mark of what raters fill in, which comes back through an Isian."""
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
        optional: Sheets that are read where they are there; their absence is no error.
        shown: Its name as people read it, where that is more than a capital letter.
        migrations: Older versions that are still read, and what changed since.
    """

    template: str
    version: str
    form: type[SheetForm]
    sheets: tuple[type[SheetRow], ...]
    unread: tuple[str, ...]
    optional: tuple[type[SheetRow], ...] = ()
    shown: str = ""
    migrations: tuple[Migrasi, ...] = ()

    @property
    def title(self) -> str:
        """The name of the template as people read it."""
        return self.shown or self.template.capitalize()

    @property
    def readable(self) -> tuple[type[SheetRow], ...]:
        """Every data sheet that may be read, in workbook order."""
        return (*self.sheets, *self.optional)

    def including(self, names: Container[str]) -> BookSpec:
        """Give the same workbook with some of its optional sheets as a part of it."""
        chosen = tuple(model for model in self.optional if model.sheet in names)
        rest = tuple(model for model in self.optional if model.sheet not in names)
        return replace(self, sheets=(*self.sheets, *chosen), optional=rest)


_OF_CORRECTIONS: Final = (
    PETUNJUK, REFERENSI, META, "Ringkasan", "Daftar", "Dibetulkan", "Diterima",
)  # fmt: skip

_SINCE_1_0: Final = Migrasi("1.0", "belum memuat penanda isi yang diterbitkan")
_SKP_SINCE_1_1: Final = Migrasi("1.1", "belum memuat kolom Nama di Ekspektasi dan Lampiran SKP")

ISIAN: Final = BookSpec(
    template="isian",
    version="1.1",
    form=IdentitasForm,
    sheets=(PegawaiRow, PejabatRow, HasilKerjaRow, PenilaianRow),
    unread=_OF_CORRECTIONS,
    optional=(KehadiranRow, KegiatanRow, KepuasanRow),
    migrations=(_SINCE_1_0,),
)
PENGATURAN: Final = BookSpec(
    template="pengaturan",
    version="1.0",
    form=InstansiForm,
    sheets=(UnitRow, RosterRow, PejabatRow, PeriodeRow, KebijakanRow, KatalogRow, AliasRow),
    unread=(PETUNJUK, REFERENSI, META, *LEMBAR_IMPOR),
)
SKP_BOOKS: Final = MappingProxyType(
    {
        siklus: BookSpec(
            template="skp",
            version="1.2",
            form=IdentitasSkpForm,
            sheets=(PegawaiRow, PejabatRow, model, EkspektasiRow, LampiranRow),
            unread=_OF_CORRECTIONS,
            shown="SKP",
            migrations=(_SINCE_1_0, _SKP_SINCE_1_1),
        )
        for siklus, model in RENCANA.items()
    }
)
"""The plan of one unit and year, by the cycle in which the unit reports."""
SKP: Final = SKP_BOOKS[Siklus.TRIWULANAN]
"""The plan of units whose cycle is not stated."""
BOOKS: Final = (ISIAN, SKP, PENGATURAN)
SIKLUS_KEY: Final = "siklus"
"""Key of `_meta` that says which cycle the columns of an SKP are for."""
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


def is_skp(meta: Mapping[str, str] | None) -> bool:
    """Tell whether a hidden mark is that of an SKP."""
    return (meta or {}).get("templat", "").strip().casefold() == SKP.template


def book_for(meta: Mapping[str, str] | None) -> BookSpec:
    """Give the workbook that a file sent by a unit is, by its hidden mark."""
    if not is_skp(meta):
        return ISIAN
    named = (meta or {}).get(SIKLUS_KEY, "").casefold()
    return next((book for one, book in SKP_BOOKS.items() if one.value.casefold() == named), SKP)


def template_title(name: str) -> str:
    """Name a template as people read it; a name that is none of ours stays as it is."""
    return next((book.title for book in BOOKS if book.template == name.casefold()), name)
