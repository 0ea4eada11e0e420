"""`templat --pindah`: a filled older template in the one in force, every value as it was typed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.read import read_submission, take_snapshot
from kinerja_xlsx.run import pindah
from kinerja_xlsx.run.pindah import content_of
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace, make_workspace
from kinerja_xlsx.spec.book import CEK, ISIAN
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.write.pindah import PindahRequest, render_pindah
from tests.drawn import DrawnBook, headings_of, sound_isian
from tests.flow.alur import HERE
from tests.templat_lama import BOOK, drawn_lama, workbook_lama

SHEETS = ("Pegawai", "Hasil Kerja", "Penilaian")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path / "ruang")


def older(*, version: str = "1.0") -> DrawnBook:
    book = sound_isian(2)
    assert book.meta is not None
    book.meta["versi"] = version
    return book


Move = Callable[..., "Said"]


@dataclass(frozen=True)
class Said:
    exit_code: int
    output: str


@pytest.fixture
def move(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Move files by the command, as a person does."""

    def call(*paths: Path, further: Sequence[str] = ()) -> Said:
        named = [part for path in paths for part in ("--pindah", str(path))]
        code = run_guarded(group, ["templat", "--ruang", str(workspace.root), *further, *named])
        out, err = capsys.readouterr()
        return Said(code, " ".join(f"{out} {err}".split()))

    return call


def moved(workspace: Workspace) -> Path:
    (path,) = workspace.output.rglob("pindah/*.xlsx")
    return path


def read(path: Path) -> Submission:
    return read_submission(take_snapshot(path, path.name), ISIAN)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_value_is_carried_as_it_was_typed(
    workspace: Workspace, tmp_path: Path, move: Move
) -> None:
    book = older()
    book.sheets["Pegawai"][0]["NIP"] = 1.99001012015031e17
    book.sheets["Hasil Kerja"][0]["Realisasi"] = "12,5"
    book.sheets["Hasil Kerja"][1]["Realisasi"] = None
    book.sheets["Hasil Kerja"][2]["Bukti Dukung"] = "=bukan rumus, hanya teks"
    book.sheets["Penilaian"][0]["Tanggal Penilaian"] = date(2026, 4, 2)
    book.sheets["Hasil Kerja"][0]["Umpan Balik"] = "baris satu\nbaris dua  "
    path = book.save(tmp_path / "lama.xlsx")
    before, stamp = read(path), digest(path)

    result = move(path)

    assert result.exit_code == 0, result.output
    after = read(moved(workspace))
    assert content_of(after) == content_of(before)
    assert after.meta is not None
    assert after.meta["versi"] == ISIAN.version
    assert digest(path) == stamp
    assert "Hasil Kerja 6 baris" in result.output


def test_every_way_in_which_a_version_can_differ_is_carried_over(
    workspace: Workspace, tmp_path: Path, move: Move, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pindah, "book_for", lambda _: BOOK)
    path = tmp_path / "lama.xlsx"
    workbook_lama(drawn_lama()).save(path)
    before = read_submission(take_snapshot(path, path.name), BOOK)

    result = move(path)

    assert result.exit_code == 0, result.output
    after = read(moved(workspace))
    assert content_of(after) == content_of(before)
    assert after.meta is not None
    assert after.meta["versi"] == ISIAN.version
    assert {sheet.name for sheet in after.sheets} >= {"Pegawai"}
    assert "6 nilai mendapat nama yang berlaku sekarang" in result.output
    assert "Kolom tambahan ikut dipindahkan: Hasil Kerja: Kode Kegiatan" in result.output
    assert "Kolom baru, masih kosong: Hasil Kerja: Umpan Balik" in result.output


def test_moved_file_is_a_current_template_with_its_lists_and_live_status(
    workspace: Workspace, tmp_path: Path, move: Move
) -> None:
    move(older().save(tmp_path / "lama.xlsx"))

    book = load_workbook(moved(workspace))
    sheet = book["Hasil Kerja"]
    assert sheet["A5"].data_type == "f"
    assert sheet.data_validations.count > 5
    assert {"Petunjuk", "Referensi", "_meta"} <= set(book.sheetnames)
    assert book["Pegawai"].protection.sheet


