"""Sheet `Rujukan`: the quadrant, the parameters and the pattern that the figures rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.citation import Citation
from kinerja_xlsx.model.kebijakan import AturanTpp
from kinerja_xlsx.model.law import CapaianOrganisasi, Ekspektasi, Predikat
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.period import Period, format_date
from kinerja_xlsx.policy import Policy, in_force
from kinerja_xlsx.policy.base import PolaRule
from kinerja_xlsx.policy.parameter import Setting
from kinerja_xlsx.policy.parameters import TABLES, Parameters
from kinerja_xlsx.policy.permenpanrb_1_2023 import KOEFISIEN_CITATION, PERSEN_CITATION, SYARAT
from kinerja_xlsx.policy.permenpanrb_1_2023 import PERSEN as PERSEN_KREDIT
from kinerja_xlsx.policy.tpp import PERSEN, PERSEN_CITATIONS
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import FONT_SIZE, Book, must
from kinerja_xlsx.write.hasil.masukan import HasilBook
from kinerja_xlsx.write.measure import text_height
from kinerja_xlsx.write.rekap_tabel import (
    Value,
    joined,
    points_of,
    put,
    row_height,
    set_up_sheet,
    write_title,
)

SHEET: Final = "Rujukan"
_WIDTHS: Final = (28, 20, 20, 22, 30, 50)
_SECTION: Final = 4
_KUADRAN: Final = _SECTION + 1
_PREDIKAT: Final = _KUADRAN + len(Ekspektasi) + 4
_JENJANG: Final = _PREDIKAT + len(Predikat) + 4
_PARAMETER: Final = _JENJANG + len(SYARAT) + 4
"""Rows of the headings of the tables, from 0; each begins a free row below the one before."""
_FIRST: Final = _KUADRAN + 2
_LAST: Final = _KUADRAN + 1 + len(Ekspektasi)
_RATINGS: Final = tuple(Ekspektasi)
BARIS_PREDIKAT: Final = _PREDIKAT
"""Row of the headings of what each predikat is worth; the columns from E on are free there."""
AFTER_PARAMETERS: Final = _PARAMETER + len(TABLES) + 2
"""The next free row, from 0."""
BARIS_KUADRAN: Final = f"{SHEET}!$A${_FIRST}:$A${_LAST}"
KOLOM_KUADRAN: Final = f"{SHEET}!$B${_KUADRAN + 1}:$D${_KUADRAN + 1}"
ISI_KUADRAN: Final = f"{SHEET}!$B${_FIRST}:$D${_LAST}"


def _column(letter: str, head: int, rows: int) -> str:
    """Address the figures of one column of a table."""
    return f"{SHEET}!${letter}${head + 2}:${letter}${head + 1 + rows}"


DAFTAR_PREDIKAT: Final = _column("A", _PREDIKAT, len(Predikat))
PERSEN_ANGKA_KREDIT: Final = _column("B", _PREDIKAT, len(Predikat))
PERSEN_TPP: Final = _column("C", _PREDIKAT, len(Predikat))
DAFTAR_JENJANG: Final = _column("A", _JENJANG, len(SYARAT))
KOEFISIEN: Final = _column("B", _JENJANG, len(SYARAT))
NAIK_PANGKAT: Final = _column("C", _JENJANG, len(SYARAT))
NAIK_JENJANG: Final = _column("D", _JENJANG, len(SYARAT))
_PREDIKAT_HEADS: Final = (
    "Predikat, terbaik dahulu",
    "Persen angka kredit",
    "Persen TPP (simulasi)",
)
_JENJANG_HEADS: Final = (
    "Jenjang", "Koefisien setahun", "Syarat naik pangkat", "Syarat naik jenjang",
)  # fmt: skip
_HEADS: Final = ("Ketentuan", "Nilai", "Satuan", "Dasar hukum", "Asal nilai", "Penjelasan")
_NO_LAW: Final = "Belum ada dasar hukum"
_HOW: Final = (
    "Sel berumus di formulir dan Rekap mengambil nilainya dari lembar ini. Klik selnya, lalu "
    "pilih Formulas › Trace Precedents (Rumus › Lacak Preseden) untuk mengikuti asal angkanya."
)


def cell_of(name: str) -> str:
    """Address the value of a parameter, such as `Rujukan!$B$20`."""
    return f"{SHEET}!$B${_PARAMETER + 2 + tuple(TABLES).index(NamaParameter(name))}"


def write_rujukan(book: Book, sheet: Worksheet, hasil: HasilBook) -> None:
    """Write the quadrant, every parameter in force, and the pattern of the unit."""
    policy = in_force(hasil.period)
    unit = f"{hasil.nama_unit} ({hasil.kode_unit})"
    since = f"berlaku sejak {format_date(policy.since)}"
    title = f"Rujukan Perhitungan {hasil.period.label}"
    write_title(book, sheet, title, [joined(unit, hasil.instansi), joined(policy.name, since)])
    write_ketentuan(book, sheet, period=hasil.period, parameters=hasil.parameters)
    row = AFTER_PARAMETERS
    section = book.style(style.SECTION)
    put(sheet, (row, 0), "Pola distribusi predikat", section)
    write_paragraph(book, sheet, row + 1, pola_words(hasil.capaian_organisasi, policy))
    put(sheet, (row + 3, 0), "Peraturan dan cara membaca", section)
    write_paragraph(book, sheet, row + 4, f"{policy.title}.\n{_HOW}")
    set_up_sheet(sheet, hasil.kertas, head=None, footer=f"{unit} · {hasil.period.label}")


def write_ketentuan(
    book: Book, sheet: Worksheet, *, period: Period, parameters: Parameters
) -> None:
    """Write the quadrant and every parameter in force; `AFTER_PARAMETERS` is the next free row."""
    for column, width in enumerate(_WIDTHS):
        must(sheet.set_column(column, column, width))
    _write_kuadran(book, sheet, in_force(period))
    _write_predikat(book, sheet, parameters)
    _write_jenjang(book, sheet)
    _write_parameters(book, sheet, period, parameters)


def write_paragraph(book: Book, sheet: Worksheet, row: int, text: str) -> None:
    """Write running text over the width of the sheet."""
    look = book.style(style.PARAGRAPH)
    must(sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, "", look))
    width = sum(points_of(width) for width in _WIDTHS)
    must(sheet.set_row(row, text_height(text, width, FONT_SIZE)))
    put(sheet, (row, 0), text, look)


def _write_kuadran(book: Book, sheet: Worksheet, policy: Policy) -> None:
    """Write the nine cells; the words are those of the ratings, so that they can be looked up."""
    heading, cell = book.style(style.HEADING), book.style(style.CELL_CENTER)
    first = book.style(style.CELL_TEXT, style.READ, style.STRONG)
    title = "Kuadran kinerja: predikat dari kedua rating"
    put(sheet, (_SECTION, 0), title, book.style(style.SECTION))
    put(sheet, (_KUADRAN, 0), "Rating hasil kerja ↓  Rating perilaku →", heading)
    must(sheet.set_row(_KUADRAN, 30))
    for column, perilaku in enumerate(_RATINGS, start=1):
        put(sheet, (_KUADRAN, column), perilaku.value, heading)
    for row, hasil_kerja in enumerate(_RATINGS, start=_KUADRAN + 1):
        put(sheet, (row, 0), hasil_kerja.value, first)
        for column, perilaku in enumerate(_RATINGS, start=1):
            put(sheet, (row, column), policy.predikat(hasil_kerja, perilaku).value, cell)
    source = f"Dasar: {policy.kuadran_citation.text}; {policy.kuadran_citation.confidence.value}."
    put(sheet, (_KUADRAN + len(_RATINGS) + 1, 0), source, book.style(style.SUBTITLE))


def _write_predikat(book: Book, sheet: Worksheet, parameters: Parameters) -> None:
    """Write what each predikat is worth; their order also says which of two is the better."""
    chosen = parameters.persen_predikat_tpp.value
    is_simulated = parameters.aturan_tpp.value is not AturanTpp.TANPA
    rows: list[Sequence[Value]] = [
        (one.value, PERSEN_KREDIT[one], PERSEN[chosen][one] if is_simulated else None)
        for one in Predikat
    ]
    source = f"Dasar angka kredit: {_cited(PERSEN_CITATION)}."
    if is_simulated:
        source += f" Persen TPP: {_cited(PERSEN_CITATIONS[chosen])}."
    title = "Nilai setiap predikat"
    _write_rows(book, sheet, _PREDIKAT, (title, _PREDIKAT_HEADS, source), rows)


def _write_jenjang(book: Book, sheet: Worksheet) -> None:
    """Write what each level of functional posts earns and needs."""
    rows: list[Sequence[Value]] = [
        (jenjang.value, one.koefisien, one.naik_pangkat, one.naik_jenjang)
        for jenjang, one in SYARAT.items()
    ]
    title = "Angka kredit jabatan fungsional PNS"
    source = f"Dasar: {_cited(KOEFISIEN_CITATION)}."
    _write_rows(book, sheet, _JENJANG, (title, _JENJANG_HEADS, source), rows)


def _cited(citation: Citation) -> str:
    return f"{citation.text}; {citation.confidence.value}"


def _write_rows(
    book: Book,
    sheet: Worksheet,
    head: int,
    words: tuple[str, Sequence[str], str],
    rows: Sequence[Sequence[Value]],
) -> None:
    """Write a small table of figures between its title and its source."""
    title, heads, source = words
    put(sheet, (head - 1, 0), title, book.style(style.SECTION))
    heading, figure = book.style(style.HEADING), book.style(style.CELL_CENTER)
    first = book.style(style.CELL_TEXT, style.READ, style.STRONG)
    for column, text in enumerate(heads):
        put(sheet, (head, column), text, heading)
    for row, values in enumerate(rows, start=head + 1):
        for column, value in enumerate(values):
            put(sheet, (row, column), value, figure if column else first)
    put(sheet, (head + 1 + len(rows), 0), source, book.style(style.SUBTITLE))


def _write_parameters(
    book: Book, sheet: Worksheet, period: Period, parameters: Parameters
) -> None:
    """Write every parameter as it holds for the period."""
    put(sheet, (_PARAMETER - 1, 0), "Ketentuan yang berlaku", book.style(style.SECTION))
    heading, text = book.style(style.HEADING), book.style(style.CELL_TEXT, style.READ)
    for column, name in enumerate(_HEADS):
        put(sheet, (_PARAMETER, column), name, heading)
    sheet.repeat_rows(_PARAMETER)  # only the pages after it repeat it
    widths = [points_of(width - 2) for width in _WIDTHS]
    for row, parameter in enumerate(TABLES, start=_PARAMETER + 1):
        setting: Setting[Any] = getattr(parameters, parameter.value)
        words = _words(setting, period)
        must(sheet.set_row(row, row_height(words, widths)))
        for column, word in enumerate(words):
            is_figure = isinstance(word, Decimal)
            look = book.style(style.CELL_NUMBER, style.READ) if is_figure else text
            put(sheet, (row, column), word, look)


def _words(setting: Setting[Any], period: Period) -> tuple[Value, ...]:
    """Describe one parameter: name, value, unit, legal basis, where the value is from, meaning."""
    table: Any = TABLES[NamaParameter(setting.name)]
    name = setting.text.partition(":")[0]
    value = setting.value.value if isinstance(setting.value, Enum) else Decimal(setting.value)
    if table.at(period.last) == setting:
        default = next(one for one in reversed(table.values) if one.since <= period.last)
        source = f"Bawaan program: {default.confidence.value}"
    else:
        source = "Ditetapkan instansi di lembar Kebijakan"
    basis = setting.legal_basis or _NO_LAW
    name = name[0].upper() + name[1:]
    return (name, value, setting.unit or None, basis, source, table.description)


def pola_words(capaian: CapaianOrganisasi | None, policy: Policy) -> str:
    """Say what the pattern of a capaian organisasi asks for."""
    if capaian is None:
        return "Capaian kinerja organisasi belum diisi, sehingga belum ada pola yang dipakai."
    pola = policy.pola[capaian]
    rules = "; ".join(_rule_words(pola.rules))
    citation = policy.pola_citation
    return (
        f"Capaian kinerja organisasi {capaian.value}: predikat terbanyak {pola.dominan.value}; "
        f"{rules}. Dasar: {citation.text}; {citation.confidence.value}."
    )


def _rule_words(rules: tuple[PolaRule, ...]) -> Iterator[str]:
    for rule in rules:
        who = " atau ".join(predikat.value for predikat in rule.predikat)
        share = "" if rule.persen is None else f" {format_number(rule.persen)}% pegawai"
        yield f"{who} {rule.batas.value}{share}"
