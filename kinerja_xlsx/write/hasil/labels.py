"""Printed words of the evaluation form. Source: PermenPANRB 6/2022, as public forms print it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import CapaianOrganisasi, NilaiPerilaku, Predikat

BELUM_DIISI: Final = "Belum diisi"
BELUM_DITETAPKAN: Final = "Belum ditetapkan"
KOSONG: Final = "–"
"""Stands where the form allows nothing to stand."""

JUDUL: Final = "EVALUASI KINERJA PEGAWAI"
PEGAWAI_DINILAI: Final = "PEGAWAI YANG DINILAI"
PEJABAT_PENILAI: Final = "PEJABAT PENILAI KINERJA"
BAGI_JA_JF: Final = "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"
BAGI_JPT: Final = "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
UKURAN_JA_JF: Final = "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target:"
UKURAN_JPT: Final = "Ukuran keberhasilan/Indikator Kinerja Individu, Target, dan Perspektif:"

BUTIR_PERILAKU: Final = MappingProxyType({
    NilaiPerilaku.BERORIENTASI_PELAYANAN: (
        "Memahami dan memenuhi kebutuhan masyarakat",
        "Ramah, cekatan, solutif, dan dapat diandalkan",
        "Melakukan perbaikan tiada henti",
    ),
    NilaiPerilaku.AKUNTABEL: (
        ("Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan "
        "berintegritas tinggi"),
        ("Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan "
        "efisien"),
        "Tidak menyalahgunakan kewenangan jabatan",
    ),
    NilaiPerilaku.KOMPETEN: (
        "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
        "Membantu orang lain belajar",
        "Melaksanakan tugas dengan kualitas terbaik",
    ),
    NilaiPerilaku.HARMONIS: (
        "Menghargai setiap orang apapun latar belakangnya",
        "Suka menolong orang lain",
        "Membangun lingkungan kerja yang kondusif",
    ),
    NilaiPerilaku.LOYAL: (
        ("Memegang teguh ideologi Pancasila, Undang-Undang Dasar Negara Republik Indonesia Tahun "
        "1945, setia kepada Negara Kesatuan Republik Indonesia serta pemerintahan yang sah"),
        "Menjaga nama baik sesama ASN, Pimpinan, Instansi, dan Negara",
        "Menjaga rahasia jabatan dan negara",
    ),
    NilaiPerilaku.ADAPTIF: (
        "Cepat menyesuaikan diri menghadapi perubahan",
        "Terus berinovasi dan mengembangkan kreativitas",
        "Bertindak proaktif",
    ),
    NilaiPerilaku.KOLABORATIF: (
        "Memberi kesempatan kepada berbagai pihak untuk berkontribusi",
        "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
        "Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama",
    ),
})  # fmt: skip
"""The 21 guide lines. Source: PermenPANRB 6/2022, Anak Lampiran (agrees in six sources)."""

# Each row adds up to 24: the shape of a curve, not a quota. Points: one source (a workbook said to
# be the official template); the place of the peak: three sources.
# fmt: off
_URUT: Final = (
    Predikat.SANGAT_KURANG, Predikat.KURANG, Predikat.BUTUH_PERBAIKAN, Predikat.BAIK,
    Predikat.SANGAT_BAIK,
)
_TITIK: Final = MappingProxyType({
    CapaianOrganisasi.ISTIMEWA:        ( 0,  1,  3,  7, 13),
    CapaianOrganisasi.BAIK:            ( 2,  3,  6, 11,  2),
    CapaianOrganisasi.BUTUH_PERBAIKAN: ( 3,  4, 10,  4,  3),
    CapaianOrganisasi.KURANG:          ( 2, 11,  6,  3,  2),
    CapaianOrganisasi.SANGAT_KURANG:   (13,  7,  3,  1,  0),
})
# fmt: on


def kurva(capaian: CapaianOrganisasi) -> tuple[tuple[Predikat, int], ...]:
    """Give the points of the distribution curve, in the order of its axis."""
    return tuple(zip(_URUT, _TITIK[capaian], strict=True))


def kurva_text(capaian: CapaianOrganisasi) -> str:
    """Draw the curve in one line of text and name its peak."""
    points = kurva(capaian)
    peak = max(points, key=lambda point: point[1])[0]
    drawn = "   ".join(f"{predikat.value} {'■' * count or KOSONG}" for predikat, count in points)
    return (
        "Kurva distribusi predikat kinerja pegawai dengan capaian kinerja organisasi "
        f"{capaian.value}, puncaknya {peak.value}. Gambar ini menunjukkan bentuk, bukan kuota:\n"
        f"{drawn}"
    )
