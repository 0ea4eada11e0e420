"""The tables of the ledger, and the steps that bring an older ledger to them.

A released step is never edited: what changes is a further step.
"""

from __future__ import annotations

import sqlite3
from typing import Final

APPLICATION_ID: Final = 0x4B585442
"""Marks the file as a ledger of ours, for this program and for `file`."""
_TABLES: Final = ("runs", "periods", "files", "issues", "scores", "units", "outputs")


def _only_appended(table: str) -> tuple[str, str]:
    """Let the file itself refuse to change or drop what was written."""
    refused = "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    return (
        f"CREATE TRIGGER {table}_keep BEFORE UPDATE ON {table} {refused}",
        f"CREATE TRIGGER {table}_stay BEFORE DELETE ON {table} {refused}",
    )


_FIRST: Final = (
    """CREATE TABLE runs (
        nomor INTEGER PRIMARY KEY, run TEXT NOT NULL, started TEXT NOT NULL,
        seconds REAL NOT NULL, program TEXT NOT NULL, settings_sha256 TEXT,
        exit_code INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE periods (
        nomor INTEGER NOT NULL REFERENCES runs, period TEXT NOT NULL, policy TEXT,
        evaluated INTEGER NOT NULL, withheld INTEGER NOT NULL, not_evaluated INTEGER NOT NULL,
        not_sent INTEGER NOT NULL, PRIMARY KEY (nomor, period)
    ) STRICT""",
    """CREATE TABLE files (
        nomor INTEGER NOT NULL REFERENCES runs, file TEXT NOT NULL, sha256 TEXT, unit TEXT,
        period TEXT, verdict TEXT NOT NULL, accepted INTEGER, corrected INTEGER,
        withheld INTEGER, ignored INTEGER
    ) STRICT""",
    """CREATE TABLE issues (
        nomor INTEGER NOT NULL REFERENCES runs, code TEXT NOT NULL, severity TEXT NOT NULL,
        file TEXT, sheet TEXT, cell TEXT, heading TEXT, nip TEXT, occurrences INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE scores (
        id INTEGER PRIMARY KEY, nomor INTEGER NOT NULL REFERENCES runs, period TEXT NOT NULL,
        unit TEXT NOT NULL, nip TEXT NOT NULL, sifat TEXT NOT NULL, mulai TEXT NOT NULL,
        ke INTEGER NOT NULL, selesai TEXT, status TEXT NOT NULL, capaian TEXT,
        lengkap INTEGER NOT NULL, usulan TEXT, hasil_kerja TEXT, perilaku TEXT, predikat TEXT
    ) STRICT""",
    """CREATE TABLE units (
        id INTEGER PRIMARY KEY, nomor INTEGER NOT NULL REFERENCES runs, period TEXT NOT NULL,
        unit TEXT NOT NULL, kiriman TEXT NOT NULL, dinilai INTEGER NOT NULL,
        ditahan INTEGER NOT NULL, tidak_dinilai INTEGER NOT NULL,
        tidak_dikirim INTEGER NOT NULL, belum_ditetapkan INTEGER NOT NULL,
        capaian_organisasi TEXT, sangat_baik INTEGER, baik INTEGER, butuh_perbaikan INTEGER,
        kurang INTEGER, sangat_kurang INTEGER, diharapkan INTEGER, sebaran TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE outputs (
        nomor INTEGER NOT NULL REFERENCES runs, period TEXT, path TEXT NOT NULL,
        sha256 TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX scores_key ON scores (period, unit, nip, sifat, mulai, ke, id)",
    "CREATE INDEX scores_nip ON scores (nip)",
    "CREATE INDEX units_key ON units (period, unit, id)",
    "CREATE INDEX files_unit ON files (unit, period)",
    # max() makes SQLite take the other columns from the row that has it.
    """CREATE VIEW latest_scores AS
        SELECT max(id) AS id, nomor, period, unit, nip, sifat, mulai, ke, selesai, status,
            capaian, lengkap, usulan, hasil_kerja, perilaku, predikat
        FROM scores GROUP BY period, unit, nip, sifat, mulai, ke""",
    """CREATE VIEW latest_units AS
        SELECT max(id) AS id, nomor, period, unit, kiriman, dinilai, ditahan, tidak_dinilai,
            tidak_dikirim, belum_ditetapkan, capaian_organisasi, sangat_baik, baik,
            butuh_perbaikan, kurang, sangat_kurang, diharapkan, sebaran
        FROM units GROUP BY period, unit""",
    *(statement for table in _TABLES for statement in _only_appended(table)),
)
_FORMS: Final = (
    """CREATE TABLE forms (
        id INTEGER PRIMARY KEY, nomor INTEGER NOT NULL REFERENCES runs, period TEXT NOT NULL,
        jenis TEXT NOT NULL, unit TEXT NOT NULL, nip TEXT NOT NULL, sifat TEXT NOT NULL,
        mulai TEXT NOT NULL, kode TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX forms_key ON forms (period, jenis, unit, nip, sifat, mulai, id)",
    "CREATE INDEX forms_kode ON forms (kode)",
    """CREATE VIEW latest_forms AS
        SELECT max(id) AS id, nomor, period, jenis, unit, nip, sifat, mulai, kode
        FROM forms GROUP BY period, jenis, unit, nip, sifat, mulai""",
    *_only_appended("forms"),
)
"""Verification codes of printed forms, so that an old print can still be told whose it was."""
STEPS: Final[tuple[tuple[str, ...], ...]] = (_FIRST, _FORMS)
"""Each brings a ledger from the version of its position to the next; the first makes it."""


def version_of(connection: sqlite3.Connection) -> int:
    """Tell the version of a ledger; 0 for an empty file, -1 for a database of somebody else."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    if owner == APPLICATION_ID:
        return int(version)
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return -1 if tables or version or owner else 0


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Take the steps that a ledger of this version lacks; to be called inside a transaction."""
    for step in STEPS[version:]:
        for statement in step:
            connection.execute(statement)
    if version < len(STEPS):
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
