"""The assignments of a file: one for each row of `Pegawai`, found again by NIP, name or both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.validate.names import plain_name, same_name
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.suggest import NipList, kept_digits, may_be_nip, similar_name


@dataclass(slots=True, eq=False)
class PenugasanDraft:
    """One assignment on its way to a verdict.

    Attributes:
        index: Position among the subjects.
        plan: The sheet of the row that names it first.
        named_by: Its row in `Pegawai`, or the first row that names it.
        pegawai: Its row in `Pegawai`; None for a NIP that is not there.
        indikator: Its rows in `Hasil Kerja`, in file order.
        penilaian: Its rows in `Penilaian`; more than one only while copies are compared.
        kehadiran: Its rows in `Kehadiran`; likewise.
        kegiatan: Its rows in `Kegiatan`, in file order.
        ekspektasi: Its rows in `Ekspektasi` of an SKP; likewise.
        lampiran: Its rows in `Lampiran SKP` of an SKP, in file order.
        issues: Issues about the assignment as a whole.
        held: Codes of faults elsewhere that concern it, such as a row that may be its own.
        lost: Rows, with their sheets, that may be its own and could not be given to it.
        unjudged: Fields of its raters that another fault already explains.
        is_tidak_dinilai: It is not evaluated in this period.
        left_out: Filled rows that are ignored since it is not evaluated.
        mulai: First day inside the period; None when unknown.
        selesai: Last day inside the period; None when unknown.
    """

    index: int
    plan: SheetPlan
    named_by: RowDraft
    pegawai: RowDraft | None
    indikator: list[RowDraft] = field(default_factory=list)
    penilaian: list[RowDraft] = field(default_factory=list)
    kehadiran: list[RowDraft] = field(default_factory=list)
    kegiatan: list[RowDraft] = field(default_factory=list)
    ekspektasi: list[RowDraft] = field(default_factory=list)
    lampiran: list[RowDraft] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    held: list[IssueCode] = field(default_factory=list)
    lost: list[tuple[SheetPlan, RowDraft]] = field(default_factory=list)
    unjudged: set[str] = field(default_factory=set)
    is_tidak_dinilai: bool = False
    left_out: int = 0
    mulai: date | None = None
    selesai: date | None = None

    @property
    def nip(self) -> str:
        """NIP as text, or the text found where it is none."""
        return self.named_by.text("nip")

    @property
    def nama(self) -> str:
        """Name as its first row shows it."""
        return self.named_by.text("nama")

    @property
    def rows(self) -> Iterator[RowDraft]:
        """All its rows, in the order of the sheets."""
        if self.pegawai is not None:
            yield self.pegawai
        yield from self.indikator
        yield from self.penilaian
        yield from self.kehadiran
        yield from self.kegiatan
        yield from self.ekspektasi
        yield from self.lampiran


class Register:
    """The assignments of one file."""

    def __init__(self, period: Period) -> None:
        self.period = period
        self.drafts: list[PenugasanDraft] = []
        self._by_nip: dict[str, list[PenugasanDraft]] = {}
        self._by_found: dict[str, PenugasanDraft] = {}
        self._by_name: dict[str, list[PenugasanDraft]] = {}
        self._known = NipList({})

    def enrol(self, plan: SheetPlan, row: RowDraft) -> PenugasanDraft:
        """Take a row of `Pegawai` as an assignment of its own."""
        draft = self._add(plan, row, row)
        if "nip" in row.data:
            self._by_nip.setdefault(draft.nip, []).append(draft)
        elif draft.nip:
            self._by_found.setdefault(draft.nip, draft)
        if draft.nama:
            self._by_name.setdefault(plain_name(draft.nama), []).append(draft)
        return draft

    def close(self) -> None:
        """Learn the names of all NIP, once every row of `Pegawai` is enrolled."""
        self._known = NipList({nip: found[0].nama for nip, found in self._by_nip.items()})

    @property
    def known(self) -> NipList:
        """People of this file by NIP."""
        return self._known

    def of_nip(self, nip: str) -> list[PenugasanDraft]:
        """List the assignments of a NIP, in file order."""
        return self._by_nip.get(nip, [])

    def with_name(self, issue: Issue) -> Issue:
        """Give an issue of a row without Nama the name that `Pegawai` has for its NIP."""
        found = self.of_nip(issue.nip or "")
        if issue.nama or not found:
            return issue
        return replace(issue, nama=found[0].nama or None)

    def of_text(self, text: str) -> PenugasanDraft | None:
        """Find the assignment whose NIP is damaged in exactly this way."""
        return self._by_found.get(text) if text else None

    def with_damaged_nip(self, row: RowDraft) -> PenugasanDraft | None:
        """Find the row of `Pegawai` with a damaged NIP that a sound NIP may belong to."""
        nip, nama = row.text("nip"), row.text("nama")
        damaged = [draft for draft in self.drafts if _has_damaged_nip(draft)]
        found = [
            draft
            for draft in damaged
            if may_be_nip(draft.nip, nip) and (not nama or similar_name(nama, draft.nama))
        ]
        if not found and nama:
            found = [draft for draft in damaged if same_name(nama, draft.nama)]
        return found[0] if len(found) == 1 else None

    def may_mean(self, row: RowDraft) -> list[PenugasanDraft]:
        """List the assignments that a row with an unknown or damaged NIP may belong to.

        They are then withheld with the row: scoring one without the row could be wrong. Nothing
        is read as if the NIP were right.
        """
        nip, nama = row.text("nip"), row.text("nama")
        found = self._by_name.get(plain_name(nama), []) if nama else []
        if not found:
            near = self._known.nearest(nip)
            like = [near] if near else self._known.with_same_start(kept_digits(nip))
            found = [draft for one in like for draft in self.of_nip(one)]
            if nama:
                found = [draft for draft in found if similar_name(nama, draft.nama)]
        return [draft for draft in found if not draft.is_tidak_dinilai]

    def stranger(self, plan: SheetPlan, row: RowDraft) -> PenugasanDraft | None:
        """Take a NIP that `Pegawai` does not name as a subject, once; None for a blank NIP."""
        nip = row.text("nip")
        if not nip:
            return None
        known = self.of_text(nip)
        if known is None:
            known = self._by_found[nip] = self._add(plan, row, None)
        return known

    def _add(self, plan: SheetPlan, row: RowDraft, pegawai: RowDraft | None) -> PenugasanDraft:
        draft = PenugasanDraft(len(self.drafts), plan, row, pegawai)
        row.subject = draft.index
        self.drafts.append(draft)
        return draft

    def day(self, row: RowDraft, name: str) -> date | None:
        """Give the day an assignment begins or ends; blank means the end of the period."""
        if name in row.faults:
            return None
        value = row.data.get(name)
        if isinstance(value, date):
            return value
        return self.period.first if name == "mulai" else self.period.last


def sifat_of(row: RowDraft) -> Sifat | None:
    """Give how the post of a row of `Pegawai` is held; None when that cell is faulty."""
    if "sifat" in row.faults:
        return None
    value = row.data.get("sifat")
    return value if isinstance(value, Sifat) else Sifat.DEFINITIF


def _has_damaged_nip(draft: PenugasanDraft) -> bool:
    return draft.pegawai is not None and "nip" in draft.pegawai.faults
