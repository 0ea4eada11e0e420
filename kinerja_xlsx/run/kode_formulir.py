"""What the verification code of a form is made from: all that it shows, and by which rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel

from kinerja_xlsx import policy
from kinerja_xlsx.model.law import FormulirPegawai
from kinerja_xlsx.model.score import Score
from kinerja_xlsx.model.verifikasi import Formulir, JenisFormulir, make_kode
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.penugasan import Penugasan
from kinerja_xlsx.spec.row import SheetRow
from kinerja_xlsx.write.hasil import HasilBook, HasilForm
from kinerja_xlsx.write.skp import SkpBook, SkpForm

Part = tuple[str, str]
_PERSON: Final = ("nip", "nama", "golongan", "jabatan", "jenis_jabatan", "sifat", "unit_kerja")
_REPEATED: Final = frozenset({"nip", "nama", "sifat", "mulai"})
"""Fields by which rows name their assignment; its own row has them already."""


def with_kode(book: HasilBook) -> HasilBook:
    """Give every form of a unit's results its code."""
    shared, head = tuple(_shared(book)), tuple(_head(book))
    forms = (
        replace(
            form,
            kode=make_kode((*shared, *_hasil(form))),
            kode_lain={
                jenis: make_kode((("formulir", jenis.value), *head, *_FURTHER[jenis](book, form)))
                for jenis in book.forms_for(form)
                if jenis in _FURTHER
            },
        )
        for form in book.forms
    )
    return replace(book, forms=tuple(forms))


def with_kode_skp(book: SkpBook) -> SkpBook:
    """Give every SKP of a unit its code."""
    shared = tuple(_shared(book))
    forms = (replace(form, kode=make_kode((*shared, *_skp(form)))) for form in book.forms)
    return replace(book, forms=tuple(forms))


def forms_of(book: HasilBook | SkpBook) -> tuple[Formulir, ...]:
    """List the forms of a workbook with their codes, each person's side by side."""
    if isinstance(book, SkpBook):
        return tuple(_formulir(book, form, JenisFormulir.SKP, form.kode) for form in book.forms)
    return tuple(
        one for form in book.forms for one in forms_of_person(book, form, book.forms_for(form))
    )


def forms_of_person(
    book: HasilBook, form: HasilForm, asked: Iterable[FormulirPegawai]
) -> Iterator[Formulir]:
    """List some forms of one assignment with their codes."""
    for one in asked:
        kode = form.kode if one is FormulirPegawai.EVALUASI else form.kode_lain[one]
        yield _formulir(book, form, JenisFormulir(one.value), kode)


def _formulir(
    book: HasilBook | SkpBook, form: HasilForm | SkpForm, jenis: JenisFormulir, kode: str
) -> Formulir:
    return Formulir(
        kode=kode,
        jenis=jenis,
        period=book.period.code,
        unit=book.kode_unit,
        nip=form.penugasan.nip,
        sifat=form.penugasan.pegawai.row.sifat.value,
        mulai=form.penugasan.mulai,
    )


def _shared(book: HasilBook | SkpBook) -> Iterator[Part]:
    """Give what all forms of a unit show; never the paper, on which nothing depends."""
    yield "formulir", type(book).__name__
    yield "periode", book.period.code
    yield "unit", book.kode_unit
    yield from _flat("nama_unit", book.nama_unit)
    yield from _flat("instansi", book.instansi)
    yield from _flat("pendekatan", book.pendekatan)
    yield from _flat("tempat", _place(book.identitas, book.tempat))
    yield from _flat("tanggal_pengesahan", book.identitas.tanggal_pengesahan)
    if isinstance(book, HasilBook):
        yield from _flat("capaian_organisasi", book.capaian_organisasi)
        yield "aturan", policy.in_force(book.period).name


def _head(book: HasilBook) -> Iterator[Part]:
    """Give what all further forms of a unit show; the evaluation and the SKP show more."""
    yield "periode", book.period.code
    yield "unit", book.kode_unit
    yield from _flat("nama_unit", book.nama_unit)
    yield from _flat("instansi", book.instansi)


def _dokumen(book: HasilBook, form: HasilForm) -> Iterator[Part]:
    """Give what the document of the evaluation shows besides."""
    placed = form.penugasan.penilaian
    yield from _signed(book, form)
    yield from _flat("capaian_organisasi", book.capaian_organisasi)
    yield from _flat("predikat", form.score.predikat)
    yield from _flat("catatan", placed.row.catatan if placed else None)
    yield from _flat("atasan", form.atasan)


