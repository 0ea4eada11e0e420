"""Checks one submission: from raw cells to assignments, each accepted or withheld with reasons."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from kinerja_xlsx.model.submission import RawSheet, Submission
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.kegiatan import KegiatanRow
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.kepuasan import KepuasanRow
from kinerja_xlsx.spec.pegawai import PegawaiRow, PejabatRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.penugasan import Checked, Settings
from kinerja_xlsx.spec.row import SheetRow
from kinerja_xlsx.validate.belum_diperiksa import Judged, say_waiting
from kinerja_xlsx.validate.conditions import Prepared, check_conditions, prepare
from kinerja_xlsx.validate.duplicates import Key, pass_over_lesser, settle_duplicates
from kinerja_xlsx.validate.identitas import Identitas, check_identitas
from kinerja_xlsx.validate.indikator import check_bobot, check_indikator
from kinerja_xlsx.validate.jabatan import catalogue_of, check_catalogue
from kinerja_xlsx.validate.mutasi import check_mutasi
from kinerja_xlsx.validate.normalise import Scope
from kinerja_xlsx.validate.owner import OwnerFinder
from kinerja_xlsx.validate.pegawai import (
    Roster,
    enrol_pegawai,
    hold_for_pejabat,
    judge_pegawai,
    judge_pejabat,
    make_roster,
)
from kinerja_xlsx.validate.penugasan import (
    ENTRIES_PENILAIAN,
    check_filled,
    check_penilaian,
    leave_out,
)
from kinerja_xlsx.validate.register import PenugasanDraft, Register
from kinerja_xlsx.validate.rhk import fill_down, report_differing
from kinerja_xlsx.validate.rows import RowDraft
from kinerja_xlsx.validate.sheet import SheetDraft, read_sheet
from kinerja_xlsx.validate.tambahan import (
    judge_kegiatan,
    judge_kehadiran,
    judge_kepuasan,
    log_of,
)
from kinerja_xlsx.validate.usulan_nip import propose_nip
from kinerja_xlsx.validate.verdict import (
    Plans,
    ancestors_of,
    hash_file,
    make_record,
    make_subject,
    place_row,
    sort_issues,
)

_IDENTITY: Final = ("nip", "nama", "sifat", "mulai")


class Sheets(NamedTuple):
    """The data sheets of one submission on their way to a verdict, in the order of the book."""

    pegawai: SheetDraft
    pejabat: SheetDraft
    hasil_kerja: SheetDraft
    penilaian: SheetDraft
    kehadiran: SheetDraft
    kegiatan: SheetDraft
    kepuasan: SheetDraft


def check_isian(submission: Submission, settings: Settings | None) -> Checked:
    """Check one submission against its template, itself and the settings.

    Raises:
        RejectedFileError: Structure or identity refuse the file as a whole.
    """
    identitas = check_identitas(submission, settings)
    roster = make_roster(settings)
    register = Register(identitas.period)
    sheets = _read_sheets(submission, register, roster)
    facts: dict[str, Enum] = {"pendekatan": identitas.form.pendekatan}
    of_pegawai = prepare(PegawaiRow, facts)
    judge_pegawai(sheets.pegawai, register, roster=roster, conditions=of_pegawai)
    check_mutasi(
        sheets.pegawai.plan,
        register,
        roster.posts,
        unit=identitas.form.kode_unit,
        units=settings.units if settings else {},
    )
    judge_pejabat(sheets.pejabat)
    hold_for_pejabat(sheets.pejabat, register, roster)
    _give_rows(sheets, register)
    judged = Judged(
        sheets.hasil_kerja.plan,
        of_pegawai,
        prepare(HasilKerjaRow, facts),
        catalogue_of(settings, identitas.form.kode_unit),
        sheets.kehadiran.plan,
        sheets.kegiatan.plan,
    )
    for draft in register.drafts:
        judge_kegiatan(sheets.kegiatan, draft, register.period)
        _judge_hasil_kerja(sheets.hasil_kerja, draft, judged.of_work)
        _judge_penilaian(sheets.penilaian, draft, register)
        if not draft.is_tidak_dinilai:
            check_filled(draft)
            check_catalogue(sheets.hasil_kerja.plan, draft, judged.catalogue)
            judge_kehadiran(sheets.kehadiran, draft, register.period)
            say_waiting(draft, judged)
    judge_kepuasan(sheets.kepuasan)
    others = (sheets.hasil_kerja, sheets.penilaian, sheets.kehadiran, sheets.kegiatan)
    propose_nip(sheets.pegawai, others, register, roster.known)
    return _make_checked(submission, identitas, sheets=sheets, register=register)


def _read_sheets(submission: Submission, register: Register, roster: Roster) -> Sheets:
    """Read all sheets; NIP of the later ones are compared with those of `Pegawai`."""
    raw = {sheet.key: sheet for sheet in submission.sheets}

    def read(model: type[SheetRow], scope: Scope) -> SheetDraft:
        sheet = raw.get(model.sheet) or RawSheet(model.sheet, model.sheet, 0, (), (), ())
        return read_sheet(sheet, model, file=submission.file, scope=scope)

    of_roster = Scope(register.period, roster.known)
    pegawai = read(PegawaiRow, of_roster)
    enrol_pegawai(pegawai, register)
    of_file = Scope(register.period, register.known)
    return Sheets(
        pegawai,
        read(PejabatRow, of_roster),
        read(HasilKerjaRow, of_file),
        read(PenilaianRow, of_file),
        read(KehadiranRow, of_file),
        read(KegiatanRow, of_file),
        read(KepuasanRow, of_roster),
    )


def _give_rows(sheets: Sheets, register: Register) -> None:
    """Give every row that belongs to an assignment to it; activities last, by their work."""
    for sheet in (sheets.hasil_kerja, sheets.penilaian, sheets.kehadiran, sheets.kegiatan):
        finder = OwnerFinder(sheet, register)
        for row in sheet.counting:
            owner = finder.find(row)
            if owner is None:
                sheet.plan.finish(row)  # of nobody known: judged on its own
                continue
            row.subject = owner.index
            if owner.is_tidak_dinilai:
                leave_out(owner, row, sheet.plan.model)
            else:
                _rows_of(owner, sheet.plan.model).append(row)


def _rows_of(owner: PenugasanDraft, model: type[SheetRow]) -> list[RowDraft]:
    if model is HasilKerjaRow:
        return owner.indikator
    if model is PenilaianRow:
        return owner.penilaian
    return owner.kehadiran if model is KehadiranRow else owner.kegiatan


def _judge_hasil_kerja(
    sheet: SheetDraft, draft: PenugasanDraft, conditions: tuple[Prepared, ...]
) -> None:
    plan = sheet.plan
    differing = fill_down(draft.indikator)
    settle_duplicates(plan, draft.indikator, key_of=_indikator_key, unlike=_IDENTITY)
    report_differing(plan, differing)
    draft.indikator = [row for row in draft.indikator if row.ignored is None]
    log = log_of(draft)
    for row in draft.indikator:
        plan.finish(row)
        check_conditions(plan, row, conditions, draft.pegawai)
        check_indikator(plan, row, log)
    check_bobot(plan, draft)


def _judge_penilaian(sheet: SheetDraft, draft: PenugasanDraft, register: Register) -> None:
    plan = sheet.plan
    pass_over_lesser(plan, draft.penilaian, ENTRIES_PENILAIAN)
    draft.penilaian = [row for row in draft.penilaian if row.ignored is None]
    settle_duplicates(plan, draft.penilaian, key_of=_penilaian_key, unlike=_IDENTITY)
    draft.penilaian = [row for row in draft.penilaian if row.ignored is None]
    for row in draft.penilaian:
        plan.finish(row)
        check_penilaian(plan, row, register.period)


def _indikator_key(row: RowDraft) -> Key | None:
    if row.is_doubtful or "no_indikator" not in row.data:
        return None
    return (row.text("no_indikator"),)


def _penilaian_key(row: RowDraft) -> Key | None:
    return None if row.is_doubtful else ("",)


def _make_checked(
    submission: Submission, identitas: Identitas, *, sheets: Sheets, register: Register
) -> Checked:
    by_name = {
        sheet.plan.model.sheet: sheet
        for sheet in sheets
        if sheet.rows or sheet.plan.model not in ISIAN.optional
    }
    plans = Plans(
        sheets.pegawai.plan,
        sheets.hasil_kerja.plan,
        sheets.penilaian.plan,
        sheets.kehadiran.plan,
        sheets.kegiatan.plan,
    )
    unit = identitas.form.kode_unit
    officials = [row for row in sheets.pejabat.counting if not row.reasons]
    issues = (
        *submission.issues,
        *identitas.issues,
        *(issue for sheet in sheets for issue in sheet.all_issues),
        *(issue for draft in register.drafts for issue in draft.issues),
    )
    return Checked(
        file=submission.file,
        sha256=submission.sha256,
        identitas=identitas.form,
        period=identitas.period,
        ancestors=ancestors_of(submission),
        data_hash=hash_file(identitas.fingerprint, by_name),
        subjects=tuple(make_subject(draft, plans, unit) for draft in register.drafts),
        pejabat=tuple(place_row(sheets.pejabat.plan, row, PejabatRow) for row in officials),
        rows=tuple(
            make_record(name, row) for name, sheet in by_name.items() for row in sheet.rows
        ),
        issues=sort_issues(map(register.with_name, issues), submission, ISIAN),
        pegawai_columns=sheets.pegawai.plan.columns,
        kepuasan=tuple(
            place_row(sheets.kepuasan.plan, row, KepuasanRow)
            for row in sheets.kepuasan.counting
            if not row.reasons
        ),
    )
