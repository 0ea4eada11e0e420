"""Sheets of the SKP: the plan of one year with its targets over time, one class for each cycle."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, ClassVar, Final

from kinerja_xlsx.model.law import Agregasi, BagianLampiran, NilaiPerilaku, Siklus
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.spec.hasil_kerja import (
    KUANTITATIF,
    PENDEKATAN_KUANTITATIF,
    SYARAT_INDIKATOR,
    SYARAT_UKURAN,
    IndikatorRow,
    UkuranRow,
)
from kinerja_xlsx.spec.row import Column, Condition, Kind, SheetRow
from kinerja_xlsx.spec.types import DECIMALS, Amount, NipText, RhkNo, Text120, Text500

_JUMLAH: Final = ("agregasi", frozenset({Agregasi.JUMLAH}))
_BULAN: Final = (
    "jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des",
)  # fmt: skip
_STEP: Final = Decimal(1).scaleb(-DECIMALS)
_EKSPEKTASI_PROMPT: Final = "Ekspektasi khusus pimpinan untuk nilai ini; boleh kosong."


def _target(name: str) -> Column:
    """Describe the target of one period."""
    return Column(
        f"Target {name}",
        11,
        "Target periode ini. Wajib untuk Agregasi Jumlah; selain itu, kosong berarti sama dengan "
        "Target Tahun.",
        "1200",
    )


def _conditions(fields: tuple[str, ...]) -> tuple[Condition, ...]:
    """What a plan demands: a target for the year, and for each period where they add up."""
    text = f"{PENDEKATAN_KUANTITATIF} dan Agregasi berisi «Jumlah»"
    return (
        *SYARAT_INDIKATOR,
        Condition("target_tahun", (KUANTITATIF,), PENDEKATAN_KUANTITATIF),
        *SYARAT_UKURAN,
        *(Condition(field, (KUANTITATIF, _JUMLAH), text) for field in fields),
    )


class _TargetTahunRow(IndikatorRow):
    """The targets of the year; a class of its own so that they stand before `UkuranRow`."""

    target_tahun: Annotated[
        Amount | None,
        Column("Target Tahun", 12, "Angka target setahun.", "4800"),
    ] = None
    target_atas: Annotated[
        Amount | None,
        Column("Target Atas", 12, "Batas atas rentang, satu untuk semua periode; kosong bila "
               "target satu angka.", "1300"),
    ] = None  # fmt: skip


class RencanaRow(UkuranRow, _TargetTahunRow):
    """One indicator of one RHK as planned for a year; each cycle adds its own targets."""

    title: ClassVar[str] = "Rencana hasil kerja setahun, satu baris tiap indikator"
    period_fields: ClassVar[tuple[str, ...]] = ()

    def target_of(self, field: str) -> Decimal | None:
        """Give the target of one period of the cycle; blank means that of the year."""
        value: Decimal | None = getattr(self, field)
        if value is None and self.agregasi is not Agregasi.JUMLAH:
            return self.target_tahun
        return value

    def target_in(self, period: Period) -> Decimal | None:
        """Give the target of a period of the year, put together where it spans several.

        Returns:
            None where the plan says nothing about so short a period.
        """
        if period.kind is PeriodKind.TAHUN:
            return self.target_tahun
        step = PeriodKind.TAHUN.value // len(self.period_fields)
        if period.months < step:
            return None if self.agregasi is Agregasi.JUMLAH else self.target_tahun
        first = (period.first_month - 1) // step
        fields = self.period_fields[first : first + period.months // step]
        targets = [value for field in fields if (value := self.target_of(field)) is not None]
        if len(targets) <= 1:
            return targets[0] if targets else None
        return _together(targets, self.agregasi)


def _together(targets: list[Decimal], agregasi: Agregasi | None) -> Decimal:
    """Put targets together as a roll-up does with what was achieved."""
    if agregasi is Agregasi.JUMLAH:
        return sum(targets, Decimal(0))
    if agregasi is Agregasi.RATA_RATA:
        return (sum(targets, Decimal(0)) / len(targets)).quantize(_STEP)
    return targets[-1]


_FIELDS_BULANAN: Final = tuple(f"target_{bulan}" for bulan in _BULAN)
_FIELDS_TRIWULANAN: Final = ("target_tw1", "target_tw2", "target_tw3", "target_tw4")
_FIELDS_SEMESTER: Final = ("target_s1", "target_s2")


class RencanaBulananRow(RencanaRow):
    """The plan of a unit that reports every month."""

    period_fields: ClassVar[tuple[str, ...]] = _FIELDS_BULANAN
    conditions: ClassVar[tuple[Condition, ...]] = _conditions(_FIELDS_BULANAN)

    target_jan: Annotated[Amount | None, _target("Jan")] = None
    target_feb: Annotated[Amount | None, _target("Feb")] = None
    target_mar: Annotated[Amount | None, _target("Mar")] = None
    target_apr: Annotated[Amount | None, _target("Apr")] = None
    target_mei: Annotated[Amount | None, _target("Mei")] = None
    target_jun: Annotated[Amount | None, _target("Jun")] = None
    target_jul: Annotated[Amount | None, _target("Jul")] = None
    target_agu: Annotated[Amount | None, _target("Agu")] = None
    target_sep: Annotated[Amount | None, _target("Sep")] = None
    target_okt: Annotated[Amount | None, _target("Okt")] = None
    target_nov: Annotated[Amount | None, _target("Nov")] = None
    target_des: Annotated[Amount | None, _target("Des")] = None


class RencanaTriwulananRow(RencanaRow):
    """The plan of a unit that reports every quarter."""

    period_fields: ClassVar[tuple[str, ...]] = _FIELDS_TRIWULANAN
    conditions: ClassVar[tuple[Condition, ...]] = _conditions(_FIELDS_TRIWULANAN)

    target_tw1: Annotated[Amount | None, _target("TW1")] = None
    target_tw2: Annotated[Amount | None, _target("TW2")] = None
    target_tw3: Annotated[Amount | None, _target("TW3")] = None
    target_tw4: Annotated[Amount | None, _target("TW4")] = None


class RencanaSemesterRow(RencanaRow):
    """The plan of a unit that reports every half-year."""

    period_fields: ClassVar[tuple[str, ...]] = _FIELDS_SEMESTER
    conditions: ClassVar[tuple[Condition, ...]] = _conditions(_FIELDS_SEMESTER)

    target_s1: Annotated[Amount | None, _target("S1")] = None
    target_s2: Annotated[Amount | None, _target("S2")] = None


RENCANA: Final[Mapping[Siklus, type[RencanaRow]]] = MappingProxyType(
    {
        Siklus.BULANAN: RencanaBulananRow,
        Siklus.TRIWULANAN: RencanaTriwulananRow,
        Siklus.SEMESTER: RencanaSemesterRow,
    }
)
"""The row class of each cycle."""

_NIP: Final = Column(
    "NIP", 21, "NIP pegawai di lembar Pegawai.", "198507172010011002", kind=Kind.NIP,
    aliases=("NIP Baru", "NIP Pegawai", "NIP (Tanpa Spasi)"),
)  # fmt: skip
_NAMA: Final = Column(
    "Nama", 26, "Untuk dibaca; NIP yang menentukan.", "Contoh Nama, S.Sos.",
    aliases=("Nama Pegawai", "Nama Lengkap"),
)  # fmt: skip


def _ekspektasi(nilai: str, example: str) -> Column:
    """Describe what the leader expects of one value."""
    return Column(nilai, 30, _EKSPEKTASI_PROMPT, example)


class EkspektasiRow(SheetRow):
    """What the leader expects of one person's behaviour, by value."""

    sheet: ClassVar[str] = "Ekspektasi"
    title: ClassVar[str] = "Ekspektasi khusus pimpinan, satu baris tiap pegawai"
    is_required: ClassVar[bool] = False
    key: ClassVar[tuple[str, ...]] = ("nip",)

    nip: Annotated[NipText, _NIP]
    nama: Annotated[Text120 | None, _NAMA] = None
    berorientasi_pelayanan: Annotated[
        Text500 | None, _ekspektasi("Berorientasi Pelayanan", "Menyapa setiap pasien")
    ] = None
    akuntabel: Annotated[
        Text500 | None, _ekspektasi("Akuntabel", "Mencatat setiap tindakan pada hari itu")
    ] = None
    kompeten: Annotated[
        Text500 | None, _ekspektasi("Kompeten", "Mengikuti pelatihan gawat darurat")
    ] = None
    harmonis: Annotated[
        Text500 | None, _ekspektasi("Harmonis", "Membantu rekan saat antrean panjang")
    ] = None
    loyal: Annotated[Text500 | None, _ekspektasi("Loyal", "Menjaga nama baik puskesmas")] = None
    adaptif: Annotated[
        Text500 | None, _ekspektasi("Adaptif", "Memakai rekam medis elektronik")
    ] = None
    kolaboratif: Annotated[
        Text500 | None, _ekspektasi("Kolaboratif", "Bekerja sama dengan kader posyandu")
    ] = None

    @property
    def by_nilai(self) -> Mapping[NilaiPerilaku, str]:
        """Give what is expected by value; values without an expectation are left out."""
        texts = ((nilai, getattr(self, nilai.name.lower())) for nilai in NilaiPerilaku)
        return {nilai: text for nilai, text in texts if text is not None}


class LampiranRow(SheetRow):
    """One line of one of the three attachments of a person's SKP."""

    sheet: ClassVar[str] = "Lampiran SKP"
    title: ClassVar[str] = "Lampiran SKP: dukungan, skema pertanggungjawaban, konsekuensi"
    is_required: ClassVar[bool] = False
    key: ClassVar[tuple[str, ...]] = ("nip", "bagian", "no")
    spare_rows: ClassVar[int] = 60

    nip: Annotated[NipText, _NIP]
    nama: Annotated[Text120 | None, _NAMA] = None
    bagian: Annotated[
        BagianLampiran, Column("Bagian", 26, "Pilih dari daftar.", "Dukungan Sumber Daya")
    ]
    no: Annotated[RhkNo, Column("No", 6, "Nomor urut dalam bagian itu, 1 sampai 50.", "1")]
    uraian: Annotated[
        Text500, Column("Uraian", 60, "Isi lampiran.", "Dua tenaga pendaftaran tambahan")
    ]
