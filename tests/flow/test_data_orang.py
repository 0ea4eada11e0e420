"""`diagnosa --data` names every place of a person's data, and what it could not look into."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.data_orang import DataOrang
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.data_orang import data_json, tell_data
from kinerja_xlsx.run.diagnosa import data, locate_person
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace, WorkspaceError, make_workspace
from tests.flow.alur import HERE, PERAWAT, PERIOD, sent_by_three, settle
from tests.flow.kerusakan import search_or_die

MASKED = "19900101…1001"
HASIL = f"output/{PERIOD}/unit/PKM/Hasil_PKM_{PERIOD}"


@pytest.fixture(scope="module")
def processed(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Process an office once, then put down what else can lie in a workspace."""
    office = settle(tmp_path_factory.mktemp("kantor"), sent_by_three())
    process(office, HERE)
    stray = Workbook()
    stray.active.title = "Rekap saya"  # type: ignore[union-attr] # a new book has a sheet
    stray.active["C4"] = "19900101 201503 1 001"  # type: ignore[index] # as above
    (office.input / "arsip" / "2025-TW4").mkdir(parents=True)
    stray.save(office.input / "arsip" / "2025-TW4" / "lama.xlsx")
    (office.input / "rusak.xlsx").write_bytes(b"PK\x03\x04")
    (office.input / "kosong.xlsx").touch()
    (office.input / "unduhan.xls").write_text(f"<html><td>{PERAWAT}</td>", encoding="utf-8")
    (office.input / "~$PKM.xlsx").write_bytes(b"Contoh Nama")
    period = office.output / PERIOD.code
    for name in ("ekspor/nilai.csv", "ekspor/nilai.parquet", f"unit/RSU/{PERAWAT}.pdf"):
        (period / name).parent.mkdir(exist_ok=True)
        (period / name).write_text(f"nip;nama\n1;x\n{PERAWAT};y\n", encoding="utf-8")
    for name in (f"{HASIL}.pdf", f"{HASIL.replace('PKM', 'SEK')}.pdf", "output/lain.pdf"):
        (office.root / name).write_bytes(b"%PDF")
    return office


@pytest.fixture(scope="module")
def found(processed: Workspace) -> DataOrang:
    return locate_person(processed, PERAWAT, HERE)


def kinds(found: DataOrang) -> Mapping[str, str]:
    return {place.path: place.jenis.kunci for place in found.tempat}


def test_every_place_is_named_by_its_kind(found: DataOrang) -> None:
    assert kinds(found) == {
        "input/Pengaturan.xlsx": "pengaturan",
        "input/PKM.xlsx": "isian",
        "input/unduhan.xls": "isian",
        "input/arsip/2025-TW4/lama.xlsx": "arsip",
        f"output/{PERIOD}/laporan.html": "hasil",
        f"output/{PERIOD}/rekap.xlsx": "hasil",
        f"{HASIL}.pdf": "hasil",
        f"{HASIL}.xlsx": "hasil",
        f"output/{PERIOD}/unit/PKM/Perbaikan_PKM_{PERIOD}_r1.xlsx": "hasil",
        f"output/{PERIOD}/unit/RSU/{PERAWAT}.pdf": "hasil",
        f"output/{PERIOD}/manifest.json": "manifest",
        f"output/{PERIOD}/ekspor/nilai.csv": "ekspor",
    }
    assert all(place.jenis.akibat for place in found.tempat)


def test_rows_are_those_of_the_sheets(processed: Workspace, found: DataOrang) -> None:
    places = {place.path: place.lembar for place in found.tempat}
    book = load_workbook(processed.input / "PKM.xlsx")
    expected = {
        sheet.title: tuple(
            row[0].row for row in sheet.iter_rows() if PERAWAT in {cell.value for cell in row}
        )
        for sheet in book
    }

    assert {one.lembar: one.baris for one in places["input/PKM.xlsx"]} == {
        name: rows for name, rows in expected.items() if rows
    }
    (stray,) = places["input/arsip/2025-TW4/lama.xlsx"]
    assert (stray.lembar, stray.baris) == ("Rekap saya", (4,))
    assert places[f"output/{PERIOD}/ekspor/nilai.csv"][0].baris == (3,)


