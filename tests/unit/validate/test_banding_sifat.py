"""Whatever an export holds: every row has one fate, and the order of rows changes nothing."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.law import Ekspektasi, Predikat
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.banding import BarisSkp, HasilKita, JenisBeda, NasibSkp
from tests.banding_drawn import LAIN, NIP, TAK_DIKENAL, bandingkan, kita, skp
from tests.sifat import examples

ORANG = st.sampled_from([NIP, LAIN, TAK_DIKENAL])
UNIT = st.sampled_from(["PKM", "RSU"])
RATING = st.none() | st.sampled_from(Ekspektasi)
MISSING = {JenisBeda.TIDAK_DI_EKSPOR, JenisBeda.UNIT_TIDAK_DI_EKSPOR}
PREDIKAT = st.none() | st.sampled_from(Predikat)


@st.composite
def exports(draw: st.DrawFn) -> list[BarisSkp]:
    """Draw rows of three people in two units, in any order, definitive or acting."""
    count = draw(st.integers(0, 6))
    marked = draw(st.booleans())
    return [
        skp(
            draw(ORANG),
            number=number,
            hasil_kerja=draw(RATING),
            perilaku=draw(RATING),
            hasil_akhir=draw(PREDIKAT),
            sifat=draw(st.sampled_from(["", "Plt"])) if marked else None,
            unor=f"UNIT {draw(UNIT)}",
            jabatan=f"JABATAN {number}",
        )
        for number in range(9, 9 + count)
    ]


@st.composite
def results(draw: st.DrawFn) -> list[HasilKita]:
    """Draw assignments of the same people, each unit, person and Sifat at most once."""
    keys = draw(
        st.lists(st.tuples(ORANG, UNIT, st.sampled_from(["Definitif", "Plt"])), unique=True)
    )
    return [
        kita(
            nip,
            unit=unit,
            sifat=sifat,
            status=draw(st.sampled_from(PenugasanStatus)),
            hasil_kerja=draw(RATING),
            perilaku=draw(RATING),
            predikat=draw(PREDIKAT),
            jabatan=f"{sifat} {unit}",
        )
        for nip, unit, sifat in keys
    ]


@given(exports(), results())
@examples(200)
def test_every_row_has_one_fate_and_none_is_lost(
    rows: list[BarisSkp], ours: list[HasilKita]
) -> None:
    found = bandingkan(rows, ours)

    assert [line.baris for line in found.rows] == rows
    told = {place.row for beda in found.beda for place in beda.sel_ekspor}
    for line in found.rows:
        assert (line.nasib is NasibSkp.SAMA) is (line.baris.number not in told)
    assert found.sama == sum(line.nasib is NasibSkp.SAMA for line in found.rows)


@given(exports(), results(), st.randoms(use_true_random=False))
@examples(200)
def test_order_of_rows_and_assignments_never_matters(
    rows: list[BarisSkp], ours: list[HasilKita], random: Random
) -> None:
    mixed, others = list(rows), list(ours)
    random.shuffle(mixed)
    random.shuffle(others)

    one, other = bandingkan(rows, ours), bandingkan(mixed, others)

    key = repr
    assert sorted(one.beda, key=key) == sorted(other.beda, key=key)
    assert sorted(one.rows, key=key) == sorted(other.rows, key=key)


@given(exports(), results())
@examples(100)
def test_export_of_a_part_never_tells_of_whole_units(
    rows: list[BarisSkp], ours: list[HasilKita]
) -> None:
    whole, part = bandingkan(rows, ours), bandingkan(rows, ours, is_limited=True)

    assert JenisBeda.UNIT_TIDAK_DI_EKSPOR not in {beda.jenis for beda in part.beda}
    assert list(part.beda) == [
        beda for beda in whole.beda if beda.jenis not in MISSING or beda.unit not in part.unit_lain
    ]
