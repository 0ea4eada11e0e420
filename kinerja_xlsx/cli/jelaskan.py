"""`jelaskan`: an issue code, one person's figures, or the form that a printed code belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, answer_document, say
from kinerja_xlsx.cli.kemajuan import ConsoleProgress
from kinerja_xlsx.model.penjelasan import PenjelasanPenugasan
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import Output
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.jelaskan_formulir import (
    form_json,
    recorded_json,
    tell_form,
    tell_recorded,
)
from kinerja_xlsx.report.jelaskan_kode import code_json, explain_code
from kinerja_xlsx.report.jelaskan_nip import person_json, tell_person
from kinerja_xlsx.run.cetak_penjelasan import print_explanations
from kinerja_xlsx.run.jelaskan import explain_person
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.sasaran import UnknownTargetError, kode_asked, nip_asked, read_code
from kinerja_xlsx.run.verifikasi import find_form, find_recorded
from kinerja_xlsx.run.workspace import Workspace, open_workspace

FoundT = TypeVar("FoundT")


@dataclass(frozen=True, slots=True)
class _Request:
    """Where to look, in which period, with how many workers, and what to make of it."""

    folder: Path
    period: Period | None
    workers: int | None
    prints: bool
    as_json: bool

    def search(self, find: Callable[[Workspace, str, RunOptions], FoundT], wanted: str) -> FoundT:
        """Look through `input/`."""
        with ConsoleProgress() as progress:
            options = RunOptions(period=self.period, workers=self.workers, progress=progress)
            return find(open_workspace(self.folder), wanted, options)

    def printed(self, found: Sequence[PenjelasanPenugasan]) -> tuple[Output, ...]:
        """Write the workbooks that were asked for, and say where they lie."""
        if not self.prints:
            return ()
        outputs = print_explanations(open_workspace(self.folder), found)
        for output in outputs:
            say(f"Siap dicetak: {(self.folder / output.path).as_posix()}")
        return outputs


@opsi.perintah("jelaskan")
@click.argument("sasaran", metavar="SASARAN")
@click.option(
    "--cetak",
    "prints",
    is_flag=True,
    help="Tulis juga buku Penjelasan siap cetak di output; untuk NIP atau kode verifikasi.",
)
@opsi.ruang
@opsi.periode
@opsi.pekerja
@opsi.dokumen_json
def command(  # noqa: PLR0913 - one for each option of the command line
    sasaran: str,
    folder: Path,
    period: Period | None,
    workers: int | None,
    *,
    prints: bool,
    as_json: bool,
) -> int:
    """Jelaskan SASARAN: kode masalah (LTS-07), NIP pegawai, atau kode verifikasi di formulir."""
    request = _Request(folder, period, workers, prints, as_json)
    try:
        text = _answer(sasaran, request)
    except UnknownTargetError as error:
        raise click.UsageError(str(error), click.get_current_context()) from error
    (answer_document if as_json else answer)(text)
    return ExitCode.SELESAI


def _answer_form(kode: str, request: _Request) -> str:
    """Tell which form bears a code, or bore it in an earlier run.

    Raises:
        UnknownTargetError: No form bears it, and none ever did, or that one was to be printed.
    """
    try:
        form = request.search(find_form, kode)
    except UnknownTargetError:
        recorded = find_recorded(open_workspace(request.folder), kode)
        if recorded is None or request.prints:
            raise
        return recorded_json(recorded) if request.as_json else tell_recorded(recorded)
    outputs = request.printed([form.penjelasan] if form.penjelasan else [])
    return form_json(form, outputs) if request.as_json else tell_form(form)


def _answer(sasaran: str, request: _Request) -> str:
    """Tell what was asked for by what it looks like: digits, a form's code, or an issue code.

    Raises:
        UnknownTargetError: There is nothing of that name, or nothing that could be printed.
    """
    if (nip := nip_asked(sasaran)) is not None:
        people = request.search(explain_person, nip)
        outputs = request.printed(people)
        return person_json(people, outputs) if request.as_json else tell_person(people)
    if (kode := kode_asked(sasaran)) is not None:
        return _answer_form(kode, request)
    code = read_code(sasaran)
    if request.prints:
        raise UnknownTargetError(
            "Pilihan --cetak hanya untuk NIP atau kode verifikasi; kode masalah tidak dicetak."
        )
    return code_json(code) if request.as_json else explain_code(code)
