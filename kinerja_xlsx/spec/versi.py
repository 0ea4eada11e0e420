"""Versions of a template, and how an older one is read as the one in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Migrasi:
    """What changed since one older version of a template.

    Attributes:
        dari: The older version.
        catatan: What is different, as an Indonesian clause for the people who read the notice.
        judul: (sheet, old heading, heading now) of renamed columns.
    """

    dari: str
    catatan: str
    judul: tuple[tuple[str, str, str], ...] = ()


def migration_from(version: str, migrations: Sequence[Migrasi]) -> Migrasi | None:
    """Find how a version is read; None where it is not known any more, or not yet."""
    return next((one for one in migrations if one.dari == version), None)


def is_newer(version: str, than: str) -> bool:
    """Tell whether a version is newer than another; what is no version is older."""
    return _numbers(version) > _numbers(than)


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.strip().split(".")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return ()
    return tuple(int(part) for part in parts)
