"""Printing the results as PDF: several workbooks at each start of LibreOffice, none lost silently.

A PDF that cannot be made stops nothing: the workbook is there, and what is missing is told.
"""

from __future__ import annotations

import logging
import shutil
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from kinerja_xlsx.model.pdf import HasilPdf, PdfPer
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import Output
from kinerja_xlsx.model.run_result import PeriodResult, RunResult
from kinerja_xlsx.report.langkah import output_kind
from kinerja_xlsx.run.executor import worker_count
from kinerja_xlsx.run.keluaran import put_output
from kinerja_xlsx.run.libreoffice import Conversion, Office, find_office
from kinerja_xlsx.run.options import Progress
from kinerja_xlsx.run.unit_task import Cetakan
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.write.pdf import is_whole, settle

MAX_BOOKS: Final = 40
MAX_BYTES: Final = 2 * 1024**2
"""Most workbooks and bytes at one start: a start that fails should not cost too much."""
MAX_SEATS: Final = 4
GIVE_UP: Final = 3
"""So many failures of single workbooks in a row, and LibreOffice itself does not work here."""
_PAUSE: Final = 0.05
UNITS_SHOWN: Final = 5
_LOGGER: Final = logging.getLogger("kinerja_xlsx")

_ABSENT: Final = (
    "PDF belum dibuat, karena LibreOffice tidak ditemukan di komputer ini. Buku Hasil tetap "
    "lengkap di folder output dan dapat dicetak dari Excel. Supaya PDF ikut dibuat, pasang "
    "LibreOffice (gratis, dari libreoffice.org), lalu jalankan proses dengan --pdf sekali lagi."
)
_FAILED: Final = (
    "{missing} dari {total} PDF belum jadi ({units}), karena LibreOffice tidak menyelesaikannya. "
    "Buku Hasil tetap lengkap di folder output dan dapat dicetak dari Excel. Untuk mencoba lagi, "
    "jalankan proses dengan --pdf sekali lagi; yang kurang disebut di manifest.json."
)


@dataclass(frozen=True, slots=True)
class Printing:
    """What printing needs of the run.

    Attributes:
        per: What one PDF holds.
        folder: Private folder of the run.
        seats: How many LibreOffice may work at once.
        progress: Told how far printing is.
    """

    per: PdfPer
    folder: Path
    seats: int
    progress: Progress


def seats_for(workers: int | None) -> int:
    """Choose how many LibreOffice work at once; each takes the memory of several workers."""
    return max(1, min(worker_count(workers), MAX_SEATS))


def print_results(
    workspace: Workspace, result: RunResult, printing: Printing, forms: Sequence[Cetakan]
) -> RunResult:
    """Print what the run made, and add it to the outputs.

    Args:
        workspace: The workspace.
        result: The run, its workbooks in place.
        printing: What to print, and where to work.
        forms: One workbook for each person, where one PDF is to hold a person.

    Raises:
        OSError: A PDF cannot be put in place; the old one stays.
    """
    per = printing.per
    wanted = tuple(forms) if per is PdfPer.PEGAWAI else tuple(_unit_books(workspace, result))
    if not wanted:
        return replace(result, pdf=HasilPdf(per, None))
    program = find_office()
    if program is None:
        missing = tuple(sorted(one.target for one in wanted))
        return _told(result, HasilPdf(per, None, missing), _ABSENT)
    office = Office(program, printing.folder)
    made = _Queue(workspace, office, printing).run(wanted)
    missing = tuple(sorted({one.target for one in wanted} - made.keys()))
    result = replace(result, periods=tuple(_with(one, wanted, made) for one in result.periods))
    facts = HasilPdf(per, office.version(), missing)
    return _told(result, facts, _failure(missing, len(wanted)) if missing else None)


def _told(result: RunResult, facts: HasilPdf, notice: str | None) -> RunResult:
    notices = result.notices if notice is None else (*result.notices, notice)
    return replace(result, pdf=facts, notices=notices)


