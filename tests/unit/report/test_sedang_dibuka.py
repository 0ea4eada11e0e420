"""The summary on outputs that are held: named, but without the NIP in the name of one."""

from __future__ import annotations

from pathlib import PurePosixPath

from kinerja_xlsx.model.result import Output
from kinerja_xlsx.model.run_result import PeriodResult, RunResult
from kinerja_xlsx.report.sedang_dibuka import held_outputs

HELD = "output/2026-TW1/unit/A/pegawai/Hasil_199001012015031001_2026-TW1.xlsx"


def test_the_workbook_of_one_person_is_named_with_a_masked_nip() -> None:
    new = Output(HELD.replace(".xlsx", ".BARU.xlsx"), "", HELD)
    result = RunResult("1", (PeriodResult("2026-TW1", outputs=(new,)),), (), ())

    text = "\n".join(held_outputs(result, PurePosixPath("ruang")))

    assert "ruang/output/2026-TW1/unit/A/pegawai/Hasil_19900101…1001_2026-TW1.xlsx" in text
    assert "di sebelahnya: Hasil_19900101…1001_2026-TW1.BARU.xlsx" in text
    assert "199001012015031001" not in text
