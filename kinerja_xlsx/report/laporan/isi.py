"""What the page shows of one period, taken from the run and put into words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja_xlsx.model.issue import Issue, Withholds
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import BarisBerkas, PeriodResult, RunResult
from kinerja_xlsx.report.daftar import rank_kinds
from kinerja_xlsx.report.hitungan import VERDICTS, Hitungan, file_sum, people_sum, row_sum
from kinerja_xlsx.spec.codes import withholds
from kinerja_xlsx.spec.judul import TITLES
from kinerja_xlsx.spec.pesan import MAX_TEXT, severity_word, shown_text
from kinerja_xlsx.spec.tertahan import cause_of, held_issues
from kinerja_xlsx.spec.uraian import meaning_text, withheld_text


@dataclass(frozen=True, slots=True)
class Laporan:
    """One page: a run narrowed to one period.

    Attributes:
        instansi: Name of the agency; empty without settings.
        result: The run with this period alone, its files and its issues. Nothing of it may come
            from an earlier run.
        people: (predikat, people) of the whole agency for all five, best first; each person once.
        folders: Name of a unit's folder to its Kode Unit.
    """

    instansi: str
    result: RunResult
    people: tuple[tuple[Predikat, int], ...]
    folders: Mapping[str, str]

    @property
    def period(self) -> PeriodResult:
        """The one period."""
        return self.result.periods[0]

    @property
    def title(self) -> str:
        """Name the period as people say it."""
        code = self.period.period
        return "Berkas tanpa periode" if code is None else Period.parse(code).label

    @property
    def folder(self) -> str:
        """Folder of the page below the workspace: that of all its outputs."""
        return f"output/{self.period.period or 'tanpa-periode'}"


@dataclass(frozen=True, slots=True)
class BarisJenis:
    """All issues of one kind.

    Attributes:
        kode: The code.
        judul: Its title.
        tingkat: Severity as people read it.
        jumlah: How often it occurs.
        menahan: What it holds back; empty for nothing.
        arti: What it means.
    """

    kode: str
    judul: str
    tingkat: str
    jumlah: int
    menahan: str
    arti: str


@dataclass(frozen=True, slots=True)
class BarisBerkasLaporan:
    """One file: its name, its unit, what became of it, and its rows; None where it was not read.

    Attributes:
        nama: Path below `input/`.
        unit: Kode Unit; empty when unknown.
        putusan: Verdict.
        baris: Rows seen, accepted, corrected, withheld, ignored.
    """

    nama: str
    unit: str
    putusan: str
    baris: tuple[int, int, int, int, int] | None


def sums_of(laporan: Laporan) -> tuple[Hitungan, ...]:
    """Give the same sums as the console."""
    sums = [file_sum(laporan.result), row_sum(laporan.result)]
    if laporan.period.employees:
        sums.append(people_sum(laporan.period, alone=True))
    return tuple(sums)


def kinds_of(laporan: Laporan) -> Iterator[BarisJenis]:
    """List the kinds of issues, worst first."""
    for kind in rank_kinds(laporan.result.issues):
        code = kind[0].code
        yield BarisJenis(
            kode=code.value,
            judul=TITLES[code],
            tingkat=severity_word(kind[0].severity),
            jumlah=sum(issue.occurrences for issue in kind),
            menahan=held_text(kind[0]),
            arti=meaning_text(code),
        )


def held_text(issue: Issue) -> str:
    """Say what an issue holds back; empty for nothing."""
    return "" if withholds(issue) is Withholds.NOTHING else withheld_text(issue.code)


def owners_of(laporan: Laporan) -> Iterator[tuple[Issue, str]]:
    """Give each issue with its unit: that of its file, or the one that it names; else empty."""
    units = {file.file: file.unit or "" for file in laporan.result.files}
    known = {unit.kode for unit in laporan.period.units}
    for issue in laporan.result.issues:
        named = next((text for name, text in issue.context if name == "unit"), "")
        of_no_file = named if named in known and not issue.place.file else ""
        yield issue, units.get(issue.place.file, of_no_file)


def files_of(laporan: Laporan) -> Iterator[BarisBerkasLaporan]:
    """List the files in order of their names."""
    for file in laporan.result.files:
        yield BarisBerkasLaporan(
            nama=shown_text(file.file, MAX_TEXT),
            unit=shown_text(file.unit or ""),
            putusan=VERDICTS[file.verdict],
            baris=_rows(file),
        )


def _rows(file: BarisBerkas) -> tuple[int, int, int, int, int] | None:
    rows = file.rows
    if rows is None:
        return None
    return rows.seen, rows.accepted, rows.corrected, rows.withheld, rows.ignored


def causes_of(laporan: Laporan) -> Sequence[str]:
    """Say which rows of the settings are withheld: the rest may only follow from them."""
    return [shown_text(cause_of(issue), MAX_TEXT) for issue in held_issues(laporan.result.issues)]