def test_columns_that_nobody_knows_are_carried_and_named(
    workspace: Workspace, tmp_path: Path, move: Move
) -> None:
    book = older()
    book.headings["Hasil Kerja"] = (
        *(heading for heading in (CEK, *headings_of(HasilKerjaRow))), "Catatan Bidang",
    )  # fmt: skip
    for row in book.sheets["Hasil Kerja"]:
        row["Catatan Bidang"] = "milik unit"
    path = book.save(tmp_path / "lama.xlsx")

    result = move(path)

    assert "Hasil Kerja: Catatan Bidang" in result.output
    sheet = next(one for one in read(moved(workspace)).sheets if one.key == "Hasil Kerja")
    assert {value for row in sheet.rows for value in row.extra} == {"milik unit"}


def test_new_columns_come_blank_and_are_named(
    workspace: Workspace, tmp_path: Path, move: Move
) -> None:
    book = older()
    kept = tuple(heading for heading in headings_of(HasilKerjaRow) if heading != "Umpan Balik")
    book.headings["Hasil Kerja"] = (CEK, *kept)
    path = book.save(tmp_path / "lama.xlsx")

    result = move(path)

    assert "Kolom baru, masih kosong: Hasil Kerja: Umpan Balik" in result.output
    sheet = next(one for one in read(moved(workspace)).sheets if one.key == "Hasil Kerja")
    assert "umpan_balik" in {column.field for column in sheet.columns}


def test_formulas_become_their_values_and_are_counted(
    workspace: Workspace, tmp_path: Path, move: Move
) -> None:
    path = older().save(tmp_path / "lama.xlsx")
    with_formula(path, "Hasil Kerja", "<v>", "<f>1+1</f><v>")

    result = move(path)

    assert result.exit_code == 0, result.output
    assert "rumus menjadi nilainya" in result.output
    book = load_workbook(moved(workspace))
    formulas = [
        cell
        for row in book["Hasil Kerja"].iter_rows(min_row=5, min_col=2)
        for cell in row
        if cell.data_type == "f"
    ]
    assert formulas == []


def test_result_that_reads_otherwise_is_never_kept(
    workspace: Workspace, tmp_path: Path, move: Move, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(request: PindahRequest) -> bytes:
        sheets = tuple(replace(sheet, rows=sheet.rows[:-1]) for sheet in request.submission.sheets)
        return render_pindah(
            replace(request, submission=replace(request.submission, sheets=sheets))
        )

    monkeypatch.setattr(pindah, "render_pindah", forgetful)

    assert move(older().save(tmp_path / "lama.xlsx")).exit_code == 6
    assert list(workspace.output.rglob("*.xlsx")) == []


def test_moved_file_replaces_the_older_one_in_a_run(
    workspace: Workspace, tmp_path: Path, move: Move
) -> None:
    path = older().save(tmp_path / "lama.xlsx")
    move(path)
    (workspace.input / "lama.xlsx").write_bytes(path.read_bytes())
    (workspace.input / "baru.xlsx").write_bytes(moved(workspace).read_bytes())

    result = process(workspace, HERE)

    assert sorted(file.verdict.value for file in result.files) == ["dilewati", "diterima"]
    assert len(result.periods[0].employees) == 2


def test_same_file_moved_twice_gives_the_same_bytes(
    workspace: Workspace, tmp_path: Path, move: Move
) -> None:
    path = older().save(tmp_path / "lama.xlsx")
    move(path)
    first = moved(workspace).read_bytes()

    move(path)

    assert moved(workspace).read_bytes() == first


def test_what_cannot_be_read_is_refused_in_words_and_the_others_go_on(
    workspace: Workspace, tmp_path: Path, move: Move
) -> None:
    bad = tmp_path / "rusak.xlsx"
    bad.write_bytes(b"bukan buku kerja")
    good = older().save(tmp_path / "lama.xlsx")

    result = move(bad, good)

    assert result.exit_code == 1
    assert "BRK-01" in result.output
    assert moved(workspace).name == "lama_pindah.xlsx"


def test_one_of_the_three_kinds_is_asked_for(tmp_path: Path, move: Move) -> None:
    path = older().save(tmp_path / "lama.xlsx")

    assert move(path, further=("--periode", "2026-TW1")).exit_code == 2


def with_formula(path: Path, sheet: str, found: str, written: str) -> None:
    """Turn the first number of a sheet into the result of a formula."""
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    names = load_workbook(path).sheetnames
    name = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
    text = parts[name].decode()
    at = text.index('t="n"') if 't="n"' in text else text.index("<v>")
    at = text.index(found, at)
    parts[name] = (text[:at] + written + text[at + len(found) :]).encode()
    with ZipFile(path, "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)
