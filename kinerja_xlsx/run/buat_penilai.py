"""The Lembar Penilai of one unit: one workbook for each rater whose ratings are still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.run.muat_unit import Line
from kinerja_xlsx.run.rencana import cell_of
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.run.workspace import unique_name
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.write.hasil import HasilBook, HasilForm
from kinerja_xlsx.write.penilai import LembarPenilai, render_lembar_penilai
from kinerja_xlsx.write.template.aturan import Cells

FOLDER: Final = "penilai"
"""Folder of these workbooks below that of the unit."""
_ENTRIES: Final = tuple(spec.field for spec in columns_of(PenilaianRow) if spec.column.is_entry)


def lembar_penilai(task: UnitTask, book: HasilBook, lines: Sequence[Line]) -> Mapping[str, bytes]:
    """Write one workbook for each rater of the unit who has still to set a rating.

    Args:
        task: The unit and its period.
        book: Its results.
        lines: All its assignments with what became of them.

    Returns:
        Path below the unit's folder to workbook; empty when every rating is set.
    """
    taken: set[str] = set()
    books: dict[str, bytes] = {}
    for lembar in _sheets(book, lines):
        # The code stands last: it alone may be cut, and `unique_name` tells apart what is left.
        name = unique_name(f"{_stem(task)}{lembar.kode}", ".xlsx", taken)
        books[f"{FOLDER}/{name}"] = render_lembar_penilai(lembar)
    return books


def is_lembar_penilai(task: UnitTask, name: str) -> bool:
    """Tell whether a path below the unit's folder is that of such a workbook."""
    return name.startswith(f"{FOLDER}/{_stem(task)}")


def _stem(task: UnitTask) -> str:
    return f"Lembar_Penilai_{task.folder}_{task.period}_"


def _sheets(book: HasilBook, lines: Sequence[Line]) -> Iterator[LembarPenilai]:
    """Give each rater their assignments, in the order in which the unit names the raters."""
    rated: dict[str, list[HasilForm]] = {}
    for form in book.forms:
        rated.setdefault(form.penugasan.pegawai.row.penilai, []).append(form)
    posts = Counter((line.file.task.name, line.subject.nip) for line in lines)
    held = Counter(
        line.subject.penilai for line in lines if line.status is PenugasanStatus.DITAHAN
    )
    for kode, forms in rated.items():
        waiting = [form for form in forms if form.score.predikat is None]
        if waiting:
            yield LembarPenilai(
                book=replace(book, forms=tuple(forms), others=(), distribusi=None),
                kode=kode,
                penilai=forms[0].penilai,
                rows=tuple(_row(form, posts) for form in waiting),
                tertahan=held[kode],
                berkas=tuple(dict.fromkeys(form.penugasan.pegawai.file for form in waiting)),
            )


def _row(form: HasilForm, posts: Mapping[tuple[str, str], int]) -> Cells:
    """Give a row of `Penilaian`: who it is, and what the Isian holds already."""
    pegawai, placed = form.penugasan.pegawai, form.penugasan.penilaian
    cells: dict[str, object] = {"nip": pegawai.row.nip, "nama": pegawai.row.nama}
    if posts[pegawai.file, pegawai.row.nip] > 1:
        # As in `Pegawai`, where a blank Mulai is found again by a blank one.
        cells |= {"sifat": pegawai.row.sifat, "mulai": pegawai.row.mulai}
    if placed is not None:
        cells |= {field: getattr(placed.row, field) for field in _ENTRIES}
    return {field: cell_of(value) for field, value in cells.items()}
