"""Lines of the recapitulation say in words what the figures come to."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.law import CapaianOrganisasi, Predikat
from kinerja_xlsx.model.rekap import (
    BarisUnit,
    Kiriman,
    Sebaran,
    format_moves,
    format_perubahan,
    format_sementara,
    join_words,
    sebaran_of,
)
from kinerja_xlsx.model.score import Distribusi, Move

ONE_DOWN = Move(1, Predikat.BAIK, Predikat.BUTUH_PERBAIKAN)
TWO_DOWN = Move(2, Predikat.SANGAT_BAIK, Predikat.BAIK)


def distribusi(
    *,
    capaian: CapaianOrganisasi | None = CapaianOrganisasi.BAIK,
    total: int = 20,
    broken: tuple[str, ...] = (),
    moves: tuple[Move, ...] = (),
    is_small: bool = False,
) -> Distribusi:
    return Distribusi(capaian, (), total, 20, broken, moves, is_small, None)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a dan b"),
        (["a", "b", "c"], "a, b, dan c"),
        (["a", "b", "c", "d"], "a, b, c, dan d"),
    ],
)
def test_words_are_joined_as_in_prose(parts: list[str], text: str) -> None:
    assert join_words(parts) == text


def test_moves_say_how_many_people_from_where_to_where() -> None:
    assert format_moves([TWO_DOWN, ONE_DOWN]) == (
        "2 pegawai dari Sangat Baik ke Baik dan 1 pegawai dari Baik ke Butuh Perbaikan"
    )


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (distribusi(), ""),
        (distribusi(broken=("a",), moves=(ONE_DOWN,)), "1 pegawai dari Baik ke Butuh Perbaikan"),
        (
            distribusi(broken=("a",), total=1),
            "tidak ada, karena 1 pegawai terlalu sedikit untuk pola ini",
        ),
    ],
)
def test_smallest_change_is_named_or_explained(unit: Distribusi, text: str) -> None:
    assert format_perubahan(unit) == text


@pytest.mark.parametrize(
    ("total", "expected", "text"),
    [(287, 300, "sementara, 287 dari 300"), (300, 300, ""), (0, 0, "")],
)
def test_missing_people_make_it_provisional(total: int, expected: int, text: str) -> None:
    assert format_sementara(total, expected) == text


def baris_unit(spread: Distribusi | None) -> BarisUnit:
    return BarisUnit(
        kode="DINKES",
        nama="Dinas Kesehatan",
        kode_induk="",
        kiriman=Kiriman.BELUM if spread is None else Kiriman.SUDAH,
        dinilai=0,
        ditahan=0,
        tidak_dinilai=0,
        tidak_dikirim=0,
        belum_ditetapkan=0,
        capaian_organisasi=None,
        distribusi=spread,
    )


def test_unit_that_has_not_sent_says_nothing_of_its_distribution() -> None:
    unit = baris_unit(None)

    assert (unit.sebaran, unit.perubahan, unit.sementara) == (Sebaran.TIDAK_DIPERIKSA, "", "")


def test_unit_that_has_sent_says_how_it_is_spread() -> None:
    unit = baris_unit(distribusi(total=19, broken=("a",), moves=(ONE_DOWN,)))

    assert unit.sebaran is Sebaran.BELUM_SESUAI
    assert unit.perubahan == "1 pegawai dari Baik ke Butuh Perbaikan"
    assert unit.sementara == "sementara, 19 dari 20"


@pytest.mark.parametrize(
    ("unit", "sebaran"),
    [
        (distribusi(capaian=None, broken=("a",)), Sebaran.TIDAK_DIPERIKSA),
        (distribusi(total=0), Sebaran.TIDAK_DIPERIKSA),
        (distribusi(), Sebaran.SESUAI),
        (distribusi(broken=("a",)), Sebaran.BELUM_SESUAI),
        (distribusi(broken=("a",), is_small=True), Sebaran.UNIT_KECIL),
    ],
)
def test_verdict_on_the_distribution(unit: Distribusi, sebaran: Sebaran) -> None:
    assert sebaran_of(unit) is sebaran
