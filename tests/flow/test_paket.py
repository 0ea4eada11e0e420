"""Every workbook is whole by the rules of its package, so that no program has to repair it."""

from __future__ import annotations

import io
import subprocess
import sys
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from tests.flow.jahat import hostile_results
from tests.keluaran_drawn import drawn_books
from tests.paket.buka import CONTENT
from tests.paket.periksa import faults
from tests.unit.read.raw import mutate

SECONDS = 240
AUDIT = Path(sys.executable).with_name("openxml-audit")
SOURCES: dict[str, Callable[[], Mapping[str, bytes]]] = {
    "rekaan": drawn_books,
    "jahat": lambda: hostile_results().workbooks(),
}
each_source = pytest.mark.parametrize("source", SOURCES)


@each_source
def test_every_workbook_keeps_the_rules_of_its_package(source: str) -> None:
    found = {name: faults(data) for name, data in SOURCES[source]().items()}

    assert {name: said for name, said in found.items() if said} == {}
    assert len(found) > 10


@each_source
def test_every_workbook_opens_in_openpyxl_without_a_warning(source: str) -> None:
    for data in SOURCES[source]().values():
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            # What openpyxl would not keep; nothing of it is damaged.
            warnings.filterwarnings("ignore", message=".* extension is not supported")
            openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.slow
@pytest.mark.skipif(not AUDIT.exists(), reason="openxml-audit is not installed")
def test_every_workbook_keeps_the_schema(tmp_path: Path) -> None:
    """Ask a port of Microsoft's own validator; it comes with the development tools."""
    for source in SOURCES.values():
        for number, data in enumerate(source().values()):
            (tmp_path / f"{id(source)}-{number}.xlsx").write_bytes(data)

    done = subprocess.run(
        [AUDIT, "--quiet", "--max-errors", "0", "--recursive", tmp_path],
        capture_output=True, check=False, timeout=SECONDS,
    )  # fmt: skip

    assert (done.returncode, done.stdout.decode()) == (0, "")


RELS = "xl/_rels/workbook.xml.rels"
SHEET = "xl/worksheets/sheet1.xml"
DAMAGES: dict[str, tuple[str, bytes, bytes]] = {
    "rows are out of order": (SHEET, b'<row r="5"', b'<row r="1"'),
    "a format that is not there": (SHEET, b' s="1"', b' s="65000"'),
    "overlap": (SHEET, b"<mergeCell ", b'<mergeCell ref="A1:H9"/><mergeCell '),
    "formula without a value": (SHEET, b"v>", b"w>"),
    "looks at 'Rujukan2'": (SHEET, b"Rujukan!", b"Rujukan2!"),
    "footer": (SHEET, b"&amp;P", b"&amp;D"),
    "parts [": (SHEET, b"<pageMargins", b"<sheetPr/><pageMargins"),
    "defined name 'A1'": ("xl/workbook.xml", b"_xlnm.Print_Area", b"A1"),
    "sheet name 'Rujukan:'": ("xl/workbook.xml", b'name="Rujukan"', b'name="Rujukan:"'),
    "is led to and not there": (RELS, b"theme/theme1.xml", b"theme/theme9.xml"),
    "shared texts are counted": ("xl/sharedStrings.xml", b' uniqueCount="', b' uniqueCount="9'),
    "no cell shows": ("xl/sharedStrings.xml", b"</sst>", b"<si><t>sisa</t></si></sst>"),
    "fonts:": ("xl/styles.xml", b'<fonts count="', b'<fonts count="9'),
    "type of absent x.xml": (CONTENT, b'PartName="/xl/styles.xml"', b'PartName="/x.xml"'),
}


@pytest.mark.parametrize("word", DAMAGES)
def test_damaged_workbook_would_be_noticed(word: str) -> None:
    part, before, after = DAMAGES[word]
    data = drawn_books()["formulir"]

    damaged = mutate(data, part, lambda xml: xml.replace(before, after))

    assert damaged != data
    assert any(word in fault for fault in faults(damaged))


def test_chart_that_looks_at_nothing_would_be_noticed() -> None:
    damaged = mutate(
        drawn_books()["Hasil"],
        "xl/charts/chart1.xml",
        lambda xml: xml.replace(b"Sebaran!", b"Sebaran2!"),
    )

    assert any("looks at 'Sebaran2'" in fault for fault in faults(damaged))
