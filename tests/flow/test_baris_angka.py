"""What the lines of the recap carry besides the predikat: angka kredit, TPP, a numeric result."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from kinerja_xlsx.model.kebijakan import ModeAngka
from kinerja_xlsx.model.law import Jenjang
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace, make_workspace
from tests.drawn import FIRST_ROW, Row
from tests.flow.alur import HERE, KEPALA, PENGELOLA, PERAWAT, open_office, send, write_row
from tests.flow.test_gabungan import isian
from tests.flow.test_lembar_tambahan import hadir, sent

DASAR = "Perbup Contoh 1/2026"


def choose(office: Workspace, **chosen: str) -> None:
    """Set parameters in the settings."""
    book = load_workbook(office.pengaturan)
    for number, (name, value) in enumerate(chosen.items(), start=FIRST_ROW):
        row: Row = {
            "Parameter": name,
            "Nilai": value,
            "Berlaku Mulai": date(2026, 1, 1),
            "Dasar Hukum": DASAR,
        }
        write_row(book["Kebijakan"], number, row)
    book.save(office.pengaturan)


def lines_of(office: Workspace) -> dict[str, BarisPegawai]:
    (period,) = process(office, HERE).periods
    return {line.nip: line for line in period.employees}


def test_functional_pns_brings_level_and_angka_kredit_and_nobody_else_does(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    sent(office, {})

    lines = lines_of(office)

    akumulasi = lines[PERAWAT].akumulasi
    assert lines[PERAWAT].jenjang is Jenjang.AHLI_MUDA
    assert akumulasi is not None
    assert [(item.period, item.bulan, item.nilai) for item in akumulasi.items] == [
        ("2026-TW1", 3, Decimal("6.250"))
    ]
    assert (lines[KEPALA].jenjang, lines[KEPALA].akumulasi) == (None, None)


def test_without_a_choice_there_is_neither_number_nor_simulation(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)

    lines = lines_of(office).values()

    assert {(line.angka, line.tpp) for line in lines} == {(None, None)}


def test_chosen_mode_and_table_bring_their_results(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    absent = hadir(PERAWAT, Hadir=56, Cuti=2, Alpa=4)
    sent(office, {"Kehadiran": [absent, hadir(KEPALA), hadir(PENGELOLA)]})
    choose(office, aturan_tpp="Perbup Serang 1/2021", mode_angka="PP 30/2019 60:40")

    line = lines_of(office)[PERAWAT]

    assert line.tpp is not None
    assert line.tpp.persen is not None
    assert round(line.tpp.persen, 2) == Decimal("98.67")
    assert line.angka is not None
    assert (line.angka.mode, line.angka.skp) == (ModeAngka.PP_30_2019_60, Decimal(110))


def rows_of(path: Path, sheet: str) -> list[dict[str, object]]:
    """Read the table of a sheet by its stored values."""
    lines = [list(line) for line in load_workbook(path, data_only=True)[sheet].values]
    head = next(index for index, line in enumerate(lines) if line[0] == "No")
    return [dict(zip(map(str, lines[head]), line, strict=True)) for line in lines[head + 1 :]]


def test_workbook_of_a_month_compares_with_the_month_before_and_adds_its_credit(
    tmp_path: Path,
) -> None:
    workspace = make_workspace(tmp_path)
    for month, realisasi in (("2026-02", 90), ("2026-03", 95)):
        made = isian(month, {"1.1": (100, realisasi)})
        made.save(workspace.input / f"{month}.xlsx")

    process(workspace, HERE)

    (path,) = workspace.output.rglob("Hasil_*_2026-03.xlsx")
    (recap,) = rows_of(path, "Rekap")
    assert (recap["Capaian (%)"], recap["Capaian Februari 2026 (%)"]) == (95, 90)
    assert (recap["Perubahan Capaian"], recap["Perubahan Predikat"]) == ("Naik", "Tetap")
    (credit,) = rows_of(path, "Angka Kredit")
    assert "Februari 2026: " in str(credit["Periode Sebelumnya dan Keterangan"])
    assert credit["Kumulatif"] == 2 * float(str(credit["Angka Kredit Periode Ini"]))


def test_workbook_simulates_only_where_the_office_has_chosen_a_table(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    absent = hadir(PERAWAT, Hadir=56, Cuti=2, Alpa=4)
    sent(office, {"Kehadiran": [absent, hadir(KEPALA), hadir(PENGELOLA)]})
    choose(office, aturan_tpp="Perbup Serang 1/2021")

    process(office, HERE)

    (path,) = office.output.rglob("Hasil_*.xlsx")
    shown = {row["NIP"]: row["Simulasi TPP (%)"] for row in rows_of(path, "Simulasi TPP")}
    assert shown[KEPALA] == 100
    assert round(float(str(shown[PERAWAT])), 2) == 98.67
