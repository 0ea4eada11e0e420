"""An achievement of the organisation that cannot be read: the distribution waits, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.run.process import process
from tests.flow.alur import HERE, open_office, send

if TYPE_CHECKING:
    from pathlib import Path

LABEL = "Capaian Kinerja Organisasi"


@pytest.mark.parametrize(
    ("typed", "told"),
    [("Lumayan sekali", IssueCode.LTS_30), (None, IssueCode.LTS_18)],
)
def test_only_a_blank_achievement_is_called_blank(
    tmp_path: Path, typed: str | None, told: IssueCode
) -> None:
    office = open_office(tmp_path)
    path = send(office)
    book = load_workbook(path)
    (cell,) = [row[1] for row in book["Identitas"].iter_rows() if row[0].value == LABEL]
    cell.value = typed
    book.save(path)

    result = process(office, HERE)

    both = {IssueCode.LTS_18, IssueCode.LTS_30}
    assert [one.code for one in result.issues if one.code in both] == [told]
