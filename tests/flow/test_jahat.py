"""Case P11: whatever people type stays a text in every output, and acts on nothing."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.flow.jahat import EVIL, FORMULAS, LONG, MARK, hostile_results
from tests.paket.buka import MAIN, Paket, cells, without_strings

LABEL = re.compile(r'=?HYPERLINK\("#((?:[^"]|"")*)","((?:[^"]|"")*)"\)')
"""Our own links: inside the workbook, with a label of ours."""
SEEN = 30
"""A check that found fewer hostile texts than this looked past them."""


def workbooks() -> Iterator[tuple[str, Paket]]:
    for name, data in hostile_results().workbooks().items():
        yield name, Paket(data)


def shown(paket: Paket) -> Iterator[str]:
    """Give the text of every cell that holds one."""
    for sheet in paket.sheets:
        for cell in cells(sheet):
            if cell.get("t") == "s":
                yield paket.texts[int(cell.findtext(f"{MAIN}v", "-1"))]


def test_every_kind_of_workbook_was_made_and_holds_hostile_texts() -> None:
    kinds = {name.rpartition("/")[2].split("_")[0] for name, _ in workbooks()}
    assert kinds == {
        "Hasil", "Isian", "Lembar", "Pengaturan", "Penjelasan", "Perbaikan", "SKP", "banding",
        "SiapCetak", "rekap.xlsx",
    }  # fmt: skip
    assert any("/pegawai/Hasil_" in name for name, _ in workbooks())
    for name, paket in workbooks():
        assert any(MARK in text for text in shown(paket)), name


def test_hostile_texts_come_out_as_they_went_in() -> None:
    texts = {text for name, paket in workbooks() if "/Hasil_" in name for text in shown(paket)}

    whole = {one for one in EVIL if one.isprintable() and any(one in text for text in texts)}
    assert len(whole) >= 15
    assert {one for one in FORMULAS if one in whole}


def test_no_formula_holds_a_text_of_the_user() -> None:
    for name, paket in workbooks():
        for part, formula in paket.formulas():
            assert MARK not in without_strings(formula), (name, part, formula)
            link = LABEL.fullmatch(formula)
            spelled = (link[2],) if link else re.findall(r'"((?:[^"]|"")*)"', formula)
            assert not any(MARK in text for text in spelled), (name, part, formula)


def test_no_link_leads_out_of_a_workbook() -> None:
    for name, paket in workbooks():
        outside = [
            link.target
            for part in ("", *paket.names)
            if not part.endswith(".rels")
            for link in paket.relations(part).values()
            if link.is_external
        ]
        assert outside == [], name
        links = [one for sheet in paket.sheets for one in sheet.root.iter(f"{MAIN}hyperlink")]
        assert [one.attrib for one in links if MARK in str(one.attrib)] == [], name


def test_no_name_and_no_drawing_comes_from_the_user() -> None:
    for name, paket in workbooks():
        names = {one.get("name", "") for one in paket.workbook.iter(f"{MAIN}definedName")}
        assert not any(MARK in one for one in names), name
        drawn = [part for part in paket.names if part.startswith(("xl/charts", "xl/drawings/d"))]
        assert [part for part in drawn if MARK.encode() in paket.parts[part]] == [], name
        live = [part for part in paket.names if re.search(r"vba|external|embed|connect", part)]
        assert live == [], name


def test_names_of_sheets_and_files_are_harmless() -> None:
    for name, paket in workbooks():
        for sheet in paket.sheets:
            assert not sheet.name.startswith(("=", "+", "-", "@", "'")), (name, sheet.name)
    for name in hostile_results().files:
        assert not any(unicodedata.category(sign) in {"Cc", "Cf"} for sign in name), ascii(name)
        assert not set(name) & set('<>:"\\|?*'), name


def test_footers_show_hostile_texts_and_obey_none() -> None:
    seen = 0
    for name, paket in workbooks():
        for sheet in paket.sheets:
            for footer in sheet.root.iter(f"{MAIN}oddFooter"):
                text = (footer.text or "").replace("&&", "")
                assert re.findall(r"&[^LCRPN8]", text) == [], (name, text)
                assert text.count("&P") <= 1, (name, text)
                seen += MARK in text
    assert seen > 0


def test_titles_of_documents_are_texts() -> None:
    for name, paket in workbooks():
        core = paket.parts["docProps/core.xml"].decode()
        assert "<script" not in core, name
        assert re.search(r"<dc:title>[^<]+</dc:title>", core), name


def test_text_as_long_as_a_cell_bears_comes_back_whole() -> None:
    (paket,) = (found for name, found in workbooks() if "/Perbaikan_PKM" in name)

    assert LONG.rstrip() in {text.rstrip() for text in shown(paket)}


def test_tables_for_analysts_begin_no_formula() -> None:
    seen = 0
    for name, data in hostile_results().files.items():
        if name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
            texts = [cell for row in rows for cell in row if MARK in cell]
            assert [text for text in texts if text[0] in "=+-@\t\r\n"] == [], name
            seen += len(texts)
    assert seen > SEEN


def test_the_screen_shows_hostile_texts_and_obeys_none() -> None:
    seen = 0
    for command, said in hostile_results().said.items():
        if "--json" not in command:
            odd = {sign for sign in said if not sign.isprintable() and sign != "\n"}
            assert odd == set(), command
            seen += said.count(MARK)
    assert seen > SEEN
    assert "[bold red]" in "".join(hostile_results().said.values())


def test_documents_for_programs_hold_hostile_texts_whole() -> None:
    said = hostile_results().said["proses --json"]
    assert all(sign.isprintable() or sign == "\n" for sign in said)
    document: dict[str, Any] = json.loads(said[said.index("{\n") : said.rindex("}") + 1])

    assert any(MARK in str(issue["value"]) for issue in document["issues"])
    manifest = json.loads(hostile_results().files["2026-TW1/manifest.json"])
    assert any(MARK in file["file"] for file in manifest["files"])


class _Reader(HTMLParser):
    """Collects what a page could do: elements, attributes that act, where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        for key, value in attrs:
            leads = key in {"href", "src", "action", "formaction"}
            foreign = leads and re.match(r"\s*(?:[a-z]+:|//|\\)", value or "", re.IGNORECASE)
            if key.startswith("on") or foreign:
                self.acts.append(f"{tag} {key}={value}")


def test_report_page_shows_hostile_texts_and_obeys_none() -> None:
    pages = [data for name, data in hostile_results().files.items() if name.endswith(".html")]
    if not pages:
        pytest.skip("there is no report page yet")
    for page in pages:
        reader = _Reader()
        reader.feed(page.decode())
        assert reader.acts == []
        assert MARK in page.decode()
        assert f'alert("{MARK}")</script>' not in page.decode()
        assert not re.search(rf"</script>{MARK}", page.decode())
