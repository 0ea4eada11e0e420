"""Outputs appear whole, stale ones go, and nothing of other people is ever touched."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.result import Output
from kinerja_xlsx.model.run_facts import RunFacts
from kinerja_xlsx.model.run_result import PeriodResult, RunResult
from kinerja_xlsx.run import buku_unit, keluaran, put
from kinerja_xlsx.run.keluaran import OrphanedError, put_file, put_workbook
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.put import put_manifests, remove_lost, sweep
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.run.workspace import MANIFEST, Workspace, make_workspace
from kinerja_xlsx.write.hasil import HasilBook, render_hasil
from kinerja_xlsx.write.hasil.bagian import Bagian
from kinerja_xlsx.write.place import DamagedOutputError
from kinerja_xlsx.write.rekap import render_rekap
from kinerja_xlsx.write.templates import blank_templates
from tests.flow.alur import HERE, PERIOD, open_office, outputs_of, send

FACTS = RunFacts("0.1.0", datetime(2026, 4, 1, tzinfo=UTC), 1.0, 1, "pc", (), None)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path / "ruang")


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    office = open_office(tmp_path / "kantor")
    send(office)
    return office


def touch(workspace: Workspace, *names: str) -> list[Path]:
    paths = [workspace.output / PERIOD.code / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(path.name.encode())
    return paths


def list_in_manifest(workspace: Workspace, *names: str) -> Path:
    """Write the manifest of an earlier run; names are paths below the workspace."""
    path = workspace.period_folder(PERIOD.code) / MANIFEST
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"outputs": [{"path": name} for name in names]}), encoding="utf-8")
    return path


def finish(workspace: Workspace, *outputs: Path) -> None:
    """Write the manifest of a run that made these outputs."""
    made = tuple(Output(workspace.relative(path), "") for path in outputs)
    result = RunResult("1", (PeriodResult(PERIOD.code, outputs=made),), (), ())
    put_manifests(workspace, result, FACTS)


def test_only_temporary_files_of_ours_are_swept(workspace: Workspace) -> None:
    ours, theirs, other = touch(
        workspace, "unit/A/.~Hasil_A.xlsx.123.tmp", ".~lock.rekap.xlsx#", ".~milik orang.tmp"
    )

    sweep(workspace)

    assert not ours.exists()
    assert theirs.exists()
    assert other.exists()


def test_output_that_is_no_longer_made_goes_with_its_empty_folder(workspace: Workspace) -> None:
    stale, kept, mine = touch(workspace, "unit/A/Hasil_A.xlsx", "rekap.xlsx", "unit/catatan.txt")
    list_in_manifest(workspace, workspace.relative(stale), workspace.relative(kept))

    finish(workspace, kept)

    assert not stale.parent.exists()
    assert kept.exists()
    assert mine.exists()


def test_manifest_that_was_edited_removes_nothing_outside_its_folder(
    workspace: Workspace,
) -> None:
    (other,) = touch(workspace, "../2026-TW2/rekap.xlsx")
    secret = workspace.root.parent / "rahasia.txt"
    secret.touch()
    names = ("../rahasia.txt", str(secret), "output/2026-TW2/rekap.xlsx", "input")
    list_in_manifest(workspace, *names)

    finish(workspace)

    assert secret.exists()
    assert other.exists()
    assert workspace.input.exists()


@pytest.mark.parametrize("damaged", [b"", b"[]", b'{"outputs": [1]}', b"\xff"])
def test_damaged_manifest_removes_nothing(workspace: Workspace, damaged: bytes) -> None:
    (kept,) = touch(workspace, "rekap.xlsx")
    list_in_manifest(workspace).write_bytes(damaged)

    finish(workspace)

    assert kept.exists()


def test_same_file_under_another_name_is_not_stale(workspace: Workspace) -> None:
    # As on systems that take both names for one file.
    (made,) = touch(workspace, "unit/a/Hasil.xlsx")
    alias = made.with_name("HASIL.xlsx")
    os.link(made, alias)
    list_in_manifest(workspace, workspace.relative(alias))

    finish(workspace, made)

    assert alias.exists()


def test_outputs_of_a_lost_unit_go_and_other_files_stay(workspace: Workspace) -> None:
    task = UnitTask(workspace.root, None, "A", "A", PERIOD, (), {}, wants_trail=False)
    *ours, other, mine = touch(
        workspace,
        "unit/A/Hasil_A_2026-TW1.xlsx",
        "unit/A/Hasil_A_2026-TW1.pdf",
        "unit/A/pegawai/Hasil_199001012015031001_2026-TW1.pdf",
        "unit/A/Perbaikan_A_2026-TW1_r1.xlsx",
        "unit/A/Perbaikan_A_2026-TW1_r1-2.xlsx",
        "unit/A/penilai/Lembar_Penilai_A_2026-TW1_KADIS.xlsx",
        "unit/A/Hasil_A_2026-TW2.xlsx",
        "unit/A/Hasil_A_2026-TW1 (salinan).xlsx",
    )

    remove_lost(workspace, [task])

    assert not any(path.exists() for path in ours)
    assert not any((other.parent / folder).exists() for folder in ("pegawai", "penilai"))
    assert other.exists()
    assert mine.exists()


def test_lost_unit_without_outputs_is_no_fault(workspace: Workspace) -> None:
    remove_lost(
        workspace, [UnitTask(workspace.root, None, "A", "A", PERIOD, (), {}, wants_trail=False)]
    )


def test_worker_whose_run_has_died_replaces_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keluaran, "parent_is_gone", lambda: True)

    with pytest.raises(OrphanedError):
        put_workbook(workspace, workspace.output / "a.xlsx", blank_templates()["Isian.xlsx"])

    assert list(workspace.output.iterdir()) == []


def test_damaged_workbook_is_never_put_in_place(workspace: Workspace) -> None:
    data = blank_templates()["Isian.xlsx"][:-40]

    with pytest.raises(DamagedOutputError):
        put_workbook(workspace, workspace.output / "a.xlsx", data)

    assert list(workspace.output.iterdir()) == []


def test_output_that_cannot_be_written_is_named_itself(workspace: Workspace) -> None:
    target = workspace.output / "rekap.xlsx"
    (target / "berkas").mkdir(parents=True)

    with pytest.raises(OSError) as caught:  # noqa: PT011 - which one depends on the system
        put_file(target, b"isi")

    assert caught.value.filename == str(target)
    assert [path.name for path in workspace.output.iterdir()] == ["rekap.xlsx"]


def test_every_workbook_of_forms_of_a_lost_unit_goes(workspace: Workspace) -> None:
    task = UnitTask(workspace.root, None, "A", "A", PERIOD, (), {}, wants_trail=False)
    made = touch(
        workspace,
        "unit/A/Hasil_A_2026-TW1_1.xlsx",
        "unit/A/Hasil_A_2026-TW1_12.xlsx",
        "unit/A/SiapCetak_nama_A_2026-TW1.xlsx",
        "unit/A/SiapCetak_penilai_A_2026-TW1_2.xlsx",
        "unit/A/pegawai/Hasil_199001012015031001_2026-TW1.xlsx",
    )
    mine = touch(
        workspace,
        "unit/A/Hasil_A_2026-TW1_baru.xlsx",
        "unit/A/SiapCetak_umur_A_2026-TW1.xlsx",
        "unit/A/lama/Hasil_199001012015031001_2026-TW1.xlsx",
        "unit/A/arsip/Hasil_A_2026-TW1.xlsx",
    )

    remove_lost(workspace, [task])

    assert not any(path.exists() for path in made)
    assert not made[-1].parent.exists()
    assert all(path.exists() for path in mine)


def test_workbook_that_lost_a_person_is_never_put_in_place(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    process(office, HERE)
    old = outputs_of(office)
    real = render_hasil

    def lose_one(book: HasilBook, bagian: Bagian) -> bytes:
        return real(replace(book, forms=book.forms[1:]), replace(bagian, letak=bagian.letak[1:]))

    monkeypatch.setattr(buku_unit, "render_hasil", lose_one)

    result = process(office, HERE)

    assert [issue.code for issue in result.issues if issue.severity is Severity.GALAT] == [
        IssueCode.SIS_01
    ]
    assert not any("Hasil_" in name for name in outputs_of(office))
    assert any("Hasil_" in name for name in old)


def test_recap_that_lost_a_person_ends_the_run_with_the_old_one_intact(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    process(office, HERE)
    old = outputs_of(office)
    real = render_rekap

    monkeypatch.setattr(
        put, "render_rekap", lambda book: real(replace(book, employees=book.employees[1:]))
    )

    with pytest.raises(DamagedOutputError, match="Pegawai: 2 of 3"):
        process(office, HERE)
    assert outputs_of(office) == old
