"""Lines of all assignments to the agency's tables; the only module that knows pandas.

Every column stays an object: pandas would make floats of NIP and decimals, and of blanks beside
them, as soon as it may choose. Scores are counted, never averaged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

import pandas as pd

from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.rekap import BarisPegawai, BarisSebaran, BarisUnit, Kiriman
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import Distribusi
from kinerja_xlsx.score.distribusi import people_of
from kinerja_xlsx.score.jejak import to_decimal

_BELUM: Final = "belum ditetapkan"
_DITETAPKAN: Final = "ditetapkan"
_DITAHAN: Final = PenugasanStatus.DITAHAN.value
_TIDAK_DINILAI: Final = PenugasanStatus.TIDAK_DINILAI.value
_TIDAK_DIKIRIM: Final = PenugasanStatus.TIDAK_DIKIRIM.value
_OUTCOMES: Final = (_DITETAPKAN, _BELUM, _DITAHAN, _TIDAK_DINILAI, _TIDAK_DIKIRIM)


def sort_pegawai(rows: Sequence[BarisPegawai]) -> tuple[BarisPegawai, ...]:
    """Sort lines by unit, NIP, first day and sifat, whatever order the files came in."""
    return tuple(
        sorted(rows, key=lambda row: (row.unit, row.nip, row.mulai or date.min, row.sifat))
    )


def rekap_unit(
    rows: Sequence[BarisPegawai],
    *,
    units: Mapping[str, tuple[str, str]],
    distribusi: Mapping[str, Distribusi],
) -> tuple[BarisUnit, ...]:
    """Make one line per unit, sorted by Kode Unit.

    Args:
        rows: Lines of all assignments of one period.
        units: Kode Unit to name and Kode Induk, of all units that should send.
        distribusi: Kode Unit to its distribution, of the units that sent.
    """
    codes = sorted({*units, *distribusi, *(row.unit for row in rows)})
    frame = pd.DataFrame(
        {"unit": [row.unit for row in rows], "hasil": [_outcome(row) for row in rows]},
        dtype=object,
    )
    table = pd.crosstab(frame["unit"], frame["hasil"])
    table = table.reindex(index=codes, columns=list(_OUTCOMES), fill_value=0)  # true zeros
    counts_by_unit = zip(codes, table.to_numpy(), strict=True)
    return tuple(
        _unit_line(
            code,
            {name: int(count) for name, count in zip(_OUTCOMES, counts, strict=True)},
            names=units.get(code, (code, "")),
            distribusi=distribusi.get(code),
        )
        for code, counts in counts_by_unit
    )


def rekap_sebaran(rows: Sequence[BarisPegawai]) -> tuple[BarisSebaran, ...]:
    """Count the people of the whole agency by predikat, best first.

    Each person counts once, by the last definitive assignment, whatever the unit.
    """
    found = [row.predikat.name for row in people_of(rows) if row.predikat is not None]
    counts = pd.Series(found, dtype=object).value_counts()
    counts = counts.reindex([predikat.name for predikat in Predikat], fill_value=0)
    return tuple(
        BarisSebaran(predikat, int(count), _persen(int(count), len(found)))
        for predikat, count in zip(Predikat, counts, strict=True)
    )


def _outcome(row: BarisPegawai) -> str:
    """Name what became of an assignment; accepted ones split by whether they have a predikat."""
    if row.status is PenugasanStatus.DINILAI:
        return _BELUM if row.predikat is None else _DITETAPKAN
    return str(row.status.value)


def _unit_line(
    kode: str,
    outcomes: Mapping[str, int],
    *,
    names: tuple[str, str],
    distribusi: Distribusi | None,
) -> BarisUnit:
    nama, kode_induk = names
    return BarisUnit(
        kode=kode,
        nama=nama,
        kode_induk=kode_induk,
        kiriman=Kiriman.BELUM if distribusi is None else Kiriman.SUDAH,
        dinilai=outcomes[_DITETAPKAN] + outcomes[_BELUM],
        ditahan=outcomes[_DITAHAN],
        tidak_dinilai=outcomes[_TIDAK_DINILAI],
        tidak_dikirim=outcomes[_TIDAK_DIKIRIM],
        belum_ditetapkan=outcomes[_BELUM],
        capaian_organisasi=None if distribusi is None else distribusi.capaian_organisasi,
        distribusi=distribusi,
    )


def _persen(part: int, whole: int) -> Decimal | None:
    return None if whole == 0 else to_decimal(Fraction(100 * part, whole))
