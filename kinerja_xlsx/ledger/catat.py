"""Appending what a run came to: facts, files, issues and outputs, and the scores that changed."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Final

from kinerja_xlsx.ledger.berkas import writing
from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.nip import NIP_LENGTH, mask_nip
from kinerja_xlsx.model.rekap import BarisPegawai, BarisUnit
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.run_facts import RunFacts
from kinerja_xlsx.model.run_result import BarisBerkas, PeriodResult, RunResult

GONE: Final = "tidak ada lagi"
"""Stands as the status of what an earlier run had and this one has not."""
Cell = str | int | None
Key = tuple[Cell, ...]
Rows = Mapping[Key, tuple[Cell, ...]]
_SCORE_GONE: Final = (None, GONE, None, 1, None, None, None, None)
_UNIT_GONE: Final = (GONE, 0, 0, 0, 0, 0, None, None, None, None, None, None, None, "")
_LATEST_SCORES: Final = """
    SELECT unit, nip, sifat, mulai, ke, selesai, status, capaian, lengkap, usulan, hasil_kerja,
        perilaku, predikat
    FROM latest_scores WHERE period = ?"""
_LATEST_UNITS: Final = """
    SELECT unit, kiriman, dinilai, ditahan, tidak_dinilai, tidak_dikirim, belum_ditetapkan,
        capaian_organisasi, sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang,
        diharapkan, sebaran
    FROM latest_units WHERE period = ?"""
_ADD_SCORE: Final = """
    INSERT INTO scores (nomor, period, unit, nip, sifat, mulai, ke, selesai, status, capaian,
        lengkap, usulan, hasil_kerja, perilaku, predikat)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_ADD_UNIT: Final = """
    INSERT INTO units (nomor, period, unit, kiriman, dinilai, ditahan, tidak_dinilai,
        tidak_dikirim, belum_ditetapkan, capaian_organisasi, sangat_baik, baik, butuh_perbaikan,
        kurang, sangat_kurang, diharapkan, sebaran)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""

_LATEST_FORMS: Final = """
    SELECT jenis, period, unit, nip, sifat, mulai, kode FROM latest_forms WHERE period = ?"""
_ADD_FORM: Final = """
    INSERT INTO forms (nomor, jenis, period, unit, nip, sifat, mulai, kode)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""


def record_run(path: Path, result: RunResult, facts: RunFacts) -> None:
    """Append a whole run, or nothing of it.

    Raises:
        DamagedLedgerError: The ledger is damaged or none.
        NewerLedgerError: It is of a newer version.
        LedgerUnavailableError: It cannot be written.
    """
    with writing(path) as connection:
        nomor = _add_run(connection, result, facts)
        connection.executemany(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((nomor, *_file_cells(file)) for file in result.files),
        )
        connection.executemany(
            "INSERT INTO issues VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((nomor, *_issue_cells(issue)) for issue in result.issues),
        )
        for period in result.periods:
            connection.executemany(
                "INSERT INTO outputs VALUES (?, ?, ?, ?)",
                ((nomor, period.period, one.path, one.sha256) for one in period.outputs),
            )
            _add_forms(connection, nomor, period)
            if period.period is not None:
                _add_period(connection, nomor, period, policy=dict(facts.policies))


def _add_run(connection: sqlite3.Connection, result: RunResult, facts: RunFacts) -> int:
    cursor = connection.execute(
        "INSERT INTO runs (run, started, seconds, program, settings_sha256, exit_code) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            result.run,
            facts.started.isoformat(timespec="seconds"),
            round(facts.seconds, 3),
            facts.program,
            facts.settings_sha256,
            int(result.exit_code),
        ),
    )
    return int(cursor.lastrowid or -1)


def _file_cells(file: BarisBerkas) -> tuple[Cell, ...]:
    rows = file.rows
    counts = (
        (None,) * 4
        if rows is None
        else (rows.accepted, rows.corrected, rows.withheld, rows.ignored)
    )
    return file.file, file.sha256, file.unit, file.period, file.verdict.value, *counts


