"""The quick pass over rows without digits and the exact walk tell the same of any rows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.read.compare import find_disagreement
from kinerja_xlsx.read.facts import SheetFacts, scan_rows, sheet_data
from kinerja_xlsx.read.walk import ExactCell, exact_facts, walk_sheet
from tests.unit.read.raw import sheet_xml

PERCENT = frozenset({2, 12})
INLINE = ' t="inlineStr"'

FORMULAS = st.sampled_from(["", "<f>A1+1</f>", '<f t="shared" si="3"/>', '<f aca="0">1</f>'])
NUMBERS = st.one_of(
    st.integers(-(10**18), 10**18).map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
)
WORDS = st.text("abc019 .,-é", min_size=1, max_size=6).filter(lambda word: word.strip() != "")
VALUES = {
    "": NUMBERS,
    ' t="n"': NUMBERS,
    ' t="b"': st.sampled_from("01"),
    ' t="e"': st.sampled_from(["#N/A", "#DIV/0!", "#REF!", "#NAME?"]),
    ' t="s"': st.integers(0, 9_999).map(str),
    ' t="str"': WORDS,
}
BLANKS = st.sampled_from(["", "<v></v>", "<v/>", "<v />"])


def contents(kind: str) -> st.SearchStrategy[str]:
    """Draw the content of a cell of one type."""
    if kind == INLINE:
        texts = st.sampled_from(["{}></t>", "{}/>", "{} />"]) | WORDS.map("{{}}>{}</t>".format)
        starts = st.sampled_from(["<is><t", '<is><t xml:space="preserve"'])
        return st.builds(lambda text, start: f"{text.format(start)}</is>", texts, starts)
    values = VALUES[kind].map("<v>{}</v>".format)
    return st.tuples(FORMULAS, BLANKS | values if kind != ' t="s"' else values).map("".join)


@st.composite
def rows(draw: st.DrawFn) -> str:
    """Draw the rows of a sheet, with gaps, empty cells, hidden rows and styles."""
    drawn = []
    for number in sorted(draw(st.sets(st.integers(1, 120_000), max_size=5))):
        cells = []
        for column in sorted(draw(st.sets(st.integers(1, 60), max_size=5))):
            kind = draw(st.sampled_from([*VALUES, INLINE]))
            content = draw(contents(kind))
            style = draw(st.sampled_from(["", ' s="2"', ' s="12"', ' s="122"']))
            address = f"{column_letters(column)}{number}"
            body = draw(st.sampled_from([f">{content}</c>", "/>", " />"]))
            cells.append(f'<c r="{address}"{style}{kind}{body}')
        hidden = draw(st.sampled_from(["", ' hidden="1"', ' ht="15" hidden="0"']))
        drawn.append(f'<row r="{number}"{hidden}>{"".join(cells)}</row>')
    return "".join(drawn)


def quick(xml: bytes) -> SheetFacts:
    data = sheet_data(xml)
    assert data is not None
    facts = scan_rows(data.rows, PERCENT)
    assert facts is not None
    return facts


@settings(deadline=None)
@given(rows())
def test_both_readings_tell_the_same(drawn: str) -> None:
    xml = sheet_xml(drawn).encode()
    walked = walk_sheet(xml)

    exact = exact_facts(walked, PERCENT)
    found = quick(xml)

    assert found.rows.keys() == exact.rows.keys()
    assert found.hidden == exact.hidden
    for number, shape in exact.rows.items():
        assert (found.rows[number].filled, dict(found.rows[number].odd)) == (
            shape.filled,
            dict(shape.odd),
        )


@pytest.mark.parametrize("text", ["_x005F_x000D_", "_x000D_", "a_x000D_b", "_x005F_x0041_"])
def test_escapes_are_no_disagreement_where_the_reader_resolves_them(text: str) -> None:
    shown = {"_x005F_x000D_": "_x000D_", "_x000D_": "\r", "a_x000D_b": "a\rb"}
    cells = {(1, 1): ExactCell("s", "0", has_value=True, is_formula=False, style=0)}

    assert find_disagreement(cells, [text], [[shown.get(text, "_x0041_")]]) is None
    assert find_disagreement(cells, [text], [["lain"]]) == (1, 1)
