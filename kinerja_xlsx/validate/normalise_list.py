"""List columns: exact choices, spellings with one meaning, and a proposal for the rest."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.law import StatusAsn
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.row import ColumnSpec, Kind
from kinerja_xlsx.spec.uraian import choices_text
from kinerja_xlsx.validate.mirip import latin_look
from kinerja_xlsx.validate.reading import Reading, faulty, note, proposed
from kinerja_xlsx.validate.shown import plain_text, show
from kinerja_xlsx.validate.suggest import ask_word, only_near_word
from kinerja_xlsx.validate.synonyms import choices_by_fold, fold, without_intake

_BETWEEN: Final = re.compile(r"[,;\n]+|\bdan\b", re.IGNORECASE)
JOINED: Final = ", "
"""How several choices stand in one cell."""


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
        member = self._folded.get(fold(text)) or self._without_intake(text)
        if member is None:
            return self._read_look(text, raw)
        return Reading(member, (note(IssueCode.SEL_07, show(raw), dibaca=str(member.value)),))

    def read_other(self, value: CellValue) -> Reading:
        """Refuse numbers and dates: no list has any."""
        return self._refuse(plain_text(value))

    def _without_intake(self, text: str) -> Enum | None:
        """Take `PPPK TAHUN 2023` for a PPPK: the year says when, not what."""
        if self._choices is not StatusAsn:
            return None
        return self._folded.get(fold(without_intake(text)))

    def _read_look(self, text: str, raw: str) -> Reading:
        """Take a choice written with letters of another alphabet that look the same."""
        look = latin_look(text)
        member = None if look == text.casefold() else self._folded.get(fold(look))
        if member is None:
            return self._refuse(raw)
        read = str(member.value)
        seen = note(IssueCode.SEL_30, show(raw), severity=Severity.CATATAN, dibaca=read)
        return Reading(member, (seen,))

    def _refuse(self, text: str) -> Reading:
        reading = faulty(
            IssueCode.SEL_06,
            show(text),
            saran=ask_word(text, self._exact),
            pilihan=choices_text(self._choices),
        )
        return proposed(reading, only_near_word(text, self._exact))


class SeveralReader:
    """Reads columns whose cells hold one choice or several, such as `Kehadiran, Kegiatan`."""

    def __init__(self, choices: type[Enum]) -> None:
        self._one = ListReader(choices)
        self._rank = {member: rank for rank, member in enumerate(choices)}

    def read_text(self, text: str, raw: str) -> Reading:
        """Take every name, each once, in the order of the list; the first unknown one is told."""
        parts = [part.strip() for part in _BETWEEN.split(text)]
        members: set[Enum] = set()
        for part in filter(None, parts):
            reading = self._one.read_text(part, part)
            if not isinstance(reading.value, Enum):
                return _without_proposal(reading) if len(parts) > 1 else reading
            members.add(reading.value)
        chosen = tuple(sorted(members, key=self._rank.__getitem__))
        read = several_text(chosen)
        if read == text:
            return Reading(chosen)
        return Reading(chosen, (note(IssueCode.SEL_07, show(raw), dibaca=read),))

    def read_other(self, value: CellValue) -> Reading:
        """Refuse numbers and dates: no list has any."""
        return self._one.read_other(value)


def _without_proposal(reading: Reading) -> Reading:
    """Keep the message only: a proposal stands for a whole cell, and this is a part of one."""
    return reading._replace(notes=tuple(seen._replace(proposal=None) for seen in reading.notes))


def several_text(members: tuple[Enum, ...]) -> str:
    """Write several choices as one cell shows them."""
    return JOINED.join(str(member.value) for member in members)


def list_reader(spec: ColumnSpec) -> ListReader | SeveralReader:
    """Make the reader of a list column.

    Raises:
        TypeError: The column has no choices, which is a fault of the specification.
    """
    if spec.choices is None:
        raise TypeError(spec.field)
    if spec.kind is Kind.DAFTAR_BANYAK:
        return SeveralReader(spec.choices)
    return ListReader(spec.choices)
