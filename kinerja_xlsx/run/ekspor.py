"""Exporting one period for analysts: worked out anew from `input/`, so that nothing is stale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kinerja_xlsx.model.ekspor import BarisIndikator, Bentuk, IsiEkspor
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.model.score import IndikatorScore
from kinerja_xlsx.report.ekspor import render_table, require_library
from kinerja_xlsx.report.tabel_ekspor import tables_of
from kinerja_xlsx.run.assemble import assemble
from kinerja_xlsx.run.attempt import Failure
from kinerja_xlsx.run.banding import ScoringError
from kinerja_xlsx.run.buat_rencana import build_plan
from kinerja_xlsx.run.hitung_ulang import Hitungan, recomputed
from kinerja_xlsx.run.keluaran import put_file
from kinerja_xlsx.run.log import note_failure
from kinerja_xlsx.run.muat_unit import Line
from kinerja_xlsx.run.nilai_unit import ScoredUnit, score_unit, unit_line
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.pengaturan import SettingsOutcome
from kinerja_xlsx.run.permintaan import require_handled
from kinerja_xlsx.run.process import NothingToAnswerError
from kinerja_xlsx.run.spill import read_settings
from kinerja_xlsx.run.terbitan import note_unissued
from kinerja_xlsx.run.unit_task import UnitOutcome, UnitTask
from kinerja_xlsx.run.workspace import Workspace, WorkspaceError
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow

FOLDER: Final = "ekspor"
_EMPTY: Final = (
    "Folder input belum berisi isian {label} yang dapat dibaca, jadi belum ada yang diekspor."
)
_INSIDE: Final = (
    "Folder «{folder}» ada di dalam folder input, yang isinya dibaca sebagai kiriman unit. "
    "Sebut folder lain dengan --ke."
)


@dataclass(frozen=True, slots=True)
class EksporUnit:
    """What one unit exports, beside what a run makes of it."""

    outcome: UnitOutcome
    indikator: tuple[BarisIndikator, ...]


@dataclass(frozen=True, slots=True)
class BerkasEkspor:
    """One exported file: where it lies, and how many rows it has."""

    path: Path
    rows: int


def export_period(
    workspace: Workspace, folder: Path | None, bentuk: Bentuk, *, options: RunOptions
) -> tuple[BerkasEkspor, ...]:
    """Write the tables of one period; a closed one as well, since nothing of it changes.

    Args:
        workspace: Whose `input/` it is.
        folder: Where the files go; None for the period's own folder in `output/`.
        bentuk: The form of the files.
        options: The period and how many workers.

    Raises:
        MissingLibraryError: The form needs a library that is not installed.
        NothingToAnswerError: There is nothing of that period in `input/`.
        UnknownPeriodError: The settings do not know the period.
        ScoringError: A unit could not be scored; a table without it would mislead.
        SettingsError: `Pengaturan.xlsx` is refused.
        WorkspaceError: The folder lies in `input/`.
        OSError: A file cannot be written; the old one stays.
    """
    if options.period is None:
        raise ValueError(options)
    require_library(bentuk)
    target = folder or workspace.period_folder(options.period.code) / FOLDER
    if target.resolve().is_relative_to(workspace.input.resolve()):
        raise WorkspaceError(_INSIDE.format(folder=target))
    isi = content_of(workspace, options.period, options)
    made: list[BerkasEkspor] = []
    for tabel in tables_of(isi):
        path = target / f"{tabel.nama}_{isi.period}.{bentuk.value}"
        put_file(path, render_table(tabel, bentuk))
        made.append(BerkasEkspor(path, len(tabel.rows)))
    return tuple(made)


def content_of(workspace: Workspace, period: Period, options: RunOptions) -> IsiEkspor:
    """Work out what a period exports.

    Raises:
        NothingToAnswerError: There is nothing of that period in `input/`.
        UnknownPeriodError: The settings do not know the period.
        ScoringError: A unit could not be scored; a fault of ours.
    """
    with recomputed(workspace, options, reopened=period) as hitungan:
        if hitungan.settings is not None:
            require_handled(hitungan.settings, period)
        tasks = (*hitungan.plans, *hitungan.tasks)
        found: dict[int, EksporUnit] = {}
        for index, outcome in hitungan.executor.run(export_unit, tasks):
            if isinstance(outcome, Failure):
                note_failure(outcome)
                raise ScoringError(outcome.reference)
            found[index] = outcome
        result = _assembled(workspace, hitungan, tasks, found)
    lines = [found[index] for index in range(len(tasks))]
    (own,) = (one for one in result.periods if one.period == period.code)
    names = {file.file for file in result.files if file.period == period.code}
    if not names:
        raise NothingToAnswerError(_EMPTY.format(label=period.label))
    return IsiEkspor(
        period=period.code,
        pegawai=tuple(
            line for line in own.employees if line.status is not PenugasanStatus.DIABAIKAN
        ),
        indikator=tuple(row for one in lines for row in one.indikator),
        unit=own.units,
        masalah=tuple(issue for issue in result.issues if issue.place.file in names),
    )


def _assembled(
    workspace: Workspace,
    hitungan: Hitungan,
    tasks: tuple[UnitTask, ...],
    found: Mapping[int, EksporUnit],
) -> RunResult:
    units = [(task, found[index].outcome) for index, task in enumerate(tasks)]
    settings = SettingsOutcome(hitungan.settings, (), None) if hitungan.settings else None
    return assemble("", note_unissued(hitungan.decided, workspace), units, settings)


def export_unit(task: UnitTask) -> EksporUnit:
    """Score one unit without writing anything; a pure function run in a worker."""
    if task.is_skp:
        return EksporUnit(build_plan(task), ())
    settings = read_settings(task.settings)
    unit = score_unit(task, settings)
    outcome = UnitOutcome(
        baris=unit_line(task, unit, settings),
        employees=unit.employees,
        trails=(),
        rows={file.task.name: file.row_counts() for file in unit.files},
        people={file.task.name: file.people_counts() for file in unit.files},
        issues=unit.issues,
        changes=(),
        outputs=(),
    )
    return EksporUnit(outcome, tuple(_indicators(task, unit)))


def _indicators(task: UnitTask, unit: ScoredUnit) -> Iterator[BarisIndikator]:
    for line in unit.lines:
        if line.score is None or line.subject.penugasan is None:
            continue
        scored = {one.no_indikator: one for one in line.score.indikator}
        for placed in line.subject.penugasan.indikator:
            base = _indicator(task, line, placed.row)
            score = scored.get(placed.row.no_indikator)
            yield base if score is None else _with_score(base, score)


def _indicator(task: UnitTask, line: Line, row: HasilKerjaRow) -> BarisIndikator:
    """Take over what the row says; the words of its lists as the sheet shows them."""
    return BarisIndikator(
        period=task.period.code,
        unit=task.unit,
        nip=line.subject.nip,
        sifat=line.subject.sifat,
        mulai=line.subject.mulai,
        no_rhk=row.no_rhk,
        no_indikator=row.no_indikator,
        jenis=row.jenis.value,
        rencana_hasil_kerja=row.rencana_hasil_kerja,
        indikator=row.indikator,
        aspek=row.aspek.value if row.aspek else None,
        perspektif=row.perspektif.value if row.perspektif else None,
        satuan=row.satuan,
        arah=row.arah.value if row.arah else None,
        agregasi=row.agregasi.value if row.agregasi else None,
        bobot=row.bobot,
        target=row.target,
        target_atas=row.target_atas,
        realisasi=row.realisasi,
        uraian_target=row.uraian_target,
        uraian_realisasi=row.uraian_realisasi,
        status="",
        capaian=None,
        gabungan=None,
    )


def _with_score(base: BarisIndikator, score: IndikatorScore) -> BarisIndikator:
    """Add what came of it; figures put together from shorter periods take the row's place."""
    gabungan = score.gabungan
    return replace(
        base,
        target=gabungan.target if gabungan else base.target,
        target_atas=gabungan.target_atas if gabungan else base.target_atas,
        realisasi=score.realisasi,
        status=score.status.value,
        capaian=score.capaian,
        gabungan=gabungan.periode if gabungan else None,
    )
