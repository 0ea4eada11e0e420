"""Phases 5 and 6 for one unit: scores, then its workbooks; a pure function run in a worker."""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.model.law import FormulirPegawai, Kertas
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import Output, PenugasanStatus
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.policy.parameters import parameters_for
from kinerja_xlsx.run.baris_pegawai import jenjang_of
from kinerja_xlsx.run.buat_penilai import is_lembar_penilai, lembar_penilai
from kinerja_xlsx.run.buat_perbaikan import corrections_of
from kinerja_xlsx.run.buat_rencana import build_plan, ekspektasi_of
from kinerja_xlsx.run.buku_unit import form_books, is_form_book
from kinerja_xlsx.run.cetak_pegawai import lay_out_people
from kinerja_xlsx.run.keluaran import put_workbook
from kinerja_xlsx.run.kode_formulir import forms_of, with_kode
from kinerja_xlsx.run.muat_unit import Line
from kinerja_xlsx.run.nilai_unit import ScoredUnit, score_unit, unit_line
from kinerja_xlsx.run.orang import People, raters_for
from kinerja_xlsx.run.pengaturan import overrides_of
from kinerja_xlsx.run.spill import read_settings
from kinerja_xlsx.run.unit_task import UnitOutcome, UnitTask
from kinerja_xlsx.run.usul_perubahan import changes_of
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.pengaturan import PeriodeRow, formulir_of
from kinerja_xlsx.spec.penugasan import Settings, Subject
from kinerja_xlsx.validate import UnitPlan
from kinerja_xlsx.write.hasil import Disisihkan, HasilBook, HasilForm

_WITHOUT_FORM: Final = frozenset(
    {PenugasanStatus.DITAHAN, PenugasanStatus.TIDAK_DINILAI, PenugasanStatus.TIDAK_DIKIRIM}
)


def build_unit(task: UnitTask) -> UnitOutcome:
    """Score one unit and put its workbooks in place.

    Raises:
        OrphanedError: The run has died.
        OSError: An output cannot be written; the old one stays.
    """
    if task.is_skp:
        return build_plan(task)
    settings = read_settings(task.settings)
    unit = score_unit(task, settings)
    book = hasil_book(task, unit, settings)
    outputs = () if task.root is None else _write(Workspace(task.root), task, unit, book=book)
    return UnitOutcome(
        baris=unit_line(task, unit, settings),
        employees=unit.employees,
        trails=_trails(unit) if task.wants_trail else (),
        rows={file.task.name: file.row_counts() for file in unit.files},
        people={file.task.name: file.people_counts() for file in unit.files},
        issues=unit.issues,
        changes=changes_of(task.unit, _counting(unit), settings),
        outputs=outputs,
        forms=forms_of(book),
        prints=lay_out_people(task, book),
    )


def _counting(unit: ScoredUnit) -> list[Subject]:
    return [line.subject for line in unit.lines if not _is(line, PenugasanStatus.DIABAIKAN)]


def _trails(unit: ScoredUnit) -> tuple[tuple[Step, ...], ...]:
    """Give the steps of each line of the recap; people who were not sent have none."""
    return (*(_trail(line) for line in unit.lines), *(() for _ in unit.absent))


def _trail(line: Line) -> tuple[Step, ...]:
    return line.score.trail if line.score else ()


def _write(
    workspace: Workspace, task: UnitTask, unit: ScoredUnit, *, book: HasilBook
) -> tuple[Output, ...]:
    folder = workspace.period_folder(task.period.code) / "unit" / task.folder
    settings = read_settings(task.settings)
    corrections = corrections_of(task, unit.files, unit.issues, settings=settings)
    sheets = lembar_penilai(task, book, unit.lines)
    books = (*form_books(task, book), *corrections.items(), *sheets.items())
    return tuple(put_workbook(workspace, folder / name, data) for name, data in books)


def is_output_of(task: UnitTask, name: str) -> bool:
    """Tell whether a file, by its path below the unit's folder, is one that its worker makes."""
    ending = f"_{task.folder}_{task.period}"
    if task.is_skp:
        return name == f"SKP{ending}.xlsx" or name.startswith(f"Perbaikan_SKP{ending}_r")
    is_own = is_form_book(task, name) or name.startswith(f"Perbaikan{ending}_r")
    return is_own or is_lembar_penilai(task, name)


def hasil_book(
    task: UnitTask,
    unit: ScoredUnit,
    settings: Settings | None,
    *,
    formulir: tuple[FormulirPegawai, ...] = (),
) -> HasilBook:
    """Gather what the unit's workbook shows, each form with its code.

    Args:
        task: The unit.
        unit: The unit, scored.
        settings: The settings; None without `Pengaturan.xlsx`.
        formulir: Which forms; those that the period asks for unless said.
    """
    form = unit.files[0].checked.identitas
    subjects = [line.subject for line in unit.lines]
    people = raters_for(task, [file.checked for file in unit.files], subjects, settings)
    instansi = settings.instansi if settings else None
    row = settings.units.get(task.unit) if settings else None
    book = HasilBook(
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
        forms=tuple(_form(line, people, unit.plan) for line in unit.lines if line.score),
        others=tuple(_set_aside(line) for line in unit.employees if line.status in _WITHOUT_FORM),
        distribusi=unit.distribusi,
        parameters=parameters_for(task.period, overrides_of(settings)),
        kepuasan=unit.kinerja.kepuasan.layanan,
        kinerja=unit.kinerja,
        formulir=formulir or formulir_of(_period_row(task, settings), task.period),
    )
    return with_kode(book)


def _period_row(task: UnitTask, settings: Settings | None) -> PeriodeRow | None:
    return settings.periods.get(task.period.code) if settings else None


def _is(line: Line, status: PenugasanStatus) -> bool:
    return line.status is status


def _set_aside(line: BarisPegawai) -> Disisihkan:
    return Disisihkan(line.nip, line.nama, line.jabatan, line.sifat, line.status, line.alasan)


def _form(line: Line, people: People, plan: UnitPlan) -> HasilForm:
    penugasan, score = line.subject.penugasan, line.score
    if penugasan is None or score is None:
        raise ValueError(line.subject.nip)
    row = penugasan.pegawai.row
    return HasilForm(
        penugasan=penugasan,
        score=score,
        penilai=people.get(row.penilai),
        atasan=people.get(row.atasan_penilai or ""),
        ekspektasi=ekspektasi_of(plan, row.nip),
        jenjang=jenjang_of(line),
        lalu=line.lalu,
    )
