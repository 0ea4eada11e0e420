"""The status in column `Cek`: right for each row, and the same in three engines."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.spec.book import ISIAN, BookSpec
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.pengaturan import UnitRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import ColumnSpec, Kind, SheetRow, columns_of
from kinerja_xlsx.write.template import render_book
from kinerja_xlsx.write.template.aturan import Cells, References
from kinerja_xlsx.write.template.cek import (
    BELUM,
    NO_ROWS,
    OK,
    RowStatus,
    progress_formula,
    progress_value,
)
from kinerja_xlsx.write.template.referensi import list_sources
from tests.unit.write.template_drawn import (
    EACH_BOOK,
    FIRST,
    HEADER,
    INDIKATOR,
    PEGAWAI,
    PENILAIAN,
    content,
    load,
    recalculate,
)

if TYPE_CHECKING:
    from kinerja_xlsx.write.page import InputValue

FURTHER: Cells = {**INDIKATOR, "no_indikator": "1.2", "jenis": None, "rencana_hasil_kerja": None}
LONG = "x" * 1_001


def status_of(model: type[SheetRow]) -> RowStatus:
    columns = {spec.field: number for number, spec in enumerate(columns_of(model), start=2)}
    spec = next(book for book in EACH_BOOK if model in book.sheets)
    return RowStatus(model, HEADER, References(columns, list_sources(spec)))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, OK),
        ({"nip": None}, "PERIKSA: NIP kosong"),
        ({"nip": "19850717201001100"}, "PERIKSA: NIP harus teks 18 angka"),
        ({"nip": 198507172010011002}, "PERIKSA: NIP harus teks 18 angka"),
        ({"nip": "19850717 201001 1 002"}, OK),
        ({"nama": ""}, "PERIKSA: Nama kosong"),
        ({"nama": "x" * 121}, "PERIKSA: Nama lebih dari 120 huruf"),
        ({"status_asn": "Honorer"}, "PERIKSA: Status ASN tidak ada dalam pilihan"),
        ({"status_asn": "pns"}, OK),
        ({"golongan": None}, "PERIKSA: Golongan kosong"),
        ({"golongan": None, "status_asn": "PPPK Paruh Waktu"}, OK),
        ({"jenjang": None}, "PERIKSA: Jenjang kosong"),
        ({"jenjang": None, "jenis_jabatan": "Pelaksana"}, OK),
        ({"keadaan": "Mutasi Masuk"}, "PERIKSA: Mulai kosong"),
        ({"keadaan": "Mutasi Masuk", "mulai": date(2026, 2, 1)}, OK),
        ({"mulai": "1 Februari"}, "PERIKSA: Mulai harus tanggal"),
        ({"penilai": 197001011995031001}, "PERIKSA: Penilai harus teks, paling banyak 40 huruf"),
        ({"penilai": "W" * 41}, "PERIKSA: Penilai harus teks, paling banyak 40 huruf"),
    ],
)
def test_pegawai_row_says_what_it_lacks(changed: Cells, expected: str) -> None:
    assert status_of(PegawaiRow).value({**PEGAWAI, **changed}, None) == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, OK),
        ({"realisasi": None}, BELUM),
        ({"realisasi": Decimal(0)}, OK),
        ({"realisasi": None, "umpan_balik": "Baik"}, OK),
        ({"no_rhk": "satu"}, "PERIKSA: No RHK harus bilangan bulat 1 sampai 50"),
        ({"no_rhk": Decimal("1.5")}, "PERIKSA: No RHK harus bilangan bulat 1 sampai 50"),
        ({"no_rhk": 51}, "PERIKSA: No RHK harus bilangan bulat 1 sampai 50"),
        ({"no_indikator": "2.1"}, "PERIKSA: No Indikator harus diawali No RHK dan titik"),
        ({"no_indikator": "1,1"}, OK),
        ({"target": Decimal(-1)}, "PERIKSA: Target harus angka, paling sedikit 0"),
        ({"target": "dua"}, "PERIKSA: Target harus angka, paling sedikit 0"),
        ({"bobot": Decimal(0)}, "PERIKSA: Bobot harus angka lebih dari 0 sampai 100"),
        ({"bobot": Decimal("100.5")}, "PERIKSA: Bobot harus angka lebih dari 0 sampai 100"),
        ({"penyebut": Decimal(0)}, "PERIKSA: Penyebut harus angka lebih dari 0"),
        ({"umpan_balik": LONG}, "PERIKSA: Umpan Balik lebih dari 1.000 huruf"),
        ({"jenis": None}, "PERIKSA: Jenis kosong"),
    ],
)
def test_indicator_row_says_what_it_lacks(changed: Cells, expected: str) -> None:
    assert status_of(HasilKerjaRow).value({**INDIKATOR, **changed}, None) == expected


def test_further_row_of_the_same_rhk_may_leave_its_cells_blank() -> None:
    assert status_of(HasilKerjaRow).value(FURTHER, INDIKATOR) == OK


@pytest.mark.parametrize("above", [{**INDIKATOR, "no_rhk": 2}, {**INDIKATOR, "nip": "1" * 18}])
def test_first_row_of_an_rhk_may_not(above: Cells) -> None:
    assert status_of(HasilKerjaRow).value(FURTHER, above) == "PERIKSA: Jenis kosong"


def test_untouched_row_says_nothing() -> None:
    assert status_of(PegawaiRow).value({"nip": None, "nama": ""}, None) == ""


def test_prefilled_row_without_ratings_is_not_filled_yet() -> None:
    assert status_of(PenilaianRow).value(PENILAIAN, None) == BELUM


def test_optional_nip_may_be_blank() -> None:
    assert status_of(UnitRow).value({"kode": "DINKES", "nama": "Dinas Kesehatan"}, None) == OK


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        ([], NO_ROWS),
        (["", ""], NO_ROWS),
        ([OK, BELUM, ""], "Terisi 1 dari 2 · BELUM LENGKAP"),
        ([OK, "PERIKSA: NIP kosong"], "Terisi 1 dari 2 · BELUM LENGKAP"),
        ([OK, OK, ""], "Terisi 2 dari 2 · LENGKAP"),
    ],
)
def test_progress_counts_rows_that_are_ok(statuses: list[str], text: str) -> None:
    assert progress_value(statuses) == text


def test_progress_formula_looks_at_the_status_alone() -> None:
    formula = progress_formula(5, 46)

    assert formula.count("$A$5:$A$46") == formula.count("$A$") // 2
    assert "COUNTIF" not in formula


# -- other engines --------------------------------------------------------------------------------


def _wild_value(random_: random.Random, column: ColumnSpec) -> InputValue:
    """Draw a value that is mostly right for its column, and sometimes anything at all."""
    if random_.random() < 0.12:
        return None
    if random_.random() < 0.05:
        strange: list[InputValue] = [
            "teks",
            12,
            Decimal("3.5"),
            date(2026, 1, 2),
            LONG,
            "-",
            -5,
            10**13,
        ]
        return random_.choice(strange)
    if column.choices is not None and column.kind is Kind.DAFTAR:
        return str(random_.choice(list(column.choices)).value)
    by_kind: dict[Kind, list[InputValue]] = {
        Kind.NIP: [*["198507172010011002"] * 5, "1985", 198507172010011002],
        Kind.NOMOR_INDIKATOR: ["1.1", "1.2", "2.1", "1,3"],
        Kind.BULAT: [1, 1, 1, 2, 50],
        Kind.ANGKA: [Decimal(0), Decimal("12.5"), Decimal("0.0001")],
        Kind.TANGGAL: [date(2026, 1, 3)],
        Kind.JAM: ["08.00", "8:30", "24.00", "8.5", "12.60", 0.25, 1, "pagi"],
        Kind.DAFTAR_BANYAK: ["Kehadiran", "kegiatan, Kepuasan", "Kegiatn", ","],
    }
    return random_.choice(by_kind.get(column.kind, ["WALIKOTA"]))


def _good_value(column: ColumnSpec) -> InputValue:
    if column.column.is_entry:
        return None
    if column.kind in {Kind.BULAT, Kind.ANGKA}:
        return Decimal(column.column.example.replace(",", "."))
    return date(2026, 1, 1) if column.kind is Kind.TANGGAL else column.column.example


def wild_book(spec: BookSpec, *, people: int = 60) -> bytes:
    random_ = random.Random(2026)  # noqa: S311 - the same rows each time is the point

    def row(model: type[SheetRow]) -> Cells:
        if random_.random() < 0.2:
            return {column.field: _good_value(column) for column in columns_of(model)}
        return {column.field: _wild_value(random_, column) for column in columns_of(model)}

    rows = {model.sheet: tuple(row(model) for _ in range(people)) for model in spec.sheets}
    return render_book(spec, content(rows))


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("spec", EACH_BOOK, ids=lambda spec: spec.template)
def test_libreoffice_calculates_the_values_that_are_stored(spec: BookSpec, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice tidak terpasang")
    data = wild_book(spec)

    calculated = recalculate(soffice, data, tmp_path)

    stored = load(data, values=True)
    seen = set()
    for model in spec.sheets:
        for row in (HEADER - 1, *range(FIRST, stored[model.sheet].max_row + 1)):
            value = stored[model.sheet].cell(row, 1).value or ""
            assert (calculated[model.sheet].cell(row, 1).value or "") == value, (model.sheet, row)
            seen.add(value)
    assert len(seen) > 20


@pytest.mark.parametrize("spec", EACH_BOOK, ids=lambda spec: spec.template)
def test_second_engine_finds_every_stored_value_current(spec: BookSpec, tmp_path: Path) -> None:
    pytest.importorskip("formualizer")
    program = shutil.which("formualizer", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("formualizer tidak terpasang")
    path = tmp_path / "buku.xlsx"
    path.write_bytes(wild_book(spec))

    result = subprocess.run(
        [program, "recalc", "--check", "--json", str(path)], capture_output=True, check=False
    )

    report = json.loads(result.stdout)
    assert report["formula_cells"] > 200
    assert (report["status"], report["cache_cells_changed"]) == ("current", 0)


def test_formula_of_a_row_names_that_row_and_the_one_above() -> None:
    formula = status_of(HasilKerjaRow).formula(12)

    assert formula.startswith('=IFERROR(IF(COUNTA(B12:Z12)=0,""')
    assert "B12<>B11" in formula
    assert "{" not in formula


def test_isian_knows_all_lists_of_its_formulas() -> None:
    formula = status_of(PegawaiRow).formula(5)

    for source in list_sources(ISIAN).values():
        if source.name in {"Daftar_StatusAsn", "Daftar_Golongan", "Daftar_Keadaan"}:
            assert source.cells in formula
