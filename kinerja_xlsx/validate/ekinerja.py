"""Rows of an e-Kinerja export: what each says, or why it cannot be compared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Final, TypeVar

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.law import Ekspektasi, Predikat, Sifat
from kinerja_xlsx.model.submission import RawSheet
from kinerja_xlsx.spec.banding import BarisSkp
from kinerja_xlsx.spec.ekinerja import EkinerjaRow
from kinerja_xlsx.validate.ekspor import settle_rows, withholding
from kinerja_xlsx.validate.normalise import Scope
from kinerja_xlsx.validate.normalise_date import parse_date
from kinerja_xlsx.validate.rows import RowDraft
from kinerja_xlsx.validate.sheet import SheetDraft, read_sheet
from kinerja_xlsx.validate.suggest import NipList
from kinerja_xlsx.validate.synonyms import fold

EnumT = TypeVar("EnumT", bound=Enum)

PLT: Final = "Plt/Plh/Pj"
"""An acting post of which the export says no more."""
_MARKS: Final[Mapping[str, str]] = MappingProxyType({
    "": "", "0": "", "false": "", "f": "", "tidak": "", "n": "", "no": "", "bukan": "",
    "definitif": "",
    "1": PLT, "true": PLT, "ya": PLT, "y": PLT, "yes": PLT, "pltplhpjb": PLT, "pltplhpj": PLT,
    "plt": Sifat.PLT.value, "plh": Sifat.PLH.value, "pj": Sifat.PJ.value, "pjb": Sifat.PJ.value,
})  # fmt: skip
_CHOICES: Final = "Ya, Tidak, Plt, Plh, Pj"
_SHOWN: Final = ("hasil_kerja", "perilaku_kerja", "hasil_akhir")
_SAME_SKP: Final = ("nip", "mulai", "selesai", "plt", "unor", "jabatan")
"""Rows that agree in these are about one SKP."""


def check_ekinerja(
    sheet: RawSheet, *, file: str, known: Mapping[str, str]
) -> tuple[BarisSkp, ...]:
    """Read every row of an export.

    Args:
        sheet: The export, read columns only.
        file: Its name.
        known: NIP to name of everyone known here; a damaged NIP is compared with them.
    """
    draft = read_sheet(sheet, EkinerjaRow, file=file, scope=Scope(known=NipList(known)))
    settle_rows(draft, _key_of)
    return tuple(_line(draft, row) for row in draft.rows)


def _key_of(row: RowDraft) -> tuple[str, ...] | None:
    return tuple(row.text(name) for name in _SAME_SKP) if "nip" in row.data else None


def _line(draft: SheetDraft, row: RowDraft) -> BarisSkp:
    plan = draft.plan
    mark = fold(row.text("plt"))
    sifat = _MARKS.get(mark) if "plt" in plan.columns else None
    return BarisSkp(
        number=row.number,
        nip=row.text("nip"),
        nama=row.text("nama"),
        unor=row.text("unor"),
        jabatan=row.text("jabatan"),
        sifat=sifat,
        mulai=_day(row.text("mulai")),
        selesai=_day(row.text("selesai")),
        hasil_kerja=_word(row, "hasil_kerja", Ekspektasi),
        perilaku=_word(row, "perilaku_kerja", Ekspektasi),
        hasil_akhir=_word(row, "hasil_akhir", Predikat),
        places={name: plan.place(row.number, name) for name in plan.columns if name in _PLACED},
        issues=_issues(draft, row, mark),
        tahun=row.text("tahun"),
        is_counted=row.ignored is None,
    )


_PLACED: Final = frozenset({"nip", "nama", "plt", "mulai", "tahun", *_SHOWN})


def _issues(draft: SheetDraft, row: RowDraft, mark: str) -> tuple[Issue, ...]:
    """Say why a row is not compared; nothing where it is."""
    if row.ignored is not None:
        return tuple(issue for issue in row.issues if issue.code is row.ignored)
    found = withholding(row)
    if "plt" in draft.plan.columns and mark not in _MARKS:
        value = row.text("plt")
        unknown = draft.plan.issue(
            IssueCode.SEL_06, row, "plt", value=value, saran="", pilihan=_CHOICES
        )
        return (*found, unknown)
    return found


def _word(row: RowDraft, name: str, choices: type[EnumT]) -> EnumT | None:
    """Give the word of a cell, also where another cell keeps the row from being compared."""
    value = row.data.get(name)
    return value if isinstance(value, choices) else None


def _day(text: str) -> date | None:
    parsed = parse_date(text)
    return None if parsed is None else parsed[0]
