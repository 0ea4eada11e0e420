"""Writes the tables of README.md that the specification knows: `python -m kinerja_xlsx.spec.docs`.

With `--check` nothing is written; the exit code then tells whether README.md is in step.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from kinerja_xlsx.spec.book import BOOKS, BookSpec
from kinerja_xlsx.spec.codes import CATALOGUE
from kinerja_xlsx.spec.pengembangan import KALIMAT
from kinerja_xlsx.spec.pesan import severity_word
from kinerja_xlsx.spec.row import SheetModel, asked_of
from kinerja_xlsx.spec.uraian import limits_text, meaning_text, required_text, withheld_text

README: Final = Path(__file__).parents[2] / "README.md"
COLUMNS: Final = "tabel kolom"
CODES: Final = "tabel kode"
SENTENCES: Final = "tabel kalimat"
_PLACEHOLDER: Final = re.compile(r"\{\w+\}")


def write_tables(text: str) -> str:
    """Put the tables of today between their markers.

    Raises:
        ValueError: A pair of markers is missing.
    """
    tables = ((COLUMNS, columns_table()), (CODES, codes_table()), (SENTENCES, sentences_table()))
    for name, table in tables:
        start, end = f"<!-- {name}: mulai -->", f"<!-- {name}: selesai -->"
        before, _, rest = text.partition(start)
        _, found, after = rest.partition(end)
        if not found:
            raise ValueError(f"README.md has no markers for {name}")
        text = f"{before}{start}\n{table}\n{end}{after}"
    return text


def columns_table() -> str:
    """Write every sheet of every workbook with its columns."""
    return "\n".join(part for book in BOOKS for part in _book(book))


def codes_table() -> str:
    """Write every code: what it means, how grave it is, and what it holds back."""
    rows = (
        (code.value, meaning_text(code), severity_word(text.severity), withheld_text(code))
        for code, text in CATALOGUE.items()
    )
    return _table(("Kode", "Arti", "Tingkat", "Menahan"), rows)


def sentences_table() -> str:
    """Write every sentence of the forms about a person's own results, and when it is said."""
    rows = (
        (kalimat.bagian.value, _PLACEHOLDER.sub("…", kalimat.teks), kalimat.aturan)
        for kalimat in KALIMAT.values()
    )
    return _table(("Bagian", "Kalimat", "Dikatakan bila"), rows)


def main(arguments: Sequence[str]) -> int:
    """Rewrite README.md, or with `--check` only compare; return the exit code."""
    old = README.read_text(encoding="utf-8")
    new = write_tables(old)
    if new == old:
        return 0
    if "--check" in arguments:
        sys.stderr.write("README.md is out of step with the specification; run `poe docs`.\n")
        return 1
    README.write_text(new, encoding="utf-8", newline="\n")
    return 0


def _book(book: BookSpec) -> Iterable[str]:
    yield f"\n### Buku kerja {book.title}\n"
    for model in (book.form, *book.readable):
        mark = " (bila diminta)" if model in book.optional else ""
        yield f"**Lembar {model.sheet}**{mark}\n"
        yield f"{_columns(model)}\n"


def _columns(model: type[SheetModel]) -> str:
    rows = (
        (
            spec.heading,
            required_text(model, spec.field),
            limits_text(spec),
            spec.column.prompt,
        )
        for spec in asked_of(model)
    )
    return _table(("Kolom", "Wajib", "Jenis dan batas", "Keterangan"), rows)


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (heading, ["---"] * len(heading), *rows)
    return "\n".join(f"| {' | '.join(_cell(text) for text in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":  # pragma: no cover - started by `poe docs`
    sys.exit(main(sys.argv[1:]))
