"""Rules over the indicators of one assignment: numbers, ranges, ratios, evidence and Bobot."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import Agregasi, JenisHasilKerja
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.spec.kegiatan import RingkasanKegiatan
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.validate.register import PenugasanDraft
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.shown import count_text, show
from kinerja_xlsx.validate.synonyms import fold

WHOLE_BOBOT: Final = Decimal(100)
_RATIO: Final = ("pembilang", "penyebut")
_LIKE_LINK: Final = re.compile(r"(?:h?t+ps?|ftp)\b(?=\s*[:/\\.])|www\b", re.IGNORECASE)
_LINK: Final = re.compile(
    r"(?:(?:https?|ftp)://|www\.)[^\s/:?#]+\.[^\s/:?#]{2,}(?:[/:?#]\S*)?(?=\s|$|[,;)])",
    re.IGNORECASE,
)
_RATIO_CONDITION: Final = "Agregasi berisi «Rasio» dan realisasinya sudah diisi"


def check_indikator(
    plan: SheetPlan, row: RowDraft, log: Mapping[str, RingkasanKegiatan] = MappingProxyType({})
) -> None:
    """Judge one row of `Hasil Kerja` by cells that must fit each other.

    Args:
        plan: The sheet.
        row: The row.
        log: What the person's daily log holds, by No Indikator.
    """
    check_number(plan, row)
    _check_range(plan, row)
    _check_ratio(plan, row)
    logged = log.get(row.text("no_indikator")) if log else None
    is_done = row.has("realisasi") or row.has("pembilang")
    if is_done and not row.has("bukti_dukung") and logged is None:
        row.issues.append(plan.issue(IssueCode.BRS_13, row, "bukti_dukung"))
    if logged is not None and not is_done:
        _propose_realisasi(plan, row, logged)
    _check_link(plan, row)


def _check_link(plan: SheetPlan, row: RowDraft) -> None:
    """Evidence that begins like a link is a whole one; names of documents are welcome too."""
    text = row.text("bukti_dukung")
    if _LIKE_LINK.match(text) and not _LINK.match(text):
        row.issues.append(plan.issue(IssueCode.SEL_35, row, "bukti_dukung", value=show(text)))


def _propose_realisasi(plan: SheetPlan, row: RowDraft, logged: RingkasanKegiatan) -> None:
    """Propose the sum of the log where it measures the same; nothing is ever filled in."""
    if logged.hasil is None or logged.satuan is None:
        return
    if row.data.get("agregasi") is not Agregasi.JUMLAH:
        return
    if fold(logged.satuan) != fold(row.text("satuan")):
        return
    row.issues.append(
        plan.issue(
            IssueCode.LTS_19,
            row,
            "realisasi",
            indikator=row.text("no_indikator"),
            jumlah=format_number(logged.hasil),
            satuan=row.text("satuan"),
            kegiatan=count_text(logged.banyak),
        )
    )


def check_number(plan: SheetPlan, row: RowDraft) -> None:
    """The first part of No Indikator is No RHK."""
    number, rhk = row.data.get("no_indikator"), row.data.get("no_rhk")
    if not isinstance(number, str) or not isinstance(rhk, int):
        return
    if number.split(".", maxsplit=1)[0] != str(rhk):
        row.issues.append(
            plan.issue(
                IssueCode.SEL_08,
                row,
                "no_indikator",
                value=number,
                saran=f"Angka di depan titik harus sama dengan No RHK, yaitu {rhk}.",
                contoh=f"{rhk}.1",
            )
        )


def _check_range(plan: SheetPlan, row: RowDraft) -> None:
    target, upper = row.data.get("target"), row.data.get("target_atas")
    if not isinstance(target, Decimal) or not isinstance(upper, Decimal) or upper >= target:
        return
    row.issues.append(
        plan.issue(
            IssueCode.BRS_14,
            row,
            "target_atas",
            value=format_number(upper),
            target=format_number(target),
        )
    )


def _check_ratio(plan: SheetPlan, row: RowDraft) -> None:
    """A ratio that was begun needs both its parts, since roll-up adds them up."""
    if row.data.get("agregasi") is not Agregasi.RASIO:
        return
    if not any(row.has(name) for name in ("realisasi", *_RATIO)):
        return
    for name in _RATIO:
        if not row.has(name):
            example = column_by_field(plan.model, name).column.example
            row.issues.append(
                plan.issue(IssueCode.BRS_11, row, name, syarat=_RATIO_CONDITION, contoh=example)
            )


def check_bobot(plan: SheetPlan, draft: PenugasanDraft) -> None:
    """Where Bobot is used, every main indicator has one and they total 100."""
    rows = [row for row in draft.indikator if row.data.get("jenis") is JenisHasilKerja.UTAMA]
    unclear = any(sheet is plan for sheet, _ in draft.lost) or any(
        row.is_doubtful or "jenis" in row.faults or "bobot" in row.faults
        for row in draft.indikator
    )
    if unclear or not any("bobot" in row.data for row in rows):
        return
    problem = _bobot_problem(rows)
    if problem:
        draft.issues.append(plan.issue(IssueCode.LTS_01, rows[0], "bobot", masalah=problem))


def _bobot_problem(rows: Sequence[RowDraft]) -> str:
    blank = [row for row in rows if "bobot" not in row.data]
    if blank:
        filled = len(rows) - len(blank)
        return (
            f"Bobot baru terisi pada {filled} dari {len(rows)} indikator utama "
            f"(baris kosong: {_numbers(blank)})."
        )
    total = sum((value for row in rows if isinstance(value := row.data["bobot"], Decimal)),
                Decimal(0))  # fmt: skip
    if total == WHOLE_BOBOT:
        return ""
    return f"Jumlah Bobot {format_number(total)}; seharusnya 100 (baris {_numbers(rows)})."


def _numbers(rows: Sequence[RowDraft]) -> str:
    return ", ".join(str(row.number) for row in rows)
