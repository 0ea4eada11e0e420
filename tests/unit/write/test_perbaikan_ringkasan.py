"""The summary of a correction: what it says of many people at once."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.write.perbaikan import render_perbaikan
from tests.drawn import sound_isian
from tests.unit.write.perbaikan_drawn import FILE, request, submission_of


@pytest.mark.parametrize(("template", "word"), [("isian", "dinilai"), ("skp", "diterima")])
def test_errors_are_said_to_hold_up_what_the_file_is_for(template: str, word: str) -> None:
    issue = make_issue(IssueCode.BRK_14, Place(FILE))
    sent = submission_of(sound_isian(3).workbook())
    meta = {**(sent.meta or {}), "templat": template}
    made = render_perbaikan(request(replace(sent, meta=meta, sheets=()), issue))
    sheet = load_workbook(BytesIO(made))["Ringkasan"]

    texts = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]
    assert any(f"supaya pegawainya dapat {word}" in text for text in texts)


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


def test_headings_that_wrap_are_shown_whole_and_come_again_on_each_page() -> None:
    sent = submission_of(sound_isian(3).workbook())
    workbook = load_workbook(
        BytesIO(render_perbaikan(request(sent, make_issue(IssueCode.BRK_14, Place(FILE)))))
    )
    daftar, ringkasan = workbook["Daftar"], workbook["Ringkasan"]

    assert "Terima usulan?" in [cell.value for cell in daftar[4]]
    assert (daftar.row_dimensions[4].height or 0) >= 2 * 14
    (heading,) = [cell.row for cell in ringkasan["B"] if cell.value == "Apa yang salah"]
    assert ringkasan.print_title_rows == f"${heading}:${heading}"
