"""One row: its cells become canonical values, then a strict row model, or issues."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from operator import itemgetter
from typing import Final, NamedTuple

from pydantic import ValidationError

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity, Withholds
from kinerja_xlsx.model.submission import CellFacts, CellValue, RawRow, RawSheet
from kinerja_xlsx.spec.codes import withholds
from kinerja_xlsx.spec.row import Level, SheetRow, column_by_field, columns_of
from kinerja_xlsx.validate.faults import faults_of
from kinerja_xlsx.validate.normalise import AGGREGATED, CellReader, Outcome, Scope
from kinerja_xlsx.validate.normalise_list import several_text
from kinerja_xlsx.validate.normalise_nip import nip_behind
from kinerja_xlsx.validate.reading import Canonical, Note, Reading, faulty, note
from kinerja_xlsx.validate.shown import show
from kinerja_xlsx.validate.synonyms import fold

PERCENT_WORDS: Final = frozenset(
    {"persen", "percent", "persentase", "prosentase", "presentase", "pesentase"}
)
_IN_OWN_UNIT: Final = frozenset({"target", "target_atas", "realisasi"})
_ALWAYS_PERCENT: Final = frozenset({"bobot"})
# Notices after which a row counts as corrected.
_CORRECTIONS: Final = frozenset(
    {
        IssueCode.SEL_04,
        IssueCode.SEL_07,
        IssueCode.SEL_16,
        IssueCode.SEL_18,
        IssueCode.SEL_19,
        IssueCode.SEL_24,
        IssueCode.SEL_25,
        IssueCode.SEL_27,
        IssueCode.SEL_28,
        IssueCode.SEL_29,
        IssueCode.SEL_30,
        IssueCode.SEL_31,
        IssueCode.SEL_33,
    }
)
_BETWEEN_CELLS: Final = "\x1f"


class PlannedColumn(NamedTuple):
    """One read column: its field, where its values stand in a row, and how they are read."""

    field: str
    position: int
    reader: CellReader


@dataclass(slots=True, eq=False)
class RowDraft:
    """One row on its way to a verdict.

    Attributes:
        raw: The row as read.
        data: Canonical values by field, only of cells that have a sound one.
        fingerprint: The row as it counts for the data hash.
        faults: Fields with an error, with the text found there.
        issues: Issues of this row and its cells.
        changed: A notice changed one of its values.
        held: Code of a fault that other rows share, such as a key used twice.
        ignored: Code that says why the row does not count.
        follows: It is not the first row of its RHK, whose cells it may leave blank.
        is_doubtful: Whose row it is, is not certain; rules across rows leave it alone.
        row: The strict row, once it is sound.
        subject: Position of the assignment it belongs to, as far as known.
    """

    raw: RawRow
    data: dict[str, Canonical]
    fingerprint: str
    faults: dict[str, str] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    changed: bool = False
    held: IssueCode | None = None
    ignored: IssueCode | None = None
    follows: bool = False
    is_doubtful: bool = False
    row: SheetRow | None = None
    subject: int | None = None

    @property
    def number(self) -> int:
        """Row number as the spreadsheet program shows it."""
        return self.raw.number

    def has(self, name: str) -> bool:
        """Tell whether a cell holds anything, sound or not."""
        return name in self.data or name in self.faults

    def text(self, name: str) -> str:
        """Give a value as text: the canonical one, else what was found, else nothing."""
        value = self.data.get(name)
        if type(value) is str:
            return value
        if value is None:
            return self.faults.get(name, "")
        if isinstance(value, tuple):
            return several_text(value)
        return str(value.value) if isinstance(value, Enum) else str(value)

    @property
    def reasons(self) -> tuple[IssueCode, ...]:
        """The codes for which the row is withheld, first its own."""
        if not self.issues:
            return () if self.held is None else (self.held,)
        own = [issue.code for issue in self.issues if withholds(issue) is not Withholds.NOTHING]
        return tuple(own if self.held is None else [*own, self.held])


class SheetPlan:
    """How the rows of one sheet are read, and where their cells stand."""

    def __init__(self, sheet: RawSheet, model: type[SheetRow], *, file: str, scope: Scope) -> None:
        self.sheet = sheet
        self.model = model
        self.file = file
        positions = {item.field: index for index, item in enumerate(sheet.columns)}
        self.columns: Mapping[str, int] = {
            item.field: item.column for item in sheet.columns if item.field is not None
        }
        self.planned = tuple(
            PlannedColumn(spec.field, positions[spec.field], CellReader(spec, scope))
            for spec in columns_of(model)
            if spec.field in positions
        )
        # The inner loop of all checking: bound methods spare it three look-ups a cell.
        self._quick = tuple(
            (column.field, column.position, column.reader.recall, column.reader.read)
            for column in self.planned
        )
        self._pick = _picker([column.position for column in self.planned])
        self._by_field = {column.field: column for column in self.planned}
        self._validate = model.__pydantic_validator__.validate_python
        self.aggregated: dict[tuple[str, IssueCode], list[int]] = {}

    def place(self, number: int, name: str | None = None) -> Place:
        """Point at one cell of the sheet, or at a row."""
        if name is None:
            return Place(self.file, self.sheet.name, number)
        heading = column_by_field(self.model, name).heading
        return Place(self.file, self.sheet.name, number, self.columns.get(name), heading)

    def address(self, row: RowDraft, name: str) -> str:
        """Name one cell with its sheet, such as `Pegawai!E7`."""
        return f"{self.sheet.name}!{self.place(row.number, name).cell}"

    def issue(
        self,
        code: IssueCode,
        draft: RowDraft,
        name: str | None = None,
        *,
        value: str | None = None,
        **context: str,
    ) -> Issue:
        """Make an issue about one cell of a row, or about the row."""
        return self.placed(note(code, value, severity=None, **context), draft, name)

    def placed(self, found: Note, draft: RowDraft, name: str | None) -> Issue:
        """Give a note about a row its place and its person."""
        return Issue(
            code=found.code,
            severity=found.severity,
            place=self.place(draft.number, name),
            nip=draft.text("nip") or None,
            nama=draft.text("nama") or None,
            value=found.value,
            context=found.context,
            proposal=found.proposal,
        )

    def read(self, raw: RawRow) -> RowDraft:
        """Read all cells of a row."""
        draft, noted = self._take(raw)
        if noted:
            self._settle(draft, noted)
        return draft

    def skip(self, raw: RawRow, code: IssueCode) -> RowDraft:
        """Take a row that is no data: it counts for the data hash, and nothing else."""
        draft, _ = self._take(raw)
        return RowDraft(raw, {}, draft.fingerprint, ignored=code)

    def _take(self, raw: RawRow) -> tuple[RowDraft, list[tuple[PlannedColumn, Reading]]]:
        """Read the cells of a row, and list those of which there is something to say."""
        facts = raw.facts
        data: dict[str, Canonical] = {}
        marks: list[str] = []
        noted: list[tuple[PlannedColumn, Reading]] = []
        for (name, position, recall, read), value in zip(
            self._quick, self._pick(raw.values), strict=True
        ):
            if facts and position in facts:
                reading, mark = read_odd(self._by_field[name].reader, value, facts[position])
            elif value is None:
                continue
            else:
                reading, mark = recall(value) or read(value)
            canonical, notes, _ = reading
            if canonical is not None:
                data[name] = canonical
            if mark:
                marks.append(mark)
            if notes:
                noted.append((self._by_field[name], reading))
        return RowDraft(raw, data, _BETWEEN_CELLS.join(marks)), noted

    def finish(self, draft: RowDraft) -> None:
        """Make the strict row, or say what keeps the cells from it."""
        try:
            row = self._validate(draft.data)
        except ValidationError as error:
            for name, found in faults_of(error, self.model):
                self._add_fault(draft, name, found)
            return
        if not draft.faults:
            draft.row = row

    def _settle(self, draft: RowDraft, noted: Sequence[tuple[PlannedColumn, Reading]]) -> None:
        """Turn the notes of a row's cells into issues, once its unit of measure is known."""
        settled = [(column, _settle_percent(draft, column, reading)) for column, reading in noted]
        for column, reading in settled:
            if reading.is_faulty:
                draft.faults[column.field] = show(draft.raw.values[column.position])
        for column, reading in settled:
            for found in reading.notes:
                self._add_note(draft, column.field, found)
            if column.field == "nama" and "nip" in draft.data:
                digits = nip_behind(draft.raw.values[column.position])
                if digits not in {"", draft.data["nip"]}:
                    draft.issues.append(self.issue(IssueCode.BRS_22, draft, "nama", value=digits))

    def _add_fault(self, draft: RowDraft, name: str, found: Note) -> None:
        """Add what the model refuses, unless the cell is known to be faulty."""
        spec = column_by_field(self.model, name)
        is_told_above = draft.follows and spec.column.level is Level.RHK
        if name in draft.faults or (is_told_above and found.code is IssueCode.SEL_01):
            return
        draft.faults[name] = found.value or ""
        draft.data.pop(name, None)
        self._add_note(draft, name, found)

    def _add_note(self, draft: RowDraft, name: str, found: Note) -> None:
        if found.severity is not Severity.GALAT and found.code in _CORRECTIONS:
            draft.changed = True
        if found.code in AGGREGATED:
            self.aggregated.setdefault((name, found.code), []).append(draft.number)
            return
        draft.issues.append(self.placed(found, draft, name))


