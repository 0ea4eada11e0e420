"""Peraturan Pemerintah Nomor 94 Tahun 2021: Disiplin Pegawai Negeri Sipil.

Only the ladder for days of absence without a reason, counted over a calendar year. The program
names the step; whether it applies is decided by the officials whom the regulation names, after
hearing the person.

Gaps against the law: no article was read beside the ladder. One source writes 4–7 and 12–24 days;
four others agree on the figures here. Ten days in a row also lead to the last step, which a sheet
with sums cannot show.
"""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.model.citation import Citation, Confidence

_NAME: Final = "PP 94/2021"

# fmt: off
TANGGA: Final = (
    # from so many working days on, the step; highest first
    (28, "pemberhentian dengan hormat tidak atas permintaan sendiri"),
    (25, "pembebasan dari jabatannya menjadi jabatan pelaksana selama 12 bulan"),
    (21, "penurunan jabatan setingkat lebih rendah selama 12 bulan"),
    (17, "pemotongan tunjangan kinerja 25 persen selama 12 bulan"),
    (14, "pemotongan tunjangan kinerja 25 persen selama 9 bulan"),
    (11, "pemotongan tunjangan kinerja 25 persen selama 6 bulan"),
    (7, "pernyataan tidak puas secara tertulis"),
    (4, "teguran tertulis"),
    (3, "teguran lisan"),
)
# fmt: on

TANGGA_CITATION: Final = Citation(_NAME, None, Confidence.BANYAK_SUMBER)


def step_of(days: int) -> str | None:
    """Find the step for so many working days of absence in one year; None below the first.

    Source: `TANGGA_CITATION`.
    """
    return next((step for least, step in TANGGA if days >= least), None)
