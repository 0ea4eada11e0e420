"""Kills a run at random moments, runs it again, and compares; a command for a demo."""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace
from tests.flow.gangguan import contents

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE: Final = 60.0
"""Seconds that the workers of a killed run may take to notice that it is gone."""
_HELD: Final = "sedang dipakai"


@dataclass(frozen=True)
class Kills:
    """What a loop of kills came to.

    Attributes:
        killed: Runs that were killed before their end.
        ended: Runs that were quicker than the kill.
        waited: The longest time, in seconds, until the workspace was free again.
    """

    killed: int
    ended: int
    waited: float


def kill_at_random(
    office: Workspace, undisturbed: Mapping[str, bytes], *, times: int, seed: int = 7
) -> Kills:
    """Kill runs at random moments of a run's own length; outputs must stay whole and converge.

    Args:
        office: A workspace whose last run made the undisturbed outputs, or none.
        undisturbed: The outputs of a run that nothing disturbs.
        times: How many runs are killed; after each of them one runs to its end.
        seed: For the moments.
    """
    moments = random.Random(seed)  # noqa: S311 - moments, nothing secret
    length, killed, waited = _seconds(office), 0, 0.0
    for _ in range(times):
        _clear(office)
        killed += _kill_one(office, moments.uniform(0, length))
        left = contents(office.output)
        whole = {name: data for name, data in left.items() if not name.endswith(".tmp")}
        assert whole.items() <= undisturbed.items(), whole.keys() - undisturbed.keys()
        waited = max(waited, _run_to_its_end(office))
        made = contents(office.output)
        assert made == undisturbed, made.keys() ^ undisturbed.keys()
        assert not (office.state / "kerja").exists()
    return Kills(killed, times - killed, waited)


def _clear(office: Workspace) -> None:
    shutil.rmtree(office.output)
    office.output.mkdir()


def command(office: Workspace) -> list[str]:
    """Give the command line of a run."""
    return [sys.executable, "-m", "kinerja_xlsx", "proses", "--ruang", str(office.root)]


def _seconds(office: Workspace) -> float:
    before = time.monotonic()
    _run_to_its_end(office)
    return time.monotonic() - before


def _kill_one(office: Workspace, after: float) -> bool:
    run = subprocess.Popen(
        command(office), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        run.wait(after)
    except subprocess.TimeoutExpired:
        run.kill()
        run.wait()
        return True
    return False


def _run_to_its_end(office: Workspace) -> float:
    """Run as a person would, who waits and tries again while workers still hold the workspace."""
    start = time.monotonic()
    while True:
        before = time.monotonic()
        done = subprocess.run(
            command(office), cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode in {0, 1}:
            return before - start
        assert _HELD in done.stderr, done.stderr
        assert time.monotonic() - start < PATIENCE, done.stderr
        time.sleep(0.05)


def main() -> None:
    """Kill runs over a copy of a workspace."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("ruang", type=Path, help="a workspace, such as that of the demo")
    parser.add_argument("--kali", type=int, default=50, help="how many runs are killed")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        office = Workspace(Path(folder).resolve() / "ruang")
        shutil.copytree(chosen.ruang, office.root)
        _clear(office)  # templates and lists lie there that no run makes again
        process(office, RunOptions())
        kills = kill_at_random(office, contents(office.output), times=chosen.kali)
    sys.stdout.write(f"{kills}\n")


if __name__ == "__main__":
    main()
