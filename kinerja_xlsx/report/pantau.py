"""The few words of a watch over `input/`: what arrived, and what the run came to."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.report.hitungan import count, file_sum


def tell_arrivals(new: int, gone: int) -> str:
    """Say why a run begins now."""
    parts = [
        f"{count(number)} berkas {what}"
        for number, what in ((new, "baru atau berubah"), (gone, "dikeluarkan"))
        if number
    ]
    return f"{' dan '.join(parts) or 'Pemeriksaan awal'}. Proses dimulai."


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
