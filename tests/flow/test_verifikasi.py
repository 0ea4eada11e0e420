"""A print in somebody's hand: its code finds the form again, as long as nothing has changed."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.model.verifikasi import JenisFormulir
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run.catat import ledger_of
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.sasaran import UnknownTargetError
from kinerja_xlsx.run.verifikasi import find_form, find_recorded
from kinerja_xlsx.run.workspace import MANIFEST, Workspace
from tests.flow.alur import (
    HERE,
    PERAWAT,
    PERIOD,
    heading_columns,
    open_office,
    outputs_of,
    send,
)
from tests.flow.skp import KATALOG, send_plan
from tests.flow.test_periode import close

ONE = replace(HERE, workers=1)
PRINTED = re.compile(r"Kode verifikasi ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})")


def printed_codes(office: Workspace, name: str) -> dict[str, str]:
    """Read the code in the footer of each form, by the name of its sheet."""
    data = outputs_of(office)[name]
    return {
        sheet.title: found[1]
        for sheet in load_workbook(io.BytesIO(data))
        if sheet.oddFooter and (found := PRINTED.search(sheet.oddFooter.right.text or ""))
    }


HASIL = f"{PERIOD.code}/unit/PKM/Hasil_PKM_{PERIOD.code}.xlsx"


def change_realisasi(path: Path, value: float = 1199) -> None:
    """Type another realisasi for the nurse's first indicator."""
    book = load_workbook(path)
    sheet = book["Hasil Kerja"]
    column = heading_columns(sheet)
    row = next(row for row in range(5, 20) if sheet.cell(row, column["NIP"]).value == PERAWAT)
    sheet.cell(row, column["Realisasi"], value)
    book.save(path)


def manifest_of(office: Workspace) -> dict[str, Any]:
    path = office.period_folder(PERIOD.code) / MANIFEST
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


