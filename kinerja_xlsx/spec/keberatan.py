"""Where a person who does not agree may turn, in one sentence for screen and paper."""

from __future__ import annotations

from kinerja_xlsx.model.penjelasan import Keberatan


def objection_text(keberatan: Keberatan) -> str:
    """Say to whom, until when, and by which rule an objection is made."""
    named = f", {keberatan.kepada}," if keberatan.kepada else ""
    return (
        "Keberatan diajukan tertulis dengan alasannya kepada atasan pejabat "
        f"penilai kinerja{named} paling lama {keberatan.hari} hari kalender sejak hasil evaluasi "
        f"diterima (dasar: {keberatan.dasar}). Sebutkan kode verifikasi formulirnya."
    )
