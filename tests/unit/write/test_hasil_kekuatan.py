"""Sheet `Kekuatan dan Pengembangan`: true counts, in kind words, about nobody alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kinerja_xlsx.model.kinerja_unit import IndikatorUnit, KinerjaUnit
from kinerja_xlsx.model.law import Arah, Aspek, Ekspektasi, Sifat
from kinerja_xlsx.write.hasil import HasilBook, bagian, render_hasil, share_out
from kinerja_xlsx.write.hasil.kekuatan import (
    MOST_SENTENCES,
    SHEET,
    growing_sentences,
    next_sentences,
    strong_sentences,
)
from kinerja_xlsx.write.hasil.kekuatan_bahan import (
    KUAT,
    LEAST_PEOPLE,
    MOST_INDIKATOR,
    Butir,
    Kelompok,
    butir_of,
)
from tests.hasil_drawn import book, form, indikator, nip_of, pegawai, penilaian

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow

REACHED = indikator("1.1", aspek=Aspek.KUANTITAS, realisasi=Decimal(1200))
MISSED = indikator("1.1", aspek=Aspek.KUANTITAS, realisasi=Decimal("1199.99"))
WAITING = indikator("1.1", aspek=Aspek.KUANTITAS, realisasi=None)


def unit(*rows: HasilKerjaRow) -> HasilBook:
    """Draw a unit of one person for each indicator."""
    forms = [form(number, [row]) for number, row in enumerate(rows, start=1)]
    return book(forms)


def sheet_of(made: HasilBook, *, values: bool = True) -> Worksheet:
    sheet: Worksheet = load_workbook(BytesIO(render_hasil(made)), data_only=values)[SHEET]
    return sheet


def texts_of(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet for cell in row if cell.value is not None]


def shared(text: str, reached: int, of: int) -> IndikatorUnit:
    return IndikatorUnit(text, "pasien", Arah.NAIK, of, reached)


def known(made: HasilBook, *indikator: IndikatorUnit) -> HasilBook:
    return replace(made, kinerja=KinerjaUnit(indikator=indikator))


def test_an_aspect_counts_the_indicators_that_reached_their_target() -> None:
    assert butir_of(unit(REACHED, REACHED, MISSED)) == (
        Butir(Kelompok.ASPEK, "Kuantitas", tercapai=2, dari=3),
    )


def test_an_indicator_without_a_figure_is_not_counted_as_missed() -> None:
    made = unit(REACHED, REACHED, REACHED, WAITING)

    assert butir_of(made) == (Butir(Kelompok.ASPEK, "Kuantitas", tercapai=3, dari=3),)
    assert next_sentences(made)[1] == (
        "• Realisasi 1 indikator belum diisi, jadi belum ikut dihitung di lembar ini."
    )


def test_what_fewer_than_three_people_share_stands_nowhere() -> None:
    both = form(1, [MISSED, replace_no(MISSED, "1.2"), replace_no(MISSED, "2.1")])
    made = known(book([both, form(2, [MISSED])]), shared(MISSED.indikator, 0, 4))

    assert butir_of(made) == ()
    assert SHEET not in load_workbook(BytesIO(render_hasil(made))).sheetnames


def replace_no(row: HasilKerjaRow, number: str) -> HasilKerjaRow:
    return row.model_copy(update={"no_indikator": number})


def test_a_shared_indicator_needs_three_people_however_their_text_is_spaced() -> None:
    texts = ("Pasien  dilayani", "pasien dilayani", "PASIEN DILAYANI ")
    rows = [indikator("1.1", aspek=None, indikator=text) for text in texts]

    made = known(unit(*rows), shared("Pasien dilayani", 1, 3), shared("Lain", 0, 9))

    assert butir_of(made) == (Butir(Kelompok.INDIKATOR, "Pasien dilayani", tercapai=1, dari=3),)


def test_only_the_most_shared_indicators_stand_in_the_table() -> None:
    texts = [f"Ukuran {number:02}" for number in range(MOST_INDIKATOR + 1)]
    rows = [indikator(f"1.{n}", aspek=None, indikator=text) for n, text in enumerate(texts, 1)]
    forms = [form(person, rows) for person in range(1, 4)]
    found = [shared(text, 1, 3 + index) for index, text in enumerate(texts)]

    names = [one.nama for one in butir_of(known(book(forms), *found))]

    assert names == texts[:0:-1]


def test_perilaku_counts_those_who_meet_what_is_expected() -> None:
    values = (Ekspektasi.DI_ATAS, Ekspektasi.SESUAI, Ekspektasi.DI_BAWAH, None)
    forms = [
        form(number, [], rating=penilaian(nip=nip_of(number), loyal=value))
        for number, value in enumerate(values, start=1)
    ]

    assert butir_of(book(forms)) == (Butir(Kelompok.PERILAKU, "Loyal", tercapai=2, dari=3),)


@pytest.mark.parametrize(("reached", "is_kuat"), [(8, True), (7, False), (10, True), (0, False)])
def test_a_strength_begins_at_eighty_percent(reached: int, is_kuat: bool) -> None:  # noqa: FBT001 - a verdict
    assert Butir(Kelompok.ASPEK, "Waktu", reached, 10).is_kuat is is_kuat
    assert KUAT == 80


def test_strengths_come_before_what_to_work_on_and_both_say_their_figures() -> None:
    butir = (
        Butir(Kelompok.ASPEK, "Kuantitas", 9, 10),
        Butir(Kelompok.ASPEK, "Waktu", 1, 3),
        Butir(Kelompok.PERILAKU, "Loyal", 4, 4),
    )

    assert strong_sentences(butir) == [
        "• Aspek Kuantitas: 9 dari 10 indikator mencapai target (90%).",
        "• Perilaku Loyal: 4 dari 4 penilaian sesuai atau di atas ekspektasi (100%).",
    ]
    assert growing_sentences(butir) == [
        (
            "• Aspek Waktu: 1 dari 3 indikator mencapai target (33,33%). Bicarakan bersama "
            "hambatannya dan dukungan yang diperlukan."
        )
    ]


def test_help_is_said_once_and_no_kind_pushes_out_the_others() -> None:
    butir = [Butir(Kelompok.ASPEK, aspek.value, 1, 3) for aspek in Aspek]
    butir.append(Butir(Kelompok.PERILAKU, "Loyal", 1, 3))

    found = growing_sentences(butir)

    assert len(found) == MOST_SENTENCES + 1
    assert sum("Bicarakan" in text for text in found) == 1
    assert "Perilaku Loyal" in found[-1]


def test_nothing_strong_and_nothing_to_work_on_are_both_said_kindly() -> None:
    weak, strong = Butir(Kelompok.ASPEK, "Waktu", 0, 3), Butir(Kelompok.ASPEK, "Waktu", 3, 3)

    assert strong_sentences([weak])[0].startswith("Belum ada hal dengan bagian 80% atau lebih.")
    assert growing_sentences([strong]) == [
        "Semua hal di tabel sudah 80% atau lebih; pertahankan bersama."
    ]


def test_the_next_step_counts_people_and_not_assignments() -> None:
    agreed = penilaian(rencana_pengembangan="Pelatihan pelayanan prima")
    acting = pegawai(1, sifat=Sifat.PLT)
    forms = [form(1, [], rating=agreed), form(1, [], person=acting, rating=agreed), form(2, [])]

    assert next_sentences(book(forms)) == [
        "• Rencana Pengembangan sudah disepakati untuk 1 dari 2 pegawai."
    ]


def test_the_sheet_names_nobody_and_its_shares_are_live() -> None:
    made = unit(REACHED, REACHED, MISSED)

    shown = texts_of(sheet_of(made))
    people = [form.penugasan.pegawai.row for form in made.forms]
    assert not [row.nama for row in people if any(row.nama in text for text in shown)]
    assert not [row.nip for row in people if any(row.nip in text for text in shown)]
    live = texts_of(sheet_of(made, values=False))
    (share,) = [text for text in live if text.startswith("=")]
    line = int(share.removeprefix("=D").partition("/")[0])
    assert share == f"=D{line}/E{line}*100"
    assert [cell.value for cell in sheet_of(made)[line]][2:] == [
        "Kuantitas",
        2,
        3,
        pytest.approx(200 / 3),
    ]


def test_every_part_of_a_large_unit_shows_the_whole_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bagian, "MAX_PEGAWAI", 2)
    made = unit(REACHED, REACHED, MISSED)

    parts = [render_hasil(made, part) for part in share_out(made, "Hasil")]

    first, second = (texts_of(load_workbook(BytesIO(data))[SHEET]) for data in parts)
    assert first == second
    assert any("2 dari 3 indikator" in text for text in first)


def test_a_long_indicator_is_cut_in_the_sentence_and_whole_in_the_table() -> None:
    text = "Ukuran yang sangat panjang " * 10
    made = known(
        unit(*(indikator("1.1", aspek=None, indikator=text) for _ in range(3))),
        shared(text, 0, 3),
    )

    assert "…»" in growing_sentences(butir_of(made))[0]
    assert text.strip() in [found.strip() for found in texts_of(sheet_of(made))]


@given(st.lists(st.sampled_from([REACHED, MISSED, WAITING]), min_size=1, max_size=8))
def test_whatever_the_figures_no_count_passes_its_whole(rows: Sequence[HasilKerjaRow]) -> None:
    made = unit(*rows)

    for one in butir_of(made):
        assert 0 <= one.tercapai <= one.dari <= len(rows)
        assert one.dari >= LEAST_PEOPLE
    assert strong_sentences(butir_of(made))
    assert growing_sentences(butir_of(made))
