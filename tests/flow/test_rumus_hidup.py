"""Live formulas of the results: other engines calculate exactly the values that are stored."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.kebijakan import BasisPotongan
from kinerja_xlsx.model.law import Arah, Pendekatan
from kinerja_xlsx.policy import in_force
from kinerja_xlsx.policy.parameters import parameters_for
from kinerja_xlsx.run.demo.city import make_city
from kinerja_xlsx.run.demo.files import city_files
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import make_workspace
from kinerja_xlsx.score.capaian import score_indikator
from kinerja_xlsx.write.hasil import render_hasil
from kinerja_xlsx.write.rekap import render_rekap
from tests.hasil_drawn import TW1, book, form, indikator
from tests.rekap_penuh import full_agency
from tests.unit.write.template_drawn import recalculate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl import Workbook

LEAST = 100
"""So many formulas are compared at the least."""
LEAST_OF_DEMO = 700
TAKEN = ("Pengaturan.xlsx", "Isian_DINKES_2026-TW1.xlsx", "Isian_SETDA_2026-TW1.xlsx")
IS_WHOLE = os.environ.get("KINERJA_UJI_RUMUS") == "semua"
"""Compare every unit and period of the demo; that takes many minutes."""
RELATIVE = 1e-9
OLD = {"MAX", "MIN", "IF", "INDEX", "MATCH", "COUNTIF", "SUM", "HYPERLINK", "AVERAGE", "ROUND",
       "YEAR", "MONTH"}  # fmt: skip
"""Functions that every spreadsheet program has known for decades."""


def differences(data: bytes, calculated: Workbook) -> tuple[int, list[str]]:
    """Count the formulas of a workbook, and list those that come to something else."""
    formulas, stored = (load_workbook(BytesIO(data), data_only=only) for only in (False, True))
    seen, wrong = 0, []
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            seen += 1
            expected = stored[sheet.title][cell.coordinate].value
            found = calculated[sheet.title][cell.coordinate].value
            if not _same(expected, found):
                wrong.append(f"{sheet.title}!{cell.coordinate} {cell.value}: {expected} {found}")
    return seen, wrong


def _same(expected: object, found: object) -> bool:
    if isinstance(expected, int | float) and isinstance(found, int | float):
        return abs(expected - found) <= RELATIVE * max(abs(expected), abs(found), 1.0)
    return expected == found


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Give the Hasil of two units of the demo and the recap of both; of all units when asked."""
    folder = tmp_path_factory.mktemp("contoh")
    for path, data in city_files(make_city()):
        if IS_WHOLE or path in TAKEN:
            target = folder / "input" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    process(make_workspace(folder), RunOptions(workers=0))
    hasil = sorted((folder / "output").rglob("Hasil_*.xlsx"))
    assert len(hasil) > len(TAKEN) if IS_WHOLE else len(hasil) == len(TAKEN) - 1
    return [*hasil, *(folder / "output").rglob("rekap.xlsx")]


def office() -> str:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice tidak terpasang")
    return soffice


