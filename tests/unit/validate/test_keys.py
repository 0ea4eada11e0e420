"""What crosses to the driver, how rows are counted, and what the data hash depends on."""

from __future__ import annotations

import pickle
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import Place
from kinerja_xlsx.model.result import PenugasanStatus, RowCounts
from kinerja_xlsx.model.submission import CellFacts, CellValue
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.penugasan import RejectedFileError
from kinerja_xlsx.spec.pesan import render_line
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.validate import count_rows, keys_of
from tests.unit.validate.build import NIPS, Built, sound_isian


def test_keys_hold_no_rows_and_point_at_the_raters() -> None:
    checked = sound_isian().check()

    keys = keys_of(checked)

    assert (keys.file, keys.unit, keys.period.code) == ("dinkes.xlsx", "DINKES", "2026-TW1")
    assert keys.data_hash == checked.data_hash
    assert keys.pejabat == {"KADIS"}
    assert [key.subject.penugasan for key in keys.subjects] == [None, None]
    assert keys.subjects[1].place_penilai == Place("dinkes.xlsx", "Pegawai", 6, 14, "Penilai")
    assert keys.subjects[1].place_atasan.cell == "O6"
    assert keys.subjects[1].subject.place.cell == "B6"


def test_the_cell_of_a_rater_is_known_for_withheld_people_too() -> None:
    built = sound_isian(1)
    built.rows("Pegawai")[0]["jabatan"] = None

    assert keys_of(built.check()).subjects[0].place_penilai.cell == "N5"


def test_checked_and_keys_cross_a_process_border() -> None:
    checked = sound_isian().check()

    assert pickle.loads(pickle.dumps(checked)) == checked  # noqa: S301 - our own bytes
    assert pickle.loads(pickle.dumps(keys_of(checked))) == keys_of(checked)  # noqa: S301


def test_ancestors_are_read_in_any_separation() -> None:
    built = sound_isian()
    built.meta = (built.meta or {}) | {"leluhur": f"{'a' * 64}, {'b' * 64}\n{'c' * 64}"}

    checked = built.check()

    assert [text[0] for text in checked.ancestors] == ["a", "b", "c"]
    assert checked.round == 3


def mixed() -> Built:
    """One accepted, one withheld, one on leave, a footer and a mended cell: 17 rows."""
    built = sound_isian(3)
    built.rows("Hasil Kerja")[0]["realisasi"] = "1250"
    built.rows("Hasil Kerja")[3]["realisasi"] = "banyak"
    built.rows("Pegawai")[2]["keadaan"] = "Cuti"
    built.sheets["Hasil Kerja"].append({"nip": "JUMLAH"})
    return built


@pytest.mark.parametrize(
    ("withheld", "ignored", "whole", "counts"),
    [
        ((), (), False, RowCounts(accepted=5, corrected=1, withheld=5, ignored=6)),
        ((0,), (), False, RowCounts(accepted=1, corrected=0, withheld=10, ignored=6)),
        ((), (0, 1), False, RowCounts(accepted=1, corrected=0, withheld=0, ignored=16)),
        ((), (), True, RowCounts(accepted=0, corrected=0, withheld=0, ignored=17)),
    ],
)
def test_rows_are_counted_by_what_became_of_them(
    withheld: tuple[int, ...], ignored: tuple[int, ...], *, whole: bool, counts: RowCounts
) -> None:
    checked = mixed().check()

    found = count_rows(checked, withheld, ignored=ignored, whole_file_ignored=whole)

    assert found == counts
    assert found.seen == len(checked.rows) == 17


def test_a_subject_ignored_by_the_driver_is_counted_so() -> None:
    checked = sound_isian(1).check()
    statuses = {item.status for item in checked.subjects}

    found = count_rows(checked, frozenset(), ignored=frozenset({0}))

    assert statuses == {PenugasanStatus.DINILAI}
    assert found == RowCounts(accepted=1, ignored=5)


def test_the_hash_does_not_depend_on_places_or_types_of_writing() -> None:
    one, other = sound_isian(), sound_isian()
    other.reverse = True
    other.sheets["Hasil Kerja"][3:3] = [None, None]
    other.sheets["Pejabat"].append({"kode": " "})
    other.rows("Hasil Kerja")[0] |= {"realisasi": 1250, "satuan": "pasien "}
    other.rows("Penilaian")[0]["tanggal_penilaian"] = datetime(2026, 4, 6)  # noqa: DTZ001
    other.facts["Hasil Kerja", 0, "target"] = CellFacts(formula=True)

    one_checked, other_checked = one.check(), other.check()

    assert one_checked.data_hash == other_checked.data_hash
    assert [item.data_hash for item in one_checked.subjects] == [
        item.data_hash for item in other_checked.subjects
    ]


