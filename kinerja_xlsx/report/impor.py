"""What an import of people comes to, on the console: counts that balance, and nobody's name."""

from __future__ import annotations

from decimal import Decimal

from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.spec.impor import Nasib, UsulImpor


def summarise_impor(usul: UsulImpor, path: str) -> str:
    """Say what was read, what it comes to, and what to do next.

    Args:
        usul: The import.
        path: Where its proposal lies.
    """
    counts = usul.counts()
    parts = " + ".join(f"{_count(number)} {nasib.value}" for nasib, number in counts.items())
    added = counts[Nasib.DITAMBAH]
    roster = (
        f"Pegawai  {_count(usul.roster_rows)} baris + {_count(added)} ditambah = "
        f"{_count(usul.roster_rows + added)}; {_count(usul.changed_cells())} sel berubah, "
        f"{_count(len(usul.absent))} baris tidak ada di ekspor dan dibiarkan"
    )
    lines = [
        f"Kolom    {len(usul.used)} dipakai, {len(usul.thrown)} dibuang",
        f"Ekspor   {_count(len(usul.rows))} baris = {parts}",
        roster,
    ]
    if usul.unknown_units:
        lines.append(f"Unit     {_count(len(usul.unknown_units))} UNOR belum dikenal")
    lines += [
        "",
        f"Usulan: {path}",
        "input/Pengaturan.xlsx tidak diubah. Periksa usulan itu; bila sesuai, salin ke sana.",
    ]
    return "\n".join(lines)


def _count(number: int) -> str:
    return format_number(Decimal(number))
