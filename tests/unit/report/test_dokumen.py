"""The JSON document is a promise to other programs: its keys, its types, null for absent."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.dokumen import error_document, to_json
from tests.drawn_run import NIP, drawn_run, formula_issue, sound_run

KEYS = [
    "run",
    "periods",
    "files",
    "issues",
    "people",
    "units",
    "employees",
    "forms",
    "reissued",
    "outputs",
    "pdf",
    "exit_code",
]


@pytest.fixture
def document() -> dict[str, Any]:
    """The document of the drawn run, read back."""
    read: dict[str, Any] = json.loads(to_json(drawn_run()))
    return read


def test_document_has_its_keys_in_order(document: dict[str, Any]) -> None:
    assert list(document) == KEYS
    assert document["run"] == "20260401-080000-1"
    assert document["periods"] == ["2026-TW1"]
    assert document["exit_code"] == 1


def test_file_tells_rows_and_people(document: dict[str, Any]) -> None:
    assert document["files"][0] == {
        "file": "dinkes.xlsx",
        "sha256": "9f" * 32,
        "unit": "DINKES",
        "period": "2026-TW1",
        "verdict": "sebagian",
        "rows": {
            "seen": 1517,
            "accepted": 1500,
            "corrected": 12,
            "withheld": 3,
            "ignored": 2,
        },
        "employees": {"evaluated": 3, "withheld": 1, "not_evaluated": 0},
        "archived": None,
    }


def test_people_and_units_are_counted_by_period(document: dict[str, Any]) -> None:
    assert document["people"] == {
        "2026-TW1": {"evaluated": 2, "withheld": 1, "not_evaluated": 1, "not_sent": 0}
    }
    assert document["units"] == {
        "2026-TW1": {"missing": ["KEC-SERANG"], "refused": ["DISHUB"], "unread": []}
    }


def test_file_that_was_not_read_has_no_counts(document: dict[str, Any]) -> None:
    refused = document["files"][1]

    assert (refused["unit"], refused["period"], refused["rows"]) == (None, None, None)


def test_issue_tells_place_person_and_remedy(document: dict[str, Any]) -> None:
    issue = document["issues"][0]

    assert issue == {
        "code": "SEL-22",
        "severity": "galat",
        "file": "dinkes.xlsx",
        "sheet": "Hasil Kerja",
        "cell": "U12",
        "heading": "Realisasi",
        "nip": NIP,
        "value": "#REF!",
        "proposal": None,
        "similar": None,
        "message": "Sel ini berisi #REF!, bukan nilai.",
        "remedy": "Ketik nilainya; di berkas Perbaikan sel ini dikosongkan.",
    }


def test_issue_of_no_file_has_null_places(document: dict[str, Any]) -> None:
    issue = document["issues"][-1]

    places = {key: issue[key] for key in ("file", "sheet", "cell", "heading", "nip", "value")}
    assert set(places.values()) == {None}


def test_scored_assignment_has_numbers_and_trail(document: dict[str, Any]) -> None:
    assert document["employees"][0] == {
        "period": "2026-TW1",
        "nip": NIP,
        "unit": "DINKES",
        "jabatan": "Perawat Terampil",
        "sifat": "Definitif",
        "mulai": "2026-01-01",
        "selesai": "2026-03-31",
        "status": "dinilai",
        "capaian": 104.1667,
        "usulan": "Sesuai Ekspektasi",
        "hasil_kerja": "Sesuai Ekspektasi",
        "perilaku": "Sesuai Ekspektasi",
        "predikat": "Baik",
        "trail": [
            {
                "label": "Capaian indikator 1.2",
                "formula": "1.250 ÷ 1.200 × 100",
                "result": "104,17",
                "source": "batas_capaian",
                "cells": ["Hasil Kerja!N12"],
            }
        ],
    }


def test_missing_figures_are_null_never_zero(document: dict[str, Any]) -> None:
    waiting = document["employees"][1]

    absent = ("selesai", "capaian", "usulan", "hasil_kerja", "perilaku", "predikat")
    assert [waiting[key] for key in absent] == [None] * len(absent)
    assert waiting["trail"] == []


def test_outputs_of_all_periods_are_listed(document: dict[str, Any]) -> None:
    assert [output["path"] for output in document["outputs"]] == [
        "output/2026-TW1/unit/DINKES/Hasil_DINKES_2026-TW1.xlsx",
        "output/2026-TW1/rekap.xlsx",
        "output/2026-TW1/unit/DINKES/Perbaikan_DINKES_2026-TW1_r1.xlsx",
        "output/tanpa-periode/ditolak/dishub.xlsx",
    ]
    assert {output["sha256"] for output in document["outputs"]} == {"7d" * 32}


def test_run_without_trails_has_empty_ones() -> None:
    document = json.loads(to_json(sound_run()))

    assert [line["trail"] for line in document["employees"]] == [[]]
    assert document["exit_code"] == 0


def test_run_that_came_to_nothing_has_the_same_keys() -> None:
    document = json.loads(error_document((formula_issue(12),), ExitCode.PENGATURAN_SALAH))

    assert list(document) == KEYS
    assert document["run"] is None
    assert document["files"] == []
    assert document["exit_code"] == 3
    assert [issue["code"] for issue in document["issues"]] == ["SEL-22"]
