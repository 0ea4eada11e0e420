"""The README stays true: tables, glossary, codes, commands, exit codes, quadrant, JSON, links."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import click
import pytest

from kinerja_xlsx.cli.app import COMMANDS, group, module_name
from kinerja_xlsx.cli.bahasa import indonesian
from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity
from kinerja_xlsx.model.law import Ekspektasi
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import FileVerdict, Output, PenugasanStatus, PeopleCounts, RowCounts
from kinerja_xlsx.model.run_result import BarisBerkas, ExitCode, PeriodResult, RunResult
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.model.verifikasi import Formulir, FormulirBerubah, JenisFormulir
from kinerja_xlsx.policy import parameters
from kinerja_xlsx.policy.parameter import Parameter
from kinerja_xlsx.policy.permenpanrb_6_2022 import KUADRAN
from kinerja_xlsx.report.dokumen import run_document
from kinerja_xlsx.spec import docs
from kinerja_xlsx.write.hasil.bagian import MAX_PEGAWAI
from kinerja_xlsx.write.hasil.kekuatan_bahan import KUAT, LEAST_PEOPLE

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LAUNCHER = (ROOT / "jalankan.py").read_text(encoding="utf-8")
NIP = "198507172010011002"


def section(heading: str) -> str:
    """Give the text of one chapter."""
    _, _, rest = README.partition(f"\n## {heading}\n")
    assert rest, heading
    return rest.partition("\n## ")[0]


def table(text: str, first_heading: str) -> list[list[str]]:
    """Give the rows of the table whose first column has this heading."""
    rows: list[list[str]] = []
    inside = False
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if line.startswith(f"| {first_heading} |"):
            inside = True
        elif inside and not line.startswith("|"):
            return rows
        elif inside and not line.startswith(("|---", "| ---")):
            rows.append(cells)
    return rows


def code_spans(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def test_generated_tables_are_in_step() -> None:
    assert docs.main(["--check"]) == 0, "run `poe docs`"


def glossary() -> Iterator[tuple[str, str]]:
    for row in table(section("Daftar istilah"), "Istilah"):
        yield row[0], code_spans(row[-1])[0]


@pytest.mark.parametrize(("term", "identifier"), list(glossary()))
def test_identifier_of_the_glossary_exists(term: str, identifier: str) -> None:
    assert term
    assert resolves(identifier)


def resolves(identifier: str) -> bool:
    """Follow a dotted name below the package: modules, then attributes or fields."""
    names = identifier.split(".")
    found: Any = importlib.import_module(f"kinerja_xlsx.{'.'.join(names[:2])}")
    for name in names[2:]:
        fields = getattr(found, "model_fields", {})
        if name not in fields and not hasattr(found, name):
            return False
        found = fields.get(name) or getattr(found, name)
    return len(names) > 2


def test_glossary_with_a_wrong_identifier_would_be_noticed() -> None:
    assert not resolves("spec.pegawai.PegawaiRow.gaji")
    assert not resolves("model.score")


def test_codes_that_the_text_mentions_exist() -> None:
    mentioned = set(re.findall(r"\b(?:BRK|LBR|BRS|SEL|LTS|LBK|SIS)-\d\d\b", README))

    assert mentioned == {code.value for code in IssueCode}


def test_exit_codes_are_all_explained() -> None:
    explained = [int(row[0]) for row in table(section("Kode keluar"), "Kode")]

    not_ready = re.search(r"^NOT_READY = (\d+)$", LAUNCHER, re.MULTILINE)
    assert not_ready is not None
    assert explained == sorted({*map(int, ExitCode), int(not_ready[1])})


def test_commands_are_all_explained() -> None:
    rows = table(section("Perintah dan pilihan"), "Perintah")

    assert [code_spans(row[0])[0].split()[1] for row in rows] == list(COMMANDS)


def options_of(command: click.Command) -> set[str]:
    with indonesian():  # click keeps its help option as it was at the first look
        context = command.context_class(command, **command.context_settings)
        parameters = command.get_params(context)
    return {
        option for parameter in parameters for option in parameter.opts if option.startswith("--")
    }


def test_options_are_all_explained() -> None:
    modules = [
        importlib.import_module(f"kinerja_xlsx.cli.{module_name(name)}") for name in COMMANDS
    ]
    known = options_of(group).union(*(options_of(module.command) for module in modules))

    rows = table(section("Perintah dan pilihan"), "Pilihan")
    explained = {code_spans(row[0])[0].split()[0] for row in rows}
    assert explained == known | {"--debug"}


def test_quadrant_is_that_of_the_regulation() -> None:
    rows = table(section("Bagaimana nilai terjadi"), "Hasil kerja \\ Perilaku")

    columns = [Ekspektasi.DI_BAWAH, Ekspektasi.SESUAI, Ekspektasi.DI_ATAS]
    shown = {
        (Ekspektasi(row[0].strip("*")), perilaku): cell
        for row in rows
        for perilaku, cell in zip(columns, row[1:], strict=True)
    }
    assert shown == {pair: predikat.value for pair, predikat in KUADRAN.items()}


def test_parameters_are_shown_with_their_values() -> None:
    rows = table(section("Bagaimana nilai terjadi"), "Parameter")

    for row in rows:
        name = code_spans(row[0])[0]
        parameter: Parameter[Any] = getattr(parameters, name.upper())
        value = parameter.values[-1].value
        assert parameter.name == name
        shown = value.value if isinstance(value, Enum) else format_number(Decimal(value))
        assert row[1] == shown
    assert {code_spans(row[0])[0] for row in rows} == {name.value for name in NamaParameter}


def shape(value: object) -> object:
    """Keep the keys and the nesting of a document; lists by their first item."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shape(item) for item in value[:1]]
    return "null" if value is None else type(value).__name__.replace("int", "float")


