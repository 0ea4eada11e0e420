"""Other periods of an assignment: which of them count, what is expected, what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kinerja_xlsx.model.law import Agregasi, Arah, Pendekatan, Sifat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.score.sejarah import NOTHING_INSIDE, rolls_up
from kinerja_xlsx.spec.skp import RencanaTriwulananRow
from tests.unit.score.periode import (
    FEB,
    JAN,
    MAR,
    QUARTER,
    YEAR,
    blank,
    filled,
    gathered,
    history,
    in_period,
    months,
    quarter,
    rolled,
)
from tests.unit.score.rows import place

# -- which assignments are the same


def test_months_of_the_assignment_are_put_together() -> None:
    found = gathered(quarter(blank()), months(90, 100, 80))

    assert rolled(found) == 270
    assert list(found.inside) == [JAN, FEB, MAR]
    assert found.absent == ()


def test_another_sifat_is_another_assignment() -> None:
    plt = {JAN: [in_period(JAN, filled(90), sifat=Sifat.PLT)]}

    found = gathered(quarter(blank()), plt)

    assert found.inside == {}
    assert found.gabungan == {}
    assert found.absent == (JAN, FEB, MAR)


def test_days_outside_the_assignment_are_another_assignment() -> None:
    early = (date(2026, 1, 1), date(2026, 1, 31))
    late = (date(2026, 2, 1), date(2026, 3, 31))

    first = gathered(quarter(blank(), days=early), months(90, 100, 80))
    second = gathered(quarter(blank(), days=late), months(90, 100, 80))

    assert (rolled(first), rolled(second)) == (Decimal(90), Decimal(180))


def test_an_assignment_that_ends_on_the_first_day_of_a_month_shares_that_month() -> None:
    touching = quarter(blank(), days=(date(2026, 1, 1), date(2026, 2, 1)))

    assert rolled(gathered(touching, months(90, 100, 80))) == 190


def test_the_same_person_in_another_unit_does_not_roll_up_here() -> None:
    elsewhere = {JAN: [in_period(JAN, filled(90), unit="LAIN")], **months(None, 100)}
    elsewhere[JAN] = [in_period(JAN, filled(90), unit="LAIN")]

    found = gathered(quarter(blank()), elsewhere)

    assert rolled(found) == 100
    assert JAN in found.absent


def test_other_people_and_indicators_stay_apart() -> None:
    accepted = {JAN: [in_period(JAN, filled(90), filled(7, "1.2"))]}

    found = gathered(quarter(blank(), blank("1.2")), accepted)

    assert (rolled(found), rolled(found, "1.2")) == (Decimal(90), Decimal(7))
    assert history({JAN: []}).people == {}


# -- what is expected


def test_missing_month_is_absent_and_named_in_the_figure() -> None:
    accepted = months(90, 100, 80)
    del accepted[FEB]

    found = gathered(quarter(blank()), accepted)

    assert found.absent == (FEB,)
    assert found.gabungan["1.1"].score.belum_ada == ("Februari 2026",)
    assert found.gabungan["1.1"].score.periode == "2 dari 3 bulan"


def test_only_months_of_the_assignment_are_expected() -> None:
    late = quarter(blank(), days=(date(2026, 2, 28), date(2026, 3, 1)))

    found = gathered(late, {MAR: [in_period(MAR, filled(80))]})

    assert found.absent == (FEB,)


def test_nothing_is_expected_where_the_unit_sends_no_shorter_period() -> None:
    assert gathered(quarter(blank()), {}) is NOTHING_INSIDE
    before = Period.parse("2025-12")
    assert gathered(quarter(blank()), {before: [in_period(before, filled(1))]}) is NOTHING_INSIDE


def test_typed_rows_wait_for_nothing() -> None:
    found = gathered(quarter(filled(285, target=300)), {JAN: [in_period(JAN, filled(90))]})

    assert found.absent == ()
    assert rolled(found) == 90


def test_quarter_typed_in_a_year_covers_its_months() -> None:
    second = Period.parse("2026-04")
    accepted = {
        QUARTER: [quarter(filled(250, target=300))],
        second: [in_period(second, filled(50))],
    }

    found = gathered(in_period(YEAR, blank()), accepted, period=YEAR)

    assert rolled(found) == 300
    assert [one.code for one in found.absent] == [f"2026-{month:02d}" for month in range(5, 13)]


def test_period_for_which_the_plan_wants_nothing_is_not_missed() -> None:
    planned = RencanaTriwulananRow(
        nip=blank().nip,
        no_rhk=1,
        no_indikator="1.1",
        jenis=blank().jenis,
        rencana_hasil_kerja="Terlayaninya pasien rawat jalan",
        indikator="Jumlah pasien",
        satuan="persen",
        arah=Arah.NAIK,
        agregasi=Agregasi.JUMLAH,
        target_tahun=Decimal(100),
        target_tw1=Decimal(100),
    )
    rencana = replace(in_period(YEAR), rencana=(place(planned),))
    accepted = {QUARTER: [quarter(filled(90))]}

    found = gathered(in_period(YEAR, blank()), accepted, period=YEAR, rencana=rencana)
    unplanned = gathered(in_period(YEAR, blank()), accepted, period=YEAR)

    assert found.absent == ()
    assert found.gabungan["1.1"].score.periode == "1 dari 1 triwulan"
    assert unplanned.gabungan["1.1"].score.periode == "1 dari 4 triwulan"


@pytest.mark.parametrize(
    ("pendekatan", "code", "verdict"),
    [
        (Pendekatan.KUANTITATIF, "2026-TW1", True),
        (Pendekatan.KUALITATIF, "2026-TW1", False),
        (Pendekatan.KUANTITATIF, "2026-01", False),
    ],
)
def test_only_longer_quantitative_periods_roll_up(
    pendekatan: Pendekatan, code: str, *, verdict: bool
) -> None:
    assert rolls_up(pendekatan, Period.parse(code)) is verdict


# -- the period before


def test_the_latest_assignment_of_the_period_before_is_compared() -> None:
    early = in_period(FEB, filled(1), days=(date(2026, 2, 1), date(2026, 2, 10)))
    late = in_period(FEB, filled(2), days=(date(2026, 2, 11), date(2026, 2, 28)))
    plt = in_period(FEB, filled(3), sifat=Sifat.PLT)
    moved = in_period(FEB, filled(4), unit="LAIN")

    found = history({FEB: [early, late, plt, moved]}).before(in_period(MAR), MAR)

    assert found is late
    assert history({JAN: [early]}).before(in_period(MAR), MAR) is None


def test_every_assignment_of_a_person_is_walked_with_its_period() -> None:
    one, other = in_period(JAN), in_period(FEB, unit="LAIN")

    sejarah = history({JAN: [one], FEB: [other]})

    assert list(sejarah.all_of(one.nip)) == [(JAN, one), (FEB, other)]
    assert list(sejarah.all_of("0")) == []
    assert sejarah.periods == (JAN,)


def test_assignments_that_share_one_day_are_the_same() -> None:
    own = quarter(blank(), days=(date(2026, 1, 31), date(2026, 3, 31)))

    assert list(gathered(own, {JAN: [in_period(JAN, filled(90))]}).inside) == [JAN]


def test_month_on_whose_first_day_the_assignment_ends_is_expected() -> None:
    own = quarter(blank(), days=(date(2026, 1, 1), date(2026, 2, 1)))

    assert gathered(own, {JAN: [in_period(JAN, filled(90))]}).absent == (FEB,)


def test_person_of_whom_nothing_else_was_sent_has_no_other_periods() -> None:
    own = in_period(MAR)
    nobody = history({})

    assert nobody.inside(own, QUARTER) == {}
    assert nobody.before(own, MAR) is None


def test_plan_that_wants_nothing_at_all_leaves_every_period_expected() -> None:
    planned = RencanaTriwulananRow(
        nip=blank().nip,
        no_rhk=1,
        no_indikator="1.1",
        jenis=blank().jenis,
        rencana_hasil_kerja="Terlayaninya pasien rawat jalan",
        indikator="Jumlah pasien",
        satuan="persen",
        arah=Arah.NAIK,
        agregasi=Agregasi.JUMLAH,
        target_tahun=Decimal(100),
    )
    rencana = replace(in_period(YEAR), rencana=(place(planned),))

    found = gathered(
        in_period(YEAR, blank()), {QUARTER: [quarter(filled(90))]}, period=YEAR, rencana=rencana
    )

    assert found.gabungan["1.1"].score.periode == "1 dari 4 triwulan"
