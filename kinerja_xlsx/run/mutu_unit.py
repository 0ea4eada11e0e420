"""How easily each unit came along with its workbooks, from its files and what they raised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.kinerja_unit import MutuUnit
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.model.result import FileVerdict, RowCounts
from kinerja_xlsx.model.run_result import BarisBerkas
from kinerja_xlsx.spec.codes import blames_settings
from kinerja_xlsx.spec.materi import MATERI


def mutu_units(
    files: Sequence[BarisBerkas], issues: Iterable[Issue], units: Sequence[BarisUnit]
) -> tuple[MutuUnit, ...]:
    """Make one line for each unit of which a file was looked at, those most in need first.

    What only a row of the settings caused, and what says nothing of how a workbook was filled,
    counts for no unit. Files that another one replaces are left out.

    Args:
        files: The files of one period.
        issues: Those of the whole run.
        units: The units of the period, for their names.
    """
    looked_at = [file for file in files if file.verdict is not FileVerdict.DILEWATI]
    names = {unit.kode: unit.nama for unit in units}
    by_unit: dict[str | None, list[BarisBerkas]] = {}
    for file in looked_at:
        by_unit.setdefault(file.unit, []).append(file)
    counts = _counts({file.file: file.unit for file in looked_at}, issues)
    lines = [
        _line(kode, names.get(kode or "", kode or ""), own, counts.get(kode, Counter()))
        for kode, own in by_unit.items()
    ]
    return tuple(sorted(lines, key=_need))


def _counts(
    unit_of: Mapping[str, str | None], issues: Iterable[Issue]
) -> Mapping[str | None, Counter[IssueCode]]:
    found: dict[str | None, Counter[IssueCode]] = {}
    for issue in issues:
        name = issue.place.file
        if name in unit_of and issue.code in MATERI and not blames_settings(issue):
            found.setdefault(unit_of[name], Counter())[issue.code] += issue.occurrences
    return found


def _line(
    kode: str | None, nama: str, files: Sequence[BarisBerkas], counts: Counter[IssueCode]
) -> MutuUnit:
    rows = sum((file.rows for file in files if file.rows), RowCounts())
    return MutuUnit(
        kode=kode,
        nama=nama,
        berkas=len(files),
        ditolak=sum(file.verdict is FileVerdict.DITOLAK for file in files),
        terlihat=rows.seen,
        dibetulkan=rows.corrected,
        ditahan=rows.withheld,
        masalah=tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0].value))),
    )


def _need(line: MutuUnit) -> tuple[int, int, int, str]:
    raised = sum(count for _, count in line.masalah)
    return -line.ditolak, -line.ditahan, -raised, line.kode or ""
