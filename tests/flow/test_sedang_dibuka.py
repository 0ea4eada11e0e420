"""An output that Excel holds: the new one lies beside it, and all others are in their place."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.buat_laporan import LAPORAN
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import MANIFEST, Workspace
from tests.flow.alur import HERE, PERIOD, outputs_of, sent_by_three, settle

HASIL = f"{PERIOD}/unit/RSU/Hasil_RSU_{PERIOD}.xlsx"
BARU = f"{PERIOD}/unit/RSU/Hasil_RSU_{PERIOD}.BARU.xlsx"
SPARE = "RSU.xlsx"


class _SharingViolationError(PermissionError):
    """What Windows says about a file that another program has open."""

    winerror = 32


@contextmanager
def open_in_excel(monkeypatch: pytest.MonkeyPatch, *held: Path) -> Iterator[None]:
    """Let the system refuse to replace or remove these files."""
    replace, unlink = Path.replace, Path.unlink

    def refuse_to_replace(source: Path, target: Path) -> Path:
        if target in held:
            raise _SharingViolationError(13, "sharing violation", str(source))
        return replace(source, target)

    def refuse_to_unlink(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as pathlib has it
        if path in held:
            raise _SharingViolationError(13, "sharing violation", str(path))
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse_to_replace)
        patch.setattr(Path, "unlink", refuse_to_unlink)
        patch.setattr(time, "sleep", lambda _: None)
        yield


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    """Make an office whose Hasil are of the first round, while one unit's head is gone since."""
    office = settle(tmp_path, sent_by_three())
    process(office, HERE)
    return office


@pytest.fixture
def stale(office: Workspace) -> bytes:
    """Put an old content where a Hasil will be replaced."""
    path = office.output / HASIL
    path.write_bytes(b"lama")
    return b"lama"


def address(name: str) -> bytes:
    """Give a link to an output as the page of its period has it."""
    return f'href="{name.split("/", 1)[1]}"'.encode()


def test_held_output_stays_and_the_new_one_lies_beside(
    office: Workspace, stale: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_in_excel(monkeypatch, office.output / HASIL):
        result = process(office, HERE)

    made = outputs_of(office)
    assert made[HASIL] == stale
    assert result.exit_code is ExitCode.RUANG_KERJA
    assert result.held_outputs == (f"output/{HASIL}",)
    assert not [name for name in made if name.endswith(".tmp")]

    undisturbed = process(office, HERE)

    assert undisturbed.held_outputs == ()
    after = outputs_of(office)
    assert BARU not in after
    assert after[HASIL] == made[BARU]
    # The page alone is new as well, since it leads to where the new one lies.
    page = f"{PERIOD.code}/{LAPORAN}"
    assert address(BARU) in made[page]
    assert address(BARU) not in after[page]
    assert address(HASIL) in after[page]
    assert {name: data for name, data in made.items() if name not in {HASIL, BARU, page}} == {
        name: data for name, data in after.items() if name not in {HASIL, page}
    }


def test_person_is_told_which_file_to_close(
    office: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rekap = office.output / PERIOD.code / "rekap.xlsx"

    with open_in_excel(monkeypatch, rekap):
        code = run_guarded(group, ["proses", "--ruang", str(office.root), "--pekerja", "1"])

    assert code == ExitCode.RUANG_KERJA
    root = office.root.as_posix()
    assert (
        "Sedang dibuka di program lain, jadi belum dapat diganti:\n"
        f"  {root}/output/{PERIOD}/rekap.xlsx\n"
        "    hasil barunya di sebelahnya: rekap.BARU.xlsx\n"
        "Tutup berkas itu, di komputer ini dan di komputer lain, lalu jalankan proses"
    ) in capsys.readouterr().out


def test_held_output_that_is_no_longer_made_is_removed_later(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office.input / SPARE).unlink()

    with open_in_excel(monkeypatch, office.output / HASIL):
        result = process(office, HERE)

    assert result.exit_code is ExitCode.RUANG_KERJA
    assert HASIL in outputs_of(office)
    manifest = json.loads((office.period_folder(PERIOD.code) / MANIFEST).read_bytes())
    assert manifest["left"] == [f"output/{HASIL}"]

    process(office, HERE)

    assert HASIL not in outputs_of(office)


def test_output_held_twice_stops_the_run_with_the_old_one_intact(
    office: Workspace, stale: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = (office.output / HASIL, office.output / BARU)

    with open_in_excel(monkeypatch, *both), pytest.raises(OSError, match="sharing") as caught:
        process(office, HERE)

    assert caught.value.filename == str(both[1])
    assert outputs_of(office)[HASIL] == stale
