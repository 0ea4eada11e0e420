"""An export of SIASN against the roster: each row added, changed, kept, skipped, or left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.run.pengaturan import check_settings_file
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.impor import Nasib
from tests.drawn import FIRST_ROW, CellInput
from tests.flow.alur import KEPALA, PENGELOLA, PERAWAT, heading_columns, open_office
from tests.flow.impor import BARU_DATANG, by_nip, everyone, only, proposed, run, set_settings
from tests.siasn_drawn import BARU, RINGKAS, UTAMA, person


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return open_office(tmp_path / "ruang")


@pytest.mark.parametrize(
    "headings", [UTAMA, BARU, RINGKAS, tuple(reversed(BARU))], ids=["64", "69", "23", "reversed"]
)
def test_export_in_step_changes_nothing_in_any_layout(
    office: Workspace, headings: tuple[str, ...]
) -> None:
    outcome = run(office, everyone(), headings=headings)

    assert {row.nasib for row in outcome.usul.rows} == {Nasib.TETAP}
    assert outcome.usul.absent == ()
    assert len(outcome.usul.used) + len(outcome.usul.thrown) == len(headings)
    before = check_settings_file(office.pengaturan).settings
    assert before is not None
    assert proposed(office, outcome).roster == before.roster


def test_export_below_titles_on_another_sheet_is_found(office: Workspace) -> None:
    outcome = run(office, everyone(), titles=("Data Pegawai",) * 29, sheet="Data Utama")

    assert (outcome.usul.sheet, outcome.usul.header_row) == ("Data Utama", 30)
    assert len(outcome.usul.of(Nasib.TETAP)) == 3


def test_newcomer_is_added_with_what_the_export_says(office: Workspace) -> None:
    row = person(
        f"'{BARU_DATANG}", nama="CONTOH BARU", gelar_depan="Ns.", gelar_belakang="A.Md.Kep.",
        jenis_pegawai_nama="PPPK Daerah", status_cpns_pns=None, gol_akhir_nama="VII",
        jabatan_nama="TERAMPIL - PERAWAT",
    )  # fmt: skip

    outcome = run(office, [*everyone(), row])

    added = by_nip(proposed(office, outcome))[BARU_DATANG]
    assert added.model_dump(mode="json", exclude_none=True) == {
        "kode_unit": "PKM",
        "nip": BARU_DATANG,
        "nama": "Ns. CONTOH BARU, A.Md.Kep.",
        "status_asn": "PPPK",
        "golongan": "VII",
        "jabatan": "TERAMPIL - PERAWAT",
        "jenis_jabatan": "Fungsional",
        "jenjang": "Terampil",
        "sifat": "Definitif",
        "keadaan": "Aktif",
    }
    assert len(proposed(office, outcome).roster) == 4
    assert outcome.usul.roster_rows == 3


def test_each_changed_cell_is_told_and_the_rest_of_the_row_stays(office: Workspace) -> None:
    rows = everyone()
    rows[1] |= {"GOL AKHIR NAMA": "III/d", "JABATAN NAMA": "PERAWAT AHLI MADYA"}

    outcome = run(office, rows)

    row = only(outcome, Nasib.BERUBAH)
    assert [(one.field, one.sebelum, one.sesudah) for one in row.changes] == [
        ("jabatan", "Perawat Ahli Muda", "PERAWAT AHLI MADYA"),
        ("golongan", "III/c", "III/d"),
        ("jenjang", "Ahli Muda", "Ahli Madya"),
    ]
    assert row.roster_number == FIRST_ROW + 1
    changed = by_nip(proposed(office, outcome))[PERAWAT]
    assert (changed.nama, changed.penilai) == ("Contoh Perawat, S.Kep.", KEPALA)
    assert changed.jenjang is not None


def test_level_is_emptied_when_the_post_is_no_longer_functional(office: Workspace) -> None:
    rows = everyone()
    rows[1] |= {"JENIS JABATAN NAMA": "PELAKSANA/JFU", "JABATAN NAMA": "STAF"}

    outcome = run(office, rows)

    fields = {one.field: one.sesudah for one in only(outcome, Nasib.BERUBAH).changes}
    assert fields["jenjang"] == ""
    assert by_nip(proposed(office, outcome))[PERAWAT].jenjang is None


def test_capitals_degrees_and_blank_cells_change_nothing(office: Workspace) -> None:
    rows = everyone()
    rows[1] |= {"NAMA": "Contoh  Perawat", "GELAR BELAKANG": None, "GOL AKHIR NAMA": "-",
                "JENIS JABATAN NAMA": None, "KEDUDUKAN HUKUM NAMA": None}  # fmt: skip

    assert run(office, rows).usul.of(Nasib.BERUBAH) == ()


def test_identical_copy_is_skipped_and_differing_ones_are_both_left_alone(
    office: Workspace,
) -> None:
    rows = everyone()
    rows += [dict(rows[1]), dict(rows[2]) | {"GOL AKHIR NAMA": "III/d"}]

    outcome = run(office, rows)

    assert only(outcome, Nasib.DILEWATI).number == 5
    confused = outcome.usul.of(Nasib.TIDAK_DIPAHAMI)
    assert [row.number for row in confused] == [4, 6]
    assert [dict(row.issues[0].context)["baris"] for row in confused] == ["6", "4"]


def test_unit_is_found_by_another_name_from_the_settings(office: Workspace) -> None:
    rows = everyone()
    rows[1]["UNOR NAMA"] = "SEKSI PELAYANAN"
    set_settings(
        office,
        "Alias",
        FIRST_ROW,
        {"Lembar": "Unit", "Kolom": "PKM", "Sebutan Lain": "Seksi Pelayanan"},
    )
    words: dict[str, CellInput] = {"Kolom": "Nama", "Sebutan Lain": "Puskesmas PKM"}
    set_settings(office, "Alias", FIRST_ROW + 1, words)

    outcome = run(office, rows)

    (change,) = only(outcome, Nasib.BERUBAH).changes
    assert (change.field, change.sesudah) == ("unit_kerja", "SEKSI PELAYANAN")


def test_unknown_units_are_counted_for_the_sheet_alias(office: Workspace) -> None:
    rows = everyone()
    rows[1]["UNOR NAMA"] = rows[2]["UNOR NAMA"] = "PUSKESMAS PKN"

    (unit,) = run(office, rows).usul.unknown_units

    assert (unit.nama, unit.jumlah) == ("PUSKESMAS PKN", 2)
    assert unit.saran == "Mungkin maksud Anda «Puskesmas PKM»?"


def test_move_to_another_unit_is_a_change_to_look_at(tmp_path: Path) -> None:
    office = open_office(tmp_path / "ruang", ("PKM", "RSUD"))
    rows = everyone()
    rows[1]["UNOR NAMA"] = "Puskesmas RSUD"

    outcome = run(office, rows)

    (change,) = only(outcome, Nasib.BERUBAH).changes
    assert (change.field, change.sebelum, change.sesudah) == ("kode_unit", "PKM", "RSUD")
    assert len(outcome.usul.absent) == 3


def test_acting_post_stays_beside_the_definitive_one(office: Workspace) -> None:
    set_settings(
        office,
        "Pegawai",
        FIRST_ROW + 3,
        {
            "Kode Unit": "PKM", "NIP": PERAWAT, "Nama": "Contoh Perawat, S.Kep.",
            "Status ASN": "PNS", "Jabatan": "Kepala Tata Usaha", "Sifat": "Plt",
        },
    )  # fmt: skip

    outcome = run(office, everyone())

    assert len(outcome.usul.of(Nasib.TETAP)) == 3
    rows = [row for row in proposed(office, outcome).roster if row.nip == PERAWAT]
    assert [row.sifat for row in rows] == [Sifat.DEFINITIF, Sifat.PLT]


def test_two_definitive_rows_that_both_fit_are_left_to_people(office: Workspace) -> None:
    second: dict[str, CellInput] = {
        "Kode Unit": "PKM", "NIP": PERAWAT, "Nama": "Contoh Perawat", "Status ASN": "PNS",
        "Jabatan": "Perawat", "Mulai": "@2026-02-01",
    }  # fmt: skip
    set_settings(office, "Pegawai", FIRST_ROW + 3, second)

    row = only(run(office, everyone()), Nasib.TIDAK_DIPAHAMI)

    assert [issue.code for issue in row.issues] == [IssueCode.BRS_17]


@pytest.mark.parametrize("nip", [PERAWAT, 199001012015031001.0])
def test_person_whose_roster_row_is_withheld_is_not_added_twice(
    office: Workspace, nip: CellInput
) -> None:
    set_settings(office, "Pegawai", FIRST_ROW + 1, {"NIP": nip, "Jabatan": None})

    outcome = run(office, everyone())

    (issue,) = only(outcome, Nasib.TIDAK_DIPAHAMI).issues
    assert (issue.code, dict(issue.context)["baris"]) == (IssueCode.BRS_17, str(FIRST_ROW + 1))
    sheet = load_workbook(office.root / outcome.path)["Pegawai"]
    columns = heading_columns(sheet)
    found = [sheet.cell(row, columns["NIP"]).value for row in range(FIRST_ROW, FIRST_ROW + 4)]
    assert found == [KEPALA, nip, PENGELOLA, None]


def test_who_is_not_in_the_export_stays_and_is_listed(office: Workspace) -> None:
    outcome = run(office, everyone()[:2])

    assert [(row.nip, row.number) for row in outcome.usul.absent] == [(PENGELOLA, FIRST_ROW + 2)]
    assert PENGELOLA in by_nip(proposed(office, outcome))
