"""The few words of a watch over `input/`: what arrived, and what the run came to."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.report.hitungan import count, file_sum
from kinerja_xlsx.spec.codes import PENGATURAN_FILE


def tell_arrivals(new: Collection[str], gone: Collection[str]) -> str:
    """Say why a run begins now, from the names of the files; the settings are nobody's file."""
    parts = [
        f"{count(number)} berkas {what}"
        for names, what in ((new, "baru atau berubah"), (gone, "dikeluarkan"))
        if (number := len({*names} - {PENGATURAN_FILE}))
    ]
    if not parts:
        parts = ["Pengaturan berubah" if {*new, *gone} else "Pemeriksaan awal"]
    return f"{' dan '.join(parts)}. Proses dimulai."


def tell_outcome(result: RunResult) -> str:
    """Say in one line what a run came to, and in further ones what only a person can do."""
    return "\n".join(_lines(result))


def _lines(result: RunResult) -> Iterator[str]:
    files = file_sum(result)
    parts = ", ".join(f"{count(one.number)} {one.word}" for one in files.parts)
    yield f"Selesai: {count(files.total)} berkas ({parts})."
    if result.has_withheld:
        yield "Ada yang ditahan atau ditolak; kirim buku Perbaikan di output kepada unitnya."
    if held := result.held_outputs:
        yield (
            f"{count(len(held))} hasil lama sedang dibuka. Tutup berkasnya di Excel, lalu "
            "jalankan proses sekali lagi."
        )
    yield from result.notices
