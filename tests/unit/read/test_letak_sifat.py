"""Packages made by hypothesis, against a reading that needs no XML: what was drawn is read."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import UnreadableFileError
from tests.unit.read.raw import (
    DATA_BOOK,
    GOOD,
    HEAD,
    number,
    raw_book,
    read,
    read_data,
    row,
    shared_xml,
    text,
)

VALUES = st.one_of(st.none(), st.integers(0, 10**9), st.sampled_from(("a", "b c", "-", "0")))
PLACES = st.dictionaries(
    st.tuples(st.integers(2, 12), st.integers(1, 5)), VALUES, min_size=1, max_size=25
)


@settings(deadline=None, max_examples=150)
@given(
    cells=PLACES,
    order=st.randoms(use_true_random=False),
    quote=st.sampled_from('"' + "'"),
    shares=st.booleans(),
    splits=st.booleans(),
)
def test_drawn_package_is_read_cell_by_cell_as_it_was_drawn(
    cells: dict[tuple[int, int], str | int | None],
    order: object,
    quote: str,
    *,
    shares: bool,
    splits: bool,
) -> None:
    texts = ["", *sorted({value for value in cells.values() if isinstance(value, str)})]
    by_row: dict[int, list[str]] = {}
    for (number_of_row, column), value in cells.items():
        address = f"{'ABCDE'[column - 1]}{number_of_row}"
        by_row.setdefault(number_of_row, []).append(
            f'<c r="{address}"/>' if value is None
            else number(address, value) if isinstance(value, int)
            else f'<c r="{address}" t="s"><v>{texts.index(value)}</v></c>' if shares
            else text(address, value)
        )  # fmt: skip
    rows = [
        row(index, *part)
        for index, found in by_row.items()
        for part in ([[cell] for cell in found] if splits else [found])
    ]
    order.shuffle(rows)  # type: ignore[attr-defined] # hypothesis gives a Random
    xml = HEAD + "".join(rows).replace('"', quote)

    read_rows = read_data(raw_book(xml, shared=shared_xml(*texts) if shares else None)).rows

    drawn = {place: value for place, value in cells.items() if value is not None}
    assert {
        (one.number, column): value
        for one in read_rows
        for column, value in enumerate(one.values, start=1)
        if value is not None
    } == drawn


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("1", "2", "3", "0", "300000", "1048576", "x", "")),
            st.sampled_from(("A1", "B2", "C3", "XFD3", "A300000", "ZZZ9", "", "1")),
            st.sampled_from(("<v>1</v>", "<v/>", "<is><t>a</t></is>", "<f>1</f>", "")),
            st.sampled_from(("", ' t="s"', ' t="inlineStr"', ' t="e"', ' t="b"', ' t="str"')),
        ),
        max_size=5,
    )
)
def test_package_of_any_places_is_answered(drawn: list[tuple[str, str, str, str]]) -> None:
    rows = "".join(
        f'<row r="{written}"><c r="{address}"{kind}>{content}</c></row>'
        for written, address, content, kind in drawn
    )

    try:
        found = read(raw_book(GOOD + rows), DATA_BOOK)
    except UnreadableFileError:
        return
    assert found.sheets
