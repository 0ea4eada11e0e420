"""Other ways to store the same texts, numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from tests.penulis.buku import (
    STYLES,
    Buku,
    cells_of,
    emptied,
    made,
    number_of,
    q,
    texts_of,
)

Isi = Callable[[Buku], None]
ORIGIN, ORIGIN_1904 = date(1899, 12, 30), date(1904, 1, 1)
SHIFT = (ORIGIN_1904 - ORIGIN).days
DATE_FORMATS = frozenset(str(number) for number in (*range(14, 18), 22))


# -- texts


def share(buku: Buku, item: Callable[[str], Element], *, once: bool = True) -> None:
    """Move all typed texts into the part of shared texts."""
    known: dict[str, int] = {}
    for cell, text in texts_of(buku):
        if text not in known or not once:
            known[text] = len(buku.strings)
            buku.strings.append(item(text))
        made(emptied(cell, "s"), "v", str(known[text]))


def plain_item(text: str) -> Element:
    item = Element(q("si"))
    made(item, "t", text)
    return item


def runs(parent: Element, text: str) -> None:
    """Write a text in runs of letters, the first of them bold."""
    middle = len(text) // 2
    for number, part in enumerate((text[:middle], text[middle:])):
        run = made(parent, "r")
        if number == 0:
            made(made(run, "rPr"), "b")
        made(run, "t", part)


def rich_item(text: str) -> Element:
    """Write a text in runs, with the reading aid that phones set to Japanese add."""
    item = Element(q("si"))
    runs(item, text)
    made(made(item, "rPh", sb="0", eb="1"), "t", "よみ")
    made(item, "phoneticPr", fontId="1")
    return item


def bersama(buku: Buku) -> None:
    share(buku, plain_item)


def bersama_kaya(buku: Buku) -> None:
    share(buku, rich_item)


def bersama_tak_dihitung(buku: Buku) -> None:
    share(buku, plain_item, once=False)
    buku.counts = {"count": "1", "uniqueCount": "1"}


def sebaris_kaya(buku: Buku) -> None:
    for cell, text in list(texts_of(buku)):
        runs(made(emptied(cell, "inlineStr"), "is"), text)


def teks_hasil(buku: Buku) -> None:
    """Store typed texts as the result of a formula that is not there."""
    for cell, text in list(texts_of(buku)):
        made(emptied(cell, "str"), "v", text)


# -- numbers and dates


def angka_berkoma_nol(buku: Buku) -> None:
    for cell in cells_of(buku):
        number, value = number_of(cell), cell.find(q("v"))
        if value is not None and number is not None and number.isdecimal():
            value.text = f"{number}.0"


def angka_berpangkat(buku: Buku) -> None:
    for cell in cells_of(buku):
        number, value = number_of(cell), cell.find(q("v"))
        if value is not None and number is not None and len(number) < 10:
            value.text = f"{float(number):.9E}"


def tanpa_jenis_angka(buku: Buku) -> None:
    for cell in cells_of(buku):
        if cell.get("t") == "n":
            del cell.attrib["t"]


def angka_berspasi(buku: Buku) -> None:
    for cell in cells_of(buku):
        number, value = number_of(cell), cell.find(q("v"))
        if value is not None and number is not None:
            value.text = f" {number}\n"


def rumus_tanpa_nilai(buku: Buku) -> None:
    """Leave out the value elements of formulas that were never calculated."""
    for cell in cells_of(buku):
        value = cell.find(q("v"))
        if cell.find(q("f")) is not None and value is not None and not value.text:
            cell.remove(value)


def rumus_bersama(buku: Buku) -> None:
    for number, cell in enumerate(cells_of(buku)):
        formula = cell.find(q("f"))
        if formula is not None:
            formula.attrib.update({"t": "shared", "si": str(number), "ref": cell.get("r", "")})


def date_styles(buku: Buku) -> frozenset[str]:
    """List the numbers of the styles that show a date."""
    if buku.styles is None:
        return frozenset()
    formats = set(DATE_FORMATS)
    for item in buku.styles.iter(q("numFmt")):
        if re.search("[dy]", item.get("formatCode", "").casefold()):
            formats.add(item.get("numFmtId", ""))
    styles = buku.styles.find(q("cellXfs"))
    assert styles is not None
    return frozenset(str(n) for n, xf in enumerate(styles) if xf.get("numFmtId") in formats)


def dates_of(buku: Buku) -> list[tuple[Element, int]]:
    """List the cells of typed dates with their serial numbers."""
    styles = date_styles(buku)
    found = [(cell, number_of(cell)) for cell in cells_of(buku) if cell.get("s") in styles]
    return [(cell, int(float(number))) for cell, number in found if number is not None]


def dasar_1904(buku: Buku) -> None:
    properties = buku.workbook.find(q("workbookPr"))
    assert properties is not None
    properties.set("date1904", "1")
    for cell, serial in dates_of(buku):
        made(emptied(cell, None), "v", str(serial - SHIFT))


def tanggal_iso(buku: Buku) -> None:
    for cell, serial in dates_of(buku):
        made(emptied(cell, "d"), "v", (ORIGIN + timedelta(days=serial)).isoformat())


def tanggal_iso_berjam(buku: Buku) -> None:
    for cell, serial in dates_of(buku):
        day = ORIGIN + timedelta(days=serial)
        made(emptied(cell, "d"), "v", f"{day.isoformat()}T00:00:00")


def tanpa_gaya(buku: Buku) -> None:
    """Leave the styles out; whoever does so writes dates as dates."""
    tanggal_iso(buku)
    buku.styles = None
    for cell in cells_of(buku):
        cell.attrib.pop("s", None)
    buku.others.pop(STYLES, None)


def logika_berkata(buku: Buku) -> None:
    for cell in cells_of(buku):
        value = cell.find(q("v"))
        if cell.get("t") == "b" and value is not None:
            value.text = "true" if value.text == "1" else "false"


TEKS: dict[str, Isi] = {
    "teks bersama": bersama,
    "teks bersama berhuruf campur": bersama_kaya,
    "teks bersama salah hitung": bersama_tak_dihitung,
    "teks sebaris berhuruf campur": sebaris_kaya,
    "teks sebagai hasil rumus": teks_hasil,
    "angka berkoma nol": angka_berkoma_nol,
    "angka berpangkat": angka_berpangkat,
    "angka tanpa jenis": tanpa_jenis_angka,
    "angka berspasi": angka_berspasi,
    "rumus tanpa nilai": rumus_tanpa_nilai,
    "rumus bersama": rumus_bersama,
    "tanggal ISO": tanggal_iso,
    "tanggal ISO berjam": tanggal_iso_berjam,
    "tanpa gaya": tanpa_gaya,
    "dasar 1904": dasar_1904,
    "logika dengan kata": logika_berkata,
}
