"""A form sheet: labels with one value each, read like the cells of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from pydantic import ValidationError

from kinerja_xlsx.model.issue import Issue, Place, Severity
from kinerja_xlsx.model.submission import RawLabel, Submission
from kinerja_xlsx.spec.row import ColumnSpec, SheetForm, columns_of
from kinerja_xlsx.validate.faults import faults_of
from kinerja_xlsx.validate.normalise import AGGREGATED, CellReader, Scope
from kinerja_xlsx.validate.reading import Canonical, Note
from kinerja_xlsx.validate.rows import read_odd
from kinerja_xlsx.validate.shown import show

FormT = TypeVar("FormT", bound=SheetForm)


class FormDraft(Generic[FormT]):
    """The values of a form on their way to a strict form.

    Attributes:
        data: Canonical values by field, only sound ones.
        faults: Fields with an error, with the text found there.
        notes: (field, note) in the order of the form.
        fingerprint: The form as it counts for the data hash.
    """

    def __init__(self, submission: Submission, model: type[FormT], scope: Scope) -> None:
        self._file = submission.file
        self._model = model
        self._labels: Mapping[str, RawLabel] = {label.field: label for label in submission.labels}
        self.data: dict[str, Canonical] = {}
        self.faults: dict[str, str] = {}
        self.notes: list[tuple[str, Note]] = []
        marks = [self._read(spec, scope) for spec in columns_of(model)]
        self.fingerprint = "\x1f".join(mark for mark in marks if mark)

    def place(self, name: str) -> Place:
        """Point at the value of a label; only at the sheet when the label is missing."""
        spec = next(spec for spec in columns_of(self._model) if spec.field == name)
        label = self._labels.get(name)
        if label is None:
            return Place(self._file, self._model.sheet, heading=spec.heading)
        return Place(self._file, label.sheet, label.row, label.column, spec.heading)

    def found(self, name: str) -> str:
        """Give the text of a value as typed; empty when blank."""
        label = self._labels.get(name)
        return "" if label is None else show(label.value).strip()

    def issue(self, name: str, found: Note, severity: Severity | None = None) -> Issue:
        """Give a note about a label its place."""
        counted = (("jumlah", "1"),) if found.code in AGGREGATED else ()
        return Issue(
            found.code,
            severity or found.severity,
            self.place(name),
            value=found.value,
            context=(*found.context, *counted),
            proposal=found.proposal,
        )

    def soft_issues(self) -> Iterator[Issue]:
        """Give the notes as issues, errors as warnings: a form that is taken has no worse."""
        for name, found in self.notes:
            severity = found.severity
            softened = Severity.PERINGATAN if severity is Severity.GALAT else severity
            yield self.issue(name, found, softened)

    def finish(self) -> FormT | None:
        """Make the strict form, without the values it refuses; None when a needed one lacks."""
        try:
            return self._model.model_validate(self.data)
        except ValidationError as error:
            for name, found in faults_of(error, self._model):
                self.data.pop(name, None)
                if name not in self.faults:
                    self.faults[name] = found.value or ""
                    self.notes.append((name, found))
        try:
            return self._model.model_validate(self.data)
        except ValidationError:
            return None

    def _read(self, spec: ColumnSpec, scope: Scope) -> str:
        label = self._labels.get(spec.field)
        if label is None or (label.value is None and label.facts is None):
            return ""
        reader = CellReader(spec, scope)
        outcome = (
            reader.read(label.value)
            if label.facts is None
            else read_odd(reader, label.value, label.facts)
        )
        reading = outcome.reading
        self.notes += [(spec.field, found) for found in reading.notes]
        if reading.value is not None:
            self.data[spec.field] = reading.value
        if reading.is_faulty:
            self.faults[spec.field] = show(label.value)
        return outcome.fingerprint
