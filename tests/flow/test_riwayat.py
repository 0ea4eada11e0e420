"""`riwayat`: what stands in the ledger, told of runs, of a unit and of a person."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.ledger import record_run
from kinerja_xlsx.model.law import CapaianOrganisasi, Ekspektasi, Predikat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import BarisUnit, Kiriman
from kinerja_xlsx.model.result import FileVerdict, PenugasanStatus, RowCounts
from kinerja_xlsx.model.riwayat import RiwayatPegawai, RiwayatUnit
from kinerja_xlsx.model.run_result import BarisBerkas
from kinerja_xlsx.model.score import Distribusi
from kinerja_xlsx.report.riwayat import tell_pegawai, tell_runs, tell_unit
from kinerja_xlsx.run.catat import ledger_of
from kinerja_xlsx.run.riwayat import look_back, past_runs
from kinerja_xlsx.run.sasaran import UnknownTargetError
from kinerja_xlsx.run.workspace import Workspace, WorkspaceError, make_workspace
from tests.riwayat_drawn import FACTS, look, orang, run_of

if TYPE_CHECKING:
    from kinerja_xlsx.model.rekap import BarisPegawai
    from kinerja_xlsx.model.run_result import RunResult

NIP = orang(1).nip


def unit_line(baik: int, kurang: int, kiriman: Kiriman = Kiriman.SUDAH) -> BarisUnit:
    found = {Predikat.BAIK: baik, Predikat.KURANG: kurang}
    spread = Distribusi(
        capaian_organisasi=CapaianOrganisasi.BAIK,
        counts=tuple((one, found.get(one, 0)) for one in Predikat),
        total=baik + kurang,
        expected=3,
        broken=(),
        moves=(),
        is_small=True,
        dominance=None,
    )
    return BarisUnit(
        kode="DINKES",
        nama="Dinas Kesehatan",
        kode_induk="",
        kiriman=kiriman,
        dinilai=baik + kurang,
        ditahan=1,
        tidak_dinilai=0,
        tidak_dikirim=0,
        belum_ditetapkan=0,
        capaian_organisasi=CapaianOrganisasi.BAIK,
        distribusi=spread if kiriman is Kiriman.SUDAH else None,
    )


def record(
    office: Workspace, period: str, people: list[BarisPegawai], line: BarisUnit, sha256: str
) -> RunResult:
    """Record a run of one unit and period, whose file has this hash."""
    run = run_of(people, units=(line,))
    done = replace(run.periods[0], period=period)
    rows = RowCounts(accepted=9, corrected=2, withheld=1)
    file = BarisBerkas("a.xlsx", sha256, "DINKES", period, FileVerdict.SEBAGIAN, rows)
    run = replace(run, periods=(done,), files=(file,))
    record_run(ledger_of(office), run, FACTS)
    return run


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    """A workspace after two runs of a quarter, one of the next, and one of its year."""
    made = make_workspace(tmp_path)
    made.state.mkdir()
    worse: dict[str, Any] = {"predikat": Predikat.KURANG, "rating_perilaku": Ekspektasi.DI_BAWAH}
    record(made, "2026", [orang(1)], unit_line(1, 0), "d4")
    record(made, "2026-TW2", [orang(1), orang(2)], unit_line(2, 0), "c3")
    record(made, "2026-TW1", [orang(1, **worse), orang(2)], unit_line(1, 1), "a1")
    better = [orang(1, capaian=Decimal("104.16666")), orang(2)]
    record(made, "2026-TW1", better, unit_line(2, 0), "b2")
    return made


def plain(line: str) -> str:
    """Drop the spaces that set columns."""
    return " ".join(line.split())


def run(office: Workspace, *arguments: str) -> int:
    return run_guarded(group, ["riwayat", *arguments, "--ruang", str(office.root)])


def test_runs_are_listed_newest_last(office: Workspace) -> None:
    lines = tell_runs(past_runs(office)).splitlines()

    assert lines[0].split() == ["No", "Mulai", "Periode", "Berkas", "Dinilai", "Ditahan", "Kode"]
    assert lines[-1].split() == [
        "4",
        "1",
        "April",
        "2026",
        "08.00",
        "2026-TW1",
        "1",
        "2",
        "0",
        "1",
    ]
    assert len(lines) == 5
    assert [one.nomor for one in past_runs(office, Period.parse("2026-TW1"))] == [3, 4]


def test_many_runs_end_with_the_last_twenty(office: Workspace) -> None:
    runs = past_runs(office) * 6

    lines = tell_runs(runs).splitlines()

    assert lines[0] == "… 4 proses sebelumnya tidak ditampilkan."
    assert len(lines) == 22


def test_unit_is_shown_by_length_of_period_then_by_time(office: Workspace) -> None:
    found = look_back(office, "dinkes")

    assert isinstance(found, RiwayatUnit)
    assert [row.period for row in found.periods] == ["2026-TW1", "2026-TW2", "2026"]
    first = found.periods[0]
    assert (first.nomor, first.dinilai, first.ditahan, first.diharapkan) == (4, 2, 1, 3)
    assert dict(first.sebaran)["Baik"] == 2
    assert (first.berkas, first.dibetulkan, first.perubahan) == (2, 2, 1)
    lines = tell_unit(found).splitlines()
    assert "2026-TW1 2 dari 3 0 2 0 0 0 Baik, sesuai pola" in map(plain, lines)
    assert "2026-TW1 2 2 1 1 proses 4, 1 April 2026" in map(plain, lines)
    assert max(map(len, lines)) <= 79


def test_unit_that_has_not_sent_says_so(office: Workspace) -> None:
    record(office, "2026-TW3", [], unit_line(0, 0, Kiriman.BELUM), "e5")

    found = look_back(office, "DINKES", Period.parse("2026-TW3"))

    assert isinstance(found, RiwayatUnit)
    assert "2026-TW3 belum mengirim – – – – – –" in map(plain, tell_unit(found).splitlines())


def test_person_is_shown_with_what_stood_before(office: Workspace) -> None:
    found = look_back(office, f"{NIP[:8]} {NIP[8:14]} {NIP[14]} {NIP[15:]}")

    assert isinstance(found, RiwayatPegawai)
    assert [(rows[0].period, len(rows)) for rows in found.penugasan] == [
        ("2026-TW1", 2),
        ("2026-TW2", 1),
        ("2026", 1),
    ]
    assert tell_pegawai(found).startswith(
        f"""\
