"""Sheet `Kegiatan`: which activities are taken, and what they prove."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.result import RowVerdict
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.kegiatan import summarise_kegiatan
from kinerja_xlsx.spec.penugasan import Checked
from kinerja_xlsx.validate import count_rows
from tests.unit.validate.build import (
    NIPS,
    Built,
    Row,
    cells,
    codes,
    errors,
    found,
    hasil_kerja,
    pegawai,
    penilaian,
    sound_isian,
    subject,
)
from tests.unit.validate.tambahan_build import (
    DITAHAN,
    DITERIMA,
    kegiatan,
    verdicts,
    with_sheet,
)


def test_sound_activities_reach_their_assignment_in_order() -> None:
    checked = with_sheet("Kegiatan", kegiatan(0), kegiatan(1), kegiatan(0, hasil=6.0)).check()

    assert checked.issues == ()
    penugasan = subject(checked, NIPS[0]).penugasan
    assert penugasan is not None
    assert [placed.row.hasil for placed in penugasan.kegiatan] == [Decimal(24), Decimal(6)]


@pytest.mark.parametrize(
    ("changes", "code", "cell"),
    [
        ({"tanggal": date(2025, 12, 31)}, IssueCode.SEL_17, "D5"),
        ({"tanggal": date(2026, 4, 1)}, IssueCode.SEL_17, "D5"),
        ({"tanggal": None}, IssueCode.SEL_01, "D5"),
        ({"selesai": "08.00"}, IssueCode.BRS_20, "F5"),
        ({"mulai": "21.00", "selesai": "07.00"}, IssueCode.BRS_20, "F5"),
        ({"mulai": "8.5"}, IssueCode.SEL_08, "E5"),
        ({"no_indikator": "4.1"}, IssueCode.LTS_11, "H5"),
    ],
)
def test_a_faulty_activity_withholds_its_assignment(
    changes: dict[str, CellValue], code: IssueCode, cell: str
) -> None:
    checked = with_sheet("Kegiatan", kegiatan(0, **changes)).check()

    assert errors(checked) == {code}
    assert cells(checked.issues, code) == [f"Kegiatan!{cell}"]
    assert subject(checked, NIPS[0]).status is DITAHAN
    assert subject(checked, NIPS[1]).status is DITERIMA


@pytest.mark.parametrize(
    "changes",
    [
        {"tanggal": date(2026, 1, 1)},
        {"tanggal": date(2026, 3, 31)},
        {"selesai": "08.01"},
        {"mulai": None},
        {"no_indikator": None},
        {"no_indikator": "2.1"},
    ],
)
def test_the_neighbour_on_the_other_side_of_the_edge_is_taken(
    changes: dict[str, CellValue],
) -> None:
    assert with_sheet("Kegiatan", kegiatan(0, **changes)).check().issues == ()


def test_the_unknown_indicator_is_told_with_those_that_are_there() -> None:
    checked = with_sheet("Kegiatan", kegiatan(0, no_indikator="4.1")).check()

    (issue,) = found(checked.issues, IssueCode.LTS_11)
    assert dict(issue.context) == {"saran": "Indikator yang ada: 1.1, 1.2, 2.1."}


def test_a_damaged_number_in_hasil_kerja_is_not_told_again_at_every_activity() -> None:
    built = with_sheet("Kegiatan", kegiatan(0))
    built.rows("Hasil Kerja")[0]["no_indikator"] = date(2026, 1, 1)

    assert IssueCode.LTS_11 not in codes(built.check())


def test_many_activities_of_one_day_are_normal_and_only_copies_count_once() -> None:
    rows = [kegiatan(0, kegiatan=f"Kegiatan {number}") for number in range(3)]

    checked = with_sheet("Kegiatan", *rows, dict(rows[0])).check()

    assert codes(checked) == {IssueCode.BRS_05}
    penugasan = subject(checked, NIPS[0]).penugasan
    assert penugasan is not None
    assert len(penugasan.kegiatan) == 3


def test_every_row_is_accounted_for() -> None:
    checked = with_sheet(
        "Kegiatan", kegiatan(0), kegiatan(0), kegiatan(1, tanggal=None), kegiatan(2)
    ).check()

    counts = count_rows(checked, withheld=(), ignored=())

    assert counts.seen == len(checked.rows) == 2 + 1 + 6 + 2 + 4
    assert counts.ignored == 1


def blank_first(built: Built, *names: str) -> Built:
    built.rows("Hasil Kerja")[0].update(dict.fromkeys(names))
    return built


def test_activities_stand_in_for_missing_evidence() -> None:
    without = blank_first(sound_isian(), "bukti_dukung").check()
    logged = blank_first(with_sheet("Kegiatan", kegiatan(0)), "bukti_dukung").check()
    other = blank_first(
        with_sheet("Kegiatan", kegiatan(0, no_indikator="1.2")), "bukti_dukung"
    ).check()

    assert codes(without) == codes(other) == {IssueCode.BRS_13}
    assert codes(logged) == set()


def test_a_sum_in_the_same_unit_is_proposed_and_never_filled_in() -> None:
    built = with_sheet("Kegiatan", kegiatan(0), kegiatan(0, hasil=6.0, satuan="Pasien"))

    checked = blank_first(built, "realisasi").check()

    (issue,) = checked.issues
    assert (issue.code, issue.severity) == (IssueCode.LTS_19, Severity.PERINGATAN)
    assert dict(issue.context) == {
        "indikator": "1.1", "jumlah": "30", "kegiatan": "2", "satuan": "pasien",
    }  # fmt: skip
    penugasan = subject(checked, NIPS[0]).penugasan
    assert penugasan is not None
    assert penugasan.indikator[0].row.realisasi is None


@pytest.mark.parametrize(
    ("changes", "indikator"),
    [
        ({"satuan": "kunjungan"}, {}),
        ({"satuan": None}, {}),
        ({"hasil": None}, {}),
        ({}, {"agregasi": "Rata-rata"}),
        ({}, {"realisasi": 24.0}),
    ],
)
def test_nothing_is_proposed_where_the_sum_would_mean_something_else(
    changes: dict[str, CellValue], indikator: dict[str, CellValue]
) -> None:
    built = blank_first(with_sheet("Kegiatan", kegiatan(0, **changes)), "realisasi")
    built.rows("Hasil Kerja")[0].update(indikator)

    assert IssueCode.LTS_19 not in codes(built.check())


def test_units_that_differ_give_a_count_without_a_sum() -> None:
    checked = with_sheet("Kegiatan", kegiatan(0), kegiatan(0, satuan="berkas")).check()

    penugasan = subject(checked, NIPS[0]).penugasan
    assert penugasan is not None
    found_log = summarise_kegiatan(placed.row for placed in penugasan.kegiatan)
    assert {key: (log.banyak, log.hasil) for key, log in found_log.items()} == {"1.1": (2, None)}


def two_posts(*rows: Row, numbers: tuple[str, ...] = ("1.1", "1.2", "2.1")) -> Checked:
    """Give the first person a Plt from March on, with indicators of these numbers."""
    built = with_sheet("Kegiatan", *rows, people=1)
    for sheet in ("Hasil Kerja", "Penilaian"):
        for row in built.rows(sheet):
            row["sifat"] = "Definitif"
    march = date(2026, 3, 1)
    built.sheets["Pegawai"].append(pegawai(0) | {"sifat": "Plt", "mulai": march})
    second = [row | {"sifat": "Plt"} for row in hasil_kerja(0)]
    for row, number in zip(second, numbers, strict=True):
        row |= {"no_indikator": number, "no_rhk": float(number[0])}
    built.sheets["Hasil Kerja"] += second
    built.sheets["Penilaian"].append(penilaian(0) | {"sifat": "Plt"})
    return built.check()


def counted(checked: Checked) -> list[int]:
    return [len(one.penugasan.kegiatan) for one in checked.subjects if one.penugasan is not None]


def test_the_day_tells_to_which_assignment_an_activity_belongs() -> None:
    checked = two_posts(kegiatan(0))

    assert checked.issues == ()
    assert counted(checked) == [1, 0]


def test_the_indicator_tells_it_where_the_day_does_not() -> None:
    checked = two_posts(
        kegiatan(0, tanggal=date(2026, 3, 2), no_indikator="3.1"), numbers=("3.1", "3.2", "4.1")
    )

    assert checked.issues == ()
    assert counted(checked) == [0, 1]


def test_an_activity_that_may_be_of_either_is_said_and_proves_nothing() -> None:
    checked = two_posts(kegiatan(0, tanggal=date(2026, 3, 2)))

    (issue,) = checked.issues
    assert (issue.code, issue.severity) == (IssueCode.LTS_11, Severity.PERINGATAN)
    assert counted(checked) == [0, 0]
    assert verdicts(checked, "Kegiatan") == [(RowVerdict.DITERIMA, None)]


def test_an_activity_without_indicator_needs_no_choice() -> None:
    checked = two_posts(kegiatan(0, tanggal=date(2026, 3, 2), no_indikator=None))

    assert checked.issues == ()
    assert counted(checked) == [1, 0]
