"""The page as a document: texts stay texts, nothing is asked of any network, all is labelled."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import unquote

import pytest

from kinerja_xlsx.model.result import Output
from kinerja_xlsx.model.run_facts import RunFacts
from kinerja_xlsx.report.laporan import Laporan, render_laporan
from kinerja_xlsx.report.manifest import to_manifest
from kinerja_xlsx.spec.pesan import shown_text
from tests.drawn_run import PERIOD, drawn_run
from tests.laporan_drawn import (
    HOSTILE,
    drawn_laporan,
    hostile_laporan,
    many_issues,
    parse,
    read_page,
    with_run,
)

FACTS = RunFacts("0.1.0", datetime(2026, 4, 1, tzinfo=UTC), 1.0, 1, "pc", (), None)


def pages() -> list[Laporan]:
    run = drawn_run()
    without_period = with_run(
        drawn_laporan(), periods=run.periods[1:], files=run.files[1:], issues=run.issues[4:5]
    )
    return [drawn_laporan(), without_period, *map(hostile_laporan, HOSTILE[:3])]


# -- safe


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_write_never_becomes_markup(text: str) -> None:
    harmless, hostile = read_page(hostile_laporan("polos")), read_page(hostile_laporan(text))

    assert hostile.count() == harmless.count()
    names = {name for _, attrs in hostile.tags for name in attrs}
    assert not {name for name in names if name.startswith("on") or name in {"style", "src"}}
    (person,) = hostile.rows("pegawai")
    assert person["nama"] == person["nip"] == person["jabatan"] == shown_text(text)
    assert {row["nama"] for row in hostile.rows("masalah")} == {shown_text(text), ""}
    assert shown_text(text) in hostile.all_of("bdi")


def test_control_and_direction_marks_are_made_visible() -> None:
    page = render_laporan(hostile_laporan("a\u202eb\x00c\u2066d\ud800e")).decode()

    assert not re.search("[\u202a-\u202e\u2066-\u2069\ud800-\udfff\x00-\x08]", page)
    assert "a<U+202E>b<U+0000>c<U+2066>d<U+D800>e" in parse(page).all_of("bdi")


def test_data_cannot_end_its_own_block() -> None:
    page = render_laporan(hostile_laporan("</script><!--")).decode()

    block = page.partition('id="data">')[2].partition("</script>")[0]
    assert json.loads(block)
    assert not set("<>&'") & set(block)


def test_policy_allows_this_style_and_this_script_alone() -> None:
    page = read_page(drawn_laporan())

    (policy,) = page.attributes("meta", "content")[:1]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    (style,) = page.all_of("style")
    data, script = page.all_of("script")
    assert json.loads(data)
    assert rules == {
        "default-src": "'none'",
        "style-src": hash_of(style),
        "script-src": hash_of(script),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def hash_of(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_policy_stands_before_everything_that_it_rules() -> None:
    tags = [tag for tag, _ in read_page(drawn_laporan()).tags]

    assert tags[:5] == ["html", "head", "meta", "meta", "meta"]
    assert read_page(drawn_laporan()).tags[3][1]["http-equiv"] == "Content-Security-Policy"


@pytest.mark.parametrize("laporan", pages())
def test_nothing_is_asked_of_any_network(laporan: Laporan) -> None:
    page = read_page(laporan)

    assert not {"img", "link", "iframe", "object", "embed", "base"} & page.count().keys()
    targets = page.attributes("a", "href")
    assert not [one for one in targets if ":" in one or one.startswith("/")]
    (_, script), (style,) = page.all_of("script"), page.all_of("style")
    asking = r"https?:|fetch\(|XMLHttpRequest|import\s|@import|url\(|innerHTML|eval\(|Storage"
    assert not re.search(asking, script + style)


# -- true


def test_counts_are_those_of_console_and_manifest() -> None:
    laporan = drawn_laporan()
    page = read_page(laporan)

    manifest = json.loads(to_manifest(laporan.result, laporan.period, FACTS))
    rows, people = manifest["rows"], manifest["people"]
    assert f"Baris 1.517 = {rows['accepted']:,} diterima".replace(",", ".") in page.visible
    assert "+ 12 dibetulkan + 3 ditahan + 2 diabaikan" in page.visible
    assert rows["seen"] == 1517
    assert sum(people.values()) == len(page.rows("pegawai")) == 4
    of_files = [row for row in page.rows("masalah") if row["berkas"] == "dinkes.xlsx"]
    assert [(row["kode"], row["sel"]) for row in of_files] == [
        (issue["code"], issue["cell"]) for issue in manifest["issues"]
    ]


def test_summary_is_readable_without_the_script() -> None:
    seen = read_page(drawn_laporan()).visible

    for words in (
        "Laporan Triwulan I 2026",
        "Penugasan 4 = 1 berpredikat + 1 belum ditetapkan + 1 ditahan + 1 tidak dinilai",
        "5 kesalahan, 0 peringatan, 1 catatan",
        "Pengaturan.xlsx: 1 baris ditahan.",
        "Belum mengirim: 1 unit (KEC-SERANG).",
        "Kiriman ditolak: 1 unit (DISHUB).",
        "Rumus tidak dapat dihitung.",
        "Dinas Kesehatan",
        "Langkah berikutnya untuk BKPSDM",
        "▲ Baik 2",
    ):
        assert words in seen


def test_worst_issues_come_first_and_say_what_they_hold_back() -> None:
    rows = read_page(drawn_laporan()).rows("masalah")

    assert [row["tingkat"] for row in rows] == ["Kesalahan"] * 5 + ["Catatan"]
    assert [row["menahan"] for row in rows] == ["pegawai itu"] * 5 + ["tidak menahan"]
    assert rows[-1]["unit"] == "DINKES"
    assert "perbaiki" in rows[0]


def test_nobody_is_ranked() -> None:
    laporan = drawn_laporan()
    high, low = (replace(laporan.period.employees[0], nip=nip) for nip in ("1", "2"))
    period = replace(laporan.period, employees=(low, high, *laporan.period.employees))

    rows = read_page(with_run(laporan, periods=(period,))).rows("pegawai")

    assert [row["nip"] for row in rows[:2]] == ["2", "1"]


def test_same_period_gives_the_same_bytes_whatever_the_run_was_called() -> None:
    laporan = drawn_laporan()

    page = render_laporan(laporan)

    assert page == render_laporan(with_run(laporan, run="lain", notices=("Catatan.",)))
    assert laporan.result.run.encode() not in page


def test_files_without_a_period_have_a_page_without_people() -> None:
    page = read_page(pages()[1])

    assert "Laporan Berkas tanpa periode" in page.visible
    assert page.attributes("section", "data-tabel") == ["masalah"]
    assert page.rows("pegawai") == []


def test_many_alike_issues_share_their_texts() -> None:
    page = render_laporan(with_run(drawn_laporan(), issues=many_issues(3000)))

    assert page.count(b"Ketik angkanya saja.") == 1
    assert len(page) < 3000 * 400


# -- links


def test_links_are_relative_and_lead_to_the_outputs() -> None:
    laporan = drawn_laporan()
    name = "unit/PKM #1 50%/Hasil_PKM #1 50%_2026-TW1.xlsx"
    extra = (
        Output(f"output/{PERIOD}/{name}", ""),
        Output(f"output/{PERIOD}/ditolak/Penjelasan_à & b.xlsx", ""),
        Output(f"output/{PERIOD}/unit/DINKES/pegawai/1.xlsx", ""),
        Output(f"output/{PERIOD}/unit/DINKES/pegawai/2.xlsx", ""),
        Output(f"output/{PERIOD}/unit/DINKES/Hasil_DINKES_{PERIOD}.pdf", ""),
    )
    period = replace(laporan.period, outputs=(*laporan.period.outputs, *extra))

    page = read_page(with_run(laporan, periods=(period,)))

    links = [one for one in page.attributes("a", "href") if not one.startswith("#")]
    assert [unquote(one) for one in links] == [
        "rekap.xlsx",
        f"unit/DINKES/Hasil_DINKES_{PERIOD}.xlsx",
        f"unit/DINKES/Perbaikan_DINKES_{PERIOD}_r1.xlsx",
        "unit/DINKES/pegawai/",
        name,
        "ditolak/Penjelasan_à & b.xlsx",
        "manifest.json",
    ]
    assert all(re.fullmatch(r"[\w.~%/-]+", one, re.ASCII) for one in links)
    assert "pegawai (2 berkas)" in page.visible


def test_unit_is_named_by_its_kode_though_its_folder_is_called_otherwise() -> None:
    laporan = drawn_laporan(folders={"DINKES": "SETDA"})

    page = read_page(laporan).visible

    assert re.search("SETDA Sekretariat Daerah .* Hasil SETDA", page)


# -- accessible


@pytest.mark.parametrize("laporan", pages())
def test_page_is_labelled_throughout(laporan: Laporan) -> None:
    page = read_page(laporan)

    assert page.attributes("html", "lang") == ["id"]
    assert page.all_of("title")[0].startswith("Laporan ")
    ids = [value for _, attrs in page.tags if (value := attrs.get("id"))]
    assert len(ids) == len(set(ids))
    inside = {one[1:] for one in page.attributes("a", "href") if one.startswith("#")}
    assert inside <= set(ids)
    fields = page.attributes("input", "id") + page.attributes("select", "id")
    assert sorted(page.attributes("label", "for")) == sorted(fields)
    for tag, attrs in page.tags:
        named = {*str(attrs.get("aria-labelledby", "")).split()} - {"None"}
        assert named <= set(ids)
        if tag == "th":
            assert attrs["scope"] in {"col", "row"}
        if tag == "button":
            assert attrs["type"] in {"button", "reset"}


def test_charts_say_in_words_what_they_draw() -> None:
    page = read_page(drawn_laporan())

    descriptions = page.all_of("desc")
    assert descriptions[0] == (
        "Diagram batang: ▲▲ Sangat Baik 0 (0,0%), ▲ Baik 12 (100,0%), ■ Butuh Perbaikan 0 (0,0%), "
        "▼ Kurang/Misconduct 0 (0,0%), ▼▼ Sangat Kurang 0 (0,0%)."
    )
    assert descriptions[2] == (
        "Diagram batang: Sudah 1 (50,0%), Ditolak 0 (0,0%), Tidak terbaca 0 (0,0%), "
        "Belum 1 (50,0%)."
    )
    drawings = [attrs for tag, attrs in page.tags if tag == "svg"]
    assert {attrs["role"] for attrs in drawings} == {"img"}


def test_bar_of_a_single_person_among_many_is_seen() -> None:
    people = tuple(
        (one, number)
        for (one, _), number in zip(drawn_laporan().people, (9999, 1, 0, 0, 0), strict=True)
    )

    bars = read_page(drawn_laporan(people=people)).attributes("rect", "width")

    assert bars[:2] == ["300", "1"]
