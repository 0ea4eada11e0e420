"""An unsound row without a reason is our fault, and never left out in silence."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.submission import RawRow, RawSheet
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.validate.normalise import Scope
from kinerja_xlsx.validate.register import PenugasanDraft
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.verdict import Plans, make_subject, place_row


def plan() -> SheetPlan:
    sheet = RawSheet("Hasil Kerja", "Hasil Kerja", 4, (), (), ())
    return SheetPlan(sheet, HasilKerjaRow, file="a.xlsx", scope=Scope())


def test_a_row_that_is_neither_sound_nor_withheld_stops_the_file() -> None:
    row = RowDraft(RawRow(7, ()), {}, "")

    with pytest.raises(TypeError, match="Hasil Kerja baris 7"):
        place_row(plan(), row, HasilKerjaRow)


def test_an_assignment_that_pegawai_lacks_is_never_accepted() -> None:
    row = RowDraft(RawRow(7, ()), {}, "")
    draft = PenugasanDraft(0, plan(), row, None)

    with pytest.raises(TypeError, match="Hasil Kerja baris 7"):
        make_subject(draft, Plans(plan(), plan(), plan(), plan(), plan()), "DINKES")
