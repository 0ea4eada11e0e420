"""The columns of the SKP: four kinds of form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from kinerja_xlsx.model.law import JenisJabatan, Pendekatan
from kinerja_xlsx.write.hasil.grid import IKI, NO, PIMPINAN, RHK, Columns, Heading, Range
from kinerja_xlsx.write.hasil.labels import BAGI_JA_JF, BAGI_JPT


@dataclass(frozen=True, slots=True)
class SkpColumns(Columns):
    """One kind of SKP.

    Attributes:
        perilaku: No, nilai, guide lines, special expectation.
        signatures: Of the employee and of the rater.
    """

    perilaku: tuple[Range, ...]
    signatures: tuple[Range, Range]


_PIMPINAN: Final = f"{PIMPINAN}*"
_KUANTITATIF: Final = SkpColumns(
    bagi=BAGI_JA_JF,
    pixels=(28, 130, 80, 210, 30, 56, 80, 170, 70, 176),
    headings=(
        Heading(NO, "(1)", (0, 0)),
        Heading(_PIMPINAN, "(2)", (1, 2)),
        Heading(RHK, "(3)", (3, 3)),
        Heading("ASPEK", "(4)", (4, 5)),
        Heading(IKI, "(5)", (6, 7)),
        Heading("TARGET", "(6)", (8, 9)),
    ),
    numeric=(8,),
    elastic=(7, 3),
    panel=((0, 0), (1, 1), (2, 3), (4, 4), (5, 6), (7, 9)),
    perilaku=((0, 0), (1, 1), (2, 6), (7, 9)),
    signatures=((1, 3), (7, 9)),
)
_KUALITATIF: Final = SkpColumns(
    bagi=BAGI_JA_JF,
    pixels=(28, 130, 200, 90, 30, 130, 422),
    headings=(
        Heading(NO, "(1)", (0, 0)),
        Heading(_PIMPINAN, "(2)", (1, 2)),
        Heading(RHK, "(3)", (3, 6)),
    ),
    numeric=(),
    elastic=(),
    panel=((0, 0), (1, 1), (2, 3), (4, 4), (5, 5), (6, 6)),
    perilaku=((0, 0), (1, 1), (2, 5), (6, 6)),
    signatures=((1, 3), (6, 6)),
)
_JPT_KUANTITATIF: Final = SkpColumns(
    bagi=BAGI_JPT,
    pixels=(28, 130, 190, 100, 30, 130, 70, 180, 172),
    headings=(
        Heading(NO, "(1)", (0, 0)),
        Heading(RHK, "(2)", (1, 2)),
        Heading(IKI, "(3)", (3, 5)),
        Heading("TARGET", "(4)", (6, 7)),
        Heading("PERSPEKTIF", "(5)", (8, 8)),
    ),
    numeric=(6,),
    elastic=(2, 5),
    panel=((0, 0), (1, 1), (2, 3), (4, 4), (5, 5), (6, 8)),
    perilaku=((0, 0), (1, 1), (2, 5), (6, 8)),
    signatures=((1, 3), (6, 8)),
)
_JPT_KUALITATIF: Final = replace(
    _KUALITATIF,
    bagi=BAGI_JPT,
    headings=(Heading(NO, "(1)", (0, 0)), Heading(RHK, "(2)", (1, 6))),
)


def columns_of_plan(jenis_jabatan: JenisJabatan, pendekatan: Pendekatan) -> SkpColumns:
    """Choose the kind of SKP: two kinds of post, two approaches."""
    if jenis_jabatan is JenisJabatan.JPT:
        return _JPT_KUALITATIF if pendekatan is Pendekatan.KUALITATIF else _JPT_KUANTITATIF
    return _KUALITATIF if pendekatan is Pendekatan.KUALITATIF else _KUANTITATIF
