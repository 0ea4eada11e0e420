"""The console summary reads like a letter: figures that balance, reasons, places, what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.pdf import HasilPdf, PdfPer
from kinerja_xlsx.model.result import FileVerdict, PenugasanStatus, RowCounts
from kinerja_xlsx.model.run_result import ExitCode, PeriodResult, RunResult
from kinerja_xlsx.report.daftar import LINES_SHOWN, list_issues
from kinerja_xlsx.report.langkah import WIDTH, output_kind
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.spec.codes import make_issue
from tests.drawn_run import (
    NAMA,
    NIP,
    berkas,
    drawn_outputs,
    drawn_run,
    formula_issue,
    output,
    pegawai,
    refused,
    sound_run,
)

GOLDEN = """\
Berkas         2 = 1 sebagian + 1 ditolak
Baris      1.517 = 1.500 diterima + 12 dibetulkan + 3 ditahan + 2 diabaikan
Penugasan      4 = 1 berpredikat + 1 belum ditetapkan + 1 ditahan +
                   1 tidak dinilai
Belum mengirim untuk Triwulan I 2026: 1 unit (KEC-SERANG)
Kiriman ditolak untuk Triwulan I 2026: 1 unit (DISHUB)

5 kesalahan, 1 peringatan, 0 catatan. Yang menahan atau menolak:
  4×  SEL-22  Rumus tidak dapat dihitung
  1×  BRK-03  Berkas dikunci kata sandi

Hasilnya di contoh/output/2026-TW1/
  rekap.xlsx               seluruh unit dalam satu buku
  unit/…/Hasil_….xlsx      1 buku; formulir tiap pegawai
  unit/…/Perbaikan_….xlsx  1 buku untuk dibetulkan unitnya
Lainnya di contoh/output/
  tanpa-periode  1 ditolak

Selesai; ada yang ditahan atau ditolak. Langkah berikutnya: kirim buku
Perbaikan dan penjelasan penolakan kepada unitnya. Setelah dibetulkan, taruh
berkasnya di folder input di samping berkas lama, lalu jalankan proses sekali
lagi. Berkas yang ditolak keluarkan dari input setelah penggantinya datang;
selama masih di sana, berkas itu tetap ditolak."""

GOLDEN_SOUND = """\
Berkas      1 = 1 diterima
Baris      15 = 15 diterima
Penugasan   1 = 1 berpredikat

Tidak ada kesalahan, peringatan, atau catatan.

Hasilnya di output/2026-TW1/
  rekap.xlsx           seluruh unit dalam satu buku
  unit/…/Hasil_….xlsx  1 buku; formulir tiap pegawai

