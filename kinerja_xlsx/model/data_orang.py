"""Where the data of one person lie in a workspace, and what can be done about each place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LembarJejak:
    """Rows of one sheet, or lines of a text file, that name the person.

    Attributes:
        lembar: Name of the sheet; empty for a text file.
        baris: Row numbers from 1; none where only the whole is known.
        baris_ragu: Rows with a NIP that was stored as a number, so that its last digits are gone.
    """

    lembar: str
    baris: tuple[int, ...]
    baris_ragu: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class JenisTempat:
    """A kind of place: what it is, and what follows when it is deleted.

    Attributes:
        kunci: Name for programs.
        nama: Name for people.
        akibat: What can be done by hand, and what follows.
    """

    kunci: str
    nama: str
    akibat: str


@dataclass(frozen=True, slots=True)
class Tempat:
    """One file that names the person.

    Attributes:
        path: Path below the workspace, with `/`.
        jenis: What it is.
        lembar: Where in it; none where only its name, or the file beside it, tells.
    """

    path: str
    jenis: JenisTempat
    lembar: tuple[LembarJejak, ...] = ()


@dataclass(frozen=True, slots=True)
class TakTercari:
    """One file that could not be looked into, and why."""

    path: str
    sebab: str


@dataclass(frozen=True, slots=True)
class DataOrang:
    """Everything that was found of one person.

    Attributes:
        nip: Eighteen digits.
        tempat: In the order of their kinds and names.
        catatan: Tables of the ledger with the number of rows; only those with any.
        jenis_catatan: What the ledger is.
        tak_tercari: Files that have to be looked into by hand.
        berkas: Number of files that were looked at.
    """

    nip: str
    tempat: tuple[Tempat, ...]
    catatan: tuple[tuple[str, int], ...]
    jenis_catatan: JenisTempat
    tak_tercari: tuple[TakTercari, ...]
    berkas: int
