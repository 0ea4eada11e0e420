"""Reading the ledger: runs, and what stands recorded of a unit or a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from kinerja_xlsx.ledger.berkas import DamagedLedgerError, reading
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.nip import mask_nip
from kinerja_xlsx.model.riwayat import NilaiTercatat, RunTercatat, UnitTercatat
from kinerja_xlsx.model.verifikasi import Formulir, FormulirTercatat, JenisFormulir

_RUNS: Final = """
    SELECT nomor, started, program,
        (SELECT group_concat(period, ' ') FROM periods WHERE periods.nomor = runs.nomor),
        (SELECT count(*) FROM files WHERE files.nomor = runs.nomor),
        (SELECT CAST(total(evaluated) AS INTEGER) FROM periods WHERE periods.nomor = runs.nomor),
        (SELECT CAST(total(withheld) AS INTEGER) FROM periods WHERE periods.nomor = runs.nomor),
        exit_code
    FROM runs ORDER BY nomor"""
_PEGAWAI: Final = """
    SELECT nomor, started, period, unit, nip, sifat, mulai, ke, status, capaian, lengkap, usulan,
        hasil_kerja, perilaku, predikat
    FROM scores JOIN runs USING (nomor) WHERE nip = ? ORDER BY id"""
_UNIT: Final = """
    SELECT nomor, started, period, unit, kiriman, dinilai, ditahan, tidak_dinilai, tidak_dikirim,
        belum_ditetapkan, capaian_organisasi, sangat_baik, baik, butuh_perbaikan, kurang,
        sangat_kurang, diharapkan, sebaran,
        (SELECT CAST(total(corrected) AS INTEGER) FROM files
            WHERE files.unit = latest_units.unit AND files.period = latest_units.period
            AND files.nomor = (SELECT max(nomor) FROM files AS last
                WHERE last.unit = latest_units.unit AND last.period = latest_units.period)),
        (SELECT count(DISTINCT sha256) FROM files
            WHERE files.unit = latest_units.unit AND files.period = latest_units.period),
        (SELECT count(*) - count(DISTINCT nip || '|' || sifat || '|' || mulai || '|' || ke)
            FROM scores
            WHERE scores.unit = latest_units.unit AND scores.period = latest_units.period)
    FROM latest_units JOIN runs USING (nomor) WHERE unit = ?"""
_FORM: Final = """
    SELECT forms.kode, forms.jenis, forms.period, forms.unit, forms.nip, forms.sifat, forms.mulai,
        started, latest_forms.kode
    FROM forms JOIN runs ON runs.nomor = forms.nomor
        JOIN latest_forms USING (period, jenis, unit, nip, sifat, mulai)
    WHERE forms.kode = ? ORDER BY forms.id DESC LIMIT 1"""
_ABOUT: Final = MappingProxyType(
    {
        "scores": "SELECT count(*) FROM scores WHERE nip = :nip",
        "forms": "SELECT count(*) FROM forms WHERE nip = :nip",
        "issues": "SELECT count(*) FROM issues WHERE nip = :masked",
        "files": "SELECT count(*) FROM files WHERE instr(file, :nip)",
        "outputs": "SELECT count(*) FROM outputs WHERE instr(path, :nip)",
    }
)
"""Where a person is named: by NIP, by masked NIP, or in the name of a file."""
_FIRST_COUNT: Final = 11
"""Position of the first predikat among the columns of a unit."""


class Reader:
    """Answers from one state of the ledger."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def runs(self) -> tuple[RunTercatat, ...]:
        """List all runs, oldest first."""
        return tuple(
            RunTercatat(nomor, mulai, program, _periods(codes), *counts)
            for nomor, mulai, program, codes, *counts in self._rows(_RUNS)
        )

    def pegawai(self, nip: str) -> tuple[NilaiTercatat, ...]:
        """List everything recorded of one person, as it was recorded."""
        return tuple(_nilai(row) for row in self._rows(_PEGAWAI, nip))

    def unit(self, kode: str) -> tuple[UnitTercatat, ...]:
        """Tell how one unit stands in each period."""
        return tuple(_unit(row) for row in self._rows(_UNIT, kode))

    def formulir(self, kode: str) -> FormulirTercatat | None:
        """Tell which form bore a code when it was last recorded; None where none ever did."""
        row = next(iter(self._rows(_FORM, kode)), None)
        return None if row is None else _formulir(row)

    def unit_codes(self) -> tuple[str, ...]:
        """List the units that are recorded."""
        return tuple(row[0] for row in self._rows("SELECT DISTINCT unit FROM units ORDER BY 1"))

    def nip_known(self) -> tuple[str, ...]:
        """List whom anything is recorded of."""
        query = "SELECT DISTINCT nip FROM scores WHERE nip <> '' ORDER BY 1"
        return tuple(row[0] for row in self._rows(query))

    def rows_about(self, nip: str) -> tuple[tuple[str, int], ...]:
        """Count the rows of each table that name a person; tables without any are left out."""
        names = {"nip": nip, "masked": mask_nip(nip)}
        counted = (
            (table, int(self._connection.execute(query, names).fetchone()[0]))
            for table, query in _ABOUT.items()
        )
        return tuple((table, number) for table, number in counted if number)

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, values).fetchall()


@contextmanager
def open_reader(path: Path) -> Iterator[Reader]:
    """Open the ledger to read.

    Raises:
        DamagedLedgerError: It is damaged or no ledger.
        NewerLedgerError: It is of a newer version.
        LedgerUnavailableError: It cannot be read, as when there is none.
    """
    with reading(path) as connection:
        yield Reader(connection)


def _periods(codes: str | None) -> tuple[str, ...]:
    return () if codes is None else tuple(codes.split(" "))


def _number(text: str | None) -> Decimal | None:
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation as error:
        raise DamagedLedgerError(text) from error


def _nilai(row: tuple[Any, ...]) -> NilaiTercatat:
    cells: tuple[Any, ...] = (*row[:9], _number(row[9]), bool(row[10]), *row[11:])
    return NilaiTercatat(*cells)


def _formulir(row: tuple[Any, ...]) -> FormulirTercatat:
    kode, jenis, period, unit, nip, sifat, mulai, started, latest = row
    try:
        kind, first = JenisFormulir(jenis), date.fromisoformat(mulai)
    except ValueError as error:
        raise DamagedLedgerError(str(error)) from error
    return FormulirTercatat(Formulir(kode, kind, period, unit, nip, sifat, first), started, latest)


def _unit(row: tuple[Any, ...]) -> UnitTercatat:
    first, last = row[:_FIRST_COUNT], row[_FIRST_COUNT + len(Predikat) :]
    counts = row[_FIRST_COUNT : _FIRST_COUNT + len(Predikat)]
    sebaran = tuple(
        (predikat.value, count)
        for predikat, count in zip(Predikat, counts, strict=True)
        if count is not None
    )
    cells: tuple[Any, ...] = (*first, sebaran, *last)
    return UnitTercatat(*cells)
