"""`proses`: the main job."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, answer_document, say
from kinerja_xlsx.cli.kemajuan import ConsoleProgress
from kinerja_xlsx.model.buku import BukuTambahan, Urutan
from kinerja_xlsx.model.pdf import PdfPer
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.report.dokumen import to_json
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run.batas import Batas
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import open_workspace


class PdfType(click.ParamType[PdfPer]):
    """What one PDF holds."""

    name = "per"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> PdfPer:
        """Read the word; anything else is a usage error."""
        if isinstance(value, PdfPer):
            return value
        try:
            return PdfPer(str(value).strip().casefold())
        except ValueError:
            known = " atau ".join(one.value for one in PdfPer)
            self.fail(f"{value!r} bukan pilihan yang dikenal. Pilihannya: {known}.", param, ctx)


class UrutanType(click.ParamType[Urutan]):
    """The order of the print-ready workbook."""

    name = "urutan"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Urutan:
        """Read the word; anything else is a usage error."""
        if isinstance(value, Urutan):
            return value
        try:
            return Urutan(str(value).strip().casefold())
        except ValueError:
            known = " atau ".join(one.value for one in Urutan)
            self.fail(f"{value!r} bukan urutan yang dikenal. Pilihannya: {known}.", param, ctx)


@opsi.perintah("proses")
@opsi.ruang
@opsi.periode
@opsi.pekerja
@opsi.batas
@click.option(
    "--pdf",
    "pdf",
    type=PdfType(),
    metavar="PER",
    help="Buat juga PDF dari buku Hasil lewat LibreOffice: satu tiap unit, atau satu tiap "
    "pegawai.",
)
@click.option(
    "--per-pegawai",
    "per_pegawai",
    is_flag=True,
    help="Buat juga satu buku bagi tiap pegawai, hanya dengan formulirnya sendiri.",
)
@click.option(
    "--siap-cetak",
    "siap_cetak",
    type=UrutanType(),
    metavar="URUTAN",
    help="Buat juga buku formulir tanpa indeks untuk dicetak, urut nama atau urut penilai.",
)
@opsi.dokumen_json
@click.option(
    "--arsip",
    "archives",
    is_flag=True,
    help="Sesudah selesai, pindahkan berkas yang sudah dijawab ke input/arsip/<periode>/.",
)
@click.option(
    "--paksa-buka-kunci",
    "force",
    is_flag=True,
    help="Tetap jalan walaupun ruang kerja tercatat dipakai komputer lain; pastikan dahulu tidak.",
)
def command(  # noqa: PLR0913 - one argument for each option
    folder: Path,
    period: Period | None,
    workers: int | None,
    pdf: PdfPer | None,
    *,
    memori: int,
    detik: int,
    per_pegawai: bool,
    siap_cetak: Urutan | None,
    as_json: bool,
    archives: bool,
    force: bool,
) -> int:
    """Proses semua berkas di folder input dan tulis hasilnya ke folder output."""
    workspace = open_workspace(folder)
    with ConsoleProgress() as progress:
        result = process(
            workspace,
            RunOptions(
                period=period,
                workers=workers,
                wants_trail=as_json,
                buku=BukuTambahan(per_pegawai, siap_cetak),
                pdf=pdf,
                archives=archives,
                force=force,
                batas=Batas(memori, detik),
                progress=progress,
            ),
        )
    summary = summarise(result, writes=True, root=folder.as_posix())
    if as_json:
        say(summary)
        answer_document(to_json(result))
    else:
        answer(summary)
    return result.exit_code
