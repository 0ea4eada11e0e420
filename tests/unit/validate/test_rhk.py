"""Cells of an RHK: blank means as above, differing is an error."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import JenisHasilKerja
from kinerja_xlsx.model.result import PenugasanStatus
from tests.unit.validate.build import (
    Built,
    codes,
    found,
    sound_isian,
)

DITAHAN = PenugasanStatus.DITAHAN
DITERIMA = PenugasanStatus.DINILAI


def statuses(built: Built) -> list[PenugasanStatus]:
    return [item.status for item in built.check().subjects]


def test_blank_cells_of_an_rhk_are_as_in_its_first_row() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[1] |= {
        "jenis": None, "rhk_pimpinan": None, "rencana_hasil_kerja": None,
    }  # fmt: skip

    checked = built.check()

    penugasan = checked.subjects[0].penugasan
    assert checked.issues == ()
    assert penugasan is not None
    second = penugasan.indikator[1].row
    assert second.jenis is JenisHasilKerja.UTAMA
    assert second.rencana_hasil_kerja == penugasan.indikator[0].row.rencana_hasil_kerja


def test_cells_of_an_rhk_that_differ_are_named_both() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[1]["rencana_hasil_kerja"] = "Lain sekali"

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.LTS_14)
    assert codes(checked) == {IssueCode.LTS_14}
    assert issue.place.cell == "J6"
    assert dict(issue.context) == {
        "rhk": "1", "sel_a": "Hasil Kerja!J5", "sel_b": "Hasil Kerja!J6",
    }  # fmt: skip
    assert checked.subjects[0].reasons == (IssueCode.LTS_14,)


@pytest.mark.parametrize(
    ("name", "code"), [("rencana_hasil_kerja", "SEL-01"), ("rhk_pimpinan", "BRS-11")]
)
def test_a_cell_that_the_whole_rhk_lacks_is_missed_once(name: str, code: str) -> None:
    built = sound_isian()
    for row in built.rows("Hasil Kerja")[:2]:
        row[name] = None

    checked = built.check()

    assert [issue.code.value for issue in checked.issues] == [code]
    assert checked.issues[0].place.row == 5


def test_a_faulty_cell_of_an_rhk_is_not_missed_below() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0]["jenis"] = "Utamaa"
    built.rows("Hasil Kerja")[1]["jenis"] = None

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_06}


def test_a_further_row_may_hold_what_an_optional_first_cell_lacks() -> None:
    built = sound_isian(1)
    for row in built.rows("Hasil Kerja"):
        row |= {"jenis": "Tambahan", "rhk_pimpinan": None}
    built.rows("Hasil Kerja")[1]["rhk_pimpinan"] = "Didukung"

    assert built.check().issues == ()


def test_rows_with_one_key_have_one_message_though_their_rhk_differs_too() -> None:
    built = sound_isian()
    other = built.rows("Hasil Kerja")[0] | {"rencana_hasil_kerja": "Lain sekali"}
    built.sheets["Hasil Kerja"].append(other)

    assert codes(built.check()) == {IssueCode.BRS_04}
