"""Whatever Excel or the guide tells people is as plain as the messages, and fits where it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.book import PENGATURAN, SKP_BOOKS, BookSpec
from kinerja_xlsx.spec.judul import TITLES
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.spec.uraian import meaning_text
from kinerja_xlsx.write.template.cek import BELUM, GALAT, KOSONG, NO_ROWS, OK
from kinerja_xlsx.write.template.validasi import MAX_MESSAGE, MAX_TITLE
from tests.golden.refresh import read_pesan
from tests.unit.spec.test_codes import HARD_WORDS, NO_PROSE
from tests.unit.write.template_drawn import EACH_BOOK, book

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation

BOOKS = (*EACH_BOOK, *SKP_BOOKS.values())
BLAME = re.compile(
    r"\b(?:anda (?:harus|wajib|tidak (?!perlu))|salah mengisi|keliru|bodoh|dilarang)\b",
    re.IGNORECASE,
)
EXCEL_NAMES = re.compile(r"\(Paste Values\)|Excel Workbook|README")


def hard_words(text: str) -> list[str]:
    """Give the words of programmers, and the blame, that a text has."""
    prose = EXCEL_NAMES.sub("", NO_PROSE.sub("", text))
    return [*HARD_WORDS.findall(prose), *BLAME.findall(prose)]


def limits(spec: BookSpec) -> Iterator[DataValidation]:
    for sheet in book(spec).worksheets:
        yield from sheet.data_validations.dataValidation


@pytest.mark.parametrize("spec", EACH_BOOK, ids=lambda spec: spec.template)
def test_every_message_of_excel_is_plain_and_fits(spec: BookSpec) -> None:
    seen = 0
    for item in limits(spec):
        titles, texts = (item.promptTitle, item.errorTitle), (item.prompt, item.error)
        assert all(len(title or "") <= MAX_TITLE for title in titles), titles
        assert all(len(text or "") <= MAX_MESSAGE for text in texts), texts
        assert [hard_words(text or "") for text in (*titles, *texts)] == [[]] * 4
        seen += 1
    assert seen > 20


@pytest.mark.parametrize("spec", BOOKS, ids=lambda spec: f"{spec.template}{len(spec.sheets)}")
def test_prompts_end_as_sentences_and_say_no_hard_word(spec: BookSpec) -> None:
    specs = [item for model in (spec.form, *spec.readable) for item in columns_of(model)]
    prompts = [item.column.prompt for item in specs]

    assert [text for text in prompts if not text.endswith(".")] == []
    assert {text: hard_words(text) for text in prompts if hard_words(text)} == {}


@pytest.mark.parametrize("spec", EACH_BOOK, ids=lambda spec: spec.template)
def test_guide_says_no_hard_word(spec: BookSpec) -> None:
    texts = [
        str(cell.value)
        for row in book(spec)["Petunjuk"].iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]

    assert len(texts) > 50
    assert {text: hard_words(text) for text in texts if hard_words(text)} == {}
    if spec.template != PENGATURAN.template:  # there parameters have their names
        assert not [text for text in texts if re.search(r"[a-z]_[a-z]", text)]


def test_titles_meanings_statuses_and_golden_messages_say_no_hard_word() -> None:
    golden = [case.parts[part] for case in read_pesan() for part in ("masalah", "sebab")]
    remedies = [case.parts["perbaiki"] for case in read_pesan()]
    texts = [
        *golden, *remedies, *TITLES.values(), *map(meaning_text, IssueCode),
        OK, BELUM, GALAT, KOSONG, NO_ROWS,
    ]  # fmt: skip

    assert {text: hard_words(text) for text in texts if hard_words(text)} == {}


@pytest.mark.parametrize(
    "text", ["Nilai null.", "Validasi gagal.", "Anda harus mengisi.", "Ubah file ini."]
)
def test_hard_words_and_blame_are_seen(text: str) -> None:
    assert hard_words(text)
