"""Every kind of form in somebody's hand: each has its own code, and a period asks for each."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import FormulirPegawai
from kinerja_xlsx.model.verifikasi import JenisFormulir
from kinerja_xlsx.report.jelaskan_formulir import tell_form
from kinerja_xlsx.report.jelaskan_nip import assignment_lines
from kinerja_xlsx.run.jelaskan import explain_person
from kinerja_xlsx.run.pengaturan import SettingsError
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.verifikasi import find_form
from kinerja_xlsx.run.workspace import Workspace
from tests.drawn import FIRST_ROW
from tests.flow.alur import HERE, PERAWAT, open_office, outputs_of, send, write_row
from tests.flow.test_verifikasi import HASIL, ONE, change_realisasi, printed_codes


def ask_forms(office: Workspace, asked: str) -> None:
    """Say in the settings which forms the results of the period hold."""
    book = load_workbook(office.pengaturan)
    write_row(book["Periode"], FIRST_ROW, {"Formulir": asked})
    book.save(office.pengaturan)


def test_every_form_that_is_asked_for_has_a_code_that_finds_it(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    ask_forms(office, ", ".join(one.value for one in FormulirPegawai))
    (period,) = process(office, HERE).periods

    codes = printed_codes(office, HASIL)

    assert sorted(codes.values()) == sorted(form.kode for form in period.forms)
    assert {name for name in codes if name.startswith(PERAWAT)} == {
        PERAWAT, f"{PERAWAT} Dokumen", f"{PERAWAT} Konversi", f"{PERAWAT} Akumulasi",
    }  # fmt: skip
    assert len(codes) == 2 * 3 + 2
    for form in period.forms:
        if form.nip == PERAWAT:
            found = find_form(office, form.kode, ONE)
            assert (found.formulir, found.nama) == (form, "Contoh Perawat, S.Kep.")
            assert f"cocok dengan formulir {form.jenis.value} di" in " ".join(
                tell_form(found).split()
            )


def test_form_that_nobody_asks_for_any_more_is_still_found_and_no_form_bears_its_code(
    tmp_path: Path,
) -> None:
    office = open_office(tmp_path)
    send(office)
    ask_forms(office, "Konversi Angka Kredit")
    process(office, HERE)
    (kode,) = printed_codes(office, HASIL).values()
    ask_forms(office, "Evaluasi Kinerja")

    (period,) = process(office, HERE).periods

    assert {form.jenis for form in period.forms} == {JenisFormulir.HASIL}
    assert period.reissued == ()
    assert find_form(office, kode, ONE).formulir.jenis is JenisFormulir.KONVERSI


def test_each_form_whose_content_changed_is_told_and_none_that_shows_the_same(
    tmp_path: Path,
) -> None:
    office = open_office(tmp_path)
    path = send(office)
    ask_forms(office, ", ".join(one.value for one in FormulirPegawai))
    process(office, HERE)
    before = printed_codes(office, HASIL)
    change_realisasi(path)

    result = process(office, HERE)

    (changed,) = result.periods[0].reissued
    assert (changed.formulir.nip, changed.formulir.jenis) == (PERAWAT, JenisFormulir.HASIL)
    after = printed_codes(office, HASIL)
    assert {name for name in before if before[name] != after[name]} == {PERAWAT}


def test_forms_show_nothing_of_the_run_before(tmp_path: Path) -> None:
    first, second = open_office(tmp_path / "lama"), open_office(tmp_path / "baru")
    for office in (first, second):
        ask_forms(office, ", ".join(one.value for one in FormulirPegawai))
        path = send(office)
        if office is first:
            process(office, HERE)
        change_realisasi(path)

    changed, fresh = process(first, HERE), process(second, HERE)

    assert (len(changed.periods[0].reissued), fresh.periods[0].reissued) == (1, ())
    assert outputs_of(first)[HASIL] == outputs_of(second)[HASIL]


def test_person_is_told_the_codes_of_all_forms(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    ask_forms(office, "Evaluasi Kinerja, Konversi Angka Kredit")
    process(office, HERE)

    (one,) = explain_person(office, PERAWAT, ONE)

    codes = printed_codes(office, HASIL)
    lines = list(assignment_lines(one))
    assert f"Kode verifikasi formulirnya: {codes[PERAWAT]}" in lines
    assert f"Kode verifikasi Konversi Angka Kredit: {codes[f'{PERAWAT} Konversi']}" in lines


def test_unknown_form_stops_the_run_and_names_its_cell(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    ask_forms(office, "Evaluasi Kinerja, Konversi Angka Kridit")

    with pytest.raises(SettingsError) as stopped:
        process(office, HERE)

    (issue,) = [one for one in stopped.value.issues if one.code is IssueCode.SEL_06]
    place = issue.place
    assert (issue.value, place.sheet, place.row, place.heading) == (
        "Konversi Angka Kridit", "Periode", FIRST_ROW, "Formulir",
    )  # fmt: skip
    assert dict(issue.context)["saran"] == "Mungkin maksud Anda «Konversi Angka Kredit»?"
