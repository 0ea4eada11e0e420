"""The hidden mark is read without the rest of the workbook."""

from __future__ import annotations

import hashlib
import io

import pytest
from openpyxl import Workbook

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.read import Snapshot, read_mark


def snapshot(data: bytes) -> Snapshot:
    return Snapshot("a.xlsx", data, hashlib.sha256(data).hexdigest(), len(data))


def saved(pairs: dict[str, object] | None) -> bytes:
    book, buffer = Workbook(), io.BytesIO()
    if pairs is not None:
        sheet = book.create_sheet("_meta")
        for row in pairs.items():
            sheet.append(row)
    book.save(buffer)
    return buffer.getvalue()


def test_mark_is_read_as_text() -> None:
    mark = read_mark(snapshot(saved({"templat": "skp", "periode": 2026, "siklus": "Bulanan"})))

    assert mark == {"templat": "skp", "periode": "2026", "siklus": "Bulanan"}


def test_workbook_without_a_mark_has_none() -> None:
    assert read_mark(snapshot(saved(None))) is None


def test_bytes_that_are_no_workbook_are_refused() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_mark(snapshot(b"%PDF-1.7"))

    assert caught.value.code is IssueCode.BRK_01
