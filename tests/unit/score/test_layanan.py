"""People served, in two periods: the same indicator only, and a missing figure stays missing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kinerja_xlsx.model.kinerja_unit import BarisLayanan
from kinerja_xlsx.model.law import Arah, Pendekatan
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.score.layanan import compare_services, counts_people
from kinerja_xlsx.score.pegawai import score_penugasan
from kinerja_xlsx.score.perbandingan import Before
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from tests.unit.score.rows import PARAMETERS, POLICY, indikator, penugasan, place, score

BEFORE = Period.parse("2025-TW4")


def compared(
    then: HasilKerjaRow,
    now: HasilKerjaRow,
    pendekatan: Pendekatan = Pendekatan.KUANTITATIF,
) -> tuple[BarisLayanan, ...]:
    earlier = penugasan(then)
    scored, _ = score_penugasan(
        earlier, pendekatan=pendekatan, policy=POLICY, parameters=PARAMETERS
    )
    own = score(now, pendekatan=pendekatan)[0]
    return tuple(compare_services(penugasan(now), own, Before(earlier, BEFORE, scored)))


@pytest.mark.parametrize(
    "satuan", ["pasien", "Orang", "kunjungan pasien", "KK", "siswa", "pasien/bulan"]
)
def test_satuan_counts_people(satuan: str) -> None:
    assert counts_people(satuan)


@pytest.mark.parametrize(
    "satuan", ["persen", "% orang", "dokumen", "per mil penduduk", "hari orang", "", None, "kkn"]
)
def test_satuan_counts_something_else(satuan: str | None) -> None:
    assert not counts_people(satuan)


def test_the_same_indicator_stands_beside_that_of_the_period_before() -> None:
    now = indikator(satuan="pasien", realisasi="1250.5", arah=Arah.TURUN)

    (line,) = compared(indikator(satuan="Pasien", realisasi=1000), now)

    assert line == BarisLayanan(
        nama="Contoh, S.Kep.",
        sifat="Definitif",
        no_indikator="1.1",
        indikator="Jumlah pasien",
        satuan="pasien",
        arah=Arah.TURUN,
        dulu=Decimal(1000),
        kini=Decimal("1250.5"),
        sel=place(now).address("realisasi"),
    )


@pytest.mark.parametrize(
    ("then", "now", "figures"),
    [(None, 0, (None, 0)), (0, None, (0, None)), (0, 0, (0, 0))],
)
def test_missing_is_never_zero(
    then: int | None, now: int | None, figures: tuple[int | None, int | None]
) -> None:
    (line,) = compared(
        indikator(satuan="orang", realisasi=then), indikator(satuan="orang", realisasi=now)
    )

    assert (line.dulu, line.kini) == figures


@pytest.mark.parametrize(
    "other",
    [{"indikator": "Jumlah rujukan"}, {"satuan": "orang"}, {"no": "1.2"}],
    ids=["teks", "satuan", "nomor"],
)
def test_another_indicator_is_not_compared(other: dict[str, Any]) -> None:
    drawn: dict[str, Any] = {"satuan": "pasien", "realisasi": 5, **other}
    then = indikator(**drawn)

    assert compared(then, indikator(satuan="pasien", realisasi=6)) == ()


def test_an_indicator_that_counts_no_people_is_left_out() -> None:
    one = indikator(satuan="dokumen", realisasi=5)

    assert compared(one, one) == ()


def test_work_evaluated_in_words_has_no_figures_to_compare() -> None:
    one = indikator(satuan="pasien", target=None, uraian_target="Semua pasien terlayani")

    assert compared(one, one, Pendekatan.KUALITATIF) == ()
