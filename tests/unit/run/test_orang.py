"""Who signs a form: described by the strongest source that knows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.read import read_submission, take_snapshot
from kinerja_xlsx.run.orang import officials_of, people_in, people_of, withheld_of
from kinerja_xlsx.run.pengaturan import check_settings_file
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.penugasan import Checked, Settings
from kinerja_xlsx.validate import check_isian
from kinerja_xlsx.write.hasil import Orang
from tests.drawn import NIPS, DrawnBook
from tests.flow.alur import KEPALA, PERAWAT, PERIOD, sent_by_three, settle

SATU, DUA, _ = NIPS


def checked(book: DrawnBook, folder: Path) -> Checked:
    path = book.save(folder / "isian.xlsx")
    return check_isian(read_submission(take_snapshot(path, path.name), ISIAN), None)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    office = settle(tmp_path, {"Pengaturan.xlsx": sent_by_three()["Pengaturan.xlsx"]})
    found = check_settings_file(office.pengaturan).settings
    assert found is not None
    return found


def test_sound_people_are_described_with_pangkat_and_unit(
    isian: DrawnBook, tmp_path: Path
) -> None:
    isian.sheets["Pegawai"][1]["Unit Kerja"] = "Bidang Keuangan"

    people = people_of(checked(isian, tmp_path))

    assert people == {
        SATU: Orang(
            "Contoh Satu, S.Kep.", SATU, "Penata, III/c", "Perawat Ahli Muda", "Dinas Kesehatan"
        ),
        DUA: Orang(
            "Contoh Dua, S.E.", DUA, "Penata Muda Tk. I, III/b", "Pengelola Keuangan",
            "Bidang Keuangan",
        ),
    }  # fmt: skip


def test_first_of_two_posts_describes_a_person(isian: DrawnBook, tmp_path: Path) -> None:
    second = isian.sheets["Pegawai"][0] | {"Jabatan": "Kepala Seksi", "Sifat": "Plt"}
    isian.sheets["Pegawai"].append(second)
    for row in isian.sheets["Hasil Kerja"] + isian.sheets["Penilaian"]:
        row["Sifat"] = "Definitif"

    people = people_of(checked(isian, tmp_path))

    assert people[SATU].jabatan == "Perawat Ahli Muda"


def test_withheld_people_are_described_by_what_is_shown(isian: DrawnBook, tmp_path: Path) -> None:
    isian.sheets["Hasil Kerja"][0]["Realisasi"] = "banyak"

    found = checked(isian, tmp_path)

    assert SATU not in people_of(found)
    assert withheld_of(found) == {
        SATU: Orang("Contoh Satu, S.Kep.", SATU, "", "Perawat Ahli Muda", "Dinas Kesehatan")
    }


def test_officials_of_a_file_are_known_by_code(isian: DrawnBook, tmp_path: Path) -> None:
    official = isian.sheets["Pejabat"][0] | {
        "Kode": "197001011995031001",
        "Pangkat/Golongan": None,
    }
    isian.sheets["Pejabat"].append(official)

    officials = officials_of(checked(isian, tmp_path))

    assert officials["KADIS"].nip == ""
    assert officials["KADIS"].pangkat == "Pembina, IV/a"
    assert officials["197001011995031001"].nip == "197001011995031001"
    assert officials["197001011995031001"].pangkat == ""


def test_settings_know_their_people_and_officials(settings: Settings) -> None:
    known = people_in(settings, {KEPALA, "KADIS", "ENTAH"}, PERIOD)

    assert known == {
        KEPALA: Orang(
            "Contoh Kepala", KEPALA, "Penata, III/c", "Kepala Puskesmas", "Puskesmas PKM"
        ),
        "KADIS": Orang("Contoh Kadis, M.Kes.", "", "", "Kepala Dinas", "Dinas Kesehatan"),
    }


def test_definitive_post_inside_the_period_describes_a_person(settings: Settings) -> None:
    (row,) = (row for row in settings.roster if row.nip == PERAWAT)
    old = row.model_copy(update={"jabatan": "Lama", "selesai": date(2025, 12, 31)})
    acting = row.model_copy(update={"jabatan": "Plt", "sifat": Sifat.PLT})

    known = people_in(replace(settings, roster=(row, old, acting)), {PERAWAT}, PERIOD)

    assert known[PERAWAT].jabatan == "Perawat Ahli Muda"


def test_without_settings_nobody_is_known() -> None:
    assert people_in(None, {KEPALA}, PERIOD) == {}
