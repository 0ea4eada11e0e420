"""Invented people: names that nobody bears, each marked `Contoh`, with lawful NIP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Golongan, StatusAsn

MARKER: Final = "Contoh"
"""Stands in every name, so that nobody takes these people for real ones."""

# fmt: off
_MEN: Final = (
    "Arvindo", "Bramantha", "Cakrandi", "Dirgavan", "Elvandra", "Farhaldi", "Gavindra",
    "Harjunaka", "Irvantara", "Jatmikara", "Kaluvandi", "Lingganu", "Marvendra", "Naradipa",
    "Orlandika", "Pradivan", "Qairandi", "Ragasena", "Sabrindo", "Tirtavan", "Umbaradi",
    "Vikrantha", "Wiragani", "Yudavara", "Zafrandi",
)
_WOMEN: Final = (
    "Arindavi", "Belariani", "Cintavara", "Delisvari", "Elmirani", "Fadilvani", "Gendisari",
    "Hanavira", "Ismaravi", "Jelitari", "Kirandivi", "Larasvina", "Melanduri", "Ni'marani",
    "Oktavira", "Puspavari", "Qonitari", "Rinjavani", "Salvadewi", "Tanjuvari", "Ulfirani",
    "Velindari", "Wulanvira", "Yasmiravi", "Zelfirani",
)
_LAST: Final = (
    "Adikarsawan", "Banduwira", "Cemarasena", "Danurwenda", "Endraswana", "Gumilarsa",
    "Hastapraja", "Jagatsuma", "Kertarogo", "Lembuwarna", "Mandaragi", "Niskalawan", "Padmawira",
    "Rangkutasa", "Sedayuwana", "Tambakraya", "Utarasena", "Wanantara", "Wiratmakna", "Yaksadipa",
)
_DEGREES: Final = MappingProxyType({
    "sma": ("{}",),
    "d3": ("{}, A.Md.", "{}"),
    "bidan3": ("{}, A.Md.Keb.",),
    "perawat3": ("{}, A.Md.Kep.",),
    "bidan": ("{}, S.Tr.Keb.", "{}, S.ST."),
    "ners": ("{}, S.Kep., Ners",),
    "guru": ("{}, S.Pd.", "{}, S.Pd., M.Pd.", "Dra. {}"),
    "pgs2": ("{}, S.Pd., M.M.", "Drs. {}, M.Pd."),
    "apoteker": ("apt. {}, S.Farm.",),
    "kesmas": ("{}, S.K.M.",),
    "kesmas2": ("{}, S.K.M., M.Kes.",),
    "dokter": ("dr. {}",),
    "drg": ("drg. {}",),
    "dokter_s2": ("dr. H. {}, M.Kes.", "dr. Hj. {}, M.A.R.S."),
    "spesialis": ("dr. {}, Sp.PD.", "dr. {}, Sp.A.", "Dr. dr. {}, Sp.B., M.Kes., FINACS."),
    "s1": ("{}, S.Sos.", "{}, S.I.P.", "{}, S.A.P.", "{}, S.E."),
    "ekonomi": ("{}, S.E.", "{}, S.E., M.Ak.", "{}, A.Md.Ak."),
    "hukum": ("{}, S.H.", "{}, S.H., M.H."),
    "komputer": ("{}, S.Kom.", "{}, S.T."),
    "teknik": ("{}, S.T.", "{}, S.T., M.T."),
    "teknik2": ("Ir. {}, S.T., M.T.",),
    "s2": ("{}, S.Sos., M.Si.", "{}, S.E., M.M.", "H. {}, S.I.P., M.A.P."),
    "doktor": ("Dr. H. {}, S.H., M.Si.", "Dr. {}, S.H., M.Si."),
})
# fmt: on

_MEN_ONLY: Final = frozenset({"H.", "Drs."})
_WOMEN_ONLY: Final = frozenset({"Hj.", "Dra."})
_NAME_KINDS: Final = ("short", "plain", "plain", "plain", "plain", "plain", "long")
_LADDER: Final = tuple(golongan for golongan in Golongan if not golongan.is_pppk)
_PART_TIME: Final = "PW"
_CPNS_GOLONGAN: Final = frozenset({Golongan.II_A, Golongan.II_C, Golongan.III_A})
_CPNS_SHARE: Final = 0.1
_YEARS_PER_STEP: Final = 4
_OLDEST: Final = 56
_MEN_SHARE: Final = 0.47


@dataclass(frozen=True, slots=True)
class Person:
    """One invented civil servant."""

    nip: str
    nama: str
    status: StatusAsn
    golongan: Golongan | None


@dataclass(slots=True)
class People:
    """Draws people one after another; no two share a NIP or a name.

    Attributes:
        year: Year of the period; ages are reckoned from it.
    """

    year: int
    _taken: set[str] = field(default_factory=set)

    def draw(self, rng: Random, golongan: str, gelar: str) -> Person:
        """Draw one person for a post.

        Args:
            rng: Source of chance.
            golongan: Golongan to draw from, separated by spaces; `PW` is PPPK Paruh Waktu.
            gelar: Key of the degrees.
        """
        status, rank = _draw_status(rng, rng.choice(golongan.split()))
        is_man = rng.random() < _MEN_SHARE
        nama = self._unique(lambda: _draw_name(rng, gelar, is_man=is_man))
        nip = self._unique(lambda: _draw_nip(rng, self.year, status, rank, is_man=is_man))
        return Person(nip, nama, status, rank)

    def _unique(self, draw: Callable[[], str]) -> str:
        text = draw()
        while text in self._taken:
            text = draw()
        self._taken.add(text)
        return text


def _draw_status(rng: Random, token: str) -> tuple[StatusAsn, Golongan | None]:
    if token == _PART_TIME:
        return StatusAsn.PPPK_PARUH_WAKTU, None
    golongan = Golongan(token)
    if golongan.is_pppk:
        return StatusAsn.PPPK, golongan
    is_cpns = golongan in _CPNS_GOLONGAN and rng.random() < _CPNS_SHARE
    return (StatusAsn.CPNS if is_cpns else StatusAsn.PNS), golongan


def _draw_name(rng: Random, gelar: str, *, is_man: bool) -> str:
    first_names = _MEN if is_man else _WOMEN
    kind = rng.choice(_NAME_KINDS)
    first, last = rng.choice(first_names), rng.choice(_LAST)
    name = f"{first} {MARKER}"
    if kind == "plain":
        name = f"{first} {MARKER} {last}"
    elif kind == "long":
        middle = " ".join(rng.sample(first_names, 2))
        name = f"{first} {middle} {MARKER} {last} {rng.choice(_LAST)}"
    other = _WOMEN_ONLY if is_man else _MEN_ONLY
    fitting = [text for text in _DEGREES[gelar] if other.isdisjoint(text.split())]
    return rng.choice(fitting).format(name)


def _draw_nip(
    rng: Random, year: int, status: StatusAsn, golongan: Golongan | None, *, is_man: bool
) -> str:
    """Draw 18 digits: birth date, then month of TMT (PNS) or year and 21 (PPPK), sex, serial."""
    if status in {StatusAsn.PPPK, StatusAsn.PPPK_PARUH_WAKTU}:
        age, served = rng.randint(25, 50), rng.randint(1, 4)
        joined = f"{year - served}21"
    else:
        age, served = _draw_career(rng, status, golongan)
        joined = f"{year - served}{rng.randint(1, 12):02d}"
    born = f"{year - age}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}"
    return f"{born}{joined}{1 if is_man else 2}{rng.randint(1, 40):03d}"


def _draw_career(rng: Random, status: StatusAsn, golongan: Golongan | None) -> tuple[int, int]:
    """Draw age and years of service that suit the golongan."""
    joined_at = rng.randint(22, 27)
    if status is StatusAsn.CPNS or golongan is None:
        return joined_at + 1, 1
    entry = Golongan.III_A if golongan.value.startswith(("III", "IV")) else Golongan.I_C
    steps = _LADDER.index(golongan) - _LADDER.index(entry)
    served = _YEARS_PER_STEP * steps + rng.randint(2, 5)
    age = min(joined_at + served, _OLDEST)
    return age, served
