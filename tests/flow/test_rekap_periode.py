"""The recap of an office that has sent two periods: each unit against what it was before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.kinerja_unit import KinerjaUnit, PerbandinganUnit
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace, make_workspace
from kinerja_xlsx.spec.kepuasan import KepuasanRow
from tests.drawn import FIRST_ROW, NIPS, DrawnBook, sound_isian
from tests.flow.alur import heading_columns

THEN, NOW = "2026-01", "2026-02"
HERE = RunOptions(workers=0)
JULY = date(2026, 7, 6)
BELOW = "Di Bawah Ekspektasi"


def isian(period: str, *people: int) -> DrawnBook:
    """Draw an Isian of some of the three people, by position."""
    book = sound_isian(3, period=period)
    kept = {NIPS[person] for person in people}
    for rows in book.sheets.values():
        rows[:] = [row for row in rows if row.get("NIP", NIPS[people[0]]) in kept]
    return book


def rate(book: DrawnBook, person: int, rating: str | None) -> None:
    """Set the rating of hasil kerja of one person."""
    (row,) = [one for one in book.sheets["Penilaian"] if one["NIP"] == NIPS[person]]
    row["Rating Hasil Kerja"] = rating


def serve(book: DrawnBook, *services: tuple[str, int, float]) -> None:
    """Add what people who were asked say of services: name, people asked, every answer."""
    book.sheets[KepuasanRow.sheet] = [
        {
            "Layanan": layanan,
            "Responden": responden,
            **{f"U{number}": answer for number in range(1, 10)},
        }
        for layanan, responden, answer in services
    ]


def office(root: Path, then: DrawnBook | None, now: DrawnBook) -> Workspace:
    workspace = make_workspace(root)
    if then is not None:
        then.save(workspace.input / f"{THEN}.xlsx")
    now.save(workspace.input / f"{NOW}.xlsx")
    return workspace


def kinerja(workspace: Workspace) -> KinerjaUnit:
    """Process both periods and give what the later one says of its only unit."""
    result = process(workspace, HERE)
    (unit,) = next(one for one in result.periods if one.period == NOW).units
    assert unit.kinerja is not None
    return unit.kinerja


def compared(workspace: Workspace) -> PerbandinganUnit:
    found = kinerja(workspace).perbandingan
    assert found is not None
    return found


def test_people_who_move_come_and_go_are_counted(tmp_path: Path) -> None:
    then, now = isian(THEN, 0, 1), isian(NOW, 0, 2)
    rate(then, 0, BELOW)

    found = compared(office(tmp_path, then, now))

    assert (found.naik, found.tetap, found.turun) == (1, 0, 0)
    assert (found.belum_dibandingkan, found.baru, found.keluar) == (0, 1, 1)
    assert found.period == THEN
    assert sum(count for _, count in found.dulu) == 2


def test_a_rating_that_is_missing_in_one_period_is_no_change(tmp_path: Path) -> None:
    then, now = isian(THEN, 0, 1), isian(NOW, 0, 1)
    rate(now, 1, None)

    found = compared(office(tmp_path, then, now))

    assert (found.tetap, found.belum_dibandingkan) == (1, 1)


def test_first_period_is_compared_with_nothing(tmp_path: Path) -> None:
    found = kinerja(office(tmp_path, None, isian(NOW, 0)))

    assert replace(found, indikator=()) == KinerjaUnit()


def test_satisfaction_is_pooled_and_stands_beside_that_of_the_period_before(
    tmp_path: Path,
) -> None:
    then, now = isian(THEN, 0), isian(NOW, 0)
    serve(then, ("Rawat jalan", 50, 3))
    serve(now, ("Rawat jalan", 300, 4), ("Loket", 100, 2))

    found = kinerja(office(tmp_path, then, now)).kepuasan

    assert found.seluruh is not None
    assert found.seluruh_dulu is not None
    assert (found.seluruh.responden, float(found.seluruh.nilai)) == (400, 87.5)
    assert [one.layanan for one in found.layanan] == ["Rawat jalan", "Loket"]
    assert float(found.seluruh_dulu.nilai) == 75


def test_people_served_stand_beside_those_of_the_period_before(tmp_path: Path) -> None:
    then, now = isian(THEN, 0), isian(NOW, 0)
    now.sheets["Hasil Kerja"][0]["Realisasi"] = None

    found = kinerja(office(tmp_path, then, now)).layanan

    assert [(line.no_indikator, line.dulu, line.kini) for line in found][:2] == [
        ("1.1", 1250, None),
        ("1.2", found[1].kini, found[1].dulu),
    ]


def test_a_unit_is_seen_over_the_last_periods_that_it_sent(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    for month in (1, 2, 3, 5, 6):
        book = isian(f"2026-0{month}", 0, 1)
        book.labels["Tanggal Pengesahan"] = JULY
        for row in book.sheets["Penilaian"]:
            row["Tanggal Penilaian"] = JULY
        if month == 3:
            rate(book, 0, BELOW)
            rate(book, 1, None)
            serve(book, ("Rawat jalan", 50, 3), ("Loket", 50, 4))
        book.save(workspace.input / f"{month}.xlsx")

    result = process(workspace, HERE)

    (unit,) = next(one for one in result.periods if one.period == "2026-06").units
    assert unit.kinerja is not None
    assert [(one.period, one.berpredikat, one.baik, one.skm) for one in unit.kinerja.tren] == [
        ("2026-02", 2, 2, None),  # January is more than four periods ago
        ("2026-03", 1, 0, Decimal("87.5")),
        ("2026-05", 2, 2, None),  # nothing was sent for April
    ]
    sheet = load_workbook(workspace.output / "2026-06" / "rekap.xlsx", data_only=True)["Tren Unit"]
    assert sheet["C6"].value == "Berpredikat Februari 2026"
    (hasil,) = (workspace.output / "2026-06").rglob("Hasil_*.xlsx")
    tren = load_workbook(hasil, data_only=True)["Tren"]
    assert [[tren.cell(row, column).value for column in (1, 2, 3)] for row in (7, 8, 9)] == [
        ["Februari 2026", 2, 2],
        ["Maret 2026", 1, 0],
        ["Mei 2026", 2, 2],
    ]


def test_one_period_alone_shows_the_same_trend(tmp_path: Path) -> None:
    workspace = office(tmp_path, isian(THEN, 0), isian(NOW, 0))
    process(workspace, HERE)
    rekap = workspace.output / NOW / "rekap.xlsx"
    together = rekap.read_bytes()

    process(workspace, replace(HERE, period=Period.parse(NOW)))

    assert rekap.read_bytes() == together


def test_indicators_of_a_unit_are_counted_by_their_text(tmp_path: Path) -> None:
    now = isian(NOW, 0, 1)
    rows = now.sheets["Hasil Kerja"]
    first = next(row for row in rows if row["No Indikator"] == "1.1")
    first |= {"Target": 100, "Realisasi": 99}

    found = kinerja(office(tmp_path, None, now)).indikator

    counted = {one.indikator: (one.penugasan, one.tercapai) for one in found}
    assert counted[str(first["Indikator"])] == (2, 1)


def test_the_index_of_the_survey_is_proposed_and_never_filled_in(tmp_path: Path) -> None:
    now = isian(NOW, 0)
    now.sheets["Hasil Kerja"][0] |= {"Indikator": "Nilai SKM loket", "Realisasi": None}
    serve(now, ("Rawat jalan", 300, 4), ("Loket", 100, 3))
    workspace = office(tmp_path, None, now)

    result = process(workspace, HERE)

    (issue,) = [one for one in result.issues if one.code is IssueCode.LTS_23]
    assert dict(issue.context)["nilai"] == "75,00"
    (row,) = result.periods[0].employees
    assert not row.lengkap
    (mended,) = workspace.output.rglob("Perbaikan_*.xlsx")
    sheet = load_workbook(mended)["Hasil Kerja"]
    columns = heading_columns(sheet)
    assert sheet.cell(FIRST_ROW, columns["Realisasi"]).value is None
