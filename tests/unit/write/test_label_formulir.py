"""Official forms label by label: each printed word of the form, in its order, and as often."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.law import (
    CapaianOrganisasi,
    FormulirPegawai,
    JenisJabatan,
    Pendekatan,
    Predikat,
)
from kinerja_xlsx.write.hasil import Orang, render_hasil
from kinerja_xlsx.write.hasil.labels import BUTIR_PERILAKU
from kinerja_xlsx.write.hasil.rincian import TITLE
from kinerja_xlsx.write.skp import render_skp
from tests.hasil_angka_drawn import chosen, rated, scored
from tests.hasil_drawn import (
    book,
    form,
    indikator,
    indikator_jpt,
    indikator_kualitatif,
    pegawai,
    penilaian,
)
from tests.hasil_read import FORM, sheet_of, shown, texts
from tests.skp_drawn import rencana, rencana_jpt, rencana_kualitatif, skp_book, skp_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
    from kinerja_xlsx.spec.pegawai import PegawaiRow
    from kinerja_xlsx.spec.skp import RencanaRow

PIMPINAN = "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI"
RHK = "RENCANA HASIL KERJA"
IKI = "INDIKATOR KINERJA INDIVIDU"
REALISASI = "REALISASI BERDASARKAN BUKTI DUKUNG"
UMPAN_BALIK = "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG"
JA_JF = "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"
JPT = "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
UKURAN = "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target:"
UKURAN_JPT = "Ukuran keberhasilan/Indikator Kinerja Individu, Target, dan Perspektif:"
PANELS = (
    "NO", "PEGAWAI YANG DINILAI", "NO", "PEJABAT PENILAI KINERJA",
    *(label
      for label in ("NAMA", "NIP", "PANGKAT/GOL. RUANG", "JABATAN", "UNIT KERJA")
      for _ in range(2)),
)  # fmt: skip
NILAI = tuple(
    text
    for nilai, butir in BUTIR_PERILAKU.items()
    for text in (nilai.value, "\n".join(f"• {line}" for line in butir))
)


@dataclass(frozen=True)
class Ragam:
    """One kind of form: post and approach, and the headings of its table of hasil kerja."""

    jenis: JenisJabatan
    pendekatan: Pendekatan
    bagi: str
    headings: tuple[str, ...]
    ukuran: str = ""

    @property
    def person(self) -> PegawaiRow:
        """Somebody who holds such a post."""
        is_jpt = self.jenis is JenisJabatan.JPT
        return pegawai(1, jenis_jabatan=self.jenis, **({"jenjang": None} if is_jpt else {}))

    @property
    def titles(self) -> tuple[str, str]:
        """Second and third line of the title."""
        return f"PENDEKATAN HASIL KERJA {self.pendekatan.value.upper()}", self.bagi


KUANTITATIF, KUALITATIF = Pendekatan
RAGAM = {
    "JA/JF kuantitatif": Ragam(
        JenisJabatan.FUNGSIONAL, KUANTITATIF, JA_JF, ("NO", PIMPINAN, RHK, "ASPEK", IKI, "TARGET")
    ),
    "JA/JF kualitatif": Ragam(
        JenisJabatan.PELAKSANA, KUALITATIF, JA_JF, ("NO", PIMPINAN, RHK), UKURAN
    ),
    "JPT kuantitatif": Ragam(
        JenisJabatan.JPT, KUANTITATIF, JPT, ("NO", RHK, IKI, "TARGET", "PERSPEKTIF")
    ),
    "JPT kualitatif": Ragam(JenisJabatan.JPT, KUALITATIF, JPT, ("NO", RHK), UKURAN_JPT),
}


def numbers(count: int) -> Iterator[str]:
    return (f"({number})" for number in range(1, count + 1))


def ukuran_cell(ragam: Ragam, rhk: str) -> tuple[str, ...]:
    """In the qualitative approach the measure stands below the RHK, in the same cell."""
    return (f"{rhk}\n{ragam.ukuran}",) if ragam.ukuran else ()


def official_evaluasi(ragam: Ragam, rhk: str) -> list[str]:
    """List the labels of Evaluasi Kinerja. Source: PermenPANRB 6/2022 as public forms print it."""
    headings = (*ragam.headings, REALISASI, UMPAN_BALIK)
    return [
        "EVALUASI KINERJA PEGAWAI", *ragam.titles, "PERIODE: TRIWULAN I",
        "PEMERINTAH KOTA SERANG", "PERIODE PENILAIAN: 1 JANUARI SD 31 MARET TAHUN 2026",
        *PANELS,
        "CAPAIAN KINERJA ORGANISASI", "POLA DISTRIBUSI",
        "HASIL KERJA", *headings, *numbers(len(headings)),
        "A. UTAMA", *ukuran_cell(ragam, rhk), "B. TAMBAHAN: tidak ada",
        "RATING HASIL KERJA",
        "PERILAKU KERJA", "NO", "PERILAKU KERJA", "EKSPEKTASI KHUSUS PIMPINAN", UMPAN_BALIK,
        *NILAI,
        "RATING PERILAKU KERJA", "PREDIKAT KINERJA PEGAWAI",
        "Serang, 6 April 2026", "Pejabat Penilai Kinerja,",
    ]  # fmt: skip


def official_skp(ragam: Ragam, rhk: str) -> list[str]:
    """List the labels of the SKP and of its attachment."""
    headings = tuple(f"{text}*" if text == PIMPINAN else text for text in ragam.headings)
    kop = (
        *ragam.titles, "PEMERINTAH KOTA SERANG",
        "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026", *PANELS,
    )  # fmt: skip
    signed = ("Serang, 12 Januari 2026", "Pegawai yang Dinilai,", "Pejabat Penilai Kinerja,")
    return [
        "SASARAN KINERJA PEGAWAI", *kop,
        "HASIL KERJA", *headings, *numbers(len(headings)),
        "A. UTAMA", *ukuran_cell(ragam, rhk), "B. TAMBAHAN: tidak ada",
        "PERILAKU KERJA**", "NO", "PERILAKU KERJA", "EKSPEKTASI KHUSUS PIMPINAN",
        *NILAI, *signed,
        "LAMPIRAN SASARAN KINERJA PEGAWAI", *kop,
        "DUKUNGAN SUMBER DAYA", "SKEMA PERTANGGUNGJAWABAN", "KONSEKUENSI", *signed,
    ]  # fmt: skip


BIODATA = (
    "Nama", "NIP", "Nomor Seri KARPEG", "Tempat/Tgl. Lahir", "Jenis Kelamin",
    "Pangkat/Golongan Ruang/TMT", "Jabatan/TMT", "Unit Kerja", "Instansi",
)  # fmt: skip
NOMOR = "NOMOR : ............................"
KOP_KREDIT = (
    NOMOR, "Instansi : Pemerintah Kota Serang", "Periode : 1 Januari 2026 sampai 31 Maret 2026",
)  # fmt: skip
ORANG = ("NAMA", "NIP", "PANGKAT/GOL. RUANG", "JABATAN", "UNIT KERJA")
SIGNED = ("Ditetapkan di Serang\nPada tanggal 6 April 2026", "Pejabat Penilai Kinerja,")
FURTHER = {
    FormulirPegawai.DOKUMEN: [
        "DOKUMEN EVALUASI KINERJA PEGAWAI", "PERIODE: TRIWULAN I", "PEMERINTAH KOTA SERANG",
        "PERIODE PENILAIAN: 1 JANUARI SD 31 MARET TAHUN 2026",
        "1", "PEGAWAI YANG DINILAI", *ORANG,
        "2", "PEJABAT PENILAI KINERJA", *ORANG,
        "3", "ATASAN PEJABAT PENILAI KINERJA", *ORANG,
        "4", "EVALUASI KINERJA", "CAPAIAN KINERJA ORGANISASI", "PREDIKAT KINERJA PEGAWAI",
        "5", "CATATAN/REKOMENDASI",
        "7. Serang, ............................", "6. Serang, 6 April 2026",
        "Pegawai yang dinilai,", "Pejabat Penilai Kinerja,",
    ],
    FormulirPegawai.KONVERSI: [
        "KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT", *KOP_KREDIT,
        "PEJABAT FUNGSIONAL YANG DINILAI", *BIODATA,
        "Hasil Penilaian Kinerja", "PREDIKAT", "PROSENTASE", "Koefisien per Tahun",
        "Angka Kredit yang didapat\n(kolom 2 x kolom 3)", "(1)", "(2)", "(3)", "(4)", *SIGNED,
    ],
    FormulirPegawai.AKUMULASI: [
        "AKUMULASI ANGKA KREDIT", *KOP_KREDIT,
        "I", "KETERANGAN PERORANGAN", *BIODATA,
        "HASIL PENILAIAN ANGKA KREDIT", "HASIL PENILAIAN KINERJA",
        "TAHUN", "PERIODIK (BULAN)", "PREDIKAT", "PROSENTASE", "KOEFISIEN PER TAHUN",
        "ANGKA KREDIT YANG DIDAPAT", *numbers(6),
        "JUMLAH ANGKA KREDIT YANG DIPEROLEH", *SIGNED,
    ],
}  # fmt: skip
"""Labels of the forms beside the evaluation. Source: public forms of 6/2022 and of BKN 3/2023."""


def labels_in(found: Sequence[str], official: Sequence[str]) -> list[str]:
    """Give the labels that a sheet prints, as they come; its other cells are left out."""
    known = set(official)
    return [text for text in found if text in known]


def hasil_rows(ragam: Ragam) -> list[HasilKerjaRow]:
    if ragam.pendekatan is KUALITATIF:
        bare = {"rhk_pimpinan": None} if ragam.jenis is JenisJabatan.JPT else {}
        return [indikator_kualitatif("1.1", **bare)]
    return [(indikator_jpt if ragam.jenis is JenisJabatan.JPT else indikator)("1.1")]


def rencana_rows(ragam: Ragam) -> list[RencanaRow]:
    if ragam.pendekatan is KUALITATIF:
        bare = {"rhk_pimpinan": None} if ragam.jenis is JenisJabatan.JPT else {}
        return [rencana_kualitatif("1.1", **bare)]
    return [(rencana_jpt if ragam.jenis is JenisJabatan.JPT else rencana)("1.1")]


@pytest.mark.parametrize("name", RAGAM)
def test_evaluasi_prints_each_official_label_in_its_order(name: str) -> None:
    ragam, rows = RAGAM[name], hasil_rows(RAGAM[name])
    rating = penilaian(umpan_balik_perilaku=None)
    made = form(1, rows, person=ragam.person, rating=rating)

    found = texts(sheet_of(made, pendekatan=ragam.pendekatan))

    official = official_evaluasi(ragam, rows[0].rencana_hasil_kerja)
    assert labels_in(found[: found.index(TITLE)], official) == official


@pytest.mark.parametrize("name", RAGAM)
def test_skp_and_attachment_print_each_official_label_in_its_order(name: str) -> None:
    ragam, rows = RAGAM[name], rencana_rows(RAGAM[name])
    made = skp_form(1, rows, person=ragam.person)

    found = texts(shown(render_skp(skp_book([made], pendekatan=ragam.pendekatan)), 1))

    official = official_skp(ragam, rows[0].rencana_hasil_kerja)
    assert labels_in(found, official) == official


@pytest.mark.parametrize("jenis", FURTHER)
def test_each_further_form_prints_each_official_label_in_its_order(
    jenis: FormulirPegawai,
) -> None:
    atasan = Orang("Contoh Sekretaris", "197001011995031009", "IV/d", "Sekretaris", "Setda")
    made = replace(scored(rated(1, Predikat.BAIK), chosen()), atasan=atasan)

    found = texts(shown(render_hasil(book([made], formulir=(jenis,))), FORM + 1))

    printed = found[: next(at for at, text in enumerate(found) if text.startswith("ASAL ANGKA"))]
    assert labels_in(printed, FURTHER[jenis]) == FURTHER[jenis]


@pytest.mark.parametrize("capaian", CapaianOrganisasi)
def test_the_curve_is_named_as_on_the_official_form(capaian: CapaianOrganisasi) -> None:
    found = texts(sheet_of(form(1), capaian_organisasi=capaian))

    official = "KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI"
    assert any(text.upper().startswith(f"{official} {capaian.value.upper()},") for text in found)