def test_ledger_counts_the_person(found: DataOrang) -> None:
    assert dict(found.catatan)["scores"] == dict(found.catatan)["forms"] == 1


def test_what_could_not_be_looked_into_is_named(found: DataOrang) -> None:
    assert [one.path for one in found.tak_tercari] == [
        "input/rusak.xlsx",
        "input/unduhan.xls",
        f"output/{PERIOD}/ekspor/nilai.parquet",
        "output/lain.pdf",
    ]
    assert [one.sebab for one in found.tak_tercari[:2]] == [
        "berkas tidak utuh (BRK-04)",
        "bukan buku kerja Excel (BRK-01)",
    ]


def test_nothing_is_written(processed: Workspace) -> None:
    def names() -> list[tuple[Path, int]]:
        return [(path, path.stat().st_size) for path in sorted(processed.root.rglob("*"))]

    before = names()
    locate_person(processed, PERAWAT, HERE)

    assert names() == before


def test_nip_is_whole_only_where_asked(found: DataOrang) -> None:
    hidden, whole = (tell_data(found, shows_all=shows_all) for shows_all in (False, True))

    assert PERAWAT not in hidden
    assert f"Letak data NIP {MASKED}" in hidden
    assert f"unit/RSU/{MASKED}.pdf" in hidden
    assert "--lengkap" in hidden
    assert f"unit/RSU/{PERAWAT}.pdf" in whole
    assert "--lengkap" not in whole


def test_document_tells_the_same(found: DataOrang) -> None:
    document: dict[str, Any] = json.loads(data_json(found))

    assert {one["path"]: one["kind"] for one in document["places"]} == kinds(found)
    assert document["ledger"]["rows"] == dict(found.catatan)
    assert len(document["not_searched"]) == 4


def test_person_nobody_knows_lies_nowhere(tmp_path: Path) -> None:
    office = make_workspace(tmp_path)

    found = locate_person(office, PERAWAT, HERE)

    assert (found.tempat, found.catatan, found.berkas) == ((), (), 0)
    assert "tidak ditemukan" in tell_data(found, shows_all=False)
    assert not office.state.exists()


def test_damaged_ledger_is_named(tmp_path: Path) -> None:
    office = make_workspace(tmp_path)
    office.state.mkdir()
    (office.state / "buku.sqlite").write_bytes(b"bukan catatan" * 100)

    (one,) = locate_person(office, PERAWAT, HERE).tak_tercari

    assert one.path == ".kinerja/buku.sqlite"


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_worker_that_dies_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "search_file", search_or_die)
    office = settle(tmp_path, sent_by_three())

    found = locate_person(office, PERAWAT, RunOptions(workers=2))

    assert [one.path for one in found.tak_tercari] == ["input/RSU.xlsx"]
    assert set(kinds(found)) == {"input/Pengaturan.xlsx", "input/PKM.xlsx"}


def test_run_under_way_is_waited_for(tmp_path: Path) -> None:
    office = make_workspace(tmp_path)

    with hold_lock(office), pytest.raises(WorkspaceError, match="sedang dipakai"):
        locate_person(office, PERAWAT, HERE)


@pytest.mark.parametrize(
    "arguments", [("--data", "1234"), ("--data", "PKM"), ("--lengkap",), ("--data", f"{PERAWAT}1")]
)
def test_anything_but_a_nip_is_a_usage_error(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    make_workspace(tmp_path)

    code = run_guarded(group, ["diagnosa", "--ruang", str(tmp_path), *arguments])

    assert code == ExitCode.CARA_PAKAI


def test_command_ends_with_one_where_something_is_left_to_look_into(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = settle(tmp_path, {"PKM.xlsx": sent_by_three()["PKM.xlsx"]})
    asked = [
        "diagnosa",
        "--ruang",
        str(tmp_path),
        "--pekerja",
        "1",
        "--data",
        "19900101 201503 1 001",
    ]

    assert run_guarded(group, asked) == ExitCode.SELESAI
    assert f"Letak data NIP {MASKED}" in capsys.readouterr().out
    shutil.copy(office.input / "PKM.xlsx", office.input / "salinan.pdf")
    assert run_guarded(group, [*asked, "--json"]) == ExitCode.ADA_YANG_DITAHAN
    assert json.loads(capsys.readouterr().out)["nip"] == PERAWAT
