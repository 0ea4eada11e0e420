"""The contents of the recap: a link to each sheet, and no sheet without one."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from kinerja_xlsx.write.rekap import render_rekap
from kinerja_xlsx.write.rekap_isi import ISI
from tests.rekap_penuh import full_agency


def test_every_other_sheet_is_linked_from_the_first() -> None:
    workbook = load_workbook(BytesIO(render_rekap(full_agency())))

    first, *others = workbook.sheetnames
    formulas = [
        str(cell.value) for row in workbook[first] for cell in row if cell.data_type == "f"
    ]
    links = [one for one in formulas if one.startswith("=HYPERLINK(")]
    assert links == [f'=HYPERLINK("#\'{name}\'!A1","{name}")' for name in others]
    assert others == list(ISI)
