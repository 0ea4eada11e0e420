"""Sheet `Sebaran`: the part that each predikat has, live."""

from __future__ import annotations

from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.write.hasil import render_hasil
from tests.hasil_drawn import book, form
from tests.unit.write.test_hasil_book import sheets


def test_the_share_of_each_predikat_is_live_and_of_those_who_have_one() -> None:
    forms = [form(1), form(2, predikat=Predikat.SANGAT_BAIK), form(3, predikat=None)]
    data = render_hasil(book(forms))

    live = sheets(data, values=False)["Sebaran"]
    now = sheets(data, values=True)["Sebaran"]
    assert live["E5"].value == "=C5/SUM(C$5:C$9)*100"
    assert live["E11"].value == "=SUM(E5:E9)"
    assert [now.cell(row, 5).value for row in range(5, 12)] == [50, 50, 0, 0, 0, "–", 100]


def test_shares_are_of_assignments_where_people_are_not_known() -> None:
    live = sheets(render_hasil(book(distribusi=None)), values=False)["Sebaran"]

    assert live["D5"].value == "=B5/SUM(B$5:B$9)*100"


def test_nobody_with_a_predikat_has_no_shares() -> None:
    now = sheets(render_hasil(book([form(1, predikat=None)])), values=True)["Sebaran"]

    assert {now.cell(row, 5).value for row in range(5, 12)} == {"–"}
