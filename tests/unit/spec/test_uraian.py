"""Limits and duties in words agree with the types that the checks use."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import Golongan, Siklus
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.spec.book import BOOKS
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.pengaturan import PeriodeRow, RosterRow, UnitRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import Kind, SheetModel, column_by_field, columns_of
from kinerja_xlsx.spec.uraian import (
    choices_text,
    limits_text,
    meaning_text,
    range_text,
    required_text,
    withheld_text,
)

MODELS = tuple({model: None for book in BOOKS for model in (book.form, *book.readable)})


@pytest.mark.parametrize(
    ("model", "field", "expected"),
    [
        (PegawaiRow, "nip", "NIP 18 angka sebagai teks"),
        (PegawaiRow, "penilai", "NIP 18 angka sebagai teks, atau kode paling banyak 40 huruf"),
        (HasilKerjaRow, "no_indikator", "nomor RHK, titik, nomor indikator; 1.1 sampai 50.99"),
        (UnitRow, "kode", "kode paling banyak 20 huruf, angka, titik, atau tanda hubung"),
        (PeriodeRow, "kode", "kode periode: 2026-03, 2026-TW1, 2026-S1, atau 2026"),
        (HasilKerjaRow, "umpan_balik", "teks, paling banyak 1.000 huruf"),
        (HasilKerjaRow, "no_rhk", "bilangan bulat 1 sampai 50"),
        (
            PenilaianRow,
            "nilai_perilaku",
            "angka 0 sampai 120, paling banyak 4 angka di belakang koma",
        ),
        (
            HasilKerjaRow,
            "bobot",
            "angka lebih dari 0 sampai 100, paling banyak 4 angka di belakang koma",
        ),
        (PegawaiRow, "mulai", "tanggal, ditulis hari/bulan/tahun"),
        (UnitRow, "siklus", "pilihan: Bulanan · Triwulanan · Semester"),
        (
            PegawaiRow,
            "golongan",
            "pilihan: I/a · I/b · I/c · I/d · II/a · … · XVII (34 pilihan)",
        ),
    ],
)
def test_limits_read_as_a_person_would_say_them(
    model: type[SheetModel], field: str, expected: str
) -> None:
    assert limits_text(column_by_field(model, field)) == expected


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_limits_name_every_bound_of_the_type(model: type[SheetModel]) -> None:
    for spec in columns_of(model):
        text = limits_text(spec)

        bounds = [spec.at_least, spec.more_than, spec.at_most]
        assert [b for b in bounds if b is not None and format_number(b) not in text] == []
        assert "None" not in text
        assert "  " not in text


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_length_of_plain_texts_is_named(model: type[SheetModel]) -> None:
    texts = [spec for spec in columns_of(model) if spec.kind is Kind.TEKS]

    assert [spec.field for spec in texts if spec.max_length is None] == []
    assert [s.field for s in texts if str(s.max_length)[-3:] not in limits_text(s)] == []


def test_column_without_numbers_has_no_range() -> None:
    assert range_text(column_by_field(PegawaiRow, "nama")) == ""


@pytest.mark.parametrize(
    ("model", "field", "expected"),
    [
        (PegawaiRow, "nip", "wajib"),
        (PegawaiRow, "unit_kerja", "boleh kosong"),
        (PegawaiRow, "jenjang", "wajib bila Jenis Jabatan berisi «Fungsional»"),
        (RosterRow, "jenjang", "boleh kosong"),
        (IdentitasForm, "kode_unit", "wajib"),
        (IdentitasForm, "pengisi", "sebaiknya diisi"),
        (IdentitasForm, "kontak", "boleh kosong"),
    ],
)
def test_duty_to_fill_follows_type_and_conditions(
    model: type[SheetModel], field: str, expected: str
) -> None:
    assert required_text(model, field) == expected


def test_short_list_is_named_whole() -> None:
    assert choices_text(Siklus) == "«Bulanan», «Triwulanan», «Semester»"


def test_long_list_points_at_its_sheet() -> None:
    assert choices_text(Golongan) == (
        "«I/a», «I/b», «I/c», «I/d», «II/a», dan lainnya di lembar Referensi"
    )


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (IssueCode.SEL_01, "Kolom ini belum diisi."),
        (IssueCode.SEL_02, "«…» bukan angka."),
        (IssueCode.LBR_06, "Kolom «…» diperlukan, tetapi tidak ada."),
        (IssueCode.SEL_28, "Spasi berlebih pada … sel kolom ini dibuang."),
        (IssueCode.LTS_07, "Isian pegawai ini belum diisi."),
        (IssueCode.BRK_01, "Berkas ini bukan buku kerja Excel; isinya terbaca sebagai …"),
        (
            IssueCode.LTS_01,
            "Jumlah Bobot bukan 100, atau Bobot hanya terisi pada sebagian baris.",
        ),
    ],
)
def test_meaning_of_a_code_reads_without_a_case_at_hand(code: IssueCode, text: str) -> None:
    assert meaning_text(code) == text


@pytest.mark.parametrize("code", list(IssueCode), ids=lambda code: code.value)
def test_meaning_has_no_placeholder_and_says_something(code: IssueCode) -> None:
    meaning = meaning_text(code)

    assert not set("{}") & set(meaning)
    assert len(meaning.replace("…", "").strip(" .«»")) > len("dibaca")  # more than one bare verb
    assert meaning[0] in "«…" or meaning[0].isupper()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (IssueCode.BRK_04, "seluruh berkas"),
        (IssueCode.LTS_07, "pegawai itu"),
        (IssueCode.SEL_24, "–"),
    ],
)
def test_what_is_withheld_is_said_in_words(code: IssueCode, text: str) -> None:
    assert withheld_text(code) == text
