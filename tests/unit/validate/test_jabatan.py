"""The indicator catalogue: what a post must have (LTS-02), and what is foreign to it (LTS-03)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.law import Agregasi, Arah, YaTidak
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.katalog import KatalogRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.validate import catalogue_of
from tests.unit.validate.build import NIPS, codes, found, settings, sound_isian, subject

POST = "Perawat Ahli Muda"


def item(
    indikator: str, *, jabatan: str | None = POST, urusan: str | None = None, wajib: bool = False
) -> KatalogRow:
    return KatalogRow(
        jabatan=jabatan,
        urusan=urusan,
        indikator=indikator,
        satuan="pasien",
        arah=Arah.NAIK,
        agregasi=Agregasi.JUMLAH,
        wajib=YaTidak.YA if wajib else YaTidak.TIDAK,
    )


def known(*rows: KatalogRow) -> Settings:
    return replace(settings(), katalog=rows)


COMPLETE = tuple(item(f"Jumlah layanan {number}") for number in ("1.1", "1.2", "2.1"))


def issues_with(*rows: KatalogRow) -> tuple[Issue, ...]:
    return sound_isian().check(known(*rows)).issues


def test_obligatory_indicator_that_is_missing_withholds_the_person_of_that_post() -> None:
    checked = sound_isian().check(known(*COMPLETE, item("Kepuasan pasien", wajib=True)))

    (issue,) = found(checked.issues, IssueCode.LTS_02)
    assert (issue.nip, issue.severity, issue.place.heading) == (
        NIPS[0], Severity.GALAT, "Jabatan",
    )  # fmt: skip
    assert render(issue).masalah == (
        "Belum ada indikator wajib untuk Contoh Satu, S.Kep.: «Kepuasan pasien»."
    )
    assert subject(checked, NIPS[0]).status is PenugasanStatus.DITAHAN
    assert subject(checked, NIPS[1]).status is PenugasanStatus.DINILAI


@pytest.mark.parametrize("text", ["Jumlah layanan 1.1", "jumlah  LAYANAN 1,1"])
def test_obligatory_indicator_is_found_whatever_its_capitals_and_spaces(text: str) -> None:
    rows = (item(text, wajib=True), *COMPLETE[1:])

    assert found(issues_with(*rows), IssueCode.LTS_02) == []


def test_optional_indicator_may_be_missing() -> None:
    assert found(issues_with(*COMPLETE, item("Kepuasan pasien")), IssueCode.LTS_02) == []


def test_many_missing_indicators_are_shortened() -> None:
    rows = [item(f"Ukuran {number}", wajib=True) for number in range(7)]

    (issue,) = found(issues_with(*COMPLETE, *rows), IssueCode.LTS_02)

    assert render(issue).masalah.endswith("«Ukuran 4», dan 2 lainnya.")


def test_indicator_foreign_to_the_post_is_warned_of_and_withholds_nobody() -> None:
    checked = sound_isian().check(known(*COMPLETE[1:]))

    (issue,) = found(checked.issues, IssueCode.LTS_03)
    assert (issue.severity, issue.value) == (Severity.PERINGATAN, "Jumlah layanan 1.1")
    assert render(issue).masalah == (
        "Indikator «Jumlah layanan 1.1» bukan milik jabatan «Perawat Ahli Muda»."
    )
    assert "Mungkin maksud Anda «Jumlah layanan" in render(issue).sebab
    assert subject(checked, NIPS[0]).status is PenugasanStatus.DINILAI


def test_indicator_of_the_urusan_is_not_foreign() -> None:
    of_urusan = item("Jumlah layanan 1.1", jabatan=None, urusan="Kesehatan")

    assert found(issues_with(*COMPLETE[1:], of_urusan), IssueCode.LTS_03) == []


def test_additional_work_lies_outside_the_post() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[2]["jenis"] = "Tambahan"

    checked = built.check(known(*COMPLETE[:2]))

    assert found(checked.issues, IssueCode.LTS_03) == []


def test_post_that_the_catalogue_does_not_name_is_not_judged() -> None:
    found_codes = codes(sound_isian().check(known(item("Lain", jabatan="Arsiparis", wajib=True))))

    assert not {IssueCode.LTS_02, IssueCode.LTS_03} & found_codes


def test_assignment_that_is_not_filled_in_is_told_that_alone() -> None:
    built = sound_isian()
    del built.sheets["Hasil Kerja"][:3]
    del built.sheets["Penilaian"][:1]

    checked = built.check(known(item("Kepuasan pasien", wajib=True)))

    assert subject(checked, NIPS[0]).reasons == (IssueCode.LTS_07,)


@pytest.mark.parametrize(
    ("urusan", "is_theirs"), [("kesehatan", True), ("Sehat", False), ("Sosial", False)]
)
def test_urusan_is_that_of_units_named_by_it_and_below(urusan: str, *, is_theirs: bool) -> None:
    base = known(item("Ukuran", jabatan=None, urusan=urusan))
    below = base.units["DINSOS"].model_copy(
        update={"nama": "Puskesmas Contoh", "kode_induk": "DINKES"}
    )
    one = replace(base, units={**base.units, "PKM": below})

    for unit in ("DINKES", "PKM"):
        assert bool(catalogue_of(one, unit).proposed("Apa saja")) is is_theirs


def test_units_in_a_circle_end_where_they_began() -> None:
    base = known(item("Ukuran", jabatan=None, urusan="Kesehatan"))
    units = {
        code: row.model_copy(update={"kode_induk": other})
        for (code, row), other in zip(base.units.items(), ("DINSOS", "DINKES"), strict=True)
    }

    assert catalogue_of(replace(base, units=units), "DINSOS").of_urusan
