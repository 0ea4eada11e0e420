"""Dated parameters: what the law leaves open, each with its legal basis or the lack of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar

from kinerja_xlsx.model.citation import Confidence
from kinerja_xlsx.model.number import DISPLAY_DECIMALS, format_number
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.policy.base import NoPolicyError

ValueT = TypeVar("ValueT", bound=Decimal | int | Enum)
TANPA_DASAR_HUKUM: Final = "belum ada dasar hukum"
_START: Final = date(2022, 1, 1)  # as PermenPANRB 6/2022, the first policy


class BulanHilang(Enum):
    """What a roll-up does where a period below is missing."""

    DILEWATI = "dilewati"
    DITAHAN = "ditahan"


@dataclass(frozen=True, slots=True)
class ParameterValue(Generic[ValueT]):
    """A value from a day on.

    Attributes:
        since: First day.
        value: The value.
        confidence: How well it is attested.
        legal_basis: Regulation and article; None where there is none.
    """

    since: date
    value: ValueT
    confidence: Confidence
    legal_basis: str | None = None


@dataclass(frozen=True, slots=True)
class Setting(Generic[ValueT]):
    """The value of one parameter as it holds for one period.

    Attributes:
        name: Name as in `Kebijakan`.
        unit: Indonesian word for the unit; empty for a choice.
        value: The value.
        legal_basis: Regulation and article; None where there is none.
    """

    name: str
    unit: str
    value: ValueT
    legal_basis: str | None

    @property
    def text(self) -> str:
        """Name and value as printed in the trail, such as `batas_capaian = 120 persen`.

        Source: the parameter's own legal basis.
        """
        if isinstance(self.value, Enum):
            return f"{self.name} = {self.value.value}"
        return f"{self.name} = {format_number(Decimal(self.value))} {self.unit}"

    @property
    def basis(self) -> str:
        """The legal basis, or the remark that there is none.

        Source: the parameter's own legal basis.
        """
        return self.legal_basis or TANPA_DASAR_HUKUM


@dataclass(frozen=True, slots=True)
class Override:
    """What `Kebijakan` sets in place of a default, from a day on.

    Attributes:
        name: Which parameter.
        since: First day.
        text: The value: a number in plain digits such as `87.5`, or the word of a choice.
        legal_basis: Regulation and article; None where none is given.
    """

    name: NamaParameter
    since: date
    text: str
    legal_basis: str | None = None


@dataclass(frozen=True, slots=True)
class Parameter(Generic[ValueT]):
    """One parameter with its values over time.

    Attributes:
        name: Name as in `Kebijakan`.
        description: What it decides, in Indonesian.
        unit: Indonesian word for the unit; empty for a choice.
        values: Oldest first.
        at_least: Smallest number that `Kebijakan` may set; None for a choice.
        at_most: Largest number that `Kebijakan` may set; None for a choice.
    """

    name: str
    description: str
    unit: str
    values: tuple[ParameterValue[ValueT], ...]
    at_least: Decimal | None = None
    at_most: Decimal | None = None

    @property
    def kind(self) -> type[ValueT]:
        """What its values are: Decimal, int, or the enum of its choices.

        Source: the default of the parameter.
        """
        return type(self.values[0].value)

    def at(self, day: date, overrides: Sequence[Override] = ()) -> Setting[ValueT]:
        """Find the value that holds on a day.

        An override in force beats every default, also a younger one: what an office has set
        holds until it sets something else.

        Raises:
            NoPolicyError: The day lies before the first value.

        Source: the legal basis of the value found.
        """
        own = [one for one in overrides if one.name.value == self.name and one.since <= day]
        if own:
            latest = max(own, key=lambda one: one.since)
            value = self.read(latest.text)
            return Setting(self.name, self.unit, value, latest.legal_basis)
        for default in reversed(self.values):
            if default.since <= day:
                return Setting(self.name, self.unit, default.value, default.legal_basis)
        raise NoPolicyError(f"{self.name}: no value on {day}")

    def read(self, text: str) -> ValueT:
        """Take the text of an override, which was checked before, as a value.

        Raises:
            ValueError: It is none; the check let it pass, which is our bug.

        Source: the legal basis of the override.
        """
        kind: Any = self.kind
        return kind(text)  # type: ignore[no-any-return]  # Decimal, int and enums all take a text


# fmt: off
BATAS_CAPAIAN: Final = Parameter(
    "batas_capaian", "Capaian indikator dibatasi 0 sampai angka ini.", "persen",
    (ParameterValue(_START, Decimal(120), Confidence.TURUNAN),),
    Decimal(100), Decimal(200))
TARGET_NOL: Final = Parameter(
    "target_nol", "Capaian indikator arah Turun bila target dan realisasinya 0; bila realisasi "
    "lebih dari 0, capaiannya 0. Indikator arah Naik dengan target 0 tidak dinilai.", "persen",
    (ParameterValue(_START, Decimal(100), Confidence.TURUNAN),),
    Decimal(0), Decimal(200))
AMBANG_DI_ATAS: Final = Parameter(
    "ambang_di_atas", "Capaian RHK di atas angka ini diusulkan Di Atas Ekspektasi.", "persen",
    (ParameterValue(_START, Decimal(100), Confidence.SATU_SUMBER),),
    Decimal(0), Decimal(200))
AMBANG_SESUAI: Final = Parameter(
    "ambang_sesuai", "Capaian RHK mulai angka ini diusulkan Sesuai Ekspektasi, di bawahnya "
    "Di Bawah Ekspektasi.", "persen",
    (ParameterValue(_START, Decimal(90), Confidence.SATU_SUMBER),),
    Decimal(0), Decimal(200))
SEBAGIAN_BESAR: Final = Parameter(
    "sebagian_besar", "Bagian RHK yang lebih dari angka ini disebut sebagian besar.", "persen",
    (ParameterValue(_START, Decimal(50), Confidence.TAFSIR),),
    Decimal(0), Decimal(100))
SEBAGIAN_KECIL_UTAMA: Final = Parameter(
    "sebagian_kecil_utama", "Bagian RHK utama yang tidak lebih dari angka ini disebut sebagian "
    "kecil.", "persen",
    (ParameterValue(_START, Decimal(25), Confidence.TAFSIR),),
    Decimal(0), Decimal(100))
BULAN_HILANG: Final = Parameter(
    "bulan_hilang", "Perlakuan periode yang belum ada saat realisasi digabungkan: dilewati "
    "(dinilai dari periode yang ada, dan dicetak) atau ditahan (menunggu lengkap).", "",
    (ParameterValue(_START, BulanHilang.DILEWATI, Confidence.TAFSIR),))
AMBANG_LONJAKAN: Final = Parameter(
    "ambang_lonjakan", "Capaian yang naik atau turun lebih dari angka ini sejak periode "
    "sebelumnya disebut untuk diperiksa.", "persen",
    (ParameterValue(_START, Decimal(30), Confidence.TAFSIR),),
    Decimal(1), Decimal(200))
PEMBULATAN_TAMPIL: Final = Parameter(
    "pembulatan_tampil", "Angka di belakang koma yang ditampilkan; setengah dibulatkan ke atas. "
    "Penggolongan memakai angka yang belum dibulatkan.", "angka di belakang koma",
    (ParameterValue(_START, DISPLAY_DECIMALS, Confidence.TAFSIR),),
    Decimal(0), Decimal(4))
UNIT_KECIL: Final = Parameter(
    "unit_kecil", "Di bawah jumlah ini, sebaran yang belum sesuai pola hanya dicatat. Batas "
    "paling banyak dibulatkan ke bawah (sedikitnya 1), batas paling sedikit ke atas.", "pegawai",
    (ParameterValue(_START, 10, Confidence.TURUNAN),),
    Decimal(0), Decimal(1000))
TABLES: Final = MappingProxyType({
    NamaParameter(table.name): table
    for table in (
        BATAS_CAPAIAN, TARGET_NOL, AMBANG_DI_ATAS, AMBANG_SESUAI, SEBAGIAN_BESAR,
        SEBAGIAN_KECIL_UTAMA, BULAN_HILANG, AMBANG_LONJAKAN, PEMBULATAN_TAMPIL, UNIT_KECIL,
    )
})
# fmt: on
"""Every parameter by its name."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """All parameters as they hold for one period; each is described beside its table."""

    batas_capaian: Setting[Decimal]
    target_nol: Setting[Decimal]
    ambang_di_atas: Setting[Decimal]
    ambang_sesuai: Setting[Decimal]
    sebagian_besar: Setting[Decimal]
    sebagian_kecil_utama: Setting[Decimal]
    bulan_hilang: Setting[BulanHilang]
    ambang_lonjakan: Setting[Decimal]
    pembulatan_tampil: Setting[int]
    unit_kecil: Setting[int]


def parameters_for(period: Period, overrides: Sequence[Override] = ()) -> Parameters:
    """Find the value of every parameter on the last day of a period.

    Args:
        period: The period.
        overrides: What `Kebijakan` sets, in any order; checked before.

    Raises:
        NoPolicyError: The period ends before the first value.

    Source: the legal basis of each value; none of the defaults has one.
    """
    day = period.last
    return Parameters(
        batas_capaian=BATAS_CAPAIAN.at(day, overrides),
        target_nol=TARGET_NOL.at(day, overrides),
        ambang_di_atas=AMBANG_DI_ATAS.at(day, overrides),
        ambang_sesuai=AMBANG_SESUAI.at(day, overrides),
        sebagian_besar=SEBAGIAN_BESAR.at(day, overrides),
        sebagian_kecil_utama=SEBAGIAN_KECIL_UTAMA.at(day, overrides),
        bulan_hilang=BULAN_HILANG.at(day, overrides),
        ambang_lonjakan=AMBANG_LONJAKAN.at(day, overrides),
        pembulatan_tampil=PEMBULATAN_TAMPIL.at(day, overrides),
        unit_kecil=UNIT_KECIL.at(day, overrides),
    )


def cite_parameters(*settings: Setting[Decimal] | Setting[int] | Setting[BulanHilang]) -> str:
    """Write the source of a step that rests on parameters rather than on the law.

    Source: the legal basis of each parameter, or the remark that it has none.
    """
    bases = {setting.basis for setting in settings}
    if len(bases) == 1:
        listed = f"{', '.join(setting.text for setting in settings)} ({bases.pop()})"
    else:
        listed = ", ".join(f"{setting.text} ({setting.basis})" for setting in settings)
    return f"parameter kerja, dapat diubah: {listed}"
