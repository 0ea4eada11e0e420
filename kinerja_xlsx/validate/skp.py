"""Checks one SKP: from raw cells to plans, each accepted or withheld with reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum
from typing import Final, NamedTuple

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import Agregasi
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.model.submission import RawSheet, Submission
from kinerja_xlsx.spec.book import BookSpec, book_for
from kinerja_xlsx.spec.pegawai import PegawaiRow, PejabatRow
from kinerja_xlsx.spec.penugasan import Checked, Penugasan, Settings
from kinerja_xlsx.spec.row import SheetRow
from kinerja_xlsx.spec.skp import EkspektasiRow, LampiranRow, RencanaRow
from kinerja_xlsx.validate.belum_diperiksa import Judged, say_waiting
from kinerja_xlsx.validate.conditions import Prepared, check_conditions, prepare
from kinerja_xlsx.validate.duplicates import Key, settle_duplicates
from kinerja_xlsx.validate.identitas import Identitas, check_identitas
from kinerja_xlsx.validate.indikator import check_bobot, check_number
from kinerja_xlsx.validate.jabatan import catalogue_of, check_catalogue
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
from kinerja_xlsx.validate.penugasan import leave_out, report_unfilled
from kinerja_xlsx.validate.register import PenugasanDraft, Register
from kinerja_xlsx.validate.rhk import fill_down, report_differing
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.sheet import SheetDraft, read_sheet
from kinerja_xlsx.validate.usulan_nip import propose_nip
from kinerja_xlsx.validate.verdict import (
    ancestors_of,
    hash_file,
    judge_subject,
    make_record,
    place_row,
    sort_issues,
)

_IDENTITY: Final = ("nip", "nama", "sifat", "mulai")
_MISSING: Final = frozenset({IssueCode.SEL_01, IssueCode.BRS_11})
_WRITTEN: Final = ("rencana_hasil_kerja", "rhk_pimpinan", "uraian_target", "bobot")
"""Cells of a plan that the catalogue never fills in; with all of them blank it is untouched."""


class SkpSheets(NamedTuple):
    """The data sheets of one SKP on their way to a verdict, in the order of the book."""

    pegawai: SheetDraft
    pejabat: SheetDraft
    rencana: SheetDraft
    ekspektasi: SheetDraft
    lampiran: SheetDraft


def check_skp(submission: Submission, settings: Settings | None) -> Checked:
    """Check one SKP against its template, itself, the settings and the indicator catalogue.

    Raises:
        RejectedFileError: Structure or identity refuse the file as a whole.
    """
    identitas = check_identitas(submission, settings)
    roster = make_roster(settings)
    register = Register(identitas.period)
    book = book_for(submission.meta)
    sheets = _read_sheets(submission, book, register, roster)
    facts: dict[str, Enum] = {"pendekatan": identitas.form.pendekatan}
    of_pegawai = prepare(PegawaiRow, facts)
    judge_pegawai(sheets.pegawai, register, roster=roster, conditions=of_pegawai)
    judge_pejabat(sheets.pejabat)
    hold_for_pejabat(sheets.pejabat, register, roster)
    _give_rows(sheets, register)
    judged = Judged(
        sheets.rencana.plan,
        of_pegawai,
        prepare(sheets.rencana.plan.model, facts),
        catalogue_of(settings, identitas.form.kode_unit),
    )
    for draft in register.drafts:
        _judge_rencana(sheets.rencana.plan, draft, judged.of_work)
        if not draft.is_tidak_dinilai:
            _check_written(sheets.rencana.plan, draft)
            check_catalogue(sheets.rencana.plan, draft, judged.catalogue)
            say_waiting(draft, judged)
        draft.ekspektasi = _judge_unique(sheets.ekspektasi.plan, draft.ekspektasi, _ekspektasi_key)
        draft.lampiran = _judge_unique(sheets.lampiran.plan, draft.lampiran, _lampiran_key)
    others = (sheets.rencana, sheets.ekspektasi, sheets.lampiran)
    propose_nip(sheets.pegawai, others, register, roster.known)
    return _make_checked(submission, identitas, sheets=sheets, register=register)


def _read_sheets(
    submission: Submission, book: BookSpec, register: Register, roster: Roster
) -> SkpSheets:
    """Read all sheets; NIP of the later ones are compared with those of `Pegawai`."""
    raw = {sheet.key: sheet for sheet in submission.sheets}

    def read(model: type[SheetRow], scope: Scope) -> SheetDraft:
        sheet = raw.get(model.sheet) or RawSheet(model.sheet, model.sheet, 0, (), (), ())
        return read_sheet(sheet, model, file=submission.file, scope=scope)

    of_roster = Scope(register.period, roster.known)
    pegawai = read(PegawaiRow, of_roster)
    enrol_pegawai(pegawai, register)
    of_file = Scope(register.period, register.known)
    rencana = next(model for model in book.sheets if issubclass(model, RencanaRow))
    return SkpSheets(
        pegawai,
        read(PejabatRow, of_roster),
        read(rencana, of_file),
        read(EkspektasiRow, of_file),
        read(LampiranRow, of_file),
    )


def _give_rows(sheets: SkpSheets, register: Register) -> None:
    """Give every row that belongs to an assignment to it."""
    for sheet in (sheets.rencana, sheets.ekspektasi, sheets.lampiran):
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
    if model is EkspektasiRow:
        return owner.ekspektasi
    return owner.lampiran if model is LampiranRow else owner.indikator


def _judge_rencana(
    plan: SheetPlan, draft: PenugasanDraft, conditions: tuple[Prepared, ...]
) -> None:
    differing = fill_down(draft.indikator)
    settle_duplicates(plan, draft.indikator, key_of=_indikator_key, unlike=_IDENTITY)
    report_differing(plan, differing)
    draft.indikator = [row for row in draft.indikator if row.ignored is None]
    fields = _period_fields(plan.model)
    needed = tuple(
        item
        for item in conditions
        if item.condition.field not in fields or _is_held(draft, fields, item.condition.field)
    )
    for row in draft.indikator:
        plan.finish(row)
        check_conditions(plan, row, needed, draft.pegawai)
        check_number(plan, row)
        _check_ranges(plan, row, fields)
    check_bobot(plan, draft)


def _period_fields(model: type[SheetRow]) -> tuple[str, ...]:
    return model.period_fields if issubclass(model, RencanaRow) else ()


def _is_held(draft: PenugasanDraft, fields: Sequence[str], field: str) -> bool:
    """Tell whether the post is held on any day of a period, so that it needs a target there."""
    if draft.mulai is None or draft.selesai is None:
        return True
    step = PeriodKind.TAHUN.value // len(fields)
    period = Period(draft.mulai.year, fields.index(field) * step + 1, step)
    return draft.mulai <= period.last and draft.selesai >= period.first


def _check_ranges(plan: SheetPlan, row: RowDraft, fields: Sequence[str]) -> None:
    """The upper bound of a range lies above the target of every period.

    Targets that add up have no bound in common with that of the year.
    """
    upper = row.data.get("target_atas")
    names = fields if row.data.get("agregasi") is Agregasi.JUMLAH else ("target_tahun", *fields)
    lower = [value for name in names if isinstance(value := row.data.get(name), Decimal)]
    if not isinstance(upper, Decimal) or not lower or upper >= max(lower):
        return
    row.issues.append(
        plan.issue(
            IssueCode.BRS_14,
            row,
            "target_atas",
            value=format_number(upper),
            target=format_number(max(lower)),
        )
    )


def _check_written(plan: SheetPlan, draft: PenugasanDraft) -> None:
    """Say once that a plan is not written yet, instead of a message for each cell."""
    pegawai = draft.pegawai
    written = (*_WRITTEN, *_period_fields(plan.model))
    if pegawai is None or "keadaan" in pegawai.faults:
        return
    if any(row.text(name) for row in draft.indikator for name in written):
        return
    report_unfilled(draft, pegawai, "Hasil Kerja")
    for row in draft.indikator:
        row.issues[:] = [issue for issue in row.issues if issue.code not in _MISSING]


def _judge_unique(
    plan: SheetPlan, rows: list[RowDraft], key_of: Callable[[RowDraft], Key | None]
) -> list[RowDraft]:
    settle_duplicates(plan, rows, key_of=key_of)
    left = [row for row in rows if row.ignored is None]
    for row in left:
        plan.finish(row)
    return left


def _indikator_key(row: RowDraft) -> Key | None:
    if row.is_doubtful or "no_indikator" not in row.data:
        return None
    return (row.text("no_indikator"),)


def _ekspektasi_key(row: RowDraft) -> Key | None:
    return None if row.is_doubtful else ("",)


def _lampiran_key(row: RowDraft) -> Key | None:
    if row.is_doubtful or "bagian" not in row.data or "no" not in row.data:
        return None
    return row.text("bagian"), row.text("no")


def _make_checked(
    submission: Submission, identitas: Identitas, *, sheets: SkpSheets, register: Register
) -> Checked:
    by_name = {sheet.plan.model.sheet: sheet for sheet in sheets}
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
        subjects=tuple(
            judge_subject(draft, _maker(draft, sheets, unit)) for draft in register.drafts
        ),
        pejabat=tuple(place_row(sheets.pejabat.plan, row, PejabatRow) for row in officials),
        rows=tuple(
            make_record(name, row) for name, sheet in by_name.items() for row in sheet.rows
        ),
        issues=sort_issues(map(register.with_name, issues), submission, book_for(submission.meta)),
        pegawai_columns=sheets.pegawai.plan.columns,
        is_skp=True,
    )


def _maker(draft: PenugasanDraft, sheets: SkpSheets, unit: str) -> Callable[[], Penugasan]:
    """Give what puts the strict rows of a plan without a fault together."""

    def make() -> Penugasan:
        if draft.pegawai is None or draft.mulai is None or draft.selesai is None:
            raise TypeError(f"{draft.plan.sheet.name} baris {draft.named_by.number}")
        ekspektasi = [
            place_row(sheets.ekspektasi.plan, row, EkspektasiRow) for row in draft.ekspektasi
        ]
        return Penugasan(
            unit=unit,
            pegawai=place_row(sheets.pegawai.plan, draft.pegawai, PegawaiRow),
            indikator=(),
            penilaian=None,
            mulai=draft.mulai,
            selesai=draft.selesai,
            rencana=tuple(
                place_row(sheets.rencana.plan, row, RencanaRow) for row in draft.indikator
            ),
            ekspektasi=ekspektasi[0] if ekspektasi else None,
            lampiran=tuple(
                place_row(sheets.lampiran.plan, row, LampiranRow) for row in draft.lampiran
            ),
        )

    return make
