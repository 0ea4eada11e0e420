"""Findings stand in columns, cures below them, and the last line says how many need a hand."""

from __future__ import annotations

import json

from kinerja_xlsx.model.diagnosa import Bagian, Diagnosa, Kondisi, Pemeriksaan
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.diagnosa import diagnosa_json, tell_diagnosa

DRAWN = Diagnosa(
    (
        Bagian(
            "ruang_kerja",
            "Ruang kerja",
            (
                Pemeriksaan("Folder", "baik"),
                Pemeriksaan("Kunci", "dipakai", Kondisi.PERBAIKI, "Tunggu " * 12 + "selesai."),
            ),
        ),
        Bagian(
            "parameter",
            "Parameter",
            (
                Pemeriksaan("batas", "120 persen", asal="bawaan"),
                Pemeriksaan(
                    "hari", "14", Kondisi.PERHATIKAN, asal="Kebijakan baris 5", dasar="PP 1"
                ),
            ),
            kaki="Kolom terakhir: dasar hukumnya.",
            kode=ExitCode.PENGATURAN_SALAH,
        ),
    )
)


def test_marks_and_cures_stand_below_each_other() -> None:
    assert tell_diagnosa(DRAWN).splitlines() == [
        "Ruang kerja",
        "  Folder  baik",
        "X Kunci   dipakai",
        "        → Tunggu Tunggu Tunggu Tunggu Tunggu Tunggu Tunggu Tunggu Tunggu Tunggu",
        "          Tunggu Tunggu selesai.",
        "",
        "Parameter",
        "  batas  120 persen  bawaan · –",
        "! hari   14          Kebijakan baris 5 · PP 1",
        "Kolom terakhir: dasar hukumnya.",
        "",
        "1 perlu dibetulkan (tanda X) dan 1 perlu perhatian (tanda !). Yang dapat",
        "dilakukan ada di baris → di bawahnya.",
    ]


def test_workspace_outweighs_settings_and_a_warning_counts_nothing() -> None:
    workspace, parameters = DRAWN.bagian

    assert DRAWN.exit_code is ExitCode.RUANG_KERJA
    assert Diagnosa((parameters,)).exit_code is ExitCode.SELESAI
    wrong = Bagian("a", "A", workspace.pemeriksaan, kode=ExitCode.PENGATURAN_SALAH)
    assert Diagnosa((wrong, parameters)).exit_code is ExitCode.PENGATURAN_SALAH


def test_long_value_keeps_the_columns() -> None:
    nama = "Pemerintah Kabupaten Contoh Selatan Daya"
    rows = (Pemeriksaan("Nama", nama, asal="Instansi!B5"), Pemeriksaan("Kota", "x", asal="bawaan"))

    text = tell_diagnosa(Diagnosa((Bagian("a", "A", rows),)))

    lines = text.splitlines()
    assert lines[1] == f"  Nama  {nama}"
    assert lines[2].strip() == "Instansi!B5"
    assert lines[2].index("Instansi") == lines[3].index("bawaan")


def test_nothing_wrong_is_said_so() -> None:
    sound = Diagnosa((Bagian("a", "A", (Pemeriksaan("b", "c"),)),))

    assert tell_diagnosa(sound).endswith("Semua baik. Tidak ada yang perlu dilakukan.")


def test_document_holds_the_same() -> None:
    document = json.loads(diagnosa_json(DRAWN))

    assert document["exit_code"] == 5
    assert document["sections"][1]["findings"][1] == {
        "label": "hari",
        "value": "14",
        "state": "perlu perhatian",
        "cure": None,
        "origin": "Kebijakan baris 5",
        "basis": "PP 1",
    }
