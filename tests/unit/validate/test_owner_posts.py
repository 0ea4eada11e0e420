"""Two assignments of one person, told apart by Sifat and Mulai."""

from __future__ import annotations

from datetime import date

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.submission import CellValue
from tests.unit.validate.build import (
    Built,
    cells,
    codes,
    errors,
    found,
    hasil_kerja,
    penilaian,
    sound_isian,
)

DITAHAN = PenugasanStatus.DITAHAN
DITERIMA = PenugasanStatus.DINILAI


def statuses(built: Built) -> list[PenugasanStatus]:
    return [item.status for item in built.check().subjects]


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
    assert (issue.place.cell, issue.place.heading, issue.value) == ("D5", "Sifat", "Plt")
    assert [item.status for item in checked.subjects] == [DITAHAN, DITERIMA]


def test_a_mulai_that_pegawai_lacks_is_reported() -> None:
    built = transfer()
    own_rows(built, mulai=date(2026, 3, 1))

    checked = built.check()

    issue = found(checked.issues, IssueCode.BRS_06)[0]
    context = dict(issue.context)
    assert (issue.place.cell, issue.value) == ("E8", "01/03/2026")
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


def test_a_person_whose_only_rows_cannot_be_placed_is_not_called_unfilled() -> None:
    built = two_posts(sifat="Plt")
    mark_first(built, sifat="Plx")
    own_rows(built, sifat="Plt")

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_06}
    assert [item.status for item in checked.subjects] == [DITAHAN, DITAHAN]


def test_a_faulty_sifat_in_pegawai_is_the_only_message() -> None:
    built = two_posts(sifat="Plx")

    checked = built.check()

    assert errors(checked) == {IssueCode.SEL_06}
