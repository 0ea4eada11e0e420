"""What checking the settings workbook alone comes to: its messages, and what it holds."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.daftar import list_issues
from kinerja_xlsx.report.hitungan import count
from kinerja_xlsx.report.langkah import WIDTH


def settings_exit(counts: Mapping[str, int] | None) -> ExitCode:
    """Give the exit code of settings with these counts; None stands for refused ones."""
    if counts is None:
        return ExitCode.PENGATURAN_SALAH
    return ExitCode.ADA_YANG_DITAHAN if counts["baris_ditahan"] else ExitCode.SELESAI


def summarise_settings(
    name: str,
    issues: Sequence[Issue],
    counts: Mapping[str, int] | None,
    *,
    width: int | None = None,
) -> str:
    """List every message about the settings, then say whether they can be used.

    Args:
        name: The file as the user named it.
        issues: What was found in it.
        counts: Units, people and withheld rows; None when it is refused.
        width: Where to wrap a line for a terminal.
    """
    listing = list_issues(issues, width=width)
    ending = "\n".join(textwrap.wrap(_ending(name, counts), WIDTH))
    return "\n\n".join(part for part in (listing, ending) if part)


def _ending(name: str, counts: Mapping[str, int] | None) -> str:
    if counts is None:
        return (
            f"{name} belum dapat dipakai. Betulkan yang disebut di atas, lalu periksa sekali lagi."
        )
    known = f"{name} terbaca: {count(counts['unit'])} unit dan {count(counts['pegawai'])} pegawai."
    held = counts["baris_ditahan"]
    if not held:
        return f"{known} Tidak ada baris yang ditahan."
    return (
        f"{known} {count(held)} baris ditahan, jadi belum dipakai; betulkan yang disebut di atas, "
        "lalu periksa sekali lagi."
    )
