"""Words and numbers of SIASN in an import: understood for certain, or the row is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import Keadaan
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.impor import Nasib
from tests.drawn import FIRST_ROW, CellInput
from tests.flow.alur import PERAWAT, open_office
from tests.flow.impor import BARU_DATANG, CPNS, by_nip, everyone, only, proposed, run, set_settings
from tests.siasn_drawn import BARU, person


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return open_office(tmp_path / "ruang")


@pytest.mark.parametrize(
    ("standing", "keadaan"),
    [
        ("Pensiun BUP", Keadaan.PENSIUN),
        ("Meninggal Dunia", Keadaan.MENINGGAL),
        ("Pemberhentian Dengan Hormat", Keadaan.BERHENTI),
        ("Cuti Luar Tanggungan Negara", Keadaan.CUTI),
        ("Tugas Belajar", Keadaan.TUGAS_BELAJAR),
    ],
)
def test_standing_of_somebody_listed_becomes_keadaan(
    office: Workspace, standing: str, keadaan: Keadaan
) -> None:
    rows = everyone()
    rows[1]["KEDUDUKAN HUKUM NAMA"] = standing

    outcome = run(office, rows)

    assert by_nip(proposed(office, outcome))[PERAWAT].keadaan is keadaan


@pytest.mark.parametrize("keadaan", ["Mutasi Masuk", "Cuti"])
def test_active_in_the_export_leaves_a_state_of_the_period_alone(
    office: Workspace, keadaan: str
) -> None:
    set_settings(office, "Pegawai", FIRST_ROW + 1, {"Keadaan": keadaan})

    assert len(run(office, everyone()).usul.of(Nasib.TETAP)) == 3


def test_pensioner_who_is_not_listed_is_skipped_with_a_reason(office: Workspace) -> None:
    outcome = run(office, [*everyone(), person(BARU_DATANG, kedudukan_hukum_nama="Pensiun")])

    row = only(outcome, Nasib.DILEWATI)
    assert row.alasan == "Pensiun dan tidak ada di lembar Pegawai, jadi tidak ditambahkan."
    assert BARU_DATANG not in by_nip(proposed(office, outcome))


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("JENIS PEGAWAI NAMA", "Honorer"),
        ("KEDUDUKAN HUKUM NAMA", "Pemberhentian Sementara"),
        ("KEDUDUKAN HUKUM NAMA", "Masa Persiapan Pensiun"),
        ("KEDUDUKAN HUKUM NAMA", "Tidak Aktif"),
        ("GOL AKHIR NAMA", "31"),
        ("JENIS JABATAN NAMA", "Jabatan Lain"),
        ("UNOR NAMA", "SEKSI PELAYANAN"),
    ],
)
def test_word_that_means_nothing_certain_leaves_the_row_alone(
    office: Workspace, heading: str, text: str
) -> None:
    rows = everyone()
    rows[1] |= {heading: text, "JABATAN NAMA": "BERUBAH"}

    outcome = run(office, rows)

    row = only(outcome, Nasib.TIDAK_DIPAHAMI)
    (issue,) = row.issues
    assert (issue.code, issue.value, issue.place.heading) == (IssueCode.BRS_16, text, heading)
    assert by_nip(proposed(office, outcome))[PERAWAT].jabatan == "Perawat Ahli Muda"
    assert outcome.usul.absent == ()


@pytest.mark.parametrize(
    ("nip", "code"),
    [
        (199001012015031001.0, IssueCode.SEL_12),
        ("1.99001012015031E+17", IssueCode.SEL_12),
        ("19900101201503100", IssueCode.SEL_11),
        ("199013012015031001", IssueCode.SEL_13),
        (None, IssueCode.SEL_01),
    ],
)
def test_damaged_nip_is_refused_and_never_repaired(
    office: Workspace, nip: CellInput, code: IssueCode
) -> None:
    rows = everyone()
    rows[1]["NIP BARU"] = nip

    outcome = run(office, rows)

    row = only(outcome, Nasib.TIDAK_DIPAHAMI)
    assert [issue.code for issue in row.issues] == [code]
    assert len(proposed(office, outcome).roster) == 3


def test_person_with_a_damaged_nip_is_not_called_absent(office: Workspace) -> None:
    rows = everyone()
    rows[1]["NIP BARU"] = 199001012015031001.0

    assert run(office, rows).usul.absent == ()


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        ({"jenis_pegawai_nama": "PPPK Paruh Waktu"}, "PPPK Paruh Waktu"),
        ({"status_cpns_pns": "CPNS"}, "CPNS"),
        ({"status_cpns_pns": "C"}, "CPNS"),
        ({"jenis_pegawai_nama": None, "status_cpns_pns": "PNS"}, "PNS"),
        ({"jenis_pegawai_nama": None, "status_cpns_pns": None}, "PNS"),
        ({"jenis_pegawai_nama": None, "status_cpns_pns": None, "nip_baru": BARU_DATANG}, "PPPK"),
    ],
)
def test_kind_of_civil_servant_is_read_from_what_there_is(
    office: Workspace, cells: dict[str, CellInput], status: str
) -> None:
    outcome = run(office, [*everyone(), person(CPNS, **cells)])

    nip = str(cells.get("nip_baru", CPNS))
    assert by_nip(proposed(office, outcome))[nip].status_asn.value == status


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("01-03-2024", "01/03/2024"),
        ("2024-03-01", "01/03/2024"),
        ("@2024-03-01", "01/03/2024"),
        ("segera", "segera"),
        (None, ""),
    ],
)
def test_day_of_the_post_is_shown_day_first_and_changes_nothing(
    office: Workspace, written: CellInput, shown: str
) -> None:
    rows = everyone()
    rows[1] |= {"TMT JABATAN": written, "JABATAN NAMA": "PERAWAT AHLI MADYA"}

    outcome = run(office, rows)

    assert only(outcome, Nasib.BERUBAH).tmt_jabatan == shown
    assert by_nip(proposed(office, outcome))[PERAWAT].mulai is None


@pytest.mark.parametrize(
    ("jenis", "eselon", "jabatan"),
    [
        ("Jabatan Struktural", "II.b", "JPT"),
        ("JABATAN STRUK TURAL", "III/a", "Administrator"),
        ("Jabatan Struktural", "IV.A", "Pengawas"),
        ("Jabatan Struktural", None, None),
        ("Jabatan Pimpinan Tinggi Pratama", None, "JPT"),
        ("FUNGSIONAL/JFT", None, "Fungsional"),
        ("FUNGSIONAL UMUM", None, "Pelaksana"),
    ],
)
def test_kind_of_post_is_read_with_its_eselon(
    office: Workspace, jenis: str, eselon: str | None, jabatan: str | None
) -> None:
    row = person(CPNS, jenis_jabatan_nama=jenis, eselon_nama=eselon)

    outcome = run(office, [*everyone(), row], headings=BARU)

    found = by_nip(proposed(office, outcome))[CPNS].jenis_jabatan
    assert (found.value if found else None) == jabatan


def test_two_units_of_one_name_are_left_to_the_sheet_alias(tmp_path: Path) -> None:
    office = open_office(tmp_path / "ruang", ("PKM", "RSUD"))
    set_settings(office, "Unit", FIRST_ROW + 1, {"Nama": "Puskesmas PKM"})

    rows = run(office, everyone()).usul.of(Nasib.TIDAK_DIPAHAMI)

    assert len(rows) == 3
    assert dict(rows[0].issues[0].context)["saran"].startswith(
        "Ada beberapa unit dengan nama itu: PKM, RSUD."
    )
