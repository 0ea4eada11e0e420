"""Damaged bytes of a sound Isian end as a Submission or as a refusal, never as anything else."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import UnreadableFileError
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.spec.book import ISIAN
from tests.drawn import sound_isian
from tests.unit.read.raw import bytes_of, mutate, read

PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet4.xml",
)
PIECES = st.sampled_from(
    (
        *(b"", b"<", b">", b"/>", b'"', b"&", b"&#0;", b"&x;", b"<!--", b"]]>", b"\xff", b"\0"),
        *(b"<v>", b"</row>", b"<row>", b"<c/>", b"NaN", b"9" * 12),
        *(b't="s"', b's="99"', b'r="A1"', b' t="zz"'),
    )
)


@cache
def sound() -> bytes:
    return bytes_of(sound_isian(1))


def survives(data: bytes) -> bool:
    try:
        return isinstance(read(data, ISIAN), Submission)
    except UnreadableFileError as error:
        return error.code.value.startswith("BRK-")


def test_sound_bytes_are_a_submission() -> None:
    assert read(sound()).issues == ()


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 20_000))
def test_cut_off_bytes_are_answered(length: int) -> None:
    assert survives(sound()[:length])


@settings(deadline=None, max_examples=120)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=6))
def test_changed_bytes_are_answered(changes: list[tuple[int, int]]) -> None:
    data = bytearray(sound())
    for position, value in changes:
        data[position % len(data)] = value

    assert survives(bytes(data))


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(PARTS),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 9), PIECES), min_size=1, max_size=4),
)
def test_changed_xml_is_answered(part: str, changes: list[tuple[int, int, bytes]]) -> None:
    def change(xml: bytes) -> bytes:
        for position, length, piece in changes:
            start = position % (len(xml) + 1)
            xml = xml[:start] + piece + xml[start + length :]
        return xml

    assert survives(mutate(sound(), part, change))
