"""Numeric results beside the predikat: the cases a lawyer can read, orders, and missing parts."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.kebijakan import ModeAngka
from kinerja_xlsx.model.law import JenisJabatan, Pendekatan, SebutanAngka, YaTidak
from kinerja_xlsx.model.number import half_up
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.score import Score
from kinerja_xlsx.policy import pp_30_2019
from kinerja_xlsx.policy.parameter import Override
from kinerja_xlsx.policy.parameters import Parameters, parameters_for
from kinerja_xlsx.policy.permenpanrb_8_2021 import kategori_of, nilai_aspek, nilai_iki
from kinerja_xlsx.score.jejak import FORMULA_DECIMALS
from kinerja_xlsx.score.nilai_angka import is_maksimal
from kinerja_xlsx.score.pegawai import score_penugasan
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from tests.unit.score.rows import PERIOD, POLICY, indikator, penilaian, penugasan, step, tambahan

Case = dict[str, Any]
FOLDER: Final = Path(__file__).parents[2] / "cases"
PAN_8: Final[dict[str, list[Case]]] = tomllib.loads(
    (FOLDER / "permenpanrb_8_2021.toml").read_text(encoding="utf-8")
)
PP_30: Final[dict[str, list[Case]]] = tomllib.loads(
    (FOLDER / "pp_30_2019.toml").read_text(encoding="utf-8")
)


def each(listed: list[Case]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", listed, ids=[case["nama"] for case in listed])


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def parameters(mode: ModeAngka, *, rounding: str = "setengah ke atas") -> Parameters:
    since = date(2026, 1, 1)
    return parameters_for(
        PERIOD,
        (
            Override(NamaParameter.MODE_ANGKA, since, mode.value),
            Override(NamaParameter.PEMBULATAN_8_2021, since, rounding),
        ),
    )


def scored(  # noqa: PLR0913 - one argument for each thing that a case varies
    *rows: HasilKerjaRow,
    mode: ModeAngka,
    perilaku: str | None = None,
    ide_baru: YaTidak | None = None,
    jpt: bool = False,
    rounding: str = "setengah ke atas",
    pendekatan: Pendekatan = Pendekatan.KUANTITATIF,
) -> Score:
    rated = penilaian().model_copy(
        update={
            "nilai_perilaku": None if perilaku is None else number(perilaku),
            "ide_baru": ide_baru,
        }
    )
    assigned = penugasan(*rows, rated=rated)
    if jpt:
        row = assigned.pegawai.row.model_copy(update={"jenis_jabatan": JenisJabatan.JPT})
        assigned = replace(assigned, pegawai=assigned.pegawai._replace(row=row))
    found, _ = score_penugasan(
        assigned,
        pendekatan=pendekatan,
        policy=POLICY,
        parameters=parameters(mode, rounding=rounding),
    )
    return found


def reached(persen: str, no: str = "1.1", **more: Any) -> HasilKerjaRow:
    """Draw an indicator whose capaian is a given percentage."""
    return indikator(no, target=1000, realisasi=number(persen) * 10, satuan="berkas", **more)


@each(PAN_8["iki"])
def test_value_of_an_indicator_of_jpt(case: Case) -> None:
    row = reached(case["capaian"])
    if case.get("maksimal"):
        row = indikator("1.1", target=100, realisasi=number(case["capaian"]), satuan="persen")

    found = scored(
        row,
        mode=ModeAngka.PERMENPANRB_8_2021,
        jpt=True,
        rounding=case.get("pembulatan", "setengah ke atas"),
    )

    assert found.angka is not None
    assert found.angka.skp is not None
    assert half_up(found.angka.skp, FORMULA_DECIMALS) == number(case["nilai"])
    assert step(found, "Nilai indikator 1.1").result == case["nilai"]
    assert f"kategori {case['kategori']}" in step(found, "Nilai indikator 1.1").formula


@each(PAN_8["aspek"])
def test_value_of_an_rhk_of_other_posts(case: Case) -> None:
    rows = [reached(persen, f"1.{at}") for at, persen in enumerate(case["capaian"], start=1)]

    found = scored(*rows, mode=ModeAngka.PERMENPANRB_8_2021)

    assert found.angka is not None
    assert found.angka.skp == number(case["nilai"])
    assert step(found, "Nilai RHK 1").result == case["nilai"]


@each(PP_30["nilai"])
def test_weighed_result_and_its_word(case: Case) -> None:
    found = scored(
        indikator("1.1", target=1000, realisasi=number(case["skp"]) * 10, satuan="berkas"),
        mode=ModeAngka(case["mode"]),
        perilaku=case.get("perilaku"),
        ide_baru=YaTidak(case["ide_baru"]) if "ide_baru" in case else None,
    )

    assert found.angka is not None
    label = f"Nilai kinerja ({case['mode']})"
    if "nilai" not in case:
        assert (found.angka.nilai, found.angka.sebutan) == (None, None)
        assert step(found, label).result == "belum dapat dihitung"
        return
    assert step(found, label).result == case["nilai"]
    assert found.angka.sebutan is SebutanAngka(case["sebutan"])


def test_without_a_chosen_mode_there_is_no_numeric_result() -> None:
    found = scored(reached("100"), mode=ModeAngka.TANPA, perilaku="100")

    assert found.angka is None
    assert not any("Nilai" in each.label for each in found.trail)


def test_missing_realisasi_gives_no_value_rather_than_zero() -> None:
    found = scored(
        reached("100"),
        indikator("1.2", realisasi=None),
        mode=ModeAngka.PP_30_2019_70,
        perilaku="100",
    )

    assert found.angka is not None
    assert (found.angka.skp, found.angka.nilai) == (None, None)
    assert step(found, "Nilai SKP (PP 30/2019 70:30)").formula == (
        "masih ada indikator tanpa realisasi"
    )


def test_qualitative_work_has_no_value() -> None:
    found = scored(
        reached("100"),
        mode=ModeAngka.PP_30_2019_70,
        perilaku="100",
        pendekatan=Pendekatan.KUALITATIF,
    )

    assert found.angka is not None
    assert found.angka.nilai is None


def test_additional_work_counts_zero_in_8_2021_and_says_so() -> None:
    alone = scored(reached("98"), mode=ModeAngka.PERMENPANRB_8_2021, jpt=True)
    more = scored(
        reached("98"),
        tambahan("2.1", target=10, realisasi=12),
        mode=ModeAngka.PERMENPANRB_8_2021,
        jpt=True,
    )

    assert alone.angka == more.angka
    assert step(more, "Nilai SKP (PermenPANRB 8/2021)").formula.endswith("tambahan 0")


def test_rounding_down_is_another_choice() -> None:
    found = scored(
        reached("99.9"), mode=ModeAngka.PERMENPANRB_8_2021, jpt=True, rounding="ke bawah"
    )

    assert found.angka is not None
    assert found.angka.skp == Decimal(89)


@each(PAN_8["bobot"])
def test_value_of_the_work_of_jpt_by_its_weights(case: Case) -> None:
    given: list[Decimal | None] = [number(text) for text in case.get("bobot", [])]
    weights = given or [None] * len(case["capaian"])
    rows = [
        reached(persen, f"{at}.1", bobot=weight)
        for at, (persen, weight) in enumerate(zip(case["capaian"], weights, strict=True), start=1)
    ]

    found = scored(*rows, mode=ModeAngka.PERMENPANRB_8_2021, jpt=True)

    label = f"Nilai SKP ({ModeAngka.PERMENPANRB_8_2021.value})"
    assert found.angka is not None
    assert found.angka.skp == number(case["nilai"])
    assert step(found, label).formula == case["rumus"]
    assert ("Bobot" in step(found, label).source) is ("bobot" in case)


def test_other_posts_are_valued_by_rhk_and_without_weights() -> None:
    rows = [reached("100", "1.1", bobot=Decimal(90)), reached("70", "2.1", bobot=Decimal(10))]

    found = scored(*rows, mode=ModeAngka.PERMENPANRB_8_2021)

    assert found.angka is not None
    assert found.angka.skp == Decimal(80)


@pytest.mark.parametrize(
    ("changed", "verdict"),
    [
        ({}, True),
        ({"satuan": "%"}, True),
        ({"satuan": "dokumen"}, False),
        ({"target": 99}, False),
        ({"target_atas": 100}, True),
        ({"target": 90, "target_atas": 100}, False),
    ],
)
def test_target_is_the_most_possible_only_at_100_percent(
    changed: dict[str, Any], *, verdict: bool
) -> None:
    assert is_maksimal(indikator("1.1", **{"target": 100, "satuan": "persen", **changed})) is (
        verdict
    )


@given(one=st.integers(0, 200), other=st.integers(0, 200), maksimal=st.booleans())
def test_more_is_never_worth_less(one: int, other: int, *, maksimal: bool) -> None:
    low, high = sorted((one, other))

    worse, better = (nilai_iki(persen, is_maksimal=maksimal) for persen in (low, high))
    if not (maksimal and low <= 100 < high):
        assert worse <= better


@given(st.integers(0, 300))
def test_every_percent_falls_in_exactly_one_category(persen: int) -> None:
    words = [SebutanAngka.SANGAT_KURANG, SebutanAngka.KURANG, SebutanAngka.CUKUP]
    word = kategori_of(persen, is_maksimal=False)

    expected = words[(persen >= 60) + (persen >= 80)] if persen < 100 else None
    assert word is (expected or (SebutanAngka.BAIK if persen == 100 else SebutanAngka.SANGAT_BAIK))


@given(st.lists(st.sampled_from(SebutanAngka), min_size=1, max_size=4), st.data())
def test_a_better_aspect_never_lowers_the_value(
    words: list[SebutanAngka], data: st.DataObject
) -> None:
    order = list(SebutanAngka)
    at = data.draw(st.integers(0, len(words) - 1))
    better = [*words]
    better[at] = order[max(order.index(words[at]) - 1, 0)]

    assert nilai_aspek(better) >= nilai_aspek(words)


@given(st.lists(st.sampled_from(SebutanAngka), min_size=1, max_size=4))
def test_order_of_aspects_never_matters(words: list[SebutanAngka]) -> None:
    assert nilai_aspek(words) == nilai_aspek(words[::-1])


@given(one=st.fractions(0, 120), other=st.fractions(0, 120), has_ide_baru=st.booleans())
def test_words_follow_the_order_of_values(
    one: Fraction, other: Fraction, *, has_ide_baru: bool
) -> None:
    low, high = (Decimal(value.numerator) / value.denominator for value in sorted((one, other)))
    order = list(SebutanAngka)

    worse, better = (
        order.index(pp_30_2019.sebutan_of(value, has_ide_baru=has_ide_baru))
        for value in (low, high)
    )
    assert better <= worse
