"""The catalogue: every code has plain, short sentences and a sensible consequence."""

from __future__ import annotations

import re

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place, Severity, Withholds
from kinerja_xlsx.spec.codes import (
    CATALOGUE,
    VARIANTS,
    WARNINGS_THAT_WITHHOLD,
    CodeText,
    make_issue,
    text_of,
    withholds,
)
from tests.golden.refresh import read_pesan

MAX_WORDS = 25
HARD_WORDS = re.compile(
    r"\b(?:regex|null|none|nan|tipe data|validasi|invalid|valid|error|string|integer|float|boolean"
    r"|parsing|parse|template|header|sheet|cell|row|file|exception|gagal|temuan|salah ketik"
    r"|kesalahan anda|anda salah|anda lupa|seharusnya anda)\b",
    re.IGNORECASE,
)
# Placeholders, and the English names in the menus that many screens show.
NO_PROSE = re.compile(r"\{\w+\}|Di Excel: File, Info, [^;]+;|Paste Values|Unmerge Cells")
PLACE = Place("dinkes.xlsx", "Pegawai", 5, 2, "NIP")


TEXTS = (*CATALOGUE.values(), *VARIANTS.values())
every_text = pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.slug)


def parts(text: CodeText) -> tuple[str, str, str]:
    return text.problem, text.reason, text.remedy


def test_every_code_has_its_sentences_and_no_other_has() -> None:
    assert set(CATALOGUE) == set(IssueCode)


def test_slugs_are_unique() -> None:
    slugs = [text.slug for text in TEXTS]

    assert len(set(slugs)) == len(slugs)


@every_text
def test_sentences_are_short_and_plain(text: CodeText) -> None:
    for part in parts(text):
        assert len(part.split()) <= MAX_WORDS
        assert not HARD_WORDS.findall(NO_PROSE.sub("", part))


@every_text
def test_sentences_end_with_a_full_stop(text: CodeText) -> None:
    for part in parts(text):
        assert not part or part.endswith((".", "{saran}", "{sebab}", "{masalah}"))


def test_golden_messages_are_short_too() -> None:
    long = [
        (case.code.value, part)
        for case in read_pesan()
        for part in (case.parts[name] for name in ("masalah", "sebab", "perbaiki"))
        if len(part.split()) > MAX_WORDS
    ]

    assert long == []


def test_whatever_is_no_notice_says_how_to_mend() -> None:
    silent = [
        code.value
        for code, text in CATALOGUE.items()
        if text.severity is not Severity.CATATAN and not text.remedy
    ]

    assert silent == []


def test_every_error_withholds_something() -> None:
    free = [
        code.value
        for code, text in CATALOGUE.items()
        if text.severity is Severity.GALAT and text.withholds is Withholds.NOTHING
    ]

    assert free == []


def test_only_named_warnings_withhold() -> None:
    holding = {
        code
        for code, text in CATALOGUE.items()
        if text.severity is not Severity.GALAT and text.withholds is not Withholds.NOTHING
    }

    assert holding == WARNINGS_THAT_WITHHOLD


def test_variant_is_milder_than_its_code_and_says_what_it_is() -> None:
    order = list(Severity)
    for (code, severity), text in VARIANTS.items():
        assert order.index(severity) > order.index(CATALOGUE[code].severity)
        assert text.severity is severity
        assert text.withholds is Withholds.NOTHING


def test_milder_issue_has_its_own_sentences_where_there_are_any() -> None:
    mild = make_issue(IssueCode.SEL_27, PLACE, severity=Severity.CATATAN)
    usual = make_issue(IssueCode.SEL_27, PLACE)
    other = make_issue(IssueCode.LTS_06, PLACE, severity=Severity.PERINGATAN)

    assert text_of(mild) is VARIANTS[IssueCode.SEL_27, Severity.CATATAN]
    assert text_of(usual) is CATALOGUE[IssueCode.SEL_27]
    assert text_of(other) is CATALOGUE[IssueCode.LTS_06]


def test_issue_gets_the_usual_severity_and_sorted_context() -> None:
    issue = make_issue(IssueCode.BRK_18, PLACE, nip="1", penanda="a", identitas="b")

    assert issue.severity is Severity.GALAT
    assert issue.context == (("identitas", "b"), ("penanda", "a"))
    assert (issue.code, issue.place, issue.nip) == (IssueCode.BRK_18, PLACE, "1")


def test_other_severity_replaces_the_usual_one() -> None:
    issue = make_issue(IssueCode.SEL_18, PLACE, severity=Severity.PERINGATAN)

    assert issue.severity is Severity.PERINGATAN


@pytest.mark.parametrize(
    ("code", "severity", "expected"),
    [
        (IssueCode.SEL_01, None, Withholds.PENUGASAN),
        (IssueCode.BRK_04, None, Withholds.BERKAS),
        (IssueCode.LTS_07, None, Withholds.PENUGASAN),
        (IssueCode.LTS_17, None, Withholds.NOTHING),
        (IssueCode.SEL_27, Severity.CATATAN, Withholds.NOTHING),
        (IssueCode.LTS_06, Severity.PERINGATAN, Withholds.NOTHING),
    ],
)
def test_only_errors_and_named_warnings_hold_back(
    code: IssueCode, severity: Severity | None, expected: Withholds
) -> None:
    issue = make_issue(code, PLACE, severity=severity)

    assert withholds(issue) is expected
