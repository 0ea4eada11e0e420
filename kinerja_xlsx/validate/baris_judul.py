"""Rows that number, name or divide the columns and rows of a table, and are no data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from string import ascii_lowercase
from typing import Final

from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.validate.synonyms import fold

_NUMBERING_CELLS: Final = 3
_NUMBERING_LAST: Final = 60
_NUMBERED: Final = re.compile(r"\(?([0-9]{1,2})([a-z]?)\)?(\s*=[0-9\s()+\-x*×:/%.,]*)?")
_ORDINAL: Final = re.compile(r"[a-z]|[ivxl]{1,5}|[a-z](?:\.[0-9]{1,2})+")
_LETTERS: Final = re.compile(r"[a-z]")
LABEL_WORDS: Final = frozenset(
    {
        "nip", "nama", "bulan", "tahun", "periode", "unit", "unitkerja", "satker", "satuankerja",
        "opd", "skpd", "namapd", "instansi", "jabatan", "pangkat", "golongan", "tmt",
    }
)  # fmt: skip
"""Labels of the lines that stand above the table of one person."""
_FOREIGN_WORDS: Final = frozenset(
    {"no", "nourut", "nomor", "pegawai", "pagu", "keterangan", "ket", "jumlah", "tanggal", "hari"}
)
HEADING_WORDS: Final = _FOREIGN_WORDS | {
    fold(text)
    for model in ISIAN.readable
    for spec in columns_of(model)
    for text in (spec.heading, *spec.column.aliases)
}
"""What stands above columns, in our tables and in those pasted below them."""


def is_numbering(cells: Sequence[CellValue]) -> bool:
    """Recognise `1 | 2 | 3 | 4 = 2 + 3` or `a | b | c` below the headings: it only grows."""
    if len(cells) < _NUMBERING_CELLS:
        return False
    numbers = [_numbered(value) for value in cells]
    found = [number for number in numbers if number is not None]
    return len(found) == len(cells) and all(
        before < after and after[0] <= _NUMBERING_LAST for before, after in pairwise(found)
    )


def _numbered(value: CellValue) -> tuple[int, str] | None:
    """Give number and letter of `3a`; a letter alone is its place in the alphabet."""
    if isinstance(value, int | float):
        return (int(value), "") if float(value).is_integer() else None
    text = value.strip().casefold() if isinstance(value, str) else ""
    if _LETTERS.fullmatch(text):
        return ascii_lowercase.index(text) + 1, ""
    match = _NUMBERED.fullmatch(text)
    return (int(match[1]), match[2]) if match else None


def is_subheading(cells: Sequence[CellValue]) -> bool:
    """Recognise `BIDANG PELAYANAN` alone in its row, or behind `A.`; a dash is a blank row."""
    *before, last = cells
    if not isinstance(last, str) or not any(char.isalpha() for char in last):
        return False
    return not before or (len(before) == 1 and _is_ordinal(before[0]))


def _is_ordinal(value: CellValue) -> bool:
    return isinstance(value, str) and bool(_ORDINAL.fullmatch(value.strip(" .)").casefold()))
