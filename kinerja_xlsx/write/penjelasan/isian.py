"""The cells of each step in words: where they stand, under which heading, what was typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from kinerja_xlsx.model.penjelasan import PenjelasanPenugasan, SelMasukan
from kinerja_xlsx.write.hasil.labels import KOSONG
from kinerja_xlsx.write.hasil.rincian import cells_text

_IN_FILE: Final = " › "
"""Between the file and the cell, where a step names a cell of another file."""
_SHORT: Final = 48
"""Texts up to so many signs are said again rather than pointed to."""


def other_files(one: PenjelasanPenugasan) -> Mapping[str, int]:
    """Number the other files that steps name, in the order in which they come."""
    names = (
        address.partition(_IN_FILE)[0]
        for step in one.langkah
        for address in step.cells
        if _IN_FILE in address
    )
    return {name: number for number, name in enumerate(dict.fromkeys(names), start=1)}


def isian_texts(one: PenjelasanPenugasan) -> Iterator[str]:
    """Say of each step which cells it takes; a long list that came before is pointed to."""
    files, known = other_files(one), one.sel_by_address
    told: dict[tuple[str, ...], int] = {}
    for number, step in enumerate(one.langkah, start=1):
        text = "\n".join(_by_file(step.cells, files, known)) or KOSONG
        before = told.setdefault(step.cells, number)
        is_again = before < number and len(text) > _SHORT
        yield f"sama dengan langkah {before}" if is_again else text


def read_text(cell: SelMasukan) -> str:
    """Say what was typed, and as what it was read where that is something else."""
    return f"{cell.diketik} (dibaca: {cell.dibaca})" if cell.dibaca else cell.diketik


def _by_file(
    addresses: Sequence[str], files: Mapping[str, int], known: Mapping[str, SelMasukan]
) -> Iterator[str]:
    """Give one line for each file, which begins with its number unless it is the person's own."""
    sheet = ""
    for file, group in groupby(addresses, key=_file_of):
        alike = tuple(group)
        mark = f"[{files[file]}] " if file else ""
        yield f"{mark}{'; '.join(_said(alike, known, named=sheet))}"
        sheet = _sheet_of(alike[-1])


def _file_of(address: str) -> str:
    file, mark, _ = address.partition(_IN_FILE)
    return file if mark else ""


def _sheet_of(address: str) -> str:
    return address.rpartition(_IN_FILE)[2].rpartition("!")[0]


def _said(
    addresses: Sequence[str], known: Mapping[str, SelMasukan], *, named: str
) -> Iterator[str]:
    """Put neighbours together that say the same, such as equal ratings; name a sheet once."""

    def value(address: str) -> tuple[str, str]:
        found = known.get(address)
        text = read_text(found) if found else ""
        # The same figure under two headings is chance: target and realisasi of 1.
        return text, _heading(found) if text[:1].isdecimal() else ""

    for (text, _), group in groupby(addresses, key=value):
        places = []
        for heading, alike in groupby(group, key=lambda address: _heading(known.get(address))):
            cells = [address.rpartition(_IN_FILE)[2] for address in alike]
            shown, sheet = cells_text(cells), _sheet_of(cells[0])
            shown = shown.removeprefix(f"{sheet}!") if sheet == named else shown
            named = _sheet_of(cells[-1])
            places.append(f"{shown} {heading}".rstrip())
        yield f"{', '.join(places)}{': ' if text else ''}{text}"


def _heading(found: SelMasukan | None) -> str:
    return (found.place.heading or "") if found else ""
