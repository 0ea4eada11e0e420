"""What explains one person's figures: cells as typed, steps, and what stands against them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_xlsx.model.issue import Issue, Place
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.model.verifikasi import Formulir


@dataclass(frozen=True, slots=True)
class SelMasukan:
    """One filled cell of a person's rows.

    Attributes:
        place: File, sheet, row, column and heading.
        diketik: The value as the sheet shows it.
        dibaca: As what it was read, where that is something else; otherwise empty.
    """

    place: Place
    diketik: str
    dibaca: str = ""

    @property
    def address(self) -> str:
        """The address as steps name it, such as `Hasil Kerja!N12`."""
        return f"{self.place.sheet}!{self.place.cell}"

    @property
    def full_address(self) -> str:
        """The address as steps name cells of other files, such as `jan.xlsx › Hasil Kerja!N12`."""
        return f"{self.place.file} › {self.address}"


@dataclass(frozen=True, slots=True)
class Keberatan:
    """Where and until when the person may object.

    Attributes:
        kepada: The rater's superior; empty where nobody is named.
        hari: So many days after the form was received.
        dasar: Parameter, value and legal basis.
    """

    kepada: str
    hari: int
    dasar: str


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
        sel_lain: Cells of other files that steps name, as those files have them.
        penilai: The rater; empty where nobody is known.
        keberatan: Where to object; None where there is no form to object to.
        instansi: Name of the government; may be empty.
        kertas: Paper to print on.
        formulir_lain: Its further forms: the document of the evaluation, and angka kredit.
    """

    baris: BarisPegawai
    nama_unit: str
    file: str
    sel: tuple[SelMasukan, ...]
    langkah: tuple[Step, ...]
    masalah: tuple[Issue, ...]
    formulir: Formulir | None = None
    sel_lain: tuple[SelMasukan, ...] = ()
    penilai: str = ""
    keberatan: Keberatan | None = None
    instansi: str = ""
    kertas: Kertas = Kertas.F4
    formulir_lain: tuple[Formulir, ...] = ()

    @property
    def sel_by_address(self) -> Mapping[str, SelMasukan]:
        """Every cell by the address under which a step may name it."""
        own = {cell.address: cell for cell in self.sel}
        return own | {cell.full_address: cell for cell in (*self.sel, *self.sel_lain)}


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
