"""Every person of the roster is accounted for, with the same numbers wherever people look."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.report.dokumen import to_json
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run.process import process
from tests.flow.alur import HERE, KEPALA, NAMES, PENGELOLA, PERAWAT, sent_by_three, settle
from tests.flow.kasus_berkas import FIRST, PKM, both, edit, only, puts

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.run.workspace import Workspace

Cell = str | int | float | None


@pytest.fixture(scope="module")
def absent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, RunResult]:
    """Run three sound units, one of which left a person of the roster out."""
    files = {**sent_by_three(), PKM: edit(sent_by_three()[PKM], only({KEPALA, PERAWAT}))}
    office = settle(tmp_path_factory.mktemp("absen"), files)
    return office, process(office, HERE)


def sheet_of(office: Workspace, name: str, sheet: str) -> Worksheet:
    (path,) = office.output.rglob(name)
    return load_workbook(BytesIO(path.read_bytes()))[sheet]


def values_of(office: Workspace, name: str, sheet: str) -> list[list[Cell]]:
    """Read a sheet as people see it: formulas by the value they have now."""
    (path,) = office.output.rglob(name)
    return lines_of(load_workbook(BytesIO(path.read_bytes()), data_only=True)[sheet])


def lines_of(sheet: Worksheet) -> list[list[Cell]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]  # type: ignore[arg-type] # no dates here


def test_absent_person_is_a_warning_and_holds_nothing_back(
    absent: tuple[Workspace, RunResult],
) -> None:
    _, result = absent

    (issue,) = [one for one in result.issues if one.code is IssueCode.LTS_20]
    assert (issue.place.file, issue.place.sheet) == (PKM, "Pegawai")
    assert (issue.nip, issue.nama) == (PENGELOLA, NAMES[PENGELOLA])
    assert result.exit_code is ExitCode.SELESAI


def test_absent_person_is_counted_on_the_screen_and_in_the_document(
    absent: tuple[Workspace, RunResult],
) -> None:
    _, result = absent

    assert "1 tidak dikirim" in summarise(result, writes=True)
    people = json.loads(to_json(result))["employees"]
    assert [one["nip"] for one in people if one["status"] == "tidak dikirim"] == [PENGELOLA]


def test_absent_person_stands_in_the_index_of_the_unit(
    absent: tuple[Workspace, RunResult],
) -> None:
    office, _ = absent

    lines = lines_of(sheet_of(office, "Hasil_PKM_*.xlsx", "Indeks"))
    (line,) = [line for line in lines if line[1] == PENGELOLA]
    assert line[5] == "Tidak dikirim"
    assert "Tidak ada dalam berkas unit." in str(line[6])


def test_absent_person_stands_on_the_list_of_the_correction(
    absent: tuple[Workspace, RunResult],
) -> None:
    office, _ = absent

    daftar = lines_of(sheet_of(office, "Perbaikan_PKM_*.xlsx", "Daftar"))
    assert [line[4] for line in daftar if "LTS-20" in line] == [PENGELOLA]
    ringkasan = lines_of(sheet_of(office, "Perbaikan_PKM_*.xlsx", "Ringkasan"))
    assert any("LTS-20" in line for line in ringkasan)


def test_absent_person_stands_in_the_recap(absent: tuple[Workspace, RunResult]) -> None:
    office, _ = absent

    pegawai = lines_of(sheet_of(office, "rekap.xlsx", "Pegawai"))
    (line,) = [line for line in pegawai if line[2] == PENGELOLA]
    assert line[8] == "Tidak dikirim"
    unit = lines_of(sheet_of(office, "rekap.xlsx", "Unit"))
    head = next(line for line in unit if "Tidak Dikirim" in line)
    by_unit = {str(line[0]): line[head.index("Tidak Dikirim")] for line in unit}
    assert (by_unit["PKM"], by_unit["RSU"]) == (1, 0)


def _without_work(book: Workbook) -> None:
    del book["Hasil Kerja"]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, RunResult]:
    """Run two files of one unit that differ about its head, a sound unit, and a refused one.

    In PKM the head is withheld in both files, the nurse is on leave in both alike, and the third
    person of the roster stands in neither.
    """
    first = edit(
        sent_by_three()[PKM],
        both(only({KEPALA, PERAWAT}), puts("Pegawai", "Keadaan", FIRST + 1, "Cuti")),
    )
    files = {
        **sent_by_three(),
        PKM: first,
        "PKM-2.xlsx": edit(first, puts("Hasil Kerja", "Realisasi", FIRST, 41)),
        "SEK.xlsx": edit(sent_by_three()["SEK.xlsx"], _without_work),
    }
    office = settle(tmp_path_factory.mktemp("campur"), files)
    return office, process(office, HERE)


EXPECTED = {"evaluated": 3, "withheld": 1, "not_evaluated": 1, "not_sent": 1}


def test_people_add_up_alike_in_document_manifest_and_files(
    mixed: tuple[Workspace, RunResult],
) -> None:
    office, result = mixed

    document = json.loads(to_json(result))
    assert document["people"] == {"2026-TW1": EXPECTED}
    (path,) = office.output.glob("2026-TW1/manifest.json")
    assert json.loads(path.read_text(encoding="utf-8"))["people"] == EXPECTED
    by_file = [file["employees"] for file in document["files"]]
    sums = {key: sum(people[key] for people in by_file) for key in by_file[0]}
    assert sums == {key: EXPECTED[key] for key in sums}
    assert len(sums) == 3


def test_people_add_up_alike_on_the_screen(mixed: tuple[Workspace, RunResult]) -> None:
    _, result = mixed

    text = " ".join(summarise(result, writes=True).split())
    assert "Penugasan 6 = 3 berpredikat + 1 ditahan + 1 tidak dinilai + 1 tidak dikirim" in text
    assert "2× LBK-04 Isi berbeda di dua berkas" in text
    assert "Kiriman ditolak untuk Triwulan I 2026: 1 unit (SEK)" in text
    assert "Belum mengirim" not in text


def test_people_add_up_alike_in_recap_and_index(mixed: tuple[Workspace, RunResult]) -> None:
    office, _ = mixed

    unit = values_of(office, "rekap.xlsx", "Unit")
    head = next(line for line in unit if "Tidak Dikirim" in line)
    columns = [head.index(name) for name in ("Dinilai", "Ditahan", "Tidak Dinilai")]
    total = next(line for line in unit if line[0] == "Jumlah")
    assert [total[column] for column in columns] == [3, 1, 1]
    assert total[head.index("Tidak Dikirim")] == 1
    terkirim = {line[0]: line[3] for line in unit if line[0] in {"PKM", "RSU", "SEK"}}
    assert terkirim == {"PKM": "Sudah", "RSU": "Sudah", "SEK": "Ditolak"}
    summary = values_of(office, "rekap.xlsx", "Ringkasan")
    counts = {line[0]: line[1] for line in summary}
    words = ("Dinilai", "Ditahan", "Tidak dinilai", "Tidak dikirim")
    assert [next(line[1] for line in summary if line[0] == word) for word in words] == [3, 1, 1, 1]
    assert counts["Kiriman ditolak"] == 1
    indeks = values_of(office, "Hasil_PKM_*.xlsx", "Indeks")
    assert [line[1] for line in indeks if line[2] in words] == [0, 1, 1, 1]


def test_person_held_back_by_two_files_stands_once_in_the_index(
    mixed: tuple[Workspace, RunResult],
) -> None:
    office, result = mixed

    indeks = values_of(office, "Hasil_PKM_*.xlsx", "Indeks")
    (line,) = [line for line in indeks if line[1] == KEPALA]
    assert line[3:6] == ["Kepala Puskesmas", "Definitif", "Ditahan"]
    assert str(line[6]).startswith("LBK-04 di ")
    assert [file.verdict.value for file in result.files[:2]] == ["sebagian", "sebagian"]


def test_check_of_one_file_says_nothing_of_other_units(tmp_path: Path) -> None:
    office = settle(tmp_path, dict(sent_by_three()))

    result = process(office, replace(HERE, writes=False, files=(office.input / PKM,)))

    assert result.periods[0].missing_units == ()
    assert IssueCode.LBK_06 not in {issue.code for issue in result.issues}


def test_reason_leads_to_the_first_cell_and_counts_the_others(tmp_path: Path) -> None:
    change = both(
        puts("Hasil Kerja", "Realisasi", FIRST, "banyak"),
        puts("Pegawai", "Golongan", FIRST, "IX/z"),
    )
    office = settle(tmp_path, {**sent_by_three(), PKM: edit(sent_by_three()[PKM], change)})

    result = process(office, HERE)

    (line,) = [one for one in result.periods[0].employees if one.nip == KEPALA]
    assert line.alasan.startswith("SEL-06 di Pegawai!E5: «IX/z» tidak ada dalam pilihan")
    assert line.alasan.endswith(" Dan 1 lagi.")


def test_damaged_nip_is_explained_by_its_own_cell(tmp_path: Path) -> None:
    change = puts("Pegawai", "NIP", FIRST + 1, 1.99001012015031e17)
    office = settle(tmp_path, {**sent_by_three(), PKM: edit(sent_by_three()[PKM], change)})

    result = process(office, HERE)

    people = [one for one in result.periods[0].employees if one.unit == "PKM"]
    (line,) = [one for one in people if one.nama == NAMES[PERAWAT]]
    assert line.alasan.startswith("SEL-12 di Pegawai!B6: NIP tersimpan sebagai angka")
    assert result.periods[0].people.not_sent == 0


def test_unit_can_settle_two_files_in_its_correction(tmp_path: Path) -> None:
    other = edit(sent_by_three()[PKM], puts("Hasil Kerja", "Realisasi", FIRST, 41))
    office = settle(tmp_path, {**sent_by_three(), "z.xlsx": other})
    first = process(office, HERE)
    assert first.periods[0].people.withheld == 1
    (correction,) = [
        path
        for path in office.output.rglob("Perbaikan_PKM_*.xlsx")
        if any("dari berkas PKM.xlsx" in str(line[0]) for line in ringkasan_of(path))
    ]
    daftar = lines_of(load_workbook(correction)["Daftar"])
    (told,) = [line for line in daftar if "LBK-04" in line]
    assert any(str(cell).startswith("Samakan isinya di kedua berkas") for cell in told)

    mended = edit(correction.read_bytes(), puts("Hasil Kerja", "Realisasi", FIRST, 41))
    (office.input / "perbaikan.xlsx").write_bytes(mended)
    second = process(office, HERE)

    assert second.periods[0].people.withheld == 0
    assert second.periods[0].people.total == first.periods[0].people.total


def ringkasan_of(path: Path) -> list[list[Cell]]:
    return lines_of(load_workbook(path)["Ringkasan"])


def test_person_sent_by_the_unit_above_is_not_missing(tmp_path: Path) -> None:
    settings = edit(sent_by_three()["Pengaturan.xlsx"], puts("Unit", "Kode Induk", FIRST, "RSU"))
    files = {
        **sent_by_three(),
        "Pengaturan.xlsx": settings,
        PKM: edit(sent_by_three()[PKM], only({KEPALA, PERAWAT})),
        "RSU.xlsx": edit(
            sent_by_three()["RSU.xlsx"], puts("Pegawai", "NIP", FIRST + 2, PENGELOLA)
        ),
    }

    result = process(settle(tmp_path, files), HERE)

    missing = [issue.nip for issue in result.issues if issue.code is IssueCode.LTS_20]
    assert PENGELOLA not in missing
