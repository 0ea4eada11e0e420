"""Bytes to Submission: what a file really is, whether it is safe, and where its cells stand."""

from __future__ import annotations

from kinerja_xlsx.read.cari import find_nip, has_nip
from kinerja_xlsx.read.jumlah import count_nip, count_people
from kinerja_xlsx.read.penanda import read_mark
from kinerja_xlsx.read.snapshot import Snapshot, is_lock_file, is_system_file, take_snapshot
from kinerja_xlsx.read.submission import read_submission
from kinerja_xlsx.read.utuh import is_whole

__all__ = [
    "Snapshot",
    "count_nip",
    "count_people",
    "find_nip",
    "has_nip",
    "is_lock_file",
    "is_system_file",
    "is_whole",
    "read_mark",
    "read_submission",
    "take_snapshot",
]
