"""What reading one file comes to, in one word; run in a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from kinerja_xlsx.model.issue import UnreadableFileError
from kinerja_xlsx.read import read_submission, take_snapshot
from kinerja_xlsx.read.cells import read_cells
from kinerja_xlsx.read.package import Package
from kinerja_xlsx.read.sniff import require_package
from kinerja_xlsx.read.workbook import read_workbook
from kinerja_xlsx.spec.book import ISIAN

READ = "terbaca"
PROCESS_STATUS = Path("/proc/self/status")


def outcome_of(path: Path) -> str:
    """Read a file as an Isian: `terbaca`, or the code of its refusal."""
    try:
        read_submission(take_snapshot(path, path.name), ISIAN)
    except UnreadableFileError as error:
        return error.code.value
    return READ


def outcome_of_cells(path: Path) -> tuple[str, int]:
    """Read the cells of all sheets, known or not; give the outcome and their number."""
    try:
        data = take_snapshot(path, path.name).data
        require_package(data)
        with Package(data) as package:
            workbook = read_workbook(package)
            wanted = [(sheet.name, sheet.part) for sheet in workbook.sheets if sheet.part]
            return READ, len(read_cells(package, workbook, wanted))
    except UnreadableFileError as error:
        return error.code.value, 0


def main() -> None:
    """Print the outcome of one file and the largest memory it took, in MiB."""
    outcome = outcome_of(Path(sys.argv[1]))
    # Unlike `getrusage`, this mark does not begin where the parent process stood.
    lines = PROCESS_STATUS.read_text(encoding="ascii").splitlines()
    peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    sys.stdout.write(f"{outcome} {peak // 1024}\n")


if __name__ == "__main__":
    main()
