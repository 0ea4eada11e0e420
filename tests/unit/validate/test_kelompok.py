"""A fault of nearly a whole column is told once; what it withholds stays withheld."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.pesan import render, render_line
from kinerja_xlsx.validate import group_issues
from tests.sifat import examples
from tests.unit.validate.build import Built, Row, found, sound_isian

CODE = IssueCode.SEL_02


def with_rows(bad: int, sound: int, blank: int = 0) -> Built:
    """Make one person with so many indicators, whose Realisasi is a word, a number, or blank."""
    built = sound_isian(1)
    first = built.rows("Hasil Kerja")[0]
    values = [f"kata {number}" for number in range(bad)] + [3.0] * sound + [None] * blank

    def row(number: int, realisasi: str | float | None) -> Row:
        rhk = number // 9 + 1
        changes: Row = {
            "no_rhk": float(rhk),
            "no_indikator": f"{rhk}.{number % 9 + 1}",
            "rencana_hasil_kerja": f"Hasil {rhk}",
            "realisasi": realisasi,
            "bukti_dukung": "Register" if realisasi is not None else None,
        }
        return first | changes

    built.sheets["Hasil Kerja"] = [row(number, value) for number, value in enumerate(values)]
    return built


def shown(built: Built) -> list[Issue]:
    submission = built.submission()
    checked = built.check()
    assert len(found(checked.issues, CODE)) >= 9
    return found(group_issues(checked.issues, submission), CODE)


def test_whole_column_is_told_once_with_count_and_examples() -> None:
    (issue,) = shown(with_rows(bad=12, sound=0))

    assert issue.similar is not None
    assert (issue.similar.count, issue.similar.filled) == (12, 12)
    assert issue.similar.examples == ("U5 «kata 0»", "U6 «kata 1»", "U7 «kata 2»")
    assert (issue.place.cell, issue.nip, issue.occurrences) == ("U5", None, 12)
    assert render(issue).masalah == (
        "12 dari 12 sel kolom Realisasi: «…» bukan angka. "
        "Contoh: U5 «kata 0», U6 «kata 1», U7 «kata 2»."
    )


def test_blank_cells_are_no_part_of_the_column() -> None:
    (issue,) = shown(with_rows(bad=12, sound=1, blank=20))

    assert issue.similar is not None
    assert (issue.similar.count, issue.similar.filled) == (12, 13)


def test_up_to_nine_tenths_and_few_cells_are_told_one_by_one() -> None:
    assert len(shown(with_rows(bad=18, sound=2))) == 18
    assert len(shown(with_rows(bad=19, sound=2))) == 1
    assert len(shown(with_rows(bad=9, sound=0))) == 9
    assert len(shown(with_rows(bad=10, sound=0))) == 1


def test_who_is_withheld_does_not_change() -> None:
    checked = with_rows(bad=12, sound=0).check()

    assert checked.subjects[0].status is PenugasanStatus.DITAHAN
    assert len(found(checked.issues, CODE)) == 12


def test_other_issues_keep_their_places_and_their_order() -> None:
    built = with_rows(bad=12, sound=0)
    built.rows("Hasil Kerja")[3]["target"] = "dua"
    submission, issues = built.submission(), built.check().issues

    grouped = group_issues(issues, submission)

    cells = [issue.place.cell for issue in found(grouped, CODE)]
    assert cells == ["U5", "N8"]
    rest = [issue for issue in issues if issue.place.column != 21]
    assert [issue for issue in grouped if issue.place.column != 21] == rest


def test_missing_cells_are_counted_among_all_rows() -> None:
    built = with_rows(bad=0, sound=12)
    for row in built.rows("Hasil Kerja"):
        row["indikator"] = None
    submission = built.submission()

    (issue,) = found(group_issues(built.check().issues, submission), IssueCode.SEL_01)

    assert issue.similar is not None
    assert (issue.similar.count, issue.similar.filled) == (12, 12)


def test_braces_in_examples_are_shown_as_written_and_nip_are_masked() -> None:
    built = with_rows(bad=12, sound=0)
    built.rows("Hasil Kerja")[0]["realisasi"] = "{nip} 198507172010011002"

    (issue,) = shown(built)

    assert "«{nip} 198507172010011002»" in render(issue).masalah
    assert "198507172010011002" not in render_line(issue, masked=True)


@examples(25)
@given(bad=st.integers(9, 30), sound=st.integers(0, 4), blank=st.integers(0, 5))
def test_more_than_nine_tenths_of_ten_cells_are_one_issue_and_less_never(
    bad: int, sound: int, blank: int
) -> None:
    told = shown(with_rows(bad, sound, blank))

    is_whole = bad >= 10 and 10 * bad > 9 * (bad + sound)
    assert len(told) == (1 if is_whole else bad)
    assert sum(issue.occurrences for issue in told) == bad
    first = told[0].similar
    assert (first is None) is not is_whole
    assert first is None or (first.count, first.filled, len(first.examples)) == (
        bad,
        bad + sound,
        3,
    )
