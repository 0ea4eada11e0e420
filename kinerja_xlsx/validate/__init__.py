"""Checks what was read: raw rows become accepted assignments, or issues that say why not.

check_isian       one submission, in a worker
check_pengaturan  the settings workbook
keys_of           the little of a checked file that the driver compares
reconcile         all files of a run, on keys only
count_rows        what became of every row seen
"""

from __future__ import annotations

from kinerja_xlsx.validate.files import reconcile
from kinerja_xlsx.validate.isian import check_isian
from kinerja_xlsx.validate.keys import count_rows, keys_of
from kinerja_xlsx.validate.pengaturan import check_pengaturan
from kinerja_xlsx.validate.reconciled import Reconciled

__all__ = [
    "Reconciled",
    "check_isian",
    "check_pengaturan",
    "count_rows",
    "keys_of",
    "reconcile",
]
