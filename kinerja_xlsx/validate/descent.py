"""Which files are replaced by their correction, and which only repeat another."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penugasan import FileKeys
from kinerja_xlsx.validate.reconciled import Notebook


def settle_descent(files: Sequence[FileKeys], book: Notebook) -> list[FileKeys]:
    """Set aside files that a later round replaces, then copies; never by date.

    Args:
        files: Files of one period, in order of name.
        book: Where decisions are noted.

    Returns:
        The files that are left, in the same order.
    """
    newest: list[FileKeys] = []
    for file in files:
        later = [other for other in files if _replaces(other, file)]
        if not later:
            newest.append(file)
            continue
        successor = max(later, key=lambda other: (_round(other), _reversed(other, files)))
        book.superseded[file.file] = successor.file
        _notice(IssueCode.LBK_03, file, successor, book=book)
    return _drop_copies(newest, book)


def _drop_copies(files: Sequence[FileKeys], book: Notebook) -> list[FileKeys]:
    kept: dict[str, FileKeys] = {}
    for file in files:
        first = kept.setdefault(file.data_hash, file)
        if first is not file:
            book.duplicates[file.file] = first.file
            _notice(IssueCode.LBK_01, file, first, book=book)
    return list(kept.values())


def _replaces(later: FileKeys, earlier: FileKeys) -> bool:
    """Tell whether a file is a correction of another, or a later round of the same one."""
    if _round(later) <= _round(earlier):
        return False
    return earlier.data_hash in later.ancestors or _root(later) == _root(earlier)


def _round(file: FileKeys) -> int:
    return len(file.ancestors)


def _root(file: FileKeys) -> str:
    return file.ancestors[0] if file.ancestors else file.data_hash


def _reversed(file: FileKeys, files: Sequence[FileKeys]) -> int:
    """Rank files so that among equal rounds the first by name is named."""
    return -files.index(file)


def _notice(code: IssueCode, file: FileKeys, other: FileKeys, *, book: Notebook) -> None:
    book.issues.append(make_issue(code, Place(file.file), lain=other.file))