def _issue_cells(issue: Issue) -> tuple[Cell, ...]:
    place = issue.place
    nip = None if issue.nip is None else mask_nip(_digits(issue.nip))
    return (
        issue.code.value,
        issue.severity.value,
        place.file or None,
        place.sheet,
        place.cell,
        place.heading,
        nip,
        issue.occurrences,
    )


def _add_period(
    connection: sqlite3.Connection, nomor: int, period: PeriodResult, *, policy: Mapping[str, str]
) -> None:
    code, people = period.period or "", period.people
    counts = people.evaluated, people.withheld, people.not_evaluated, people.not_sent
    connection.execute(
        "INSERT INTO periods VALUES (?, ?, ?, ?, ?, ?, ?)",
        (nomor, code, policy.get(code), *counts),
    )
    stays = frozenset(period.unread_units)
    before = _latest(connection, _LATEST_SCORES, code, 5)
    changed = _changes(before, dict(_scores(period.employees)), _SCORE_GONE, stays)
    connection.executemany(_ADD_SCORE, ((nomor, code, *row) for row in changed))
    before = _latest(connection, _LATEST_UNITS, code, 1)
    changed = _changes(before, dict(_units(period.units)), _UNIT_GONE, frozenset())
    connection.executemany(_ADD_UNIT, ((nomor, code, *row) for row in changed))


def _add_forms(connection: sqlite3.Connection, nomor: int, period: PeriodResult) -> None:
    """Append the codes that differ from the last ones of the same forms."""
    before = {row[:-1]: row[-1] for row in connection.execute(_LATEST_FORMS, (period.period,))}
    connection.executemany(
        _ADD_FORM,
        (
            (nomor, *form.key, form.kode)
            for form in period.forms
            if before.get(form.key) != form.kode
        ),
    )


def _latest(connection: sqlite3.Connection, query: str, period: str, width: int) -> Rows:
    """Read what stands last of one period, by the first columns."""
    return {row[:width]: row[width:] for row in connection.execute(query, (period,))}


def _changes(
    before: Rows, now: Rows, gone: tuple[Cell, ...], stays: frozenset[str]
) -> Iterator[tuple[Cell, ...]]:
    """Give what is new or differs, and what is gone; units of which a file is unread keep theirs.

    A key begins with the unit.
    """
    for key, values in now.items():
        if before.get(key) != values:
            yield *key, *values
    for key, values in before.items():
        if key not in now and values != gone and key[0] not in stays:
            yield *key, *gone


def _scores(lines: Iterable[BarisPegawai]) -> Iterator[tuple[Key, tuple[Cell, ...]]]:
    """Give each assignment that counts; those with the same key are numbered as they come."""
    seen: Counter[Key] = Counter()
    for line in lines:
        if line.status is PenugasanStatus.DIABAIKAN:
            continue
        key = (line.unit, _digits(line.nip), line.sifat, _day(line.mulai) or "")
        seen[key] += 1
        yield (
            (*key, seen[key]),
            (
                _day(line.selesai),
                line.status.value,
                None if line.capaian is None else str(line.capaian),
                int(line.lengkap),
                _word(line.usulan),
                _word(line.rating_hasil_kerja),
                _word(line.rating_perilaku),
                _word(line.predikat),
            ),
        )


def _units(lines: Iterable[BarisUnit]) -> Iterator[tuple[Key, tuple[Cell, ...]]]:
    for line in lines:
        counts = dict(line.distribusi.counts) if line.distribusi else {}
        yield (
            (line.kode,),
            (
                line.kiriman.value,
                line.dinilai,
                line.ditahan,
                line.tidak_dinilai,
                line.tidak_dikirim,
                line.belum_ditetapkan,
                _word(line.capaian_organisasi),
                *(counts.get(predikat) for predikat in Predikat),
                line.distribusi.expected if line.distribusi else None,
                line.sebaran.value,
            ),
        )


def _digits(nip: str) -> str:
    """Keep a NIP; what is none was typed by somebody, and may be a name."""
    return nip if len(nip) == NIP_LENGTH and nip.isascii() and nip.isdecimal() else ""


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _word(value: Enum | None) -> str | None:
    return None if value is None else str(value.value)
