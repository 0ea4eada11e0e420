"""Sheet `Alias`: each row names a column or a unit that exists, by a word that is still free."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.book import CEK, ISIAN
from kinerja_xlsx.spec.katalog import LembarAlias
from kinerja_xlsx.spec.row import SheetRow, columns_of
from kinerja_xlsx.validate.reading import note
from kinerja_xlsx.validate.rows import RowDraft
from kinerja_xlsx.validate.sheet import SheetDraft
from kinerja_xlsx.validate.suggest import ask_word
from kinerja_xlsx.validate.synonyms import fold

_NAMED: Final = 5


def check_alias(sheet: SheetDraft, names_by_unit: Mapping[str, str]) -> None:
    """Check every row against the headings of the Isian, or against the units.

    Args:
        sheet: The sheet; a column or code in another spelling is respelled.
        names_by_unit: Name of each sound unit by its code.
    """
    for row in sheet.counting:
        kolom = row.data.get("kolom")
        if not isinstance(kolom, str) or "lembar" in row.faults:
            continue
        lembar = row.data.get("lembar")
        if lembar is LembarAlias.UNIT:
            if _respell(sheet, row, kolom, list(names_by_unit)):
                _check_unit(sheet, row, names_by_unit)
        else:
            models = _models(lembar)
            if _respell(sheet, row, kolom, _headings(models)):
                _check_free(sheet, row, models)


def _models(lembar: object) -> tuple[type[SheetRow], ...]:
    """List the sheets that a row speaks of: one, or all of the Isian."""
    if not isinstance(lembar, LembarAlias):
        return ISIAN.readable
    return tuple(model for model in ISIAN.readable if model.sheet == lembar.value)


def _headings(models: Sequence[type[SheetRow]]) -> list[str]:
    headings = [spec.heading for model in models for spec in columns_of(model)]
    return list(dict.fromkeys(headings))


def _respell(sheet: SheetDraft, row: RowDraft, kolom: str, known: Collection[str]) -> bool:
    """Take the column or code as it is spelled where it stands; tell whether there is one."""
    by_fold = {fold(name): name for name in known}
    found = by_fold.get(fold(kolom))
    if found is None:
        row.issues.append(
            sheet.plan.issue(
                IssueCode.SEL_06,
                row,
                "kolom",
                value=kolom,
                saran=ask_word(kolom, list(known)),
                pilihan=_listed(list(known)),
            )
        )
        return False
    if found != kolom:
        seen = note(IssueCode.SEL_07, kolom, dibaca=found)
        row.issues.append(sheet.plan.placed(seen, row, "kolom"))
        row.changed = True
        row.data["kolom"] = found
    return True


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f"«{name}»" for name in names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown}, dan lainnya di templat"


def _check_free(sheet: SheetDraft, row: RowDraft, models: Sequence[type[SheetRow]]) -> None:
    """Refuse a word that already means another column of a sheet that has the column."""
    wanted, word = row.text("kolom"), fold(row.text("sebutan_lain"))
    if word == fold(CEK):
        _refuse(sheet, row, f"kolom {CEK}", models[0].sheet)
        return
    for model in models:
        specs = columns_of(model)
        if wanted not in {spec.heading for spec in specs}:
            continue
        for spec in specs:
            names = {fold(name) for name in (spec.heading, *spec.column.aliases)}
            if spec.heading != wanted and word in names:
                _refuse(sheet, row, f"kolom {spec.heading}", model.sheet)
                return


def _check_unit(sheet: SheetDraft, row: RowDraft, names_by_unit: Mapping[str, str]) -> None:
    """Refuse a word that is the code or name of another unit."""
    wanted, word = row.text("kolom"), fold(row.text("sebutan_lain"))
    for code, name in names_by_unit.items():
        if code != wanted and word in {fold(code), fold(name)}:
            _refuse(sheet, row, f"unit {code}", LembarAlias.UNIT.value)
            return


def _refuse(sheet: SheetDraft, row: RowDraft, kolom: str, lembar: str) -> None:
    row.issues.append(
        sheet.plan.issue(
            IssueCode.BRS_18,
            row,
            "sebutan_lain",
            value=row.text("sebutan_lain"),
            kolom=kolom,
            lembar=lembar,
        )
    )
