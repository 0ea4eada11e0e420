"""The verification code: the same for equal content, forgiving to read, and never guessed."""

from __future__ import annotations

import re

import pytest

from kinerja_xlsx.model.verifikasi import ALPHABET, looks_like_kode, make_kode, read_kode

PARTS = (("nip", "199001012015031001"), ("nilai", "5"))
KODE = "60CT-VY8X-NV01-MFBY"


def test_code_of_a_content_stays_what_it_was_printed_as() -> None:
    assert make_kode(PARTS) == KODE
    assert make_kode(iter(PARTS)) == KODE
    assert re.fullmatch(rf"([{ALPHABET}]{{4}}-){{3}}[{ALPHABET}]{{4}}", KODE)


@pytest.mark.parametrize(
    "other",
    [
        (("nip", "199001012015031001"), ("nilai", "6")),
        (("nilai", "5"), ("nip", "199001012015031001")),
        (("nip", "199001012015031001nilai"), ("", "5")),
        PARTS[:1],
    ],
)
def test_other_content_has_another_code(other: tuple[tuple[str, str], ...]) -> None:
    assert make_kode(other) != KODE


def test_codes_of_many_contents_differ_and_read_back() -> None:
    codes = {make_kode((("n", str(number)),)) for number in range(2000)}

    assert len(codes) == 2000
    assert all(read_kode(code) == code for code in codes)


@pytest.mark.parametrize(
    "typed",
    [
        KODE.lower(),
        KODE.replace("-", ""),
        KODE.replace("-", " "),
        f"  {KODE.replace('-', chr(0x2013))} ",
        KODE.replace("0", "O"),
        KODE.replace("0", "o"),
        KODE.replace("V", "U"),
    ],
)
def test_code_is_read_as_people_type_it(typed: str) -> None:
    assert looks_like_kode(typed)
    assert read_kode(typed) == KODE


@pytest.mark.parametrize("one", ["I", "i", "L", "l"])
def test_letters_like_one_are_read_as_one(one: str) -> None:
    kode = next(code for code in (make_kode((("n", str(n)),)) for n in range(99)) if "1" in code)

    assert read_kode(kode.replace("1", one)) == kode


def test_every_single_wrong_character_is_noticed() -> None:
    for place, letter in enumerate(KODE):
        for wrong in ALPHABET if letter != "-" else "":
            typed = KODE[:place] + wrong + KODE[place + 1 :]
            assert read_kode(typed) == (KODE if wrong == letter else None)


def test_two_exchanged_characters_are_noticed() -> None:
    bare = KODE.replace("-", "")
    for place in range(len(bare) - 1):
        first, second = bare[place], bare[place + 1]
        typed = f"{bare[:place]}{second}{first}{bare[place + 2 :]}"
        assert read_kode(typed) == (KODE if first == second else None)


@pytest.mark.parametrize(
    "typed", ["LTS-07", "199001012015031001", "1234567890123456", "", KODE[1:]]
)
def test_issue_codes_and_numbers_are_no_verification_codes(typed: str) -> None:
    assert not looks_like_kode(typed)
    assert read_kode("!" + typed) is None
