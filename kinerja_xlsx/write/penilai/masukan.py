"""What the Lembar Penilai of one rater is made from."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xlsx.write.hasil.masukan import HasilBook, Orang
from kinerja_xlsx.write.template.aturan import Cells


@dataclass(frozen=True, slots=True)
class LembarPenilai:
    """One rater and the assignments of one unit that they rate.

    Attributes:
        book: The unit's results, with the forms of these assignments alone.
        kode: NIP or code of the rater, as the unit wrote it.
        penilai: The rater; None when nobody is known by that NIP or code.
        rows: Rows for sheet `Penilaian`, one for each assignment that waits for a rating.
        tertahan: How many more of the rater's assignments are withheld for now.
        berkas: The unit's files that the rows go back to.
    """

    book: HasilBook
    kode: str
    penilai: Orang | None
    rows: tuple[Cells, ...]
    tertahan: int
    berkas: tuple[str, ...]

    @property
    def unit(self) -> str:
        """Name and code of the unit."""
        return f"{self.book.nama_unit} ({self.book.kode_unit})"

    @property
    def titles(self) -> tuple[str, str]:
        """The lines below the titles of each sheet."""
        return self.unit, self.book.period.label