def a_run() -> RunResult:
    issue = Issue(
        IssueCode.SEL_02,
        Severity.GALAT,
        Place("dinkes.xlsx", "Hasil Kerja", 12, 21, "Realisasi"),
        nip=NIP,
        value="dua belas",
        context=(("contoh", "1250"),),
    )
    employee = BarisPegawai(
        period="2026-TW1",
        unit="DINKES",
        nip=NIP,
        nama="Contoh",
        jabatan="Perawat",
        sifat="Definitif",
        mulai=date(2026, 1, 1),
        selesai=date(2026, 3, 31),
        status=PenugasanStatus.DINILAI,
        alasan="",
        capaian=Decimal("104.1667"),
        lengkap=True,
        usulan=Ekspektasi.DI_ATAS,
        rating_hasil_kerja=Ekspektasi.SESUAI,
        rating_perilaku=Ekspektasi.SESUAI,
        predikat=KUADRAN[Ekspektasi.SESUAI, Ekspektasi.SESUAI],
    )
    file = BarisBerkas(
        file="dinkes.xlsx",
        sha256="9f",
        unit="DINKES",
        period="2026-TW1",
        verdict=FileVerdict.SEBAGIAN,
        rows=RowCounts(accepted=1, withheld=1),
        people=PeopleCounts(1, 1),
    )
    form = Formulir(
        kode="60CT-VY8X-NV01-MFBY",
        jenis=JenisFormulir.HASIL,
        period="2026-TW1",
        unit="DINKES",
        nip="198507172010011002",
        sifat="Definitif",
        mulai=date(2026, 1, 1),
    )
    period = PeriodResult(
        "2026-TW1",
        employees=(employee,),
        missing_units=("DINSOS",),
        refused_units=("DLH",),
        trails=((Step("a", "b", "c", "d", ("Hasil Kerja!U12",)),),),
        outputs=(Output("output/2026-TW1/rekap.xlsx", "51"),),
        forms=(form,),
        reissued=(FormulirBerubah("7Q2M-0C4D-K9RS-3HXE", form),),
    )
    return RunResult("run", (period,), (file,), (issue,))


def test_json_example_has_the_shape_of_the_document() -> None:
    example = re.search(r"```json\n(.*?)```", README, re.DOTALL)

    assert example is not None
    assert shape(json.loads(example[1])) == shape(run_document(a_run()))


def anchors() -> set[str]:
    """Make the anchors of all headings, as the usual viewers do."""
    headings = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    words = (re.sub(r"[^\w\s-]", "", heading.lower()).strip() for heading in headings)
    return {word.replace(" ", "-") for word in words}


def test_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", README)

    inside = {target.removeprefix("#") for target in targets if target.startswith("#")}
    files = [target for target in targets if not target.startswith(("#", "http"))]
    assert inside <= anchors()
    assert [name for name in files if not (ROOT / name).exists()] == []


def test_each_entry_of_the_history_has_its_fixed_fields() -> None:
    entries = section("Riwayat").split("\n### ")[1:]

    assert entries
    for entry in entries:
        assert re.findall(r"^- \*\*(.+?):\*\*", entry, re.MULTILINE) == [
            "Jenis",
            "Periode terdampak",
            "Templat terdampak",
            "Rincian",
        ]


def test_newest_entry_of_the_history_is_this_version() -> None:
    version = importlib.import_module("kinerja_xlsx").__version__

    newest = section("Riwayat").split("\n### ")[1].splitlines()[0]
    assert newest == version


@pytest.mark.parametrize("command", ["python3 jalankan.py demo", "python3 jalankan.py uji"])
def test_the_two_commands_come_first(command: str) -> None:
    assert command in section("Mulai dalam dua perintah")


def test_limits_of_the_unit_workbook_are_those_of_the_program() -> None:
    text = " ".join(section("Hasil dan isinya").split())

    assert f"paling banyak {MAX_PEGAWAI} pegawai" in text
    assert f"Unit dengan {MAX_PEGAWAI + 1} pegawai mendapat dua buku" in text
    assert f"yang sudah kuat ({KUAT}% atau lebih)" in text
    assert f"sedikitnya {LEAST_PEOPLE} pegawai" in text
