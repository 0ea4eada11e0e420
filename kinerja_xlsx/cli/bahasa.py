"""Indonesian for the words that click itself says, whatever language the system is set to."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

WORDS: Final = MappingProxyType(
    {
        # help
        "Usage:": "Pemakaian:",
        "Show this message and exit.": "Tampilkan bantuan ini.",
        # usage errors
        "Missing command.": "Perintahnya belum disebut.",
        "No such command {name!r}.": "Perintah {name!r} tidak dikenal.",
        "No such option {name!r}.": "Pilihan {name!r} tidak dikenal.",
        "Did you mean {possibility}?": "Mungkin maksudnya {possibility}.",
        "(Did you mean one of: {possibilities}?)": "Mungkin maksudnya salah satu dari: "
        "{possibilities}.",
        "Missing argument": "Yang masih perlu disebut:",
        "Missing option": "Pilihan yang masih perlu disebut:",
        "Missing parameter": "Yang masih perlu disebut:",
        "Missing {param_type}": "Yang masih perlu disebut: {param_type}",
        "Missing parameter: {param_name}": "Yang masih perlu disebut: {param_name}",
        "Option {name!r} does not take a value.": "Pilihan {name!r} tidak memerlukan isi.",
        "Option {name!r} requires an argument.": "Pilihan {name!r} memerlukan isi.",
        "Option {name!r} requires {nargs} arguments.": "Pilihan {name!r} memerlukan {nargs} isi.",
        "Argument {name!r} takes {nargs} values.": "{name} memerlukan {nargs} isi.",
        "Got unexpected extra argument ({args})": "Tidak dikenali: {args}.",
        "Got unexpected extra arguments ({args})": "Tidak dikenali: {args}.",
        # values
        "Invalid value: {message}": "{message}",
        "Invalid value for {param_hint}: {message}": "Periksa {param_hint}: {message}",
        "{value!r} is not a valid {number_type}.": "{value!r} bukan bilangan bulat.",
        "{value} is not in the range {range}.": "{value} berada di luar batas {range}.",
        "{name} {filename!r} does not exist.": "{name} {filename!r} tidak ada.",
        "{name} {filename!r} is a file.": "{filename!r} adalah berkas, bukan folder.",
        "{name} {filename!r} is a directory.": "{filename!r} adalah folder, bukan berkas.",
        "{name} {filename!r} is not readable.": "{name} {filename!r} tidak dapat dibaca.",
        "{name} {filename!r} is not writable.": "{name} {filename!r} tidak dapat ditulis.",
        "Could not open file {filename!r}: {message}": "Berkas {filename!r} tidak dapat dibuka: "
        "{message}",
        "unknown error": "sebabnya tidak diketahui",
    }
)
"""What click passes to gettext, word for word, and what people read instead."""


@contextmanager
def indonesian() -> Iterator[None]:
    """Let gettext answer from `WORDS` for a while.

    gettext picks its catalogue by LANGUAGE and LANG. Setting those would reach child processes
    too, so its look-up is replaced instead, in this process alone.
    """
    before = gettext.dgettext, gettext.dngettext
    gettext.dgettext, gettext.dngettext = _say, _say_counted
    try:
        yield
    finally:
        gettext.dgettext, gettext.dngettext = before


def _say(domain: str, message: str) -> str:
    del domain
    return WORDS.get(message, message)


def _say_counted(domain: str, msgid1: str, msgid2: str, n: int) -> str:
    return _say(domain, msgid1 if n == 1 else msgid2)
