"""Formulas of the form: live only where visible cells give the very figure that was scored."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from kinerja_xlsx.model.law import Arah, Ekspektasi, Predikat
from kinerja_xlsx.write.hasil.rujukan import cell_of
from kinerja_xlsx.write.hasil.rumus import (
    Pembanding,
    RumusForm,
    capaian_mark,
    capaian_value,
    is_close,
    predikat_value,
    spelled,
)
from tests.hasil_angka_drawn import chosen
from tests.hasil_drawn import book, form

LIMIT, ZERO = cell_of("batas_capaian"), cell_of("target_nol")
NAIK, TURUN = Arah.NAIK, Arah.TURUN


def compared(lower: str, upper: str, realisasi: str, arah: Arah) -> Pembanding:
    return Pembanding(Decimal(lower), Decimal(upper), Decimal(realisasi), arah, (5, 7))


@pytest.mark.parametrize(
    ("figures", "capaian", "raw"),
    [
        (compared("10", "10", "7", NAIK), "70", "H{row}/F{row}*100"),
        (
            compared("8", "8", "9", TURUN),
            "87.5",
            f"IF(F{{row}}=0,IF(H{{row}}=0,{ZERO},0),(2-H{{row}}/F{{row}})*100)",
        ),
        (
            compared("5", "7.5", "4", NAIK),
            "80",
            "IF(H{row}<5,H{row}/5*100,IF(H{row}<=7.5,100,H{row}/7.5*100))",
        ),
        (
            compared("0", "3", "4", TURUN),
            "66.666666666666666666666666667",
            f"IF(H{{row}}<=3,100,IF(3=0,IF(H{{row}}=0,{ZERO},0),(2-H{{row}}/3)*100))",
        ),
    ],
)
def test_capaian_is_compared_within_the_limit_of_the_reference(
    figures: Pembanding, capaian: str, raw: str
) -> None:
    value = Decimal(capaian)

    found = capaian_value(figures, value, chosen())

    assert found == RumusForm(f"=MAX(0,MIN({LIMIT},{raw}))", value)


@pytest.mark.parametrize(
    ("figures", "capaian"),
    [
        (compared("10", "10", "7", NAIK), "71"),
        (compared("0", "0", "7", NAIK), "100"),
        (compared("1.000000000000001", "2", "1.5", NAIK), "100"),
    ],
)
def test_a_figure_that_a_formula_would_miss_stays_bare(figures: Pembanding, capaian: str) -> None:
    assert capaian_value(figures, Decimal(capaian), chosen()) == Decimal(capaian)


def test_the_limit_of_the_office_is_the_one_that_counts() -> None:
    figures = compared("10", "10", "13", NAIK)

    assert capaian_value(figures, Decimal(120), chosen(batas_capaian="130")) == Decimal(120)
    assert isinstance(capaian_value(figures, Decimal(120), chosen()), RumusForm)


def test_predikat_is_looked_up_by_both_ratings() -> None:
    found = predikat_value(book(), form(1), "Belum ditetapkan")

    assert isinstance(found, RumusForm)
    assert found.value == "Baik"
    assert found.pattern.startswith("=INDEX(Rujukan!$B$")
    assert "MATCH({hasil_kerja}," in found.pattern
    assert "MATCH({perilaku}," in found.pattern


def test_a_predikat_that_the_quadrant_does_not_give_stays_a_word() -> None:
    made = form(1)
    other = replace(made, score=replace(made.score, predikat=Predikat.KURANG))
    half = replace(made.score, rating_perilaku=None)

    assert predikat_value(book(), other, "Belum ditetapkan") == "Kurang/Misconduct"
    assert predikat_value(book(), replace(made, score=half), "Belum ditetapkan") == "Baik"
    waiting = replace(made.score, predikat=None, rating_hasil_kerja=Ekspektasi.SESUAI)
    assert predikat_value(book(), replace(made, score=waiting), "Belum") == "Belum"


def test_figures_are_spelled_plainly_and_marks_can_be_named_in_a_pattern() -> None:
    assert [spelled(Decimal(text)) for text in ("1E+3", "37.50", "0.00001")] == [
        "1000", "37.5", "0.00001",
    ]  # fmt: skip
    assert capaian_mark("1.2") == "capaian_1_2"
    assert f"{{{capaian_mark('1.2')}}}".format(capaian_1_2="$K$12") == "$K$12"


def test_close_means_all_but_the_last_digits() -> None:
    third = Fraction(100, 3)

    assert is_close(third, Decimal(100) / 3)
    assert not is_close(third, Decimal("33.3333"))
