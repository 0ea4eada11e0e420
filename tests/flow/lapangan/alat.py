"""Habits of real office workbooks in our Isian: how one is drawn, and what it becomes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import Enum
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from kinerja_xlsx.model.issue import Issue, UnreadableFileError, column_letters
from kinerja_xlsx.model.result import PenugasanStatus, RowCounts
from kinerja_xlsx.read import read_submission
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.katalog import AliasRow
from kinerja_xlsx.spec.penugasan import Checked, Penugasan, Placed, RejectedFileError
from kinerja_xlsx.spec.row import SheetRow
from kinerja_xlsx.validate import check_isian, count_rows
from tests.drawn import FIRST_ROW, NIPS, CellInput, DrawnBook, put, sound_isian
from tests.unit.read.raw import mutate, saved, snapshot_of

OnBook = Callable[[DrawnBook], None]
OnWorkbook = Callable[[Workbook], None]
OnBytes = Callable[[bytes], bytes]
SATU, DUA = NIPS[:2]
BERDUA = (SATU, DUA)


@dataclass(frozen=True, slots=True)
class Jejak:
    """One habit in one variation, and what must become of it.

    Issues with their cells, and counts of rows, stand in `tests/golden/lapangan.toml`.

    Attributes:
        kebiasaan: Which habit, such as `q05-nip-angka`.
        variasi: What is varied, in a few words.
        berkas: Makes the file.
        diterima: The people accepted; None when the file is refused.
        nilai: Address to the value that was accepted there, as text.
        tenang: Nothing at all may be said.
    """

    kebiasaan: str
    variasi: str
    berkas: Callable[[], bytes]
    diterima: tuple[str, ...] | None = BERDUA
    nilai: Mapping[str, str] = field(default_factory=dict)
    tenang: bool = False

    @property
    def id(self) -> str:
        return f"{self.kebiasaan}: {self.variasi}"


@dataclass(frozen=True, slots=True)
class Hasil:
    """What became of a file."""

    masalah: tuple[str, ...]
    diterima: tuple[str, ...] | None
    jumlah: tuple[int, int, int, int] | None
    nilai: Mapping[str, str]
    seen: int | None
    issues: tuple[Issue, ...]


def ditolak(kebiasaan: str, variasi: str, berkas: Callable[[], bytes]) -> Jejak:
    """Expect that the file is refused as a whole."""
    return Jejak(kebiasaan, variasi, berkas, None)


def tenang(kebiasaan: str, variasi: str, berkas: Callable[[], bytes]) -> Jejak:
    """Expect that everybody is accepted and nothing is said."""
    return Jejak(kebiasaan, variasi, berkas, tenang=True)


def isian(
    *changes: OnBook, kerja: OnWorkbook | None = None, paket: OnBytes | None = None
) -> Callable[[], bytes]:
    """Draw a sound Isian, changed in its cells, then as a workbook, then in its bytes."""

    def make() -> bytes:
        book = sound_isian()
        for change in changes:
            change(book)
        workbook = book.workbook()
        if kerja is not None:
            kerja(workbook)
        data = saved(workbook)
        return data if paket is None else paket(data)

    return make


def dalam(sheet: str, change: Callable[[bytes], bytes]) -> OnBytes:
    """Change the XML of one sheet; a change that changes nothing is a fault of the test."""
    return lambda data: bagian(part_of(data, sheet), change)(data)


def bagian(part: str, change: Callable[[bytes], bytes]) -> OnBytes:
    """Change one part of the package, really."""

    def really(xml: bytes) -> bytes:
        changed = change(xml)
        assert changed != xml
        return changed

    return lambda data: mutate(data, part, really)


def part_of(data: bytes, sheet: str) -> str:
    """Name the part of a sheet in a workbook that openpyxl wrote."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        workbook = package.read("xl/workbook.xml").decode()
    names = re.findall(r'<sheet [^>]*?name="([^"]+)"', workbook)
    return f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"


def ganti(old: str, new: str) -> Callable[[bytes], bytes]:
    """Replace a text of the XML."""
    return lambda xml: xml.replace(old.encode(), new.encode())


def semua(*changes: OnWorkbook) -> OnWorkbook:
    """Do several changes to a workbook."""

    def change(book: Workbook) -> None:
        for one in changes:
            one(book)

    return change


def tulis(sheet: str, **cells: CellInput) -> OnWorkbook:
    """Put values into cells by address."""

    def change(book: Workbook) -> None:
        for address, value in cells.items():
            put(book[sheet][address], value)

    return change


