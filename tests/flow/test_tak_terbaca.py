"""A file that cannot be read this time costs its unit nothing of what the last run made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.model.run_result import ExitCode, PeriodResult, RunResult
from kinerja_xlsx.read import take_snapshot
from kinerja_xlsx.run import periksa_berkas, process
from kinerja_xlsx.run.executor import SerialExecutor
from kinerja_xlsx.run.process import process as run
from kinerja_xlsx.run.workspace import MANIFEST, Workspace
from kinerja_xlsx.spec.pesan import render
from tests.flow.alur import HERE, PERIOD, outputs_of, sent_by_three, settle

TAKE = take_snapshot


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return settle(tmp_path, sent_by_three())


def hold(monkeypatch: pytest.MonkeyPatch, name: str, code: IssueCode = IssueCode.BRK_06) -> None:
    """Let one file be open in another program."""

    def take(path: Path, known: str) -> object:
        if known == name:
            raise UnreadableFileError(code)
        return TAKE(path, known)

    monkeypatch.setattr(periksa_berkas, "take_snapshot", take)
    monkeypatch.setattr(periksa_berkas, "_PAUSES", ())


def only_period(result: RunResult) -> PeriodResult:
    (found,) = (period for period in result.periods if period.period == PERIOD.code)
    return found


def of_unit(outputs: dict[str, bytes], unit: str) -> dict[str, bytes]:
    return {name: data for name, data in outputs.items() if f"/unit/{unit}/" in name}


@pytest.mark.parametrize("code", [IssueCode.BRK_06, IssueCode.BRK_16])
def test_outputs_of_the_last_run_stay_as_often_as_the_file_cannot_be_read(
    office: Workspace, monkeypatch: pytest.MonkeyPatch, code: IssueCode
) -> None:
    run(office, HERE)
    before = of_unit(outputs_of(office), "PKM")
    accepted = json.loads((office.output / PERIOD.code / MANIFEST).read_bytes())["accepted"]
    hold(monkeypatch, "PKM.xlsx", code)

    for _ in range(2):
        result = run(office, HERE)

        period = only_period(result)
        assert of_unit(outputs_of(office), "PKM") == before
        assert (period.unread_units, period.missing_units, period.refused_units) == (
            ("PKM",),
            (),
            (),
        )
        assert result.exit_code is ExitCode.ADA_YANG_DITAHAN
        manifest = json.loads((office.output / PERIOD.code / MANIFEST).read_bytes())
        assert sorted(map(str, manifest["accepted"])) == sorted(map(str, accepted))

    monkeypatch.undo()
    assert run(office, HERE).exit_code is ExitCode.SELESAI
    assert of_unit(outputs_of(office), "PKM") == before


def test_agency_is_told_to_close_the_file_and_the_unit_nothing(
    office: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(office, HERE)
    hold(monkeypatch, "PKM.xlsx")
    monkeypatch.setattr(process, "PoolExecutor", lambda *_, **__: SerialExecutor())

    ended = run_guarded(group, ["proses", "--ruang", str(office.root)])

    said = " ".join(capsys.readouterr().out.split())
    assert ended == ExitCode.ADA_YANG_DITAHAN
    assert "Tidak terbaca kali ini untuk Triwulan I 2026: 1 unit (PKM)" in said
    assert "Belum mengirim" not in said
    assert "Tutup berkas itu di Excel, lalu jalankan ulang" in said
    assert "kepada unitnya" not in said
    assert not list(office.output.rglob("ditolak"))


def test_message_speaks_to_the_agency(office: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch, "PKM.xlsx")

    (issue,) = (one for one in run(office, HERE).issues if one.code is IssueCode.BRK_06)

    assert render(issue).perbaiki.startswith("BKPSDM menutup berkas itu di Excel")


def test_unit_is_known_by_the_name_of_a_file_that_was_never_read(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"Isian_PKM_{PERIOD.code}.xlsx"
    (office.input / "PKM.xlsx").rename(office.input / name)
    hold(monkeypatch, name)

    period = only_period(run(office, HERE))

    assert (period.unread_units, period.missing_units) == (("PKM",), ())


def test_other_files_of_the_unit_wait_for_the_one_that_cannot_be_read(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office.input / "PKM lagi.xlsx").write_bytes((office.input / "PKM.xlsx").read_bytes())
    run(office, HERE)
    before = of_unit(outputs_of(office), "PKM")
    hold(monkeypatch, "PKM.xlsx")

    result = run(office, HERE)

    verdicts = {file.file: file.verdict.value for file in result.files}
    assert verdicts["PKM lagi.xlsx"] == "dilewati"
    (notice,) = (issue for issue in result.issues if issue.code is IssueCode.LBK_11)
    assert (notice.place.file, notice.value) == ("PKM lagi.xlsx", "PKM.xlsx")
    assert of_unit(outputs_of(office), "PKM") == before


def test_file_that_is_gone_takes_its_outputs_along(office: Workspace) -> None:
    run(office, HERE)
    (office.input / "PKM.xlsx").unlink()

    period = only_period(run(office, HERE))

    assert of_unit(outputs_of(office), "PKM") == {}
    assert (period.unread_units, period.missing_units) == ((), ("PKM",))
