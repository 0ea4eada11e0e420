"""Hostile files as their generators make them, active content, and nothing at all: all told."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import MANIFEST
from tests.drawn import FIRST_ROW
from tests.flow.alur import HERE, PERIOD, outputs_of, sent_by_three, settle
from tests.unit.read.raw import with_parts

HOSTILE = Path(__file__).resolve().parents[3] / "shared" / "hostile"
JUNK = "P10_junk_folder"
FOREIGN = "BRK-09"
EXPECTED: Mapping[str, tuple[str, str | None]] = {
    "P01_far_cell.xlsx": ("ditolak", FOREIGN),
    "P02_bomb.xlsx": ("ditolak", "BRK-08"),
    "P03a_laughs.xlsx": ("ditolak", "BRK-19"),
    "P03b_quadratic.xlsx": ("ditolak", "BRK-19"),
    "P03c_xxe.xlsx": ("ditolak", "BRK-19"),
    "P04_dim_A1.xlsx": ("ditolak", FOREIGN),
    "P05_dim_huge.xlsx": ("ditolak", FOREIGN),
    "P06_empty_fill.xlsx": ("ditolak", FOREIGN),
    "P07_error_cell.xlsx": ("ditolak", FOREIGN),
    "P08_formula_no_cache.xlsx": ("ditolak", FOREIGN),
    "P09_nip.xlsx": ("ditolak", FOREIGN),
    "P11_injection.xlsx": ("ditolak", FOREIGN),
    f"{JUNK}/nol.xlsx": ("ditolak", "BRK-07"),
    f"{JUNK}/terpotong.xlsx": ("ditolak", "BRK-04"),
    f"{JUNK}/ekor_hilang.xlsx": ("ditolak", "BRK-04"),
    f"{JUNK}/html.xls": ("ditolak", "BRK-01"),
    f"{JUNK}/csv.xlsx": ("ditolak", "BRK-01"),
    f"{JUNK}/baik.xlsx": ("ditolak", FOREIGN),
    f"{JUNK}/~$rekap.xlsx": ("dilewati", "BRK-05"),
}
"""Every file of the generators to its verdict and code; the system's own files have none."""


def of_units(outputs: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in outputs.items() if "/unit/" in name}


def codes_by_file(result: RunResult) -> dict[str, str]:
    return {issue.place.file: issue.code.value for issue in result.issues if issue.place.file}


@pytest.mark.slow
@pytest.mark.skipif(not HOSTILE.is_dir(), reason="../shared/hostile is not here")
@pytest.mark.skipif(sys.platform == "win32", reason="the generators write a colon in a name")
def test_every_generated_file_is_refused_by_its_kind_and_harms_no_other(tmp_path: Path) -> None:
    office, plain = (settle(tmp_path / name, sent_by_three()) for name in ("a", "b"))
    subprocess.run(
        [sys.executable, HOSTILE / "cases.py", tmp_path / "mentah"],
        check=True,
        capture_output=True,
        env={"PYTHONDONTWRITEBYTECODE": "1"},
    )
    shutil.copytree(tmp_path / "mentah", office.input, dirs_exist_ok=True)

    result = process(office, HERE)

    process(plain, HERE)
    said = codes_by_file(result)
    sound = {f"{unit}.xlsx" for unit in ("PKM", "RSU", "SEK")}
    answered = {
        file.file: (file.verdict.value, said.get(file.file))
        for file in result.files
        if file.file not in sound
    }
    assert answered == EXPECTED
    assert all(file.rows is None for file in result.files if file.file not in sound)
    assert of_units(outputs_of(office)) == of_units(outputs_of(plain))
    assert result.exit_code is ExitCode.ADA_YANG_DITAHAN
    assert IssueCode.SIS_01 not in {issue.code for issue in result.issues}


# -- active content

ACTIVE: Mapping[str, str | bytes] = {
    "xl/vbaProject.bin": b"makro",
    "xl/externalLinks/externalLink1.xml": '<ddeLink ddeService="cmd" ddeTopic="calc"/>',
    "xl/connections.xml": "<connections/>",
    "xl/embeddings/oleObject1.bin": b"benda",
    "xl/activeX/activeX1.bin": b"kendali",
    "xl/customData/isi.bin": b"rahasia",
}
NAMED = "koneksi data, benda tertanam, kendali ActiveX, tautan ke program lain (DDE)"


def test_active_content_is_named_never_copied_and_changes_no_figure(tmp_path: Path) -> None:
    files = sent_by_three()
    office = settle(tmp_path / "a", {**files, "PKM.xlsx": with_parts(files["PKM.xlsx"], ACTIVE)})
    plain = settle(tmp_path / "b", files)

    result = process(office, HERE)

    process(plain, HERE)
    found = [issue for issue in result.issues if issue.severity is Severity.PERINGATAN]
    told = {issue.code for issue in found if issue.place.file == "PKM.xlsx"}
    assert told >= {IssueCode.BRK_14, IssueCode.BRK_15, IssueCode.BRK_24}
    assert {file.verdict.value for file in result.files} == {"diterima"}
    made = outputs_of(office)
    hasil = f"{PERIOD}/unit/PKM/Hasil_PKM_{PERIOD}.xlsx"
    assert made[hasil] == outputs_of(plain)[hasil]
    for name, data in made.items():
        assert not re.search(rb"rahasia|ddeService|vbaProject|oleObject", data), name
        if name.endswith(".xlsx"):
            assert parts_like(data, r"vba|external|connect|embed|activex|custom") == [], name
    manifest = json.loads((office.output / PERIOD.code / MANIFEST).read_bytes())
    assert NAMED in json.dumps(manifest["issues"], ensure_ascii=False)
    assert NAMED in made[f"{PERIOD}/laporan.html"].decode()


def parts_like(book: bytes, pattern: str) -> list[str]:
    with zipfile.ZipFile(BytesIO(book)) as package:
        names = package.namelist()
    return [name for name in names if re.search(pattern, name, re.IGNORECASE)]


# -- nothing at all


def emptied() -> bytes:
    """Give a filled Isian without any of its people."""
    book = load_workbook(BytesIO(sent_by_three()["PKM.xlsx"]))
    for name in ("Pegawai", "Hasil Kerja", "Penilaian"):
        for row in book[name].iter_rows(min_row=FIRST_ROW, min_col=2):
            for cell in row:
                cell.value = None
    return saved(book)


def saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def only_known_names() -> bytes:
    """Give a workbook that has our sheets, and nothing in them."""
    book = Workbook()
    book.active.title = "Identitas"  # type: ignore[union-attr] # a new book has a sheet
    for name in ("Pegawai", "Hasil Kerja", "Penilaian"):
        book.create_sheet(name)
    return saved(book)


@pytest.mark.parametrize(
    ("data", "code"),
    [(emptied(), IssueCode.LBR_12), (only_known_names(), IssueCode.LBR_05)],
    ids=["tanpa baris", "lembar kosong"],
)
def test_workbook_with_nothing_in_it_is_refused_and_never_a_success(
    tmp_path: Path, data: bytes, code: IssueCode
) -> None:
    result = process(settle(tmp_path, {**sent_by_three(), "PKM.xlsx": data}), HERE)

    (line,) = (file for file in result.files if file.file == "PKM.xlsx")
    errors = {
        issue.code
        for issue in result.issues
        if issue.place.file == "PKM.xlsx" and issue.severity is Severity.GALAT
    }
    assert line.verdict.value == "ditolak"
    assert code in errors
    assert result.exit_code is ExitCode.ADA_YANG_DITAHAN
