"""The contents of the recap: a link to each other sheet, and no sheet without one."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from kinerja_xlsx.write.rekap import render_rekap
from kinerja_xlsx.write.rekap_isi import ISI, RINGKASAN
from tests.rekap_penuh import full_agency


def test_every_other_sheet_is_linked_from_the_contents() -> None:
    workbook = load_workbook(BytesIO(render_rekap(full_agency())))

    first, contents, *rest = workbook.sheetnames
    others = [first, *rest]
    formulas = [
        str(cell.value) for row in workbook[contents] for cell in row if cell.data_type == "f"
    ]
    links = [one for one in formulas if one.startswith("=HYPERLINK(")]
    assert links == [f'=HYPERLINK("#\'{name}\'!A1","{name}")' for name in others]
    assert others == list(ISI)
    assert contents == RINGKASAN


def test_first_page_leads_to_the_contents() -> None:
    workbook = load_workbook(BytesIO(render_rekap(full_agency())))

    values = [str(cell.value) for row in workbook.worksheets[0] for cell in row]
    assert [one for one in values if one.startswith("=HYPERLINK(")] == [
        '=HYPERLINK("#\'Ringkasan\'!A1","Daftar isi buku ini ada di lembar Ringkasan")'
    ]
