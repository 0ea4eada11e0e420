"""One spelling per concept, and the calls that hide a loss: kept out by machine."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "kinerja_xlsx/"

# What drifts -> the word of the law, or of the house, to use instead.
BANNED_WORDS = MappingProxyType(
    {
        "prilaku": "perilaku",
        "behavior": "perilaku",
        "behaviour": "perilaku",
        "supervisor": "atasan or pejabat_penilai",
        "appraisal": "penilaian",
        "temuan": "issue (temuan is what an auditor has)",
    }
)
# The stages that hold the law speak of pegawai; only the JSON document has the key `employees`.
BANNED_IN_STAGES = MappingProxyType({"employee": "pegawai"})
JSON_KEYS = frozenset({"employees"})
STAGES = tuple(PACKAGE + stage for stage in ("model/", "spec/", "policy/", "score/"))

# Names that say nothing about what a module does.
EMPTY_MODULE_NAMES = frozenset(
    {"common", "core", "helpers", "manager", "misc", "service", "utils"}
)

NOUNS_OF_LAW = "capaian|indikator|jabatan|pegawai|penugasan|perilaku|predikat|realisasi|unit_kerja"
ENGLISH_PLURAL = re.compile(rf"(?:^|_)(?:{NOUNS_OF_LAW})s(?:_|$)", re.IGNORECASE)
NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

# Worksheet methods that choose the cell type by looking at the text: "=cmd" becomes a formula.
GUESSING_WRITERS = frozenset({"write", "write_row", "write_column"})
WORKSHEET = re.compile(r"(?:^|[._])(?:work)?sheet$|^ws$", re.IGNORECASE)


def python_files(*folders: str) -> dict[str, str]:
    """Read every Python file below some folders, by its path from the root."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
    }


def everything() -> dict[str, str]:
    return python_files("kinerja_xlsx", "tests", "benchmarks")


def identifiers(source: str) -> Iterator[str]:
    """Give every name in code; not comments, not texts."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.NAME:
            yield token.string


def drift(source: str, banned: Mapping[str, str]) -> dict[str, str]:
    """Find identifiers one of whose words is banned, also in the plural."""
    return {
        name: f"use {banned[part]}"
        for name in identifiers(source)
        for part in (found.lower().removesuffix("s") for found in NAME_PART.findall(name))
        if part in banned and name not in JSON_KEYS
    }


def english_plurals(source: str) -> set[str]:
    return {name for name in identifiers(source) if ENGLISH_PLURAL.search(name)}


def hidden_losses(source: str) -> list[str]:
    """Find the defaults that turn a missing value into zero."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
            found += ["or 0" for value in node.values[1:] if is_zero(value)]
        if isinstance(node, ast.Call) and called(node) == "fillna":
            found.append("fillna")
    return found


def is_zero(node: ast.expr) -> bool:
    """Recognise 0, 0.0, "0" and Decimal(0)."""
    if isinstance(node, ast.Call) and called(node) in {"Decimal", "float", "int"}:
        return all(is_zero(argument) for argument in node.args)
    if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
        return False
    return node.value in {0, "0", "0.0"}


def called(node: ast.Call) -> str:
    """Name the function or method that a call calls."""
    match node.func:
        case ast.Attribute(attr=name):
            return name
        case ast.Name(id=name):
            return name
    return ""


