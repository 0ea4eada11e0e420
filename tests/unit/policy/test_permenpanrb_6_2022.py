"""The tables of the regulation are whole, and say how sure they are."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from itertools import product

from kinerja_xlsx.model.citation import PASAL_BELUM_DIPERIKSA, Citation, Confidence
from kinerja_xlsx.model.law import CapaianOrganisasi, Ekspektasi, Predikat
from kinerja_xlsx.policy import permenpanrb_6_2022 as module
from kinerja_xlsx.policy.base import Batas
from kinerja_xlsx.policy.permenpanrb_6_2022 import KUADRAN, PERMENPANRB_6_2022, POLA


def test_quadrant_has_all_nine_cells_and_reaches_every_predikat() -> None:
    assert set(KUADRAN) == set(product(Ekspektasi, repeat=2))
    assert set(KUADRAN.values()) == set(Predikat)


def test_low_perilaku_beats_any_hasil_kerja() -> None:
    found = [PERMENPANRB_6_2022.predikat(hasil, Ekspektasi.DI_BAWAH) for hasil in Ekspektasi]

    assert found == [Predikat.KURANG, Predikat.KURANG, Predikat.SANGAT_KURANG]


def test_better_rating_never_gives_a_worse_predikat() -> None:
    order = PERMENPANRB_6_2022.urutan
    best_first = list(Ekspektasi)
    for (hasil, perilaku), predikat in KUADRAN.items():
        for better in best_first[: best_first.index(hasil)]:
            assert order.index(KUADRAN[better, perilaku]) <= order.index(predikat)
        for better in best_first[: best_first.index(perilaku)]:
            assert order.index(KUADRAN[hasil, better]) <= order.index(predikat)


def test_order_of_predikat_is_that_of_the_law() -> None:
    assert PERMENPANRB_6_2022.urutan == tuple(Predikat)


def test_every_capaian_organisasi_has_a_pattern_named_after_it() -> None:
    assert list(POLA) == list(CapaianOrganisasi)
    assert [pola.dominan for pola in POLA.values()] == list(Predikat)


def test_rules_have_a_percentage_exactly_where_they_limit_a_share() -> None:
    limiting = {Batas.PALING_BANYAK, Batas.PALING_SEDIKIT}
    rules = [rule for pola in POLA.values() for rule in pola.rules]

    assert all((rule.persen is not None) is (rule.batas in limiting) for rule in rules)


def test_citations_invent_no_article() -> None:
    found = [
        value
        for value in (
            getattr(PERMENPANRB_6_2022, item.name) for item in fields(PERMENPANRB_6_2022)
        )
        if isinstance(value, Citation)
    ]

    assert len(found) == 6
    assert all(citation.article is None for citation in found)
    assert all(citation.text.endswith(PASAL_BELUM_DIPERIKSA) for citation in found)


def test_first_day_is_marked_as_derived() -> None:
    assert PERMENPANRB_6_2022.since == date(2022, 1, 1)
    assert PERMENPANRB_6_2022.since_citation.confidence is Confidence.TURUNAN


def test_module_opens_with_the_title_of_the_regulation() -> None:
    opening = " ".join(str(module.__doc__).split())

    assert PERMENPANRB_6_2022.title in opening
