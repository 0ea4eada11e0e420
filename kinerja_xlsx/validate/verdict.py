"""The result of checking one file: its assignments, its rows, its issues, its data hash."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple, TypeVar

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Withholds
from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.spec.book import BookSpec
from kinerja_xlsx.spec.codes import withholds
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.kegiatan import KegiatanRow
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.penugasan import Penugasan, Placed, RowRecord, Subject
from kinerja_xlsx.spec.row import SheetRow
from kinerja_xlsx.validate.register import PenugasanDraft, sifat_of
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.sheet import SheetDraft

RowT = TypeVar("RowT", bound=SheetRow)

_BETWEEN_ROWS: Final = "\x1e"
_BETWEEN_SHEETS: Final = "\x1d"
_HASH: Final = re.compile(r"[0-9a-f]{64}")


class Plans(NamedTuple):
    """How the sheets of an assignment are read."""

    pegawai: SheetPlan
    hasil_kerja: SheetPlan
    penilaian: SheetPlan
    kehadiran: SheetPlan
    kegiatan: SheetPlan


def ancestors_of(submission: Submission) -> tuple[str, ...]:
    """List the data hashes of the files that a correction descends from, oldest first."""
    return tuple(_HASH.findall((submission.meta or {}).get("leluhur", "")))


def make_subject(draft: PenugasanDraft, plans: Plans, unit: str) -> Subject:
    """Say what became of one assignment of an Isian."""
    return judge_subject(draft, lambda: _sound(draft, plans, unit))


def judge_subject(draft: PenugasanDraft, sound: Callable[[], Penugasan]) -> Subject:
    """Say what became of one assignment; its sound rows are put together where nothing withholds.

    Args:
        draft: The assignment.
        sound: Puts its rows together.
    """
    reasons = _reasons(draft)
    row = draft.named_by
    sifat = sifat_of(draft.pegawai) if draft.pegawai is not None else None
    return Subject(
        nip=draft.nip,
        nama=draft.nama,
        jabatan=row.text("jabatan"),
        sifat=sifat.value if sifat is not None else row.text("sifat") or Sifat.DEFINITIF.value,
        mulai=draft.mulai,
        selesai=draft.selesai,
        penilai=_rater(draft, "penilai"),
        atasan_penilai=_rater(draft, "atasan_penilai"),
        status=_status(draft, reasons),
        reasons=(IssueCode.BRS_08,) if draft.is_tidak_dinilai and not reasons else reasons,
        data_hash=_hash_rows(draft),
        penugasan=None if reasons else sound(),
        place=draft.plan.place(row.number, "nip"),
    )


def _rater(draft: PenugasanDraft, name: str) -> str:
    row = draft.pegawai
    if row is None or name in draft.unjudged or name not in row.data:
        return ""
    return row.text(name)


def _status(draft: PenugasanDraft, reasons: Sequence[IssueCode]) -> PenugasanStatus:
    if reasons:
        return PenugasanStatus.DITAHAN
    if draft.is_tidak_dinilai:
        return PenugasanStatus.TIDAK_DINILAI
    return PenugasanStatus.DINILAI


def _reasons(draft: PenugasanDraft) -> tuple[IssueCode, ...]:
    """Collect the codes that withhold an assignment, each once, in the order of the sheets."""
    codes = [code for row in draft.rows for code in row.reasons]
    codes += [issue.code for issue in draft.issues if withholds(issue) is not Withholds.NOTHING]
    return tuple(dict.fromkeys([*codes, *draft.held]))


def _sound(draft: PenugasanDraft, plans: Plans, unit: str) -> Penugasan:
    """Put the strict rows of an assignment without a fault together.

    Raises:
        TypeError: It has no row in `Pegawai` although nothing withholds it: our fault.
    """
    if draft.pegawai is None or draft.mulai is None or draft.selesai is None:
        raise TypeError(f"{draft.plan.sheet.name} baris {draft.named_by.number}")
    return Penugasan(
        unit=unit,
        pegawai=place_row(plans.pegawai, draft.pegawai, PegawaiRow),
        indikator=tuple(
            place_row(plans.hasil_kerja, row, HasilKerjaRow) for row in draft.indikator
        ),
        penilaian=next(
            (place_row(plans.penilaian, row, PenilaianRow) for row in draft.penilaian), None
        ),
        mulai=draft.mulai,
        selesai=draft.selesai,
        kehadiran=next(
            (place_row(plans.kehadiran, row, KehadiranRow) for row in draft.kehadiran), None
        ),
        kegiatan=tuple(
            place_row(plans.kegiatan, row, KegiatanRow)
            for row in draft.kegiatan
            if not row.is_doubtful
        ),
    )


def place_row(plan: SheetPlan, row: RowDraft, model: type[RowT]) -> Placed[RowT]:
    """Give a strict row its place.

    Raises:
        TypeError: The row is not sound although nothing withholds it: our fault, and never a
            reason to leave it out in silence.
    """
    if not isinstance(row.row, model):
        raise TypeError(f"{plan.sheet.name} baris {row.number}")
    return Placed(row.row, plan.file, plan.sheet.name, row.number, plan.columns)


def make_record(sheet: str, row: RowDraft) -> RowRecord:
    """Say what became of one row for its own sake."""
    number, subject = row.raw.number, row.subject
    if row.ignored is not None:
        return RowRecord(sheet, number, subject, RowVerdict.DIABAIKAN, row.ignored)
    reasons = row.reasons
    if reasons:
        return RowRecord(sheet, number, subject, RowVerdict.DITAHAN, reasons[0])
    verdict = RowVerdict.DIBETULKAN if row.changed else RowVerdict.DITERIMA
    return RowRecord(sheet, number, subject, verdict, None)


def sort_issues(
    issues: Iterable[Issue], submission: Submission, book: BookSpec
) -> tuple[Issue, ...]:
    """Put issues in the order of the book's sheets, then of rows and columns."""
    ranks = {model.sheet: rank for rank, model in enumerate((book.form, *book.readable), start=1)}
    ranks |= {sheet.name: ranks[sheet.key] for sheet in submission.sheets}
    ranks |= {label.sheet: 1 for label in submission.labels}

    def order(issue: Issue) -> tuple[int, int, int]:
        sheet = issue.place.sheet
        rank = 0 if sheet is None else ranks.get(sheet, len(ranks) + 1)
        return rank, *position(issue.place)

    return tuple(sorted(issues, key=order))


