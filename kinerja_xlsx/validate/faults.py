"""What the strict row models refuse, said with our codes; keyed on the kind of error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pydantic import ValidationError

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.spec.row import ColumnSpec, SheetModel, column_by_field
from kinerja_xlsx.spec.uraian import range_text
from kinerja_xlsx.validate.reading import Note, note
from kinerja_xlsx.validate.shown import count_text, show


def faults_of(error: ValidationError, model: type[SheetModel]) -> Iterator[tuple[str, Note]]:
    """Translate every refusal of a model, in the order of its fields."""
    for detail in error.errors(include_url=False):
        name = str(detail["loc"][0])
        yield name, _fault(column_by_field(model, name), detail)


def _fault(spec: ColumnSpec, detail: Mapping[str, object]) -> Note:
    example = spec.column.example
    value = detail["input"]
    match detail["type"]:
        case "missing":
            return note(IssueCode.SEL_01, contoh=example)
        case "string_too_long":
            length = count_text(len(str(value)))
            limit = "" if spec.max_length is None else count_text(spec.max_length)
            return note(IssueCode.SEL_09, show(str(value)), jumlah=length, batas=limit)
        case "greater_than" | "greater_than_equal" | "less_than_equal":
            shown = show(format_number(Decimal(str(value))))
            return note(IssueCode.SEL_05, shown, batas=range_text(spec))
        case _:
            return note(IssueCode.SEL_08, show(str(value)), saran="", contoh=example)
