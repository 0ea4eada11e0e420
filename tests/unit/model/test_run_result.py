"""A run ends with 1 when anything was withheld or refused, and with 0 only otherwise."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.result import FileVerdict, PeopleCounts, RowCounts
from kinerja_xlsx.model.run_result import BarisBerkas, ExitCode, RunResult


def berkas(
    verdict: FileVerdict, rows: RowCounts | None = None, *, withheld: int = 0
) -> BarisBerkas:
    return BarisBerkas(
        "dinkes.xlsx", None, "DINKES", "2026-TW1", verdict, rows, PeopleCounts(5, withheld)
    )


def run_of(*files: BarisBerkas) -> RunResult:
    return RunResult("run", (), files, ())


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (berkas(FileVerdict.DITERIMA, RowCounts(accepted=9, corrected=2)), 0),
        (berkas(FileVerdict.DILEWATI), 0),
        (berkas(FileVerdict.DITERIMA, RowCounts(ignored=3)), 0),
        (berkas(FileVerdict.DITOLAK), 1),
        (berkas(FileVerdict.SEBAGIAN, RowCounts(), withheld=1), 1),
        (berkas(FileVerdict.SEBAGIAN, RowCounts(accepted=9, withheld=1)), 1),
    ],
)
def test_one_file_decides_the_exit_code(file: BarisBerkas, code: int) -> None:
    sound = berkas(FileVerdict.DITERIMA, RowCounts(accepted=1))

    assert run_of(sound, file).exit_code is ExitCode(code)


def test_rows_add_up_over_the_files_that_were_read() -> None:
    result = run_of(
        berkas(FileVerdict.DITERIMA, RowCounts(accepted=3, ignored=1)),
        berkas(FileVerdict.DITOLAK),
        berkas(FileVerdict.SEBAGIAN, RowCounts(accepted=2, withheld=4)),
    )

    assert result.rows == RowCounts(accepted=5, withheld=4, ignored=1)


def test_run_without_files_has_no_rows() -> None:
    assert run_of().rows.seen == 0
