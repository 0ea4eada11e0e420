"""Every way in which a run can end early, explained for people and given its exit code."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.pengaturan import SettingsError
from kinerja_xlsx.run.process import NothingToAnswerError
from kinerja_xlsx.run.templat import ClosedPeriodError, UnknownUnitError
from kinerja_xlsx.run.workspace import WorkspaceError, explain_os_error


@dataclass(frozen=True, slots=True)
class RunFailure:
    """Why a command ended early: one line for people, the issues behind it, and the exit code."""

    message: str
    exit_code: ExitCode
    issues: tuple[Issue, ...] = ()


def explain(error: Exception) -> RunFailure:
    """Explain an exception that ended a command."""
    if isinstance(error, SettingsError):
        return RunFailure(
            "Pengaturan.xlsx belum dapat dipakai:", ExitCode.PENGATURAN_SALAH, error.issues
        )
    if isinstance(error, UnknownUnitError | ClosedPeriodError):
        return RunFailure(_settings_line(error), ExitCode.PENGATURAN_SALAH)
    if isinstance(error, NothingToAnswerError):
        return RunFailure(
            "Folder input belum berisi berkas isian. Taruh berkas dari unit di sana, lalu "
            "jalankan ulang.",
            ExitCode.TIDAK_ADA_BERKAS,
        )
    if isinstance(error, WorkspaceError):
        return RunFailure(str(error), ExitCode.RUANG_KERJA)
    if isinstance(error, OSError):
        return RunFailure(_system_line(error), ExitCode.RUANG_KERJA)
    return RunFailure(
        f"Program berhenti karena kesalahannya sendiri ({type(error).__name__}). Data Anda tidak "
        "diubah. Jalankan ulang dengan --debug dan kirim keluarannya kepada pemelihara program.",
        ExitCode.KESALAHAN_PROGRAM,
    )


def _settings_line(error: UnknownUnitError | ClosedPeriodError) -> str:
    if isinstance(error, UnknownUnitError):
        return f"Unit «{error}» tidak ada di lembar Unit pada Pengaturan.xlsx."
    return (
        f"Periode «{error}» tidak ada atau sudah ditutup di lembar Periode pada Pengaturan.xlsx. "
        "Tambahkan atau buka periodenya, lalu jalankan ulang."
    )


def _system_line(error: OSError) -> str:
    where = f" «{error.filename}»" if error.filename else ""
    return (
        f"Berkas atau folder{where} tidak dapat dibaca atau ditulis: {explain_os_error(error)}. "
        "Hasil lama tetap utuh."
    )
