"""What reading files costs: each in a fork of a lean process, measured by the system itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kinerja_xlsx.model.issue import UnreadableFileError
from kinerja_xlsx.read import read_submission, take_snapshot
from kinerja_xlsx.spec.book import ISIAN

ROOT = Path(__file__).resolve().parents[3]
IDLE = "-"
READ = "terbaca"


@dataclass(frozen=True, slots=True)
class Biaya:
    """What became of a file, its seconds of processor time, and its MiB above an idle process."""

    hasil: str
    detik: float
    mebibytes: float


def read_apart(files: Mapping[str, bytes], folder: Path) -> dict[str, Biaya]:
    """Read each file in a process of its own."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-m", "tests.unit.read.biaya", IDLE, *(str(folder / n) for n in files)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    idle, *costs = (Biaya(*json.loads(line)) for line in done.stdout.splitlines())
    return {
        name: Biaya(cost.hasil, cost.detik, cost.mebibytes - idle.mebibytes)
        for name, cost in zip(files, costs, strict=True)
    }


def outcome_of(path: str) -> str:
    """Read a file as an Isian: how many rows its sheets gave, or the code of its refusal."""
    if path == IDLE:
        return IDLE
    try:
        submission = read_submission(take_snapshot(Path(path), "isian.xlsx"), ISIAN)
    except UnreadableFileError as error:
        return error.code.value
    return f"{READ} {sum(len(sheet.rows) for sheet in submission.sheets)}"


def _cost_of(path: str) -> tuple[str, float, float]:
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.write(writer, outcome_of(path).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        outcome = answer.read()
    usage = os.wait4(child, 0)[2]
    return outcome, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Print one line for each file: its outcome, seconds and MiB."""
    for path in sys.argv[1:]:
        sys.stdout.write(json.dumps(_cost_of(path)) + "\n")


if __name__ == "__main__":
    main()
