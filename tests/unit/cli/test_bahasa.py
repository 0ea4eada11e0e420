"""click's own words: each is known to the installed click, and none slips through in English."""

from __future__ import annotations

import ast
import gettext
import os
import string
from pathlib import Path

import click
import pytest
import rich_click

from kinerja_xlsx.cli.bahasa import WORDS, indonesian


def texts_of(module_file: str) -> set[str]:
    """Collect every text in the source of a library; adjacent texts are one to the parser."""
    return {
        node.value
        for path in Path(module_file).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.fixture(scope="module")
def known() -> set[str]:
    return texts_of(click.__file__) | texts_of(rich_click.__file__)


@pytest.mark.parametrize("message", list(WORDS))
def test_each_message_is_one_of_the_installed_click(message: str, known: set[str]) -> None:
    assert message in known


@pytest.mark.parametrize(("message", "translation"), list(WORDS.items()))
def test_translation_asks_for_nothing_that_click_does_not_give(
    message: str, translation: str
) -> None:
    assert fields(translation) <= fields(message)


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text)}


def test_language_of_the_system_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en_US")
    before = dict(os.environ)

    with indonesian():
        usage = gettext.gettext("Usage:")
        inherited = dict(os.environ)

    assert usage == "Pemakaian:"
    assert inherited == before, "child processes inherit the environment"


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "Mungkin maksudnya {possibility}."), (2, "Mungkin maksudnya salah satu dari")],
)
def test_counted_words_choose_by_number(number: int, text: str) -> None:
    with indonesian():
        said = gettext.ngettext(
            "Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", number
        )

    assert said.startswith(text)


def test_other_texts_and_later_times_are_left_alone() -> None:
    with indonesian():
        inside = gettext.gettext("Some other library's words")

    assert inside == "Some other library's words"
    assert gettext.gettext("Usage:") == "Usage:"
