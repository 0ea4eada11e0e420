"""The correction workbooks of one unit: which files need one, and what makes its next round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kinerja_xlsx.model.issue import Issue, Severity
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import PenugasanStatus, PeopleCounts
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.run.muat_unit import LoadedFile
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.run.workspace import unique_name
from kinerja_xlsx.spec.book import SIKLUS_KEY, book_for
from kinerja_xlsx.spec.codes import blames_settings
from kinerja_xlsx.spec.penugasan import Checked, Settings
from kinerja_xlsx.spec.terbitan import RENCANA_KEY, ROSTER_KEY, stamps_of
from kinerja_xlsx.write.perbaikan import PerbaikanRequest, render_perbaikan


def corrections_of(
    task: UnitTask,
    files: Sequence[LoadedFile],
    scored: Sequence[Issue],
    *,
    settings: Settings | None,
) -> Mapping[str, bytes]:
    """Write one correction workbook for each file of the unit that has something to mend.

    Args:
        task: The unit and its period.
        files: Its files.
        scored: What scoring found.
        settings: For the paper.

    Returns:
        File name to workbook; empty when nothing is wrong.
    """
    taken: set[str] = set()
    books: dict[str, bytes] = {}
    kind = "_SKP" if task.is_skp else ""
    for file in files:
        issues = (*file.issues, *_issues_about(file, scored))
        if not needs_correction(issues):
            continue
        meta = next_identity(file.checked, file.submission)
        stem = f"Perbaikan{kind}_{task.folder}_{task.period}_r{meta['putaran']}"
        name = unique_name(stem, ".xlsx", taken)
        books[name] = render_perbaikan(_request(file, issues, task.period, meta, settings))
    return books


def needs_correction(issues: Sequence[Issue]) -> bool:
    """Tell whether there is anything for the unit to mend or look at."""
    return any(
        issue.severity is not Severity.CATATAN and not blames_settings(issue) for issue in issues
    )


def _issues_about(file: LoadedFile, scored: Sequence[Issue]) -> Iterator[Issue]:
    """Pick what scoring found about this file's cells, and what concerns the whole unit."""
    for issue in scored:
        if issue.place.file in {file.task.name, ""}:
            yield issue


def _request(
    file: LoadedFile,
    issues: tuple[Issue, ...],
    period: Period,
    meta: Mapping[str, str],
    settings: Settings | None,
) -> PerbaikanRequest:
    statuses = [file.status_of(index) for index in range(len(file.checked.subjects))]
    form = file.checked.identitas
    kind = "SKP" if file.checked.is_skp else "Periode"
    return PerbaikanRequest(
        submission=file.submission,
        issues=issues,
        accepted=tuple(
            (subject.nip, subject.nama)
            for subject, status in zip(file.checked.subjects, statuses, strict=True)
            if status is PenugasanStatus.DINILAI
        ),
        people=PeopleCounts.of(statuses),
        meta=meta,
        created=period.last,
        title_lines=(form.nama_unit or form.kode_unit, f"{kind} {period.label}"),
        kertas=settings.instansi.kertas if settings else Kertas.F4,
    )


def next_identity(checked: Checked, submission: Submission) -> Mapping[str, str]:
    """Write the hidden identity of what replaces a file: the file joins its ancestors.

    A correction that was sent back unchanged adds nothing to its own descent.
    """
    book = book_for(submission.meta)
    ancestors = [*checked.ancestors]
    if checked.data_hash not in ancestors:
        ancestors.append(checked.data_hash)
    return {
        "templat": book.template,
        "versi": book.version,
        "kode_unit": checked.unit,
        "periode": checked.period.code,
        "terbit": checked.period.first.isoformat(),
        ROSTER_KEY: "",
        RENCANA_KEY: "",
        **stamps_of(submission.meta),
        "putaran": str(len(ancestors)),
        "leluhur": ",".join(ancestors),
        **_cycle(submission),
    }


def _cycle(submission: Submission) -> Mapping[str, str]:
    """Keep what says for which cycle the columns of an SKP are."""
    meta = submission.meta or {}
    return {SIKLUS_KEY: meta[SIKLUS_KEY]} if SIKLUS_KEY in meta else {}
