"""Cells of blank text far from any table: a stray space that nobody sees must not cost a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.read.compare import TEXTS, text_of
from kinerja_xlsx.read.shape import column_number
from kinerja_xlsx.read.text import is_blank
from kinerja_xlsx.read.walk import ExactCell, walk_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

_CELL: Final = re.compile(
    rb"""<((?:\w+:)?c)\b[^<>]*?\br=["']([A-Z]{1,3})([0-9]{1,7})["'][^<>]*?(?:/>|(?<!/)>.*?</\1>)""",
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
    cells = walk_sheet(xml).cells
    seen = [place for place, cell in cells.items() if not _is_unseen(cell, texts)]
    last_row = max((row for row, _ in seen), default=0)
    last_column = max((column for _, column in seen), default=0)

    def keep(cell: re.Match[bytes]) -> bytes:
        is_far = int(cell[3]) > last_row or column_number(cell[2].decode()) > last_column
        return b"" if is_far else cell[0]

    return _CELL.sub(keep, xml)


def _is_unseen(cell: ExactCell, texts: Sequence[str]) -> bool:
    return not cell.is_formula and cell.kind in TEXTS and is_blank(text_of(cell, texts))
