"""What Excel lets pass and the checks refuse: codes by kind of column, found only on return.

The validation of a cell knows that cell and nothing else, and knows little of it: whether it is
text or number, how long or how large. Everything else a code of these sets tells when the file is
back. A code that is in none of them must be refused by the drop-down or limit of the cell itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.row import Kind

C = IssueCode
OF_ONE_CELL: Final = "SEL"
"""Family of the codes that one cell suffices for; all others need more, and so are beyond."""
_ANY: Final = frozenset({C.SEL_01, C.SEL_21, C.SEL_22})
"""A cell left or made blank is never validated, nor is what a formula becomes afterwards."""
_TEXT: Final = frozenset({C.SEL_09, C.SEL_32})
"""Excel counts letters as stored, we as shown; and TRUE has a length like any text."""
_NIP: Final = frozenset({C.SEL_11, C.SEL_12, C.SEL_13, C.SEL_30})
"""Excel counts to 18, but knows no digits, birth dates, look-alikes, or a text «1,9E+17»."""

BEYOND_EXCEL: Final[Mapping[Kind, frozenset[IssueCode]]] = MappingProxyType({
    Kind.NIP: _ANY | _NIP,
    Kind.NIP_ATAU_KODE: _ANY | _NIP | {C.SEL_09},  # a code in capitals may be longer
    Kind.NOMOR_INDIKATOR: _ANY | {C.SEL_08, C.SEL_30},
    Kind.KODE: _ANY | {C.SEL_08},
    Kind.PERIODE: _ANY | {C.SEL_08},
    Kind.TEKS: _ANY | _TEXT,
    Kind.BULAT: _ANY | {C.SEL_27},
    Kind.ANGKA: _ANY | {C.SEL_27, C.SEL_33},
    Kind.TANGGAL: _ANY | {C.SEL_03, C.SEL_17},
    Kind.DAFTAR: _ANY,
    Kind.DAFTAR_BANYAK: _ANY | {C.SEL_06, C.SEL_32},
    Kind.JAM: _ANY | {C.SEL_08},
})  # fmt: skip
"""Codes of errors in single cells that no validation of their kind can prevent."""


def is_beyond_excel(code: IssueCode, kind: Kind) -> bool:
    """Tell whether an error may be found in a cell that the template's validation accepts."""
    return not code.value.startswith(OF_ONE_CELL) or code in BEYOND_EXCEL[kind]
