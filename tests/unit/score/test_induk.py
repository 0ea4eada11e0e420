"""Units below one Kode Induk: each counted once, below the topmost."""

from __future__ import annotations

from dataclasses import replace

from kinerja_xlsx.model.kinerja_unit import KelompokUnit
from kinerja_xlsx.score.induk import group_units
from tests.rekap_drawn import DINKES


def tree(**above: str) -> tuple[KelompokUnit, ...]:
    units = [
        replace(DINKES, kode=kode, nama=f"Unit {kode}", kode_induk=induk)
        for kode, induk in above.items()
    ]
    return group_units(units)


def test_units_gather_below_the_topmost_and_each_counts_once() -> None:
    found = tree(DINKES="", SETDA="", PKM="DINKES", PUSTU="PKM", DLH="")

    assert found == (KelompokUnit("DINKES", "Unit DINKES", ("DINKES", "PKM", "PUSTU")),)


def test_a_unit_above_that_is_no_unit_gives_its_code_as_name() -> None:
    assert tree(SETDA="KOTA", DPRD="KOTA") == (KelompokUnit("KOTA", "KOTA", ("SETDA", "DPRD")),)
    assert tree(SETDA="KOTA") == (KelompokUnit("KOTA", "KOTA", ("SETDA",)),)


def test_units_that_stand_above_each_other_are_one_group_wherever_one_begins() -> None:
    found = tree(C="B", A="C", B="A", D="C", E="E")

    assert found == (KelompokUnit("A", "Unit A", ("C", "A", "B", "D")),)


def test_without_any_kode_induk_there_is_no_group() -> None:
    assert tree(A="", B="") == ()
