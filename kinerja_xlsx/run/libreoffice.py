"""LibreOffice, where a computer has it: found, started out of sight, and stopped in time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kinerja_xlsx.run.executor import stop_tree

_NAMES: Final = ("soffice", "libreoffice")
_WINDOWS_HOMES: Final = ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_WINDOWS_PROGRAMS: Final = ("soffice.com", "soffice.exe")
"""The first of them waits for its end, as programs of the command line do."""
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
)
_ASKING_SECONDS: Final = 30
PATIENCE_START: Final = 90.0
"""Seconds that one start may take on a slow computer that has never run LibreOffice."""
PATIENCE_EACH: Final = 15.0
PATIENCE_KIB: Final = 0.6
"""Seconds for every KiB of the workbooks; a form has five, and takes less than a tenth of one."""
_PROFILE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>id-ID</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General">
<prop oor:name="DefaultLocale" oor:op="fuse"><value>id-ID</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">
<prop oor:name="UseTaggedPDF" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>1</value></prop></item>
</oor:items>
"""
"""Indonesian figures and language, tags for people who listen, no macros, the stored values."""


def find_office() -> Path | None:
    """Find LibreOffice: where it is usually installed, then among the commands of the system."""
    if sys.platform == "win32":
        homes = [os.environ[name] for name in _WINDOWS_HOMES if name in os.environ]
        programs = [
            Path(home, folder, "program", name)
            for home in homes
            for folder in ("LibreOffice", r"Programs\LibreOffice")
            for name in _WINDOWS_PROGRAMS
        ]
        return next(filter(Path.is_file, programs), None) or _among_commands()
    return _among_commands() or next(filter(Path.is_file, map(Path, _PLACES)), None)


def _among_commands() -> Path | None:
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return None if found is None else Path(found).absolute()


@dataclass(slots=True)
class Conversion:
    """One start of LibreOffice over several workbooks, under way.

    Attributes:
        process: The program.
        folder: Its private folder, with the workbooks in it.
        until: When patience ends, by the clock of `time.monotonic`.
    """

    process: subprocess.Popen[bytes]
    folder: Path
    until: float

    def is_over(self) -> bool:
        """Tell whether it has ended; one that took too long is stopped."""
        if self.process.poll() is not None:
            return True
        if time.monotonic() < self.until:
            return False
        self.stop()
        return True

    def stop(self) -> None:
        """Stop the program with everything that it has started."""
        stop_tree(self.process.pid)
        self.process.wait()

    def made(self, name: str) -> bytes:
        """Give the PDF of one workbook; nothing where there is none."""
        try:
            return (self.folder / "pdf" / f"{name}.pdf").read_bytes()
        except OSError:
            return b""


@dataclass(frozen=True, slots=True)
class Office:
    """LibreOffice with profiles of its own below a private folder; several may work at once.

    Attributes:
        program: The command.
        folder: Private folder of the run, which is removed at its end.
    """

    program: Path
    folder: Path

    def start(self, seat: int, batch: int, workbooks: Sequence[tuple[str, Path]]) -> Conversion:
        """Begin to turn workbooks into PDF.

        Args:
            seat: Which of the profiles; no two conversions at work may share one.
            batch: Number of this conversion in the run.
            workbooks: A name for each, unlike all others, and where it lies.

        Raises:
            OSError: The program cannot be started, or the folder cannot be written.
        """
        folder = self.folder / f"pdf-{batch}"
        folder.mkdir(mode=0o700)
        for name, path in workbooks:
            # A copy, since LibreOffice puts a lock beside every file that it opens.
            shutil.copyfile(path, folder / f"{name}.xlsx")
        kib = sum(path.stat().st_size for _, path in workbooks) / 1024
        patience = PATIENCE_START + PATIENCE_EACH * len(workbooks) + PATIENCE_KIB * kib
        arguments = ["--convert-to", "pdf:calc_pdf_Export", "--outdir", "pdf"]
        process = subprocess.Popen(  # noqa: S603 - found in the usual places; no shell
            [*self._command(seat), *arguments, *(f"{name}.xlsx" for name, _ in workbooks)],
            cwd=folder,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return Conversion(process, folder, time.monotonic() + patience)

    def version(self) -> str:
        """Name the program with its version, where it tells."""
        try:
            done = subprocess.run(  # noqa: S603 - as in start
                [*self._command(0), "--version"],
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=_ASKING_SECONDS,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            return "LibreOffice"
        return " ".join(done.stdout.decode("utf-8", "replace").split()[:2]) or "LibreOffice"

    def _command(self, seat: int) -> Iterator[str]:
        profile = self.folder / f"profil-{seat}"
        settings = profile / "user" / "registrymodifications.xcu"
        if not settings.exists():
            settings.parent.mkdir(mode=0o700, parents=True)
            settings.write_text(_PROFILE, encoding="utf-8")
        yield str(self.program)
        yield f"-env:UserInstallation={profile.as_uri()}"
        yield from ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")

    def _environment(self) -> dict[str, str]:
        """Keep also the temporary files of LibreOffice inside the private folder."""
        temporary = self.folder / "sementara"
        temporary.mkdir(mode=0o700, exist_ok=True)
        return {**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))}