def guessed_writes(source: str) -> list[int]:
    """Give the lines with a call on a worksheet that leaves the type of a cell to chance."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in GUESSING_WRITERS
        and WORKSHEET.search(ast.unparse(node.func.value))
    ]


def asserts(source: str) -> list[int]:
    return [node.lineno for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Assert)]


def texts_saying(word: str, source: str) -> list[str]:
    """Give the texts in code, docstrings among them, that contain a word."""
    return [
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(rf"\b{word}\b", node.value, re.IGNORECASE)
    ]


def spaced_percents(source: str) -> list[str]:
    """Give the texts that set a blank before a percent sign, which Indonesian does not."""
    texts = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr)]
    plain = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
    return [
        *(text for node in texts if "} %" in (text := ast.unparse(node))),
        *(str(node.value) for node in plain if re.search(r"\d %(?!\w)", str(node.value))),
    ]


def offenders(found_by_file: Mapping[str, Collection[object]]) -> dict[str, Collection[object]]:
    """Keep the files in which something was found."""
    return {name: found for name, found in found_by_file.items() if found}


def test_identifiers_do_not_drift() -> None:
    found = {name: drift(source, BANNED_WORDS) for name, source in everything().items()}

    assert offenders(found) == {}


def test_stages_of_the_law_speak_of_pegawai() -> None:
    found = {
        name: drift(source, BANNED_IN_STAGES) for name, source in python_files(*STAGES).items()
    }

    assert offenders(found) == {}


def test_modules_are_named_after_what_they_do() -> None:
    assert [
        name for name in everything() if EMPTY_MODULE_NAMES & set(Path(name).with_suffix("").parts)
    ] == []


def test_nouns_of_law_have_no_english_plural() -> None:
    found = {name: english_plurals(source) for name, source in everything().items()}

    assert offenders(found) == {}


def test_a_slip_is_never_called_by_the_word_of_auditors() -> None:
    found = {name: texts_saying("temuan", text) for name, text in python_files(PACKAGE).items()}

    assert offenders(found) == {}


def test_percent_sign_follows_its_figure_at_once() -> None:
    found = {name: spaced_percents(source) for name, source in python_files(PACKAGE).items()}

    assert spaced_percents('f"{angka(1)} % dari 3"; "70 %, 80%"') == [
        "f'{angka(1)} % dari 3'", "70 %, 80%",
    ]  # fmt: skip
    assert offenders(found) == {}


def test_missing_is_never_zero() -> None:
    found = {name: hidden_losses(source) for name, source in python_files(PACKAGE).items()}

    assert offenders(found) == {}


def test_source_does_not_assert() -> None:
    found = {name: asserts(source) for name, source in python_files(PACKAGE).items()}

    assert offenders(found) == {}


def test_cells_are_written_by_type() -> None:
    found = {name: guessed_writes(source) for name, source in python_files(PACKAGE).items()}

    assert offenders(found) == {}


def test_first_line_tells_the_purpose() -> None:
    first = {name: (source.splitlines() or [""])[0] for name, source in everything().items()}

    assert [name for name, line in first.items() if not re.match(r'r?""".{10}', line)] == []


@pytest.mark.parametrize(
    ("line", "losses"),
    [
        ("x = value or 0", ["or 0"]),
        ("x = value or Decimal(0)", ["or 0"]),
        ("frame.fillna(0)", ["fillna"]),
        ("x = value or other", []),
        ("x = value or False", []),
        ("x = 0 if value is None else value", []),
    ],
)
def test_defaults_that_hide_a_loss_are_seen(line: str, losses: list[str]) -> None:
    assert hidden_losses(line) == losses


@pytest.mark.parametrize(
    ("name", "drifts"),
    [
        ("nilai_prilaku", True),
        ("BehaviourRating", True),
        ("supervisor_nip", True),
        ("shutil", False),
        ("employees", False),
        ("perilaku", False),
    ],
)
def test_drift_is_seen_by_whole_words(name: str, *, drifts: bool) -> None:
    assert bool(drift(f"{name} = 1  # behavior", BANNED_WORDS)) == drifts


def test_plurals_and_guessed_writes_are_seen() -> None:
    assert english_plurals("predikats = predikat_by_nip") == {"predikats"}
    assert guessed_writes("sheet.write(0, 0, text)\nsheet.write_string(0, 0, text)") == [1]
    assert guessed_writes("self.worksheet.write_row(0, 0, texts)\nfile.write(data)") == [1]
