"""Answers go to the output, words for people to the error stream, bars to terminals only."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from kinerja_xlsx.cli import bicara
from kinerja_xlsx.cli.app import expand_patterns
from kinerja_xlsx.cli.kemajuan import ConsoleProgress


class Terminal(io.StringIO):
    """A stream that passes for a terminal."""

    def isatty(self) -> bool:
        return True


def show_progress() -> None:
    with ConsoleProgress() as progress:
        progress.start("Memeriksa berkas", 2)
        progress.advance()
        progress.start("Menilai dan menulis unit", 3)
        progress.advance()


def test_answers_and_words_for_people_are_kept_apart(capsys: pytest.CaptureFixture[str]) -> None:
    bicara.answer("jawaban")
    bicara.say("keterangan")

    assert capsys.readouterr() == ("jawaban\n", "keterangan\n")


def test_document_is_utf_8_on_any_console(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252", newline="\n"))

    bicara.answer_document('{"nama": "Ṣiti"}')

    assert raw.getvalue().decode("utf-8") == '{"nama": "Ṣiti"}\n'


def test_progress_is_shown_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")

    show_progress()

    assert "Menilai dan menulis unit" in terminal.getvalue()
    assert "1/3" in terminal.getvalue()


def test_progress_is_silent_elsewhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")

    show_progress()

    assert capsys.readouterr() == ("", "")


def test_width_is_that_of_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")

    assert bicara.width_of(Terminal()) == 72
    assert bicara.width_of(io.StringIO()) is None


def test_patterns_become_names_and_other_words_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.xlsx", "a.xlsx", "c.txt"):
        (tmp_path / name).touch()

    words = list(expand_patterns(["periksa", "*.xlsx", "*.ods", "--json"]))

    assert words == ["periksa", "a.xlsx", "b.xlsx", "*.ods", "--json"]


NAMA = "Contoh\x1b[31m \u202eIwas\u202c\x07"


def test_name_from_a_file_cannot_act_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    bicara.answer(f"Satu\n{NAMA}")
    bicara.say(NAMA)

    safe = "Contoh<U+001B>[31m <U+202E>Iwas<U+202C><U+0007>\n"
    assert capsys.readouterr() == (f"Satu\n{safe}", safe)


def test_document_says_the_same_in_signs_that_can_be_seen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    bicara.answer_document(json.dumps({"nama": NAMA, "unit": "Puskesmas – é"}, ensure_ascii=False))

    said = capsys.readouterr().out
    assert json.loads(said) == {"nama": NAMA, "unit": "Puskesmas – é"}
    assert said.rstrip("\n").isprintable()
    assert "Puskesmas – é" in said
