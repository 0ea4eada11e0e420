"""CONTRIBUTING in step with the tree: its packages, its paths and its commands exist."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def listed_packages() -> set[str]:
    """Read the package names of the layout block, below `kinerja_xlsx/`."""
    block = GUIDE.split("\nkinerja_xlsx/\n", 1)[1].split("```", 1)[0]
    return set(re.findall(r"^  (\w+)/ ", block, re.MULTILINE))


def test_layout_lists_every_package() -> None:
    packages = {path.parent.name for path in (ROOT / "kinerja_xlsx").glob("*/__init__.py")}

    assert listed_packages() == packages


def test_layers_contract_knows_every_listed_package() -> None:
    contracts = SETTINGS["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")

    assert listed_packages() <= set(re.findall(r"\w+", " ".join(layers)))


def test_paths_in_the_guide_exist() -> None:
    paths = re.findall(r"`((?:kinerja_xlsx|tests|\.ci|\.github)/[\w./]*)`", GUIDE)

    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_commands_of_the_guide_are_the_tasks() -> None:
    tasks = SETTINGS["tool"]["poe"]["tasks"]

    assert set(re.findall(r"`poe (\w+)", GUIDE)) == set(tasks)
