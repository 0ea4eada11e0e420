"""What the checks say of each row, in the words of `Cek`, and what a workbook shows there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.write.template.cek import BELUM, OK, PERIKSA, TIDAK_DINILAI
from tests.unit.write.template_drawn import FIRST, load, recalculate

if TYPE_CHECKING:
    from openpyxl import Workbook

    from kinerja_xlsx.spec.penugasan import Checked

SHEETS = ("Pegawai", "Hasil Kerja", "Penilaian")
Place = tuple[str, int]
"""A sheet and the number of a row."""


def expected(checked: Checked) -> dict[Place, str]:
    """Say for each row what the checks know of it: set aside, faulty, unfilled, or sound."""
    wrong = places(checked, severity=Severity.GALAT)
    subjects = {(record.sheet, record.number): record.subject for record in checked.rows}
    unfilled = {subjects[place] for place in places(checked, IssueCode.LTS_07)}
    aside = {subjects[place] for place in places(checked, IssueCode.BRS_08)}
    found = {}
    for place, subject in subjects.items():
        if subject in aside:
            found[place] = TIDAK_DINILAI
        elif place in wrong:
            found[place] = PERIKSA
        elif subject in unfilled and place[0] != "Pegawai":
            found[place] = BELUM
        else:
            found[place] = OK
    return found


def places(checked: Checked, *codes: IssueCode, severity: Severity | None = None) -> set[Place]:
    """List the rows with one of these codes, or of a severity."""
    return {
        (issue.place.sheet, issue.place.row)
        for issue in checked.issues
        if issue.place.sheet is not None
        and issue.place.row is not None
        and (issue.code in codes or issue.severity is severity)
    }


def statuses(data: bytes) -> dict[Place, str]:
    """Read the status that is stored with each row."""
    return _statuses(load(data, values=True))


def _statuses(book: Workbook) -> dict[Place, str]:
    return {
        (sheet, row): str(book[sheet].cell(row, 1).value)
        for sheet in SHEETS
        for row in range(FIRST, book[sheet].max_row + 1)
        if book[sheet].cell(row, 2).value
    }


def short(status: str) -> str:
    """Leave out which cell is to be looked at."""
    return PERIKSA if status.startswith(PERIKSA) else status


def assert_second_engine_agrees(data: bytes, folder: Path) -> None:
    """Let the second engine calculate every formula anew: it must find the stored values."""
    pytest.importorskip("formualizer")
    program = shutil.which("formualizer", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("formualizer tidak terpasang")
    path = folder / "buku.xlsx"
    path.write_bytes(data)

    result = subprocess.run(
        [program, "recalc", "--check", "--json", str(path)], capture_output=True, check=False
    )

    report = json.loads(result.stdout)
    assert (report["status"], report["cache_cells_changed"]) == ("current", 0)


def assert_libreoffice_agrees(data: bytes, folder: Path) -> None:
    """Let LibreOffice calculate every formula anew: it must find the stored values."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice tidak terpasang")

    assert _statuses(recalculate(soffice, data, folder)) == statuses(data)
