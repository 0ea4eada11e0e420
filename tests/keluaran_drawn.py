"""One of every workbook that the program makes, from drawn data, as rich as they get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.model.law import FormulirPegawai, Kertas, Pendekatan
from kinerja_xlsx.spec.book import PENGATURAN
from kinerja_xlsx.write.banding import render_banding
from kinerja_xlsx.write.hasil import render_formulir, render_hasil, render_siap_cetak
from kinerja_xlsx.write.penilai import render_lembar_penilai
from kinerja_xlsx.write.penolakan import render_penolakan
from kinerja_xlsx.write.perbaikan import render_perbaikan
from kinerja_xlsx.write.rekap import render_rekap
from kinerja_xlsx.write.skp import render_skp
from kinerja_xlsx.write.template import render_book
from kinerja_xlsx.write.templates import blank_templates
from tests.hasil_angka_drawn import everything
from tests.hasil_drawn import book, form, indikator_kualitatif
from tests.rekap_penuh import full_agency
from tests.skp_drawn import skp_book
from tests.unit.write.perbaikan_drawn import (
    FILE,
    REALISASI,
    TARGET,
    issue,
    messy_workbook,
    place,
    request,
    submission_of,
)  # fmt: skip
from tests.unit.write.template_drawn import CREATED, EACH_BOOK, content, rendered
from tests.unit.write.test_banding import drawn as drawn_banding
from tests.unit.write.test_lembar_penilai import lembar

if TYPE_CHECKING:
    from kinerja_xlsx.model.issue import Issue


@cache
def drawn_books() -> Mapping[str, bytes]:
    """Render one of each."""
    hasil = replace(everything(), formulir=tuple(FormulirPegawai))
    kualitatif = [form(1, [indikator_kualitatif("1.1"), indikator_kualitatif("1.2")])]
    return {
        **{f"templat {name}": data for name, data in blank_templates().items()},
        **{f"isi {spec.template}": rendered(spec) for spec in EACH_BOOK},
        "Pengaturan terisi": render_book(PENGATURAN, content({}, kertas=Kertas.A4)),
        "Hasil": render_hasil(hasil),
        "Hasil kualitatif": render_hasil(book(kualitatif, pendekatan=Pendekatan.KUALITATIF)),
        "Hasil kosong": render_hasil(book([], distribusi=None)),
        "Lembar Penilai": render_lembar_penilai(lembar()),
        "formulir": render_formulir(hasil, hasil.forms[:2]),
        "siap cetak": render_siap_cetak(hasil, hasil.forms),
        "SKP": render_skp(skp_book()),
        "rekap": render_rekap(full_agency()),
        "rekap kosong": render_rekap(replace(full_agency(), employees=())),
        "Perbaikan": render_perbaikan(request(submission_of(messy_workbook()), *_issues())),
        "Penolakan": render_penolakan(FILE, _issues(), created=CREATED),
        "banding": render_banding(drawn_banding()),
    }


def _issues() -> tuple[Issue, ...]:
    return (
        issue(IssueCode.SEL_02, place("Hasil Kerja", 9, REALISASI, "Realisasi"), value="dua"),
        issue(IssueCode.SEL_01, place("Hasil Kerja", 8, TARGET, "Target")),
        issue(IssueCode.LBR_10, place("Pegawai", 4, 5, "Golongan"), value="Gol."),
        issue(IssueCode.BRK_14, Place(FILE)),
    )
