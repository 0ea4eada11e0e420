"""PDFs without the moment at which they were made, and whether they are whole."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja_xlsx.write.pdf import is_whole, settle

DAY = date(2026, 3, 31)
OF_SEVEN = b"""%%PDF-1.6
1 0 obj <</Title(Hasil 20261125135521)>> endobj
695 0 obj
<</Producer(LibreOffice)
/CreationDate(D:%(moment)s)>>
endobj
trailer
<</Size 696/Root 694 0 R
/ID [ <%(id)s>
<%(id)s> ]
/DocChecksum /%(id)s
>>
startxref
678878
%%%%EOF
"""
MOMENTS = (b"20261125135521Z", b"20261125135521+07'00'", b"20261125135521Z00'00'")


IDENTIFIER = b"F2FF8FF7E19EC2D246864ACD2269132F"


def drawn(moment: bytes = MOMENTS[0], identifier: bytes = IDENTIFIER) -> bytes:
    return OF_SEVEN % {b"moment": moment, b"id": identifier}


@pytest.mark.parametrize("moment", MOMENTS)
def test_moment_becomes_the_day_of_the_workbook_in_the_same_length(moment: bytes) -> None:
    data = drawn(moment)

    settled = settle(data, DAY)

    assert len(settled) == len(data)
    assert b"/CreationDate(D:20260331000000Z" in settled
    assert b"135521+" not in settled
    assert b"Title(Hasil 20261125135521)" in settled


def test_two_prints_of_the_same_pages_are_the_same_bytes() -> None:
    later = drawn(b"20270101000001Z", b"0" * 31 + b"A")

    assert settle(drawn(), DAY) == settle(later, DAY)


def test_other_pages_keep_another_identifier() -> None:
    other = drawn().replace(b"Hasil", b"Rekap")

    def identifier(data: bytes) -> bytes:
        return settle(data, DAY).partition(b"/ID [ <")[2][:32]

    assert identifier(other) != identifier(drawn())
    assert identifier(drawn()) not in {b"0" * 32, b"F2FF8FF7E19EC2D246864ACD2269132F"}


def test_dates_of_the_metadata_stream_are_settled_as_well() -> None:
    stamp = b"<xmp:CreateDate>2026-11-25T13:55:21+07:00</xmp:CreateDate>"

    settled = settle(drawn() + stamp, DAY)

    assert b"<xmp:CreateDate>2026-03-31T00:00:00Z     </xmp:CreateDate>" in settled


def test_file_without_a_trailer_keeps_its_length() -> None:
    data = b"%PDF-1.7\n/CreationDate(D:20261125135521Z)\nstartxref\n9\n%%EOF\n"

    assert len(settle(data, DAY)) == len(data)


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (drawn(), True),
        (drawn().rstrip(), True),
        (drawn()[:-12], False),
        (drawn()[9:], False),
        (b"", False),
    ],
)
def test_only_what_begins_and_ends_as_a_pdf_is_whole(data: bytes, *, whole: bool) -> None:
    assert is_whole(data) is whole
