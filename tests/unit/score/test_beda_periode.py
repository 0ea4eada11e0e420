"""Second looks across periods: what was typed otherwise, what is missing, what leapt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.law import Agregasi, Ekspektasi
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.policy.parameter import Override
from kinerja_xlsx.policy.parameters import parameters_for
from kinerja_xlsx.score.beda_periode import (
    check_absent,
    check_gathered,
    check_leap,
    predikat_inside,
)
from kinerja_xlsx.score.sejarah import NOTHING_INSIDE, Sejarah, Tergabung, gather
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penugasan import Penugasan
from tests.unit.score.rows import NIP, PARAMETERS, POLICY, indikator, penilaian, penugasan, place

QUARTER = Period.parse("2026-TW1")
JAN, FEB, MAR = (Period.parse(f"2026-0{month}") for month in (1, 2, 3))
NAMA = "Contoh, S.Kep."


def in_month(period: Period, *rows: HasilKerjaRow) -> Penugasan:
    return replace(penugasan(*rows), mulai=period.first, selesai=period.last)


def gathered(own: Penugasan, *months: tuple[Period, HasilKerjaRow]) -> Tergabung:
    sejarah = Sejarah.of("DINKES", {period: [in_month(period, row)] for period, row in months})
    return gather(own, QUARTER, sejarah, rencana=None, parameters=PARAMETERS)


def filled(realisasi: object, **more: Any) -> HasilKerjaRow:
    return indikator(**{"target": 100, "realisasi": realisasi, **more})


# -- typed otherwise


def test_typed_figure_that_differs_is_named_with_both_figures_and_its_cell() -> None:
    own = penugasan(filled("285,5".replace(",", "."), target=300))
    found = gathered(own, (JAN, filled(90)), (MAR, filled(100)))

    (issue,) = check_gathered(own, QUARTER, found, rencana=None)

    assert (issue.code, issue.severity, issue.value) == (
        IssueCode.LTS_10, Severity.PERINGATAN, "285,5"
    )  # fmt: skip
    assert (issue.nip, issue.nama) == (NIP, NAMA)
    assert (issue.place.sheet, issue.place.row, issue.place.heading) == (
        "Hasil Kerja", 5, "Realisasi"
    )  # fmt: skip
    assert dict(issue.context) == {
        "indikator": "1.1",
        "periode": "2 dari 3 bulan",
        "gabungan": "190",
        "saran": "Belum ada: Februari 2026.",
    }


def test_complete_roll_up_names_nothing_as_missing() -> None:
    own = penugasan(filled(271, target=300))
    found = gathered(own, (JAN, filled(90)), (FEB, filled(100)), (MAR, filled(80)))

    (issue,) = check_gathered(own, QUARTER, found, rencana=None)

    assert dict(issue.context)["saran"] == ""


@pytest.mark.parametrize(
    ("typed", "agrees"),
    [("33.33", True), ("33.3333", True), ("33.3", False), ("33.34", False), ("33.333", True)],
)
def test_typed_figure_agrees_as_finely_as_it_was_typed_and_at_least_by_two_decimals(
    typed: str, *, agrees: bool
) -> None:
    mean: dict[str, Any] = {"agregasi": Agregasi.RATA_RATA}
    own = penugasan(filled(typed, **mean))
    found = gathered(
        own,
        (JAN, filled(33, **mean)), (FEB, filled(33, **mean)), (MAR, filled(34, **mean)),
    )  # fmt: skip

    assert (check_gathered(own, QUARTER, found, rencana=None) == ()) is agrees


def test_own_ratio_is_compared_exactly_and_points_at_its_numerator() -> None:
    ratio: dict[str, Any] = {"agregasi": Agregasi.RASIO, "realisasi": None}
    own = penugasan(indikator(pembilang=2, penyebut=3, **ratio))
    same = (JAN, indikator(pembilang=4, penyebut=6, **ratio))
    other = (JAN, indikator(pembilang=3, penyebut=4, **ratio))

    (issue,) = check_gathered(own, QUARTER, gathered(own, other), rencana=None)

    assert check_gathered(own, QUARTER, gathered(own, same), rencana=None) == ()
    assert (issue.place.heading, issue.value) == ("Pembilang", "66,6667")


def test_blank_figure_differs_from_nothing() -> None:
    own = penugasan(filled(None))

    assert check_gathered(own, QUARTER, gathered(own, (JAN, filled(90))), rencana=None) == ()


# -- indicators that only a shorter period has


def test_indicator_of_a_shorter_period_alone_is_named_once_with_its_first_cell() -> None:
    own = penugasan(filled(None))
    extra = filled(5, no="2.1")
    sejarah = Sejarah.of(
        "DINKES",
        {MAR: [in_month(MAR, filled(1), extra)], JAN: [in_month(JAN, filled(1), extra)]},
    )
    found = gather(own, QUARTER, sejarah, rencana=None, parameters=PARAMETERS)

    (issue,) = check_gathered(own, QUARTER, found, rencana=None)

    assert (issue.code, issue.severity) == (IssueCode.LTS_13, Severity.CATATAN)
    assert (issue.nip, issue.nama, issue.place.sheet) == (NIP, NAMA, "Pegawai")
    assert issue.place.heading == "NIP"
    assert dict(issue.context) == {
        "masalah": "Indikator 2.1 ada di isian Januari 2026, tetapi tidak ada di isian "
        "Triwulan I 2026.",
        "sel": "dinkes.xlsx › Hasil Kerja!G6",
    }


def test_with_a_plan_the_plan_says_so_instead() -> None:
    own = penugasan(filled(None))
    found = gathered(own, (JAN, filled(5, no="2.1")))

    assert check_gathered(own, QUARTER, found, rencana=penugasan()) == ()
    assert len(check_gathered(own, QUARTER, found, rencana=None)) == 1


# -- missing periods


def test_missing_periods_are_a_notice_by_default() -> None:
    own = penugasan(filled(None))

    issue = check_absent(own, QUARTER, gathered(own, (FEB, filled(1))), parameters=PARAMETERS)

    assert issue is not None
    assert (issue.code, issue.severity) == (IssueCode.LTS_12, Severity.CATATAN)
    assert (issue.nip, issue.nama) == (NIP, NAMA)
    assert (issue.place.sheet, issue.place.heading) == ("Pegawai", "NIP")
    assert dict(issue.context) == {
        "periode": "Januari 2026 dan Maret 2026",
        "induk": "Triwulan I 2026",
    }


def test_one_missing_period_is_named_alone() -> None:
    own = penugasan(filled(None))
    found = gathered(own, (JAN, filled(1)), (MAR, filled(1)))

    issue = check_absent(own, QUARTER, found, parameters=PARAMETERS)

    assert issue is not None
    assert dict(issue.context)["periode"] == "Februari 2026"


def test_missing_periods_warn_where_the_office_waits_for_them() -> None:
    own = penugasan(filled(None))
    waiting = parameters_for(
        QUARTER, [Override(NamaParameter.BULAN_HILANG, date(2026, 1, 1), "ditahan")]
    )

    issue = check_absent(own, QUARTER, gathered(own, (FEB, filled(1))), parameters=waiting)

    assert issue is not None
    assert issue.severity is Severity.PERINGATAN


def test_nothing_missing_raises_nothing() -> None:
    assert check_absent(penugasan(), QUARTER, NOTHING_INSIDE, parameters=PARAMETERS) is None


# -- leaps


@pytest.mark.parametrize(
    ("now", "leaps"),
    [("130.01", True), ("130", False), ("70", False), ("69.99", True), ("100", False)],
)
def test_a_leap_is_more_than_the_limit_in_either_direction(now: str, *, leaps: bool) -> None:
    issue = check_leap(penugasan(), (JAN, Decimal(100)), Decimal(now), parameters=PARAMETERS)

    assert (issue is not None) is leaps


def test_a_leap_names_both_figures() -> None:
    issue = check_leap(penugasan(), (JAN, Decimal("100.005")), Decimal(20), parameters=PARAMETERS)

    assert issue is not None
    assert (issue.code, issue.severity) == (IssueCode.LTS_09, Severity.PERINGATAN)
    assert (issue.nip, issue.nama) == (NIP, NAMA)
    assert (issue.place.sheet, issue.place.heading) == ("Pegawai", "NIP")
    assert dict(issue.context) == {
        "periode": "Januari 2026", "lama": "100,01", "baru": "20,00", "batas": "30"
    }  # fmt: skip


# -- predikat of the periods inside


def test_predikat_of_the_periods_inside_stand_beside_in_order() -> None:
    rated = penilaian(Ekspektasi.SESUAI, Ekspektasi.SESUAI)
    one = replace(in_month(MAR), penilaian=place(rated))
    unrated = replace(in_month(JAN), penilaian=place(penilaian()))
    without = in_month(FEB)
    found = Tergabung({MAR: [one], JAN: [unrated], FEB: [without]}, {}, ())

    step = predikat_inside(found, POLICY)

    assert step is not None
    assert step.label == "Predikat periode di dalamnya"
    assert step.formula == "Januari 2026 belum ditetapkan; Maret 2026 Baik"
    assert step.result == "sebagai pembanding; predikat tidak dirata-ratakan"
    assert step.source == POLICY.kuadran_citation.text
    assert step.cells == (
        "dinkes.xlsx › Penilaian!M5",
        "dinkes.xlsx › Penilaian!M5",
    )


def test_without_ratings_inside_there_is_no_step() -> None:
    assert predikat_inside(NOTHING_INSIDE, POLICY) is None
    assert predikat_inside(Tergabung({JAN: [in_month(JAN)]}, {}, ()), POLICY) is None


def test_assignment_without_ratings_hides_no_other_of_the_same_period() -> None:
    rated = replace(in_month(MAR), penilaian=place(penilaian()))
    found = Tergabung({MAR: [in_month(MAR), rated]}, {}, ())

    step = predikat_inside(found, POLICY)

    assert step is not None
    assert step.formula == "Maret 2026 belum ditetapkan"


def test_three_missing_periods_are_listed_in_order() -> None:
    found = Tergabung({}, {}, (JAN, FEB, MAR))

    issue = check_absent(penugasan(), QUARTER, found, parameters=PARAMETERS)

    assert issue is not None
    assert dict(issue.context)["periode"] == "Januari 2026, Februari 2026 dan Maret 2026"


def test_figure_typed_finely_is_compared_finely() -> None:
    mean: dict[str, Any] = {"agregasi": Agregasi.RATA_RATA}
    own = penugasan(filled("33.3349", **mean))
    found = gathered(
        own, (JAN, filled(33, **mean)), (FEB, filled(33, **mean)), (MAR, filled(34, **mean))
    )

    assert len(check_gathered(own, QUARTER, found, rencana=None)) == 1
