"""Words of the field: each has one meaning; what has two, or none, is only proposed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

import pytest

from kinerja_xlsx.model.law import (
    CapaianOrganisasi,
    Ekspektasi,
    Golongan,
    JenisJabatan,
    Jenjang,
    Keadaan,
    Sifat,
    StatusAsn,
    YaTidak,
)
from kinerja_xlsx.read.text import plain
from kinerja_xlsx.spec.book import BOOKS, SKP_BOOKS
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetModel, columns_of
from kinerja_xlsx.validate.normalise_date import MONTHS
from kinerja_xlsx.validate.normalise_kode import parse_period
from kinerja_xlsx.validate.rows import PERCENT_WORDS
from kinerja_xlsx.validate.synonyms import choices_by_fold, fold
from tests.unit.validate.build import noted, reader_of

G = Golongan
Meanings = Mapping[Enum, tuple[str, ...]]
GOLONGAN: Meanings = {
    G.III_A: ("III/a", "III a", "Penata Muda", "PENATA  MUDA", "Penata Muda / IIIa"),
    G.III_B: (
        "III.b", "III b", "IIIb", "PENATA MUDA TK.I", "PENATA MUDA TK. I", "PENATA MUDA TK. 1",
        "PENATA MUDA Tk.1", "PENATA MUDA TINGKAT I",
    ),
    G.III_C: ("III C", "PENATA", "PENATA / III C", "Gol. III/c", "Penata, III/c"),
    G.III_D: (
        "Golongan III/d", "PENATA TK.I", "PENATA TK. I", "PENATA TK 1", "PENATA TK.1",
        "PENATA TINGKAT I", "PENATA TINGKAT 1", "Penata Tingkat 1, III/d",
        "Penata TK. I\u00a0 III/d",
    ),
    G.II_C: ("PENGATUR", "II/c"),
    G.II_D: ("PENGATUR TK.I",),
    G.II_B: ("PENGATUR MUDA TK.I",),
    G.IV_A: ("IV/A", "PEMBINA", "PEMBINA IV/a"),
    G.IV_B: ("IV.B", "PEMBINA TINGKAT I", "PEMBINA TK.I", "Pembina Tingkat 1, IV/b"),
    G.IV_C: ("Golongan IV/c", "PEMBINA UTAMA MUDA"),
    G.PPPK_9: ("IX", "ix", "IX - AHLI PERTAMA", "Gol IX"),
    G.PPPK_7: ("VII",),
    G.PPPK_5: ("V",),
    G.PPPK_10: ("X",),
}  # fmt: skip
STATUS: Meanings = {
    StatusAsn.PNS: ("PNS", "PNS ORGANIK", "PNS DPK", "PNS Aktif", "Pegawai Negeri Sipil"),
    StatusAsn.CPNS: ("CPNS", "CPNS 2024", "Calon PNS"),
    StatusAsn.PPPK: ("PPPK", "PPPK Aktif", "PPPK TAHUN 2023", "PPPK TAHAP 1 2025", "P3K"),
    StatusAsn.PPPK_PARUH_WAKTU: ("PPPK PARUH WAKTU", "PPPK Paruh Waktu Aktif"),
}
JENIS: Meanings = {
    JenisJabatan.FUNGSIONAL: (
        "Jabatan Fungsional", "JABATAN FUNGSIONAL", "FUNGSIONAL", "FUNGSIONAL/JFT",
    ),
    JenisJabatan.PELAKSANA: (
        "Jabatan Pelaksana", "PELAKSANA", "PELAKSANA/JFU", "FUNGSIONAL UMUM",
        "JABATAN FUNGSIONAL UMUM",
    ),
}  # fmt: skip
JENJANG: Meanings = {
    Jenjang.PEMULA: ("Pemula",),
    Jenjang.TERAMPIL: ("TERAMPIL",),
    Jenjang.MAHIR: ("Mahir",),
    Jenjang.PENYELIA: ("Penyelia",),
    Jenjang.AHLI_PERTAMA: ("AHLI PERTAMA", "Pertama"),
    Jenjang.AHLI_MUDA: ("Ahli Muda", "Muda"),
    Jenjang.AHLI_MADYA: ("Ahli Madya", "MADYA"),
}
RATING: Meanings = {
    Ekspektasi.DI_ATAS: ("DI ATAS EKSPEKTASI", "DIATAS EKSPEKTASI"),
    Ekspektasi.SESUAI: ("SESUAI EKSPEKTASI", "Sesuai  Ekspektasi"),
    Ekspektasi.DI_BAWAH: ("DI BAWAH EKSPEKTASI", "Dibawah Ekspektasi"),
}
CAPAIAN: Meanings = {
    CapaianOrganisasi.ISTIMEWA: ("ISTIMEWA",),
    CapaianOrganisasi.BAIK: ("BAIK", "Baik"),
    CapaianOrganisasi.BUTUH_PERBAIKAN: ("BUTUH PERBAIKAN",),
}
LAIN: Meanings = {
    Sifat.PLT: ("Plt.", "PLT"),
    Keadaan.AKTIF: ("AKTIF", "Aktif", "PPPK Paruh Waktu Aktif"),
    YaTidak.YA: ("Y", "YA"),
    YaTidak.TIDAK: ("T",),
}
KOLOM: tuple[tuple[type[SheetModel], str, Meanings], ...] = (
    (PegawaiRow, "golongan", GOLONGAN),
    (PegawaiRow, "status_asn", STATUS),
    (PegawaiRow, "jenis_jabatan", JENIS),
    (PegawaiRow, "jenjang", JENJANG),
    (PenilaianRow, "rating_perilaku", RATING),
    (IdentitasForm, "capaian_organisasi", CAPAIAN),
)
BULAN = {
    1: ("Januari", "Jan"), 2: ("Februari", "PEBRUARI", "Feb"), 3: ("Maret", "Mar", "March"),
    4: ("April", "Apr"), 5: ("Mei",), 6: ("Juni", "Jun"), 7: ("Juli", "Jul"),
    8: ("Agustus", "Ags", "AGS", "Agu"), 9: ("September", "Sep", "Sept", "SEPT"),
    10: ("Oktober", "Okt"), 11: ("November", "Nop", "Nov", "Nopember"), 12: ("Desember", "Des"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("model", "name", "typed", "member"),
    [
        (model, name, typed, member)
        for model, name, meanings in KOLOM
        for member, words in meanings.items()
        for typed in words
    ],
)
def test_word_of_the_field_means_one_choice(
    model: type[SheetModel], name: str, typed: str, member: Enum
) -> None:
    assert reader_of(model, name).read(typed).reading.value is member


@pytest.mark.parametrize(
    ("typed", "member"), [(word, member) for member, words in LAIN.items() for word in words]
)
def test_word_of_a_short_list_means_one_choice(typed: str, member: Enum) -> None:
    assert choices_by_fold(type(member))[fold(typed)] is member


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        *(("golongan", word) for word in (
            "33", "44", "31", "00", "O", "A", "B+", "PRANATA", "PENTA MUDA TINGKAT I",
            "AHLI PERTAMA", "Penata, III/d", "Penata Tk. I, III/c", "Eselon IV.B",
        )),
        *(("status_asn", word) for word in (
            "P", "Non PNS", "NON PNS", "Kontrak", "Tetap", "ORGANIK", "0RGANIK", "AKTIF",
            "PPK TAHUN 2023", "PNS 19", "2024",
        )),
        *(("jenis_jabatan", word) for word in (
            "Jabatan Struktural", "JABATAN STRUK TURAL", "Jabatan", "Umum",
        )),
        *(("jenjang", word) for word in ("Ahli", "Pelaksana", "TERAMPIL - BIDAN")),
        *(("rating_perilaku", word) for word in ("BAIK", "2,14", "Ekspektasi", "Belum Ada Nilai")),
    ],
)  # fmt: skip
def test_word_of_two_meanings_or_none_is_refused_and_at_most_proposed(
    name: str, typed: str
) -> None:
    model = PenilaianRow if name == "rating_perilaku" else PegawaiRow
    reading = reader_of(model, name).read(typed).reading

    assert reading.value is None
    assert set(noted(reading)) == {"SEL-06"}


@pytest.mark.parametrize(
    ("word", "month"), [(word, month) for month, words in BULAN.items() for word in words]
)
def test_word_for_a_month_means_that_month(word: str, month: int) -> None:
    assert MONTHS[word.casefold()] == month
    for typed in (f"{word} 2026", f"{word}. 2026", f"BULAN {word.upper()} 2026"):
        period = parse_period(typed)
        assert period is not None
        assert period.code == f"2026-{month:02d}"


@pytest.mark.parametrize("word", ["Persen", "persen", "Prosentase", "Pesentase", "Persentase"])
def test_word_for_percent_is_known(word: str) -> None:
    assert fold(word) in PERCENT_WORDS


@pytest.mark.parametrize("word", ["Laporan", "persen laporan", "laporan,bulan, persen", "1"])
def test_other_units_are_not_percent(word: str) -> None:
    assert fold(word) not in PERCENT_WORDS


@pytest.mark.parametrize("choices", [type(next(iter(m))) for _, _, m in KOLOM] + [Keadaan, Sifat])
def test_no_spelling_of_a_list_is_lost_to_two_meanings(choices: type[Enum]) -> None:
    known = choices_by_fold(choices)

    assert {known[fold(str(member.value))] for member in choices} == set(choices)


def test_no_heading_or_alias_of_a_sheet_names_two_columns() -> None:
    models = {model for book in (*BOOKS, *SKP_BOOKS.values()) for model in book.readable}
    for model in models:
        names = [
            plain(text)
            for spec in columns_of(model)
            for text in {plain(one): one for one in (spec.heading, *spec.column.aliases)}
        ]
        assert len(names) == len(set(names)), model.__name__


def test_the_roster_knows_every_word_that_the_units_know() -> None:
    """What `Pegawai` of a unit understands, `Pegawai` of the settings understands too."""
    roster = {spec.field: spec.column.aliases for spec in columns_of(RosterRow)}
    shared = ("nip", "nama", "status_asn", "golongan", "jabatan", "jenis_jabatan", "unit_kerja")
    for spec in columns_of(PegawaiRow):
        if spec.field in shared:
            assert set(spec.column.aliases) <= set(roster[spec.field]), spec.heading
