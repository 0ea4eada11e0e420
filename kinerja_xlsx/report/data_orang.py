"""Where the data of one person lie: a list with what can be done, or one JSON document."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.data_orang import DataOrang, JenisTempat, LembarJejak, Tempat
from kinerja_xlsx.model.nip import mask_nip
from kinerja_xlsx.report.dokumen import JsonValue
from kinerja_xlsx.report.hitungan import count
from kinerja_xlsx.report.langkah import WIDTH
from kinerja_xlsx.spec.pesan import mask

ROWS_SHOWN: Final = 12
"""Most row numbers of one sheet that are listed; the document has them all."""
_TABLES: Final = MappingProxyType(
    {
        "scores": "nilai",
        "forms": "kode formulir",
        "issues": "masalah, dengan NIP yang disamarkan; dapat juga milik orang lain",
        "files": "nama berkas",
        "outputs": "nama hasil",
    }
)
_NOTHING: Final = "NIP ini tidak ditemukan di {berkas} berkas ruang kerja ini."
_FOUND: Final = "Ditemukan di {tempat} dari {berkas} berkas ruang kerja ini."
_ONLY_HERE: Final = (
    "Yang dicari hanya ruang kerja ini, menurut NIP. Salinan yang sudah dikirim, dicetak, "
    "dicadangkan, atau dipindahkan ke tempat lain tidak terlihat dari sini. Program tidak "
    "menghapus apa pun; jadwal retensi arsip instansi yang menentukan."
)
_MASKED: Final = "NIP di nama berkas dan lembar disamarkan; --lengkap menampilkannya utuh."


def tell_data(data: DataOrang, *, shows_all: bool) -> str:
    """List every place by its kind, and say what can be done about it.

    Args:
        data: What was found.
        shows_all: Whether NIPs are shown whole, in the heading and in the names of files.
    """
    text = "\n\n".join("\n".join(block) for block in _blocks(data, shows_all=shows_all))
    if shows_all:
        return text
    hidden = mask(text)
    return hidden if hidden == text else f"{hidden}\n{_MASKED}"


def _blocks(data: DataOrang, *, shows_all: bool) -> Iterator[Sequence[str]]:
    nip = data.nip if shows_all else mask_nip(data.nip)
    counted = {"tempat": count(len(data.tempat)), "berkas": count(data.berkas)}
    found = (_FOUND if data.tempat else _NOTHING).format(**counted)
    yield [f"Letak data NIP {nip}", *textwrap.wrap(found, WIDTH)]
    for jenis, places in groupby(data.tempat, key=lambda one: one.jenis):
        yield [jenis.nama, *(line for one in places for line in _place(one)), *_cure(jenis)]
    if data.catatan:
        rows = (f"    {count(number)} baris {_TABLES[table]}" for table, number in data.catatan)
        jenis = data.jenis_catatan
        yield [jenis.nama, "  .kinerja/buku.sqlite", *rows, *_cure(jenis)]
    if data.tak_tercari:
        lines = (line for one in data.tak_tercari for line in _wrapped(f"{one.path}: {one.sebab}"))
        yield ["Belum dapat dicari isinya; buka dan periksa sendiri", *lines]
    yield textwrap.wrap(_ONLY_HERE, WIDTH)


def _place(one: Tempat) -> Iterator[str]:
    yield f"  {one.path}"
    for lembar in one.lembar:
        if said := _rows(lembar):
            yield from _wrapped(said, "    ")


def _rows(lembar: LembarJejak) -> str:
    parts = []
    if lembar.baris:
        parts.append(f"baris {_listed(lembar.baris)}")
    if lembar.baris_ragu:
        parts.append(
            f"baris {_listed(lembar.baris_ragu)} berisi NIP yang tersimpan sebagai angka, jadi "
            "mungkin orang ini"
        )
    where = "; ".join(parts)
    return ": ".join(part for part in (lembar.lembar, where) if part)


def _listed(rows: Sequence[int]) -> str:
    shown = ", ".join(map(str, rows[:ROWS_SHOWN]))
    left = len(rows) - ROWS_SHOWN
    return f"{shown}, dan {count(left)} lagi" if left > 0 else shown


def _cure(jenis: JenisTempat) -> list[str]:
    return _wrapped(f"→ {jenis.akibat}")


def _wrapped(text: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ",
        break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip


def data_json(data: DataOrang) -> str:
    """Tell the same to programs, with whole names and every row."""
    document: dict[str, JsonValue] = {
        "nip": data.nip,
        "files_searched": data.berkas,
        "places": [_document(one) for one in data.tempat],
        "ledger": {"rows": dict(data.catatan), "consequence": data.jenis_catatan.akibat},
        "not_searched": [{"path": one.path, "reason": one.sebab} for one in data.tak_tercari],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _document(one: Tempat) -> JsonValue:
    return {
        "path": one.path,
        "kind": one.jenis.kunci,
        "consequence": one.jenis.akibat,
        "sheets": [
            {
                "sheet": lembar.lembar or None,
                "rows": list(lembar.baris),
                "doubtful_rows": list(lembar.baris_ragu),
            }
            for lembar in one.lembar
        ],
    }
