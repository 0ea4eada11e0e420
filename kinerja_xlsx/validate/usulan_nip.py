"""Proposals for a damaged or unknown NIP: the one person of that name whose digits agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.validate.normalise_nip import bare_nip
from kinerja_xlsx.validate.register import Register
from kinerja_xlsx.validate.rows import RowDraft
from kinerja_xlsx.validate.sheet import SheetDraft
from kinerja_xlsx.validate.suggest import NipList

_DAMAGED: Final = frozenset(
    {IssueCode.SEL_11, IssueCode.SEL_12, IssueCode.SEL_13, IssueCode.BRS_06}
)
_NIP: Final = column_by_field(PegawaiRow, "nip").heading


def propose_nip(
    pegawai: SheetDraft, others: Sequence[SheetDraft], register: Register, roster: NipList
) -> None:
    """Add a proposal to each fault of a NIP for which exactly one person fits.

    In `Pegawai` that is a person of the roster who has no sound row there yet; on the other
    sheets anybody of the file or the roster.

    Args:
        pegawai: Sheet `Pegawai`.
        others: The sheets that name people of `Pegawai`.
        register: The assignments of the file.
        roster: People of the agency.
    """
    if not any(_is_damaged(row) for sheet in (pegawai, *others) for row in sheet.rows):
        return
    listed = register.known.nama_by_nip
    absent = NipList({nip: nama for nip, nama in roster.nama_by_nip.items() if nip not in listed})
    _propose_on(pegawai, absent)
    anybody = NipList({**roster.nama_by_nip, **listed})
    for sheet in others:
        _propose_on(sheet, anybody)


def _is_damaged(row: RowDraft) -> bool:
    return bool(row.issues) and any(issue.code in _DAMAGED for issue in row.issues)


def _propose_on(sheet: SheetDraft, known: NipList) -> None:
    for row in sheet.rows:
        if _is_damaged(row):
            row.issues[:] = [_with_proposal(issue, row, known) for issue in row.issues]


def _with_proposal(issue: Issue, row: RowDraft, known: NipList) -> Issue:
    if issue.code not in _DAMAGED or issue.place.heading != _NIP:
        return issue
    found = bare_nip(issue.value or "")
    proposal = known.only_like(found, row.text("nama"))
    return issue if proposal is None or proposal == found else replace(issue, proposal=proposal)
