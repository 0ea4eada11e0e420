"""List columns: exact choices, spellings with one meaning, and a proposal for the rest."""

from __future__ import annotations

from enum import Enum

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.row import ColumnSpec
from kinerja_xlsx.spec.uraian import choices_text
from kinerja_xlsx.validate.reading import Reading, faulty, note
from kinerja_xlsx.validate.shown import plain_text, show
from kinerja_xlsx.validate.suggest import ask_word
from kinerja_xlsx.validate.synonyms import choices_by_fold, fold


class ListReader:
    """Reads columns with a list of choices."""

    def __init__(self, choices: type[Enum]) -> None:
        self._choices = choices
        self._exact = {str(member.value): member for member in choices}
        self._folded = choices_by_fold(choices)

    def read_text(self, text: str, raw: str) -> Reading:
        """Take a choice, or a spelling of it that can mean nothing else."""
        member = self._exact.get(text)
        if member is not None:
            return Reading(member)
        member = self._folded.get(fold(text))
        if member is None:
            return self._refuse(raw)
        return Reading(member, (note(IssueCode.SEL_07, show(raw), dibaca=str(member.value)),))

    def read_other(self, value: CellValue) -> Reading:
        """Refuse numbers and dates: no list has any."""
        return self._refuse(plain_text(value))

    def _refuse(self, text: str) -> Reading:
        return faulty(
            IssueCode.SEL_06,
            show(text),
            saran=ask_word(text, self._exact),
            pilihan=choices_text(self._choices),
        )


def list_reader(spec: ColumnSpec) -> ListReader:
    """Make the reader of a list column.

    Raises:
        TypeError: The column has no choices, which is a fault of the specification.
    """
    if spec.choices is None:
        raise TypeError(spec.field)
    return ListReader(spec.choices)
