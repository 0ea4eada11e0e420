"""NIP: 18 digits as text, parsed once, masked where people look over a shoulder."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.nip import Nip, NipError, NipFault, mask_nip

PNS = "198507172010011002"
PPPK = "199002282023212001"

nip_texts = st.builds(
    lambda birth, rest: f"{birth:%Y%m%d}{rest}",
    st.dates(date(1940, 1, 1), date(2010, 12, 31)),
    st.text("0123456789", min_size=10, max_size=10),
)


@given(nip_texts)
def test_eighteen_digits_from_a_birth_date_are_a_nip(text: str) -> None:
    nip = Nip.parse(text)

    assert str(nip) == nip.text == text
    assert not (nip.looks_pns and nip.looks_pppk)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", NipFault.LENGTH),
        (PNS[:-1], NipFault.LENGTH),
        (PNS + "1", NipFault.LENGTH),
        ("19850717 201001100", NipFault.DIGITS),
        (PNS[:-1] + "O", NipFault.DIGITS),
        ("١٩٨٥٠٧١٧٢٠١٠٠١١٠٠٢", NipFault.DIGITS),
        ("198513172010011002", NipFault.BIRTH_DATE),
        ("198502302010011002", NipFault.BIRTH_DATE),
        ("000007172010011002", NipFault.BIRTH_DATE),
    ],
)
def test_anything_else_is_refused_with_the_part_at_fault(text: str, fault: NipFault) -> None:
    with pytest.raises(NipError) as caught:
        Nip.parse(text)

    assert caught.value.fault is fault


@given(st.text(max_size=24))
def test_no_text_breaks_the_parser(text: str) -> None:
    try:
        nip = Nip.parse(text)
    except NipError:
        return
    assert len(nip.text) == 18
    assert nip.text.isascii()


@pytest.mark.parametrize(
    ("months", "pns", "pppk"),
    [
        ("00", False, False),
        ("01", True, False),
        ("12", True, False),
        ("13", False, False),
        ("19", False, False),
        ("20", False, True),
        ("24", False, True),
        ("29", False, True),
        ("30", False, False),
    ],
)
def test_digits_13_and_14_tell_the_kind(months: str, *, pns: bool, pppk: bool) -> None:
    nip = Nip.parse(f"{PNS[:12]}{months}{PNS[14:]}")

    assert (nip.month_digits, nip.looks_pns, nip.looks_pppk) == (months, pns, pppk)


@pytest.mark.parametrize(("text", "sex"), [(PNS, "1"), (PPPK, "2")])
def test_digit_15_is_the_sex(text: str, sex: str) -> None:
    assert Nip.parse(text).sex_digit == sex


def test_masked_nip_keeps_both_ends_only() -> None:
    assert Nip.parse(PNS).masked == "19850717…1002"


@given(st.text("0123456789", max_size=40))
def test_mask_never_shows_the_whole(text: str) -> None:
    masked = mask_nip(text)

    assert "…" in masked
    assert len(masked.replace("…", "")) <= min(12, max(0, len(text) - 1))


def test_short_identifiers_are_hidden_whole() -> None:
    assert [mask_nip(text) for text in ("", "1234", "123456789012")] == ["…", "…", "…"]


def test_nip_sort_as_text() -> None:
    assert sorted([Nip(PPPK), Nip(PNS)]) == [Nip(PNS), Nip(PPPK)]
