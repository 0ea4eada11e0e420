"""The summary of a correction: what it says of many people at once."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.write.perbaikan import render_perbaikan
from tests.drawn import sound_isian
from tests.unit.write.perbaikan_drawn import FILE, request, submission_of


def test_group_of_many_people_does_not_speak_of_the_first() -> None:
    issues = [
        make_issue(
            IssueCode.LTS_16,
            Place(FILE, "Penilaian", row, 13, "Rating Hasil Kerja"),
            nama=nama,
            value="Di Atas Ekspektasi",
            usulan="Sesuai Ekspektasi",
        )
        for row, nama in enumerate(("Contoh Satu", "Contoh Dua"), start=5)
    ]

    found = request(submission_of(sound_isian(3).workbook()), *issues)
    sheet = load_workbook(BytesIO(render_perbaikan(found)))["Ringkasan"]

    rows = [[str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    (line,) = [row for row in rows if "LTS-16" in row]
    assert "Rating berbeda dari usulan" in line
    assert not any("Rating Hasil Kerja Contoh Satu" in cell for cell in line)
