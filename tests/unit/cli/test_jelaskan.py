"""`jelaskan` with a code: meaning, example, remedy and related codes, and a way out of typos."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any


def test_code_is_explained_with_example_and_related_codes(run: Callable[..., Any]) -> None:
    said = run("jelaskan", "lts-07")

    assert said.code == 0
    assert said.out.startswith("LTS-07 · Isian belum diisi\n")
    assert "Menahan    pegawai itu\n" in said.out
    assert "Contoh     Isian Siti Contoh, S.Kep. belum diisi.\n" in said.out
    assert "\nYang serupa:\n" in said.out
    assert max(map(len, said.out.splitlines())) <= 79


def test_notice_withholds_nothing(run: Callable[..., Any]) -> None:
    assert "Menahan    tidak ada\n" in run("jelaskan", "BRK-05").out


def test_code_is_explained_to_programs(run: Callable[..., Any]) -> None:
    said = run("jelaskan", "BRK-03", "--json")

    document = json.loads(said.out)
    assert (document["code"], document["slug"]) == ("BRK-03", "terenkripsi")
    assert document["withholds"] == "seluruh berkas"
    assert document["example"]["message"] == "Berkas dikunci dengan kata sandi."
    assert "BRK-04" in document["related"]


def test_unknown_code_is_a_usage_error_that_names_similar_codes(run: Callable[..., Any]) -> None:
    said = run("jelaskan", "LTS-77")

    assert (said.code, said.out) == (2, "")
    assert "Kode «LTS-77» tidak dikenal. Mungkin maksud Anda LTS-07" in said.err
