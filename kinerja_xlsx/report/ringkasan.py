"""The console summary: counts that balance, worst reasons, where results lie, what to do next."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import IssueCode, Withholds
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import PeriodResult, RunResult
from kinerja_xlsx.report.hitungan import count, count_issues, file_sum, people_sum, row_sum
from kinerja_xlsx.report.langkah import WIDTH, next_steps, output_kind
from kinerja_xlsx.report.sedang_dibuka import held_outputs
from kinerja_xlsx.spec.codes import withholds
from kinerja_xlsx.spec.judul import TITLES
from kinerja_xlsx.spec.pesan import mask, render_line
from kinerja_xlsx.spec.tertahan import cause_of, held_issues

WORST_SHOWN: Final = 5
PERIODS_SHOWN: Final = 4
PERIODS_DETAILED: Final = 2
UNITS_SHOWN: Final = 6
ROWS_SHOWN: Final = 5
"""Most rows of the settings that are named before all else."""
EXAMPLES_SHOWN: Final = 3
"""Most issues of one kind in a list, so that one kind does not push out all others."""

_BOOKS: Final = MappingProxyType(
    {
        "laporan": ("laporan.html", "seluruh proses dalam satu halaman; buka di peramban"),
        "rekap": ("rekap.xlsx", "seluruh unit dalam satu buku"),
        "skp": ("unit/…/SKP_….xlsx", "buku; tiap pegawai satu formulir SKP"),
        "hasil": ("unit/…/Hasil_….xlsx", "buku; formulir tiap pegawai"),
        "pegawai": ("unit/…/pegawai/….xlsx", "buku; satu tiap pegawai"),
        "siapcetak": ("unit/…/SiapCetak_….xlsx", "buku formulir untuk dicetak"),
        "pdf": ("unit/…/Hasil_….pdf", "PDF; tiap unit satu berkas"),
        "pdf_pegawai": ("unit/…/pegawai/….pdf", "PDF; tiap pegawai satu berkas"),
        "perbaikan": ("unit/…/Perbaikan_….xlsx", "buku untuk dibetulkan unitnya"),
        "lembar": ("unit/…/penilai/Lembar_….xlsx", "Lembar Penilai; rating belum lengkap"),
        "ditolak": ("ditolak/….xlsx", "penjelasan berkas yang ditolak"),
    }
)
"""Kinds of outputs: where they lie below the period's folder, and what they are for."""
_NAMES: Final = MappingProxyType({
    "skp": "SKP", "siapcetak": "siap cetak", "pdf": "PDF", "pdf_pegawai": "PDF pegawai",
    "lembar": "Lembar Penilai",
})  # fmt: skip
"""Kinds that are named otherwise than they are found."""
_ALONE: Final = frozenset({"laporan", "rekap"})
"""Kinds of which a period has one, so that there is nothing to count."""
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


def summarise(result: RunResult, *, writes: bool, root: str = "") -> str:
    """Say what a run came to, in at most a screen.

    Args:
        result: The run.
        writes: False for `periksa`, which leaves no outputs to point at.
        root: The workspace as the user named it; stands before every path.
    """
    blocks = [_settings(result), _figures(result), _reasons(result), _changed(result)]
    blocks.append(_reissued(result))
    if writes:
        blocks.append(_places(result, PurePosixPath(root)))
        blocks.append(held_outputs(result, PurePosixPath(root)))
    blocks += ([*_wrapped("Catatan: ", notice)] for notice in result.notices)
    blocks.append(next_steps(result, writes=writes))
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _figures(result: RunResult) -> list[str]:
    sums = [file_sum(result), row_sum(result)]
    periods = [period for period in result.periods if period.employees]
    sums += [people_sum(period, alone=len(periods) == 1) for period in periods[:PERIODS_SHOWN]]
    left = len(periods) - PERIODS_SHOWN
    label_width = max(len(one.label) for one in sums)
    number_width = max(len(count(one.total)) for one in sums)
    lines: list[str] = []
    for one in sums:
        head = f"{one.label:<{label_width}}  {count(one.total):>{number_width}} = "
        shown = [_together(f"{count(part.number)} {part.word}") for part in one.parts]
        lines += _wrapped(head, " + ".join(shown) if shown else "0")
    lines += [f"… dan {count(left)} periode lain"] if left > 0 else []
    return lines + [line for period in result.periods for line in _missing(period)]


def _settings(result: RunResult) -> list[str]:
    """Say first which rows of the settings are withheld: the rest may only follow from them."""
    held = result.held_settings
    if not held:
        return []
    causes = [cause_of(issue) for issue in held_issues(result.issues)]
    left = len(causes) - ROWS_SHOWN
    return [
        f"Pengaturan.xlsx: {count(held)} baris ditahan",
        *(line for cause in causes[:ROWS_SHOWN] for line in _wrapped("  ", mask(cause))),
        *([f"  … dan {count(left)} lagi"] if left > 0 else []),
    ]


