"""What is asked about is found however it is spelled; what is unknown is never guessed."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.run.sasaran import UnknownTargetError, nip_asked, read_code


@pytest.mark.parametrize("text", ["LTS-07", "lts-07", "LTS07", "lts 7", " lts_7 "])
def test_code_is_found_in_any_spelling(text: str) -> None:
    assert read_code(text) is IssueCode.LTS_07


def test_code_is_found_by_its_short_name() -> None:
    assert read_code("Terenkripsi") is IssueCode.BRK_03


def test_unknown_code_names_similar_ones() -> None:
    with pytest.raises(UnknownTargetError, match=r"«LTS-77» tidak dikenal\. Mungkin .*LTS-07 \("):
        read_code("LTS-77")


def test_what_resembles_nothing_gets_examples() -> None:
    with pytest.raises(UnknownTargetError, match=r"tidak dikenal\. Contoh kode: LTS-07\."):
        read_code("zzzzzzzzzz")


def test_nip_is_taken_without_separators_and_a_code_is_none() -> None:
    assert nip_asked("19850717 201001 1 002") == "198507172010011002"
    assert nip_asked("LTS-07") is None
    assert nip_asked("1985071720100\N{ARABIC-INDIC DIGIT ONE}1002") is None
