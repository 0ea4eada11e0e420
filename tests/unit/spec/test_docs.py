"""The generated tables: written between their markers, compared with `--check`."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec import docs
from kinerja_xlsx.spec.book import BOOKS
from kinerja_xlsx.spec.docs import (
    codes_table,
    columns_table,
    main,
    sentences_table,
    write_tables,
)
from kinerja_xlsx.spec.pengembangan import KALIMAT
from kinerja_xlsx.spec.row import columns_of

BARE = """\
# Judul
<!-- tabel kolom: mulai -->
lama
<!-- tabel kolom: selesai -->
di antara
<!-- tabel kode: mulai -->
<!-- tabel kode: selesai -->
<!-- tabel kalimat: mulai -->
<!-- tabel kalimat: selesai -->
akhir
"""


@pytest.fixture
def readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "README.md"
    path.write_text(BARE, encoding="utf-8", newline="\n")
    monkeypatch.setattr(docs, "README", path)
    return path


def test_tables_replace_what_stood_between_their_markers_and_nothing_else() -> None:
    text = write_tables(BARE)

    assert "lama" not in text.splitlines()
    assert [line for line in text.splitlines() if line in BARE.splitlines()] == [
        line for line in BARE.splitlines() if line != "lama"
    ]
    assert columns_table() in text
    assert codes_table() in text
    assert sentences_table() in text


def test_writing_twice_changes_nothing_more() -> None:
    assert write_tables(write_tables(BARE)) == write_tables(BARE)


@pytest.mark.parametrize(
    "marker",
    ["tabel kolom: mulai", "tabel kolom: selesai", "tabel kode: selesai", "tabel kalimat: mulai"],
)
def test_missing_marker_is_named(marker: str) -> None:
    with pytest.raises(ValueError, match=marker.partition(":")[0]):
        write_tables(BARE.replace(f"<!-- {marker} -->", ""))


def test_every_column_of_every_sheet_has_its_row() -> None:
    lines = columns_table().splitlines()

    for book in BOOKS:
        for model in (book.form, *book.sheets):
            assert f"**Lembar {model.sheet}**" in lines
            for spec in columns_of(model):
                assert [line for line in lines if line.startswith(f"| {spec.heading} |")]


def test_every_code_has_its_row() -> None:
    first_cells = [line.split(" | ")[0] for line in codes_table().splitlines()[2:]]

    assert first_cells == [f"| {code.value}" for code in IssueCode]


def test_rows_have_as_many_cells_as_their_heading() -> None:
    for table in (columns_table(), codes_table()):
        rows = [line for line in table.splitlines() if line.startswith("|")]
        assert {line.replace("\\|", "").count("|") for line in rows} == {5}


def test_command_rewrites_the_readme(readme: Path) -> None:
    code = main([])

    assert code == 0
    assert readme.read_text(encoding="utf-8") == write_tables(BARE)


def test_check_only_tells_that_it_is_out_of_step(
    readme: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["--check"])

    assert code == 1
    assert "poe docs" in capsys.readouterr().err
    assert readme.read_text(encoding="utf-8") == BARE


@pytest.mark.usefixtures("readme")
def test_check_of_a_readme_in_step_is_content() -> None:
    main([])

    assert main(["--check"]) == 0


def test_every_sentence_about_a_person_has_its_row_and_its_rule() -> None:
    lines = sentences_table().splitlines()

    assert len(lines) == len(KALIMAT) + 2
    assert all(any(kalimat.aturan in line for line in lines) for kalimat in KALIMAT.values())
    assert "{" not in sentences_table()
