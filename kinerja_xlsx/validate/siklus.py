"""Raters in a circle: A rates B, B rates C, and C rates A, within a file or across files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penugasan import FileKeys
from kinerja_xlsx.validate.reconciled import Entry, Notebook
from kinerja_xlsx.validate.shown import count_text

_NAMED: Final = 5
_ARROW: Final = " → "


def settle_cycles(files: Sequence[FileKeys], book: Notebook) -> None:
    """Withhold everybody in a circle of raters; who rates himself has a message of his own.

    Definitive posts alone are compared: a Plt may for a while lead those who lead him elsewhere.

    Args:
        files: All files of one period that count, in order of name.
        book: Where decisions are noted.
    """
    entries = [entry for entry in book.counting(files) if _is_compared(entry)]
    names = {entry.subject.nip: entry.subject.nama for entry in entries}
    raters: dict[str, dict[str, None]] = {}
    for entry in entries:
        rater = entry.subject.penilai
        if rater in names and rater != entry.subject.nip:
            raters.setdefault(entry.subject.nip, {})[rater] = None
    for entry in entries:
        circle = _circle(entry.subject.nip, entry.subject.penilai, raters)
        if circle:
            _withhold(entry, circle, names, book)


def _is_compared(entry: Entry) -> bool:
    subject = entry.subject
    return (
        entry.has_nip
        and subject.sifat == Sifat.DEFINITIF.value
        and subject.status is not PenugasanStatus.TIDAK_DINILAI
    )


def _circle(nip: str, rater: str, raters: Mapping[str, Mapping[str, None]]) -> tuple[str, ...]:
    """Find the shortest way from a person over this rater back; empty when there is none."""
    if rater not in raters.get(nip, {}):
        return ()
    ways: list[tuple[str, ...]] = [(nip, rater)]
    seen = {rater}
    for way in ways:  # grows while it is walked
        for following in raters.get(way[-1], {}):
            if following == nip:
                return way
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    return ()


def _withhold(
    entry: Entry, circle: Sequence[str], names: Mapping[str, str], book: Notebook
) -> None:
    shown = [names[nip] or nip for nip in circle[:_NAMED]]
    shown += ["…"] if len(circle) > _NAMED else []
    subject = entry.subject
    book.withhold(
        entry,
        make_issue(
            IssueCode.LTS_05,
            entry.key.place_penilai,
            nip=subject.nip,
            nama=subject.nama,
            value=subject.penilai,
            jumlah=count_text(len(circle)),
            saran=_ARROW.join([*shown, names[circle[0]] or circle[0]]),
        ),
    )
