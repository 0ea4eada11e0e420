"""The guide is made from the specification: every column, every condition, common errors."""

from __future__ import annotations

import re

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.book import BOOKS, ISIAN, PENGATURAN, SKP, BookSpec
from kinerja_xlsx.spec.codes import CATALOGUE
from kinerja_xlsx.spec.row import asked_of
from kinerja_xlsx.spec.uraian import limits_text
from kinerja_xlsx.write.kalimat import general_problem, general_remedy, reads_well
from kinerja_xlsx.write.template.cek import BELUM, TIDAK_DINILAI
from kinerja_xlsx.write.template.petunjuk import COMMON
from kinerja_xlsx.write.template.teks import GUIDES
from tests.unit.write.template_drawn import book, each_book


def lines_of(spec: BookSpec) -> list[tuple[str, ...]]:
    rows = book(spec)["Petunjuk"].iter_rows(values_only=True)
    return [tuple("" if value is None else str(value) for value in row) for row in rows]


def text_of(spec: BookSpec) -> str:
    return " ".join(cell for row in lines_of(spec) for cell in row if cell)


@each_book
def test_purpose_five_steps_and_contact_are_given(spec: BookSpec) -> None:
    guide, text = GUIDES[spec.template], text_of(spec)

    assert guide.purpose in text
    assert guide.contact in text
    for number, step in enumerate(guide.steps, start=1):
        assert f"{number}. {step}" in text


@each_book
def test_every_column_stands_there_with_limits_example_and_prompt(spec: BookSpec) -> None:
    rows = lines_of(spec)

    for model in (spec.form, *spec.sheets):
        start = next(i for i, row in enumerate(rows) if row[0].startswith(f"Lembar {model.sheet}"))
        table = rows[start + 1 : start + 1 + len(asked_of(model))]
        for column, row in zip(asked_of(model), table, strict=True):
            assert row[0] == column.heading
            assert row[1].startswith("Wajib") is (
                column.required or "wajib bila" in row[1].lower()
            )
            assert row[2:] == (limits_text(column), column.column.example, column.column.prompt)


def test_plan_of_a_year_asks_for_a_year_and_not_for_what_was_achieved() -> None:
    form, text = book(SKP)["Identitas"], text_of(SKP)

    labels = {row[0]: row[2] for row in form.iter_rows(values_only=True)}
    assert str(labels["Periode"]).endswith("Contoh: 2026.")
    for shown in (" ".join(map(str, labels)), text):
        assert "2026-TW1" not in shown
        assert "Capaian Kinerja Organisasi" not in shown
        assert "Ditetapkan Oleh" not in shown


@each_book
def test_the_headings_of_the_columns_come_again_on_each_page(spec: BookSpec) -> None:
    sheet, rows = book(spec)["Petunjuk"], lines_of(spec)

    heading = rows.index(("Kolom", "Wajib?", "Batas", "Contoh", "Keterangan")) + 1
    assert sheet.print_title_rows == f"${heading}:${heading}"
    # What was said before them is the first page alone, with the steps and the colours.
    first, second = sheet.row_breaks.brk
    assert rows[first.id][0] == "" or rows[first.id][0].startswith("Kesalahan")
    assert first.id < heading
    # The first data sheet begins a page, so that its name does not end the page before.
    assert rows[second.id][0].startswith(f"Lembar {spec.sheets[0].sheet}:")


def test_words_of_cek_are_explained_where_they_can_occur() -> None:
    told = {
        spec.template: {BELUM, TIDAK_DINILAI} & {row[0] for row in lines_of(spec)}
        for spec in BOOKS
    }

    assert told == {
        "isian": {BELUM, TIDAK_DINILAI},
        "skp": {TIDAK_DINILAI},
        "pengaturan": set(),
    }


def test_isian_says_that_months_are_put_together() -> None:
    assert "nanti digabung dari isian bulan itu" in text_of(ISIAN)
    assert "digabung dari isian bulan" not in text_of(PENGATURAN)


@each_book
def test_every_condition_is_told(spec: BookSpec) -> None:
    text = text_of(spec)

    for model in spec.sheets:
        for condition in model.conditions:
            assert f"Wajib bila {condition.text}" in text


def test_colours_are_explained_in_words_too() -> None:
    text = text_of(ISIAN)

    for words in ("Judul gelap", "bergaris putus", "abu-abu", "Kolom Cek: baris ini lengkap"):
        assert words in text


@pytest.mark.parametrize("code", COMMON)
def test_common_errors_read_as_whole_sentences(code: IssueCode) -> None:
    row = next(row for row in lines_of(ISIAN) if row[0] == code.value)

    for sentence in (row[1], row[3]):
        assert sentence[:1].isupper() or sentence[:1].isdigit()
        assert sentence.endswith(".")
        assert not re.search(r"[{}…]|  |\.\.|\b(\w+) \1\b", sentence)


@pytest.mark.parametrize("code", list(CATALOGUE))
def test_every_code_can_be_said_in_general(code: IssueCode) -> None:
    problem, remedy = general_problem(code), general_remedy(code)

    assert problem
    assert "{" not in problem + remedy


def test_general_sentence_names_the_column() -> None:
    assert general_problem(IssueCode.SEL_06, "Golongan") == (
        "Yang ditulis tidak ada dalam pilihan Golongan."
    )
    assert "Golongan" in general_remedy(IssueCode.SEL_01, "Golongan")
    assert "ontoh" not in general_remedy(IssueCode.SEL_01, "Golongan")


def test_sentence_full_of_particulars_does_not_read_well_in_general() -> None:
    assert reads_well(IssueCode.SEL_02)
    assert not reads_well(IssueCode.LTS_01)
    assert general_problem(IssueCode.LTS_01) == "Jumlah Bobot bukan 100"
