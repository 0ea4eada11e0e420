"""Optional sheets in the correction workbook: those that were sent come back as they were."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.write.perbaikan import render_perbaikan
from tests.drawn import NIPS, sound_isian
from tests.unit.write.perbaikan_drawn import FILE, issue, place, request, submission_of
from tests.unit.write.template_drawn import load, read_back

MULAI = 5


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("08.00", "@"),
        ("8.5", "@"),
        (time(8, 30), "hh:mm"),
        (8.3, "General"),
        (timedelta(hours=30), "[hh]:mm"),
    ],
)
def test_a_time_comes_back_as_it_was_stored(value: CellValue, shown: str) -> None:
    book = sound_isian(1)
    book.sheets["Kegiatan"] = [
        {"NIP": NIPS[0], "Tanggal": date(2026, 1, 5), "Kegiatan": "Melayani"}
    ]
    workbook = book.workbook()
    cell = workbook["Kegiatan"].cell(5, MULAI)
    cell.value = value
    cell.number_format = "@" if isinstance(value, str) else cell.number_format
    sent = submission_of(workbook)
    (raw,) = [sheet for sheet in sent.sheets if sheet.key == "Kegiatan"]

    data = render_perbaikan(
        request(sent, issue(IssueCode.SEL_08, place("Kegiatan", 5, MULAI, "Mulai")))
    )

    (again,) = [sheet for sheet in read_back(data, name=FILE).sheets if sheet.key == "Kegiatan"]
    assert again.rows[0].values == raw.rows[0].values
    assert load(data)["Kegiatan"].cell(5, MULAI).number_format == shown


def test_sheets_that_were_not_sent_do_not_come_back() -> None:
    names = load(render_perbaikan(request(submission_of(sound_isian(1).workbook())))).sheetnames

    assert {"Kehadiran", "Kegiatan", "Kepuasan"}.isdisjoint(names)
    assert "Pejabat" in names
