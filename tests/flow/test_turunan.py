"""Copies, part files, three rounds and contradictions in one run; and files that change in it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import RowCounts
from kinerja_xlsx.model.run_result import BarisBerkas, RunResult
from kinerja_xlsx.read import Snapshot, read_submission
from kinerja_xlsx.run import phases
from kinerja_xlsx.run.periksa_berkas import CheckTask, FileOutcome, check_file
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import MANIFEST, PENGATURAN, Workspace
from kinerja_xlsx.spec.book import ISIAN
from tests.drawn import FIRST_ROW
from tests.flow.alur import (
    HERE,
    KEPALA,
    PENGELOLA,
    PERAWAT,
    PERIOD,
    heading_columns,
    nip_in,
    outputs_of,
    sent_by_three,
    settle,
)

SHEETS = ("Pegawai", "Hasil Kerja", "Penilaian")
RSU, SEK = 1, 2
Files = Mapping[str, bytes]


# -- what the three units send


def edited(data: bytes, change: Callable[[Workbook], None]) -> bytes:
    book = load_workbook(BytesIO(data))
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def put(nip: str, heading: str, value: object) -> Callable[[Workbook], None]:
    """Put a value under a heading of Hasil Kerja, into the first row of a person."""

    def change(book: Workbook) -> None:
        sheet = book["Hasil Kerja"]
        columns = heading_columns(sheet)
        rows = range(FIRST_ROW, sheet.max_row + 1)
        row = next(row for row in rows if sheet.cell(row, columns["NIP"]).value == nip)
        sheet.cell(row, columns[heading]).value = value  # type: ignore[assignment] # any cell value

    return change


def only(*nips: str) -> Callable[[Workbook], None]:
    """Leave these people and empty the rows of all others."""

    def change(book: Workbook) -> None:
        for name in SHEETS:
            column = heading_columns(book[name])["NIP"]
            rows = list(book[name].iter_rows(min_row=FIRST_ROW))
            for row in (row for row in rows if row[column - 1].value not in nips):
                clear(row[1:])

    return change


def clear(cells: Iterable[Cell | MergedCell]) -> None:
    for cell in cells:
        cell.value = None


def mended(files: Files, change: Callable[[Workbook], None]) -> bytes:
    """Answer the files of a unit, and mend the correction workbook of the newest round."""
    with TemporaryDirectory() as folder:
        office = settle(Path(folder), {PENGATURAN: sent_by_three()[PENGATURAN], **files})
        process(office, HERE)
        newest = max(office.output.rglob("Perbaikan_PKM_*.xlsx"), key=lambda path: path.name)
        return edited(newest.read_bytes(), change)


@cache
def kept() -> Files:
    """Give each submission a key of its own; several keys may hold the same bytes."""
    sent = sent_by_three()
    first = edited(sent["PKM.xlsx"], put(PERAWAT, "Realisasi", "dua belas"))
    first = edited(first, put(PENGELOLA, "Realisasi", "tujuh"))
    second = mended({"a.xlsx": first}, put(PERAWAT, "Realisasi", 1_250))
    third = mended({"a.xlsx": first, "b.xlsx": second}, put(PENGELOLA, "Realisasi", 6.5))
    part = edited(sent["RSU.xlsx"], only(nip_in(RSU, KEPALA)))
    return {
        "ronde 0": first,
        "ronde 1": second,
        "ronde 1 salinan": second,
        "ronde 2": third,
        "bagian satu": part,
        "bagian satu salinan": part,
        "bagian satu salinan lagi": part,
        "bagian dua": edited(sent["RSU.xlsx"], only(nip_in(RSU, PERAWAT), nip_in(RSU, PENGELOLA))),
        "utuh": sent["SEK.xlsx"],
        "bertentangan": edited(sent["SEK.xlsx"], put(nip_in(SEK, PERAWAT), "Realisasi", 1_249)),
    }


NAMINGS: Mapping[str, Callable[[int], str]] = {
    "urut": lambda number: f"{number:02d}.xlsx",
    "terbalik": lambda number: f"{99 - number:02d}.xlsx",
    "tersebar": lambda number: f"{'kiriman/' * (number % 3)}{number * 7 % 10:02d}.xlsx",
}


@cache
def answered(naming: str) -> tuple[RunResult, Mapping[str, bytes], Mapping[str, str]]:
    """Run over all of it; give the result, the files by name, and the key of each name."""
    names = {NAMINGS[naming](number): key for number, key in enumerate(kept())}
    files = {name: kept()[key] for name, key in names.items()}
    with TemporaryDirectory() as folder:
        office = settle(Path(folder), {PENGATURAN: sent_by_three()[PENGATURAN], **files})
        return process(office, HERE), files, names


def people_of(result: RunResult) -> dict[tuple[str, str, str], int]:
    """Count the lines of people by NIP, status and predikat."""
    return Counter(
        (line.nip, line.status.value, str(line.predikat)) for line in result.periods[0].employees
    )


def by_unit(files: Iterable[BarisBerkas]) -> dict[str | None, tuple[RowCounts, dict[str, int]]]:
    """Add up the rows and the verdicts of each unit, whichever of equal files they stand in."""
    lines = list(files)
    return {
        unit: (
            sum((line.rows for line in lines if line.unit == unit and line.rows), RowCounts()),
            Counter(line.verdict.value for line in lines if line.unit == unit),
        )
        for unit in {line.unit for line in lines}
    }


@pytest.mark.parametrize("naming", NAMINGS)
def test_each_person_counts_once_and_the_contradiction_is_withheld(naming: str) -> None:
    result, _, _ = answered(naming)

    lines = [line for line in result.periods[0].employees if line.status.value != "diabaikan"]
    assert sorted(line.nip for line in lines) == sorted(
        nip_in(unit, nip) for unit in range(3) for nip in (KEPALA, PERAWAT, PENGELOLA)
    )
    assert [line.nip for line in lines if line.status.value == "ditahan"] == [nip_in(SEK, PERAWAT)]
    withheld = {issue.nip for issue in result.issues if issue.code is IssueCode.LBK_04}
    assert withheld == {nip_in(SEK, PERAWAT)}
    assert result.periods[0].people.evaluated == 8


@pytest.mark.parametrize("naming", NAMINGS)
def test_every_row_that_was_read_is_counted_and_none_twice(naming: str) -> None:
    result, files, names = answered(naming)

    lines = {names[line.file]: line for line in result.files}
    for line in result.files:
        assert line.rows is not None, line.file
        assert line.rows.seen == rows_in(files[line.file]), names[line.file]
    accepted = sum(
        line.rows.accepted + line.rows.corrected for line in lines.values() if line.rows
    )
    # Of each unit three in Pegawai, six of work and three ratings; one person is withheld, of
    # whom there are five rows in each of two files.
    assert accepted == 3 * 12 - 5
    assert result.rows.withheld == 2 * 5
    for key in ("ronde 0", "ronde 1", "ronde 1 salinan"):
        assert lines[key].verdict.value == "dilewati", key
    assert lines["ronde 2"].verdict.value == "diterima"
    copies = [line.verdict.value for key, line in lines.items() if "bagian satu" in key]
    assert sorted(copies) == ["dilewati", "dilewati", "diterima"]


def rows_in(data: bytes) -> int:
    """Count the rows of a file by reading it alone."""
    snapshot = Snapshot("a.xlsx", data, hashlib.sha256(data).hexdigest(), len(data))
    return sum(len(sheet.rows) for sheet in read_submission(snapshot, ISIAN).sheets)


@pytest.mark.parametrize("naming", [naming for naming in NAMINGS if naming != "urut"])
def test_names_of_files_and_their_order_change_nothing(naming: str) -> None:
    one, other = answered("urut")[0], answered(naming)[0]

    assert people_of(one) == people_of(other)
    assert by_unit(one.files) == by_unit(other.files)
    assert Counter(issue.code for issue in one.issues) == Counter(
        issue.code for issue in other.issues
    )


# -- files that change while the run goes on


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return settle(tmp_path, sent_by_three())


@cache
def other_pkm() -> bytes:
    return edited(sent_by_three()["PKM.xlsx"], put(KEPALA, "Realisasi", 20))


def recorded(office: Workspace) -> str:
    """Give the hash that the manifest has of the file that changes."""
    manifest = json.loads((office.output / PERIOD.code / MANIFEST).read_bytes())
    (line,) = (file for file in manifest["files"] if file["file"] == "PKM.xlsx")
    return str(line["sha256"])


def of_pkm(office: Workspace) -> dict[str, bytes]:
    return {name: data for name, data in outputs_of(office).items() if "/unit/PKM/" in name}


def test_file_replaced_before_it_is_read_counts_as_it_then_is(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace_first(task: CheckTask) -> FileOutcome:
        if task.name == "PKM.xlsx":
            task.path.write_bytes(other_pkm())
        return check_file(task)

    monkeypatch.setattr("kinerja_xlsx.run.phases.check_file", replace_first)
    process(office, HERE)

    monkeypatch.undo()
    plain = settle(tmp_path / "b", {**sent_by_three(), "PKM.xlsx": other_pkm()})
    process(plain, HERE)
    assert recorded(office) == hashlib.sha256(other_pkm()).hexdigest()
    assert of_pkm(office) == of_pkm(plain)


def test_file_replaced_after_it_was_read_counts_as_it_was(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = phases.build_units

    def replace_first(*args: object) -> object:
        (office.input / "PKM.xlsx").write_bytes(other_pkm())
        return real(*args)  # type: ignore[arg-type] # handed through

    monkeypatch.setattr("kinerja_xlsx.run.process.build_units", replace_first)
    process(office, HERE)

    monkeypatch.undo()
    plain = settle(tmp_path / "b", sent_by_three())
    process(plain, HERE)
    assert (office.input / "PKM.xlsx").read_bytes() == other_pkm()
    assert recorded(office) == hashlib.sha256(sent_by_three()["PKM.xlsx"]).hexdigest()
    assert of_pkm(office) == of_pkm(plain)


def test_file_that_grows_while_it_is_read_waits_for_the_next_run(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.read_bytes

    def read_while_copied(path: Path) -> bytes:
        data = real(path)
        if path == office.input / "PKM.xlsx":
            with path.open("ab") as copy:
                copy.write(b"lagi")
        return data

    monkeypatch.setattr(Path, "read_bytes", read_while_copied)

    result = process(office, HERE)

    (line,) = (line for line in result.files if line.file == "PKM.xlsx")
    assert (line.sha256, line.verdict.value) == (None, "ditolak")
    assert [issue.code for issue in result.issues if issue.place.file == "PKM.xlsx"] == [
        IssueCode.BRK_16
    ]
    assert of_pkm(office) == {}
    assert not (office.output / "tanpa-periode" / "ditolak").exists()
