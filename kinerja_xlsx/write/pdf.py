"""A finished PDF: whether it is whole, and without the moment at which it was made."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Final

_END: Final = re.compile(rb"%%EOF\s*\Z")
_TAIL: Final = 64
_DATE: Final = re.compile(rb"(?<=Date\(D:)\d{14}[^)]*")
_XMP_DATE: Final = re.compile(rb"(?<=Date>)\d{4}-\d\d-\d\dT[^<]+")
_DIGEST: Final = re.compile(rb"(?<=[</])[0-9A-F]{32}(?=[>\s/])")
"""The two identifiers of a file and the checksum, all made from the moment as well."""
_TRAILER: Final = b"trailer"


def is_whole(data: bytes) -> bool:
    """Tell whether a PDF was written to its end."""
    return data.startswith(b"%PDF-") and _END.search(data[-_TAIL:]) is not None


def settle(data: bytes, created: date) -> bytes:
    """Put a fixed day in the place of the moment, so that equal pages are equal bytes.

    Every replacement is as long as what it replaces: a PDF finds its parts by their position.

    Args:
        data: A whole PDF as LibreOffice writes it.
        created: The day that the workbook carries.
    """
    dated = _DATE.sub(lambda found: _stamp(created, found[0]), data)
    dated = _XMP_DATE.sub(lambda found: _iso_stamp(created, found[0]), dated)
    head, mark, tail = dated.rpartition(_TRAILER)
    if not mark:
        return dated
    blank = _DIGEST.sub(b"0" * 32, tail)
    digest = hashlib.sha256(head + blank).hexdigest()[:32].upper().encode()
    return head + mark + _DIGEST.sub(digest, tail)


def _stamp(day: date, found: bytes) -> bytes:
    """Write midnight of a day as `D:` dates do; the zone, if any, becomes Z and the rest blank."""
    text = f"{day:%Y%m%d}000000".encode()
    return text + (b"Z" if len(found) > len(text) else b"") + b" " * (len(found) - len(text) - 1)


def _iso_stamp(day: date, found: bytes) -> bytes:
    text = f"{day.isoformat()}T00:00:00Z".encode()
    return text[: len(found)].ljust(len(found))
