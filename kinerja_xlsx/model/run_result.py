"""What a whole run came to: files, issues, people, outputs and the exit code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.pdf import HasilPdf
from kinerja_xlsx.model.rekap import BarisPegawai, BarisUnit
from kinerja_xlsx.model.result import FileVerdict, Output, PeopleCounts, RowCounts
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.model.verifikasi import Formulir, FormulirBerubah


class ExitCode(IntEnum):
    """What a command tells the system that called it."""

    SELESAI = 0
    ADA_YANG_DITAHAN = 1
    CARA_PAKAI = 2
    PENGATURAN_SALAH = 3
    TIDAK_ADA_BERKAS = 4
    RUANG_KERJA = 5
    KESALAHAN_PROGRAM = 6
    DIHENTIKAN = 130


@dataclass(frozen=True, slots=True)
class BarisBerkas:
    """What became of one file.

    Attributes:
        file: Path below `input/`.
        sha256: Hash of its bytes; None when they were not read.
        unit: Kode Unit; None when unknown.
        period: Code of the period; None when unknown.
        verdict: Accepted, in part, refused, or skipped.
        rows: Rows by verdict; None for files that were not read.
        people: Its assignments that count here, and not in another file.
        archived: Path below `input/` to which the run has moved it, when asked to.
    """

    file: str
    sha256: str | None
    unit: str | None
    period: str | None
    verdict: FileVerdict
    rows: RowCounts | None
    people: PeopleCounts = field(default_factory=PeopleCounts)
    archived: str | None = None


@dataclass(frozen=True, slots=True)
class Diterima:
    """What the next run needs of an accepted assignment to tell that it changed.

    Attributes:
        unit: Kode Unit.
        nip: Eighteen digits.
        sifat: How the post is held.
        mulai: First day inside the period, as ISO text.
        sidik: Hash of its values.
        nilai: Heading and value of what people compare.
    """

    unit: str
    nip: str
    sifat: str
    mulai: str
    sidik: str
    nilai: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PeriodResult:
    """What one period came to.

    Attributes:
        period: Code of the period; None for files whose period is unreadable.
        units: One line for each unit that sent or should have.
        employees: One line for each assignment, by unit and order of the sheet.
        trails: Steps of each assignment in `employees`, where asked for.
        missing_units: Codes of units that have not sent.
        refused_units: Codes of units that have sent nothing but what is refused.
        unread_units: Codes of units of which a file cannot be read this time; what the last run
            made of them stays.
        outputs: What was put in place.
        accepted: One for each accepted assignment, for the next run to compare with.
        forms: Every printed form with its verification code.
        reissued: Forms whose code is not that of the last run.
        left: Outputs of earlier runs that another program held when they were to be removed.
        folders: Kode Unit and the path of its folder, whose name may differ from the code.
        explained: Refused file, and the path of the workbook that explains it.
    """

    period: str | None
    units: tuple[BarisUnit, ...] = ()
    employees: tuple[BarisPegawai, ...] = ()
    trails: tuple[tuple[Step, ...], ...] = ()
    missing_units: tuple[str, ...] = ()
    refused_units: tuple[str, ...] = ()
    unread_units: tuple[str, ...] = ()
    outputs: tuple[Output, ...] = ()
    accepted: tuple[Diterima, ...] = ()
    forms: tuple[Formulir, ...] = ()
    reissued: tuple[FormulirBerubah, ...] = ()
    left: tuple[str, ...] = ()
    folders: tuple[tuple[str, str], ...] = ()
    explained: tuple[tuple[str, str], ...] = ()

    @property
    def people(self) -> PeopleCounts:
        """Assignments by what became of them; those that count elsewhere are left out."""
        return PeopleCounts.of(line.status for line in self.employees)


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run came to.

    Attributes:
        run: Identifier of the run; appears in manifest, log and console only.
        periods: In order of their first day; files without a period last.
        files: In order of their names.
        issues: In order of file, sheet, row and column; those of no file last.
        settings: Number of units, people and withheld rows in `Pengaturan`, if there is one.
        notices: Sentences about the run itself, such as that it could not be recorded.
        pdf: What printing came to; None where it was not asked for.
    """

    run: str
    periods: tuple[PeriodResult, ...]
    files: tuple[BarisBerkas, ...]
    issues: tuple[Issue, ...]
    settings: Mapping[str, int] | None = field(default=None)
    notices: tuple[str, ...] = ()
    pdf: HasilPdf | None = None

    @property
    def rows(self) -> RowCounts:
        """Rows of all files that were read."""
        return sum((file.rows for file in self.files if file.rows), RowCounts())

    @property
    def held_settings(self) -> int:
        """Rows of the settings that are withheld."""
        return (self.settings or {}).get("baris_ditahan", 0)

    @property
    def held_outputs(self) -> tuple[str, ...]:
        """Old outputs that another program held, so that they could not be replaced or removed."""
        return tuple(
            path
            for period in self.periods
            for path in (*(one.instead_of for one in period.outputs), *period.left)
            if path is not None
        )

    @property
    def has_withheld(self) -> bool:
        """Tell whether anything was withheld or refused; the settings count as well."""
        return self.held_settings > 0 or any(
            file.verdict is FileVerdict.DITOLAK
            or file.people.withheld
            or (file.rows is not None and file.rows.withheld)
            for file in self.files
        )

    @property
    def exit_code(self) -> ExitCode:
        """5 when an output is not in its place, 1 when something was withheld, else 0.

        What was withheld is told on the screen and by the correction workbooks as well; what is
        not there by nothing else.
        """
        if self.held_outputs or (self.pdf is not None and self.pdf.missing):
            return ExitCode.RUANG_KERJA
        return ExitCode.ADA_YANG_DITAHAN if self.has_withheld else ExitCode.SELESAI
