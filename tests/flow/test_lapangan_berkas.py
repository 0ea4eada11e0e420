"""The surveyed files as they were found, dropped into `input/`: each has its own answer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kinerja_xlsx.model.result import FileVerdict
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.process import process
from kinerja_xlsx.spec.pesan import render
from tests.flow.alur import HERE, sent_by_three, settle
from tests.flow.lapangan.alat import shared

BUILDER = shared("hostile/lapangan.py")
EXPECTED = {
    "q01_html.xls": ("BRK-01", "halaman web (HTML)"),
    "q02a_csv.xls": ("BRK-01", "teks CSV"),
    "q02b_php_error.xls": ("BRK-01", "pesan galat dari aplikasi web"),
    "q03_csv_over.xlsx": ("BRK-01", "teks CSV yang menimpa buku kerja lama"),
    "q03b_truncated.xlsx": ("BRK-04", "bagian akhirnya hilang"),
    "~$q03c_lock.xlsx": ("BRK-05", "hanya berkas sementara"),
    "q04_siasn.xlsx": ("BRK-09", "dibaca dengan perintah impor-pegawai"),
    "q05_nip_number.xlsx": ("BRK-09", "«Sheet», «data pegawai»"),
    "q06_stacked.xlsx": ("BRK-09", "«ES III IV»"),
    "q07_tpp.xlsx": ("BRK-09", "«bpjs», «template»"),
    "q08_blocks.xlsx": ("BRK-09", "«Worksheet»"),
    "q09_many_tables.xlsx": ("BRK-09", "«Worksheet»"),
    "q10_ekinerja.xlsx": ("BRK-09", "«evaluasi», «indikator_utama», «perilaku_kerja»"),
}
"""File to its code, and the words that only its kind has."""


@pytest.mark.skipif(BUILDER is None, reason="../shared/hostile is not here")
def test_each_surveyed_file_gets_its_own_answer_and_harms_no_other(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, str(BUILDER), str(tmp_path / "q")], check=True, capture_output=True
    )
    odd = {path.name: path.read_bytes() for path in (tmp_path / "q").iterdir()}
    office = settle(tmp_path / "kantor", {**sent_by_three(), **odd})

    result = process(office, HERE)

    said = {name: [i for i in result.issues if i.place.file == name] for name in odd}
    assert {name: [i.code.value for i in issues] for name, issues in said.items()} == {
        name: [code] for name, (code, _) in EXPECTED.items()
    }
    for name, (_, words) in EXPECTED.items():
        told = render(said[name][0])
        assert words in f"{told.masalah} {told.sebab}"
        assert told.perbaiki
    verdicts = {file.file: file.verdict for file in result.files}
    assert {verdicts[name] for name in sent_by_three() if name in verdicts} == {
        FileVerdict.DITERIMA
    }
    assert {name for name in odd if verdicts[name] is FileVerdict.DILEWATI} == {"~$q03c_lock.xlsx"}
    assert {verdicts[name] for name in odd} == {FileVerdict.DITOLAK, FileVerdict.DILEWATI}
    assert all(file.rows is None for file in result.files if file.file in odd)
    assert result.rows.seen == sum(file.rows.seen for file in result.files if file.rows)
    assert result.exit_code is ExitCode.ADA_YANG_DITAHAN
