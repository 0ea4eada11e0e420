"""What the settings may not leave open: by which parameter, regulation and period to score."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.spec.penugasan import RejectedFileError
from kinerja_xlsx.spec.pesan import render
from tests.unit.validate.build import Row, cells
from tests.unit.validate.test_kebijakan import checked, kebijakan


def refused(sheet: str, *rows: Row) -> tuple[Issue, ...]:
    """Check settings that are refused, and give what they are refused for."""
    with pytest.raises(RejectedFileError) as caught:
        checked(sheet, *rows)
    return caught.value.issues


def test_unknown_parameter_gets_a_proposal() -> None:
    (issue,) = refused("Kebijakan", kebijakan("ambang_sesuwai"))

    assert (issue.code, issue.place.cell) == (IssueCode.SEL_06, "B5")
    assert dict(issue.context)["saran"] == "Mungkin maksud Anda «ambang_sesuai»?"


@pytest.mark.parametrize(
    ("parameter", "nilai"), [("bulan_hilang", "nol"), ("mode_angka", "PP 46/2011")]
)
def test_choice_that_there_is_not_refuses_the_settings(parameter: str, nilai: str) -> None:
    (issue,) = refused("Kebijakan", kebijakan(parameter, nilai))

    assert (issue.code, issue.place.cell, issue.value) == (IssueCode.SEL_06, "C5", nilai)


@pytest.mark.parametrize(
    ("row", "cell", "value"),
    [
        ({"kode": "2021-TW4"}, "B5", "2021-TW4"),
        ({"kode": "2021"}, "B5", "2021"),
        ({"kode": "2020-12"}, "B5", "2020-12"),
    ],
)
def test_period_before_the_first_regulation_refuses_the_settings(
    row: Row, cell: str, value: str
) -> None:
    (issue,) = refused("Periode", row)

    assert (issue.code, issue.place.cell, issue.value) == (IssueCode.SEL_17, cell, value)
    assert render(issue).masalah == f"{value} di luar batas Kode."
    assert render(issue).sebab == (
        "Yang dapat diterima: mulai 1 Januari 2022, hari pertama PermenPANRB 6/2022."
    )


@pytest.mark.parametrize("code", ["2022-01", "2022-TW1", "2022-S1", "2022"])
def test_first_period_of_the_first_regulation_is_taken(code: str) -> None:
    assert list(checked("Periode", {"kode": code}).periods) == [code]


def test_period_that_is_none_refuses_the_settings() -> None:
    (issue,) = refused("Periode", {"kode": "kapan-kapan"})

    assert (issue.code, issue.place.cell) == (IssueCode.SEL_08, "B5")


def test_value_before_the_first_regulation_refuses_the_settings() -> None:
    early = kebijakan() | {"berlaku_mulai": date(2021, 12, 31)}
    first = kebijakan() | {"berlaku_mulai": date(2022, 1, 1)}

    (issue,) = refused("Kebijakan", early)

    assert (issue.code, issue.place.cell, issue.value) == (IssueCode.SEL_17, "D5", "31/12/2021")
    assert [row.berlaku_mulai for row in checked("Kebijakan", first).kebijakan] == [
        date(2022, 1, 1)
    ]


def test_refused_settings_tell_their_other_withheld_rows_as_well() -> None:
    found = refused(
        "Kebijakan", kebijakan("ambang_sesuwai"), kebijakan("batas_capaian", 99.0), kebijakan()
    )

    assert [(issue.code, issue.place.cell) for issue in found] == [
        (IssueCode.SEL_06, "B5"),
        (IssueCode.SEL_05, "C6"),
    ]


def test_unknown_word_that_decides_no_rule_withholds_its_row_alone() -> None:
    settings = checked("Periode", {"kode": "2026-TW1", "tertutup": "Mungkin"})

    assert cells(settings.issues, IssueCode.SEL_06) == ["Periode!F5"]
    assert (settings.periods, settings.withheld_rows) == ({}, 1)
