"""Two definitive posts of one person on the same day, within a file or across units."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penugasan import FileKeys
from kinerja_xlsx.validate.reconciled import Entry, Notebook
from kinerja_xlsx.validate.shown import show_date


class Days(NamedTuple):
    """Days from the first to the last."""

    first: date
    last: date


def settle_overlaps(files: Sequence[FileKeys], book: Notebook) -> None:
    """Withhold both of two definitive assignments whose days overlap.

    Args:
        files: All files of one period that count, in order of name.
        book: Where decisions are noted.
    """
    entries_by_nip: dict[str, list[Entry]] = {}
    for entry in book.counting(files):
        if entry.has_nip and entry.subject.sifat == Sifat.DEFINITIF.value:
            entries_by_nip.setdefault(entry.subject.nip, []).append(entry)
    for entries in entries_by_nip.values():
        for one, other in combinations(entries, 2):
            _say_waiting((one, other), book)
            shared = _shared_days(one, other)
            if shared is not None and not _are_versions(one, other):
                book.withhold(one, _overlap(one, other, book, shared))
                book.withhold(other, _overlap(other, one, book, shared))


def _say_waiting(pair: Sequence[Entry], book: Notebook) -> None:
    """Say of an assignment whose days are faulty that they cannot be compared; once for it."""
    if _days(pair[0]) is not None and _days(pair[1]) is not None:
        return
    if len({entry.file.file for entry in pair}) > len({entry.file.unit for entry in pair}):
        return  # one unit has sent both: they are compared cell by cell
    for entry in pair:
        subject = entry.subject
        if _days(entry) is None:
            issue = make_issue(
                IssueCode.LTS_30,
                subject.place,
                nip=subject.nip,
                nama=subject.nama,
                aturan="Kemungkinan jabatan definitif rangkap",
                sel=f"Mulai atau Selesai di {subject.place.sheet}, baris {subject.place.row}",
            )
            book.issues += [] if issue in book.issues else [issue]


def _shared_days(one: Entry, other: Entry) -> Days | None:
    mine, theirs = _days(one), _days(other)
    if mine is None or theirs is None:
        return None
    shared = Days(max(mine.first, theirs.first), min(mine.last, theirs.last))
    return shared if shared.first <= shared.last else None


def _days(entry: Entry) -> Days | None:
    mulai, selesai = entry.subject.mulai, entry.subject.selesai
    return None if mulai is None or selesai is None else Days(mulai, selesai)


def _are_versions(one: Entry, other: Entry) -> bool:
    """Tell whether both are the same assignment, sent twice; that has its own message."""
    same_unit = one.file.unit == other.file.unit and one.file.file != other.file.file
    return same_unit and one.subject.mulai == other.subject.mulai


def _overlap(entry: Entry, other: Entry, book: Notebook, shared: Days) -> Issue:
    subject = entry.subject
    return make_issue(
        IssueCode.LTS_04,
        subject.place,
        nip=subject.nip,
        nama=subject.nama,
        tempat_a=_describe(entry, book),
        tempat_b=_describe(other, book),
        awal=show_date(shared.first),
        akhir=show_date(shared.last),
    )


def _describe(entry: Entry, book: Notebook) -> str:
    place = entry.subject.place
    return f"{book.unit_name(entry.file.unit)} ({place.file}, baris {place.row})"
