"""Cells that are required when others hold certain values."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.submission import CellValue
from tests.unit.validate.build import (
    Built,
    cells,
    codes,
    errors,
    sound_isian,
)


def with_cell(sheet: str, name: str, value: CellValue) -> Built:
    """Change one cell of the first person."""
    built = sound_isian()
    built.rows(sheet)[0][name] = value
    return built


@pytest.mark.parametrize(
    ("sheet", "name", "cell"),
    [
        ("Pegawai", "golongan", "Pegawai!E5"),
        ("Pegawai", "jenjang", "Pegawai!H5"),
        ("Hasil Kerja", "rhk_pimpinan", "Hasil Kerja!I5"),
        ("Hasil Kerja", "aspek", "Hasil Kerja!K5"),
        ("Hasil Kerja", "target", "Hasil Kerja!N5"),
        ("Hasil Kerja", "satuan", "Hasil Kerja!Q5"),
        ("Hasil Kerja", "arah", "Hasil Kerja!R5"),
        ("Hasil Kerja", "agregasi", "Hasil Kerja!S5"),
    ],
)
def test_a_cell_that_others_require_may_not_be_blank(sheet: str, name: str, cell: str) -> None:
    checked = with_cell(sheet, name, None).check()

    assert cells(checked.issues, IssueCode.BRS_11) == [cell]
    assert errors(checked) == {IssueCode.BRS_11}
    assert checked.subjects[0].reasons == (IssueCode.BRS_11,)


def test_a_dash_in_a_required_cell_is_one_message_not_two() -> None:
    checked = with_cell("Hasil Kerja", "target", "-").check()

    assert codes(checked) == {IssueCode.BRS_11}


def test_conditions_follow_the_post_and_the_approach() -> None:
    built = sound_isian(1)
    built.labels["pendekatan"] = "Kualitatif"
    built.rows("Pegawai")[0] |= {"jenis_jabatan": "JPT", "jenjang": None}
    for row in built.rows("Hasil Kerja"):
        for name in ("rhk_pimpinan", "aspek", "target", "satuan", "arah", "agregasi"):
            row[name] = None
        row |= {"perspektif": "Anggaran", "uraian_target": "Semua pengaduan dijawab"}

    checked = built.check()

    assert checked.issues == ()


def test_a_condition_on_a_faulty_cell_is_not_judged() -> None:
    built = with_cell("Pegawai", "jenis_jabatan", "Ajaib")
    built.rows("Pegawai")[0]["jenjang"] = None
    built.rows("Hasil Kerja")[0]["aspek"] = None

    assert codes(built.check()) == {IssueCode.SEL_06, IssueCode.LTS_30}
