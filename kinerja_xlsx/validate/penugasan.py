"""Rules about one assignment: its days, its rater, and whether it is evaluated and filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.law import TIDAK_DINILAI, Golongan, Keadaan, StatusAsn
from kinerja_xlsx.model.nip import Nip
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetModel, columns_of
from kinerja_xlsx.validate.register import PenugasanDraft
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.shown import count_text, show_date

_WITHOUT_END: Final = "tanggal berapa pun sesudahnya"
_NOTHING_ENTERED: Final = "Semua sel isiannya masih kosong."
_NO_WORK: Final = "Belum ada satu baris pun untuknya di lembar Hasil Kerja."
_SEX_DIGITS: Final = frozenset("12")
_PNS: Final = frozenset({StatusAsn.PNS, StatusAsn.CPNS})
_IDENTITY: Final = frozenset({"nip", "nama", "sifat", "mulai"})
_MISSING: Final = frozenset({IssueCode.SEL_01, IssueCode.BRS_11})


@cache
def _entries(model: type[SheetModel]) -> tuple[str, ...]:
    return tuple(spec.field for spec in columns_of(model) if spec.column.is_entry)


_ENTRIES_HASIL_KERJA: Final = _entries(HasilKerjaRow)
ENTRIES_PENILAIAN: Final = _entries(PenilaianRow)


def check_pegawai(plan: SheetPlan, row: RowDraft, period: Period) -> None:
    """Judge a row of `Pegawai` by cells that must fit each other and the period."""
    for name in ("mulai", "selesai"):
        day = row.data.get(name)
        if isinstance(day, date) and not period.first <= day <= period.last:
            report_outside(plan, row, name, show_date(period.last), period=period)
    _check_order(plan, row)
    check_golongan(plan, row)
    penilai = row.data.get("penilai")
    if penilai is not None and penilai == row.data.get("nip"):
        row.issues.append(plan.issue(IssueCode.BRS_12, row, "penilai", value=str(penilai)))


def check_penilaian(plan: SheetPlan, row: RowDraft, period: Period) -> None:
    """The day of the ratings is not before the period begins."""
    day = row.data.get("tanggal_penilaian")
    if isinstance(day, date) and day < period.first:
        report_outside(plan, row, "tanggal_penilaian", _WITHOUT_END, period=period)


def check_nip_digits(plan: SheetPlan, row: RowDraft, *, is_listed: bool) -> None:
    """Warn of digits that are unusual for the status; the roster decides where it knows both.

    Source: Perka BKN on NIP; digits 13-14 of PPPK as attested by applicants' pages.
    """
    text, status = row.data.get("nip"), row.data.get("status_asn")
    if not isinstance(text, str):
        return
    nip = Nip(text)
    if nip.sex_digit not in _SEX_DIGITS:
        row.issues.append(
            plan.issue(IssueCode.SEL_15, row, "nip", value=text, angka=nip.sex_digit)
        )
    if not isinstance(status, StatusAsn) or is_listed:
        return
    if not (nip.looks_pns if status in _PNS else nip.looks_pppk):
        row.issues.append(
            plan.issue(
                IssueCode.SEL_14,
                row,
                "nip",
                value=text,
                angka=nip.month_digits,
                status=status.value,
            )
        )


def check_golongan(plan: SheetPlan, row: RowDraft) -> None:
    """Warn of a golongan of the other kind: PNS have a ruang, as in III/c, and PPPK have none."""
    golongan, status = row.data.get("golongan"), row.data.get("status_asn")
    if not isinstance(golongan, Golongan) or not isinstance(status, StatusAsn):
        return
    if golongan.is_pppk is (status not in _PNS):
        return
    context = {
        "status": status.value,
        "sel_a": plan.address(row, "golongan"),
        "sel_b": plan.address(row, "status_asn"),
    }
    row.issues.append(
        plan.issue(IssueCode.BRS_23, row, "golongan", value=golongan.value, **context)
    )


def set_aside(draft: PenugasanDraft, period: Period) -> None:
    """Take an assignment out of the evaluation when its state covers the whole period."""
    row = draft.named_by
    if row.reasons or row.faults:
        return
    keadaan = row.data.get("keadaan")
    covers_period = (draft.mulai, draft.selesai) == (period.first, period.last)
    if not isinstance(keadaan, Keadaan) or keadaan not in TIDAK_DINILAI or not covers_period:
        return
    draft.is_tidak_dinilai = True
    issue = draft.plan.issue(IssueCode.BRS_08, row, "keadaan", value=keadaan.value)
    draft.issues.append(replace(issue, severity=Severity.CATATAN))
    row.ignored = IssueCode.BRS_08


def leave_out(draft: PenugasanDraft, row: RowDraft, model: type[SheetModel]) -> None:
    """Ignore a row of somebody who is not evaluated, and warn where it holds entries.

    Args:
        draft: The assignment, which is not evaluated.
        row: A row of another sheet that belongs to it.
        model: That sheet; where it has no columns for entries, every column is one.
    """
    row.issues.clear()
    row.ignored = IssueCode.BRS_08
    entries = _entries(model)
    if not (_has_any([row], entries) if entries else row.data.keys() - _IDENTITY):
        return
    draft.left_out += 1
    draft.issues = [
        _rows_left_out(issue, draft.left_out) if issue.code is IssueCode.BRS_08 else issue
        for issue in draft.issues
    ]


def _rows_left_out(issue: Issue, rows: int) -> Issue:
    context = (("jumlah", count_text(rows)),)
    return replace(issue, severity=Severity.PERINGATAN, context=context)


def check_filled(draft: PenugasanDraft) -> None:
    """Say once that an assignment is not filled in yet, instead of a message for each cell."""
    pegawai = draft.pegawai
    if pegawai is None or "keadaan" in pegawai.faults or is_filled(draft):
        return
    report_unfilled(draft, pegawai, "Hasil Kerja dan Penilaian")
    for row in draft.indikator:
        if _IDENTITY.issuperset(row.data):
            row.issues[:] = [issue for issue in row.issues if issue.code not in _MISSING]


def report_unfilled(draft: PenugasanDraft, pegawai: RowDraft, sheets: str) -> None:
    """Report that nothing was entered on some sheets, unless a lost row may be what was."""
    if draft.lost:
        return
    sebab = _NOTHING_ENTERED if draft.indikator else _NO_WORK
    draft.issues.append(
        draft.plan.issue(IssueCode.LTS_07, pegawai, "nip", sebab=sebab, isian=sheets)
    )


def is_filled(draft: PenugasanDraft) -> bool:
    """Tell whether there is work to score, and anything entered about it."""
    if not draft.indikator:
        return False
    return _has_any(draft.indikator, _ENTRIES_HASIL_KERJA) or _has_any(
        draft.penilaian, ENTRIES_PENILAIAN
    )


def _has_any(rows: Iterable[RowDraft], names: tuple[str, ...]) -> bool:
    return any(row.has(name) for row in rows for name in names)


def _check_order(plan: SheetPlan, row: RowDraft) -> None:
    mulai, selesai = row.data.get("mulai"), row.data.get("selesai")
    if isinstance(mulai, date) and isinstance(selesai, date) and selesai < mulai:
        row.issues.append(
            plan.issue(
                IssueCode.BRS_10,
                row,
                "selesai",
                mulai=show_date(mulai),
                selesai=show_date(selesai),
            )
        )


def report_outside(
    plan: SheetPlan, row: RowDraft, name: str, last: str, *, period: Period
) -> None:
    """Report a day outside the period, which ends with `last` as people read it."""
    day = row.data[name]
    shown = show_date(day) if isinstance(day, date) else ""
    row.issues.append(
        plan.issue(
            IssueCode.SEL_17,
            row,
            name,
            value=shown,
            batas=f"{show_date(period.first)} sampai {last}",
        )
    )
