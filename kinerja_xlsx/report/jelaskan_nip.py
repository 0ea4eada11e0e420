"""How one person's figures came about: from cell over formula to source."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence

from kinerja_xlsx.model.number import DISPLAY_DECIMALS, format_number
from kinerja_xlsx.model.penjelasan import Keberatan, PenjelasanPenugasan, SelMasukan
from kinerja_xlsx.model.period import Period, format_date
from kinerja_xlsx.model.result import Output, PenugasanStatus
from kinerja_xlsx.report.dokumen import (
    JsonValue,
    employee_document,
    form_document,
    issue_document,
    output_document,
    step_document,
)
from kinerja_xlsx.report.langkah import WIDTH
from kinerja_xlsx.spec.keberatan import objection_text
from kinerja_xlsx.spec.pesan import render_line


def tell_person(found: Sequence[PenjelasanPenugasan]) -> str:
    """Tell each assignment: what it came to, what stands against it, cells and steps."""
    return "\n\n".join("\n".join(assignment_lines(one)) for one in found)


def person_json(found: Sequence[PenjelasanPenugasan], outputs: Sequence[Output] = ()) -> str:
    """Tell the same to programs, as one document."""
    document: dict[str, JsonValue] = {
        "nip": found[0].baris.nip,
        "nama": found[0].baris.nama,
        "assignments": [assignment_document(one) for one in found],
        "outputs": [output_document(output) for output in outputs],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def assignment_lines(one: PenjelasanPenugasan) -> Iterator[str]:
    """Tell one assignment, line by line."""
    baris = one.baris
    yield f"{baris.nama} · NIP {baris.nip}"
    jabatan = " ".join(part for part in (baris.jabatan, f"({baris.sifat})") if part)
    yield f"{Period.parse(baris.period).label} · {one.nama_unit} ({baris.unit}) · {jabatan}"
    if baris.mulai and baris.selesai:
        yield f"Dinilai dari {format_date(baris.mulai)} sampai {format_date(baris.selesai)}"
    if one.file:
        yield f"Berkas: input/{one.file}"
    if one.penilai:
        yield f"Pejabat penilai: {one.penilai}"
    if one.formulir:
        yield f"Kode verifikasi formulirnya: {one.formulir.kode}"
    for formulir in one.formulir_lain:
        yield f"Kode verifikasi {formulir.jenis.value}: {formulir.kode}"
    yield ""
    yield from _outcome(one)
    yield from _noted(one)
    yield from _steps(one) if one.langkah else _typed(one)
    if one.keberatan is not None:
        yield ""
        yield from _wrapped(f"Bila tidak setuju: {objection_text(one.keberatan)}", "")


def _noted(one: PenjelasanPenugasan) -> Iterator[str]:
    if one.masalah:
        yield "\nYang dicatat saat diperiksa:"
        for issue in one.masalah:
            yield from _wrapped(render_line(issue, masked=False), "  ")


def _steps(one: PenjelasanPenugasan) -> Iterator[str]:
    yield "\nPerhitungan:"
    typed = one.sel_by_address
    for number, step in enumerate(one.langkah, start=1):
        yield f"  {number}. {step.label}"
        for address in step.cells:
            cell = typed.get(address)
            yield from _wrapped(f"{address}{f' · {_said(cell)}' if cell else ''}", "     ")
        yield from _wrapped(f"{step.formula} → {step.result}", "     ")
        yield from _wrapped(f"Dasar: {step.source}", "     ")


def _typed(one: PenjelasanPenugasan) -> Iterator[str]:
    if one.sel:
        yield "\nYang diketik:"
        for cell in one.sel:
            yield from _wrapped(f"{cell.address} · {_said(cell)}", "  ")


def _said(cell: SelMasukan) -> str:
    """Say what was typed under which heading, and as what it was read where that differs."""
    read = f" (dibaca: {cell.dibaca})" if cell.dibaca else ""
    return f"{cell.place.heading}: {cell.diketik}{read}"


def _outcome(one: PenjelasanPenugasan) -> Iterator[str]:
    baris = one.baris
    if baris.status is not PenugasanStatus.DINILAI:
        yield from _wrapped(f"{baris.status.value.capitalize()}. {baris.alasan}".strip(), "")
        return
    belum = "belum diisi"
    if baris.capaian is None:
        yield "Capaian       tidak dihitung"
    else:
        rest = "" if baris.lengkap else " (belum lengkap)"
        yield f"Capaian       {format_number(baris.capaian, DISPLAY_DECIMALS)} persen{rest}"
    yield f"Usulan        {baris.usulan.value if baris.usulan else 'tidak ada'}"
    for label, word in (
        ("Hasil kerja", baris.rating_hasil_kerja),
        ("Perilaku", baris.rating_perilaku),
    ):
        yield f"{label:<13} {word.value if word else belum}"
    yield f"Predikat      {baris.predikat.value if baris.predikat else 'Belum ditetapkan'}"


def assignment_document(one: PenjelasanPenugasan) -> JsonValue:
    """Tell one assignment to programs."""
    return {
        **employee_document(one.baris),
        "reason": one.baris.alasan or None,
        "file": one.file or None,
        "kode": one.formulir.kode if one.formulir else None,
        "further_forms": [form_document(formulir) for formulir in one.formulir_lain],
        "rater": one.penilai or None,
        "objection": None if one.keberatan is None else _objection(one.keberatan),
        "cells": [
            *(_cell_document(cell, cell.address) for cell in one.sel),
            *(_cell_document(cell, cell.full_address) for cell in one.sel_lain),
        ],
        "issues": [issue_document(issue) for issue in one.masalah],
        "trail": [step_document(step) for step in one.langkah],
    }


def _cell_document(cell: SelMasukan, address: str) -> JsonValue:
    return {
        "cell": address,
        "heading": cell.place.heading,
        "value": cell.diketik,
        "read_as": cell.dibaca or None,
    }


def _objection(keberatan: Keberatan) -> JsonValue:
    return {
        "to": keberatan.kepada or None,
        "days": keberatan.hari,
        "basis": keberatan.dasar,
    }


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False
    )
