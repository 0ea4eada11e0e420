"""The proposal of an import: private columns gone, counts balanced, refusals explained."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.errors import explain
from kinerja_xlsx.run.impor_pegawai import ExportError, MissingSettingsError, import_pegawai
from kinerja_xlsx.run.pengaturan import SettingsError, check_settings_file
from kinerja_xlsx.run.workspace import Workspace, make_workspace
from kinerja_xlsx.spec.book import LEMBAR_IMPOR
from kinerja_xlsx.spec.impor import Nasib
from tests.drawn import HEADER_ROW, CellInput
from tests.flow.alur import PERAWAT, open_office
from tests.flow.impor import BARU_DATANG, CPNS, everyone, proposed, run
from tests.siasn_drawn import BARU, RINGKAS, SECRETS, UTAMA, export, person

NOT_FOUND = "Judul NIP BARU dan NAMA tidak ditemukan di lembar «Sheet1»."


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return open_office(tmp_path / "ruang")


@pytest.mark.parametrize("headings", [UTAMA, BARU, RINGKAS], ids=["64", "69", "23"])
def test_private_columns_are_nowhere_in_the_proposal(
    office: Workspace, headings: tuple[str, ...]
) -> None:
    rows = [*everyone(), person(BARU_DATANG), person("19900101", nama="CONTOH RUSAK")]

    outcome = run(office, rows, headings=headings)

    with zipfile.ZipFile(office.root / outcome.path) as package:
        content = " ".join(package.read(name).decode() for name in package.namelist())
    leaked = [text for text in SECRETS.values() if len(text) > 1 and text.strip("'") in content]
    assert leaked == []
    assert "NIK" in outcome.usul.thrown
    everything = repr(outcome.usul)
    assert [text for text in SECRETS.values() if len(text) > 1 and text in everything] == []


def test_sheets_of_the_proposal_say_what_the_counts_say(office: Workspace) -> None:
    rows = [*everyone(), person(BARU_DATANG), person("19900101"), dict(everyone()[1])]
    rows[0]["GOL AKHIR NAMA"] = "IV/a"

    outcome = run(office, rows)

    counts = Counter(row.nasib for row in outcome.usul.rows)
    assert sum(counts.values()) == len(rows)
    book = load_workbook(office.root / outcome.path, data_only=True)
    assert book.sheetnames[:7] == list(LEMBAR_IMPOR)
    listed = {
        name: sum(
            isinstance(book[name].cell(row, 1).value, int)
            for row in range(1, book[name].max_row + 1)
        )
        for name in LEMBAR_IMPOR[1:]
    }
    assert listed == {
        "Ditambah": 1,
        "Berubah": 1,
        "Tetap": 2,
        "Dilewati": 1,
        "Tidak Dipahami": 1,
        "Tidak Ada di Ekspor": 0,
    }
    summary = [cell.value for row in book["Ringkasan Impor"] for cell in row]
    assert summary[summary.index("Jumlah baris ekspor") + 1] == len(rows)


def test_input_is_untouched_and_the_same_input_gives_the_same_bytes(office: Workspace) -> None:
    before = office.pengaturan.read_bytes()

    first = (office.root / run(office, everyone()).path).read_bytes()
    second = (office.root / run(office, everyone()).path).read_bytes()

    assert first == second
    assert office.pengaturan.read_bytes() == before
    assert [path.name for path in office.input.iterdir()] == ["Pengaturan.xlsx"]


def test_proposal_copied_over_the_settings_is_sound_and_has_nothing_left_to_change(
    office: Workspace,
) -> None:
    rows = [*everyone(), person(CPNS)]
    outcome = run(office, rows)
    before = check_settings_file(office.pengaturan).settings
    office.pengaturan.write_bytes((office.root / outcome.path).read_bytes())

    again = run(office, rows)

    assert {row.nasib for row in again.usul.rows} == {Nasib.TETAP}
    settings = proposed(office, again)
    assert before is not None
    assert settings.issues == ()
    assert (settings.units, settings.pejabat, settings.periods, settings.instansi) == (
        before.units,
        before.pejabat,
        before.periods,
        before.instansi,
    )


def test_what_is_not_carried_over_is_said(office: Workspace) -> None:
    book = load_workbook(office.pengaturan)
    book.create_sheet("Catatan Saya")["A1"] = "penting"
    sheet = book["Unit"]
    sheet.cell(HEADER_ROW, sheet.max_column + 1).value = "Alamat Kantor"
    book.save(office.pengaturan)

    outcome = run(office, everyone())

    page = load_workbook(office.root / outcome.path)["Ringkasan Impor"]
    texts = {str(cell.value) for row in page for cell in row}
    assert "Lembar tambahan «Catatan Saya»." in texts
    assert "Kolom tambahan di lembar Unit: «Alamat Kantor»." in texts


# -- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("siasn.csv", b"NIP BARU;NAMA\n199001012015031001;CONTOH\n", IssueCode.BRK_01),
        ("siasn.xls", b"\x09\x08\x10\x00" + bytes(600), IssueCode.BRK_02),
        ("siasn.xlsx", b"", IssueCode.BRK_07),
    ],
)
def test_other_kinds_of_file_are_refused_with_their_remedy(
    office: Workspace, name: str, data: bytes, code: IssueCode
) -> None:
    path = office.root.parent / name
    path.write_bytes(data)

    with pytest.raises(ExportError) as caught:
        import_pegawai(office, path)

    assert [issue.code for issue in caught.value.issues] == [code]
    assert explain(caught.value).exit_code is ExitCode.ADA_YANG_DITAHAN
    assert not (office.output / "impor").exists()


@pytest.mark.parametrize(
    ("headings", "sebab"),
    [
        (("Kode", "Nama Barang"), NOT_FOUND),
        (("NIP LAMA", "NAMA", "UNOR NAMA"), NOT_FOUND),
        (("NIP BARU", "NAMA", "JABATAN NAMA"), "Kolom yang belum ada: UNOR NAMA."),
    ],
)
def test_table_without_the_columns_needed_is_refused(
    office: Workspace, headings: tuple[str, ...], sebab: str
) -> None:
    with pytest.raises(ExportError) as caught:
        run(office, everyone(), headings=headings)

    (issue,) = caught.value.issues
    assert (issue.code, dict(issue.context)["sebab"]) == (IssueCode.BRK_20, sebab)


def test_column_there_twice_is_refused(office: Workspace) -> None:
    with pytest.raises(ExportError) as caught:
        run(office, everyone(), headings=(*RINGKAS, "NIP BARU"))

    assert [issue.code for issue in caught.value.issues] == [IssueCode.LBR_08]


def test_without_settings_there_is_nothing_to_extend(tmp_path: Path) -> None:
    with pytest.raises(MissingSettingsError) as caught:
        import_pegawai(make_workspace(tmp_path), tmp_path / "siasn.xlsx")

    failure = explain(caught.value)
    assert failure.exit_code is ExitCode.PENGATURAN_SALAH
    assert failure.message.startswith("input/Pengaturan.xlsx belum ada.")


@pytest.mark.parametrize("data", [b"", b"bukan buku kerja"])
def test_unreadable_settings_are_refused(office: Workspace, data: bytes) -> None:
    office.pengaturan.write_bytes(data)

    with pytest.raises(SettingsError):
        run(office, everyone())


def test_settings_without_an_obligatory_value_are_refused(office: Workspace) -> None:
    book = load_workbook(office.pengaturan)
    book["Instansi"]["B5"] = None
    book.save(office.pengaturan)

    with pytest.raises(SettingsError):
        run(office, everyone())


# -- command ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("extra", "code", "words"),
    [
        ([], 0, "3 baris = 0 ditambah + 0 berubah + 3 tetap + 0 dilewati + 0 tidak dipahami"),
        (
            [person("19900101")],
            1,
            "4 baris = 0 ditambah + 0 berubah + 3 tetap + 0 dilewati + 1 tidak dipahami",
        ),
        ([person(CPNS, unor_nama="SEKSI PELAYANAN")], 1, "1 UNOR belum dikenal"),
    ],
)
def test_command_prints_counts_that_balance_and_no_names(
    office: Workspace,
    extra: list[dict[str, CellInput]],
    code: int,
    words: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = export(office.root.parent / "siasn.xlsx", [*everyone(), *extra])

    ended = run_guarded(group, ["impor-pegawai", str(path), "--ruang", str(office.root)])

    said = capsys.readouterr()
    assert (ended, said.err) == (code, "")
    assert words in said.out
    assert "output/impor/Pengaturan_usulan.xlsx" in said.out
    assert "CONTOH" not in said.out.upper()
    assert PERAWAT not in said.out
