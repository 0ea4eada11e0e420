"""Checks `Pengaturan.xlsx`: a bad row withholds itself; a missing sheet or rule refuses all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity, Withholds
from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.model.submission import RawSheet, Submission
from kinerja_xlsx.spec.book import PENGATURAN
from kinerja_xlsx.spec.codes import withholds
from kinerja_xlsx.spec.katalog import AliasRow, KatalogRow, KebijakanRow
from kinerja_xlsx.spec.pegawai import PejabatRow
from kinerja_xlsx.spec.pengaturan import InstansiForm, PeriodeRow, RosterRow, UnitRow
from kinerja_xlsx.spec.penugasan import RejectedFileError, Settings
from kinerja_xlsx.spec.row import SheetRow, column_by_field, columns_of
from kinerja_xlsx.validate.alias import check_alias
from kinerja_xlsx.validate.berlaku import check_first_day, leaves_rules_open
from kinerja_xlsx.validate.duplicates import Key, settle_duplicates
from kinerja_xlsx.validate.form import FormDraft
from kinerja_xlsx.validate.katalog import check_katalog
from kinerja_xlsx.validate.kebijakan import check_dasar_hukum, read_nilai
from kinerja_xlsx.validate.normalise import Scope
from kinerja_xlsx.validate.penilai_induk import check_named_raters
from kinerja_xlsx.validate.penugasan import check_golongan, check_nip_digits
from kinerja_xlsx.validate.reading import note
from kinerja_xlsx.validate.rows import RowDraft
from kinerja_xlsx.validate.sheet import SheetDraft, read_sheet
from kinerja_xlsx.validate.suggest import ask_word
from kinerja_xlsx.validate.tertahan import held_rows
from kinerja_xlsx.validate.verdict import sort_issues

RowT = TypeVar("RowT", bound=SheetRow)

_NEEDED: Final = tuple(spec.field for spec in columns_of(InstansiForm) if spec.required)
_NAMED_UNITS: Final = 5
_NEWER: Final = frozenset(
    column_by_field(PeriodeRow, name).heading for name in ("lembar_tambahan", "formulir")
)
"""Optional columns that settings made by an earlier version do not have."""


def check_pengaturan(submission: Submission) -> Settings:
    """Check the settings workbook.

    Raises:
        RejectedFileError: A sheet, a heading or a needed value of `Instansi` is missing, or a
            parameter, a regulation or a period is unknown.
    """
    draft = FormDraft(submission, InstansiForm, Scope())
    instansi = draft.finish()
    refusing = [issue for issue in submission.issues if withholds(issue) is Withholds.BERKAS]
    if instansi is None or refusing:
        raise RejectedFileError((*submission.issues, *_needed_issues(draft, submission)))
    told = tuple(issue for issue in submission.issues if not _is_new_column(issue))
    submission = replace(submission, issues=told)
    sheets = {model: _read(submission, model) for model in PENGATURAN.sheets}
    units = _judge_all(sheets)
    issues = (
        *submission.issues,
        *draft.soft_issues(),
        *(issue for sheet in sheets.values() for issue in sheet.all_issues),
    )
    issues = sort_issues(issues, submission, PENGATURAN)
    if leaves_rules_open(sheets):
        raise RejectedFileError(
            tuple(issue for issue in issues if withholds(issue) is not Withholds.NOTHING)
        )
    return Settings(
        instansi=instansi,
        units=units,
        roster=tuple(_sound(sheets[RosterRow], RosterRow)),
        roster_numbers=tuple(_sound_numbers(sheets[RosterRow])),
        pejabat=tuple(_sound(sheets[PejabatRow], PejabatRow)),
        periods={row.kode: row for row in _sound(sheets[PeriodeRow], PeriodeRow)},
        issues=issues,
        withheld_rows=sum(
            bool(row.reasons) for sheet in sheets.values() for row in sheet.counting
        ),
        kebijakan=tuple(_sound(sheets[KebijakanRow], KebijakanRow)),
        kebijakan_numbers=tuple(_sound_numbers(sheets[KebijakanRow])),
        katalog=tuple(_sound(sheets[KatalogRow], KatalogRow)),
        aliases=tuple(_sound(sheets[AliasRow], AliasRow)),
        held=held_rows(sheets),
    )


def _judge_all(sheets: Mapping[type[SheetRow], SheetDraft]) -> dict[str, UnitRow]:
    """Judge every sheet, those that others point at first, and give the sound units by code."""
    read_nilai(sheets[KebijakanRow])
    for model, sheet in sheets.items():
        if model is not AliasRow:
            _judge(sheet)
    units = {row.kode: row for row in _sound(sheets[UnitRow], UnitRow)}
    _judge_units_of_roster(sheets[RosterRow], sheets[UnitRow], units)
    check_named_raters(sheets[RosterRow], sheets[PejabatRow])
    check_dasar_hukum(sheets[KebijakanRow])
    check_first_day(sheets)
    check_katalog(sheets[KatalogRow])
    check_alias(sheets[AliasRow], {code: row.nama for code, row in units.items()})
    _judge(sheets[AliasRow])
    return units


def _is_new_column(issue: Issue) -> bool:
    """Tell whether a column is missing that older versions did not have: as one left blank.

    Nobody has to do anything about it, so it is not told at every run.
    """
    is_new = issue.code is IssueCode.LBR_07 and issue.place.heading in _NEWER
    return is_new and not dict(issue.context).get("saran")


def _needed_issues(draft: FormDraft[InstansiForm], submission: Submission) -> Sequence[Issue]:
    """List the needed values of `Instansi` that are missing; none when the sheet is."""
    if not submission.labels:
        return ()
    return [
        draft.issue(name, found)
        for name, found in draft.notes
        if name in _NEEDED and found.severity is Severity.GALAT
    ]


def _read(submission: Submission, model: type[SheetRow]) -> SheetDraft:
    found = next((sheet for sheet in submission.sheets if sheet.key == model.sheet), None)
    sheet = found or RawSheet(model.sheet, model.sheet, 0, (), (), ())
    return read_sheet(sheet, model, file=submission.file, scope=Scope())


def _judge(sheet: SheetDraft) -> None:
    """Judge every row on its own, and rows with one key together."""
    plan = sheet.plan

    def key_of(row: RowDraft) -> Key | None:
        names = plan.model.key
        needed = [name for name in names if column_by_field(plan.model, name).required]
        if row.faults.keys() & set(names) or not row.data.keys() >= set(needed):
            return None
        return tuple(_key_text(row, name) for name in names)

    settle_duplicates(plan, sheet.counting, key_of=key_of)
    for row in sheet.counting:
        plan.finish(row)
        if plan.model is RosterRow:
            check_nip_digits(plan, row, is_listed=False)
            check_golongan(plan, row)


def _key_text(row: RowDraft, name: str) -> str:
    """Write one part of a key; a blank Sifat means Definitif, and codes have no case."""
    if name == "sifat" and name not in row.data:
        return Sifat.DEFINITIF.value.casefold()
    return row.text(name).casefold()


def _judge_units_of_roster(
    roster: SheetDraft, units: SheetDraft, sound: dict[str, UnitRow]
) -> None:
    """Every person belongs to a unit of sheet `Unit`; the spelling there counts."""
    code_by_fold = {code.casefold(): code for code in sound}
    held = {row.text("kode").casefold() for row in units.counting if row.reasons}
    for row in roster.counting:
        code = row.data.get("kode_unit")
        if not isinstance(code, str) or code in sound:
            continue
        known = code_by_fold.get(code.casefold())
        if known is not None:
            _respell(roster, row, known)
        else:
            saran = (
                "Baris unit itu di lembar Unit masih perlu diperbaiki."
                if code.casefold() in held
                else ask_word(code, list(sound))
            )
            row.issues.append(
                roster.plan.issue(
                    IssueCode.SEL_06,
                    row,
                    "kode_unit",
                    value=code,
                    saran=saran,
                    pilihan=_named_units(list(sound)),
                )
            )


def _respell(roster: SheetDraft, row: RowDraft, known: str) -> None:
    """Take the code as sheet `Unit` spells it."""
    seen = note(IssueCode.SEL_07, row.text("kode_unit"), dibaca=known)
    row.issues.append(roster.plan.placed(seen, row, "kode_unit"))
    row.changed = True
    if row.row is not None:
        row.row = row.row.model_copy(update={"kode_unit": known})


def _named_units(codes: Sequence[str]) -> str:
    shown = ", ".join(f"«{code}»" for code in codes[:_NAMED_UNITS])
    return shown if len(codes) <= _NAMED_UNITS else f"{shown}, dan lainnya di lembar Unit"


def _sound(sheet: SheetDraft, model: type[RowT]) -> Iterable[RowT]:
    for row in sheet.counting:
        if isinstance(row.row, model) and not row.reasons:
            yield row.row


def _sound_numbers(sheet: SheetDraft) -> Iterable[int]:
    return (row.number for row in sheet.counting if row.row and not row.reasons)
