"""What the ledger remembers, told in words: past runs, and a unit or a person over the periods."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.number import DISPLAY_DECIMALS, format_number
from kinerja_xlsx.model.period import Period, format_date
from kinerja_xlsx.model.rekap import Kiriman
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.riwayat import (
    NilaiTercatat,
    RiwayatPegawai,
    RiwayatUnit,
    RunTercatat,
    UnitTercatat,
)
from kinerja_xlsx.report.hitungan import count
from kinerja_xlsx.report.langkah import WIDTH

RUNS_SHOWN: Final = 20
_EMPTY: Final = "Belum ada proses yang tercatat. Catatan dimulai dari proses berikutnya."
_SHORT: Final = ("SB", "B", "BP", "K", "SK")
_NOT_SENT: Final = MappingProxyType(
    {Kiriman.BELUM.value: "belum mengirim", Kiriman.DITOLAK.value: "kiriman ditolak"}
)
_CHANGED: Final = (
    "Berubah: banyaknya nilai yang dicatat ulang karena berbeda dari proses sebelumnya, biasanya "
    "sesudah unit membetulkan isiannya. Dibetulkan: baris yang dirapikan program saat dibaca."
)
_ONLY_A_NOTE: Final = (
    "Riwayat ini catatan tentang proses yang sudah berjalan. Asal setiap angka: perintah jelaskan "
    "dengan NIP yang sama."
)


def tell_runs(runs: Sequence[RunTercatat]) -> str:
    """List the last runs, newest at the end."""
    if not runs:
        return _EMPTY
    shown = runs[-RUNS_SHOWN:]
    left = len(runs) - len(shown)
    rows = [
        (
            str(run.nomor),
            _moment(run.mulai),
            _named(run.periods),
            count(run.files),
            count(run.dinilai),
            count(run.ditahan),
            str(run.exit_code),
        )
        for run in shown
    ]
    head = ("No", "Mulai", "Periode", "Berkas", "Dinilai", "Ditahan", "Kode")
    more = [f"… {count(left)} proses sebelumnya tidak ditampilkan."] if left else []
    return "\n".join([*more, *_table(head, rows, left_aligned=(1, 2))])


def tell_unit(found: RiwayatUnit) -> str:
    """Show how the predikat of a unit developed, and what its submissions took."""
    legend = ", ".join(f"{short} {one.value}" for short, one in zip(_SHORT, Predikat, strict=True))
    blocks = [
        [f"Riwayat unit {found.kode}"],
        list(_table(
            ("Periode", "Berpredikat", *_SHORT, "Capaian organisasi"),
            [_spread(row) for row in found.periods], left_aligned=(0, 7),
        )),
        list(_table(
            ("Periode", "Berkas", "Dibetulkan", "Ditahan", "Berubah", "Keadaan sejak"),
            [_work(row) for row in found.periods], left_aligned=(0, 5),
        )),
        [*textwrap.wrap(f"{legend}.", WIDTH), *textwrap.wrap(_CHANGED, WIDTH)],
    ]  # fmt: skip
    return "\n\n".join("\n".join(block) for block in blocks)


def tell_pegawai(found: RiwayatPegawai) -> str:
    """Show each assignment of a person as it stands last, and how it stood before."""
    blocks = [
        [f"Riwayat NIP {found.nip}"],
        *([*_post(post)] for post in found.penugasan),
        textwrap.wrap(_ONLY_A_NOTE, WIDTH),
    ]
    return "\n\n".join("\n".join(block) for block in blocks)


def _spread(row: UnitTercatat) -> tuple[str, ...]:
    if not row.sebaran:
        standing = _NOT_SENT.get(row.kiriman, row.kiriman.lower())
        return row.period, standing, *("–",) * len(_SHORT), "–"
    total = sum(number for _, number in row.sebaran)
    expected = "?" if row.diharapkan is None else count(row.diharapkan)
    numbers = (count(number) for _, number in row.sebaran)
    stated = f"{row.capaian_organisasi}, {row.pola}" if row.capaian_organisasi else "belum diisi"
    return row.period, f"{count(total)} dari {expected}", *numbers, stated


def _work(row: UnitTercatat) -> tuple[str, ...]:
    numbers = (row.berkas, row.dibetulkan, row.ditahan, row.perubahan)
    return row.period, *map(count, numbers), _run(row)


def _post(rows: Sequence[NilaiTercatat]) -> Iterator[str]:
    last = rows[-1]
    where = " · ".join(part for part in (f"unit {last.unit}", last.sifat) if part)
    yield f"{Period.parse(last.period).label} · {where}"
    if last.status != PenugasanStatus.DINILAI.value:
        yield _line("Keadaan", last.status.capitalize())
    else:
        yield _line("Predikat", last.predikat or "Belum ditetapkan")
        yield _line("Hasil kerja", last.hasil_kerja or "belum diisi")
        yield _line("Perilaku", last.perilaku or "belum diisi")
        yield _line("Capaian", _capaian(last))
    yield _line("Menurut", _run(last))
    for row in reversed(rows[:-1]):
        yield _line("Sebelumnya", f"{_summary(row)} ({_run(row)})")


def _summary(row: NilaiTercatat) -> str:
    if row.status != PenugasanStatus.DINILAI.value:
        return row.status
    return f"{row.predikat or 'belum ditetapkan'}, capaian {_capaian(row)}"


def _capaian(row: NilaiTercatat) -> str:
    if row.capaian is None:
        return "tidak dihitung"
    rest = "" if row.lengkap else " (belum lengkap)"
    return f"{format_number(row.capaian, DISPLAY_DECIMALS)} persen{rest}"


def _line(label: str, text: str) -> str:
    return f"  {label:<13}{text}"


def _run(row: NilaiTercatat | UnitTercatat) -> str:
    return f"proses {row.nomor}, {format_date(datetime.fromisoformat(row.tanggal).date())}"


def _moment(text: str) -> str:
    when = datetime.fromisoformat(text)
    return f"{format_date(when.date())} {when:%H.%M}"


def _named(periods: Sequence[str]) -> str:
    if not periods:
        return "–"
    more = f" dan {len(periods) - 1} lagi" if len(periods) > 1 else ""
    return f"{periods[-1]}{more}"


def _table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, left_aligned: Sequence[int]
) -> Iterator[str]:
    """Set columns as wide as their widest entry; numbers stand to the right."""
    lines = [head, *rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    for line in lines:
        cells = (
            f"{cell:<{width}}" if place in left_aligned else f"{cell:>{width}}"
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()
