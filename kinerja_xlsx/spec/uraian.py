"""Columns and codes in Indonesian words, for the guide sheet, the README and the messages."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import IssueCode, Withholds
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.spec.codes import CATALOGUE
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
    Kind.DAFTAR_BANYAK: "satu atau beberapa pilihan, dipisahkan koma: {choices}",
    Kind.JAM: "jam 00.00 sampai 23.59, ditulis jam.menit",
}

_PLACEHOLDER: Final = re.compile(r"\{\w+\}")
_BLANK: Final = "…"
_WORDS: Final = (
    ("«{heading}»", f"«{_BLANK}»"),
    ("kolom {heading}", "kolom ini"),
    ("{heading}", "kolom ini"),
    ("{nama}", "pegawai ini"),
)
# Codes whose sentences say too little, or nothing, without what was found.
_MEANINGS: Final = MappingProxyType(
    {
        IssueCode.SEL_07: "Ejaan pilihan disamakan dengan daftar; «iii-c» dibaca «III/c».",
        IssueCode.SEL_17: "Tanggal di luar batas yang dapat diterima.",
        IssueCode.SEL_25: "Koma dibaca sebagai tanda desimal.",
        IssueCode.SEL_32: "Sel berisi TRUE atau FALSE, bukan isian yang diperlukan.",
        IssueCode.BRS_08: "Keadaan berlaku sepanjang periode, jadi pegawai tidak dinilai, "
        "padahal ada baris isiannya yang terisi.",
        IssueCode.LTS_01: "Jumlah Bobot bukan 100, atau Bobot hanya terisi pada sebagian baris.",
        IssueCode.LTS_06: "Penilai atau Atasan Penilai tidak ada di lembar Pegawai dan Pejabat.",
        IssueCode.LTS_02: "Indikator yang wajib bagi jabatannya menurut katalog belum ada.",
        IssueCode.LTS_03: "Indikator tidak ada di katalog jabatannya.",
        IssueCode.LTS_09: "Capaian berubah jauh sejak periode sebelumnya.",
        IssueCode.LTS_10: "Realisasi yang diketik berbeda dari gabungan periode di dalamnya.",
        IssueCode.LTS_12: "Isian salah satu periode di dalamnya belum ada saat digabungkan.",
        IssueCode.LTS_13: "Isi satu indikator berbeda dari rencananya (SKP), atau salah satu dari "
        "keduanya tidak ada.",
        IssueCode.LTS_14: "Isi satu RHK ditulis berbeda pada baris-barisnya.",
        IssueCode.LTS_15: "Sebaran predikat unit belum sesuai pola capaian organisasinya.",
        IssueCode.LTS_16: "Rating dari penilai berbeda dari usulan menurut angka.",
        IssueCode.LTS_17: "Baru satu rating yang diisi, jadi predikat belum ditetapkan.",
        IssueCode.LTS_18: "Capaian Kinerja Organisasi belum diisi, jadi sebaran tidak diperiksa.",
        IssueCode.LTS_21: "Kedua rating seseorang belum diisi, jadi predikatnya belum ditetapkan.",
        IssueCode.LBK_09: "Isi yang sudah diterima berubah sejak putaran lalu.",
    }
)
_WITHHELD: Final = MappingProxyType(
    {
        Withholds.BERKAS: "seluruh berkas",
        Withholds.PENUGASAN: "pegawai itu",
        Withholds.BARIS: "baris itu",
        Withholds.NOTHING: "–",
    }
)
_YEAR: Final = "tahun, empat angka"
"""Of a plan, whose period is always one."""


def limits_text(spec: ColumnSpec) -> str:
    """Say what a cell may hold, such as `angka 0 sampai 120, paling banyak 4 angka ...`."""
    if spec.kind is Kind.PERIODE and spec.column.example.isdigit():
        return _YEAR
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


def meaning_text(code: IssueCode) -> str:
    """Say what a code means, with `…` where a message shows what was found."""
    return _MEANINGS.get(code) or _without_placeholders(CATALOGUE[code].problem)


def withheld_text(code: IssueCode) -> str:
    """Say what a code holds back: `seluruh berkas`, `pegawai itu`, `baris itu`, or `–`."""
    return _WITHHELD[CATALOGUE[code].withholds]


def _without_placeholders(template: str) -> str:
    for placeholder, word in _WORDS:
        template = template.replace(placeholder, word)
    text = _PLACEHOLDER.sub(_BLANK, template).replace(f"{_BLANK}.", _BLANK)
    return text[:1].upper() + text[1:]


def _listed(choices: type[Enum] | None) -> str:
    if choices is None:
        return ""
    names = [str(member.value) for member in choices]
    if len(names) > LONG_LIST:
        names = [*names[:SHOWN_CHOICES], "…", f"{names[-1]} ({len(names)} pilihan)"]
    return " · ".join(names)
