"""Rows keep their place, and refusals keep their reasons across a process border."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.model.law import JenisJabatan, StatusAsn
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penugasan import Checked, Penugasan, Placed, RejectedFileError

NIP = "198507172010011002"
ROW = PegawaiRow(
    nip=NIP,
    nama="Contoh",
    status_asn=StatusAsn.PNS,
    jabatan="Perawat",
    jenis_jabatan=JenisJabatan.FUNGSIONAL,
    penilai="WALIKOTA",
)


@pytest.fixture
def placed() -> Placed[PegawaiRow]:
    return Placed(ROW, "dinkes.xlsx", "Data Pegawai", 7, {"nip": 2, "penilai": 28})


def test_row_points_at_a_cell_with_the_heading_of_the_template(
    placed: Placed[PegawaiRow],
) -> None:
    assert placed.place("penilai") == Place("dinkes.xlsx", "Data Pegawai", 7, 28, "Penilai")


def test_row_points_at_itself(placed: Placed[PegawaiRow]) -> None:
    assert placed.place() == Place("dinkes.xlsx", "Data Pegawai", 7)


def test_column_that_the_file_lacks_still_has_its_heading(placed: Placed[PegawaiRow]) -> None:
    assert placed.place("jenjang") == Place("dinkes.xlsx", "Data Pegawai", 7, None, "Jenjang")


@pytest.mark.parametrize(
    ("field", "address"), [("penilai", "Data Pegawai!AB7"), ("jenjang", "Data Pegawai!7")]
)
def test_address_names_the_sheet_of_the_file(
    placed: Placed[PegawaiRow], field: str, address: str
) -> None:
    assert placed.address(field) == address


def test_assignment_has_the_nip_of_its_row(placed: Placed[PegawaiRow]) -> None:
    penugasan = Penugasan("DINKES", placed, (), None, date(2026, 1, 1), date(2026, 3, 31))

    assert penugasan.nip == NIP


@pytest.mark.parametrize(("ancestors", "round_number"), [((), 0), (("a",), 1), (("a", "b"), 2)])
def test_round_is_the_number_of_ancestors(ancestors: tuple[str, ...], round_number: int) -> None:
    identitas = IdentitasForm(kode_unit="DINKES", periode="2026-TW1")
    checked = Checked(
        "dinkes.xlsx", "", identitas, Period.parse("2026-TW1"), ancestors, "", (), (), (), ()
    )

    assert (checked.unit, checked.round) == ("DINKES", round_number)


def test_refusal_keeps_issues_unit_and_period_through_pickling() -> None:
    issue = make_issue(IssueCode.BRK_12, Place("dinkes.xlsx"), value="DINKS", saran="")
    error = RejectedFileError((issue,), "DINKS", "2026-TW1")

    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert (again.issues, again.unit, again.period) == ((issue,), "DINKS", "2026-TW1")
