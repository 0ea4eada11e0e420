"""The status in `Cek` says what the checks say, over every mixture of states of a person."""

from __future__ import annotations

import itertools
import json
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.validate import check_isian
from kinerja_xlsx.write.template import render_book
from kinerja_xlsx.write.template.cek import BELUM, OK, PERIKSA, TIDAK_DINILAI
from tests.unit.write.template_drawn import (
    FIRST,
    HEADER,
    INDIKATOR,
    PEGAWAI,
    content,
    load,
    read_back,
    recalculate,
)

if TYPE_CHECKING:
    from kinerja_xlsx.spec.penugasan import Checked
    from kinerja_xlsx.write.template.aturan import Cells

SHEETS = ("Pegawai", "Hasil Kerja", "Penilaian")
WORK: Cells = {
    **INDIKATOR,
    "rhk_pimpinan": "Meningkatnya layanan",
    "aspek": "Kuantitas",
    "satuan": "pasien",
    "arah": "Naik",
    "agregasi": "Jumlah",
    "realisasi": None,
}
STATES: tuple[Cells, ...] = (
    {},
    {"keadaan": "Aktif"},
    {"keadaan": "Cuti"},
    {"keadaan": "tugas belajar"},
    {"keadaan": "Pensiun"},
    {"keadaan": "Cuti", "mulai": date(2026, 2, 1)},
    {"keadaan": "Meninggal"},
)
ENTRIES: tuple[tuple[Cells, Cells], ...] = (
    ({}, {}),
    ({"realisasi": Decimal(1250), "bukti_dukung": "Register"}, {}),
    ({}, {"umpan_balik": "Pertahankan"}),
    ({"realisasi": Decimal(0), "bukti_dukung": "Register"}, {"realisasi": Decimal(7)}),
)
RATINGS: tuple[Cells, ...] = (
    {},
    {"rating_perilaku": "Sesuai Ekspektasi"},
    {"rating_perilaku": "Sesuai Ekspektasi", "rating_hasil_kerja": "Di Atas Ekspektasi"},
)
FAULTS: tuple[tuple[str, Cells], ...] = (
    ("", {}),
    ("Hasil Kerja", {"bobot": Decimal(101)}),
    ("Pegawai", {"jabatan": None}),
    ("Penilaian", {"nilai_perilaku": Decimal(121)}),
)


class Matrix(NamedTuple):
    """The rendered workbook, and what checking says of it."""

    data: bytes
    checked: Checked


@cache
def matrix() -> Matrix:
    rows: dict[str, list[Cells]] = {sheet: [] for sheet in SHEETS}
    mixtures = itertools.product(STATES, ENTRIES, RATINGS, FAULTS)
    for number, (state, entries, rating, (faulty, fault)) in enumerate(mixtures):
        nip = f"{19900101 + number // 100 % 28}2015031{number % 1000:03d}"
        person = {"nip": nip, "nama": f"Contoh {number}"}
        of = {sheet: fault if faulty == sheet else {} for sheet in SHEETS}
        rows["Pegawai"].append({**PEGAWAI, **person, **state, **of["Pegawai"]})
        first, second = ({**WORK, **person, **own} for own in entries)
        rows["Hasil Kerja"] += [first, {**second, "no_indikator": "1.2", **of["Hasil Kerja"]}]
        rows["Penilaian"].append({**person, **rating, **of["Penilaian"]})
    form: Cells = {"kode_unit": "PKM", "periode": "2026-TW1", "pendekatan": "Kuantitatif"}
    drawn = {sheet: tuple(found) for sheet, found in rows.items()}
    data = render_book(ISIAN, content(drawn, form=form))
    return Matrix(data, check_isian(read_back(data), None))


def expected(checked: Checked) -> dict[tuple[str, int], str]:
    """Say for each row what the checks know of it: set aside, faulty, unfilled, or sound."""
    wrong = {
        (issue.place.sheet, issue.place.row)
        for issue in checked.issues
        if issue.severity is Severity.GALAT
    }
    unfilled = {issue.nip for issue in checked.issues if issue.code is IssueCode.LTS_07}
    aside = {issue.nip for issue in checked.issues if issue.code is IssueCode.BRS_08}
    found = {}
    for record in checked.rows:
        nip = None if record.subject is None else checked.subjects[record.subject].nip
        place = (record.sheet, record.number)
        if nip in aside:
            found[place] = TIDAK_DINILAI
        elif place in wrong:
            found[place] = PERIKSA
        elif nip in unfilled and record.sheet != "Pegawai":
            found[place] = BELUM
        else:
            found[place] = OK
    return found


def statuses(data: bytes) -> dict[tuple[str, int], str]:
    book = load(data, values=True)
    return {
        (sheet, row): str(book[sheet].cell(row, 1).value)
        for sheet in SHEETS
        for row in range(FIRST, book[sheet].max_row + 1)
        if book[sheet].cell(row, 2).value
    }


def short(status: str) -> str:
    return PERIKSA if status.startswith(PERIKSA) else status


def test_status_of_every_row_is_what_the_checks_say() -> None:
    said = {place: short(status) for place, status in statuses(matrix().data).items()}
    known = expected(matrix().checked)

    assert len(known) == 4 * len(STATES) * len(ENTRIES) * len(RATINGS) * len(FAULTS)
    assert set(known.values()) == {OK, BELUM, PERIKSA, TIDAK_DINILAI}
    assert {
        place: (said[place], known[place]) for place in known if said[place] != known[place]
    } == {}


def test_progress_counts_what_needs_nothing_more() -> None:
    book = load(matrix().data, values=True)
    for sheet in SHEETS:
        own = [status for (name, _), status in expected(matrix().checked).items() if name == sheet]
        done = sum(status in {OK, TIDAK_DINILAI} for status in own)

        said = book[sheet].cell(HEADER - 1, 1).value
        assert said == f"Terisi {done} dari {len(own)} · BELUM LENGKAP"


def test_second_engine_agrees_on_the_whole_matrix(tmp_path: Path) -> None:
    pytest.importorskip("formualizer")
    program = shutil.which("formualizer", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("formualizer tidak terpasang")
    path = tmp_path / "buku.xlsx"
    path.write_bytes(matrix().data)

    result = subprocess.run(
        [program, "recalc", "--check", "--json", str(path)], capture_output=True, check=False
    )

    report = json.loads(result.stdout)
    assert (report["status"], report["cache_cells_changed"]) == ("current", 0)


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_agrees_on_the_whole_matrix(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice tidak terpasang")

    calculated = recalculate(soffice, matrix().data, tmp_path)

    said = {
        (sheet, row): str(calculated[sheet].cell(row, 1).value)
        for sheet, row in statuses(matrix().data)
    }
    assert said == statuses(matrix().data)


def test_person_with_two_posts_is_set_aside_by_neither() -> None:
    posts: tuple[Cells, ...] = (
        {**PEGAWAI, "keadaan": "Cuti"},
        {**PEGAWAI, "sifat": "Plt"},
    )
    rows = {"Pegawai": posts, "Penilaian": ({"nip": PEGAWAI["nip"], "sifat": "Plt"},)}

    said = statuses(render_book(ISIAN, content(rows)))

    assert TIDAK_DINILAI not in said.values()
