"""Templates are prefilled with what the settings know, and with nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.law import Keadaan, Sifat, YaTidak
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run import templat
from kinerja_xlsx.run.pengaturan import check_settings_file
from kinerja_xlsx.run.permintaan import (
    ClosedPeriodError,
    UnknownPeriodError,
    UnknownUnitError,
    require_open,
)
from kinerja_xlsx.run.roster import roster_of
from kinerja_xlsx.run.templat import (
    IsianRequest,
    isian_content,
    make_templates,
    meta_for,
    pegawai_cells,
    stamps_for,
)
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import UnitPlan
from tests.flow.alur import KEPALA, PENGELOLA, PERAWAT, PERIOD, sent_by_three, settle


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return settle(tmp_path, {"Pengaturan.xlsx": sent_by_three()["Pengaturan.xlsx"]})


@pytest.fixture
def settings(office: Workspace) -> Settings:
    found = check_settings_file(office.pengaturan).settings
    assert found is not None
    return found


@pytest.fixture
def perawat(settings: Settings) -> RosterRow:
    return next(row for row in settings.roster if row.nip == PERAWAT)


def test_each_unit_gets_a_template_with_its_people(office: Workspace) -> None:
    made = make_templates(office, PERIOD)

    assert [(template.unit, template.people) for template in made] == [
        ("PKM", 3), ("RSU", 3), ("SEK", 3),
    ]  # fmt: skip
    sheet = load_workbook(office.root / made[0].path)["Pegawai"]
    assert [sheet.cell(row, 2).value for row in (5, 6, 7, 8)] == [KEPALA, PERAWAT, PENGELOLA, None]
    assert not (office.state / "kerja").exists()


def test_units_that_are_named_alone_get_theirs(office: Workspace) -> None:
    made = make_templates(office, PERIOD, ("SEK",))

    assert [template.path for template in made] == [
        "output/2026-TW1/templat/Isian_SEK_2026-TW1.xlsx"
    ]


def test_template_is_the_same_each_time(office: Workspace) -> None:
    (first,) = make_templates(office, PERIOD, ("PKM",))
    before = (office.root / first.path).read_bytes()

    make_templates(office, PERIOD, ("PKM",))

    assert (office.root / first.path).read_bytes() == before


def test_unknown_unit_is_refused(office: Workspace) -> None:
    with pytest.raises(UnknownUnitError, match="PKMM"):
        make_templates(office, PERIOD, ("PKM", "PKMM"))

    assert list(office.output.iterdir()) == []


def test_unit_is_found_whatever_the_case_of_its_code(office: Workspace) -> None:
    (made,) = make_templates(office, PERIOD, ("pkm", " PKM "))

    assert made.unit == "PKM"


def test_period_that_is_not_listed_is_refused(office: Workspace) -> None:
    with pytest.raises(UnknownPeriodError, match="2026-TW2"):
        make_templates(office, Period.parse("2026-TW2"))


def test_closed_period_is_refused(settings: Settings) -> None:
    row = settings.periods[PERIOD.code].model_copy(update={"tertutup": YaTidak.YA})

    require_open(settings, PERIOD)
    with pytest.raises(ClosedPeriodError):
        require_open(replace(settings, periods={PERIOD.code: row}), PERIOD)


def content_of(settings: Settings, *rows: RosterRow) -> dict[str, list[dict[str, object]]]:
    known = replace(settings, roster=rows)
    content = isian_content(IsianRequest(known, settings.units["PKM"], PERIOD, UnitPlan()))
    return {name: [dict(row) for row in found] for name, found in content.rows.items()}


def test_common_case_leaves_optional_cells_open(settings: Settings, perawat: RosterRow) -> None:
    rows = content_of(settings, perawat)

    (pegawai,) = rows["Pegawai"]
    assert [pegawai[name] for name in ("sifat", "keadaan", "mulai", "selesai")] == [None] * 4
    assert (pegawai["status_asn"], pegawai["golongan"]) == ("PNS", "III/c")
    assert rows["Penilaian"] == [{"nip": PERAWAT, "nama": "Contoh Perawat, S.Kep."}]


def test_two_assignments_of_one_person_are_told_apart(
    settings: Settings, perawat: RosterRow
) -> None:
    acting = perawat.model_copy(update={"sifat": Sifat.PLT, "mulai": date(2026, 2, 1)})

    rows = content_of(settings, perawat, acting)

    assert [row["sifat"] for row in rows["Pegawai"]] == [None, "Plt"]
    assert [(row["sifat"], row["mulai"]) for row in rows["Penilaian"]] == [
        ("Definitif", None),
        ("Plt", date(2026, 2, 1)),
    ]


def test_days_are_cut_to_the_period(settings: Settings, perawat: RosterRow) -> None:
    update = {"keadaan": Keadaan.PENSIUN, "mulai": date(2020, 1, 1), "selesai": date(2026, 3, 15)}

    (row,) = content_of(settings, perawat.model_copy(update=update))["Pegawai"]

    assert (row["keadaan"], row["mulai"], row["selesai"]) == ("Pensiun", None, date(2026, 3, 15))


@pytest.mark.parametrize(
    ("mulai", "selesai", "is_listed"),
    [
        (None, None, True),
        (date(2026, 3, 31), None, True),
        (date(2026, 4, 1), None, False),
        (None, date(2026, 1, 1), True),
        (None, date(2025, 12, 31), False),
    ],
)
def test_only_assignments_that_touch_the_period_are_listed(
    settings: Settings,
    perawat: RosterRow,
    mulai: date | None,
    selesai: date | None,
    *,
    is_listed: bool,
) -> None:
    row = perawat.model_copy(update={"mulai": mulai, "selesai": selesai})

    assert bool(roster_of(replace(settings, roster=(row,)), "PKM", PERIOD)) is is_listed
    assert roster_of(settings, "TAK-ADA", PERIOD) == ()


def test_hidden_identity_follows_the_roster(perawat: RosterRow) -> None:
    def mark(*rows: RosterRow) -> dict[str, str]:
        stamps = stamps_for([pegawai_cells(row, PERIOD) for row in rows], ())
        return dict(meta_for(PERIOD, unit="PKM", stamps=stamps))

    assert mark(perawat) == mark(perawat)
    assert mark(perawat)["sidik_roster"] != mark(perawat, perawat)["sidik_roster"]
    assert (mark()["putaran"], mark()["terbit"]) == ("0", "2026-01-01")


def test_folder_without_settings_gets_a_blank_template(tmp_path: Path) -> None:
    office = settle(tmp_path, {})

    (made,) = make_templates(office, PERIOD)

    assert (made.unit, made.people) == (None, 0)
    form = load_workbook(office.root / made.path)["Identitas"]
    labels = {row[0].value: row[1].value for row in form.iter_rows(max_col=2)}
    assert (labels["Periode"], labels["Kode Unit"]) == ("2026-TW1", None)


def test_template_that_cannot_be_written_leaves_the_old_one(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (made,) = make_templates(office, PERIOD, ("PKM",))
    before = (office.root / made.path).read_bytes()
    monkeypatch.setattr(templat, "render_book", lambda *_: b"rusak")

    with pytest.raises(Exception, match="not a zip"):
        make_templates(office, PERIOD, ("PKM",))

    assert (office.root / made.path).read_bytes() == before
