"""Assignments of the same person in several periods, for the tests that go over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from kinerja_xlsx.model.law import Agregasi, Sifat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.score.sejarah import Sejarah, Tergabung, gather
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penugasan import Penugasan
from tests.unit.score.rows import PARAMETERS, indikator, penugasan

QUARTER = Period.parse("2026-TW1")
YEAR = Period.parse("2026")
JAN, FEB, MAR = (Period.parse(f"2026-0{month}") for month in (1, 2, 3))
UNIT = "DINKES"


def in_period(
    period: Period,
    *rows: HasilKerjaRow,
    unit: str = UNIT,
    sifat: Sifat = Sifat.DEFINITIF,
    days: tuple[date, date] | None = None,
) -> Penugasan:
    """Draw an assignment over a whole period, or over some of its days."""
    drawn = penugasan(*rows)
    row = drawn.pegawai.row.model_copy(update={"sifat": sifat})
    mulai, selesai = days or (period.first, period.last)
    return replace(
        drawn,
        unit=unit,
        pegawai=drawn.pegawai._replace(row=row),
        mulai=mulai,
        selesai=selesai,
    )


def quarter(*rows: HasilKerjaRow, **more: Any) -> Penugasan:
    return in_period(QUARTER, *rows, **more)


def blank(no: str = "1.1", **more: Any) -> HasilKerjaRow:
    return indikator(no, **{"target": 300, "agregasi": Agregasi.JUMLAH, **more})


def filled(realisasi: object, no: str = "1.1", **more: Any) -> HasilKerjaRow:
    return indikator(no, **{"target": 100, "realisasi": realisasi, **more})


def history(accepted: Mapping[Period, Sequence[Penugasan]]) -> Sejarah:
    return Sejarah.of(UNIT, accepted)


def gathered(
    own: Penugasan,
    accepted: Mapping[Period, Sequence[Penugasan]],
    *,
    period: Period = QUARTER,
    rencana: Penugasan | None = None,
) -> Tergabung:
    return gather(own, period, history(accepted), rencana=rencana, parameters=PARAMETERS)


def months(*realisasi: object) -> dict[Period, list[Penugasan]]:
    return {
        month: [in_period(month, filled(value))]
        for month, value in zip((JAN, FEB, MAR), realisasi, strict=False)
    }


def rolled(found: Tergabung, no: str = "1.1") -> Decimal:
    realisasi = found.gabungan[no].figures.realisasi
    return Decimal(realisasi.numerator) / realisasi.denominator
