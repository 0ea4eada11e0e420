"""The page in a real browser: filter, search, keyboard, and nothing asked of anyone."""

from __future__ import annotations

import re
import shutil
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

import pytest

from kinerja_xlsx.report.laporan import render_laporan
from kinerja_xlsx.spec.pesan import shown_text
from tests.drawn_run import NAMA, NIP, drawn_outputs
from tests.flow.layar import Layar, everything
from tests.hasil_drawn import nip_of
from tests.laporan_drawn import HOSTILE, drawn_laporan, hostile_laporan, many_issues, with_run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ViewportSize

peramban = pytest.importorskip("playwright.sync_api", reason="needs the extra `peramban`")
pytest.importorskip("axe_playwright_python", reason="needs the extra `peramban`")
CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]

DESK: Final[ViewportSize] = {"width": 1366, "height": 768}
MANY: Final = 50_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with peramban.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the pages, and beside one of them the workbooks that it links to."""
    folder = tmp_path_factory.mktemp("2026-TW1")
    for output in drawn_outputs():
        path = folder / output.path.split("/", 2)[2]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"isi")
    drawn = {
        "semua": everything(),
        "banyak": with_run(drawn_laporan(), issues=many_issues(MANY)),
        **{f"jahat-{number}": hostile_laporan(text) for number, text in enumerate(HOSTILE)},
    }
    written = {name: folder / f"{name}.html" for name in drawn}
    for name, laporan in drawn.items():
        written[name].write_bytes(render_laporan(laporan))
    return written


@pytest.fixture
def show(browser: Browser, files: dict[str, Path]) -> Iterator[Callable[..., Layar]]:
    """Open a page by its name in a browser of its own."""
    contexts = []

    def opened(name: str, **options: Any) -> Layar:
        context = browser.new_context(viewport=DESK, **options)
        contexts.append(context)
        layar = Layar(context.new_page())
        layar.page.goto(files[name].as_uri())
        return layar

    yield opened
    for context in contexts:
        context.close()


def test_page_opens_without_asking_or_complaining(
    show: Callable[..., Layar], files: dict[str, Path]
) -> None:
    layar = show("semua")

    assert layar.page.title() == "Laporan Triwulan I 2026 · Pemerintah Kota Contoh"
    assert layar.rows("masalah") == layar.rows("pegawai") == 100
    assert layar.status("masalah") == "Baris 1 sampai 100 dari 256 baris."
    assert not layar.page.locator(".tanpa").count()
    assert (layar.asked, layar.said) == ([files["semua"].as_uri()], [])


def test_choices_and_words_narrow_the_rows_together(show: Callable[..., Layar]) -> None:
    layar = show("semua")
    page = layar.page

    page.get_by_label("Kode", exact=True).select_option(label="SEL-02 (250)")
    assert layar.status("masalah").startswith("Baris 1 sampai 100 dari 250 baris yang cocok")
    page.locator("#cari-masalah").fill("u17 contoh PEGAWAI")
    page.get_by_text("Baris 1 sampai 11 dari 11 baris yang cocok; semuanya 256.").wait_for()
    assert layar.rows("masalah") == 11
    page.locator("#cari-masalah").fill("tidak ada yang begini")
    page.get_by_text("Tidak ada baris yang cocok; semuanya 256.").wait_for()
    assert layar.rows("masalah") == 0
    page.locator("[data-tabel=masalah]").get_by_role("button", name="Hapus saringan").click()
    page.get_by_text("Baris 1 sampai 100 dari 256 baris.").wait_for()
    assert page.get_by_label("Kode", exact=True).input_value() == ""


def test_person_is_found_by_nip_and_by_name(show: Callable[..., Layar]) -> None:
    layar = show("semua")

    for words, name in ((nip_of(77), "Contoh Pegawai 77"), ("SAMUDRA contoh", "Contoh Samudra")):
        layar.page.locator("#cari-pegawai").fill(words)
        layar.page.locator("#cari-pegawai").press("Enter")  # at once, without the short wait
        assert layar.rows("pegawai") == 1
        assert name in layar.page.locator("[data-tabel=pegawai] tbody th").inner_text()
    layar.page.locator("#cari-pegawai").fill("")
    layar.page.locator("#pegawai-keadaan").select_option(label="ditahan (1)")
    row = layar.page.locator("[data-tabel=pegawai] tbody tr").inner_text()
    assert NAMA in row
    assert NIP in row
    assert "Rumus di sel ini belum dihitung." in row


def test_sheets_are_turned_and_end_where_the_rows_end(show: Callable[..., Layar]) -> None:
    layar = show("semua")
    turn = layar.page.locator("[data-tabel=pegawai] .lembar")

    turn.get_by_role("button", name="Sebelumnya").click(force=True)  # it says that it is off
    assert "Halaman 1 dari 3" in turn.inner_text()
    turn.get_by_role("button", name="Berikutnya").click()
    assert layar.status("pegawai") == "Baris 101 sampai 200 dari 234 baris."
    turn.get_by_role("button", name="Terakhir").click()
    turn.get_by_role("button", name="Berikutnya").click(force=True)
    assert layar.status("pegawai") == "Baris 201 sampai 234 dari 234 baris."
    assert layar.rows("pegawai") == 34


def test_keyboard_alone_reaches_and_works_everything(show: Callable[..., Layar]) -> None:
    layar = show("semua")
    page = layar.page
    page.keyboard.press("Tab")
    assert layar.focused() == "Langsung ke isi"
    assert page.locator(".lompat").bounding_box()["y"] >= 0  # type: ignore[index]  # it is shown
    page.keyboard.press("Enter")
    assert layar.focused() == "isi"

    page.locator("#cari-masalah").focus()
    page.keyboard.type("sel-02")
    page.keyboard.press("Enter")
    assert layar.status("masalah").startswith("Baris 1 sampai 100 dari 250 baris yang cocok")
    for _ in range(8):
        page.keyboard.press("Tab")
    assert layar.focused() == "Berikutnya"
    page.keyboard.press("Space")
    assert "Baris 101 sampai 200" in layar.status("masalah")
    assert layar.focused() == "Berikutnya"
    style = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(style) == "solid"
    assert layar.said == []


def test_kind_and_unit_lead_to_their_issues_and_back(show: Callable[..., Layar]) -> None:
    layar = show("semua")
    page = layar.page

    page.get_by_role("button", name="Tampilkan SEL-22").click()
    assert "dari 4 baris yang cocok" in layar.status("masalah")
    assert layar.focused() == "masalah"
    page.get_by_role("button", name="Tampilkan masalah DINKES").click()
    assert "dari 255 baris yang cocok" in layar.status("masalah")
    page.locator("[data-tabel=masalah] tbody a").first.click()
    assert page.url.endswith("#unit-1")
    assert "Dinas Kesehatan" in page.locator("tr:target").inner_text()


def test_workbooks_open_from_their_links(
    show: Callable[..., Layar], files: dict[str, Path]
) -> None:
    layar = show("semua")

    for name in ("rekap.xlsx", "Hasil DINKES", "Perbaikan DINKES"):
        with layar.page.expect_download() as found:
            layar.page.get_by_role("link", name=name).click()
        url = found.value.url
        assert (files["semua"].parent / url.partition("/2026-TW1")[2].split("/", 1)[1]).is_file()


def test_page_has_no_fault_that_axe_knows(show: Callable[..., Layar]) -> None:
    layar = show("semua", bypass_csp=True)
    # A few rows of every look: it takes a second for each hundred.
    layar.page.locator("#masalah-kode").select_option(label="SEL-22 (4)")
    layar.page.locator("#cari-pegawai").fill("199001012015032")
    layar.page.locator("#cari-pegawai").press("Enter")
    layar.page.evaluate(
        (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    )

    found = layar.page.evaluate("axe.run()")

    assert len(found["passes"]) > 30
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    # Only drawings are beyond what it can judge: dark words on white, by the style sheet.
    unsure = {node["html"][:5] for one in found["incomplete"] for node in one["nodes"]}
    assert unsure <= {"<text"}


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_texts_are_shown_and_do_nothing(show: Callable[..., Layar], number: int) -> None:
    layar = show(f"jahat-{number}")

    words = " ".join(shown_text(HOSTILE[number]).split())
    person = layar.page.locator("[data-tabel=pegawai] tbody tr").inner_text()
    assert words in " ".join(person.split())
    layar.page.locator("#cari-masalah").fill(words)
    layar.page.get_by_text(re.compile("Baris 1 sampai 2 dari 2 baris")).wait_for()
    assert len(layar.asked) == 1
    assert layar.said == []


def test_policy_stops_a_script_that_is_not_ours(show: Callable[..., Layar]) -> None:
    layar = show("semua")

    ran = layar.page.evaluate(
        "() => { const node = document.createElement('script');"
        "node.textContent = 'window.jahat = 1'; document.body.append(node);"
        "return typeof window.jahat; }"
    )

    assert ran == "undefined"


def test_summary_stays_readable_without_script(show: Callable[..., Layar]) -> None:
    page = show("semua", java_script_enabled=False).page

    assert page.get_by_text("Dinas Kesehatan").is_visible()
    assert page.get_by_role("heading", name="Ringkasan").is_visible()
    assert page.locator("svg").first.is_visible()
    assert page.locator(".tanpa").count() == 2
    assert page.locator(".tanpa").first.is_visible()
    assert not page.locator("input, select, button").locator("visible=true").count()


def test_fifty_thousand_issues_open_filter_and_search(show: Callable[..., Layar]) -> None:
    layar = show("banyak")
    page = layar.page

    assert layar.status("masalah") == "Baris 1 sampai 100 dari 50.000 baris."
    page.locator("#cari-masalah").fill("pegawai 4999")
    found = sum("4999" in str(row) for row in range(6, 6 + MANY))
    said = f"Baris 1 sampai {found} dari {found} baris yang cocok; semuanya 50.000."
    page.get_by_text(said).wait_for()
    page.locator("#cari-masalah").fill("")
    page.get_by_text("Baris 1 sampai 100 dari 50.000 baris.").wait_for()
    page.locator("[data-tabel=masalah]").get_by_role("button", name="Terakhir").click()
    assert "U50005" in page.locator("[data-tabel=masalah] tbody tr").last.inner_text()
    assert page.locator("tr").count() < 300
    assert layar.said == []


def test_printed_page_has_no_controls(show: Callable[..., Layar]) -> None:
    page = show("semua").page

    page.emulate_media(media="print")

    assert not page.locator("input, select, button, nav").locator("visible=true").count()
    assert page.get_by_role("heading", name="Ringkasan").is_visible()
    assert page.locator("[data-tabel=pegawai] tbody tr").first.is_visible()
