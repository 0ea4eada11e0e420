"""The JSON document of a run: full NIPs, numbers as JSON numbers, absent values as null."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from kinerja_xlsx.model.issue import Issue, Similar
from kinerja_xlsx.model.pdf import HasilPdf
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import Output, PeopleCounts, RowCounts
from kinerja_xlsx.model.run_result import BarisBerkas, ExitCode, PeriodResult, RunResult
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.model.verifikasi import Formulir, FormulirBerubah
from kinerja_xlsx.spec.pesan import render

JsonValue = str | int | float | bool | None | list["JsonValue"] | dict[str, "JsonValue"]


def to_json(result: RunResult) -> str:
    """Write the whole run as one JSON document."""
    return json.dumps(run_document(result), ensure_ascii=False, indent=1)


def run_document(result: RunResult) -> dict[str, JsonValue]:
    """Build the document of a run; its keys are a promise to other programs."""
    return {
        "run": result.run,
        "periods": [period.period for period in result.periods if period.period is not None],
        "files": [file_document(file) for file in result.files],
        "issues": [issue_document(issue) for issue in result.issues],
        "people": {
            period.period: people_document(period.people)
            for period in result.periods
            if period.period is not None
        },
        "units": {
            period.period: units_document(period)
            for period in result.periods
            if period.period is not None
        },
        "employees": list(_employee_documents(result.periods)),
        "forms": [form_document(form) for period in result.periods for form in period.forms],
        "reissued": [
            reissued_document(one) for period in result.periods for one in period.reissued
        ],
        "outputs": [
            output_document(output) for period in result.periods for output in period.outputs
        ],
        "pdf": pdf_document(result.pdf),
        "exit_code": int(result.exit_code),
    }


def error_document(issues: tuple[Issue, ...], exit_code: ExitCode) -> str:
    """Write a run that ended before any file was read, in the same shape."""
    document: dict[str, JsonValue] = {
        "run": None,
        "periods": [],
        "files": [],
        "issues": [issue_document(issue) for issue in issues],
        "people": {},
        "units": {},
        "employees": [],
        "forms": [],
        "reissued": [],
        "outputs": [],
        "pdf": None,
        "exit_code": int(exit_code),
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def file_document(file: BarisBerkas) -> dict[str, JsonValue]:
    """Describe one file."""
    return {
        "file": file.file,
        "sha256": file.sha256,
        "unit": file.unit,
        "period": file.period,
        "verdict": file.verdict.value,
        "rows": None if file.rows is None else _rows(file.rows),
        "employees": {
            "evaluated": file.people.evaluated,
            "withheld": file.people.withheld,
            "not_evaluated": file.people.not_evaluated,
        },
        "archived": file.archived,
    }


def people_document(people: PeopleCounts) -> dict[str, JsonValue]:
    """Count the assignments of a period; the four are all that count."""
    return {
        "evaluated": people.evaluated,
        "withheld": people.withheld,
        "not_evaluated": people.not_evaluated,
        "not_sent": people.not_sent,
    }


def units_document(period: PeriodResult) -> dict[str, JsonValue]:
    """Name the units from which nothing was taken: silent ones, refused ones, unread ones."""
    return {
        "missing": list(period.missing_units),
        "refused": list(period.refused_units),
        "unread": list(period.unread_units),
    }


def _rows(rows: RowCounts) -> dict[str, JsonValue]:
    return {
        "seen": rows.seen,
        "accepted": rows.accepted,
        "corrected": rows.corrected,
        "withheld": rows.withheld,
        "ignored": rows.ignored,
    }


def issue_document(issue: Issue) -> dict[str, JsonValue]:
    """Describe one issue, with its sentences."""
    message = render(issue)
    return {
        "code": issue.code.value,
        "severity": issue.severity.value,
        "file": issue.place.file or None,
        "sheet": issue.place.sheet,
        "cell": issue.place.cell,
        "heading": issue.place.heading,
        "nip": issue.nip,
        "value": issue.value,
        "proposal": issue.proposal,
        "similar": None if issue.similar is None else _similar(issue.similar),
        "message": message.masalah,
        "remedy": message.perbaiki or None,
    }


def _similar(similar: Similar) -> dict[str, JsonValue]:
    """Describe a fault that nearly a whole column has, told once."""
    return {
        "count": similar.count,
        "filled": similar.filled,
        "examples": list(similar.examples),
    }


def output_document(output: Output) -> dict[str, JsonValue]:
    """Describe one output."""
    return {"path": output.path, "sha256": output.sha256, "instead_of": output.instead_of}


def pdf_document(pdf: HasilPdf | None, period: str | None = None) -> JsonValue:
    """Say what printing came to, of all periods or of one; null where it was not asked for.

    By which program matters, since another version may set the same pages in other bytes.
    """
    if pdf is None:
        return None
    below = f"output/{period}/" if period else ""
    missing: list[JsonValue] = [path for path in pdf.missing if path.startswith(below)]
    return {"per": pdf.per.value, "program": pdf.program, "missing": missing}


def form_document(form: Formulir) -> dict[str, JsonValue]:
    """Describe one printed form with its verification code."""
    return {
        "kode": form.kode,
        "jenis": form.jenis.value,
        "period": form.period,
        "unit": form.unit,
        "nip": form.nip,
        "sifat": form.sifat,
        "mulai": form.mulai.isoformat(),
    }


def reissued_document(one: FormulirBerubah) -> dict[str, JsonValue]:
    """Describe a form whose code is not that of the last run, with the code it had."""
    return {**form_document(one.formulir), "kode_lama": one.lama}


def _employee_documents(periods: tuple[PeriodResult, ...]) -> Iterator[JsonValue]:
    for period in periods:
        trails = period.trails or ((),) * len(period.employees)
        for employee, trail in zip(period.employees, trails, strict=True):
            yield {**employee_document(employee), "trail": [step_document(step) for step in trail]}


def employee_document(employee: BarisPegawai) -> dict[str, JsonValue]:
    """Describe one assignment, without its trail."""
    return {
        "period": employee.period,
        "nip": employee.nip,
        "unit": employee.unit,
        "jabatan": employee.jabatan or None,
        "sifat": employee.sifat or None,
        "mulai": _day(employee.mulai),
        "selesai": _day(employee.selesai),
        "status": employee.status.value,
        "capaian": _number(employee.capaian),
        "usulan": _word(employee.usulan),
        "hasil_kerja": _word(employee.rating_hasil_kerja),
        "perilaku": _word(employee.rating_perilaku),
        "predikat": _word(employee.predikat),
    }


def step_document(step: Step) -> JsonValue:
    """Describe one step of a trail."""
    steps: Mapping[str, JsonValue] = {
        "label": step.label,
        "formula": step.formula,
        "result": step.result,
        "source": step.source,
        "cells": list(step.cells),
    }
    return dict(steps)


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _word(value: Enum | None) -> str | None:
    return None if value is None else str(value.value)
