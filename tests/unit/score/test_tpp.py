"""Simulation of TPP: the cases a lawyer can read, and what is not simulated."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.law import Predikat, Sifat
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.score import SimulasiTpp
from kinerja_xlsx.policy.parameter import Override
from kinerja_xlsx.policy.parameters import Parameters, parameters_for
from kinerja_xlsx.policy.tpp import POTONGAN, _table
from kinerja_xlsx.score.tpp import simulate_tpp
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.penugasan import Penugasan
from kinerja_xlsx.spec.row import columns_of
from tests.unit.score.rows import NIP, indikator, penugasan, place

Case = dict[str, Any]
PATH: Final = Path(__file__).parents[2] / "cases" / "tpp.toml"
CASES: Final[list[Case]] = tomllib.loads(PATH.read_text(encoding="utf-8"))["tpp"]
SERANG: Final = "Perbup Serang 1/2021"
MONTH: Final = Period.parse("2026-01")


def parameters(aturan: str, period: Period = MONTH, **more: str) -> Parameters:
    chosen = {"aturan_tpp": aturan, **more}
    since = date(2026, 1, 1)
    return parameters_for(
        period, [Override(NamaParameter(name), since, text) for name, text in chosen.items()]
    )


def assignment(
    period: Period, kehadiran: dict[str, Any] | None, *, selesai: date | None = None
) -> Penugasan:
    row = None if kehadiran is None else place(KehadiranRow(nip=NIP, **kehadiran))
    return replace(
        penugasan(indikator("1.1")),
        mulai=period.first,
        selesai=selesai or period.last,
        kehadiran=row,
    )


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(Decimal("0.01"))


@pytest.mark.parametrize("case", CASES, ids=[case["nama"] for case in CASES])
def test_tpp_is_simulated(case: Case) -> None:
    period = Period.parse(case["periode"])
    more = dict(case.get("parameter", {}))
    if "basis" in case:
        more["basis_potongan_tpp"] = case["basis"]
    selesai = date.fromisoformat(case["selesai"]) if "selesai" in case else None

    found = simulate_tpp(
        assignment(period, case.get("kehadiran"), selesai=selesai),
        period,
        Predikat(case["predikat"]) if "predikat" in case else None,
        parameters(case["aturan"], period, **more),
    )

    assert found is not None
    tpp, steps = found
    assert tpp.potongan == (number(case["potongan"]) if "potongan" in case else None)
    assert rounded(tpp.persen) == (number(case["persen"]) if "persen" in case else None)
    if "bagian" in case:
        assert rounded(tpp.bagian) == number(case["bagian"])
    shown = f"{case['persen']}% (simulasi" if "persen" in case else "belum dapat disimulasikan"
    assert steps[-1].result.startswith(shown)


def test_without_a_chosen_table_nothing_is_simulated() -> None:
    drawn = assignment(MONTH, {"hari_kerja": 21, "hadir": 21})

    assert simulate_tpp(drawn, MONTH, Predikat.BAIK, parameters_for(MONTH)) is None


@pytest.mark.parametrize("sifat", [Sifat.PLT, Sifat.PLH, Sifat.PJ])
def test_posts_held_for_another_are_not_simulated(sifat: Sifat) -> None:
    drawn = assignment(MONTH, {"hari_kerja": 21, "hadir": 21})
    row = drawn.pegawai.row.model_copy(update={"sifat": sifat})
    held = replace(drawn, pegawai=drawn.pegawai._replace(row=row))

    assert simulate_tpp(held, MONTH, Predikat.BAIK, parameters(SERANG)) is None


def test_table_keeps_the_percentages_it_was_given() -> None:
    assert dict(_table(alpa="2.5", tidak_apel="1")) == {
        "alpa": Decimal("2.5"),
        "tidak_apel": Decimal(1),
    }


def test_simulation_holds_its_parts() -> None:
    period = Period.parse("2026-TW1")
    drawn = assignment(
        period, {"hari_kerja": 41, "hadir": 40, "alpa": 1}, selesai=date(2026, 2, 28)
    )

    found = simulate_tpp(drawn, period, Predikat.BUTUH_PERBAIKAN, parameters(SERANG, period))

    assert found is not None
    assert found[0] == SimulasiTpp(
        kinerja=Decimal(85),
        potongan=Decimal("1.25"),
        persen=Decimal("90.5"),
        bulan=2,
        bagian=found[0].bagian,
    )
    assert rounded(found[0].bagian) == Decimal("60.33")
    assert found[1][1].formula == "(Alpa 1 × 2,5%) ÷ 2 bulan"


def test_simulation_that_waits_for_attendance_says_so_and_keeps_the_rest() -> None:
    found = simulate_tpp(assignment(MONTH, None), MONTH, Predikat.BAIK, parameters(SERANG))

    assert found is not None
    assert found[0] == SimulasiTpp(Decimal(100), None, None, 1, None)
    step = found[1][-1]
    assert (step.formula, step.result) == ("Kehadiran belum diisi", "belum dapat disimulasikan")
    assert "aturan TPP: Perbup Serang 1/2021" in step.source
    assert "Perbup Serang 1/2021" in found[1][1].source


def test_month_without_absence_has_no_deduction() -> None:
    drawn = assignment(MONTH, {"hari_kerja": 21, "hadir": 20, "alpa": 1})
    whole = assignment(Period.parse("2026-TW1"), {"hari_kerja": 62, "hadir": 62})

    one = simulate_tpp(drawn, MONTH, Predikat.BAIK, parameters(SERANG))
    none = simulate_tpp(whole, Period.parse("2026-TW1"), Predikat.BAIK, parameters(SERANG))

    assert one is not None
    assert none is not None
    assert one[1][1].formula == "Alpa 1 × 2,5%"
    assert none[1][1].formula == "tidak ada potongan"


def test_every_deduction_names_a_column_of_kehadiran() -> None:
    fields = {column.field for column in columns_of(KehadiranRow)}

    assert all(set(table.persen) <= fields for table in POTONGAN.values())


@given(st.integers(0, 31), st.integers(0, 31), st.sampled_from(Predikat))
def test_more_absence_never_pays_more(one: int, other: int, predikat: Predikat) -> None:
    paid: list[SimulasiTpp] = []
    for alpa in sorted((one, other)):
        drawn = assignment(MONTH, {"hari_kerja": 31, "hadir": 31 - alpa, "alpa": alpa})
        found = simulate_tpp(drawn, MONTH, predikat, parameters(SERANG))
        assert found is not None
        paid.append(found[0])
    less, more = (one.persen for one in paid)

    assert less is not None
    assert more is not None
    assert 0 <= more <= less <= 100
