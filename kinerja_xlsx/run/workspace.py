"""A workspace: the folder with `templates/`, `input/`, `output/`, and where things lie in it."""

from __future__ import annotations

import errno
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kinerja_xlsx import program_name

PENGATURAN: Final = "Pengaturan.xlsx"
TANPA_PERIODE: Final = "tanpa-periode"
MANIFEST: Final = "manifest.json"
ARSIP: Final = "arsip"
"""Folder below `input/` to which answered files are moved when asked."""
MAX_NAME: Final = 120
MAX_NAME_BYTES: Final = 200
"""Linux counts bytes, up to four a sign, and allows 255, those of a temporary name included."""
_FORBIDDEN: Final = re.compile(
    r"[<>:\"/\\|?*\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\ud800-\udfff]"
)
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul"}
    | {"conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"}
)


class WorkspaceError(Exception):
    """The workspace cannot be read, written or locked; the message is for people."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """One workspace, known by its folder."""

    root: Path

    @property
    def input(self) -> Path:
        """What people put in; never edited or moved."""
        return self.root / "input"

    @property
    def output(self) -> Path:
        """What runs make."""
        return self.root / "output"

    @property
    def templates(self) -> Path:
        """Blank templates."""
        return self.root / "templates"

    @property
    def state(self) -> Path:
        """Lock and temporary files; never under `output/`."""
        return self.root / ".kinerja"

    @property
    def pengaturan(self) -> Path:
        """The settings workbook."""
        return self.input / PENGATURAN

    def period_folder(self, period: str | None) -> Path:
        """The outputs of one period, or of files whose period cannot be read."""
        return self.output / (TANPA_PERIODE if period is None else period)

    def relative(self, path: Path) -> str:
        """Write a path below the workspace with `/`."""
        return path.relative_to(self.root).as_posix()


def open_workspace(folder: Path) -> Workspace:
    """Take a folder as a workspace.

    Raises:
        WorkspaceError: It has no `input/` folder.
    """
    workspace = Workspace(folder.resolve())
    if not workspace.input.is_dir():
        raise WorkspaceError(
            f"Folder «{folder}» belum menjadi ruang kerja: tidak ada folder input di dalamnya. "
            f"Jalankan «{program_name()} mulai {folder}» untuk membuatnya."
        )
    return workspace


def make_workspace(folder: Path) -> Workspace:
    """Make the folders of a workspace; what is already there stays.

    Raises:
        WorkspaceError: A folder cannot be made.
    """
    workspace = Workspace(folder.resolve())
    try:
        for path in (workspace.input, workspace.output, workspace.templates):
            path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(
            f"Folder «{folder}» tidak dapat dibuat ({explain_os_error(error)})."
        ) from error
    return workspace


def explain_os_error(error: OSError) -> str:
    """Say in Indonesian why the system refused, with the cure where there is one."""
    known = {
        "ENOSPC": "cakram penuh; kosongkan ruang lalu jalankan ulang",
        "EDQUOT": "jatah ruang habis; kosongkan ruang lalu jalankan ulang",
        "EFBIG": "cakram penuh atau berkas melebihi batas; kosongkan ruang lalu jalankan ulang",
        "EROFS": "cakram hanya dapat dibaca; pilih folder lain",
        "EACCES": "tidak diizinkan; tutup berkas itu di Excel atau periksa hak folder",
        "EPERM": "tidak diizinkan; tutup berkas itu di Excel atau periksa hak folder",
        "ENOENT": "folder atau berkasnya tidak ada",
        "ENOTDIR": "ada berkas di tempat yang seharusnya folder",
        "EEXIST": "ada berkas di tempat yang seharusnya folder",
        "EISDIR": "ada folder di tempat yang seharusnya berkas",
        "ENAMETOOLONG": "namanya terlalu panjang; pilih folder yang lebih pendek jalurnya",
        "EIO": "cakram gagal membaca atau menulis; periksa cakramnya",
    }
    name = errno.errorcode.get(error.errno, "") if error.errno else ""
    return known.get(name, f"kode sistem {error.errno}")


def safe_name(text: str) -> str:
    """Make a file or folder name that every system accepts; alike texts may give the same name."""
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", text))
    name = _cut(name.strip(" ."), MAX_NAME, MAX_NAME_BYTES) or "_"
    # Windows looks at what stands before the first dot, and sees no spaces there.
    if name.split(".")[0].strip().casefold() in _RESERVED:
        name = f"_{name}"
    return name


def _cut(name: str, letters: int, room: int) -> str:
    """Cut a name to so many letters and bytes, never within a letter."""
    return name[:letters].encode()[:room].decode(errors="ignore").rstrip(" .")


def unique_name(stem: str, suffix: str, taken: set[str]) -> str:
    """Make a safe file name that is not taken yet, and mark it taken; `-2` marks a second one."""
    room = len(suffix) + 4
    base = _cut(safe_name(stem), MAX_NAME - room, MAX_NAME_BYTES - room)
    name, number = f"{base}{suffix}", 1
    while name.casefold() in taken:
        number += 1
        name = f"{base}-{number}{suffix}"
    taken.add(name.casefold())
    return name


def folder_names(codes: Iterable[str]) -> dict[str, str]:
    """Give every unit a name for its folder and files that no other unit has, on any system."""
    taken: set[str] = set()
    return {code: unique_name(code, "", taken) for code in sorted(codes)}
