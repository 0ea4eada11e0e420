"""What is printed person by person: one workbook for each, in the private folder of the run."""

from __future__ import annotations

import re
from typing import Final

from kinerja_xlsx.run.unit_task import Cetakan, UnitTask
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.write.hasil import HasilBook, HasilForm, render_formulir

PEGAWAI: Final = "pegawai"
"""Folder, below that of the unit, of what holds one person alone."""


def lay_out_people(task: UnitTask, book: HasilBook) -> tuple[Cetakan, ...]:
    """Write the forms of each person, where they are to be printed; one may have several.

    Raises:
        OSError: The private folder cannot be written.
    """
    if task.prints is None or task.root is None:
        return ()
    workspace = Workspace(task.root)
    people: dict[str, list[HasilForm]] = {}
    for form in book.forms:
        people.setdefault(form.penugasan.nip, []).append(form)
    folder = task.prints / f"{task.period}-{task.folder}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    home = workspace.period_folder(task.period.code) / "unit" / task.folder / PEGAWAI
    prints: list[Cetakan] = []
    for nip, forms in people.items():
        source = folder / f"{nip}.xlsx"
        source.write_bytes(render_formulir(book, forms))
        target = workspace.relative(home / f"Hasil_{nip}_{task.period}.pdf")
        prints.append(Cetakan(source, target, task.period.code))
    return tuple(prints)


def is_person_of(task: UnitTask, name: str) -> bool:
    """Tell whether a file is the PDF of one person in the period of a task."""
    return re.fullmatch(rf"Hasil_\d{{18}}_{re.escape(task.period.code)}\.pdf", name) is not None
