"""Which unit and period a file is for, and what refuses it as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.law import Pendekatan
from kinerja_xlsx.model.submission import CellFacts, CellValue
from kinerja_xlsx.spec.penugasan import RejectedFileError, Settings
from kinerja_xlsx.validate import check_pengaturan
from tests.unit.validate.build import (
    Built,
    codes,
    settings,
    sound_isian,
    sound_pengaturan,
)


def refused(built: Built, known: Settings | None = None) -> RejectedFileError:
    with pytest.raises(RejectedFileError) as caught:
        built.check(known)
    return caught.value


def refusing_codes(error: RejectedFileError) -> list[str]:
    return [issue.code.value for issue in error.issues]


def test_a_sound_file_of_a_known_unit_is_accepted() -> None:
    checked = sound_isian().check(settings())

    assert checked.issues == ()
    assert (checked.unit, checked.period.code) == ("DINKES", "2026-TW1")


def test_an_unknown_unit_refuses_with_a_proposal() -> None:
    built = sound_isian()
    built.labels["kode_unit"] = "DINKS"

    error = refused(built, settings())

    (issue,) = error.issues
    assert (issue.code, issue.value, issue.place.cell) == (IssueCode.BRK_12, "DINKS", "B5")
    assert dict(issue.context)["saran"] == "Mungkin maksud Anda «DINKES» (Dinas Kesehatan)?"
    assert (error.unit, error.period) == ("DINKS", "2026-TW1")


def test_an_unknown_unit_that_may_be_either_of_two_names_both() -> None:
    built = sound_isian()
    built.labels["kode_unit"] = "DINXES"
    either = settings()
    twin = either.units["DINKES"].model_copy(update={"kode": "DINGES", "nama": "Dinas Kembar"})

    (issue,) = refused(built, replace(either, units={**either.units, "DINGES": twin})).issues

    assert dict(issue.context)["saran"] == (
        "Mungkin maksud Anda «DINKES» (Dinas Kesehatan) atau «DINGES» (Dinas Kembar)?"
    )


def test_the_name_of_a_unit_is_no_code_but_leads_to_it() -> None:
    built = sound_isian()
    built.labels["kode_unit"] = "Dinas Sosial"

    (issue,) = refused(built, settings()).issues

    assert issue.code is IssueCode.BRK_12
    assert "«DINSOS»" in dict(issue.context)["saran"]


def test_a_unit_near_to_none_gets_no_proposal() -> None:
    built = sound_isian()
    built.labels["kode_unit"] = "XYZ-99"

    (issue,) = refused(built, settings()).issues

    assert dict(issue.context)["saran"] == ""


def test_a_malformed_code_refuses_without_settings_too() -> None:
    built = sound_isian()
    built.labels["kode_unit"] = "Dinas Sosial"

    assert refusing_codes(refused(built)) == ["SEL-08"]


def test_small_letters_are_no_other_unit() -> None:
    built = sound_isian()
    built.labels["kode_unit"] = "dinkes"

    checked = built.check(settings())

    (issue,) = checked.issues
    assert (issue.code, dict(issue.context)["dibaca"]) == (IssueCode.SEL_07, "DINKES")
    assert checked.unit == "DINKES"


def test_without_settings_any_code_counts() -> None:
    built = sound_isian(unit="APA-SAJA")

    assert built.check().unit == "APA-SAJA"


@pytest.mark.parametrize(
    ("value", "shown"), [("2026-TW5", "2026-TW5"), (date(2026, 3, 1), "01/03/2026"), ("x", "x")]
)
def test_an_unreadable_period_refuses(value: CellValue, shown: str) -> None:
    built = sound_isian()
    built.labels["periode"] = value

    error = refused(built)

    (issue,) = error.issues
    assert (issue.code, issue.value, issue.place.cell) == (IssueCode.BRK_13, shown, "B7")
    assert error.period == "2026-TW1"


def test_a_period_that_is_not_open_refuses_and_names_those_that_are() -> None:
    built = sound_isian(period="2026-TW2")

    error = refused(built, settings())

    assert refusing_codes(error) == ["BRK-13"]
    assert dict(error.issues[0].context)["saran"] == "Periode yang dibuka: 2026-TW1."
    assert error.period == "2026-TW2"


def test_a_closed_period_is_told_and_still_read_for_longer_periods() -> None:
    built = sound_isian(period="2025-TW4")

    checked = built.check(settings())

    (notice,) = (issue for issue in checked.issues if issue.code is IssueCode.LBK_07)
    assert (notice.value, notice.severity) == ("2025-TW4", Severity.CATATAN)


def test_a_period_in_words_is_read() -> None:
    built = sound_isian()
    built.labels["periode"] = "Triwulan I 2026"

    checked = built.check(settings())

    assert codes(checked) == {IssueCode.SEL_07}
    assert checked.period.code == checked.identitas.periode == "2026-TW1"


@pytest.mark.parametrize("label", ["kode_unit", "periode"])
def test_a_blank_identity_refuses(label: str) -> None:
    built = sound_isian()
    built.labels[label] = None

    error = refused(built)

    assert refusing_codes(error) == ["SEL-01"]
    assert error.issues[0].severity is Severity.GALAT
    assert (error.unit, error.period) == ("DINKES", "2026-TW1")


def test_an_error_in_an_identity_cell_refuses() -> None:
    built = sound_isian()
    built.labels["kode_unit"] = None
    built.facts["Identitas", 0, "kode_unit"] = CellFacts(error="#REF!")

    assert refusing_codes(refused(built)) == ["SEL-22"]


def test_every_reason_is_given_at_once() -> None:
    built = sound_isian()
    built.labels |= {"kode_unit": "DINKS", "periode": "x", "pendekatan": "Campuran"}

    error = refused(built, settings())

    assert sorted(refusing_codes(error)) == ["BRK-12", "BRK-13", "SEL-06"]


def test_the_approach_is_quantitative_unless_stated() -> None:
    built = sound_isian()
    built.labels["pendekatan"] = None

    assert built.check().identitas.pendekatan is Pendekatan.KUANTITATIF


def test_without_any_open_period_none_is_proposed() -> None:
    closed = sound_pengaturan()
    closed.sheets["Periode"] = [{"kode": "2025-TW4", "tertutup": "Ya"}]

    (issue,) = refused(sound_isian(), check_pengaturan(closed.submission())).issues

    assert (issue.code, dict(issue.context)["saran"]) == (IssueCode.BRK_13, "")


def test_many_open_periods_are_not_all_named() -> None:
    opened = sound_pengaturan()
    opened.sheets["Periode"] = [{"kode": f"2025-0{month}"} for month in range(1, 8)]

    (issue,) = refused(sound_isian(), check_pengaturan(opened.submission())).issues

    saran = dict(issue.context)["saran"]
    assert saran == "Periode yang dibuka: 2025-01, 2025-02, 2025-03, 2025-04, …."
