"""All forms of one assignment, each on its own sheet, side by side as they are filed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.law import FormulirPegawai
from kinerja_xlsx.write.book import Book, unique_sheet_name
from kinerja_xlsx.write.hasil import akumulasi, dokumen, konversi
from kinerja_xlsx.write.hasil.flow import Marks
from kinerja_xlsx.write.hasil.form import write_form
from kinerja_xlsx.write.hasil.indeks import Lembar
from kinerja_xlsx.write.hasil.looks import Looks, make_looks, make_upright_looks
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.hasil.rumus_rekap import Alamat
from kinerja_xlsx.write.hasil.tegak import Upright, UprightContext, make_upright_grid
from kinerja_xlsx.write.page import FormulaSheet

_Writer = Callable[[Worksheet, UprightContext], None]
_UPRIGHT: Final[Mapping[FormulirPegawai, tuple[Upright, _Writer]]] = MappingProxyType({
    FormulirPegawai.DOKUMEN: (dokumen.COLUMNS, dokumen.write_dokumen),
    FormulirPegawai.KONVERSI: (konversi.COLUMNS, konversi.write_konversi),
    FormulirPegawai.AKUMULASI: (akumulasi.COLUMNS, akumulasi.write_akumulasi),
})  # fmt: skip
_SUFFIX: Final = MappingProxyType({
    FormulirPegawai.EVALUASI: "",
    FormulirPegawai.DOKUMEN: " Dokumen",
    FormulirPegawai.KONVERSI: " Konversi",
    FormulirPegawai.AKUMULASI: " Akumulasi",
})  # fmt: skip


def name_sheets(book: HasilBook, form: HasilForm, taken: set[str]) -> Lembar:
    """Name the sheets of one assignment after its NIP, and mark the names taken."""
    nip = form.penugasan.nip
    return {
        jenis: unique_sheet_name(f"{nip}{_SUFFIX[jenis]}", taken) for jenis in book.forms_for(form)
    }


class FormWriter:
    """Writes the forms of a workbook; its formats are made once."""

    def __init__(self, out: Book, book: HasilBook, *, back: str | None) -> None:
        """Make the formats; `back` is the sheet to go back to, None where there is no index."""
        self._out, self._book, self._back = out, book, back
        self._looks: Looks = make_looks(out)
        decimals = book.parameters.pembulatan_angka_kredit.value
        self._more = make_upright_looks(out, decimals)

    def write_all(
        self, forms: Sequence[HasilForm], taken: set[str]
    ) -> tuple[list[Lembar], list[Alamat]]:
        """Append the sheets of these assignments.

        Args:
            forms: The assignments, in the order of the sheets.
            taken: Names of sheets that there are already; those of the forms are added.

        Returns:
            The names of the sheets of each, and where its ratings stand: an address without
            marks where the workbook holds no evaluation.
        """
        lembar = [name_sheets(self._book, form, taken) for form in forms]
        return lembar, [self._write(form, own) for form, own in zip(forms, lembar, strict=True)]

    def _write(self, form: HasilForm, lembar: Lembar) -> Alamat:
        alamat = Alamat("", {})
        for jenis, name in lembar.items():
            sheet = self._out.workbook.add_worksheet(name, FormulaSheet)
            if jenis is FormulirPegawai.EVALUASI:
                alamat = Alamat(name, self._evaluasi(sheet, form))
                continue
            columns, write = _UPRIGHT[jenis]
            context = UprightContext(
                grid=make_upright_grid(columns, self._book.kertas),
                looks=self._looks,
                book=self._book,
                form=form,
                alamat=alamat,
                more=self._more,
                jenis=jenis,
                back=self._back,
            )
            write(sheet, context)
        return alamat

    def _evaluasi(self, sheet: Worksheet, form: HasilForm) -> Marks:
        return write_form(sheet, self._book, form, self._looks, back=self._back)
