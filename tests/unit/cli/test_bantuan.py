"""Help and usage errors: Indonesian to the last word, quick, and safe on any console."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kinerja_xlsx.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parents[3]
# Words that click and rich-click would say; `--help`, `--debug` and `--json` are names.
ENGLISH = re.compile(
    r"(?<![-\w])(?:the|is|not|usage|options?|commands?|arguments?|error|missing|such|try|help|show|"
    r"exit|invalid|value|file|directory|path|required|default|aborted|did|you|mean|takes?|got|"
    r"unexpected|extra|range|text|integer|boolean)(?!\w)",
    re.IGNORECASE,
)
HELP = """\
 Pemakaian: kinerja-xlsx [PILIHAN] PERINTAH …

 Menilai kinerja ASN dari buku kerja Excel: periksa, hitung, dan cetak.

╭─ Perintah ───────────────────────────────────────────────────────────────────╮
│ demo             Buat kota contoh, lalu proses.                              │
│ mulai            Buat ruang kerja baru.                                      │
│ impor-pegawai    Usulkan daftar pegawai dari ekspor SIASN.                   │
│ templat          Buat templat isian atau SKP bagi tiap unit.                 │
│ periksa          Periksa berkas isian tanpa menulis apa pun.                 │
│ proses           Proses semua berkas di folder input dan tulis hasilnya.     │
│ pantau           Jaga folder input; proses setiap ada berkas baru.           │
│ banding          Bandingkan ekspor e-Kinerja dengan hasil dari isian.        │
│ jelaskan         Jelaskan satu kode masalah, atau angka satu pegawai.        │
│ riwayat          Tampilkan riwayat proses, satu unit, atau satu pegawai.     │
│ ekspor           Tulis satu periode sebagai tabel CSV atau Parquet.          │
│ diagnosa         Periksa program, ruang kerja, dan setiap setelan.           │
╰──────────────────────────────────────────────────────────────────────────────╯
╭─ Pilihan ────────────────────────────────────────────────────────────────────╮
│ --debug    Tampilkan rincian teknis bila program gagal.                      │
│ --version  Tampilkan versi.                                                  │
│ -h,--help  Tampilkan bantuan ini.                                            │
╰──────────────────────────────────────────────────────────────────────────────╯

 Bantuan tiap perintah: kinerja-xlsx PERINTAH --help
