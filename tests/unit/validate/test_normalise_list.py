"""List columns: exact, spelled otherwise with one meaning, or refused with a proposal."""

from __future__ import annotations

from datetime import date
from enum import Enum

import pytest

from kinerja_xlsx.model.issue import Severity
from kinerja_xlsx.model.law import (
    CapaianOrganisasi,
    Ekspektasi,
    Golongan,
    JenisJabatan,
    LembarTambahan,
    StatusAsn,
)
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.pengaturan import PeriodeRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetModel, column_by_field
from kinerja_xlsx.validate.normalise_list import list_reader
from kinerja_xlsx.validate.synonyms import choices_by_fold, fold
from tests.unit.validate.build import noted, reader_of


def test_an_exact_choice_is_taken_without_a_word() -> None:
    reading = reader_of(PegawaiRow, "golongan").read("III/c").reading

    assert reading == (Golongan.III_C, (), None)


@pytest.mark.parametrize(
    ("model", "name", "typed", "member"),
    [
        (PegawaiRow, "golongan", "III-c", Golongan.III_C),
        (PegawaiRow, "golongan", "iii c", Golongan.III_C),
        (PegawaiRow, "golongan", "IIIc", Golongan.III_C),
        (PegawaiRow, "golongan", "III.c", Golongan.III_C),
        (PegawaiRow, "golongan", "Golongan III/c", Golongan.III_C),
        (PegawaiRow, "golongan", "Gol. III/c", Golongan.III_C),
        (PegawaiRow, "golongan", "ix", Golongan.PPPK_9),
        (PenilaianRow, "rating_perilaku", "DIATAS EKSPEKTASI", Ekspektasi.DI_ATAS),
        (PenilaianRow, "rating_perilaku", "Dibawah ekspektasi", Ekspektasi.DI_BAWAH),
        (PenilaianRow, "rating_perilaku", "sesuai", Ekspektasi.SESUAI),
        (PegawaiRow, "status_asn", "P3K", StatusAsn.PPPK),
        (PegawaiRow, "status_asn", "PPPK Paruh Waktu Aktif", StatusAsn.PPPK_PARUH_WAKTU),
        (PegawaiRow, "jenis_jabatan", "JABATAN FUNGSIONAL UMUM", JenisJabatan.PELAKSANA),
        (IdentitasForm, "capaian_organisasi", "Cukup", CapaianOrganisasi.BUTUH_PERBAIKAN),
        (IdentitasForm, "capaian_organisasi", "KURANG(MISCONDUCT)", CapaianOrganisasi.KURANG),
    ],
)
def test_another_spelling_with_one_meaning_is_taken_and_said(
    model: type[SheetModel], name: str, typed: str, member: Enum
) -> None:
    reading = reader_of(model, name).read(typed).reading

    assert reading.value is member
    assert noted(reading) == {"SEL-07": member.value}


def test_a_typing_slip_is_only_proposed() -> None:
    reading = reader_of(PenilaianRow, "rating_perilaku").read("Sesuai Ekspetasi").reading

    (note,) = reading.notes
    context = dict(note.context)
    assert (reading.value, note.code.value) == (None, "SEL-06")
    assert context["saran"] == "Mungkin maksud Anda «Sesuai Ekspektasi»?"
    assert note.proposal == "Sesuai Ekspektasi"
    assert context["pilihan"].startswith("«Di Atas Ekspektasi», «Sesuai")


def test_a_slip_that_may_mean_two_choices_names_both() -> None:
    (note,) = reader_of(PegawaiRow, "jenjang").read("Ahli Mda").reading.notes

    assert dict(note.context)["saran"] == "Mungkin maksud Anda «Ahli Muda» atau «Ahli Madya»?"


@pytest.mark.parametrize("typed", ["Luar biasa sekali", 3.0, date(2026, 1, 1), "SB"])
def test_what_is_near_to_nothing_gets_no_proposal(typed: CellValue) -> None:
    reading = reader_of(PenilaianRow, "rating_perilaku").read(typed).reading

    assert dict(reading.notes[0].context)["saran"] == ""
    assert reading.notes[0].proposal is None


