"""Exactly one regulation holds for every period, without gap or overlap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kinerja_xlsx import policy
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.policy.permenpanrb_6_2022 import PERMENPANRB_6_2022

FIRST = policy.POLICIES[0].since.year


@pytest.mark.parametrize("year", range(FIRST, FIRST + 10))
@pytest.mark.parametrize("quarter", range(1, 5))
def test_every_quarter_of_ten_years_has_exactly_one_policy(year: int, quarter: int) -> None:
    period = Period.parse(f"{year}-TW{quarter}")

    found = policy.in_force(period)

    assert found.since <= period.last
    assert [each for each in policy.POLICIES if each.covers(period.last)] == [found]


@pytest.mark.parametrize("code", ["2026-03", "2026-TW1", "2026-S1", "2026"])
def test_every_kind_of_period_finds_the_regulation(code: str) -> None:
    assert policy.in_force(Period.parse(code)) is PERMENPANRB_6_2022


def test_period_before_the_first_regulation_has_none() -> None:
    with pytest.raises(policy.NoPolicyError, match="0 policies on 2021-12-31"):
        policy.in_force(Period.parse("2021-TW4"))


def test_two_regulations_on_one_day_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "POLICIES", (PERMENPANRB_6_2022, PERMENPANRB_6_2022))

    with pytest.raises(policy.NoPolicyError, match="2 policies on 2026-03-31"):
        policy.in_force(Period.parse("2026-TW1"))


def test_last_day_of_a_regulation_still_counts() -> None:
    ended = replace(PERMENPANRB_6_2022, until=date(2026, 6, 30))

    assert ended.covers(date(2026, 6, 30))
    assert not ended.covers(date(2026, 7, 1))
    assert not ended.covers(date(2021, 12, 31))
    assert ended.covers(date(2022, 1, 1))
