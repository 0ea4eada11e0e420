"""Which workbooks of forms a run makes: parts of a large unit, one a person, one to be printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.buku import BukuTambahan, Urutan
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import MANIFEST
from kinerja_xlsx.write.hasil import bagian
from tests.drawn import HEADER_ROW
from tests.flow.alur import (
    HERE,
    KEPALA,
    NAMES,
    PENGELOLA,
    PERAWAT,
    PERIOD,
    heading_columns,
    open_office,
    outputs_of,
    send,
)
from tests.flow.test_tak_terbaca import hold

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja_xlsx.run.workspace import Workspace

UNIT = f"{PERIOD.code}/unit/PKM"
PEOPLE = (PERAWAT, PENGELOLA, KEPALA)


def asking(**wanted: object) -> RunOptions:
    return RunOptions(workers=0, buku=BukuTambahan(**wanted))  # type: ignore[arg-type]  # by name


def forms_in(office: Workspace) -> list[str]:
    """List the workbooks of forms of the unit."""
    names = [name.removeprefix(f"{UNIT}/") for name in outputs_of(office) if UNIT in name]
    return [name for name in names if not name.startswith("Perbaikan")]


def listed(office: Workspace) -> set[str]:
    manifest = json.loads((office.output / PERIOD.code / MANIFEST).read_text(encoding="utf-8"))
    return {one["path"].removeprefix("output/") for one in manifest["outputs"]}


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    """Make an office whose only unit has sent; the head and one more are rated by an official."""
    made = open_office(tmp_path)
    path = send(made)
    workbook = load_workbook(path)
    sheet = workbook["Pegawai"]
    columns = heading_columns(sheet)
    for row in range(HEADER_ROW + 1, sheet.max_row + 1):
        if sheet.cell(row, columns["NIP"]).value == PERAWAT:
            sheet.cell(row, columns["Penilai"]).value = "KADIS"
    workbook.save(path)
    return made


def test_a_unit_over_the_limit_gets_several_workbooks_and_one_again_below_it(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(bagian, "MAX_PEGAWAI", 2)
        result = process(office, HERE)
        parts = [f"Hasil_PKM_{PERIOD}_{number}.xlsx" for number in (1, 2)]
        assert forms_in(office) == parts
        assert {f"{UNIT}/{name}" for name in parts} <= listed(office)
        assert "2 buku; formulir tiap pegawai" in summarise(result, writes=True)

    process(office, HERE)

    assert forms_in(office) == [f"Hasil_PKM_{PERIOD}.xlsx"]


def test_each_person_gets_a_workbook_that_names_no_colleague(office: Workspace) -> None:
    process(office, asking(per_pegawai=True))

    names = [f"pegawai/Hasil_{nip}_{PERIOD}.xlsx" for nip in sorted(PEOPLE)]
    assert forms_in(office) == [f"Hasil_PKM_{PERIOD}.xlsx", *names]
    assert {f"{UNIT}/{name}" for name in names} <= listed(office)
    workbook = load_workbook(office.output / UNIT / "pegawai" / f"Hasil_{PERAWAT}_{PERIOD}.xlsx")
    shown = "\n".join(str(cell.value) for sheet in workbook for row in sheet for cell in row)
    assert NAMES[PERAWAT] in shown
    assert NAMES[PENGELOLA] not in shown
    assert PENGELOLA not in shown


@pytest.mark.parametrize(
    ("urutan", "order"),
    [
        (Urutan.NAMA, (KEPALA, PENGELOLA, PERAWAT)),
        # Contoh Kadis rates the first two, Contoh Kepala the last.
        (Urutan.PENILAI, (KEPALA, PERAWAT, PENGELOLA)),
    ],
)
def test_the_book_to_be_printed_lies_in_the_order_asked_for(
    office: Workspace, urutan: Urutan, order: tuple[str, ...]
) -> None:
    process(office, asking(siap_cetak=urutan))

    name = f"SiapCetak_{urutan.value}_PKM_{PERIOD}.xlsx"
    assert forms_in(office) == [f"Hasil_PKM_{PERIOD}.xlsx", name]
    assert load_workbook(office.output / UNIT / name).sheetnames == [*order, "Rujukan"]


def test_what_is_no_longer_asked_for_goes_and_the_rest_keeps_its_bytes(office: Workspace) -> None:
    process(office, HERE)
    plain = outputs_of(office)

    process(office, asking(per_pegawai=True, siap_cetak=Urutan.NAMA))
    more = outputs_of(office)
    process(office, HERE)

    page = f"{PERIOD.code}/laporan.html"  # links to what was asked for
    assert more.items() >= {name: plain[name] for name in plain if name != page}.items()
    assert b"SiapCetak_" in more[page]
    assert len(more) == len(plain) + 4
    assert outputs_of(office) == plain
    assert not (office.output / UNIT / "pegawai").exists()


def test_the_command_takes_both_options_and_explains_an_unknown_order(
    office: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    room = ["--ruang", str(office.root), "--pekerja", "1"]

    assert run_guarded(group, ["proses", *room, "--siap-cetak", "umur"]) == 2
    told = capsys.readouterr().err
    assert "'umur' bukan urutan yang dikenal. Pilihannya: nama atau penilai." in told
    assert run_guarded(group, ["proses", *room, "--per-pegawai", "--siap-cetak", "Nama"]) == 0
    summary = capsys.readouterr().out
    assert "unit/…/pegawai/….xlsx    3 buku; satu tiap pegawai" in summary
    assert "unit/…/SiapCetak_….xlsx  1 buku formulir untuk dicetak" in summary


def test_every_workbook_of_a_unit_stays_while_its_file_cannot_be_read(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = asking(per_pegawai=True, siap_cetak=Urutan.NAMA)
    process(office, asked)
    before = outputs_of(office)
    hold(monkeypatch, "kiriman/pkm.xlsx")

    process(office, asked)

    assert {name: data for name, data in outputs_of(office).items() if UNIT in name} == {
        name: data for name, data in before.items() if UNIT in name
    }
    assert sum(UNIT in name for name in listed(office)) == 6
