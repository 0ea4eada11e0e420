"""Sheets `Pegawai` and `Pejabat`: who is evaluated, and who may rate from outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import Sifat, StatusAsn
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.tertahan import HeldRow, blame
from kinerja_xlsx.validate.conditions import Prepared, check_conditions
from kinerja_xlsx.validate.duplicates import Key, settle_duplicates
from kinerja_xlsx.validate.menunggu import faulty_cells, waiting_issue
from kinerja_xlsx.validate.names import same_name
from kinerja_xlsx.validate.penugasan import check_nip_digits, check_pegawai, set_aside
from kinerja_xlsx.validate.register import Register, sifat_of
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.sheet import SheetDraft
from kinerja_xlsx.validate.shown import count_text
from kinerja_xlsx.validate.suggest import KEPT_DIGITS, NipList, similar_name
from kinerja_xlsx.validate.tertahan import missing_person

ROSTER: Final = "daftar induk BKPSDM"


@dataclass(frozen=True, slots=True)
class Roster:
    """The agency's people, as far as a submission is compared with them.

    Attributes:
        known: People by NIP.
        status: Status by NIP.
        officials: Codes and NIP of raters that the agency knows.
        posts: Definitive posts by NIP.
        is_given: There are settings; without them every person counts as known.
        held: Withheld rows of the settings, which may explain who is unknown.
    """

    known: NipList
    status: Mapping[str, StatusAsn]
    officials: frozenset[str]
    posts: Mapping[str, Sequence[RosterRow]]
    is_given: bool
    held: tuple[HeldRow, ...] = ()


@lru_cache(maxsize=1)
def make_roster(settings: Settings | None) -> Roster:
    """Index the roster of the settings once for all files; an empty one without settings."""
    if settings is None:
        return Roster(NipList({}), {}, frozenset(), {}, is_given=False)
    return Roster(
        NipList({row.nip: row.nama for row in settings.roster}),
        {row.nip: row.status_asn for row in settings.roster},
        frozenset(placed.kode for placed in settings.pejabat),
        _definitive_posts(settings.roster),
        is_given=True,
        held=settings.held,
    )


def _definitive_posts(roster: Sequence[RosterRow]) -> Mapping[str, Sequence[RosterRow]]:
    posts: dict[str, list[RosterRow]] = {}
    for row in roster:
        if row.sifat is Sifat.DEFINITIF:
            posts.setdefault(row.nip, []).append(row)
    return posts


def enrol_pegawai(sheet: SheetDraft, register: Register) -> None:
    """Take every row of `Pegawai` as an assignment; rows with one key share one."""

    def key_of(row: RowDraft) -> Key | None:
        if "nip" not in row.data or {"sifat", "mulai"} & row.faults.keys():
            return None
        sifat = sifat_of(row)
        return (row.text("nip"), sifat.value if sifat else "", str(register.day(row, "mulai")))

    settle_duplicates(sheet.plan, sheet.counting, key_of=key_of)
    index_by_key: dict[Key, int] = {}
    for row in sheet.rows:
        if row.ignored not in {None, IssueCode.BRS_05}:
            continue
        key = key_of(row)
        if key is not None and key in index_by_key:
            row.subject = index_by_key[key]
            continue
        draft = register.enrol(sheet.plan, row)
        if key is not None:
            index_by_key[key] = draft.index
    register.close()


def judge_pegawai(
    sheet: SheetDraft, register: Register, *, roster: Roster, conditions: tuple[Prepared, ...]
) -> None:
    """Judge the rows of `Pegawai`, and set aside who is not evaluated."""
    plan = sheet.plan
    for row in sheet.counting:
        plan.finish(row)
        check_conditions(plan, row, conditions)
        check_pegawai(plan, row, register.period)
        _compare_with_roster(plan, row, roster)
    for draft in register.drafts:
        draft.mulai = register.day(draft.named_by, "mulai")
        draft.selesai = register.day(draft.named_by, "selesai")
        set_aside(draft, register.period)


def judge_pejabat(sheet: SheetDraft) -> None:
    """Judge the rows of `Pejabat`; a bad one withholds itself."""
    plan = sheet.plan

    def key_of(row: RowDraft) -> Key | None:
        return (row.text("kode"),) if "kode" in row.data else None

    settle_duplicates(plan, sheet.counting, key_of=key_of)
    for row in sheet.counting:
        plan.finish(row)


def hold_for_pejabat(sheet: SheetDraft, register: Register, roster: Roster) -> None:
    """Withhold quietly whose rater stands in a row of `Pejabat` that is itself withheld.

    That row has its own message and says how many wait for it; saying that the rater is unknown
    would mislead. The rater of such an assignment is not judged any further.
    """
    known = roster.officials | {row.text("kode") for row in sheet.counting if not row.reasons}
    held = {row.text("kode"): row for row in sheet.counting if row.reasons}
    waiting: Counter[str] = Counter()
    for draft in register.drafts:
        if draft.is_tidak_dinilai:
            continue
        for name in ("penilai", "atasan_penilai"):
            code = draft.named_by.text(name)
            if code in held and code not in known:
                draft.unjudged.add(name)
                draft.held += held[code].reasons[:1] if name == "penilai" else ()
                waiting[code] += name == "penilai"
    for code, people in waiting.items():
        cells = faulty_cells(sheet.plan, held[code], sheet.plan.columns)
        if people and cells:
            rule = f"penilai untuk {count_text(people)} pegawai"
            held[code].issues.append(waiting_issue([rule], cells))


def _compare_with_roster(plan: SheetPlan, row: RowDraft, roster: Roster) -> None:
    nip = row.data.get("nip")
    if not isinstance(nip, str):
        return
    listed = roster.status.get(nip)
    is_listed = listed is not None and listed is row.data.get("status_asn")
    check_nip_digits(plan, row, is_listed=is_listed)
    if not roster.is_given:
        return
    nama = row.text("nama")
    if nip not in roster.known:
        saran = _propose(nip, nama, roster.known)
        issue = plan.issue(
            IssueCode.BRS_06,
            row,
            "nip",
            value=nip,
            daftar=ROSTER,
            saran=saran,
            tambah="minta BKPSDM menambahkan pegawainya",
        )
        row.issues.append(blame(issue, missing_person(roster.held, nip, nama)))
        return
    known = roster.known.nama_by_nip[nip]
    if "nama" in row.data and not same_name(nama, known):
        row.issues.append(
            plan.issue(IssueCode.BRS_09, row, "nama", value=nama, daftar=ROSTER, nama_daftar=known)
        )


def _propose(nip: str, nama: str, known: NipList) -> str:
    """Propose the one person with the same 15 digits and a similar name, else the nearest NIP."""
    found: Sequence[str] = [
        one
        for one in known.with_same_start(nip[:KEPT_DIGITS])
        if similar_name(nama, known.nama_by_nip[one])
    ]
    if len(found) == 1:
        return known.describe(found[0])
    return known.ask_nearest(nip)