def _missing(period: PeriodResult) -> list[str]:
    """Name the units that have not sent, and those refused, as far as they fit on a line."""
    if period.period is None:
        return []
    label = Period.parse(period.period).label
    told = (
        ("Belum mengirim", period.missing_units),
        ("Kiriman ditolak", period.refused_units),
        ("Tidak terbaca kali ini", period.unread_units),
    )
    return [
        line
        for head, units in told
        if units
        for line in _wrapped(f"{head} untuk {label}: ", _named(units))
    ]


def _named(units: Sequence[str]) -> str:
    names = ", ".join(units[:UNITS_SHOWN])
    more = len(units) - UNITS_SHOWN
    names += f", dan {count(more)} lagi" if more > 0 else ""
    return f"{count(len(units))} unit ({names})"


def _reasons(result: RunResult) -> list[str]:
    holding: Counter[IssueCode] = Counter()
    for issue in result.issues:
        if withholds(issue) is not Withholds.NOTHING:
            holding[issue.code] += issue.occurrences
    if not result.issues:
        return ["Tidak ada kesalahan, peringatan, atau catatan."]
    head = count_issues(result.issues)
    if not holding:
        return [head]
    ranked = sorted(holding.items(), key=lambda item: (-item[1], item[0].value))
    width = len(count(ranked[0][1]))
    lines = [
        f"  {count(number):>{width}}×  {code.value}  {TITLES[code]}"
        for code, number in ranked[:WORST_SHOWN]
    ]
    left = len(ranked) - WORST_SHOWN
    more = [f"  … dan {count(left)} jenis lain"] if left > 0 else []
    return [f"{head}. Yang menahan atau menolak:", *lines, *more]


def _changed(result: RunResult) -> list[str]:
    """List what reads differently than in the last run, which no output shows."""
    found = [issue for issue in result.issues if issue.code is IssueCode.LBK_09]
    head = f"Berubah sejak putaran lalu: {count(len(found))} nilai"
    texts = [render_line(issue, masked=True) for issue in found[:EXAMPLES_SHOWN]]
    left = len(found) - len(texts)
    more = [f"  … dan {count(left)} lagi, tercatat di manifest.json"] if left > 0 else []
    lines = [head, *(line for text in texts for line in _wrapped("  ", text)), *more]
    return lines if found else []


def _reissued(result: RunResult) -> list[str]:
    """Say how many printed forms no longer hold, which no output shows."""
    number = sum(len(period.reissued) for period in result.periods)
    text = (
        f"Kode verifikasi {count(number)} formulir berubah sejak putaran lalu, karena isinya "
        "berubah. Cetakan lamanya tidak berlaku lagi; cetak ulang. Daftarnya di manifest.json."
    )
    return _wrapped("", text) if number else []


def _places(result: RunResult, root: PurePosixPath) -> list[str]:
    """Point at every kind of output of a period or two; of any more, count them on a line."""
    made = [period for period in result.periods if period.outputs]
    main = [period for period in made if period.employees]
    told = main if len(main) <= PERIODS_DETAILED else []
    lines = [line for period in told for line in _books(period, root)]
    rows = [(_folder(period), _numbers(period)) for period in made if period not in told]
    if rows:
        width = max(len(folder) for folder, _ in rows)
        lines.append(f"{'Lainnya' if told else 'Hasilnya'} di {root / 'output'}/")
        lines += [f"  {folder:<{width}}  {numbers}" for folder, numbers in rows]
    return lines


def _books(period: PeriodResult, root: PurePosixPath) -> Iterator[str]:
    kinds = Counter(output_kind(output.path) for output in period.outputs)
    width = max(len(_BOOKS[kind][0]) for kind in _BOOKS if kinds[kind])
    yield f"Hasilnya di {root / 'output' / _folder(period)}/"
    for kind, (where, what) in _BOOKS.items():
        if kinds[kind]:
            number = "" if kind in _ALONE else f"{count(kinds[kind])} "
            yield f"  {where:<{width}}  {number}{what}"


def _folder(period: PeriodResult) -> str:
    return period.period or "tanpa-periode"


def _numbers(period: PeriodResult) -> str:
    kinds = Counter(output_kind(output.path) for output in period.outputs)
    return ", ".join(
        f"{count(kinds[kind])} {_NAMES.get(kind, kind)}" for kind in _BOOKS if kinds[kind]
    )


def _wrapped(head: str, text: str) -> list[str]:
    """Wrap a text behind its head, so that further lines stand below its first word."""
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=head, subsequent_indent=" " * len(head), break_on_hyphens=False
    )
    return [line.replace(_NO_BREAK, " ") for line in lines]


def _together(text: str) -> str:
    """Keep a number and its words on one line."""
    return text.replace(" ", _NO_BREAK)
