"""Several files of one unit and period, compared assignment by assignment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penugasan import Checked, FileKeys, Penugasan
from kinerja_xlsx.validate.compare import CellPair, differing_cells
from kinerja_xlsx.validate.reconciled import Entry, Notebook
from kinerja_xlsx.validate.shown import count_text

Loader = Callable[[str], Checked]

_SHOWN_PAIRS: Final = 3
_SOME: Final = "beberapa"
_NO_CELL: Final = "–"


def merge_files(files: Sequence[FileKeys], book: Notebook, load: Loader) -> None:
    """Count equal assignments once, and withhold those that differ.

    Args:
        files: The files of one unit and period, in order of name.
        book: Where decisions are noted.
        load: Gives a checked file; called only for files with differing data.
    """
    if len(files) == 1:
        return
    first = files[0]
    book.issues.append(
        make_issue(
            IssueCode.LBK_02,
            Place(first.file),
            unit=first.unit,
            periode=first.period.code,
            jumlah=count_text(len(files)),
        )
    )
    entries_by_key: dict[tuple[object, ...], list[Entry]] = {}
    damaged: dict[tuple[object, ...], str] = {}
    for entry in book.counting(files):
        subject = entry.subject
        key = (subject.nip, subject.sifat, subject.mulai)
        if entry.has_nip:
            entries_by_key.setdefault(key, []).append(entry)
        elif damaged.setdefault((subject.nama, *key), entry.file.file) != entry.file.file:
            book.repeated.add(entry.id)  # not compared, but still the same person
    for entries in entries_by_key.values():
        if len({entry.file.file for entry in entries}) > 1:
            _merge_entries(entries, book, load)


def _merge_entries(entries: Sequence[Entry], book: Notebook, load: Loader) -> None:
    """Keep one of each version; an assignment not filled in yields to one that is."""
    filled = [entry for entry in entries if not entry.is_unfilled]
    versions: list[Entry] = []
    for entry in filled or entries[:1]:
        same = next((one for one in versions if _is_same(one, entry, load)), None)
        if same is None:
            versions.append(entry)
        else:
            book.ignored[entry.id] = same.file.file
    for entry in entries:
        if entry.is_unfilled and entry is not versions[0]:
            book.ignored[entry.id] = versions[0].file.file
    if len(versions) > 1:
        _hold_versions(versions, book, load)


def _hold_versions(versions: Sequence[Entry], book: Notebook, load: Loader) -> None:
    """Withhold every version of an assignment, each against another one; it counts once."""
    book.repeated |= {entry.id for entry in versions[1:]}
    for position, entry in enumerate(versions):
        other = versions[1] if position == 0 else versions[0]
        pairs = _cells(entry, other, load)
        book.withhold(entry, _conflict(entry, other, pairs))


def _conflict(entry: Entry, other: Entry, pairs: Sequence[CellPair] | None) -> Issue:
    subject = entry.subject
    own, others = subject.place, other.subject.place
    shown = [(own, others)] if pairs is None else pairs[:_SHOWN_PAIRS]
    cells = ", ".join(f"{_address(mine)} ↔ {_address(theirs)}" for mine, theirs in shown)
    more = pairs is not None and len(pairs) > _SHOWN_PAIRS
    place = next((mine for mine, _ in shown if mine is not None), own)
    return make_issue(
        IssueCode.LBK_04,
        place,
        nip=subject.nip,
        nama=subject.nama,
        lain=other.file.file,
        jumlah=_SOME if pairs is None else count_text(len(pairs)),
        sel=f"{cells}, …" if more else cells,
    )


def _address(place: Place | None) -> str:
    return _NO_CELL if place is None else f"{place.sheet}!{place.cell or place.row}"


def _is_same(one: Entry, other: Entry, load: Loader) -> bool:
    """Tell whether two versions hold the same values, whatever their spelling or order."""
    if one.subject.data_hash == other.subject.data_hash:
        return True
    return _cells(one, other, load) == []


def _cells(one: Entry, other: Entry, load: Loader) -> list[CellPair] | None:
    """List the cells that differ; None when one version is withheld for its own errors."""
    mine, theirs = _penugasan(one, load), _penugasan(other, load)
    if mine is None or theirs is None:
        return None
    return differing_cells(mine, theirs)


def _penugasan(entry: Entry, load: Loader) -> Penugasan | None:
    return load(entry.file.file).subjects[entry.key.index].penugasan
