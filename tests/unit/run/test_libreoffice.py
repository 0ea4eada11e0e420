"""LibreOffice is found where it usually lies, works out of sight, and is stopped in time."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import psutil
import pytest

from kinerja_xlsx.run import libreoffice
from kinerja_xlsx.run.libreoffice import Conversion, Office, find_office
from kinerja_xlsx.write.templates import blank_templates
from tests.kantor_palsu import fake_office, starts_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
SECONDS = 30.0


@pytest.fixture
def private(tmp_path: Path) -> Path:
    folder = tmp_path / "kerja"
    folder.mkdir()
    return folder


def book(folder: Path) -> Path:
    path = folder / "buku.xlsx"
    path.write_bytes(blank_templates()["Isian.xlsx"])
    return path


def until_over(conversion: Conversion) -> None:
    end = time.monotonic() + SECONDS
    while not conversion.is_over():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_command_of_the_system_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = fake_office(tmp_path / "bin")
    monkeypatch.setenv("PATH", str(program.parent))

    assert find_office() == program


def test_usual_place_is_looked_at_where_no_command_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = fake_office(tmp_path / "program")
    monkeypatch.setenv("PATH", str(tmp_path / "kosong"))
    monkeypatch.setattr(libreoffice, "_PLACES", (str(tmp_path / "tidak ada"), str(program)))

    assert find_office() == program


def test_computer_without_it_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_PLACES", ())

    assert find_office() is None


def test_windows_installation_comes_before_what_lies_in_the_folder_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "LibreOffice" / "program" / "soffice.com"
    installed.parent.mkdir(parents=True)
    installed.touch()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    monkeypatch.setenv("PATH", str(fake_office(tmp_path / "unduhan").parent))

    assert find_office() == installed


def test_workbooks_are_printed_in_one_start_from_copies(private: Path, tmp_path: Path) -> None:
    office = Office(fake_office(tmp_path / "bin"), private)
    source = book(tmp_path)

    conversion = office.start(0, 1, [("a", source), ("b", source)])
    until_over(conversion)

    assert conversion.made("a").startswith(b"%PDF-")
    assert conversion.made("b") == conversion.made("a")
    assert conversion.made("c") == b""
    (start,) = starts_of(office.program)
    assert "--headless" in start
    assert f"-env:UserInstallation={(private / 'profil-0').as_uri()}" in start
    assert str(source) not in start
    assert office.version() == "LibreOffice 99.1.2.3"


def test_profile_is_private_and_indonesian(private: Path, tmp_path: Path) -> None:
    office = Office(fake_office(tmp_path / "bin"), private)

    until_over(office.start(3, 1, [("a", book(tmp_path))]))

    settings = private / "profil-3" / "user" / "registrymodifications.xcu"
    assert settings.read_text(encoding="utf-8").count("<value>id-ID</value>") == 2
    for folder in (settings.parent, private / "pdf-1", private / "sementara"):
        assert folder.stat().st_mode & 0o077 == 0


def test_program_that_never_ends_is_stopped_with_what_it_started(
    private: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PATIENCE_START", "PATIENCE_EACH", "PATIENCE_KIB"):
        monkeypatch.setattr(libreoffice, name, 0.0)
    monkeypatch.setattr(libreoffice, "PATIENCE_START", 1.0)
    office = Office(fake_office(tmp_path / "bin", hangs=True), private)

    conversion = office.start(0, 1, [("a", book(tmp_path))])
    until_over(conversion)

    child = int((tmp_path / "bin" / "anak.txt").read_text())
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == "zombie"
    assert conversion.made("a") == b""
    conversion.stop()


def test_program_that_cannot_tell_its_version_still_has_a_name(
    private: Path, tmp_path: Path
) -> None:
    assert Office(tmp_path / "tidak ada", private).version() == "LibreOffice"
