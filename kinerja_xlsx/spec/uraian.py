"""Limits, choices and duties of a column in Indonesian words: for guide, README and messages."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Final

from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.spec.identitas import EXPECTED_LABELS, IdentitasForm
from kinerja_xlsx.spec.row import (
    ColumnSpec,
    Kind,
    SheetModel,
    SheetRow,
    column_by_field,
)

LONG_LIST: Final = 12
"""A list with more choices than this is shortened wherever it is shown."""
SHOWN_CHOICES: Final = 5
"""So many choices a message names before it points at the list."""

_BY_KIND: Final = {
    Kind.NIP: "NIP 18 angka sebagai teks",
    Kind.NIP_ATAU_KODE: "NIP 18 angka sebagai teks, atau kode paling banyak {length} huruf",
    Kind.NOMOR_INDIKATOR: "nomor RHK, titik, nomor indikator; 1.1 sampai 50.99",
    Kind.KODE: "kode paling banyak {length} huruf, angka, titik, atau tanda hubung",
    Kind.PERIODE: "kode periode: 2026-03, 2026-TW1, 2026-S1, atau 2026",
    Kind.TEKS: "teks, paling banyak {length} huruf",
    Kind.BULAT: "bilangan bulat {range}",
    Kind.ANGKA: "angka {range}, paling banyak {decimals} angka di belakang koma",
    Kind.TANGGAL: "tanggal, ditulis hari/bulan/tahun",
    Kind.DAFTAR: "pilihan: {choices}",
}


def limits_text(spec: ColumnSpec) -> str:
    """Say what a cell may hold, such as `angka 0 sampai 120, paling banyak 4 angka ...`."""
    return _BY_KIND[spec.kind].format(
        length="" if spec.max_length is None else format_number(Decimal(spec.max_length)),
        range=range_text(spec),
        decimals=spec.decimals,
        choices=_listed(spec.choices),
    )


def range_text(spec: ColumnSpec) -> str:
    """Say the range of a number: `0 sampai 120`, `lebih dari 0 sampai 100`; else empty.

    This is what a message about a number out of range quotes.
    """
    if spec.at_most is None:
        return ""
    most = format_number(spec.at_most)
    if spec.more_than is not None:
        return f"lebih dari {format_number(spec.more_than)} sampai {most}"
    least = "" if spec.at_least is None else format_number(spec.at_least)
    return f"{least} sampai {most}".lstrip()


def choices_text(choices: type[Enum]) -> str:
    """Name the choices in a message: all of a short list, else the first and where the rest is."""
    names = [f"«{member.value}»" for member in choices]
    if len(names) <= SHOWN_CHOICES:
        return ", ".join(names)
    return f"{', '.join(names[:SHOWN_CHOICES])}, dan lainnya di lembar Referensi"


def required_text(model: type[SheetModel], field: str) -> str:
    """Say whether a cell must be filled: `wajib`, `wajib bila ...`, or `boleh kosong`."""
    spec = column_by_field(model, field)
    if spec.required:
        return "wajib"
    if issubclass(model, IdentitasForm) and field in EXPECTED_LABELS:
        return "sebaiknya diisi"
    if issubclass(model, SheetRow):
        texts = [item.text for item in model.conditions if item.field == field]
        if texts:
            return f"wajib bila {'; atau bila '.join(texts)}"
    return "boleh kosong"


def _listed(choices: type[Enum] | None) -> str:
    if choices is None:
        return ""
    names = [str(member.value) for member in choices]
    if len(names) > LONG_LIST:
        names = [*names[:SHOWN_CHOICES], "…", f"{names[-1]} ({len(names)} pilihan)"]
    return " · ".join(names)
