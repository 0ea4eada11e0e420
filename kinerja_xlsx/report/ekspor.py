"""Tables as files for analysts: CSV that opens right in an Indonesian Excel, and Parquet.

CSV: UTF-8 with its mark, semicolons, decimal commas, CRLF. A text that a spreadsheet would take
for a formula, a number or a date gets an apostrophe before it; a NIP stands in its official
groups, which every spreadsheet takes for text. Parquet holds all values as they are.
"""

from __future__ import annotations

import csv
import importlib.util
import io
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from kinerja_xlsx.model.ekspor import Bentuk
from kinerja_xlsx.model.nip import NIP_LENGTH
from kinerja_xlsx.model.number import half_up
from kinerja_xlsx.report.tabel_ekspor import Jenis, Nilai, Tabel

DECIMALS: Final = 6
_FORMULA: Final = frozenset(
    "=+-@\t\r\n"
    "\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
    "\N{FULLWIDTH COMMERCIAL AT}"
)
_LIKE_NUMBER: Final = re.compile(r"[\d.,:/% ()-]*\d[\d.,:/% ()-]*([eE][+-]?\d+)?", re.ASCII)
_MONTH: Final = r"(?:jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)[a-z]*"
_LIKE_DATE: Final = re.compile(
    rf"\d{{1,4}}[-/ .]?{_MONTH}(?:[-/ .]?\d{{1,4}})?|{_MONTH}[-/ .]?\d{{1,4}}",
    re.ASCII | re.IGNORECASE,
)
_NIP_GROUPS: Final = (8, 14, 15)
_NO_LIBRARY: Final = (
    "Bentuk parquet memerlukan pyarrow, yang belum terpasang. Pasang dengan "
    "«python -m pip install pyarrow» memakai Python yang menjalankan program ini, atau pakai "
    "--bentuk csv."
)


class MissingLibraryError(Exception):
    """A form of file needs a library that is not installed; the message is for people."""


def require_library(bentuk: Bentuk) -> None:
    """Make sure that a form can be written, before anything is worked out.

    Raises:
        MissingLibraryError: It cannot.
    """
    if bentuk is Bentuk.PARQUET and importlib.util.find_spec("pyarrow") is None:
        raise MissingLibraryError(_NO_LIBRARY)


def render_table(tabel: Tabel, bentuk: Bentuk) -> bytes:
    """Write a table; the same values are the same bytes."""
    return to_csv(tabel) if bentuk is Bentuk.CSV else to_parquet(tabel)


def to_csv(tabel: Tabel) -> bytes:
    """Write a table for spreadsheets."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    kinds = [jenis for _, jenis in tabel.kolom]
    writer.writerow(nama for nama, _ in tabel.kolom)
    for row in tabel.rows:
        writer.writerow(_cell(value, jenis) for value, jenis in zip(row, kinds, strict=True))
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _cell(value: Nilai, jenis: Jenis) -> str:
    if isinstance(value, str):
        return _nip(value) if jenis is Jenis.NIP else as_text(value)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Decimal):
        return _decimal(value).replace(".", ",")
    return "" if value is None else str(value)


def _decimal(value: Decimal) -> str:
    rounded = half_up(value, DECIMALS)
    return f"{rounded.normalize() if rounded else abs(rounded.normalize()):f}"


def _nip(text: str) -> str:
    """Write a NIP as official letters do; what is none is any other text."""
    if len(text) != NIP_LENGTH or not (text.isascii() and text.isdecimal()):
        return as_text(text)
    first, second, third = _NIP_GROUPS
    return f"{text[:first]} {text[first:second]} {text[second:third]} {text[third:]}"


def as_text(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula, a number or a date."""
    bare = text.strip()
    if not bare:
        return text
    starts_formula = text[0] in _FORMULA or bare[0] in _FORMULA
    is_taken = _LIKE_NUMBER.fullmatch(bare) or _LIKE_DATE.fullmatch(bare)
    return f"'{text}" if starts_formula or is_taken else text


def to_parquet(tabel: Tabel) -> bytes:
    """Write a table for programs, with its types.

    Raises:
        MissingLibraryError: pyarrow is not installed.
    """
    try:
        # An extra that only analysts install.
        import pyarrow as pa  # noqa: PLC0415 - see above
        import pyarrow.parquet as pq  # noqa: PLC0415 - see above
    except ImportError as error:
        raise MissingLibraryError(_NO_LIBRARY) from error
    types: Mapping[Jenis, Any] = {
        Jenis.TEKS: pa.string(),
        Jenis.NIP: pa.string(),
        Jenis.BULAT: pa.int64(),
        Jenis.ANGKA: pa.float64(),
        Jenis.TANGGAL: pa.date32(),
        Jenis.YA_TIDAK: pa.bool_(),
    }
    schema = pa.schema([(nama, types[jenis]) for nama, jenis in tabel.kolom])
    columns = list(zip(*tabel.rows, strict=True)) or [()] * len(tabel.kolom)
    arrays = [
        pa.array([_PLAIN.get(jenis, _same)(value) for value in column], type=types[jenis])
        for (_, jenis), column in zip(tabel.kolom, columns, strict=True)
    ]
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), sink)
    return bytes(sink.getvalue())


def _same(value: Nilai) -> Nilai:
    return value


def _float(value: Nilai) -> float | None:
    return None if value is None else float(str(value))


_PLAIN: Final[Mapping[Jenis, Callable[[Nilai], Any]]] = MappingProxyType({Jenis.ANGKA: _float})
