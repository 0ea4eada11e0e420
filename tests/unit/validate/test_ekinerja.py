"""Rows of an export: words of both spellings, marks of acting posts, copies, damaged NIPs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import Ekspektasi, Predikat
from kinerja_xlsx.read import take_snapshot
from kinerja_xlsx.read.ekinerja import read_ekinerja
from kinerja_xlsx.validate.ekinerja import check_ekinerja
from tests.drawn import CellInput
from tests.ekinerja_drawn import JUDUL, export, skp

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kinerja_xlsx.spec.banding import BarisSkp

NIP = "199001012015031001"
LAIN = "198802022012042002"
KNOWN = {NIP: "Contoh Perawat, S.Kep.", LAIN: "Contoh Pengelola"}


def check(
    folder: Path, *rows: dict[str, CellInput], headings: Sequence[str] = JUDUL
) -> tuple[BarisSkp, ...]:
    path = export(folder / "laporan.xlsx", rows, headings=headings)
    sheet = read_ekinerja(take_snapshot(path, path.name))
    return check_ekinerja(sheet, file=path.name, known=KNOWN)


def codes(row: BarisSkp) -> list[IssueCode]:
    return [issue.code for issue in row.issues]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Diatas Ekspektasi", Ekspektasi.DI_ATAS),
        ("DI ATAS EKSPEKTASI", Ekspektasi.DI_ATAS),
        (" sesuai  ekspektasi ", Ekspektasi.SESUAI),
        ("DIBAWAH EKSPEKTASI", Ekspektasi.DI_BAWAH),
        ("-", None),
        (None, None),
    ],
)
def test_rating_is_read_in_every_spelling_of_the_applications(
    tmp_path: Path, written: str | None, meant: Ekspektasi | None
) -> None:
    (row,) = check(tmp_path, skp(NIP, hasil_kerja=written))

    assert (row.hasil_kerja, row.is_sound) == (meant, True)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("SANGAT BAIK", Predikat.SANGAT_BAIK),
        ("Cukup", Predikat.BUTUH_PERBAIKAN),
        ("Cukup/Butuh Perbaikan", Predikat.BUTUH_PERBAIKAN),
        ("Perlu Perbaikan", Predikat.BUTUH_PERBAIKAN),
        ("Kurang", Predikat.KURANG),
        ("KURANG(MISCONDUCT)", Predikat.KURANG),
        ("Misconduct", Predikat.KURANG),
        ("-", None),
    ],
)
def test_predikat_is_read_with_its_other_words(
    tmp_path: Path, written: str, meant: Predikat | None
) -> None:
    (row,) = check(tmp_path, skp(NIP, hasil_akhir=written))

    assert (row.hasil_akhir, row.is_sound) == (meant, True)


@pytest.mark.parametrize(
    "cells",
    [{"hasil_kerja": "Melampaui"}, {"hasil_akhir": "Istimewa"}],
    ids=["rating", "predikat"],
)
def test_unknown_word_keeps_its_row_from_being_compared(
    tmp_path: Path, cells: dict[str, CellInput]
) -> None:
    (row,) = check(tmp_path, skp(NIP, **cells))

    assert (codes(row), row.is_sound) == ([IssueCode.SEL_06], False)


@pytest.mark.parametrize(
    ("mark", "sifat"),
    [
        (False, ""), (True, "Plt/Plh/Pj"), ("false", ""), ("true", "Plt/Plh/Pj"), (0, ""),
        (1, "Plt/Plh/Pj"), ("Tidak", ""), ("Ya", "Plt/Plh/Pj"), ("-", ""), (None, ""),
        ("PLT", "Plt"), ("Plh.", "Plh"), ("PJ", "Pj"),
    ],
)  # fmt: skip
def test_mark_of_an_acting_post_is_read_in_every_wording(
    tmp_path: Path, mark: CellInput, sifat: str
) -> None:
    (row,) = check(tmp_path, skp(NIP, is_skp_plt_plh_pjb=mark))

    assert (row.sifat, row.is_sound) == (sifat, True)


def test_mark_of_two_meanings_is_not_guessed(tmp_path: Path) -> None:
    (row,) = check(tmp_path, skp(NIP, is_skp_plt_plh_pjb="t"))

    assert codes(row) == [IssueCode.SEL_06]


def test_without_the_column_nobody_knows_which_posts_are_acting(tmp_path: Path) -> None:
    headings = [name for name in JUDUL if name != "is_skp_plt_plh_pjb"]

    (row,) = check(tmp_path, skp(NIP), headings=headings)

    assert (row.sifat, row.is_acting) == (None, False)


def test_numeric_nip_is_never_converted_but_its_owner_is_proposed(tmp_path: Path) -> None:
    (row,) = check(tmp_path, skp(199001012015031001.0))

    assert codes(row) == [IssueCode.SEL_12]
    assert row.nip != NIP
    assert row.hasil_akhir is Predikat.BAIK
    assert f"{NIP} – Contoh Perawat" in dict(row.issues[0].context)["saran"]


@pytest.mark.parametrize("nip", ["19900101 201503 1 001", f"'{NIP}", f" {NIP} "])
def test_digits_in_groups_are_the_same_nip(tmp_path: Path, nip: str) -> None:
    (row,) = check(tmp_path, skp(nip))

    assert (row.nip, row.is_sound) == (NIP, True)


def test_copy_counts_once_and_contradiction_is_left_to_people(tmp_path: Path) -> None:
    rows = check(
        tmp_path,
        skp(NIP),
        skp(NIP, id="LAIN", waktu_dinilai="2026-04-06 09:00:00"),
        skp(LAIN),
        skp(LAIN, hasil_akhir="Cukup"),
    )

    assert [row.is_counted for row in rows] == [True, False, True, True]
    assert [codes(row) for row in rows] == [
        [], [IssueCode.BRS_05], [IssueCode.BRS_04], [IssueCode.BRS_04],
    ]  # fmt: skip


def test_several_skp_of_one_person_are_all_sound(tmp_path: Path) -> None:
    rows = check(
        tmp_path,
        skp(NIP, periode_akhir_skp="31-03-2026"),
        skp(NIP, periode_awal_skp="@2026-04-01", skp_jabatan="KEPALA"),
    )

    assert [row.is_sound for row in rows] == [True, True]
    assert (rows[0].selesai, rows[1].mulai) == (date(2026, 3, 31), date(2026, 4, 1))


def test_row_without_nip_is_not_compared(tmp_path: Path) -> None:
    (row,) = check(tmp_path, skp("-"))

    assert codes(row) == [IssueCode.SEL_01]
