"""Looking back: what the ledger remembers of runs, of a unit, or of a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from kinerja_xlsx.ledger import (
    DamagedLedgerError,
    LedgerUnavailableError,
    NewerLedgerError,
    Reader,
    open_reader,
)
from kinerja_xlsx.model.period import Period, PeriodError
from kinerja_xlsx.model.riwayat import (
    NilaiTercatat,
    RiwayatPegawai,
    RiwayatUnit,
    RunTercatat,
    UnitTercatat,
)
from kinerja_xlsx.run.catat import ledger_of
from kinerja_xlsx.run.sasaran import UnknownTargetError, nip_asked
from kinerja_xlsx.run.workspace import Workspace, WorkspaceError
from kinerja_xlsx.validate import ask_word, near_nip

AnswerT = TypeVar("AnswerT")
Riwayat = RiwayatUnit | RiwayatPegawai
_DAMAGED: Final = (
    "Catatan riwayat (.kinerja/buku.sqlite) tidak dapat dibaca. Hasil di output tidak "
    "terpengaruh; proses berikutnya menyisihkan catatan itu dan memulai yang baru."
)
_NEWER: Final = (
    "Catatan riwayat (.kinerja/buku.sqlite) dibuat oleh program versi yang lebih baru. Pakailah "
    "versi terbaru untuk melihatnya."
)
_UNAVAILABLE: Final = (
    "Catatan riwayat (.kinerja/buku.sqlite) sedang dipakai atau tidak boleh dibaca. Tunggu "
    "sebentar, lalu ulangi; bila tetap begini, periksa hak foldernya."
)
_NOTHING: Final = "Belum ada proses yang tercatat di ruang kerja ini. Jalankan proses dahulu."
_NO_UNIT: Final = "Unit «{kode}» tidak ada dalam riwayat."
_NO_NIP: Final = "NIP {nip} tidak ada dalam riwayat."
_NO_PERIOD: Final = "Untuk {label} belum ada riwayat {siapa}."


def past_runs(workspace: Workspace, period: Period | None = None) -> tuple[RunTercatat, ...]:
    """List the recorded runs, oldest first; of one period only those that handled it.

    Raises:
        WorkspaceError: The ledger cannot be read.
    """
    if not ledger_of(workspace).exists():
        return ()
    runs = ask_ledger(workspace, lambda reader: reader.runs())
    return tuple(run for run in runs if period is None or period.code in run.periods)


def look_back(workspace: Workspace, sasaran: str, period: Period | None = None) -> Riwayat:
    """Tell what is recorded of a unit, by its code, or of a person, by NIP.

    Raises:
        UnknownTargetError: Nothing is; a similar one is proposed.
        WorkspaceError: The ledger cannot be read.
    """
    if not ledger_of(workspace).exists():
        raise UnknownTargetError(_NOTHING)
    return ask_ledger(workspace, lambda reader: _find(reader, sasaran.strip(), period))


def ask_ledger(workspace: Workspace, question: Callable[[Reader], AnswerT]) -> AnswerT:
    """Ask the ledger one question.

    Raises:
        WorkspaceError: It cannot be read.
    """
    try:
        with open_reader(ledger_of(workspace)) as reader:
            return question(reader)
    except (DamagedLedgerError, PeriodError) as error:
        raise WorkspaceError(_DAMAGED) from error
    except NewerLedgerError as error:
        raise WorkspaceError(_NEWER) from error
    except LedgerUnavailableError as error:
        raise WorkspaceError(_UNAVAILABLE) from error


def _find(reader: Reader, sasaran: str, period: Period | None) -> Riwayat:
    """Take a known unit first: its code may be of digits alone."""
    known = reader.unit_codes()
    kode = next((one for one in known if one.casefold() == sasaran.casefold()), None)
    if kode is not None:
        return _of_unit(reader.unit(kode), kode, period)
    nip = nip_asked(sasaran)
    if nip is None:
        unknown = _NO_UNIT.format(kode=sasaran)
        raise UnknownTargetError(f"{unknown} {ask_word(sasaran, known)}".strip())
    recorded = reader.pegawai(nip)
    if not recorded:
        near = near_nip(nip, reader.nip_known())
        saran = "" if near is None else f"NIP terdekat: {near}."
        raise UnknownTargetError(f"{_NO_NIP.format(nip=nip)} {saran}".strip())
    return _of_person(recorded, nip, period)


def _of_unit(rows: Iterable[UnitTercatat], kode: str, period: Period | None) -> RiwayatUnit:
    wanted = [row for row in rows if period is None or row.period == period.code]
    if not wanted and period is not None:
        siapa = f"unit {kode}"
        raise UnknownTargetError(_NO_PERIOD.format(label=period.label, siapa=siapa))
    return RiwayatUnit(kode, tuple(sorted(wanted, key=lambda row: _order(row.period))))


def _of_person(rows: Iterable[NilaiTercatat], nip: str, period: Period | None) -> RiwayatPegawai:
    by_post: dict[tuple[str, str, str, str, int], list[NilaiTercatat]] = {}
    for row in rows:
        if period is None or row.period == period.code:
            post = (row.period, row.mulai, row.unit, row.sifat, row.ke)
            by_post.setdefault(post, []).append(row)
    if not by_post and period is not None:
        siapa = f"NIP {nip}"
        raise UnknownTargetError(_NO_PERIOD.format(label=period.label, siapa=siapa))
    posts = sorted(by_post, key=lambda post: (_order(post[0]), post[1:]))
    return RiwayatPegawai(nip, tuple(tuple(by_post[post]) for post in posts))


def _order(code: str) -> tuple[int, Period]:
    """Put periods of the same length together: a month is no step after a year."""
    period = Period.parse(code)
    return period.months, period
