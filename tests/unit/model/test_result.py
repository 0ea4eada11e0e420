"""Counts of rows balance, alone and added up."""

from __future__ import annotations

from dataclasses import astuple

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.citation import PASAL_BELUM_DIPERIKSA, Citation
from kinerja_xlsx.model.result import RowCounts

counts = st.builds(RowCounts, *[st.integers(0, 10_000)] * 4)


@given(counts)
def test_seen_is_the_sum_of_the_other_four(rows: RowCounts) -> None:
    assert rows.seen == sum(astuple(rows))


@given(st.lists(counts, max_size=6))
def test_counts_add_up_kind_by_kind(files: list[RowCounts]) -> None:
    total = sum(files, RowCounts())

    assert total.withheld == sum(rows.withheld for rows in files)
    assert total.accepted == sum(rows.accepted for rows in files)
    assert total.corrected == sum(rows.corrected for rows in files)
    assert total.ignored == sum(rows.ignored for rows in files)
    assert total.seen == sum(rows.seen for rows in files)


def test_citation_prints_its_article() -> None:
    assert Citation("PP 30/2019", "Pasal 41").text == "PP 30/2019, Pasal 41"


def test_citation_without_article_says_so() -> None:
    assert Citation("PermenPANRB 6/2022").text == f"PermenPANRB 6/2022, {PASAL_BELUM_DIPERIKSA}"
