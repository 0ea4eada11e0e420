"""Where help is welcome: what counts for a unit, and what does not."""

from __future__ import annotations

from dataclasses import replace

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Similar
from kinerja_xlsx.model.kinerja_unit import MutuUnit
from kinerja_xlsx.model.result import FileVerdict, RowCounts
from kinerja_xlsx.model.run_result import BarisBerkas
from kinerja_xlsx.run.mutu_unit import mutu_units
from kinerja_xlsx.spec.codes import PENYEBAB, make_issue
from tests.rekap_drawn import DINKES, SETDA

C = IssueCode


def file(
    name: str, unit: str | None, verdict: FileVerdict, rows: RowCounts | None = None
) -> BarisBerkas:
    return BarisBerkas(name, "0" * 64, unit, "2026-TW1", verdict, rows)


def measured(files: list[BarisBerkas], *issues: Issue) -> tuple[MutuUnit, ...]:
    return mutu_units(files, issues, (DINKES, SETDA))


def at(name: str, code: IssueCode) -> Issue:
    return make_issue(code, Place(name, "Pegawai", 5, 2))


def caused_by_settings(name: str, code: IssueCode) -> Issue:
    return replace(at(name, code), context=((PENYEBAB, "Baris 5 Pengaturan."),))


def test_files_rows_and_frequent_codes_of_a_unit_are_put_together() -> None:
    rows = RowCounts(accepted=10, corrected=2, withheld=3, ignored=1)
    files = [
        file("a.xlsx", "DINKES", FileVerdict.SEBAGIAN, rows),
        file("b.xls", "DINKES", FileVerdict.DITOLAK),
    ]
    often = Issue(
        C.SEL_24, at("a.xlsx", C.SEL_24).severity, Place("a.xlsx"), similar=Similar(40, 50, ())
    )

    (line,) = measured(files, at("a.xlsx", C.SEL_11), at("b.xls", C.BRK_02), often)

    assert line == MutuUnit(
        "DINKES", "Dinas Kesehatan", berkas=2, ditolak=1, terlihat=16, dibetulkan=2, ditahan=3,
        masalah=((C.SEL_24, 40), (C.BRK_02, 1), (C.SEL_11, 1)),
    )  # fmt: skip


def test_what_no_training_could_help_counts_for_nobody() -> None:
    files = [
        file("a.xlsx", "DINKES", FileVerdict.DITERIMA, RowCounts(accepted=1)),
        file("lama.xlsx", "DINKES", FileVerdict.DILEWATI, RowCounts(ignored=9)),
    ]

    (line,) = measured(
        files,
        at("a.xlsx", C.LTS_09),  # about how work went, not about how the sheet was filled
        caused_by_settings("a.xlsx", C.BRS_06),
        at("lama.xlsx", C.SEL_11),
        at("lain.xlsx", C.SEL_11),
        make_issue(C.LBK_06, Place(""), unit="SETDA"),
    )

    assert (line.berkas, line.terlihat, line.masalah) == (1, 1, ())


def test_those_most_in_need_come_first_and_files_of_no_known_unit_are_not_lost() -> None:
    files = [
        file("a.xlsx", "A", FileVerdict.DITERIMA, RowCounts(accepted=5)),
        file("b.xlsx", "SETDA", FileVerdict.SEBAGIAN, RowCounts(withheld=5)),
        file("c.xlsx", None, FileVerdict.DITOLAK),
    ]

    lines = measured(files, at("c.xlsx", C.BRK_12))

    assert [(line.kode, line.nama) for line in lines] == [
        (None, ""),
        ("SETDA", "Sekretariat Daerah"),
        ("A", "A"),
    ]
