"""What `diagnosa` finds in the computer, the workspace and the clock, each with its cure."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest

from kinerja_xlsx.model.diagnosa import Bagian, Kondisi, Pemeriksaan
from kinerja_xlsx.run.diagnosa import program, ruang
from kinerja_xlsx.run.diagnosa.kunci import look_at_lock_and_ledger
from kinerja_xlsx.run.diagnosa.program import look_at_program
from kinerja_xlsx.run.diagnosa.ruang import look_at_workspace, shown_path, size_text
from kinerja_xlsx.run.diagnosa.waktu import look_at_clock
from kinerja_xlsx.run.jaringan import Cakram
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.pemegang import Pemegang, this_process, write_note
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace, make_workspace
from tests.flow.alur import HERE, sent_by_three, settle

WIB = timezone(timedelta(hours=7))
NOW = datetime(2026, 4, 5, 21, 30, tzinfo=WIB)
NIP = "199001012015031001"


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path)


def found(part: Bagian | Iterable[Pemeriksaan], label: str) -> Pemeriksaan:
    rows = part.pemeriksaan if isinstance(part, Bagian) else tuple(part)
    (one,) = [row for row in rows if row.label == label]
    return one


def labels(part: Bagian) -> list[str]:
    return [row.label for row in part.pemeriksaan]


def test_extra_that_is_missing_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "find_office", lambda: None)
    monkeypatch.setattr(program, "version_of", lambda name: "" if name == "watchfiles" else "9.9")

    part = look_at_program()

    assert found(part, "Tambahan pyarrow").isi.startswith("9.9")
    assert "pip install watchfiles" in found(part, "Tambahan watchfiles").saran
    assert "libreoffice.org" in found(part, "LibreOffice").saran
    assert part.count(Kondisi.BAIK) == len(part.pemeriksaan)


def test_sound_workspace_needs_nothing(empty: Workspace) -> None:
    (empty.input / "pkm.xlsx").write_bytes(b"x" * 2048)

    part = look_at_workspace(empty)

    assert found(part, "input").isi == "1 berkas, 2 KB; semua dapat dibaca"
    assert found(part, ".kinerja").isi == "belum ada; dibuat saat diperlukan"
    assert found(part, "Kunci").isi == "bebas; tidak ada proses yang berjalan"
    assert part.count(Kondisi.PERBAIKI) == 0


def test_folder_that_is_no_workspace_is_told_how_to_become_one(tmp_path: Path) -> None:
    one = found(look_at_workspace(Workspace(tmp_path / "kosong")), "input")

    assert one.kondisi is Kondisi.PERBAIKI
    assert "mulai" in one.saran


def test_file_without_rights_is_named_without_its_nip(
    empty: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty.input / f"{NIP}.xlsx").write_bytes(b"x")
    monkeypatch.setattr(
        ruang, "os", SimpleNamespace(**{**vars(os), "access": lambda path, _: path.is_dir()})
    )

    one = found(look_at_workspace(empty), "input")

    assert one.kondisi is Kondisi.PERHATIKAN
    assert "input/19900101…1001.xlsx" in one.isi


def test_output_without_rights_must_be_mended(
    empty: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        ruang,
        "os",
        SimpleNamespace(**{**vars(os), "access": lambda path, _: path != empty.output}),
    )

    part = look_at_workspace(empty)

    assert found(part, "output").kondisi is Kondisi.PERBAIKI
    assert found(part, ".kinerja").kondisi is Kondisi.BAIK


def test_file_in_place_of_a_folder_must_go(empty: Workspace) -> None:
    empty.output.rmdir()
    empty.output.touch()

    assert found(look_at_workspace(empty), "output").kondisi is Kondisi.PERBAIKI


@pytest.mark.parametrize(("free", "kondisi"), [(6144, Kondisi.BAIK), (6143, Kondisi.PERHATIKAN)])
def test_room_is_three_times_the_input(
    empty: Workspace, monkeypatch: pytest.MonkeyPatch, free: int, kondisi: Kondisi
) -> None:
    (empty.input / "pkm.xlsx").write_bytes(b"x" * 2048)
    usage = SimpleNamespace(free=free)
    monkeypatch.setattr(
        ruang, "shutil", SimpleNamespace(**{**vars(shutil), "disk_usage": lambda _: usage})
    )

    assert found(look_at_workspace(empty), "Ruang kosong").kondisi is kondisi


def test_network_folder_is_advised_against(
    empty: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ruang, "disks", lambda: (Cakram(str(empty.root), "cifs", ""),))

    one = found(look_at_workspace(empty), "Letak")

    assert one.kondisi is Kondisi.PERHATIKAN
    assert "cakram komputer ini" in one.saran


def test_folder_that_is_sent_away_is_advised_against(tmp_path: Path) -> None:
    one = found(look_at_workspace(make_workspace(tmp_path / "OneDrive")), "Letak")

    assert one.kondisi is Kondisi.PERHATIKAN
    assert "Data pribadi" in one.saran


def test_holder_is_named_with_computer_and_time(empty: Workspace) -> None:
    with hold_lock(empty):
        one = found(look_at_lock_and_ledger(empty), "Kunci")

    assert one.kondisi is Kondisi.PERBAIKI
    assert f"nomor {os.getpid()} di komputer «{this_process().host}» sejak " in one.isi
    assert found(look_at_lock_and_ledger(empty), "Kunci").kondisi is Kondisi.BAIK


def test_lock_without_a_note_is_held_all_the_same(empty: Workspace) -> None:
    empty.state.mkdir()
    (empty.state / "demo").touch()
    with hold_lock(empty, leaves_traces=False):
        one = found(look_at_lock_and_ledger(empty), "Kunci")

    assert one.isi == "sedang dipakai proses lain"


def test_other_computer_is_told_with_the_way_out(empty: Workspace) -> None:
    empty.state.mkdir()
    write_note(empty.state, Pemegang("lain", 7, 0.0, NOW))

    one = found(look_at_lock_and_ledger(empty), "Kunci")

    assert one.kondisi is Kondisi.PERBAIKI
    assert "--paksa-buka-kunci" in one.saran


def test_killed_run_is_told_and_mends_itself(empty: Workspace) -> None:
    (empty.state / "kerja" / "20260405-200000-77-x").mkdir(parents=True)

    rows = tuple(look_at_lock_and_ledger(empty))

    assert found(rows, "Kunci").kondisi is Kondisi.BAIK
    assert found(rows, "Proses terakhir").isi.startswith("dimulai 5 April 2026 pukul 20.00")
    assert found(rows, "Proses terakhir").kondisi is Kondisi.PERHATIKAN


def test_damaged_ledger_is_told_and_stops_nothing(empty: Workspace) -> None:
    empty.state.mkdir()
    (empty.state / "buku.sqlite").write_bytes(b"bukan catatan" * 100)

    one = found(look_at_lock_and_ledger(empty), "Riwayat")

    assert one.kondisi is Kondisi.PERHATIKAN
    assert "menyisihkan" in one.saran


def test_recorded_runs_are_counted(tmp_path: Path) -> None:
    office = settle(tmp_path, {"pkm.xlsx": sent_by_three()["PKM.xlsx"]})
    process(office, HERE)

    assert found(look_at_lock_and_ledger(office), "Riwayat").isi.startswith("terbaca; 1 proses")
    late = look_at_clock(office, NOW - timedelta(days=3000))
    assert found(late, "Riwayat").kondisi is Kondisi.PERHATIKAN


def test_clock_that_can_be_right_needs_nothing(empty: Workspace) -> None:
    part = look_at_clock(empty, NOW)

    assert [(row.label, row.isi) for row in part.pemeriksaan] == [
        ("Jam", "5 April 2026 pukul 21.30"),
        ("Zona waktu", "WIB (UTC+7)"),
    ]
    assert part.count(Kondisi.BAIK) == 2


@pytest.mark.parametrize(
    ("offset", "shown", "kondisi"),
    [
        (timedelta(hours=9), "WIT (UTC+9)", Kondisi.BAIK),
        (timedelta(0), "UTC+0; bukan WIB, WITA, atau WIT", Kondisi.PERHATIKAN),
        (
            -timedelta(hours=3, minutes=30),
            "UTC-3.30; bukan WIB, WITA, atau WIT",
            Kondisi.PERHATIKAN,
        ),
    ],
)
def test_zone_of_the_country_is_named(
    empty: Workspace, offset: timedelta, shown: str, kondisi: Kondisi
) -> None:
    one = found(look_at_clock(empty, NOW.replace(tzinfo=timezone(offset))), "Zona waktu")

    assert (one.isi, one.kondisi) == (shown, kondisi)


def test_clock_that_stood_still_is_told(empty: Workspace) -> None:
    one = found(look_at_clock(empty, NOW.replace(year=2019)), "Jam")

    assert one.kondisi is Kondisi.PERHATIKAN


def test_files_from_the_future_are_counted(empty: Workspace) -> None:
    path = empty.input / "pkm.xlsx"
    path.touch()
    later = (NOW + timedelta(days=2)).timestamp()
    os.utime(path, (later, later))

    assert "Berkas input" in labels(look_at_clock(empty, NOW))
    assert "Berkas input" not in labels(look_at_clock(empty, NOW + timedelta(days=2)))


def test_home_folder_is_not_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "contoh")

    assert shown_path(tmp_path / "contoh" / "kerja") == "~/kerja"
    assert shown_path(tmp_path / "lain") == (tmp_path / "lain").as_posix()


def test_sizes_are_written_as_people_read_them() -> None:
    assert [size_text(size) for size in (0, 1536, 5 << 30)] == ["0 byte", "1,5 KB", "5 GB"]
