"""A Lembar Penilai shows what a rater needs, asks for ratings alone, and fits into an Isian."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.law import Ekspektasi, Pendekatan
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import IndikatorScore
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.lembar_penilai import LembarPenilaianRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.write.penilai import LembarPenilai, render_lembar_penilai
from kinerja_xlsx.write.template.cek import BELUM, OK
from tests.hasil_drawn import (
    PENILAI,
    book,
    disisihkan,
    form,
    indikator,
    indikator_kualitatif,
    nip_of,
    penilaian,
)
from tests.unit.write.template_drawn import FIRST, HEADER, load
from tests.unit.write.template_drawn import book as template_book
from tests.unit.write.test_kata import hard_words

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.write.hasil import HasilForm
    from kinerja_xlsx.write.template.aturan import Cells

EMPTY: Cells = {"nip": nip_of(1), "nama": "Contoh Pegawai 1, S.Kep."}
RATED: Cells = {
    **EMPTY,
    "rating_hasil_kerja": "Sesuai Ekspektasi",
    "rating_perilaku": "Di Atas Ekspektasi",
}


def lembar(*rows: Cells, forms: tuple[HasilForm, ...] = (), **changes: object) -> LembarPenilai:
    """Make the Lembar of one rater; any field may be changed."""
    shown = forms or (form(1, predikat=None, rating=unrated()), form(2))
    made = LembarPenilai(
        book=book(shown, others=(), distribusi=None),
        kode=PENILAI.nip,
        penilai=PENILAI,
        rows=rows or (EMPTY,),
        tertahan=0,
        berkas=("kiriman/dinkes.xlsx",),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # any field, by name


def unrated() -> PenilaianRow:
    return penilaian(rating_hasil_kerja=None, rating_perilaku=None)


def opened(made: LembarPenilai) -> Workbook:
    return load(render_lembar_penilai(made), values=True)


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def table(sheet: Worksheet, first: str) -> list[dict[str, object]]:
    """Read a table as its rows by heading."""
    head = next(row for row in sheet.iter_rows() if row[0].value == first)
    headings = [str(cell.value) for cell in head]
    rows = sheet.iter_rows(min_row=(head[0].row or 0) + 1, values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows if row[1] is not None]


def test_sheet_penilaian_has_the_columns_of_the_isian_in_their_places() -> None:
    own, other = opened(lembar())["Penilaian"], template_book(ISIAN)["Penilaian"]

    assert [cell.value for cell in own[HEADER]] == [cell.value for cell in other[HEADER]]
    assert [spec.field for spec in columns_of(LembarPenilaianRow)] == list(
        PenilaianRow.model_fields
    )


def test_cells_offer_and_refuse_what_those_of_the_isian_do() -> None:
    def rules(sheet: Worksheet) -> dict[str, tuple[object, ...]]:
        return {
            str(item.sqref): (item.type, item.formula1, item.operator, item.errorStyle, item.error)
            for item in sheet.data_validations.dataValidation
        }

    own = opened(lembar())
    other = template_book(ISIAN)

    assert rules(own["Penilaian"]) == rules(other["Penilaian"])
    ekspektasi = own.defined_names["Daftar_Ekspektasi"].attr_text
    cells = own["Referensi"][ekspektasi.partition("!")[2]]
    assert [row[0].value for row in cells] == [one.value for one in Ekspektasi]


def test_nip_and_days_are_kept_as_they_are_when_copied() -> None:
    sheet = opened(lembar())["Penilaian"]

    formats = {
        str(sheet.cell(HEADER, column).value): sheet.cell(FIRST, column).number_format
        for column in range(2, sheet.max_column + 1)
    }
    assert sheet.cell(FIRST, 2).value == nip_of(1)
    assert sheet.cell(FIRST, 2).data_type == "s"
    assert (formats["NIP"], formats["Tanggal Penilaian"]) == ("@", "dd/mm/yyyy")


def test_ratings_are_open_and_names_are_not() -> None:
    sheet = opened(lembar())["Penilaian"]

    locked = {
        str(sheet.cell(HEADER, column).value): sheet.cell(FIRST, column).protection.locked
        for column in range(2, sheet.max_column + 1)
    }
    assert sheet.protection.sheet
    assert {name for name, is_locked in locked.items() if is_locked} == {"NIP", "Nama"}


def test_rows_end_with_the_people_who_wait() -> None:
    sheet = opened(lembar(EMPTY, {**EMPTY, "nip": nip_of(2)}))["Penilaian"]

    assert sheet.max_row == FIRST + 1


@pytest.mark.parametrize(
    ("row", "status"),
    [
        (EMPTY, BELUM),
        (RATED, OK),
        ({**RATED, "rating_perilaku": None}, "PERIKSA: Rating Perilaku kosong"),
        ({**EMPTY, "catatan": "Ikut pelatihan"}, "PERIKSA: Rating Hasil Kerja kosong"),
    ],
)
def test_status_asks_for_both_ratings(row: Cells, status: str) -> None:
    assert opened(lembar(row))["Penilaian"].cell(FIRST, 1).value == status


def test_second_engine_finds_every_stored_status_current(tmp_path: Path) -> None:
    pytest.importorskip("formualizer")
    program = shutil.which("formualizer", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("formualizer tidak terpasang")
    path = tmp_path / "lembar.xlsx"
    path.write_bytes(render_lembar_penilai(lembar(EMPTY, RATED, {**RATED, "catatan": 5})))

    result = subprocess.run(
        [program, "recalc", "--check", "--json", str(path)], capture_output=True, check=False
    )

    report = json.loads(result.stdout)
    assert report["formula_cells"] == 4
    assert (report["status"], report["cache_cells_changed"]) == ("current", 0)


def test_material_shows_usulan_beside_what_is_rated_already() -> None:
    first, second = table(opened(lembar())["Bahan"], "No")

    assert (first["NIP"], first["Capaian (%)"]) == (nip_of(1), pytest.approx(98.0417, abs=0.001))
    assert first["Usulan Rating Hasil Kerja"] == "Sesuai Ekspektasi"
    assert first["Rating Hasil Kerja"] == first["Rating Perilaku"] == "Belum ditetapkan"
    assert second["Rating Hasil Kerja"] == "Sesuai Ekspektasi"
    assert "Usulan bukan rating." in str(first["Keterangan"])


def test_missing_realisasi_is_said_and_never_zero() -> None:
    rows = [indikator("1.1", realisasi=None), indikator("1.2", target=Decimal(0))]
    opened_book = opened(lembar(forms=(form(1, rows, predikat=None, rating=unrated()),)))

    missing, zero = table(opened_book["Bukti"], "NIP")
    assert (missing["Realisasi"], missing["Capaian (%)"]) == ("Belum diisi", "Belum ada")
    assert zero["Capaian (%)"] == "Tidak dinilai"
    (person,) = table(opened_book["Bahan"], "No")
    assert (person["Capaian (%)"], person["Usulan Rating Hasil Kerja"]) == (
        "Belum ada",
        "Belum ada",
    )


def test_evidence_is_listed_for_every_indicator() -> None:
    made = form(1, [indikator("1.1", target_atas=Decimal(1500)), indikator("1.2")])
    first, second = table(opened(lembar(forms=(made,)))["Bukti"], "NIP")

    assert first["Target"] == "1.200 – 1.500"
    assert second["Realisasi"] == "1.176,5"
    assert first["Bukti Dukung"] == second["Bukti Dukung"] == "Register pasien Januari-Maret 2026"


def test_capaian_just_below_a_band_is_not_rounded_into_it() -> None:
    made = form(1, [indikator("1.1")])
    status = made.score.indikator[0].status
    close = IndikatorScore("1.1", status, Decimal(1), Decimal("89.996"))
    score = replace(made.score, capaian=Decimal("89.996"), indikator=(close,))
    opened_book = opened(lembar(forms=(replace(made, score=score),)))

    assert table(opened_book["Bukti"], "NIP")[0]["Capaian (%)"] == "89,996"
    assert table(opened_book["Bahan"], "No")[0]["Capaian (%)"] == "89,996"


def test_qualitative_work_is_shown_in_words() -> None:
    made = form(1, [indikator_kualitatif("1.1", uraian_realisasi=None)], rating=unrated())
    unit = book([made], pendekatan=Pendekatan.KUALITATIF, others=(), distribusi=None)
    opened_book = opened(lembar(book=unit))

    (row,) = table(opened_book["Bukti"], "NIP")
    assert row["Target"] == "Seluruh pengaduan pasien dijawab pada hari yang sama"
    assert row["Realisasi"] == "Belum diisi"
    assert "Capaian (%)" not in row
    assert table(opened_book["Bahan"], "No")[0]["Capaian (%)"] == "Kualitatif"


def test_guide_names_the_rater_the_cells_to_copy_and_the_file_they_go_to() -> None:
    said = "\n".join(texts(opened(lembar(EMPTY, RATED))["Petunjuk"]))

    assert f"Penilai: {PENILAI.nama} · NIP {PENILAI.nip} · {PENILAI.jabatan}" in said
    assert "B5:T6" in said
    assert "«dinkes.xlsx»" in said
    assert "menilai 2 penugasan; 2 di antaranya menunggu rating" in said
    assert "Belum termasuk" not in said


def test_guide_shows_the_pattern_of_the_unit_and_the_quadrant() -> None:
    made = opened(lembar())["Petunjuk"]
    said = texts(made)

    assert any("Capaian kinerja organisasi Baik: predikat terbanyak Baik" in text for text in said)
    assert any("bentuk, bukan kuota" in text for text in said)
    assert said[-4:] == ["Di Bawah Ekspektasi", "Butuh Perbaikan", "Butuh Perbaikan",
                         "Sangat Kurang"]  # fmt: skip


def test_guide_says_when_the_unit_has_no_capaian_yet() -> None:
    unit = book([form(1)], capaian_organisasi=None, others=(), distribusi=None)

    said = texts(opened(lembar(book=unit))["Petunjuk"])

    assert any("Capaian kinerja organisasi belum diisi" in text for text in said)
    assert not any("bentuk, bukan kuota" in text for text in said)


def test_guide_tells_of_people_who_are_still_held_back_without_naming_them() -> None:
    said = "\n".join(texts(opened(lembar(tertahan=2))["Petunjuk"]))

    assert "Belum termasuk: 2 penugasan yang isiannya masih dibetulkan unit." in said


def test_rater_whom_nobody_knows_is_named_by_the_code() -> None:
    said = texts(opened(lembar(penilai=None, kode="WALIKOTA"))["Petunjuk"])

    assert "Penilai: WALIKOTA" in said


def test_several_files_are_named_and_no_more_than_a_few() -> None:
    files = tuple(f"a/{number}.xlsx" for number in range(1, 6))
    said = "\n".join(texts(opened(lembar(berkas=files))["Petunjuk"]))

    assert "Isian yang memuat pegawainya: «1.xlsx», «2.xlsx», «3.xlsx» dan lainnya" in said


def test_workbook_shows_no_word_of_blame_and_no_spread_of_others() -> None:
    others = (disisihkan(90, PenugasanStatus.DITAHAN, "Alasan."),)
    made = opened(lembar(book=book(others=others)))

    said = [text for sheet in made for text in texts(sheet)]
    assert {text: hard_words(text) for text in said if hard_words(text)} == {}
    assert nip_of(90) not in said


def test_same_lembar_gives_the_same_bytes() -> None:
    assert render_lembar_penilai(lembar()) == render_lembar_penilai(lembar())
