"""Nothing leaves the computer: the package imports no module that could talk to another one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BANNED = frozenset(
    {
        "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "nntplib", "paramiko",
        "poplib", "requests", "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib",
        "urllib3", "webbrowser", "websockets", "xmlrpc",
    }
)  # fmt: skip
HARMLESS = frozenset({"urllib.parse"})
"""Only takes addresses apart."""


def imported(source: str) -> Iterator[str]:
    """Name every module that a source imports, also inside functions and by its text."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from (f"{module}.{alias.name}" for alias in names)
            case ast.Call(args=[ast.Constant(value=str(text)), *_]):
                yield text


def talkers(source: str) -> set[str]:
    return {
        name
        for name in imported(source)
        if name.split(".")[0] in BANNED and not any(name.startswith(one) for one in HARMLESS)
    }


def test_package_imports_nothing_that_talks_to_others() -> None:
    sources = {path: path.read_text("utf-8") for path in (ROOT / "kinerja_xlsx").rglob("*.py")}

    assert len(sources) > 100
    assert {path.name: found for path, text in sources.items() if (found := talkers(text))} == {}


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("import socket", True),
        ("def f():\n    from http.client import HTTPConnection", True),
        ("from urllib import request", True),
        ("import importlib\nimportlib.import_module('requests')", True),
        ("from urllib.parse import unquote", False),
        ("import httptools_of_ours", False),
    ],
)
def test_imports_that_talk_are_seen(source: str, *, seen: bool) -> None:
    assert bool(talkers(source)) is seen
