"""Counts that balance, as console and page show them: a total and the parts it is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import Issue, Severity
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import FileVerdict, PenugasanStatus
from kinerja_xlsx.model.run_result import PeriodResult, RunResult

VERDICTS: Final = MappingProxyType(
    {
        FileVerdict.DITERIMA: "diterima",
        FileVerdict.SEBAGIAN: "sebagian",
        FileVerdict.DITOLAK: "ditolak",
        FileVerdict.DILEWATI: "dilewati",
    }
)
STANDINGS: Final = (
    "berpredikat",
    "belum ditetapkan",
    "ditahan",
    "tidak dinilai",
    "tidak dikirim",
)


@dataclass(frozen=True, slots=True)
class Bagian:
    """One part of a total."""

    number: int
    word: str


@dataclass(frozen=True, slots=True)
class Hitungan:
    """A total and its parts; parts of none are left out, and the rest add up to the total."""

    label: str
    total: int
    parts: tuple[Bagian, ...]


def count(number: int) -> str:
    """Write a whole number the Indonesian way: `12.345`."""
    return f"{number:,}".replace(",", ".")


def file_sum(result: RunResult) -> Hitungan:
    """Count files by verdict."""
    verdicts = Counter(file.verdict for file in result.files)
    parts = [(verdicts[verdict], word) for verdict, word in VERDICTS.items()]
    return _hitungan("Berkas", len(result.files), parts)


def row_sum(result: RunResult) -> Hitungan:
    """Count rows by what became of them."""
    rows = result.rows
    parts = [
        (rows.accepted, "diterima"),
        (rows.corrected, "dibetulkan"),
        (rows.withheld, "ditahan"),
        (rows.ignored, "diabaikan"),
    ]
    return _hitungan("Baris", rows.seen, parts)


def people_sum(period: PeriodResult, *, alone: bool) -> Hitungan:
    """Count the assignments of a period, each once; `alone` where no other period is told of."""
    lines = counted_people(period)
    counts = Counter(standing_of(line) for line in lines)
    label = "Penugasan" if alone else f"Penugasan {period.period}"
    return _hitungan(label, len(lines), [(counts[word], word) for word in STANDINGS])


def counted_people(period: PeriodResult) -> Sequence[BarisPegawai]:
    """List the assignments that count here, and not in another file."""
    return [line for line in period.employees if line.status is not PenugasanStatus.DIABAIKAN]


def standing_of(line: BarisPegawai) -> str:
    """Say how an assignment stands, in one of the words of `STANDINGS`."""
    if line.status is not PenugasanStatus.DINILAI:
        word: str = line.status.value
        return word
    return "belum ditetapkan" if line.predikat is None else "berpredikat"


def count_issues(issues: Iterable[Issue]) -> str:
    """Count issues by severity: `73 kesalahan, 29 peringatan, 40 catatan`."""
    numbers: Counter[Severity] = Counter()
    for issue in issues:
        numbers[issue.severity] += issue.occurrences
    shown = (count(numbers[severity]) for severity in Severity)
    return "{} kesalahan, {} peringatan, {} catatan".format(*shown)


def _hitungan(label: str, total: int, parts: Iterable[tuple[int, str]]) -> Hitungan:
    return Hitungan(label, total, tuple(Bagian(number, word) for number, word in parts if number))
