"""A unit against the period before: who moved is counted, and missing is neither up nor down."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.kinerja_unit import PerbandinganUnit
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import PeriodeLalu
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.score.perbandingan import compare_unit
from tests.unit.score.rows import baris

BEFORE = Period.parse("2025-TW4")
BAIK, SANGAT_BAIK, KURANG = Predikat.BAIK, Predikat.SANGAT_BAIK, Predikat.KURANG
ANY = st.none() | st.sampled_from(Predikat)


def lalu(predikat: Predikat | None, capaian: str | None = "90", **more: bool) -> PeriodeLalu:
    return PeriodeLalu(BEFORE.code, Decimal(capaian) if capaian else None, predikat, **more)


def moves(found: PerbandinganUnit | None) -> tuple[int, ...]:
    assert found is not None
    return (
        *(found.naik, found.tetap, found.turun),
        *(found.belum_dibandingkan, found.baru, found.keluar),
    )


def test_each_person_is_better_equal_lower_unknown_new_or_gone() -> None:
    rows = [
        baris("1", predikat=SANGAT_BAIK),
        baris("2"),
        baris("3", predikat=KURANG),
        baris("4", predikat=None),
        baris("5"),
        baris("6"),
    ]
    before = {
        "1": lalu(BAIK),
        "2": lalu(BAIK),
        "3": lalu(BAIK),
        "4": lalu(BAIK),
        "5": lalu(None),
        "9": lalu(SANGAT_BAIK),
    }

    found = compare_unit(rows, before, BEFORE)

    assert moves(found) == (1, 1, 1, 2, 1, 1)
    assert found is not None
    assert found.period == "2025-TW4"
    assert dict(found.dulu) == {
        predikat: {BAIK: 4, SANGAT_BAIK: 1}.get(predikat, 0) for predikat in Predikat
    }


def test_whoever_is_still_named_has_not_left() -> None:
    away = baris("1", status=PenugasanStatus.TIDAK_DINILAI, predikat=None)

    assert moves(compare_unit([away], {"1": lalu(BAIK)}, BEFORE)) == (0, 0, 0, 1, 0, 0)


def test_a_second_post_does_not_count_a_person_twice() -> None:
    rows = [baris("1"), baris("1", sifat="Plt", predikat=KURANG)]

    assert moves(compare_unit(rows, {"1": lalu(BAIK)}, BEFORE)) == (0, 1, 0, 0, 0, 0)


def test_nothing_is_compared_where_nothing_was_sent_before() -> None:
    assert compare_unit([baris("1")], {}, BEFORE) is None


def test_median_leaves_out_partial_and_missing_capaian() -> None:
    rows = [
        baris("1", capaian=Decimal(80)),
        baris("2", capaian=Decimal(100)),
        baris("3", capaian=Decimal(1), lengkap=False),
        baris("4", capaian=None),
    ]
    before = {
        "1": lalu(BAIK, "70"),
        "2": lalu(BAIK, "75"),
        "3": lalu(BAIK, "120"),
        "4": lalu(BAIK, "5", lengkap=False),
        "5": lalu(BAIK, None),
    }

    found = compare_unit(rows, before, BEFORE)

    assert found is not None
    assert (found.median_dulu, found.median_kini) == (Decimal(75), Decimal(90))


def test_without_any_whole_capaian_there_is_no_median() -> None:
    found = compare_unit([baris("1", capaian=None)], {"1": lalu(BAIK, None)}, BEFORE)

    assert found is not None
    assert (found.median_dulu, found.median_kini) == (None, None)


@given(
    st.dictionaries(st.sampled_from("123456"), ANY, max_size=6),
    st.dictionaries(st.sampled_from("456789"), ANY, min_size=1, max_size=6),
)
def test_everybody_of_both_periods_counts_once(
    now: dict[str, Predikat | None], then: dict[str, Predikat | None]
) -> None:
    rows = [baris(nip, predikat=predikat) for nip, predikat in now.items()]

    found = compare_unit(rows, {nip: lalu(one) for nip, one in then.items()}, BEFORE)

    assert sum(moves(found)) == len(now.keys() | then.keys())
