"""`demo`: a synthetic city, processed, with what to open."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, answer_document, say
from kinerja_xlsx.cli.kemajuan import ConsoleProgress
from kinerja_xlsx.report.contoh import explain_demo
from kinerja_xlsx.report.dokumen import to_json
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run.demo_run import make_demo
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process


@opsi.perintah("demo")
@click.option(
    "--ruang",
    "folder",
    type=opsi.FOLDER,
    default=Path("contoh"),
    metavar="FOLDER",
    help="Folder kota contoh; bila tidak disebut, contoh.",
)
@opsi.pekerja
@opsi.dokumen_json
def command(folder: Path, workers: int | None, *, as_json: bool) -> int:
    """Buat kota contoh dengan pegawai rekaan, proses, lalu tunjukkan apa yang dapat dibuka."""
    root = folder.as_posix()
    say(f"Membuat kota contoh di folder {root} …")
    workspace = make_demo(folder)
    with ConsoleProgress() as progress:
        result = process(
            workspace, RunOptions(workers=workers, wants_trail=as_json, progress=progress)
        )
    text = f"{summarise(result, writes=True, root=root)}\n\n{explain_demo(result, root)}"
    if as_json:
        say(text)
        answer_document(to_json(result))
    else:
        answer(text)
    return result.exit_code
