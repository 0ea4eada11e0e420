"""People whom the roster knows in another unit: moved within the period, or listed elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.spec.pengaturan import RosterRow, UnitRow
from kinerja_xlsx.validate.menunggu import faulty_cells, waiting_issue
from kinerja_xlsx.validate.register import PenugasanDraft, Register, sifat_of
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.shown import show_date

_RULE: Final = "perpindahan unit menurut daftar induk BKPSDM"


def check_mutasi(
    plan: SheetPlan,
    register: Register,
    posts: Mapping[str, Sequence[RosterRow]],
    *,
    unit: str,
    units: Mapping[str, UnitRow],
) -> None:
    """Withhold whose days reach past the move that the roster dates; else only ask.

    Definitive posts alone are compared: a Plt serves in another unit by nature. Units above and
    below each other send for the same people.

    Args:
        plan: Sheet `Pegawai`.
        register: The assignments of the file.
        posts: Definitive posts of the roster, by NIP.
        unit: Kode Unit of the file.
        units: All units, by Kode.
    """
    for draft in register.drafts:
        row = draft.pegawai
        if row is None or "nip" not in row.data or draft.is_tidak_dinilai:
            continue
        found = posts.get(draft.nip, ())
        cells = faulty_cells(plan, row, ("sifat", "mulai", "selesai"))
        if cells and not all(are_related(post.kode_unit, unit, units) for post in found):
            row.issues.append(waiting_issue([_RULE], cells))
        elif sifat_of(row) is Sifat.DEFINITIF:
            row.issues += _compare(plan, (draft, row), found, unit=unit, units=units)


def _compare(
    plan: SheetPlan,
    named: tuple[PenugasanDraft, RowDraft],
    posts: Sequence[RosterRow],
    *,
    unit: str,
    units: Mapping[str, UnitRow],
) -> Iterator[Issue]:
    draft, row = named
    if draft.mulai is None or draft.selesai is None:
        return
    home = [post for post in posts if are_related(post.kode_unit, unit, units)]
    away = [post for post in posts if post not in home and _lasts_until(post, draft.mulai)]
    if not away:
        return
    moves = [post for post in away if post.mulai and draft.mulai < post.mulai <= draft.selesai]
    move = min(moves, key=lambda post: post.mulai or date.max, default=None)
    if move is not None and move.mulai is not None:
        if not any(_lasts_until(post, move.mulai) for post in home):
            name = _name_of(move.kode_unit, units)
            yield plan.issue(
                IssueCode.BRS_07, row, "nip", value=draft.nip, unit=name,
                tanggal=show_date(move.mulai), sampai=show_date(move.mulai - timedelta(days=1)),
            )  # fmt: skip
    elif not any(_lasts_until(post, draft.mulai) for post in home):
        name = _name_of(away[0].kode_unit, units)
        issue = plan.issue(IssueCode.BRS_07, row, "nip", value=draft.nip, unit=name)
        yield replace(issue, severity=Severity.PERINGATAN)


def _lasts_until(post: RosterRow, day: date) -> bool:
    return post.selesai is None or post.selesai >= day


def _name_of(code: str, units: Mapping[str, UnitRow]) -> str:
    row = units.get(code)
    return row.nama if row else code


def are_related(one: str, other: str, units: Mapping[str, UnitRow]) -> bool:
    """Tell whether two units are the same, or one stands above the other."""
    return one in _chain(other, units) or other in _chain(one, units)


def _chain(code: str, units: Mapping[str, UnitRow]) -> list[str]:
    """List a unit and all above it; a circle of units ends where it closes."""
    chain: list[str] = []
    current: str | None = code
    while current is not None and current not in chain:
        chain.append(current)
        row = units.get(current)
        current = row.kode_induk if row else None
    return chain
