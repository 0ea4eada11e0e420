"""Cases 11 and 24: decimal marks, percentages, dates for figures, and figures out of scale."""

from __future__ import annotations

from tests.drawn import DrawnBook
from tests.flow.kasus_baris import every, puts
from tests.flow.kasus_nyata.dasar import (
    HD,
    HK,
    KG,
    KP,
    PN,
    SATU,
    Kasus,
)
from tests.flow.kasus_nyata.tangan import (
    cached,
    formatted,
    lengkap,
)


def in_percent(book: DrawnBook) -> None:
    """Measure the first indicator in percent."""
    book.sheets[HK][0].update({"Satuan": "persen", "Target": 100})


KOMA = (
    Kasus(11, "koma desimal", puts(HK, "Realisasi", "85,5"), "SEL-25 Hasil Kerja!U5",
          {"Hasil Kerja!U5": "85.5"}),
    Kasus(11, "titik ribuan dan koma", puts(HK, "Realisasi", "1.234,56"),
          "SEL-25 Hasil Kerja!U5", {"Hasil Kerja!U5": "1234.56"}),
    Kasus(11, "titik desimal", puts(HK, "Target", "85.5"), "SEL-24 Hasil Kerja!N5",
          {"Hasil Kerja!N5": "85.5"}),
    Kasus(11, "titik bermakna dua", puts(HK, "Realisasi", "1.250"), "SEL-26 Hasil Kerja!U5",
          {"Hasil Kerja!U5": None}, (SATU,)),
    Kasus(11, "persen melekat", puts(HK, "Realisasi", "90%"), "SEL-27 Hasil Kerja!U5",
          {"Hasil Kerja!U5": None}, (SATU,)),
    Kasus(11, "persen melekat bersatuan persen", every(in_percent, puts(HK, "Realisasi", "90%")),
          "SEL-27 Hasil Kerja!U5", {"Hasil Kerja!U5": "90"}),
    Kasus(11, "persen berspasi", every(in_percent, puts(HK, "Realisasi", "95 %")),
          "SEL-27 Hasil Kerja!U5", {"Hasil Kerja!U5": "95"}),
    Kasus(11, "persen sebagai format", puts(HK, "Realisasi", "%0.85"), "SEL-27 Hasil Kerja!U5",
          {"Hasil Kerja!U5": None}, (SATU,)),
    Kasus(11, "persen sebagai format bersatuan persen",
          every(in_percent, puts(HK, "Realisasi", "%0.855")), "SEL-27 Hasil Kerja!U5",
          {"Hasil Kerja!U5": "85.5"}),
    Kasus(11, "menjadi tanggal", puts(HK, "Realisasi", "@2026-05-08"), "SEL-02 Hasil Kerja!U5",
          {"Hasil Kerja!U5": None}, (SATU,)),
    Kasus(11, "menjadi tanggal di Kegiatan", puts(KG, "Hasil", "@2026-10-09"),
          "SEL-02 Kegiatan!I5", {"Kegiatan!I5": None}, (SATU,), base=lengkap),
    Kasus(11, "nomor indikator menjadi tanggal", puts(HK, "No Indikator", "@2026-01-01"),
          "SEL-08 Hasil Kerja!G5, LTS-30 Hasil Kerja!G5", {"Hasil Kerja!G5": None}, (SATU,)),
    Kasus(11, "koma di nilai perilaku", puts(PN, "Nilai Perilaku", "98,25"),
          "SEL-25 Penilaian!P5", {"Penilaian!P5": "98.25"}),
    Kasus(11, "koma di Kepuasan", puts(KP, "U1", "3,52"), "SEL-25 Kepuasan!D5",
          {"Kepuasan!D5": "3.52"}, base=lengkap),
    Kasus(11, "koma di hari", puts(HD, "Hadir", "60,0"), "SEL-25 Kehadiran!G5",
          {"Kehadiran!G5": "60"}, base=lengkap),
    Kasus(11, "angka berformat teks", puts(HK, "Realisasi", "#85.5"),
          values={"Hasil Kerja!U5": "85.5"}, edit=formatted(HK, "U5", "@")),
    Kasus(11, "koma hasil rumus", issues="SEL-23 Hasil Kerja!U5, SEL-25 Hasil Kerja!U5",
          values={"Hasil Kerja!U5": "85.5"},
          isi=cached(4, "U5", 'TEXT(A1,"0,0")', "85,5", "str")),
    Kasus(11, "rupiah", puts(HK, "Realisasi", "Rp1.250.000"), "SEL-02 Hasil Kerja!U5",
          {"Hasil Kerja!U5": None}, (SATU,)),
)  # fmt: skip


def weighed(*weights: float):  # type: ignore[no-untyped-def] # noqa: ANN201
    return every(*(puts(HK, "Bobot", w, row) for row, w in enumerate(weights, start=5)))


SKALA = (
    Kasus(24, "perilaku di atas batas", puts(PN, "Nilai Perilaku", "#150"),
          "SEL-05 Penilaian!P5", {"Penilaian!P5": None}, (SATU,)),
    Kasus(24, "perilaku di batas", puts(PN, "Nilai Perilaku", "#120"),
          values={"Penilaian!P5": "120"}),
    Kasus(24, "bobot skala satu", weighed(0.5, 0.25, 0.25), "LTS-01 Hasil Kerja!T5",
          {"Hasil Kerja!T5": None}, (SATU,)),
    Kasus(24, "bobot skala sepuluh", weighed(5, 2.5, 2.5), "LTS-01 Hasil Kerja!T5",
          {"Hasil Kerja!T5": None}, (SATU,)),
    Kasus(24, "bobot seratus", weighed(50, 25, 25), values={"Hasil Kerja!T5": "50"}),
    Kasus(24, "target nol", puts(HK, "Target", "#0"), values={"Hasil Kerja!N5": "0"}),
    Kasus(24, "realisasi negatif", puts(HK, "Realisasi", "#-5"), "SEL-05 Hasil Kerja!U5",
          {"Hasil Kerja!U5": None}, (SATU,)),
    Kasus(24, "unsur skala seratus", puts(KP, "U1", "#87.5"), "SEL-05 Kepuasan!D5",
          {"Kepuasan!D5": None}, base=lengkap),
    Kasus(24, "hadir melebihi hari kerja", puts(HD, "Hadir", "#80"), "BRS-19 Kehadiran!F5",
          {"Kehadiran!G5": None}, (SATU,), base=lengkap),
    Kasus(24, "hari kerja lebih dari sebulan", puts(HD, "Hari Kerja", "#99"),
          "BRS-19 Kehadiran!F5, SEL-05 Kehadiran!F5", {"Kehadiran!F5": None}, (SATU,),
          base=lengkap),
    Kasus(24, "pembagi nol", every(puts(HK, "Agregasi", "Rasio"), puts(HK, "Pembilang", 3),
          puts(HK, "Penyebut", "#0")), "SEL-05 Hasil Kerja!W5", {"Hasil Kerja!W5": None},
          (SATU,)),
)  # fmt: skip

SEMUA = (*KOMA, *SKALA)
