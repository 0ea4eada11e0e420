"""The survey as a source: proposed where an indicator waits for it, and never filled in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.score import KepuasanScore
from kinerja_xlsx.score.kepuasan import score_kepuasan
from kinerja_xlsx.score.skm_indikator import propose_skm
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from tests.unit.score.rows import NIP, indikator, penugasan, score
from tests.unit.score.test_kepuasan import placed


def services(**answers: str) -> tuple[KepuasanScore, ...]:
    """Score services of 150 people each: name to what everybody answered."""
    rows = [
        placed(*[Decimal(answer)] * 9, layanan=name.replace("_", " "), number=number)
        for number, (name, answer) in enumerate(answers.items(), start=5)
    ]
    return score_kepuasan(rows)


def waiting(text: str, **more: Any) -> HasilKerjaRow:
    return indikator(indikator=text, **{"target": 85, "realisasi": None, **more})


def proposed(row: HasilKerjaRow, found: tuple[KepuasanScore, ...]) -> list[Issue]:
    own = penugasan(row)
    return list(propose_skm(own, score(row)[0], found))


def words(issue: Issue) -> tuple[str, str, str]:
    context = dict(issue.context)
    return context["nilai"], context["layanan"], context["sel"]


@pytest.mark.parametrize(
    "text", ["Nilai SKM", "IKM puskesmas", "Indeks Kepuasan Masyarakat", "indeks  kepuasan pasien"]
)
def test_an_indicator_that_waits_for_the_index_gets_a_proposal(text: str) -> None:
    (issue,) = proposed(waiting(text), services(Loket="3.5"))

    assert (issue.code, issue.severity) == (IssueCode.LTS_23, Severity.CATATAN)
    assert issue.place.heading == "Realisasi"
    assert (issue.nip, issue.nama) == (NIP, "Contoh, S.Kep.")
    assert dict(issue.context)["indikator"] == "1.1"
    assert dict(issue.context)["skala"] == "25–100"
    assert words(issue) == ("87,50", "layanan Loket", "Kepuasan!D5–L5")
    assert issue.proposal is None  # nothing that could be taken over without typing it


def test_the_only_service_is_meant_without_being_named() -> None:
    (issue,) = proposed(waiting("Nilai SKM unit"), services(Rawat_jalan="3"))

    assert words(issue)[:2] == ("75,00", "layanan Rawat jalan")


def test_the_service_that_is_named_is_meant() -> None:
    found = services(Rawat="4", Rawat_jalan="3", Loket="2")

    (issue,) = proposed(waiting("SKM rawat jalan"), found)

    assert words(issue) == ("75,00", "layanan Rawat jalan", "Kepuasan!D6–L6")


def test_part_of_a_word_names_no_service() -> None:
    (issue,) = proposed(waiting("SKM perawatan"), services(Rawat="4", Loket="2"))

    assert words(issue)[:2] == ("75,00", "seluruh layanan")


def test_several_services_are_pooled_where_none_is_named() -> None:
    found = services(A="4", B="2", C="3", D="3")

    (issue,) = proposed(waiting("Nilai SKM"), found)

    assert words(issue) == (
        "75,00",
        "seluruh layanan",
        "Kepuasan!D5–L5, Kepuasan!D6–L6, Kepuasan!D7–L7, dan 1 layanan lain",
    )


@pytest.mark.parametrize("target", ["3.5", "4"])
def test_a_target_on_the_scale_of_the_answers_gets_that_scale(target: str) -> None:
    (issue,) = proposed(waiting("Nilai SKM", target=target), services(Loket="3.5"))

    assert words(issue)[0] == "3,5000"
    assert dict(issue.context)["skala"] == "1–4"


@pytest.mark.parametrize(
    "row",
    [
        waiting("Nilai SKM", realisasi=80),
        waiting("Nilai SKM", realisasi=0),
        waiting("Kepuasan pelanggan"),
        waiting("Jumlah SKMHT"),
    ],
    ids=["terisi", "nol", "lain", "sebagian kata"],
)
def test_nothing_is_proposed_for_any_other_indicator(row: HasilKerjaRow) -> None:
    assert proposed(row, services(Loket="3.5")) == []


def test_nothing_is_proposed_without_a_survey() -> None:
    assert proposed(waiting("Nilai SKM"), ()) == []


def test_every_indicator_that_waits_gets_its_proposal_whatever_stands_before_it() -> None:
    rows = [
        waiting("Nilai SKM", no="1.1", realisasi=80),
        waiting("Jumlah laporan", no="1.2"),
        waiting("Nilai IKM", no="2.1"),
    ]
    own = penugasan(*rows)

    found = propose_skm(own, score(*rows)[0], services(Loket="3.5"))

    assert [dict(issue.context)["indikator"] for issue in found] == ["2.1"]