def sisip(sheet: str, *rows: tuple[CellInput, ...], at: int = FIRST_ROW) -> OnWorkbook:
    """Insert rows of cells, from column A on, before a row."""

    def change(book: Workbook) -> None:
        tab = book[sheet]
        tab.insert_rows(at, len(rows))
        for number, row in enumerate(rows, at):
            for column, value in enumerate(row, 1):
                put(tab.cell(number, column), value)

    return change


def gabung(sheet: str, *ranges: str) -> OnWorkbook:
    """Merge ranges of a sheet."""

    def change(book: Workbook) -> None:
        for one in ranges:
            book[sheet].merge_cells(one)

    return change


def lembar(
    *names: str, rows: tuple[tuple[CellInput, ...], ...] = (), state: str = "visible"
) -> OnWorkbook:
    """Add sheets of the office's own."""

    def change(book: Workbook) -> None:
        for name in names:
            tab = book.create_sheet(name)
            tab.sheet_state = state
            for row in rows:
                tab.append(row)

    return change


def tersimpan(address: str, value: str, *, text: bool = False) -> Callable[[bytes], bytes]:
    """Store the result of a formula, as a program does that has calculated it."""
    kind = ' t="str"' if text else ""

    def change(xml: bytes) -> bytes:
        pattern = rf'<c r="{address}"([^>]*?)>(<f>.*?</f>)<v ?/?>(?:</v>)?</c>'
        new = rf'<c r="{address}"\1{kind}>\2<v>{value}</v></c>'
        return re.sub(pattern.encode(), new.encode(), xml)

    return change


def periksa(data: bytes, aliases: Sequence[AliasRow] = ()) -> Hasil:
    """Read and check an Isian."""
    try:
        submission = read_submission(snapshot_of(data), ISIAN, aliases)
        checked = check_isian(submission, None)
    except UnreadableFileError as error:
        detail = str(error.context.get("jenis") or error.context.get("sebab") or "")
        return Hasil((f"{error.code.value} {detail}".strip(),), None, None, {}, None, ())
    except RejectedFileError as error:
        named = tuple(sorted(map(spot, error.issues)))
        return Hasil(named, None, None, {}, None, error.issues)
    return Hasil(
        masalah=tuple(sorted(map(spot, checked.issues))),
        diterima=tuple(
            subject.nip
            for subject in checked.subjects
            if subject.status is PenugasanStatus.DINILAI
        ),
        jumlah=_counted(count_rows(checked, (), ignored=())),
        nilai=_accepted(checked),
        seen=sum(len(sheet.rows) for sheet in submission.sheets),
        issues=checked.issues,
    )


def _counted(rows: RowCounts) -> tuple[int, int, int, int]:
    return rows.accepted, rows.corrected, rows.withheld, rows.ignored


def spot(issue: Issue) -> str:
    """Write an issue as the expectations do: `SEL-12 Pegawai!B5`."""
    place = issue.place
    at = place.cell or (None if place.row is None else str(place.row))
    where = "!".join(part for part in (place.sheet, at) if part)
    return f"{issue.code.value} {where}".strip()


def _accepted(checked: Checked) -> Mapping[str, str]:
    """List the values of the people accepted, by their address."""
    found: dict[str, str] = {}
    for subject in checked.subjects:
        if subject.penugasan is not None:
            for row in _rows(subject.penugasan):
                found.update(_values(row))
    return found


def _rows(penugasan: Penugasan) -> list[Placed[SheetRow]]:
    rows: list[object] = []
    for item in fields(penugasan):
        value = getattr(penugasan, item.name)
        # A placed row is a tuple itself; only a bare tuple holds several.
        rows += value if type(value) is tuple else [value]
    return [row for row in rows if isinstance(row, Placed)]


def _values(placed: Placed[SheetRow]) -> Mapping[str, str]:
    return {
        f"{placed.sheet}!{column_letters(column)}{placed.number}": teks(getattr(placed.row, name))
        for name, column in placed.columns.items()
    }


def teks(value: object) -> str:
    """Write a value: a choice as its word, a number plainly, a date as ISO."""
    if isinstance(value, Enum):
        return str(value.value)
    return "" if value is None else str(value)


def shared(name: str) -> Path | None:
    """Find what lies beside the repository and is no part of it; None where it is absent."""
    for parent in Path(__file__).resolve().parents:
        found = parent.parent / "shared" / name
        if found.exists():
            return found
    return None
