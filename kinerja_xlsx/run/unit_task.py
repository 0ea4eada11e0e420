"""What goes to the worker of one unit and what comes back; small, since it crosses processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kinerja_xlsx.model.buku import BukuTambahan
from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import BarisPegawai, BarisUnit, UsulPerubahan
from kinerja_xlsx.model.result import Output, PeopleCounts, RowCounts
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.model.verifikasi import Formulir
from kinerja_xlsx.write.hasil import Orang


@dataclass(frozen=True, slots=True)
class UnitFile:
    """One file of a unit, with what the driver decided about it.

    Attributes:
        name: Path below `input/`.
        spill: Where the checked file is kept.
        withheld: Index of a subject to the codes that withhold it besides its own.
        ignored: Indexes of subjects that count in another file.
        issues: What the driver found about this file.
        repeated: Indexes of withheld subjects that another file counts already.
    """

    name: str
    spill: Path
    withheld: Mapping[int, tuple[IssueCode, ...]]
    ignored: frozenset[int]
    issues: tuple[Issue, ...]
    repeated: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class TakenFile:
    """One file of a unit, of another period than the one at work: its SKP, or an Isian.

    Attributes:
        spill: Where the checked file is kept.
        taken: Indexes of its subjects that count.
    """

    spill: Path
    taken: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cetakan:
    """One PDF to be made.

    Attributes:
        source: The workbook to print.
        target: Path of the PDF below the workspace.
        period: Code of the period.
    """

    source: Path
    target: str
    period: str


@dataclass(frozen=True, slots=True)
class UnitTask:
    """One unit of one period.

    Attributes:
        root: Folder of the workspace; None when nothing is to be written.
        settings: Where the settings are kept; None without `Pengaturan.xlsx`.
        unit: Kode Unit.
        folder: What its folder and files are called; no other unit has it.
        period: The period.
        files: Its files that count, in order of name.
        people: NIP or code to person, for raters who stand in other files.
        wants_trail: Whether the trails are to come back.
        plans: The unit's SKP of that year, where it has sent one.
        earlier: Code of a period to the Isian of it that the unit's scores look at.
        tren: Code of a period to the unit's own Isian of it, for how it fared over the periods.
        is_skp: The files are SKP; nothing is scored.
        sent_elsewhere: NIP in the files of units above and below, who send for the same people.
        buku: Which workbooks of its forms are wanted beside that of the unit.
        prints: Private folder for one workbook of each person, to be printed; None for none.
    """

    root: Path | None
    settings: Path | None
    unit: str
    folder: str
    period: Period
    files: tuple[UnitFile, ...]
    people: Mapping[str, Orang]
    wants_trail: bool
    plans: tuple[TakenFile, ...] = ()
    earlier: Mapping[str, tuple[TakenFile, ...]] = field(default_factory=dict)
    tren: Mapping[str, tuple[TakenFile, ...]] = field(default_factory=dict)
    is_skp: bool = False
    sent_elsewhere: frozenset[str] = frozenset()
    buku: BukuTambahan = field(default_factory=BukuTambahan)
    prints: Path | None = None

    @property
    def label(self) -> str:
        """What the task is called in a failure."""
        return f"{'SKP ' if self.is_skp else ''}{self.unit} {self.period}"


@dataclass(frozen=True, slots=True)
class UnitOutcome:
    """What one unit came to.

    Attributes:
        baris: Its line in the recap; None for plans.
        employees: One line for each assignment, by file and order of the sheet.
        trails: Steps of each assignment in `employees`, where asked for.
        rows: File name to row counts.
        people: File name to its assignments by what became of them.
        issues: What scoring found.
        changes: Where the submission differs from the roster.
        outputs: What was put in place.
        forms: Its printed forms with their codes.
        prints: One for each person, where asked for.
    """

    baris: BarisUnit | None
    employees: tuple[BarisPegawai, ...]
    trails: tuple[tuple[Step, ...], ...]
    rows: Mapping[str, RowCounts]
    people: Mapping[str, PeopleCounts]
    issues: tuple[Issue, ...]
    changes: tuple[UsulPerubahan, ...]
    outputs: tuple[Output, ...]
    forms: tuple[Formulir, ...] = ()
    prints: tuple[Cetakan, ...] = ()
