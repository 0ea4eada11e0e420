"""Units that sent nothing."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.validate import check_pengaturan
from tests.unit.validate.build import (
    settings,
    sound_pengaturan,
)
from tests.unit.validate.compared import (
    compare,
    isian,
)


def test_units_that_sent_nothing_are_told_once() -> None:
    result = compare(isian("a.xlsx"), known=settings())

    (issue,) = result.issues
    assert (issue.code, issue.place) == (IssueCode.LBK_06, Place(""))
    assert dict(issue.context) == {
        "jumlah": "1", "unit": "Dinas Sosial", "periode": "Triwulan I 2026",
    }  # fmt: skip
    assert result.missing_units == {"2026-TW1": ("DINSOS",)}


def test_a_unit_whose_file_was_refused_has_sent() -> None:
    result = compare(isian("a.xlsx"), known=settings(), refused=[("DINSOS", "2026-TW1")])

    assert result.issues == ()
    assert result.missing_units == {"2026-TW1": ()}


def test_ten_missing_units_are_named_and_the_rest_counted() -> None:
    built = sound_pengaturan()
    built.sheets["Unit"] += [{"kode": f"U{n}", "nama": f"Unit {n}"} for n in range(11)]

    (issue,) = compare(isian("a.xlsx"), known=check_pengaturan(built.submission())).issues

    context = dict(issue.context)
    assert context["jumlah"] == "12"
    assert context["unit"].endswith("Unit 8 dan 2 lainnya")


@pytest.mark.parametrize(
    ("siklus", "missing"),
    [("Bulanan", ("DINSOS",)), ("Triwulanan", ("DINSOS",)), ("Semester", ())],
)
def test_a_unit_owes_no_period_shorter_than_its_cycle(
    siklus: str, missing: tuple[str, ...]
) -> None:
    built = sound_pengaturan()
    built.rows("Unit")[1]["siklus"] = siklus

    result = compare(isian("a.xlsx"), known=check_pengaturan(built.submission()))

    assert result.missing_units == {"2026-TW1": missing}
