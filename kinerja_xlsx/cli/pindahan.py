"""What `templat --pindah` tells: what was carried, what changed its form, what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kinerja_xlsx.cli.bicara import answer, say
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.daftar import list_issues
from kinerja_xlsx.run.pindah import Pindahan


def tell_moved(folder: Path, moved: Sequence[Pindahan]) -> int:
    """Say of each file what became of it; the originals are untouched."""
    for one in moved:
        if one.path is None:
            say(f"\n{one.file} tidak dapat dipindahkan:")
            say(list_issues(one.issues))
            continue
        answer(f"\n{one.file}{f' (templat versi {one.version})' if one.version else ''}")
        answer(f"  → {(folder / one.path).as_posix()}")
        for line in _lines(one):
            answer(f"  {line}")
    done = [one for one in moved if one.path is not None]
    if done:
        answer(
            "\nBerkas lama tidak diubah; komentar dan warna selnya tidak ikut. Periksa berkas "
            "yang baru;\nbila sudah benar, taruh di input/ menggantikan yang lama."
        )
    return ExitCode.SELESAI if len(done) == len(moved) else ExitCode.ADA_YANG_DITAHAN


def _lines(one: Pindahan) -> Iterator[str]:
    rows = ", ".join(f"{sheet} {count} baris" for sheet, count in one.rows.items())
    yield f"Dipindahkan, sel demi sel sama: {rows or 'belum ada isian'}."
    if one.formulas:
        yield f"{one.formulas} rumus menjadi nilainya."
    if one.without_value:
        yield f"{one.without_value} sel galat atau rumus tanpa nilai menjadi kosong."
    if one.renamed:
        yield f"{one.renamed} nilai mendapat nama yang berlaku sekarang."
    if one.kept:
        yield f"Kolom tambahan ikut dipindahkan: {'; '.join(one.kept)}."
    if one.added:
        yield f"Kolom baru, masih kosong: {'; '.join(one.added)}."
    if one.unplaced:
        yield f"Tidak ada tempatnya, jadi tidak ikut: {'; '.join(one.unplaced)}."
