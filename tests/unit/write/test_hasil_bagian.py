"""The workbooks of a large unit, of one person, and to be printed: who is in which, in order."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.buku import Urutan
from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.write.hasil import (
    HasilBook,
    HasilForm,
    Orang,
    bagian,
    by_person,
    in_order,
    in_runs,
    part_names,
    render_formulir,
    render_hasil,
    render_siap_cetak,
    share_out,
)
from kinerja_xlsx.write.hasil.bagian import MAX_PEGAWAI, filed_as
from tests.hasil_drawn import book, form, indikator, nip_of, pegawai
from tests.unit.write.test_hasil_book import sheets, table

if TYPE_CHECKING:
    from collections.abc import Sequence

ROW = indikator("1.1")


def people(count: int) -> list[HasilForm]:
    return [form(number, [ROW]) for number in range(1, count + 1)]


def acting(number: int) -> HasilForm:
    return form(number, [ROW], person=pegawai(number, sifat=Sifat.PLT))


def rated_by(made: HasilForm, nama: str | None) -> HasilForm:
    return replace(made, penilai=None if nama is None else Orang(nama, "", "", "", ""))


def named(number: int, nama: str) -> HasilForm:
    return form(number, [ROW], person=pegawai(number, nama=nama))


def names_of(forms: Sequence[HasilForm]) -> list[str]:
    return [made.penugasan.pegawai.row.nama for made in forms]


@pytest.fixture
def two_a_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bagian, "MAX_PEGAWAI", 2)


@pytest.fixture
def large(two_a_book: None) -> HasilBook:
    del two_a_book
    return book([*people(3), acting(1)])


def test_a_unit_at_the_limit_has_one_workbook_and_one_more_person_makes_two() -> None:
    assert MAX_PEGAWAI == 250

    (alone,) = share_out(book(people(250)), "Hasil_A")
    first, second = share_out(book(people(251)), "Hasil_A")

    assert alone.berkas == ("Hasil_A.xlsx",)
    assert first.berkas == second.berkas == ("Hasil_A_1.xlsx", "Hasil_A_2.xlsx")
    assert (first.letak.count(1), second.letak.count(2)) == (250, 1)


def test_both_assignments_of_one_person_are_in_the_same_workbook(large: HasilBook) -> None:
    first, second = share_out(large, "Hasil")

    nips = [[one.penugasan.nip for one in part.own(large).forms] for part in (first, second)]
    assert nips == [[nip_of(1), nip_of(2), nip_of(1)], [nip_of(3)]]


def test_a_unit_without_forms_still_has_one_workbook() -> None:
    (only,) = share_out(book([]), "Hasil")

    assert only.berkas == ("Hasil.xlsx",)


def test_a_unit_in_one_workbook_is_written_as_ever() -> None:
    (only,) = share_out(book(), "Hasil")

    assert render_hasil(book(), only) == render_hasil(book())


def test_each_part_holds_its_own_forms_and_names_everybody(large: HasilBook) -> None:
    data = [render_hasil(large, part) for part in share_out(large, "Hasil")]

    first, second = (sheets(part, values=True) for part in data)
    forms = [[name for name in part if name[0].isdigit()] for part in (first, second)]
    assert forms == [[nip_of(1), nip_of(2), f"{nip_of(1)}-2"], [nip_of(3)]]
    where = [[row[7] for row in table(part["Indeks"], "No")][:4] for part in (first, second)]
    link = "Buka formulir"
    assert where == [
        [link, link, "Bagian 2", link],
        ["Bagian 1", "Bagian 1", link, "Bagian 1"],
    ]
    links = [row[7] for row in table(sheets(data[1], values=False)["Indeks"], "No")]
    assert links[2] == f'=HYPERLINK("#\'{nip_of(3)}\'!A1","Buka formulir")'


def test_the_index_of_a_part_says_which_file_holds_the_others(large: HasilBook) -> None:
    _, second = share_out(large, "Hasil_DINKES")

    indeks = sheets(render_hasil(large, second), values=True)["Indeks"]

    lines = [indeks.cell(row, 1).value for row in range(4, 7)]
    assert str(lines[0]).startswith("Bagian 2 dari 2. Daftar di bawah memuat seluruh pegawai")
    assert lines[1:] == [
        "Bagian 1: formulir 2 pegawai, berkas Hasil_DINKES_1.xlsx",
        "Bagian 2 (buku ini): formulir 1 pegawai, berkas Hasil_DINKES_2.xlsx",
    ]


def test_the_counts_of_a_part_are_those_of_the_unit(large: HasilBook) -> None:
    _, second = share_out(large, "Hasil")

    indeks = sheets(render_hasil(large, second), values=True)["Indeks"]

    counts = {indeks.cell(row, 3).value: indeks.cell(row, 2).value for row in range(8, 13)}
    assert counts["Dinilai"] == 4
    assert counts["Jumlah penugasan"] == 7


def test_recap_and_spread_of_a_part_say_which_part_they_count(large: HasilBook) -> None:
    _, second = share_out(large, "Hasil")

    found = sheets(render_hasil(large, second), values=True)

    assert str(found["Rekap"]["A2"].value).endswith("Bagian 2 dari 2")
    assert [row[1] for row in table(found["Rekap"], "No")] == [nip_of(3)]
    assert [found["Sebaran"].cell(4, column).value for column in (2, 3)] == [
        "Penugasan di buku ini",
        "Pegawai (menurut jabatan definitif)",
    ]
    assert found["Sebaran"]["B11"].value == 1
    assert found["Sebaran"]["C11"].value == 4


def test_the_workbook_of_one_person_names_nobody_else() -> None:
    unit = book([*people(2), acting(1)])
    forms = by_person(unit)[nip_of(1)]

    data = render_formulir(unit, forms)

    workbook = load_workbook(BytesIO(data))
    assert workbook.sheetnames == [nip_of(1), f"{nip_of(1)}-2", "Rujukan"]
    assert workbook["Rujukan"].sheet_state == "hidden"
    shown = "\n".join(str(cell.value) for sheet in workbook for row in sheet for cell in row)
    others = [made.penugasan.pegawai.row.nama for made in unit.forms if made not in forms]
    others += [one.nama for one in unit.others]
    assert [name for name in others if name in shown] == []
    assert "Indeks" not in shown
    assert workbook.properties.title == (
        "Evaluasi Kinerja Pegawai Contoh Pegawai 1, S.Kep. Triwulan I 2026"
    )


def test_the_form_of_one_person_is_laid_out_as_in_the_workbook_of_the_unit() -> None:
    unit = book()
    alone = load_workbook(BytesIO(render_formulir(unit, unit.forms[:1])))[nip_of(1)]
    among = load_workbook(BytesIO(render_hasil(unit)))[nip_of(1)]

    assert alone.print_area == among.print_area
    assert [page.id for page in alone.row_breaks.brk] == [page.id for page in among.row_breaks.brk]
    last = int(str(among.print_area).rpartition("$")[2])
    for row in range(1, last + 1):
        assert [cell.value for cell in alone[row][:11]] == [cell.value for cell in among[row][:11]]


def test_the_same_person_gives_the_same_bytes() -> None:
    assert render_formulir(book(), book().forms[:1]) == render_formulir(book(), book().forms[:1])


def test_the_book_to_be_printed_has_no_index_and_keeps_the_order_given() -> None:
    unit = book(people(3))

    workbook = load_workbook(BytesIO(render_siap_cetak(unit, unit.forms[::-1])))

    assert workbook.sheetnames == [nip_of(3), nip_of(2), nip_of(1), "Rujukan"]
    assert [sheet.sheet_state for sheet in workbook] == ["visible"] * 3 + ["hidden"]
    assert workbook.active is workbook.worksheets[0]


def test_names_are_filed_without_the_titles_before_them() -> None:
    forms = [named(1, "Zaki Contoh"), named(2, "dr. Hj. Ayu Contoh"), named(3, "H. Budi Contoh")]

    assert names_of(in_order(forms, Urutan.NAMA)) == [
        "dr. Hj. Ayu Contoh",
        "H. Budi Contoh",
        "Zaki Contoh",
    ]


@pytest.mark.parametrize(
    ("nama", "filed"),
    [("Prof. Dr. Ir. Contoh", "contoh"), ("M. Contoh", "m. contoh"), ("Dr.", "dr."), ("", "")],
)
def test_a_name_is_never_filed_under_nothing_but_a_title(nama: str, filed: str) -> None:
    assert filed_as(nama) == filed


def test_by_rater_the_people_of_one_rater_lie_together_and_those_without_come_last() -> None:
    forms = [
        rated_by(named(1, "Ayu"), None),
        rated_by(named(2, "Wati"), "Dr. Awal Contoh"),
        rated_by(named(3, "Budi"), "Bagus Contoh"),
        rated_by(named(4, "Candra"), "Dr. Awal Contoh"),
    ]

    assert names_of(in_order(forms, Urutan.PENILAI)) == ["Candra", "Wati", "Budi", "Ayu"]


def test_the_order_of_the_submission_does_not_matter() -> None:
    forms = [rated_by(named(number, "Sama Contoh"), "Satu Penilai") for number in range(1, 5)]

    for urutan in Urutan:
        assert in_order(forms, urutan) == in_order(forms[::-1], urutan)


@pytest.mark.usefixtures("two_a_book")
def test_an_ordered_run_is_cut_by_people_and_never_reordered() -> None:
    forms = [*people(1), acting(1), *people(4)[1:]]

    runs = list(in_runs(forms))

    assert [made for run in runs for made in run] == forms
    assert [len({made.penugasan.nip for made in run}) for run in runs] == [2, 2]


def test_nobody_to_print_makes_no_workbook() -> None:
    assert list(in_runs([])) == []


def test_part_names_carry_a_number_only_where_there_are_several() -> None:
    assert part_names("A", 1) == ("A.xlsx",)
    assert part_names("A", 3) == ("A_1.xlsx", "A_2.xlsx", "A_3.xlsx")
