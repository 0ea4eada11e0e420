"""Words of the law: exact, complete, and told apart."""

from __future__ import annotations

import enum
import inspect

import pytest

from kinerja_xlsx.model import law
from kinerja_xlsx.model.law import (
    PANGKAT,
    TIDAK_DINILAI,
    CapaianOrganisasi,
    Ekspektasi,
    Golongan,
    Keadaan,
    NilaiPerilaku,
    Predikat,
    format_pangkat,
)

ENUMS = [
    item
    for _, item in inspect.getmembers(law, inspect.isclass)
    if issubclass(item, enum.Enum) and item is not enum.Enum
]


@pytest.mark.parametrize("words", ENUMS, ids=lambda words: words.__name__)
def test_no_two_words_are_the_same_to_a_reader(words: type[enum.Enum]) -> None:
    values = [str(member.value).casefold() for member in words]

    assert len(set(values)) == len(words.__members__)


def test_predikat_are_written_as_the_forms_do() -> None:
    assert [predikat.value for predikat in Predikat] == [
        "Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang/Misconduct", "Sangat Kurang",
    ]  # fmt: skip


def test_capaian_organisasi_come_best_first() -> None:
    assert [item.value for item in CapaianOrganisasi] == [
        "Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang",
    ]  # fmt: skip


def test_ratings_come_best_first() -> None:
    assert [item.name for item in Ekspektasi] == ["DI_ATAS", "SESUAI", "DI_BAWAH"]


def test_seven_values_spell_berakhlak() -> None:
    initials = "".join(item.value[0] for item in NilaiPerilaku)

    assert initials == "BAKHLAK"


def test_every_golongan_with_ruang_has_a_pangkat_and_no_other() -> None:
    assert set(PANGKAT) == {item for item in Golongan if not item.is_pppk}
    assert len(PANGKAT) == 17
    assert sum(item.is_pppk for item in Golongan) == 17


@pytest.mark.parametrize(
    ("golongan", "text"),
    [
        (Golongan.III_C, "Penata, III/c"),
        (Golongan.IV_E, "Pembina Utama, IV/e"),
        (Golongan.PPPK_9, "IX"),
        (None, ""),
    ],
)
def test_pangkat_is_written_as_the_forms_do(golongan: Golongan | None, text: str) -> None:
    assert format_pangkat(golongan) == text


def test_people_away_for_the_whole_period_are_not_evaluated() -> None:
    assert {item.value for item in TIDAK_DINILAI} == {"Cuti", "Tugas Belajar", "Pensiun"}
    assert Keadaan.AKTIF not in TIDAK_DINILAI
