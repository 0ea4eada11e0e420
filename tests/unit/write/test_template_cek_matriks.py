"""The status in `Cek` says what the checks say, over every mixture of states of a person."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.validate import check_isian
from kinerja_xlsx.write.template import render_book
from kinerja_xlsx.write.template.cek import BELUM, OK, PERIKSA, TIDAK_DINILAI
from tests.unit.write.cek_banding import (
    SHEETS,
    assert_libreoffice_agrees,
    assert_second_engine_agrees,
    expected,
    short,
    statuses,
)
from tests.unit.write.template_drawn import (
    HEADER,
    INDIKATOR,
    PEGAWAI,
    content,
    load,
    read_back,
)

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja_xlsx.spec.penugasan import Checked
    from kinerja_xlsx.write.template.aturan import Cells

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
    assert_second_engine_agrees(matrix().data, tmp_path)


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_agrees_on_the_whole_matrix(tmp_path: Path) -> None:
    assert_libreoffice_agrees(matrix().data, tmp_path)
