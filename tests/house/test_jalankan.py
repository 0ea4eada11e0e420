"""The launcher: what it explains, what it passes on, and when it installs."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "jalankan.py"
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"


def sound_state(jalankan: ModuleType, project: Path, *, python: str = VERSION) -> object:
    """Answer as the Python of a complete .venv does."""
    package = str(project / "kinerja_xlsx" / "__init__.py")
    state: object = jalankan.State(python, has_pip=True, package=package)
    return state


def stamped(jalankan: ModuleType, folder: Path, **fields: object) -> Path:
    """Leave the stamp of a finished installation without extras, except as told."""
    folder.mkdir(exist_ok=True)
    stamp = {"finished": True, "extras": [], "python": VERSION, **fields}
    jalankan.write_stamp(folder, **{"fingerprint": jalankan.fingerprint(), **stamp})
    return folder


def test_python_3_6_can_parse_the_launcher() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_launcher_needs_nothing_installed() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))

    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import)
             for alias in node.names}  # fmt: skip
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_old_python_is_explained(
    jalankan: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(jalankan.sys, "version_info", (3, 8, 10, "final", 0))
    monkeypatch.setattr(jalankan.shutil, "which", lambda _name: None)

    code = jalankan.main(["demo"])

    spoken = capsys.readouterr()
    assert code == jalankan.NOT_READY
    assert "memerlukan Python 3.11 atau yang lebih baru" in spoken.err
    assert "3.8.10" in spoken.err
    assert "sudo apt install python3" in spoken.err
    assert spoken.out == ""


def test_old_python_points_at_a_newer_one_on_this_machine(
    jalankan: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jalankan.shutil, "which", lambda name: name == "python3.12" or None)

    with pytest.raises(jalankan.NotReadyError, match=r"python3\.12 jalankan\.py"):
        jalankan.check_python((3, 9, 2))


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_missing_venv_module_is_explained(
    jalankan: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    missing: str,
) -> None:
    monkeypatch.setattr(jalankan, "find_spec", lambda name: None if name == missing else object())

    code = jalankan.main(["demo"])

    assert code == jalankan.NOT_READY
    assert "sudo apt install python3-venv" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fields", "extras", "expected"),
    [
        ({}, [], True),
        ({}, ["test"], False),
        ({"extras": ["test"]}, [], True),
        ({"fingerprint": "of an older pyproject.toml"}, [], False),
        ({"finished": False}, [], False),
        ({"python": "3.10"}, [], False),
    ],
)
def test_stamp_decides_whether_to_install(
    jalankan: ModuleType,
    project: Path,
    fields: dict[str, object],
    extras: list[str],
    *,
    expected: bool,
) -> None:
    folder = stamped(jalankan, project / ".venv", **fields)

    stamp, state = jalankan.read_stamp(folder), sound_state(jalankan, project)

    assert jalankan.is_current(folder, stamp, state, extras) is expected


def test_package_of_another_folder_is_not_current(
    jalankan: ModuleType, project: Path, tmp_path: Path
) -> None:
    folder = stamped(jalankan, project / ".venv")

    state = sound_state(jalankan, tmp_path)

    assert not jalankan.is_current(folder, jalankan.read_stamp(folder), state, [])


@pytest.mark.parametrize(
    ("change", "sound"),
    [
        ({}, True),
        ({"fingerprint": "old"}, True),
        ({"finished": False}, False),
        ({"python": "3.10"}, False),
        ({"project": "elsewhere"}, False),
        ({"venv": "elsewhere"}, False),
    ],
)
def test_moved_changed_or_half_made_venv_begins_anew(
    jalankan: ModuleType, project: Path, change: dict[str, object], *, sound: bool
) -> None:
    folder = stamped(jalankan, project / ".venv")
    stamp = {**jalankan.read_stamp(folder), **change}

    assert jalankan.is_sound(folder, stamp, sound_state(jalankan, project)) is sound


def test_venv_without_python_or_pip_begins_anew(jalankan: ModuleType, project: Path) -> None:
    folder = stamped(jalankan, project / ".venv")
    stamp = jalankan.read_stamp(folder)

    assert jalankan.inspect(folder) is None
    assert not jalankan.is_sound(folder, stamp, None)
    assert not jalankan.is_sound(
        folder, stamp, jalankan.State(VERSION, has_pip=False, package=None)
    )
    assert not jalankan.is_sound(folder, {}, sound_state(jalankan, project, python="3.10"))


def test_folder_of_someone_else_is_left_alone(
    jalankan: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "naskah").mkdir()
    (tmp_path / "naskah" / "surat.txt").write_text("penting", encoding="utf-8")
    monkeypatch.setenv("KINERJA_VENV", str(tmp_path / "naskah"))

    code = jalankan.main([])

    assert code == jalankan.NOT_READY
    assert (tmp_path / "naskah" / "surat.txt").read_text(encoding="utf-8") == "penting"


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("ConnectTimeoutError: timed out", "internet tidak terjangkau"),
        ("[Errno -3] Temporary failure in name resolution", "internet tidak terjangkau"),
        ("OSError: [Errno 28] No space left on device", "Ruang penyimpanan penuh"),
        ("error: metadata-generation-failed", "Pemasangan belum berhasil"),
    ],
)
def test_failed_pip_is_explained_by_its_cause(
    jalankan: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch, output: str, words: str
) -> None:
    folder = stamped(jalankan, project / ".venv")

    def fail(*_arguments: object, **_options: object) -> int:
        (folder / jalankan.PIP_LOG).write_text(output, encoding="utf-8")
        return 1

    monkeypatch.setattr(jalankan, "run_pip", fail)

    with pytest.raises(jalankan.NotReadyError, match=words):
        jalankan.install(folder, [])
    assert jalankan.read_stamp(folder)["finished"] is False


def test_tested_versions_that_do_not_fit_are_done_without(
    jalankan: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = stamped(jalankan, project / ".venv")
    jalankan.PINS.parent.mkdir()
    jalankan.PINS.write_text("pandas==1\n", encoding="utf-8")
    tried: list[bool] = []

    def only_unpinned(*_arguments: object, pinned: bool) -> int:
        tried.append(pinned)
        (folder / jalankan.PIP_LOG).write_text("ResolutionImpossible", encoding="utf-8")
        return int(pinned)

    monkeypatch.setattr(jalankan, "run_pip", only_unpinned)

    jalankan.install(folder, [])

    assert tried == [True, False]
    assert jalankan.read_stamp(folder)["finished"] is True


def test_ctrl_c_while_preparing_is_130(
    jalankan: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(jalankan, "create", stop)

    assert jalankan.main(["demo"]) == jalankan.STOPPED
    assert "Dihentikan" in capsys.readouterr().err


def test_unwritable_folder_is_explained(
    jalankan: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "denied", str(folder))

    monkeypatch.setattr(jalankan, "create", refuse)

    assert jalankan.main(["demo"]) == jalankan.NOT_READY
    assert "tidak dapat ditulis" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "extras", "tail"),
    [
        ([], [], ["-m", "kinerja_xlsx", "--help"]),
        (["proses", "--json"], [], ["-m", "kinerja_xlsx", "proses", "--json"]),
        (["uji", "-n", "2"], ["test"], ["-m", "pytest", "-n", "2"]),
    ],
)
def test_arguments_are_passed_on(
    jalankan: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    extras: list[str],
    tail: list[str],
) -> None:
    seen: dict[str, list[str]] = {}
    monkeypatch.chdir(Path.cwd())
    monkeypatch.setattr(jalankan, "prepare", lambda _folder, wanted: seen.update(extras=wanted))
    monkeypatch.setattr(jalankan, "hand_over", lambda command: seen.update(command=command) or 0)

    assert jalankan.main(arguments) == 0
    assert seen["extras"] == extras
    assert seen["command"][-len(tail) :] == tail


def test_waiting_for_the_program_passes_its_exit_code(jalankan: ModuleType) -> None:
    assert jalankan.wait_for([sys.executable, "-c", "raise SystemExit(3)"]) == 3


def test_what_other_software_left_for_python_is_not_passed_on(
    jalankan: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "of a mapping program")
    monkeypatch.setenv("PYTHONHOME", "of a mapping program")

    environment = jalankan.child_environment()

    assert environment.keys().isdisjoint({"PYTHONPATH", "PYTHONHOME"})
    assert environment["PYTHONUTF8"] == "1"
