"""What a real input case is: how it is drawn, and all that must come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from io import BytesIO

from openpyxl import Workbook

from kinerja_xlsx.model.issue import Issue, UnreadableFileError
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.spec.book import PENGATURAN
from kinerja_xlsx.spec.penugasan import Checked, Placed, RejectedFileError, Settings
from kinerja_xlsx.spec.row import SheetRow
from kinerja_xlsx.validate import check_isian, check_pengaturan, count_rows
from tests.drawn import NIPS, DrawnBook, column_of, sound_isian
from tests.flow.kasus_baris import Change, leave
from tests.penulis.buku import take_apart
from tests.penulis.isi import Isi
from tests.penulis.kemas import biasa
from tests.unit.read.raw import read

SATU, DUA, TIGA = NIPS
HK, PG, PJ, PN = "Hasil Kerja", "Pegawai", "Pejabat", "Penilaian"
HD, KG, KP = "Kehadiran", "Kegiatan", "Kepuasan"
Edit = Callable[[Workbook], None]


@dataclass(frozen=True, slots=True)
class Kasus:
    """One variation of a real input case.

    Attributes:
        number: Its number in the list of real input cases, 1 to 28.
        name: What varies, in a few words.
        change: Makes a sound workbook odd.
        issues: All codes and places that must be told, `SEL-12 Pegawai!B5` with `, ` between.
        values: Cells to the values that must be accepted; None for a cell without one.
        held: Who is withheld; for settings, how many rows.
        ignored: How many rows count as no data.
        is_refused: The whole file is refused.
        proposals: Cells to the proposals that must be made, None where none may be.
        edit: Changes it further as an office program would.
        isi: Changes how its cells are stored.
        base: The sound workbook.
    """

    number: int
    name: str
    change: Change = leave
    issues: str = ""
    values: Mapping[str, str | None] = field(default_factory=dict)
    held: tuple[str, ...] = ()
    ignored: int = 0
    is_refused: bool = False
    proposals: Mapping[str, str | None] = field(default_factory=dict)
    edit: Edit | None = None
    isi: Isi | None = None
    base: Callable[[], DrawnBook] = sound_isian

    @property
    def id(self) -> str:
        return f"{self.number:02d}-{self.name.replace(' ', '-')}"

    def draw(self, *stored: Isi) -> bytes:
        """Draw the workbook; further ways to store the same cells may follow."""
        book = self.base()
        self.change(book)
        workbook = book.workbook()
        if self.edit is not None:
            self.edit(workbook)
        buffer = BytesIO()
        workbook.save(buffer)
        ways = [way for way in (self.isi, *stored) if way is not None]
        if not ways:
            return buffer.getvalue()
        buku = take_apart(buffer.getvalue())
        for way in ways:
            way(buku)
        return biasa(buku.parts())

    @property
    def wanted(self) -> Hasil:
        """What must come of it, except for values and proposals."""
        told = sorted(self.issues.split(", ")) if self.issues else []
        return Hasil(tuple(told), self.held, self.ignored, self.is_refused)


@dataclass(frozen=True, slots=True)
class Hasil:
    """What came of a workbook; cells with values and proposals aside."""

    told: tuple[str, ...]
    held: tuple[str, ...]
    ignored: int
    is_refused: bool
    values: Mapping[str, str] = field(default_factory=dict, compare=False)
    proposals: Mapping[str, str] = field(default_factory=dict, compare=False)


def outcome_of(data: bytes, book: DrawnBook) -> Hasil:
    """Read and check a workbook; every row seen must have an end."""
    try:
        submission = read(data, book.spec)
        if book.spec is PENGATURAN:
            return _of_settings(check_pengaturan(submission))
        checked = check_isian(submission, None)
    except UnreadableFileError as error:
        return Hasil((error.code.value,), (), 0, is_refused=True)
    except RejectedFileError as error:
        return Hasil(_told(error.issues), (), 0, is_refused=True)
    seen = sum(len(sheet.rows) for sheet in submission.sheets)
    counts = count_rows(checked, (), ignored=())
    assert counts.seen == seen
    assert seen == counts.accepted + counts.corrected + counts.withheld + counts.ignored
    return _of_isian(checked)


def _of_isian(checked: Checked) -> Hasil:
    held = [s.nip for s in checked.subjects if s.status is PenugasanStatus.DITAHAN]
    ignored = [row for row in checked.rows if row.verdict is RowVerdict.DIABAIKAN]
    return Hasil(
        _told(checked.issues),
        tuple(held),
        len(ignored),
        is_refused=False,
        values=dict(_accepted(checked)),
        proposals=_proposed(checked.issues),
    )


def _accepted(checked: Checked) -> Iterable[tuple[str, str]]:
    rows: list[Placed[SheetRow]] = [*checked.pejabat, *checked.kepuasan]  # type: ignore[list-item] # only read
    for subject in checked.subjects:
        found = subject.penugasan
        if found is not None:
            rows += [found.pegawai, *found.indikator, *found.kegiatan]  # type: ignore[list-item] # only read
            rows += [row for row in (found.penilaian, found.kehadiran) if row is not None]  # type: ignore[misc] # only read
    for row in rows:
        for name in row.columns:
            value = getattr(row.row, name)
            if value is not None:
                yield row.address(name), shown(value)


def _of_settings(settings: Settings) -> Hasil:
    held = (f"{settings.withheld_rows} baris",) if settings.withheld_rows else ()
    values = {
        f"{PG}!{column_letters_of(heading)}{number}": shown(value)
        for number, row in zip(settings.roster_numbers, settings.roster, strict=True)
        for heading, value in (("NIP", row.nip), ("Nama", row.nama), ("Golongan", row.golongan))
        if value is not None
    }
    return Hasil(
        _told(settings.issues), held, 0, is_refused=False, values=values,
        proposals=_proposed(settings.issues),
    )  # fmt: skip


def column_letters_of(heading: str) -> str:
    """Give the column of a heading of `Pegawai` in the settings."""
    model = next(model for model in PENGATURAN.readable if model.sheet == PG)
    return "ABCDEFGHIJKLMNOP"[column_of(model, heading) - 1]


def shown(value: object) -> str:
    return str(value.value) if isinstance(value, Enum) else str(value)


def _told(issues: Iterable[Issue]) -> tuple[str, ...]:
    return tuple(sorted(f"{issue.code.value} {place_of(issue)}".strip() for issue in issues))


def place_of(issue: Issue) -> str:
    place = issue.place
    spot = place.cell or (None if place.row is None else str(place.row))
    return place.sheet or "" if spot is None else f"{place.sheet}!{spot}"


def _proposed(issues: Iterable[Issue]) -> Mapping[str, str]:
    return {place_of(issue): issue.proposal for issue in issues if issue.proposal}
