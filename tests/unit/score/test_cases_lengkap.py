"""The files of cases leave out no rule, no edge, and no figure that the regulations print."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from kinerja_xlsx.model.law import Agregasi, Jenjang, Predikat
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.policy.permenpanrb_8_2021 import ASPEK, KATEGORI
from kinerja_xlsx.policy.permenpanrb_14_2017 import MUTU
from kinerja_xlsx.policy.pp_30_2019 import SEBUTAN
from kinerja_xlsx.policy.pp_94_2021 import TANGGA
from kinerja_xlsx.policy.tpp import PERSEN, POTONGAN
from tests.unit.score.rows import POLICY

Case = dict[str, Any]
FOLDER: Final = Path(__file__).parents[2] / "cases"
FILES: Final = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("*.toml"))
}
WORKED: Final = (
    # what the regulations and their slides print, where it stands, and what it must come to
    ("permenpanrb_6_2022", "capaian", "6,5 bulan", "capaian", "107,14"),
    ("permenpanrb_6_2022", "capaian", "9 bulan", "capaian", "87,50"),
    ("permenpanrb_6_2022", "capaian", "bukan 113", "capaian", "102,22"),
    ("permenpanrb_6_2022", "capaian", "112,5", "capaian", "112,50"),
    ("permenpanrb_8_2021", "iki", "98 bernilai 88", "nilai", "88"),
    ("permenpanrb_8_2021", "iki", "100 bernilai 109", "nilai", "109"),
    ("permenpanrb_8_2021", "bobot", "contoh resmi", "nilai", "102,8"),
    ("permenpanrb_1_2023", "konversi", "Sangat Baik setahun", "angka_kredit", "18,750"),
    ("permenpanrb_1_2023", "konversi", "belakang koma: 2,08", "angka_kredit", "2,08"),
    ("permenpanrb_1_2023", "akumulasi", "belakang koma: 20,83", "jumlah", "20,83"),
)
GOLDEN: Final = {
    "0": "0", "59": "49", "60": "50", "79": "69", "80": "70", "99": "89", "100": "109",
    "101": "110", "110": "120", "111": "120",
}  # fmt: skip


def cases(file: str, kind: str) -> list[Case]:
    listed: list[Case] = FILES[file][kind]
    return listed


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


@pytest.mark.parametrize("file", FILES)
def test_every_case_has_a_name_of_its_own_and_a_source(file: str) -> None:
    listed = [(kind, case) for kind, found in FILES[file].items() for case in found]

    assert listed
    assert all(case.get("nama") and case.get("sumber") for _, case in listed)
    names = [(kind, case["nama"]) for kind, case in listed]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("file", "kind", "words", "key", "figure"), WORKED)
def test_every_worked_example_is_a_case(
    file: str, kind: str, words: str, key: str, figure: str
) -> None:
    found = [case[key] for case in cases(file, kind) if words in case["nama"]]

    assert figure in found


def test_golden_values_of_8_2021_are_cases() -> None:
    plain = {
        case["capaian"]: case["nilai"]
        for case in cases("permenpanrb_8_2021", "iki")
        if not case.get("maksimal") and "pembulatan" not in case
    }

    assert GOLDEN.items() <= plain.items()


@pytest.mark.parametrize("name", list(NamaParameter))
def test_every_parameter_is_the_source_of_a_case(name: NamaParameter) -> None:
    sources = [
        f"{case['sumber']} {' '.join(case.get('parameter', {}))}"
        for file in FILES.values()
        for found in file.values()
        for case in found
    ]
    chosen = {"mode_angka": "mode", "aturan_tpp": "aturan"}.get(name.value)

    assert any(name.value in source for source in sources) or chosen in {
        key for file in FILES.values() for found in file.values() for case in found for key in case
    }


def test_every_cell_of_the_quadrant_has_a_case() -> None:
    cells = {
        (case["hasil_kerja"], case["perilaku"]) for case in cases("permenpanrb_6_2022", "kuadran")
    }

    assert cells == {(hasil.value, perilaku.value) for hasil, perilaku in POLICY.kuadran}


def test_every_pattern_has_a_case_that_fits_and_one_that_breaks_each_rule() -> None:
    listed = [
        case for case in cases("permenpanrb_6_2022", "distribusi") if "capaian_organisasi" in case
    ]
    for capaian, pola in POLICY.pola.items():
        own = [case for case in listed if case["capaian_organisasi"] == capaian.value]
        assert any(not case.get("aturan") for case in own), capaian
        for rule in pola.rules:
            words = " dan/atau ".join(predikat.value for predikat in rule.predikat)
            broken = [clause for case in own for clause in case.get("aturan", [])]
            assert any(clause.startswith(f"{words} ") for clause in broken), (capaian, words)


def test_every_agregasi_is_put_together_with_and_without_a_missing_period() -> None:
    listed = [case for case in cases("gabungan", "gabungan") if "ada" in case]
    missing = {case["agregasi"] for case in listed if case.get("belum_ada")}
    complete = {case["agregasi"] for case in listed if not case.get("belum_ada")}

    assert missing == {agregasi.value for agregasi in Agregasi}
    assert complete == {agregasi.value for agregasi in Agregasi}


def test_every_jenjang_and_predikat_converts() -> None:
    listed = cases("permenpanrb_1_2023", "konversi")

    assert {case["jenjang"] for case in listed} == {jenjang.value for jenjang in Jenjang}
    assert {case["predikat"] for case in listed} == {predikat.value for predikat in Predikat}


@pytest.mark.parametrize("limit", [limit for limit, _ in KATEGORI if limit])
def test_both_sides_of_every_category_are_cases(limit: int) -> None:
    figures = [
        number(case["capaian"])
        for case in cases("permenpanrb_8_2021", "iki")
        if not case.get("maksimal")
    ]

    assert Decimal(limit) in figures
    assert any(limit - 1 <= figure < limit for figure in figures)


@pytest.mark.parametrize(("word", "least", "value"), ASPEK)
def test_every_rule_that_joins_aspects_has_a_case(word: object, least: int, value: int) -> None:
    del word, least

    assert str(value) in {case["nilai"] for case in cases("permenpanrb_8_2021", "aspek")}


@pytest.mark.parametrize("limit", [limit for limit, _ in SEBUTAN if limit])
def test_both_sides_of_every_word_of_pp_30_are_cases(limit: Decimal) -> None:
    found = [number(case["nilai"]) for case in cases("pp_30_2019", "nilai") if "nilai" in case]

    assert limit in found
    assert any(limit - 1 < figure < limit for figure in found)


@pytest.mark.parametrize("limit", [limit for limit, _, _ in MUTU[:-1]])
def test_both_sides_of_every_band_of_the_survey_are_cases(limit: Decimal) -> None:
    found = [number(case["nilai"]) for case in cases("permenpanrb_14_2017", "skm")]

    assert limit in found
    assert any(limit - Decimal("0.02") < figure < limit for figure in found)


@pytest.mark.parametrize("least", [least for least, _ in TANGGA])
def test_both_sides_of_every_step_of_the_ladder_are_cases(least: int) -> None:
    days = {case["hari"] for case in cases("tpp", "tangga")}

    assert {least, least - 1} <= days


@pytest.mark.parametrize(
    ("aturan", "field"),
    [(aturan.value, field) for aturan, table in POTONGAN.items() for field in table.persen],
)
def test_every_deduction_of_every_table_has_a_case(aturan: str, field: str) -> None:
    used = {
        name
        for case in cases("tpp", "tpp")
        if case["aturan"] == aturan
        for name in case.get("kehadiran", {})
    }

    assert field in used


@pytest.mark.parametrize("chosen", list(PERSEN))
def test_every_share_that_a_predikat_pays_has_a_case(chosen: Any) -> None:
    paid = {
        case["predikat"]
        for case in cases("tpp", "tpp")
        if "predikat" in case
        and case.get("parameter", {}).get("persen_predikat_tpp", "100/100/85/60/60")
        == chosen.value
    }

    assert paid == {predikat.value for predikat in Predikat}
