"""The clock of the computer: its zone, and whether it can be right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.diagnosa import Bagian, Kondisi, Pemeriksaan
from kinerja_xlsx.model.period import format_date
from kinerja_xlsx.report.hitungan import count
from kinerja_xlsx.run.collect import collect
from kinerja_xlsx.run.riwayat import past_runs
from kinerja_xlsx.run.workspace import Workspace, WorkspaceError

_ZONES: Final = MappingProxyType({7: "WIB", 8: "WITA", 9: "WIT"})
_BUILT: Final = 2025
"""A clock that shows an earlier year stood still: the program is younger."""
_LATEST: Final = 2100
_SLACK: Final = timedelta(days=1)
"""Files and runs may be so much later than now: other computers, other zones."""
_SET_CLOCK: Final = (
    "Betulkan jam dan tanggal di setelan komputer, lalu nyalakan penyesuaian otomatis."
)


def look_at_clock(workspace: Workspace, now: datetime) -> Bagian:
    """Tell what the clock shows, and what speaks against it."""
    return Bagian("jam", "Jam dan zona waktu", tuple(_findings(workspace, now)))


def _findings(workspace: Workspace, now: datetime) -> Iterator[Pemeriksaan]:
    shown = f"{format_date(now.date())} pukul {now:%H.%M}"
    if _BUILT <= now.year < _LATEST:
        yield Pemeriksaan("Jam", shown)
    else:
        yield Pemeriksaan(
            "Jam", f"{shown}; tahunnya tidak mungkin", Kondisi.PERHATIKAN, _SET_CLOCK
        )
    yield _zone(now)
    later = sum(_changed(path) > now + _SLACK for path in _files(workspace))
    if later:
        yield Pemeriksaan(
            "Berkas input",
            f"{count(later)} bertanggal sesudah hari ini",
            Kondisi.PERHATIKAN,
            "Hasil tidak terpengaruh, tetapi jam komputer ini atau pengirimnya keliru. "
            f"{_SET_CLOCK}",
        )
    with suppress(WorkspaceError):
        runs = past_runs(workspace)
        if runs and datetime.fromisoformat(runs[-1].mulai) > now + _SLACK:
            yield Pemeriksaan(
                "Riwayat",
                "proses terakhir tercatat sesudah hari ini",
                Kondisi.PERHATIKAN,
                _SET_CLOCK,
            )


def _zone(now: datetime) -> Pemeriksaan:
    offset = now.utcoffset() or timedelta()
    hours, rest = divmod(abs(offset), timedelta(hours=1))
    minutes = f".{rest.seconds // 60:02d}" if rest else ""
    shown = f"UTC{'-' if offset < timedelta() else '+'}{hours}{minutes}"
    name = next((name for zone, name in _ZONES.items() if offset == timedelta(hours=zone)), None)
    if name:
        return Pemeriksaan("Zona waktu", f"{name} ({shown})")
    text = f"{shown}; bukan WIB, WITA, atau WIT"
    return Pemeriksaan(
        "Zona waktu",
        text,
        Kondisi.PERHATIKAN,
        "Pilih zona waktu daerah Anda di setelan komputer. Hasil tidak terpengaruh, tetapi pukul "
        "di riwayat dan manifest menjadi lain.",
    )


def _files(workspace: Workspace) -> list[Path]:
    try:
        return [file.path for file in collect(workspace).files]
    except OSError:
        return []


def _changed(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, ValueError, OverflowError):
        return datetime.fromtimestamp(0).astimezone()
