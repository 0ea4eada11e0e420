"""What a plan filled in, changed on return: said once, by the plan or by the template's stamp."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace
from tests.drawn import CellInput
from tests.flow.alur import KEPALA, PERAWAT, open_office
from tests.flow.skp import HERE, KATALOG, found, send_isian, send_plan

CHANGES: dict[tuple[str, str], dict[str, CellInput]] = {
    (PERAWAT, "1.1"): {"Target": 1000},
    (KEPALA, "1.1"): {"Satuan": None},
}


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return open_office(tmp_path, katalog=KATALOG)


def test_plan_that_is_there_speaks_and_the_stamp_is_silent(office: Workspace) -> None:
    send_plan(office)
    send_isian(office, {(PERAWAT, "1.1"): {"Target": 1000}})

    result = process(office, HERE)

    assert len(found(result, IssueCode.LTS_13)) == 1
    assert found(result, IssueCode.BRK_17) == []


def test_without_the_plan_the_stamp_tells_of_changed_cells(office: Workspace) -> None:
    plan = send_plan(office)
    send_isian(office, CHANGES)
    plan.unlink()

    (issue,) = found(process(office, HERE), IssueCode.BRK_17)

    rincian = dict(issue.context)["rincian"]
    assert issue.place.sheet == "Hasil Kerja"
    assert "kolom Satuan dikosongkan" in rincian
    assert "kolom Target «1.000»" in rincian
    assert found(process(office, HERE), IssueCode.LTS_13) == []


def test_without_the_plan_unchanged_cells_and_further_rows_are_no_change(
    office: Workspace,
) -> None:
    plan = send_plan(office)
    send_isian(office, {(PERAWAT, "1.1"): {"Umpan Balik": "Baik sekali"}})
    plan.unlink()

    assert found(process(office, HERE), IssueCode.BRK_17) == []
