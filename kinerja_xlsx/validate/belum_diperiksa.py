"""Which rules about an assignment wait, since a cell that they need is faulty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kinerja_xlsx.model.issue import IssueCode, Withholds
from kinerja_xlsx.model.law import JenisHasilKerja
from kinerja_xlsx.spec.codes import withholds
from kinerja_xlsx.spec.hasil_kerja import IndikatorRow
from kinerja_xlsx.spec.kegiatan import KegiatanRow
from kinerja_xlsx.spec.kehadiran import DAY_FIELDS
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.row import Level, column_by_field
from kinerja_xlsx.spec.skp import RencanaRow
from kinerja_xlsx.validate.conditions import Prepared, Sources
from kinerja_xlsx.validate.jabatan import UnitCatalogue
from kinerja_xlsx.validate.menunggu import NEED, Cell, faulty_cells, waiting_issue
from kinerja_xlsx.validate.penugasan import is_filled
from kinerja_xlsx.validate.register import PenugasanDraft
from kinerja_xlsx.validate.rhk import RHK_FIELDS
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan

_KEY: Final = ("nip", "sifat", "mulai")
_NUMBER: Final = ("no_indikator",)
_PAIRS: Final = (
    (PegawaiRow, "urutan Mulai dan Selesai", ("mulai", "selesai")),
    (IndikatorRow, "kecocokan No Indikator dengan No RHK", ("no_rhk", "no_indikator")),
    (IndikatorRow, "urutan Target dan Target Atas", ("target", "target_atas")),
    (KegiatanRow, "urutan jam Mulai dan Selesai", ("mulai", "selesai")),
)
"""Rules that compare two cells of a row."""


Waiting = tuple[str, tuple[Cell, ...]]
"""A rule in plain words, and the cells that it waits for."""


class Judged(NamedTuple):
    """What the rules of one file go by.

    Attributes:
        hasil_kerja: Sheet `Hasil Kerja` of an Isian or an SKP.
        of_pegawai: Conditions of `Pegawai`.
        of_work: Conditions of `Hasil Kerja`.
        catalogue: Indicators by post.
        kehadiran: Sheet `Kehadiran`; None in an SKP.
        kegiatan: Sheet `Kegiatan`; likewise.
    """

    hasil_kerja: SheetPlan
    of_pegawai: tuple[Prepared, ...]
    of_work: tuple[Prepared, ...]
    catalogue: UnitCatalogue
    kehadiran: SheetPlan | None = None
    kegiatan: SheetPlan | None = None


def say_waiting(draft: PenugasanDraft, judged: Judged) -> None:
    """Say of each rule about an assignment that was not applied which cells it waits for.

    A rule about one cell alone is not named, since that cell has its own message, nor is all that
    goes by the NIP in `Pegawai`: a damaged one stays one message. Rules that wait for the same
    cells share a notice.
    """
    if any(issue.code is IssueCode.LTS_07 for issue in draft.issues):
        return  # nothing is there to be checked yet
    if not draft.lost and not any(row.faults or row.is_doubtful for row in draft.rows):
        return  # nothing to wait for, as with nearly everybody
    rules: dict[tuple[tuple[int, str], ...], tuple[tuple[Cell, ...], list[str]]] = {}
    found = (*_of_pegawai(draft, judged), *_of_work(draft, judged), *_of_days(draft, judged))
    for name, cells in found:
        key = tuple((id(cell.row), cell.field) for cell in cells)
        _, names = rules.setdefault(key, (cells, []))
        if name not in names:
            names.append(name)
    draft.issues += [waiting_issue(names, cells) for cells, names in rules.values()]


# -- Pegawai ------------------------------------------------------------------------------------


def _of_pegawai(draft: PenugasanDraft, judged: Judged) -> Iterator[Waiting]:
    row, plan = draft.pegawai, draft.plan
    if row is None:
        return
    if "penilai" in row.faults:
        yield "kemungkinan lingkaran penilai", (Cell(plan, row, "penilai"),)
    yield from _pairs(plan, row)
    yield from _needed(plan, row, judged.of_pegawai)
    if "keadaan" in row.faults and judged.kegiatan is not None and not is_filled(draft):
        yield "kelengkapan isian", (Cell(plan, row, "keadaan"),)
    if "jabatan" in row.faults and judged.catalogue.by_jabatan and draft.indikator:
        yield "kelengkapan indikator wajib jabatan", (Cell(plan, row, "jabatan"),)


def _pairs(plan: SheetPlan, row: RowDraft) -> Iterator[Waiting]:
    """Name the comparisons of two cells of which both hold something and one is faulty."""
    for model, name, fields in _PAIRS:
        if issubclass(plan.model, model) and all(row.has(field) for field in fields):
            faulty = faulty_cells(plan, row, fields)
            if faulty:
                yield name, faulty


def _needed(plan: SheetPlan, row: RowDraft, conditions: Iterable[Prepared]) -> Iterator[Waiting]:
    """Name the cells of a row that may be required, by a cell that is faulty."""
    for condition, of_row, _ in conditions:
        spec = column_by_field(plan.model, condition.field)
        told_above = row.follows and spec.column.level is Level.RHK
        if not row.has(condition.field) and not told_above:
            faulty = faulty_cells(plan, row, _names(of_row))
            if faulty:
                yield f"{NEED}{spec.heading}", faulty


def _names(sources: Sources) -> tuple[str, ...]:
    return tuple(name for name, _ in sources)


# -- Hasil Kerja --------------------------------------------------------------------------------


def _of_work(draft: PenugasanDraft, judged: Judged) -> Iterator[Waiting]:
    plan, rows = judged.hasil_kerja, draft.indikator
    for row in rows:
        yield from _pairs(plan, row)
        yield from _ranges(plan, row)
        yield from _needed(plan, row, judged.of_work)
        yield from _ratio(plan, row)
    yield from _by_jenis_jabatan(draft, judged)
    unsure = (*_unsure(plan, rows), *(Cell(*lost, _key_cell(*lost)) for lost in draft.lost
                                     if lost[0] is plan))  # fmt: skip
    yield from _bobot(plan, rows, unsure)
    yield from _catalogue(draft, judged, unsure)
    yield from _numbers(draft, judged)
    yield from _rhk(plan, rows)


def _ranges(plan: SheetPlan, row: RowDraft) -> Iterator[Waiting]:
    """Name the range of a plan, whose upper bound holds for the targets of every period."""
    if not issubclass(plan.model, RencanaRow) or not row.has("target_atas"):
        return
    fields = ("target_atas", "target_tahun", *plan.model.period_fields)
    faulty = faulty_cells(plan, row, fields)
    if faulty and any(row.has(name) for name in fields[1:]):
        yield "urutan Target dan Target Atas", faulty


def _ratio(plan: SheetPlan, row: RowDraft) -> Iterator[Waiting]:
    """Name the parts of what may be a ratio, which is begun where Realisasi is filled in."""
    is_whole = row.has("pembilang") and row.has("penyebut")
    if "agregasi" in row.faults and row.has("realisasi") and not is_whole:
        yield f"{NEED}Pembilang dan Penyebut", (Cell(plan, row, "agregasi"),)


def _by_jenis_jabatan(draft: PenugasanDraft, judged: Judged) -> Iterator[Waiting]:
    """Name once for all rows what the kind of post may require, where that cell is faulty."""
    pegawai = draft.pegawai
    if pegawai is None:
        return
    for condition, _, of_pegawai in judged.of_work:
        faulty = faulty_cells(draft.plan, pegawai, _names(of_pegawai))
        if faulty and any(not row.has(condition.field) for row in draft.indikator):
            heading = column_by_field(judged.hasil_kerja.model, condition.field).heading
            yield f"{NEED}{heading}", faulty


def _unsure(plan: SheetPlan, rows: Iterable[RowDraft]) -> tuple[Cell, ...]:
    """List the cells for which it is not certain whose rows these are."""
    return tuple(Cell(plan, row, _key_cell(plan, row)) for row in rows if row.is_doubtful)


def _key_cell(plan: SheetPlan, row: RowDraft) -> str:
    """Tell which cell of the key stands in the way."""
    told = {
        issue.place.heading for issue in row.issues if withholds(issue) is not Withholds.NOTHING
    }
    for name in _KEY:
        if name in plan.columns and (
            name in row.faults or column_by_field(plan.model, name).heading in told
        ):
            return name
    return _KEY[0]


def _bobot(
    plan: SheetPlan, rows: Sequence[RowDraft], unsure: tuple[Cell, ...]
) -> Iterator[Waiting]:
    """Name the sum of Bobot, where Bobot is used at all."""
    if not any(row.has("bobot") for row in rows if _may_be_main(row)):
        return
    faulty = [*unsure]
    for row in rows:
        faulty += [cell for cell in faulty_cells(plan, row, ("jenis", "bobot")) if _is_own(cell)]
    if faulty:
        yield "jumlah Bobot", tuple(dict.fromkeys(faulty))


def _may_be_main(row: RowDraft) -> bool:
    return row.data.get("jenis", JenisHasilKerja.UTAMA) is JenisHasilKerja.UTAMA


def _is_own(cell: Cell) -> bool:
    """Tell whether a cell is faulty itself, and not blank below a faulty one of its RHK."""
    if cell.field not in RHK_FIELDS or not cell.row.follows:
        return True
    position = next(one.position for one in cell.plan.planned if one.field == cell.field)
    return cell.row.raw.values[position] not in {None, ""}


def _catalogue(
    draft: PenugasanDraft, judged: Judged, unsure: tuple[Cell, ...]
) -> Iterator[Waiting]:
    pegawai = draft.pegawai
    if pegawai is None or "jabatan" in pegawai.faults or not draft.indikator:
        return
    if judged.catalogue.own(pegawai.text("jabatan")):
        faulty = [*unsure]
        for row in draft.indikator:
            faulty += faulty_cells(judged.hasil_kerja, row, ("indikator",))
        if faulty:
            yield "kelengkapan indikator wajib jabatan", tuple(faulty)


def _numbers(draft: PenugasanDraft, judged: Judged) -> Iterator[Waiting]:
    """Name what goes by the numbers of indicators, of which some are faulty."""
    plan, rows = judged.hasil_kerja, draft.indikator
    faulty = tuple(
        cell for row in rows if not row.is_doubtful for cell in faulty_cells(plan, row, _NUMBER)
    )
    if not faulty:
        return
    if len(rows) > 1:
        yield "kemungkinan No Indikator ganda", faulty
    if any(row.has(_NUMBER[0]) for row in draft.kegiatan):
        yield "kecocokan kegiatan dengan indikatornya", faulty


def _rhk(plan: SheetPlan, rows: Sequence[RowDraft]) -> Iterator[Waiting]:
    """Name the rows that may be of one RHK and could not be compared."""
    if len(rows) > 1:
        faulty = [cell for row in rows for cell in faulty_cells(plan, row, ("no_rhk",))]
        if faulty:
            yield "kesamaan isi baris-baris satu RHK", tuple(faulty)
    by_number: dict[object, list[RowDraft]] = {}
    for row in rows:
        by_number.setdefault(row.data.get("no_rhk"), []).append(row)
    by_number.pop(None, None)
    for number, group in by_number.items():
        faulty = [cell for row in group for cell in faulty_cells(plan, row, RHK_FIELDS)]
        faulty = [cell for cell in faulty if _is_own(cell) and _is_elsewhere(cell, group)]
        if faulty:
            yield f"kesamaan isi RHK {number}", tuple(faulty)


def _is_elsewhere(cell: Cell, group: Sequence[RowDraft]) -> bool:
    """Tell whether another row of the same RHK has a sound value there to be compared with."""
    return any(cell.field in row.data for row in group)


# -- Kehadiran, Kegiatan ------------------------------------------------------------------------


def _of_days(draft: PenugasanDraft, judged: Judged) -> Iterator[Waiting]:
    if judged.kegiatan is None or judged.kehadiran is None:
        return
    for row in draft.kegiatan:
        yield from _pairs(judged.kegiatan, row)
    for row in draft.kehadiran:
        faulty = faulty_cells(judged.kehadiran, row, ("hari_kerja", *DAY_FIELDS))
        if faulty:
            yield "jumlah hari kehadiran", faulty