"""


def tidy(text: str) -> str:
    """Drop the spaces with which rich fills its lines."""
    return "\n".join(line.rstrip() for line in text.strip("\n ").splitlines()) + "\n"


def test_group_shows_every_command_with_a_line(run: Callable[..., Any]) -> None:
    said = run("--help")

    assert tidy(said.out) == tidy(HELP)
    assert said.code == 0


def test_help_names_the_launcher_where_that_was_used() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kinerja_xlsx", "--help"],
        env={**os.environ, "KINERJA_SEBUTAN": "python3 jalankan.py", "COLUMNS": "100"},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout.lstrip().startswith("Pemakaian: python3 jalankan.py [PILIHAN]")
    assert "python3 jalankan.py uji" in done.stdout


@pytest.mark.parametrize("name", list(COMMANDS))
def test_help_of_a_command_is_indonesian(name: str, run: Callable[..., Any]) -> None:
    said = run(name, "--help")

    assert said.code == 0
    assert said.out.lstrip().startswith(f"Pemakaian: kinerja-xlsx {name} [PILIHAN]")
    assert "Tampilkan bantuan ini." in said.out
    assert ENGLISH.findall(said.out) == []
    assert max(map(len, said.out.splitlines())) <= 80


def test_help_of_templat_shows_its_ways_and_demands_none(run: Callable[..., Any]) -> None:
    lines = run("templat", "--help").out.splitlines()

    assert [line for line in lines if "--periode P" in line or "--skp TAHUN" in line] == [
        "│ --periode P      Isian untuk periode ini, misalnya 2026-TW1.                 │",
        "│ --skp TAHUN      Rencana (SKP) untuk tahun ini, misalnya 2026.               │",
    ]
    assert any("--pindah BERKAS" in line for line in lines)
    assert [line for line in lines if "(wajib)" in line] == []


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["prosess"], "Perintah 'prosess' tidak dikenal. Mungkin maksudnya 'proses'."),
        (["xyz"], "Perintah 'xyz' tidak dikenal."),
        (["--foo"], "Pilihan '--foo' tidak dikenal."),
        (
            ["proses", "--pekrja"],
            "Pilihan '--pekrja' tidak dikenal. Mungkin maksudnya '--pekerja'.",
        ),
        (["proses", "--periode"], "Pilihan '--periode' memerlukan isi."),
        (["proses", "--json=ya"], "Pilihan '--json' tidak memerlukan isi."),
        (["proses", "berkas.xlsx"], "Tidak dikenali: berkas.xlsx."),
        (["proses", "a", "b"], "Tidak dikenali: a b."),
        (
            ["proses", "--periode", "2026-13"],
            (
                "Periksa '--periode': '2026-13' bukan kode periode. "
                "Contoh: 2026-03, 2026-TW1, 2026-S1, 2026."
            ),
        ),
        (
            ["proses", "--pekerja", "0"],
            "Periksa '--pekerja': '0' bukan bilangan bulat 1 sampai 64.",
        ),
        (
            ["proses", "--pekerja", "²"],
            "Periksa '--pekerja': '²' bukan bilangan bulat 1 sampai 64.",
        ),
        (
            ["templat"],
            (
                "Sebutkan salah satu: --periode P untuk isian, --skp TAHUN untuk rencana setahun, "
                "--pindah BERKAS untuk isian di templat lama."
            ),
        ),
        (
            ["templat", "--periode", "2026-TW1", "--skp", "2026"],
            (
                "Sebutkan salah satu: --periode P untuk isian, --skp TAHUN untuk rencana setahun, "
                "--pindah BERKAS untuk isian di templat lama."
            ),
        ),
        (
            ["templat", "--skp", "2026-TW1"],
            "Periksa '--skp': '2026-TW1' bukan tahun. Contoh: 2026.",
        ),
        (["mulai"], "Yang masih perlu disebut: 'FOLDER'."),
        (
            ["periksa", "tak-ada.xlsx"],
            "Periksa '[BERKAS]...': Berkas 'tak-ada.xlsx' tidak ada.",
        ),
    ],
)
def test_usage_error_is_one_sentence_and_where_to_find_help(
    arguments: list[str], line: str, run: Callable[..., Any]
) -> None:
    said = run(*arguments)

    assert said.code == 2
    assert said.out == ""
    assert ENGLISH.findall(said.err) == []
    first, second = said.err.splitlines()
    assert first == f"Belum dapat dijalankan. {line}"
    # click does not tell the command when an option lacks its value or has one too many.
    assert second in {
        "Bantuan: kinerja-xlsx --help",
        f"Bantuan: kinerja-xlsx {arguments[0]} --help",
    }


def test_folder_that_is_a_file_is_a_usage_error(run: Callable[..., Any], tmp_path: Any) -> None:
    (tmp_path / "ruang").write_text("", encoding="utf-8")

    said = run("proses", "--ruang", "ruang")

    assert said.code == 2
    assert "Periksa '--ruang': 'ruang' adalah berkas, bukan folder." in said.err


@pytest.mark.parametrize("arguments", [[], ["--debug"]])
def test_nothing_asked_is_answered_with_help(
    arguments: list[str], run: Callable[..., Any]
) -> None:
    said = run(*arguments)

    assert said.code == 2
    assert tidy(said.err) == tidy(HELP)


def test_help_imports_no_stage(start: Callable[..., Any]) -> None:
    script = (
        "import sys\n"
        "from kinerja_xlsx.cli.app import group\n"
        "from kinerja_xlsx.cli.keluar import run_guarded\n"
        "run_guarded(group, ['--help'])\n"
        "ours = {n.split('.')[1] for n in sys.modules if n.startswith('kinerja_xlsx.')}\n"
        "heavy = {'pydantic', 'pandas', 'numpy', 'babel', 'xlsxwriter', 'rich.progress'}\n"
        "print('\\n', sorted(ours), sorted(heavy & set(sys.modules)))\n"
    )

    said = start(["-c", script])

    assert said.out.splitlines()[-1] == " ['cli'] []"


def test_worker_processes_pay_for_no_command_line(start: Callable[..., Any]) -> None:
    script = "import sys, kinerja_xlsx.cli; print('click' in sys.modules)"

    assert start(["-c", script]).out == "False\n"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_console_of_any_encoding_shows_help_without_a_traceback(
    encoding: str, start: Callable[..., Any]
) -> None:
    said = start(["-m", "kinerja_xlsx", "--help"], PYTHONIOENCODING=encoding, NO_COLOR="1")

    assert (said.code, said.err) == (0, "")
    assert "Tampilkan bantuan ini." in said.out
    assert "\x1b" not in said.out


def test_console_without_a_letter_shows_a_substitute(start: Callable[..., Any]) -> None:
    said = start(["-m", "kinerja_xlsx", "périôde→"], PYTHONIOENCODING="ascii")

    assert said.code == 2
    assert "Perintah 'p?ri?de?' tidak dikenal." in said.err


def test_language_of_the_system_changes_nothing(start: Callable[..., Any]) -> None:
    said = start(["-m", "kinerja_xlsx", "xyz"], LANG="en_US.UTF-8", LANGUAGE="en")

    assert said.err.startswith("Belum dapat dijalankan. Perintah 'xyz' tidak dikenal.")
