"""What a form says of a person comes from that person alone, kindly, and leaves gaps as gaps."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.law import Ekspektasi, Pendekatan, Predikat
from kinerja_xlsx.spec.pengembangan import Bagian
from kinerja_xlsx.write.hasil import render_hasil
from kinerja_xlsx.write.hasil.pengembangan import JUDUL, Pengembangan, pengembangan_of
from tests.hasil_drawn import (
    book,
    form,
    indikator,
    indikator_kualitatif,
    nip_of,
    penilaian,
    without_penilaian,
)
from tests.hasil_read import sheet_of, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.write.hasil import HasilForm

ANGKA = Pendekatan.KUANTITATIF
TARGET = 1_000
MOST = (
    "1 dari 2 indikator yang dinilai mencapai target; capaian tertinggi pada indikator 1.1 "
    "(108,00%)."
)
MANY_MISSING = (
    "Realisasi indikator 1.2, 1.3, 1.4 serta 1 indikator lainnya, sehingga belum dinilai."
)
EMPTY = {"umpan_balik_perilaku": None}


def drawn(realisasi: Sequence[int | None], **rating: object) -> HasilForm:
    """Draw a person by what was reached of 1,000 at each indicator."""
    rows = [
        indikator(
            f"{index // 4 + 1}.{index % 4 + 1}",
            target=Decimal(TARGET),
            realisasi=None if value is None else Decimal(value),
            umpan_balik=None,
        )
        for index, value in enumerate(realisasi)
    ]
    return form(1, rows, rating=penilaian(**rating))


def said(realisasi: Sequence[int | None], **rating: object) -> Pengembangan:
    return pengembangan_of(drawn(realisasi, **rating), ANGKA)


@pytest.mark.parametrize(
    ("realisasi", "good", "grow", "missing"),
    [
        ([1000], "Indikator 1.1 mencapai target (capaian 100,00%).", "", ""),
        ([1000, 1100, 1050], "Semua 3 indikator yang dinilai mencapai target.", "", ""),
        ([1080, 885], MOST, "Capaian indikator 1.2 (88,50%).", ""),
        (
            [900, 800],
            "Kemajuan terjauh pada indikator 1.1 (capaian 90,00%).",
            "Capaian indikator 1.2 (80,00%) dan 1.1 (90,00%).",
            "",
        ),
        (
            [900, 500, 600, 700],
            "Kemajuan terjauh pada indikator 1.1 (capaian 90,00%).",
            "Capaian indikator 1.2 (50,00%), 1.3 (60,00%) serta 2 indikator lainnya.",
            "",
        ),
        ([0], "", "Capaian indikator 1.1 (0,00%).", ""),
        ([None], "", "", "Realisasi indikator 1.1, sehingga belum dinilai."),
        (
            [1000, None, None, None, None],
            "Indikator 1.1 mencapai target (capaian 100,00%).",
            "",
            MANY_MISSING,
        ),
        ([], "", "", ""),
    ],
)
def test_figures_choose_the_sentences(
    realisasi: list[int | None], good: str, grow: str, missing: str
) -> None:
    found = said(realisasi)

    assert (found.sudah_baik, found.ditingkatkan, found.belum_ada) == (good, grow, missing)


def test_a_capaian_just_below_the_target_is_not_shown_as_the_target() -> None:
    made = drawn([1000])
    close = replace(made.score.indikator[0], capaian=Decimal("99.996"))

    found = pengembangan_of(replace(made, score=replace(made.score, indikator=(close,))), ANGKA)

    assert found.ditingkatkan == "Capaian indikator 1.1 (99,996%)."


def test_an_indicator_with_target_zero_is_not_spoken_of() -> None:
    rows = [indikator("1.1", target=Decimal(0), umpan_balik=None)]

    found = pengembangan_of(form(1, rows), ANGKA)

    assert (found.sudah_baik, found.ditingkatkan) == ("", "")


@pytest.mark.parametrize(
    ("rated", "good", "grow"),
    [
        ({"loyal": Ekspektasi.SESUAI}, "", ""),
        ({"kompeten": Ekspektasi.DI_ATAS}, "Perilaku di atas ekspektasi: Kompeten.", ""),
        (
            {"kompeten": Ekspektasi.DI_ATAS, "loyal": Ekspektasi.DI_ATAS},
            "Perilaku di atas ekspektasi: Kompeten dan Loyal.",
            "",
        ),
        (
            dict.fromkeys(("akuntabel", "harmonis", "adaptif"), Ekspektasi.DI_BAWAH),
            "",
            "Perilaku yang dapat diperkuat: Akuntabel, Harmonis, dan Adaptif.",
        ),
    ],
)
def test_values_of_perilaku_are_named_as_the_rater_saw_them(
    rated: dict[str, Ekspektasi], good: str, grow: str
) -> None:
    found = said([], **rated)

    assert (found.sudah_baik, found.ditingkatkan) == (good, grow)


def test_work_without_figures_is_counted_by_what_is_described() -> None:
    rows = [
        indikator_kualitatif("1.1"),
        indikator_kualitatif("1.2", uraian_realisasi=None),
        indikator_kualitatif("2.1"),
    ]

    found = pengembangan_of(form(1, rows), Pendekatan.KUALITATIF)

    assert found.sudah_baik == "Realisasi 2 dari 3 indikator sudah diuraikan."
    assert (found.ditingkatkan, found.belum_ada) == ("", "Uraian realisasi indikator 1.2.")


# -- the rater's words --------------------------------------------------------------------------


def test_feedback_comes_before_every_figure_and_the_step_last() -> None:
    found = said([1080, 885, None], rencana_pengembangan="Kursus\ndata")

    assert [line.partition(": ")[0] for line in found.lines] == [one.value for one in Bagian]
    assert found.lines[0] == "Umpan balik penilai: «Ramah dan cekatan melayani pasien»"
    assert found.lines[-1] == "Rencana pengembangan: Kursus data"


def test_feedback_on_an_indicator_stands_in_where_there_is_no_other() -> None:
    rows = [indikator("1.1", umpan_balik=None), indikator("1.2", umpan_balik="Percepat  sedikit")]

    found = pengembangan_of(form(1, rows, rating=penilaian(**EMPTY)), ANGKA)

    assert found.umpan_balik == "«Percepat sedikit» (indikator 1.2)"


def test_long_feedback_is_cut_between_words() -> None:
    found = said([], umpan_balik_perilaku="Melayani dengan sabar. " * 20)

    assert found.umpan_balik.endswith("sabar. Melayani dengan …»")
    assert len(found.umpan_balik) < 170


def test_a_person_without_ratings_is_told_what_is_not_there_yet_and_nothing_else() -> None:
    rows = [indikator("1.1", realisasi=None, umpan_balik=None)]

    found = pengembangan_of(without_penilaian(form(1, rows, predikat=None)), ANGKA)

    assert found.lines == (
        "Umpan balik penilai: belum ada.",
        "Yang belum ada: Realisasi indikator 1.1, sehingga belum dinilai.",
        "Rencana pengembangan: Belum ada langkah yang disepakati.",
    )


# -- on paper -----------------------------------------------------------------------------------


def test_form_prints_the_sentences_beside_the_signature() -> None:
    made = drawn([1080, 885])
    sheet = sheet_of(made)

    block = next(text for text in texts(sheet) if text.startswith("Umpan balik penilai: "))
    assert tuple(block.split("\n")) == pengembangan_of(made, ANGKA).lines
    label = next(cell for row in sheet.iter_rows() for cell in row if cell.value == JUDUL)
    placed = next(
        cell for row in sheet.iter_rows() for cell in row
        if str(cell.value).startswith("Serang, ")
    )  # fmt: skip
    assert label.row == placed.row
    assert (label.column or 0) < (placed.column or 0)


@pytest.mark.parametrize("approach", list(Pendekatan))
def test_a_long_step_is_printed_whole_on_the_page_of_the_signature(approach: Pendekatan) -> None:
    step = "Magang di unit lain selama dua minggu. " * 25
    rows = [indikator_kualitatif("1.1")] if approach is Pendekatan.KUALITATIF else None
    made = form(1, rows, rating=penilaian(rencana_pengembangan=step.strip()))
    sheet = sheet_of(made, pendekatan=approach)

    block = next(text for text in texts(sheet) if text.startswith("Umpan balik penilai: "))
    assert block.endswith(step.strip())
    breaks = {one.id for one in sheet.row_breaks.brk}
    top = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == block)
    (box,) = [one for one in sheet.merged_cells.ranges if one.min_row == top and one.min_col == 1]
    assert not breaks & set(range(box.min_row, box.max_row))


# -- the unit's own sheets ----------------------------------------------------------------------


def people_of(sheet: Worksheet, known: Sequence[str]) -> list[str]:
    values = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    return [value for value in values if value in known]


def test_unit_book_ranks_nobody() -> None:
    results = [
        (500, Predikat.BUTUH_PERBAIKAN),
        (1200, Predikat.SANGAT_BAIK),
        (900, Predikat.SANGAT_KURANG),
        (1000, Predikat.BAIK),
    ]
    forms = []
    for number, (reached, predikat) in enumerate(results, start=1):
        rows = [indikator("1.1", target=Decimal(TARGET), realisasi=Decimal(reached))]
        forms.append(form(number, rows, predikat=predikat))
    unit = load_workbook(BytesIO(render_hasil(book(forms, others=()))), data_only=True)
    known = [nip_of(number) for number in range(1, len(results) + 1)]

    shared = [sheet for sheet in unit if not sheet.title.startswith(tuple(known))]
    assert len(shared) >= 4
    for sheet in shared:
        named = list(dict.fromkeys(people_of(sheet, known)))
        assert named in (known, []), sheet.title
        said_there = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
        assert not [
            text for text in said_there if re.search(r"(?i)(?<!tanpa )peringkat|ranking", text)
        ]
        assert not [text for text in said_there if re.search(r"(?i)\bterendah\b|terburuk", text)]
        assert not sheet.auto_filter.sortState
