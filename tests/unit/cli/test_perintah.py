"""Commands hand over what was asked, and answer on the right stream with the run's exit code."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.templat import MadeTemplate
from kinerja_xlsx.run.workspace import Workspace, WorkspaceError
from tests.drawn_run import drawn_run, sound_run

Asked = list[tuple[Workspace, RunOptions]]


def module(name: str) -> ModuleType:
    return importlib.import_module(f"kinerja_xlsx.cli.{name}")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Asked:
    """Let runs return the drawn one, and remember what was asked."""
    (tmp_path / "input").mkdir()
    calls: Asked = []

    def process(workspace: Workspace, options: RunOptions) -> RunResult:
        calls.append((workspace, options))
        return drawn_run()

    for name in ("demo", "periksa", "proses"):
        monkeypatch.setattr(module(name), "process", process)
    monkeypatch.setattr(module("demo"), "make_demo", lambda folder: Workspace(folder.resolve()))
    return calls


def test_plain_run_takes_the_current_folder(
    run: Callable[..., Any], asked: Asked, tmp_path: Path
) -> None:
    said = run("proses")

    ((workspace, options),) = asked
    assert workspace.root == tmp_path.resolve()
    assert (options.period, options.workers, options.files) == (None, None, ())
    assert (options.writes, options.wants_trail) == (True, False)
    assert said.code == 1
    assert said.out.startswith("Berkas ")
    assert said.err == ""


def test_options_reach_the_run(run: Callable[..., Any], asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "kota" / "input").mkdir(parents=True)

    said = run("proses", "--ruang", "kota", "--periode", "2026-tw1", "--pekerja", "2")

    ((workspace, options),) = asked
    assert workspace.root == (tmp_path / "kota").resolve()
    assert options.period == Period.parse("2026-TW1")
    assert options.workers == 2
    assert "Hasilnya di kota/output/2026-TW1/" in said.out


@pytest.mark.parametrize("arguments", [["proses"], ["periksa"], ["demo"]])
def test_json_is_the_only_thing_on_the_output(
    arguments: list[str], run: Callable[..., Any], asked: Asked
) -> None:
    said = run(*arguments, "--json")

    assert json.loads(said.out)["exit_code"] == said.code == 1
    assert "Berkas " in said.err
    assert asked[0][1].wants_trail


@pytest.mark.parametrize("name", ["proses", "periksa"])
def test_document_comes_after_the_words(
    name: str, run: Callable[..., Any], asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(module(name), "summarise", broken)

    said = run(name, "--json")

    assert len(asked) == 1
    assert json.loads(said.out)["exit_code"] == said.code == 6


def test_check_writes_nothing_and_lists_issues(
    run: Callable[..., Any], asked: Asked, tmp_path: Path
) -> None:
    (tmp_path / "isian.xlsx").touch()

    said = run("periksa", "isian.xlsx")

    ((_, options),) = asked
    assert not options.writes
    assert options.files == (Path("isian.xlsx"),)
    assert said.out.startswith("Kesalahan BRK-03 · dishub.xlsx · ")
    assert "\nKesalahan SEL-22 · dinkes.xlsx › Hasil Kerja › U12" in said.out
    assert "\n\nBerkas " in said.out


def test_check_without_issues_starts_with_the_figures(
    run: Callable[..., Any], asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    del asked
    monkeypatch.setattr(module("periksa"), "process", lambda *_: sound_run())

    said = run("periksa")

    assert said.code == 0
    assert said.out.startswith("Berkas ")


@pytest.mark.parametrize("name", ["proses", "periksa"])
def test_folder_that_is_no_workspace_is_explained(name: str, run: Callable[..., Any]) -> None:
    said = run(name, "--ruang", "tak-ada")

    assert said.code == 5
    assert "kinerja-xlsx mulai tak-ada" in said.err


def test_demo_goes_to_its_own_folder_and_explains_itself(
    run: Callable[..., Any], asked: Asked, tmp_path: Path
) -> None:
    said = run("demo", "--pekerja", "1")

    ((workspace, options),) = asked
    assert workspace.root == (tmp_path / "contoh").resolve()
    assert (options.workers, options.writes) == (1, True)
    assert said.code == 1
    assert "sengaja ditanam" in said.out
    assert "contoh/output/2026-TW1/rekap.xlsx" in said.out
    assert said.err == "Membuat kota contoh di folder contoh …\n"


def test_demo_leaves_other_peoples_folder_alone(
    run: Callable[..., Any], asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> Workspace:
        raise WorkspaceError(f"Folder «{folder}» sudah berisi berkas yang bukan contoh.")

    monkeypatch.setattr(module("demo"), "make_demo", refuse)

    said = run("demo", "--ruang", "milik-orang")

    assert said.code == 5
    assert "«milik-orang» sudah berisi berkas yang bukan contoh" in said.err
    assert asked == []


def made(*templates: MadeTemplate) -> Callable[..., tuple[MadeTemplate, ...]]:
    return lambda *_: templates


def test_templates_are_listed_with_their_people(
    run: Callable[..., Any], asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    del asked
    folder = "output/2026-TW1/templat"
    monkeypatch.setattr(
        module("templat"),
        "make_templates",
        made(
            MadeTemplate("DINKES", 12, f"{folder}/Isian_DINKES_2026-TW1.xlsx"),
            MadeTemplate("PU", 3, f"{folder}/Isian_PU_2026-TW1.xlsx"),
        ),
    )

    said = run("templat", "--periode", "2026-TW1")

    assert said.code == 0
    assert said.out == (
        f"{folder}/Isian_DINKES_2026-TW1.xlsx  12 penugasan\n"
        f"{folder}/Isian_PU_2026-TW1.xlsx      3 penugasan\n"
        "\n"
        "2 templat untuk Triwulan I 2026. Bagikan kepada unit masing-masing.\n"
    )


def test_templates_of_the_plan_say_for_whom_they_are_begun(
    run: Callable[..., Any], asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    del asked
    path = "output/2026/templat/SKP_DINKES_2026.xlsx"
    monkeypatch.setattr(
        module("templat"), "make_skp_templates", made(MadeTemplate("DINKES", 12, path, 9))
    )

    said = run("templat", "--skp", "2026")

    assert said.code == 0
    assert said.out == (
        f"{path}  12 penugasan, 9 terisi dari katalog\n"
        "\n"
        "1 templat untuk SKP tahun 2026. Bagikan kepada unit masing-masing.\n"
    )


def test_blank_template_says_what_is_missing(
    run: Callable[..., Any], asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    del asked
    path = "output/2026-TW1/templat/Isian_2026-TW1.xlsx"
    monkeypatch.setattr(module("templat"), "make_templates", made(MadeTemplate(None, 0, path)))

    said = run("templat", "--periode", "2026-TW1")

    assert f"{path}  kosong\n" in said.out
    assert "input/Pengaturan.xlsx belum ada" in said.out


def test_settings_without_units_make_no_template(
    run: Callable[..., Any], asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    del asked
    monkeypatch.setattr(module("templat"), "make_templates", made())

    said = run("templat", "--periode", "2026-TW1")

    assert said.code == 3
    assert "belum berisi unit" in said.err


def test_new_workspace_says_what_to_do_next(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module("mulai"), "start_workspace", lambda _: ("input dibuat.",))

    said = run("mulai", "kota serang")

    assert said.code == 0
    assert said.out.startswith("input dibuat.\n\nRuang kerja siap di folder kota serang.")
    assert 'kinerja-xlsx templat --ruang "kota serang" --periode 2026-TW1' in said.out
