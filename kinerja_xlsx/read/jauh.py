"""Cells of blank text far from any table: a stray space that nobody sees must not cost a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.read.compare import TEXTS, text_of
from kinerja_xlsx.read.text import is_blank
from kinerja_xlsx.read.walk import ExactCell, walk_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

_CELL: Final = re.compile(
    rb"""<((?:\w+:)?c)\b[^<>]*?\br=["']([A-Z]+[0-9]+)["'][^<>]*?(?:/>|(?<!/)>.*?</\1>)""",
    re.DOTALL,
)


def drop_far_blanks(xml: bytes, texts: Sequence[str]) -> bytes:
    """Take out the cells of blank text below or beside everything that shows something.

    Args:
        xml: A sheet that reaches too far.
        texts: The shared texts.

    Raises:
        UnreadableFileError: As for `walk_sheet`.
    """
    if b"<!" in xml:
        return xml
    cells, _ = walk_sheet(xml)
    blank = {place for place, cell in cells.items() if _is_unseen(cell, texts)}
    seen = cells.keys() - blank
    last_row = max((row for row, _ in seen), default=0)
    last_column = max((column for _, column in seen), default=0)
    far = {
        f"{column_letters(column)}{row}".encode()
        for row, column in blank
        if row > last_row or column > last_column
    }
    return _CELL.sub(lambda found: b"" if found[2] in far else found[0], xml) if far else xml


def _is_unseen(cell: ExactCell, texts: Sequence[str]) -> bool:
    return not cell.is_formula and cell.kind in TEXTS and is_blank(text_of(cell, texts))
