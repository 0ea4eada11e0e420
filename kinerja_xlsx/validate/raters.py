"""Raters that nobody knows: neither a person of any unit nor an official."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penugasan import FileKeys, Settings
from kinerja_xlsx.spec.tertahan import blame
from kinerja_xlsx.validate.reconciled import Entry, Notebook
from kinerja_xlsx.validate.suggest import NipList, ask_person, ask_word
from kinerja_xlsx.validate.tertahan import missing_rater


class Known(NamedTuple):
    """Who may rate: people of any unit by NIP, and officials known to the agency."""

    people: NipList
    officials: frozenset[str]


def settle_raters(files: Sequence[FileKeys], book: Notebook) -> None:
    """Withhold whose rater is unknown; the rater's own superior is only asked about.

    Args:
        files: All files of one period that count, in order of name.
        book: Where decisions are noted.
    """
    known = _known(files, book.settings)
    for entry in book.counting(files):
        subject = entry.subject
        if subject.status is PenugasanStatus.TIDAK_DINILAI:
            continue
        if _is_unknown(subject.penilai, entry.file, known):
            place = entry.key.place_penilai
            book.withhold(
                entry, _unknown(entry, subject.penilai, place=place, known=known, book=book)
            )
        if _is_unknown(subject.atasan_penilai, entry.file, known):
            place = entry.key.place_atasan
            issue = _unknown(entry, subject.atasan_penilai, place=place, known=known, book=book)
            book.issues.append(replace(issue, severity=Severity.PERINGATAN))


def _known(files: Sequence[FileKeys], settings: Settings | None) -> Known:
    people: dict[str, str] = {}
    if settings is not None:
        people |= {row.nip: row.nama for row in settings.roster}
    for file in files:
        people |= {key.subject.nip: key.subject.nama for key in file.subjects if key.in_pegawai}
    officials = settings.pejabat if settings is not None else ()
    return Known(NipList(people), frozenset(row.kode for row in officials))


def _is_unknown(rater: str, file: FileKeys, known: Known) -> bool:
    """Tell whether a rater is stated and known nowhere; a faulty cell states none."""
    if not rater:
        return False
    return not (rater in known.people or rater in file.pejabat or rater in known.officials)


def _unknown(entry: Entry, rater: str, *, place: Place, known: Known, book: Notebook) -> Issue:
    officials = sorted(entry.file.pejabat | known.officials)
    is_nip = rater.isdecimal()
    named = {row.kode: row.nama for row in (book.settings.pejabat if book.settings else ())}
    nearest = ask_person(rater, named | dict(known.people.nama_by_nip)) or ask_word(
        rater, officials
    )
    issue = make_issue(
        IssueCode.LTS_06,
        place,
        nip=entry.subject.nip,
        nama=entry.subject.nama,
        value=rater,
        saran=known.people.ask_nearest(rater) if is_nip else nearest,
    )
    return blame(issue, missing_rater(book.settings, rater))
