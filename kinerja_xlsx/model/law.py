"""Words of the law and of the forms; each value is exactly what a cell shows."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType


class Ekspektasi(Enum):
    """Rating of hasil kerja and of perilaku, best first. Source: PermenPANRB 6/2022."""

    DI_ATAS = "Di Atas Ekspektasi"
    SESUAI = "Sesuai Ekspektasi"
    DI_BAWAH = "Di Bawah Ekspektasi"


class Predikat(Enum):
    """Predikat kinerja pegawai, best first. Source: PermenPANRB 6/2022."""

    SANGAT_BAIK = "Sangat Baik"
    BAIK = "Baik"
    BUTUH_PERBAIKAN = "Butuh Perbaikan"
    KURANG = "Kurang/Misconduct"
    SANGAT_KURANG = "Sangat Kurang"


class CapaianOrganisasi(Enum):
    """Capaian kinerja organisasi, best first. Source: SE MenPANRB 3/2023."""

    ISTIMEWA = "Istimewa"
    BAIK = "Baik"
    BUTUH_PERBAIKAN = "Butuh Perbaikan"
    KURANG = "Kurang"
    SANGAT_KURANG = "Sangat Kurang"


class Pendekatan(Enum):
    """Approach of the hasil kerja."""

    KUANTITATIF = "Kuantitatif"
    KUALITATIF = "Kualitatif"


class StatusAsn(Enum):
    """Kind of civil servant."""

    PNS = "PNS"
    CPNS = "CPNS"
    PPPK = "PPPK"
    PPPK_PARUH_WAKTU = "PPPK Paruh Waktu"


class Golongan(Enum):
    """Golongan of PNS and CPNS (I/a-IV/e) and of PPPK (I-XVII)."""

    I_A = "I/a"
    I_B = "I/b"
    I_C = "I/c"
    I_D = "I/d"
    II_A = "II/a"
    II_B = "II/b"
    II_C = "II/c"
    II_D = "II/d"
    III_A = "III/a"
    III_B = "III/b"
    III_C = "III/c"
    III_D = "III/d"
    IV_A = "IV/a"
    IV_B = "IV/b"
    IV_C = "IV/c"
    IV_D = "IV/d"
    IV_E = "IV/e"
    PPPK_1 = "I"
    PPPK_2 = "II"
    PPPK_3 = "III"
    PPPK_4 = "IV"
    PPPK_5 = "V"
    PPPK_6 = "VI"
    PPPK_7 = "VII"
    PPPK_8 = "VIII"
    PPPK_9 = "IX"
    PPPK_10 = "X"
    PPPK_11 = "XI"
    PPPK_12 = "XII"
    PPPK_13 = "XIII"
    PPPK_14 = "XIV"
    PPPK_15 = "XV"
    PPPK_16 = "XVI"
    PPPK_17 = "XVII"

    @property
    def is_pppk(self) -> bool:
        """Tell whether this is a PPPK golongan, which has no ruang."""
        return "/" not in self.value


PANGKAT = MappingProxyType({
    Golongan.I_A: "Juru Muda", Golongan.I_B: "Juru Muda Tk. I",
    Golongan.I_C: "Juru", Golongan.I_D: "Juru Tk. I",
    Golongan.II_A: "Pengatur Muda", Golongan.II_B: "Pengatur Muda Tk. I",
    Golongan.II_C: "Pengatur", Golongan.II_D: "Pengatur Tk. I",
    Golongan.III_A: "Penata Muda", Golongan.III_B: "Penata Muda Tk. I",
    Golongan.III_C: "Penata", Golongan.III_D: "Penata Tk. I",
    Golongan.IV_A: "Pembina", Golongan.IV_B: "Pembina Tk. I",
    Golongan.IV_C: "Pembina Utama Muda", Golongan.IV_D: "Pembina Utama Madya",
    Golongan.IV_E: "Pembina Utama",
})  # fmt: skip


def format_pangkat(golongan: Golongan | None) -> str:
    """Write pangkat and golongan as the forms do: `Penata, III/c`; PPPK have no pangkat."""
    if golongan is None:
        return ""
    pangkat = PANGKAT.get(golongan)
    return f"{pangkat}, {golongan.value}" if pangkat else golongan.value


class JenisJabatan(Enum):
    """Kind of post."""

    JPT = "JPT"
    ADMINISTRATOR = "Administrator"
    PENGAWAS = "Pengawas"
    PELAKSANA = "Pelaksana"
    FUNGSIONAL = "Fungsional"


class Jenjang(Enum):
    """Level of a functional post."""

    AHLI_UTAMA = "Ahli Utama"
    AHLI_MADYA = "Ahli Madya"
    AHLI_MUDA = "Ahli Muda"
    AHLI_PERTAMA = "Ahli Pertama"
    PENYELIA = "Penyelia"
    MAHIR = "Mahir"
    TERAMPIL = "Terampil"
    PEMULA = "Pemula"


class Sifat(Enum):
    """How a post is held."""

    DEFINITIF = "Definitif"
    PLT = "Plt"
    PLH = "Plh"
    PJ = "Pj"


class Keadaan(Enum):
    """State of the assignment within the period."""

    AKTIF = "Aktif"
    CUTI = "Cuti"
    TUGAS_BELAJAR = "Tugas Belajar"
    MUTASI_MASUK = "Mutasi Masuk"
    MUTASI_KELUAR = "Mutasi Keluar"
    PENSIUN = "Pensiun"
    MENINGGAL = "Meninggal"
    BERHENTI = "Berhenti"


TIDAK_DINILAI = frozenset({Keadaan.CUTI, Keadaan.TUGAS_BELAJAR, Keadaan.PENSIUN})
MUTASI = frozenset({Keadaan.MUTASI_MASUK, Keadaan.MUTASI_KELUAR})


class JenisHasilKerja(Enum):
    """Main or additional work."""

    UTAMA = "Utama"
    TAMBAHAN = "Tambahan"


class Aspek(Enum):
    """Aspect of an indicator, for JA and JF."""

    KUANTITAS = "Kuantitas"
    KUALITAS = "Kualitas"
    WAKTU = "Waktu"
    BIAYA = "Biaya"


class Perspektif(Enum):
    """Perspective of an indicator, for JPT."""

    PENERIMA_LAYANAN = "Penerima Layanan"
    PROSES_BISNIS = "Proses Bisnis Internal"
    PENGUATAN_INTERNAL = "Penguatan Internal"
    ANGGARAN = "Anggaran"


class Arah(Enum):
    """Whether more or less is better."""

    NAIK = "Naik"
    TURUN = "Turun"


class Agregasi(Enum):
    """How an indicator is rolled up over periods."""

    JUMLAH = "Jumlah"
    RATA_RATA = "Rata-rata"
    TERAKHIR = "Terakhir"
    RASIO = "Rasio"


class YaTidak(Enum):
    """Yes or no."""

    YA = "Ya"
    TIDAK = "Tidak"


class Siklus(Enum):
    """How often a unit reports."""

    BULANAN = "Bulanan"
    TRIWULANAN = "Triwulanan"
    SEMESTER = "Semester"


class Kertas(Enum):
    """Paper of the printed forms."""

    A4 = "A4"
    F4 = "F4"


class NilaiPerilaku(Enum):
    """The seven BerAKHLAK values in their official order. Source: PermenPANRB 6/2022."""

    BERORIENTASI_PELAYANAN = "Berorientasi Pelayanan"
    AKUNTABEL = "Akuntabel"
    KOMPETEN = "Kompeten"
    HARMONIS = "Harmonis"
    LOYAL = "Loyal"
    ADAPTIF = "Adaptif"
    KOLABORATIF = "Kolaboratif"


class LembarTambahan(Enum):
    """Optional sheets of the Isian, asked for per period."""

    KEHADIRAN = "Kehadiran"
    KEGIATAN = "Kegiatan"
    KEPUASAN = "Kepuasan"


class FormulirPegawai(Enum):
    """Official forms that a unit's results may hold, in the order in which they are filed."""

    EVALUASI = "Evaluasi Kinerja"
    DOKUMEN = "Dokumen Evaluasi Kinerja"
    KONVERSI = "Konversi Angka Kredit"
    AKUMULASI = "Akumulasi Angka Kredit"


ANGKA_KREDIT = frozenset({FormulirPegawai.KONVERSI, FormulirPegawai.AKUMULASI})
"""Forms of functional posts of PNS only."""


class SebutanAngka(Enum):
    """The word for a numeric result, best first. Source: PP 30/2019 Ps. 41."""

    SANGAT_BAIK = "Sangat Baik"
    BAIK = "Baik"
    CUKUP = "Cukup"
    KURANG = "Kurang"
    SANGAT_KURANG = "Sangat Kurang"


class MutuPelayanan(Enum):
    """Quality of a service by community satisfaction, best first. Source: PermenPANRB 14/2017."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class BagianLampiran(Enum):
    """The three attachments of the SKP."""

    DUKUNGAN = "Dukungan Sumber Daya"
    SKEMA = "Skema Pertanggungjawaban"
    KONSEKUENSI = "Konsekuensi"
