"""What one office sent before: the months inside the quarter, and the quarter before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, Final

from kinerja_xlsx.model.law import Agregasi, Arah, Keadaan, Sifat
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.run.demo.extras import earlier_kepuasan, split
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penilaian import PenilaianRow

if TYPE_CHECKING:
    from kinerja_xlsx.run.demo.city import CityUnit

MONTHLY_UNIT: Final = "PKM-SINGANDARU"
"""The office that also sends every month, and has sent the quarter before."""
_SHARE_BEFORE: Final = Decimal("0.97")
"""What was reached in the quarter before, of what is reached now."""
_CLIMB: Final = Decimal("0.02")
"""How much less was reached one month earlier, of what is reached in the end."""
_SPREAD: Final = Decimal("0.1")
"""How far the means of two months lie apart; at most, where they near 100 percent."""
_CENT: Final = Decimal("0.01")
_HUNDRED: Final = Decimal(100)


def months_of(unit: CityUnit, period: Period) -> Iterator[tuple[str, CityUnit]]:
    """Make the Isian of every month of a longer period, by code; together they come to it."""
    people = _steady(unit)
    months = period.of_kind(PeriodKind.BULAN)
    for place, month in enumerate(months):
        rows = tuple(
            row.model_copy(
                update={**_of_month(row, place, len(months)), **_proof(row, period, month)}
            )
            for row in unit.hasil_kerja
            if row.nip in people
        )
        yield month.code, _then(unit, month, people, rows)


def period_before(unit: CityUnit, period: Period) -> tuple[str, CityUnit]:
    """Make the Isian of the period before, in which a little less was reached."""
    before = period.previous
    people = _steady(unit)
    rows = tuple(
        row.model_copy(update={**_less(row), **_proof(row, period, before)})
        for row in unit.hasil_kerja
        if row.nip in people
    )
    kepuasan = tuple(map(earlier_kepuasan, unit.kepuasan))
    return before.code, replace(_then(unit, before, people, rows), kepuasan=kepuasan)


def leave_to_months(unit: CityUnit) -> CityUnit:
    """Clear the figures that the months give, so that the quarter is put together from them."""
    people = _steady(unit)
    blank = {"realisasi": None, "pembilang": None, "penyebut": None}
    rows = tuple(
        row.model_copy(update=blank) if row.nip in people else row for row in unit.hasil_kerja
    )
    return replace(unit, hasil_kerja=rows)


def _steady(unit: CityUnit) -> frozenset[str]:
    """List those who served in this office all the time, in one post."""
    return frozenset(
        row.nip
        for row in unit.pegawai
        if row.keadaan is Keadaan.AKTIF and row.sifat is Sifat.DEFINITIF
    )


def _then(
    unit: CityUnit, period: Period, people: frozenset[str], rows: tuple[HasilKerjaRow, ...]
) -> CityUnit:
    return replace(
        unit,
        identitas=unit.identitas.model_copy(
            update={"periode": period.code, "tanggal_pengesahan": None}
        ),
        pegawai=tuple(row for row in unit.pegawai if row.nip in people),
        hasil_kerja=rows,
        penilaian=tuple(_rated(row) for row in unit.penilaian if row.nip in people),
        kehadiran=(),
        kegiatan=(),
        kepuasan=(),
    )


def _rated(row: PenilaianRow) -> PenilaianRow:
    """Keep who was rated and how; words and days belong to one period only."""
    kept = ("nip", "nama", "sifat", "mulai", "rating_hasil_kerja", "rating_perilaku")
    return PenilaianRow(**{name: getattr(row, name) for name in kept})


def _proof(row: HasilKerjaRow, now: Period, then: Period) -> Mapping[str, Any]:
    """Name the document of that time; feedback belongs to one period only."""
    words = (row.bukti_dukung or "").removesuffix(now.label)
    return {"bukti_dukung": f"{words}{then.label}" if words else None, "umpan_balik": None}


def _of_month(row: HasilKerjaRow, place: int, count: int) -> Mapping[str, Decimal | None]:
    """Say what one of so many months has of the figures of a row, by its Agregasi."""
    if row.agregasi is Agregasi.JUMLAH:
        return _parts(row, ("target", "target_atas", "realisasi"), place, count)
    if row.agregasi is Agregasi.RASIO:
        return {"realisasi": None, **_parts(row, ("pembilang", "penyebut"), place, count)}
    if row.realisasi is None:
        return {}
    if row.agregasi is Agregasi.RATA_RATA:
        room = _HUNDRED - row.realisasi if row.satuan == "persen" else Decimal(count)
        step = min(_SPREAD, room / count).quantize(_CENT, rounding=ROUND_FLOOR)
        return {"realisasi": row.realisasi + step * (2 * place - count + 1) / 2}
    return {"realisasi": _scaled(row.realisasi, 1 - _CLIMB * (count - 1 - place))}


def _parts(
    row: HasilKerjaRow, names: tuple[str, ...], place: int, count: int
) -> Mapping[str, Decimal | None]:
    wholes = {name: getattr(row, name) for name in names}
    return {
        name: None if whole is None else split(whole, count)[place]
        for name, whole in wholes.items()
    }


def _less(row: HasilKerjaRow) -> Mapping[str, Decimal | None]:
    worse = _SHARE_BEFORE if row.arah is Arah.NAIK else 2 - _SHARE_BEFORE
    names = ("pembilang",) if row.agregasi is Agregasi.RASIO else ("realisasi",)
    found = {name: getattr(row, name) for name in names}
    lower = {name: value and _scaled(value, worse) for name, value in found.items()}
    return {**lower, "realisasi": lower.get("realisasi")}


def _scaled(value: Decimal, share: Decimal) -> Decimal:
    """Take a share of a figure, in the decimals that it has."""
    step = Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0))
    return (value * share).quantize(step, rounding=ROUND_HALF_UP)
