"""What is printed person by person: one workbook for each, in the private folder of the run."""

from __future__ import annotations

from kinerja_xlsx.run.buku_unit import PEGAWAI
from kinerja_xlsx.run.unit_task import Cetakan, UnitTask
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.write.hasil import HasilBook, by_person, render_formulir


def lay_out_people(task: UnitTask, book: HasilBook) -> tuple[Cetakan, ...]:
    """Write the forms of each person, where they are to be printed; one may have several.

    Raises:
        OSError: The private folder cannot be written.
    """
    if task.prints is None or task.root is None:
        return ()
    workspace = Workspace(task.root)
    folder = task.prints / f"{task.period}-{task.folder}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    home = workspace.period_folder(task.period.code) / "unit" / task.folder / PEGAWAI
    prints: list[Cetakan] = []
    for nip, forms in by_person(book).items():
        source = folder / f"{nip}.xlsx"
        source.write_bytes(render_formulir(book, forms))
        target = workspace.relative(home / f"Hasil_{nip}_{task.period}.pdf")
        prints.append(Cetakan(source, target, task.period.code))
    return tuple(prints)