def _konversi(book: HasilBook, form: HasilForm) -> Iterator[Part]:
    """Give what the conversion shows besides: the last period is that of the workbook."""
    found = form.score.akumulasi
    yield from _signed(book, form)
    yield from _rounded(book)
    yield from _flat("angka_kredit", found.items[-1] if found else None)


def _akumulasi(book: HasilBook, form: HasilForm) -> Iterator[Part]:
    """Give what the sum over periods shows besides."""
    found = form.score.akumulasi
    yield from _signed(book, form)
    yield from _rounded(book)
    yield from _flat("angka_kredit", found.items if found else None)
    yield from _flat("jumlah", found.total if found else None)


def _rounded(book: HasilBook) -> Iterator[Part]:
    """Give how many decimals of angka kredit are printed."""
    yield from _flat("desimal", book.parameters.pembulatan_angka_kredit.value)


def _signed(book: HasilBook, form: HasilForm) -> Iterator[Part]:
    """Give who is evaluated, and who signs where and when."""
    placed = form.penugasan.penilaian
    day = (placed.row.tanggal_penilaian if placed else None) or book.identitas.tanggal_pengesahan
    yield from _assignment(form.penugasan)
    yield from _flat("penilai", form.penilai)
    yield from _flat("tempat", _place(book.identitas, book.tempat))
    yield from _flat("tanggal", day)


_FURTHER: Final = MappingProxyType({
    FormulirPegawai.DOKUMEN: _dokumen,
    FormulirPegawai.KONVERSI: _konversi,
    FormulirPegawai.AKUMULASI: _akumulasi,
})  # fmt: skip


def _place(identitas: IdentitasForm, tempat: str) -> str:
    return identitas.tempat or tempat


def _hasil(form: HasilForm) -> Iterator[Part]:
    penugasan = form.penugasan
    yield from _assignment(penugasan)
    for placed in sorted(penugasan.indikator, key=lambda one: one.row.no_indikator):
        yield from _row(f"indikator {placed.row.no_indikator}", placed.row)
    if penugasan.penilaian is not None:
        yield from _row("penilaian", penugasan.penilaian.row)
    yield from _score(form.score)
    yield from _flat("penilai", form.penilai)
    yield from _flat("atasan", form.atasan)
    yield from _flat("ekspektasi", form.ekspektasi)


def _skp(form: SkpForm) -> Iterator[Part]:
    penugasan = form.penugasan
    yield from _assignment(penugasan)
    for placed in sorted(penugasan.rencana, key=lambda one: one.row.no_indikator):
        yield from _row(f"rencana {placed.row.no_indikator}", placed.row)
    if penugasan.ekspektasi is not None:
        yield from _row("ekspektasi", penugasan.ekspektasi.row)
    for line in sorted(penugasan.lampiran, key=lambda one: (one.row.bagian.value, one.row.no)):
        yield from _row(f"lampiran {line.row.bagian.value} {line.row.no}", line.row)
    yield from _flat("penilai", form.penilai)


def _assignment(penugasan: Penugasan) -> Iterator[Part]:
    row = penugasan.pegawai.row
    for name in _PERSON:
        yield from _flat(name, getattr(row, name))
    yield from _flat("mulai", penugasan.mulai)
    yield from _flat("selesai", penugasan.selesai)


def _row(name: str, row: SheetRow) -> Iterator[Part]:
    for field in type(row).model_fields:
        if field not in _REPEATED:
            yield from _flat(f"{name}.{field}", getattr(row, field))


def _score(score: Score) -> Iterator[Part]:
    """Give every figure and the rules; how steps are worded, and their cells, may change."""
    ordered = sorted(score.indikator, key=lambda one: one.no_indikator)
    yield from _flat("nilai", replace(score, trail=(), indikator=tuple(ordered)))
    yield from _flat("dasar", tuple(sorted({step.source for step in score.trail})))


def _flat(name: str, value: object) -> Iterator[Part]:
    """Name every text below a value; what is absent is left out, so that new columns change none.

    Raises:
        TypeError: A kind of value that no form shows, which is our fault.
    """
    match value:
        case None | "" | ():
            return
        case str() | int():
            yield name, str(value)
        case Decimal():
            yield name, f"{value.normalize():f}"
        case Enum():
            yield name, str(value.value)
        case date():
            yield name, value.isoformat()
        case _:
            for key, inner in _inside(value):
                yield from _flat(f"{name}.{key}", inner)


def _inside(value: object) -> Iterator[tuple[object, object]]:
    if isinstance(value, tuple | list):
        yield from enumerate(value)
    elif isinstance(value, Mapping):
        yield from sorted((str(getattr(key, "value", key)), one) for key, one in value.items())
    elif isinstance(value, BaseModel):
        yield from value
    elif is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))
    else:
        raise TypeError(type(value))
