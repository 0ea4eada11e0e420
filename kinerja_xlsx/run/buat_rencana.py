"""Phases 5 and 6 for the SKP of one unit: nothing is scored; plans are printed or corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kinerja_xlsx.model.law import Kertas, NilaiPerilaku
from kinerja_xlsx.model.result import Output, PenugasanStatus
from kinerja_xlsx.run.alasan import Reasons
from kinerja_xlsx.run.buat_perbaikan import corrections_of
from kinerja_xlsx.run.keluaran import put_workbook
from kinerja_xlsx.run.kode_formulir import forms_of, with_kode_skp
from kinerja_xlsx.run.muat_unit import Line, LoadedFile
from kinerja_xlsx.run.orang import People, raters_for
from kinerja_xlsx.run.spill import read_both, read_settings
from kinerja_xlsx.run.unit_task import UnitOutcome, UnitTask
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import UnitPlan
from kinerja_xlsx.write.hasil import Disisihkan
from kinerja_xlsx.write.skp import SkpBook, SkpForm, render_skp

_WITHOUT_FORM: Final = frozenset({PenugasanStatus.DITAHAN, PenugasanStatus.TIDAK_DINILAI})


def build_plan(task: UnitTask) -> UnitOutcome:
    """Count what became of the plans of one unit, and put their forms and corrections in place.

    Raises:
        OrphanedError: The run has died.
        OSError: An output cannot be written; the old one stays.
    """
    files = load_plan_files(task)
    settings = read_settings(task.settings)
    book = skp_book(task, files, settings)
    outputs = () if task.root is None else _write(Workspace(task.root), task, files, book=book)
    return UnitOutcome(
        baris=None,
        employees=(),
        trails=(),
        rows={file.task.name: file.row_counts() for file in files},
        people={file.task.name: file.people_counts() for file in files},
        issues=(),
        changes=(),
        outputs=outputs,
        forms=forms_of(book),
    )


def load_plan_files(task: UnitTask) -> tuple[LoadedFile, ...]:
    """Read the SKP of one unit as they were checked."""
    return tuple(LoadedFile(file, *read_both(file.spill)) for file in task.files)


def _write(
    workspace: Workspace, task: UnitTask, files: tuple[LoadedFile, ...], *, book: SkpBook
) -> tuple[Output, ...]:
    folder = workspace.period_folder(task.period.code) / "unit" / task.folder
    settings = read_settings(task.settings)
    books = {
        f"SKP_{task.folder}_{task.period}.xlsx": render_skp(book),
        **corrections_of(task, files, (), settings=settings),
    }
    return tuple(put_workbook(workspace, folder / name, data) for name, data in books.items())


def skp_book(task: UnitTask, files: Sequence[LoadedFile], settings: Settings | None) -> SkpBook:
    """Gather what the workbook of the unit's plans shows, each form with its code."""
    form = files[0].checked.identitas
    lines = [line for file in files for line in _lines(file)]
    subjects = [line.subject for line in lines]
    people = raters_for(task, [file.checked for file in files], subjects, settings)
    reasons = {file.task.name: Reasons(file) for file in files}
    instansi = settings.instansi if settings else None
    row = settings.units.get(task.unit) if settings else None
    book = SkpBook(
        instansi=instansi.nama_instansi if instansi else "",
        tempat=form.tempat or (instansi.tempat if instansi else ""),
        kertas=instansi.kertas if instansi else Kertas.F4,
        kode_unit=task.unit,
        nama_unit=row.nama if row else form.nama_unit or task.unit,
        period=task.period,
        pendekatan=form.pendekatan,
        identitas=form,
        forms=tuple(_form(line, people) for line in lines if _is_accepted(line)),
        others=tuple(
            _set_aside(line, reasons[line.file.task.name])
            for line in lines
            if line.status in _WITHOUT_FORM
        ),
    )
    return with_kode_skp(book)


def _lines(file: LoadedFile) -> list[Line]:
    return [
        Line(file, index, subject, file.counted_status_of(index), None)
        for index, subject in enumerate(file.checked.subjects)
    ]


def _is_accepted(line: Line) -> bool:
    return line.status is PenugasanStatus.DINILAI


def _form(line: Line, people: People) -> SkpForm:
    penugasan = line.subject.penugasan
    if penugasan is None:
        raise ValueError(line.subject.nip)
    return SkpForm(penugasan, people.get(penugasan.pegawai.row.penilai))


def _set_aside(line: Line, reasons: Reasons) -> Disisihkan:
    subject = line.subject
    return Disisihkan(
        subject.nip,
        subject.nama,
        subject.jabatan,
        subject.sifat,
        line.status,
        reasons.of(line),
    )


def ekspektasi_of(plan: UnitPlan, nip: str) -> Mapping[NilaiPerilaku, str]:
    """Say what the leader expects of a person by value; empty where nothing is stated."""
    stated = [one.ekspektasi.row for one in plan.of_nip(nip) if one.ekspektasi is not None]
    return stated[0].by_nilai if stated else {}
