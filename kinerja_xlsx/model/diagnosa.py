"""What a look at the computer and the workspace came to: findings, each with its cure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kinerja_xlsx.model.run_result import ExitCode


class Kondisi(Enum):
    """How well one thing is."""

    BAIK = "baik"
    PERHATIKAN = "perlu perhatian"
    PERBAIKI = "perlu dibetulkan"


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """One thing that was looked at.

    Attributes:
        label: What it is.
        isi: How it stands.
        kondisi: How well that is.
        saran: What to do; empty where nothing needs to be done.
        asal: Where a value comes from; empty for what is no setting.
        dasar: Legal basis of a parameter; empty where it has none or is no parameter.
    """

    label: str
    isi: str
    kondisi: Kondisi = Kondisi.BAIK
    saran: str = ""
    asal: str = ""
    dasar: str = ""


@dataclass(frozen=True, slots=True)
class Bagian:
    """Findings that belong together, on one screen.

    Attributes:
        kunci: Name for programs.
        judul: Name for people.
        pemeriksaan: In the order of the screen.
        kaki: A line that explains the table above it.
        kode: What the command ends with where one of them needs to be mended.
    """

    kunci: str
    judul: str
    pemeriksaan: tuple[Pemeriksaan, ...]
    kaki: str = ""
    kode: ExitCode = ExitCode.RUANG_KERJA

    def count(self, kondisi: Kondisi) -> int:
        """Count the findings of one kind."""
        return sum(one.kondisi is kondisi for one in self.pemeriksaan)


@dataclass(frozen=True, slots=True)
class Diagnosa:
    """Everything that was looked at."""

    bagian: tuple[Bagian, ...]

    @property
    def exit_code(self) -> ExitCode:
        """The gravest of what needs to be mended; what only deserves a look does not count."""
        return max(
            (one.kode for one in self.bagian if one.count(Kondisi.PERBAIKI)),
            default=ExitCode.SELESAI,
        )
