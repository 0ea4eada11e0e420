"""The verification code of a printed form: short, and the same for equal content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import reduce
from typing import Final

from kinerja_xlsx.model.law import FormulirPegawai

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and letters that a reader does not take for one another: no I, L, O, U."""
LENGTH: Final = 16
GROUP: Final = 4
_BITS: Final = 5
_OVERFLOW: Final = 1 << _BITS
_FIELD: Final = 0b100101
"""The polynomial of the field of 32 elements in which the last character is reckoned."""
_READ_AS: Final = str.maketrans("OILU", "011V")
_BETWEEN: Final = frozenset(
    " \t\n.-_/\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{NO-BREAK SPACE}"
)


class JenisFormulir(Enum):
    """Which form a code stands on; the value is what people read."""

    HASIL = FormulirPegawai.EVALUASI.value
    DOKUMEN = FormulirPegawai.DOKUMEN.value
    KONVERSI = FormulirPegawai.KONVERSI.value
    AKUMULASI = FormulirPegawai.AKUMULASI.value
    SKP = "SKP"


@dataclass(frozen=True, slots=True)
class Formulir:
    """One printed form and its code.

    Attributes:
        kode: The verification code, in groups.
        jenis: Which form.
        period: Code of the period; of an SKP, the year.
        unit: Kode Unit.
        nip: Eighteen digits.
        sifat: How the post is held, as shown.
        mulai: First day of the assignment inside the period.
    """

    kode: str
    jenis: JenisFormulir
    period: str
    unit: str
    nip: str
    sifat: str
    mulai: date

    @property
    def key(self) -> tuple[str, str, str, str, str, str]:
        """What stays the same when the content changes."""
        return (
            self.jenis.value,
            self.period,
            self.unit,
            self.nip,
            self.sifat,
            self.mulai.isoformat(),
        )


@dataclass(frozen=True, slots=True)
class FormulirTercatat:
    """A form that an earlier run printed, as the ledger remembers it.

    Attributes:
        formulir: The form with the code that stood on it then.
        dimulai: When that run began, as ISO 8601.
        kode_terakhir: The code that the same form bore in the last run that is recorded of it.
    """

    formulir: Formulir
    dimulai: str
    kode_terakhir: str


@dataclass(frozen=True, slots=True)
class FormulirBerubah:
    """A form whose content is not what it was in the last run.

    Attributes:
        lama: The code that stood on it then.
        formulir: The form as it is now.
    """

    lama: str
    formulir: Formulir


def make_kode(parts: Iterable[tuple[str, str]]) -> str:
    """Make the code of a content, given as names and texts in a fixed order."""
    text = json.dumps(list(parts), ensure_ascii=False)
    number = int.from_bytes(hashlib.sha256(text.encode()).digest())
    values = [number >> _BITS * place & _OVERFLOW - 1 for place in range(LENGTH - 1)]
    values.append(_doubled(reduce(_add, values, 0)))
    return _grouped("".join(ALPHABET[value] for value in values))


def looks_like_kode(text: str) -> bool:
    """Tell whether a text has the length of a code, and letters, which a NIP has not."""
    bare = _bare(text)
    return len(bare) == LENGTH and bare.isascii() and bare.isalnum() and not bare.isdecimal()


def read_kode(text: str) -> str | None:
    """Read a code as people type it: lower case, without hyphens, O for 0, I or L for 1.

    Returns:
        The code in groups, or None where a character is wrong or two are exchanged.
    """
    bare = _bare(text).translate(_READ_AS)
    if len(bare) != LENGTH or not set(bare) <= set(ALPHABET):
        return None
    is_sound = reduce(_add, (ALPHABET.index(letter) for letter in bare), 0) == 0
    return _grouped(bare) if is_sound else None


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter not in _BETWEEN).upper()


def _grouped(text: str) -> str:
    return "-".join(text[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def _add(total: int, value: int) -> int:
    return _doubled(total) ^ value


def _doubled(value: int) -> int:
    """Multiply by two in the field; so every place weighs differently."""
    twice = value << 1
    return twice ^ _FIELD if twice & _OVERFLOW else twice
