"""Making the demo workspace: folders, a synthetic city's files, and a mark that it is a demo."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from kinerja_xlsx.run.demo import make_city, write_city
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.mulai import start_workspace
from kinerja_xlsx.run.workspace import Workspace, WorkspaceError

MARK: Final = "demo"


def make_demo(folder: Path) -> Workspace:
    """Make or renew a demo workspace; a folder with other people's files is left alone.

    Raises:
        WorkspaceError: The folder holds files in `input/` and is no demo workspace.
        OSError: A file cannot be written.
    """
    workspace = Workspace(folder.resolve())
    mark = workspace.state / MARK
    if not mark.exists() and workspace.input.is_dir() and any(workspace.input.iterdir()):
        raise WorkspaceError(
            f"Folder «{folder}» sudah berisi berkas yang bukan contoh, jadi tidak disentuh. "
            "Pilih folder lain dengan --ruang."
        )
    workspace.root.mkdir(parents=True, exist_ok=True)
    with hold_lock(workspace):
        shutil.rmtree(workspace.input, ignore_errors=True)
        workspace.input.mkdir(exist_ok=True)
        mark.touch()
        write_city(make_city(), workspace.root)
        start_workspace(workspace.root)
    return workspace
