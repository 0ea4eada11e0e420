"""Puts the page together: escaped by default, and with hashes of the only style and script."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from functools import cache
from importlib import resources
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kinerja_xlsx.report.hitungan import count, count_issues
from kinerja_xlsx.report.langkah import next_steps
from kinerja_xlsx.report.laporan.bagan import charts_of
from kinerja_xlsx.report.laporan.buku import shelve, units_of
from kinerja_xlsx.report.laporan.isi import (
    Laporan,
    causes_of,
    files_of,
    kinds_of,
    owners_of,
    sums_of,
)
from kinerja_xlsx.report.laporan.tabel import data_of
from kinerja_xlsx.spec.pesan import shown_text

_PACKAGE: Final = "kinerja_xlsx.report.laporan"
_FOLDER: Final = "bahan"
_PAGE: Final = "laporan.html"


def render_laporan(laporan: Laporan) -> bytes:
    """Write the page of one period; the same period gives the same bytes."""
    rak = shelve(laporan)
    units = tuple(units_of(laporan, rak, Counter(unit for _, unit in owners_of(laporan))))
    style, script = _material("gaya.css"), _material("laporan.js")
    text = _environment().get_template(_PAGE).render(
        laporan=laporan,
        policy=_policy(style, script),
        style=style,
        script=script,
        sums=sums_of(laporan),
        issues=count_issues(laporan.result.issues),
        causes=causes_of(laporan),
        steps=" ".join(next_steps(laporan.result, writes=True)),
        charts=tuple(charts_of(laporan)),
        kinds=tuple(kinds_of(laporan)),
        units=units,
        files=tuple(files_of(laporan)),
        rak=rak,
        data=data_of(laporan, {unit.kode: unit.nomor for unit in units}),
    )  # fmt: skip
    return text.encode()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader(_PACKAGE, _FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"angka": count, "tampak": shown_text}
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return made


def _material(name: str) -> Markup:
    """Read style or script; line ends are the same on every system, or the hash would not fit."""
    text = (resources.files(_PACKAGE) / _FOLDER / name).read_text(encoding="utf-8")
    return Markup("\n".join(text.splitlines()))  # noqa: S704 - a file of ours, no text of a user


def _policy(style: str, script: str) -> str:
    """Forbid everything but this one style and this one script."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest())
    return f"'sha256-{digest.decode()}'"
