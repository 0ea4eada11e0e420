"""Issues become sentences: complete, harmless, short, and masked where asked."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity
from kinerja_xlsx.model.teks import make_visible
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.pesan import (
    MAX_TEXT,
    MAX_VALUE,
    render,
    render_line,
    severity_word,
)
from tests.golden.refresh import read_pesan

NIP = "198507172010011002"
CELL = Place("dinkes.xlsx", "Hasil Kerja", 12, 14, "Realisasi")


def not_a_number(value: str) -> Issue:
    return make_issue(IssueCode.SEL_02, CELL, nip=NIP, nama="Siti", value=value, contoh="1250")


def unknown_person(*, nip: str = NIP, value: str = NIP, saran: str = "") -> Issue:
    return make_issue(
        IssueCode.BRS_06,
        CELL,
        nip=nip,
        value=value,
        daftar="lembar Pegawai",
        tambah="tambahkan barisnya di lembar Pegawai",
        saran=saran,
    )


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (CELL, "dinkes.xlsx › Hasil Kerja › N12 › Realisasi"),
        (Place("dinkes.xlsx"), "dinkes.xlsx"),
        (Place("", "Unit", 5), "Unit › baris 5"),
        (Place("d.xlsx", "Pegawai", None, 28, "Nama"), "d.xlsx › Pegawai › kolom AB › Nama"),
        (Place(""), ""),
    ],
)
def test_place_leaves_out_what_is_absent(place: Place, expected: str) -> None:
    issue = make_issue(IssueCode.BRK_07, place)

    assert render(issue).tempat == expected


@pytest.mark.parametrize(
    ("nip", "nama", "expected"),
    [
        (NIP, "Siti", f"d.xlsx › {NIP} – Siti"),
        (NIP, None, f"d.xlsx › {NIP}"),
        (None, "Siti", "d.xlsx › Siti"),
    ],
)
def test_place_ends_with_the_person(nip: str | None, nama: str | None, expected: str) -> None:
    issue = make_issue(IssueCode.BRK_07, Place("d.xlsx"), nip=nip, nama=nama)

    assert render(issue).tempat == expected


def test_missing_context_is_an_error_of_ours_that_names_code_and_key() -> None:
    issue = make_issue(IssueCode.BRK_18, Place("d.xlsx"), penanda="DINKES")

    with pytest.raises(KeyError, match=r"BRK-18.*identitas"):
        render(issue)


def test_missing_value_is_an_error_of_ours() -> None:
    issue = make_issue(IssueCode.SEL_22, CELL)

    with pytest.raises(KeyError, match=r"SEL-22.*value"):
        render_line(issue, masked=True)


def test_unit_is_told_what_it_can_do_itself() -> None:
    issue = make_issue(
        IssueCode.LBK_04, CELL, nip=NIP, nama="Siti", lain="b.xlsx", jumlah="1", sel="U5 ↔ U6"
    )

    assert "folder input" in render(issue).perbaiki
    told = render(issue, for_unit=True)
    assert told.masalah == render(issue).masalah
    assert told.perbaiki.startswith("Samakan isinya di kedua berkas, atau beri tahu BKPSDM")
    assert "input" not in told.perbaiki


def test_empty_suggestion_leaves_no_gap() -> None:
    issue = make_issue(IssueCode.SEL_12, CELL, value="1,98E+17", saran="")

    assert render(issue).sebab == "Excel hanya menyimpan 15 angka pertama."


@pytest.mark.parametrize(
    ("nip", "nama", "start"),
    [(NIP, "Siti", "Siti "), (NIP, None, f"{NIP} "), (None, None, "Pegawai ini ")],
)
def test_sentence_names_the_person_as_well_as_is_known(
    nip: str | None, nama: str | None, start: str
) -> None:
    issue = make_issue(IssueCode.BRS_08, CELL, nip=nip, nama=nama, value="Cuti", jumlah="4")

    assert render(issue).masalah.startswith(start)


def test_name_with_a_full_stop_brings_no_second_one() -> None:
    issue = make_issue(IssueCode.BRS_12, CELL, nama="Siti, S.Kep.")

    assert render(issue).perbaiki == "Isi NIP atasan yang menilai Siti, S.Kep."


def test_three_dots_of_a_name_stay() -> None:
    issue = make_issue(IssueCode.BRS_12, CELL, nama="Siti ..")

    assert render(issue).perbaiki.endswith("Siti ...")


def test_long_value_is_shortened_with_an_ellipsis() -> None:
    masalah = render(not_a_number("x" * 32_000)).masalah

    assert masalah == f"«{'x' * (MAX_VALUE - 1)}…» bukan angka."


def test_value_of_just_the_limit_stays_whole() -> None:
    masalah = render(not_a_number("x" * MAX_VALUE)).masalah

    assert masalah == f"«{'x' * MAX_VALUE}» bukan angka."


def test_quoted_context_is_shortened_like_a_value() -> None:
    issue = make_issue(
        IssueCode.BRS_09, CELL, value="Siti", daftar="lembar Pegawai", nama_daftar="y" * 200
    )

    assert f"«{'y' * (MAX_VALUE - 1)}…»" in render(issue).masalah


def test_suggestion_has_more_room_but_an_end() -> None:
    issue = unknown_person(saran="z" * 5_000)

    assert len(render(issue).sebab) == MAX_TEXT


def test_file_and_sheet_are_harmless_and_short() -> None:
    issue = make_issue(IssueCode.LBR_16, Place("a\nb\u202e.xlsx", "s" * 500))

    tempat = render(issue).tempat
    assert tempat == f"a b<U+202E>.xlsx › {'s' * (MAX_VALUE - 1)}…"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Siti  Aminah", "Siti  Aminah"),
        ("satu\r\ndua\ttiga\u2028empat", "satu  dua tiga empat"),
        ("12\u00a0345", "12 345"),
        ("\u202eFDP.xlsx", "<U+202E>FDP.xlsx"),
        ("a\u2066b\u200bc\ufeff", "a<U+2066>b<U+200B>c<U+FEFF>"),
        ("\x1b[31mmerah\x07", "<U+001B>[31mmerah<U+0007>"),
        ("\ud800", "<U+D800>"),
        ("Ñandú – «é»", "Ñandú – «é»"),
    ],
)
def test_control_and_direction_marks_become_visible(text: str, expected: str) -> None:
    assert make_visible(text) == expected


@given(st.text(alphabet=st.characters(), max_size=200))
def test_no_value_breaks_the_line_or_the_encoding(value: str) -> None:
    line = render_line(not_a_number(value), masked=False)

    assert line.isprintable()
    assert line.encode("utf-8")


def test_line_carries_severity_code_place_and_all_sentences() -> None:
    line = render_line(not_a_number("dua"), masked=False)

    assert line == (
        f"Kesalahan SEL-02 · dinkes.xlsx › Hasil Kerja › N12 › Realisasi › {NIP} – Siti · "
        "«dua» bukan angka. Realisasi hanya dapat dihitung bila berupa angka. "
        "Ketik angkanya saja. Contoh: 1250."
    )


def test_line_without_a_place_has_no_empty_part() -> None:
    issue = make_issue(IssueCode.LBK_06, Place(""), jumlah="1", unit="Dinas Sosial")

    assert render_line(issue, masked=True).startswith("Peringatan LBK-06 · 1 unit belum mengirim")


@pytest.mark.parametrize(
    "value",
    [
        NIP,
        f"{NIP} (benar)",
        "19850717 201001 1 002",
        "19850717.201001.1.002",
        "19850717-201001-1-002",
        "'198507172010011002",
        "198507172010011",
        "1985071720100110021",
        "1,98507172010011E+17",
        "1.98507172010011E+17",
    ],
)
def test_masked_line_hides_a_nip_in_the_value(value: str) -> None:
    line = render_line(unknown_person(value=value), masked=True)

    digits = "".join(char for char in line if char in string.digits)
    assert "2010011" not in digits
    assert "2010 01" not in line
    assert "…" in line


def test_masked_line_shows_the_ends_of_the_nip_only() -> None:
    line = render_line(unknown_person(), masked=True)

    assert line.count("19850717…1002") == 2
    assert NIP not in line


def test_masked_line_hides_a_broken_nip_too() -> None:
    line = render_line(unknown_person(nip="12345678901", value="12"), masked=True)

    assert "12345678901" not in line


@pytest.mark.parametrize("value", ["1.250,5", "31/01/2025", "1.000.000.000.000", "20260331"])
def test_masking_leaves_other_numbers_alone(value: str) -> None:
    assert f"«{value}»" in render_line(not_a_number(value), masked=True)


def test_masked_lines_leave_out_names_and_suggested_people() -> None:
    golden = [case.issue for case in read_pesan()]

    lines = [render_line(issue, masked=True) for issue in golden]

    assert not [line for line in lines if "Siti" in line]
    assert not [line for line in lines if "Contoh Pimpinan" in line]


def test_masked_line_without_anybody_known_is_still_a_sentence() -> None:
    issue = make_issue(IssueCode.LTS_07, Place("d.xlsx"), sebab="", isian="Hasil Kerja")

    assert "Isian pegawai ini belum diisi." in render_line(issue, masked=True)


def test_severity_has_its_word() -> None:
    words = [severity_word(severity) for severity in Severity]

    assert words == ["Kesalahan", "Peringatan", "Catatan"]


def test_severity_of_the_line_is_that_of_the_issue() -> None:
    issue = make_issue(
        IssueCode.SEL_18, CELL, severity=Severity.PERINGATAN, value="1/2/2026", dibaca="01/02/2026"
    )

    assert render_line(issue, masked=False).startswith("Peringatan SEL-18")
