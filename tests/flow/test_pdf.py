"""`proses --pdf`: PDFs beside the workbooks, none lost in silence, and nothing else changed."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.pdf import PdfPer
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run import cetak_pdf, libreoffice
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import MANIFEST, Workspace
from tests.flow.alur import HERE, PERAWAT, PERIOD, nip_in, outputs_of, sent_by_three, settle
from tests.flow.test_sedang_dibuka import open_in_excel
from tests.flow.test_tak_terbaca import hold
from tests.kantor_palsu import fake_office, starts_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
UNIT = replace(HERE, pdf=PdfPer.UNIT)
PEGAWAI = replace(HERE, pdf=PdfPer.PEGAWAI)
NAMA = "Contoh Perawat"


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return settle(tmp_path / "ruang", sent_by_three())


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return stand_in(monkeypatch, fake_office(tmp_path / "bin"))


def stand_in(monkeypatch: pytest.MonkeyPatch, program: Path | None) -> Path:
    monkeypatch.setattr(cetak_pdf, "find_office", lambda: program)
    return program or Path()


def pdfs(office: Workspace) -> set[str]:
    home = office.output / PERIOD.code / "unit"
    return {path.relative_to(home).as_posix() for path in home.rglob("*.pdf")}


def manifest_of(office: Workspace) -> dict[str, Any]:
    text = (office.output / PERIOD.code / MANIFEST).read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


def told(result: RunResult) -> str:
    return " ".join(summarise(result, writes=True).split())


def test_each_unit_has_a_pdf_beside_its_workbook(office: Workspace, program: Path) -> None:
    result = process(office, UNIT)

    wanted = {f"{unit}/Hasil_{unit}_2026-TW1.pdf" for unit in ("PKM", "RSU", "SEK")}
    assert pdfs(office) == wanted
    assert result.exit_code is ExitCode.SELESAI
    manifest = manifest_of(office)
    assert manifest["pdf"] == {
        "per": "unit", "program": "LibreOffice 99.1.2.3", "missing": [],
    }  # fmt: skip
    listed = {one["path"] for one in manifest["outputs"] if one["path"].endswith(".pdf")}
    assert listed == {f"output/2026-TW1/unit/{name}" for name in wanted}
    assert "3 PDF; tiap unit satu berkas" in told(result)
    assert starts_of(program)


def test_each_person_has_a_pdf_of_their_own(office: Workspace, program: Path) -> None:
    result = process(office, PEGAWAI)

    assert len(pdfs(office)) == 9
    assert f"RSU/pegawai/Hasil_{nip_in(1, PERAWAT)}_2026-TW1.pdf" in pdfs(office)
    assert "9 PDF; tiap pegawai satu berkas" in told(result)
    assert program.exists()


def test_one_start_prints_several_workbooks(office: Workspace, program: Path) -> None:
    process(office, replace(PEGAWAI, workers=1))

    (start,) = starts_of(program)
    assert start.count(".xlsx") == 9


@pytest.mark.usefixtures("program")
def test_workbooks_are_the_same_with_and_without_pdf(office: Workspace) -> None:
    process(office, HERE)
    before = outputs_of(office)
    process(office, PEGAWAI)
    with_pdf = outputs_of(office)

    assert {name: data for name, data in with_pdf.items() if not name.endswith(".pdf")} == before
    process(office, HERE)
    assert outputs_of(office) == before


@pytest.mark.usefixtures("program")
def test_nothing_is_left_of_the_private_folder(office: Workspace) -> None:
    process(office, PEGAWAI)

    assert {path.name for path in office.state.iterdir()} == {"kunci", "buku.sqlite"}


def test_without_libreoffice_the_run_goes_on_and_says_so(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, None)

    result = process(office, UNIT)

    assert result.exit_code is ExitCode.RUANG_KERJA
    assert "LibreOffice tidak ditemukan di komputer ini" in told(result)
    assert told(result).endswith("Selesai. Tidak ada yang ditahan atau ditolak.")
    assert (office.output / PERIOD.code / "rekap.xlsx").exists()
    assert manifest_of(office)["pdf"]["program"] is None
    assert len(manifest_of(office)["pdf"]["missing"]) == 3
    assert pdfs(office) == set()


def test_workbook_that_cannot_be_printed_costs_no_other(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = stand_in(monkeypatch, fake_office(tmp_path / "bin", bad="Puskesmas RSU"))

    result = process(office, replace(UNIT, workers=1))

    assert pdfs(office) == {f"{unit}/Hasil_{unit}_2026-TW1.pdf" for unit in ("PKM", "SEK")}
    assert result.exit_code is ExitCode.RUANG_KERJA
    assert "1 dari 3 PDF belum jadi (RSU)" in told(result)
    missing = "output/2026-TW1/unit/RSU/Hasil_RSU_2026-TW1.pdf"
    assert manifest_of(office)["pdf"]["missing"] == [missing]
    # All three at first, then the two that were not made.
    assert [start.count(".xlsx") for start in starts_of(program)] == [3, 1, 1]


def test_people_are_not_named_where_their_pdf_is_missing(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, fake_office(tmp_path / "bin", bad=NAMA))

    said = told(process(office, PEGAWAI))

    assert "3 dari 9 PDF belum jadi (PKM, RSU, SEK)" in said
    assert PERAWAT not in said
    assert NAMA not in said


def test_program_that_never_works_is_given_up_soon(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = stand_in(monkeypatch, fake_office(tmp_path / "bin", bad="Evaluasi"))

    result = process(office, replace(PEGAWAI, workers=1))

    assert len(starts_of(program)) == 1 + cetak_pdf.GIVE_UP
    assert result.pdf is not None
    assert len(result.pdf.missing) == 9
    assert (office.state / "galat.log").read_text(encoding="utf-8").count("libreoffice 1") == 4


def test_program_that_hangs_is_stopped(
    office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, fake_office(tmp_path / "bin", hangs=True))
    for name in ("PATIENCE_START", "PATIENCE_EACH", "PATIENCE_KIB"):
        monkeypatch.setattr(libreoffice, name, 0.001)

    result = process(office, replace(UNIT, workers=1))

    assert result.exit_code is ExitCode.RUANG_KERJA
    assert result.pdf is not None
    assert len(result.pdf.missing) == 3


@pytest.mark.usefixtures("program")
def test_pdf_of_an_earlier_run_goes_where_this_one_prints_otherwise(office: Workspace) -> None:
    process(office, UNIT)
    process(office, PEGAWAI)
    assert all("/pegawai/" in name for name in pdfs(office))

    process(office, HERE)

    assert pdfs(office) == set()
    assert not (office.output / PERIOD.code / "unit" / "PKM" / "pegawai").exists()


@pytest.mark.usefixtures("program")
def test_unread_unit_keeps_the_pdfs_of_the_last_run(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    process(office, PEGAWAI)
    before = pdfs(office)
    hold(monkeypatch, "PKM.xlsx")

    result = process(office, PEGAWAI)

    assert result.exit_code is ExitCode.ADA_YANG_DITAHAN
    assert pdfs(office) == before


def test_interrupted_printing_leaves_neither_program_nor_folder(
    office: Workspace, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kinerja_xlsx.run.cetak_pdf.time.sleep", interrupt)

    with pytest.raises(KeyboardInterrupt):
        process(office, UNIT)

    assert not (office.state / "kerja").exists()
    assert program.exists()


@pytest.mark.usefixtures("program")
def test_command_line_prints_and_ends_well(
    office: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run_guarded(
        group, ["proses", "--ruang", str(office.root), "--pdf", "Unit", "--json", "--pekerja", "1"]
    )

    document = json.loads(capsys.readouterr().out)
    assert code == 0
    assert document["pdf"] == {"per": "unit", "program": "LibreOffice 99.1.2.3", "missing": []}


def test_word_that_is_no_choice_is_a_usage_error(
    office: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run_guarded(group, ["proses", "--ruang", str(office.root), "--pdf", "orang"])

    assert code == ExitCode.CARA_PAKAI
    assert "'orang' bukan pilihan yang dikenal. Pilihannya: unit atau pegawai." in " ".join(
        capsys.readouterr().err.split()
    )


@pytest.mark.usefixtures("program")
def test_pdf_that_a_reader_holds_open_stays_and_the_new_one_lies_beside(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = office.output / PERIOD.code / "unit" / "PKM"
    held = home / f"Hasil_PKM_{PERIOD}.pdf"
    home.mkdir(parents=True)
    held.write_bytes(b"lama")

    with open_in_excel(monkeypatch, held):
        result = process(office, UNIT)

    assert held.read_bytes() == b"lama"
    assert (home / f"Hasil_PKM_{PERIOD}.BARU.pdf").read_bytes().startswith(b"%PDF-")
    assert result.pdf is not None
    assert result.pdf.missing == ()
    assert result.exit_code is ExitCode.RUANG_KERJA
