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


def outcome_of(path: Path) -> str:
    """Read a file as an Isian: `terbaca`, or the code of its refusal."""
    try:
        read_submission(take_snapshot(path, path.name), ISIAN)
    except UnreadableFileError as error:
        return error.code.value
    return READ


def outcomes_of_sheets(path: Path) -> tuple[str, ...]:
    """Read the cells of every sheet of a package, known or not."""
    try:
        data = take_snapshot(path, path.name).data
        require_package(data)
        with Package(data) as package:
            workbook = read_workbook(package)
            return tuple(
                _outcome_of_sheet(data, name=sheet.name, part=sheet.part)
                for sheet in workbook.sheets
                if sheet.part is not None
            )
    except UnreadableFileError as error:
        return (error.code.value,)


def _outcome_of_sheet(data: bytes, *, name: str, part: str) -> str:
    try:
        with Package(data) as package:
            read_cells(package, read_workbook(package), [(name, part)])
    except UnreadableFileError as error:
        return error.code.value
    return READ


def main() -> None:
    """Print the outcome of one file and the largest memory it took, in MiB."""
    import resource  # noqa: PLC0415 - there is none on Windows, where this is not run

    outcome = outcome_of(Path(sys.argv[1]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{outcome} {peak}\n")


if __name__ == "__main__":
    main()
