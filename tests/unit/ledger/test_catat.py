"""What is appended: facts of each run, and scores only where they differ from the last."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.ledger import open_reader, record_run
from kinerja_xlsx.model.law import CapaianOrganisasi, Predikat
from kinerja_xlsx.model.rekap import BarisPegawai, BarisUnit, Kiriman
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import Distribusi
from kinerja_xlsx.model.verifikasi import Formulir, FormulirTercatat, JenisFormulir
from kinerja_xlsx.report.manifest import to_manifest
from tests.drawn_run import PERIOD, drawn_run
from tests.riwayat_drawn import FACTS, SCORES, look, orang, run_of
from tests.sifat import examples

DITAHAN = PenugasanStatus.DITAHAN
LATEST = """SELECT unit, nip, ke, status, capaian, predikat FROM latest_scores
    WHERE status <> 'tidak ada lagi' ORDER BY unit, nip, ke"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "buku.sqlite"


def test_facts_of_a_run_are_kept(ledger: Path) -> None:
    record_run(ledger, drawn_run(), FACTS)

    assert look(ledger, "SELECT * FROM runs") == [
        (1, "20260401-080000-1", "2026-04-01T08:00:00+00:00", 1.5, "0.1.0", None, 1)
    ]
    assert look(ledger, "SELECT * FROM periods") == [(1, PERIOD, "PermenPANRB 6/2022", 2, 1, 1, 0)]
    assert look(ledger, "SELECT file, verdict, accepted, ignored FROM files") == [
        ("dinkes.xlsx", "sebagian", 1500, 2),
        ("dishub.xlsx", "ditolak", None, None),
    ]
    assert look(ledger, "SELECT count(*), min(sha256) FROM outputs") == [(4, "7d" * 32)]


def test_issues_hold_no_value_no_name_and_no_whole_nip(ledger: Path) -> None:
    run = drawn_run()
    typed = replace(run.issues[0], nip="Budi Santoso Wijaya")

    record_run(ledger, replace(run, issues=(run.issues[0], typed)), FACTS)

    assert look(ledger, "SELECT code, sheet, cell, heading, nip FROM issues") == [
        ("SEL-22", "Hasil Kerja", "U12", "Realisasi", "19850717…1002"),
        ("SEL-22", "Hasil Kerja", "U12", "Realisasi", "…"),
    ]
    held = ledger.read_bytes()
    assert b"Contoh Pegawai" not in held
    assert b"Budi" not in held
    assert b"#REF!" not in held


def test_only_the_changed_score_is_appended(ledger: Path) -> None:
    people = [orang(1), orang(2), orang(3)]
    record_run(ledger, run_of(people), FACTS)

    people[1] = replace(people[1], capaian=Decimal("87.5"), predikat=Predikat.KURANG)
    record_run(ledger, run_of(people), FACTS)

    assert look(ledger, SCORES)[3:] == [
        (2, "DINKES", orang(2).nip, 1, "dinilai", "87.5", "Kurang/Misconduct")
    ]


def test_equal_run_appends_no_score(ledger: Path) -> None:
    for _ in range(2):
        record_run(ledger, run_of([orang(1), orang(2)]), FACTS)

    assert [row[0] for row in look(ledger, SCORES)] == [1, 1]
    assert look(ledger, "SELECT count(*) FROM runs") == [(2,)]


def test_person_who_is_gone_is_marked_once_and_comes_back(ledger: Path) -> None:
    for people in ([orang(1), orang(2)], [orang(1)], [orang(1)], [orang(1), orang(2)]):
        record_run(ledger, run_of(people), FACTS)

    rows = [row for row in look(ledger, SCORES) if row[2] == orang(2).nip]
    assert [(row[0], row[4], row[5]) for row in rows] == [
        (1, "dinilai", "102"),
        (2, "tidak ada lagi", None),
        (4, "dinilai", "102"),
    ]


def test_scores_of_a_unit_that_is_unread_this_time_stay(ledger: Path) -> None:
    record_run(ledger, run_of([orang(1), orang(2, "DISHUB")]), FACTS)

    record_run(ledger, run_of([orang(1)], unread_units=("DISHUB",)), FACTS)

    assert [row[0] for row in look(ledger, SCORES)] == [1, 1]


def test_scores_of_a_period_that_is_not_handled_stay(ledger: Path) -> None:
    record_run(ledger, run_of([orang(1)]), FACTS)

    other = run_of([orang(2)])
    period = replace(other.periods[0], period="2026-TW2")
    record_run(ledger, replace(other, periods=(period,)), FACTS)

    assert [row[4] for row in look(ledger, SCORES)] == ["dinilai", "dinilai"]


def test_what_stands_where_a_nip_should_is_not_kept(ledger: Path) -> None:
    lines = [orang(1, nip="Siti Aminah", status=DITAHAN), orang(1, nip="", status=DITAHAN)]

    record_run(ledger, run_of(lines), FACTS)

    assert [(row[2], row[3]) for row in look(ledger, SCORES)] == [("", 1), ("", 2)]
    assert b"Siti" not in ledger.read_bytes()


