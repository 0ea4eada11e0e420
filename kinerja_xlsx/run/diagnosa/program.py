"""Which program, Python, system and libraries are at work, and what else could be."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from kinerja_xlsx import __version__
from kinerja_xlsx.model.diagnosa import Bagian, Kondisi, Pemeriksaan
from kinerja_xlsx.run.executor import worker_count
from kinerja_xlsx.run.libreoffice import Office, find_office

_BITS: Final = 64 if sys.maxsize > 1 << 32 else 32
_LIBRARIES: Final = (
    "python-calamine",
    "openpyxl",
    "xlsxwriter",
    "pandas",
    "pydantic",
    "pebble",
    "filelock",
)


@dataclass(frozen=True, slots=True)
class _Extra:
    """A library that only one feature needs."""

    library: str
    purpose: str


_EXTRAS: Final = (
    _Extra("pyarrow", "ekspor --bentuk parquet"),
    _Extra("watchfiles", "pantau"),
)
_NO_OFFICE: Final = (
    "Tidak apa-apa bila PDF tidak diperlukan. Bila perlu, pasang LibreOffice (gratis, dari "
    "libreoffice.org)."
)


def look_at_program() -> Bagian:
    """Tell which versions are at work, and which optional parts are there."""
    return Bagian("program", "Program dan komputer", tuple(_findings()))


def _findings() -> Iterator[Pemeriksaan]:
    yield Pemeriksaan("kinerja_xlsx", __version__)
    yield Pemeriksaan("Python", f"{platform.python_version()} ({_BITS} bit)")
    if _BITS < 64:  # noqa: PLR2004 - the two sizes that Python comes in
        yield Pemeriksaan(
            "Ukuran Python",
            "32 bit, memorinya terbatas",
            Kondisi.PERHATIKAN,
            "Pasang Python 64 bit; berkas besar dapat gagal dibaca dengan yang 32 bit.",
        )
    yield Pemeriksaan("Sistem", f"{platform.system()} {platform.release()} {platform.machine()}")
    yield Pemeriksaan("Inti prosesor", str(worker_count(None)))
    yield Pemeriksaan("Pustaka", ", ".join(map(_named, _LIBRARIES)))
    yield from map(_extra, _EXTRAS)
    yield _office(find_office())


def _named(library: str) -> str:
    return f"{library} {version_of(library) or '(versi tidak tercatat)'}"


def version_of(library: str) -> str:
    """Give the version of a library; empty where it is not installed."""
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""


def _extra(extra: _Extra) -> Pemeriksaan:
    version = version_of(extra.library)
    label = f"Tambahan {extra.library}"
    if version:
        return Pemeriksaan(label, f"{version}, untuk {extra.purpose}")
    return Pemeriksaan(
        label,
        f"belum terpasang; hanya untuk {extra.purpose}",
        saran=f"Bila perlu: «python -m pip install {extra.library}» memakai Python yang "
        "menjalankan program ini.",
    )


def _office(program: Path | None) -> Pemeriksaan:
    label = "LibreOffice"
    if program is None:
        return Pemeriksaan(label, "tidak ditemukan; hanya untuk proses --pdf", saran=_NO_OFFICE)
    try:
        with TemporaryDirectory(prefix="kinerja-xlsx-") as name:
            version = Office(program, Path(name)).version().removeprefix(label).strip()
    except OSError:
        version = ""
    return Pemeriksaan(label, f"{version or 'ada'}, untuk proses --pdf")
