"""A file name that speaks of another unit or period is asked about; the content counts."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.spec.penugasan import Checked
from tests.unit.validate.build import found, settings, sound_isian


def named(file: str, *, knows_units: bool = True) -> Checked:
    built = sound_isian()
    built.file = file
    return built.check(settings() if knows_units else None)


@pytest.mark.parametrize(
    ("file", "sebutan", "isi"),
    [
        ("Isian_DINKES_2026-TW2.xlsx", "periode 2026-TW2", "periode 2026-TW1"),
        ("kiriman/Isian_DINSOS_2026-TW1 (2).xlsx", "unit DINSOS", "unit DINKES"),
        ("isian_dinsos_2026-03.xlsx", "unit DINSOS, periode 2026-03",
         "unit DINKES, periode 2026-TW1"),
        ("Copy of Perbaikan_DINKES_2026_r2.xlsx", "periode 2026", "periode 2026-TW1"),
    ],
)  # fmt: skip
def test_another_unit_or_period_is_asked_about(file: str, sebutan: str, isi: str) -> None:
    checked = named(file)

    (issue,) = checked.issues
    assert (issue.code, issue.severity) == (IssueCode.LBK_08, Severity.PERINGATAN)
    assert (issue.place.file, issue.place.sheet) == (file, None)
    assert dict(issue.context) == {"sebutan": sebutan, "isi": isi}


@pytest.mark.parametrize(
    "file",
    [
        "Isian_DINKES_2026-TW1.xlsx", "Isian_dinkes_2026-tw1 final.xlsx",
        "Perbaikan_DINKES_2026-TW1_r1.xlsx", "Isian_DINKES revisi_2026-TW1.xlsx",
        "Isian_DINSOS.xlsx", "DINSOS 2025-TW4.xlsx", "Isian_DINKES_2026-TW9.xlsx",
        "Isian_DINSOS_2026-TW2/isian.xlsx",
    ],
)  # fmt: skip
def test_own_names_and_names_that_say_nothing_certain_are_fine(file: str) -> None:
    assert named(file).issues == ()


def test_without_settings_only_the_period_is_compared() -> None:
    assert named("Isian_DINSOS_2026-TW1.xlsx", knows_units=False).issues == ()
    assert found(named("Isian_DINSOS_2026-TW2.xlsx", knows_units=False).issues, IssueCode.LBK_08)
