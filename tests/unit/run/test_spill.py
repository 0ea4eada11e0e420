"""Checked files and settings come back as they were kept, and nobody else can read them."""

from __future__ import annotations

import stat
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from kinerja_xlsx.read import read_submission, take_snapshot
from kinerja_xlsx.run.pengaturan import check_settings_file
from kinerja_xlsx.run.spill import (
    read_both,
    read_checked,
    read_settings,
    write_settings,
    write_spill,
)
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.validate import check_isian
from tests.drawn import DrawnBook
from tests.flow.alur import sent_by_three, settle


def test_checked_file_and_submission_come_back(isian: DrawnBook, tmp_path: Path) -> None:
    path = isian.save(tmp_path / "isian.xlsx")
    submission = read_submission(take_snapshot(path, path.name), ISIAN)
    checked = check_isian(submission, None)

    write_spill(tmp_path / "0.pkl", checked, submission)

    assert read_checked(tmp_path / "0.pkl") == checked
    assert read_both(tmp_path / "0.pkl") == (checked, submission)


def test_settings_come_back_and_are_read_once(tmp_path: Path) -> None:
    office = settle(tmp_path, {"Pengaturan.xlsx": sent_by_three()["Pengaturan.xlsx"]})
    settings = check_settings_file(office.pengaturan).settings
    assert settings is not None

    write_settings(tmp_path / "pengaturan.pkl", settings)

    once = read_settings(tmp_path / "pengaturan.pkl")
    assert once is not None
    for item in fields(settings):
        assert getattr(once, item.name) == getattr(settings, item.name), item.name
    assert read_settings(tmp_path / "pengaturan.pkl") is once


def test_workspace_without_settings_reads_none() -> None:
    assert read_settings(None) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_kept_files_are_private(isian: DrawnBook, tmp_path: Path) -> None:
    path = isian.save(tmp_path / "isian.xlsx")
    submission = read_submission(take_snapshot(path, path.name), ISIAN)

    write_spill(tmp_path / "0.pkl", check_isian(submission, None), submission)

    assert stat.S_IMODE((tmp_path / "0.pkl").stat().st_mode) == 0o600
