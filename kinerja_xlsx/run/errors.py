"""Every way in which a run can end early, explained for people and given its exit code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.period import format_date
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.impor_pegawai import ExportError, MissingSettingsError
from kinerja_xlsx.run.pengaturan import SettingsError
from kinerja_xlsx.run.permintaan import (
    ClosedPeriodError,
    NoRulesError,
    UnknownPeriodError,
    UnknownUnitError,
)
from kinerja_xlsx.run.process import NothingToAnswerError
from kinerja_xlsx.run.workspace import WorkspaceError, explain_os_error
from kinerja_xlsx.spec.pesan import mask


@dataclass(frozen=True, slots=True)
class RunFailure:
    """Why a command ended early: one line for people, the issues behind it, and the exit code."""

    message: str
    exit_code: ExitCode
    issues: tuple[Issue, ...] = ()


def explain(error: Exception) -> RunFailure:
    """Explain an exception that ended a command."""
    match error:
        case SettingsError():
            line, code = "Pengaturan.xlsx belum dapat dipakai:", ExitCode.PENGATURAN_SALAH
        case ExportError():
            line, code = "Berkas ekspor belum dapat dipakai:", ExitCode.ADA_YANG_DITAHAN
        case _ if (asked := _settings_line(error)) is not None:
            line, code = asked, ExitCode.PENGATURAN_SALAH
        case NothingToAnswerError():
            line, code = str(error) or _EMPTY_INPUT, ExitCode.TIDAK_ADA_BERKAS
        case WorkspaceError():
            line, code = str(error), ExitCode.RUANG_KERJA
        case BrokenPipeError():
            line, code = _fault_line(error), ExitCode.KESALAHAN_PROGRAM  # a worker that died
        case OSError():
            line, code = _system_line(error), ExitCode.RUANG_KERJA
        case _:
            line, code = _fault_line(error), ExitCode.KESALAHAN_PROGRAM
    telling = SettingsError | ExportError | NothingToAnswerError
    return RunFailure(line, code, error.issues if isinstance(error, telling) else ())


_NO_SETTINGS: Final = (
    "input/Pengaturan.xlsx belum ada. Buat dengan perintah mulai, isi lembar Unit, lalu ulangi."
)
_EMPTY_INPUT: Final = (
    "Folder input belum berisi berkas isian. Taruh berkas dari unit di sana, lalu jalankan ulang."
)


def _fault_line(error: Exception) -> str:
    return (
        f"Program berhenti karena kesalahannya sendiri ({type(error).__name__}). Data Anda tidak "
        "diubah. Jalankan ulang dengan --debug dan kirim keluarannya kepada pemelihara program."
    )


def _settings_line(error: Exception) -> str | None:
    """Say what was asked for and the settings do not offer; None for any other error."""
    line: str | None = None
    match error:
        case MissingSettingsError():
            line = _NO_SETTINGS
        case UnknownUnitError(cause=cause) | UnknownPeriodError(cause=cause) if cause:
            line = (
                f"«{error}» belum dapat dipakai. {cause} Betulkan baris itu, lalu jalankan ulang."
            )
        case UnknownUnitError():
            there = f"Yang ada: {error.known}." if error.known else "Lembar itu belum berisi unit."
            line = f"Unit «{error}» tidak ada di lembar Unit pada Pengaturan.xlsx."
            line = " ".join(part for part in (line, error.saran, there) if part)
        case UnknownPeriodError():
            there = (
                f"Yang ada: {error.known}." if error.known else "Lembar itu belum berisi apa pun."
            )
            line = (
                f"Periode «{error}» tidak ada di lembar Periode pada Pengaturan.xlsx. {there} "
                "Tambahkan periodenya di sana, atau sebut salah satu yang ada."
            )
        case NoRulesError(first=first):
            line = (
                f"Periode «{error}» belum dapat dinilai. Aturan paling awal yang dikenal program "
                f"ini {first.name}, mulai {format_date(first.since)}. Sebut periode sejak itu."
            )
        case ClosedPeriodError():
            line = (
                f"Periode «{error}» sudah ditutup di lembar Periode pada Pengaturan.xlsx, jadi "
                "hasilnya tidak diubah lagi. Bila memang perlu, kosongkan kolom Tertutup, lalu "
                "jalankan ulang."
            )
    return line


def _system_line(error: OSError) -> str:
    # A workbook of one person is named after the NIP.
    where = f" «{mask(str(error.filename))}»" if error.filename else ""
    return (
        f"Berkas atau folder{where} tidak dapat dibaca atau ditulis: {explain_os_error(error)}. "
        "Hasil lama tetap utuh."
    )
