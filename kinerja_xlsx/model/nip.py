"""NIP of a civil servant: 18 digits as text, parsed once at the border."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

NIP_LENGTH = 18
_KEPT_AT_START = 8
_KEPT_AT_END = 4
_ASCII_DIGITS = frozenset("0123456789")


class NipFault(enum.Enum):
    """Why a text is not a NIP."""

    LENGTH = "length"
    DIGITS = "digits"
    BIRTH_DATE = "birth date"


class NipError(ValueError):
    """A text that is not a NIP; `fault` says which part failed."""

    def __init__(self, fault: NipFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True, order=True)
class Nip:
    """Eighteen digits: birth date (8), TMT or appointment (6), sex (1), serial (3).

    Source: Perka BKN 22/2007 or 43/2007 (sources differ).
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> Nip:
        """Read 18 ASCII digits whose first eight are a date.

        Raises:
            NipError: The text is not 18 digits, or digits 1-8 are no date.
        """
        if not _ASCII_DIGITS.issuperset(text):
            raise NipError(NipFault.DIGITS)
        if len(text) != NIP_LENGTH:
            raise NipError(NipFault.LENGTH)
        try:
            date(int(text[:4]), int(text[4:6]), int(text[6:8]))
        except ValueError:
            raise NipError(NipFault.BIRTH_DATE) from None
        return cls(text)

    @property
    def month_digits(self) -> str:
        """Digits 13-14: 01-12 (TMT month) for PNS, 2k for PPPK."""
        return self.text[12:14]

    @property
    def looks_pns(self) -> bool:
        """Tell whether digits 13-14 are a month, as for PNS and CPNS."""
        return "01" <= self.month_digits <= "12"

    @property
    def looks_pppk(self) -> bool:
        """Tell whether digits 13-14 are 20-29, as for PPPK."""
        return self.text[12] == "2"

    @property
    def sex_digit(self) -> str:
        """Digit 15: 1 for men, 2 for women."""
        return self.text[14]

    @property
    def masked(self) -> str:
        """The NIP for logs and console: birth date and serial only."""
        return mask_nip(self.text)

    def __str__(self) -> str:
        return self.text


def is_nip_text(text: str) -> bool:
    """Tell whether a text is written as a NIP is: eighteen ASCII digits."""
    return len(text) == NIP_LENGTH and _ASCII_DIGITS.issuperset(text)


def mask_nip(text: str) -> str:
    """Hide the middle of an identifier: `19850717…1002`."""
    if len(text) <= _KEPT_AT_START + _KEPT_AT_END:
        return "…"
    return f"{text[:_KEPT_AT_START]}…{text[-_KEPT_AT_END:]}"