def _picker(
    positions: Sequence[int],
) -> Callable[[Sequence[CellValue]], tuple[CellValue, ...]]:
    """Make a function that takes the planned cells of a row, at the speed of C."""
    if len(positions) > 1:
        return itemgetter(*positions)
    return lambda values: tuple([values[position] for position in positions])


def _settle_percent(draft: RowDraft, column: PlannedColumn, reading: Reading) -> Reading:
    if reading.percent is None or not _measures_percent(draft, column.field):
        return reading
    settled = column.reader.settle_percent(reading, reading.percent)
    if settled.value is not None:
        draft.data[column.field] = settled.value
    return settled


def _measures_percent(draft: RowDraft, name: str) -> bool:
    """Tell whether a percentage can only mean the number before its sign."""
    if name in _ALWAYS_PERCENT:
        return True
    satuan = draft.text("satuan")
    return name in _IN_OWN_UNIT and (satuan == "%" or fold(satuan) in PERCENT_WORDS)


def read_odd(reader: CellReader, value: CellValue, facts: CellFacts) -> Outcome:
    """Read a cell that hides something: an error, a formula, a percentage."""
    name = reader.spec.field
    if facts.error is not None:
        return Outcome(faulty(IssueCode.SEL_22, facts.error), f"{name}!{facts.error}")
    if facts.uncached:
        return Outcome(faulty(IssueCode.SEL_21), f"{name}!")
    outcome = reader.read_percent(value) if facts.percent else reader.read(value)
    if not facts.formula or value is None or value == "":
        return outcome
    reading = outcome.reading
    seen = note(IssueCode.SEL_23, show(value))
    return outcome._replace(reading=reading._replace(notes=(*reading.notes, seen)))
