"""What is asked of PDF printing, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class PdfPer(Enum):
    """What one PDF holds; the value is what people type."""

    UNIT = "unit"
    PEGAWAI = "pegawai"


@dataclass(frozen=True, slots=True)
class HasilPdf:
    """What printing came to.

    Attributes:
        per: What one PDF holds.
        program: Which LibreOffice made them; None where there is none.
        missing: Paths below the workspace of the PDFs that could not be made.
    """

    per: PdfPer
    program: str | None
    missing: tuple[str, ...] = ()
