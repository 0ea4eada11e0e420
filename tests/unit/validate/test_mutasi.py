"""A move to another unit, as the roster dates it, against the days that a submission claims."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.penugasan import Checked, Settings
from kinerja_xlsx.validate import check_pengaturan
from tests.unit.validate.build import Row, codes, found, sound_isian, sound_pengaturan

MOVE = date(2026, 3, 1)


def roster(*posts: Row, induk: str | None = None) -> Settings:
    """Make settings whose first person holds these posts instead of the usual one."""
    built = sound_pengaturan()
    usual = built.rows("Pegawai")[0]
    built.sheets["Pegawai"][:1] = [usual | post for post in posts]
    built.rows("Unit")[1]["kode_induk"] = induk
    settings = check_pengaturan(built.submission())
    assert settings.withheld_rows == 0
    return settings


def checked(settings: Settings, **cells: date | str) -> Checked:
    built = sound_isian()
    for sheet in ("Pegawai", "Hasil Kerja", "Penilaian"):
        for row in built.rows(sheet)[: 3 if sheet == "Hasil Kerja" else 1]:
            row |= {name: value for name, value in cells.items() if name == "sifat"}
    built.rows("Pegawai")[0] |= cells
    return built.check(settings)


def test_days_past_the_dated_move_withhold() -> None:
    result = checked(roster({"kode_unit": "DINSOS", "mulai": MOVE}))

    (issue,) = found(result.issues, IssueCode.BRS_07)
    assert (issue.severity, issue.place.cell) == (Severity.GALAT, "B5")
    assert dict(issue.context) == {
        "unit": "Dinas Sosial", "tanggal": "01/03/2026", "sampai": "28/02/2026",
    }  # fmt: skip
    assert result.subjects[0].status is PenugasanStatus.DITAHAN
    assert result.subjects[1].status is PenugasanStatus.DINILAI


@pytest.mark.parametrize("last", [date(2026, 2, 28), date(2026, 3, 1)])
def test_days_up_to_the_move_are_the_first_units_own(last: date) -> None:
    settings = roster(
        {"kode_unit": "DINKES", "selesai": date(2026, 2, 28)},
        {"kode_unit": "DINSOS", "mulai": MOVE},
    )

    raised = codes(checked(settings, selesai=last, keadaan="Mutasi Keluar"))

    assert (IssueCode.BRS_07 in raised) == (last >= MOVE)


@pytest.mark.parametrize(
    "post",
    [
        {"kode_unit": "DINKES"},
        {"kode_unit": "DINSOS", "sifat": "Plt"},
        {"kode_unit": "DINSOS", "selesai": date(2025, 12, 31)},
    ],
)
def test_posts_that_are_no_move_raise_nothing(post: Row) -> None:
    assert checked(roster(post)).issues == ()


def test_units_above_and_below_send_for_the_same_people() -> None:
    assert checked(roster({"kode_unit": "DINSOS"}, induk="DINKES")).issues == ()


def test_acting_post_in_another_unit_is_lawful() -> None:
    result = checked(roster({"kode_unit": "DINSOS", "mulai": MOVE}), sifat="Plt")

    assert IssueCode.BRS_07 not in codes(result)


def test_roster_that_keeps_both_posts_open_decides_nothing() -> None:
    settings = roster({"kode_unit": "DINKES"}, {"kode_unit": "DINSOS", "mulai": MOVE})

    assert checked(settings).issues == ()
