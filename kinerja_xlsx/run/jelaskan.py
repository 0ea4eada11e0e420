"""One person's figures, recomputed from `input/` by the phases of a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.law import FormulirPegawai
from kinerja_xlsx.model.penjelasan import Keberatan, PenjelasanPenugasan
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.run.buat_unit import hasil_book
from kinerja_xlsx.run.hitung_ulang import recomputed
from kinerja_xlsx.run.kode_formulir import forms_of_person
from kinerja_xlsx.run.muat_unit import Line
from kinerja_xlsx.run.nilai_unit import ScoredUnit, score_unit
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.periksa_berkas import FileOutcome
from kinerja_xlsx.run.permintaan import require_handled
from kinerja_xlsx.run.sasaran import UnknownTargetError
from kinerja_xlsx.run.sel_masukan import other_cells, own_cells
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import ask_nip
from kinerja_xlsx.write.hasil import HasilBook, HasilForm, Orang

_RowKey = tuple[str | None, int | None]
_MISSING: Final = "NIP {nip} tidak ada dalam berkas isian yang dapat dibaca di input."


def explain_person(
    workspace: Workspace, nip: str, options: RunOptions
) -> tuple[PenjelasanPenugasan, ...]:
    """Work out anew what `input/` says about one person, for every open period or one.

    Raises:
        NothingToAnswerError: There is no file to answer.
        UnknownTargetError: No file names the person; the nearest NIP is proposed.
        UnknownPeriodError: The settings do not know the period asked for.
        SettingsError: `Pengaturan.xlsx` is refused.
        OSError: `input/` cannot be listed.
    """
    options = replace(options, wants_trail=True)
    with recomputed(workspace, options, reopened=options.period) as hitungan:
        settings, outcomes = hitungan.settings, hitungan.outcomes
        if settings is not None and options.period is not None:
            require_handled(settings, options.period)
        named = _units_of(nip, outcomes, settings)
        found = tuple(
            one
            for task in hitungan.tasks
            if task.unit in named
            for one in explain_unit(task, settings, nip)
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
    return " ".join(part for part in (_MISSING.format(nip=nip), saran) if part)


def explain_unit(
    task: UnitTask,
    settings: Settings | None,
    nip: str | None = None,
    *,
    formulir: tuple[FormulirPegawai, ...] = (),
) -> Iterator[PenjelasanPenugasan]:
    """Score one unit, and explain its assignments in the order of the recap, or one person's.

    Args:
        task: The unit.
        settings: The settings; None without `Pengaturan.xlsx`.
        nip: Whose assignments; everybody's unless said.
        formulir: Whose codes are told; the forms that the period asks for unless said.
    """
    unit = score_unit(task, settings)
    book = hasil_book(task, unit, settings, formulir=formulir)
    forms = iter(book.forms)
    for line, baris in zip(unit.lines, unit.employees, strict=False):
        form = next(forms) if line.score else None
        if nip in {None, baris.nip}:
            one = _with_line(_bare(baris, book), line, unit, task)
            yield one if form is None else _with_form(one, book, form)
    for baris in unit.employees[len(unit.lines) :]:
        if nip in {None, baris.nip}:
            yield _bare(baris, book)


def _bare(baris: BarisPegawai, book: HasilBook) -> PenjelasanPenugasan:
    """Say only of whom: all there is of a person whom no file names."""
    return PenjelasanPenugasan(
        baris, book.nama_unit, "", (), (), (), instansi=book.instansi, kertas=book.kertas
    )


def _with_line(
    one: PenjelasanPenugasan, line: Line, unit: ScoredUnit, task: UnitTask
) -> PenjelasanPenugasan:
    trail = line.score.trail if line.score else ()
    return replace(
        one,
        file=line.file.task.name,
        sel=tuple(own_cells(line)),
        langkah=trail,
        masalah=tuple(_issues(line, unit)),
        sel_lain=tuple(other_cells(task, trail, one.baris.nip)),
    )


def _with_form(one: PenjelasanPenugasan, book: HasilBook, form: HasilForm) -> PenjelasanPenugasan:
    hari, asked = book.parameters.hari_keberatan, book.forms_for(form)
    further = [jenis for jenis in asked if jenis is not FormulirPegawai.EVALUASI]
    (formulir,) = forms_of_person(book, form, (FormulirPegawai.EVALUASI,))
    return replace(
        one,
        formulir=formulir,
        formulir_lain=tuple(forms_of_person(book, form, further)),
        penilai=_named(form.penilai),
        keberatan=Keberatan(_named(form.atasan), hari.value, hari.basis),
    )


def _named(orang: Orang | None) -> str:
    if orang is None:
        return ""
    return f"{orang.nama} (NIP {orang.nip})" if orang.nip else f"{orang.nama} ({orang.jabatan})"


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
