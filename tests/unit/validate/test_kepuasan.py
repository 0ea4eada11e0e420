"""Sheet `Kepuasan`: rows that belong to nobody."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import RowVerdict
from kinerja_xlsx.model.submission import CellValue
from tests.unit.validate.build import (
    errors,
)
from tests.unit.validate.tambahan_build import (
    DITERIMA,
    kepuasan,
    verdicts,
    with_sheet,
)


def test_sound_satisfaction_is_handed_on() -> None:
    checked = with_sheet("Kepuasan", kepuasan(), kepuasan(layanan="Rawat inap")).check()

    assert checked.issues == ()
    assert [placed.row.layanan for placed in checked.kepuasan] == ["Rawat jalan", "Rawat inap"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"u5": 4.5}, IssueCode.SEL_05),
        ({"u1": 0.0}, IssueCode.SEL_05),
        ({"u9": None}, IssueCode.SEL_01),
        ({"responden": 0.0}, IssueCode.SEL_05),
        ({"layanan": None}, IssueCode.SEL_01),
    ],
)
def test_a_faulty_service_withholds_its_row_and_nobody(
    changes: dict[str, CellValue], code: IssueCode
) -> None:
    checked = with_sheet("Kepuasan", kepuasan(**changes), kepuasan(layanan="Loket")).check()

    assert errors(checked) == {code}
    assert [placed.row.layanan for placed in checked.kepuasan] == ["Loket"]
    assert {one.status for one in checked.subjects} == {DITERIMA}
    assert verdicts(checked, "Kepuasan")[0] == (RowVerdict.DITAHAN, code)


def test_one_service_twice_with_other_values_withholds_both_rows() -> None:
    checked = with_sheet("Kepuasan", kepuasan(), kepuasan(layanan="RAWAT JALAN", u1=3.0)).check()

    assert IssueCode.BRS_04 in errors(checked)
    assert checked.kepuasan == ()
