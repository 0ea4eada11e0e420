"""The four ways to refuse a whole file, so that each reads as one word where it is raised."""

from __future__ import annotations

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError


def other_kind(jenis: str, saran: str) -> UnreadableFileError:
    """The bytes are something else than a workbook; `saran` is the whole remedy."""
    return UnreadableFileError(IssueCode.BRK_01, jenis=jenis, saran=saran)


def damaged(sebab: str) -> UnreadableFileError:
    """The package is cut off or its parts do not fit together."""
    return UnreadableFileError(IssueCode.BRK_04, sebab=sebab)


def too_big(ukuran: str, batas: str) -> UnreadableFileError:
    """More bytes, parts or cells than any honest workbook of ours has."""
    return UnreadableFileError(IssueCode.BRK_08, ukuran=ukuran, batas=batas)


def unusual(sebab: str) -> UnreadableFileError:
    """Something that no Office program writes, or that two readings see differently."""
    return UnreadableFileError(IssueCode.BRK_19, sebab=sebab)
