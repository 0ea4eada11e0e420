"""Forms beside the evaluation: which there are, how they lie on the page, and what is live."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.law import FormulirPegawai, Jenjang, Kertas, Predikat, Sifat
from kinerja_xlsx.run.kode_formulir import with_kode
from kinerja_xlsx.write.hasil import akumulasi, by_person, dokumen, konversi, render_formulir
from kinerja_xlsx.write.hasil.tegak import CAPACITY, WIDTH_PIXELS, make_upright_grid
from tests.formulir_drawn import (
    AKUMULASI,
    DEFAULT,
    DOKUMEN,
    KONVERSI,
    LONG,
    SUFFIX,
    asked,
    lengthened,
    opened,
    own_sheets,
    pages,
    perawat,
    sheet_of,
    texts_of,
)
from tests.hasil_angka_drawn import chosen, rated, scored
from tests.hasil_drawn import PENILAI, form, nip_of, pegawai, penilaian

if TYPE_CHECKING:
    from kinerja_xlsx.write.hasil import HasilForm

# -- which forms there are ------------------------------------------------------------------------


@pytest.mark.parametrize("jenis", FormulirPegawai)
def test_each_form_can_be_asked_for_alone(jenis: FormulirPegawai) -> None:
    book = opened(asked([perawat()], jenis))

    assert own_sheets(book) == [f"{nip_of(1)}{SUFFIX[jenis]}"]


def test_forms_of_one_person_lie_side_by_side_in_the_order_in_which_they_are_filed() -> None:
    plt = scored(rated(1, Predikat.BAIK, sifat=Sifat.PLT), chosen())

    book = opened(asked([perawat(), plt], *FormulirPegawai))

    assert own_sheets(book) == [
        *(f"{nip_of(1)}{suffix}" for suffix in SUFFIX.values()),
        *(f"{nip_of(1)}{suffix}-2" for suffix in SUFFIX.values()),
    ]


def test_there_is_no_angka_kredit_before_a_predikat_nor_for_other_posts() -> None:
    waiting, other = perawat(None), replace(perawat(), jenjang=None)

    for made in (waiting, other):
        assert own_sheets(opened(asked([made], *FormulirPegawai))) == [
            nip_of(1),
            f"{nip_of(1)} Dokumen",
        ]


def test_without_the_evaluation_the_recap_shows_bare_words_and_the_index_what_there_is() -> None:
    book = opened(asked([perawat(), scored(rated(2, None), chosen())], KONVERSI, AKUMULASI))

    (row,) = [row for row in book["Rekap"] if row[1].value == nip_of(1)]
    assert [cell.value for cell in row[9:12]] == [
        "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Baik",
    ]  # fmt: skip
    head = next(row for row in book["Indeks"] if row[0].value == "No")
    assert [cell.value for cell in head[7:]] == [KONVERSI.value, AKUMULASI.value]
    links = [[cell.value for cell in row[7:]] for row in book["Indeks"] if row[0].value in {1, 2}]
    assert links[0] == [
        f'=HYPERLINK("#\'{nip_of(1)}{SUFFIX[one]}\'!A1","Buka formulir")'
        for one in (KONVERSI, AKUMULASI)
    ]
    assert links[1] == ["–", "–"]


def test_books_without_an_index_hold_all_forms_of_a_person_and_no_way_back() -> None:
    made = asked([perawat()], *FormulirPegawai)

    book = load_workbook(BytesIO(render_formulir(made, made.forms)))

    assert own_sheets(book) == [f"{nip_of(1)}{suffix}" for suffix in SUFFIX.values()]
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    assert not any("HYPERLINK" in str(cell.value) for cell in cells)


def test_nobody_without_a_form_gets_a_workbook_that_would_be_empty() -> None:
    other = replace(scored(rated(2, Predikat.BAIK), chosen()), jenjang=None)
    made = asked([perawat(), other], KONVERSI)

    assert list(by_person(made)) == [nip_of(1)]
    assert [form.penugasan.nip for form in made.printed] == [nip_of(1)]


# -- the page -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kertas", Kertas)
@pytest.mark.parametrize("jenis", [DOKUMEN, KONVERSI, AKUMULASI])
def test_each_is_an_upright_page_counted_from_one_with_its_own_code_in_the_foot(
    jenis: FormulirPegawai, kertas: Kertas
) -> None:
    made = with_kode(asked([perawat()], *FormulirPegawai, kertas=kertas))
    sheet = opened(made)[f"{nip_of(1)}{SUFFIX[jenis]}"]

    setup, foot = sheet.page_setup, sheet.oddFooter
    assert foot is not None
    assert (setup.paperSize, setup.orientation) == (
        {Kertas.A4: 9, Kertas.F4: 14}[kertas],
        "portrait",
    )
    assert (setup.useFirstPageNumber, setup.firstPageNumber) == (True, None)
    assert foot.center.text == "Halaman &P"
    assert made.forms[0].kode_lain[jenis] in str(foot.right.text)
    assert f"NIP {nip_of(1)}" in str(foot.left.text)
    assert len(pages(sheet)) == 1


@pytest.mark.parametrize("kertas", Kertas)
def test_columns_are_no_wider_than_the_page_at_full_size(kertas: Kertas) -> None:
    for columns in (dokumen.COLUMNS, konversi.COLUMNS, akumulasi.COLUMNS):
        wide = sum(make_upright_grid(columns, kertas).pixels)
        assert WIDTH_PIXELS[kertas] - len(columns.pixels) <= wide <= WIDTH_PIXELS[kertas]


def long_form() -> HasilForm:
    """Make a form with the longest texts everywhere, and rater and superior likewise."""
    person = pegawai(1, nama=LONG[:120], jabatan=LONG[:200], unit_kerja=LONG[:200])
    made = form(1, person=person, rating=penilaian(catatan=LONG[:1000]))
    someone = replace(PENILAI, nama=LONG[:120], jabatan=LONG[:200], unit=LONG[:200])
    made = replace(made, penilai=someone, atasan=someone, jenjang=Jenjang.AHLI_MUDA)
    years = [(str(year), Predikat.BAIK) for year in range(2022, 2026)]
    return scored(made, chosen(), earlier=years)


@pytest.mark.parametrize("kertas", Kertas)
@pytest.mark.parametrize("jenis", [DOKUMEN, KONVERSI, AKUMULASI])
@pytest.mark.parametrize("periods", [4, 18, 26, 33, 70])
def test_no_page_is_too_full_and_no_signature_stands_alone(
    jenis: FormulirPegawai, kertas: Kertas, periods: int
) -> None:
    sheet = sheet_of(jenis, lengthened(long_form(), periods), kertas=kertas)

    for first, last in pages(sheet):
        heights = [sheet.row_dimensions[row].height or DEFAULT for row in range(first, last + 1)]
        assert sum(heights) <= CAPACITY[kertas] + 0.01
    (signed,) = [
        page for page in pages(sheet) if "Pejabat Penilai Kinerja," in texts_of(sheet, page)
    ]
    assert signed == pages(sheet)[-1]
    above = {
        DOKUMEN: "PREDIKAT KINERJA PEGAWAI",
        KONVERSI: "PROSENTASE",
        AKUMULASI: "JUMLAH ANGKA KREDIT YANG DIPEROLEH",
    }
    assert above[jenis] in texts_of(sheet, signed)


def test_headings_come_again_on_each_page_of_many_periods() -> None:
    sheet = sheet_of(AKUMULASI, lengthened(long_form(), 70))

    assert len(pages(sheet)) > 1
    for page in pages(sheet):
        assert {"PERIODIK (BULAN)", "PROSENTASE", "(6)"} <= set(texts_of(sheet, page))
