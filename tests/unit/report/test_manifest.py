"""The manifest of a period: its own files and issues only, and the facts of the run."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kinerja_xlsx.model.pdf import HasilPdf, PdfPer
from kinerja_xlsx.model.run_facts import RunFacts
from kinerja_xlsx.model.verifikasi import Formulir, JenisFormulir
from kinerja_xlsx.report.manifest import read_forms, read_outputs, to_manifest
from tests.drawn_run import NIP, drawn_outputs, drawn_run

FACTS = RunFacts(
    program="0.1.0",
    started=datetime(2026, 4, 1, 8, 0, 0, 999, tzinfo=UTC),
    seconds=12.34567,
    workers=2,
    host="komputer-bkpsdm",
    policies=(("2026-TW1", "PermenPANRB 6/2022"),),
    settings_sha256=None,
)


def manifest_of(period: int) -> dict[str, Any]:
    """Write the manifest of one period of the drawn run, and read it back."""
    run = drawn_run()
    read: dict[str, Any] = json.loads(to_manifest(run, run.periods[period], FACTS))
    return read


def test_facts_of_the_run_stand_in_the_manifest() -> None:
    manifest = manifest_of(0)

    facts = ("run", "program", "period", "started", "seconds", "workers", "host", "policy")
    assert [manifest[key] for key in facts] == [
        "20260401-080000-1",
        "0.1.0",
        "2026-TW1",
        "2026-04-01T08:00:00+00:00",
        12.346,
        2,
        "komputer-bkpsdm",
        "PermenPANRB 6/2022",
    ]
    assert manifest["settings_sha256"] is None


def test_manifest_holds_the_files_and_issues_of_its_period() -> None:
    manifest = manifest_of(0)

    assert [file["file"] for file in manifest["files"]] == ["dinkes.xlsx"]
    assert {issue["file"] for issue in manifest["issues"]} == {"dinkes.xlsx"}
    assert manifest["missing_units"] == ["KEC-SERANG"]
    assert manifest["refused_units"] == ["DISHUB"]
    assert manifest["people"] == {
        "evaluated": 2,
        "withheld": 1,
        "not_evaluated": 1,
        "not_sent": 0,
    }
    assert manifest["rows"] == {
        "seen": 1517,
        "accepted": 1500,
        "corrected": 12,
        "withheld": 3,
        "ignored": 2,
    }


def test_files_without_a_period_have_their_own_manifest() -> None:
    manifest = manifest_of(1)

    assert manifest["period"] is None
    assert manifest["policy"] is None
    assert [issue["code"] for issue in manifest["issues"]] == ["BRK-03"]
    assert manifest["rows"]["seen"] == 0


def test_outputs_are_read_back_for_the_next_run() -> None:
    run = drawn_run()

    data = to_manifest(run, run.periods[0], FACTS)

    assert read_outputs(data) == tuple(made.path for made in drawn_outputs())
    assert data.endswith(b"}\n")


@pytest.mark.parametrize(
    "damaged", [b"", b"[]", b"{}", b"null", b'{"outputs": [1]}', b'{"outputs"', b"\xff\xfe"]
)
def test_damaged_manifest_names_no_outputs(damaged: bytes) -> None:
    assert read_outputs(damaged) == ()


FORM = Formulir(
    kode="60CT-VY8X-NV01-MFBY",
    jenis=JenisFormulir.HASIL,
    period="2026-TW1",
    unit="DINKES",
    nip=NIP,
    sifat="Definitif",
    mulai=date(2026, 1, 1),
)


def test_forms_are_read_back_for_the_next_run() -> None:
    run = drawn_run()
    period = replace(run.periods[0], forms=(FORM,))

    assert read_forms(to_manifest(run, period, FACTS)) == (FORM,)


@pytest.mark.parametrize(
    "damaged",
    [b"", b"[]", b"{}", b"null", b'{"forms": [{"kode": "x"}]}', b'{"forms": [1]}', b"\xff\xfe"],
)
def test_damaged_or_older_manifest_names_no_forms(damaged: bytes) -> None:
    assert read_forms(damaged) == ()


def test_manifest_lists_the_missing_pdfs_of_its_period_only() -> None:
    paths = tuple(f"output/{code}/unit/A/Hasil_A.pdf" for code in ("2026-TW1", "2026-TW2"))
    run = replace(drawn_run(), pdf=HasilPdf(PdfPer.UNIT, "LibreOffice 7.4.7.2", paths))

    manifest = json.loads(to_manifest(run, run.periods[0], FACTS))

    assert manifest_of(0)["pdf"] is None
    assert manifest["pdf"] == {
        "per": "unit",
        "program": "LibreOffice 7.4.7.2",
        "missing": [paths[0]],
    }
