"""Sheet `Simulasi TPP`: percent of TPP by predikat and attendance; a simulation, never money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.kebijakan import BasisPotongan
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.score import SimulasiTpp
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.policy.tpp import POTONGAN, TabelPotongan
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book, must
from kinerja_xlsx.write.hasil import rumus
from kinerja_xlsx.write.hasil.labels import BELUM_DITETAPKAN
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.hasil.rujukan import DAFTAR_PREDIKAT, PERSEN_TPP, cell_of
from kinerja_xlsx.write.hasil.rumus import is_close
from kinerja_xlsx.write.hasil.rumus_rekap import Alamat, bulan_value, lookup
from kinerja_xlsx.write.hasil.tambahan import counted_days
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Rumus,
    Value,
    joined,
    put,
    set_up_sheet,
    write_table,
    write_title,
)

SHEET: Final = "Simulasi TPP"
_BELUM_ADA: Final = "Belum ada"
_COUNTED: Final = 7
"""Column of the first count, from 0."""
_WHAT: Final = (
    "SIMULASI dalam persen untuk melihat akibat predikat dan kehadiran: bukan penetapan, bukan "
    "dasar pembayaran, dan bukan jumlah uang. Hanya jabatan definitif; urutannya seperti isian."
)
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_NARROW: Final = 10
_WIDE: Final = 12
_LONG: Final = 15
"""Widths at which headings break before their minutes, and how long the wider ones are."""
_EACH: Final = "Potongan tiap kali (%)"
_EACH_POINTS: Final = 28.0


@dataclass(frozen=True, slots=True)
class _Tabel:
    """What every row of the sheet refers to.

    Attributes:
        parameters: As they hold for the period.
        months: Of the period.
        head: Row of the headings, from 0; the percents of each deduction stand above it.
    """

    parameters: Parameters
    months: int
    head: int

    @property
    def potongan(self) -> TabelPotongan:
        """The chosen table of deductions."""
        return POTONGAN[self.parameters.aturan_tpp.value]

    @property
    def letters(self) -> tuple[str, str, str]:
        """Columns of Bulan, Potongan and Simulasi, which follow the counts."""
        first = _COUNTED + len(self.potongan.persen)
        bulan, potongan, simulasi = (column_letters(first + offset) for offset in (1, 2, 3))
        return bulan, potongan, simulasi


def has_tpp(hasil: HasilBook) -> bool:
    """Tell whether the office has chosen a table and anybody is simulated by it."""
    return any(form.score.tpp is not None for form in hasil.forms)


def write_tpp(book: Book, sheet: Worksheet, hasil: HasilBook, alamat: Sequence[Alamat]) -> None:
    """Write one row for each definitive assignment, in the order of the submission.

    Args:
        book: The workbook.
        sheet: The sheet.
        hasil: The unit.
        alamat: Where the predikat of each form stands, in the order of the forms.
    """
    unit = f"{hasil.nama_unit} ({hasil.kode_unit})"
    lines = [joined(unit, hasil.instansi, hasil.bagian), _WHAT, *rule_texts(hasil.parameters)]
    title = f"Simulasi TPP dalam Persen {hasil.period.label}"
    above = write_title(book, sheet, title, lines)
    tabel = _Tabel(hasil.parameters, hasil.period.months, above + 1)
    shown = [
        (form, where, form.score.tpp)
        for form, where in zip(hasil.forms, alamat, strict=True)
        if form.score.tpp is not None
    ]
    rows = [
        _row(form, where, found, (number, tabel))
        for number, (form, where, found) in enumerate(shown, start=1)
    ]
    must(sheet.set_row(above, _EACH_POINTS))
    put(sheet, (above, _COUNTED - 1), _EACH, book.style(style.CELL_TEXT, style.READ))
    for column, persen in enumerate(tabel.potongan.persen.values(), start=_COUNTED):
        put(sheet, (above, column), persen, book.style(style.CELL_CENTER))
    write_table(book, sheet, tabel.head, columns=_columns(tabel), rows=rows)
    set_up_sheet(sheet, hasil.kertas, head=tabel.head, footer=f"{unit} · {hasil.period.label}")
    sheet.repeat_rows(above, tabel.head)
    sheet.freeze_panes(tabel.head + 1, 3)


def rule_texts(parameters: Parameters) -> tuple[str, str]:
    """Say which table is used, what it cuts, and how both parts are weighed."""
    table = POTONGAN[parameters.aturan_tpp.value]
    weight = parameters.bobot_kinerja_tpp.value
    basis = parameters.basis_potongan_tpp
    table_text = (
        f"Tabel potongan: {table.citation.text}; {table.citation.confidence.value}. Potongan "
        f"memotong {basis.value.value} ({basis.basis})."
    )
    weight_text = (
        f"Bagian kinerja {format_number(weight)}% mengikuti predikat, bagian kehadiran "
        f"{format_number(100 - weight)}% ({parameters.bobot_kinerja_tpp.basis}). Persen tiap "
        f"predikat: {parameters.persen_predikat_tpp.value.value} "
        f"({parameters.persen_predikat_tpp.basis})."
    )
    return table_text, weight_text


def _columns(tabel: _Tabel) -> tuple[Kolom, ...]:
    headings = [column_by_field(KehadiranRow, field).heading for field in tabel.potongan.persen]
    counts = (
        # The sign stays with its figure, whatever the width.
        Kolom(
            heading.replace("> ", f">{_NO_BREAK}"),
            _WIDE if len(heading) > _LONG else _NARROW,
            Jenis.BULAT,
        )
        for heading in headings
    )
    return (
        Kolom("No", 5, Jenis.TENGAH),
        Kolom("NIP", 22, Jenis.NIP),
        Kolom("Nama", 26),
        Kolom("Mulai", 11, Jenis.TANGGAL),
        Kolom("Selesai", 11, Jenis.TANGGAL),
        Kolom("Predikat", 18, Jenis.TENGAH),
        Kolom("Persen Predikat (%)", 12, Jenis.BULAT),
        *counts,
        Kolom("Bulan", 7, Jenis.BULAT),
        Kolom("Potongan Sebulan (%)", 12, Jenis.DESIMAL),
        Kolom("Simulasi TPP (%)", 12, Jenis.DESIMAL),
        Kolom("Bagian Periode (%)", 12, Jenis.DESIMAL),
        Kolom("Keterangan", 26),
    )


def _row(
    form: HasilForm, alamat: Alamat, found: SimulasiTpp, at: tuple[int, _Tabel]
) -> Sequence[Value]:
    """Fill one row; `at` is its number in the table, and what it refers to."""
    (number, tabel), pegawai = at, form.penugasan.pegawai.row
    row = tabel.head + 1 + number
    days = (form.penugasan.mulai, form.penugasan.selesai)
    predikat = form.score.predikat.value if form.score.predikat else BELUM_DITETAPKAN
    counts = _counts(form, tabel.potongan)
    paid = (
        None
        if found.kinerja is None
        else lookup(f"F{row}", DAFTAR_PREDIKAT, PERSEN_TPP, found.kinerja)
    )
    return (
        number,
        pegawai.nip,
        pegawai.nama,
        *days,
        alamat.link(rumus.PREDIKAT, predikat),
        paid,
        *counts,
        bulan_value(days, (f"D{row}", f"E{row}")),
        _potongan(found, counts, tabel, row),
        *_result(found, tabel, row),
        _remark(form, found),
    )


def _counts(form: HasilForm, table: TabelPotongan) -> list[int | None]:
    """Give how often each deducted thing happened, as `Kehadiran` shows it; None for unknown."""
    placed = form.penugasan.kehadiran
    if placed is None:
        return [None] * len(table.persen)
    return [counted_days(placed.row, field) for field in table.persen]


def _potongan(found: SimulasiTpp, counts: Sequence[int | None], tabel: _Tabel, row: int) -> Value:
    """Multiply each count by the percent above its heading, and spread the sum over the months."""
    if found.potongan is None:
        return _BELUM_ADA
    used = [
        (column_letters(_COUNTED + offset + 1), count, persen)
        for offset, (count, persen) in enumerate(
            zip(counts, tabel.potongan.persen.values(), strict=True)
        )
        if count is not None
    ]
    exact = sum((count * Fraction(persen) for _, count, persen in used), Fraction(0))
    if not used or not is_close(exact / found.bulan, found.potongan):
        return found.potongan
    terms = "+".join(f"{letters}${tabel.head}*{letters}{row}" for letters, _, _ in used)
    return Rumus(f"=({terms})/{tabel.letters[0]}{row}", found.potongan)


def _result(found: SimulasiTpp, tabel: _Tabel, row: int) -> tuple[Value, Value]:
    """Weigh both parts, and give the share of the period that the assignment covers."""
    if found.persen is None or found.bagian is None:
        return _BELUM_ADA, None
    if found.kinerja is None or found.potongan is None:
        return found.persen, found.bagian
    bulan, potongan, simulasi = (f"{letters}{row}" for letters in tabel.letters)
    weight = cell_of("bobot_kinerja_tpp")
    if tabel.parameters.basis_potongan_tpp.value is BasisPotongan.SELURUH:
        formula = f"=MAX(0,{weight}*G{row}/100+100-{weight}-{potongan})"
    else:
        formula = f"=({weight}*G{row}+(100-{weight})*MAX(0,100-{potongan}))/100"
    weighed = _weighed(Fraction(found.kinerja), Fraction(found.potongan), tabel.parameters)
    live = is_close(weighed, found.persen)
    share = Rumus(f"={simulasi}*{bulan}/{tabel.months}", found.bagian)
    return (Rumus(formula, found.persen) if live else found.persen), share


def _weighed(kinerja: Fraction, potongan: Fraction, parameters: Parameters) -> Fraction:
    """Work out what the formula comes to."""
    weight = Fraction(parameters.bobot_kinerja_tpp.value)
    work = weight * kinerja / 100
    if parameters.basis_potongan_tpp.value is BasisPotongan.SELURUH:
        return max(work + 100 - weight - potongan, Fraction(0))
    return work + (100 - weight) * max(100 - potongan, Fraction(0)) / 100


def _remark(form: HasilForm, found: SimulasiTpp) -> str | None:
    missing = []
    if found.kinerja is None:
        missing.append("Predikat belum ditetapkan.")
    if form.penugasan.kehadiran is None:
        missing.append("Kehadiran belum diisi.")
    return " ".join(missing) or None
