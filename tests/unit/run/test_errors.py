"""Every way in which a run can end early has its sentence and its exit code."""

from __future__ import annotations

import errno

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.errors import explain
from kinerja_xlsx.run.pengaturan import SettingsError
from kinerja_xlsx.run.process import NothingToAnswerError
from kinerja_xlsx.run.templat import ClosedPeriodError, UnknownUnitError
from kinerja_xlsx.run.workspace import WorkspaceError
from kinerja_xlsx.spec.codes import make_issue


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (UnknownUnitError("DINSOSS"), 3, "Unit «DINSOSS» tidak ada di lembar Unit"),
        (ClosedPeriodError("2025-TW4"), 3, "Periode «2025-TW4» tidak ada atau sudah ditutup"),
        (NothingToAnswerError(), 4, "Folder input belum berisi berkas isian."),
        (WorkspaceError("Sedang dipakai."), 5, "Sedang dipakai."),
        (
            PermissionError(errno.EACCES, "Permission denied", "output/rekap.xlsx"),
            5,
            "«output/rekap.xlsx» tidak dapat dibaca atau ditulis: tidak diizinkan; tutup",
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
