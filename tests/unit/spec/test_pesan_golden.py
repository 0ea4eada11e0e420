"""Every issue code has a golden Indonesian message, and renders exactly to it."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.codes import VARIANTS
from kinerja_xlsx.spec.pesan import render
from tests.golden.refresh import PESAN, Golden, read_pesan, write_toml

CASES = read_pesan()


def test_every_code_has_a_golden_message() -> None:
    assert {case.code for case in CASES} == set(IssueCode)


def test_every_variant_has_a_golden_message() -> None:
    shown = {(case.issue.code, case.issue.severity) for case in CASES}

    assert set(VARIANTS) <= shown


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case.code.value}-{number}" for number, case in enumerate(CASES)]
)
def test_message_is_the_golden_one(case: Golden) -> None:
    assert case.rendered() == case.parts


def test_message_carries_the_code() -> None:
    assert [render(case.issue).kode for case in CASES] == [case.code.value for case in CASES]


def test_refreshing_changes_nothing() -> None:
    assert write_toml(CASES) == PESAN.read_text(encoding="utf-8")
