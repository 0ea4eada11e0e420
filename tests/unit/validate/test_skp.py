"""One SKP alone: targets over time, attachments, expectations, and plans nobody has written."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.spec.book import SKP
from kinerja_xlsx.spec.penugasan import Checked, RejectedFileError, Settings
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.validate import check_skp
from tests.unit.validate.build import (
    NIPS,
    Built,
    Row,
    cells,
    codes,
    errors,
    found,
    settings,
    sound_isian,
    subject,
)

PERIODS = ("target_tw1", "target_tw2", "target_tw3", "target_tw4")
PLAN = "Hasil Kerja"


def rencana(index: int) -> list[Row]:
    common: Row = {
        "nip": NIPS[index],
        "no_rhk": 1.0,
        "jenis": "Utama",
        "rhk_pimpinan": "Meningkatnya mutu layanan kesehatan dasar",
        "rencana_hasil_kerja": "Pasien terlayani sesuai standar",
        "arah": "Naik",
    }
    return [
        {
            **common,
            "no_indikator": "1.1",
            "aspek": "Kuantitas",
            "indikator": "Jumlah pasien",
            "satuan": "pasien",
            "agregasi": "Jumlah",
            "target_tahun": 4800.0,
            **dict.fromkeys(PERIODS, 1200.0),
        },
        {
            **common,
            "no_indikator": "1.2",
            "aspek": "Kualitas",
            "indikator": "Kepuasan pasien",
            "satuan": "persen",
            "agregasi": "Rata-rata",
            "target_tahun": 85.0,
        },
    ]


def sound_skp(people: int = 2) -> Built:
    built = sound_isian(people, period="2026")
    assert built.meta is not None
    built.meta |= {"templat": "skp", "siklus": "Triwulanan"}
    built.spec = SKP
    del built.sheets["Penilaian"]
    built.sheets[PLAN] = [row for index in range(people) for row in rencana(index)]
    built.sheets["Ekspektasi"] = [{"nip": NIPS[0], "akuntabel": "Mencatat setiap tindakan"}]
    built.sheets["Lampiran SKP"] = [
        {"nip": NIPS[0], "bagian": "Konsekuensi", "no": 1.0, "uraian": "Pembinaan oleh pimpinan"}
    ]
    return built


def check(built: Built, known: Settings | None = None) -> Checked:
    return check_skp(built.submission(), known)


def test_sound_plan_is_accepted_with_its_expectations_and_attachments() -> None:
    checked = check(sound_skp())

    assert codes(checked) == set()
    assert checked.is_skp
    assert {record.verdict for record in checked.rows} == {RowVerdict.DITERIMA}
    penugasan = subject(checked, NIPS[0]).penugasan
    assert penugasan is not None
    assert [placed.row.no_indikator for placed in penugasan.rencana] == ["1.1", "1.2"]
    assert penugasan.ekspektasi is not None
    assert penugasan.ekspektasi.row.akuntabel == "Mencatat setiap tindakan"
    assert [placed.row.uraian for placed in penugasan.lampiran] == ["Pembinaan oleh pimpinan"]
    assert penugasan.indikator == ()


def test_target_of_a_period_that_adds_up_must_not_be_blank() -> None:
    built = sound_skp()
    built.rows(PLAN)[0]["target_tw3"] = None

    checked = check(built)

    (issue,) = found(checked.issues, IssueCode.BRS_11)
    assert issue.place.heading == "Target TW3"
    assert subject(checked, NIPS[0]).status is PenugasanStatus.DITAHAN
    assert subject(checked, NIPS[1]).status is PenugasanStatus.DINILAI


def test_periods_before_the_post_is_held_need_no_target() -> None:
    built = sound_skp()
    built.rows("Pegawai")[0]["mulai"] = date(2026, 7, 1)
    built.rows(PLAN)[0] |= {"target_tw1": None, "target_tw2": None}

    assert errors(check(built)) == set()


def test_period_in_which_the_post_begins_needs_one() -> None:
    built = sound_skp()
    built.rows("Pegawai")[0]["mulai"] = date(2026, 6, 30)
    built.rows(PLAN)[0] |= {"target_tw1": None, "target_tw2": None}

    (issue,) = found(check(built).issues, IssueCode.BRS_11)
    assert issue.place.heading == "Target TW2"


def test_target_of_the_year_must_not_be_blank() -> None:
    built = sound_skp()
    built.rows(PLAN)[1]["target_tahun"] = None

    (issue,) = found(check(built).issues, IssueCode.BRS_11)
    assert issue.place.heading == "Target Tahun"


@pytest.mark.parametrize(("upper", "is_told"), [(1199.0, True), (1200.0, False)])
def test_upper_bound_lies_above_the_target_of_each_period(upper: float, *, is_told: bool) -> None:
    built = sound_skp()
    built.rows(PLAN)[0]["target_atas"] = upper

    assert (IssueCode.BRS_14 in codes(check(built))) is is_told


def test_weights_are_those_of_the_isian() -> None:
    built = sound_skp()
    built.rows(PLAN)[0]["bobot"] = 60.0
    built.rows(PLAN)[1]["bobot"] = 30.0

    checked = check(built)

    assert errors(checked) == {IssueCode.LTS_01}
    assert subject(checked, NIPS[0]).reasons == (IssueCode.LTS_01,)


def test_proposals_nobody_has_touched_are_said_once() -> None:
    built = sound_skp()
    for row in built.rows(PLAN)[:2]:
        row.update(dict.fromkeys(("rhk_pimpinan", "rencana_hasil_kerja", *PERIODS)))

    checked = check(built)

    assert codes(checked) == {IssueCode.LTS_07}
    (issue,) = found(checked.issues, IssueCode.LTS_07)
    assert (issue.nip, issue.severity) == (NIPS[0], Severity.PERINGATAN)
    assert subject(checked, NIPS[0]).status is PenugasanStatus.DITAHAN


def test_line_of_an_attachment_numbered_twice_is_told() -> None:
    built = sound_skp()
    line = built.rows("Lampiran SKP")[0]
    built.sheets["Lampiran SKP"].append({**line, "uraian": "Lain"})

    assert cells(check(built).issues, IssueCode.BRS_04) == ["Lampiran SKP!E6"]


@pytest.mark.parametrize("sheet", ["Ekspektasi", "Lampiran SKP"])
def test_name_of_somebody_else_beside_a_nip_is_asked_about(sheet: str) -> None:
    built = sound_skp()
    built.rows(sheet)[0]["nama"] = "Orang Lain Sekali"

    checked = check(built)

    assert cells(checked.issues, IssueCode.BRS_09) == [f"{sheet}!C5"]
    assert errors(checked) == set()


def test_attachment_of_somebody_unknown_is_withheld() -> None:
    built = sound_skp(1)
    built.rows("Lampiran SKP")[0]["nip"] = NIPS[2]

    checked = check(built)

    assert IssueCode.BRS_06 in errors(checked)
    assert subject(checked, NIPS[0]).status is PenugasanStatus.DINILAI


@pytest.mark.parametrize("period", ["2026-TW1", "2026-S1"])
def test_plan_of_less_than_a_year_is_refused(period: str) -> None:
    built = sound_skp()
    built.labels["periode"] = period
    assert built.meta is not None
    built.meta["periode"] = period

    with pytest.raises(RejectedFileError) as caught:
        check(built)

    (issue,) = caught.value.issues
    assert issue.code is IssueCode.BRK_13
    assert "SKP disusun untuk satu tahun; tulis tahunnya saja, misalnya 2026." in (
        f"{render(issue).sebab} {render(issue).perbaiki}"
    )


def test_year_is_taken_where_any_of_its_periods_is_listed() -> None:
    assert check(sound_skp(), settings()).period.code == "2026"


def test_year_without_any_listed_period_is_refused() -> None:
    built = sound_skp()
    built.labels["periode"] = "2027"
    assert built.meta is not None
    built.meta["periode"] = "2027"

    with pytest.raises(RejectedFileError) as caught:
        check(built, settings())

    assert [issue.code for issue in caught.value.issues] == [IssueCode.BRK_13]
