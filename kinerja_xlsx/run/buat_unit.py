"""Phases 5 and 6 for one unit: scores, then its workbooks; a pure function run in a worker."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.result import Output, PenugasanStatus
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.run.buat_perbaikan import corrections_of
from kinerja_xlsx.run.executor import parent_is_gone
from kinerja_xlsx.run.nilai_unit import (
    Line,
    ScoredUnit,
    reason_of,
    score_unit,
    unit_line,
)
from kinerja_xlsx.run.periksa_berkas import people_of
from kinerja_xlsx.run.spill import read_settings
from kinerja_xlsx.run.unit_task import UnitOutcome, UnitTask
from kinerja_xlsx.run.usul_perubahan import changes_of
from kinerja_xlsx.run.workspace import Workspace, safe_name
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.write.hasil import HasilBook, HasilForm, Orang, render_hasil
from kinerja_xlsx.write.place import place, verify_zip


class OrphanedError(Exception):
    """The run that this worker belongs to has died; nothing may be replaced any more."""


def build_unit(task: UnitTask) -> UnitOutcome:
    """Score one unit and put its workbooks in place.

    Raises:
        OrphanedError: The run has died.
        OSError: An output cannot be written; the old one stays.
    """
    settings = read_settings(task.settings)
    unit = score_unit(task, settings)
    outputs = () if task.root is None else _write(Workspace(task.root), task, unit, settings)
    return UnitOutcome(
        baris=unit_line(task, unit, settings),
        employees=unit.employees,
        trails=tuple(_trail(line) for line in unit.lines) if task.wants_trail else (),
        rows={file.task.name: file.row_counts() for file in unit.files},
        people={file.task.name: file.people_counts() for file in unit.files},
        issues=unit.issues,
        changes=changes_of(task.unit, [line.subject for line in unit.lines], settings),
        outputs=outputs,
    )


def _trail(line: Line) -> tuple[Step, ...]:
    return line.score.trail if line.score else ()


def _write(
    workspace: Workspace, task: UnitTask, unit: ScoredUnit, settings: Settings | None
) -> tuple[Output, ...]:
    code = safe_name(task.unit)
    folder = workspace.period_folder(task.period.code) / "unit" / code
    books = {
        f"Hasil_{code}_{task.period}.xlsx": render_hasil(hasil_book(task, unit, settings)),
        **corrections_of(task, unit, settings, code),
    }
    return tuple(_put(workspace, folder / name, data) for name, data in books.items())


def _put(workspace: Workspace, path: Path, data: bytes) -> Output:
    if parent_is_gone():
        raise OrphanedError
    verify_zip(data)
    return Output(workspace.relative(path), place(path, data))


def hasil_book(task: UnitTask, unit: ScoredUnit, settings: Settings | None) -> HasilBook:
    """Gather what the unit's workbook shows."""
    form = unit.files[0].checked.identitas
    people = {**task.people, **_own_people(unit)}
    instansi = settings.instansi if settings else None
    row = settings.units.get(task.unit) if settings else None
    return HasilBook(
        instansi=instansi.nama_instansi if instansi else "",
        kota=instansi.kota if instansi else "",
        tempat=form.tempat or (instansi.tempat if instansi else ""),
        kertas=instansi.kertas if instansi else Kertas.F4,
        kode_unit=task.unit,
        nama_unit=row.nama if row else form.nama_unit or task.unit,
        period=task.period,
        pendekatan=form.pendekatan,
        capaian_organisasi=unit.capaian_organisasi,
        identitas=form,
        forms=tuple(_form(line, people) for line in unit.lines if line.score),
        withheld=tuple(_named(line) for line in unit.lines if _is(line, PenugasanStatus.DITAHAN)),
        not_evaluated=tuple(
            _named(line) for line in unit.lines if _is(line, PenugasanStatus.TIDAK_DINILAI)
        ),
        distribusi=unit.distribusi,
    )


def _is(line: Line, status: PenugasanStatus) -> bool:
    return line.status is status


def _named(line: Line) -> tuple[str, str, str]:
    return line.subject.nip, line.subject.nama, reason_of(line)


def _form(line: Line, people: Mapping[str, Orang]) -> HasilForm:
    penugasan, score = line.subject.penugasan, line.score
    if penugasan is None or score is None:
        raise ValueError(line.subject.nip)
    row = penugasan.pegawai.row
    return HasilForm(
        penugasan=penugasan,
        score=score,
        penilai=people.get(row.penilai),
        atasan=people.get(row.atasan_penilai or ""),
    )


def _own_people(unit: ScoredUnit) -> Mapping[str, Orang]:
    people: dict[str, Orang] = {}
    for file in unit.files:
        people |= people_of(file.checked)
    return people