def test_assignment_that_counts_in_another_file_is_left_out(ledger: Path) -> None:
    record_run(ledger, run_of([orang(1, status=PenugasanStatus.DIABAIKAN), orang(1)]), FACTS)

    assert [(row[3], row[4]) for row in look(ledger, SCORES)] == [(1, "dinilai")]


def unit(kiriman: Kiriman, baik: int) -> BarisUnit:
    counts = tuple((one, baik if one is Predikat.BAIK else 0) for one in Predikat)
    spread = Distribusi(CapaianOrganisasi.BAIK, counts, baik, 5, (), (), True, None)  # noqa: FBT003 - a dataclass by position
    return BarisUnit(
        "DINKES", "Dinas Kesehatan", "", kiriman, baik, 0, 0, 0, 0, CapaianOrganisasi.BAIK,
        spread if kiriman is Kiriman.SUDAH else None,
    )  # fmt: skip


def test_units_are_appended_where_they_differ(ledger: Path) -> None:
    for line in (unit(Kiriman.BELUM, 0), unit(Kiriman.SUDAH, 3), unit(Kiriman.SUDAH, 3)):
        record_run(ledger, run_of([], units=(line,)), FACTS)
    record_run(ledger, run_of([]), FACTS)

    assert look(ledger, "SELECT nomor, kiriman, baik, diharapkan, sebaran FROM units") == [
        (1, "Belum", None, None, "tidak diperiksa"),
        (2, "Sudah", 3, 5, "sesuai pola"),
        (4, "tidak ada lagi", None, None, ""),
    ]


def formulir(kode: str) -> Formulir:
    nip = orang(1).nip
    return Formulir(
        kode, JenisFormulir.HASIL, PERIOD, "DINKES", nip, "Definitif", date(2026, 1, 1)
    )


def test_code_of_a_form_is_appended_only_where_it_differs_and_stays_known(ledger: Path) -> None:
    for kode in ("AAAA", "AAAA", "BBBB"):
        record_run(ledger, run_of([orang(1)], forms=(formulir(kode),)), FACTS)

    assert look(ledger, "SELECT nomor, kode FROM forms") == [(1, "AAAA"), (3, "BBBB")]
    with open_reader(ledger) as reader:
        assert reader.formulir("AAAA") == FormulirTercatat(
            formulir("AAAA"), FACTS.started.isoformat(timespec="seconds"), "BBBB"
        )
        assert reader.formulir("CCCC") is None


@pytest.mark.parametrize(
    "statement", ["UPDATE scores SET capaian = '120'", "DELETE FROM runs", "DELETE FROM forms"]
)
def test_what_was_written_cannot_be_changed(ledger: Path, statement: str) -> None:
    record_run(ledger, run_of([orang(1)], forms=(formulir("AAAA"),)), FACTS)

    with pytest.raises(sqlite3.IntegrityError, match="append only"):
        look(ledger, statement)


lines = st.builds(
    orang,
    st.integers(1, 3),
    st.sampled_from(["DINKES", "DISHUB"]),
    status=st.sampled_from(PenugasanStatus),
    capaian=st.sampled_from([None, Decimal("87.5"), Decimal("100.0"), Decimal(100)]),
    predikat=st.sampled_from([None, Predikat.BAIK, Predikat.KURANG]),
)


@given(st.lists(st.lists(lines, max_size=6), min_size=1, max_size=3))
@examples(25)
def test_latest_view_is_what_the_last_manifest_says(runs: list[list[BarisPegawai]]) -> None:
    with TemporaryDirectory() as folder:
        ledger = Path(folder) / "buku.sqlite"
        for people in runs:
            record_run(ledger, run_of(people), FACTS)
        latest = look(ledger, LATEST)

    last = run_of(runs[-1])
    counting = [one for one in runs[-1] if one.status is not PenugasanStatus.DIABAIKAN]
    assert sorted(map(str, [(row[0], row[1], *row[3:]) for row in latest])) == sorted(
        str(
            (
                one.unit,
                one.nip,
                one.status.value,
                None if one.capaian is None else str(one.capaian),
                None if one.predikat is None else one.predikat.value,
            )
        )
        for one in counting
    )
    manifest = to_manifest(last, last.periods[0], FACTS).decode()
    evaluated = sum(row[3] == "dinilai" for row in latest)
    assert f'"evaluated": {evaluated},' in manifest


def test_ten_thousand_scores_take_well_under_a_second(ledger: Path) -> None:
    people = [orang(number % 10_000, f"U{number // 40}") for number in range(10_000)]
    start = time.process_time()

    record_run(ledger, run_of(people), FACTS)
    record_run(ledger, run_of(people), FACTS)

    assert time.process_time() - start < 1
    assert look(ledger, "SELECT count(*) FROM scores") == [(10_000,)]