def position(place: Place) -> tuple[int, int]:
    """Give row and column for sorting; what concerns a whole sheet or row comes first."""
    return (
        -1 if place.row is None else place.row,
        -1 if place.column is None else place.column,
    )


def hash_file(form: str, sheets: Mapping[str, SheetDraft]) -> str:
    """Hash everything read: places, formats, order of columns and other columns do not count."""
    parts = [form]
    for name, sheet in sheets.items():
        marks = [row.fingerprint for row in sheet.rows if row.fingerprint]
        parts.append(_BETWEEN_ROWS.join([name, *marks]))
    return _sha256(_BETWEEN_SHEETS.join(parts))


def _hash_rows(draft: PenugasanDraft) -> str:
    """Hash the values of one assignment, so that equal data have equal hashes in any file."""
    groups = (
        [draft.pegawai] if draft.pegawai is not None else [],
        draft.indikator,
        draft.penilaian,
        *(rows for rows in _further_rows(draft) if rows),
    )
    return _sha256(
        _BETWEEN_SHEETS.join(
            _BETWEEN_ROWS.join(row.fingerprint for row in group) for group in groups
        )
    )


def _further_rows(draft: PenugasanDraft) -> tuple[list[RowDraft], ...]:
    return draft.kehadiran, draft.kegiatan, draft.ekspektasi, draft.lampiran


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
