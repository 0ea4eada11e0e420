"""What every part of one SKP needs: its data, its columns and its formats."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xlsx.model.law import JenisJabatan, Pendekatan
from kinerja_xlsx.write.hasil.context import Layout
from kinerja_xlsx.write.skp.grid import SkpColumns
from kinerja_xlsx.write.skp.masukan import SkpBook, SkpForm


@dataclass(frozen=True, slots=True)
class SkpContext(Layout[SkpColumns]):
    """One SKP being written.

    Attributes:
        book: The unit's workbook.
        form: The plan.
    """

    book: SkpBook
    form: SkpForm

    @property
    def is_jpt(self) -> bool:
        """Tell whether the plan is that of a JPT."""
        return self.form.penugasan.pegawai.row.jenis_jabatan is JenisJabatan.JPT

    @property
    def is_kualitatif(self) -> bool:
        """Tell whether the unit works with the qualitative approach."""
        return self.book.pendekatan is Pendekatan.KUALITATIF
