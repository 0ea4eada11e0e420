"""The file of the ledger: opened for one transaction, readable by its owner only.

It keeps the rollback journal rather than a write-ahead log: one file that can be copied, and that
opens on a disk that can only be read. Whoever reads or writes waits for the other; both are short.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Final

from kinerja_xlsx.ledger import skema

PATIENCE: Final = 10.0
"""Seconds to wait for somebody else who has the ledger open."""
_PRIMARY: Final = 0xFF
_ELSEWHERE: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
    }
)
"""Faults of the disk, of rights or of company; any other is one of the file itself."""
_COMPANIONS: Final = ("", "-journal", "-wal", "-shm")


class DamagedLedgerError(Exception):
    """The file is no ledger, or is damaged."""


class NewerLedgerError(Exception):
    """A newer version of the program has written the ledger; it is left alone."""


class LedgerUnavailableError(Exception):
    """The ledger cannot be read or written now, though nothing is known to be wrong with it."""


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the ledger, made or brought up to date, for one transaction: all of it or nothing.

    Raises:
        DamagedLedgerError: It is damaged or no ledger.
        NewerLedgerError: It is of a newer version.
        LedgerUnavailableError: It cannot be written.
    """
    with _explained():
        _make_private(path)
        with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("BEGIN IMMEDIATE")
            skema.migrate(connection, _known_version(connection))
            yield connection
            connection.execute("COMMIT")


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the ledger as it stands, to read one state of it.

    Raises:
        DamagedLedgerError: It is damaged or no ledger.
        NewerLedgerError: It is of a newer version.
        LedgerUnavailableError: It cannot be read.
    """
    # Opened to write, where it can be: what a killed run left half done is then undone first.
    name = f"{path.resolve().as_uri()}?mode=rw"
    with _explained(), ExitStack() as stack:
        connection = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None, uri=True)
        stack.enter_context(closing(connection))
        connection.execute("BEGIN")
        version = _known_version(connection)
        if version < len(skema.STEPS):
            # The next run brings the file up to date; until then a copy in memory does.
            connection.execute("COMMIT")
            copy = stack.enter_context(closing(sqlite3.connect(":memory:", isolation_level=None)))
            connection.backup(copy)
            skema.migrate(copy, version)
            connection = copy
        yield connection


def _known_version(connection: sqlite3.Connection) -> int:
    version = skema.version_of(connection)
    if version < 0:
        raise DamagedLedgerError
    if version > len(skema.STEPS):
        raise NewerLedgerError
    return version


@contextmanager
def _explained() -> Iterator[None]:
    """Sort the faults of SQLite and of the system into those that a caller can answer."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is not None and code & _PRIMARY in _ELSEWHERE:
            raise LedgerUnavailableError(str(error)) from error
        raise DamagedLedgerError(str(error)) from error
    except OSError as error:
        raise LedgerUnavailableError(str(error)) from error


def _make_private(path: Path) -> None:
    """Let the file be its owner's alone before anything stands in it; its journal takes after it.

    Raises:
        OSError: It cannot be made.
    """
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


def set_aside(path: Path) -> Path:
    """Move a damaged ledger out of the way, to a name that nothing has yet.

    Raises:
        LedgerUnavailableError: It cannot be moved.
    """
    number = 1
    while (aside := path.with_name(f"{path.stem}.rusak-{number}{path.suffix}")).exists():
        number += 1
    with _explained():
        for ending in _COMPANIONS:
            old = path.with_name(path.name + ending)
            if old.exists():
                old.replace(aside.with_name(aside.name + ending))
    return aside
