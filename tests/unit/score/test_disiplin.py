"""Days of absence without a reason: the ladder of PP 94/2021 over a year."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.law import StatusAsn
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.policy.pp_94_2021 import step_of
from kinerja_xlsx.score.disiplin import check_alpa
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.penugasan import Penugasan
from tests.unit.score.rows import NIP, indikator, penugasan, place

Case = dict[str, Any]
PATH: Final = Path(__file__).parents[2] / "cases" / "tpp.toml"
CASES: Final[list[Case]] = tomllib.loads(PATH.read_text(encoding="utf-8"))["tangga"]
MARCH: Final = Period.parse("2026-03")


def absent(alpa: int | None, **changed: Any) -> Penugasan:
    row = KehadiranRow(nip=NIP, hari_kerja=31, hadir=31, alpa=alpa)
    drawn = replace(penugasan(indikator("1.1")), kehadiran=place(row))
    pegawai = drawn.pegawai.row.model_copy(update=changed)
    return replace(drawn, pegawai=drawn.pegawai._replace(row=pegawai))


@pytest.mark.parametrize("case", CASES, ids=[case["nama"] for case in CASES])
def test_step_of_the_ladder(case: Case) -> None:
    assert step_of(case["hari"]) == case.get("langkah")


def test_days_of_the_year_add_up_and_the_cell_is_named() -> None:
    others = [(Period.parse("2026-01"), absent(2)), (Period.parse("2026-02"), absent(1))]

    issue = check_alpa(absent(1), MARCH, others)

    assert issue is not None
    assert (issue.code, issue.severity) == (IssueCode.LTS_22, Severity.PERINGATAN)
    assert (issue.place.sheet, issue.place.heading) == ("Kehadiran", "Alpa")
    assert (issue.nip, issue.nama, issue.value) == (NIP, "Contoh, S.Kep.", "1")
    assert dict(issue.context) == {
        "jumlah": "4", "tahun": "2026", "langkah": "teguran tertulis"
    }  # fmt: skip


def test_a_quarter_beats_its_months_and_other_years_do_not_count() -> None:
    others = [
        (Period.parse("2026-TW1"), absent(2)),
        (Period.parse("2026-01"), absent(9)),
        (Period.parse("2025-12"), absent(9)),
    ]

    issue = check_alpa(absent(1), Period.parse("2026-04"), others)

    assert issue is not None
    assert dict(issue.context)["jumlah"] == "3"


@pytest.mark.parametrize(
    "drawn",
    [absent(2), absent(None), absent(9, status_asn=StatusAsn.PPPK)],
    ids=["below the ladder", "blank", "not a PNS"],
)
def test_others_raise_nothing(drawn: Penugasan) -> None:
    assert check_alpa(drawn, MARCH, []) is None


def test_months_without_attendance_or_without_a_figure_add_nothing() -> None:
    others = [
        (Period.parse("2026-01"), absent(None)),
        (Period.parse("2026-02"), penugasan(indikator("1.1"))),
    ]

    assert check_alpa(absent(2), MARCH, others) is None
    found = check_alpa(absent(3), MARCH, others)
    assert found is not None
    assert dict(found.context)["jumlah"] == "3"


def test_without_attendance_in_this_period_nothing_is_asked() -> None:
    others = [(Period.parse("2026-01"), absent(9))]

    assert check_alpa(penugasan(indikator("1.1")), MARCH, others) is None
