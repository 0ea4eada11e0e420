"""The cases that a lawyer can read, one by one."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from kinerja_xlsx.model.law import (
    Agregasi,
    Arah,
    CapaianOrganisasi,
    Ekspektasi,
    JenisHasilKerja,
    Pendekatan,
    Predikat,
)
from kinerja_xlsx.model.number import half_up
from kinerja_xlsx.model.rekap import format_perubahan
from kinerja_xlsx.model.score import IndikatorStatus
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.score.distribusi import distribusi
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from tests.unit.score.rows import (
    POLICY,
    indikator,
    parameters_with,
    penilaian,
    score,
    step,
    tambahan,
)

Case = dict[str, Any]
PATH: Final = Path(__file__).parents[2] / "cases" / "permenpanrb_6_2022.toml"
CASES: Final[dict[str, list[Case]]] = tomllib.loads(PATH.read_text(encoding="utf-8"))
FIGURES: Final = ("target", "target_atas", "realisasi", "pembilang", "penyebut", "bobot")
LETTERS: Final = {"A": Ekspektasi.DI_ATAS, "S": Ekspektasi.SESUAI, "B": Ekspektasi.DI_BAWAH}


def cases(kind: str) -> pytest.MarkDecorator:
    listed = CASES[kind]
    return pytest.mark.parametrize("case", listed, ids=[case["nama"] for case in listed])


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def row_of(drawn: Case) -> HasilKerjaRow:
    """Turn one indicator of the file into a row; words become members of the law."""
    values: Case = {name: number(drawn[name]) for name in FIGURES if name in drawn}
    if "arah" in drawn:
        values["arah"] = Arah(drawn["arah"])
    if "agregasi" in drawn:
        values["agregasi"] = Agregasi(drawn["agregasi"])
    if "jenis" in drawn:
        values["jenis"] = JenisHasilKerja(drawn["jenis"])
    return indikator(drawn.get("no", "1.1"), **values)


def parameters_of(case: Case) -> Parameters:
    return parameters_with(case.get("parameter", {}))


def decimals_of(value: Decimal) -> int:
    return -int(value.as_tuple().exponent)


def word(case: Case, key: str) -> Ekspektasi | None:
    return Ekspektasi(case[key]) if key in case else None


@cases("capaian")
def test_capaian(case: Case) -> None:
    scored, _ = score(row_of(case), parameters=parameters_of(case))

    (result,) = scored.indikator
    assert result.status is IndikatorStatus(case.get("status", "dinilai"))
    assert (result.capaian is None) is ("capaian" not in case)
    if result.capaian is not None:
        shown = number(case["capaian"])
        assert half_up(result.capaian, max(2, decimals_of(shown))) == shown
        assert step(scored, "Capaian indikator 1.1").result == case["capaian"]
    if "rumus" in case:
        assert step(scored, "Capaian indikator 1.1").formula == case["rumus"]


@cases("ekspektasi")
def test_ekspektasi(case: Case) -> None:
    row = indikator(target=100, realisasi=number(case["capaian"]))

    scored, _ = score(row, parameters=parameters_of(case))

    assert scored.rhk[0].ekspektasi is Ekspektasi(case["ekspektasi"])
    if "rumus" in case:
        assert step(scored, "Ekspektasi RHK 1").formula == case["rumus"]


@cases("kuadran")
def test_kuadran(case: Case) -> None:
    ratings = penilaian(Ekspektasi(case["hasil_kerja"]), Ekspektasi(case["perilaku"]))

    scored, _ = score(rated=ratings)

    assert scored.predikat is Predikat(case["predikat"])
    assert step(scored, "Predikat kinerja pegawai").result == case["predikat"]


def test_every_cell_of_the_quadrant_has_a_case() -> None:
    cells = {(case["hasil_kerja"], case["perilaku"]) for case in CASES["kuadran"]}

    assert cells == {(hasil.value, perilaku.value) for hasil, perilaku in POLICY.kuadran}


@cases("rating")
def test_rating(case: Case) -> None:
    rows = [indikator(realisasi=number(case["capaian"]))] if "capaian" in case else []

    scored, issues = score(
        *rows, rated=penilaian(word(case, "hasil_kerja"), word(case, "perilaku"))
    )

    predikat = Predikat(case["predikat"]) if "predikat" in case else None
    assert scored.predikat is predikat
    assert step(scored, "Predikat kinerja pegawai").result == case.get(
        "predikat", "Belum ditetapkan"
    )
    assert [issue.code.value for issue in issues] == case.get("masalah", [])


@cases("usulan")
def test_usulan_hasil_kerja(case: Case) -> None:
    utama = [indikator(f"{n}.1", realisasi=number(c)) for n, c in enumerate(case["utama"], 1)]
    drawn = enumerate(case.get("tambahan", ()), 20)
    more = [tambahan(f"{n}.1", realisasi=number(c)) for n, c in drawn]

    scored, _ = score(*utama, *more, parameters=parameters_of(case))

    assert scored.usulan_hasil_kerja is word(case, "usulan")


@cases("perilaku")
def test_usulan_perilaku(case: Case) -> None:
    scored, _ = score(rated=penilaian(nilai=[LETTERS[letter] for letter in case["nilai"]]))

    assert scored.usulan_perilaku is word(case, "usulan")


@cases("penugasan")
def test_penugasan(case: Case) -> None:
    rows = [row_of(drawn) for drawn in case["indikator"]]

    scored, _ = score(*rows, pendekatan=Pendekatan(case.get("pendekatan", "Kuantitatif")))

    assert (scored.capaian is None) is ("capaian" not in case)
    if scored.capaian is not None:
        assert half_up(scored.capaian) == number(case["capaian"])
    assert scored.lengkap is case["lengkap"]
    assert scored.usulan_hasil_kerja is word(case, "usulan")


@cases("distribusi")
def test_distribusi(case: Case) -> None:
    counts = zip(POLICY.urutan, case["pegawai"], strict=True)
    stated = case.get("capaian_organisasi")

    found = distribusi(
        [predikat for predikat, people in counts for _ in range(people)],
        capaian_organisasi=None if stated is None else CapaianOrganisasi(stated),
        expected=sum(case["pegawai"]),
        policy=POLICY,
        parameters=parameters_of(case),
    )

    assert list(found.broken) == case.get("aturan", [])
    assert format_perubahan(found) == case.get("perubahan", "")
    assert found.is_small is case.get("unit_kecil", False)
    if "dominasi" in case:
        assert found.dominance == case["dominasi"]
