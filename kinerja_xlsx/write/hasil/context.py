"""What every part of one form needs: its columns and formats, and for an evaluation its data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic

from kinerja_xlsx.model.law import JenisJabatan, Pendekatan
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.write.hasil.flow import Cell
from kinerja_xlsx.write.hasil.grid import ColumnsT_co, Grid, Range, Variant
from kinerja_xlsx.write.hasil.looks import BODY, Looks
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.measure import INDENT_POINTS, text_height


@dataclass(frozen=True, slots=True)
class Layout(Generic[ColumnsT_co]):
    """How one form is set: what its parts have in common, whatever they say.

    Attributes:
        grid: Its columns on its paper.
        looks: The formats of the workbook.
    """

    grid: Grid[ColumnsT_co]
    looks: Looks

    @property
    def full(self) -> Range:
        """All columns."""
        return (0, self.grid.variant.last)

    def room(self, cell: Cell) -> float:
        """The width in points of a cell without its indent."""
        return self.grid.width(cell.at) - INDENT_POINTS * int(cell.look.indent)

    def height(self, *cells: Cell, size: int = BODY, bold: bool = False) -> float:
        """The height of a row that shows the texts of these cells whole."""
        return max(
            text_height(text, self.room(cell), size, bold=bold)
            for cell in cells
            if isinstance(text := cell.shown, str)
        )


@dataclass(frozen=True, slots=True)
class Context(Layout[Variant]):
    """One evaluation form being written.

    Attributes:
        book: The unit's workbook.
        form: The form.
    """

    book: HasilBook
    form: HasilForm

    @property
    def is_jpt(self) -> bool:
        """Tell whether the form is that of a JPT."""
        return self.form.penugasan.pegawai.row.jenis_jabatan is JenisJabatan.JPT

    @property
    def is_kualitatif(self) -> bool:
        """Tell whether the unit works with the qualitative approach."""
        return self.book.pendekatan is Pendekatan.KUALITATIF

    @property
    def penilaian(self) -> PenilaianRow | None:
        """What the rater set, if anything."""
        placed = self.form.penugasan.penilaian
        return None if placed is None else placed.row
