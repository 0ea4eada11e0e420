"""What one file comes to when it is checked."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.read import Snapshot, take_snapshot
from kinerja_xlsx.run import periksa_berkas
from kinerja_xlsx.run.periksa_berkas import CheckTask, FileOutcome, ReadingError, check_file
from kinerja_xlsx.run.spill import read_checked
from tests.drawn import DrawnBook

NAME = "unit/isian.xlsx"


def check(path: Path) -> FileOutcome:
    return check_file(CheckTask(path, NAME, path.with_suffix(".pkl"), None))


def codes_of(outcome: FileOutcome) -> list[IssueCode]:
    return [issue.code for issue in outcome.issues]


def test_sound_file_is_kept_and_its_keys_cross(isian: DrawnBook, tmp_path: Path) -> None:
    outcome = check(isian.save(tmp_path / "a.xlsx"))

    assert not outcome.is_rejected
    assert (outcome.unit, outcome.period, outcome.row_total) == ("DINKES", "2026-TW1", 11)
    assert outcome.spill is not None
    checked = read_checked(outcome.spill)
    assert (checked.file, checked.sha256) == (NAME, outcome.sha256)
    assert [nip for nip, _ in outcome.people] == [one.nip for one in checked.subjects]


def test_refused_file_is_not_kept_but_says_whose_it_is(isian: DrawnBook, tmp_path: Path) -> None:
    isian.sheets["Hasil Kerja"] = []
    isian.sheets["Pegawai"] = []
    isian.sheets["Penilaian"] = []

    outcome = check(isian.save(tmp_path / "a.xlsx"))

    assert outcome.is_rejected
    assert IssueCode.LBR_12 in codes_of(outcome)
    assert (outcome.unit, outcome.period) == ("DINKES", "2026-TW1")
    assert outcome.sha256 is not None
    assert not (tmp_path / "a.pkl").exists()


def test_bytes_that_are_no_workbook_are_refused_with_their_hash(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("<html></html>", encoding="utf-8")

    outcome = check(tmp_path / "a.xlsx")

    assert codes_of(outcome) == [IssueCode.BRK_01]
    assert (outcome.unit, outcome.period, outcome.size) == (None, None, 13)
    assert outcome.sha256 is not None


def test_file_that_went_away_is_refused_without_a_hash(tmp_path: Path) -> None:
    outcome = check(tmp_path / "a.xlsx")

    assert codes_of(outcome) == [IssueCode.BRK_16]
    assert outcome.sha256 is None


def test_folder_that_cannot_be_listed_is_refused(tmp_path: Path) -> None:
    assert codes_of(check(tmp_path)) == [IssueCode.BRK_06]


@pytest.mark.parametrize("code", [IssueCode.BRK_06, IssueCode.BRK_16])
def test_file_that_is_free_after_a_moment_is_read(
    isian: DrawnBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: IssueCode
) -> None:
    waited: list[float] = []

    def take(path: Path, name: str) -> Snapshot:
        if len(waited) < 2:
            raise UnreadableFileError(code)
        return take_snapshot(path, name)

    monkeypatch.setattr(periksa_berkas, "take_snapshot", take)
    monkeypatch.setattr(time, "sleep", waited.append)

    assert not check(isian.save(tmp_path / "a.xlsx")).is_rejected
    assert len(waited) == 2


def test_file_that_will_not_change_is_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    (tmp_path / "a.xlsx").touch()

    assert codes_of(check(tmp_path / "a.xlsx")) == [IssueCode.BRK_07]
    assert waited == []


def test_fault_of_the_system_while_reading_bytes_in_memory_is_a_fault_of_one_file(
    isian: DrawnBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(22, "Invalid argument", str(arguments))

    monkeypatch.setattr(periksa_berkas, "read_submission", fail)

    with pytest.raises(ReadingError):
        check(isian.save(tmp_path / "a.xlsx"))


def test_period_without_a_regulation_is_refused(isian: DrawnBook, tmp_path: Path) -> None:
    isian.labels["Periode"] = "2015-TW1"
    isian.labels["Tanggal Pengesahan"] = None
    for row in isian.sheets["Penilaian"]:
        row["Tanggal Penilaian"] = None
    assert isian.meta is not None
    isian.meta["periode"] = "2015-TW1"

    outcome = check(isian.save(tmp_path / "a.xlsx"))

    assert codes_of(outcome) == [IssueCode.BRK_13]
    assert (outcome.unit, outcome.period) == ("DINKES", "2015-TW1")
