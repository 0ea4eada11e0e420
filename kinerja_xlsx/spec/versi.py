"""Versions of a template, and how an older one is read as the one in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Migrasi:
    """What changed since one older version of a template.

    Sheets and headings are named as they are today, except where the old name is asked for.

    Attributes:
        dari: The older version.
        catatan: What is different, as an Indonesian clause for the people who read the notice.
        lembar: (old name, name now) of renamed sheets.
        judul: (sheet, old heading, heading now) of renamed columns.
        isi: (sheet, heading, old value, value now) of renamed values.
        kolom_baru: (sheet, heading) of columns that it did not have; never required ones.
        kolom_lama: (sheet, old heading) of columns that are not read any more.
    """

    dari: str
    catatan: str
    lembar: tuple[tuple[str, str], ...] = ()
    judul: tuple[tuple[str, str, str], ...] = ()
    isi: tuple[tuple[str, str, str, str], ...] = ()
    kolom_baru: tuple[tuple[str, str], ...] = ()
    kolom_lama: tuple[tuple[str, str], ...] = ()


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
