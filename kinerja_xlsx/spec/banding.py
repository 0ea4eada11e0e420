"""What a comparison with e-Kinerja comes to: every row of the export, and every difference."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kinerja_xlsx.model.issue import Issue, Place
from kinerja_xlsx.model.law import Ekspektasi, Kertas, Predikat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import BarisPegawai

DI_ANTARA: Final = " · "
"""Stands between both ratings and the predikat where one text holds all three."""


class JenisBeda(enum.Enum):
    """One kind of difference; the value is what users read."""

    HASIL_KERJA = "Rating hasil kerja berbeda"
    PERILAKU = "Rating perilaku berbeda"
    PREDIKAT = "Predikat berbeda"
    HASIL_AKHIR = "Hasil akhir tidak sesuai ratingnya"
    BELUM_DINILAI = "Belum dinilai di e-Kinerja"
    BELUM_DITETAPKAN = "Belum ditetapkan di isian"
    TANPA_HASIL = "Belum ada hasil dari isian"
    TIDAK_DI_EKSPOR = "Tidak ada di e-Kinerja"
    UNIT_TIDAK_DI_EKSPOR = "Unit tidak ada di e-Kinerja"
    TIDAK_DI_ISIAN = "Tidak dikenal di sini"
    SKP_LAIN = "SKP lain milik NIP yang sama"
    PLT = "SKP Plt tanpa penugasan Plt"
    PERIODE_LAIN = "SKP di luar periode"
    NIP_ANGKA = "NIP berubah menjadi angka"
    BELUM_TERBACA = "Baris ekspor belum terbaca"


class NasibSkp(enum.Enum):
    """What became of one row of the export; the value is what users read."""

    SAMA = "sama"
    BERBEDA = "berbeda"
    TANPA_PASANGAN = "tanpa pasangan"
    BELUM_TERBACA = "belum terbaca"
    DILEWATI = "dilewati"


@dataclass(frozen=True, slots=True)
class BarisSkp:
    """One row of the export.

    Attributes:
        number: Row number in the export.
        nip: Eighteen digits, or what was found where it is no NIP.
        nama: As the export has it.
        unor: Unit as the export has it.
        jabatan: As the export has it.
        sifat: `Plt`, `Plh`, `Pj`, or `Plt/Plh/Pj` where the export says no more; empty for a
            definitive post; None where it has no such column.
        mulai: First day of the SKP, as far as it can be read.
        selesai: Last day of the SKP, as far as it can be read.
        hasil_kerja: What the rater set there.
        perilaku: What the rater set there.
        hasil_akhir: The predikat there.
        places: Field of the row to its cell.
        issues: Why it is not read, or is passed over.
        tahun: Year of the SKP as the export has it; may be empty.
        is_counted: It holds data of a person, and is no copy of another row.
    """

    number: int
    nip: str
    nama: str
    unor: str
    jabatan: str
    sifat: str | None
    mulai: date | None
    selesai: date | None
    hasil_kerja: Ekspektasi | None
    perilaku: Ekspektasi | None
    hasil_akhir: Predikat | None
    places: Mapping[str, Place]
    issues: tuple[Issue, ...] = ()
    tahun: str = ""
    is_counted: bool = True

    @property
    def is_sound(self) -> bool:
        """It can be compared."""
        return self.is_counted and not self.issues

    @property
    def is_acting(self) -> bool:
        """It is the SKP of an acting post."""
        return bool(self.sifat)


@dataclass(frozen=True, slots=True)
class HasilKita:
    """One assignment as `input/` gives it now.

    Attributes:
        baris: What it came to.
        orang: Its row in the Isian, or in the roster where no Isian names it.
        hasil_kerja: Cell of the rating; None where there is no such row.
        perilaku: Cell of the rating; None where there is no such row.
    """

    baris: BarisPegawai
    orang: Place | None
    hasil_kerja: Place | None = None
    perilaku: Place | None = None


@dataclass(frozen=True, slots=True)
class Beda:
    """One difference.

    Attributes:
        jenis: What kind it is.
        nip: Of the person; empty for a whole unit.
        nama: Of the person, or of the unit.
        unit: Kode Unit as far as known.
        sifat: How the post is held, as far as known.
        di_ekspor: What e-Kinerja says; empty where it says nothing.
        di_isian: What the Isian says; empty where it says nothing.
        sel_ekspor: Cells of the export.
        sel_isian: Cells of the Isian or of the roster.
        keterangan: What else helps to decide.
    """

    jenis: JenisBeda
    nip: str
    nama: str
    unit: str = ""
    sifat: str = ""
    di_ekspor: str = ""
    di_isian: str = ""
    sel_ekspor: tuple[Place, ...] = ()
    sel_isian: tuple[Place, ...] = ()
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class Dibandingkan:
    """One row of the export with what became of it.

    Attributes:
        baris: The row.
        nasib: What became of it.
        unit: Kode Unit of the assignment it was compared with; empty where there is none.
        keterangan: Why it was not compared, or what is special; may be empty.
    """

    baris: BarisSkp
    nasib: NasibSkp
    unit: str = ""
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class Ekspor:
    """Where an export comes from.

    Attributes:
        file: Its name.
        sheet: The sheet that was read.
        header_row: Row of its headings.
        titles: Lines above the headings, such as `Unor : ALL`.
        absent: Headings of columns that a comparison could use and that it lacks.
        batas: The part of the office that it is for; empty where it is for all.
    """

    file: str
    sheet: str
    header_row: int
    titles: tuple[str, ...]
    absent: tuple[str, ...]
    batas: str = ""


@dataclass(frozen=True, slots=True)
class Banding:
    """A whole comparison.

    Attributes:
        ekspor: Where the export comes from.
        period: The period compared.
        instansi: Name of the agency; may be empty.
        kertas: The paper.
        rows: One for each row of the export.
        beda: Every difference, by unit and person.
        penugasan: Assignments of the period that `input/` knows.
        sama: Those among them whose SKP says the same.
        unit_lain: Units outside the part of the office that the export is for.
    """

    ekspor: Ekspor
    period: Period
    instansi: str
    kertas: Kertas
    rows: tuple[Dibandingkan, ...]
    beda: tuple[Beda, ...]
    penugasan: int
    sama: int
    unit_lain: tuple[str, ...] = field(default=())

    def counts(self) -> Mapping[NasibSkp, int]:
        """Count the rows by what became of them; together they are all rows."""
        found = Counter(row.nasib for row in self.rows)
        return {nasib: found[nasib] for nasib in NasibSkp}

    def kinds(self) -> Mapping[JenisBeda, int]:
        """Count the differences by kind; only those that there are."""
        found = Counter(beda.jenis for beda in self.beda)
        return {jenis: found[jenis] for jenis in JenisBeda if found[jenis]}

    @property
    def acting(self) -> int:
        """Rows of acting posts."""
        return sum(row.baris.is_acting for row in self.rows)

    @property
    def several(self) -> int:
        """People with more than one SKP."""
        found = Counter(row.baris.nip for row in self.rows if row.baris.is_sound)
        return sum(number > 1 for number in found.values())
