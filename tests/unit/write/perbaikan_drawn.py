"""Submissions with faults, read by the real reader, and the requests made of them."""

from __future__ import annotations

import io
from datetime import datetime
from string import Formatter
from typing import TYPE_CHECKING

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.result import PeopleCounts
from kinerja_xlsx.spec.codes import CATALOGUE, make_issue
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.write.perbaikan import PerbaikanRequest
from tests.drawn import column_of, sound_isian
from tests.unit.write.template_drawn import CREATED, TITLES, read_back

if TYPE_CHECKING:
    from openpyxl import Workbook

    from kinerja_xlsx.model.submission import Submission

FILE = "dinkes/isian.xlsx"
NIP_COLUMN = column_of(PegawaiRow, "NIP")
TARGET = column_of(HasilKerjaRow, "Target")
REALISASI = column_of(HasilKerjaRow, "Realisasi")
NO_INDIKATOR = column_of(HasilKerjaRow, "No Indikator")
INDIKATOR = column_of(HasilKerjaRow, "Indikator")
EXTRA = 27
NUMERIC_NIP = 198507172010011008.0


def messy_workbook() -> Workbook:
    """Draw an Isian with everything that must survive: odd types, gaps, extras, strays."""
    workbook = sound_isian(3).workbook()
    pegawai, hasil = workbook["Pegawai"], workbook["Hasil Kerja"]
    pegawai.cell(6, NIP_COLUMN).value = NUMERIC_NIP
    pegawai.row_dimensions[7].hidden = True
    hasil.insert_rows(8, 2)
    hasil.insert_rows(1, 3)
    hasil.cell(7, EXTRA).value = "Keterangan kami"
    hasil.cell(8, EXTRA).value = "catatan sendiri"
    hasil.cell(9, EXTRA).value = 12.5
    hasil.cell(2, 9).value = "coretan di atas"
    hasil.cell(8, TARGET).value = 0.85
    hasil.cell(8, TARGET).number_format = "0%"
    hasil.cell(9, REALISASI).value = "=1/0"
    hasil.cell(9, NO_INDIKATOR).value = datetime(2026, 2, 1)  # noqa: DTZ001 - cells have no zone
    hasil.cell(9, NO_INDIKATOR).number_format = "dd/mm/yyyy"
    hasil.cell(10, INDIKATOR).value = "=+kegiatan\n@dua"
    hasil.cell(10, INDIKATOR).data_type = "s"
    hasil.cell(10, TARGET).value = "1.250"
    hasil.cell(13, TARGET).value = True
    return workbook


def submission_of(workbook: Workbook) -> Submission:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return read_back(buffer.getvalue(), name=FILE)


def place(sheet: str, row: int | None, column: int | None, heading: str | None = None) -> Place:
    return Place(FILE, sheet, row, column, heading)


def issue(
    code: IssueCode, where: Place, *, severity: Severity | None = None, **context: str
) -> Issue:
    """Make an issue; whatever its sentences need and the test does not care about is `…`."""
    text = CATALOGUE[code]
    names = {
        name
        for template in (text.problem, text.reason, text.remedy)
        for _, name, _, _ in Formatter().parse(template)
        if name is not None
    }
    own = {"nip", "nama", "heading", "cell", "sheet", "file"}
    filled = dict.fromkeys(sorted(names - own), "…")
    return make_issue(code, where, severity=severity, **(filled | context))


def request(
    submission: Submission,
    *issues: Issue,
    accepted: tuple[tuple[str, str], ...] = (("199001012015031001", "Contoh Satu, S.Kep."),),
    withheld: int = 1,
) -> PerbaikanRequest:
    return PerbaikanRequest(
        submission=submission,
        issues=issues,
        accepted=accepted,
        people=PeopleCounts(len(accepted), withheld),
        meta={"kode_unit": "DINKES", "periode": "2026-TW1", "putaran": "1", "leluhur": "abc"},
        created=CREATED,
        title_lines=TITLES,
        kertas=Kertas.F4,
    )
