"""The list of templates that were issued: which unit got which file, by hash; no names, no NIP."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kinerja_xlsx import __version__
from kinerja_xlsx.spec.book import BookSpec


@dataclass(frozen=True, slots=True)
class Terbitan:
    """One template as it was issued.

    Attributes:
        unit: Kode Unit; empty for the blank one.
        berkas: Path below the workspace.
        sha256: Hash of its bytes.
        penugasan: How many assignments it arrives with.
        sidik: Hashes of everything it was ever issued with, oldest first; the last is its own.
    """

    unit: str
    berkas: str
    sha256: str
    penugasan: int
    sidik: tuple[str, ...]


def to_terbitan(book: BookSpec, period: str, issued: Sequence[Terbitan]) -> bytes:
    """Write the list of one period; the same templates give the same bytes."""
    document = {
        "program": f"kinerja_xlsx {__version__}",
        "templat": book.template,
        "versi": book.version,
        "periode": period,
        "terbitan": [
            {
                "unit": one.unit,
                "berkas": one.berkas,
                "sha256": one.sha256,
                "penugasan": one.penugasan,
                "sidik": list(one.sidik),
            }
            for one in sorted(issued, key=lambda one: one.unit)
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def read_terbitan(data: bytes) -> Mapping[str, Terbitan]:
    """Read a list again, by unit; one that is damaged or edited to nonsense is as none."""
    try:
        listed = json.loads(data)["terbitan"]
        found = [
            Terbitan(
                unit=str(one["unit"]),
                berkas=str(one["berkas"]),
                sha256=str(one["sha256"]),
                penugasan=int(one["penugasan"]),
                sidik=tuple(map(str, one["sidik"])),
            )
            for one in listed
        ]
    except (ValueError, KeyError, TypeError):
        return {}
    return {one.unit: one for one in found}


def merge_terbitan(
    earlier: Mapping[str, Terbitan], issued: Sequence[Terbitan]
) -> tuple[Terbitan, ...]:
    """Add newly issued templates to those of before; what a unit got earlier stays known."""
    merged = dict(earlier)
    for one in issued:
        known = merged[one.unit].sidik if one.unit in merged else ()
        merged[one.unit] = replace(
            one, sidik=(*(each for each in known if each not in one.sidik), *one.sidik)
        )
    return tuple(merged.values())
