"""NIP and codes of officials: separators are dropped, digits are never made up."""

from __future__ import annotations

import re
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.nip import NIP_LENGTH, Nip, NipError, NipFault
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.validate.mirip import digit_look
from kinerja_xlsx.validate.reading import KindReader, Reading, faulty, note, proposed
from kinerja_xlsx.validate.shown import EXACT_INTEGER, show
from kinerja_xlsx.validate.suggest import NipList, ask_length, kept_digits

_PREFIX: Final = re.compile(r"(?:nip|nippppk|ni\s*pppk)[\s.:]*(?=['\u2019]?[0-9])", re.IGNORECASE)
# Quotation marks and dashes are named by number, since several look alike.
_SEPARATORS: Final = re.compile(r"[\s.,'`\"\u00b4\u2010-\u2015\u2018-\u201f-]+")
_DIGITS: Final = re.compile(r"[0-9]+")
_DIGIT: Final = re.compile(r"[0-9]")
_AS_NUMBER: Final = re.compile(r"[0-9]+E\+?1[4-9]", re.IGNORECASE)
_BEHIND_NAME: Final = re.compile(
    r"(?P<name>[^\W\d][^0-9]*?)(?:[\s/,(:-]*\bnip)?[\s/.,:(-]*(?P<nip>[0-9][0-9\s.'-]{16,24})\s*\)?",
    re.IGNORECASE,
)
_AROUND_NAME: Final = " \t\n/,(:-"
_AMONG_DIGITS: Final = "Ada huruf atau tanda lain di antara angkanya."
_WORDS_ONLY: Final = "Sel ini berisi kata, bukan angka NIP."
_CODE_DIGITS: Final = 9
"""A text with letters and at least so many digits is a damaged NIP, not a code."""


def bare_nip(text: str) -> str:
    """Drop the word NIP and everything that only separates digits."""
    if text.isdecimal():
        return text
    return _SEPARATORS.sub("", _PREFIX.sub("", text, count=1))


def split_name(text: str) -> tuple[str, str]:
    """Part `Contoh Nama, S.Sos. / NIP. 1985…` into name and digits; no digits where it is not so.

    The digits must end the text: a NIP in the middle of words is not for a program to pick out.
    """
    if len(_DIGIT.findall(text)) != NIP_LENGTH:
        return text, ""
    match = _BEHIND_NAME.fullmatch(text)
    if match is None:
        return text, ""
    return match["name"].strip(_AROUND_NAME), _SEPARATORS.sub("", match["nip"])


def nip_behind(value: CellValue) -> str:
    """Give the digits that stand behind a name in its cell; empty where none do."""
    return split_name(value)[1] if isinstance(value, str) else ""


def is_nip(digits: str) -> bool:
    """Tell whether a text is a lawful NIP as it stands."""
    try:
        Nip.parse(digits)
    except NipError:
        return False
    return True


class NipReader:
    """Reads columns of NIP."""

    def __init__(self, known: NipList) -> None:
        self._known = known

    def read_text(self, text: str, raw: str) -> Reading:
        """Read 18 digits in any grouping; anything else is an issue with what it may be."""
        digits = bare_nip(text)
        if not _DIGITS.fullmatch(digits):
            return self._read_behind_name(text, raw) or self._refuse_letters(digits, raw)
        try:
            Nip.parse(digits)
        except NipError as error:
            return self._refuse_digits(digits, raw, error.fault)
        if digits == raw:
            return Reading(digits)
        return Reading(digits, (note(IssueCode.SEL_16, show(raw), dibaca=digits),))

    def _read_behind_name(self, text: str, raw: str) -> Reading | None:
        """Take the one NIP of a cell that holds name and NIP; None for any other text."""
        _, digits = split_name(text)
        if not is_nip(digits):
            return None
        return Reading(digits, (note(IssueCode.SEL_16, show(raw), dibaca=digits),))

    def read_other(self, value: CellValue) -> Reading:
        """Refuse numbers: the last digits of a NIP are gone from one, for ever."""
        if not isinstance(value, int | float):
            return faulty(IssueCode.SEL_11, show(value), jumlah="0", saran="")
        if abs(value) < EXACT_INTEGER:
            digits = _DIGITS.findall(show(value).replace(".", ""))
            saran = ask_length(digits[0], self._known) if digits else ""
            return faulty(
                IssueCode.SEL_11, show(value), jumlah=str(len("".join(digits))), saran=saran
            )
        return self._refuse_number(show(value))

    def _refuse_number(self, shown: str) -> Reading:
        saran = self._known.ask_same_start(kept_digits(shown))
        return faulty(IssueCode.SEL_12, shown, saran=saran)

    def _refuse_digits(self, digits: str, raw: str, fault: NipFault) -> Reading:
        if fault is NipFault.BIRTH_DATE:
            return faulty(IssueCode.SEL_13, show(raw))
        saran = ask_length(digits, self._known)
        return faulty(IssueCode.SEL_11, show(raw), jumlah=str(len(digits)), saran=saran)

    def _refuse_letters(self, digits: str, raw: str) -> Reading:
        if _AS_NUMBER.fullmatch(digits):
            return self._refuse_number(show(raw))
        meant = digit_look(digits)
        if is_nip(meant):
            saran = f"Mungkin maksud Anda «{meant}»?"
            return proposed(faulty(IssueCode.SEL_30, show(raw), saran=saran), meant)
        count = len(_DIGIT.findall(digits))
        saran = _AMONG_DIGITS if count else _WORDS_ONLY
        return faulty(IssueCode.SEL_11, show(raw), jumlah=str(count), saran=saran)


class OfficialReader:
    """Reads columns that hold a NIP or the code of an official."""

    def __init__(self, known: NipList) -> None:
        self._nip = NipReader(known)

    def read_text(self, text: str, raw: str) -> Reading:
        """Read a NIP where it looks like one, else a code in capitals."""
        digits = bare_nip(text)
        if _DIGITS.fullmatch(digits) or len(_DIGIT.findall(digits)) >= _CODE_DIGITS:
            return self._nip.read_text(text, raw)
        code = " ".join(text.split()).upper()
        if code == text:
            return Reading(code)
        return Reading(code, (note(IssueCode.SEL_07, show(raw), dibaca=code),))

    def read_other(self, value: CellValue) -> Reading:
        """Refuse numbers, as for a NIP."""
        return self._nip.read_other(value)


class NameReader:
    """Reads names of people; a NIP written behind the name in the same cell is no part of it."""

    def __init__(self, texts: KindReader) -> None:
        self._texts = texts

    def read_text(self, text: str, raw: str) -> Reading:
        """Take the name alone where a lawful NIP follows it, and say so."""
        name, digits = split_name(text)
        if not digits or not is_nip(digits):
            return self._texts.read_text(text, raw)
        return Reading(name, (note(IssueCode.SEL_07, show(raw), dibaca=name),))

    def read_other(self, value: CellValue) -> Reading:
        """Take numbers and dates as any text column does."""
        return self._texts.read_other(value)
