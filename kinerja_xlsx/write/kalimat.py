"""Sentences of the catalogue said in general, for many issues at once or for none yet."""

from __future__ import annotations

import re
from string import Formatter
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.codes import CATALOGUE
from kinerja_xlsx.spec.judul import TITLES

THIS_COLUMN: Final = "kolom ini"
_GENERAL: Final = MappingProxyType({
    "value": "yang ditulis",
    "nama": "pegawai",
    "nip": "ini",
    "isian": "Hasil Kerja",
    "kunci": "NIP atau nomor ini",
    "baris": "lain",
    "kolom": "kolom lain",
    "daftar": "daftar pegawai",
    "tambah": "tambahkan pegawainya di daftar itu",
    "syarat": "syaratnya terpenuhi",
    "rentang": "dalam tabel",
    "rhk": "yang sama",
    "sel_a": "satu sel",
    "sel_b": "sel lain",
    "ribuan": "ribuan",
    "desimal": "desimal",
    "penanda": "unit atau periode lain",
    "identitas": "unit dan periode ini",
})  # fmt: skip
"""What stands for the particulars of one issue when many are meant."""
_KNOWN: Final = frozenset({"heading", *_GENERAL})
_PLAIN: Final = frozenset({"value", "heading", "nama"})
"""Particulars that a sentence about many issues can do without and still read well."""


def general_problem(code: IssueCode, heading: str = THIS_COLUMN) -> str:
    """Say what is the matter with any issue of this code in one column."""
    text = CATALOGUE[code]
    if not _names(text.problem) <= _KNOWN:
        return TITLES[code]
    return _generalise(text.problem, heading)


def general_remedy(code: IssueCode, heading: str = THIS_COLUMN) -> str:
    """Say what to do about any issue of this code; examples and particulars are left out."""
    sentences = re.split(r"(?<=\.) ", CATALOGUE[code].remedy)
    said = (_said_in_general(sentence) for sentence in sentences)
    return " ".join(_generalise(sentence, heading) for sentence in said if sentence)


def _said_in_general(sentence: str) -> str:
    """Keep what holds for all: the sentence, the part before its colon, or nothing."""
    if _names(sentence) <= _KNOWN:
        return sentence
    start, colon, _ = sentence.partition(": ")
    return f"{start}." if colon and " " in start and _names(start) <= _KNOWN else ""


def reads_well(code: IssueCode) -> bool:
    """Tell whether the problem of this code can be said for many issues in one sentence."""
    return _names(CATALOGUE[code].problem) <= _PLAIN


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def _generalise(template: str, heading: str) -> str:
    words = {name: _GENERAL.get(name, "") for name in _names(template)}
    words["heading"] = heading
    sentence = template.replace("«{value}»", "{value}").replace("«{nip}»", "{nip}")
    sentence = sentence.format_map(words)
    return sentence[:1].upper() + sentence[1:]
