"""`jelaskan` with a NIP: the same steps and figures as the run, from cell to predikat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.report.jelaskan_nip import person_json, tell_person
from kinerja_xlsx.run.jelaskan import explain_person
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.sasaran import UnknownTargetError
from tests.flow.alur import (
    HERE,
    PERAWAT,
    PERIOD,
    SESUAI,
    fill,
    indikator,
    open_office,
    outputs_of,
    rating,
    send,
    sound_ratings,
    sound_rows,
)

if TYPE_CHECKING:
    from pathlib import Path

ONE = replace(HERE, workers=1)


def test_steps_and_figures_are_those_of_the_run_and_nothing_is_written(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    (period,) = process(office, replace(HERE, writes=False, wants_trail=True)).periods
    before = outputs_of(office)

    (one,) = explain_person(office, PERAWAT, ONE)

    wanted = next(
        (line, trail)
        for line, trail in zip(period.employees, period.trails, strict=True)
        if line.nip == PERAWAT
    )
    assert (one.baris, one.langkah) == wanted
    assert outputs_of(office) == before
    assert not office.state.exists() or not any(office.state.rglob("*.pkl"))


def test_cells_of_a_step_are_shown_as_they_were_typed(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)

    said = tell_person(explain_person(office, PERAWAT, ONE))

    assert "Berkas: input/kiriman/pkm.xlsx" in said
    assert "Target: 1.200" in said
    assert "Realisasi: 1.250" in said
    assert "1.250 ÷ 1.200 × 100" in said
    assert f"NIP {PERAWAT}" in said
    assert f'"nip": "{PERAWAT}"' in person_json(explain_person(office, PERAWAT, ONE))


def test_withheld_person_is_told_what_withholds_and_what_was_typed(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    template = next((office.output / PERIOD.code / "templat").glob("*.xlsx"))
    rows = [*sound_rows(), indikator(PERAWAT, "3.1", target=5, realisasi=-4)]
    ratings = [row for row in sound_ratings() if row["NIP"] != PERAWAT]
    ratings.append(rating(PERAWAT, SESUAI, SESUAI))
    fill(template, office.input / "kiriman/pkm.xlsx", rows=rows, ratings=ratings)

    (one,) = explain_person(office, PERAWAT, ONE)
    said = tell_person((one,))

    assert one.baris.status is PenugasanStatus.DITAHAN
    assert "Ditahan. SEL-05" in said
    assert "Realisasi: -4" in said
    assert "Perhitungan:" not in said


def test_unknown_nip_is_never_guessed_but_the_nearest_is_proposed(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)

    with pytest.raises(UnknownTargetError, match=rf"NIP terdekat: {PERAWAT} – .*S\.Kep\.$"):
        explain_person(office, PERAWAT[:-1] + "9", ONE)
