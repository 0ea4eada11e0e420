"""Tables for analysts: what a spreadsheet makes of them, and their types as Parquet."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.ekspor import Bentuk, IsiEkspor
from kinerja_xlsx.report import ekspor
from kinerja_xlsx.report.ekspor import MissingLibraryError, as_text, require_library, to_csv
from kinerja_xlsx.report.tabel_ekspor import (
    INDIKATOR,
    MASALAH,
    PEGAWAI,
    UNIT,
    Jenis,
    Nilai,
    Tabel,
    tables_of,
)

NIP = "199001012015031001"
TABLES = ("pegawai", "indikator", "unit", "masalah")


def table(jenis: Jenis, *values: Nilai) -> Tabel:
    """Make a table of one column."""
    return Tabel("coba", (("isi", jenis),), tuple((value,) for value in values))


def cells(jenis: Jenis, *values: Nilai) -> list[str]:
    """Write values as CSV and read them back as texts."""
    text = to_csv(table(jenis, *values)).decode("utf-8-sig")
    return [row[0] if row else "" for row in csv.reader(io.StringIO(text), delimiter=";")][1:]


def test_csv_begins_with_its_mark_and_uses_what_an_indonesian_excel_expects() -> None:
    written = to_csv(
        Tabel(
            "coba",
            (("nama", Jenis.TEKS), ("capaian", Jenis.ANGKA)),
            (("Contoh; A", Decimal("98.50")), ("B", None)),
        )
    )

    assert written == b'\xef\xbb\xbfnama;capaian\r\n"Contoh; A";98,5\r\nB;\r\n'


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+62",
        "-",
        "@nama",
        "\t=1",
        "\r=1",
        "  =HYPERLINK(1)",
        "\N{FULLWIDTH EQUALS SIGN}1",
        "1.1",
        "12",
        "1e5",
        "3/2026",
        "Mar 2026",
        "2-Mei",
    ],
)
def test_a_text_that_a_spreadsheet_would_work_out_or_reshape_stays_a_text(text: str) -> None:
    assert as_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Kepala Badan", "Contoh, S.Kep.", "a=b", "No. 3 tahun", ""])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert as_text(text) == text


@given(st.text(max_size=30))
def test_no_text_begins_a_formula(text: str) -> None:
    (cell,) = cells(Jenis.TEKS, text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))


def test_nip_stands_in_its_groups_and_what_is_none_is_any_text() -> None:
    assert cells(Jenis.NIP, NIP, "123", None) == ["19900101 201503 1 001", "'123", ""]


def test_blank_is_blank_and_zero_is_zero() -> None:
    assert cells(Jenis.ANGKA, None, Decimal(0), Decimal("-0.0000001")) == ["", "0", "0"]
    assert cells(Jenis.BULAT, None, 0, 12) == ["", "0", "12"]
    assert cells(Jenis.YA_TIDAK, *(True, False, None)) == ["ya", "tidak", ""]


def test_figures_keep_six_decimals_and_dates_are_iso() -> None:
    assert cells(Jenis.ANGKA, Decimal(200) / 3, Decimal(100)) == ["66,666667", "100"]
    assert cells(Jenis.TANGGAL, date(2026, 3, 1)) == ["2026-03-01"]


def test_tables_and_columns_have_names_of_their_own() -> None:
    tables = tables_of(IsiEkspor("2026-TW1", (), (), (), ()))

    assert [one.nama for one in tables] == [*TABLES]
    for columns in (PEGAWAI, INDIKATOR, UNIT, MASALAH):
        names = [column.nama for column in columns]
        assert len(set(names)) == len(names)
        assert all(column.arti for column in columns)


def test_readme_lists_every_column_with_its_kind_and_meaning() -> None:
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")

    lines = [
        *(("pegawai", one.nama, one.jenis, one.arti) for one in PEGAWAI),
        *(("indikator", one.nama, one.jenis, one.arti) for one in INDIKATOR),
        *(("unit", one.nama, one.jenis, one.arti) for one in UNIT),
        *(("masalah", one.nama, one.jenis, one.arti) for one in MASALAH),
    ]
    for table_name, nama, jenis, arti in lines:
        assert f"| {table_name} | `{nama}` | {jenis.value} | {arti} |" in readme


def test_parquet_without_its_library_is_told_with_a_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    require_library(Bentuk.CSV)
    with pytest.raises(MissingLibraryError, match=r"pyarrow.*--bentuk csv"):
        require_library(Bentuk.PARQUET)


def test_parquet_keeps_kinds_and_values_and_the_same_bytes() -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow (extra analisis) is not installed")
    kolom = tuple((jenis.name.lower(), jenis) for jenis in Jenis)
    rows = (
        ("=1+1", NIP, 3, Decimal("98.5"), date(2026, 3, 1), True),
        (None, None, None, None, None, None),
    )
    made = ekspor.to_parquet(Tabel("coba", kolom, rows))

    read = pq.read_table(io.BytesIO(made))

    assert [str(field.type) for field in read.schema] == [
        "string",
        "string",
        "int64",
        "double",
        "date32[day]",
        "bool",
    ]
    assert [tuple(row.values()) for row in read.to_pylist()] == [
        ("=1+1", NIP, 3, 98.5, date(2026, 3, 1), True),
        (None,) * 6,
    ]
    assert ekspor.to_parquet(Tabel("coba", kolom, rows)) == made


def test_parquet_of_no_rows_still_has_its_columns() -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow (extra analisis) is not installed")
    made = ekspor.to_parquet(Tabel("coba", (("a", Jenis.TEKS), ("b", Jenis.ANGKA)), ()))

    assert pq.read_table(io.BytesIO(made)).column_names == ["a", "b"]
