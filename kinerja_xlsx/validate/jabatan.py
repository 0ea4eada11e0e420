"""The indicator catalogue against one assignment: what its post must have, and what is foreign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import JenisHasilKerja, YaTidak
from kinerja_xlsx.spec.katalog import KatalogRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate.register import PenugasanDraft
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.shown import show
from kinerja_xlsx.validate.suggest import ask_word
from kinerja_xlsx.validate.synonyms import fold

_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class UnitCatalogue:
    """The catalogue as one unit sees it.

    Attributes:
        by_jabatan: Folded name of a post to its indicators, in sheet order.
        of_urusan: Indicators of the unit's urusan, in sheet order.
    """

    by_jabatan: Mapping[str, tuple[KatalogRow, ...]]
    of_urusan: tuple[KatalogRow, ...]

    def own(self, jabatan: str) -> tuple[KatalogRow, ...]:
        """List the indicators of a post; empty when the catalogue does not name it."""
        return self.by_jabatan.get(fold(jabatan), ())

    def proposed(self, jabatan: str) -> tuple[KatalogRow, ...]:
        """List what a plan may begin with: the post's indicators, else those of the urusan."""
        return self.own(jabatan) or self.of_urusan


def catalogue_of(settings: Settings | None, unit: str) -> UnitCatalogue:
    """Index the catalogue of the settings for one unit; empty without settings.

    An urusan is that of a unit when the unit's name, or that of a unit above it, contains it as
    words: «Kesehatan» is that of «Dinas Kesehatan» and of every puskesmas below it.
    """
    if settings is None:
        return UnitCatalogue({}, ())
    by_jabatan: dict[str, list[KatalogRow]] = {}
    of_urusan: list[KatalogRow] = []
    names = " ".join(f" {_words(name)} " for name in _names(settings, unit))
    for row in settings.katalog:
        if row.jabatan is not None:
            by_jabatan.setdefault(fold(row.jabatan), []).append(row)
        elif row.urusan is not None and f" {_words(row.urusan)} " in names:
            of_urusan.append(row)
    return UnitCatalogue(
        {jabatan: tuple(rows) for jabatan, rows in by_jabatan.items()}, tuple(of_urusan)
    )


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def _names(settings: Settings, unit: str) -> Iterator[str]:
    """Name a unit and those above it; a circle of units ends where it began."""
    seen: set[str] = set()
    code: str | None = unit
    while code is not None and code in settings.units and code not in seen:
        seen.add(code)
        yield settings.units[code].nama
        code = settings.units[code].kode_induk


def check_catalogue(plan: SheetPlan, draft: PenugasanDraft, catalogue: UnitCatalogue) -> None:
    """Judge the indicators of one assignment by those of its post.

    A post that the catalogue does not name is not judged, nor is work that is not written yet
    or whose texts are faulty. Additional work lies outside the post.
    """
    pegawai, rows = draft.pegawai, draft.indikator
    own = () if pegawai is None else catalogue.own(pegawai.text("jabatan"))
    if pegawai is None or not own or not rows or _is_unfilled(draft):
        return
    if any(row.is_doubtful or "indikator" in row.faults for row in rows):
        return
    if any(sheet is plan for sheet, _ in draft.lost):
        return  # the indicator that seems to be missing may stand there
    jabatan = pegawai.text("jabatan")
    present = {fold(row.text("indikator")) for row in rows}
    missing = [
        f"«{item.indikator}»"
        for item in own
        if item.wajib is YaTidak.YA and fold(item.indikator) not in present
    ]
    if missing:
        more = f", dan {len(missing) - _SHOWN} lainnya" if len(missing) > _SHOWN else ""
        daftar = f"{', '.join(missing[:_SHOWN])}{more}"
        draft.issues.append(
            draft.plan.issue(IssueCode.LTS_02, pegawai, "jabatan", daftar=daftar, jabatan=jabatan)
        )
    known = {fold(item.indikator): item.indikator for item in (*own, *catalogue.of_urusan)}
    for row in rows:
        if _is_main(row) and fold(row.text("indikator")) not in known:
            _report_foreign(plan, row, jabatan, list(known.values()))


def _report_foreign(plan: SheetPlan, row: RowDraft, jabatan: str, known: list[str]) -> None:
    text = row.text("indikator")
    row.issues.append(
        plan.issue(
            IssueCode.LTS_03,
            row,
            "indikator",
            value=show(text),
            jabatan=jabatan,
            saran=ask_word(text, known),
        )
    )


def _is_main(row: RowDraft) -> bool:
    return row.data.get("jenis") is JenisHasilKerja.UTAMA and row.has("indikator")


def _is_unfilled(draft: PenugasanDraft) -> bool:
    return any(issue.code is IssueCode.LTS_07 for issue in draft.issues)
