"""The workbook of a unit: index that balances, links that lead somewhere, live counts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xlsx.model.law import CapaianOrganisasi, Predikat, Sifat
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import Distribusi, Move
from kinerja_xlsx.write.hasil import Disisihkan, render_hasil
from kinerja_xlsx.write.rekap_distribusi import pola_text
from tests.hasil_drawn import book, form, indikator, nip_of, pegawai

HOSTILE = '=HYPERLINK("http://contoh.invalid","x")'


def sheets(data: bytes, *, values: bool) -> dict[str, Worksheet]:
    workbook = load_workbook(BytesIO(data), data_only=values)
    return {sheet.title: sheet for sheet in workbook.worksheets}


def table(sheet: Worksheet, first_heading: str) -> list[list[object]]:
    """Give the rows below the heading row that begins so, to the first row with an empty first."""
    head = next(
        row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == first_heading
    )
    rows: list[list[object]] = []
    for row in range(head + 1, sheet.max_row + 1):
        if sheet.cell(row, 1).value is None:
            break
        rows.append([cell.value for cell in sheet[row]])
    return rows


def test_sheets_are_named_after_nip_and_a_second_assignment_gets_a_number() -> None:
    acting = form(1, person=pegawai(1, sifat=Sifat.PLT))

    found = sheets(render_hasil(book([form(1), form(2), acting])), values=True)

    names = [nip_of(1), nip_of(2), f"{nip_of(1)}-2"]
    assert list(found) == ["Indeks", "Rekap", "Sebaran", *names, "Rujukan"]
    assert "Perawat Ahli Muda (Plt)" in [cell.value for row in found[names[2]] for cell in row]


def test_the_same_unit_gives_the_same_bytes() -> None:
    assert render_hasil(book()) == render_hasil(book())


def test_the_file_carries_no_clock() -> None:
    properties = load_workbook(BytesIO(render_hasil(book()))).properties

    assert properties.created == datetime(2026, 3, 31)  # noqa: DTZ001 - a file date has no zone
    assert properties.title == "Hasil Evaluasi Kinerja Pegawai Dinas Kesehatan Triwulan I 2026"


def test_the_index_names_everybody_and_its_counts_balance() -> None:
    indeks = sheets(render_hasil(book()), values=True)["Indeks"]

    rows = table(indeks, "No")
    assert [(row[1], row[5], row[6]) for row in rows] == [
        (nip_of(1), "Dinilai", "Predikat: Baik"),
        (nip_of(2), "Dinilai", "Predikat: Baik"),
        (nip_of(90), "Ditahan", "NIP tidak ada di daftar induk (BRS-06)."),
        (nip_of(91), "Tidak dinilai", "Cuti sepanjang periode."),
        (nip_of(92), "Tidak dikirim", "Tidak ada dalam berkas unit."),
    ]
    assert [row[3:5] for row in rows[2:]] == [["Perawat Ahli Muda", "Plt"]] * 3
    counts = {indeks.cell(row, 3).value: indeks.cell(row, 2).value for row in range(5, 10)}
    assert counts == {
        "Dinilai": 2,
        "Ditahan": 1,
        "Tidak dinilai": 1,
        "Tidak dikirim": 1,
        "Jumlah penugasan": 5,
    }


def test_the_counts_of_the_index_are_live() -> None:
    indeks = sheets(render_hasil(book()), values=False)["Indeks"]

    assert [indeks.cell(row, 2).value for row in range(5, 10)] == [
        '=COUNTIF($F$12:$F$16,"Dinilai")',
        '=COUNTIF($F$12:$F$16,"Ditahan")',
        '=COUNTIF($F$12:$F$16,"Tidak dinilai")',
        '=COUNTIF($F$12:$F$16,"Tidak dikirim")',
        "=SUM(B5:B8)",
    ]


def test_each_link_of_the_index_leads_to_its_form() -> None:
    data = render_hasil(book([form(1), form(2), form(1, person=pegawai(1, sifat=Sifat.PJ))]))

    names = list(sheets(data, values=True))[3:-1]
    links = [row[7] for row in table(sheets(data, values=False)["Indeks"], "No")]
    shown = [row[7] for row in table(sheets(data, values=True)["Indeks"], "No")]
    assert links[:3] == [f'=HYPERLINK("#\'{name}\'!A1","Buka formulir")' for name in names]
    assert shown[:3] == ["Buka formulir"] * 3
    assert shown[3:] == ["–"] * 3


def test_each_form_has_a_way_back_beside_the_printed_area() -> None:
    data = render_hasil(book([form(1)]))

    live = sheets(data, values=False)[nip_of(1)]
    assert live["L1"].value == '=HYPERLINK("#\'Indeks\'!A1","Kembali ke Indeks")'
    assert sheets(data, values=True)[nip_of(1)]["L1"].value == "Kembali ke Indeks"
    assert re.search(r"!\$A\$1:\$K\$\d+$", str(live.print_area))


def test_the_recap_shows_one_row_per_assignment_with_typed_cells() -> None:
    waiting = form(2, rows=[indikator("1.1", realisasi=None)], predikat=None)

    rekap = sheets(render_hasil(book([form(1), waiting])), values=True)["Rekap"]

    first, second = table(rekap, "No")
    assert first[1:7] == [
        nip_of(1),
        "Contoh Pegawai 1, S.Kep.",
        "Perawat Ahli Muda",
        "Definitif",
        datetime(2026, 1, 1),  # noqa: DTZ001 - a cell has no zone
        datetime(2026, 3, 31),  # noqa: DTZ001 - a cell has no zone
    ]
    assert first[7] == pytest.approx(98.0416666667)
    assert first[8:] == ["Sesuai Ekspektasi"] * 3 + ["Baik", "–"]
    assert second[7:] == [
        "Belum diisi",
        "Belum ada",
        "Belum ditetapkan",
        "Belum ditetapkan",
        "Belum ditetapkan",
        "Belum lengkap: ada indikator tanpa realisasi.",
    ]


def test_the_recap_filters_freezes_and_repeats_its_heading() -> None:
    rekap = sheets(render_hasil(book()), values=True)["Rekap"]

    assert rekap.auto_filter.ref == "A5:M7"
    assert rekap.freeze_panes == "D6"
    assert rekap.print_title_rows == "$5:$5"


def test_the_reference_repeats_the_heading_of_its_long_table() -> None:
    rujukan = sheets(render_hasil(book()), values=True)["Rujukan"]

    row = int((rujukan.print_title_rows or "$0:$0").split("$")[-1])
    assert [cell.value for cell in rujukan[row]][:3] == ["Ketentuan", "Nilai", "Satuan"]
    assert rujukan.cell(row + 1, 1).value == "Batas capaian"


def test_the_spread_is_counted_live_and_adds_up() -> None:
    forms = [form(1), form(2, predikat=Predikat.SANGAT_BAIK), form(3, predikat=None)]
    data = render_hasil(book(forms))

    live = sheets(data, values=False)["Sebaran"]
    now = sheets(data, values=True)["Sebaran"]
    assert live["B5"].value == "=COUNTIF('Rekap'!$L$6:$L$8,\"Sangat Baik\")"
    assert [now.cell(row, 2).value for row in range(5, 12)] == [1, 1, 0, 0, 0, 1, 3]
    assert [now.cell(row, 3).value for row in range(5, 12)] == [1, 1, 0, 0, 0, 1, 3]
    assert [now.cell(row, 4).value for row in range(5, 12)] == [2, 11, 6, 3, 2, "–", "–"]


def test_no_formula_counts_a_nip() -> None:
    data = render_hasil(book())

    formulas = [
        (name, cell.value)
        for name, sheet in sheets(data, values=False).items()
        for row in sheet
        for cell in row
        if cell.data_type == "f"
    ]
    counted = [text for _, text in formulas if re.search(r"(COUNT|SUM|AVERAGE)IFS?\(", str(text))]
    assert counted
    assert {re.search(r"\$([A-Z]+)\$", str(text)).group(1) for text in counted} == {"F", "L"}  # type: ignore[union-attr]  # each counts a column


def test_the_charts_say_what_they_show() -> None:
    with ZipFile(BytesIO(render_hasil(book()))) as package:
        drawings = [
            package.read(name).decode()
            for name in package.namelist()
            if name.startswith("xl/drawings/drawing")
        ]

    (drawing,) = drawings
    assert (
        "Diagram batang dan garis. Sebaran predikat di atas bentuk polanya (%). Pegawai (%): "
        "Sangat Baik 0, Baik 100, Butuh Perbaikan 0, Kurang/Misconduct 0, Sangat Kurang 0; "
        "Bentuk pola (%), bukan kuota: Sangat Baik 8,33, Baik 45,83,"
    ) in drawing
    assert "DENGAN CAPAIAN KINERJA ORGANISASI BAIK: Sangat Kurang 2" in drawing


def test_a_unit_without_capaian_organisasi_has_no_curve() -> None:
    data = render_hasil(book(capaian_organisasi=None, distribusi=None))

    sebaran = sheets(data, values=True)["Sebaran"]
    headings = [cell.value for cell in sebaran[4] if cell.value is not None]
    assert headings == ["Predikat", "Penugasan", "Bagian dari yang berpredikat (%)"]
    assert "Capaian kinerja organisasi: belum diisi" in str(
        sheets(data, values=True)["Indeks"]["A3"].value
    )


def test_a_unit_in_which_nobody_was_accepted_still_has_its_workbook() -> None:
    data = render_hasil(book([], distribusi=None))

    found = sheets(data, values=True)
    assert list(found) == ["Indeks", "Rekap", "Sebaran", "Rujukan"]
    assert found["Rekap"]["C6"].value == "Belum ada penugasan yang dinilai."
    assert [found["Indeks"].cell(row, 2).value for row in range(5, 10)] == [0, 1, 1, 1, 3]


def test_an_empty_unit_says_so() -> None:
    indeks = sheets(render_hasil(book([], others=(), distribusi=None)), values=True)["Indeks"]

    assert "Tidak ada penugasan dalam berkas unit ini." in [cell.value for cell in indeks[12]]


def test_hostile_names_stay_text_in_index_and_recap() -> None:
    unit = book(
        [form(1, person=pegawai(1, nama=HOSTILE, jabatan=HOSTILE))],
        nama_unit=HOSTILE,
        others=(Disisihkan(HOSTILE, HOSTILE, HOSTILE, HOSTILE, PenugasanStatus.DITAHAN, HOSTILE),),
    )

    found = sheets(render_hasil(unit), values=False)

    for name in ("Indeks", "Rekap"):
        shown = [cell for row in found[name] for cell in row if cell.value == HOSTILE]
        assert shown
        assert {cell.data_type for cell in shown} == {"s"}


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "Sebaran predikat sesuai dengan pola capaian kinerja organisasi «Baik»."),
        (
            {"expected": 12},
            (
                "Sementara: 10 dari 12 pegawai sudah mempunyai predikat. Sebaran predikat sesuai "
                "dengan pola capaian kinerja organisasi «Baik»."
            ),
        ),
        (
            {"capaian_organisasi": None},
            "Capaian kinerja organisasi belum diisi, sehingga sebaran predikat belum diperiksa.",
        ),
        ({"total": 0}, "Belum ada predikat, sehingga sebaran belum dapat diperiksa."),
        (
            {
                "broken": ("Baik paling banyak 70 persen",),
                "moves": (Move(2, Predikat.BAIK, Predikat.KURANG),),
                "is_small": True,
                "dominance": "Predikat terbanyak Baik.",
            },
            (
                "Sebaran predikat belum sesuai dengan pola capaian kinerja organisasi «Baik»: "
                "Baik paling banyak 70 persen. Perubahan terkecil yang memenuhi pola: 2 pegawai "
                "dari Baik ke Kurang/Misconduct. Unit ini kecil, sehingga pola hanya menjadi "
                "catatan. Program tidak mengubah predikat siapa pun. Predikat terbanyak Baik."
            ),
        ),
    ],
)
def test_the_verdict_on_the_spread_is_a_plain_sentence(
    changes: dict[str, object], text: str
) -> None:
    spread = Distribusi(
        capaian_organisasi=CapaianOrganisasi.BAIK,
        counts=tuple((predikat, 2) for predikat in Predikat),
        total=10,
        expected=10,
        broken=(),
        moves=(),
        is_small=False,
        dominance=None,
    )

    said = pola_text(replace(spread, **changes))  # type: ignore[arg-type]  # any field, by name

    assert said == text
