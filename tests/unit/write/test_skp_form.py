"""The printed SKP: official words in their order, targets, attachments, and two signatures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.law import (
    Agregasi,
    BagianLampiran,
    JenisHasilKerja,
    JenisJabatan,
    Kertas,
    NilaiPerilaku,
    Pendekatan,
)
from kinerja_xlsx.write.hasil.grid import CAPACITY, WIDTH_PIXELS, make_grid
from kinerja_xlsx.write.hasil.labels import BAGI_JA_JF, BAGI_JPT, KOSONG, UKURAN_JA_JF
from kinerja_xlsx.write.skp import render_skp
from kinerja_xlsx.write.skp.grid import columns_of_plan
from kinerja_xlsx.write.skp.labels import CATATAN_PERILAKU, CATATAN_RHK, JUDUL, JUDUL_LAMPIRAN
from tests.hasil_drawn import PENILAI, nip_of, pegawai
from tests.hasil_read import cells, find, shown, texts
from tests.skp_drawn import (
    PERIODS,
    RAMAH,
    lampiran,
    rencana,
    rencana_jpt,
    rencana_kualitatif,
    skp_book,
    skp_form,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.spec.skp import RencanaRow
    from kinerja_xlsx.write.skp import SkpForm

LONG = "Meningkatkan mutu layanan kesehatan dasar yang merata bagi seluruh masyarakat. " * 20
PIMPINAN = "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI*"
RHK = "RENCANA HASIL KERJA"
IKI = "INDIKATOR KINERJA INDIVIDU"
FORMS = {
    "one indicator": skp_form(1, [rencana("1.1")]),
    "fifteen indicators": skp_form(
        1, [rencana(f"{r}.{i}") for r in (1, 2, 3) for i in range(1, 6)]
    ),
    "no attachment": skp_form(1, lines=()),
    "long texts": skp_form(
        1,
        [rencana("1.1", rhk_pimpinan=LONG[:1000], indikator=LONG[:500])],
        person=pegawai(nama=LONG[:120], jabatan=LONG[:200], unit_kerja=LONG[:200]),
        lines=[
            lampiran(bagian, no, LONG[:500]) for bagian in BagianLampiran for no in range(1, 8)
        ],
    ),
}


def sheet_of(made: SkpForm, **changes: object) -> Worksheet:
    return shown(render_skp(skp_book([made], **changes)), 1)


def places(sheet: Worksheet, *wanted: str) -> list[int]:
    found = texts(sheet)
    return [found.index(text) for text in wanted]


def pages(sheet: Worksheet) -> list[tuple[int, int]]:
    """Give the first and last row of each page."""
    starts = [1, *(page.id + 1 for page in sheet.row_breaks.brk), sheet.max_row + 1]
    return [(first, after - 1) for first, after in pairwise(starts)]


def page_of(sheet: Worksheet, row: int) -> int:
    return next(at for at, (first, last) in enumerate(pages(sheet)) if first <= row <= last)


def rows_with(sheet: Worksheet, text: str) -> list[int]:
    return [cell.row for cell in cells(sheet) if cell.value == text]


def test_the_plan_keeps_the_official_order() -> None:
    found = places(
        sheet_of(skp_form()),
        JUDUL,
        "PENDEKATAN HASIL KERJA KUANTITATIF",
        BAGI_JA_JF,
        "PEMERINTAH KOTA SERANG",
        "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026",
        "PEGAWAI YANG DINILAI",
        "HASIL KERJA",
        "A. UTAMA",
        "B. TAMBAHAN: tidak ada",
        "PERILAKU KERJA**",
        f"{CATATAN_RHK}\n{CATATAN_PERILAKU}",
        "Serang, 12 Januari 2026",
        "Pegawai yang Dinilai,",
        "Pejabat Penilai Kinerja,",
        JUDUL_LAMPIRAN,
        "DUKUNGAN SUMBER DAYA",
        "SKEMA PERTANGGUNGJAWABAN",
        "KONSEKUENSI",
    )

    assert found == sorted(found)


@pytest.mark.parametrize(
    ("jenis", "pendekatan", "row", "headings"),
    [
        (JenisJabatan.FUNGSIONAL, Pendekatan.KUANTITATIF, rencana("1.1"),
         ["NO", PIMPINAN, RHK, "ASPEK", IKI, "TARGET"]),
        (JenisJabatan.FUNGSIONAL, Pendekatan.KUALITATIF, rencana_kualitatif("1.1"),
         ["NO", PIMPINAN, RHK]),
        (JenisJabatan.JPT, Pendekatan.KUANTITATIF, rencana_jpt("1.1"),
         ["NO", RHK, IKI, "TARGET", "PERSPEKTIF"]),
        (JenisJabatan.JPT, Pendekatan.KUALITATIF, rencana_kualitatif("1.1", rhk_pimpinan=None),
         ["NO", RHK]),
    ],
)  # fmt: skip
def test_each_kind_of_plan_has_its_own_headings_with_printed_numbers(
    jenis: JenisJabatan, pendekatan: Pendekatan, row: RencanaRow, headings: list[str]
) -> None:
    is_jpt = jenis is JenisJabatan.JPT
    person = pegawai(1, jenis_jabatan=jenis, jenjang=None) if is_jpt else None
    sheet = sheet_of(skp_form(1, [row], person=person), pendekatan=pendekatan)

    head = find(sheet, RHK).row
    assert [cell.value for cell in cells(sheet) if cell.row == head] == headings
    numbers = [cell.value for cell in cells(sheet) if cell.row == head + 1]
    assert numbers == [f"({number})" for number in range(1, len(headings) + 1)]
    assert (BAGI_JPT in texts(sheet)) is is_jpt
    assert any(CATATAN_RHK in text for text in texts(sheet)) is not is_jpt


def test_target_of_the_year_is_a_number_and_those_of_the_periods_stand_beside_it() -> None:
    sheet = sheet_of(skp_form(1, [rencana("1.1")]))

    target = find(sheet, 4800)
    assert target.data_type == "n"
    beside = str(sheet.cell(target.row, target.column + 1).value)
    assert "TW3:\N{NO-BREAK SPACE}1.250" in beside
    assert beside.replace("\N{NO-BREAK SPACE}", " ") == (
        "pasien\nTW1: 1.100 · TW2: 1.200 · TW3: 1.250 · TW4: 1.250"
    )


def test_periods_that_have_the_target_of_the_year_are_not_listed() -> None:
    blank = dict.fromkeys(PERIODS)
    row = rencana(
        "1.1", agregasi=Agregasi.TERAKHIR, target_tahun=Decimal(95), satuan="persen", **blank
    )

    assert "persen" in texts(sheet_of(skp_form(1, [row])))


def test_additional_work_stands_below_the_main_work() -> None:
    rows = [
        rencana("2.1", jenis=JenisHasilKerja.TAMBAHAN, rencana_hasil_kerja="Panitia vaksinasi"),
        rencana("1.1"),
    ]

    found = places(
        sheet_of(skp_form(1, rows)),
        "A. UTAMA", rows[1].rencana_hasil_kerja, "B. TAMBAHAN", "Panitia vaksinasi",
    )  # fmt: skip
    assert found == sorted(found)


def test_qualitative_plan_says_its_measures_below_the_rhk() -> None:
    sheet = sheet_of(skp_form(1, [rencana_kualitatif("1.1")]), pendekatan=Pendekatan.KUALITATIF)

    said = texts(sheet)
    assert f"{rencana('1.1').rencana_hasil_kerja}\n{UKURAN_JA_JF}" in said
    assert any("Target: Setiap pengaduan dijawab pada hari yang sama" in text for text in said)
    assert "ASPEK" not in said


def test_expectation_stands_beside_its_value_and_nothing_beside_the_others() -> None:
    sheet = sheet_of(skp_form())

    row = find(sheet, NilaiPerilaku.BERORIENTASI_PELAYANAN.value).row
    assert find(sheet, RAMAH).row == row
    other = find(sheet, NilaiPerilaku.LOYAL.value).row
    assert [cell.value for cell in cells(sheet) if cell.row == other][-1] == KOSONG


def test_attachments_are_lists_in_the_order_of_their_numbers() -> None:
    sheet = sheet_of(skp_form())

    found = places(
        sheet,
        "DUKUNGAN SUMBER DAYA", "Dua tenaga pendaftaran", "Satu komputer untuk pendaftaran",
        "SKEMA PERTANGGUNGJAWABAN", "KONSEKUENSI", "Pembinaan oleh pimpinan",
    )  # fmt: skip
    assert found == sorted(found)
    assert sheet.cell(find(sheet, "Dua tenaga pendaftaran").row, 1).value == "1"
    empty = find(sheet, "SKEMA PERTANGGUNGJAWABAN").row + 1
    assert [cell.value for cell in cells(sheet) if cell.row == empty] == [KOSONG]


def test_both_parties_sign_plan_and_attachment() -> None:
    sheet = sheet_of(skp_form())

    for text in ("Pegawai yang Dinilai,", f"NIP {nip_of(1)}", f"NIP {PENILAI.nip}"):
        assert len(rows_with(sheet, text)) == 2
    left, right = find(sheet, "Pegawai yang Dinilai,"), find(sheet, "Pejabat Penilai Kinerja,")
    assert left.column < right.column
    names = rows_with(sheet, pegawai(1).nama)
    assert all(row - 1 in names for row in rows_with(sheet, f"NIP {nip_of(1)}"))


def test_unknown_rater_signs_by_hand() -> None:
    sheet = sheet_of(replace(skp_form(), penilai=None))

    assert len([text for text in texts(sheet) if text.startswith("NIP ....")]) == 2
    assert "Belum diisi" in texts(sheet)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("kertas", Kertas)
def test_no_page_holds_more_than_the_paper(name: str, kertas: Kertas) -> None:
    sheet = sheet_of(FORMS[name], kertas=kertas)

    heights = [
        sum(sheet.row_dimensions[row].height or 15.0 for row in range(first, last + 1))
        for first, last in pages(sheet)
    ]
    assert max(heights) <= CAPACITY[kertas]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("kertas", Kertas)
def test_attachment_begins_a_page_and_no_signature_stands_alone(name: str, kertas: Kertas) -> None:
    sheet = sheet_of(FORMS[name], kertas=kertas)

    assert find(sheet, JUDUL_LAMPIRAN).row in {first for first, _ in pages(sheet)}
    for signed in rows_with(sheet, "Pejabat Penilai Kinerja,"):
        first, _ = pages(sheet)[page_of(sheet, signed)]
        above = [cell for cell in cells(sheet) if first <= cell.row < signed - 1]
        assert any(str(cell.value) not in {"NO", "PERILAKU KERJA"} for cell in above)


@pytest.mark.parametrize("name", FORMS)
def test_all_of_the_plan_is_printed(name: str) -> None:
    sheet = sheet_of(FORMS[name])

    assert str(sheet.print_area).endswith(f"${sheet.max_row}")


@pytest.mark.parametrize("jenis", [JenisJabatan.FUNGSIONAL, JenisJabatan.JPT])
@pytest.mark.parametrize("pendekatan", Pendekatan)
@pytest.mark.parametrize("kertas", Kertas)
def test_columns_fill_the_paper_and_hang_together(
    jenis: JenisJabatan, pendekatan: Pendekatan, kertas: Kertas
) -> None:
    columns = columns_of_plan(jenis, pendekatan)

    grid = make_grid(columns, kertas, figures=0)
    assert WIDTH_PIXELS[kertas] - 12 <= sum(grid.pixels) <= WIDTH_PIXELS[kertas]
    headings = tuple(heading.at for heading in columns.headings)
    for ranges in (headings, columns.panel, columns.perilaku):
        assert ranges[0][0] == 0
        assert ranges[-1][1] == columns.last
        assert all(left[1] + 1 == right[0] for left, right in pairwise(ranges))


def test_index_links_every_plan_and_counts_everybody() -> None:
    data = render_skp(skp_book())

    live = load_workbook(BytesIO(data))
    assert live.sheetnames == ["Indeks", nip_of(1), nip_of(2)]
    values = load_workbook(BytesIO(data), data_only=True)["Indeks"]
    said = texts(values)
    assert "Sasaran Kinerja Pegawai (SKP) Tahun 2026" in said
    assert said.count("2 RHK, 3 indikator") == 2
    words = ("Diterima", "Ditahan", "Tidak dinilai", "Jumlah penugasan")
    counts = [values.cell(find(values, text).row, 2).value for text in words]
    assert counts == [2, 1, 1, 4]
    links = [
        cell.value for row in live["Indeks"] for cell in row if "HYPERLINK" in str(cell.value)
    ]
    assert links == [f'=HYPERLINK("#\'{nip_of(n)}\'!A1","Buka formulir")' for n in (1, 2)]


def test_same_plans_give_the_same_bytes() -> None:
    assert render_skp(skp_book()) == render_skp(skp_book())
