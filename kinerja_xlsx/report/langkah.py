"""What to do after a run, in the last lines of its summary: who mends what, and where it goes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from kinerja_xlsx.model.issue import Issue, Withholds
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.spec.codes import PASSING, PENGATURAN_FILE, blames_settings, withholds

WIDTH: Final = 79
_MEND_SETTINGS: Final = (
    "Langkah berikutnya untuk BKPSDM: betulkan baris Pengaturan.xlsx yang disebut paling atas, "
    "lalu jalankan ulang. Yang tertahan karena baris itu bukan kesalahan unit."
)
_READ_AGAIN: Final = (
    "Ada berkas yang tidak terbaca kali ini; hasil lamanya tetap ada. Tutup berkas itu di Excel, "
    "lalu jalankan ulang; unitnya tidak perlu mengirim lagi."
)
_TAKE_OUT: Final = (
    " Berkas yang ditolak keluarkan dari input setelah penggantinya datang; selama masih di sana, "
    "berkas itu tetap ditolak."
)
_RATE: Final = (
    "Rating yang belum lengkap: bagikan Lembar Penilai kepada penilainya; sesudah diisi, unit "
    "menyalin barisnya ke Isian, lalu mengirim Isian itu lagi."
)
_CHECKED: Final = (
    "Langkah berikutnya: perbaiki yang disebut di atas, atau jalankan proses supaya tiap unit "
    "mendapat buku Perbaikan."
)


def output_kind(path: str) -> str:
    """Name the kind of an output, such as hasil, pegawai, siapcetak, lembar, pdf, or ditolak."""
    where = PurePosixPath(path)
    if where.suffix == ".pdf":
        return "pdf_pegawai" if where.parent.name == "pegawai" else "pdf"
    if where.parent.name in {"ditolak", "pegawai"}:
        return where.parent.name
    return where.stem.split("_")[0].casefold()


def next_steps(result: RunResult, *, writes: bool) -> list[str]:
    """Say what to do now: first what the agency itself can mend, then what goes to units."""
    rate = [_RATE] if "lembar" in _kinds(result) else []
    if not result.has_withheld:
        text = "Selesai. Tidak ada yang ditahan atau ditolak."
        return textwrap.wrap(" ".join([text, *rate]), WIDTH)
    head = "Selesai" if writes else "Selesai diperiksa"
    text = f"{head}; ada yang ditahan atau ditolak."
    return textwrap.wrap(" ".join([text, *_steps(result, writes=writes), *rate]), WIDTH)


def _kinds(result: RunResult) -> set[str]:
    """Name the kinds of outputs that the run made."""
    return {output_kind(output.path) for period in result.periods for output in period.outputs}


def _steps(result: RunResult, *, writes: bool) -> Iterator[str]:
    if result.held_settings:
        yield _MEND_SETTINGS
    if any(issue.code in PASSING for issue in result.issues):
        yield _READ_AGAIN
    if any(map(_is_for_a_unit, result.issues)):
        yield _send(result, later=bool(result.held_settings)) if writes else _CHECKED


def _is_for_a_unit(issue: Issue) -> bool:
    return (
        withholds(issue) is not Withholds.NOTHING
        and not blames_settings(issue)
        and issue.code not in PASSING
        and issue.place.file != PENGATURAN_FILE
    )


def _send(result: RunResult, *, later: bool) -> str:
    head = "Sesudah itu kirim" if later else "Langkah berikutnya: kirim"
    kinds = _kinds(result)
    refused = _TAKE_OUT if "ditolak" in kinds else ""
    return (
        f"{head} {_to_send(result)} kepada unitnya. Setelah dibetulkan, taruh berkasnya di folder "
        f"input di samping berkas lama, lalu jalankan proses sekali lagi.{refused}"
    )


def _to_send(result: RunResult) -> str:
    kinds = _kinds(result)
    words = {"perbaikan": "buku Perbaikan", "ditolak": "penjelasan penolakan"}
    return " dan ".join(word for kind, word in words.items() if kind in kinds) or "penjelasannya"
