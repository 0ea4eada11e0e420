"""What a workbook that is none of ours seems to be, said so that its sender knows it again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kinerja_xlsx.read.package import Package
    from kinerja_xlsx.read.workbook import WorkbookParts

_NAMES_SHOWN: Final = 3
_PROBED: Final = 5
"""Exports hold one sheet or a few; a book of many sheets is not looked through."""
_VALUE: Final = re.compile(rb"<(?:\w+:)?(?:v|is)\b")
_SIASN: Final = (b"NIP BARU", b"PNS ID")
_EKINERJA: Final = (b"perilaku_kerja", b"hasil_akhir")
_EMPTY: Final = " Semua lembarnya kosong; mungkin ekspor dari aplikasinya gagal."
_EXPORT: Final = (
    " Isinya seperti ekspor data pegawai SIASN, yang dibaca dengan perintah impor-pegawai."
)
_REPORT: Final = (
    " Isinya seperti Laporan Penilaian SKP dari e-Kinerja, yang dibaca dengan perintah banding."
)


def foreign_reason(package: Package, workbook: WorkbookParts) -> str:
    """Name the sheets of a foreign workbook, and what it is where that is plain to see.

    Args:
        package: Its parts, all counted before.
        workbook: Its small parts.
    """
    names = [f"«{sheet.name}»" for sheet in workbook.sheets]
    if not names:
        return "Buku kerja ini tidak mempunyai lembar."
    more = f" dan {len(names) - _NAMES_SHOWN} lembar lain" if len(names) > _NAMES_SHOWN else ""
    listed = f"Lembar yang ada: {', '.join(names[:_NAMES_SHOWN])}{more}."
    return listed + _guess(package, workbook)


def _guess(package: Package, workbook: WorkbookParts) -> str:
    parts = [sheet.part for sheet in workbook.sheets if sheet.part is not None]
    if not parts or len(workbook.sheets) > _PROBED:
        return ""
    sheets = [_bytes_of(package, part) for part in parts]
    if not any(_VALUE.search(sheet) for sheet in sheets):
        return _EMPTY
    texts = _bytes_of(package, workbook.shared_strings) + sheets[0]
    if all(word in texts for word in _EKINERJA):
        return _REPORT
    return _EXPORT if all(word in texts for word in _SIASN) else ""


def _bytes_of(package: Package, part: str | None) -> bytes:
    """Give a part; its letters stand in it whether it was written in UTF-8 or UTF-16."""
    return b"" if part is None else package.read(part).replace(b"\0", b"")
