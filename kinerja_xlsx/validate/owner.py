"""Which assignment a row of `Hasil Kerja`, `Penilaian` or an optional sheet belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.validate.names import same_name
from kinerja_xlsx.validate.reading import Canonical
from kinerja_xlsx.validate.register import PenugasanDraft, Register, sifat_of
from kinerja_xlsx.validate.rows import RowDraft
from kinerja_xlsx.validate.sheet import SheetDraft
from kinerja_xlsx.validate.shown import show_date

PEGAWAI_LIST: Final = "lembar Pegawai"
_NAMING: Final = ("nip", "nama", "sifat", "mulai")


class OwnerFinder:
    """Gives the rows of one sheet to the assignments of the file."""

    def __init__(self, sheet: SheetDraft, register: Register) -> None:
        self._plan = sheet.plan
        self._register = register
        self._has_sifat = "sifat" in sheet.plan.model.model_fields
        self._named: set[tuple[int, str]] = set()
        self._certain: dict[tuple[Canonical, ...], PenugasanDraft] = {}

    def find(self, row: RowDraft) -> PenugasanDraft | None:
        """Find whose row it is, and say what stands in the way; None for a row of nobody."""
        # Nearly all rows name their person just as the row above does.
        naming = tuple(map(row.data.get, _NAMING)) if self._has_sifat and not row.faults else ()
        owner = self._certain.get(naming)
        if owner is not None:
            return owner
        owner = self._find_certain(row)
        if owner is not None:
            self._compare_name(row, owner)
            if naming:
                self._certain[naming] = owner
            return owner
        row.is_doubtful = row.follows = True  # its place among the rows of an RHK is unknown
        if "nip" not in row.data:
            return self._find_damaged(row)
        candidates = self._register.of_nip(row.text("nip"))
        if not candidates:
            return self._find_unknown(row)
        return next((one for one in candidates if not one.is_tidak_dinilai), candidates[0])

    def _find_certain(self, row: RowDraft) -> PenugasanDraft | None:
        """Find the assignment that NIP, Sifat and Mulai name; None when they name none."""
        if "nip" not in row.data:
            return None
        candidates = self._register.of_nip(row.text("nip"))
        return self._choose(row, candidates) if candidates else None

    def _find_damaged(self, row: RowDraft) -> PenugasanDraft | None:
        """Give a row whose own NIP is faulty to whom it may belong, who is then withheld."""
        code = row.reasons[0] if row.reasons else IssueCode.SEL_01
        owner = self._register.of_text(row.text("nip"))
        if owner is None:
            return self._give_doubtful(row, code)
        owner.held.append(code)
        return owner

    def _find_unknown(self, row: RowDraft) -> PenugasanDraft | None:
        """Report a NIP that `Pegawai` lacks, unless its damaged NIP there explains it."""
        damaged = self._register.with_damaged_nip(row)
        if damaged is not None:
            return damaged
        saran = self._register.known.ask_nearest(row.text("nip"))
        self._report_unknown(row, "nip", PEGAWAI_LIST, saran=saran)
        return self._give_doubtful(row, IssueCode.BRS_06)

    def _give_doubtful(self, row: RowDraft, code: IssueCode) -> PenugasanDraft | None:
        """Withhold everybody whose row it may be; it goes to the one, or else to nobody."""
        owners = self._register.may_mean(row)
        for owner in owners:
            owner.held.append(code)
        if len(owners) == 1:
            return owners[0]
        for owner in owners:
            owner.lost.append((self._plan, row))
        return self._register.stranger(self._plan, row)

    def _choose(
        self, row: RowDraft, candidates: Sequence[PenugasanDraft]
    ) -> PenugasanDraft | None:
        """Pick among the assignments of one NIP by Sifat, and by Mulai where that is needed."""
        if not self._has_sifat:
            return choose_by_work(row, candidates)
        left = self._narrow(row, candidates, "sifat")
        if len(left) > 1:
            left = self._narrow(row, left, "mulai")
        if len(left) == 1:
            return left[0]
        for candidate in candidates:
            candidate.held += () if candidate.is_tidak_dinilai else row.reasons[:1]
            candidate.lost.append((self._plan, row))
        return None

    def _narrow(
        self, row: RowDraft, candidates: Sequence[PenugasanDraft], name: str
    ) -> Sequence[PenugasanDraft]:
        if name in row.faults or (name not in row.data and _are_alike(candidates, name)):
            return candidates
        matching = [one for one in candidates if self._matches(row, one, name)]
        if matching:
            return matching
        if name not in row.data:
            self._ask(row, name)
        else:
            self._refuse(row, candidates, name)
        return ()

    def _matches(self, row: RowDraft, candidate: PenugasanDraft, name: str) -> bool:
        """Tell whether a cell is as in `Pegawai`; a blank Mulai matches a blank Mulai."""
        pegawai = candidate.pegawai
        if pegawai is None or name in pegawai.faults:
            return True
        if name == "sifat":
            return row.data.get(name) is sifat_of(pegawai)
        if name not in row.data:
            return name not in pegawai.data
        return row.data[name] == self._register.day(pegawai, name)

    def _ask(self, row: RowDraft, name: str) -> None:
        spec = column_by_field(self._plan.model, name)
        alike = "" if name == "sifat" else " dengan Sifat yang sama"
        row.faults[name] = ""
        row.issues.append(
            self._plan.issue(
                IssueCode.BRS_11,
                row,
                name,
                syarat=f"NIP ini mempunyai dua penugasan{alike} di berkas ini",
                contoh=spec.column.example,
            )
        )

    def _refuse(self, row: RowDraft, candidates: Sequence[PenugasanDraft], name: str) -> None:
        """Report an assignment that `Pegawai` lacks although it names the person."""
        there = [one.pegawai for one in candidates if one.pegawai is not None]
        if name == "sifat":
            known = ", ".join(f"«{found.value}»" for one in there if (found := sifat_of(one)))
            shown = row.text("sifat")
            asked = f"dengan Sifat «{shown}»"
        else:
            days = (self._register.day(one, name) for one in there)
            known = ", ".join(show_date(day) for day in days if day)
            mulai = row.data["mulai"]
            shown = show_date(mulai) if isinstance(mulai, date) else row.text("mulai")
            asked = f"dengan Mulai {shown}"
        heading = column_by_field(self._plan.model, name).heading
        saran = f"Di sana {heading}: {known}."
        self._report_unknown(row, name, f"{PEGAWAI_LIST} {asked}", saran=saran, value=shown)

    def _report_unknown(
        self, row: RowDraft, name: str, listed: str, *, saran: str, value: str | None = None
    ) -> None:
        """Report the cell that names nobody in a list: the NIP, or what goes with it."""
        found = row.text("nip") if value is None else value
        row.issues.append(
            self._plan.issue(
                IssueCode.BRS_06,
                row,
                name,
                value=found,
                daftar=listed,
                saran=saran,
                tambah=f"tambahkan barisnya di {PEGAWAI_LIST}",
            )
        )

    def _compare_name(self, row: RowDraft, owner: PenugasanDraft) -> None:
        """Say once for a person and spelling that the name differs from that in `Pegawai`."""
        nama = row.data.get("nama")
        if not isinstance(nama, str) or not owner.nama or same_name(nama, owner.nama):
            return
        if owner.pegawai is not None and "nama" in owner.pegawai.faults:
            return
        if (owner.index, nama) not in self._named:
            self._named.add((owner.index, nama))
            row.issues.append(
                self._plan.issue(
                    IssueCode.BRS_09,
                    row,
                    "nama",
                    value=nama,
                    daftar=PEGAWAI_LIST,
                    nama_daftar=owner.nama,
                )
            )


def choose_by_work(row: RowDraft, candidates: Sequence[PenugasanDraft]) -> PenugasanDraft:
    """Pick among the assignments of one NIP by the day and the indicator that a row names.

    Where both leave several, the row is counted with the first and supports none of them.
    """
    day, number = row.data.get("tanggal"), row.data.get("no_indikator")
    left = [one for one in candidates if _covers(one, day)] or candidates
    if number is None:
        return left[0]
    left = [one for one in left if number in _numbers(one)] or left
    row.is_doubtful = len(left) > 1 and number in _numbers(left[0])
    return left[0]


def _covers(candidate: PenugasanDraft, day: object) -> bool:
    mulai, selesai = candidate.mulai, candidate.selesai
    return (
        isinstance(day, date)
        and mulai is not None
        and selesai is not None
        and mulai <= day <= selesai
    )


def _numbers(candidate: PenugasanDraft) -> set[object]:
    return {row.data.get("no_indikator") for row in candidate.indikator}


def _are_alike(candidates: Sequence[PenugasanDraft], name: str) -> bool:
    """Tell whether a blank cell leaves no doubt: one assignment, or all held in the same way."""
    if len(candidates) == 1:
        return True
    rows = [one.pegawai for one in candidates if one.pegawai is not None]
    return name == "sifat" and len({sifat_of(row) for row in rows}) == 1
