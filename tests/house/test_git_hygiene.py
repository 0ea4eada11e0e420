"""What may enter version control: no personal data, nothing large, no path of one machine."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GIT = shutil.which("git")
MAX_BYTES = 1024 * 1024
IS_CHECKOUT = GIT is not None and (ROOT / ".git").exists()
needs_git = pytest.mark.skipif(not IS_CHECKOUT, reason="needs git and a checkout")

TEXT_SUFFIXES = frozenset(
    {"", ".bat", ".cfg", ".css", ".csv", ".html", ".js", ".json", ".md", ".py", ".toml", ".txt"}
    | {".yaml", ".yml"}
)
# A folder of one person's or one machine's: it works nowhere else.
MACHINE_PATH = re.compile(
    r"(?<![\w.~>-])/(?:home|root|Users|mnt|tmp|work|opt|srv)/[\w.]|\b[A-Za-z]:\\+Users\\+\w"
)
# Where packages come from is the business of each machine's own settings.
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.|--(?:extra-)?index-url[ =]|--find-links[ =]https?:"
)


def git(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git on this checkout, whoever owns it."""
    return subprocess.run(
        [str(GIT), "-c", "safe.directory=*", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def versioned_files() -> list[Path]:
    """List what is tracked, and what the next `git add` would track."""
    listing = git("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    paths = [ROOT / name for name in listing.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def text_files() -> list[tuple[str, str]]:
    return [
        (path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in versioned_files()
        if path.suffix in TEXT_SUFFIXES
    ]


@needs_git
@pytest.mark.parametrize(
    "name",
    [
        "input/Isian_DINKES_2026-TW1.xlsx",
        "input/arsip/2026-TW1/Isian.xlsx",
        "output/2026-TW1/rekap.xlsx",
        "contoh/input/Pengaturan.xlsx",
        "contoh/.kinerja/log.txt",
        ".kinerja/kunci",
        ".venv/bin/python",
        "~$Isian.xlsx",
    ],
)
def test_personal_data_and_leftovers_are_ignored(name: str) -> None:
    assert git("check-ignore", "--quiet", "--no-index", name).returncode == 0


@needs_git
@pytest.mark.parametrize("name", ["input/.gitkeep", "output/.gitkeep", "templates/Isian.xlsx"])
def test_the_workspace_itself_is_kept(name: str) -> None:
    assert git("check-ignore", "--quiet", "--no-index", name).returncode == 1


@needs_git
def test_no_file_is_large() -> None:
    files = versioned_files()

    assert files
    assert [path for path in files if path.stat().st_size > MAX_BYTES] == []


@needs_git
def test_no_workbook_outside_the_blank_templates() -> None:
    names = [path.relative_to(ROOT) for path in versioned_files() if path.suffix == ".xlsx"]

    assert [name for name in names if name.parts[0] not in {"templates", "tests"}] == []


@needs_git
def test_no_path_of_one_machine() -> None:
    found = {name: MACHINE_PATH.search(text) for name, text in text_files()}

    assert {name: match[0] for name, match in found.items() if match} == {}


@needs_git
def test_no_address_of_a_package_registry() -> None:
    found = {name: REGISTRY.search(text) for name, text in text_files()}
    found.pop("tests/house/test_git_hygiene.py")  # holds the pattern itself

    assert {name: match[0] for name, match in found.items() if match} == {}


def test_batch_file_suits_windows() -> None:
    content = (ROOT / "jalankan.bat").read_bytes()

    assert content.isascii(), "cmd reads the file before chcp takes effect"
    assert content.count(b"\r\n") == content.count(b"\n") > 0


@pytest.mark.parametrize("code", [0, 1, 2, 3, 4, 5, 6, 7, 130])
def test_batch_file_says_what_an_exit_code_means(code: int) -> None:
    lines = (ROOT / "jalankan.bat").read_text(encoding="ascii").splitlines()

    assert sum(line.startswith(f'if "%KODE%"=="{code}" echo ') for line in lines) == 1


def test_a_machine_path_is_seen() -> None:
    # Drawn with a placeholder, so that this file passes its own check.
    unix, windows = "open('/@home/siti')".replace("@", ""), r"C@\Users\siti".replace("@", ":")

    assert MACHINE_PATH.search(unix)
    assert MACHINE_PATH.search(windows)
    assert not MACHINE_PATH.search("xl/worksheets/sheet1.xml and contoh/work/x")