@pytest.mark.parametrize(
    "typed",
    ["S\u0435suai Ekspektasi", "SESUA\u0406 EKSPEKTASI", "Sesuai \u0395kspektasi",
     "\uff33esuai Ekspektasi"],
)  # fmt: skip
def test_letters_of_another_alphabet_that_look_the_same_are_taken_and_said(typed: str) -> None:
    reading = reader_of(PenilaianRow, "rating_perilaku").read(typed).reading

    assert reading.value is Ekspektasi.SESUAI
    assert noted(reading) == {"SEL-30": "Sesuai Ekspektasi"}
    assert reading.notes[0].severity is Severity.CATATAN


def test_letters_of_another_alphabet_that_look_like_no_choice_are_refused() -> None:
    reading = reader_of(PenilaianRow, "rating_perilaku").read("S\u0435suai saja").reading

    assert set(noted(reading)) == {"SEL-06"}


def test_two_equally_near_choices_are_no_proposal() -> None:
    (note,) = reader_of(PegawaiRow, "golongan").read("III/x").reading.notes

    assert (note.code.value, note.proposal) == ("SEL-06", None)


def test_a_long_list_is_cut_short_in_the_message() -> None:
    reading = reader_of(PegawaiRow, "golongan").read("VX").reading

    assert dict(reading.notes[0].context)["pilihan"].endswith("dan lainnya di lembar Referensi")


def test_true_is_no_choice() -> None:
    assert set(noted(reader_of(PegawaiRow, "sifat").read(value=True).reading)) == {"SEL-32"}


@pytest.mark.parametrize(
    "choices", [Ekspektasi, Golongan, StatusAsn, JenisJabatan, CapaianOrganisasi]
)
def test_every_choice_is_found_by_its_own_folded_spelling(choices: type[Enum]) -> None:
    by_fold = choices_by_fold(choices)

    assert all(by_fold[fold(str(member.value))] is member for member in choices)


def test_a_spelling_that_means_two_choices_means_none() -> None:
    class Alike(Enum):
        ONE = "A-1"
        OTHER = "A 1"

    assert choices_by_fold(Alike) == {}


def test_a_column_without_choices_is_a_fault_of_ours() -> None:
    with pytest.raises(TypeError):
        list_reader(column_by_field(PegawaiRow, "nama"))


# -- several choices in one cell ------------------------------------------------------------------

KEHADIRAN, KEGIATAN, KEPUASAN = LembarTambahan


@pytest.mark.parametrize(
    ("typed", "members"),
    [
        ("Kehadiran", (KEHADIRAN,)),
        ("Kehadiran, Kegiatan", (KEHADIRAN, KEGIATAN)),
        ("Kehadiran, Kegiatan, Kepuasan", (KEHADIRAN, KEGIATAN, KEPUASAN)),
    ],
)
def test_several_choices_are_taken_without_a_word(
    typed: str, members: tuple[LembarTambahan, ...]
) -> None:
    assert reader_of(PeriodeRow, "lembar_tambahan").read(typed).reading == (members, (), None)


@pytest.mark.parametrize(
    "typed",
    ["Kegiatan, Kehadiran", "kehadiran; kegiatan", "Kehadiran dan Kegiatan",
     "Kehadiran,\nKegiatan,", "KEHADIRAN,Kegiatan,Kehadiran"],
)  # fmt: skip
def test_several_choices_in_another_writing_are_a_notice(typed: str) -> None:
    reading = reader_of(PeriodeRow, "lembar_tambahan").read(typed).reading

    assert reading.value == (KEHADIRAN, KEGIATAN)
    assert noted(reading) == {"SEL-07": "Kehadiran, Kegiatan"}


def test_an_unknown_one_among_several_is_refused_with_what_was_meant() -> None:
    reading = reader_of(PeriodeRow, "lembar_tambahan").read("Kehadiran, Kegiatn").reading

    (told,) = reading.notes
    assert (reading.value, told.value, told.proposal) == (None, "Kegiatn", None)
    assert dict(told.context)["saran"] == "Mungkin maksud Anda «Kegiatan»?"


@pytest.mark.parametrize("value", [3.0, date(2026, 1, 1)])
def test_numbers_and_dates_are_none_of_several_choices(value: CellValue) -> None:
    assert noted(reader_of(PeriodeRow, "lembar_tambahan").read(value).reading) == {"SEL-06": ""}
