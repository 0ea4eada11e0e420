"""What an issue code means, for whoever met it: sentences, an example, and how to mend it."""

from __future__ import annotations

import json
import textwrap
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.report.dokumen import JsonValue, issue_document
from kinerja_xlsx.report.langkah import WIDTH
from kinerja_xlsx.spec.codes import CATALOGUE, FOR_UNITS
from kinerja_xlsx.spec.contoh_masalah import EXAMPLES
from kinerja_xlsx.spec.judul import TITLES
from kinerja_xlsx.spec.kerabat import related_codes
from kinerja_xlsx.spec.pesan import render, severity_word
from kinerja_xlsx.spec.uraian import meaning_text, withheld_text

_NOTHING: Final = "–"
_LABEL: Final = 10


def explain_code(code: IssueCode) -> str:
    """Explain one code in a few lines."""
    text = CATALOGUE[code]
    example = render(EXAMPLES[code])
    held = withheld_text(code)
    lines = [
        f"{code.value} · {TITLES[code]}",
        "",
        *_line("Artinya", meaning_text(code)),
        *_line("Tingkat", severity_word(text.severity)),
        *_line("Menahan", "tidak ada" if held == _NOTHING else held),
        "",
        *_line("Contoh", example.masalah),
        *_line("", example.sebab),
        *_line("Tempat", example.tempat),
        *_line("Perbaiki", example.perbaiki or "Tidak perlu apa-apa."),
        *_line("Oleh unit", render(EXAMPLES[code], for_unit=True).perbaiki) * (code in FOR_UNITS),
    ]
    others = [f"{other.value} · {TITLES[other]}" for other in related_codes(code)]
    if others:
        lines += ["", "Yang serupa:", *(f"  {other}" for other in others)]
    return "\n".join(lines)


def code_json(code: IssueCode) -> str:
    """Explain one code as a JSON document."""
    held = withheld_text(code)
    example = issue_document(EXAMPLES[code])
    document: dict[str, JsonValue] = {
        "code": code.value,
        "title": TITLES[code],
        "slug": CATALOGUE[code].slug,
        "meaning": meaning_text(code),
        "severity": CATALOGUE[code].severity.value,
        "withholds": None if held == _NOTHING else held,
        "example": example,
        "remedy": example["remedy"],
        "related": [other.value for other in related_codes(code)],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _line(label: str, text: str) -> list[str]:
    """Write a label and its text, wrapped under itself; nothing where there is no text."""
    return textwrap.wrap(
        text, WIDTH, initial_indent=f"{label:<{_LABEL}} ", subsequent_indent=" " * (_LABEL + 1)
    )
