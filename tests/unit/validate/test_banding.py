"""An export against our results: every kind of difference, on both sides, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.model.law import Ekspektasi, Predikat
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.policy.permenpanrb_6_2022 import KUADRAN
from kinerja_xlsx.spec.banding import BarisSkp, JenisBeda, NasibSkp
from kinerja_xlsx.spec.codes import make_issue
from tests.banding_drawn import (
    DI_ATAS,
    DI_BAWAH,
    LAIN,
    NIP,
    SESUAI,
    TAK_DIKENAL,
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


def test_equal_results_are_no_difference() -> None:
    found = bandingkan([skp()], [kita()])

    assert (kinds(found), fates(found), found.sama) == ([], [NasibSkp.SAMA], 1)
    assert found.rows[0].keterangan == ""


def test_each_rating_and_the_predikat_is_told_with_its_cells() -> None:
    row = skp(hasil_kerja=DI_ATAS, perilaku=DI_ATAS, hasil_akhir=Predikat.SANGAT_BAIK)

    found = bandingkan([row], [kita()])

    assert kinds(found) == [JenisBeda.HASIL_KERJA, JenisBeda.PERILAKU, JenisBeda.PREDIKAT]
    first, second, third = found.beda
    assert (first.di_ekspor, first.di_isian) == ("Di Atas Ekspektasi", "Sesuai Ekspektasi")
    assert [place.cell for place in first.sel_ekspor] == ["D9"]
    assert [place.cell for place in first.sel_isian] == ["M5"]
    assert [place.cell for place in second.sel_isian] == ["N5"]
    assert [place.cell for place in third.sel_isian] == ["M5", "N5"]
    assert (fates(found), found.sama) == ([NasibSkp.BERBEDA], 0)


@pytest.mark.parametrize(
    ("hasil_kerja", "perilaku", "hasil_akhir"),
    [(*pair, word) for pair, word in product(KUADRAN, Predikat)],
)
def test_hasil_akhir_contradicts_its_ratings_exactly_where_the_quadrant_says(
    hasil_kerja: Ekspektasi, perilaku: Ekspektasi, hasil_akhir: Predikat
) -> None:
    row = skp(hasil_kerja=hasil_kerja, perilaku=perilaku, hasil_akhir=hasil_akhir)

    found = bandingkan([row], [])

    is_told = JenisBeda.HASIL_AKHIR in kinds(found)
    assert is_told is (KUADRAN[hasil_kerja, perilaku] is not hasil_akhir)


def test_contradiction_names_what_the_quadrant_makes() -> None:
    found = bandingkan([skp(hasil_akhir=Predikat.SANGAT_BAIK)], [kita()])

    assert kinds(found) == [JenisBeda.HASIL_AKHIR, JenisBeda.PREDIKAT]
    assert found.beda[0].keterangan == "Menurut kuadran, kedua rating itu menghasilkan Baik."


@pytest.mark.parametrize(("hasil_akhir", "count"), [(None, 0), (Predikat.BAIK, 1)])
@pytest.mark.parametrize("perilaku", [None, SESUAI])
def test_hasil_akhir_without_both_ratings_is_a_contradiction(
    perilaku: Ekspektasi | None, hasil_akhir: Predikat | None, count: int
) -> None:
    row = skp(hasil_kerja=None, perilaku=perilaku, hasil_akhir=hasil_akhir)

    assert kinds(bandingkan([row], [])).count(JenisBeda.HASIL_AKHIR) == count


def test_difference_calls_the_person_and_the_post_as_the_isian_does() -> None:
    wrong = skp(perilaku=DI_BAWAH, hasil_akhir=Predikat.BAIK)
    withheld = [kita(status=DITAHAN, sifat="Definitif")]

    for found in (bandingkan([wrong], [kita()]), bandingkan([wrong], withheld)):
        assert {beda.nama for beda in found.beda} == {"Contoh Perawat, S.Kep."}
        assert {beda.sifat for beda in found.beda} == {"Definitif"}


def test_unrated_on_one_side_is_told_once() -> None:
    bare = skp(hasil_kerja=None, perilaku=None, hasil_akhir=None)
    open_ = kita(hasil_kerja=None, perilaku=None, predikat=None)

    assert kinds(bandingkan([bare], [kita()])) == [JenisBeda.BELUM_DINILAI]
    assert kinds(bandingkan([skp()], [open_])) == [JenisBeda.BELUM_DITETAPKAN]
    assert kinds(bandingkan([bare], [open_])) == []
    (waiting,) = bandingkan([bare], [kita(status=DITAHAN)]).beda
    assert waiting.di_ekspor == "belum ada"


def test_people_of_one_side_only_are_told() -> None:
    found = bandingkan([skp(TAK_DIKENAL), skp(number=10)], [kita(), kita(LAIN)])

    assert kinds(found) == [JenisBeda.TIDAK_DI_EKSPOR, JenisBeda.TIDAK_DI_ISIAN]
    assert [beda.nip for beda in found.beda] == [LAIN, TAK_DIKENAL]
    assert found.beda[0].di_isian == "Sesuai Ekspektasi · Sesuai Ekspektasi · Baik"
    assert [place.sheet for place in found.beda[0].sel_isian] == ["Pegawai"]
    assert [place.cell for place in found.beda[1].sel_ekspor] == ["A9"]
    assert bandingkan([skp(sifat=None)], []).beda[0].sifat == ""
    open_ = kita(LAIN, hasil_kerja=None, perilaku=None, predikat=None)
    assert bandingkan([skp()], [kita(), open_]).beda[0].di_isian == "belum ada"
    held = kita(LAIN, status=DITAHAN, alasan="SEL-05.")
    assert bandingkan([skp()], [kita(), held]).beda[0].keterangan == "Ditahan. SEL-05."


def test_unknown_nip_names_the_nearest_known_one() -> None:
    found = bandingkan([skp(NIP[:-1] + "9"), skp(LAIN, number=10)], [kita(LAIN), kita()])

    told = next(beda for beda in found.beda if beda.jenis is JenisBeda.TIDAK_DI_ISIAN)
    assert f"NIP terdekat: {NIP}" in told.keterangan


def test_no_nearest_nip_is_looked_for_among_people_of_another_office() -> None:
    strangers = [skp(f"19{index:02d}01012015031009", number=9 + index) for index in range(51)]
    slip = skp(NIP[:-1] + "9", number=99)

    def told(rows: list[BarisSkp]) -> str:
        found = bandingkan([skp(LAIN, number=8), *rows], [kita(LAIN), kita()])
        return next(beda.keterangan for beda in found.beda if beda.nip == slip.nip)

    assert "NIP terdekat" in told([*strangers[:49], slip])
    assert "NIP terdekat" not in told([*strangers, slip])


def test_person_of_the_roster_whose_unit_has_not_sent_is_known() -> None:
    found = bandingkan([skp()], [], roster={NIP: "RSU"})

    (beda,) = found.beda
    assert (beda.jenis, beda.unit) == (JenisBeda.TANPA_HASIL, "RSU")
    assert beda.keterangan == "Isian unit RSU periode ini belum ada, atau ditolak."
    assert [place.row for place in beda.sel_isian] == [5]


@pytest.mark.parametrize("status", [DITAHAN, TIDAK_DIKIRIM])
def test_withheld_or_unsent_assignment_has_no_result_to_compare(status: PenugasanStatus) -> None:
    found = bandingkan([skp()], [kita(status=status, alasan="SEL-05.")])

    (beda,) = found.beda
    assert (beda.jenis, beda.di_isian) == (JenisBeda.TANPA_HASIL, status.value)
    assert beda.di_ekspor == "Sesuai Ekspektasi · Sesuai Ekspektasi · Baik"
    assert beda.keterangan == "SEL-05."


def test_person_on_leave_is_expected_nowhere() -> None:
    away = kita(status=TIDAK_DINILAI)
    bare = skp(hasil_kerja=None, perilaku=None, hasil_akhir=None)

    assert kinds(bandingkan([skp(LAIN)], [away, kita(LAIN)])) == []
    assert kinds(bandingkan([bare], [away])) == []
    assert kinds(bandingkan([skp()], [away])) == [JenisBeda.TANPA_HASIL]


@pytest.mark.parametrize(
    ("row", "masa"),
    [
        (skp(tahun="2025"), "tahun 2025"),
        (
            skp(mulai=date(2025, 1, 1), selesai=date(2025, 12, 31), tahun=""),
            "1 Januari 2025 sampai 31 Desember 2025",
        ),
        (skp(selesai=date(2025, 12, 31), mulai=None, tahun=""), "masa yang tidak lengkap disebut"),
        (skp(mulai=date(2026, 4, 1)), "1 April 2026 sampai 31 Desember 2026"),
    ],
    ids=["year", "ended", "end alone", "later"],
)
def test_skp_outside_the_period_is_not_compared(row: BarisSkp, masa: str) -> None:
    found = bandingkan([row, skp(LAIN, number=10)], [kita(LAIN)])

    assert kinds(found) == [JenisBeda.PERIODE_LAIN]
    assert found.beda[0].keterangan == f"SKP ini untuk {masa}."
    assert fates(found) == [NasibSkp.TANPA_PASANGAN, NasibSkp.SAMA]


def broken(nip: str, code: IssueCode) -> BarisSkp:
    place = Place("laporan.xlsx", "Worksheet", 9, 3, "nip")
    issue = make_issue(code, place, value=nip, saran="", jumlah="17", pilihan="")
    return replace(skp(nip), issues=(issue,), hasil_kerja=None)


def test_owner_of_a_numeric_nip_is_not_called_missing() -> None:
    row = broken("1,99001012015031E+17", IssueCode.SEL_12)

    found = bandingkan([row, skp(LAIN, number=10)], [kita(), kita(LAIN)])

    assert kinds(found) == [JenisBeda.NIP_ANGKA]
    assert fates(found) == [NasibSkp.BELUM_TERBACA, NasibSkp.SAMA]


def test_row_that_is_not_understood_is_told_with_its_cell() -> None:
    found = bandingkan([broken(NIP, IssueCode.SEL_06)], [kita()])

    assert kinds(found)[-1] is JenisBeda.BELUM_TERBACA
    assert found.beda[-1].keterangan == f"«{NIP}» tidak ada dalam pilihan nip."
    assert JenisBeda.TIDAK_DI_EKSPOR not in kinds(found)


def test_row_that_is_passed_over_says_why() -> None:
    place = Place("laporan.xlsx", "Worksheet", 10)
    copy = make_issue(IssueCode.BRS_05, place, baris="9")
    rows = [
        skp(),
        replace(skp(number=10), is_counted=False, issues=(copy,)),
        replace(skp("", number=11), is_counted=False),
    ]

    found = bandingkan(rows, [kita()])

    assert fates(found) == [NasibSkp.SAMA, NasibSkp.DILEWATI, NasibSkp.DILEWATI]
    assert [line.keterangan for line in found.rows[1:]] == [
        "Baris ini sama persis dengan baris 9; dihitung satu kali.",
        "Baris kosong.",
    ]


def test_whole_unit_that_is_missing_is_told_once() -> None:
    ours = [kita(), kita(LAIN, unit="RSU"), kita(TAK_DIKENAL, unit="RSU")]

    (beda,) = bandingkan([skp()], ours).beda

    assert (beda.jenis, beda.nama) == (JenisBeda.UNIT_TIDAK_DI_EKSPOR, "Rumah Sakit")
    assert beda.di_isian == "2 penugasan"


def test_other_units_are_no_difference_where_the_export_is_for_a_part() -> None:
    found = bandingkan([skp()], [kita(), kita(LAIN, unit="RSU")], is_limited=True)

    assert (kinds(found), found.unit_lain) == ([], ("RSU",))


def test_second_post_outside_the_part_does_not_bring_its_unit_in() -> None:
    ours = [kita(), kita(unit="RSU", jabatan="Kepala"), kita(LAIN, unit="RSU")]

    part, whole = bandingkan([skp()], ours, is_limited=True), bandingkan([skp()], ours)

    assert (kinds(part), part.unit_lain) == ([], ("RSU",))
    assert kinds(whole) == [JenisBeda.TIDAK_DI_EKSPOR, JenisBeda.TIDAK_DI_EKSPOR]


def test_other_name_is_mentioned_beside_a_difference() -> None:
    row = skp(perilaku=DI_BAWAH, hasil_akhir=Predikat.KURANG, nama="ORANG LAIN")

    found = bandingkan([row], [kita()])

    assert {beda.keterangan for beda in found.beda} == {"Nama di e-Kinerja: ORANG LAIN."}
    unnamed = bandingkan([replace(row, nama="")], [kita()])
    assert {beda.keterangan for beda in unnamed.beda} == {""}


def test_order_of_rows_changes_nothing() -> None:
    rows = [skp(), skp(LAIN, number=10, hasil_kerja=DI_ATAS), skp(TAK_DIKENAL, number=11)]
    ours = [kita(), kita(LAIN, hasil_kerja=SESUAI)]

    assert bandingkan(rows, ours).beda == bandingkan(rows[::-1], ours[::-1]).beda
