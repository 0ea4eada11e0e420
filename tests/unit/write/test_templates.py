"""The blank templates under `templates/` are those that the code makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.book import BOOKS, BookSpec
from kinerja_xlsx.write import templates
from kinerja_xlsx.write.templates import FOLDER, blank_templates
from tests.unit.write.template_drawn import read_back


@pytest.mark.parametrize("name", ["Isian.xlsx", "SKP.xlsx", "Pengaturan.xlsx"])
def test_kept_template_is_the_one_made_now(name: str) -> None:
    made = blank_templates()[name]

    kept = (FOLDER / name).read_bytes()

    assert kept == made, "jalankan: python -m kinerja_xlsx.write.templates"


def test_nothing_else_is_kept_there() -> None:
    assert {path.name for path in FOLDER.glob("*.xlsx")} == set(blank_templates())


def test_command_writes_every_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "FOLDER", tmp_path)

    templates.main()

    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == blank_templates()


@pytest.mark.parametrize("spec", BOOKS, ids=lambda spec: spec.template)
def test_blank_template_is_read_as_having_no_rows(spec: BookSpec) -> None:
    submission = read_back(blank_templates()[f"{spec.title}.xlsx"], spec)

    assert [(sheet.key, sheet.rows) for sheet in submission.sheets] == [
        (model.sheet, ()) for model in spec.sheets
    ]
    assert {issue.code for issue in submission.issues} == {IssueCode.LBR_12}
