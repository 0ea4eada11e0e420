"""Every code can be explained by an example and by the codes that belong with it."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.codes import CATALOGUE
from kinerja_xlsx.spec.contoh_masalah import EXAMPLES
from kinerja_xlsx.spec.kerabat import related_codes
from kinerja_xlsx.spec.pesan import render


def test_every_code_has_an_example() -> None:
    assert [code.value for code in IssueCode if code not in EXAMPLES] == []


@pytest.mark.parametrize("code", list(EXAMPLES))
def test_example_is_of_the_usual_severity_and_has_all_its_sentences_need(code: IssueCode) -> None:
    issue = EXAMPLES[code]

    assert issue.severity is CATALOGUE[code].severity
    assert render(issue).masalah
    assert render(issue, for_unit=True).kode == code.value


def test_every_code_belongs_with_another() -> None:
    assert [code.value for code in IssueCode if not related_codes(code)] == []


def test_relation_goes_both_ways_and_leaves_the_code_itself_out() -> None:
    for code in IssueCode:
        assert code not in related_codes(code)
        assert all(code in related_codes(other) for other in related_codes(code))
