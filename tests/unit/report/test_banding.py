"""A comparison on the console and for programs: balanced counts, nobody's name, exit codes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_xlsx.model.law import Kertas, Predikat
from kinerja_xlsx.model.result import Output
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.banding import banding_exit, banding_json, summarise_banding
from kinerja_xlsx.spec.banding import Banding, Ekspor
from tests.banding_drawn import DI_BAWAH, LAIN, NIP, TW1, bandingkan, kita, skp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinerja_xlsx.spec.banding import BarisSkp

OUTPUT = Output("output/2026-TW1/banding_laporan.xlsx", "9f2c")
BERBEDA = skp(perilaku=DI_BAWAH, hasil_akhir=Predikat.KURANG)


def drawn(rows: Sequence[BarisSkp]) -> Banding:
    found = bandingkan(rows, [kita(), kita(LAIN)])
    return Banding(
        ekspor=Ekspor("laporan.xlsx", "Worksheet", 8, (), ()),
        period=TW1,
        instansi="",
        kertas=Kertas.F4,
        rows=found.rows,
        beda=found.beda,
        penugasan=2,
        sama=found.sama,
    )


def test_console_counts_and_names_nobody() -> None:
    said = summarise_banding(drawn([BERBEDA, skp(LAIN, number=10)]), OUTPUT.path)

    assert said == (
        "Periode   Triwulan I 2026\n"
        "Ekspor    2 baris = 1 sama + 1 berbeda\n"
        "Isian     2 penugasan; 1 sama dengan e-Kinerja\n"
        "Beda      2\n"
        "              1  Rating perilaku berbeda\n"
        "              1  Predikat berbeda\n"
        "\n"
        "Hasil: output/2026-TW1/banding_laporan.xlsx\n"
        "Isian dan ekspor tidak diubah. Buka hasil itu; lembar Perbedaan menyebut sel\n"
        "di kedua sisi, dan lembar Ringkasan yang dapat dilakukan."
    )


def test_console_says_when_nothing_differs_or_only_a_part_was_compared() -> None:
    banding = drawn([skp(), skp(LAIN, number=10)])
    ekspor = replace(banding.ekspor, batas="DINAS KESEHATAN")

    said = summarise_banding(replace(banding, ekspor=ekspor, unit_lain=("RSU",)), OUTPUT.path)

    assert "Beda      tidak ada\n" in said
    assert "ekspor hanya untuk «DINAS KESEHATAN»; 1 unit lain tidak dibandingkan" in said
    assert said.endswith("Isian dan ekspor tidak diubah.")


def test_exit_code_tells_whether_anything_differs() -> None:
    assert banding_exit(drawn([skp(), skp(LAIN, number=10)])) is ExitCode.SELESAI
    assert banding_exit(drawn([BERBEDA, skp(LAIN, number=10)])) is ExitCode.ADA_YANG_DITAHAN


def test_document_holds_every_difference_with_both_places() -> None:
    document = json.loads(banding_json(drawn([BERBEDA, skp(LAIN, number=10)]), OUTPUT))

    assert document["rows"] == {
        "sama": 1, "berbeda": 1, "tanpa_pasangan": 0, "belum_terbaca": 0, "dilewati": 0,
    }  # fmt: skip
    first = document["differences"][0]
    assert (first["kind"], first["nip"], first["unit"]) == ("perilaku", NIP, "PKM")
    assert (first["ekinerja"], first["isian"]) == ("Di Bawah Ekspektasi", "Sesuai Ekspektasi")
    assert first["ekinerja_cells"] == [
        {"file": "laporan.xlsx", "sheet": "Worksheet", "row": 9, "cell": "E9",
         "heading": "perilaku_kerja"}
    ]  # fmt: skip
    assert [place["cell"] for place in first["isian_cells"]] == ["N5"]
    assert document["outputs"] == [
        {"path": OUTPUT.path, "sha256": OUTPUT.sha256, "instead_of": None}
    ]
    assert document["exit_code"] == 1


def test_readme_names_every_key_of_the_document() -> None:
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    _, _, rest = readme.partition("`banding --json`")
    named = set(re.findall(r"`(\w+)`", rest.partition("\n## ")[0]))

    document = json.loads(banding_json(drawn([BERBEDA, skp(LAIN, number=10)]), OUTPUT))
    assert named == set(document) | set(document["differences"][0])
