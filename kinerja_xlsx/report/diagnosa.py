"""What a look at the computer and the workspace came to: in words, or as one JSON document."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.diagnosa import Bagian, Diagnosa, Kondisi, Pemeriksaan
from kinerja_xlsx.report.dokumen import JsonValue
from kinerja_xlsx.report.langkah import WIDTH

MARKS: Final[Mapping[Kondisi, str]] = MappingProxyType(
    {Kondisi.BAIK: " ", Kondisi.PERHATIKAN: "!", Kondisi.PERBAIKI: "X"}
)
_NONE: Final = "–"
_MAX_VALUE: Final = 32
"""How wide the column of values may become where an origin stands beside it."""
_MIN_ROOM: Final = 20
"""How much of a line is left to the text behind a long value."""


def tell_diagnosa(diagnosa: Diagnosa) -> str:
    """Tell every finding, its cure below it, and at the end how many need a hand."""
    blocks = ["\n".join(_block(one)) for one in diagnosa.bagian]
    return "\n\n".join([*blocks, "\n".join(textwrap.wrap(_ending(diagnosa), WIDTH))])


def _block(bagian: Bagian) -> Iterator[str]:
    yield bagian.judul
    labels = max((len(one.label) for one in bagian.pemeriksaan), default=0)
    values = max((len(one.isi) for one in bagian.pemeriksaan if one.asal), default=0)
    for one in bagian.pemeriksaan:
        head = f"{MARKS[one.kondisi]} {one.label:<{labels}}  "
        if one.asal:
            origin = _origin(one, has_basis=bool(bagian.kaki))
            yield from _beside(head, one.isi, origin, width=min(values, _MAX_VALUE))
        else:
            yield from _wrapped(one.isi, head)
        if one.saran:
            yield from _wrapped(one.saran, f"{'':{labels + 2}}→ ")
    if bagian.kaki:
        yield from textwrap.wrap(bagian.kaki, WIDTH)


def _beside(head: str, value: str, origin: str, *, width: int) -> Iterator[str]:
    """Write a value and its origin in two columns; a long value has a line of its own."""
    if len(value) <= width:
        yield from _wrapped(origin, f"{head}{value:<{width}}  ")
        return
    yield from _wrapped(value, head)
    yield from _wrapped(origin, " " * (len(head) + width + 2))


def _origin(one: Pemeriksaan, *, has_basis: bool) -> str:
    return f"{one.asal} · {one.dasar or _NONE}" if has_basis else one.asal


def _wrapped(text: str, head: str) -> list[str]:
    """Write a text behind its head; further lines stand below the text."""
    room = max(WIDTH - len(head), _MIN_ROOM)
    if len(text) <= room:
        return [f"{head}{text}".rstrip()]
    lines = textwrap.wrap(text, room, break_on_hyphens=False) or [""]
    return [f"{head}{lines[0]}", *(f"{'':{len(head)}}{line}" for line in lines[1:])]


def _ending(diagnosa: Diagnosa) -> str:
    wrong, odd = (
        sum(one.count(kondisi) for one in diagnosa.bagian)
        for kondisi in (Kondisi.PERBAIKI, Kondisi.PERHATIKAN)
    )
    if not wrong and not odd:
        return "Semua baik. Tidak ada yang perlu dilakukan."
    parts = [
        f"{number} {kondisi.value} (tanda {MARKS[kondisi]})"
        for number, kondisi in ((wrong, Kondisi.PERBAIKI), (odd, Kondisi.PERHATIKAN))
        if number
    ]
    return f"{' dan '.join(parts)}. Yang dapat dilakukan ada di baris → di bawahnya."


def diagnosa_json(diagnosa: Diagnosa) -> str:
    """Tell the same to programs."""
    document: dict[str, JsonValue] = {
        "exit_code": int(diagnosa.exit_code),
        "sections": [
            {
                "section": bagian.kunci,
                "title": bagian.judul,
                "findings": [_document(one) for one in bagian.pemeriksaan],
            }
            for bagian in diagnosa.bagian
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _document(one: Pemeriksaan) -> JsonValue:
    return {
        "label": one.label,
        "value": one.isi,
        "state": one.kondisi.value,
        "cure": one.saran or None,
        "origin": one.asal or None,
        "basis": one.dasar or None,
    }
