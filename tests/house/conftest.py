"""Fixtures for the launcher: the smallest project around a copy of it."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "jalankan.py"

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "kinerja-xlsx"
version = "0"
[project.optional-dependencies]
test = []
"""
# Enough of a build backend to make an editable wheel without fetching anything.
BACKEND = '''
"""Builds the smallest editable wheel; counts how often it was asked to."""
import os, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    with open("dipasang.log", "a") as log:
        log.write("sekali\\n")
    name = "kinerja_xlsx-0-py3-none-any.whl"
    info = "kinerja_xlsx-0.dist-info/"
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        wheel.writestr("_kinerja.pth", os.getcwd() + "\\n")
        wheel.writestr(
            info + "METADATA",
            "Metadata-Version: 2.1\\nName: kinerja-xlsx\\nVersion: 0\\nProvides-Extra: test\\n",
        )
        wheel.writestr(
            info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
        )
        wheel.writestr(info + "RECORD", "")
    return name
'''
PROGRAM = '''
"""Shows what reached the program, and ends as told."""
import json, os, sys
print(json.dumps({"args": sys.argv[1:], "cwd": os.getcwd(), "utf8": sys.flags.utf8_mode}))
sys.exit(int(sys.argv[-1]) if sys.argv[-1].isdigit() else 0)
'''


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Draw the smallest project around a copy of the launcher."""
    root = tmp_path / "folder program"
    (root / "kinerja_xlsx").mkdir(parents=True)
    shutil.copy(SCRIPT, root)
    (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (root / "backend.py").write_text(BACKEND, encoding="utf-8")
    (root / "kinerja_xlsx" / "__init__.py").write_text('"""Empty."""\n', encoding="utf-8")
    (root / "kinerja_xlsx" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    return root


@pytest.fixture
def jalankan(project: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Import the launcher of the drawn project; nothing it hands over to is really started."""
    monkeypatch.delenv("KINERJA_VENV", raising=False)
    spec = importlib.util.spec_from_file_location("jalankan_di_uji", project / "jalankan.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "hand_over", lambda _command: 0)
    return module
