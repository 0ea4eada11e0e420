"""All files of a run compared: descent, copies, merging, overlaps, raters, who is missing."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place, Severity
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.penugasan import Checked, Settings
from kinerja_xlsx.spec.pesan import render_line
from kinerja_xlsx.validate import Reconciled, check_pengaturan, keys_of, reconcile
from tests.unit.validate.build import (
    NAMES,
    NIPS,
    Built,
    found,
    settings,
    sound_isian,
    sound_pengaturan,
)


def compare(
    *files: Checked, known: Settings | None = None, refused: Sequence[tuple[str, str]] = ()
) -> Reconciled:
    """Reconcile files in two orders, which must not matter."""
    by_name = {file.file: file for file in files}
    keys = [keys_of(file) for file in files]
    result = reconcile(keys, known, by_name.__getitem__, refused=refused)
    shuffled = random.Random(7).sample(keys, len(keys))  # noqa: S311 - an order, not a secret
    assert reconcile(shuffled, known, by_name.__getitem__, refused=refused) == result
    assert all(render_line(issue, masked=False) for issue in result.issues)
    return result


def isian(name: str, change: Callable[[Built], object] | None = None, people: int = 2) -> Checked:
    """Make a checked file."""
    built = sound_isian(people)
    built.file = name
    if change is not None:
        change(built)
    return built.check()


def setting(sheet: str, row: int, field: str, value: CellValue) -> Callable[[Built], None]:
    """Make a change of one cell."""

    def change(built: Built) -> None:
        built.rows(sheet)[row][field] = value

    return change


def correction(of: Checked, name: str, change: Callable[[Built], object] | None = None) -> Checked:
    """Make the next round of a file."""

    def descend(built: Built) -> None:
        leluhur = " ".join([*of.ancestors, of.data_hash])
        built.meta = (built.meta or {}) | {"leluhur": leluhur}
        if change is not None:
            change(built)

    return isian(name, descend)


def only(*keep: int) -> Callable[[Built], None]:
    """Leave only some of the people in a file."""

    def change(built: Built) -> None:
        for sheet in ("Pegawai", "Hasil Kerja", "Penilaian"):
            nips = [NIPS[index] for index in keep]
            built.sheets[sheet] = [row for row in built.rows(sheet) if row["nip"] in nips]

    return change


def codes(result: Reconciled) -> list[str]:
    return [issue.code.value for issue in result.issues]


ERROR = setting("Hasil Kerja", 0, "realisasi", "banyak")
OTHER = setting("Hasil Kerja", 0, "realisasi", 7.0)


# -- descent ---------------------------------------------------------------------------------


def test_one_sound_file_counts() -> None:
    result = compare(isian("a.xlsx"))

    assert result.issues == ()
    assert result.taken == {("DINKES", "2026-TW1"): (("a.xlsx", 0), ("a.xlsx", 1))}
    assert result.missing_units == {}


def test_no_files_come_to_nothing() -> None:
    assert compare().taken == {}


def test_a_correction_supersedes_the_file_it_came_from() -> None:
    first = isian("a.xlsx", ERROR)
    mended = correction(first, "Perbaikan.xlsx")

    result = compare(first, mended)

    (issue,) = result.issues
    assert (issue.code, issue.place) == (IssueCode.LBK_03, Place("a.xlsx"))
    assert result.superseded == {"a.xlsx": "Perbaikan.xlsx"}
    assert result.taken["DINKES", "2026-TW1"] == (("Perbaikan.xlsx", 0), ("Perbaikan.xlsx", 1))


def test_the_last_of_three_rounds_counts() -> None:
    first = isian("a.xlsx", ERROR)
    second = correction(first, "b.xlsx", OTHER)
    third = correction(second, "c.xlsx")

    result = compare(first, second, third)

    assert result.superseded == {"a.xlsx": "c.xlsx", "b.xlsx": "c.xlsx"}
    assert codes(result) == ["LBK-03", "LBK-03"]


def test_an_older_round_of_the_same_file_does_not_count_though_its_own_child_is_gone() -> None:
    first = isian("a.xlsx", ERROR)
    left = correction(first, "left.xlsx", OTHER)
    right = correction(first, "right.xlsx", ERROR)
    newest = correction(right, "newest.xlsx")

    result = compare(left, newest)

    assert result.superseded == {"left.xlsx": "newest.xlsx"}


def test_two_corrections_of_one_round_are_compared_like_any_files() -> None:
    first = isian("a.xlsx", ERROR)

    result = compare(first, correction(first, "b.xlsx", OTHER), correction(first, "c.xlsx"))

    assert result.superseded == {"a.xlsx": "b.xlsx"}
    assert set(codes(result)) == {"LBK-02", "LBK-03", "LBK-04"}


@pytest.mark.parametrize("copies", [1, 2])
def test_a_correction_that_corrects_nothing_still_counts_exactly_once(copies: int) -> None:
    first = isian("a.xlsx")
    rounds = [correction(first, f"b{number}.xlsx") for number in range(copies)]

    result = compare(first, *rounds)

    assert result.taken["DINKES", "2026-TW1"] == (("b0.xlsx", 0), ("b0.xlsx", 1))
    assert result.superseded == {"a.xlsx": "b0.xlsx"}
    assert result.duplicates == ({"b1.xlsx": "b0.xlsx"} if copies == 2 else {})


def test_a_copy_counts_once_under_its_first_name() -> None:
    result = compare(isian("b.xlsx"), isian("a.xlsx"))

    (issue,) = result.issues
    assert (issue.code, issue.place.file) == (IssueCode.LBK_01, "b.xlsx")
    assert dict(issue.context) == {"lain": "a.xlsx"}
    assert result.duplicates == {"b.xlsx": "a.xlsx"}
    assert result.taken["DINKES", "2026-TW1"] == (("a.xlsx", 0), ("a.xlsx", 1))


# -- merging ----------------------------------------------------------------------------------


def test_files_with_other_people_are_merged_with_one_notice() -> None:
    result = compare(isian("a.xlsx", only(0)), isian("b.xlsx", only(1)))

    (issue,) = result.issues
    assert (issue.code, issue.place.file) == (IssueCode.LBK_02, "a.xlsx")
    assert dict(issue.context) == {"unit": "DINKES", "periode": "2026-TW1", "jumlah": "2"}
    assert result.taken["DINKES", "2026-TW1"] == (("a.xlsx", 0), ("b.xlsx", 0))


def test_an_equal_person_counts_once() -> None:
    result = compare(isian("a.xlsx"), isian("b.xlsx", only(1)))

    assert codes(result) == ["LBK-02"]
    assert result.ignored == {("b.xlsx", 0): "a.xlsx"}
    assert result.taken["DINKES", "2026-TW1"] == (("a.xlsx", 0), ("a.xlsx", 1))


@pytest.mark.parametrize(
    ("sheet", "field", "value"),
    [
        ("Hasil Kerja", "realisasi", "1250"),
        ("Hasil Kerja", "nama", "CONTOH SATU"),
        ("Hasil Kerja", "sifat", "Definitif"),
    ],
)
def test_an_equal_person_spelled_otherwise_counts_once(
    sheet: str, field: str, value: CellValue
) -> None:
    result = compare(isian("a.xlsx"), isian("b.xlsx", setting(sheet, 0, field, value)))

    assert codes(result) == ["LBK-02"]
    assert result.ignored == {("b.xlsx", 0): "a.xlsx", ("b.xlsx", 1): "a.xlsx"}


def test_differing_data_withhold_the_person_in_both_files() -> None:
    result = compare(isian("a.xlsx"), isian("b.xlsx", OTHER))

    first, second = found(result.issues, IssueCode.LBK_04)
    assert (first.place.file, first.place.cell, first.nama) == ("a.xlsx", "B5", NAMES[0])
    assert dict(first.context) == {
        "lain": "b.xlsx",
        "jumlah": "1",
        "sel": "Hasil Kerja!U5 ↔ Hasil Kerja!U5",
    }
    assert (second.place.file, dict(second.context)["lain"]) == ("b.xlsx", "a.xlsx")
    assert result.withheld == {
        ("a.xlsx", 0): (IssueCode.LBK_04,),
        ("b.xlsx", 0): (IssueCode.LBK_04,),
    }
    assert result.taken["DINKES", "2026-TW1"] == (("a.xlsx", 1),)


def test_at_most_three_cells_are_shown_and_missing_rows_are_counted() -> None:
    def change(built: Built) -> None:
        built.rows("Hasil Kerja")[0] |= {"realisasi": 7.0, "target": 8.0, "umpan_balik": "Baik"}
        built.rows("Pegawai")[0]["jabatan"] = "Bidan"
        del built.sheets["Hasil Kerja"][2]
        del built.sheets["Penilaian"][0]

    result = compare(isian("a.xlsx"), isian("b.xlsx", change))

    first, second = found(result.issues, IssueCode.LBK_04)
    assert dict(first.context)["jumlah"] == "6"
    assert dict(first.context)["sel"] == (
        "Pegawai!F5 ↔ Pegawai!F5, Hasil Kerja!N5 ↔ Hasil Kerja!N5, "
        "Hasil Kerja!U5 ↔ Hasil Kerja!U5, …"
    )
    assert dict(second.context)["jumlah"] == "6"


def test_a_row_that_only_one_file_has_is_named() -> None:
    def change(built: Built) -> None:
        del built.sheets["Hasil Kerja"][2]

    result = compare(isian("a.xlsx"), isian("b.xlsx", change))

    first, second = found(result.issues, IssueCode.LBK_04)
    assert dict(first.context)["sel"] == "Hasil Kerja!G7 ↔ –"
    assert dict(second.context)["sel"] == "– ↔ Hasil Kerja!G7"


def test_a_version_with_errors_of_its_own_contradicts_too() -> None:
    result = compare(isian("a.xlsx"), isian("b.xlsx", ERROR))

    first, _ = found(result.issues, IssueCode.LBK_04)
    assert dict(first.context)["jumlah"] == "beberapa"
    assert dict(first.context)["sel"] == "Pegawai!B5 ↔ Pegawai!B5"
    assert ("a.xlsx", 0) in result.withheld


def test_three_versions_of_which_two_agree_withhold_two() -> None:
    result = compare(
        isian("a.xlsx", only(0)),
        isian("b.xlsx", setting("Penilaian", 1, "catatan", "x")),
        isian("c.xlsx", OTHER),
    )

    assert result.withheld.keys() == {
        ("a.xlsx", 0), ("b.xlsx", 1), ("c.xlsx", 0), ("c.xlsx", 1),
    }  # fmt: skip
    assert result.ignored == {("b.xlsx", 0): "a.xlsx"}


def unfill(*people: int) -> Callable[[Built], None]:
    """Empty all entries of some people."""

    def change(built: Built) -> None:
        for row in [*built.rows("Hasil Kerja"), *built.rows("Penilaian")]:
            if row["nip"] in [NIPS[index] for index in people]:
                for name in (
                    "realisasi",
                    "bukti_dukung",
                    "rating_hasil_kerja",
                    "rating_perilaku",
                    "umpan_balik_perilaku",
                    "tanggal_penilaian",
                ):
                    row.pop(name, None)  # fmt: skip

    return change


def test_two_copies_of_a_template_filled_by_halves_make_one_submission() -> None:
    result = compare(isian("a.xlsx", unfill(1)), isian("b.xlsx", unfill(0)))

    assert codes(result) == ["LBK-02"]
    assert result.ignored == {("b.xlsx", 0): "a.xlsx", ("a.xlsx", 1): "b.xlsx"}
    assert result.taken["DINKES", "2026-TW1"] == (("a.xlsx", 0), ("b.xlsx", 1))


def test_a_person_filled_in_nowhere_is_told_once() -> None:
    change = setting("Pegawai", 0, "jabatan", "Bidan")

    def both(built: Built) -> None:
        unfill(0)(built)
        change(built)

    result = compare(isian("a.xlsx", unfill(0)), isian("b.xlsx", both))

    assert codes(result) == ["LBK-02"]
    assert result.ignored[("b.xlsx", 0)] == "a.xlsx"
    assert result.taken["DINKES", "2026-TW1"] == (("a.xlsx", 1),)


def test_damaged_nip_are_not_compared() -> None:
    change = setting("Pegawai", 0, "nip", "123")

    def other(built: Built) -> None:
        change(built)
        built.rows("Pegawai")[0]["jabatan"] = "Bidan"

    result = compare(isian("a.xlsx", change), isian("b.xlsx", other))

    assert codes(result) == ["LBK-02"]


def test_periods_are_not_compared_with_each_other() -> None:
    other = sound_isian(period="2026")
    other.file = "b.xlsx"

    result = compare(isian("a.xlsx"), other.check())

    assert result.issues == ()
    assert result.taken.keys() == {("DINKES", "2026-TW1"), ("DINKES", "2026")}


# -- overlaps ------------------------------------------------------------------------------------


def in_unit(unit: str, name: str, change: Callable[[Built], object] | None = None) -> Checked:
    built = sound_isian(1, unit=unit)
    built.file = name
    if change is not None:
        change(built)
    return built.check()


def post(**values: CellValue) -> Callable[[Built], None]:
    def change(built: Built) -> None:
        built.rows("Pegawai")[0].update(values)

    return change


def test_two_definitive_posts_on_one_day_withhold_both() -> None:
    result = compare(
        in_unit("DINKES", "a.xlsx", post(selesai=date(2026, 2, 15))),
        in_unit("DINSOS", "b.xlsx", post(mulai=date(2026, 2, 15))),
        known=settings(),
    )

    first, second = found(result.issues, IssueCode.LTS_04)
    assert (first.place.file, first.place.cell) == ("a.xlsx", "B5")
    assert dict(first.context) == {
        "tempat_a": "Dinas Kesehatan (a.xlsx, baris 5)",
        "tempat_b": "Dinas Sosial (b.xlsx, baris 5)",
        "awal": "15/02/2026",
        "akhir": "15/02/2026",
    }
    assert dict(second.context)["tempat_a"] == "Dinas Sosial (b.xlsx, baris 5)"
    assert result.withheld == {
        ("a.xlsx", 0): (IssueCode.LTS_04,),
        ("b.xlsx", 0): (IssueCode.LTS_04,),
    }
    assert result.taken == {("DINKES", "2026-TW1"): (), ("DINSOS", "2026-TW1"): ()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"selesai": date(2026, 2, 14)}, {"mulai": date(2026, 2, 15)}),
        ({}, {"sifat": "Plt"}),
        ({"sifat": "Plt"}, {"sifat": "Plt"}),
    ],
)
def test_posts_that_do_not_overlap_or_are_acting_are_lawful(
    one: dict[str, CellValue], other: dict[str, CellValue]
) -> None:
    result = compare(
        in_unit("DINKES", "a.xlsx", post(**one)), in_unit("DINSOS", "b.xlsx", post(**other))
    )

    assert result.issues == ()


def test_two_overlapping_posts_within_a_file_withhold_both() -> None:
    def change(built: Built) -> None:
        built.sheets["Pegawai"].append(built.rows("Pegawai")[0] | {"mulai": date(2026, 2, 1)})

    result = compare(in_unit("DINKES", "a.xlsx", change))

    assert codes(result) == ["LTS-04", "LTS-04"]
    assert [issue.place.cell for issue in result.issues] == ["B5", "B6"]
    assert dict(result.issues[0].context)["tempat_b"] == "DINKES (a.xlsx, baris 6)"


def test_an_assignment_of_unknown_days_is_not_judged() -> None:
    result = compare(
        in_unit("DINKES", "a.xlsx", post(mulai="kapan-kapan")), in_unit("DINSOS", "b.xlsx")
    )

    assert result.issues == ()


def test_one_post_sent_twice_is_no_overlap() -> None:
    result = compare(isian("a.xlsx"), isian("b.xlsx", OTHER))

    assert found(result.issues, IssueCode.LTS_04) == []


# -- raters ------------------------------------------------------------------------------------------


def rater(value: CellValue) -> Callable[[Built], None]:
    return setting("Pegawai", 0, "penilai", value)


def test_an_unknown_rater_withholds_with_the_nearest_nip() -> None:
    result = compare(isian("a.xlsx", rater("198802022012042009")))

    (issue,) = result.issues
    assert (issue.code, issue.severity) == (IssueCode.LTS_06, Severity.GALAT)
    assert (issue.place.cell, issue.place.heading) == ("N5", "Penilai")
    assert dict(issue.context)["saran"] == f"NIP terdekat: {NIPS[1]} – {NAMES[1]}."
    assert result.withheld == {("a.xlsx", 0): (IssueCode.LTS_06,)}


def test_an_unknown_code_is_asked_about() -> None:
    (issue,) = compare(isian("a.xlsx", rater("KADISS"))).issues

    assert dict(issue.context)["saran"] == "Mungkin maksud Anda «KADIS»?"


@pytest.mark.parametrize("value", [NIPS[1], "kadis", "19880202 201204 2 002"])
def test_a_person_of_the_file_or_an_official_may_rate(value: str) -> None:
    assert compare(isian("a.xlsx", rater(value))).issues == ()


def test_a_person_of_another_unit_may_rate() -> None:
    other = sound_isian(3, unit="DINSOS")
    other.file = "b.xlsx"
    only(2)(other)

    assert compare(isian("a.xlsx", rater(NIPS[2])), other.check()).issues == ()
    assert codes(compare(isian("a.xlsx", rater(NIPS[2])))) == ["LTS-06"]


def test_the_roster_and_its_officials_may_rate() -> None:
    built = sound_pengaturan(3)
    built.sheets["Pejabat"].append(built.rows("Pejabat")[0] | {"kode": "WALIKOTA"})
    built.sheets["Unit"] = built.sheets["Unit"][:1]
    known = check_pengaturan(built.submission())

    for value in (NIPS[2], "WALIKOTA"):
        file = isian("a.xlsx", rater(value))
        assert compare(file, known=known).issues == ()
        assert codes(compare(file)) == ["LTS-06"]


def test_a_nip_named_only_by_another_sheet_is_not_a_known_person() -> None:
    def change(built: Built) -> None:
        rater(NIPS[2])(built)
        built.sheets["Hasil Kerja"].append(
            built.rows("Hasil Kerja")[0] | {"nip": NIPS[2], "nama": "X"}
        )

    assert "LTS-06" in codes(compare(isian("a.xlsx", change)))


def test_an_unknown_superior_of_the_rater_is_only_a_warning() -> None:
    result = compare(isian("a.xlsx", setting("Pegawai", 0, "atasan_penilai", "SEKDA")))

    (issue,) = result.issues
    assert (issue.severity, issue.place.cell) == (Severity.PERINGATAN, "O5")
    assert issue.place.heading == "Atasan Penilai"
    assert result.withheld == {}


def test_raters_of_people_on_leave_and_faulty_raters_are_not_judged() -> None:
    def change(built: Built) -> None:
        built.rows("Pegawai")[0] |= {"penilai": "SIAPA", "keadaan": "Cuti"}
        built.rows("Pegawai")[1]["penilai"] = 5.0

    assert compare(isian("a.xlsx", change)).issues == ()


# -- who is missing -----------------------------------------------------------------------------------


def test_units_that_sent_nothing_are_told_once() -> None:
    result = compare(isian("a.xlsx"), known=settings())

    (issue,) = result.issues
    assert (issue.code, issue.place) == (IssueCode.LBK_06, Place(""))
    assert dict(issue.context) == {
        "jumlah": "1", "unit": "Dinas Sosial", "periode": "Triwulan I 2026",
    }  # fmt: skip
    assert result.missing_units == {"2026-TW1": ("DINSOS",)}


def test_a_unit_whose_file_was_refused_has_sent() -> None:
    result = compare(isian("a.xlsx"), known=settings(), refused=[("DINSOS", "2026-TW1")])

    assert result.issues == ()
    assert result.missing_units == {"2026-TW1": ()}


def test_ten_missing_units_are_named_and_the_rest_counted() -> None:
    built = sound_pengaturan()
    built.sheets["Unit"] += [{"kode": f"U{n}", "nama": f"Unit {n}"} for n in range(11)]

    (issue,) = compare(isian("a.xlsx"), known=check_pengaturan(built.submission())).issues

    context = dict(issue.context)
    assert context["jumlah"] == "12"
    assert context["unit"].endswith("Unit 8 dan 2 lainnya")


@pytest.mark.parametrize(
    ("siklus", "missing"),
    [("Bulanan", ("DINSOS",)), ("Triwulanan", ("DINSOS",)), ("Semester", ())],
)
def test_a_unit_owes_no_period_shorter_than_its_cycle(
    siklus: str, missing: tuple[str, ...]
) -> None:
    built = sound_pengaturan()
    built.rows("Unit")[1]["siklus"] = siklus

    result = compare(isian("a.xlsx"), known=check_pengaturan(built.submission()))

    assert result.missing_units == {"2026-TW1": missing}
