"""Several files of one unit and period, compared person by person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.submission import CellValue
from tests.unit.validate.build import (
    NAMES,
    NIPS,
    Built,
    found,
    sound_isian,
)
from tests.unit.validate.compared import (
    ERROR,
    OTHER,
    codes,
    compare,
    isian,
    only,
    setting,
)


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
    assert (first.place.file, first.place.cell, first.nama) == ("a.xlsx", "U5", NAMES[0])
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
    assert result.repeated == {("b.xlsx", 0)}
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
    assert (first.place.cell, second.place.cell) == ("G7", "B5")


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


def test_the_same_damaged_nip_in_two_files_is_one_person_in_the_counts() -> None:
    change = setting("Pegawai", 0, "nip", "123")

    def told(field: str, value: str) -> bool:
        def other(built: Built) -> None:
            change(built)
            built.rows("Pegawai")[0][field] = value

        result = compare(isian("a.xlsx", change), isian("b.xlsx", other))
        return ("b.xlsx", 0) in result.repeated

    assert told("jabatan", "Bidan")
    assert not told("nama", "Orang Lain")


def test_periods_are_not_compared_with_each_other() -> None:
    other = sound_isian(period="2026")
    other.file = "b.xlsx"

    result = compare(isian("a.xlsx"), other.check())

    assert result.issues == ()
    assert result.taken.keys() == {("DINKES", "2026-TW1"), ("DINKES", "2026")}


def test_people_without_ratings_are_compared_by_the_rest() -> None:
    def without_ratings(built: Built) -> None:
        del built.sheets["Penilaian"][0]

    def other(built: Built) -> None:
        without_ratings(built)
        OTHER(built)

    result = compare(isian("a.xlsx", without_ratings), isian("b.xlsx", other))

    assert dict(found(result.issues, IssueCode.LBK_04)[0].context)["jumlah"] == "1"
