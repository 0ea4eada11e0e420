"""Parameters are dated, say what they decide, and own up to having no legal basis."""

from __future__ import annotations

import pickle
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest

from kinerja_xlsx.model.citation import Confidence
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.policy import parameters as module
from kinerja_xlsx.policy.base import NoPolicyError
from kinerja_xlsx.policy.parameter import (
    BulanHilang,
    Override,
    Parameter,
    ParameterValue,
    Setting,
    cite_parameters,
)
from kinerja_xlsx.policy.parameters import TABLES, Parameters, parameters_for

TW1 = Period.parse("2026-TW1")
DEFAULTS = {
    "batas_capaian": "batas capaian: 120 persen",
    "target_nol": "target nol: 100 persen",
    "ambang_di_atas": "ambang di atas: 100 persen",
    "ambang_sesuai": "ambang sesuai: 90 persen",
    "sebagian_besar": "sebagian besar: 50 persen",
    "sebagian_kecil_utama": "sebagian kecil utama: 25 persen",
    "bulan_hilang": "bulan hilang: dilewati",
    "ambang_lonjakan": "ambang lonjakan: 30 persen",
    "hari_keberatan": "hari keberatan: 14 hari kalender",
    "pembulatan_tampil": "pembulatan tampil: 2 angka di belakang koma",
    "unit_kecil": "unit kecil: 10 pegawai",
    "mode_angka": "mode angka: tanpa angka",
    "pembulatan_8_2021": "pembulatan 8/2021: setengah ke atas",
    "pembulatan_angka_kredit": "pembulatan angka kredit: 3 angka di belakang koma",
    "aturan_tpp": "aturan TPP: tanpa simulasi",
    "bobot_kinerja_tpp": "bobot kinerja TPP: 60 persen",
    "basis_potongan_tpp": "basis potongan TPP: bagian kehadiran",
    "persen_predikat_tpp": "persen predikat TPP: 100/100/85/60/60",
}
RISEN = Parameter(
    "batas_capaian",
    "Batas.",
    "persen",
    (
        ParameterValue(date(2022, 1, 1), Decimal(120), Confidence.TAFSIR),
        ParameterValue(date(2026, 4, 1), Decimal(110), Confidence.TAFSIR, "Perwal 1/2026, Ps. 2"),
    ),
)


def test_defaults_are_those_of_the_design() -> None:
    found = parameters_for(TW1)

    settings = {item.name: getattr(found, item.name) for item in fields(Parameters)}
    assert {name: setting.text for name, setting in settings.items()} == DEFAULTS
    assert all(setting.name == name for name, setting in settings.items())
    bases = {name: setting.basis for name, setting in settings.items()}
    assert bases.pop("hari_keberatan") == "PP 30/2019 Pasal 59"
    assert set(bases.values()) == {"belum diatur peraturan"}
    assert found.bulan_hilang.value is BulanHilang.DILEWATI


def test_every_parameter_is_described_and_reaches_the_period() -> None:
    tables = [value for value in vars(module).values() if isinstance(value, Parameter)]

    assert {table.name for table in tables} == set(DEFAULTS)
    assert all(table.description.endswith(".") for table in tables)
    assert all(
        list(table.values) == sorted(table.values, key=lambda value: value.since)
        for table in tables
    )


@pytest.mark.parametrize(
    ("day", "value", "basis"),
    [
        (date(2026, 3, 31), Decimal(120), "belum diatur peraturan"),
        (date(2026, 4, 1), Decimal(110), "Perwal 1/2026, Ps. 2"),
    ],
)
def test_value_of_the_day_is_found_with_its_legal_basis(
    day: date, value: Decimal, basis: str
) -> None:
    found = RISEN.at(day)

    assert (found.value, found.basis) == (value, basis)


def test_day_before_the_first_value_is_refused() -> None:
    with pytest.raises(NoPolicyError, match="batas_capaian: no value on 2021-12-31"):
        parameters_for(Period.parse("2021"))


def test_citation_says_that_it_is_no_law_and_names_the_basis_once() -> None:
    found = parameters_for(TW1)

    assert cite_parameters(found.ambang_di_atas, found.ambang_sesuai) == (
        "ketentuan yang dapat diubah BKPSDM – ambang di atas: 100 persen, ambang sesuai: "
        "90 persen (belum diatur peraturan)"
    )


