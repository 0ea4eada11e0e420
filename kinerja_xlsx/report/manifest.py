"""`manifest.json` of a period: what was read, what it became, by which rules, with hashes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from kinerja_xlsx.model.run_facts import RunFacts
from kinerja_xlsx.model.run_result import BarisBerkas, Diterima, PeriodResult, RunResult
from kinerja_xlsx.model.verifikasi import Formulir, JenisFormulir
from kinerja_xlsx.report.dokumen import (
    JsonValue,
    file_document,
    form_document,
    issue_document,
    output_document,
    pdf_document,
    people_document,
    reissued_document,
)


def to_manifest(result: RunResult, period: PeriodResult, facts: RunFacts) -> bytes:
    """Write the manifest of one period, or of the files without one."""
    files = [file for file in result.files if file.period == period.period]
    names = {file.file for file in files}
    document: dict[str, JsonValue] = {
        "run": result.run,
        "program": facts.program,
        "period": period.period,
        "started": facts.started.isoformat(timespec="seconds"),
        "seconds": round(facts.seconds, 3),
        "workers": facts.workers,
        "host": facts.host,
        "policy": dict(facts.policies).get(period.period or "", None),
        "settings_sha256": facts.settings_sha256,
        "files": [file_document(file) for file in files],
        "rows": _totals(files),
        "people": people_document(period.people),
        "missing_units": list(period.missing_units),
        "refused_units": list(period.refused_units),
        "unread_units": list(period.unread_units),
        "issues": [issue_document(issue) for issue in result.issues if issue.place.file in names],
        "outputs": [output_document(output) for output in period.outputs],
        "left": list(period.left),
        "folders": dict(period.folders),
        "explained": dict(period.explained),
        "pdf": pdf_document(result.pdf, period.period),
        "accepted": [_accepted_document(one) for one in period.accepted],
        "forms": [form_document(form) for form in period.forms],
        "reissued": [reissued_document(one) for one in period.reissued],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _accepted_document(one: Diterima) -> dict[str, JsonValue]:
    return {
        "unit": one.unit,
        "nip": one.nip,
        "sifat": one.sifat,
        "mulai": one.mulai,
        "sidik": one.sidik,
        "nilai": dict(one.nilai),
    }


def _totals(files: Sequence[BarisBerkas]) -> dict[str, JsonValue]:
    rows = [file.rows for file in files if file.rows is not None]
    return {
        "seen": sum(row.seen for row in rows),
        "accepted": sum(row.accepted for row in rows),
        "corrected": sum(row.corrected for row in rows),
        "withheld": sum(row.withheld for row in rows),
        "ignored": sum(row.ignored for row in rows),
    }


def read_outputs(data: bytes) -> tuple[str, ...]:
    """List the paths that an earlier manifest names; a damaged manifest names none.

    Those that its run could not replace or remove are among them.
    """
    try:
        document = json.loads(data)
        made = [str(output["path"]) for output in document["outputs"]]
        held = [str(path) for one in document["outputs"] if (path := one.get("instead_of"))]
        return (*made, *held, *map(str, document.get("left", ())))
    except (ValueError, KeyError, TypeError):
        return ()


def read_files(data: bytes) -> dict[str, tuple[str, str]]:
    """Give unit and period of each file that an earlier manifest names; of a damaged one, none.

    A file that its run moved to the archive is known by its name there.
    """
    try:
        files = json.loads(data)["files"]
        return {
            str(file.get("archived") or file["file"]): (str(file["unit"]), str(file["period"]))
            for file in files
            if file["unit"] and file["period"]
        }
    except (ValueError, KeyError, TypeError):
        return {}


def read_forms(data: bytes) -> tuple[Formulir, ...]:
    """List the forms that an earlier manifest names; a damaged or older one names none."""
    try:
        return tuple(
            Formulir(
                kode=str(one["kode"]),
                jenis=JenisFormulir(one["jenis"]),
                period=str(one["period"]),
                unit=str(one["unit"]),
                nip=str(one["nip"]),
                sifat=str(one["sifat"]),
                mulai=date.fromisoformat(one["mulai"]),
            )
            for one in json.loads(data)["forms"]
        )
    except (ValueError, KeyError, TypeError):
        return ()


def read_accepted(data: bytes) -> tuple[Diterima, ...]:
    """List what an earlier manifest says was accepted; a damaged or older one lists nothing."""
    try:
        document = json.loads(data)
        return tuple(
            Diterima(
                unit=str(one["unit"]),
                nip=str(one["nip"]),
                sifat=str(one["sifat"]),
                mulai=str(one["mulai"]),
                sidik=str(one["sidik"]),
                nilai=tuple((str(name), str(value)) for name, value in one["nilai"].items()),
            )
            for one in document["accepted"]
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return ()
