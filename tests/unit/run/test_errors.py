"""Every way in which a run can end early has its sentence and its exit code."""

from __future__ import annotations

import errno

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.model.law import YaTidak
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.errors import explain
from kinerja_xlsx.run.pengaturan import SettingsError
from kinerja_xlsx.run.permintaan import (
    ClosedPeriodError,
    NoRulesError,
    UnknownPeriodError,
    UnknownUnitError,
)
from kinerja_xlsx.run.process import NothingToAnswerError
from kinerja_xlsx.run.workspace import WorkspaceError
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.pengaturan import PeriodeRow

PERIODS = (
    PeriodeRow(kode="2026-TW1", tertutup=YaTidak.YA),
    PeriodeRow(kode="2026-TW2"),
)


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (UnknownUnitError("DINSOSS"), 3, "Unit «DINSOSS» tidak ada di lembar Unit"),
        (
            UnknownUnitError("DINSOSS", ("DINKES", "DINSOS")),
            3,
            "Mungkin maksud Anda «DINSOS»? Yang ada: DINKES, DINSOS.",
        ),
        (UnknownUnitError("Z", [f"U{n}" for n in range(1, 15)]), 3, "U12, dan 2 lagi di lembar"),
        (ClosedPeriodError("2025-TW4"), 3, "Periode «2025-TW4» sudah ditutup di lembar Periode"),
        (
            NoRulesError("2021-TW4"),
            3,
            "ini PermenPANRB 6/2022, mulai 1 Januari 2022. Sebut periode sejak itu.",
        ),
        (
            UnknownPeriodError("2027-TW1", {row.kode: row for row in PERIODS}),
            3,
            "di lembar Periode pada Pengaturan.xlsx. Yang ada: 2026-TW1 (ditutup), 2026-TW2.",
        ),
        (NothingToAnswerError(), 4, "Folder input belum berisi berkas isian."),
        (WorkspaceError("Sedang dipakai."), 5, "Sedang dipakai."),
        (
            PermissionError(errno.EACCES, "Permission denied", "output/rekap.xlsx"),
            5,
            "«output/rekap.xlsx» tidak dapat dibaca atau ditulis: tidak diizinkan; tutup",
        ),
        (
            OSError(errno.ENOSPC, "No space", "pegawai/Hasil_199001012015031001_2026-TW1.xlsx"),
            5,
            "«pegawai/Hasil_19900101…1001_2026-TW1.xlsx» tidak dapat",
        ),
        (OSError(errno.ENOSPC, "No space"), 5, "Berkas atau folder tidak dapat dibaca atau"),
        (ZeroDivisionError("rahasia"), 6, "kesalahannya sendiri (ZeroDivisionError)"),
    ],
)
def test_end_has_a_sentence_and_a_code(error: Exception, code: int, words: str) -> None:
    failure = explain(error)

    assert failure.exit_code == code
    assert words in failure.message
    assert "rahasia" not in failure.message
    assert "\n" not in failure.message
    assert failure.issues == ()


def test_refused_settings_bring_their_issues() -> None:
    issue = make_issue(IssueCode.BRK_07, Place("Pengaturan.xlsx"))

    failure = explain(SettingsError((issue,)))

    assert failure.exit_code is ExitCode.PENGATURAN_SALAH
    assert failure.issues == (issue,)
