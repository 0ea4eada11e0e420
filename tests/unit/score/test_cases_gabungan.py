"""Cases of roll-up that a lawyer can read: shorter periods put together, scored once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from kinerja_xlsx.model.issue import IssueCode, Withholds
from kinerja_xlsx.model.law import Agregasi, Arah, Pendekatan
from kinerja_xlsx.model.number import half_up
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.score import IndikatorStatus
from kinerja_xlsx.score.beda_periode import check_absent, check_gathered, check_leap
from kinerja_xlsx.score.pegawai import score_penugasan
from kinerja_xlsx.spec.codes import withholds
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penugasan import Penugasan
from tests.unit.score.periode import JAN, QUARTER, blank, filled, gathered, in_period
from tests.unit.score.rows import PARAMETERS, POLICY, indikator, parameters_with, penugasan

Case = dict[str, Any]
PATH: Final = Path(__file__).parents[2] / "cases" / "gabungan.toml"
CASES: Final[dict[str, list[Case]]] = tomllib.loads(PATH.read_text(encoding="utf-8"))
FIGURES: Final = ("target", "target_atas", "realisasi", "pembilang", "penyebut")


def cases(kind: str) -> pytest.MarkDecorator:
    listed = CASES[kind]
    return pytest.mark.parametrize("case", listed, ids=[case["nama"] for case in listed])


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def row_of(case: Case, drawn: Mapping[str, str]) -> HasilKerjaRow:
    figures: Case = {name: number(drawn[name]) for name in FIGURES if name in drawn}
    return indikator(
        "1.1",
        agregasi=Agregasi(case["agregasi"]),
        arah=Arah(case.get("arah", "Naik")),
        **figures,
    )


def accepted(case: Case) -> dict[Period, list[Penugasan]]:
    drawn = {Period.parse(one["periode"]): row_of(case, one) for one in case["isian"]}
    return {period: [in_period(period, row)] for period, row in drawn.items()}


@cases("gabungan")
def test_figures_are_put_together_and_scored_once(case: Case) -> None:
    period = Period.parse(case["periode"])
    typed = {"target": case.get("target_sendiri", "1")}
    typed |= {"realisasi": case["diketik"]} if "diketik" in case else {}
    own = in_period(period, row_of(case, typed))
    found = gathered(own, accepted(case), period=period)

    score, _ = score_penugasan(
        own,
        pendekatan=Pendekatan.KUANTITATIF,
        policy=POLICY,
        parameters=PARAMETERS,
        gabungan=found.gabungan,
    )

    (result,) = score.indikator
    assert result.status is IndikatorStatus(case.get("status", "dinilai"))
    assert (result.capaian is None) is ("capaian" not in case)
    assert result.capaian is None or half_up(result.capaian) == number(case["capaian"])
    if "realisasi" not in case:
        assert found.gabungan == {}
        return
    gabungan = found.gabungan["1.1"]
    assert gabungan.figures.realisasi == number(case["realisasi"])
    assert gabungan.score.target == number(case["target"])
    assert gabungan.score.target_atas == (
        number(case["target_atas"]) if "target_atas" in case else None
    )
    assert gabungan.score.periode == case["ada"]
    assert list(gabungan.score.belum_ada) == case.get("belum_ada", [])


@cases("gabungan")
def test_typed_figure_that_differs_is_told(case: Case) -> None:
    period = Period.parse(case["periode"])
    typed = {"target": "1"} | ({"realisasi": case["diketik"]} if "diketik" in case else {})
    own = in_period(period, row_of(case, typed))

    issues = check_gathered(
        own, period, gathered(own, accepted(case), period=period), rencana=None
    )

    assert [issue.code for issue in issues] == [IssueCode.LTS_10] * case.get("berbeda", False)


@cases("hilang")
def test_period_that_is_missing_is_passed_over_or_waited_for(case: Case) -> None:
    own = in_period(QUARTER, blank())
    sent = {period: [in_period(period, filled(90))] for period in map(Period.parse, case["isian"])}

    issue = check_absent(
        own, QUARTER, gathered(own, sent), parameters=parameters_with(case.get("parameter", {}))
    )

    assert (issue is None) is ("disebut" not in case)
    if issue is not None:
        assert dict(issue.context)["periode"] == case["disebut"]
        assert (withholds(issue) is not Withholds.NOTHING) is case["menahan"]


@cases("lonjakan")
def test_leap_is_asked_about(case: Case) -> None:
    issue = check_leap(
        penugasan(),
        (JAN, number(case["lalu"])),
        number(case["kini"]),
        parameters=parameters_with(case.get("parameter", {})),
    )

    assert (issue is not None) is case["ditanyakan"]
