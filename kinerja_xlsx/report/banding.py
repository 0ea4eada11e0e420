"""What a comparison with e-Kinerja comes to, on the console and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from kinerja_xlsx.model.issue import Place
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.result import Output
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.dokumen import JsonValue, output_document
from kinerja_xlsx.spec.banding import Banding, Beda


def summarise_banding(banding: Banding, path: str) -> str:
    """Say what was compared and how it stands: counts that balance, and nobody's name.

    Args:
        banding: The comparison.
        path: Where its workbook lies.
    """
    return "\n".join(_lines(banding, path))


def _lines(banding: Banding, path: str) -> Iterator[str]:
    counts = banding.counts().items()
    parts = " + ".join(f"{_count(number)} {nasib.value}" for nasib, number in counts if number)
    yield f"Periode   {banding.period.label}"
    yield f"Ekspor    {_count(len(banding.rows))} baris = {parts}"
    yield (
        f"Isian     {_count(banding.penugasan)} penugasan; {_count(banding.sama)} sama dengan "
        "e-Kinerja"
    )
    if banding.ekspor.batas:
        rest = f"; {_count(len(banding.unit_lain))} unit lain tidak dibandingkan"
        yield f"Batas     ekspor hanya untuk «{banding.ekspor.batas}»{rest}"
    if banding.beda:
        yield f"Beda      {_count(len(banding.beda))}"
        for jenis, number in banding.kinds().items():
            yield f"          {_count(number):>5}  {jenis.value}"
    else:
        yield "Beda      tidak ada"
    yield ""
    yield f"Hasil: {path}"
    yield _next_step(banding)


def _next_step(banding: Banding) -> str:
    if not banding.beda:
        return "Isian dan ekspor tidak diubah."
    return (
        "Isian dan ekspor tidak diubah. Buka hasil itu; lembar Perbedaan menyebut sel\n"
        "di kedua sisi, dan lembar Ringkasan yang dapat dilakukan."
    )


def _count(number: int) -> str:
    return format_number(Decimal(number))


def banding_exit(banding: Banding) -> ExitCode:
    """Give 0 when nothing differs, 1 otherwise."""
    return ExitCode.ADA_YANG_DITAHAN if banding.beda else ExitCode.SELESAI


def banding_json(banding: Banding, output: Output) -> str:
    """Tell the same to programs, as one document with full NIPs."""
    ekspor = banding.ekspor
    document: dict[str, JsonValue] = {
        "period": banding.period.code,
        "export": {
            "file": ekspor.file,
            "sheet": ekspor.sheet,
            "header_row": ekspor.header_row,
            "limit": ekspor.batas or None,
        },
        "rows": {nasib.name.casefold(): number for nasib, number in banding.counts().items()},
        "assignments": banding.penugasan,
        "same": banding.sama,
        "units_left_out": list(banding.unit_lain),
        "differences": [_difference(beda) for beda in banding.beda],
        "outputs": [output_document(output)],
        "exit_code": int(banding_exit(banding)),
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _difference(beda: Beda) -> JsonValue:
    return {
        "kind": beda.jenis.name.casefold(),
        "nip": beda.nip or None,
        "unit": beda.unit or None,
        "sifat": beda.sifat or None,
        "ekinerja": beda.di_ekspor or None,
        "isian": beda.di_isian or None,
        "ekinerja_cells": [_place(place) for place in beda.sel_ekspor],
        "isian_cells": [_place(place) for place in beda.sel_isian],
        "note": beda.keterangan or None,
    }


def _place(place: Place) -> JsonValue:
    return {
        "file": place.file,
        "sheet": place.sheet,
        "row": place.row,
        "cell": place.cell,
        "heading": place.heading,
    }
