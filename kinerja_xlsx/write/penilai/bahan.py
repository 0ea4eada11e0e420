"""Sheets `Bahan` and `Bukti`: what the figures suggest, and the evidence behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from kinerja_xlsx.model.law import Ekspektasi, Pendekatan
from kinerja_xlsx.model.number import DISPLAY_DECIMALS, format_number
from kinerja_xlsx.model.score import IndikatorScore, IndikatorStatus
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.kegiatan import summarise_kegiatan
from kinerja_xlsx.spec.lembar_penilai import BAHAN, BUKTI
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil.hasil_kerja import bukti_text, realisasi_of, target_of
from kinerja_xlsx.write.hasil.labels import BELUM_DIISI, BELUM_DITETAPKAN
from kinerja_xlsx.write.hasil.looks import decimals_of, persen_decimals
from kinerja_xlsx.write.hasil.masukan import HasilForm
from kinerja_xlsx.write.hasil.pengembangan import pengembangan_of
from kinerja_xlsx.write.hasil.penutup import gabungan_texts, usulan_perilaku_text, usulan_text
from kinerja_xlsx.write.penilai.masukan import LembarPenilai
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Value,
    set_up_sheet,
    write_table,
    write_title,
)

_BELUM_ADA: Final = "Belum ada"
_BAHAN: Final = (
    Kolom("No", 5, Jenis.TENGAH),
    Kolom("NIP", 20, Jenis.NIP),
    Kolom("Nama", 26),
    Kolom("Jabatan", 24),
    Kolom("Sifat", 9, Jenis.TENGAH),
    Kolom("Bahan Pengembangan", 50),
    Kolom("Capaian (%)", 11, Jenis.DESIMAL),
    Kolom("Usulan Rating Hasil Kerja", 18, Jenis.TENGAH),
    Kolom("Usulan Rating Perilaku", 18, Jenis.TENGAH),
    Kolom("Rating Hasil Kerja", 18, Jenis.TENGAH),
    Kolom("Rating Perilaku", 18, Jenis.TENGAH),
    Kolom("Keterangan", 38),
)
_PERSON: Final = (
    Kolom("NIP", 20, Jenis.NIP),
    Kolom("Nama", 22),
    Kolom("Sifat", 9, Jenis.TENGAH),
    Kolom("No", 6, Jenis.TENGAH),
    Kolom("Rencana Hasil Kerja", 30),
    Kolom("Indikator", 30),
)
_PROOF: Final = (Kolom("Bukti Dukung", 28), Kolom("Umpan Balik", 26))
_FIGURES: Final = (
    Kolom("Target", 13, Jenis.TENGAH),
    Kolom("Realisasi", 13, Jenis.TENGAH),
    Kolom("Satuan", 12, Jenis.TENGAH),
    Kolom("Capaian (%)", 11, Jenis.DESIMAL),
)
_WORDS: Final = (Kolom("Target", 30), Kolom("Realisasi", 30))
_NOTES: Final = (
    "Usulan berasal dari angka dan bukan rating; rating ditetapkan pejabat penilai.",
    "Urutannya seperti isian unit, bukan peringkat.",
)


def write_bahan(book: Book, lembar: LembarPenilai) -> None:
    """Write what the figures of each assignment suggest, and what has been rated already."""
    rows = [_bahan(number, form, lembar) for number, form in enumerate(lembar.book.forms, start=1)]
    title = f"Bahan Penilaian {lembar.book.period.label}"
    _write(book, lembar, BAHAN, (title, (lembar.unit, *_NOTES), _BAHAN), rows)


def write_bukti(book: Book, lembar: LembarPenilai) -> None:
    """Write every indicator of each assignment with its evidence."""
    in_words = lembar.book.pendekatan is Pendekatan.KUALITATIF
    columns = (*_PERSON, *(_WORDS if in_words else _FIGURES), *_PROOF)
    rows = [row for form in lembar.book.forms for row in _bukti(form, in_words=in_words)]
    title = f"Hasil Kerja dan Bukti Dukung {lembar.book.period.label}"
    _write(book, lembar, BUKTI, (title, (lembar.unit,), columns), rows)


def _write(
    book: Book,
    lembar: LembarPenilai,
    name: str,
    shape: tuple[str, Sequence[str], Sequence[Kolom]],
    rows: Sequence[Sequence[Value]],
) -> None:
    title, lines, columns = shape
    sheet = book.workbook.add_worksheet(name)
    head = write_title(book, sheet, title, lines)
    write_table(book, sheet, head, columns=columns, rows=rows)
    footer = f"{name} · {lembar.unit} · {lembar.book.period.label}"
    set_up_sheet(sheet, lembar.book.kertas, head=head, footer=footer)
    names = [kolom.heading for kolom in columns]
    sheet.freeze_panes(head + 1, names.index("Nama") + 1)


def _bahan(number: int, form: HasilForm, lembar: LembarPenilai) -> Sequence[Value]:
    row, score = form.penugasan.pegawai.row, form.score
    in_words = lembar.book.pendekatan is Pendekatan.KUALITATIF
    notes = [usulan_text(score, is_kualitatif=in_words), *gabungan_texts(score)]
    notes.append(f"Perilaku: {usulan_perilaku_text(score)}")
    capaian = "Kualitatif" if in_words else _BELUM_ADA
    return (
        number,
        row.nip,
        row.nama,
        row.jabatan,
        row.sifat.value,
        "\n".join(pengembangan_of(form, lembar.book.pendekatan).lines),
        capaian if score.capaian is None else _persen(score.capaian),
        _word(score.usulan_hasil_kerja, _BELUM_ADA),
        _word(score.usulan_perilaku, _BELUM_ADA),
        _word(score.rating_hasil_kerja, BELUM_DITETAPKAN),
        _word(score.rating_perilaku, BELUM_DITETAPKAN),
        " ".join(notes),
    )


def _word(found: Ekspektasi | None, otherwise: str) -> str:
    return found.value if found else otherwise


def _bukti(form: HasilForm, *, in_words: bool) -> Iterator[Sequence[Value]]:
    person = form.penugasan.pegawai.row
    scores = {score.no_indikator: score for score in form.score.indikator}
    log = summarise_kegiatan(placed.row for placed in form.penugasan.kegiatan)
    for placed in form.penugasan.indikator:
        row = placed.row
        found = _words(row) if in_words else _figures(row, scores.get(row.no_indikator))
        yield (
            person.nip,
            person.nama,
            person.sifat.value,
            row.no_indikator,
            row.rencana_hasil_kerja,
            row.indikator,
            *found,
            bukti_text(row, log),
            row.umpan_balik,
        )


def _words(row: HasilKerjaRow) -> tuple[Value, ...]:
    return row.uraian_target or BELUM_DIISI, row.uraian_realisasi or BELUM_DIISI


def _figures(row: HasilKerjaRow, score: IndikatorScore | None) -> tuple[Value, ...]:
    return (
        _figure(*target_of(row, score)),
        _figure(realisasi_of(row, score)),
        row.satuan,
        _capaian(score),
    )


def _figure(value: Decimal | None, upper: Decimal | None = None) -> str:
    """Write a figure, or both bounds of a range; as text, with the decimals that it has."""
    if value is None:
        return BELUM_DIISI
    bounds = (value,) if upper is None or upper == value else (value, upper)
    return " – ".join(format_number(bound, decimals_of(bound)) for bound in bounds)


def _capaian(score: IndikatorScore | None) -> Value:
    """Give the capaian of an indicator, or say why it has none."""
    if score is None or score.capaian is None:
        is_zero_target = score is not None and score.status is IndikatorStatus.TIDAK_DINILAI
        return "Tidak dinilai" if is_zero_target else _BELUM_ADA
    return _persen(score.capaian)


def _persen(capaian: Decimal) -> Value:
    """Give a capaian as a number, or in words where two decimals would show another band."""
    decimals = persen_decimals(capaian)
    return capaian if decimals == DISPLAY_DECIMALS else format_number(capaian, decimals)
