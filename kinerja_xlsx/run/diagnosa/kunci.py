"""The lock of a workspace, what a killed run left, and the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kinerja_xlsx import program_name
from kinerja_xlsx.model.diagnosa import Kondisi, Pemeriksaan
from kinerja_xlsx.model.period import format_date
from kinerja_xlsx.report.hitungan import count
from kinerja_xlsx.run.lock import Kunci, look_at_lock
from kinerja_xlsx.run.pemegang import Fate, Pemegang
from kinerja_xlsx.run.riwayat import past_runs
from kinerja_xlsx.run.tempat import broken_run
from kinerja_xlsx.run.workspace import Workspace, WorkspaceError


def look_at_lock_and_ledger(workspace: Workspace) -> Iterator[Pemeriksaan]:
    """Tell whether a run could begin, whether the last one ended, and what is recorded."""
    kunci = look_at_lock(workspace)
    yield _lock(kunci)
    if not kunci.is_held:
        yield from _broken(workspace, kunci.holder)
    yield _ledger(workspace)


def _lock(kunci: Kunci) -> Pemeriksaan:
    label = "Kunci"
    if not kunci.is_held:
        return Pemeriksaan(label, "bebas; tidak ada proses yang berjalan")
    holder = kunci.holder
    if holder is None:
        return Pemeriksaan(
            label,
            "sedang dipakai proses lain",
            Kondisi.PERBAIKI,
            "Tunggu sampai selesai, lalu ulangi.",
        )
    text = f"dipakai proses nomor {holder.pid} di komputer «{holder.host}» {_since(holder.since)}"
    if holder.fate is Fate.TAK_DIKETAHUI:
        return Pemeriksaan(
            label,
            text,
            Kondisi.PERBAIKI,
            "Tunggu sampai selesai. Bila di komputer itu sudah pasti tidak ada proses yang "
            f"berjalan, jalankan «{program_name()} proses --paksa-buka-kunci».",
        )
    return Pemeriksaan(label, text, Kondisi.PERBAIKI, "Tunggu sampai selesai, lalu ulangi.")


def _broken(workspace: Workspace, holder: Pemegang | None) -> Iterator[Pemeriksaan]:
    started = broken_run(workspace) or (holder.since if holder else None)
    if started is not None:
        yield Pemeriksaan(
            "Proses terakhir",
            f"dimulai {_moment(started)}, berhenti sebelum selesai",
            Kondisi.PERHATIKAN,
            f"Jalankan «{program_name()} proses» sekali lagi; sisanya dibersihkan dan semua "
            "hasilnya dibuat ulang.",
        )


def _ledger(workspace: Workspace) -> Pemeriksaan:
    label = "Riwayat"
    try:
        runs = past_runs(workspace)
    except WorkspaceError as error:
        return Pemeriksaan(label, "belum dapat dibaca", Kondisi.PERHATIKAN, str(error))
    if not runs:
        return Pemeriksaan(label, "belum ada proses yang tercatat")
    last = _moment(datetime.fromisoformat(runs[-1].mulai))
    return Pemeriksaan(label, f"terbaca; {count(len(runs))} proses, terakhir {last}")


def _since(when: datetime) -> str:
    return f"sejak {_moment(when)}"


def _moment(when: datetime) -> str:
    return f"{format_date(when.date())} pukul {when:%H.%M}"
