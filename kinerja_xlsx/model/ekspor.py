"""What an export of one period holds beside people, units and issues: one line per indicator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.rekap import BarisPegawai, BarisUnit


class Bentuk(Enum):
    """The form of the exported files; the value is what people type."""

    CSV = "csv"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """One indicator of an accepted assignment.

    Attributes:
        period: Code of the period.
        unit: Kode Unit.
        nip: Eighteen digits.
        sifat: How the post is held, as shown.
        mulai: First day of the assignment inside the period.
        no_rhk: Number of the RHK.
        no_indikator: Such as `1.2`.
        jenis: Utama or Tambahan.
        rencana_hasil_kerja: As the row says.
        indikator: As the row says.
        aspek: As the row says.
        perspektif: As the row says.
        satuan: As the row says.
        arah: As the row says.
        agregasi: As the row says.
        bobot: Percent; None where no weights are used.
        target: The target that was compared, or the lower bound of a range.
        target_atas: The upper bound; None where the target is one figure.
        realisasi: The figure that was compared; None while there is none.
        uraian_target: The target in words, in the qualitative approach.
        uraian_realisasi: What came of it, in words.
        status: Why it has or lacks a capaian.
        capaian: Percent, unrounded.
        gabungan: Which shorter periods the figures were put together from; None for its own.
    """

    period: str
    unit: str
    nip: str
    sifat: str
    mulai: date | None
    no_rhk: int
    no_indikator: str
    jenis: str
    rencana_hasil_kerja: str
    indikator: str
    aspek: str | None
    perspektif: str | None
    satuan: str | None
    arah: str | None
    agregasi: str | None
    bobot: Decimal | None
    target: Decimal | None
    target_atas: Decimal | None
    realisasi: Decimal | None
    uraian_target: str | None
    uraian_realisasi: str | None
    status: str
    capaian: Decimal | None
    gabungan: str | None


@dataclass(frozen=True, slots=True)
class IsiEkspor:
    """Everything that one period exports, in the order of a run.

    Attributes:
        period: Code of the period.
        pegawai: One line for each assignment that counts.
        indikator: One line for each indicator of the accepted ones.
        unit: One line for each unit that sent or should have.
        masalah: What was found in the files of the period.
    """

    period: str
    pegawai: tuple[BarisPegawai, ...]
    indikator: tuple[BarisIndikator, ...]
    unit: tuple[BarisUnit, ...]
    masalah: tuple[Issue, ...]
