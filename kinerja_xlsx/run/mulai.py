"""Making a workspace: folders, blank templates, and a settings workbook to fill in."""

from __future__ import annotations

from pathlib import Path

from kinerja_xlsx.run.workspace import make_workspace
from kinerja_xlsx.write.place import place
from kinerja_xlsx.write.templates import blank_templates


def start_workspace(folder: Path) -> tuple[str, ...]:
    """Make a workspace; whatever is already there stays as it is.

    Returns:
        One line for each file: made, or already there.

    Raises:
        WorkspaceError: A folder cannot be made.
        OSError: A file cannot be written.
    """
    workspace = make_workspace(folder)
    blanks = blank_templates()
    wanted = {workspace.templates / name: data for name, data in blanks.items()}
    wanted[workspace.pengaturan] = blanks[workspace.pengaturan.name]
    lines: list[str] = []
    for path, data in wanted.items():
        name = workspace.relative(path)
        if path.exists():
            lines.append(f"{name} sudah ada dan tidak diubah.")
            continue
        place(path, data)
        lines.append(f"{name} dibuat.")
    return tuple(lines)
