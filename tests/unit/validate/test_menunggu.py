"""What could not be checked is said once, with the cell that it waits for, and holds nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.result import PenugasanStatus
from tests.unit.validate.build import (
    NIPS,
    Built,
    Row,
    codes,
    errors,
    found,
    sound_isian,
    waiting,
)

Change = Callable[[Built], None]


def put(sheet: str, position: int, **changes: object) -> Change:
    def change(built: Built) -> None:
        built.rows(sheet)[position].update(changes)  # type: ignore[arg-type]  # cells of a test

    return change


def weigh(*bobot: object) -> Change:
    def change(built: Built) -> None:
        for row, value in zip(built.rows("Hasil Kerja"), bobot, strict=False):
            row["bobot"] = value  # type: ignore[assignment]  # cells of a test

    return change


def both(*changes: Change) -> Change:
    def change(built: Built) -> None:
        for one in changes:
            one(built)

    return change


HK = "Hasil Kerja"
ENTRIES = (
    "realisasi", "bukti_dukung", "rating_hasil_kerja", "rating_perilaku", "umpan_balik_perilaku",
    "tanggal_penilaian",
)  # fmt: skip


def blank_entries(built: Built) -> None:
    for row in (*built.rows(HK), *built.rows("Penilaian")):
        if row["nip"] == NIPS[0]:
            for name in row.keys() & set(ENTRIES):
                del row[name]


CASES: tuple[tuple[str, Change, list[tuple[str, str]]], ...] = (
    (
        "the sum of weights waits for a faulty weight",
        weigh(60.0, 40.0, "x"),
        [("Jumlah Bobot", f"{HK}!T7 (Bobot)")],
    ),
    (
        "the sum of weights waits for a faulty kind of work, told above",
        both(weigh(50.0, 25.0, 25.0), put(HK, 0, jenis="Utma"), put(HK, 1, jenis=None)),
        [("Jumlah Bobot", f"{HK}!H5 (Jenis)")],
    ),
    ("weights that nobody uses are not waited for", put(HK, 2, jenis="Utma"), []),
    (
        "the order of days waits for a faulty day",
        put("Pegawai", 0, mulai="kemarin", selesai=date(2026, 3, 1)),
        [("Urutan Mulai dan Selesai", "Pegawai!L5 (Mulai)")],
    ),
    ("a faulty day alone has no order", put("Pegawai", 0, mulai="kemarin"), []),
    (
        "the circle of raters waits for a faulty rater",
        put("Pegawai", 0, penilai="19900101"),
        [("Kemungkinan lingkaran penilai", "Pegawai!N5 (Penilai)")],
    ),
    (
        "the number of an indicator waits for that of its RHK",
        put(HK, 0, no_rhk="satu"),
        [
            ("Kecocokan No Indikator dengan No RHK serta kesamaan isi baris-baris satu RHK",
             f"{HK}!F5 (No RHK)"),
        ],
    ),
    (
        "copies of an indicator wait for a faulty number",
        put(HK, 2, no_indikator="1-1"),
        [
            ("Kecocokan No Indikator dengan No RHK serta kemungkinan No Indikator ganda",
             f"{HK}!G7 (No Indikator)"),
        ],
    ),
    (
        "a range waits for its faulty bound",
        put(HK, 1, target="empat puluh", target_atas=50.0),
        [("Urutan Target dan Target Atas", f"{HK}!N6 (Target)")],
    ),
    (
        "the parts of a ratio wait for a faulty aggregation",
        put(HK, 0, agregasi="Rasia"),
        [("Wajib tidaknya Pembilang dan Penyebut", f"{HK}!S5 (Agregasi)")],
    ),
    (
        "what the kind of a post requires is said once for all rows",
        both(put("Pegawai", 0, jenis_jabatan="Ajaib", jenjang=None), put(HK, 0, aspek=None),
             put(HK, 1, aspek=None)),
        [
            ("Wajib tidaknya Jenjang, Aspek, dan Perspektif",
             "Pegawai!G5 (Jenis Jabatan)"),
        ],
    ),
    (
        "rows of one RHK wait for a faulty cell of its first row",
        put(HK, 0, jenis="Utma", rencana_hasil_kerja="H" * 1001),
        [("Kesamaan isi RHK 1",
          f"{HK}!H5 (Jenis), {HK}!J5 (Rencana Hasil Kerja)")],
    ),
    (
        "whether anything is filled in waits for the state",
        both(put("Pegawai", 0, keadaan="Cutii"), blank_entries),
        [("Kelengkapan isian serta wajib tidaknya Mulai dan Selesai", "Pegawai!K5 (Keadaan)")],
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_rule_that_waits_is_named_with_its_cells(
    change: Change, expected: list[tuple[str, str]]
) -> None:
    built = sound_isian()
    change(built)

    assert waiting(built.check().issues) == expected


def test_notice_is_no_fault_and_withholds_nothing_more() -> None:
    built = sound_isian()
    weigh(60.0, 40.0, "x")(built)

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.LTS_30)
    assert issue.severity is Severity.CATATAN
    assert (issue.nip, issue.place.heading) == (NIPS[0], "Bobot")
    assert checked.subjects[0].reasons == (IssueCode.SEL_02,)
    assert checked.subjects[1].status is PenugasanStatus.DINILAI


def test_rule_runs_by_itself_once_the_cell_is_mended() -> None:
    built = sound_isian()
    weigh(60.0, 40.0, 1.0)(built)

    checked = built.check()

    assert codes(checked) == {IssueCode.LTS_01}


def test_many_cells_are_counted_and_not_all_named() -> None:
    built = sound_isian()
    rows = built.rows(HK)
    rows[3:3] = [rows[0] | {"no_indikator": f"1.{number}"} for number in (3, 4, 5)]
    built.sheets[HK] = list(rows)
    weigh("a", "b", "c", "d", "e")(built)

    ((aturan, sel),) = waiting(built.check().issues)

    assert aturan == "Jumlah Bobot"
    assert sel == f"{HK}!T5 (Bobot), {HK}!T6 (Bobot), {HK}!T7 (Bobot) dan 2 sel lain"


def test_weights_wait_for_the_row_of_an_uncertain_owner() -> None:
    built = sound_isian()
    weigh(60.0, 30.0, 10.0)(built)
    built.rows(HK)[2]["nip"] = NIPS[0][:-1]

    checked = built.check()

    assert errors(checked) == {IssueCode.SEL_11}
    assert waiting(checked.issues)[0] == ("Jumlah Bobot", f"{HK}!B7 (NIP)")


def test_second_post_is_not_charged_with_weights_of_a_row_that_may_be_its_own() -> None:
    built = sound_isian()
    post: Row = built.rows("Pegawai")[0] | {"sifat": "Plt", "jabatan": "Kepala Seksi"}
    built.sheets["Pegawai"].append(post)
    for row in built.rows(HK)[:3]:
        row["sifat"] = "Definitif"
    weigh(60.0, 30.0, 10.0)(built)
    extra = [row | {"sifat": "Plt"} for row in built.rows(HK)[:3]]
    extra[2] = extra[2] | {"sifat": None}
    built.sheets[HK] += extra

    checked = built.check()

    assert IssueCode.LTS_01 not in codes(checked)
    # Said of both posts, since the row may be of either.
    assert waiting(checked.issues).count(("Jumlah Bobot", f"{HK}!D13 (Sifat)")) == 2


def test_damaged_nip_stays_one_message() -> None:
    built = sound_isian()
    built.rows("Pegawai")[0]["nip"] = 199001012015031001.0

    assert codes(built.check()) == {IssueCode.SEL_12}


def test_post_that_is_not_filled_in_is_one_message() -> None:
    built = sound_isian()
    blank_entries(built)
    built.rows("Pegawai")[0]["jenis_jabatan"] = "Ajaib"
    built.rows("Pegawai")[0]["jenjang"] = None

    assert codes(built.check()) == {IssueCode.SEL_06, IssueCode.LTS_07}
