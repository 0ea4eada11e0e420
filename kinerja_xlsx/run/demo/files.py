"""Writing the example city into a workspace: settings, submissions, and what else arrives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.run.demo.city import City, CityUnit
from kinerja_xlsx.run.demo.draft import Draft, cells_of, fill_draft, make_draft, make_plan_draft
from kinerja_xlsx.run.demo.edits import Edit
from kinerja_xlsx.run.demo.faults import FAULTS
from kinerja_xlsx.run.demo.foreign import cut_off
from kinerja_xlsx.run.demo.package_xml import BookXml
from kinerja_xlsx.run.demo.parcels import (
    COPIED,
    CUT_OFF,
    ODDMENTS,
    PARCELS,
    PLANS,
    REFUSED,
    SETTINGS_COPY,
    SILENT_UNIT,
    Parcel,
    Refused,
)
from kinerja_xlsx.run.demo.rules import make_alias, make_katalog, make_kebijakan
from kinerja_xlsx.run.workspace import PENGATURAN
from kinerja_xlsx.spec.book import PENGATURAN as PENGATURAN_BOOK
from kinerja_xlsx.spec.katalog import AliasRow, KatalogRow, KebijakanRow
from kinerja_xlsx.spec.pegawai import PejabatRow
from kinerja_xlsx.spec.pengaturan import PeriodeRow, RosterRow, UnitRow
from kinerja_xlsx.write.place import place
from kinerja_xlsx.write.template import BookContent, render_book


@dataclass(frozen=True, slots=True)
class Planted:
    """One fault as it lies in `input/`: where it is, and the code that answers it.

    Attributes:
        path: Path below `input/` of the file that it makes go wrong; empty for an absent one.
        code: The code that it raises.
        what: What happened, in Indonesian.
    """

    path: str
    code: IssueCode
    what: str


def write_city(city: City, folder: Path) -> None:
    """Write `input/` of a workspace; what lies there under other names stays.

    Args:
        city: The city.
        folder: The workspace.
    """
    for path, data in city_files(city):
        place(folder / "input" / path, data)


def city_files(city: City) -> Iterator[tuple[str, bytes]]:
    """Make every file, one after another: path below `input/`, and bytes."""
    sources = {source for source, _, _ in (COPIED, CUT_OFF, SETTINGS_COPY)}
    kept: dict[str, bytes] = {}
    for path, data in _workbooks(city):
        if path in sources:
            kept[path] = data
        yield _at(path, city), data
    for oddment in ODDMENTS:
        yield _at(oddment.path, city), oddment.make()
    yield _at(COPIED[1], city), kept[COPIED[0]]
    yield _at(CUT_OFF[1], city), cut_off(kept[CUT_OFF[0]])
    yield _at(SETTINGS_COPY[1], city), kept[SETTINGS_COPY[0]]


def planted_faults(city: City) -> tuple[Planted, ...]:
    """List every fault that the files of the city hold."""
    paths = {parcel.key: parcel.path for parcel in (*PARCELS, *PLANS)}
    paths |= {code: _earlier_path(unit, code) for code, unit in city.earlier.items()}
    faults = [(paths[fault.heard_in or fault.parcel], fault.code, fault.what) for fault in FAULTS]
    faults += [(one.path, one.code, one.what) for one in (*REFUSED, *ODDMENTS)]
    faults += [
        (COPIED[1], COPIED[2], "Salinan utuh dari berkas lain"),
        (CUT_OFF[1], CUT_OFF[2], "Unduhan terputus"),
        (SETTINGS_COPY[1], SETTINGS_COPY[2], "Pengaturan terkirim sebagai isian"),
        (paths["DINDIKBUD"], IssueCode.LBK_02, "Satu unit dalam dua berkas"),
        ("", IssueCode.LBK_06, f"{SILENT_UNIT} belum mengirim"),
        *((paths[code], IssueCode.LBK_07, "Periode yang sudah ditutup") for code in city.earlier),
        (PENGATURAN, IssueCode.BRS_15, "Kebijakan tanpa Dasar Hukum"),
    ]
    return tuple(Planted(_at(path, city), code, what) for path, code, what in faults)


def _workbooks(city: City) -> Iterator[tuple[str, bytes]]:
    yield PENGATURAN, _settings(city)
    for parcel in PARCELS:
        yield parcel.path, _parcel(city, parcel)
    for parcel in PLANS:
        yield parcel.path, _spoilt(make_plan_draft(city, parcel.unit), _edits_of(parcel.key))
    for code, unit in city.earlier.items():
        yield _earlier_path(unit, code), _spoilt(fill_draft(city, unit), _edits_of(code))
    for refused in REFUSED:
        yield refused.path, _refused(city, refused)


def _earlier_path(unit: CityUnit, code: str) -> str:
    """Put files of closed periods where the agency archives them."""
    return f"arsip/{code}/Isian_{unit.kode}_{code}.xlsx"


def _edits_of(key: str) -> tuple[Edit, ...]:
    return tuple(fault.edit for fault in FAULTS if fault.parcel == key)


def _at(path: str, city: City) -> str:
    return path.format(periode=city.period.code, tahun=city.period.year)


def _settings(city: City) -> bytes:
    content = BookContent(
        created=city.period.last,
        title_lines=(city.instansi.nama_instansi,),
        form=cells_of(city.instansi),
        rows={
            UnitRow.sheet: tuple(cells_of(unit.unit) for unit in city.units.values()),
            RosterRow.sheet: tuple(cells_of(row) for row in city.roster),
            PejabatRow.sheet: tuple(cells_of(row) for row in city.pejabat),
            PeriodeRow.sheet: tuple(cells_of(row) for row in city.periods),
            KebijakanRow.sheet: tuple(cells_of(row) for row in make_kebijakan(city.period)),
            KatalogRow.sheet: tuple(cells_of(row) for row in make_katalog()),
            AliasRow.sheet: tuple(cells_of(row) for row in make_alias()),
        },
        meta={},
        kertas=city.instansi.kertas,
    )
    return render_book(PENGATURAN_BOOK, content)


def _parcel(city: City, parcel: Parcel) -> bytes:
    draft = make_draft(city, parcel.unit, parcel.wanted)
    return _spoilt(draft, _edits_of(parcel.key))


def _refused(city: City, refused: Refused) -> bytes:
    few = {row.nip for row in city.units[refused.unit].pegawai[: refused.people]}
    return _spoilt(make_draft(city, refused.unit, lambda row: row.nip in few), refused.edits)


def _spoilt(draft: Draft, edits: tuple[Edit, ...]) -> bytes:
    """Write a workbook, with faults before and after."""
    for edit in edits:
        edit.rewrite(draft)
    data = draft.render()
    if all(type(edit).patch is Edit.patch for edit in edits):
        return data
    book = BookXml(data)
    for edit in edits:
        edit.patch(draft, book)
    return book.to_bytes()
