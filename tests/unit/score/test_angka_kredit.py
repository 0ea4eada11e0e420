"""Angka kredit: the cases a lawyer can read, and who earns none."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from kinerja_xlsx.model.law import JenisJabatan, Jenjang, Predikat, StatusAsn
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.score import AngkaKredit
from kinerja_xlsx.policy.permenpanrb_1_2023 import PERSEN, SYARAT
from kinerja_xlsx.score.angka_kredit import Dasar, accumulate, angka_kredit, months_between
from tests.unit.score.rows import PARAMETERS, indikator, parameters_with, penugasan

Case = dict[str, Any]
PATH: Final = Path(__file__).parents[2] / "cases" / "permenpanrb_1_2023.toml"
CASES: Final[dict[str, list[Case]]] = tomllib.loads(PATH.read_text(encoding="utf-8"))


def each(kind: str) -> pytest.MarkDecorator:
    listed = CASES[kind]
    return pytest.mark.parametrize("case", listed, ids=[case["nama"] for case in listed])


def dasar(case: Case, jenjang: str, **changed: Any) -> Dasar:
    """Draw one evaluated period of a functional post."""
    period = Period.parse(case["periode"])
    drawn = penugasan(indikator("1.1"))
    row = drawn.pegawai.row.model_copy(update={"jenjang": Jenjang(jenjang), **changed})
    return Dasar(
        replace(
            drawn,
            pegawai=drawn.pegawai._replace(row=row),
            mulai=date.fromisoformat(case["mulai"]) if "mulai" in case else period.first,
            selesai=date.fromisoformat(case["selesai"]) if "selesai" in case else period.last,
        ),
        period,
        Predikat(case["predikat"]) if "predikat" in case else None,
    )


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


@each("konversi")
def test_predikat_converts(case: Case) -> None:
    found = angka_kredit(dasar(case, case["jenjang"]), parameters_with(case.get("parameter", {})))

    assert found is not None
    kredit, step = found
    assert kredit.nilai == number(case["angka_kredit"])
    assert step.result == case["angka_kredit"]


@each("akumulasi")
def test_periods_add_up(case: Case) -> None:
    others = [dasar(one, case["jenjang"]) for one in case["riwayat"]]

    for order in (others, others[::-1]):
        found = accumulate(
            dasar(case["sekarang"], case["jenjang"]),
            order,
            parameters_with(case.get("parameter", {})),
        )

        assert found is not None
        assert found[0].total == number(case["jumlah"])


YEAR: Final[Case] = {"periode": "2025", "predikat": "Baik"}


@each("tanpa")
def test_others_earn_none(case: Case) -> None:
    changed = {
        name: kind(case[name])
        for name, kind in (("status_asn", StatusAsn), ("jenis_jabatan", JenisJabatan))
        if name in case
    }

    assert angka_kredit(dasar(YEAR, "Ahli Muda", **changed), PARAMETERS) is None
    assert angka_kredit(dasar(YEAR, "Ahli Muda"), PARAMETERS) is not None


def test_without_a_predikat_there_is_none_rather_than_zero() -> None:
    now = dasar({"periode": "2025"}, "Ahli Muda")

    assert angka_kredit(now, PARAMETERS) is None
    assert accumulate(now, [dasar({**YEAR, "periode": "2024"}, "Ahli Muda")], PARAMETERS) is None


def test_earlier_part_of_the_same_period_in_another_unit_counts() -> None:
    first = {**YEAR, "mulai": "2025-01-01", "selesai": "2025-06-30"}
    second = {**YEAR, "mulai": "2025-07-01", "selesai": "2025-12-31"}

    found = accumulate(dasar(second, "Ahli Pertama"), [dasar(first, "Ahli Pertama")], PARAMETERS)

    assert found is not None
    assert found[0].total == Decimal("12.500")
    assert [item.bulan for item in found[0].items] == [6, 6]


def total_of(now: Case, *others: Case) -> Decimal:
    found = accumulate(
        dasar(now, "Ahli Pertama"), [dasar(one, "Ahli Pertama") for one in others], PARAMETERS
    )
    assert found is not None
    return found[0].total


def test_what_lies_inside_the_period_at_work_never_counts_beside_it() -> None:
    now = {"periode": "2026-TW1", "predikat": "Baik", "mulai": "2026-03-01"}
    inside = {"periode": "2026-01", "predikat": "Baik"}
    later = {"periode": "2026-TW1", "predikat": "Baik", "mulai": "2026-04-01"}

    assert total_of(now, inside) == total_of(now, later) == total_of(now) == Decimal("1.042")


def test_days_that_overlap_are_no_earlier_part() -> None:
    first = {**YEAR, "mulai": "2025-01-01", "selesai": "2025-06-30"}
    touching = {**YEAR, "mulai": "2025-06-30", "selesai": "2025-12-31"}

    assert total_of(touching, first) == total_of(touching)


def test_item_holds_what_its_figure_was_made_of() -> None:
    found = accumulate(dasar(YEAR, "Ahli Pertama"), [], PARAMETERS)

    assert found is not None
    assert found[0].items == (
        AngkaKredit("2025", 12, Predikat.BAIK, Decimal(100), Decimal("12.5"), Decimal("12.500")),
    )
    assert [step.label for step in found[1]] == ["Angka kredit Tahun 2025"]


def test_sum_is_written_with_the_decimals_of_its_terms() -> None:
    before = {**YEAR, "periode": "2024"}

    found = accumulate(dasar(YEAR, "Ahli Pertama"), [dasar(before, "Ahli Pertama")], PARAMETERS)

    assert found is not None
    assert found[1][-1].result == "25,000"


def test_every_jenjang_and_predikat_has_its_figure() -> None:
    assert list(SYARAT) == list(Jenjang)
    assert list(PERSEN) == list(Predikat)
    assert all(syarat.naik_pangkat == 4 * syarat.koefisien for syarat in SYARAT.values())


def test_months_are_counted_over_the_turn_of_a_year() -> None:
    assert months_between(date(2025, 12, 31), date(2026, 1, 1)) == 2
