"""Words of the field for our columns, the office's own words, and the false friends among them."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.read.header import Header, resolve_header
from kinerja_xlsx.spec.book import BOOKS
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.katalog import AliasRow, LembarAlias
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetRow, columns_of
from tests.drawn import headings_of

SHEETS = tuple(dict.fromkeys(model for book in BOOKS for model in book.readable))
FALSE_FRIENDS = (
    "GOL_DARAH", "Gol. Darah", "SATUAN KERJA", "Satuan Kerja", "KELAS JABATAN", "grade",
    "NIP LAMA", "NRK", "NUPTK", "NIK", "NIK PEGAWAI", "NPWP", "NPWP NOMOR", "NIPY", "PNS ID",
    "MASA KERJA GOLONGAN", "TMT GOLONGAN", "TMT JABATAN", "GOL AWAL NAMA", "GOL AKHIR ID", "GOL_X",
    "ES/GOL", "GR / TMT", "Nama / NIP", "JABATAN/ESELON", "JABATAN ID", "TUNJANGAN JABATAN",
    "jabatan_penilai", "nama_penilai", "atasan_jabatan_penilai", "NAMA SEKOLAH", "NAMA IBU",
    "PENDIDIKAN NAMA", "STATUS", "STATUS KEHADIRAN", "STATUS PERNIKAHAN", "Kriteria",
    "nilai_capaian", "Bulan Dinilai", "TANGGAL LAHIR", "UNOR ID", "target_tahunan",
    "Realisasi Anggaran", "keterangan_realisasi",
)  # fmt: skip


def resolved(model: type[SheetRow], *headings: str, aliases: tuple[AliasRow, ...] = ()) -> Header:
    header = resolve_header([list(headings)], model, Place("a.xlsx", model.sheet), aliases)
    assert header is not None
    return header


def without(model: type[SheetRow], field: str, written: str, *aliases: AliasRow) -> Header:
    """Write another heading over one column."""
    headings = [written if spec.field == field else spec.heading for spec in columns_of(model)]
    return resolved(model, *headings, aliases=aliases)


@pytest.mark.parametrize("friend", FALSE_FRIENDS)
@pytest.mark.parametrize("model", SHEETS, ids=lambda model: model.sheet)
def test_false_friend_is_no_column_of_any_sheet(model: type[SheetRow], friend: str) -> None:
    first, second = columns_of(model)[0].heading, columns_of(model)[1].heading

    header = resolved(model, first, second, friend)

    assert [column.heading for column in header.extra] == [friend]


@pytest.mark.parametrize(
    ("model", "field", "written"),
    [
        (PegawaiRow, "nip", "NIP BARU"),
        (PegawaiRow, "nip", "NIP (Tanpa Spasi)"),
        (PegawaiRow, "nama", "NAMA LENGKAP"),
        (PegawaiRow, "status_asn", "JENIS PEGAWAI NAMA"),
        (PegawaiRow, "golongan", "GOL AKHIR NAMA"),
        (PegawaiRow, "golongan", "Gol. Ruang"),
        (PegawaiRow, "jabatan", "JABATAN_NAMA"),
        (PegawaiRow, "jenis_jabatan", "JENIS JABATAN NAMA"),
        (PegawaiRow, "unit_kerja", "UNOR NAMA"),
        (PegawaiRow, "unit_kerja", "PD/UNIT KERJA"),
        (HasilKerjaRow, "rencana_hasil_kerja", "rencana_hasil_kerja"),
        (HasilKerjaRow, "rhk_pimpinan", "rencana_hasil_kerja_diintervensi"),
        (HasilKerjaRow, "indikator", "indikator_kinerja_individu"),
        (HasilKerjaRow, "umpan_balik", "umpan_balik"),
        (PenilaianRow, "rating_hasil_kerja", "rating_hasil_kerja"),
        (PenilaianRow, "catatan", "catatan_rekomendasi"),
        (PenilaianRow, "nilai_perilaku", "NILAI PRILAKU"),
    ],
)
def test_word_of_the_field_is_read_and_noted(
    model: type[SheetRow], field: str, written: str
) -> None:
    header = without(model, field, written)

    assert field in [column.field for column in header.columns]
    assert [(issue.code, issue.value) for issue in header.issues] == [(IssueCode.LBR_10, written)]


def test_the_new_nip_beats_the_old_one_whatever_the_order() -> None:
    header = resolved(PegawaiRow, "NIP LAMA", "NIP BARU", "NAMA")

    assert [(column.field, column.heading) for column in header.columns] == [
        ("nip", "NIP BARU"),
        ("nama", "NAMA"),
    ]


def alias(kolom: str, word: str, lembar: LembarAlias | None = None) -> AliasRow:
    return AliasRow(lembar=lembar, kolom=kolom, sebutan_lain=word)


def test_word_of_the_office_is_read_on_its_sheet_and_noted() -> None:
    eviden = alias("Bukti Dukung", "Eviden", LembarAlias.HASIL_KERJA)

    header = without(HasilKerjaRow, "bukti_dukung", "EVIDEN", eviden)

    assert "bukti_dukung" in [column.field for column in header.columns]
    (issue,) = header.issues
    assert (issue.code, issue.value, issue.place.heading) == (
        IssueCode.LBR_10,
        "EVIDEN",
        "Bukti Dukung",
    )


def test_word_of_the_office_without_a_sheet_is_read_wherever_the_column_is() -> None:
    words = alias("Nama", "Pegawai")

    assert without(PegawaiRow, "nama", "Pegawai", words).extra == ()
    assert without(PenilaianRow, "nama", "Pegawai", words).extra == ()


def test_word_for_another_sheet_is_not_read_here() -> None:
    header = without(
        PenilaianRow, "nama", "Pegawai", alias("Nama", "Pegawai", LembarAlias.PEGAWAI)
    )

    assert [column.heading for column in header.extra] == ["Pegawai"]


def test_word_for_one_sheet_beats_the_word_for_all() -> None:
    special = alias("Catatan/Rekomendasi", "Uraian", LembarAlias.PENILAIAN)
    general = alias("Umpan Balik Perilaku", "Uraian")

    header = without(PenilaianRow, "catatan", "Uraian", special, general)

    assert "catatan" in [column.field for column in header.columns]


def test_own_heading_beats_the_word_of_the_office() -> None:
    header = resolved(PegawaiRow, *headings_of(PegawaiRow), aliases=(alias("Nama", "Jabatan"),))

    assert header.issues == ()