Selesai. Tidak ada yang ditahan atau ditolak."""


def year_of_months() -> RunResult:
    """Draw a run over twelve periods with a hundred missing units each."""
    months = [f"2026-{number:02}" for number in range(1, 13)]
    return RunResult(
        run="run",
        periods=tuple(
            PeriodResult(
                month,
                employees=(pegawai(PenugasanStatus.DITAHAN),),
                outputs=tuple(
                    replace(made, path=made.path.replace("2026-TW1", month))
                    for made in drawn_outputs()
                ),
            )
            for month in months
        ),
        files=(berkas("a.xlsx", FileVerdict.SEBAGIAN, RowCounts(withheld=12), withheld=12),),
        issues=tuple(make_issue(code, Place("a.xlsx")) for code in sentences_without_fields()),
    )


def sentences_without_fields() -> list[IssueCode]:
    return [IssueCode.BRK_03, IssueCode.BRK_06, IssueCode.BRK_07, IssueCode.BRK_16]


def test_run_with_faults_is_told_in_a_screen() -> None:
    assert summarise(drawn_run(), writes=True, root="contoh") == GOLDEN


def test_sound_run_is_told_shortly() -> None:
    assert summarise(sound_run(), writes=True, root=".") == GOLDEN_SOUND


def test_page_is_named_before_all_books() -> None:
    run = sound_run()
    page = output("output/2026-TW1/laporan.html")
    period = replace(run.periods[0], outputs=(*run.periods[0].outputs, page))

    text = summarise(replace(run, periods=(period,)), writes=True, root="contoh")

    _, _, places = text.partition("Hasilnya di contoh/output/2026-TW1/\n")
    assert places.startswith(
        "  laporan.html         seluruh proses dalam satu halaman; buka di peramban\n"
        "  rekap.xlsx           seluruh unit dalam satu buku\n"
    )


def test_check_points_at_no_outputs_and_says_how_to_get_them() -> None:
    text = summarise(drawn_run(), writes=False)

    assert "Hasilnya" not in text
    assert "jalankan proses supaya tiap unit mendapat buku Perbaikan" in " ".join(text.split())


@pytest.mark.parametrize("run", [drawn_run(), sound_run(), year_of_months()])
def test_summary_fits_a_terminal_of_eighty_columns(run: RunResult) -> None:
    lines = summarise(run, writes=True).splitlines()

    assert max(map(len, lines)) <= WIDTH


def test_many_periods_are_told_one_line_each() -> None:
    text = summarise(year_of_months(), writes=True)

    assert "Penugasan 2026-01   1 = 1 ditahan" in text
    assert "… dan 8 periode lain" in text
    assert "  2026-12  1 rekap, 1 hasil, 1 perbaikan" in text


def test_what_to_send_names_only_what_was_made() -> None:
    run = drawn_run()
    only_refused = replace(run, periods=run.periods[1:])

    text = " ".join(summarise(only_refused, writes=True).split())

    assert "kirim penjelasan penolakan kepada unitnya" in text


def test_missing_units_beyond_a_line_are_counted() -> None:
    run = drawn_run()
    units = tuple(f"UNIT-{number}" for number in range(1, 10))
    period = replace(run.periods[0], missing_units=units)

    text = " ".join(summarise(replace(run, periods=(period,)), writes=False).split())

    assert "9 unit (UNIT-1, UNIT-2, UNIT-3, UNIT-4, UNIT-5, UNIT-6, dan 3 lagi)" in text


def test_rows_held_back_in_the_settings_are_told() -> None:
    held = replace(sound_run(), settings={"unit": 1, "pegawai": 2, "baris_ditahan": 3})
    sound = replace(held, settings={"unit": 1, "pegawai": 2, "baris_ditahan": 0})

    assert "Pengaturan.xlsx: 3 baris ditahan" in summarise(held, writes=False)
    assert "Pengaturan.xlsx" not in summarise(sound, writes=False)


def test_a_warning_that_holds_people_back_is_named() -> None:
    blank = make_issue(IssueCode.LTS_07, Place("a.xlsx", "Pegawai", 6, 2), nip=NIP, nama=NAMA)

    text = summarise(replace(drawn_run(), issues=(blank, warning())), writes=False)

    assert "0 kesalahan, 2 peringatan, 0 catatan. Yang menahan atau menolak:" in text
    assert "  1×  LTS-07  Isian belum diisi" in text
    assert "LBK-06" not in text


def test_worst_reasons_are_the_most_frequent_errors() -> None:
    lines = summarise(year_of_months(), writes=False).splitlines()

    head = lines.index("4 kesalahan, 0 peringatan, 0 catatan. Yang menahan atau menolak:")
    assert lines[head + 1 : head + 3] == [
        "  1×  BRK-03  Berkas dikunci kata sandi",
        "  1×  BRK-06  Berkas sedang dipakai program lain",
    ]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("output/2026-TW1/rekap.xlsx", "rekap"),
        ("output/2026-TW1/unit/A/Hasil_A_2026-TW1.xlsx", "hasil"),
        ("output/2026-TW1/unit/A/Perbaikan_A_2026-TW1_r2.xlsx", "perbaikan"),
        ("output/2026-TW1/ditolak/Hasil_A.xlsx", "ditolak"),
    ],
)
def test_kind_of_output_is_told_by_its_path(path: str, kind: str) -> None:
    assert output_kind(output(path).path) == kind


def test_listing_has_neither_name_nor_whole_nip() -> None:
    text = list_issues(drawn_run().issues)

    assert "19850717…1002" in text
    assert NIP not in text
    assert NAMA not in text


def test_worst_kinds_are_listed_first_with_few_examples_each() -> None:
    formulas = (formula_issue(row) for row in range(12, 17))
    issues = (notice(), warning(), *formulas, make_issue(IssueCode.BRK_03, Place("a.xlsx")))

    lines = list_issues(issues).splitlines()

    assert [line.split(" · ")[0] for line in lines] == [
        "Kesalahan BRK-03",
        "Kesalahan SEL-22",
        "Kesalahan SEL-22",
        "Kesalahan SEL-22",
        "… dan 2 kesalahan SEL-22 lagi",
        "Peringatan LBK-06",
        "Catatan BRK-05",
    ]


def test_listing_ends_at_its_limit_and_counts_the_rest() -> None:
    issues = tuple(
        make_issue(code, Place(f"{number}.xlsx"))
        for code in sentences_without_fields()
        for number in range(9)
    )

    lines = list_issues(issues, limit=10).splitlines()

    assert len(lines) == 9
    assert lines[-1] == "… dan 18 masalah lain"


def test_listing_that_just_fits_hides_nothing() -> None:
    issues = tuple(make_issue(code, Place("a.xlsx")) for code in sentences_without_fields())

    assert len(list_issues(issues, limit=4).splitlines()) == 4
    assert len(list_issues(issues, limit=LINES_SHOWN).splitlines()) == 4


def test_no_issues_give_an_empty_listing() -> None:
    assert list_issues(()) == ""


def test_terminal_wraps_between_words_with_an_indent() -> None:
    text = list_issues((formula_issue(12),), width=60)

    lines = text.splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 60
    assert all(line.startswith("  ") for line in lines[1:])
    assert " ".join(text.split()) == " ".join(list_issues((formula_issue(12),)).split())


def notice() -> Issue:
    return make_issue(IssueCode.BRK_05, Place("~$a.xlsx"), value="~$a.xlsx")


def warning() -> Issue:
    return make_issue(IssueCode.LBK_06, Place(""), jumlah="1", unit="KEC-SERANG")


def test_run_that_read_no_rows_still_balances() -> None:
    run = replace(drawn_run(), files=(refused("dishub.xlsx"),), periods=())

    lines = summarise(run, writes=False).splitlines()

    assert lines[:2] == ["Berkas  1 = 1 ditolak", "Baris   0 = 0"]


def test_pdfs_are_pointed_at_by_what_one_holds() -> None:
    folder = "output/2026-TW1/unit/DINKES"
    pdfs = (output(f"{folder}/Hasil_DINKES_2026-TW1.pdf"), output(f"{folder}/pegawai/Hasil_1.pdf"))
    run = sound_run()
    period = replace(run.periods[0], outputs=(*drawn_outputs()[:2], *pdfs))

    text = summarise(replace(run, periods=(period,)), writes=True)
    lines = [" ".join(line.split()) for line in text.splitlines()]

    assert "unit/…/Hasil_….xlsx 1 buku; formulir tiap pegawai" in lines
    assert "unit/…/Hasil_….pdf 1 PDF; tiap unit satu berkas" in lines
    assert "unit/…/pegawai/….pdf 1 PDF; tiap pegawai satu berkas" in lines


def test_missing_pdf_decides_the_exit_code_but_holds_nothing() -> None:
    missing = HasilPdf(PdfPer.UNIT, None, ("output/2026-TW1/unit/DINKES/Hasil.pdf",))

    sound, held = (replace(run, pdf=missing) for run in (sound_run(), drawn_run()))

    assert (sound.exit_code, sound.has_withheld) == (ExitCode.RUANG_KERJA, False)
    assert (held.exit_code, held.has_withheld) == (ExitCode.RUANG_KERJA, True)
    assert "ada yang ditahan atau ditolak" in summarise(held, writes=True)
    assert replace(sound, pdf=replace(missing, missing=())).exit_code is ExitCode.SELESAI
