"""Rows that are no data: totals, sub-headings, numbering, repeated headings, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kinerja_xlsx.model.submission import CellValue, RawRow, RawSheet
from kinerja_xlsx.validate.normalise_date import MONTHS
from kinerja_xlsx.validate.normalise_nip import bare_nip
from kinerja_xlsx.validate.shown import show
from kinerja_xlsx.validate.synonyms import fold

_NIP_DIGITS: Final = 9
"""A text with so many digits is meant as a NIP, whatever else it holds."""
_SIGNATURE_CELLS: Final = 3
"""A row of a signature block has no more cells than this; a row of data has more."""
_NUMBERING_CELLS: Final = 3
_NUMBERING_LAST: Final = 60
_DIGIT: Final = re.compile(r"[0-9]")
_NUMBERED: Final = re.compile(r"\(?([0-9]{1,2})\)?(\s*=[0-9\s()+\-x:/]*)?")
_TOTAL: Final = re.compile(
    r"(?:(?:grand|sub)[\s\-]*)?(?:total|jumlah|rata\s*-?\s*rata|rerata)"
    r"(?:\s+(?:total|jumlah|seluruhnya|keseluruhan|bobot|nilai|pegawai|akhir))?\s*[:.]?"
)
_SIGNATURE: Final = re.compile(
    r"(?:mengetahui|menyetujui|mengesahkan|disahkan|disetujui|ditetapkan di|dibuat oleh"
    r"|a\.?n\.? |plt\.? kepala|plh\.? kepala|kepala |pejabat penilai|pimpinan |ttd|nip[\s.:]"
    r"|kuasa pengguna|pengguna anggaran|yang membuat)"
)
_DATE_LINE: Final = re.compile(
    rf"[a-z][a-z .]*,\s*(?:[0-9.…]{{0,4}}\s*)(?:{'|'.join(sorted(MONTHS))})\.?\s*[0-9]{{4}}"
)


class RowSorter:
    """Tells rows of people from the rest; asked for the rows of a sheet from top to bottom."""

    def __init__(self, sheet: RawSheet) -> None:
        fields = [column.field for column in sheet.columns]
        self._nip = fields.index("nip") if "nip" in fields else None
        self._headings = frozenset(fold(column.heading) for column in sheet.columns)
        self._is_signing = False

    def label_of(self, raw: RawRow) -> str | None:
        """Give the text of a row that is no data; None for a row that is.

        Once a signature block began, short rows are part of it: a bare NIP below the table
        belongs to who signs.
        """
        if self._nip is None:
            return None
        nip = raw.values[self._nip]
        if isinstance(nip, str) and nip.isdecimal() and not self._is_signing:
            return None
        cells = [value for value in raw.values if not _is_blank(value)]
        texts = [value.strip() for value in cells if isinstance(value, str)]
        if not cells or not self._is_no_data(nip, cells, texts):
            return None
        return texts[0] if texts else show(cells[0])

    def _is_no_data(
        self, nip: CellValue, cells: Sequence[CellValue], texts: Sequence[str]
    ) -> bool:
        is_short = len(cells) <= _SIGNATURE_CELLS
        if (self._is_signing and is_short) or _is_numbering(cells) or self._is_heading(nip, texts):
            return True
        if _is_nip_like(nip) and len(cells) > 1:
            return False
        folded = [" ".join(text.casefold().split()) for text in texts]
        if is_short and _begins_signature(folded):
            self._is_signing = True
            return True
        return not _is_nip_like(nip) and (_is_total(cells[0]) or _is_subheading(cells))

    def _is_heading(self, nip: CellValue, texts: Sequence[str]) -> bool:
        """Recognise the headings when an export repeats them on every page."""
        if not isinstance(nip, str) or fold(nip) not in self._headings:
            return False
        return all(fold(text) in self._headings for text in texts)


def _begins_signature(folded: Sequence[str]) -> bool:
    return any(_SIGNATURE.match(text) or _DATE_LINE.fullmatch(text) for text in folded)


def _is_blank(value: CellValue) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _is_nip_like(value: CellValue) -> bool:
    """Tell whether a cell is meant as a NIP, damaged or not."""
    if not isinstance(value, str):
        return value is not None
    bare = bare_nip(value)
    return bare.isdecimal() or len(_DIGIT.findall(bare)) >= _NIP_DIGITS


def _is_total(first: CellValue) -> bool:
    """Recognise a total by its first cell: further right `Jumlah` is a choice of Agregasi."""
    return isinstance(first, str) and bool(_TOTAL.fullmatch(" ".join(first.casefold().split())))


def _is_subheading(cells: Sequence[CellValue]) -> bool:
    """Recognise `BIDANG PELAYANAN` alone in its row; a dash alone is a blank row."""
    only = cells[0]
    return len(cells) == 1 and isinstance(only, str) and any(char.isalpha() for char in only)


def _is_numbering(cells: Sequence[CellValue]) -> bool:
    """Recognise `1 | 2 | 3 | 4 = 2 + 3` below the headings: small numbers that only grow."""
    if len(cells) < _NUMBERING_CELLS:
        return False
    numbers = [_numbered(value) for value in cells]
    found = [number for number in numbers if number is not None]
    return len(found) == len(cells) and all(
        before < after <= _NUMBERING_LAST for before, after in pairwise(found)
    )


def _numbered(value: CellValue) -> int | None:
    if isinstance(value, int | float):
        return int(value) if float(value).is_integer() else None
    match = _NUMBERED.fullmatch(value.strip()) if isinstance(value, str) else None
    return int(match[1]) if match else None