def _failure(missing: Sequence[str], total: int) -> str:
    """Name the units, never the files, whose names may hold a NIP."""
    units = sorted({target.split("/unit/")[-1].split("/")[0] for target in missing})
    more = len(units) - UNITS_SHOWN
    shown = ", ".join(units[:UNITS_SHOWN]) + (f", dan {more} unit lagi" if more > 0 else "")
    return _FAILED.format(missing=len(missing), total=total, units=shown)


def _unit_books(workspace: Workspace, result: RunResult) -> Iterator[Cetakan]:
    """List the unit workbooks of the run that have no PDF yet; an unread unit may keep its own."""
    for period in result.periods:
        there = {output.path for output in period.outputs}
        for output in period.outputs:
            target = f"{(output.instead_of or output.path).removesuffix('.xlsx')}.pdf"
            if period.period and output_kind(output.path) == "hasil" and target not in there:
                yield Cetakan(workspace.root / output.path, target, period.period)


def _with(
    period: PeriodResult, wanted: Sequence[Cetakan], made: dict[str, Output]
) -> PeriodResult:
    own = [
        made[one.target] for one in wanted if one.period == period.period and one.target in made
    ]
    kept = [output for output in period.outputs if output.path not in made]
    return replace(period, outputs=(*kept, *own)) if own else period


@dataclass(slots=True)
class _Queue:
    """Workbooks on their way through LibreOffice."""

    workspace: Workspace
    office: Office
    printing: Printing
    made: dict[str, Output] = field(default_factory=dict)
    batches: deque[tuple[Cetakan, ...]] = field(default_factory=deque)
    working: dict[int, tuple[Conversion, tuple[Cetakan, ...]]] = field(default_factory=dict)
    started: int = 0
    failed: int = 0

    def run(self, wanted: Sequence[Cetakan]) -> dict[str, Output]:
        """Print all; give the output of every path that was made.

        Raises:
            OSError: A PDF cannot be put in place.
        """
        self.batches.extend(_batches(wanted, self.printing.seats))
        self.printing.progress.start("Membuat PDF", len(wanted))
        try:
            while self.batches or self.working:
                self._start()
                over = [seat for seat, (one, _) in self.working.items() if one.is_over()]
                for seat in over:
                    self._take(*self.working.pop(seat))
                if not over:
                    time.sleep(_PAUSE)
        finally:
            for conversion, _ in self.working.values():
                conversion.stop()
        return self.made

    def _start(self) -> None:
        """Give every free seat something to do."""
        free = [seat for seat in range(self.printing.seats) if seat not in self.working]
        for seat, batch in zip(free, tuple(self.batches), strict=False):
            self.batches.popleft()
            self.started += 1
            names = [(_name(number), one.source) for number, one in enumerate(batch)]
            self.working[seat] = (self.office.start(seat, self.started, names), batch)

    def _take(self, conversion: Conversion, batch: tuple[Cetakan, ...]) -> None:
        """Put in place what was made; of a batch, the rest is tried again one by one."""
        lost: list[Cetakan] = []
        for number, one in enumerate(batch):
            data = conversion.made(_name(number))
            if is_whole(data):
                settled = settle(data, Period.parse(one.period).last)
                path = self.workspace.root / one.target
                self.made[one.target] = put_output(self.workspace, path, settled)
                self.printing.progress.advance()
            else:
                lost.append(one)
        shutil.rmtree(conversion.folder, ignore_errors=True)
        self.failed = self.failed + 1 if lost and len(batch) == 1 else 0
        if lost:
            _LOGGER.error("libreoffice %s %d", conversion.process.returncode, len(lost))
        if len(batch) > 1:
            self.batches.extend((one,) for one in lost)
        if self.failed >= GIVE_UP:
            self.batches.clear()


def _name(number: int) -> str:
    return f"{number:04}"


def _batches(wanted: Sequence[Cetakan], seats: int) -> Iterator[tuple[Cetakan, ...]]:
    """Share the workbooks out so that every seat has some, and no start has too many."""
    most = min(MAX_BOOKS, max(1, -(-len(wanted) // seats)))
    batch: list[Cetakan] = []
    size = 0
    for one in wanted:
        bytes_of_one = one.source.stat().st_size
        if batch and (len(batch) >= most or size + bytes_of_one > MAX_BYTES):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(one)
        size += bytes_of_one
    if batch:
        yield tuple(batch)
