"""Rules that wait on other sheets: raters, days, the catalogue, the roster, and the plan."""

from __future__ import annotations

from dataclasses import replace

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import Agregasi, Arah, YaTidak
from kinerja_xlsx.spec.katalog import KatalogRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import check_pengaturan
from tests.unit.validate.build import Built, settings, sound_isian, sound_pengaturan, waiting
from tests.unit.validate.compared import compare
from tests.unit.validate.tambahan_build import kegiatan, kehadiran, with_sheet
from tests.unit.validate.test_skp import check as check_plan
from tests.unit.validate.test_skp import sound_skp

HK = "Hasil Kerja"


def test_raters_wait_once_for_the_row_of_their_official() -> None:
    built = sound_isian()
    built.rows("Pejabat")[0]["jabatan"] = None

    checked = built.check()

    assert waiting(checked.issues) == [("Penilai untuk 2 pegawai", "Pejabat!E5 (Jabatan)")]


def test_attendance_waits_for_a_faulty_count() -> None:
    built = with_sheet("Kehadiran", kehadiran(0, sakit="satu"))

    assert waiting(built.check().issues) == [("Jumlah hari kehadiran", "Kehadiran!I5 (Sakit)")]


def test_activities_wait_for_a_faulty_hour_and_a_faulty_number() -> None:
    built = with_sheet("Kegiatan", kegiatan(0, mulai="pagi"))
    built.rows(HK)[1]["no_indikator"] = "1-2"

    rules = (
        "Kecocokan No Indikator dengan No RHK, kemungkinan No Indikator ganda, serta "
        "kecocokan kegiatan dengan indikatornya"
    )
    assert waiting(built.check().issues) == [
        (rules, f"{HK}!G6 (No Indikator)"),
        ("Urutan jam Mulai dan Selesai", "Kegiatan!E5 (Mulai)"),
    ]


def catalogued() -> Settings:
    known = settings()
    row = KatalogRow(
        jabatan="Perawat Ahli Muda", indikator="Jumlah layanan 1.1", satuan="pasien",
        arah=Arah.NAIK, agregasi=Agregasi.JUMLAH, wajib=YaTidak.YA,
    )  # fmt: skip
    return replace(known, katalog=(row,))


def test_obligatory_indicators_wait_for_a_faulty_text() -> None:
    built = sound_isian()
    built.rows(HK)[0]["indikator"] = None

    assert ("Kelengkapan indikator wajib jabatan", f"{HK}!M5 (Indikator)") in waiting(
        built.check(catalogued()).issues
    )


def test_move_to_another_unit_waits_for_a_faulty_day() -> None:
    built = sound_pengaturan()
    built.rows("Pegawai")[0]["kode_unit"] = "DINSOS"
    isian = sound_isian()
    isian.rows("Pegawai")[0]["mulai"] = "kemarin"

    checked = isian.check(pengaturan(built))

    assert waiting(checked.issues) == [
        ("Perpindahan unit menurut daftar induk BKPSDM", "Pegawai!L5 (Mulai)")
    ]


def pengaturan(built: Built) -> Settings:
    return check_pengaturan(built.submission())


def test_two_definitive_posts_wait_for_a_faulty_day() -> None:
    one, other = sound_isian(1), sound_isian(1, unit="DINSOS")
    one.file, other.file = "satu.xlsx", "dua.xlsx"
    one.rows("Pegawai")[0]["mulai"] = "kemarin"

    decided = compare(one.check(), other.check())

    assert IssueCode.LTS_04 not in {issue.code for issue in decided.issues}
    assert waiting(decided.issues) == [
        ("Kemungkinan jabatan definitif rangkap", "Mulai atau Selesai di Pegawai, baris 5")
    ]


def test_plan_waits_for_the_faulty_target_of_a_period() -> None:
    built = sound_skp()
    built.rows(HK)[0] |= {"target_tw2": "banyak", "target_atas": 9000.0}

    ((aturan, sel),) = waiting(check_plan(built).issues)

    assert aturan == "Urutan Target dan Target Atas"
    assert sel.endswith("(Target TW2)")
