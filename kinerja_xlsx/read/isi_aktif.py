"""What a workbook holds that could act by itself; it is named, never run and never copied."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.read.package import MAX_SMALL_PART

if TYPE_CHECKING:
    from kinerja_xlsx.read.package import Package

_RELATIONS: Final = ".rels"
_KIND: Final = re.compile(rb"""\bType\s*=\s*["'][^"'<>]*/([A-Za-z0-9]+)["']""")
_LINK_KINDS: Final = frozenset({"externallink", "externallinkpath", "xlexternallinkpath"})
_LINKS: Final = "xl/externallinks/"
_PROGRAM_LINK: Final = re.compile(rb"<(?:\w+:)?(ddeLink|oleLink)\b")
_MACRO_KINDS: Final = frozenset({"vbaproject", "xlmacrosheet", "xlintlmacrosheet"})
_MACROS: Final = ("vbaproject.bin", "xl/macrosheets/")

_OTHER: Final = (
    ("koneksi data", ("xl/connections.xml", "xl/querytables/"), {"connections", "querytable"}),
    ("benda tertanam", ("xl/embeddings/",), {"oleobject", "package"}),
    ("kendali ActiveX", ("xl/activex/",), {"control", "activexcontrolbinary"}),
    (
        "program tambahan dari internet",
        ("xl/webextensions/",),
        {"webextension", "webextensiontaskpanes"},
    ),
)
"""Kinds by the names of their parts or, where those were chosen freely, by their relations."""
_PROGRAM_DATA: Final = "tautan ke program lain (DDE)"


@dataclass(frozen=True, slots=True)
class Active:
    """What could act by itself.

    Attributes:
        has_macros: Programs written in the workbook, old or new.
        has_links: Formulas that point to another workbook.
        others: Everything else of the kind, in plain words and in a fixed order.
    """

    has_macros: bool
    has_links: bool
    others: tuple[str, ...]


def find_active(package: Package) -> Active:
    """Look for active content by the names and the relations of the parts.

    Raises:
        UnreadableFileError: A part of relations or of a link is damaged or beyond a limit.
    """
    names, kinds = package.names, _kinds(package)
    links = [name for name in names if name.startswith(_LINKS) and name.endswith(".xml")]
    talks = any(_PROGRAM_LINK.search(package.xml(name, MAX_SMALL_PART)) for name in links)
    others = [
        words
        for words, places, own in _OTHER
        if kinds & own or any(name.startswith(places) for name in names)
    ]
    return Active(
        has_macros=bool(kinds & _MACRO_KINDS)
        or any(name.endswith(_MACROS[0]) or name.startswith(_MACROS[1]) for name in names),
        has_links=bool(kinds & _LINK_KINDS) or any(name.startswith(_LINKS) for name in names),
        others=(*others, *([_PROGRAM_DATA] if talks else [])),
    )


def _kinds(package: Package) -> frozenset[str]:
    """List the kinds of all relations, case-folded."""
    found = (
        kind.decode().casefold()
        for name in package.names
        if name.endswith(_RELATIONS)
        for kind in _KIND.findall(package.xml(name, MAX_SMALL_PART))
    )
    return frozenset(found)
