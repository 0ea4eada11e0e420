"""The satisfaction index by the cases of the regulation, and by the order of its bands."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.law import MutuPelayanan
from kinerja_xlsx.model.score import KepuasanScore, Step
from kinerja_xlsx.score.kepuasan import mutu_of, pool, score_kepuasan, shown_nilai
from kinerja_xlsx.spec.kepuasan import UNSUR, KepuasanRow
from kinerja_xlsx.spec.penugasan import Placed

CASES: Final = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "permenpanrb_14_2017.toml").read_text(encoding="utf-8")
)["skm"]
ANSWER = st.decimals(1, 4, places=4)


def placed(*unsur: Decimal, layanan: str = "Loket", number: int = 5) -> Placed[KepuasanRow]:
    row = KepuasanRow(layanan=layanan, responden=150, **dict(zip(UNSUR, unsur, strict=True)))
    columns = {name: column for column, name in enumerate(UNSUR, start=4)}
    return Placed(row, "pkm.xlsx", "Kepuasan", number, columns)


def score(*unsur: Decimal) -> KepuasanScore:
    (found,) = score_kepuasan([placed(*unsur)])
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["nama"] for case in CASES])
def test_case_of_the_regulation(case: dict[str, Any]) -> None:
    found = score(*(Decimal(text.replace(",", ".")) for text in case["unsur"]))

    assert found.step.result == f"{case['nilai']} = {case['mutu']} ({case['kinerja']})"
    assert (found.mutu.value, found.kinerja) == (case["mutu"], case["kinerja"])


def test_the_figure_explains_itself() -> None:
    step = score(*[Decimal("3.5")] * 9).step

    assert step.label == "SKM Loket"
    assert step.formula == f"({' + '.join(['3,5'] * 9)}) ÷ 9 × 25"
    assert step.source.count("PermenPANRB 14/2017") == 2
    assert step.cells[0] == "Kepuasan!D5"
    assert step.cells[-1] == "Kepuasan!L5"


def test_score_keeps_what_was_asked_and_answered() -> None:
    found = score(*[Decimal("3.5")] * 9)

    assert (found.layanan, found.responden, found.unsur) == ("Loket", 150, (Decimal("3.5"),) * 9)


@pytest.mark.parametrize(
    ("nilai", "shown"),
    [
        ("88.31", "88,31"),
        ("88.3099999999", "88,3099999999"),
        ("76.605", "76,605"),
        ("24", "24,00"),
    ],
)
def test_index_is_shown_on_the_side_of_the_band_it_lies_in(nilai: str, shown: str) -> None:
    assert shown_nilai(Decimal(nilai)) == shown


@pytest.mark.parametrize(
    ("nilai", "mutu"),
    [("88.31", "A"), ("88.3099", "B"), ("76.61", "B"), ("76.6099", "C"), ("65", "C"),
     ("64.9999", "D"), ("25", "D"), ("24.9999", "D")],
)  # fmt: skip
def test_every_index_falls_in_one_band(nilai: str, mutu: str) -> None:
    assert mutu_of(Decimal(nilai))[0].value == mutu


def test_equal_rows_count_once_in_the_order_given() -> None:
    one, other = [Decimal(3)] * 9, [Decimal(4)] * 9
    rows = [placed(*one), placed(*other, layanan="Rawat"), placed(*one, number=9)]

    found = score_kepuasan(rows)

    assert [item.layanan for item in found] == ["Loket", "Rawat"]
    assert found[0].step.cells[0] == "Kepuasan!D5"


@given(st.lists(ANSWER, min_size=9, max_size=9), st.integers(0, 8), ANSWER)
def test_a_better_answer_is_never_worse(unsur: list[Decimal], at: int, better: Decimal) -> None:
    before = score(*unsur)
    unsur[at] = max(unsur[at], better)
    after = score(*unsur)

    order = list(MutuPelayanan)
    assert after.nilai >= before.nilai
    assert order.index(after.mutu) <= order.index(before.mutu)


@given(st.lists(ANSWER, min_size=9, max_size=9))
def test_the_printed_index_lies_in_the_printed_band(unsur: list[Decimal]) -> None:
    found = score(*unsur)

    printed = Decimal(found.step.result.partition(" ")[0].replace(",", "."))
    assert mutu_of(printed)[0] is found.mutu
    assert 25 <= found.nilai <= 100


def of(responden: int, *unsur: Decimal, layanan: str = "Loket") -> KepuasanScore:
    row = placed(*unsur, layanan=layanan)
    (found,) = score_kepuasan(
        [row._replace(row=row.row.model_copy(update={"responden": responden}))]
    )
    return found


def test_services_are_pooled_over_the_people_asked_and_never_averaged() -> None:
    many, few = of(300, *[Decimal(4)] * 9), of(100, *[Decimal(2)] * 9, layanan="Rawat")

    both = pool([many, few])

    assert both is not None
    assert (both.responden, both.nilai) == (400, Decimal("87.5"))  # the mean of 100 and 50 is 75
    assert both.unsur == (Decimal("3.5"),) * 9
    assert (both.mutu, both.layanan) == (MutuPelayanan.B, "seluruh layanan")
    assert both.kinerja == "Baik"
    assert both.step == Step(
        label="SKM seluruh layanan",
        formula=f"({' + '.join(['3,5'] * 9)}) ÷ 9 × 25",
        result="87,50 = B (Baik)",
        source=many.step.source,
        cells=(*many.step.cells, *few.step.cells),
    )


def test_without_a_service_there_is_nothing_to_pool() -> None:
    assert pool([]) is None


@given(st.lists(ANSWER, min_size=9, max_size=9), st.integers(1, 9999))
def test_one_service_pooled_is_itself(unsur: list[Decimal], responden: int) -> None:
    one = of(responden, *unsur)

    both = pool([one])

    assert both is not None
    assert (round(both.nilai, 20), both.mutu) == (round(one.nilai, 20), one.mutu)
