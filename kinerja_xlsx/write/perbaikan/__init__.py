"""The correction workbook: the unit's own data with marks; itself the next submission."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.result import PeopleCounts
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.spec.book import book_for, is_skp
from kinerja_xlsx.write.book import Book, open_book
from kinerja_xlsx.write.page import Page
from kinerja_xlsx.write.perbaikan.daftar import (
    rows_on_list,
    write_daftar,
    write_dibetulkan,
    write_diterima,
)
from kinerja_xlsx.write.perbaikan.formulir import rewrite_form
from kinerja_xlsx.write.perbaikan.lembar import SheetRewrite
from kinerja_xlsx.write.perbaikan.ringkasan import Outcome, add_ringkasan, write_ringkasan
from kinerja_xlsx.write.perbaikan.tanda import Finding, Marks, choose_listed, collect_marks
from kinerja_xlsx.write.template.lembar import SheetSetting, write_data_sheet
from kinerja_xlsx.write.template.referensi import list_sources, write_meta, write_referensi


@dataclass(frozen=True, slots=True)
class PerbaikanRequest:
    """What a correction workbook is made of.

    Attributes:
        submission: The file as it was read.
        issues: Everything found about it, in any order.
        accepted: (NIP, name) of each accepted assignment, in sheet order.
        people: Its assignments by what became of them.
        meta: Keys and values of `_meta` for the next round.
        created: The only date the file carries: the last day of its period.
        title_lines: Unit and period as people read them.
        kertas: Paper to print on.
    """

    submission: Submission
    issues: tuple[Issue, ...]
    accepted: tuple[tuple[str, str], ...]
    people: PeopleCounts
    meta: Mapping[str, str]
    created: date
    title_lines: tuple[str, ...]
    kertas: Kertas


def render_perbaikan(request: PerbaikanRequest) -> bytes:
    """Write the correction workbook of one file.

    Rows and columns stand where they stood, with the values as they were; formats, drop-downs,
    limits and protection come anew from the specification. Rows that were hidden are shown.

    Returns:
        The workbook; the same input gives the same bytes.
    """
    buffer = io.BytesIO()
    spec = book_for(request.submission.meta)
    setting = SheetSetting(request.title_lines, request.kertas, list_sources(spec))
    marks = collect_marks(request.submission, spec, request.issues)
    listed = choose_listed(marks.findings)
    with open_book(buffer, title=f"Perbaikan {spec.template}", created=request.created) as book:
        page = add_ringkasan(book)
        outcome = Outcome(request.submission.file, request.people, is_skp(request.submission.meta))
        write_ringkasan(page, marks, outcome, setting)
        write_daftar(book, listed, marks, setting)
        labels = request.submission.labels
        rewrite_form(book, spec.form, labels, marks=marks, setting=setting)
        _write_sheets(book, request.submission, marks, rows_on_list(listed), setting=setting)
        write_dibetulkan(book, marks, setting)
        write_diterima(book, request.accepted, setting)
        write_referensi(book, setting.sources)
        write_meta(book, spec, request.meta)
    return buffer.getvalue()


def _write_sheets(
    book: Book,
    submission: Submission,
    marks: Marks,
    rows_of_list: Mapping[Finding, int],
    *,
    setting: SheetSetting,
) -> None:
    """Write each data sheet again; one that the file lacks comes back blank, to be filled.

    Optional sheets come back where the file has them.
    """
    raw_by_key = {raw.key: raw for raw in submission.sheets}
    for model in book_for(submission.meta).including(raw_by_key).sheets:
        raw = raw_by_key.get(model.sheet)
        if raw is None:
            write_data_sheet(book, model, (), setting)
        else:
            page = Page.add(book, model.sheet)
            SheetRewrite(page, model, raw, marks, rows_of_list, setting).write()