@pytest.mark.parametrize(
    ("sheet", "name", "value"),
    [
        ("Hasil Kerja", "realisasi", 1251.0),
        ("Hasil Kerja", "realisasi", "1250"),
        ("Hasil Kerja", "umpan_balik", "Baik"),
        ("Penilaian", "tanggal_penilaian", date(2026, 4, 7)),
        ("Pegawai", "jabatan", "Bidan"),
    ],
)
def test_the_hash_changes_with_any_value(sheet: str, name: str, value: CellValue) -> None:
    one, other = sound_isian().check(), sound_isian()
    other.rows(sheet)[0][name] = value

    changed = other.check()

    assert one.data_hash != changed.data_hash
    assert one.subjects[0].data_hash != changed.subjects[0].data_hash
    assert one.subjects[1].data_hash == changed.subjects[1].data_hash


def test_a_value_in_another_column_is_another_value() -> None:
    one, other = sound_isian(), sound_isian()
    one.rows("Hasil Kerja")[0]["umpan_balik"] = "Baik"
    other.rows("Hasil Kerja")[0]["uraian_realisasi"] = "Baik"

    assert one.check().data_hash != other.check().data_hash


def test_an_error_cell_counts_in_the_hash() -> None:
    one, other = sound_isian(), sound_isian()
    for built, error in ((one, "#N/A"), (other, "#REF!")):
        built.rows("Hasil Kerja")[0]["umpan_balik"] = None
        built.facts["Hasil Kerja", 0, "umpan_balik"] = CellFacts(error=error)

    assert len({item.check().data_hash for item in (one, other, sound_isian())}) == 3


def test_labels_count_in_the_hash_of_the_file_only() -> None:
    one, other = sound_isian(), sound_isian()
    other.labels["tempat"] = "Kasemen"

    assert one.check().data_hash != other.check().data_hash
    assert one.check().subjects[0].data_hash == other.check().subjects[0].data_hash


values = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.floats(-1e13, 1e13),
    st.booleans(),
    st.dates(date(2025, 1, 1), date(2026, 12, 31)),
    st.sampled_from(["-", "1.250", "12,5", "95%", "31/01/2026", "Plt", "Cuti", "Utama", *NIPS]),
)
spots = st.sampled_from(
    [
        (model.sheet, position, spec.field)
        for model in ISIAN.sheets
        for position in range(2 if model.sheet != "Pejabat" else 1)
        for spec in columns_of(model)
    ]
)
facts = st.sampled_from(
    [
        None,
        CellFacts(error="#N/A"),
        CellFacts(uncached=True, formula=True),
        CellFacts(percent=True),
        CellFacts(formula=True),
        CellFacts(merged="B5:D6"),
    ]
)


@given(st.lists(st.tuples(spots, values, facts), max_size=8))
def test_whatever_stands_in_the_cells_every_row_gets_a_verdict(
    changes: list[tuple[tuple[str, int, str], CellValue, CellFacts | None]],
) -> None:
    built = sound_isian()
    for (sheet, position, name), value, fact in changes:
        row = built.sheets[sheet][position]
        assert row is not None
        row[name] = value
        if fact is not None:
            built.facts[sheet, position, name] = fact

    checked = built.check()

    assert all(render_line(issue, masked=True) for issue in checked.issues)
    assert count_rows(checked, (), ignored=()).seen == len(checked.rows) == 11
    for item in checked.subjects:
        accepted = item.status in {PenugasanStatus.DINILAI, PenugasanStatus.TIDAK_DINILAI}
        assert accepted == (item.penugasan is not None)
    assert keys_of(checked).data_hash == built.check().data_hash


@given(st.lists(st.tuples(st.sampled_from([s.field for s in columns_of(ISIAN.form)]), values)))
def test_whatever_stands_in_the_form_the_file_is_checked_or_refused(
    changes: list[tuple[str, CellValue]],
) -> None:
    built = sound_isian(1)
    built.labels |= dict(changes)

    try:
        checked = built.check()
    except RejectedFileError as error:
        lines = [render_line(issue, masked=False) for issue in error.issues]
    else:
        lines = [checked.period.code] * (checked.period.code == checked.identitas.periode)
    assert lines
