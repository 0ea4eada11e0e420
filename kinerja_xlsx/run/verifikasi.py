"""Which form a verification code belongs to, recomputed from `input/`, never looked up alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kinerja_xlsx.ledger import (
    DamagedLedgerError,
    LedgerUnavailableError,
    NewerLedgerError,
    open_reader,
)
from kinerja_xlsx.model.law import FormulirPegawai
from kinerja_xlsx.model.penjelasan import FormulirDitemukan
from kinerja_xlsx.model.verifikasi import FormulirTercatat
from kinerja_xlsx.run.buat_rencana import load_plan_files, skp_book
from kinerja_xlsx.run.catat import ledger_of
from kinerja_xlsx.run.hitung_ulang import Hitungan, recomputed
from kinerja_xlsx.run.jelaskan import explain_unit
from kinerja_xlsx.run.kode_formulir import forms_of
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.sasaran import UnknownTargetError
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.penugasan import Settings

_NONE: Final = (
    "Tidak ada formulir dengan kode verifikasi {kode} menurut isi folder input sekarang. Mungkin "
    "angkanya berubah sejak formulir itu dicetak, atau berkas periodenya sudah dipindahkan. "
    "Bandingkan dengan formulir terbaru dari pegawai itu (jelaskan NIP)."
)


def find_form(workspace: Workspace, kode: str, options: RunOptions) -> FormulirDitemukan:
    """Find the form that bears a code, in closed periods as well.

    Raises:
        NothingToAnswerError: There is no file to answer.
        UnknownTargetError: No form bears it now.
        SettingsError: `Pengaturan.xlsx` is refused.
        OSError: `input/` cannot be listed.
    """
    with recomputed(workspace, options, reopens_all=True) as hitungan:
        found = next((form for form in _forms(hitungan) if form.formulir.kode == kode), None)
    if found is None:
        raise UnknownTargetError(_NONE.format(kode=kode))
    return found


def find_recorded(workspace: Workspace, kode: str) -> FormulirTercatat | None:
    """Find the form that bore a code in an earlier run; a ledger that cannot be read knows none.

    Never enough to confirm a print: only what `input/` makes now confirms one.
    """
    path = ledger_of(workspace)
    if not path.exists():
        return None
    try:
        with open_reader(path) as reader:
            return reader.formulir(kode)
    except (DamagedLedgerError, LedgerUnavailableError, NewerLedgerError):
        return None


def _forms(hitungan: Hitungan) -> Iterator[FormulirDitemukan]:
    """Give every form of every unit, one unit after the other."""
    for task in hitungan.tasks:
        yield from _results(task, hitungan.settings)
    for task in hitungan.plans:
        yield from _plans(task, hitungan.settings)


def _results(task: UnitTask, settings: Settings | None) -> Iterator[FormulirDitemukan]:
    """Give every form that may have been printed, also those that nobody asks for any more."""
    for one in explain_unit(task, settings, formulir=tuple(FormulirPegawai)):
        for formulir in filter(None, (one.formulir, *one.formulir_lain)):
            yield FormulirDitemukan(formulir, one.baris.nama, one.nama_unit, one)


def _plans(task: UnitTask, settings: Settings | None) -> Iterator[FormulirDitemukan]:
    book = skp_book(task, load_plan_files(task), settings)
    for formulir, form in zip(forms_of(book), book.forms, strict=True):
        nama = form.penugasan.pegawai.row.nama
        yield FormulirDitemukan(formulir, nama, book.nama_unit, None)
