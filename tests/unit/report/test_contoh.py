"""The demo points at real outputs, and takes the fright out of its exit code."""

from __future__ import annotations

from dataclasses import replace

from kinerja_xlsx.report.contoh import explain_demo
from tests.drawn_run import drawn_run, sound_run


def test_one_output_of_each_kind_is_pointed_at() -> None:
    text = explain_demo(drawn_run(), "contoh")

    assert text.partition("Yang menarik dibuka:\n")[2] == (
        "  kiriman unit           contoh/input/\n"
        "  rekap seluruh unit     contoh/output/2026-TW1/rekap.xlsx\n"
        "  hasil satu unit        contoh/output/2026-TW1/unit/DINKES/Hasil_DINKES_2026-TW1.xlsx\n"
        "  untuk dibetulkan unit  "
        "contoh/output/2026-TW1/unit/DINKES/Perbaikan_DINKES_2026-TW1_r1.xlsx\n"
        "  berkas yang ditolak    contoh/output/tanpa-periode/ditolak/dishub.xlsx"
    )


def test_planted_faults_are_owned_up_to() -> None:
    text = explain_demo(drawn_run(), "contoh")

    assert "sengaja ditanam" in text
    assert "berakhir dengan kode 1. Itu wajar" in text


def test_run_without_faults_needs_no_excuse() -> None:
    assert "sengaja" not in explain_demo(sound_run(), "contoh")


def test_period_with_most_people_gives_the_examples() -> None:
    run = drawn_run()
    small = replace(
        run.periods[0],
        period="2026-01",
        employees=(),
        outputs=tuple(
            replace(made, path=made.path.replace("2026-TW1", "2026-01"))
            for made in run.periods[0].outputs
        ),
    )

    text = explain_demo(replace(run, periods=(small, *run.periods)), "contoh")

    assert "2026-01" not in text
