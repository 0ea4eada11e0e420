"""`pantau` for real: it answers what lies there, then what arrives, and ends in peace."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest

from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.workspace import Workspace
from tests.flow.alur import PERIOD, sent_by_three, settle

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240.0

pytest.importorskip("watchfiles", reason="an extra, see pyproject.toml")


class Watch:
    """The command under way, and what it says."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said: list[str] = []
        self._lines: Queue[str] = Queue()
        self.listener = threading.Thread(target=self._listen)
        self.listener.start()

    def _listen(self) -> None:
        for line in self.process.stderr or ():
            self._lines.put(line)

    def until(self, text: str) -> None:
        """Wait until it says something."""
        while not self.said or text not in self.said[-1]:
            self.said.append(self._lines.get(timeout=PATIENCE))


@contextmanager
def watching(office: Workspace) -> Iterator[Watch]:
    process = subprocess.Popen(
        [sys.executable, "-m", "kinerja_xlsx", "pantau", "--ruang", str(office.root)],
        cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    watch = Watch(process)
    try:
        yield watch
    finally:
        process.kill()
        watch.listener.join()
        process.communicate()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_watchfiles_wakes_a_run_and_a_signal_ends_the_watch(tmp_path: Path) -> None:
    files = sent_by_three()
    office = settle(tmp_path / "kantor", {"PKM.xlsx": files["PKM.xlsx"]})
    arriving = tmp_path / "RSU.xlsx"
    arriving.write_bytes(files["RSU.xlsx"])

    with watching(office) as watch:
        watch.until("Selesai: 1 berkas")
        arriving.replace(office.input / "RSU.xlsx")
        watch.until("1 berkas baru atau berubah. Proses dimulai.")
        watch.until("Selesai: 2 berkas")
        watch.process.send_signal(signal.SIGTERM)
        watch.until("Dihentikan.")
        code = watch.process.wait(PATIENCE)

    assert code == ExitCode.DIHENTIKAN
    assert (office.output / PERIOD.code / "unit" / "RSU" / f"Hasil_RSU_{PERIOD}.xlsx").exists()
    assert "Traceback" not in "".join(watch.said)
