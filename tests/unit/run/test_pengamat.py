"""What wakes a watch: events where the system gives them, else asking; the extra may be absent."""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run import pengamat
from kinerja_xlsx.run.jaringan import Cakram
from kinerja_xlsx.run.pengamat import Pengamat
from kinerja_xlsx.run.workspace import make_workspace

Calls = list[dict[str, Any]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Put a library in place whose first event comes after two steps of nothing."""
    calls: Calls = []

    def watch(folder: Path, **asked: Any) -> Iterator[set[str]]:
        calls.append({"folder": folder, **asked})
        yield set()
        yield set()
        yield {"berubah"}

    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=watch))
    return calls


def test_wait_ends_with_the_first_change(tmp_path: Path, calls: Calls) -> None:
    Pengamat(tmp_path).wait(60)

    (call,) = calls
    assert (call["folder"], call["force_polling"]) == (tmp_path, None)


def test_archive_wakes_nobody(tmp_path: Path, calls: Calls) -> None:
    Pengamat(tmp_path).wait(60)

    counts: Callable[[object, str], bool] = calls[0]["watch_filter"]
    assert counts(None, str(tmp_path / "pkm.xlsx"))
    assert not counts(None, str(tmp_path / "arsip" / "2026-TW1" / "pkm.xlsx"))


def test_network_folder_is_asked(
    tmp_path: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pengamat, "disks", lambda: (Cakram(str(tmp_path), "nfs4", ""),))

    Pengamat(tmp_path).wait(60)

    assert calls[0]["force_polling"] is True


def test_system_that_watches_no_more_is_asked_instead(
    tmp_path: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = sys.modules["watchfiles"]
    sound = module.watch

    def once(folder: Path, **asked: Any) -> Iterator[set[str]]:
        if not asked["force_polling"]:
            raise OSError(28, "inotify watch limit reached")
        return sound(folder, **asked)  # type: ignore[no-any-return] # the stand-in above

    monkeypatch.setattr(module, "watch", once)
    monkeypatch.setattr(time, "sleep", lambda _: None)

    Pengamat(tmp_path).wait(60)

    assert [call["force_polling"] for call in calls] == [True]


def test_time_that_is_over_ends_the_wait(tmp_path: Path, calls: Calls) -> None:
    Pengamat(tmp_path).wait(0)

    assert calls == []


def test_absent_extra_is_told_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_workspace(tmp_path)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)

    assert run_guarded(group, ["pantau", "--ruang", str(tmp_path)]) == ExitCode.CARA_PAKAI
    assert "pip install watchfiles" in capsys.readouterr().err
