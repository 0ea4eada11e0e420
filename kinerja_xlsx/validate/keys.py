"""The little of a checked file that crosses to the driver, and the final count of its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from kinerja_xlsx.model.issue import Place
from kinerja_xlsx.model.result import PenugasanStatus, RowCounts, RowVerdict
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penugasan import Checked, FileKeys, RowRecord, Subject, SubjectKey
from kinerja_xlsx.spec.row import column_by_field


def keys_of(checked: Checked) -> FileKeys:
    """Take what the driver compares, without any row."""
    listed = {record.subject for record in checked.rows if record.sheet == PegawaiRow.sheet}
    return FileKeys(
        file=checked.file,
        sha256=checked.sha256,
        unit=checked.unit,
        period=checked.period,
        data_hash=checked.data_hash,
        ancestors=checked.ancestors,
        subjects=tuple(
            SubjectKey(
                index,
                replace(subject, penugasan=None),
                _rater_place(checked, subject, "penilai"),
                _rater_place(checked, subject, "atasan_penilai"),
                in_pegawai=index in listed,
            )
            for index, subject in enumerate(checked.subjects)
        ),
        pejabat=frozenset(placed.row.kode for placed in checked.pejabat),
    )


def _rater_place(checked: Checked, subject: Subject, name: str) -> Place:
    heading = column_by_field(PegawaiRow, name).heading
    column = checked.pegawai_columns.get(name)
    return replace(subject.place, column=column, heading=heading)


def count_rows(
    checked: Checked,
    withheld: Collection[int],
    *,
    ignored: Collection[int],
    whole_file_ignored: bool = False,
) -> RowCounts:
    """Count what became of every row seen, after all files were compared.

    Args:
        checked: The file.
        withheld: Positions of subjects that other files withhold.
        ignored: Positions of subjects that are counted from another file.
        whole_file_ignored: The file is superseded, or a copy of another.

    Returns:
        Counts whose sum is the number of rows seen.
    """
    counts: Counter[RowVerdict] = Counter()
    for record in checked.rows:
        subject = record.subject
        if whole_file_ignored or (subject is not None and subject in ignored):
            counts[RowVerdict.DIABAIKAN] += 1
        else:
            counts[_verdict(record, checked, withheld)] += 1
    return RowCounts(
        accepted=counts[RowVerdict.DITERIMA],
        corrected=counts[RowVerdict.DIBETULKAN],
        withheld=counts[RowVerdict.DITAHAN],
        ignored=counts[RowVerdict.DIABAIKAN],
    )


def _verdict(record: RowRecord, checked: Checked, withheld: Collection[int]) -> RowVerdict:
    """Let the verdict on an assignment settle its rows, but never revive an ignored one."""
    if record.subject is None or record.verdict is RowVerdict.DIABAIKAN:
        return record.verdict
    status = checked.subjects[record.subject].status
    is_withheld = status is PenugasanStatus.DITAHAN or record.subject in withheld
    return RowVerdict.DITAHAN if is_withheld else record.verdict