def test_code_in_the_foot_of_every_form_finds_that_form_again(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    (period,) = process(office, HERE).periods

    codes = printed_codes(office, HASIL)

    assert codes == {form.nip: form.kode for form in period.forms}
    assert len(codes) == 3
    found = find_form(office, codes[PERAWAT], ONE)
    assert found.formulir.nip == PERAWAT
    assert found.penjelasan is not None
    assert found.penjelasan.baris.nip == PERAWAT


def test_code_lies_in_the_manifest_and_is_the_same_in_every_run(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    process(office, HERE)
    first, printed = manifest_of(office)["forms"], outputs_of(office)

    process(office, ONE)

    assert manifest_of(office)["forms"] == first
    assert manifest_of(office)["reissued"] == []
    assert {one["kode"] for one in first} == set(printed_codes(office, HASIL).values())
    assert outputs_of(office) == printed


def test_changed_form_is_told_to_the_run_and_its_old_code_is_found_no_more(
    tmp_path: Path,
) -> None:
    office = open_office(tmp_path)
    path = send(office)
    process(office, HERE)
    before = printed_codes(office, HASIL)
    change_realisasi(path)

    result: RunResult = process(office, HERE)

    (changed,) = result.periods[0].reissued
    after = printed_codes(office, HASIL)
    assert (changed.lama, changed.formulir.kode) == (before[PERAWAT], after[PERAWAT])
    assert {nip for nip in before if before[nip] != after[nip]} == {PERAWAT}
    assert "Kode verifikasi 1 formulir berubah" in summarise(result, writes=True)
    assert [one["kode_lama"] for one in manifest_of(office)["reissued"]] == [before[PERAWAT]]
    with pytest.raises(UnknownTargetError, match="Mungkin angkanya berubah sejak"):
        find_form(office, before[PERAWAT], ONE)
    assert find_form(office, after[PERAWAT], ONE).formulir.nip == PERAWAT


def test_form_of_a_closed_period_is_found_without_touching_anything(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    process(office, HERE)
    kode = printed_codes(office, HASIL)[PERAWAT]
    close(office)
    before = outputs_of(office)

    assert find_form(office, kode, ONE).formulir.kode == kode
    assert outputs_of(office) == before


def test_code_of_a_printed_skp_finds_the_plan(tmp_path: Path) -> None:
    office = open_office(tmp_path, katalog=KATALOG)
    send_plan(office)
    process(office, HERE)

    codes = printed_codes(office, "2026/unit/PKM/SKP_PKM_2026.xlsx")

    found = find_form(office, codes[PERAWAT], ONE)
    assert (found.formulir.nip, found.formulir.jenis) == (PERAWAT, JenisFormulir.SKP)
    assert found.penjelasan is None


def test_damaged_manifest_names_no_changed_form(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    path = send(office)
    process(office, HERE)
    change_realisasi(path)
    (office.period_folder(PERIOD.code) / MANIFEST).write_text('{"forms": [{}]}', encoding="utf-8")

    assert process(office, HERE).periods[0].reissued == ()


def test_old_code_still_tells_whose_form_it_was(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    path = send(office)
    process(office, HERE)
    before = printed_codes(office, HASIL)[PERAWAT]
    change_realisasi(path)
    unprocessed = find_recorded(office, before)
    process(office, HERE)

    recorded = find_recorded(office, before)

    assert unprocessed is not None
    assert unprocessed.kode_terakhir == before
    assert recorded is not None
    assert (recorded.formulir.nip, recorded.formulir.kode) == (PERAWAT, before)
    assert recorded.kode_terakhir == printed_codes(office, HASIL)[PERAWAT]
    ledger_of(office).unlink()
    assert find_recorded(office, before) is None


@pytest.fixture
def say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run `jelaskan` in an office whose forms are printed."""

    def run(sasaran: str, *more: str) -> tuple[int, str, str]:
        ended = run_guarded(
            group, ["jelaskan", sasaran, "--ruang", str(tmp_path), "--pekerja", "1", *more]
        )
        said = capsys.readouterr()
        return ended, said.out, said.err

    return run


def test_command_answers_a_code_as_typed_and_says_where_a_typo_is(
    tmp_path: Path, say: Callable[..., tuple[int, str, str]]
) -> None:
    office = open_office(tmp_path)
    send(office)
    process(office, HERE)
    kode = printed_codes(office, HASIL)[PERAWAT]

    ended, out, _ = say(kode.lower().replace("-", ""))
    assert ended == ExitCode.SELESAI
    assert f"Kode verifikasi {kode} cocok dengan formulir Evaluasi Kinerja" in out
    assert PERAWAT in out
    assert "Perhitungan:" in out

    _, out, _ = say(kode, "--json")
    assert json.loads(out)["assignment"]["kode"] == kode

    wrong = ("1" if kode[0] != "1" else "2") + kode[1:]
    ended, out, err = say(wrong)
    assert (ended, out) == (ExitCode.CARA_PAKAI, "")
    assert "belum tepat" in err


def test_command_says_that_a_print_of_an_earlier_run_no_longer_holds(
    tmp_path: Path, say: Callable[..., tuple[int, str, str]]
) -> None:
    office = open_office(tmp_path)
    path = send(office)
    process(office, HERE)
    before = printed_codes(office, HASIL)[PERAWAT]
    change_realisasi(path)
    process(office, HERE)

    ended, out, _ = say(before)
    said = " ".join(out.split())
    assert ended == ExitCode.SELESAI
    assert f"Kode verifikasi {before} pernah tercetak" in said
    assert f"NIP {PERAWAT}, unit PKM" in said
    assert f"terbarunya berkode {printed_codes(office, HASIL)[PERAWAT]};" in said

    _, out, _ = say(before, "--json")
    assert json.loads(out)["berlaku"] is False
    ended, out, err = say(before, "--cetak")
    assert (ended, out) == (ExitCode.CARA_PAKAI, "")
    assert "Mungkin angkanya berubah sejak" in " ".join(err.split())
