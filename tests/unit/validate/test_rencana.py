"""An Isian against its plan: what differs is named with both values, nothing is withheld."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.spec.penugasan import Penugasan
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.validate import UnitPlan, check_skp, compare_with_plan
from tests.unit.validate.build import NIPS, Row, sound_isian, subject
from tests.unit.validate.test_skp import rencana, sound_skp

TW1 = Period.parse("2026-TW1")


def plan(**changes: Row) -> Penugasan:
    """Check a sound plan with some cells of its first row changed."""
    built = sound_skp(1)
    built.rows("Hasil Kerja")[0] |= changes.get("first", {})
    found = subject(check_skp(built.submission(), None), NIPS[0]).penugasan
    assert found is not None
    return found


def sent(*changes: Row, period: str = "2026-TW1") -> Penugasan:
    """Check an Isian with the indicators of the plan, changed row by row."""
    built = sound_isian(1, period=period)
    built.sheets["Hasil Kerja"] = [
        {
            **{k: v for k, v in row.items() if k != "target_tahun" and "_tw" not in k},
            "target": row.get("target_tw1") or row["target_tahun"],
            "realisasi": 1.0,
            "bukti_dukung": "Register",
            **change,
        }
        for row, change in zip(rencana(0), (*changes, *({},) * 2), strict=False)
        if not change.get("gone")
    ]
    found = subject(built.check(), NIPS[0]).penugasan
    assert found is not None
    return found


def compared(*changes: Row) -> list[str]:
    return [render(issue).masalah for issue in issues_of(*changes)]


def issues_of(*changes: Row) -> tuple[Issue, ...]:
    return compare_with_plan(sent(*changes), plan(), TW1)


def test_nothing_differs_where_everything_is_as_planned() -> None:
    assert issues_of() == ()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"indikator": "Pasien"}, "Teks indikator 1.1 {}: «Pasien», rencana «Jumlah pasien»."),
        ({"satuan": "orang"}, "Satuan indikator 1.1 {}: «orang», rencana «pasien»."),
        ({"arah": "Turun"}, "Arah indikator 1.1 {}: «Turun», rencana «Naik»."),
        ({"agregasi": "Terakhir"}, "Agregasi indikator 1.1 {}: «Terakhir», rencana «Jumlah»."),
        ({"target": 1199.5}, "Target indikator 1.1 {}: «1.199,5», rencana «1.200»."),
        ({"target_atas": 1300.0}, "Target Atas indikator 1.1 {}: «1.300», rencana kosong."),
    ],
)
def test_each_cell_that_differs_is_named_with_both_values(change: Row, sentence: str) -> None:
    (issue,) = issues_of(change)

    assert (issue.code, issue.severity) == (IssueCode.LTS_13, Severity.PERINGATAN)
    assert render(issue).masalah == sentence.format("berbeda dari rencana")


@pytest.mark.parametrize("change", [{"indikator": "JUMLAH  pasien"}, {"satuan": "Pasien"}])
def test_capitals_and_spaces_make_no_difference(change: Row) -> None:
    assert issues_of(change) == ()


def test_planned_indicator_that_is_missing_is_said_at_the_person() -> None:
    (issue,) = issues_of({}, {"gone": True})

    assert render(issue).masalah == (
        "Indikator 1.2 «Kepuasan pasien» ada di rencana, tetapi tidak ada di isian."
    )
    assert issue.place.sheet == "Pegawai"


def test_main_work_outside_the_plan_is_said_and_additional_work_is_not() -> None:
    assert compared({}, {"no_indikator": "1.3", "indikator": "Baru"})[1:] == [
        "Indikator 1.3 «Baru» tidak ada di rencana."
    ]
    extra: Row = {"no_rhk": 2.0, "no_indikator": "2.1", "jenis": "Tambahan", "indikator": "Baru"}
    assert len(compared({}, extra)) == 1  # only that 1.2 is missing


def test_indicator_without_a_target_in_the_period_may_be_missing() -> None:
    changed = plan(first={"target_tw1": 0.0})
    months = Period.parse("2026-02")

    issues = compare_with_plan(sent({"gone": True}, period="2026-02"), changed, months)

    assert issues == ()  # a quarterly plan that adds up says nothing about one month


def test_plan_is_found_by_nip_and_sifat_and_by_days_in_common() -> None:
    definitive, isian = plan(), sent()
    later = replace(definitive, mulai=date(2026, 7, 1))
    row = definitive.pegawai.row.model_copy(update={"sifat": Sifat.PLT})
    acting = replace(definitive, pegawai=definitive.pegawai._replace(row=row))

    assert UnitPlan((acting, later, definitive)).find(isian) is definitive
    assert UnitPlan((acting, later)).find(isian) is later
    assert UnitPlan((acting,)).find(isian) is None
