"""What explains one person's figures: cells as typed, steps, and what stands against them."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xlsx.model.issue import Issue, Place
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.model.verifikasi import Formulir


@dataclass(frozen=True, slots=True)
class SelMasukan:
    """One filled cell of a person's rows.

    Attributes:
        place: File, sheet, row, column and heading.
        diketik: The value as the sheet shows it.
    """

    place: Place
    diketik: str

    @property
    def address(self) -> str:
        """The address as steps name it, such as `Hasil Kerja!N12`."""
        return f"{self.place.sheet}!{self.place.cell}"


@dataclass(frozen=True, slots=True)
class PenjelasanPenugasan:
    """One assignment of one period.

    Attributes:
        baris: Its line of the recap.
        nama_unit: Name of the unit.
        file: Path below `input/`; empty where no file names the person.
        sel: The filled cells of its rows, in the order of the sheets.
        langkah: The steps from cells to results, as on the form.
        masalah: What was found about it.
        formulir: Its printed form with the verification code; None where there is none.
    """

    baris: BarisPegawai
    nama_unit: str
    file: str
    sel: tuple[SelMasukan, ...]
    langkah: tuple[Step, ...]
    masalah: tuple[Issue, ...]
    formulir: Formulir | None = None


@dataclass(frozen=True, slots=True)
class FormulirDitemukan:
    """The form that a verification code belongs to.

    Attributes:
        formulir: The form, as `input/` makes it now.
        nama: Whose it is.
        nama_unit: Name of the unit.
        penjelasan: How its figures came about; None for an SKP, which has none.
    """

    formulir: Formulir
    nama: str
    nama_unit: str
    penjelasan: PenjelasanPenugasan | None
