"""Sheet `Katalog Indikator`: every indicator says to which posts it belongs."""

from __future__ import annotations

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.katalog import KatalogRow
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.validate.sheet import SheetDraft


def check_katalog(sheet: SheetDraft) -> None:
    """Report every row that names neither a jabatan nor an urusan."""
    jabatan = column_by_field(KatalogRow, "jabatan").column
    for row in sheet.counting:
        if row.has("jabatan") or row.has("urusan"):
            continue
        row.issues.append(
            sheet.plan.issue(
                IssueCode.BRS_11,
                row,
                "jabatan",
                syarat="Urusan kosong",
                contoh=jabatan.example,
            )
        )
