"""Several SKP or posts of one person: which belong together, and what is left alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.banding import JenisBeda, NasibSkp
from tests.banding_drawn import (
    DI_BAWAH,
    bandingkan,
    kita,
    skp,
)

if TYPE_CHECKING:
    from kinerja_xlsx.validate.banding import Perbandingan

DITAHAN = PenugasanStatus.DITAHAN
TIDAK_DINILAI = PenugasanStatus.TIDAK_DINILAI
TIDAK_DIKIRIM = PenugasanStatus.TIDAK_DIKIRIM


def kinds(found: Perbandingan) -> list[JenisBeda]:
    return [beda.jenis for beda in found.beda]


def fates(found: Perbandingan) -> list[NasibSkp]:
    return [line.nasib for line in found.rows]


def test_acting_skp_is_compared_with_the_acting_assignment_alone() -> None:
    acting = skp(number=10, sifat="Plt/Plh/Pj", perilaku=DI_BAWAH, hasil_akhir=Predikat.KURANG)
    ours = [kita(), kita(sifat="Plt", perilaku=DI_BAWAH, predikat=Predikat.KURANG)]

    assert kinds(bandingkan([skp(), acting], ours)) == []

    changed = bandingkan([skp(), acting], [kita(), kita(sifat="Plt")])
    assert kinds(changed) == [JenisBeda.PERILAKU, JenisBeda.PREDIKAT]
    assert {beda.sifat for beda in changed.beda} == {"Plt/Plh/Pj"}


def test_acting_post_on_one_side_only_is_told() -> None:
    acting = skp(number=10, sifat="Plt")

    assert kinds(bandingkan([skp(), acting], [kita()])) == [JenisBeda.PLT]
    (beda,) = bandingkan([skp()], [kita(), kita(sifat="Plh")]).beda
    assert beda.jenis is JenisBeda.TIDAK_DI_EKSPOR
    assert beda.keterangan.startswith("Penugasan Plh; di ekspor tidak ada SKP Plh")


def test_without_marks_acting_posts_are_paired_by_unit_and_jabatan() -> None:
    rows = [
        skp(sifat=None),
        skp(number=10, sifat=None, jabatan="KEPALA", unor="RUMAH SAKIT RSU"),
    ]
    ours = [kita(sifat="Plt", unit="RSU", jabatan="Kepala"), kita()]

    assert fates(bandingkan(rows, ours)) == [NasibSkp.SAMA, NasibSkp.SAMA]


def test_transferred_person_is_compared_unit_by_unit() -> None:
    rows = [
        skp(selesai=date(2026, 2, 15), perilaku=DI_BAWAH, hasil_akhir=Predikat.KURANG),
        skp(number=10, mulai=date(2026, 2, 16), unor="RUMAH SAKIT RSU"),
    ]
    ours = [
        kita(unit="RSU"),
        kita(perilaku=DI_BAWAH, predikat=Predikat.KURANG, selesai=date(2026, 2, 15)),
    ]

    found = bandingkan(rows, ours)

    assert (kinds(found), [line.unit for line in found.rows]) == ([], ["PKM", "RSU"])
    assert {line.keterangan for line in found.rows} == {"Salah satu dari 2 SKP untuk NIP ini."}


def test_of_several_skp_the_latest_is_compared_and_the_others_are_told() -> None:
    rows = [
        skp(selesai=date(2026, 3, 31), unor="A", jabatan="X"),
        skp(number=10, unor="B", jabatan="Y"),
    ]

    found = bandingkan(rows, [kita()])

    assert fates(found) == [NasibSkp.TANPA_PASANGAN, NasibSkp.SAMA]
    (beda,) = found.beda
    assert beda.jenis is JenisBeda.SKP_LAIN
    assert "NIP ini punya 2 SKP di ekspor" in beda.keterangan
    assert "X, 1 Januari 2026 sampai 31 Maret 2026" in beda.keterangan


def test_several_that_fit_nowhere_are_not_paired_by_chance() -> None:
    rows = [skp(unor="A", jabatan="X"), skp(number=10, unor="B", jabatan="Y")]
    ours = [kita(unit="PKM", jabatan="P"), kita(unit="RSU", jabatan="Q")]

    found = bandingkan(rows, ours)

    assert fates(found) == [NasibSkp.TANPA_PASANGAN] * 2
    assert sorted(kinds(found), key=list(JenisBeda).index) == [
        JenisBeda.TIDAK_DI_EKSPOR, JenisBeda.TIDAK_DI_EKSPOR,
        JenisBeda.SKP_LAIN, JenisBeda.SKP_LAIN,
    ]  # fmt: skip


def test_posts_are_told_apart_by_unit_and_jabatan_together() -> None:
    posts = [("PKM", "P"), ("PKM", "Q"), ("RSU", "P"), ("RSU", "Q")]
    rows = [
        skp(number=9 + index, unor=f"UNIT {unit}", jabatan=jabatan)
        for index, (unit, jabatan) in enumerate(posts)
    ]
    ours = [kita(unit=unit, jabatan=jabatan.lower()) for unit, jabatan in reversed(posts)]

    found = bandingkan(rows, ours)

    assert [line.unit for line in found.rows] == [unit for unit, _ in posts]
    assert found.sama == len(posts)


def test_blank_jabatan_is_like_no_other() -> None:
    rows = [skp(unor="A", jabatan=""), skp(number=10, unor="B", jabatan="X")]
    ours = [kita(jabatan="", unit="PKM"), kita(jabatan="Y", unit="RSU")]

    assert fates(bandingkan(rows, ours)) == [NasibSkp.TANPA_PASANGAN] * 2


def test_posts_of_unknown_units_are_told_apart_by_jabatan() -> None:
    rows = [skp(unor="A", jabatan="P"), skp(number=10, unor="B", jabatan="Q")]
    ours = [kita(unit="RSU", jabatan="q"), kita(unit="PKM", jabatan="p")]

    found = bandingkan(rows, ours)

    assert [line.unit for line in found.rows] == ["PKM", "RSU"]


def test_of_several_posts_the_latest_is_compared_with_the_only_skp() -> None:
    ours = [
        kita(unit="RSU", jabatan="Y"),
        kita(unit="SEK", jabatan="X", selesai=date(2026, 2, 15), perilaku=DI_BAWAH),
    ]

    found = bandingkan([skp(unor="A", jabatan="Z")], ours)

    assert [line.unit for line in found.rows] == ["RSU"]
    (beda,) = found.beda
    assert (beda.jenis, beda.unit) == (JenisBeda.TIDAK_DI_EKSPOR, "SEK")
    assert beda.keterangan.startswith("NIP ini punya 2 penugasan di isian")


def test_two_skp_of_one_unit_are_rivals_for_its_only_post() -> None:
    rows = [skp(jabatan="X"), skp(number=10, jabatan="Y")]
    ours = [kita(jabatan="P"), kita(unit="RSU", jabatan="Q")]

    assert fates(bandingkan(rows, ours)) == [NasibSkp.TANPA_PASANGAN] * 2
