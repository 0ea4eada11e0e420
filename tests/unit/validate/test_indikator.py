"""Rules over indicators: Bobot, ranges, ratios and evidence."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import PenugasanStatus
from tests.unit.validate.build import (
    Built,
    Row,
    cells,
    codes,
    errors,
    found,
    sound_isian,
)

DITAHAN = PenugasanStatus.DITAHAN
DITERIMA = PenugasanStatus.DINILAI


def statuses(built: Built) -> list[PenugasanStatus]:
    return [item.status for item in built.check().subjects]


def with_bobot(*bobot: float | None) -> Built:
    built = sound_isian()
    for row, value in zip(built.rows("Hasil Kerja"), bobot, strict=False):
        row["bobot"] = value
    return built


@pytest.mark.parametrize(
    "typed",
    ["https://", "http:/drive.contoh.go.id/a", "https//drive.contoh.go.id", "www drive contoh",
     "htps://drive.contoh.go.id", "http://", "https://drive", "HTTP:\\\\drive.contoh.go.id"],
)  # fmt: skip
def test_evidence_that_begins_like_a_link_and_is_none_is_questioned(typed: str) -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[1]["bukti_dukung"] = typed
    checked = built.check()

    assert cells(checked.issues, IssueCode.SEL_35) == ["Hasil Kerja!Y6"]
    assert statuses(built) == [DITERIMA, DITERIMA]


@pytest.mark.parametrize(
    "typed",
    ["https://drive.contoh.go.id/berkas?id=1", "www.contoh.go.id", "Laporan www-2026",
     "Tautan: http:/x", "https://a.go.id https://b.go.id", "HTTPS://DRIVE.CONTOH.GO.ID:8080/A",
     "https://contoh.go.id, lampiran 2", "Register pasien"],
)  # fmt: skip
def test_evidence_that_is_a_link_or_a_document_is_fine(typed: str) -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[1]["bukti_dukung"] = typed

    assert built.check().issues == ()


def test_bobot_that_totals_a_hundred_is_fine() -> None:
    assert with_bobot(33.3, 33.3, 33.4).check().issues == ()


@pytest.mark.parametrize(
    ("bobot", "problem"),
    [
        ((50.0, 25.0, 20.0), "Jumlah Bobot 95; seharusnya 100 (baris 5, 6, 7)."),
        (
            (None, 50.0, 50.0),
            "Bobot baru terisi pada 2 dari 3 indikator utama (baris kosong: 5).",
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
    assert dict(issue.context) == {"masalah": problem}
    assert [item.status for item in checked.subjects] == [DITAHAN, DITERIMA]


def test_bobot_of_additional_work_does_not_count() -> None:
    built = with_bobot(60.0, 40.0, 40.0)
    built.rows("Hasil Kerja")[2]["jenis"] = "Tambahan"

    assert built.check().issues == ()


def test_bobot_is_not_judged_beside_a_faulty_one() -> None:
    built = with_bobot(60.0, 40.0)
    built.rows("Hasil Kerja")[2]["bobot"] = "x"

    assert codes(built.check()) == {IssueCode.SEL_02, IssueCode.LTS_30}


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
