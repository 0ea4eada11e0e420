"""Total rows: by their word, and by figures that are the sums of the column above."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.submission import CellFacts, CellValue, RawRow
from kinerja_xlsx.validate.baris_jumlah import ColumnSums, is_total


@pytest.mark.parametrize(
    "word", ["JUMLAH", "T O T A L", "Rata - rata", "Sub Total", "Jumlah pegawai:", "j u m l a h"]
)
def test_the_word_of_a_total_is_known(word: str) -> None:
    assert is_total(word)


@pytest.mark.parametrize("word", ["Jumlah pasien", "Totalitas", "A B C", None, 12.0])
def test_other_words_are_no_total(word: CellValue) -> None:
    assert not is_total(word)


def sums_of(*figures: float) -> ColumnSums:
    sums = ColumnSums()
    for number, figure in enumerate(figures, 5):
        sums.add(RawRow(number, ("nip", figure)))
    return sums


@pytest.mark.parametrize("figure", [6.0, 2, 2.0000000000000004])
def test_figures_that_are_sum_or_mean_make_a_total(figure: float) -> None:
    assert sums_of(1, 2, 3).are_in(RawRow(8, (None, figure)))


@pytest.mark.parametrize(
    "values", [(None, 7.0), (None, None), ("", ""), ("Contoh", 6.0), (None, "6"), (6.0, None)]
)
def test_anything_else_makes_no_total(values: tuple[CellValue, ...]) -> None:
    assert not sums_of(1, 2, 3).are_in(RawRow(8, values))


def test_the_total_of_one_figure_tells_nothing() -> None:
    assert not sums_of(3).are_in(RawRow(6, (None, 3.0)))


def test_a_formula_below_figures_is_a_total_also_without_a_value() -> None:
    sums = sums_of(1, 2)
    facts = {1: CellFacts(formula=True, uncached=True)}

    assert sums.are_in(RawRow(7, (None, None), facts=facts))
    assert sums.label == "(rumus)"


def test_a_text_formula_is_no_total() -> None:
    facts = {1: CellFacts(formula=True)}

    assert not sums_of(1, 2).are_in(RawRow(7, (None, "Belum Diisi"), facts=facts))
