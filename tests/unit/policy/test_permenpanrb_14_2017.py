"""The table of bands is whole and ordered, and says how sure it is."""

from __future__ import annotations

from itertools import pairwise

from kinerja_xlsx.model.citation import PASAL_BELUM_DIPERIKSA
from kinerja_xlsx.model.law import MutuPelayanan
from kinerja_xlsx.policy.permenpanrb_14_2017 import (
    JUMLAH_UNSUR,
    KONVERSI,
    MUTU,
    MUTU_CITATION,
    SKM_CITATION,
)


def test_every_band_stands_once_best_first() -> None:
    assert [mutu for _, mutu, _ in MUTU] == list(MutuPelayanan)
    assert all(higher > lower for (higher, _, _), (lower, _, _) in pairwise(MUTU))
    assert len({kinerja for _, _, kinerja in MUTU}) == len(MUTU)


def test_the_lowest_band_begins_where_the_lowest_answers_end() -> None:
    assert MUTU[-1][0] == 1 * JUMLAH_UNSUR * KONVERSI / JUMLAH_UNSUR


def test_no_article_is_claimed_that_was_not_read() -> None:
    assert SKM_CITATION.article is None
    assert PASAL_BELUM_DIPERIKSA in MUTU_CITATION.text
