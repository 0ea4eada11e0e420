"""The templates that people fill: an Isian for one unit and period, and the Pengaturan."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.spec.book import BookSpec
from kinerja_xlsx.spec.row import SheetRow
from kinerja_xlsx.write.book import open_book
from kinerja_xlsx.write.template.aturan import Cells
from kinerja_xlsx.write.template.cek import look_across
from kinerja_xlsx.write.template.formulir import write_form
from kinerja_xlsx.write.template.lembar import (
    FIRST_ROW,
    SheetSetting,
    write_data_sheet,
)
from kinerja_xlsx.write.template.letak import last_row_of
from kinerja_xlsx.write.template.lintas import Table
from kinerja_xlsx.write.template.petunjuk import write_petunjuk
from kinerja_xlsx.write.template.rangkap import Days
from kinerja_xlsx.write.template.referensi import list_sources, write_meta, write_referensi


@dataclass(frozen=True, slots=True)
class BookContent:
    """What a template is filled with before it is sent out.

    Attributes:
        created: The only date the file carries: the last day of its period.
        title_lines: Lines below the titles, such as unit and period; blank ones are left out.
        form: Field to value for the form sheet.
        rows: Sheet name to its prefilled rows, each field to value.
        meta: Keys and values of `_meta`; template and version are added.
        kertas: Paper to print on.
    """

    created: date
    title_lines: tuple[str, ...]
    form: Cells
    rows: Mapping[str, tuple[Cells, ...]]
    meta: Mapping[str, str]
    kertas: Kertas


def render_book(spec: BookSpec, content: BookContent) -> bytes:
    """Write a template: guide, form, data sheets, lists, identity.

    Args:
        spec: Which workbook.
        content: What it is filled with.

    Returns:
        The workbook; the same input gives the same bytes.
    """
    buffer = io.BytesIO()
    people = max(map(len, content.rows.values()), default=0)
    sources = list_sources(spec)
    days = Days.of(content.form.get("periode"))
    lintas = look_across(_tables(spec, content, people), sources, days)
    setting = SheetSetting(content.title_lines, content.kertas, sources, people, lintas)
    title = f"{spec.title} kinerja"
    with open_book(buffer, title=title, created=content.created) as book:
        write_petunjuk(book, spec, setting)
        write_form(book, spec.form, content.form, setting)
        for model in spec.sheets:
            write_data_sheet(book, model, content.rows.get(model.sheet, ()), setting)
        write_referensi(book, setting.sources)
        write_meta(book, spec, content.meta)
    return buffer.getvalue()


def _tables(spec: BookSpec, content: BookContent, people: int) -> Mapping[type[SheetRow], Table]:
    """Say where the rows of each sheet will stand."""
    found = {model: content.rows.get(model.sheet, ()) for model in spec.sheets}
    return {
        model: Table(model, FIRST_ROW, last_row_of(model, rows, people), rows)
        for model, rows in found.items()
    }
