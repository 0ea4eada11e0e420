"""One dated parameter: its values over time, what an office sets instead, and how it is cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Generic, TypeVar

from kinerja_xlsx.model.citation import Confidence
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.policy.base import NoPolicyError

ValueT = TypeVar("ValueT", bound=Decimal | int | Enum)
TANPA_DASAR_HUKUM: Final = "belum diatur peraturan"
_RULE_NUMBER: Final = re.compile(r"_(\d+)_(\d{4})")


class BulanHilang(Enum):
    """What a roll-up does where a period below is missing."""

    DILEWATI = "dilewati"
    DITAHAN = "ditahan"


class PembulatanPersen(Enum):
    """How a capaian becomes a whole percent before its category is chosen."""

    SETENGAH_KE_ATAS = "setengah ke atas"
    KE_BAWAH = "ke bawah"


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
        """Name and value as printed in the trail, such as `batas capaian: 120 persen`.

        Source: the parameter's own legal basis.
        """
        words = _RULE_NUMBER.sub(r" \1/\2", self.name).replace("tpp", "TPP").replace("_", " ")
        if isinstance(self.value, Enum):
            return f"{words}: {self.value.value}"
        return f"{words}: {format_number(Decimal(self.value))} {self.unit}"

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
        latest = self.override_at(day, overrides)
        if latest is not None:
            value = self.read(latest.text)
            return Setting(self.name, self.unit, value, latest.legal_basis)
        for default in reversed(self.values):
            if default.since <= day:
                return Setting(self.name, self.unit, default.value, default.legal_basis)
        raise NoPolicyError(f"{self.name}: no value on {day}")

    def override_at(self, day: date, overrides: Sequence[Override]) -> Override | None:
        """Find the override that holds on a day; None where the default does.

        Source: the legal basis of the override found.
        """
        own = [one for one in overrides if one.name.value == self.name and one.since <= day]
        return max(own, key=lambda one: one.since, default=None)

    def read(self, text: str) -> ValueT:
        """Take the text of an override, which was checked before, as a value.

        Raises:
            ValueError: It is none; the check let it pass, which is our bug.

        Source: the legal basis of the override.
        """
        kind: Any = self.kind
        return kind(text)  # type: ignore[no-any-return]  # Decimal, int and enums all take a text


def cite_parameters(*settings: Setting[Any]) -> str:
    """Write the source of a step that rests on parameters rather than on the law.

    Source: the legal basis of each parameter, or the remark that it has none.
    """
    bases = {setting.basis for setting in settings}
    if len(bases) == 1:
        listed = f"{', '.join(setting.text for setting in settings)} ({bases.pop()})"
    else:
        listed = ", ".join(f"{setting.text} ({setting.basis})" for setting in settings)
    return f"ketentuan yang dapat diubah BKPSDM – {listed}"
