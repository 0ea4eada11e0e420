"""The end of the explanation: the sources, what was noted, and where to object."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.penjelasan import PenjelasanPenugasan
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.keberatan import objection_text
from kinerja_xlsx.spec.pesan import render_line
from kinerja_xlsx.write.hasil.context import Layout
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf
from kinerja_xlsx.write.hasil.looks import SMALL
from kinerja_xlsx.write.hasil.rincian import source_letters
from kinerja_xlsx.write.penjelasan.kolom import KolomPenjelasan

_GAP_POINTS: Final = 4.5
_NOTHING: Final = "Tidak ada."
_TO_DO: Final = MappingProxyType(
    {
        PenugasanStatus.DITAHAN: "Isiannya dibetulkan oleh unit lewat buku Perbaikan unit itu, "
        "lalu diolah lagi oleh BKPSDM.",
        PenugasanStatus.TIDAK_DINILAI: "Tidak ada, selama keadaan pegawai di atas sudah benar.",
        PenugasanStatus.TIDAK_DIKIRIM: "Unit menambahkan isian pegawai ini dan mengirim lagi, "
        "atau BKPSDM membetulkan daftar pegawai bila ia tidak lagi di unit itu.",
        PenugasanStatus.DIABAIKAN: "Tidak ada; lihat lembar dari berkas yang dihitung.",
    }
)


def add_penutup(
    sheaf: Sheaf, layout: Layout[KolomPenjelasan], one: PenjelasanPenugasan, *, rapat: bool
) -> None:
    """Add the closing blocks, one below the other; close together, sources share their lines."""
    sheaf.add(_GAP_POINTS)
    for title, texts in _blocks(one, " · " if rapat else "\n"):
        band = Cell(layout.full, title, layout.looks.band)
        sheaf.add(layout.height(band, bold=True), band, keep=True)
        for text in texts:
            cell = Cell(layout.full, text, layout.looks.text_small)
            sheaf.add(layout.height(cell, size=SMALL), cell)
        sheaf.add(_GAP_POINTS)


def _blocks(one: PenjelasanPenugasan, parting: str) -> Iterator[tuple[str, list[str]]]:
    if one.langkah:
        letters = source_letters(one.langkah)
        yield "DASAR", [parting.join(f"{letter}. {source}" for source, letter in letters.items())]
    notes = [render_line(issue, masked=False) for issue in one.masalah]
    if notes:
        yield "YANG DICATAT SAAT ISIAN DIPERIKSA", notes
    if one.keberatan is None:
        yield "YANG PERLU DILAKUKAN", [_TO_DO.get(one.baris.status, _NOTHING)]
    else:
        yield "BILA TIDAK SETUJU", [objection_text(one.keberatan)]
