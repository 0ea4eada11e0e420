"""The workbooks of forms that a unit gets, one after another, and what their files are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kinerja_xlsx.model.buku import Urutan
from kinerja_xlsx.run.keluaran import verify_people
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.write.hasil import (
    REKAP,
    HasilBook,
    by_person,
    in_order,
    in_runs,
    part_names,
    render_formulir,
    render_hasil,
    render_siap_cetak,
    share_out,
)

PEGAWAI: Final = "pegawai"
"""Folder below that of the unit, of what holds one person alone."""
_ENDING: Final = r"\.(xlsx|pdf)"
Workbook = tuple[str, bytes]
"""Path below the unit's folder, and the finished workbook."""


def form_books(task: UnitTask, book: HasilBook) -> Iterator[Workbook]:
    """Write the workbook of a unit, or several of a large one, and those asked for beside it."""
    for bagian in share_out(book, _stem("Hasil", task)):
        data, people = render_hasil(book, bagian), len(bagian.own(book).forms)
        yield bagian.berkas[bagian.nomor - 1], verify_people(data, REKAP, people)
    if task.buku.per_pegawai:
        for nip, forms in by_person(book).items():
            name = f"{PEGAWAI}/Hasil_{nip}_{task.period}.xlsx"
            yield name, render_formulir(book, forms)
    if task.buku.siap_cetak is not None:
        yield from _siap_cetak(task, book, task.buku.siap_cetak)


def _siap_cetak(task: UnitTask, book: HasilBook, urutan: Urutan) -> Iterator[Workbook]:
    runs = tuple(in_runs(in_order(book.printed, urutan)))
    names = part_names(_stem(f"SiapCetak_{urutan.value}", task), len(runs))
    for name, forms in zip(names, runs, strict=False):
        yield name, render_siap_cetak(book, forms)


def _stem(kind: str, task: UnitTask) -> str:
    return f"{kind}_{task.folder}_{task.period}"


def is_form_book(task: UnitTask, name: str) -> bool:
    """Tell whether a path below the unit's folder is that of such a workbook, or of its PDF."""
    kinds = ("Hasil", *(f"SiapCetak_{urutan.value}" for urutan in Urutan))
    unit = "|".join(re.escape(_stem(kind, task)) for kind in kinds)
    person = rf"{PEGAWAI}/Hasil_\d{{18}}_{re.escape(task.period.code)}"
    return re.fullmatch(rf"(({unit})(_\d+)?|{person}){_ENDING}", name) is not None
