"""Plans, earlier periods and optional sheets of the example city agree with its quarter."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from random import Random

import pytest

from kinerja_xlsx.model.law import Agregasi, JenisHasilKerja, Siklus
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.run.demo.city import make_city
from kinerja_xlsx.run.demo.earlier import MONTHLY_UNIT, leave_to_months, months_of, period_before
from kinerja_xlsx.run.demo.extras import split
from kinerja_xlsx.run.demo.parcels import PLANS
from kinerja_xlsx.run.demo.plan import plan_rows
from kinerja_xlsx.run.demo.ratings import with_angka
from kinerja_xlsx.run.demo.rules import make_katalog
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.kehadiran import DAY_FIELDS
from kinerja_xlsx.spec.kepuasan import UNSUR
from kinerja_xlsx.spec.penilaian import PenilaianRow

CITY = make_city()
WHOLE = CITY.units["DISDUKCAPIL"]
"""An office whose figures stand in the quarter itself."""
MONTHS = dict(months_of(WHOLE, CITY.period))


def rows_of_months() -> dict[tuple[str, str], list[HasilKerjaRow]]:
    found = defaultdict(list)
    for unit in MONTHS.values():
        for row in unit.hasil_kerja:
            found[row.nip, row.no_indikator].append(row)
    return found


def together(rows: list[HasilKerjaRow], field: str) -> Decimal | None:
    values = [getattr(row, field) for row in rows]
    return None if None in values else sum(values, Decimal(0))


def test_months_of_the_quarter_are_made() -> None:
    assert list(MONTHS) == ["2026-01", "2026-02", "2026-03"]


@pytest.mark.parametrize("agregasi", Agregasi)
def test_months_come_to_the_figures_of_the_quarter(agregasi: Agregasi) -> None:
    by_key = rows_of_months()
    whole = [
        row
        for row in WHOLE.hasil_kerja
        if row.agregasi is agregasi and (row.nip, row.no_indikator) in by_key
    ]

    assert whole
    for row in whole:
        parts = by_key[row.nip, row.no_indikator]
        if agregasi is Agregasi.JUMLAH:
            assert together(parts, "target") == row.target
            assert together(parts, "realisasi") == row.realisasi
        elif agregasi is Agregasi.RATA_RATA:
            total = together(parts, "realisasi")
            assert (total and total / len(parts)) == row.realisasi
        elif agregasi is Agregasi.TERAKHIR:
            assert parts[-1].realisasi == row.realisasi
        else:
            assert together(parts, "pembilang") == row.pembilang
            assert together(parts, "penyebut") == row.penyebut


def test_no_month_reaches_more_than_all_of_a_percentage() -> None:
    reached = [
        row.realisasi
        for rows in rows_of_months().values()
        for row in rows
        if row.satuan == "persen" and row.realisasi is not None
    ]

    assert 0 < max(reached) <= 100


def test_office_with_months_leaves_its_figures_to_them() -> None:
    unit = leave_to_months(WHOLE)
    monthly = {row.nip for row in MONTHS["2026-01"].pegawai}

    for row, before in zip(unit.hasil_kerja, WHOLE.hasil_kerja, strict=True):
        if row.nip in monthly:
            assert (row.realisasi, row.pembilang, row.penyebut) == (None, None, None)
        else:
            assert row == before


def test_who_came_or_went_is_in_no_earlier_period() -> None:
    earlier = {row.nip for unit in CITY.earlier.values() for row in unit.pegawai}
    now = CITY.units[MONTHLY_UNIT].pegawai

    assert {row.nip for row in now if row.mulai or row.selesai} & earlier == set()
    assert len(earlier) > len(now) - 5


def test_satisfaction_of_the_quarter_before_is_told_and_lower() -> None:
    code, before = period_before(WHOLE, CITY.period)

    assert code == "2025-TW4"
    for row, now in zip(before.kepuasan, WHOLE.kepuasan, strict=True):
        assert all(1 <= getattr(row, name) < getattr(now, name) for name in UNSUR)
        assert row.layanan == now.layanan
    assert CITY.earlier["2025-TW4"].kepuasan


def test_month_has_no_months_inside() -> None:
    city = make_city(period=Period.parse("2026-03"))

    assert list(city.earlier) == ["2026-02"]
    assert any(row.realisasi for row in city.units[MONTHLY_UNIT].hasil_kerja)


@pytest.mark.parametrize("kode", [plan.unit for plan in PLANS])
def test_plan_wants_of_the_quarter_what_the_isian_says(kode: str) -> None:
    unit = CITY.units[kode]
    sent = {(row.nip, row.no_indikator): row for row in unit.hasil_kerja}

    planned = list(plan_rows(unit))

    assert len(planned) == sum(row.jenis is JenisHasilKerja.UTAMA for row in unit.hasil_kerja)
    for row in planned:
        assert row.target_in(CITY.period) == sent[row.nip, row.no_indikator].target


def test_plans_of_two_cycles_were_sent() -> None:
    cycles = {CITY.units[plan.unit].unit.siklus for plan in PLANS}

    assert cycles == {Siklus.BULANAN, Siklus.TRIWULANAN}


def test_plan_of_a_year_is_four_times_the_quarter_where_it_adds_up() -> None:
    year = Period(CITY.period.year, 1, PeriodKind.TAHUN.value)
    counted = [row for row in plan_rows(WHOLE) if row.agregasi is Agregasi.JUMLAH]

    assert counted
    for row in counted:
        assert row.target_in(year) == 4 * (row.target_in(CITY.period) or Decimal(0))


def test_catalogue_knows_every_indicator_of_its_posts() -> None:
    known = {(row.jabatan, row.indikator) for row in make_katalog()}
    posts = {jabatan for jabatan, _ in known}

    used = set()
    for unit in CITY.units.values():
        held = {row.nip: row.jabatan for row in unit.pegawai if row.jabatan in posts}
        used |= {
            (held[row.nip], row.indikator)
            for row in unit.hasil_kerja
            if row.nip in held and row.jenis is JenisHasilKerja.UTAMA
        }
    assert used == known


def test_days_of_attendance_add_up_for_everybody_who_is_evaluated() -> None:
    for unit in CITY.units.values():
        for row in unit.kehadiran:
            days = [getattr(row, field) or 0 for field in DAY_FIELDS]
            assert sum(days) == row.hari_kerja
        assert 0 <= len(unit.pegawai) - len(unit.kehadiran) <= 3


def test_logged_activities_add_up_to_the_realisasi() -> None:
    reached = {(row.nip, row.no_indikator): row.realisasi for row in WHOLE.hasil_kerja}
    logged: dict[tuple[str, str | None], Decimal] = defaultdict(Decimal)
    for row in WHOLE.kegiatan:
        logged[row.nip, row.no_indikator] += row.hasil or 0
        assert CITY.period.first <= row.tanggal <= CITY.period.last
        assert row.tanggal.weekday() < 5

    assert logged
    assert all(reached[nip, str(number)] == total for (nip, number), total in logged.items())


@pytest.mark.parametrize(
    ("whole", "parts"),
    [("10", ("3", "3", "4")), ("1", ("0", "0", "1")), ("0.05", ("0.01", "0.02", "0.02"))],
)
def test_parts_add_up_in_the_decimals_of_the_whole(whole: str, parts: tuple[str, ...]) -> None:
    assert split(Decimal(whole), 3) == tuple(map(Decimal, parts))


def test_who_has_no_rating_gets_no_figure_either() -> None:
    row = PenilaianRow(nip=CITY.roster[0].nip)

    assert with_angka(row, Random(1)) == row  # noqa: S311 - drawn data
