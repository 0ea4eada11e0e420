"""Keeping the list of issued templates, and comparing with it what comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.report.terbitan import Terbitan, merge_terbitan, read_terbitan, to_terbitan
from kinerja_xlsx.run.decide import Decided
from kinerja_xlsx.run.keluaran import put_file
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.book import BookSpec
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.terbitan import EMPTIED

_FOREIGN: Final = "penandanya bukan dari templat yang diterbitkan untuk unit ini"
_BLANK: Final = "penanda isi yang diterbitkan sudah kosong"
_REMEDY: Final = (
    "Pastikan unit memakai templat dari BKPSDM untuk periode ini, bukan salinan unit lain."
)


def record_issued(
    folder: Path, book: BookSpec, period: Period, issued: Sequence[Terbitan]
) -> None:
    """Add templates to the list beside them.

    Raises:
        OSError: The list cannot be written; the old one stays.
    """
    path = folder / _name(book)
    put_file(path, to_terbitan(book, period.code, merge_terbitan(_read(path), issued)))


def note_unissued(decided: Decided, workspace: Workspace) -> Decided:
    """Warn of files whose stamp is none that was issued to their unit, or was emptied (BRK-17).

    Where there is no list, as on another computer, nothing is compared.
    """
    lists: dict[Path, Mapping[str, Terbitan]] = {}
    issues: list[Issue] = []
    for file in decided.counting:
        if not file.sidik or file.period is None:
            continue
        folder = workspace.period_folder(file.period) / "templat"
        path = folder / ("terbitan_skp.json" if file.is_skp else "terbitan.json")
        if path not in lists:
            lists[path] = _read(path)
        issued = lists[path].get(file.unit or "")
        if issued is None or file.sidik in issued.sidik:
            continue
        is_blank = file.sidik == EMPTIED
        if issued.sidik or not is_blank:  # a unit without people gets blank stamps
            rincian = _BLANK if is_blank else _FOREIGN
            issues.append(
                make_issue(IssueCode.BRK_17, Place(file.name), rincian=rincian, saran=_REMEDY)
            )
    return replace(decided, issues=(*decided.issues, *issues)) if issues else decided


def _name(book: BookSpec) -> str:
    return "terbitan_skp.json" if book.template == "skp" else "terbitan.json"


def _read(path: Path) -> Mapping[str, Terbitan]:
    try:
        return read_terbitan(path.read_bytes())
    except OSError:
        return {}
