"""Rows that number columns or divide a table."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.validate.baris_judul import is_numbering, is_subheading


@pytest.mark.parametrize(
    "cells",
    [
        (1, 2.0, "3", "(4)", "5 = 3 + 4"), ("1", "2", "14 = 8-9-10", "15=(8 x 40%) + 9,5"),
        (1, "2a", "2b", 3), ("a", "b", "d"),
    ],
)  # fmt: skip
def test_a_row_that_numbers_the_columns_is_known(cells: tuple[CellValue, ...]) -> None:
    assert is_numbering(cells)


@pytest.mark.parametrize(
    "cells",
    [(1, 2), (1, 3, 2), (1, 2, 61), (1, 2.5, 3), ("2b", "2a", 3), (1, 2, "tiga"), ("a", "c", "b")],
)
def test_a_row_that_does_not_grow_numbers_nothing(cells: tuple[CellValue, ...]) -> None:
    assert not is_numbering(cells)


@pytest.mark.parametrize(
    "cells",
    [("BIDANG PELAYANAN",), ("A", "BIDANG"), ("II.", "SEKRETARIAT"), ("a.1.1", "Urusan"),
     ("B.", "Urusan")],
)  # fmt: skip
def test_a_line_that_divides_the_table_is_known(cells: tuple[CellValue, ...]) -> None:
    assert is_subheading(cells)


@pytest.mark.parametrize(
    "cells", [("-",), (12,), (1, "Contoh Nama"), ("Contoh", "Perawat"), ("A", "B", "C"), ("A", 3)]
)
def test_other_rows_divide_nothing(cells: tuple[CellValue, ...]) -> None:
    assert not is_subheading(cells)
