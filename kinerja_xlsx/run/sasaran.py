"""What `jelaskan` is asked about: an issue code, or a person by NIP; near misses are proposed."""

from __future__ import annotations

import re
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.codes import CATALOGUE
from kinerja_xlsx.spec.judul import TITLES
from kinerja_xlsx.validate import ask_which, near_words

_CODE: Final = re.compile(r"([A-Za-z]{3})[\s_-]*([0-9]{1,2})")
_SEPARATORS: Final = re.compile(r"[\s.'-]")


class UnknownTargetError(Exception):
    """Nothing bears this code or NIP; the message is for people."""


def nip_asked(text: str) -> str | None:
    """Take what looks like a NIP, without separators; None for anything with letters."""
    digits = _SEPARATORS.sub("", text)
    return digits if digits.isascii() and digits.isdecimal() else None


def read_code(text: str) -> IssueCode:
    """Find the code that was asked for: `LTS-07`, `lts7`, or its short name.

    Raises:
        UnknownTargetError: There is none; similar ones are named.
    """
    wanted = text.strip()
    found = _CODE.fullmatch(wanted)
    name = f"{found[1].upper()}-{int(found[2]):02d}" if found else wanted.upper()
    by_slug = {known.slug: code for code, known in CATALOGUE.items()}
    by_value = {code.value: code for code in IssueCode}
    code = by_value.get(name) or by_slug.get(wanted.casefold())
    if code is not None:
        return code
    near = [
        by_value.get(word) or by_slug[word] for word in near_words(name, [*by_value, *by_slug])
    ]
    saran = ask_which([f"{one.value} ({TITLES[one]})" for one in near])
    raise UnknownTargetError(
        f"Kode «{wanted}» tidak dikenal. {saran or 'Contoh kode: LTS-07. Contoh NIP: 18 angka.'}"
    )
