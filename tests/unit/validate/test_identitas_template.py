"""The hidden mark, a broken structure, and labels that are only warned about."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penugasan import RejectedFileError, Settings
from tests.unit.validate.build import Built, cells, codes, found, settings, sound_isian, waiting


def refused(built: Built, known: Settings | None = None) -> RejectedFileError:
    with pytest.raises(RejectedFileError) as caught:
        built.check(known)
    return caught.value


def refusing_codes(error: RejectedFileError) -> list[str]:
    return [issue.code.value for issue in error.issues]


@pytest.mark.parametrize(
    ("labels", "identitas", "cell"),
    [
        ({"kode_unit": "DINSOS"}, "Dinas Sosial (DINSOS), Triwulan I 2026", "B5"),
        ({"periode": "2026-TW1"}, None, None),
    ],
)
def test_a_form_that_contradicts_the_hidden_mark_refuses(
    labels: dict[str, CellValue], identitas: str | None, cell: str | None
) -> None:
    built = sound_isian()
    built.labels |= labels

    if identitas is None:
        assert built.check(settings()).issues == ()
        return
    error = refused(built, settings())

    (issue,) = error.issues
    assert (issue.code, issue.place.cell) == (IssueCode.BRK_18, cell)
    assert dict(issue.context) == {
        "penanda": "Dinas Kesehatan (DINKES), Triwulan I 2026",
        "identitas": identitas,
    }


def test_another_period_than_the_hidden_mark_refuses_without_settings_too() -> None:
    built = sound_isian()
    built.labels["periode"] = "2026-TW2"

    (issue,) = refused(built).issues

    assert (issue.code, issue.place.cell) == (IssueCode.BRK_18, "B7")
    assert dict(issue.context)["penanda"] == "DINKES, Triwulan I 2026"


def test_a_blank_template_marks_nobody() -> None:
    built = sound_isian()
    built.meta = {"templat": "isian", "kode_unit": "", "periode": "", "leluhur": ""}

    assert built.check().issues == ()


def test_without_the_hidden_mark_exact_headings_are_read_with_a_warning() -> None:
    built = sound_isian()
    built.meta = None

    checked = built.check()

    (issue,) = checked.issues
    assert (issue.code, issue.severity) == (IssueCode.BRK_09, Severity.PERINGATAN)
    assert dict(issue.context)["templat"] == "Isian"
    assert checked.ancestors == ()


def test_without_the_hidden_mark_other_headings_are_refused() -> None:
    built = sound_isian()
    built.meta = None
    place = Place(built.file, "Pegawai", 4, 2, "NIP")
    built.issues = (make_issue(IssueCode.LBR_10, place, value="NIP Baru"),)

    error = refused(built)

    assert refusing_codes(error) == ["LBR-10", "BRK-09"]
    assert error.issues[1].severity is Severity.GALAT


def test_what_reading_said_of_the_template_is_not_said_twice() -> None:
    built = sound_isian()
    built.meta = None
    built.issues = (
        make_issue(
            IssueCode.BRK_09, Place(built.file), severity=Severity.PERINGATAN, sebab="", templat=""
        ),
    )

    assert len(built.check().issues) == 1


def structural(sheet: str) -> Issue:
    return make_issue(IssueCode.LBR_01, Place("dinkes.xlsx", sheet), saran="")


def test_a_broken_structure_is_said_alone() -> None:
    built = sound_isian()
    built.issues = (structural("Penilaian"),)
    built.rows("Pegawai")[0]["nip"] = "x"
    built.labels["tempat"] = None

    error = refused(built)

    assert refusing_codes(error) == ["LBR-01"]
    assert (error.unit, error.period) == ("DINKES", "2026-TW1")


def test_a_missing_form_is_one_message() -> None:
    built = sound_isian()
    built.labels = {}
    built.issues = (structural("Identitas"),)

    error = refused(built)

    assert refusing_codes(error) == ["LBR-01"]
    assert error.unit == "DINKES"


def test_a_form_without_any_label_refuses_for_what_it_lacks() -> None:
    built = sound_isian()
    built.labels = {}

    error = refused(built)

    assert refusing_codes(error) == ["SEL-01", "SEL-01"]
    assert error.issues[0].place == Place("dinkes.xlsx", "Identitas", heading="Kode Unit")


def test_notices_of_reading_stay_with_an_accepted_file() -> None:
    built = sound_isian()
    built.issues = (make_issue(IssueCode.LBR_16, Place(built.file, "Catatan")),)

    assert codes(built.check()) == {IssueCode.LBR_16}


@pytest.mark.parametrize(
    ("label", "value", "code", "cell"),
    [
        ("nama_unit", None, "SEL-01", "B6"),
        ("nama_pimpinan", None, "SEL-01", "B11"),
        ("jabatan_pimpinan", "-", "SEL-31", "B12"),
        ("tempat", "x" * 61, "SEL-09", "B14"),
        ("tanggal_pengesahan", "besok", "SEL-03", "B15"),
        ("nip_pimpinan", 197001011995031001.0, "SEL-12", "B13"),
        ("nip_pimpinan", "1970", "SEL-11", "B13"),
    ],
)
def test_another_wrong_or_blank_label_is_only_a_warning(
    label: str, value: CellValue, code: str, cell: str
) -> None:
    built = sound_isian()
    built.labels[label] = value

    checked = built.check()

    assert cells(checked.issues, IssueCode(code)) == [f"Identitas!{cell}"]
    assert {issue.severity for issue in checked.issues} == {Severity.PERINGATAN}
    assert getattr(checked.identitas, label) is None


def test_unreadable_achievement_says_that_the_distribution_waits() -> None:
    built = sound_isian()
    built.labels["capaian_organisasi"] = "Lumayan sekali"

    checked = built.check()

    (wrong,) = found(checked.issues, IssueCode.SEL_06)
    assert (wrong.place.cell, wrong.severity) == ("B9", Severity.PERINGATAN)
    assert waiting(checked.issues) == [
        ("Sebaran predikat", "Identitas!B9 (Capaian Kinerja Organisasi)")
    ]
    assert checked.identitas.capaian_organisasi is None


def test_a_mended_label_is_a_notice() -> None:
    built = sound_isian()
    built.labels |= {"nip_pimpinan": "19700101 199503 1 001", "tempat": " Serang"}

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_16, IssueCode.SEL_28}
    assert found(checked.issues, IssueCode.SEL_28)[0].context == (("jumlah", "1"),)
    assert checked.identitas.nip_pimpinan == "197001011995031001"
