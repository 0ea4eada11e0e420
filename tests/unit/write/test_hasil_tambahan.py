"""Attendance, satisfaction and logged activities in the unit's workbook."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.law import MutuPelayanan, Pendekatan
from kinerja_xlsx.model.score import KepuasanScore, Step
from kinerja_xlsx.spec.kegiatan import KegiatanRow
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.write.hasil import HasilBook, HasilForm, render_hasil
from tests.hasil_drawn import book, form, indikator, indikator_kualitatif, nip_of, placed
from tests.hasil_read import texts

SKM = KepuasanScore(
    layanan="Rawat jalan",
    responden=150,
    unsur=(Decimal("3.5"),) * 9,
    nilai=Decimal("87.5"),
    mutu=MutuPelayanan.B,
    kinerja="Baik",
    step=Step("SKM Rawat jalan", "rumusnya", "87,50 = B (Baik)", "dasarnya", ("Kepuasan!D5",)),
)


def with_kehadiran(made: HasilForm, **counts: int) -> HasilForm:
    row = KehadiranRow.model_validate({"nip": made.penugasan.nip, **counts})
    kehadiran = placed(row, "Kehadiran", 5)
    return replace(made, penugasan=replace(made.penugasan, kehadiran=kehadiran))


def with_kegiatan(made: HasilForm, *hasil: Decimal | None, satuan: str = "pasien") -> HasilForm:
    rows = tuple(
        placed(
            KegiatanRow(
                nip=made.penugasan.nip,
                tanggal=date(2026, 1, 5),
                kegiatan="Melayani",
                no_indikator="1.1",
                hasil=each,
                satuan=satuan,
            ),
            "Kegiatan",
            number,
        )
        for number, each in enumerate(hasil, start=5)
    )
    return replace(made, penugasan=replace(made.penugasan, kegiatan=rows))


def rows_below(unit: HasilBook, name: str, heading: str = "No") -> list[dict[str, object]]:
    sheet = load_workbook(BytesIO(render_hasil(unit)))[name]
    lines = [[cell.value for cell in row] for row in sheet]
    head = next(index for index, line in enumerate(lines) if line[0] == heading)
    headings = [str(value) for value in lines[head]]
    return [dict(zip(headings, line, strict=True)) for line in lines[head + 1 :] if line[0]]


def form_texts(made: HasilForm, **changes: object) -> list[str]:
    workbook = load_workbook(BytesIO(render_hasil(book([made], **changes))))
    return texts(workbook[nip_of(1)])


def test_without_such_data_there_are_no_such_sheets() -> None:
    names = load_workbook(BytesIO(render_hasil(book()))).sheetnames

    assert {"Kehadiran", "Kepuasan"}.isdisjoint(names)


def test_attendance_shows_zero_only_for_the_kinds_the_sum_proves() -> None:
    made = with_kehadiran(form(1), hari_kerja=62, hadir=61, cuti=1, terlambat_30=2)

    first, second = rows_below(book([made, form(2)]), "Kehadiran")

    assert (first["NIP"], first["Hari Kerja"], first["Hadir"], first["Cuti"]) == (
        nip_of(1), 62, 61, 1,
    )  # fmt: skip
    assert (first["Sakit"], first["Alpa"]) == (0, 0)
    assert (first["Terlambat 1–30"], first["Terlambat 31–60"], first["Tidak Apel"]) == (
        2,
        "–",
        "–",
    )
    assert (second["NIP"], second["Hari Kerja"], second["Hadir"]) == (
        nip_of(2),
        "Belum diisi",
        "–",
    )


def test_satisfaction_shows_index_band_and_where_it_comes_from() -> None:
    (row,) = rows_below(book(kepuasan=(SKM,)), "Kepuasan")

    assert row == {
        "No": 1,
        "Layanan": "Rawat jalan",
        "Responden": 150,
        "SKM": 87.5,
        "Mutu": "B",
        "Kinerja": "Baik",
        "Rumus": "rumusnya",
        "Dasar": "dasarnya",
        "Sel Sumber": "Kepuasan!D5",
    }


def test_an_index_next_to_the_edge_is_not_rounded_over_it() -> None:
    step = replace(SKM.step, result="88,3097 = B (Baik)")
    score = replace(SKM, nilai=Decimal("88.3097222"), step=step)

    (row,) = rows_below(book(kepuasan=(score,)), "Kepuasan")

    assert row["SKM"] == "88,3097"


@pytest.mark.parametrize(
    ("hasil", "shown"),
    [
        ((Decimal(24), Decimal("6.5")), "2 kegiatan tercatat, jumlah hasil 30,5 pasien"),
        ((Decimal(24), None), "2 kegiatan tercatat, jumlah hasil 24 pasien"),
        ((None,), "1 kegiatan tercatat"),
    ],
)
def test_activities_stand_where_the_evidence_was_left_blank(
    hasil: tuple[Decimal | None, ...], shown: str
) -> None:
    made = with_kegiatan(form(1, [indikator("1.1", bukti_dukung=None)]), *hasil)

    assert shown in form_texts(made)


def test_typed_evidence_stays_alone() -> None:
    made = with_kegiatan(form(1, [indikator("1.1")]), Decimal(24))

    shown = form_texts(made)
    assert "Register pasien Januari-Maret 2026" in shown
    assert not any("kegiatan tercatat" in text for text in shown)


def test_activities_of_another_indicator_prove_nothing() -> None:
    made = with_kegiatan(form(1, [indikator("1.2", bukti_dukung=None)]), Decimal(24))

    assert not any("kegiatan tercatat" in text for text in form_texts(made))


def test_activities_prove_qualitative_work_too() -> None:
    made = with_kegiatan(form(1, [indikator_kualitatif("1.1", bukti_dukung=None)]), None)

    assert "1 kegiatan tercatat" in form_texts(made, pendekatan=Pendekatan.KUALITATIF)
