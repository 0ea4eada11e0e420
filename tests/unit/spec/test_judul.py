"""Every code has a title in plain words, short enough for a line of the screen."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.codes import CATALOGUE
from kinerja_xlsx.spec.judul import TITLES


def test_every_code_has_a_title_of_its_own() -> None:
    assert set(TITLES) == set(IssueCode)
    assert len(set(TITLES.values())) == len(TITLES)


@pytest.mark.parametrize("code", IssueCode)
def test_title_is_short_and_no_slug(code: IssueCode) -> None:
    title = TITLES[code]

    assert len(title) <= 45
    assert title[0].isupper()
    assert not title.endswith(".")
    assert title != CATALOGUE[code].slug