def test_citation_keeps_different_bases_apart() -> None:
    with_basis: Setting[Decimal] = RISEN.at(date(2026, 5, 1))

    assert cite_parameters(with_basis, parameters_for(TW1).target_nol) == (
        "ketentuan yang dapat diubah BKPSDM – batas capaian: 110 persen (Perwal 1/2026, Ps. 2), "
        "target nol: 100 persen (belum diatur peraturan)"
    )


def test_parameters_travel_between_processes() -> None:
    found = parameters_for(TW1)

    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes


def sesuai(text: str, since: date, basis: str | None = None) -> Override:
    return Override(NamaParameter.AMBANG_SESUAI, since, text, basis)


def test_every_name_of_kebijakan_has_its_table() -> None:
    assert list(TABLES) == list(NamaParameter)
    assert set(DEFAULTS) == {name.value for name in NamaParameter}


def test_override_replaces_its_own_parameter_only() -> None:
    found = parameters_for(TW1, [sesuai("85.5", date(2026, 1, 1), "Perwali 1/2026 Pasal 5")])

    assert found.ambang_sesuai == Setting(
        "ambang_sesuai", "persen", Decimal("85.5"), "Perwali 1/2026 Pasal 5"
    )
    assert found.ambang_di_atas == parameters_for(TW1).ambang_di_atas


@pytest.mark.parametrize(
    ("since", "value"),
    [(date(2026, 3, 31), Decimal(80)), (date(2026, 4, 1), Decimal(90))],
)
def test_override_holds_from_its_first_day_on(since: date, value: Decimal) -> None:
    assert parameters_for(TW1, [sesuai("80", since)]).ambang_sesuai.value == value


def test_latest_override_in_force_counts_whatever_the_order() -> None:
    overrides = [
        sesuai("75", date(2026, 2, 1)),
        sesuai("80", date(2025, 1, 1)),
        sesuai("70", date(2027, 1, 1)),
    ]

    assert parameters_for(TW1, overrides).ambang_sesuai.value == Decimal(75)


def test_override_beats_a_younger_default() -> None:
    override = Override(NamaParameter.BATAS_CAPAIAN, date(2025, 1, 1), "150")

    assert RISEN.at(date(2026, 5, 1), [override]).value == Decimal(150)


OTHER_VALUES = {
    NamaParameter.BATAS_CAPAIAN: "150",
    NamaParameter.TARGET_NOL: "120",
    NamaParameter.AMBANG_DI_ATAS: "105",
    NamaParameter.AMBANG_SESUAI: "85.5",
    NamaParameter.SEBAGIAN_BESAR: "60",
    NamaParameter.SEBAGIAN_KECIL_UTAMA: "10",
    NamaParameter.BULAN_HILANG: "ditahan",
    NamaParameter.AMBANG_LONJAKAN: "50",
    NamaParameter.HARI_KEBERATAN: "21",
    NamaParameter.PEMBULATAN_TAMPIL: "3",
    NamaParameter.UNIT_KECIL: "20",
    NamaParameter.MODE_ANGKA: "PermenPANRB 8/2021",
    NamaParameter.PEMBULATAN_8_2021: "ke bawah",
    NamaParameter.PEMBULATAN_ANGKA_KREDIT: "2",
    NamaParameter.ATURAN_TPP: "Permentan 68/2012",
    NamaParameter.BOBOT_KINERJA_TPP: "70",
    NamaParameter.BASIS_POTONGAN_TPP: "seluruh TPP",
    NamaParameter.PERSEN_PREDIKAT_TPP: "100/90/70/50/30",
}


@pytest.mark.parametrize("name", list(NamaParameter))
def test_every_parameter_can_be_set_and_no_other_moves(name: NamaParameter) -> None:
    text = OTHER_VALUES[name]

    found = parameters_for(TW1, [Override(name, date(2026, 1, 1), text, "Perwali 1/2026")])

    changed = {
        item.name: getattr(found, item.name)
        for item in fields(Parameters)
        if getattr(found, item.name) != getattr(parameters_for(TW1), item.name)
    }
    assert list(changed) == [name.value]
    assert changed[name.value].value == TABLES[name].read(text)
    assert changed[name.value].basis == "Perwali 1/2026"


def test_override_is_of_the_kind_of_its_parameter() -> None:
    overrides = [
        Override(NamaParameter.UNIT_KECIL, date(2026, 1, 1), "20"),
        Override(NamaParameter.BULAN_HILANG, date(2026, 1, 1), "dilewati"),
    ]

    found = parameters_for(TW1, overrides)

    assert found.unit_kecil.value == 20
    assert type(found.unit_kecil.value) is int
    assert found.bulan_hilang.value is BulanHilang.DILEWATI
