"""Comparing an e-Kinerja export with what `input/` gives for the same period; nothing changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final

from kinerja_xlsx import policy
from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import Output, PenugasanStatus
from kinerja_xlsx.model.submission import RawSheet
from kinerja_xlsx.read import take_snapshot
from kinerja_xlsx.read.ekinerja import read_ekinerja
from kinerja_xlsx.run.attempt import Failure
from kinerja_xlsx.run.hitung_ulang import Hitungan, recomputed
from kinerja_xlsx.run.impor_pegawai import ExportError, refused_export
from kinerja_xlsx.run.keluaran import put_workbook
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.log import note_failure, open_log
from kinerja_xlsx.run.muat_unit import Line
from kinerja_xlsx.run.nilai_unit import score_unit
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.spill import read_settings
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.run.workspace import PENGATURAN, Workspace, safe_name
from kinerja_xlsx.spec.banding import Banding, BarisSkp, Ekspor, HasilKita
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.ekinerja import EkinerjaRow
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.validate import show
from kinerja_xlsx.validate.banding import Dasar, Tercatat, compare, is_other_period
from kinerja_xlsx.validate.ekinerja import check_ekinerja
from kinerja_xlsx.validate.ekinerja_judul import title_limit, title_period
from kinerja_xlsx.validate.siasn_baris import UnitFinder
from kinerja_xlsx.write.banding import render_banding

PREFIX: Final = "banding_"
_PERIODS_SHOWN: Final = 6
_NO_PERIOD: Final = (
    "Judul di atas tabelnya tidak menyebut bulan, triwulan, semester, atau «Tahunan»."
)
_NAME_IT: Final = "Sebut periodenya, misalnya --periode 2026-TW1."
_ASKED: Final = "Judulnya menyebut {ekspor}, sedangkan yang diminta {diminta}."
_ALL_OTHER: Final = "Semua SKP di dalamnya di luar {periode}, misalnya baris {baris}: {isi}."
_DOWNLOAD: Final = "Unduh ekspor untuk periode yang diminta, atau ganti --periode."
_NO_ISIAN: Final = "Di folder input belum ada isian {periode} yang dapat dinilai. {ada}"
_THERE_ARE: Final = "Yang ada: {periode}."
_NOTHING: Final = "Periode lain pun belum ada."
_COLLECT: Final = "Kumpulkan dahulu isian periode itu, atau unduh ekspor periode yang sudah ada."


class ScoringError(Exception):
    """A unit could not be scored, which is our fault; a comparison without it would mislead."""


@dataclass(frozen=True, slots=True)
class BandingOutcome:
    """The comparison, and the workbook that shows it."""

    banding: Banding
    output: Output


def compare_export(workspace: Workspace, export: Path, options: RunOptions) -> BandingOutcome:
    """Compare an export with the results of its period and write the differences.

    Args:
        workspace: Whose `input/` it is.
        export: The export, anywhere.
        options: The period, where the titles of the export do not name it; workers.

    Raises:
        ExportError: The export is refused, or is of a period that nothing can be compared with.
        NothingToAnswerError: There is no file in `input/`.
        SettingsError: `Pengaturan.xlsx` is refused.
        ScoringError: A unit could not be scored.
        OSError: The workbook cannot be written; the old one stays.
    """
    sheet = _read_export(export)
    titles = _titles(sheet)
    period = _period_of(export.name, titles, options.period)
    with hold_lock(workspace), open_log(workspace, writes=True):
        with recomputed(workspace, replace(options, period=period), reopened=period) as hitungan:
            ours = _results(hitungan, period, export.name)
            settings = hitungan.settings
        banding = _compare(sheet, titles, ours, settings=settings, period=period, file=export.name)
        name = safe_name(f"{PREFIX}{export.stem}")
        path = workspace.period_folder(period.code) / f"{name}.xlsx"
        output = put_workbook(workspace, path, render_banding(banding))
    return BandingOutcome(banding, output)


def _read_export(export: Path) -> RawSheet:
    with refused_export(export.name):
        return read_ekinerja(take_snapshot(export, export.name))


def _titles(sheet: RawSheet) -> tuple[str, ...]:
    """List the lines above the headings; label and value may stand in two cells of a row."""
    rows = groupby(sheet.loose, key=itemgetter(0))
    return tuple(" ".join(show(value) for _, _, value in cells) for _, cells in rows)


def _period_of(file: str, titles: Sequence[str], asked: Period | None) -> Period:
    """Take the period from the titles; one that was asked for must agree with them.

    Raises:
        ExportError: There is none, or they disagree.
    """
    found = title_period(titles)
    if found is not None and asked is not None and found != asked:
        sebab = _ASKED.format(ekspor=found.label, diminta=asked.label)
        raise _refused(file, sebab, _DOWNLOAD)
    period = found or asked
    if period is None:
        raise _refused(file, _NO_PERIOD, _NAME_IT)
    return period


def _refused(file: str, sebab: str, saran: str) -> ExportError:
    return ExportError((make_issue(IssueCode.BRK_22, Place(file), sebab=sebab, saran=saran),))


def _results(hitungan: Hitungan, period: Period, file: str) -> tuple[HasilKita, ...]:
    """Score every unit of the period.

    Raises:
        ExportError: No unit has sent anything for it.
        ScoringError: Scoring a unit failed.
    """
    tasks = [task for task in hitungan.tasks if task.period == period]
    if not tasks:
        isian = [one for one in hitungan.outcomes if one.keys and not one.is_skp]
        found = sorted({one.period for one in isian if one.period})
        labels = [Period.parse(code).label for code in found if code != period.code]
        ada = _THERE_ARE.format(periode=", ".join(labels[:_PERIODS_SHOWN])) if labels else _NOTHING
        sebab = _NO_ISIAN.format(periode=period.label, ada=ada)
        raise _refused(file, sebab, _COLLECT)
    results: dict[int, tuple[HasilKita, ...]] = {}
    for index, outcome in hitungan.executor.run(results_of, tasks):
        if isinstance(outcome, Failure):
            note_failure(outcome)
            raise ScoringError(outcome.reference)
        results[index] = outcome
    return tuple(kita for index in range(len(tasks)) for kita in results[index])


def results_of(task: UnitTask) -> tuple[HasilKita, ...]:
    """Score one unit; a pure function run in a worker."""
    settings = read_settings(task.settings)
    unit = score_unit(task, settings)
    lines = zip(unit.lines, unit.employees, strict=False)
    sent = [_sent(line, HasilKita(baris, line.subject.place)) for line, baris in lines]
    places = dict(_places_in_roster(settings)) if unit.absent else {}
    absent = [
        HasilKita(baris, places.get(id(row)))
        for row, baris in zip(unit.absent, unit.employees[len(unit.lines) :], strict=True)
    ]
    return tuple(
        kita for kita in (*sent, *absent) if kita.baris.status is not PenugasanStatus.DIABAIKAN
    )


def _sent(line: Line, kita: HasilKita) -> HasilKita:
    """Add the cells of the ratings, where the assignment has a row of them."""
    penugasan = line.subject.penugasan
    if penugasan is None or penugasan.penilaian is None:
        return kita
    place = penugasan.penilaian.place
    return replace(
        kita, hasil_kerja=place("rating_hasil_kerja"), perilaku=place("rating_perilaku")
    )


def _places_in_roster(settings: Settings | None) -> Iterator[tuple[int, Place]]:
    """List where rows of the roster stand, by the row itself: a person may have several."""
    if settings is not None:
        for row, number in zip(settings.roster, settings.roster_numbers, strict=True):
            yield id(row), Place(PENGATURAN, RosterRow.sheet, number)


def _compare(  # noqa: PLR0913 - what a comparison is made of
    sheet: RawSheet,
    titles: Sequence[str],
    ours: Sequence[HasilKita],
    *,
    settings: Settings | None,
    period: Period,
    file: str,
) -> Banding:
    instansi = settings.instansi if settings else None
    limit = title_limit(titles, instansi.nama_instansi if instansi else "")
    roster = dict(_roster(settings))
    known = {nip: one.nama for nip, one in roster.items()}
    known |= {kita.baris.nip: kita.baris.nama for kita in ours}
    rows = check_ekinerja(sheet, file=file, known=known)
    _require_period(file, rows, period)
    finder = UnitFinder(settings) if settings else None
    dasar = Dasar(
        period=period,
        policy=policy.in_force(period),
        units_of=finder.find if finder else lambda _: (),
        units={code: row.nama for code, row in settings.units.items()} if settings else {},
        roster=roster,
        is_limited=bool(limit),
    )
    found = compare(rows, ours, dasar)
    return Banding(
        ekspor=Ekspor(file, sheet.name, sheet.header_row, tuple(titles), _absent(sheet), limit),
        period=period,
        instansi=instansi.nama_instansi if instansi else "",
        kertas=instansi.kertas if instansi else Kertas.F4,
        rows=found.rows,
        beda=found.beda,
        penugasan=len(ours),
        sama=found.sama,
        unit_lain=found.unit_lain,
    )


def _roster(settings: Settings | None) -> Iterator[tuple[str, Tercatat]]:
    if settings is not None:
        for row, number in zip(settings.roster, settings.roster_numbers, strict=True):
            place = Place(PENGATURAN, RosterRow.sheet, number)
            yield row.nip, Tercatat(row.kode_unit, row.nama, place)


def _require_period(file: str, rows: Sequence[BarisSkp], period: Period) -> None:
    """Refuse an export whose every SKP is of another period.

    Raises:
        ExportError: It is.
    """
    sound = [row for row in rows if row.is_sound]
    if not sound or not all(is_other_period(row, period) for row in sound):
        return
    year, _ = Counter(row.tahun for row in sound).most_common(1)[0]
    row = sound[0]
    first = row.places.get("mulai") or row.places.get("nip")
    isi = f"SKP tahun {year}" if year else "masa SKP-nya"
    sebab = _ALL_OTHER.format(
        periode=period.label, baris=first.row if first else row.number, isi=isi
    )
    raise _refused(file, sebab, _DOWNLOAD)


def _absent(sheet: RawSheet) -> tuple[str, ...]:
    found: Mapping[str | None, str] = {item.field: item.heading for item in sheet.columns}
    return tuple(spec.heading for spec in columns_of(EkinerjaRow) if spec.field not in found)
