"""Differences between submission and roster are proposed, never applied."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_xlsx.model.law import Golongan, Sifat
from kinerja_xlsx.model.rekap import UsulPerubahan
from kinerja_xlsx.read import read_submission, take_snapshot
from kinerja_xlsx.run.pengaturan import check_settings_file
from kinerja_xlsx.run.usul_perubahan import changes_of
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.penugasan import Settings, Subject
from kinerja_xlsx.validate import check_isian
from tests.flow.alur import KEPALA, PENGELOLA, PERAWAT, sent_by_three, settle


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    office = settle(tmp_path / "a", {"Pengaturan.xlsx": sent_by_three()["Pengaturan.xlsx"]})
    found = check_settings_file(office.pengaturan).settings
    assert found is not None
    return found


@pytest.fixture
def subjects(settings: Settings, tmp_path: Path) -> tuple[Subject, ...]:
    path = settle(tmp_path / "b", {"PKM.xlsx": sent_by_three()["PKM.xlsx"]}).input / "PKM.xlsx"
    submission = read_submission(take_snapshot(path, path.name), ISIAN)
    return check_isian(submission, settings).subjects


def with_row(settings: Settings, nip: str, **update: object) -> Settings:
    """Change the roster row of one person."""
    return replace(
        settings,
        roster=tuple(
            row.model_copy(update=update) if row.nip == nip else row for row in settings.roster
        ),
    )


def test_equal_data_propose_nothing(settings: Settings, subjects: tuple[Subject, ...]) -> None:
    assert changes_of("PKM", subjects, settings) == ()
    assert changes_of("PKM", subjects, None) == ()


def test_differing_cells_are_proposed_in_order_of_the_sheet(
    settings: Settings, subjects: tuple[Subject, ...]
) -> None:
    listed = with_row(settings, PERAWAT, golongan=Golongan("III/d"), jabatan="Perawat Penyelia")
    listed = with_row(listed, KEPALA, penilai="WALIKOTA")

    assert changes_of("PKM", subjects, listed) == (
        UsulPerubahan("PKM", KEPALA, "Contoh Kepala", "Penilai", "WALIKOTA", "KADIS"),
        UsulPerubahan("PKM", PERAWAT, "Contoh Perawat, S.Kep.", "Golongan", "III/d", "III/c"),
        UsulPerubahan(
            "PKM", PERAWAT, "Contoh Perawat, S.Kep.", "Jabatan", "Perawat Penyelia",
            "Perawat Ahli Muda",
        ),
    )  # fmt: skip


def test_cell_that_the_roster_leaves_open_proposes_nothing(
    settings: Settings, subjects: tuple[Subject, ...]
) -> None:
    assert changes_of("PKM", subjects, with_row(settings, PERAWAT, jenjang=None)) == ()


def test_cell_that_the_submission_leaves_blank_is_proposed_as_blank(
    settings: Settings, subjects: tuple[Subject, ...]
) -> None:
    listed = with_row(settings, PENGELOLA, atasan_penilai="WALIKOTA")

    (change,) = changes_of("PKM", subjects, listed)

    assert (change.kolom, change.di_daftar, change.di_isian) == ("Atasan Penilai", "WALIKOTA", "")


def test_person_of_another_unit_is_proposed_to_move(
    settings: Settings, subjects: tuple[Subject, ...]
) -> None:
    (change,) = changes_of("PKM", subjects, with_row(settings, PERAWAT, kode_unit="RSU"))

    assert (change.kolom, change.di_daftar, change.di_isian) == ("Kode Unit", "RSU", "PKM")


def test_row_of_the_same_unit_and_sifat_is_compared(
    settings: Settings, subjects: tuple[Subject, ...]
) -> None:
    (row,) = (row for row in settings.roster if row.nip == PERAWAT)
    other = row.model_copy(update={"kode_unit": "RSU", "jabatan": "Lain"})
    acting = row.model_copy(update={"sifat": Sifat.PLT, "jabatan": "Lain"})
    listed = replace(settings, roster=(other, acting, *settings.roster))

    assert changes_of("PKM", subjects, listed) == ()


def test_withheld_and_unknown_people_propose_nothing(
    settings: Settings, subjects: tuple[Subject, ...]
) -> None:
    withheld = [replace(subject, penugasan=None) for subject in subjects]
    nobody = replace(settings, roster=())

    assert changes_of("PKM", withheld, with_row(settings, PERAWAT, jabatan="Lain")) == ()
    assert changes_of("PKM", subjects, nobody) == ()
