"""What an office program saves again is read the same: LibreOffice xlsx, and ods back to xlsx."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.read import read_submission, take_snapshot
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.penugasan import Checked
from kinerja_xlsx.validate import check_isian
from tests.drawn import sound_isian
from tests.flow.alur import sent_by_three

SOFFICE = shutil.which("soffice")
SECONDS = 180
XLSX = "xlsx:Calc MS Excel 2007 XML"

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice tidak ada di komputer ini"),
]


def save_again(source: Path, *kinds: str) -> Path:
    """Open a workbook in LibreOffice and save it, once for each kind."""
    for number, kind in enumerate(kinds):
        folder = source.parent / f"simpan{number}"
        profile = (source.parent / "profil").as_uri()
        command = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        source = folder / source.with_suffix(f".{kind.split(':')[0]}").name
    return source


def read(path: Path) -> Submission:
    return read_submission(take_snapshot(path, "isian.xlsx"), ISIAN)


def rows_of(submission: Submission) -> list[tuple[str, int, tuple[object, ...]]]:
    """List every row with its sheet, number and values."""
    return [
        (sheet.key, row.number, row.values) for sheet in submission.sheets for row in sheet.rows
    ]


def check(submission: Submission) -> Checked:
    return check_isian(submission, None)


@pytest.mark.parametrize("kinds", [(XLSX,), ("ods", XLSX)], ids=["xlsx", "ods lalu xlsx"])
def test_filled_template_is_read_the_same_after_libreoffice(
    kinds: tuple[str, ...], tmp_path: Path
) -> None:
    source = tmp_path / "isian.xlsx"
    source.write_bytes(sent_by_three()["PKM.xlsx"])

    before, after = read(source), read(save_again(source, *kinds))

    assert rows_of(after) == rows_of(before)
    assert after.meta == before.meta
    assert check(after).data_hash == check(before).data_hash


@pytest.mark.parametrize("kinds", [(XLSX,), ("ods", XLSX)], ids=["xlsx", "ods lalu xlsx"])
def test_faults_are_named_at_the_same_cells_after_libreoffice(
    kinds: tuple[str, ...], tmp_path: Path
) -> None:
    book = sound_isian()
    book.sheets["Hasil Kerja"][0]["Realisasi"] = "dua belas"
    book.sheets["Hasil Kerja"][1]["Realisasi"] = "!#N/A"
    book.sheets["Hasil Kerja"][4]["Arah"] = "Naek"
    book.sheets["Penilaian"][0]["Tanggal Penilaian"] = "13/04/2026"
    book.sheets["Pegawai"][1]["NIP"] = "19880202 201204 2 002"
    source = book.save(tmp_path / "isian.xlsx")

    before, after = check(read(source)), check(read(save_again(source, *kinds)))

    def places(checked: Checked) -> list[tuple[str, str | None, str | None]]:
        return [(i.code.value, i.place.sheet, i.place.cell) for i in checked.issues]

    assert len(before.issues) == 5
    assert places(after) == places(before)


def test_ods_itself_is_refused_with_its_own_remedy(tmp_path: Path) -> None:
    source = tmp_path / "isian.xlsx"
    source.write_bytes(sent_by_three()["PKM.xlsx"])
    ods = save_again(source, "ods")

    with pytest.raises(UnreadableFileError) as refused:
        read(ods)

    assert refused.value.code is IssueCode.BRK_01
    assert ".xlsx" in refused.value.context["saran"]
