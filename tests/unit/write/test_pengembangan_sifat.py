"""Laws of every sentence about a person: own figures alone, gaps stay gaps, no harsh word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.law import Ekspektasi, NilaiPerilaku
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.spec.pengembangan import KALIMAT, Ucapan
from kinerja_xlsx.write.hasil.looks import persen_decimals
from kinerja_xlsx.write.hasil.pengembangan import pengembangan_of
from tests.sifat import examples
from tests.unit.write.test_kata import hard_words
from tests.unit.write.test_pengembangan import ANGKA, drawn, said

HARSH = re.compile(
    r"\b(?:buruk|jelek|malas|lemah|bodoh|lalai|rendah|terendah|terburuk|kurang|gagal|salah"
    r"|mengecewakan|hukum\w*|sanksi|tegur\w*|misconduct|harus|wajib)\b",
    re.IGNORECASE,
)
COMPARING = re.compile(
    r"\b(?:rekan|pegawai lain|rata-rata|dibanding\w*|peringkat|ranking|urutan ke)\b", re.IGNORECASE
)
_VALUES = st.dictionaries(
    st.sampled_from([one.name.lower() for one in NilaiPerilaku]), st.sampled_from(Ekspektasi)
)
_WORK = st.lists(st.none() | st.integers(0, 1_300), max_size=12)
_WORDS = st.none() | st.sampled_from(["Teruskan", "Bagus sekali", "Perlu latihan menulis"])


@examples(150)
@given(work=_WORK, values=_VALUES, feedback=_WORDS, step=_WORDS)
def test_every_figure_and_name_is_the_persons_own(
    work: list[int | None],
    values: dict[str, Ekspektasi],
    feedback: str | None,
    step: str | None,
) -> None:
    made = drawn(work, umpan_balik_perilaku=feedback, rencana_pengembangan=step, **values)

    found = pengembangan_of(made, ANGKA)

    text = f"{found.sudah_baik} {found.ditingkatkan}"
    scored = {
        one.no_indikator: one.capaian for one in made.score.indikator if one.capaian is not None
    }
    for number, shown in re.findall(r"(\d\.\d)(?:[^()\d]*\((?:capaian )?([\d,]+)%\))", text):
        assert shown == format_number(scored[number], persen_decimals(scored[number]))
    figures = set(re.findall(r"\d+,\d+", text))
    assert figures <= {format_number(one, persen_decimals(one)) for one in scored.values()}
    numbers = set(re.findall(r"\b\d\.\d\b", text))
    assert numbers <= {one.no_indikator for one in made.score.indikator}
    counts = set(map(int, re.findall(r"(?<![\d.,])\d+(?![\d.,]*[%\d.])", text)))
    assert counts <= set(range(1, len(work) + 1))
    for nilai in NilaiPerilaku:
        rated = values.get(nilai.name.lower())
        assert (nilai.value in found.sudah_baik) is (rated is Ekspektasi.DI_ATAS)
        assert (nilai.value in found.ditingkatkan) is (rated is Ekspektasi.DI_BAWAH)
    assert found.umpan_balik == (f"«{feedback}»" if feedback else "belum ada.")
    assert found.langkah == (step or "Belum ada langkah yang disepakati.")


@examples(100)
@given(work=_WORK, values=_VALUES)
def test_nothing_is_said_of_what_is_missing_but_that_it_is(
    work: list[int | None], values: dict[str, Ekspektasi]
) -> None:
    found = said(work, **values)

    missing = [value for value in work if value is None]
    assert bool(found.belum_ada) is bool(missing)
    if len(missing) == len(work):
        assert "%" not in f"{found.sudah_baik}{found.ditingkatkan}"
        assert "target" not in found.sudah_baik


@examples(100)
@given(work=_WORK, values=_VALUES)
def test_no_word_is_harsh_and_nobody_is_compared(
    work: list[int | None], values: dict[str, Ekspektasi]
) -> None:
    lines = said(work, **values).lines

    assert [word for line in lines for word in harsh(line)] == []


def harsh(text: str) -> list[str]:
    return [*hard_words(text), *HARSH.findall(text), *COMPARING.findall(text)]


@pytest.mark.parametrize("ucapan", Ucapan)
def test_every_template_is_kind_and_says_when_it_is_used(ucapan: Ucapan) -> None:
    kalimat = KALIMAT[ucapan]

    assert harsh(f"{kalimat.bagian.value} {kalimat.teks}") == []
    assert kalimat.aturan


@pytest.mark.parametrize(
    "text", ["Capaian rendah.", "Di bawah rata-rata unit.", "Anda harus hadir.", "Kinerja buruk."]
)
def test_harsh_words_and_comparisons_are_seen(text: str) -> None:
    assert harsh(text)
