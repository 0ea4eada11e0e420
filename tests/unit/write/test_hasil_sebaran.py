"""Sheet `Sebaran`: the part that each predikat has, live."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

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


def test_the_shape_of_the_pattern_is_live_and_comes_to_a_hundred() -> None:
    live = sheets(render_hasil(book()), values=False)["Sebaran"]
    now = sheets(render_hasil(book()), values=True)["Sebaran"]

    assert live["F4"].value == "Bentuk pola (%)"
    assert live["F6"].value == "=D6/SUM(D$5:D$9)*100"
    shown = [now.cell(row, 6).value for row in range(5, 12)]
    assert shown[:2] == [pytest.approx(100 * 2 / 24), pytest.approx(100 * 11 / 24)]
    assert shown[5:] == ["–", 100]


def test_where_nobody_has_a_predikat_the_chart_shows_counts_alone() -> None:
    data = render_hasil(book([form(1, predikat=None)]))

    with ZipFile(BytesIO(data)) as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    assert "Diagram batang. Sebaran predikat pegawai: Sangat Baik 0, Baik 0," in drawing
