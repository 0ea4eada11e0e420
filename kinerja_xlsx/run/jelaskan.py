"""One person's figures, recomputed from `input/` by the phases of a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kinerja_xlsx.model.issue import Issue, Place
from kinerja_xlsx.model.penjelasan import PenjelasanPenugasan, SelMasukan
from kinerja_xlsx.model.submission import RawRow, RawSheet
from kinerja_xlsx.run.buat_unit import hasil_book
from kinerja_xlsx.run.hitung_ulang import recomputed
from kinerja_xlsx.run.kode_formulir import forms_of
from kinerja_xlsx.run.muat_unit import Line
from kinerja_xlsx.run.nilai_unit import ScoredUnit, score_unit
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.periksa_berkas import FileOutcome
from kinerja_xlsx.run.sasaran import UnknownTargetError
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import ask_nip, show

_RowKey = tuple[str | None, int | None]
_NAMED: Final = "NIP {nip} tidak ada dalam berkas isian yang dapat dibaca di input."


def explain_person(
    workspace: Workspace, nip: str, options: RunOptions
) -> tuple[PenjelasanPenugasan, ...]:
    """Work out anew what `input/` says about one person, for every open period or one.

    Raises:
        NothingToAnswerError: There is no file to answer.
        UnknownTargetError: No file names the person; the nearest NIP is proposed.
        SettingsError: `Pengaturan.xlsx` is refused.
        OSError: `input/` cannot be listed.
    """
    options = replace(options, wants_trail=True)
    with recomputed(workspace, options, reopened=options.period) as hitungan:
        settings, outcomes = hitungan.settings, hitungan.outcomes
        named = _units_of(nip, outcomes, settings)
        found = tuple(
            one
            for task in hitungan.tasks
            if task.unit in named
            for one in explain_unit(task, settings)
            if one.baris.nip == nip
        )
    if not found:
        raise UnknownTargetError(_not_found(nip, outcomes, settings))
    return found


def _units_of(
    nip: str, outcomes: Sequence[FileOutcome], settings: Settings | None
) -> frozenset[str]:
    """List the units whose files or roster name the person."""
    sent = {
        outcome.keys.unit
        for outcome in outcomes
        if outcome.keys and any(key.subject.nip == nip for key in outcome.keys.subjects)
    }
    roster = {row.kode_unit for row in settings.roster if row.nip == nip} if settings else set()
    return frozenset(sent | roster)


def _not_found(nip: str, outcomes: Sequence[FileOutcome], settings: Settings | None) -> str:
    people = {row.nip: row.nama for row in settings.roster} if settings else {}
    for outcome in outcomes:
        for key in outcome.keys.subjects if outcome.keys else ():
            people.setdefault(key.subject.nip, key.subject.nama)
    saran = "" if nip in people else ask_nip(nip, people)
    if saran.endswith(".."):
        saran = saran[:-1]  # a name such as `S.Kep.` brought its own full stop
    return " ".join(part for part in (_NAMED.format(nip=nip), saran) if part)


def explain_unit(task: UnitTask, settings: Settings | None) -> Iterator[PenjelasanPenugasan]:
    """Score one unit, and explain each of its assignments in the order of the recap."""
    unit = score_unit(task, settings)
    book = hasil_book(task, unit, settings)
    forms = iter(forms_of(book))
    for line, baris in zip(unit.lines, unit.employees, strict=False):
        yield PenjelasanPenugasan(
            baris=baris,
            nama_unit=book.nama_unit,
            file=line.file.task.name,
            sel=tuple(_cells(line)),
            langkah=line.score.trail if line.score else (),
            masalah=tuple(_issues(line, unit)),
            formulir=next(forms) if line.score else None,
        )
    for baris in unit.employees[len(unit.lines) :]:
        yield PenjelasanPenugasan(baris, book.nama_unit, "", (), (), ())


def _cells(line: Line) -> Iterator[SelMasukan]:
    """List the filled cells of the person's rows, as the file has them."""
    checked = line.file.checked
    own = {(rec.sheet, rec.number) for rec in checked.rows if rec.subject == line.index}
    for sheet in line.file.submission.sheets:
        for row in sheet.rows:
            if (sheet.key, row.number) in own:
                yield from _of_row(checked.file, sheet, row)


def _of_row(file: str, sheet: RawSheet, row: RawRow) -> Iterator[SelMasukan]:
    for column, value in zip(sheet.columns, row.values, strict=True):
        if value is not None:
            place = Place(file, sheet.name, row.number, column.column, column.heading)
            yield SelMasukan(place, show(value))


def _issues(line: Line, unit: ScoredUnit) -> Iterator[Issue]:
    """List what is said of the person or of one of the person's rows, each issue once."""
    names = {sheet.key: sheet.name for sheet in line.file.submission.sheets}
    rows: dict[_RowKey, int | None] = {
        (names.get(rec.sheet, rec.sheet), rec.number): rec.subject
        for rec in line.file.checked.rows
    }
    for issue in dict.fromkeys((*line.file.issues, *unit.issues)):
        owner = rows.get((issue.place.sheet, issue.place.row))
        is_here = issue.place.file == line.file.task.name
        if is_here and (owner == line.index or (owner is None and issue.nip == line.subject.nip)):
            yield issue
