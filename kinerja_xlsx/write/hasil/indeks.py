"""Sheet `Indeks`: who is in the workbook, who is not and why, with links to the forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.law import FormulirPegawai, Kertas
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil.bagian import Bagian
from kinerja_xlsx.write.hasil.labels import BELUM_DITETAPKAN
from kinerja_xlsx.write.hasil.masukan import Disisihkan, HasilBook, HasilForm
from kinerja_xlsx.write.page import quoted
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Rumus,
    Tabel,
    Value,
    joined,
    link_to,
    put,
    set_up_sheet,
    write_table,
    write_title,
)

SHEET: Final = "Indeks"
_COLUMNS: Final = (
    Kolom("No", 5, Jenis.TENGAH),
    Kolom("NIP", 22, Jenis.NIP),
    Kolom("Nama", 42),
    Kolom("Jabatan", 38),
    Kolom("Sifat", 10, Jenis.TENGAH),
    Kolom("Hasil", 13, Jenis.TENGAH),
    Kolom("Keterangan", 42),
)
FORMULIR: Final = ("Formulir",)
"""Heading of the links where each person has one kind of form."""
OPEN: Final = "Buka formulir"
_HASIL: Final = 5
_LINK_WIDTH: Final = 15
_DINILAI: Final = (
    (PenugasanStatus.DINILAI, "Dinilai"),
    (PenugasanStatus.DITAHAN, "Ditahan"),
    (PenugasanStatus.TIDAK_DINILAI, "Tidak dinilai"),
    (PenugasanStatus.TIDAK_DIKIRIM, "Tidak dikirim"),
)
Lembar = Mapping[FormulirPegawai, str]
"""Which forms an assignment has in the workbook, and the names of their sheets."""
Places = Sequence[Rumus | str | None]
"""For each heading of links the way to that form."""
NOBODY: Final = "Tidak ada penugasan dalam berkas unit ini."


@dataclass(frozen=True, slots=True)
class Isi:
    """What the index of a workbook of forms says.

    Attributes:
        title: What the workbook is.
        lines: Below the title.
        forms: The person of each form, and what is said beside it.
        others: Everybody without a form.
        words: Each status that is counted, and the word for it.
        kertas: The paper.
        footer: Left part of the footer.
        formulir: Headings of the links to the forms.
    """

    title: str
    lines: Sequence[str]
    forms: Sequence[tuple[PegawaiRow, str]]
    others: Sequence[Disisihkan]
    words: Sequence[tuple[PenugasanStatus, str]]
    kertas: Kertas
    footer: str
    formulir: Sequence[str] = FORMULIR


def write_indeks(
    book: Book,
    sheet: Worksheet,
    hasil: HasilBook,
    lembar: Sequence[Lembar],
    *,
    bagian: Bagian,
) -> None:
    """Write the counts, then everybody with a form, then everybody without.

    A workbook that is one of several names everybody as well, and where the others are.

    Args:
        book: The workbook.
        sheet: The sheet.
        hasil: The unit.
        lembar: Names of the sheets of each form of this workbook, in their order.
        bagian: Which workbook of the unit this is.
    """
    asked = hasil.formulir
    unit = f"{hasil.nama_unit} ({hasil.kode_unit})"
    isi = Isi(
        title=f"Hasil Evaluasi Kinerja Pegawai {hasil.period.label}",
        lines=(
            joined(unit, hasil.instansi, hasil.kota),
            _pendekatan_text(hasil),
            *_bagian_lines(hasil, bagian),
        ),
        forms=tuple((form.penugasan.pegawai.row, _said_of(form)) for form in hasil.forms),
        others=hasil.others,
        words=_DINILAI,
        kertas=hasil.kertas,
        footer=f"{unit} · {hasil.period.label}",
        formulir=[one.value for one in asked] if len(asked) > 1 else FORMULIR,
    )
    write_isi(book, sheet, isi, list(_places(hasil, lembar, bagian)))


def _places(hasil: HasilBook, lembar: Sequence[Lembar], bagian: Bagian) -> Iterator[Places]:
    """Give the way to each form: a link, the number of the workbook that holds it, or nothing."""
    own = iter(lembar)
    for form, nomor in zip(hasil.forms, bagian.letak, strict=True):
        if nomor == bagian.nomor:
            names = next(own)
            yield [link_to(names[one], OPEN) if one in names else None for one in hasil.formulir]
        else:
            there = hasil.forms_for(form)
            yield [f"Bagian {nomor}" if one in there else None for one in hasil.formulir]


def _bagian_lines(hasil: HasilBook, bagian: Bagian) -> Iterator[str]:
    """Say of a workbook that is one of several which one it is, and what the others hold."""
    if not bagian.is_split:
        return
    people: dict[int, set[str]] = {}
    for form, nomor in zip(hasil.forms, bagian.letak, strict=True):
        people.setdefault(nomor, set()).add(form.penugasan.nip)
    yield (
        f"{bagian.title}. Daftar di bawah memuat seluruh pegawai unit; kolom Formulir "
        "menunjukkan di bagian mana formulirnya."
    )
    for nomor, name in enumerate(bagian.berkas, start=1):
        here = " (buku ini)" if nomor == bagian.nomor else ""
        yield f"Bagian {nomor}{here}: formulir {len(people[nomor])} pegawai, berkas {name}"


def write_isi(book: Book, sheet: Worksheet, isi: Isi, places: Sequence[Places]) -> None:
    """Write an index; `places` say where each of its forms is, in their order."""
    top = write_title(book, sheet, isi.title, isi.lines)
    head = top + len(isi.words) + 2
    links = [Kolom(heading, _LINK_WIDTH, Jenis.TENGAH) for heading in isi.formulir]
    rows = [(*row, *[None] * len(links)) for row in _rows(isi) or [_nobody()]]
    tabel = write_table(book, sheet, head, columns=(*_COLUMNS, *links), rows=rows)
    _write_balance(book, sheet, top, tabel, isi)
    link, word = book.style(style.CELL_CENTER, style.LINKED), book.style(style.CELL_CENTER)
    for offset, own in enumerate(places, start=1):
        for column, place in enumerate(own, start=len(_COLUMNS)):
            put(sheet, (head + offset, column), place, link if isinstance(place, Rumus) else word)
    set_up_sheet(sheet, isi.kertas, head=head, footer=isi.footer)


def _pendekatan_text(hasil: HasilBook) -> str:
    capaian = hasil.capaian_organisasi
    return (
        f"Pendekatan {hasil.pendekatan.value.lower()} · Capaian kinerja organisasi: "
        f"{capaian.value if capaian else 'belum diisi'}"
    )


def _said_of(form: HasilForm) -> str:
    predikat = form.score.predikat
    return f"Predikat: {predikat.value if predikat else BELUM_DITETAPKAN.lower()}"


def _rows(isi: Isi) -> list[Sequence[Value]]:
    words = dict(isi.words)
    rows: list[Sequence[Value]] = [
        (
            number,
            row.nip,
            row.nama,
            row.jabatan,
            row.sifat.value,
            words[PenugasanStatus.DINILAI],
            said,
        )
        for number, (row, said) in enumerate(isi.forms, start=1)
    ]
    ordered = [one for status in words for one in isi.others if one.status is status]
    for number, one in enumerate(ordered, len(rows) + 1):
        who = (one.nip, one.nama, one.jabatan or None, one.sifat or None)
        rows.append((number, *who, words[one.status], one.alasan))
    return rows


def _nobody() -> Sequence[Value]:
    return (None, None, NOBODY, None, None, None, None)


def _write_balance(book: Book, sheet: Worksheet, top: int, tabel: Tabel, isi: Isi) -> None:
    """Write how many there are of each status, and that they add up."""
    counts = Counter(one.status for one in isi.others)
    counts[PenugasanStatus.DINILAI] = len(isi.forms)
    number, label = book.style(style.CELL_WHOLE), book.style(style.CELL_TEXT, style.READ)
    for row, (status, text) in enumerate(isi.words, start=top):
        formula = f"=COUNTIF({tabel.cells(_HASIL)},{quoted(text)})"
        put(sheet, (row, 1), Rumus(formula, counts[status]), number)
        put(sheet, (row, 2), text, label)
    last = top + len(isi.words)
    total = Rumus(f"=SUM(B{top + 1}:B{last})", sum(counts[status] for status, _ in isi.words))
    put(sheet, (last, 1), total, book.style(style.CELL_WHOLE, style.CELL_TOTAL))
    look = book.style(style.CELL_TEXT, style.READ, style.CELL_TOTAL)
    put(sheet, (last, 2), "Jumlah penugasan", look)
