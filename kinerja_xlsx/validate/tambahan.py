"""Optional sheets: attendance and activities of an assignment, and satisfaction of a unit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Final

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.spec.kegiatan import KegiatanRow, RingkasanKegiatan, summarise_kegiatan
from kinerja_xlsx.spec.kehadiran import DAY_FIELDS, DAYS_OF_MONTH, KehadiranRow
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.validate.duplicates import Key, settle_duplicates
from kinerja_xlsx.validate.normalise_time import show_time
from kinerja_xlsx.validate.penugasan import report_outside
from kinerja_xlsx.validate.reading import note
from kinerja_xlsx.validate.register import PenugasanDraft
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.sheet import SheetDraft
from kinerja_xlsx.validate.shown import count_text, show_date

_IDENTITY: Final = ("nip", "nama", "sifat", "mulai")
_ENTRIES: Final = tuple(spec.field for spec in columns_of(KehadiranRow) if spec.column.is_entry)
_NAMED: Final = 6
"""So many indicators a message lists."""


# -- Kehadiran ----------------------------------------------------------------------------------


def judge_kehadiran(sheet: SheetDraft, draft: PenugasanDraft, period: Period) -> None:
    """Judge the attendance of one assignment; a row that nobody filled in holds nothing back."""
    plan = sheet.plan
    settle_duplicates(plan, draft.kehadiran, key_of=_kehadiran_key, unlike=_IDENTITY)
    for row in draft.kehadiran:
        if row.ignored is not None:
            continue
        if any(row.has(name) for name in _ENTRIES) or row.reasons:
            plan.finish(row)
            _check_longest(plan, row, period)
            _check_sum(plan, row)
        elif draft.pegawai is not None and not _is_told(draft):
            row.issues.append(plan.issue(IssueCode.BRS_21, row, "hari_kerja"))
            row.ignored = IssueCode.BRS_21
    draft.kehadiran = [row for row in draft.kehadiran if row.ignored is None]


def _kehadiran_key(row: RowDraft) -> Key | None:
    return None if row.is_doubtful else ("",)


def _is_told(draft: PenugasanDraft) -> bool:
    """Tell whether it was said already that nothing is filled in for this assignment."""
    return any(issue.code is IssueCode.LTS_07 for issue in draft.issues)


def _check_longest(plan: SheetPlan, row: RowDraft, period: Period) -> None:
    days, most = row.data.get("hari_kerja"), DAYS_OF_MONTH * period.months
    if isinstance(days, int) and days > most:
        batas = f"0 sampai {most}"
        row.issues.append(
            plan.issue(IssueCode.SEL_05, row, "hari_kerja", value=count_text(days), batas=batas)
        )


def _check_sum(plan: SheetPlan, row: RowDraft) -> None:
    """The kinds of days add up to the working days.

    A blank kind counts as none of those days. That is no guess: the sum proves it.
    """
    total = row.data.get("hari_kerja")
    if (
        not isinstance(total, int)
        or "hadir" not in row.data
        or row.faults.keys() & set(DAY_FIELDS)
    ):
        return
    found = sum(days for name in DAY_FIELDS if isinstance(days := row.data.get(name, 0), int))
    if found != total:
        row.issues.append(
            plan.issue(
                IssueCode.BRS_19,
                row,
                "hari_kerja",
                value=count_text(total),
                jumlah=count_text(found),
            )
        )


# -- Kegiatan -----------------------------------------------------------------------------------


def judge_kegiatan(sheet: SheetDraft, draft: PenugasanDraft, period: Period) -> None:
    """Judge the activities of one assignment, whose indicators are known by now."""
    plan = sheet.plan
    settle_duplicates(plan, draft.kegiatan, key_of=lambda row: (row.fingerprint,))
    draft.kegiatan = [row for row in draft.kegiatan if row.ignored is None]
    for row in draft.kegiatan:
        plan.finish(row)
        day = row.data.get("tanggal")
        if isinstance(day, date) and not period.first <= day <= period.last:
            report_outside(plan, row, "tanggal", show_date(period.last), period=period)
        _check_clock(plan, row)
        _check_indikator(plan, row, draft)


def log_of(draft: PenugasanDraft) -> Mapping[str, RingkasanKegiatan]:
    """Sum up the sound activities of an assignment, by No Indikator."""
    return summarise_kegiatan(
        row.row
        for row in draft.kegiatan
        if isinstance(row.row, KegiatanRow) and not row.is_doubtful and not row.reasons
    )


def _check_clock(plan: SheetPlan, row: RowDraft) -> None:
    mulai, selesai = row.data.get("mulai"), row.data.get("selesai")
    if isinstance(mulai, time) and isinstance(selesai, time) and selesai <= mulai:
        times = {"mulai": show_time(mulai), "selesai": show_time(selesai)}
        row.issues.append(plan.issue(IssueCode.BRS_20, row, "selesai", **times))


def _check_indikator(plan: SheetPlan, row: RowDraft, draft: PenugasanDraft) -> None:
    """The indicator that an activity names stands in `Hasil Kerja` of the same person.

    Nothing is said where another message explains it: the person is unknown or the NIP damaged,
    the work is not filled in at all, or the number of an indicator there is itself damaged.
    """
    number = row.data.get("no_indikator")
    unclear = "nip" not in row.data or any(
        "no_indikator" not in one.data for one in draft.indikator
    )
    if number is None or draft.pegawai is None or not draft.indikator or unclear:
        return
    if row.is_doubtful:
        seen = note(IssueCode.LTS_11, str(number), severity=Severity.PERINGATAN)
        row.issues.append(plan.placed(seen, row, "no_indikator"))
        return
    known = list(dict.fromkeys(one.text("no_indikator") for one in draft.indikator))
    if number not in known:
        shown = ", ".join(known[:_NAMED]) + (", …" if len(known) > _NAMED else "")
        row.issues.append(
            plan.issue(
                IssueCode.LTS_11,
                row,
                "no_indikator",
                value=str(number),
                saran=f"Indikator yang ada: {shown}.",
            )
        )


# -- Kepuasan -----------------------------------------------------------------------------------


def judge_kepuasan(sheet: SheetDraft) -> None:
    """Judge the rows of `Kepuasan`, which belong to nobody; a bad one withholds itself."""
    plan = sheet.plan

    def key_of(row: RowDraft) -> Key | None:
        return (row.text("layanan").casefold(),) if "layanan" in row.data else None

    settle_duplicates(plan, sheet.counting, key_of=key_of)
    for row in sheet.counting:
        plan.finish(row)
