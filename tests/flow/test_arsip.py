"""`--arsip` moves what was answered, once, and changes no result."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.run import arsip
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import MANIFEST, Workspace
from tests.flow.alur import HERE, PERIOD, outputs_of, sent_by_three, settle

ARCHIVE = RunOptions(workers=0, archives=True)
FOLDER = f"arsip/{PERIOD}"


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    files = dict(sent_by_three())
    files["kiriman/rsu.xlsx"] = files.pop("RSU.xlsx")
    return settle(tmp_path, {**files, "rusak.xlsx": b"bukan buku kerja"})


def names(office: Workspace) -> list[str]:
    return sorted(
        path.relative_to(office.input).as_posix()
        for path in office.input.rglob("*")
        if path.is_file()
    )


def moved(*files: str) -> list[str]:
    return sorted([*(f"{FOLDER}/{file}" for file in files), "Pengaturan.xlsx", "rusak.xlsx"])


def test_answered_files_move_and_refused_ones_stay(office: Workspace) -> None:
    before = {path.name: path.read_bytes() for path in office.input.rglob("*.xlsx")}

    result = process(office, ARCHIVE)

    assert names(office) == moved("PKM.xlsx", "SEK.xlsx", "kiriman/rsu.xlsx")
    assert {path.name: path.read_bytes() for path in office.input.rglob("*.xlsx")} == before
    assert not (office.input / "kiriman").exists()
    assert result.notices[0] == (
        f"3 berkas dipindahkan ke input/arsip/ (periode {PERIOD}). Di sana berkas itu tetap "
        "dibaca oleh proses berikutnya."
    )


def test_second_run_reads_them_there_and_moves_nothing(office: Workspace) -> None:
    process(office, ARCHIVE)
    made, there = outputs_of(office), names(office)

    again = process(office, ARCHIVE)

    assert names(office) == there
    assert again.notices == ()
    assert outputs_of(office).keys() == made.keys()
    assert [len(period.employees) for period in again.periods if period.period] == [9]


def test_manifest_knows_the_new_place(office: Workspace) -> None:
    process(office, ARCHIVE)

    manifest = json.loads((office.period_folder(PERIOD.code) / MANIFEST).read_bytes())
    places = {file["file"]: file["archived"] for file in manifest["files"]}
    assert places == {
        "PKM.xlsx": f"{FOLDER}/PKM.xlsx",
        "SEK.xlsx": f"{FOLDER}/SEK.xlsx",
        "kiriman/rsu.xlsx": f"{FOLDER}/kiriman/rsu.xlsx",
    }


def test_file_that_changed_during_the_run_stays(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = arsip.archive

    def change_first(workspace: Workspace, result: object) -> object:
        (office.input / "PKM.xlsx").write_bytes(sent_by_three()["SEK.xlsx"])
        return real(workspace, result)  # type: ignore[arg-type] # handed through

    monkeypatch.setattr("kinerja_xlsx.run.process.archive", change_first)
    touched: list[Path] = []
    move = Path.replace

    def note(path: Path, target: Path) -> Path:
        touched.append(path)
        return move(path, target)

    monkeypatch.setattr(Path, "replace", note)

    result = process(office, ARCHIVE)

    assert office.input / "PKM.xlsx" not in touched
    assert office.input / "SEK.xlsx" in touched
    assert "PKM.xlsx" in names(office)
    assert f"{FOLDER}/SEK.xlsx" in names(office)
    assert "1 berkas belum dipindahkan ke arsip" in result.notices[-1]
    assert "«PKM.xlsx»" in result.notices[-1]


def test_file_that_is_replaced_at_the_last_moment_comes_back(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def swap_first(path: Path, target: Path) -> Path:
        if path == office.input / "PKM.xlsx":
            path.write_bytes(b"pengganti yang baru datang")
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", swap_first)
        process(office, ARCHIVE)

    assert (office.input / "PKM.xlsx").read_bytes() == b"pengganti yang baru datang"
    assert f"{FOLDER}/PKM.xlsx" not in names(office)


def test_held_file_stays_and_is_named(office: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if path == office.input / "PKM.xlsx":
            raise PermissionError(13, "held", str(path))
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        result = process(office, ARCHIVE)

    assert "PKM.xlsx" in names(office)
    assert "«PKM.xlsx»" in result.notices[-1]
    process(office, ARCHIVE)
    assert "PKM.xlsx" not in names(office)


def test_another_file_of_the_same_name_in_the_archive_is_kept(office: Workspace) -> None:
    old = office.input / FOLDER / "PKM.xlsx"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"bukan buku kerja")

    process(office, ARCHIVE)

    assert old.read_bytes() == b"bukan buku kerja"
    assert f"{FOLDER}/PKM-2.xlsx" in names(office)


def test_move_that_was_cut_short_is_finished(office: Workspace) -> None:
    done = office.input / FOLDER / "PKM.xlsx"
    done.parent.mkdir(parents=True)
    done.write_bytes((office.input / "PKM.xlsx").read_bytes())

    process(office, ARCHIVE)

    assert names(office) == moved("PKM.xlsx", "SEK.xlsx", "kiriman/rsu.xlsx")


def test_without_the_option_nothing_moves(office: Workspace) -> None:
    before = names(office)

    process(office, HERE)

    assert names(office) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_name_that_is_no_text_is_no_obstacle(office: Workspace) -> None:
    odd = Path(os.fsdecode(os.fsencode(office.input) + b"/rs\xff.xlsx"))
    (office.input / "kiriman" / "rsu.xlsx").replace(odd)

    result = process(office, ARCHIVE)

    assert odd.exists()
    assert "1 berkas belum dipindahkan" in result.notices[-1]


def test_option_is_known_to_the_command(
    office: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    run_guarded(group, ["proses", "--ruang", str(office.root), "--arsip", "--pekerja", "1"])

    assert "Catatan: 3 berkas dipindahkan ke input/arsip/" in capsys.readouterr().out
