"""The agency's tables: no text turns into a number or into nothing, and nobody is averaged."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.law import CapaianOrganisasi, Predikat
from kinerja_xlsx.model.rekap import BarisPegawai, BarisSebaran, BarisUnit, Kiriman, Sebaran
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import Distribusi
from kinerja_xlsx.score.distribusi import distribusi
from kinerja_xlsx.score.rekap import rekap_sebaran, rekap_unit, sort_pegawai
from tests.unit.score.rows import PARAMETERS, POLICY, baris

TRAPS = ("007", "1E5", "7", "INF", "NA", "None", "nan")
"""Texts that a table library likes to read as numbers, or as nothing; sorted."""
DITAHAN, TIDAK_DINILAI = PenugasanStatus.DITAHAN, PenugasanStatus.TIDAK_DINILAI


def spread(predikat: list[Predikat], expected: int) -> Distribusi:
    return distribusi(
        predikat,
        capaian_organisasi=CapaianOrganisasi.BAIK,
        expected=expected,
        policy=POLICY,
        parameters=PARAMETERS,
    )


def test_unit_line_counts_what_became_of_each_assignment() -> None:
    rows = [
        baris("1"),
        baris("2", predikat=None),
        baris("3", status=DITAHAN, predikat=None),
        baris("4", status=TIDAK_DINILAI, predikat=None),
        baris("5", status=PenugasanStatus.DIABAIKAN),
    ]
    found = spread([Predikat.BAIK], expected=3)

    (line,) = rekap_unit(
        rows, units={"DINKES": ("Dinas Kesehatan", "SETDA")}, distribusi={"DINKES": found}
    )

    assert line == BarisUnit(
        kode="DINKES",
        nama="Dinas Kesehatan",
        kode_induk="SETDA",
        kiriman=Kiriman.SUDAH,
        dinilai=2,
        ditahan=1,
        tidak_dinilai=1,
        tidak_dikirim=0,
        belum_ditetapkan=1,
        capaian_organisasi=CapaianOrganisasi.BAIK,
        distribusi=found,
    )
    assert all(type(value) is int for value in (line.dinilai, line.ditahan))
    assert (line.sebaran, line.sementara) == (Sebaran.UNIT_KECIL, "sementara, 1 dari 3")
    assert line.perubahan == "1 pegawai dari Baik ke Butuh Perbaikan"


def test_line_tells_apart_who_has_a_predikat_and_who_has_not() -> None:
    rows = [baris("1"), baris("2"), baris("3", predikat=None)]

    (line,) = rekap_unit(rows, units={}, distribusi={})

    assert (line.dinilai, line.belum_ditetapkan) == (3, 1)


def test_unit_that_has_not_sent_is_listed_and_not_judged() -> None:
    (line,) = rekap_unit([], units={"DINKES": ("Dinas Kesehatan", "")}, distribusi={})

    assert not line.terkirim
    assert (line.dinilai, line.ditahan, line.distribusi) == (0, 0, None)
    assert (line.sebaran, line.perubahan, line.sementara) == (Sebaran.TIDAK_DIPERIKSA, "", "")


def test_unit_codes_stay_texts_and_are_sorted() -> None:
    rows = [baris(str(number), unit=code) for number, code in enumerate(reversed(TRAPS))]
    units = {code: (code, "") for code in TRAPS}

    lines = rekap_unit(rows, units=units, distribusi={})

    assert tuple(line.kode for line in lines) == TRAPS
    assert [line.dinilai for line in lines] == [1] * len(TRAPS)


def test_unit_known_only_from_its_lines_is_named_by_its_code() -> None:
    (line,) = rekap_unit([baris("1", unit="LAIN")], units={}, distribusi={})

    assert (line.kode, line.nama, line.kode_induk) == ("LAIN", "LAIN", "")


def test_agency_counts_each_person_once_in_exact_shares() -> None:
    rows = [
        baris(TRAPS[0], unit="A", predikat=Predikat.BAIK, selesai=date(2026, 1, 31)),
        baris(TRAPS[0], unit="B", predikat=Predikat.SANGAT_BAIK, mulai=date(2026, 2, 1)),
        baris(TRAPS[1], predikat=Predikat.BAIK),
        baris(TRAPS[4], predikat=Predikat.BAIK),
        baris(TRAPS[5], predikat=None),
    ]

    lines = rekap_sebaran(rows)

    assert [line.predikat for line in lines] == list(Predikat)
    assert lines[0] == BarisSebaran(
        Predikat.SANGAT_BAIK, 1, Decimal("33.33333333333333333333333333")
    )
    assert [line.pegawai for line in lines] == [1, 2, 0, 0, 0]
    assert lines[2].persen == 0
    assert all(type(line.pegawai) is int for line in lines)


def test_agency_without_any_predikat_has_no_shares() -> None:
    lines = rekap_sebaran([baris("1", predikat=None)])

    assert [(line.pegawai, line.persen) for line in lines] == [(0, None)] * 5


@given(st.permutations([*TRAPS, "198507172010011002"]))
def test_order_of_files_never_matters(nips: list[str]) -> None:
    rows = [baris(nip) for nip in nips]

    assert [row.nip for row in sort_pegawai(rows)] == sorted(nips)
    assert rekap_sebaran(rows)[1].pegawai == len(nips)


def test_lines_keep_their_decimals_and_unknown_days_come_first() -> None:
    known = baris("1", capaian=Decimal("97.123456789012345678"))
    unknown = baris("1", mulai=None)
    plt = baris("1", sifat="Plt")
    elsewhere = baris("0", unit="ZZ")

    lines: tuple[BarisPegawai, ...] = sort_pegawai([elsewhere, plt, known, unknown])

    assert lines == (unknown, known, plt, elsewhere)
    assert str(lines[1].capaian) == "97.123456789012345678"