def current(path: Path) -> tuple[int, int]:
    """Ask formualizer how many formulas there are and how many stored values are not theirs."""
    program = shutil.which("formualizer", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("formualizer tidak terpasang")
    result = subprocess.run(
        [program, "recalc", "--check", "--json", str(path)], capture_output=True, check=False
    )
    report = json.loads(result.stdout)
    return report["formula_cells"], report["cache_cells_changed"]


KINDS: tuple[Mapping[str, object], ...] = (
    {"target": Decimal(10), "realisasi": Decimal(7)},
    {"target": Decimal(10), "realisasi": Decimal(70)},
    {"target": Decimal(8), "realisasi": Decimal(9), "arah": Arah.TURUN},
    {"target": Decimal(8), "realisasi": Decimal(90), "arah": Arah.TURUN},
    {"target": Decimal(0), "realisasi": Decimal(0), "arah": Arah.TURUN},
    {"target": Decimal(0), "realisasi": Decimal(3), "arah": Arah.TURUN},
    {"target": Decimal(5), "target_atas": Decimal("7.5"), "realisasi": Decimal(6)},
    {"target": Decimal(5), "target_atas": Decimal("7.5"), "realisasi": Decimal(4)},
    {"target": Decimal(5), "target_atas": Decimal("7.5"), "realisasi": Decimal(8)},
    {"target": Decimal(0), "target_atas": Decimal(3), "realisasi": Decimal(4), "arah": Arah.TURUN},
)
"""Every comparison that a capaian formula knows."""


def every_kind() -> bytes:
    """Write one form for each cell of the quadrant, with every kind of indicator, as scored."""
    rows = [indikator(f"1.{number}", **kind) for number, kind in enumerate(KINDS, start=1)]
    policy, parameters = in_force(TW1), parameters_for(TW1)
    made = form(rows=rows)
    scores = tuple(
        score_indikator(
            row, pendekatan=Pendekatan.KUANTITATIF, policy=policy, parameters=parameters
        ).score
        for row in made.penugasan.indikator
    )
    forms = [
        replace(
            made,
            score=replace(
                made.score,
                indikator=scores,
                rating_hasil_kerja=hasil_kerja,
                rating_perilaku=perilaku,
                predikat=predikat,
            ),
        )
        for (hasil_kerja, perilaku), predikat in policy.kuadran.items()
    ]
    return render_hasil(book(forms))


def formulas_in(data: bytes) -> str:
    sheets = load_workbook(BytesIO(data)).worksheets
    cells = (cell for sheet in sheets for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(cell.value) for cell in cells if cell.data_type == "f")


def with_wrong_cache(data: bytes) -> bytes:
    """Change the stored value of the first capaian of a form, and nothing else."""
    source, target = ZipFile(BytesIO(data)), BytesIO()
    with ZipFile(target, "w") as out:
        for name in source.namelist():
            text = source.read(name)
            if name == "xl/worksheets/sheet5.xml":  # the first form
                text = text.replace(b"*100))</f><v>70.0</v>", b"*100))</f><v>71.0</v>", 1)
            out.writestr(name, text)
    return target.getvalue()


def test_every_capaian_and_predikat_is_a_formula_of_old_functions() -> None:
    listed = formulas_in(every_kind())

    assert listed.count("=MAX(0,MIN(") == len(KINDS) * len(in_force(TW1).kuadran)
    assert listed.count("=INDEX(") == len(in_force(TW1).kuadran)
    names = set(re.findall(r"([A-Z]+)\(", listed))
    assert names <= OLD


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_agrees_on_every_kind_and_the_check_sees_a_wrong_value(
    tmp_path: Path,
) -> None:
    data = every_kind()
    wrong = with_wrong_cache(data)

    calculated = recalculate(office(), data, tmp_path)

    seen, different = differences(data, calculated)
    assert seen > LEAST
    assert different == []
    assert len(differences(wrong, calculated)[1]) == 1


def test_formualizer_agrees_on_every_kind_and_sees_a_wrong_value(tmp_path: Path) -> None:
    sound, wrong = tmp_path / "benar.xlsx", tmp_path / "salah.xlsx"
    sound.write_bytes(every_kind())
    wrong.write_bytes(with_wrong_cache(every_kind()))

    assert current(sound)[1] == 0
    assert current(wrong)[1] == 1


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("basis", BasisPotongan)
def test_libreoffice_agrees_on_every_sheet_of_the_recap(
    tmp_path: Path, basis: BasisPotongan
) -> None:
    data = render_rekap(full_agency(basis))

    seen, different = differences(data, recalculate(office(), data, tmp_path))

    assert seen > LEAST
    assert different == []


@pytest.mark.parametrize("basis", BasisPotongan)
def test_formualizer_agrees_on_every_sheet_of_the_recap(
    tmp_path: Path, basis: BasisPotongan
) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(render_rekap(full_agency(basis)))

    assert current(path)[1] == 0


def test_recap_uses_old_functions_and_none_that_reads_a_nip_as_a_number() -> None:
    listed = formulas_in(render_rekap(full_agency()))

    names = set(re.findall(r"([A-Z]+)\(", listed))
    assert names <= {
        *("AND", "CHOOSE", "COUNT", "COUNTIF", "HYPERLINK", "IF", "IFERROR", "INDEX", "ISNUMBER"),
        *("MATCH", "MAX", "ROUND", "SIGN", "SUM", "SUMPRODUCT"),
    }
    counted = set(re.findall(r"COUNTIF\('(\w+)'!\$(\w+)\$", listed))
    assert counted == {("Unit", "D"), ("Pegawai", "I"), ("Pegawai", "N")}
    assert listed.count("COUNTIF(") == len(re.findall(r"COUNTIF\('\w+'!", listed))


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_calculates_the_stored_values_of_the_demo(
    outputs: list[Path], tmp_path: Path
) -> None:
    compared = 0
    for number, path in enumerate(outputs):
        data = path.read_bytes()
        seen, wrong = differences(data, recalculate(office(), data, tmp_path / str(number)))
        assert wrong == [], path.name
        compared += seen
    assert compared > LEAST_OF_DEMO


@pytest.mark.slow
def test_formualizer_finds_every_stored_value_of_the_demo_current(outputs: list[Path]) -> None:
    found = [current(path) for path in outputs]

    assert sum(seen for seen, _ in found) > LEAST_OF_DEMO
    assert [changed for _, changed in found] == [0] * len(outputs)
