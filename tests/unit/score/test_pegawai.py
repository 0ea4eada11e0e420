"""The score of an assignment: what it holds, what it reports, and how it explains itself."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity
from kinerja_xlsx.model.law import Arah, Ekspektasi, Pendekatan, Predikat
from kinerja_xlsx.model.score import IndikatorStatus
from kinerja_xlsx.score.rhk import KUALITATIF
from kinerja_xlsx.spec.pesan import render
from tests.unit.score.rows import FILE, NIP, POLICY, indikator, penilaian, score, step, tambahan

ATAS, SESUAI, BAWAH = Ekspektasi
ratings = st.sampled_from([*Ekspektasi, None])
figures = st.decimals(min_value=0, max_value=1000, places=2)


def codes(issues: tuple[Issue, ...]) -> list[IssueCode]:
    return [issue.code for issue in issues]


@given(persen=figures)
def test_every_capaian_falls_in_exactly_one_expectation(persen: Decimal) -> None:
    scored, _ = score(indikator(target=100, realisasi=persen))

    bands = {ATAS: persen > 100, SESUAI: 90 <= persen <= 100, BAWAH: persen < 90}
    assert [band for band, holds in bands.items() if holds] == [scored.rhk[0].ekspektasi]


@given(hasil_kerja=ratings, perilaku=ratings)
def test_predikat_needs_both_ratings_and_is_then_always_found(
    hasil_kerja: Ekspektasi | None, perilaku: Ekspektasi | None
) -> None:
    scored, issues = score(rated=penilaian(hasil_kerja, perilaku))

    blanks = [hasil_kerja, perilaku].count(None)
    assert (scored.predikat is None) is (blanks > 0)
    assert codes(issues) == ([IssueCode.LTS_17] if blanks == 1 else [])


def test_quadrant_is_total() -> None:
    assert set(POLICY.kuadran) == set(product(Ekspektasi, repeat=2))


@given(
    drawn=st.lists(st.tuples(st.integers(1, 4), figures, st.sampled_from(Arah)), min_size=1),
    data=st.data(),
)
def test_order_of_rows_never_matters(
    drawn: list[tuple[int, Decimal, Arah]], data: st.DataObject
) -> None:
    rows = [
        indikator(f"{rhk}.{number}", target=7, realisasi=realisasi, arah=arah)
        for number, (rhk, realisasi, arah) in enumerate(drawn, start=1)
        if number < 100
    ]
    shuffled = data.draw(st.permutations(rows))

    one, _ = score(*rows)
    other, _ = score(*shuffled)

    assert (one.capaian, one.rhk, one.usulan_hasil_kerja) == (
        other.capaian,
        other.rhk,
        other.usulan_hasil_kerja,
    )


def test_score_tells_whose_it_is_and_travels_between_processes() -> None:
    scored, _ = score(indikator(realisasi=95), rated=penilaian(SESUAI, SESUAI))

    assert (scored.nip, scored.unit, scored.sifat) == (NIP, "DINKES", "Definitif")
    assert scored.mulai == date(2026, 1, 1)
    assert scored.predikat is Predikat.BAIK
    assert pickle.loads(pickle.dumps(scored)) == scored  # noqa: S301 - our own bytes


def test_rating_that_differs_from_the_proposal_is_shown_and_kept() -> None:
    scored, issues = score(
        indikator(realisasi=110), rated=penilaian(SESUAI, ATAS, nilai=[SESUAI] * 7)
    )

    assert scored.usulan_hasil_kerja is ATAS
    assert scored.predikat is Predikat.BAIK
    assert codes(issues) == [IssueCode.LTS_16, IssueCode.LTS_16]
    first, second = issues
    assert first.place == Place(FILE, "Penilaian", 5, 13, "Rating Hasil Kerja")
    assert second.place == Place(FILE, "Penilaian", 5, 14, "Rating Perilaku")
    assert (first.nip, first.nama) == (NIP, "Contoh, S.Kep.")
    assert (first.value, first.context) == (SESUAI.value, (("usulan", ATAS.value),))
    assert (second.value, second.context) == (ATAS.value, (("usulan", SESUAI.value),))


def test_rating_equal_to_the_proposal_is_not_reported() -> None:
    _, issues = score(indikator(realisasi=110), rated=penilaian(ATAS, SESUAI, nilai=[SESUAI] * 7))

    assert issues == ()


@pytest.mark.parametrize(
    ("pair", "column", "heading"),
    [((None, SESUAI), 13, "Rating Hasil Kerja"), ((SESUAI, None), 14, "Rating Perilaku")],
)
def test_one_rating_alone_is_reported_at_the_blank_cell(
    pair: tuple[Ekspektasi | None, Ekspektasi | None], column: int, heading: str
) -> None:
    scored, issues = score(rated=penilaian(*pair))

    (issue,) = issues
    assert scored.predikat is None
    assert (issue.code, issue.severity) == (IssueCode.LTS_17, Severity.PERINGATAN)
    assert issue.place == Place(FILE, "Penilaian", 5, column, heading)


def test_messages_find_every_word_they_need() -> None:
    _, differing = score(indikator(realisasi=110), rated=penilaian(SESUAI, None))

    texts = [render(issue).masalah for issue in differing]
    assert all("Contoh, S.Kep." in text for text in texts)
    assert "Rating Hasil Kerja" in texts[0]
    assert "Rating Perilaku" in texts[1]
    assert codes(differing) == [IssueCode.LTS_16, IssueCode.LTS_17]


def test_assignment_without_penilaian_has_no_ratings_and_no_issues() -> None:
    scored, issues = score(indikator(realisasi=95))

    assert (scored.rating_hasil_kerja, scored.rating_perilaku, scored.predikat) == (None,) * 3
    assert scored.usulan_perilaku is None
    assert step(scored, "Rating Perilaku").cells == ()
    assert issues == ()


def test_trail_follows_the_work_from_cell_to_predikat() -> None:
    scored, _ = score(
        indikator("2.1", realisasi=110),
        indikator("1.1", realisasi=80),
        indikator("1.2", realisasi=100),
        rated=penilaian(SESUAI, SESUAI),
    )

    assert [item.label for item in scored.trail] == [
        "Capaian indikator 1.1",
        "Capaian indikator 1.2",
        "Capaian RHK 1",
        "Ekspektasi RHK 1",
        "Capaian indikator 2.1",
        "Capaian RHK 2",
        "Ekspektasi RHK 2",
        "Capaian penugasan",
        "Usulan rating hasil kerja",
        "Usulan rating perilaku",
        "Rating Hasil Kerja",
        "Rating Perilaku",
        "Predikat kinerja pegawai",
    ]
    assert [item.no_indikator for item in scored.indikator] == ["2.1", "1.1", "1.2"]
    assert [item.no_rhk for item in scored.rhk] == [1, 2]


def test_trail_can_be_recomputed_by_hand() -> None:
    scored, _ = score(
        indikator("1.1", realisasi=80),
        indikator("1.2", target=3, realisasi=2),
        indikator("2.1", realisasi=110),
        rated=penilaian(SESUAI, ATAS, nilai=[ATAS] * 4 + [SESUAI] * 3),
    )

    rhk, whole = step(scored, "Capaian RHK 1"), step(scored, "Capaian penugasan")
    usulan = step(scored, "Usulan rating hasil kerja")
    perilaku = step(scored, "Usulan rating perilaku")
    rating = step(scored, "Rating Hasil Kerja")
    predikat = step(scored, "Predikat kinerja pegawai")
    assert (rhk.formula, rhk.result) == ("(80 + 66,6667) ÷ 2", "73,33")
    assert step(scored, "Capaian RHK 2").formula == "110"
    assert (whole.formula, whole.result) == ("(73,3333 + 110) ÷ 2", "91,67")
    assert whole.source == "rata-rata, karena Bobot tidak dipakai"
    assert usulan.formula == (
        "di atas 1 dari 2 (50%); tidak di bawah 1 dari 2 (50%); utama di bawah 1 dari 2 (50%)"
    )
    assert usulan.source == (
        "PermenPANRB 6/2022 (syarat rating), pasal belum diperiksa; ketentuan yang "
        "dapat diubah BKPSDM – sebagian besar: 50 persen, sebagian kecil utama: 25 persen "
        "(belum diatur peraturan)"
    )
    assert (perilaku.result, perilaku.cells[0]) == (ATAS.value, "Penilaian!F5")
    assert (rating.formula, rating.cells) == ("ditetapkan pejabat penilai", ("Penilaian!M5",))
    assert predikat.formula == "hasil kerja Sesuai Ekspektasi × perilaku Di Atas Ekspektasi"
    assert predikat.source == "PermenPANRB 6/2022 (kuadran kinerja), pasal belum diperiksa"


def test_weights_are_shown_with_their_cells() -> None:
    scored, _ = score(
        indikator("1.1", realisasi=110, bobot=60),
        indikator("1.2", realisasi="87.5", bobot=40),
        tambahan("2.1", realisasi=100, bobot=5),
    )

    whole = step(scored, "Capaian penugasan")
    assert (whole.formula, whole.result) == ("(60 × 110 + 40 × 87,5) ÷ 100", "101,00")
    assert whole.source == "rata-rata tertimbang menurut Bobot yang diisi unit"
    assert whole.cells == ("Hasil Kerja!T5", "Hasil Kerja!T6")
    assert step(scored, "Capaian RHK 1").source == whole.source
    assert step(scored, "Capaian RHK 2").source == (
        "rata-rata; Bobot tidak berlaku untuk hasil kerja tambahan"
    )


def test_weights_whose_indicators_lack_realisasi_leave_nothing_to_weigh() -> None:
    scored, _ = score(indikator("1.1", bobot=60), indikator("2.1", bobot=40))

    assert (scored.capaian, scored.lengkap) == (None, False)
    assert [item.capaian for item in scored.rhk] == [None, None]


def test_incomplete_assignment_says_so_at_every_figure_it_touches() -> None:
    scored, _ = score(
        indikator("1.1", realisasi=80), indikator("1.2"), indikator("2.1"), rated=penilaian()
    )

    assert step(scored, "Capaian RHK 1").formula == "80; 1 indikator belum ada realisasi"
    assert step(scored, "Capaian RHK 2").formula == "tidak ada indikator yang dinilai"
    assert step(scored, "Capaian penugasan").result == "80,00 (sementara, belum lengkap)"
    usulan = step(scored, "Usulan rating hasil kerja")
    assert (usulan.formula, usulan.result) == (
        "2 indikator belum ada realisasi",
        "tidak ada usulan",
    )
    assert step(scored, "Rating Hasil Kerja").formula == "belum diisi"
    assert step(scored, "Predikat kinerja pegawai").result == "Belum ditetapkan"


def test_qualitative_assignment_rests_on_the_rater_alone() -> None:
    scored, issues = score(
        indikator(uraian_realisasi="Semua dijawab"),
        rated=penilaian(ATAS, SESUAI),
        pendekatan=Pendekatan.KUALITATIF,
    )

    assert [item.status for item in scored.indikator] == [IndikatorStatus.KUALITATIF]
    assert (scored.capaian, scored.usulan_hasil_kerja) == (None, None)
    assert scored.predikat is Predikat.BAIK
    assert issues == ()
    for label in ("Capaian RHK 1", "Capaian penugasan", "Usulan rating hasil kerja"):
        assert step(scored, label).formula == KUALITATIF
    assert step(scored, "Capaian penugasan").result == "tanpa angka"


def test_every_step_names_a_source() -> None:
    scored, _ = score(indikator("1.1", realisasi=80), indikator("1.2"), tambahan("2.1"))

    assert all(item.label and item.formula and item.result for item in scored.trail)
    assert all(item.source for item in scored.trail)


def test_qualitative_work_is_no_lack_in_the_trail() -> None:
    found, _ = score(indikator("1.1"), pendekatan=Pendekatan.KUALITATIF)
    blank, _ = score(indikator("1.1", realisasi=None))

    assert step(found, "Capaian RHK 1").formula == KUALITATIF
    assert step(blank, "Capaian RHK 1").formula == "tidak ada indikator yang dinilai"
