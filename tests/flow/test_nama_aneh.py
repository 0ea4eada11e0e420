"""Codes and names of any kind: unique, safe places in `output/`; the manifest says whose."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from openpyxl import load_workbook

from kinerja_xlsx.model.buku import BukuTambahan, Urutan
from kinerja_xlsx.model.pdf import PdfPer
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import MANIFEST, make_workspace
from tests.drawn import DrawnBook, sound_isian

PERIOD = "2026-TW1"
UNITS = ("..a", "a..", "CON", "com1.a", "UPT", "UPT.", "upt", "a-.", "Aux", "a" * 20)
"""All that a Kode Unit may be; only letters, digits, dots and hyphens are let through."""
TWIN = "Yayah Rosidah Nur Hasanah binti Abdurrahman Hakim"
PEOPLE = (
    "../../etc/passwd", "CON", f"{TWIN} A", f"{TWIN} B", "\u202egnp.exe", "Rene\u0301", "Ren\xe9",
    "x" * 120, "😀👩\u200d⚕️", "nama.", " .a ",
)  # fmt: skip
RATERS = (
    "../KADIS", "CON", "NUL.txt", "Rene\u0301", "Ren\xe9", "a" * 39 + ".", "a" * 39 + "b",
    "😀" * 20, "\u202ekadis", "KADIS.", "SEKDA.",
)  # fmt: skip
OPTIONS = RunOptions(
    workers=0,
    buku=BukuTambahan(per_pegawai=True, siap_cetak=Urutan.PENILAI),
    pdf=PdfPer.PEGAWAI,
)
HALF_READ = b"bukan buku kerja"
REFUSED = (
    "CON.xlsx",
    "a/b.xlsx",
    "a - b.xlsx",
    "Ren\xe9.xlsx",
    f"{'😀' * 60}.xlsx",
    "titik..xlsx",
)


def isian(number: int) -> DrawnBook:
    """Draw the Isian of one unit: two people of odd names, rated by odd codes, one not yet."""
    book = sound_isian(2, unit=UNITS[number])
    book.labels["Nama Unit"] = f"\\{PEOPLE[number]}"
    for rows in book.sheets.values():
        for row in rows:
            if "NIP" in row:
                row["NIP"] = f"{str(row['NIP'])[:-2]}{number:02d}"
    first, second = book.sheets["Pegawai"]
    rater, other = RATERS[number], RATERS[number + 1]
    first |= {"Nama": f"\\{PEOPLE[number]}", "Penilai": f"\\{rater}"}
    second |= {"Nama": f"\\{PEOPLE[number + 1]}", "Penilai": f"\\{other}"}
    pejabat = book.sheets["Pejabat"][0]
    book.sheets["Pejabat"] = [
        {**pejabat, "Kode": f"\\{code}"} for code in (rater, other) if code
    ] + [pejabat]
    for row in book.sheets["Penilaian"]:
        row["Rating Hasil Kerja"] = None
    return book


@cache
def answered() -> tuple[RunResult, dict[str, bytes], dict[str, object]]:
    """Run over all units once; give the result, the outputs and both manifests."""
    with (
        TemporaryDirectory() as folder,
        patch("kinerja_xlsx.run.cetak_pdf.find_office", return_value=None),
    ):
        office = make_workspace(Path(folder))
        for number in range(len(UNITS)):
            isian(number).save(office.input / f"{number}.xlsx")
        for name in REFUSED:
            (office.input / name).parent.mkdir(exist_ok=True)
            (office.input / name).write_bytes(HALF_READ)
        result = process(office, OPTIONS)
        outputs = {
            path.relative_to(office.root).as_posix(): path.read_bytes()
            for path in sorted(office.root.rglob("*"))
            if path.is_file() and "input" not in path.relative_to(office.root).parts
        }
    return result, outputs, json.loads(outputs[f"output/{PERIOD}/{MANIFEST}"])


def made() -> list[str]:
    """List the paths of all outputs, with those of the PDFs that could not be made."""
    result, outputs, _ = answered()
    assert result.pdf is not None
    return [*(name for name in outputs if name.startswith("output/")), *result.pdf.missing]


def test_every_unit_is_answered() -> None:
    result, _, _ = answered()

    (period,) = (one for one in result.periods if one.period == PERIOD)
    assert {unit.kode for unit in period.units} == set(UNITS)
    assert period.people.evaluated == 2 * len(UNITS)


def test_every_path_stays_inside_output_and_is_allowed_on_every_system() -> None:
    for path in made():
        top, *parts = path.split("/")
        assert top == "output"
        for part in parts:
            assert not re.search(r'[<>:"\\|?*\x00-\x1f\u202a-\u202e]', part), ascii(path)
            assert part == part.strip(" .") != "", ascii(path)
            assert not re.fullmatch(r"(?i)(con|aux|nul|com1)\s*(\..*)?", part), ascii(path)


def test_no_two_paths_are_alike() -> None:
    paths = [path.casefold() for path in made()]

    assert len(paths) == len(set(paths))
    assert sum("/pegawai/Hasil_" in path and path.endswith(".xlsx") for path in made()) == 20
    assert sum("/pegawai/Hasil_" in path and path.endswith(".pdf") for path in made()) == 20
    # A composed and a decomposed letter are one: that unit has one rater, not two.
    assert sum("/penilai/Lembar_Penilai_" in path for path in made()) == 19
    assert sum("SiapCetak" in path for path in made()) == len(UNITS)


def test_manifest_says_whose_each_folder_is() -> None:
    _, outputs, manifest = answered()

    folders = manifest["folders"]
    assert isinstance(folders, dict)
    assert folders.keys() == set(UNITS)
    assert len({path.casefold() for path in folders.values()}) == len(UNITS)
    assert (folders["UPT"], folders["UPT."]) == (
        f"output/{PERIOD}/unit/UPT", f"output/{PERIOD}/unit/UPT-2"
    )  # fmt: skip
    for unit, folder in folders.items():
        people = [name for name in outputs if name.startswith(f"{folder}/pegawai/Hasil_")]
        assert {name.split("_")[-2][-2:] for name in people} == {f"{UNITS.index(unit):02d}"}


def test_manifest_says_which_file_each_explanation_answers() -> None:
    _, outputs, _ = answered()

    manifest = json.loads(outputs[f"output/tanpa-periode/{MANIFEST}"])
    explained = manifest["explained"]
    assert explained.keys() == set(REFUSED)
    assert len(set(explained.values())) == len(REFUSED)
    assert all(path in outputs for path in explained.values())


def test_sheets_are_called_after_the_nip_and_never_after_a_name() -> None:
    _, outputs, _ = answered()
    books = [name for name in outputs if re.search(r"/Hasil_[^/]*\.xlsx$", name)]

    for name in books:
        with TemporaryDirectory() as folder:
            path = Path(folder, "buku.xlsx")
            path.write_bytes(outputs[name])
            sheets = load_workbook(path, read_only=True).sheetnames
        assert len({sheet.casefold() for sheet in sheets}) == len(sheets)
        assert all(re.fullmatch(r"[0-9A-Za-z ._()-]{1,31}", sheet) for sheet in sheets), sheets
