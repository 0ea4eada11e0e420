"""Workbooks for everybody: people who listen, who see no colours, who have only a keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

import pytest

from kinerja_xlsx.write import style
from tests.flow.jahat import hostile_results
from tests.keluaran_drawn import drawn_books
from tests.paket.aksesibel import barriers
from tests.paket.warna import ENOUGH, INK, PAPER, Tinta
from tests.unit.read.raw import mutate

SOURCES: dict[str, Callable[[], Mapping[str, bytes]]] = {
    "rekaan": drawn_books,
    "perintah": lambda: hostile_results().workbooks(),
}
BOOK, CORE = "xl/workbook.xml", "docProps/core.xml"
CHART, DRAWING = "xl/charts/chart1.xml", "xl/drawings/drawing1.xml"
DAMAGES: dict[str, tuple[str, bytes, bytes]] = {
    "sheet 2 is open": (BOOK, b"<workbookView ", b'<workbookView activeTab="2" '),
    "are chosen": ("xl/worksheets/sheet2.xml", b"<sheetView ", b'<sheetView tabSelected="1" '),
    "no title": (CORE, b"Hasil Evaluasi Kinerja Pegawai Dinas Kesehatan Triwulan I 2026", b""),
    "no language": (CORE, b"id-ID", b"en-US"),
    "drawing1.xml says": (DRAWING, b'descr="Diagram', b'descr="Chart 1" was="Diagram'),
    "have one name": (DRAWING, b'name="Chart 2"', b'name="Chart 1"'),
    "has the headings": ("xl/sharedStrings.xml", b">Jabatan<", b">Nama<"),
    "FFFFFF on": ("xl/styles.xml", b'<color rgb="FF6B6B6B"/>', b'<color rgb="FFFFFFFF"/>'),
    "without their words": (CHART, b'<c:showVal val="1"/>', b'<c:showVal val="0"/>'),
}


@pytest.mark.parametrize("source", SOURCES)
def test_no_workbook_has_a_barrier(source: str) -> None:
    found = {name: barriers(data) for name, data in SOURCES[source]().items()}

    assert {name: said for name, said in found.items() if said} == {}
    assert len(found) > 10


@pytest.mark.parametrize("word", DAMAGES)
def test_barrier_would_be_noticed(word: str) -> None:
    part, before, after = DAMAGES[word]
    data = drawn_books()["Hasil"]
    assert barriers(data) == []

    damaged = mutate(data, part, lambda xml: xml.replace(before, after))

    assert any(word in fault for fault in barriers(damaged)), barriers(damaged)


def test_contrast_is_that_of_the_guideline() -> None:
    assert round(Tinta(INK, PAPER).contrast, 2) == 21
    assert round(Tinta("777777", PAPER).contrast, 2) == 4.48
    assert Tinta("FFFF00", PAPER).contrast < ENOUGH


def test_every_pair_of_colours_in_the_house_style_can_be_read() -> None:
    looks = [value for value in vars(style).values() if isinstance(value, type(style.CELL))]
    coloured = [look for look in looks if {"bg_color", "font_color"} & {*look}]

    assert len(coloured) > 15
    for look in coloured:
        letter, ground = (
            str(look.get(key, otherwise)).removeprefix("#")
            for key, otherwise in (("font_color", style.INK), ("bg_color", style.WHITE))
        )
        assert Tinta(letter, ground).contrast >= ENOUGH, look


def test_marks_of_different_weight_differ_in_more_than_their_colour() -> None:
    borders = [look["border"] for look in style.MARKS.values()]

    assert all(one != other for one, other in combinations(borders, 2))
