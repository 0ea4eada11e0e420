"""A workspace is taken over on proof of death alone, or on the word of a person."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from filelock import FileLock

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.pemegang import NOTE, Fate, read_note, this_process, write_note
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace, WorkspaceError
from tests.flow.alur import HERE, sent_by_three, settle

ELSEWHERE = "PC-BKPSDM-7"


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    office = settle(tmp_path, {"pkm.xlsx": sent_by_three()["PKM.xlsx"]})
    office.state.mkdir()
    return office


def leave(office: Workspace, **changes: object) -> None:
    """Leave a note as another process would, made some time ago."""
    me = this_process()
    note = {"host": me.host, "pid": me.pid, "started": me.started, "since": me.since.isoformat()}
    put(office, json.dumps({**note, **changes}))


def put(office: Workspace, text: str, *, age: float = 3600) -> None:
    path = office.state / NOTE
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time.time() - age,) * 2)


def dead_pid() -> int:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def is_free(office: Workspace, *, force: bool = False) -> bool:
    try:
        with hold_lock(office, force=force):
            return True
    except WorkspaceError:
        return False


def test_holder_leaves_a_note_and_takes_it_away(office: Workspace) -> None:
    with hold_lock(office):
        note = read_note(office.state)
        assert note is not None
        assert (note.pid, note.fate) == (os.getpid(), Fate.HIDUP)

    assert not (office.state / NOTE).exists()


def test_dead_process_holds_nothing(office: Workspace) -> None:
    leave(office, pid=dead_pid())

    assert is_free(office)


def test_reused_number_is_another_process(office: Workspace) -> None:
    leave(office, started=psutil.Process().create_time() - 60)

    assert is_free(office)


def test_living_process_holds_where_the_folder_keeps_no_locks(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(FileLock, "acquire", refuse)

    with hold_lock(office):
        assert not is_free(office)
    assert is_free(office)


def test_other_computer_holds_until_a_person_says_otherwise(office: Workspace) -> None:
    leave(office, host=ELSEWHERE, pid=dead_pid())

    assert not is_free(office)
    assert is_free(office, force=True)
    assert is_free(office)


def test_process_that_cannot_be_asked_holds(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(pid: int) -> None:
        raise psutil.AccessDenied(pid)

    leave(office, pid=1)
    monkeypatch.setattr("kinerja_xlsx.run.pemegang.psutil.Process", refuse)

    note = read_note(office.state)
    assert note is not None
    assert note.fate is Fate.TAK_DIKETAHUI


@pytest.mark.parametrize(
    "text",
    [
        "", "bukan json", "[]", "{}", "null",
        '{"host": "a", "pid": "x", "started": 1, "since": "2026-01-01T00:00:00"}',
        '{"host": "a", "pid": 1, "started": 1, "since": "kemarin"}',
    ],
)  # fmt: skip
def test_garbage_holds_only_while_it_may_still_become_a_note(office: Workspace, text: str) -> None:
    put(office, text, age=0)
    assert not is_free(office)

    put(office, text, age=10)
    assert is_free(office)


def test_the_quicker_of_two_gets_it(office: Workspace) -> None:
    write_note(office.state, this_process())

    with pytest.raises(FileExistsError):
        write_note(office.state, this_process())


def test_note_that_cannot_be_written_holds_nobody(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("kinerja_xlsx.run.pemegang.os.fdopen", refuse)
        with pytest.raises(OSError, match="space"):
            write_note(office.state, this_process())

    assert not (office.state / NOTE).exists()
    assert is_free(office)


def test_message_names_the_computer_and_the_way_out(
    office: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    leave(office, host=ELSEWHERE, since="2026-11-25T14:02:00+00:00")

    code = run_guarded(group, ["proses", "--ruang", str(office.root), "--pekerja", "1"])

    said = capsys.readouterr().err
    assert code == ExitCode.RUANG_KERJA
    assert f"oleh proses lain di komputer «{ELSEWHERE}» sejak 25 November 2026 pukul " in said
    assert "jalankan «" in said
    assert "proses --paksa-buka-kunci»." in said

    code = run_guarded(
        group, ["proses", "--ruang", str(office.root), "--pekerja", "1", "--paksa-buka-kunci"]
    )
    assert code != ExitCode.RUANG_KERJA


def test_check_alone_respects_the_note_and_leaves_it(office: Workspace) -> None:
    leave(office, host=ELSEWHERE)

    with pytest.raises(WorkspaceError), hold_lock(office, leaves_traces=False):
        pass

    assert read_note(office.state) is not None


def test_run_that_was_killed_is_named_by_the_next_one(office: Workspace) -> None:
    (office.state / "kerja" / "20261125-190205-4321-abcdefgh").mkdir(parents=True)

    result = process(office, HERE)

    (notice,) = result.notices
    assert notice == (
        "Proses yang dimulai 25 November 2026 pukul 19.02 berhenti sebelum selesai, misalnya "
        "karena listrik padam. Semua hasilnya sudah dibuat ulang sekarang."
    )
    assert process(office, HERE).notices == ()


def test_leftover_without_a_time_is_no_run(office: Workspace) -> None:
    (office.state / "kerja" / "lain").mkdir(parents=True)

    assert process(office, HERE).notices == ()
