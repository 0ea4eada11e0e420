"""The workbook of one rater: guide, material, evidence, and the rows to fill in."""

from __future__ import annotations

import io

from kinerja_xlsx.spec.lembar_penilai import LEMBAR, LembarPenilaianRow
from kinerja_xlsx.write.book import open_book
from kinerja_xlsx.write.penilai.bahan import write_bahan, write_bukti
from kinerja_xlsx.write.penilai.masukan import LembarPenilai
from kinerja_xlsx.write.penilai.petunjuk import write_petunjuk
from kinerja_xlsx.write.template.lembar import SheetSetting, write_data_sheet
from kinerja_xlsx.write.template.referensi import list_sources, write_meta, write_referensi


def render_lembar_penilai(lembar: LembarPenilai) -> bytes:
    """Write the workbook of one rater.

    Args:
        lembar: The rater and the assignments that they rate; at least one waits for a rating.

    Returns:
        The finished workbook; the same input gives the same bytes.
    """
    buffer = io.BytesIO()
    book = lembar.book
    setting = SheetSetting(lembar.titles, book.kertas, list_sources(LEMBAR))
    title = f"Lembar Penilai {book.nama_unit} {book.period.label}"
    with open_book(buffer, title=title, created=book.period.last) as out:
        write_petunjuk(out, lembar, setting)
        write_bahan(out, lembar)
        write_bukti(out, lembar)
        write_data_sheet(out, LembarPenilaianRow, lembar.rows, setting)
        write_referensi(out, setting.sources)
        meta = {"kode_unit": book.kode_unit, "periode": book.period.code}
        write_meta(out, LEMBAR, {**meta, "terbit": book.period.first.isoformat()})
    return buffer.getvalue()
