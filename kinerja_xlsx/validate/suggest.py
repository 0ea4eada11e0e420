"""Proposals for what may have been meant; shown to people and never applied."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache, cached_property
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from kinerja_xlsx.model.nip import NIP_LENGTH
from kinerja_xlsx.validate.names import plain_name
from kinerja_xlsx.validate.synonyms import fold

KEPT_DIGITS: Final = 15
"""So many leading digits of a NIP survive in a number cell."""
_SIMILAR_WORD: Final = 70
_AS_SIMILAR: Final = 10
"""Words that are less similar than the best by no more than this are proposed beside it."""
_MOST_PROPOSED: Final = 3
_SIMILAR_NAME: Final = 85
_NEAR_NIP: Final = 2
_SLIPS: Final = 2
_SHORT_WORD: Final = 5
"""In a word of so few letters two slips make another word."""
_DIGIT: Final = re.compile(r"[0-9]")
_OLD_NIP: Final = 9
_NIK: Final = 16


def near_words(text: str, words: Collection[str]) -> tuple[str, ...]:
    """List the words that may have been meant, the most similar first; three at most."""
    found = process.extract(
        fold(text), {word: fold(word) for word in words}, scorer=fuzz.ratio,
        score_cutoff=_SIMILAR_WORD, limit=_MOST_PROPOSED,
    )  # fmt: skip
    return tuple(str(word) for _, score, word in found if score >= found[0][1] - _AS_SIMILAR)


def only_near_word(text: str, words: Collection[str]) -> str | None:
    """Find the one word that is a slip of the pen away; None when two are equally near."""
    wanted = fold(text)
    slips = _SLIPS if len(wanted) > _SHORT_WORD else 1
    found = process.extract(
        wanted, {word: fold(word) for word in words}, scorer=OSA.distance,
        score_cutoff=slips, limit=2,
    )  # fmt: skip
    if not found or (len(found) > 1 and found[0][1] == found[1][1]):
        return None
    return str(found[0][2])


def ask_word(text: str, words: Collection[str]) -> str:
    """Ask whether a similar word was meant; empty when none is similar."""
    return ask_which([f"«{word}»" for word in near_words(text, words)])


def ask_which(named: Sequence[str]) -> str:
    """Ask which of some proposals was meant; empty when there is none."""
    return f"Mungkin maksud Anda {' atau '.join(named)}?" if named else ""


def ask_person(text: str, nama_by_key: Mapping[str, str]) -> str:
    """Propose the NIP or code of the one person whose name was typed in its place."""
    found = {
        key for key, nama in nama_by_key.items() if nama and plain_name(nama) == plain_name(text)
    } or {key for key, nama in nama_by_key.items() if nama and similar_name(nama, text)}
    if len(found) != 1:
        return ""
    (key,) = found
    return f"Ini seperti nama; yang ditulis NIP atau kodenya: {key} – {nama_by_key[key]}."


def similar_name(one: str, other: str) -> bool:
    """Tell whether two names differ by a slip of the pen at most."""
    return fuzz.ratio(plain_name(one), plain_name(other)) >= _SIMILAR_NAME


def may_be_nip(damaged: str, nip: str) -> bool:
    """Tell whether a damaged text may have been this NIP before it lost or changed digits."""
    start = kept_digits(damaged)[:KEPT_DIGITS]
    return (len(start) == KEPT_DIGITS and nip.startswith(start)) or (
        OSA.distance(damaged, nip) <= _NEAR_NIP
    )


def kept_digits(text: str) -> str:
    """Take the digits that survived in a NIP which became a number: `1,98507E+17`."""
    return "".join(_DIGIT.findall(text.upper().split("E", maxsplit=1)[0]))


def ask_nip(nip: str, nama_by_nip: Mapping[str, str]) -> str:
    """Propose the one known NIP that was probably meant; empty when none is near."""
    return NipList(nama_by_nip).ask_nearest(nip)


def near_nip(nip: str, known: Collection[str]) -> str | None:
    """Find the one known NIP that differs in at most two digits; None when there are several."""
    return NipList(dict.fromkeys(known, "")).nearest(nip)


class NipList:
    """People by NIP, to propose a NIP for one that is unknown or damaged."""

    def __init__(self, nama_by_nip: Mapping[str, str]) -> None:
        self.nama_by_nip = nama_by_nip
        self._nearest = cache(self._find_nearest)
        self._like = cache(self._find_like)

    def __contains__(self, nip: str) -> bool:
        return nip in self.nama_by_nip

    def nearest(self, nip: str) -> str | None:
        """Find the one NIP that differs in at most two digits; None when there are several."""
        return self._nearest(nip)

    def ask_nearest(self, nip: str) -> str:
        """Name the nearest NIP with its owner; empty when there is none."""
        found = self.nearest(nip)
        return "" if found is None else self.describe(found)

    def describe(self, nip: str) -> str:
        """Propose a known NIP with its owner."""
        return f"NIP terdekat: {nip} – {self.nama_by_nip[nip]}."

    def with_same_start(self, digits: str) -> tuple[str, ...]:
        """List the NIP with the same first 15 digits."""
        return tuple(self._by_start.get(digits[:KEPT_DIGITS], ()))

    def ask_same_start(self, digits: str) -> str:
        """Name the people whose NIP has the same first 15 digits; empty when there is none."""
        found = self.with_same_start(digits)
        if not found:
            return ""
        people = ", ".join(f"{nip} – {self.nama_by_nip[nip]}" for nip in found[:3])
        return f"NIP di daftar dengan 15 angka depan sama: {people}."

    def only_like(self, damaged: str, nama: str) -> str | None:
        """Find the one NIP that a damaged one may have been and whose owner has this name."""
        return self._like(damaged, nama) if nama else None

    @cached_property
    def _by_start(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for nip in self.nama_by_nip:
            found.setdefault(nip[:KEPT_DIGITS], []).append(nip)
        return found

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for nip, nama in self.nama_by_nip.items():
            found.setdefault(plain_name(nama), []).append(nip)
        return found

    def _find_like(self, damaged: str, nama: str) -> str | None:
        alike = [
            nip
            for nip in self.with_same_start(kept_digits(damaged))
            if similar_name(nama, self.nama_by_nip[nip])
        ]
        alike += [
            nip for nip in self._by_name.get(plain_name(nama), ()) if may_be_nip(damaged, nip)
        ]
        found = set(alike)
        return found.pop() if len(found) == 1 else None

    def _find_nearest(self, nip: str) -> str | None:
        near = process.extract(
            nip, list(self.nama_by_nip), scorer=OSA.distance, score_cutoff=_NEAR_NIP, limit=2
        )
        if not near or (len(near) > 1 and near[0][1] == near[1][1]):
            return None
        return str(near[0][0])


def ask_length(digits: str, known: NipList) -> str:
    """Say what a number of another length may be."""
    if len(digits) == _OLD_NIP:
        return "Ini seperti NIP lama; yang dipakai NIP baru 18 angka."
    if len(digits) == _NIK:
        return "Ini seperti NIK 16 angka; yang dipakai NIP 18 angka."
    near = known.ask_nearest(digits)
    if near or abs(len(digits) - NIP_LENGTH) != 1:
        return near
    return (
        "Mungkin satu angka kurang." if len(digits) < NIP_LENGTH else "Mungkin satu angka lebih."
    )
