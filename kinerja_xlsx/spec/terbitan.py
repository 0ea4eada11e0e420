"""What a template was issued with, as a stamp in its hidden sheet, and what differs on return.

A stamp holds no data: six hex digits for each row's key and two for each cell. It says which rows
and columns changed, on any machine, without the list that was issued.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Final

from kinerja_xlsx.model.submission import CellValue

EMPTIED: Final = "kosong"
"""Instead of the hash of stamps that are blank."""
ROSTER_KEY: Final = "sidik_roster"
RENCANA_KEY: Final = "sidik_rencana"
ROSTER_ROW_KEY: Final = ("nip",)
RENCANA_ROW_KEY: Final = ("nip", "no_indikator")
ROSTER_FIELDS: Final = (
    "nama", "status_asn", "golongan", "jabatan", "jenis_jabatan", "jenjang", "unit_kerja",
    "penilai", "atasan_penilai",
)  # fmt: skip
"""Cells of `Pegawai` that a template arrives with; the rest is for the unit to state."""
RENCANA_FIELDS: Final = (
    "no_rhk", "jenis", "rhk_pimpinan", "rencana_hasil_kerja", "aspek", "perspektif", "indikator",
    "target", "target_atas", "uraian_target", "satuan", "arah", "agregasi", "bobot",
)  # fmt: skip
"""Cells of `Hasil Kerja` that an accepted plan fills."""
_CHUNK: Final = 30_000
"""Letters that one cell takes safely; a longer stamp goes on under a numbered key."""
_KEY_LETTERS: Final = 6
_CELL_LETTERS: Final = 2
_BLANK: Final = "-" * _CELL_LETTERS
_OLD_STAMP: Final = re.compile(r"[0-9a-f]{64}")
"""What version 1.0 wrote: one hash of the whole roster, which nothing can be compared with."""
_NIP: Final = "nip"
_NOT_DIGITS: Final = re.compile(r"[^0-9]+")
_NIP_DIGITS: Final = 18

Cells = Mapping[str, CellValue]


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """A cell that differs from what was issued.

    Attributes:
        field: Its field.
        mark: The mark of what was issued.
    """

    field: str
    mark: str

    def was(self, value: object) -> bool:
        """Tell whether a value is what was issued."""
        return _cell_mark(value) == self.mark


@dataclass(frozen=True, slots=True)
class StampDifference:
    """What differs between the rows that were issued and those that came back.

    Attributes:
        changed: Position of a row that came back, and the cells that differ.
        added: Positions of rows that were not issued.
        removed: Number of rows that were issued and did not come back.
    """

    changed: tuple[tuple[int, tuple[ChangedCell, ...]], ...]
    added: tuple[int, ...]
    removed: int

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.changed or self.added or self.removed)


def make_stamp(rows: Iterable[Cells], *, key: Sequence[str], fields: Sequence[str]) -> str:
    """Write the stamp of some rows; empty for none.

    Args:
        rows: Field to value, as the cells show it.
        key: The fields that tell a row from others.
        fields: The fields whose change is to be noticed.
    """
    rows = list(rows)
    marks = (
        f"{mark}:{''.join(_cell_mark(row.get(field)) for field in fields)}"
        for mark, row in zip(_row_marks(rows, key), rows, strict=True)
    )
    return ";".join(marks)


def compare_stamp(
    stamp: str, rows: Sequence[Cells], *, key: Sequence[str], fields: Sequence[str]
) -> StampDifference | None:
    """Compare rows that came back with the stamp of those that were issued.

    A cell that was issued blank is the unit's to fill, so its filling is no change. A row whose
    NIP cannot be read may be any of those issued; the checks say enough of it.

    Returns:
        None when the stamp is damaged.
    """
    issued = _read_stamp(stamp, len(fields))
    if issued is None:
        return None
    changed: list[tuple[int, tuple[ChangedCell, ...]]] = []
    added: list[int] = []
    unreadable = 0
    for position, (mark, row) in enumerate(zip(_row_marks(rows, key), rows, strict=True)):
        cells = issued.pop(mark, None)
        if cells is None:
            is_readable = _has_readable_nip(row)
            added += [position] if is_readable else []
            unreadable += not is_readable
            continue
        differing = tuple(
            ChangedCell(field, cell)
            for field, cell in zip(fields, cells, strict=True)
            if cell not in {_BLANK, _cell_mark(row.get(field))}
        )
        if differing:
            changed.append((position, differing))
    return StampDifference(tuple(changed), tuple(added), max(0, len(issued) - unreadable))


def split_stamp(key: str, stamp: str) -> dict[str, str]:
    """Spread a stamp over as many keys of the hidden sheet as its cells need."""
    parts = [stamp[at : at + _CHUNK] for at in range(0, len(stamp), _CHUNK)] or [""]
    return {key if number == 1 else f"{key}_{number}": part
            for number, part in enumerate(parts, start=1)}  # fmt: skip


def join_stamp(key: str, meta: Mapping[str, str]) -> str:
    """Read a stamp that `split_stamp` spread; empty for none, or one of version 1.0."""
    parts = [meta.get(key, "")]
    while (following := meta.get(f"{key}_{len(parts) + 1}")) is not None:
        parts.append(following)
    stamp = "".join(parts)
    return "" if _OLD_STAMP.fullmatch(stamp) else stamp


def stamps_of(meta: Mapping[str, str] | None) -> dict[str, str]:
    """Pick every key of the hidden sheet that belongs to a stamp, to hand it on."""
    return {
        key: value
        for key, value in (meta or {}).items()
        if key.startswith((ROSTER_KEY, RENCANA_KEY))
    }


def digest_of(meta: Mapping[str, str] | None) -> str:
    """Hash both stamps of a file, for the list of what was issued; empty without any."""
    found = {key: join_stamp(key, meta or {}) for key in (ROSTER_KEY, RENCANA_KEY)}
    if not any(found.values()):
        return ""
    text = "\n".join(found.values())
    return hashlib.sha256(text.encode()).hexdigest()


def sidik_of(meta: Mapping[str, str] | None) -> str:
    """Hash the stamps of a file that came in; `EMPTIED` where a first submission has blank ones.

    A later round hands on what its first file had, and a blank template names no unit.
    """
    found = digest_of(meta)
    if found or not meta or not meta.get("kode_unit") or meta.get("putaran") != "0":
        return found
    return "" if any(stamps_of(meta).values()) else EMPTIED


def is_stamp(stamp: str, width: int) -> bool:
    """Tell whether a stamp is whole; none at all is.

    Args:
        stamp: As `join_stamp` gives it.
        width: The number of fields that it speaks of.
    """
    return not stamp or _read_stamp(stamp, width) is not None


def _read_stamp(stamp: str, width: int) -> dict[str, tuple[str, ...]] | None:
    issued: dict[str, tuple[str, ...]] = {}
    for part in stamp.split(";"):
        mark, colon, cells = part.partition(":")
        if not colon or len(cells) != width * _CELL_LETTERS:
            return None
        at = range(0, len(cells), _CELL_LETTERS)
        issued[mark] = tuple(cells[start : start + _CELL_LETTERS] for start in at)
    return issued


def _row_marks(rows: Sequence[Cells], key: Sequence[str]) -> list[str]:
    """Mark each row by its key; rows with the same key are told apart by their order."""
    seen: dict[str, int] = {}
    marks: list[str] = []
    for row in rows:
        text = "|".join(_key_text(field, row.get(field)) for field in key)
        seen[text] = seen.get(text, 0) + 1
        marks.append(_hex(f"{text}|{seen[text]}", _KEY_LETTERS))
    return marks


def _key_text(field: str, value: CellValue) -> str:
    """Write a key so that another spelling of it is no other row."""
    if isinstance(value, str):
        is_nip = field == _NIP
        return _NOT_DIGITS.sub("", value) if is_nip else "".join(value.split()).replace(",", ".")
    return _shown(value)


def _has_readable_nip(row: Cells) -> bool:
    nip = row.get(_NIP)
    return isinstance(nip, str) and len(_NOT_DIGITS.sub("", nip)) == _NIP_DIGITS


def _cell_mark(value: object) -> str:
    text = _shown(value)
    return _hex(text, _CELL_LETTERS) if text else _BLANK


def _hex(text: str, letters: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:letters]


def _shown(value: object) -> str:
    """Write a value so that programs that store it otherwise agree: 12 and 12.0, spaces, dates."""
    if value is None:
        return ""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return f"{Decimal(str(value)).normalize():f}"
    return " ".join(str(value).split())
