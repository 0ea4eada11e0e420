"""The blank templates that are kept under `templates/`; run as a module to write them anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from kinerja_xlsx.model.law import Kertas, Pendekatan, Siklus
from kinerja_xlsx.spec.book import ISIAN, PENGATURAN, SIKLUS_KEY, SKP
from kinerja_xlsx.write.place import place, verify_zip
from kinerja_xlsx.write.template import BookContent, render_book
from kinerja_xlsx.write.template.aturan import Cells

FOLDER: Final = Path(__file__).resolve().parents[2] / "templates"
_CREATED: Final = date(2026, 1, 1)
"""Blank templates belong to no period; this date changes with their version only."""


def render_isian_kosong() -> bytes:
    """Write the blank Isian, for offices that work without `Pengaturan.xlsx`."""
    return render_book(ISIAN, _blank({"pendekatan": Pendekatan.KUANTITATIF.value}))


def render_skp_kosong() -> bytes:
    """Write the blank SKP of units that report every quarter."""
    content = _blank({"pendekatan": Pendekatan.KUANTITATIF.value})
    return render_book(SKP, replace(content, meta={SIKLUS_KEY: Siklus.TRIWULANAN.value}))


def render_pengaturan_kosong() -> bytes:
    """Write the blank Pengaturan."""
    return render_book(PENGATURAN, _blank({"kertas": Kertas.F4.value}))


def blank_templates() -> Mapping[str, bytes]:
    """Render all blank templates by file name."""
    return {
        "Isian.xlsx": render_isian_kosong(),
        "SKP.xlsx": render_skp_kosong(),
        "Pengaturan.xlsx": render_pengaturan_kosong(),
    }


def _blank(form: Cells) -> BookContent:
    return BookContent(
        created=_CREATED, title_lines=(), form=form, rows={}, meta={}, kertas=Kertas.F4
    )


def main() -> None:
    """Write the blank templates into `templates/` of the repository."""
    for name, data in blank_templates().items():
        verify_zip(data)
        place(FOLDER / name, data)


if __name__ == "__main__":
    main()
