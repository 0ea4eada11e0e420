"""The list of the correction workbook that comes back: where a proposal is accepted, and how."""

from __future__ import annotations

from typing import Final

DAFTAR: Final = "Daftar"
"""The sheet that lists all findings."""
ISI: Final = "Isi sekarang"
"""Heading of the value that was found."""
USULAN: Final = "Usulan"
"""Heading of the value that is proposed."""
TERIMA: Final = "Terima usulan?"
"""Heading of the choice."""
ACUAN: Final = "Acuan"
"""Heading of the cell meant, as plain text; links lose theirs in some programs."""
YA: Final = "Ya"
"""The choice that accepts; anything else does not."""
