"""Live formulas of what follows from a score: other engines calculate the stored values."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from kinerja_xlsx.model.law import FormulirPegawai
from kinerja_xlsx.write.hasil import render_hasil
from tests.flow.test_rumus_hidup import (
    LEAST,
    OLD,
    current,
    differences,
    formulas_in,
    office,
)
from tests.hasil_angka_drawn import everything
from tests.unit.write.template_drawn import recalculate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

KREDIT = "xl/worksheets/sheet6.xml"
"""Angka Kredit follows Indeks, Rekap, Sebaran, Tren and Kekuatan dan Pengembangan."""
CHOICES: Mapping[str, Mapping[str, str]] = {
    "70": {},
    "seluruh": {
        "basis_potongan_tpp": "seluruh TPP",
        "aturan_tpp": "Permentan 68/2012",
        "persen_predikat_tpp": "100/90/70/50/30",
        "mode_angka": "PermenPANRB 8/2021",
        "pembulatan_angka_kredit": "2",
    },
    "60": {"mode_angka": "PP 30/2019 60:40", "bobot_kinerja_tpp": "70"},
}
"""Choices of an office, under which everything that follows from a score is shown."""


def all_forms(**values: str) -> bytes:
    """Write the unit in which everything occurs, with every form that a period may ask for."""
    return render_hasil(replace(everything(**values), formulir=tuple(FormulirPegawai)))


def test_what_follows_from_a_score_is_live_and_of_old_functions() -> None:
    names = set(re.findall(r"([A-Z]+)\(", formulas_in(all_forms())))

    assert names <= OLD
    assert {"AVERAGE", "ROUND", "YEAR", "MONTH"} <= names


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("chosen", CHOICES)
def test_libreoffice_agrees_on_angka_kredit_tpp_and_comparison(
    chosen: str, tmp_path: Path
) -> None:
    data = all_forms(**CHOICES[chosen])

    seen, different = differences(data, recalculate(office(), data, tmp_path))

    assert seen > LEAST
    assert different == []


@pytest.mark.parametrize("chosen", CHOICES)
def test_formualizer_agrees_on_angka_kredit_tpp_and_comparison(
    chosen: str, tmp_path: Path
) -> None:
    path = tmp_path / "hasil.xlsx"
    path.write_bytes(all_forms(**CHOICES[chosen]))

    seen, changed = current(path)

    assert seen > LEAST
    assert changed == 0


def test_a_wrong_stored_angka_kredit_is_seen(tmp_path: Path) -> None:
    path, source = tmp_path / "salah.xlsx", ZipFile(BytesIO(render_hasil(everything())))
    with ZipFile(path, "w") as out:
        for name in source.namelist():
            text = source.read(name)
            if name == KREDIT:
                assert text.count(b"<v>9.375</v>") > 1
                text = text.replace(b"<v>9.375</v>", b"<v>9.475</v>", 1)
            out.writestr(name, text)

    assert current(path)[1] == 1
