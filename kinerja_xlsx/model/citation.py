"""Where a rule or a parameter comes from, and how sure we are of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass

PASAL_BELUM_DIPERIKSA = "pasal belum diperiksa"


class Confidence(enum.Enum):
    """How well a fact is attested."""

    BANYAK_SUMBER = "cocok di beberapa sumber"
    SATU_SUMBER = "satu sumber"
    UMUM = "pengetahuan umum, belum diverifikasi"
    TURUNAN = "turunan hitung dari angka sumber"
    TAFSIR = "tafsir kerja, dapat diubah"


@dataclass(frozen=True, slots=True)
class Citation:
    """A regulation, and the article where the pages give one."""

    regulation: str
    article: str | None = None
    confidence: Confidence = Confidence.SATU_SUMBER

    @property
    def text(self) -> str:
        """The citation as printed beside a figure."""
        return f"{self.regulation}, {self.article or PASAL_BELUM_DIPERIKSA}"
