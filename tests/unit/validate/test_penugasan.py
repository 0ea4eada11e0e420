"""Rules about assignments: owners, days, raters, RHK, Bobot, and who is not evaluated."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.law import JenisHasilKerja
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.model.submission import CellValue
from tests.unit.validate.build import (
    NAMES,
    NIPS,
    Built,
    Row,
    cells,
    codes,
    errors,
    found,
    hasil_kerja,
    penilaian,
    sound_isian,
)

DITAHAN = PenugasanStatus.DITAHAN
DITERIMA = PenugasanStatus.DITERIMA


def statuses(built: Built) -> list[PenugasanStatus]:
    return [item.status for item in built.check().subjects]


# -- whose row it is -------------------------------------------------------------------------


def test_a_nip_that_pegawai_lacks_is_reported_where_it_stands() -> None:
    built = sound_isian()
    stranger = "197505052000031009"
    for row in hasil_kerja(0):
        built.sheets["Hasil Kerja"].append(row | {"nip": stranger, "nama": "Orang Asing"})
    built.sheets["Penilaian"].append(penilaian(0) | {"nip": stranger, "nama": "Orang Asing"})

    checked = built.check()

    assert codes(checked) == {IssueCode.BRS_06}
    assert cells(checked.issues, IssueCode.BRS_06) == [
        "Hasil Kerja!B11", "Hasil Kerja!B12", "Hasil Kerja!B13", "Penilaian!B7",
    ]  # fmt: skip
    assert [(item.nip, item.status) for item in checked.subjects] == [
        (NIPS[0], DITERIMA), (NIPS[1], DITERIMA), (stranger, DITAHAN),
    ]  # fmt: skip
    assert checked.subjects[2].place.sheet == "Hasil Kerja"
    assert {record.subject for record in checked.rows if record.number > 10} == {2}


@pytest.mark.parametrize("nama", [NAMES[0], None, "Contoh Satuu, S.Kep."])
def test_a_row_that_may_be_a_persons_own_withholds_that_person(nama: str | None) -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0] |= {"nip": "199001012015031091", "nama": nama}

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_06)
    assert f"{NIPS[0]} – {NAMES[0]}" in dict(issue.context)["saran"]
    assert dict(issue.context)["daftar"] == "lembar Pegawai"
    assert [item.reasons for item in checked.subjects] == [(IssueCode.BRS_06,), ()]


def test_a_near_nip_with_another_name_is_somebody_else() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0] |= {"nip": "199001012015031091", "nama": "Bambang Lain"}

    checked = built.check()

    assert [(item.nip, item.status) for item in checked.subjects] == [
        (NIPS[0], DITERIMA), (NIPS[1], DITERIMA), ("199001012015031091", DITAHAN),
    ]  # fmt: skip


def test_a_numeric_nip_is_one_message_and_withholds_whose_row_it_may_be() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0]["nip"] = 199001012015031001.0

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_12}
    assert NIPS[0] in dict(found(checked.issues, IssueCode.SEL_12)[0].context)["saran"]
    assert [item.reasons for item in checked.subjects] == [(IssueCode.SEL_12,), ()]


def test_a_numeric_nip_without_a_name_is_told_by_its_digits() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0] |= {"nip": 199001012015031001.0, "nama": None}

    assert statuses(built) == [DITAHAN, DITERIMA]


def test_a_blank_nip_is_told_by_the_name() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0]["nip"] = None

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_01}
    assert [item.reasons for item in checked.subjects] == [(IssueCode.SEL_01,), ()]


def test_a_row_of_nobody_is_withheld_alone() -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"].append(hasil_kerja(0)[0] | {"nip": None, "nama": None})

    checked = built.check()

    assert cells(checked.issues, IssueCode.SEL_01) == ["Hasil Kerja!B11"]
    record = next(item for item in checked.rows if item.number == 11)
    assert (record.subject, record.verdict) == (None, RowVerdict.DITAHAN)
    assert [item.status for item in checked.subjects] == [DITERIMA, DITERIMA]


@pytest.mark.parametrize(
    ("nip", "code"),
    [(199001012015031001.0, "SEL-12"), ("1990010120150310", "SEL-11"),
     ("19900101201503100", "SEL-11")],
)  # fmt: skip
def test_a_damaged_nip_in_pegawai_holds_the_rows_with_the_right_one_quietly(
    nip: CellValue, code: str
) -> None:
    built = sound_isian()
    built.rows("Pegawai")[0]["nip"] = nip

    checked = built.check()

    assert codes(checked) == {IssueCode(code)}
    assert [item.status for item in checked.subjects] == [DITAHAN, DITERIMA]
    assert {record.subject for record in checked.rows if record.number == 5} <= {0, None}


def test_a_damaged_nip_repeated_on_all_sheets_is_one_person() -> None:
    built = sound_isian()
    for sheet in ("Pegawai", "Hasil Kerja", "Penilaian"):
        for row in built.rows(sheet):
            if row["nip"] == NIPS[0]:
                row |= {"nip": 199001012015031001.0, "nama": "Sama"}

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_12}
    assert len(found(checked.issues, IssueCode.SEL_12)) == 5
    assert [item.status for item in checked.subjects] == [DITAHAN, DITERIMA]


def test_another_name_than_in_pegawai_is_said_once_for_a_sheet() -> None:
    built = sound_isian()
    for row in built.rows("Hasil Kerja")[:3]:
        row["nama"] = "Bambang Lain"

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_09)
    assert codes(checked) == {IssueCode.BRS_09}
    assert issue.place.cell == "C5"
    assert (issue.value, dict(issue.context)["nama_daftar"]) == ("Bambang Lain", NAMES[0])
    assert checked.subjects[0].status is DITERIMA


@pytest.mark.parametrize("nama", ["CONTOH SATU", "Contoh  Satu S.Kep", "dr. Contoh Satu, M.Kes."])
def test_degrees_and_capitals_are_no_other_name(nama: str) -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0]["nama"] = nama

    assert built.check().issues == ()


# -- two assignments of one person -----------------------------------------------------------


def two_posts(**second: CellValue) -> Built:
    """Give the first person a second assignment without rows of its own."""
    built = sound_isian(1)
    built.sheets["Pegawai"].append(built.rows("Pegawai")[0] | {"jabatan": "Plt. Kepala"} | second)
    return built


def own_rows(built: Built, **marks: CellValue) -> None:
    """Add rows of the second assignment."""
    built.sheets["Hasil Kerja"] += [row | marks for row in hasil_kerja(0)]
    built.sheets["Penilaian"].append(penilaian(0) | marks)


def mark_first(built: Built, **marks: CellValue) -> None:
    for sheet in ("Hasil Kerja", "Penilaian"):
        for row in built.rows(sheet):
            row.update(marks)


def test_sifat_tells_two_assignments_apart() -> None:
    built = two_posts(sifat="Plt")
    mark_first(built, sifat="Definitif")
    own_rows(built, sifat="Plt")

    checked = built.check()

    assert checked.issues == ()
    assert [(item.sifat, item.status) for item in checked.subjects] == [
        ("Definitif", DITERIMA), ("Plt", DITERIMA),
    ]  # fmt: skip
    assert [len(item.penugasan.indikator) for item in checked.subjects if item.penugasan] == [3, 3]


def test_without_sifat_neither_of_two_assignments_is_accepted() -> None:
    built = two_posts(sifat="Plt")
    mark_first(built, sifat="Definitif")
    own_rows(built, sifat="Plt")
    built.rows("Hasil Kerja")[4]["sifat"] = None

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_11)
    assert issue.place.cell == "D9"
    assert dict(issue.context)["syarat"] == "NIP ini mempunyai dua penugasan di berkas ini"
    assert [item.status for item in checked.subjects] == [DITAHAN, DITAHAN]


def transfer() -> Built:
    built = two_posts(mulai=date(2026, 2, 15))
    built.rows("Pegawai")[0]["selesai"] = date(2026, 2, 14)
    return built


def test_mulai_tells_two_posts_of_one_sifat_apart() -> None:
    built = transfer()
    mark_first(built, mulai=date(2026, 1, 1))
    own_rows(built, mulai=date(2026, 2, 15))

    checked = built.check()

    assert checked.issues == ()
    assert [(item.mulai, item.selesai) for item in checked.subjects] == [
        (date(2026, 1, 1), date(2026, 2, 14)), (date(2026, 2, 15), date(2026, 3, 31)),
    ]  # fmt: skip


def test_a_blank_mulai_is_the_post_whose_mulai_is_blank() -> None:
    built = transfer()
    own_rows(built, mulai=date(2026, 2, 15))

    assert built.check().issues == ()


def test_mulai_is_asked_for_where_sifat_does_not_decide() -> None:
    built = transfer()
    built.rows("Pegawai")[0]["mulai"] = date(2026, 1, 1)
    mark_first(built, sifat="Definitif")
    own_rows(built, mulai=date(2026, 2, 15))

    checked = built.check()

    assert cells(checked.issues, IssueCode.BRS_11)[0] == "Hasil Kerja!E5"
    assert "dengan Sifat yang sama" in dict(checked.issues[0].context)["syarat"]
    assert [item.status for item in checked.subjects] == [DITAHAN, DITAHAN]


def test_an_assignment_that_pegawai_lacks_is_reported() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0]["sifat"] = "Plt"

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_06)
    context = dict(issue.context)
    assert context["daftar"] == "lembar Pegawai dengan Sifat «Plt»"
    assert context["saran"] == "Di sana Sifat: «Definitif»."
    assert [item.status for item in checked.subjects] == [DITAHAN, DITERIMA]


def test_a_mulai_that_pegawai_lacks_is_reported() -> None:
    built = transfer()
    own_rows(built, mulai=date(2026, 3, 1))

    checked = built.check()

    context = dict(found(checked.issues, IssueCode.BRS_06)[0].context)
    assert context["daftar"] == "lembar Pegawai dengan Mulai 01/03/2026"
    assert context["saran"] == "Di sana Mulai: 01/01/2026, 15/02/2026."


def test_a_faulty_sifat_withholds_all_posts_it_may_mean() -> None:
    built = two_posts(sifat="Plt")
    mark_first(built, sifat="Definitif")
    own_rows(built, sifat="Plt")
    built.rows("Hasil Kerja")[0]["sifat"] = "Plx"

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_06}
    assert [item.status for item in checked.subjects] == [DITAHAN, DITAHAN]


def test_a_faulty_sifat_in_pegawai_is_the_only_message() -> None:
    built = two_posts(sifat="Plx")

    checked = built.check()

    assert errors(checked) == {IssueCode.SEL_06}


# -- days and raters --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "day", "cell"),
    [("mulai", date(2025, 12, 31), "L5"), ("selesai", date(2026, 4, 1), "M5")],
)
def test_a_day_outside_the_period_is_refused(name: str, day: date, cell: str) -> None:
    built = sound_isian()
    built.rows("Pegawai")[0][name] = day

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.SEL_17)
    assert errors(checked) == {IssueCode.SEL_17}
    assert issue.place.cell == cell
    assert issue.context == (("akhir", "31/03/2026"), ("awal", "01/01/2026"))


@pytest.mark.parametrize(
    ("name", "day"), [("mulai", date(2026, 1, 1)), ("selesai", date(2026, 3, 31))]
)
def test_the_ends_of_the_period_lie_within_it(name: str, day: date) -> None:
    built = sound_isian()
    built.rows("Pegawai")[0][name] = day

    assert built.check().issues == ()


def test_an_end_before_its_beginning_is_refused() -> None:
    built = sound_isian()
    built.rows("Pegawai")[0] |= {"mulai": date(2026, 3, 2), "selesai": date(2026, 3, 1)}

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_10)
    assert errors(checked) == {IssueCode.BRS_10}
    assert issue.place.cell == "M5"
    assert issue.context == (("mulai", "02/03/2026"), ("selesai", "01/03/2026"))


def test_ratings_before_the_period_are_refused() -> None:
    built = sound_isian()
    built.rows("Penilaian")[0]["tanggal_penilaian"] = date(2025, 12, 31)

    checked = built.check()

    assert cells(checked.issues, IssueCode.SEL_17) == ["Penilaian!T5"]
    assert checked.subjects[0].reasons == (IssueCode.SEL_17,)


def test_nobody_rates_himself() -> None:
    built = sound_isian()
    built.rows("Pegawai")[0]["penilai"] = NIPS[0]

    checked = built.check()

    assert cells(checked.issues, IssueCode.BRS_12) == ["Pegawai!N5"]
    assert checked.subjects[0].reasons == (IssueCode.BRS_12,)


@pytest.mark.parametrize(
    ("nip", "status", "raised"),
    [
        ("199001012015211001", "PNS", {"SEL-14"}),
        ("199001012015031001", "PPPK", {"SEL-14"}),
        ("199001012015211001", "PPPK", set()),
        ("199001012015033001", "PNS", {"SEL-15"}),
    ],
)
def test_unusual_digits_are_a_warning_on_pegawai_only(
    nip: str, status: str, raised: set[str]
) -> None:
    built = sound_isian(1)
    for sheet in ("Pegawai", "Hasil Kerja", "Penilaian"):
        for row in built.rows(sheet):
            row["nip"] = nip
    built.rows("Pegawai")[0] |= {"status_asn": status, "golongan": "IX"}

    checked = built.check()

    assert {code.value for code in codes(checked)} == raised
    assert all(issue.severity is Severity.PERINGATAN for issue in checked.issues)
    assert checked.subjects[0].status is DITERIMA


# -- RHK ---------------------------------------------------------------------------------------


def test_blank_cells_of_an_rhk_are_as_in_its_first_row() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[1] |= {
        "jenis": None, "rhk_pimpinan": None, "rencana_hasil_kerja": None,
    }  # fmt: skip

    checked = built.check()

    penugasan = checked.subjects[0].penugasan
    assert checked.issues == ()
    assert penugasan is not None
    second = penugasan.indikator[1].row
    assert second.jenis is JenisHasilKerja.UTAMA
    assert second.rencana_hasil_kerja == penugasan.indikator[0].row.rencana_hasil_kerja


def test_cells_of_an_rhk_that_differ_are_named_both() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[1]["rencana_hasil_kerja"] = "Lain sekali"

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.LTS_14)
    assert codes(checked) == {IssueCode.LTS_14}
    assert issue.place.cell == "J6"
    assert dict(issue.context) == {
        "rhk": "1", "sel_a": "Hasil Kerja!J5", "sel_b": "Hasil Kerja!J6",
    }  # fmt: skip
    assert checked.subjects[0].reasons == (IssueCode.LTS_14,)


@pytest.mark.parametrize(
    ("name", "code"), [("rencana_hasil_kerja", "SEL-01"), ("rhk_pimpinan", "BRS-11")]
)
def test_a_cell_that_the_whole_rhk_lacks_is_missed_once(name: str, code: str) -> None:
    built = sound_isian()
    for row in built.rows("Hasil Kerja")[:2]:
        row[name] = None

    checked = built.check()

    assert [issue.code.value for issue in checked.issues] == [code]
    assert checked.issues[0].place.row == 5


def test_a_faulty_cell_of_an_rhk_is_not_missed_below() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0]["jenis"] = "Utamaa"
    built.rows("Hasil Kerja")[1]["jenis"] = None

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_06}


def test_a_further_row_may_hold_what_an_optional_first_cell_lacks() -> None:
    built = sound_isian(1)
    for row in built.rows("Hasil Kerja"):
        row |= {"jenis": "Tambahan", "rhk_pimpinan": None}
    built.rows("Hasil Kerja")[1]["rhk_pimpinan"] = "Didukung"

    assert built.check().issues == ()


# -- indicators ----------------------------------------------------------------------------------


def with_bobot(*bobot: float | None) -> Built:
    built = sound_isian()
    for row, value in zip(built.rows("Hasil Kerja"), bobot, strict=False):
        row["bobot"] = value
    return built


def test_bobot_that_totals_a_hundred_is_fine() -> None:
    assert with_bobot(33.3, 33.3, 33.4).check().issues == ()


@pytest.mark.parametrize(
    ("bobot", "problem"),
    [
        ((50.0, 25.0, 20.0), "Jumlah Bobot {0} = 95; seharusnya 100 (baris 5, 6, 7)."),
        (
            (None, 50.0, 50.0),
            "Bobot {0} baru terisi pada 2 dari 3 indikator utama (baris kosong: 5).",
        ),
    ],
)
def test_bobot_that_does_not_add_up_is_refused(
    bobot: tuple[float | None, ...], problem: str
) -> None:
    checked = with_bobot(*bobot).check()

    (issue,) = found(checked.issues, IssueCode.LTS_01)
    assert codes(checked) == {IssueCode.LTS_01}
    assert issue.place.cell == "T5"
    assert dict(issue.context) == {"masalah": problem.format(NAMES[0])}
    assert [item.status for item in checked.subjects] == [DITAHAN, DITERIMA]


def test_bobot_of_additional_work_does_not_count() -> None:
    built = with_bobot(60.0, 40.0, 40.0)
    built.rows("Hasil Kerja")[2]["jenis"] = "Tambahan"

    assert built.check().issues == ()


def test_bobot_is_not_judged_beside_a_faulty_one() -> None:
    built = with_bobot(60.0, 40.0)
    built.rows("Hasil Kerja")[2]["bobot"] = "x"

    assert codes(built.check()) == {IssueCode.SEL_02}


def test_realisasi_without_evidence_is_a_warning() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0]["bukti_dukung"] = None
    built.rows("Hasil Kerja")[1] |= {"bukti_dukung": None, "realisasi": None}

    checked = built.check()

    assert codes(checked) == {IssueCode.BRS_13}
    assert cells(checked.issues, IssueCode.BRS_13) == ["Hasil Kerja!Y5"]
    assert checked.subjects[0].status is DITERIMA


def test_an_upper_target_below_the_target_is_refused() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0]["target_atas"] = 1100.0
    built.rows("Hasil Kerja")[1]["target_atas"] = 40.0

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_14)
    assert errors(checked) == {IssueCode.BRS_14}
    assert issue.place.cell == "O5"
    assert (issue.value, issue.context) == ("1.100", (("target", "1.200"),))


@pytest.mark.parametrize(
    ("filled", "missing"),
    [
        ({"realisasi": 95.0}, ["Hasil Kerja!V5", "Hasil Kerja!W5"]),
        ({"realisasi": None, "pembilang": 475.0}, ["Hasil Kerja!W5"]),
        ({"realisasi": None, "penyebut": 500.0}, ["Hasil Kerja!V5"]),
        ({"realisasi": None, "pembilang": 475.0, "penyebut": 500.0}, []),
        ({"realisasi": 90.0, "pembilang": 475.0, "penyebut": 500.0}, []),
        ({"realisasi": None}, []),
    ],
)
def test_a_ratio_that_was_begun_needs_both_parts(filled: Row, missing: list[str]) -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0] |= {"agregasi": "Rasio"} | filled

    checked = built.check()

    assert cells(checked.issues, IssueCode.BRS_11) == missing


def test_a_typed_realisasi_stays_beside_its_ratio() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0] |= {
        "agregasi": "Rasio", "realisasi": 90.0, "pembilang": 475.0, "penyebut": 500.0,
    }  # fmt: skip

    penugasan = built.check().subjects[0].penugasan

    assert penugasan is not None
    assert penugasan.indikator[0].row.realisasi == Decimal(90)


# -- not evaluated, not filled in --------------------------------------------------------------


@pytest.mark.parametrize("keadaan", ["Cuti", "Tugas Belajar", "Pensiun"])
def test_a_state_for_the_whole_period_leaves_all_rows_out(keadaan: str) -> None:
    built = sound_isian()
    built.rows("Pegawai")[0]["keadaan"] = keadaan
    built.rows("Hasil Kerja")[0]["realisasi"] = "belum"

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_08)
    assert codes(checked) == {IssueCode.BRS_08}
    assert (issue.place.cell, issue.value) == ("K5", keadaan)
    assert checked.subjects[0].status is PenugasanStatus.TIDAK_DINILAI
    assert checked.subjects[0].reasons == (IssueCode.BRS_08,)
    own = [record for record in checked.rows if record.subject == 0]
    assert len(own) == 5
    assert {record.verdict for record in own} == {RowVerdict.DIABAIKAN}
    assert {record.reason for record in own} == {IssueCode.BRS_08}


@pytest.mark.parametrize("days", [{"mulai": date(2026, 1, 2)}, {"selesai": date(2026, 3, 30)}])
def test_a_state_for_part_of_the_period_is_evaluated(days: Row) -> None:
    built = sound_isian()
    built.rows("Pegawai")[0] |= {"keadaan": "Cuti"} | days

    checked = built.check()

    assert checked.issues == ()
    assert checked.subjects[0].status is DITERIMA


def test_other_states_are_evaluated() -> None:
    built = sound_isian()
    built.rows("Pegawai")[0] |= {"keadaan": "Mutasi Keluar", "selesai": date(2026, 2, 1)}
    built.rows("Pegawai")[1]["keadaan"] = "Meninggal"

    assert statuses(built) == [DITERIMA, DITERIMA]


@pytest.mark.parametrize(("keadaan", "cell"), [("Mutasi Masuk", "L5"), ("Mutasi Keluar", "M5")])
def test_a_transfer_needs_its_day(keadaan: str, cell: str) -> None:
    built = sound_isian()
    built.rows("Pegawai")[0]["keadaan"] = keadaan

    assert cells(built.check().issues, IssueCode.BRS_11) == [f"Pegawai!{cell}"]


def test_a_withheld_person_on_leave_is_withheld() -> None:
    built = sound_isian()
    built.rows("Pegawai")[0] |= {"keadaan": "Cuti", "jabatan": None}

    assert statuses(built) == [DITAHAN, DITERIMA]


def empty_entries(built: Built) -> None:
    for row in built.rows("Hasil Kerja")[:3]:
        row |= {"realisasi": None, "bukti_dukung": None}
    built.rows("Penilaian")[0] |= {
        "rating_hasil_kerja": None, "rating_perilaku": None, "umpan_balik_perilaku": None,
        "tanggal_penilaian": None,
    }  # fmt: skip


def test_an_assignment_without_any_entry_is_one_message() -> None:
    built = sound_isian()
    empty_entries(built)

    checked = built.check()

    (issue,) = checked.issues
    assert (issue.code, issue.severity) == (IssueCode.LTS_07, Severity.PERINGATAN)
    assert (issue.place.cell, issue.nama) == ("B5", NAMES[0])
    assert [item.status for item in checked.subjects] == [DITAHAN, DITERIMA]
    assert checked.subjects[0].penugasan is None


@pytest.mark.parametrize(
    ("sheet", "name", "value"),
    [
        ("Hasil Kerja", "umpan_balik", "Sudah baik"),
        ("Penilaian", "rating_perilaku", "Sesuai Ekspektasi"),
        ("Hasil Kerja", "realisasi", 0.0),
    ],
)
def test_one_entry_makes_it_filled_in(sheet: str, name: str, value: CellValue) -> None:
    built = sound_isian()
    empty_entries(built)
    built.rows(sheet)[0][name] = value

    assert IssueCode.LTS_07 not in codes(built.check())


def test_a_dash_is_no_entry() -> None:
    built = sound_isian()
    empty_entries(built)
    built.rows("Hasil Kerja")[0]["realisasi"] = "-"

    assert codes(built.check()) == {IssueCode.LTS_07, IssueCode.SEL_31}


def test_a_faulty_entry_is_one() -> None:
    built = sound_isian()
    empty_entries(built)
    built.rows("Hasil Kerja")[0]["realisasi"] = "banyak"

    assert IssueCode.LTS_07 not in codes(built.check())


def test_a_person_without_work_is_not_filled_in() -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"] = [*built.sheets["Hasil Kerja"][3:]]

    checked = built.check()

    assert codes(checked) == {IssueCode.LTS_07}
    assert [item.status for item in checked.subjects] == [DITAHAN, DITERIMA]


def test_a_prefilled_row_of_nothing_but_a_name_is_not_ten_messages() -> None:
    built = sound_isian()
    empty_entries(built)
    built.sheets["Hasil Kerja"] = [
        {"nip": NIPS[0], "nama": NAMES[0]}, *built.sheets["Hasil Kerja"][3:],
    ]  # fmt: skip

    assert codes(built.check()) == {IssueCode.LTS_07}


def test_other_errors_are_told_beside_it() -> None:
    built = sound_isian()
    empty_entries(built)
    built.rows("Hasil Kerja")[0]["target"] = None
    built.rows("Pegawai")[0]["golongan"] = None

    checked = built.check()

    assert codes(checked) == {IssueCode.LTS_07, IssueCode.BRS_11}
    assert len(found(checked.issues, IssueCode.BRS_11)) == 2


def test_a_person_without_a_row_of_ratings_waits_for_them() -> None:
    built = sound_isian()
    built.sheets["Penilaian"] = built.sheets["Penilaian"][1:]

    checked = built.check()

    assert checked.issues == ()
    assert checked.subjects[0].status is DITERIMA
    assert checked.subjects[0].penugasan is not None
    assert checked.subjects[0].penugasan.penilaian is None


def test_both_ratings_blank_is_no_error() -> None:
    built = sound_isian()
    built.rows("Penilaian")[0] |= {"rating_hasil_kerja": None, "rating_perilaku": None}

    assert built.check().issues == ()
