"""Renders an issue as Indonesian sentences; the only place where issues become text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from string import Formatter
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import (
    Issue,
    IssueCode,
    Place,
    Severity,
    Similar,
    column_letters,
)
from kinerja_xlsx.model.nip import mask_nip
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.teks import make_visible
from kinerja_xlsx.spec.codes import FOR_UNITS, CodeText, text_of
from kinerja_xlsx.spec.uraian import meaning_text

MAX_VALUE: Final = 80
"""Most characters of a value or name inside a sentence."""
MAX_TEXT: Final = 300
"""Most characters of a text that another stage composed, such as a suggestion."""
_ELLIPSIS: Final = "…"
_SOMEBODY: Final = "pegawai ini"
_SEVERITY_WORDS: Final = MappingProxyType(
    {
        Severity.GALAT: "Kesalahan",
        Severity.PERINGATAN: "Peringatan",
        Severity.CATATAN: "Catatan",
    }
)
_OF_COLUMN: Final = frozenset({"heading", "sheet", "file"})
_QUOTED: Final = re.compile(r"«\{(\w+)\}»")
# 15 to 20 digits in a row, 18 digits written in groups, or a NIP that became a number.
_NIP_LIKE: Final = re.compile(
    r"(?<!\d)(?:\d{15,20}|(?:19|20)(?:[ .'\-]?\d){16})(?!\d)|(?<!\d)\d[.,]\d{5,}E\+1[4-9](?!\d)"
)
# Placeholders that hold other people's names or NIP, beside `nama` itself.
_PERSONAL: Final = MappingProxyType(
    {
        IssueCode.BRS_06: frozenset({"saran"}),
        IssueCode.BRS_09: frozenset({"value", "nama_daftar"}),
        IssueCode.LTS_05: frozenset({"saran"}),
        IssueCode.LTS_06: frozenset({"saran"}),
        IssueCode.SEL_11: frozenset({"saran"}),
        IssueCode.SEL_12: frozenset({"saran"}),
        IssueCode.SEL_30: frozenset({"saran"}),
    }
)


@dataclass(frozen=True, slots=True)
class Pesan:
    """One issue in words.

    Attributes:
        masalah: What is the matter.
        tempat: Where, such as `dinkes.xlsx › Hasil Kerja › N12 › Realisasi › 1985… – Nama`.
        sebab: Why that matters or how it comes about; may be empty.
        perbaiki: What to do; empty for notices that need nothing.
        kode: The code, such as `SEL-01`.
    """

    masalah: str
    tempat: str
    sebab: str
    perbaiki: str
    kode: str


def severity_word(severity: Severity) -> str:
    """Name a severity as users read it: Kesalahan, Peringatan, Catatan."""
    return _SEVERITY_WORDS[severity]


def render(issue: Issue, *, for_unit: bool = False) -> Pesan:
    """Fill the sentences of the catalogue with what the issue holds.

    Args:
        issue: What to say.
        for_unit: The unit reads it in its own workbook, and not BKPSDM.

    Raises:
        KeyError: The issue lacks something that its sentences need, which is our bug.
    """
    fields = _fields(issue)
    pesan = _compose(issue, fields, _person(issue.nip, issue.nama))
    if for_unit and issue.code in FOR_UNITS:
        remedy = _fill(issue.code, FOR_UNITS[issue.code], fields)
        return replace(pesan, perbaiki=remedy)
    return pesan


def render_line(issue: Issue, *, masked: bool) -> str:
    """Write an issue on one line, for console and log.

    Args:
        issue: What to write.
        masked: Hide NIP, also inside values, and leave names of people out.

    Raises:
        KeyError: As for `render`.
    """
    if not masked:
        return _line(issue, render(issue))
    nip = None if issue.nip is None else mask_nip(issue.nip)
    hidden = _PERSONAL.get(issue.code, frozenset())
    fields = {
        name: _hide(name) if name in hidden else text for name, text in _fields(issue).items()
    }
    fields["nama"] = nip or _SOMEBODY
    if nip is not None:
        fields["nip"] = nip
    line = _line(issue, _compose(issue, fields, _person(nip, None)))
    return mask(line)


def mask(text: str) -> str:
    """Mask every NIP inside a text."""
    return _NIP_LIKE.sub(lambda match: mask_nip(match[0]), text)


def shown_text(text: str, limit: int = MAX_VALUE) -> str:
    """Make a text of a user fit to be shown beside our own: harmless, and cut to a length."""
    return _shorten(make_visible(text), limit)


def spot_text(place: Place) -> str:
    """Name the spot within a sheet as exactly as it is known; empty where it is not."""
    if place.cell is not None:
        return place.cell
    if place.row is not None:
        return f"baris {place.row}"
    return "" if place.column is None else f"kolom {column_letters(place.column)}"


def _line(issue: Issue, pesan: Pesan) -> str:
    sentences = " ".join(part for part in (pesan.masalah, pesan.sebab, pesan.perbaiki) if part)
    head = f"{severity_word(issue.severity)} {pesan.kode}"
    return " · ".join(part for part in (head, pesan.tempat, sentences) if part)


def _hide(name: str) -> str:
    """Stand in for a personal text: nothing for a whole sentence, a mark for a part of one."""
    return "" if name == "saran" else _ELLIPSIS


def _compose(issue: Issue, fields: Mapping[str, str], person: str) -> Pesan:
    text = text_of(issue)
    if issue.similar is not None:
        text = _for_column(issue, issue.similar, text, fields)
    return Pesan(
        masalah=_fill(issue.code, text.problem, fields),
        tempat=_place(issue.place, person),
        sebab=_fill(issue.code, text.reason, fields),
        perbaiki=_fill(issue.code, text.remedy, fields),
        kode=issue.code.value,
    )


def _for_column(
    issue: Issue, similar: Similar, text: CodeText, fields: Mapping[str, str]
) -> CodeText:
    """Say the sentences of a code for a whole column; particulars of one cell are left out."""
    count, filled = (format_number(Decimal(part)) for part in (similar.count, similar.filled))
    named = ", ".join(similar.examples) if fields.get("value") != _ELLIPSIS else ""
    problem = f"{count} dari {filled} sel kolom {issue.place.heading}: {meaning_text(issue.code)}"
    examples = f" Contoh: {named}." if named else ""
    return replace(
        text,
        problem=_literal(f"{problem.rstrip('.')}.{examples}"),
        reason="" if _names(text.reason) - _OF_COLUMN else text.reason,
    )


def _literal(text: str) -> str:
    """Keep braces in what people wrote from being read as placeholders."""
    return make_visible(text).replace("{", "{{").replace("}", "}}")


def _fields(issue: Issue) -> dict[str, str]:
    """Collect what placeholders may stand for, harmless and cut to length."""
    known = {
        "value": issue.value,
        "nama": issue.nama or issue.nip or _SOMEBODY,
        "nip": issue.nip,
        "heading": issue.place.heading,
        "cell": issue.place.cell,
        "sheet": issue.place.sheet,
        "file": issue.place.file,
    }
    texts = {name: text for name, text in known.items() if text is not None} | dict(issue.context)
    short = _quoted(text_of(issue)) | {"value", "nama"}
    return {
        name: shown_text(text, MAX_VALUE if name in short else MAX_TEXT)
        for name, text in texts.items()
    }


@cache
def _quoted(text: CodeText) -> frozenset[str]:
    """Find the placeholders between quotation marks: texts of the user, not sentences."""
    return frozenset(_QUOTED.findall(text.problem + text.reason + text.remedy))


@cache
def _names(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def _fill(code: IssueCode, template: str, fields: Mapping[str, str]) -> str:
    names = _names(template)
    missing = sorted(names - fields.keys())
    if missing:
        raise KeyError(f"{code.value}: pesan memerlukan {', '.join(missing)}")
    for name in names:
        if not fields[name]:
            template = template.replace(f" {{{name}}}", "").replace(f"{{{name}}}", "")
    sentence = template.format_map(fields).strip()
    if sentence.endswith("..") and not sentence.endswith("..."):
        sentence = sentence[:-1]  # a name such as `S.Kep.` brought its own full stop
    return sentence[:1].upper() + sentence[1:]


def _shorten(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + _ELLIPSIS


def _place(place: Place, person: str) -> str:
    parts = (place.sheet, spot_text(place), place.heading, person)
    file = shown_text(place.file, MAX_TEXT)
    inside = (shown_text(part) for part in parts if part)
    return " › ".join(part for part in (file, *inside) if part)


def _person(nip: str | None, nama: str | None) -> str:
    return " – ".join(part for part in (nip, nama) if part)
