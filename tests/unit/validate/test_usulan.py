"""Proposals for a damaged NIP, and what becomes of the ones that people accept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.model.submission import CellFacts, CellValue, Choice, Submission
from kinerja_xlsx.spec.penugasan import Checked, Settings
from kinerja_xlsx.validate import accept_proposals, check_isian, check_pengaturan, count_rows
from tests.unit.validate.build import (
    NIPS,
    Built,
    codes,
    found,
    settings,
    sound_isian,
    sound_pengaturan,
)

NUMERIC = 199001012015031001.0
SHOWN = "1,99001012015031E+17"
SHEETS = ("Pegawai", "Hasil Kerja", "Penilaian")


def damaged(nip: CellValue, sheets: tuple[str, ...] = SHEETS) -> Built:
    """Write the NIP of the first person in another way."""
    built = sound_isian()
    for sheet in sheets:
        for row in built.rows(sheet):
            if row["nip"] == NIPS[0]:
                row["nip"] = nip
    return built


def proposals(checked: Checked) -> dict[str, str | None]:
    return {
        f"{issue.place.sheet}!{issue.place.cell}": issue.proposal
        for issue in checked.issues
        if issue.severity is Severity.GALAT
    }


@pytest.mark.parametrize(
    "nip", [NUMERIC, "19900101201503100", "199013012015031001", "199001012015031987"]
)
def test_the_one_person_of_that_name_with_those_digits_is_proposed(nip: CellValue) -> None:
    checked = damaged(nip).check(settings())

    assert set(proposals(checked).values()) == {NIPS[0]}
    assert proposals(checked)["Pegawai!B5"] == NIPS[0]


def test_another_name_or_other_digits_are_not_proposed() -> None:
    other_name = damaged(NUMERIC)
    other_name.rows("Pegawai")[0]["nama"] = "Bambang Lain"

    assert proposals(other_name.check(settings()))["Pegawai!B5"] is None
    assert proposals(damaged("197005012015031009").check(settings()))["Pegawai!B5"] is None


def test_two_people_who_fit_are_not_proposed() -> None:
    built = sound_pengaturan()
    twin = built.rows("Pegawai")[0] | {"nip": "199001012015031002"}
    built.sheets["Pegawai"].append(twin)

    checked = damaged(NUMERIC).check(check_pengaturan(built.submission()))

    assert proposals(checked)["Pegawai!B5"] is None


def test_person_who_is_listed_already_is_not_proposed_a_second_time() -> None:
    built = sound_isian()
    built.sheets["Pegawai"].append(built.rows("Pegawai")[0] | {"nip": NUMERIC})

    assert proposals(built.check(settings()))["Pegawai!B7"] is None


def test_row_of_work_is_proposed_the_person_of_the_file_without_settings() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0]["nip"] = "19900101201503100"

    assert proposals(built.check())["Hasil Kerja!B5"] == NIPS[0]


# -- accepting ------------------------------------------------------------------------------------


def choices(checked: Checked) -> tuple[Choice, ...]:
    """Accept everything that is proposed, as the list shows it."""
    return tuple(
        Choice(issue.place.sheet or "", issue.place.cell or "", issue.value or "", issue.proposal)
        for issue in checked.issues
        if issue.proposal is not None
    )


def accepted(built: Built, known: Settings | None, *wanted: Choice) -> tuple[Submission, Checked]:
    submission = replace(built.submission(), choices=wanted)
    return accept_proposals(submission, check_isian(submission, known), known)


def test_accepted_proposals_are_taken_and_told_before_and_after() -> None:
    built, known = damaged(NUMERIC), settings()

    submission, checked = accepted(built, known, *choices(built.check(known)))

    told = found(checked.issues, IssueCode.SEL_36)
    assert codes(checked) == {IssueCode.SEL_36}
    assert [(issue.place.sheet, issue.place.cell) for issue in told] == [
        ("Pegawai", "B5"), ("Hasil Kerja", "B5"), ("Hasil Kerja", "B6"), ("Hasil Kerja", "B7"),
        ("Penilaian", "B5"),
    ]  # fmt: skip
    assert {(issue.value, dict(issue.context)["dibaca"], issue.nip) for issue in told} == {
        (SHOWN, NIPS[0], NIPS[0])
    }
    assert [item.status for item in checked.subjects] == [PenugasanStatus.DINILAI] * 2
    assert submission.sheets[0].rows[0].values[0] == NIPS[0]
    assert submission.choices == ()


def test_rows_with_an_accepted_proposal_count_as_corrected_and_the_rows_balance() -> None:
    built, known = damaged(NUMERIC), settings()
    seen = len(built.check(known).rows)

    _, checked = accepted(built, known, *choices(built.check(known)))

    verdicts = [record.verdict for record in checked.rows]
    assert verdicts.count(RowVerdict.DIBETULKAN) == 5
    counts = count_rows(checked, (), ignored=())
    assert (counts.corrected, counts.withheld, counts.seen) == (5, 0, seen)


def test_accepting_changes_the_data_and_so_the_descent() -> None:
    built, known = damaged(NUMERIC), settings()
    before = built.check(known)

    _, after = accepted(built, known, *choices(before))

    assert after.data_hash != before.data_hash
    assert after.data_hash == sound_isian().check(known).data_hash


@pytest.mark.parametrize(
    "change",
    [
        {"proposal": "198802022012042002"},
        {"proposal": '=HYPERLINK("http://x")'},
        {"found": "199001012015031001"},
        {"cell": "C5"},
        {"cell": "B99999999"},
        {"sheet": "Pejabat"},
        {"sheet": "Identitas", "cell": "B5"},
    ],
)
def test_choice_that_no_longer_fits_changes_nothing(change: dict[str, str]) -> None:
    built, known = damaged(NUMERIC), settings()
    before = built.check(known)
    forged = replace(choices(before)[0], **change)

    submission, after = accepted(built, known, forged)

    assert after == before
    assert submission.sheets == built.submission().sheets


def test_without_a_choice_nothing_is_taken() -> None:
    built, known = damaged(NUMERIC), settings()

    assert accepted(built, known)[1] == built.check(known)


def test_near_miss_of_a_list_can_be_accepted_too() -> None:
    built = sound_isian()
    built.rows("Penilaian")[0]["rating_perilaku"] = "Sesuai Ekspetasi"

    _, checked = accepted(built, None, *choices(built.check()))

    assert codes(checked) == {IssueCode.SEL_36}


def test_what_a_cell_hid_goes_with_its_value() -> None:
    built, known = damaged(NUMERIC, ("Pegawai",)), settings()
    built.facts["Pegawai", 0, "nip"] = CellFacts(formula=True)
    before = built.check(known)
    assert IssueCode.SEL_23 in codes(before)

    submission, checked = accepted(built, known, *choices(before))

    assert IssueCode.SEL_23 not in codes(checked)
    assert submission.sheets[0].rows[0].facts == {0: CellFacts()}
