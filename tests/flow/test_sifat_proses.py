"""Laws of a whole run: workers, names of files and the length of periods change no result.

The same files make the same bytes, whatever the number of workers. Renamed files cannot: each form
prints the file it comes from, and the recap lists files by name. All else in every cell is equal.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import make_workspace
from tests.drawn import Row, sound_isian
from tests.flow.alur import HERE, outputs_of, sent_by_three, settle

REVERSED = {"PKM.xlsx": "kiriman/z.xlsx", "RSU.xlsx": "m.xlsx", "SEK.xlsx": "a/a.xlsx"}
"""New names, so that the units' files come in the opposite order."""


def run_over(root: Path, *, workers: int = 0, names: dict[str, str] | None = None) -> RunResult:
    sent = {(names or {}).get(name, name): data for name, data in sent_by_three().items()}
    return process(settle(root, sent), RunOptions(workers=workers, wants_trail=True))


def outputs_in(root: Path) -> dict[str, bytes]:
    return outputs_of(make_workspace(root))


def cells_of(data: bytes) -> dict[str, list[list[Any]]]:
    book = load_workbook(BytesIO(data))
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book
    }


def test_one_worker_and_two_make_the_same_bytes(tmp_path: Path) -> None:
    for workers in (1, 2):
        run_over(tmp_path / str(workers), workers=workers)

    one, two = outputs_in(tmp_path / "1"), outputs_in(tmp_path / "2")
    assert len(one) >= 4
    assert one == two


def test_renamed_files_give_the_same_scores(tmp_path: Path) -> None:
    before = run_over(tmp_path / "asli")
    after = run_over(tmp_path / "lain", names=REVERSED)

    one, other = before.periods[0], after.periods[0]
    assert one.units == other.units
    assert sorted(one.employees, key=_whose) == sorted(other.employees, key=_whose)
    assert sorted(map(repr, one.trails)) == sorted(map(repr, other.trails))


def test_workbooks_of_renamed_files_differ_in_those_names_alone(tmp_path: Path) -> None:
    run_over(tmp_path / "asli")
    run_over(tmp_path / "lain", names=REVERSED)

    one, other = outputs_in(tmp_path / "asli"), outputs_in(tmp_path / "lain")
    books = [name for name in one if name.endswith(".xlsx")]
    assert one.keys() == other.keys()
    assert len(books) > len(REVERSED)
    for name in books:
        before, after = cells_of(one[name]), cells_of(other[name])
        assert before.keys() == after.keys()
        for sheet in before:
            assert _lines(before[sheet]) == _lines(after[sheet]), (name, sheet)


def _whose(line: BarisPegawai) -> tuple[str, str, str]:
    return line.unit, line.nip, line.sifat


def _lines(rows: list[list[Any]]) -> list[str]:
    """Write rows without their order, under the first names of the files."""
    texts = ["|".join("" if cell is None else str(cell) for cell in row) for row in rows]
    for old, new in REVERSED.items():
        texts = [text.replace(new, old) for text in texts]
    # A formula names the row it stands in.
    return sorted(re.sub(r"(?<=[A-Z])[0-9]+(?=[:)])", "#", text) for text in texts)


# -- months against the quarter that they are

QUARTER = "2026-TW1"
MONTHS = {"2026-01": 1, "2026-02": 2, "2026-03": 4}
"""Each month with what makes its figures differ from those of the others."""


def figures(agregasi: str, weight: int) -> Row:
    """Draw what one month says of an indicator."""
    if agregasi == "Rasio":
        return {"Target": 80, "Pembilang": 3 * weight, "Penyebut": 4 * weight + 1}
    return {"Target": 10 * weight, "Realisasi": 9 * weight}


def quarter_of(agregasi: str) -> Row:
    """Draw the same data as one quarter, by hand."""
    weights = list(MONTHS.values())
    whole = sum(weights)
    match agregasi:
        case "Jumlah":
            return {"Target": 10 * whole, "Realisasi": 9 * whole}
        case "Rata-rata":
            # Seven thirds are no cell's figure; the rule is the same for three equal months.
            return {"Target": 10, "Realisasi": 9}
        case "Terakhir":
            return {"Target": 10 * weights[-1], "Realisasi": 9 * weights[-1]}
    return {
        "Target": 80,
        "Pembilang": sum(3 * weight for weight in weights),
        "Penyebut": sum(4 * weight + 1 for weight in weights),
    }


@cache
def isian(period: str, agregasi: str, rows: tuple[tuple[str, float], ...]) -> bytes:
    """Draw an Isian of one person, whose only indicator holds these figures."""
    book = sound_isian(1, period=period)
    blank = {"Target Atas": None, "Realisasi": None, "Pembilang": None, "Penyebut": None}
    first = next(row for row in book.sheets["Hasil Kerja"] if row["No Indikator"] == "1.1")
    book.sheets["Hasil Kerja"] = [
        {**first, "Arah": "Naik", "Agregasi": agregasi, "Bobot": None, "Bukti Dukung": "Register"}
        | blank
        | dict(rows)
    ]
    buffer = BytesIO()
    book.workbook().save(buffer)
    return buffer.getvalue()


def drawn(period: str, agregasi: str, row: Row) -> bytes:
    cells = tuple((heading, float(str(value))) for heading, value in row.items())
    return isian(period, agregasi, cells)


@pytest.mark.parametrize("agregasi", ["Jumlah", "Rata-rata", "Terakhir", "Rasio"])
def test_months_come_to_what_the_same_data_as_a_quarter_come_to(
    tmp_path: Path, agregasi: str
) -> None:
    weights = dict.fromkeys(MONTHS, 1) if agregasi == "Rata-rata" else MONTHS
    by_month = {
        f"{code}.xlsx": drawn(code, agregasi, figures(agregasi, weight))
        for code, weight in weights.items()
    }
    by_month["tw1.xlsx"] = drawn(QUARTER, agregasi, {"Target": 1})
    by_quarter = {"tw1.xlsx": drawn(QUARTER, agregasi, quarter_of(agregasi))}

    rolled, typed = (
        line_of(process(settle(tmp_path / name, files), HERE))
        for name, files in (("bulan", by_month), ("triwulan", by_quarter))
    )

    assert typed.capaian is not None
    assert replace(rolled, lalu=None) == replace(typed, lalu=None)


def line_of(result: RunResult) -> BarisPegawai:
    (found,) = [one for one in result.periods if one.period == QUARTER]
    (line,) = found.employees
    return line
