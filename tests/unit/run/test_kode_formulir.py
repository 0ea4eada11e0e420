"""What a verification code hangs on: all that a form shows, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kinerja_xlsx.model.law import (
    CapaianOrganisasi,
    Ekspektasi,
    FormulirPegawai,
    Kertas,
    NilaiPerilaku,
    Predikat,
)
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.verifikasi import JenisFormulir
from kinerja_xlsx.run.kode_formulir import forms_of, with_kode, with_kode_skp
from kinerja_xlsx.spec.penugasan import Penugasan
from kinerja_xlsx.write.hasil import HasilBook, HasilForm
from tests.hasil_angka_drawn import chosen, rated, scored
from tests.hasil_drawn import PENILAI, book, form, indikator, nip_of, penilaian
from tests.skp_drawn import rencana, skp_book, skp_form


def kode_of(made: HasilForm, **changes: object) -> str:
    (shown,) = with_kode(book((made,), **changes)).forms
    return shown.kode


def kode_skp(**changes: Any) -> str:
    (shown,) = with_kode_skp(skp_book((skp_form(1, **changes),))).forms
    return shown.kode


def with_penugasan(made: HasilForm, **changes: Any) -> HasilForm:
    return replace(made, penugasan=replace(made.penugasan, **changes))


def moved(penugasan: Penugasan) -> Penugasan:
    """Say that the same rows stand in another file, on other rows and in another order."""
    return replace(
        penugasan,
        pegawai=penugasan.pegawai._replace(file="Perbaikan.xlsx", number=99),
        indikator=tuple(
            one._replace(file="Perbaikan.xlsx", number=one.number + 40)
            for one in reversed(penugasan.indikator)
        ),
    )


SAME: dict[str, Callable[[HasilForm], str]] = {
    "kertas": lambda made: kode_of(made, kertas=Kertas.F4),
    "orang lain di unit": lambda made: with_kode(book((made, form(2)))).forms[0].kode,
    "berkas dan baris lain": lambda made: kode_of(replace(made, penugasan=moved(made.penugasan))),
    "urutan indikator": lambda made: kode_of(
        replace(
            made,
            score=replace(made.score, indikator=tuple(reversed(made.score.indikator))),
        )
    ),
    "kata langkah": lambda made: kode_of(
        replace(
            made,
            score=replace(
                made.score,
                trail=tuple(replace(step, label="Lain", cells=()) for step in made.score.trail),
            ),
        )
    ),
    "kode yang sudah ada": lambda made: kode_of(replace(made, kode="0000-0000-0000-0000")),
    "angka ditulis lain": lambda _: kode_of(
        form(1, [indikator("1.1", target=Decimal("1200.00"))])
    ),
}
OTHER: dict[str, Callable[[HasilForm], str]] = {
    "periode": lambda made: kode_of(made, period=Period.parse("2026-TW2")),
    "unit": lambda made: kode_of(made, kode_unit="DINSOS"),
    "nama unit": lambda made: kode_of(made, nama_unit="Dinas Sosial"),
    "instansi": lambda made: kode_of(made, instansi="Pemerintah Kota Lain"),
    "tempat": lambda made: kode_of(
        made,
        tempat="Cilegon",
        identitas=book().identitas.model_copy(update={"tempat": None}),
    ),
    "capaian organisasi": lambda made: kode_of(made, capaian_organisasi=CapaianOrganisasi.KURANG),
    "pegawai": lambda _: kode_of(form(2, [indikator("1.1")])),
    "target": lambda _: kode_of(form(1, [indikator("1.1", target=Decimal(1201))])),
    "umpan balik": lambda _: kode_of(form(1, [indikator("1.1", umpan_balik="Lain")])),
    "rating": lambda _: kode_of(
        form(1, [indikator("1.1")], rating=penilaian(rating_perilaku=Ekspektasi.DI_ATAS))
    ),
    "predikat": lambda made: kode_of(
        replace(made, score=replace(made.score, predikat=Predikat.SANGAT_BAIK))
    ),
    "capaian": lambda made: kode_of(
        replace(made, score=replace(made.score, capaian=Decimal("98.0001")))
    ),
    "dasar aturan": lambda made: kode_of(
        replace(
            made,
            score=replace(
                made.score,
                trail=tuple(replace(one, source="Perbup") for one in made.score.trail),
            ),
        )
    ),
    "penilai": lambda made: kode_of(replace(made, penilai=replace(PENILAI, nama="Lain"))),
    "tanpa penilai": lambda made: kode_of(replace(made, penilai=None)),
    "ekspektasi": lambda made: kode_of(
        replace(made, ekspektasi={NilaiPerilaku.LOYAL: "Menjaga nama baik"})
    ),
    "hari pertama": lambda made: kode_of(
        with_penugasan(made, mulai=made.penugasan.mulai.replace(day=2))
    ),
}


@pytest.fixture
def made() -> HasilForm:
    return form(1, [indikator("1.1")])


@pytest.mark.parametrize("name", SAME)
def test_what_the_form_does_not_show_leaves_the_code(made: HasilForm, name: str) -> None:
    if name == "urutan indikator":
        made = form(1, [indikator("1.1"), indikator("1.2")])
    assert SAME[name](made) == kode_of(made)


@pytest.mark.parametrize("name", OTHER)
def test_whatever_the_form_shows_changes_the_code(made: HasilForm, name: str) -> None:
    assert OTHER[name](made) != kode_of(made)


def test_changes_have_codes_of_their_own(made: HasilForm) -> None:
    codes = [change(made) for change in OTHER.values()]

    assert len(set(codes)) == len(codes)


def test_skp_has_a_code_of_its_own_that_hangs_on_the_plan() -> None:
    plain = kode_skp()

    assert plain == kode_skp()
    assert plain != kode_skp(lines=())
    assert plain != kode_skp(rows=[rencana("1.1", target_tahun=Decimal(4801))])


def test_forms_of_a_unit_are_listed_with_their_codes() -> None:
    unit: HasilBook = with_kode(book())

    listed = forms_of(unit)

    assert [one.kode for one in listed] == [one.kode for one in unit.forms]
    assert [one.nip for one in listed] == [nip_of(1), nip_of(2)]
    assert {one.jenis for one in listed} == {JenisFormulir.HASIL}
    assert {one.jenis for one in forms_of(with_kode_skp(skp_book()))} == {JenisFormulir.SKP}


# -- forms beside the evaluation ------------------------------------------------------------------

DOKUMEN, KONVERSI, AKUMULASI = (
    FormulirPegawai.DOKUMEN, FormulirPegawai.KONVERSI, FormulirPegawai.AKUMULASI,
)  # fmt: skip
FURTHER = (DOKUMEN, KONVERSI, AKUMULASI)


def perawat(**changes: Any) -> HasilForm:
    earlier = (("2025", Predikat.BAIK),)
    made = scored(rated(1, Predikat.BAIK), chosen(), earlier=earlier)
    return replace(made, **changes)


def codes_of(made: HasilForm, **changes: object) -> dict[FormulirPegawai, str]:
    (shown,) = with_kode(book((made,), formulir=tuple(FormulirPegawai), **changes)).forms
    return {FormulirPegawai.EVALUASI: shown.kode, **shown.kode_lain}


def noted(made: HasilForm, **changes: object) -> HasilForm:
    """Change what the rater wrote."""
    rating = made.penugasan.penilaian
    assert rating is not None
    row = rating.row.model_copy(update=changes)
    return with_penugasan(made, penilaian=rating._replace(row=row))


def earned(made: HasilForm, at: int, nilai: str) -> HasilForm:
    """Change the angka kredit of one period."""
    found = made.score.akumulasi
    assert found is not None
    items = list(found.items)
    items[at] = replace(items[at], nilai=Decimal(nilai))
    return replace(made, score=replace(made.score, akumulasi=replace(found, items=tuple(items))))


CHANGED: dict[str, tuple[Callable[[], dict[FormulirPegawai, str]], set[FormulirPegawai]]] = {
    "catatan": (lambda: codes_of(noted(perawat(), catatan="Lain")), {DOKUMEN}),
    "atasan": (
        lambda: codes_of(perawat(atasan=replace(PENILAI, nama="Lain"))), {DOKUMEN},
    ),
    "capaian organisasi": (
        lambda: codes_of(perawat(), capaian_organisasi=CapaianOrganisasi.KURANG),
        {DOKUMEN},
    ),
    "angka kredit periode ini": (
        lambda: codes_of(earned(perawat(), -1, "7")), {KONVERSI, AKUMULASI},
    ),
    "angka kredit dahulu": (lambda: codes_of(earned(perawat(), 0, "7")), {AKUMULASI}),
    "penilai": (lambda: codes_of(perawat(penilai=None)), set(FURTHER)),
    "tanggal": (
        lambda: codes_of(noted(perawat(), tanggal_penilaian=date(2026, 4, 9))), set(FURTHER),
    ),
    "desimal": (
        lambda: codes_of(perawat(), parameters=chosen(pembulatan_angka_kredit="2")),
        {KONVERSI, AKUMULASI},
    ),
    "instansi": (lambda: codes_of(perawat(), instansi="Pemerintah Kota Lain"), set(FURTHER)),
    "kertas": (lambda: codes_of(perawat(), kertas=Kertas.F4), set()),
}  # fmt: skip
"""A change, and the further forms that then have another code."""


@pytest.mark.parametrize("name", CHANGED)
def test_each_form_has_a_code_of_its_own_that_hangs_on_what_it_shows(name: str) -> None:
    make, expected = CHANGED[name]
    before, after = codes_of(perawat()), make()

    assert len(set(before.values())) == len(FormulirPegawai)
    assert {jenis for jenis in FURTHER if before[jenis] != after[jenis]} == expected


def test_listed_forms_are_those_that_are_asked_for_each_with_its_code() -> None:
    made = with_kode(book((perawat(), form(2)), formulir=(DOKUMEN, KONVERSI)))

    listed = [(one.nip, one.jenis, one.kode) for one in forms_of(made)]

    first, second = made.forms
    assert listed == [
        (nip_of(1), JenisFormulir.DOKUMEN, first.kode_lain[DOKUMEN]),
        (nip_of(1), JenisFormulir.KONVERSI, first.kode_lain[KONVERSI]),
        (nip_of(2), JenisFormulir.DOKUMEN, second.kode_lain[DOKUMEN]),
    ]
    assert len({one.key for one in forms_of(made)}) == len(listed)
