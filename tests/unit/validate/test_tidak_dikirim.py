"""People of the roster whom no file of their unit names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place, Severity
from kinerja_xlsx.model.law import Keadaan, Sifat, StatusAsn
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.penugasan import Subject
from kinerja_xlsx.validate import absent_issue, find_absent
from tests.unit.validate.build import NAMES, NIPS, sound_isian

PERIOD = Period.parse("2026-TW1")


def person(number: int, sifat: Sifat = Sifat.DEFINITIF) -> RosterRow:
    return RosterRow(
        kode_unit="DINKES",
        nip=NIPS[number],
        nama=NAMES[number],
        status_asn=StatusAsn.PNS,
        jabatan="Perawat Ahli Muda",
        sifat=sifat,
    )


def sent(*numbers: int) -> list[Subject]:
    subjects = sound_isian(3).check().subjects
    return [subjects[number] for number in numbers]


ALL = [person(number) for number in range(3)]


def test_everybody_who_was_sent_is_there_whatever_became_of_them() -> None:
    assert find_absent(ALL, sent(2, 0, 1), PERIOD) == ()


def test_people_of_several_files_are_taken_together() -> None:
    assert find_absent(ALL, [*sent(0), *sent(2)], PERIOD) == (ALL[1],)


def test_absent_person_is_named_with_nip_and_post() -> None:
    issue = absent_issue(ALL[1], Place("dinkes.xlsx", "Pegawai"))

    assert (issue.code, issue.severity) == (IssueCode.LTS_20, Severity.PERINGATAN)
    assert (issue.nip, issue.nama) == (NIPS[1], NAMES[1])
    assert dict(issue.context) == {"jabatan": "Perawat Ahli Muda"}


@pytest.mark.parametrize("keadaan", [Keadaan.CUTI, Keadaan.PENSIUN, Keadaan.TUGAS_BELAJAR])
def test_whoever_is_not_evaluated_all_period_long_is_not_expected(keadaan: Keadaan) -> None:
    away = ALL[1].model_copy(update={"keadaan": keadaan})

    assert find_absent([ALL[0], away], sent(0), PERIOD) == ()


@pytest.mark.parametrize("day", [{"selesai": date(2026, 2, 1)}, {"mulai": date(2026, 2, 1)}])
def test_leave_for_a_part_of_the_period_is_expected(day: dict[str, date]) -> None:
    away = ALL[1].model_copy(update={"keadaan": Keadaan.CUTI, **day})

    assert find_absent([ALL[0], away], sent(0), PERIOD) == (away,)


def test_damaged_nip_is_taken_for_the_person_of_that_name() -> None:
    damaged = replace(sent(1)[0], nip="1.98802022012042E+17")

    assert find_absent(ALL, [*sent(0, 2), damaged], PERIOD) == ()


def test_one_damaged_nip_stands_for_one_person_only() -> None:
    double = ALL[2].model_copy(update={"nama": NAMES[1]})
    damaged = replace(sent(1)[0], nip="1.98802022012042E+17")

    assert find_absent([*ALL[:2], double], [*sent(0), damaged], PERIOD) == (double,)


def test_second_post_that_was_not_sent_is_absent() -> None:
    plt = person(1, Sifat.PLT)

    assert find_absent([*ALL, plt], sent(0, 1, 2), PERIOD) == (plt,)


def test_only_post_may_be_sent_with_another_sifat() -> None:
    assert find_absent([person(1, Sifat.PLT)], sent(1), PERIOD) == ()
