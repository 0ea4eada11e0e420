"""What `jelaskan` is asked about: an issue code, a person by NIP, or the code of a form."""

from __future__ import annotations

import re
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.verifikasi import looks_like_kode, read_kode
from kinerja_xlsx.spec.codes import CATALOGUE
from kinerja_xlsx.spec.judul import TITLES
from kinerja_xlsx.validate import ask_which, near_words

_CODE: Final = re.compile(r"([A-Za-z]{3})[\s_-]*([0-9]{1,2})")
_SEPARATORS: Final = re.compile(r"[\s.'-]")


class UnknownTargetError(Exception):
    """Nothing bears this code or NIP; the message is for people and names what is near."""


def nip_asked(text: str) -> str | None:
    """Take what looks like a NIP, without separators; None for anything with letters."""
    digits = _SEPARATORS.sub("", text)
    return digits if digits.isascii() and digits.isdecimal() else None


def kode_asked(text: str) -> str | None:
    """Take what looks like the verification code of a form; None for anything else.

    Raises:
        UnknownTargetError: It is as long as one, but a character cannot be right.
    """
    slugs = {known.slug for known in CATALOGUE.values()}
    if text.strip().casefold() in slugs or not looks_like_kode(text):
        return None
    kode = read_kode(text)
    if kode is None:
        raise UnknownTargetError(
            f"Kode verifikasi «{text.strip()}» belum tepat: ada huruf atau angka yang keliru atau "
            "tertukar. Bandingkan lagi dengan kaki formulir. Kode hanya memakai angka dan huruf "
            "tanpa I, L, O, U."
        )
    return kode


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
