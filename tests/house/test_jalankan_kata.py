"""What the launcher says: its help for testing, its own name, and why an installation failed."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest


def test_help_for_testing_is_indonesian_and_prepares_nothing(
    jalankan: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(jalankan, "prepare", lambda *_: pytest.fail("prepared"))

    assert jalankan.main(["uji", "--help"]) == 0
    assert capsys.readouterr().out.startswith("Pemakaian: py")


def test_program_learns_what_the_user_typed(
    jalankan: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["folder saya/jalankan.py", "proses"])

    name = jalankan.child_environment()["KINERJA_SEBUTAN"]

    assert name.endswith(' "folder saya/jalankan.py"')


@pytest.mark.parametrize(
    "said",
    [
        "ERROR: Could not find a version that satisfies hatchling (from versions: none)",
        "Failed to establish a new connection: [Errno -3]",
    ],
)
def test_unreachable_index_is_a_matter_of_the_network(jalankan: ModuleType, said: str) -> None:
    assert jalankan.explain(said, "lain") == jalankan.NO_NETWORK
