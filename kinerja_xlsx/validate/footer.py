"""Rows that are no data: totals, sub-headings, numbering, repeated headings, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kinerja_xlsx.model.submission import CellValue, RawRow, RawSheet
from kinerja_xlsx.spec.row import SheetRow, columns_of
from kinerja_xlsx.validate.baris_judul import (
    HEADING_WORDS,
    LABEL_WORDS,
    is_numbering,
    is_subheading,
)
from kinerja_xlsx.validate.baris_jumlah import ColumnSums, is_total
from kinerja_xlsx.validate.normalise_date import MONTHS
from kinerja_xlsx.validate.normalise_nip import bare_nip
from kinerja_xlsx.validate.shown import show
from kinerja_xlsx.validate.synonyms import fold

_NIP_DIGITS: Final = 9
"""A text with so many digits is meant as a NIP, whatever else it holds."""
_SIGNATURE_CELLS: Final = 3
"""A row of a signature block has no more cells than this; a row of data has more."""
_DIGIT: Final = re.compile(r"[0-9]")
_FOREIGN_HEADINGS: Final = 2
_LABEL_CELLS: Final = 4
"""`Bulan | Maret 2026 | TMT | 01-03-2026`: two labels and their values."""
_FULL_NUMBER: Final = re.compile(r"[0-9]{3,}")
_SIGNATURE: Final = re.compile(
    r"(?:mengetahui|menyetujui|mengesahkan|disahkan|disetujui|ditetapkan di|dibuat oleh"
    r"|a\.?n\.? |plt\.? kepala|plh\.? kepala|kepala |pejabat penilai|pimpinan |ttd|nip[\s.:]"
    r"|kuasa pengguna|pengguna anggaran|yang membuat)"
)
_DATE_LINE: Final = re.compile(
    rf"[a-z][a-z .]*,\s*(?:[0-9.…]{{0,4}}\s*)(?:{'|'.join(sorted(MONTHS))})\.?\s*[0-9]{{4}}"
)


class RowSorter:
    """Tells rows of people from the rest; asked for the rows of a sheet from top to bottom.

    Cells are looked at in the order of the template, so that `Jumlah` chosen for Agregasi never
    comes first because an office moved that column.
    """

    def __init__(self, sheet: RawSheet, model: type[SheetRow]) -> None:
        fields = [column.field for column in sheet.columns]
        self._order = tuple(
            fields.index(spec.field) for spec in columns_of(model) if spec.field in fields
        )
        self._nip = fields.index("nip") if "nip" in fields else None
        self._has_services = "layanan" in fields
        self._headings = frozenset(fold(column.heading) for column in sheet.columns)
        self._sums = ColumnSums()
        self._is_signing = False
        self._is_other_table = False

    def label_of(self, raw: RawRow) -> str | None:
        """Give the text of a row that is no data; None for a row that is.

        Once a signature block began, short rows are part of it: a bare NIP below the table
        belongs to who signs. Below the headings of another table, rows without a NIP are its.
        """
        if self._nip is None and not self._has_services:
            return None
        nip = None if self._nip is None else raw.values[self._nip]
        if isinstance(nip, str) and _FULL_NUMBER.fullmatch(nip) and not self._is_signing:
            self._is_other_table = False
            self._sums.add(raw)
            return None
        if self._sums.are_in(raw):
            return self._sums.label
        values = [raw.values[position] for position in self._order]
        cells = [value for value in values if not _is_blank(value)]
        texts = [value.strip() for value in cells if isinstance(value, str)]
        if not cells or not self._is_no_data(nip, cells, texts):
            self._sums.add(raw)
            return None
        return texts[0] if texts else show(cells[0])

    def _is_no_data(
        self, nip: CellValue, cells: Sequence[CellValue], texts: Sequence[str]
    ) -> bool:
        is_short = len(cells) <= _SIGNATURE_CELLS
        if (self._is_signing and is_short) or is_numbering(cells) or self._is_heading(nip, texts):
            return True
        if self._belongs_to_other_table(nip, texts):
            return True
        if _is_nip_like(nip) and len(cells) > 1:
            return False
        folded = [" ".join(text.casefold().split()) for text in texts]
        if is_short and _begins_signature(folded):
            self._is_signing = True
            return True
        return not _is_nip_like(nip) and self._is_around_data(cells)

    def _is_around_data(self, cells: Sequence[CellValue]) -> bool:
        """Recognise totals, labels and section headings.

        A service alone in its row is one whose figures are missing, no heading of others.
        """
        is_section = not self._has_services and is_subheading(cells)
        return is_total(cells[0]) or _is_label_row(cells) or is_section

    def _is_heading(self, nip: CellValue, texts: Sequence[str]) -> bool:
        """Recognise the headings when an export repeats them on every page."""
        if not isinstance(nip, str) or fold(nip) not in self._headings:
            return False
        return all(fold(text) in self._headings for text in texts)

    def _belongs_to_other_table(self, nip: CellValue, texts: Sequence[str]) -> bool:
        """Recognise a second table below ours, whose first column is not the NIP."""
        if _is_nip_like(nip) and not isinstance(nip, int | float):
            return False
        first = fold(nip) if isinstance(nip, str) else ""
        known = [text for text in texts if fold(text) in HEADING_WORDS]
        if first in HEADING_WORDS and len(known) >= _FOREIGN_HEADINGS:
            self._is_other_table = True
        return self._is_other_table


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


def _is_label_row(cells: Sequence[CellValue]) -> bool:
    """Recognise `Bulan | Maret 2026`, as it stands above each block of one person."""
    first = cells[0]
    is_label = isinstance(first, str) and fold(first) in LABEL_WORDS
    return is_label and 1 < len(cells) <= _LABEL_CELLS
