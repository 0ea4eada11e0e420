"""The file itself: private, whole after a kill, honest about damage, and older ones still read."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kinerja_xlsx.ledger import (
    DamagedLedgerError,
    LedgerUnavailableError,
    NewerLedgerError,
    berkas,
    open_reader,
    record_run,
    set_aside,
    skema,
)
from tests.riwayat_drawn import FACTS, look, orang, run_of

ROOT = Path(__file__).resolve().parents[3]
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger of one run."""
    path = tmp_path / "buku.sqlite"
    record_run(path, run_of([orang(1)]), FACTS)
    return path


def runs_in(path: Path) -> int:
    with open_reader(path) as reader:
        return len(reader.runs())


@needs_posix
def test_ledger_is_its_owners_alone(ledger: Path) -> None:
    assert stat.S_IMODE(ledger.stat().st_mode) == 0o600

    ledger.chmod(0o644)
    record_run(ledger, run_of([orang(2)]), FACTS)

    assert stat.S_IMODE(ledger.stat().st_mode) == 0o600


def test_one_file_is_all_there_is(ledger: Path) -> None:
    assert runs_in(ledger) == 1
    assert [path.name for path in ledger.parent.iterdir()] == ["buku.sqlite"]


def foreign(path: Path) -> None:
    path.unlink()
    look(path, "CREATE TABLE milik_orang (x)")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def overwrite(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" * (len(data) - 100))


def garbage(path: Path) -> None:
    path.write_bytes(b"bukan basis data, melainkan teks biasa" * 50)


@pytest.mark.parametrize("damage", [foreign, cut, overwrite, garbage])
def test_damage_is_told_apart_and_set_aside(ledger: Path, damage: Callable[[Path], None]) -> None:
    damage(ledger)
    spoilt = ledger.read_bytes()

    with pytest.raises(DamagedLedgerError):
        record_run(ledger, run_of([orang(1)]), FACTS)
    with pytest.raises(DamagedLedgerError):
        runs_in(ledger)
    assert ledger.read_bytes() == spoilt
    names = [set_aside(ledger).name]
    record_run(ledger, run_of([orang(1)]), FACTS)
    names.append(set_aside(ledger).name)

    assert names == ["buku.rusak-1.sqlite", "buku.rusak-2.sqlite"]
    assert not ledger.exists()


def test_empty_file_of_a_killed_run_is_a_new_ledger(tmp_path: Path) -> None:
    path = tmp_path / "buku.sqlite"
    path.touch()

    assert runs_in(path) == 0
    record_run(path, run_of([orang(1)]), FACTS)

    assert runs_in(path) == 1


def test_ledger_of_a_newer_program_is_left_alone(ledger: Path) -> None:
    look(ledger, f"PRAGMA user_version = {len(skema.STEPS) + 1}")
    before = ledger.read_bytes()

    with pytest.raises(NewerLedgerError):
        record_run(ledger, run_of([orang(1)]), FACTS)
    with pytest.raises(NewerLedgerError):
        runs_in(ledger)

    assert ledger.read_bytes() == before


def test_older_ledger_is_read_and_brought_up_to_date_by_the_next_run(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    further = ("ALTER TABLE runs ADD COLUMN catatan TEXT",)
    monkeypatch.setattr(skema, "STEPS", (*skema.STEPS, further))
    before = ledger.read_bytes()

    assert runs_in(ledger) == 1
    assert ledger.read_bytes() == before
    record_run(ledger, run_of([orang(1)]), FACTS)

    assert look(ledger, "SELECT nomor, catatan FROM runs") == [(1, None), (2, None)]
    assert look(ledger, "PRAGMA user_version") == [(len(skema.STEPS),)]
    assert len(look(ledger, "SELECT * FROM scores")) == 1


def test_ledger_from_before_forms_were_kept_is_read_and_then_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "buku.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(skema, "STEPS", skema.STEPS[:1])
        with berkas.writing(path) as connection:
            connection.execute(
                "INSERT INTO runs VALUES (1, 'x', '2026-04-01T08:00:00', 1, '0.1.0', NULL, 0)"
            )
    with open_reader(path) as reader:
        assert reader.formulir("R4R5-83E7-RXQC-ZFTY") is None

    record_run(path, run_of([orang(1)]), FACTS)

    assert look(path, "SELECT count(*) FROM runs") == [(2,)]
    assert look(path, "SELECT count(*) FROM forms") == [(0,)]


def test_step_that_fails_leaves_the_older_ledger_whole(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = ("CREATE TABLE lain (x)", "CREATE TABLE runs (x)")
    monkeypatch.setattr(skema, "STEPS", (*skema.STEPS, broken))

    with pytest.raises(DamagedLedgerError):
        record_run(ledger, run_of([orang(1)]), FACTS)

    assert look(ledger, "PRAGMA user_version") == [(len(skema.STEPS) - 1,)]
    assert look(ledger, "SELECT count(*) FROM sqlite_master WHERE name = 'lain'") == [(0,)]


def test_somebody_else_in_the_midst_of_writing_is_waited_for_and_then_told(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(berkas, "PATIENCE", 0.1)
    other = sqlite3.connect(ledger, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert runs_in(ledger) == 1
        with pytest.raises(LedgerUnavailableError):
            record_run(ledger, run_of([orang(2)]), FACTS)
    finally:
        other.close()

    record_run(ledger, run_of([orang(2)]), FACTS)
    assert runs_in(ledger) == 2


def test_readers_beside_a_writer_see_whole_runs_only(tmp_path: Path) -> None:
    path = tmp_path / "buku.sqlite"
    people = [orang(number) for number in range(200)]
    record_run(path, run_of(people), FACTS)
    done = threading.Event()
    seen: set[tuple[int, int]] = set()

    def read() -> None:
        while not done.is_set():
            with berkas.reading(path) as connection:
                (runs,) = connection.execute("SELECT count(*) FROM runs").fetchone()
                (scores,) = connection.execute("SELECT count(*) FROM scores").fetchone()
            seen.add((runs, scores))
            time.sleep(0.001)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 6):
        changed = [orang(one, capaian=None, lengkap=bool(number % 2)) for one in range(200)]
        record_run(path, run_of(changed), FACTS)
    done.set()
    reader.join()

    assert seen <= {(runs, 200 * runs) for runs in range(1, 7)}
    assert seen


@contextmanager
def without_rights() -> Iterator[None]:
    """Be nobody for a while where the tests run as root, who may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@needs_posix
def test_ledger_that_may_only_be_read_is_read() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "buku.sqlite"
        record_run(path, run_of([orang(1)]), FACTS)
        path.chmod(0o444)
        Path(folder).chmod(0o555)

        with without_rights():
            assert runs_in(path) == 1
            with pytest.raises(LedgerUnavailableError):
                record_run(path, run_of([orang(1)]), FACTS)

        Path(folder).chmod(0o700)


def test_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "buku.sqlite").mkdir()

    with pytest.raises(LedgerUnavailableError):
        record_run(tmp_path / "buku.sqlite", run_of([orang(1)]), FACTS)
    with pytest.raises(LedgerUnavailableError):
        runs_in(tmp_path / "tak-ada.sqlite")
    assert not (tmp_path / "tak-ada.sqlite").exists()


_KILLED = """
import os, signal, sys
from pathlib import Path
from kinerja_xlsx.ledger import berkas, record_run
from tests.riwayat_drawn import FACTS, orang, run_of
path = Path(sys.argv[1])
with berkas.writing(path) as connection:
    connection.execute("PRAGMA cache_size = 1")
    for number in range(20000):
        connection.execute("INSERT INTO outputs VALUES (1, 'p', ?, 'x')", (f"berkas {number}",))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@needs_posix
def test_kill_in_the_midst_of_writing_leaves_the_state_before(ledger: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _KILLED, str(ledger)], cwd=ROOT, check=False)

    assert done.returncode == -signal.SIGKILL
    assert ledger.with_name("buku.sqlite-journal").exists()
    assert runs_in(ledger) == 1
    assert look(ledger, "SELECT count(*) FROM outputs") == [(0,)]
    record_run(ledger, run_of([orang(2)]), FACTS)
    assert runs_in(ledger) == 2
