"""Optional sheets of a workbook: there to be read, and a part of it only where asked for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kinerja_xlsx.model.law import LembarTambahan
from kinerja_xlsx.spec.book import BOOKS, ISIAN
from kinerja_xlsx.spec.kegiatan import KegiatanRow, summarise_kegiatan
from kinerja_xlsx.spec.pengaturan import PeriodeRow
from kinerja_xlsx.spec.row import Kind, column_by_field

NIP = "198507172010011002"


def test_every_optional_sheet_can_be_asked_for() -> None:
    assert [model.sheet for model in ISIAN.optional] == [one.value for one in LembarTambahan]


def test_all_sheets_are_readable_each_once() -> None:
    for book in BOOKS:
        names = [model.sheet for model in book.readable]
        assert names[: len(book.sheets)] == [model.sheet for model in book.sheets]
        assert len(names) == len(set(names))


def test_asked_for_sheets_become_a_part_of_the_workbook_in_its_order() -> None:
    book = ISIAN.including(["Kepuasan", "Kehadiran", "Rencana"])

    assert book.sheets[len(ISIAN.sheets) :] == (ISIAN.optional[0], ISIAN.optional[2])
    assert book.optional == (ISIAN.optional[1],)
    assert book.readable != ISIAN.readable
    assert ISIAN.including(()) == ISIAN


def test_several_choices_in_a_cell_keep_their_list() -> None:
    spec = column_by_field(PeriodeRow, "lembar_tambahan")

    assert (spec.kind, spec.choices) == (Kind.DAFTAR_BANYAK, LembarTambahan)
    assert PeriodeRow(kode="2026-TW1").lembar_tambahan == ()


def test_activities_are_summed_up_by_indicator() -> None:
    def row(number: str | None, hasil: int | None, satuan: str | None = "pasien") -> KegiatanRow:
        return KegiatanRow(
            nip=NIP,
            tanggal=date(2026, 1, 5),
            kegiatan="Melayani",
            no_indikator=number,
            hasil=None if hasil is None else Decimal(hasil),
            satuan=satuan,
        )

    found = summarise_kegiatan(
        [row("1.1", 5), row("1.1", 7, "Pasien"), row("1.1", None, "berkas"), row(None, 9),
         row("1.2", 1), row("1.2", 1, "berkas"), row("1.3", 4, None)]
    )  # fmt: skip

    assert {key: (one.banyak, one.hasil, one.satuan) for key, one in found.items()} == {
        "1.1": (3, Decimal(12), "pasien"),
        "1.2": (2, None, None),
        "1.3": (1, None, None),
    }
