"""The example city is sound, synthetic, varied, and the same every time."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from itertools import product

import pytest

from kinerja_xlsx.model.law import (
    MUTASI,
    CapaianOrganisasi,
    Ekspektasi,
    JenisHasilKerja,
    JenisJabatan,
    Keadaan,
    Pendekatan,
    Sifat,
    StatusAsn,
)
from kinerja_xlsx.model.nip import Nip
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.demo.city import City, CityUnit, make_city
from kinerja_xlsx.run.demo.person import MARKER
from kinerja_xlsx.run.demo.seed import WALIKOTA
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.row import Condition, Level, SheetRow, columns_of

CITY = make_city()
UNITS = tuple(CITY.units.values())


def people(city: City = CITY) -> list[PegawaiRow]:
    return [row for unit in city.units.values() for row in unit.pegawai]


def holds(condition: Condition, row: SheetRow, pegawai: PegawaiRow, unit: CityUnit) -> bool:
    sources = {"": row, "pegawai": pegawai, "identitas": unit.identitas}
    return all(
        getattr(sources[source.rpartition(".")[0]], source.rpartition(".")[2]) in values
        for source, values in condition.when
    )


def test_same_seed_gives_the_same_city() -> None:
    assert make_city() == CITY
    assert make_city(seed=1) != CITY


def test_city_has_twelve_offices_and_about_six_hundred_people() -> None:
    assert len(UNITS) == 12
    assert 590 <= len({row.nip for row in people()}) <= 640


def test_every_name_says_that_it_is_an_example() -> None:
    names = [row.nama for row in people()] + [row.nama for row in CITY.pejabat]

    assert [name for name in names if MARKER not in re.split(r"[ ,]+", name)] == []


def test_names_are_short_and_long_with_and_without_degrees() -> None:
    names = {row.nama for row in people()}

    assert min(len(name) for name in names) < 20
    assert 60 < max(len(name) for name in names) <= 120
    assert 100 < sum("," in name for name in names) < len(names)


def test_every_nip_is_lawful_for_its_status() -> None:
    pppk = {StatusAsn.PPPK, StatusAsn.PPPK_PARUH_WAKTU}

    wrong = [
        row.nip
        for row in people()
        if Nip.parse(row.nip).looks_pppk != (row.status_asn in pppk)
        or Nip.parse(row.nip).looks_pns == (row.status_asn in pppk)
        or Nip.parse(row.nip).sex_digit not in {"1", "2"}
    ]

    assert wrong == []
    assert {row.status_asn for row in people()} == set(StatusAsn)


def test_nobody_began_before_the_age_of_eighteen() -> None:
    ages = [int(row.nip[8:12]) - int(row.nip[:4]) for row in people()]

    assert min(ages) >= 18


def test_one_nip_is_one_person() -> None:
    names = {(row.nip, row.nama) for row in people()}

    assert len(names) == len({row.nip for row in people()})


def test_golongan_suits_the_status() -> None:
    wrong = [
        row
        for row in people()
        if (row.golongan is None) != (row.status_asn is StatusAsn.PPPK_PARUH_WAKTU)
        or (row.golongan and row.golongan.is_pppk != (row.status_asn is StatusAsn.PPPK))
    ]

    assert wrong == []


def test_all_conditions_of_the_columns_hold() -> None:
    broken = []
    for unit in UNITS:
        by_nip = {row.nip: row for row in unit.pegawai}
        rows: list[SheetRow] = [*unit.pegawai, *unit.hasil_kerja]
        for row in rows:
            pegawai = by_nip[getattr(row, "nip")]  # noqa: B009 - both row classes have it
            broken += [
                (unit.kode, pegawai.nip, condition.field)
                for condition in type(row).conditions
                if holds(condition, row, pegawai, unit) and getattr(row, condition.field) is None
            ]

    assert broken == []


def test_rows_of_one_rhk_say_the_same() -> None:
    fields = [spec.field for spec in columns_of(HasilKerjaRow) if spec.column.level is Level.RHK]
    for unit in UNITS:
        texts: dict[tuple[object, ...], set[tuple[object, ...]]] = {}
        for row in unit.hasil_kerja:
            key = (row.nip, row.sifat, row.no_rhk)
            texts.setdefault(key, set()).add(tuple(getattr(row, field) for field in fields))

        assert {len(said) for said in texts.values()} == {1}


def test_number_of_an_indikator_is_unique_and_begins_with_its_rhk() -> None:
    for unit in UNITS:
        keys = Counter((row.nip, row.sifat, row.no_indikator) for row in unit.hasil_kerja)

        assert max(keys.values()) == 1
        assert all(row.no_indikator.startswith(f"{row.no_rhk}.") for row in unit.hasil_kerja)


def test_every_rater_is_known_and_somebody_else() -> None:
    known = {row.nip for row in people()} | {WALIKOTA}

    for row in people():
        assert {row.penilai, row.atasan_penilai or WALIKOTA} <= known
        assert row.nip not in {row.penilai, row.atasan_penilai}


def test_raters_form_no_circle() -> None:
    rater = {row.nip: row.penilai for row in people() if row.sifat is Sifat.DEFINITIF}

    for start in rater:
        seen, at = set[str](), start
        while at != WALIKOTA:
            assert at not in seen
            seen.add(at)
            at = rater[at]


def test_a_rater_of_another_office_stands_in_pejabat() -> None:
    for unit in UNITS:
        own = {row.nip for row in unit.pegawai}
        listed = {row.kode for row in unit.pejabat}
        named = {code for row in unit.pegawai for code in (row.penilai, row.atasan_penilai)}

        assert named - own - {None} == listed


def test_all_nine_cells_of_the_quadrant_occur() -> None:
    cells = Counter(
        (row.rating_hasil_kerja, row.rating_perilaku) for unit in UNITS for row in unit.penilaian
    )

    assert {cell for cell in cells if None not in cell} == set(product(Ekspektasi, repeat=2))


def test_most_offices_state_their_capaian_and_one_does_not() -> None:
    stated = [unit.identitas.capaian_organisasi for unit in UNITS]

    assert stated.count(None) == 1
    assert {CapaianOrganisasi.ISTIMEWA, CapaianOrganisasi.BAIK} < set(stated)


def test_one_office_works_in_words_alone() -> None:
    (unit,) = [one for one in UNITS if one.identitas.pendekatan is Pendekatan.KUALITATIF]

    assert {row.target for row in unit.hasil_kerja} == {None}
    assert {row.realisasi for row in unit.hasil_kerja} == {None}


def test_weights_of_the_one_weighted_office_come_to_100() -> None:
    (unit,) = [one for one in UNITS if any(row.bobot for row in one.hasil_kerja)]
    totals: Counter[str] = Counter()
    for row in unit.hasil_kerja:
        if row.jenis is JenisHasilKerja.UTAMA and row.bobot is not None:
            totals[row.nip] += int(row.bobot)

    assert set(totals.values()) == {100}


def test_additional_work_occurs() -> None:
    jenis = Counter(row.jenis for unit in UNITS for row in unit.hasil_kerja)

    assert jenis[JenisHasilKerja.TAMBAHAN] > 50


def test_double_posts_are_told_apart_by_sifat() -> None:
    held = Counter((row.nip, unit.kode) for unit in UNITS for row in unit.pegawai)
    twice = {key for key, count in held.items() if count > 1}

    assert len(twice) == 2
    for nip, kode in twice:
        rows = CITY.units[kode].penilaian
        assert len({row.sifat for row in rows if row.nip == nip} - {None}) == 2


def test_head_of_one_office_is_plt_from_another() -> None:
    (head,) = [unit.pegawai[0] for unit in UNITS if unit.pegawai[0].sifat is not Sifat.DEFINITIF]

    assert head.sifat is Sifat.PLT
    assert head.jenis_jabatan is JenisJabatan.JPT
    assert sum(row.nip == head.nip for row in people()) == 2


def test_one_person_moves_between_two_offices_without_a_gap() -> None:
    moves = {row.keadaan: row for row in people() if row.keadaan in MUTASI}
    old, new = moves[Keadaan.MUTASI_KELUAR], moves[Keadaan.MUTASI_MASUK]

    assert old.nip == new.nip
    assert old.selesai is not None
    assert new.mulai == old.selesai + timedelta(days=1)


def test_people_away_have_no_work() -> None:
    away = {Keadaan.CUTI, Keadaan.TUGAS_BELAJAR, Keadaan.PENSIUN}
    for unit in UNITS:
        absent = {row.nip for row in unit.pegawai if row.keadaan in away and row.selesai is None}

        assert not absent & {row.nip for row in unit.hasil_kerja}
    assert {row.keadaan for row in people()} >= away


def test_roster_holds_every_assignment_and_lags_behind_a_few_promotions() -> None:
    roster = {(row.kode_unit, row.nip, row.sifat): row.golongan for row in CITY.roster}
    sent = {
        (unit.kode, row.nip, row.sifat): row.golongan for unit in UNITS for row in unit.pegawai
    }

    assert roster.keys() == sent.keys()
    assert sum(roster[key] != sent[key] for key in sent) == 3


@pytest.mark.parametrize("code", ["2026-TW3", "2027-03", "2026-S1"])
def test_any_period_gives_a_sound_city(code: str) -> None:
    period = Period.parse(code)

    city = make_city(period=period)

    days = [row.mulai for row in people(city)] + [row.selesai for row in people(city)]
    assert all(period.first <= day <= period.last for day in days if day is not None)
    assert {unit.identitas.periode for unit in city.units.values()} == {code}