Riwayat NIP {NIP}

Triwulan I 2026 · unit DINKES · Definitif
  Predikat     Baik
  Hasil kerja  Sesuai Ekspektasi
  Perilaku     Sesuai Ekspektasi
  Capaian      104,17 persen
  Menurut      proses 4, 1 April 2026
  Sebelumnya   Kurang/Misconduct, capaian 101,00 persen (proses 3, 1 April 2026)

Triwulan II 2026 · unit DINKES · Definitif
"""
    )


def test_person_who_is_withheld_or_gone_is_shown_so(office: Workspace) -> None:
    held = orang(1, status=PenugasanStatus.DITAHAN, capaian=None, predikat=None)
    record(office, "2026-TW2", [held, orang(2)], unit_line(1, 0), "f6")
    record(office, "2026-TW2", [orang(2)], unit_line(1, 0), "g7")

    found = look_back(office, NIP, Period.parse("2026-TW2"))

    assert isinstance(found, RiwayatPegawai)
    said = tell_pegawai(found)
    assert "  Keadaan      Tidak ada lagi\n  Menurut      proses 6" in said
    assert "  Sebelumnya   ditahan (proses 5" in said
    assert "  Sebelumnya   Baik, capaian 101,00 persen (proses 2" in said


@pytest.mark.parametrize(
    ("sasaran", "period", "words"),
    [
        ("DINKESS", None, "Unit «DINKESS» tidak ada dalam riwayat. Mungkin maksud Anda «DINKES»?"),
        (NIP[:-1] + "7", None, f"NIP {NIP[:-1]}7 tidak ada dalam riwayat."),
        ("DINKES", "2025", "Untuk Tahun 2025 belum ada riwayat unit DINKES."),
        (NIP, "2025", f"Untuk Tahun 2025 belum ada riwayat NIP {NIP}."),
    ],
)
def test_what_is_not_recorded_is_told_with_a_proposal(
    office: Workspace, sasaran: str, period: str | None, words: str
) -> None:
    with pytest.raises(UnknownTargetError) as caught:
        look_back(office, sasaran, Period.parse(period) if period else None)

    assert words in str(caught.value)


def test_unit_whose_code_is_all_digits_is_found(office: Workspace) -> None:
    line = replace(unit_line(1, 0), kode="1302")
    record_run(ledger_of(office), run_of([orang(3, "1302")], units=(line,)), FACTS)

    found = look_back(office, "1302")

    assert isinstance(found, RiwayatUnit)


def test_command_answers_and_ends_well(
    office: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(office, "DINKES") == 0
    assert capsys.readouterr().out.startswith("Riwayat unit DINKES\n")
    assert run(office) == 0
    assert capsys.readouterr().out.startswith("No  Mulai")
    assert run(office, "DINSOS") == 2
    assert "Unit «DINSOS» tidak ada dalam riwayat." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("sasaran", "key", "first"),
    [
        ((), "runs", {"number": 1, "periods": ["2026"], "evaluated": 1}),
        (("DINKES",), "periods", {"period": "2026-TW1", "run": 4, "corrected_rows": 2}),
        ((NIP,), "assignments", {"period": "2026-TW1", "unit": "DINKES", "sifat": "Definitif"}),
    ],
)
def test_document_says_the_same(
    office: Workspace,
    capsys: pytest.CaptureFixture[str],
    sasaran: tuple[str, ...],
    key: str,
    first: dict[str, Any],
) -> None:
    assert run(office, *sasaran, "--json") == 0

    document = json.loads(capsys.readouterr().out)
    assert first.items() <= document[key][0].items()


def test_nothing_recorded_yet_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = make_workspace(tmp_path / "baru")

    assert run(empty) == 0
    assert "Belum ada proses yang tercatat" in capsys.readouterr().out
    assert run(empty, "DINKES") == 2
    assert "Jalankan proses dahulu" in capsys.readouterr().err
    assert not empty.state.exists()


def test_ledger_that_cannot_be_read_ends_with_5(
    office: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    look(ledger_of(office), "PRAGMA user_version = 99")
    with pytest.raises(WorkspaceError, match="versi yang lebih baru"):
        past_runs(office)
    ledger_of(office).write_bytes(b"rusak" * 500)

    assert run(office) == 5
    assert "proses berikutnya menyisihkan" in capsys.readouterr().err
    ledger_of(office).unlink()
    ledger_of(office).mkdir()
    with pytest.raises(WorkspaceError, match="sedang dipakai atau tidak boleh dibaca"):
        past_runs(office)
