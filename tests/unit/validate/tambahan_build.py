"""Rows of the optional sheets: sound ones, of which a test changes one thing."""

from __future__ import annotations

from datetime import date

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.penugasan import Checked
from tests.unit.validate.build import NAMES, NIPS, Built, Row, sound_isian

DITERIMA = PenugasanStatus.DINILAI
DITAHAN = PenugasanStatus.DITAHAN


def kehadiran(index: int, **changes: CellValue) -> Row:
    counts: Row = {"hari_kerja": 62.0, "hadir": 60.0, "cuti": 1.0, "sakit": 1.0}
    return {"nip": NIPS[index], "nama": NAMES[index], **counts, **changes}


def kegiatan(index: int, **changes: CellValue) -> Row:
    return {
        "nip": NIPS[index],
        "tanggal": date(2026, 1, 5),
        "mulai": "08.00",
        "selesai": "10.30",
        "kegiatan": "Melayani pasien",
        "no_indikator": "1.1",
        "hasil": 24.0,
        "satuan": "pasien",
        **changes,
    }


def kepuasan(**changes: CellValue) -> Row:
    values: Row = {f"u{number}": 3.4 for number in range(1, 10)}
    return {"layanan": "Rawat jalan", "responden": 150.0, **values, **changes}


def with_sheet(name: str, *rows: Row, people: int = 2) -> Built:
    built = sound_isian(people)
    built.sheets[name] = list(rows)
    return built


def verdicts(checked: Checked, sheet: str) -> list[tuple[RowVerdict, IssueCode | None]]:
    return [(row.verdict, row.reason) for row in checked.rows if row.sheet == sheet]
