"""The plan of a year: its columns are those of the Isian, its targets give every period."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja_xlsx.model.law import Agregasi, Arah, JenisHasilKerja, NilaiPerilaku, Siklus
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.spec.book import ISIAN, SKP, SKP_BOOKS, book_for
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.spec.skp import (
    RENCANA,
    EkspektasiRow,
    RencanaBulananRow,
    RencanaRow,
    RencanaTriwulananRow,
)

LEFT_OUT = {
    "Target", "Target Atas", "Realisasi", "Pembilang", "Penyebut", "Uraian Realisasi",
    "Bukti Dukung", "Umpan Balik",
}  # fmt: skip


def planned(agregasi: Agregasi | None, *targets: int | None, year: int | None = 30) -> RencanaRow:
    values = [None if target is None else Decimal(target) for target in targets]
    return RencanaTriwulananRow(
        nip="199001012015031001",
        no_rhk=1,
        no_indikator="1.1",
        jenis=JenisHasilKerja.UTAMA,
        rencana_hasil_kerja="Pelayanan sesuai standar",
        indikator="Jumlah pasien",
        arah=Arah.NAIK,
        agregasi=agregasi,
        target_tahun=None if year is None else Decimal(year),
        target_tw1=values[0],
        target_tw2=values[1],
        target_tw3=values[2],
        target_tw4=values[3],
    )


@pytest.mark.parametrize("model", RENCANA.values(), ids=lambda model: model.__name__)
def test_plan_has_the_columns_of_the_isian_but_those_of_what_was_done(
    model: type[RencanaRow],
) -> None:
    isian = [spec for spec in columns_of(HasilKerjaRow) if spec.heading not in LEFT_OUT]
    own = {"target_tahun", "target_atas", *model.period_fields}

    assert [spec for spec in columns_of(model) if spec.field not in own] == isian


@pytest.mark.parametrize(
    ("siklus", "count", "first", "last"),
    [
        (Siklus.BULANAN, 12, "Target Jan", "Target Des"),
        (Siklus.TRIWULANAN, 4, "Target TW1", "Target TW4"),
        (Siklus.SEMESTER, 2, "Target S1", "Target S2"),
    ],
)
def test_every_cycle_has_its_targets_last(
    siklus: Siklus, count: int, first: str, last: str
) -> None:
    columns = columns_of(RENCANA[siklus])[-count:]

    assert tuple(spec.field for spec in columns) == RENCANA[siklus].period_fields
    assert (columns[0].heading, columns[-1].heading) == (first, last)
    assert RENCANA[siklus] in SKP_BOOKS[siklus].sheets


@pytest.mark.parametrize(
    ("agregasi", "targets", "period", "expected"),
    [
        (Agregasi.JUMLAH, (10, 20, 30, 40), "2026-TW2", 20),
        (Agregasi.JUMLAH, (10, 20, 30, 40), "2026-S2", 70),
        (Agregasi.JUMLAH, (None, None, 30, 40), "2026-TW1", None),
        (Agregasi.JUMLAH, (10, 20, 30, 40), "2026-05", None),
        (Agregasi.JUMLAH, (10, 20, 30, 40), "2026", 30),
        (Agregasi.RATA_RATA, (None, None, 25, None), "2026-TW1", 30),
        (Agregasi.RATA_RATA, (None, None, 25, None), "2026-TW3", 25),
        (Agregasi.RATA_RATA, (None, None, 25, None), "2026-S2", Decimal("27.5")),
        (Agregasi.TERAKHIR, (None, 50, 60, None), "2026-S1", 50),
        (Agregasi.RASIO, (None, None, None, None), "2026-05", 30),
    ],
)
def test_target_of_a_period(
    agregasi: Agregasi,
    targets: tuple[int | None, ...],
    period: str,
    expected: Decimal | int | None,
) -> None:
    assert planned(agregasi, *targets).target_in(Period.parse(period)) == expected


def test_month_of_a_monthly_plan_is_its_own() -> None:
    row = RencanaBulananRow(
        nip="199001012015031001", no_rhk=1, no_indikator="1.1", jenis=JenisHasilKerja.UTAMA,
        rencana_hasil_kerja="A", indikator="B", agregasi=Agregasi.JUMLAH,
        target_apr=Decimal(4), target_mei=Decimal(5), target_jun=Decimal(6),
    )  # fmt: skip

    assert row.target_in(Period.parse("2026-05")) == 5
    assert row.target_in(Period.parse("2026-TW2")) == 15


def test_expectations_follow_the_seven_values() -> None:
    fields = [spec.field for spec in columns_of(EkspektasiRow)]
    headings = [spec.heading for spec in columns_of(EkspektasiRow)]

    assert fields[:2] == ["nip", "nama"]
    assert fields[2:] == [nilai.name.lower() for nilai in NilaiPerilaku]
    assert headings[2:] == [nilai.value for nilai in NilaiPerilaku]


@pytest.mark.parametrize("siklus", Siklus, ids=lambda siklus: siklus.value)
def test_mark_of_a_plan_says_its_cycle(siklus: Siklus) -> None:
    mark = {"templat": "SKP", "siklus": siklus.value.upper()}

    assert book_for(mark) is SKP_BOOKS[siklus]


def test_mark_without_a_cycle_is_quarterly_and_any_other_an_isian() -> None:
    assert book_for({"templat": "skp"}) is SKP
    assert book_for({"templat": "isian", "siklus": "Bulanan"}) is ISIAN
    assert book_for(None) is ISIAN
