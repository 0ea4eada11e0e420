"""Lines of the recap: one for each assignment, sent or not."""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.model.law import Jenjang
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.run.alasan import Reasons
from kinerja_xlsx.run.muat_unit import Line
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.score import earns
from kinerja_xlsx.spec.pengaturan import RosterRow

ABSENT_REASON: Final = "Tidak ada dalam berkas unit."
"""Why there is nothing about a person whom the roster names."""


def employee_line(task: UnitTask, line: Line, reasons: Reasons) -> BarisPegawai:
    """Write one assignment as a line of the recap."""
    subject, score = line.subject, line.score
    return BarisPegawai(
        period=task.period.code,
        unit=task.unit,
        nip=subject.nip,
        nama=subject.nama,
        jabatan=subject.jabatan,
        sifat=subject.sifat,
        mulai=subject.mulai,
        selesai=subject.selesai,
        status=line.status,
        alasan=reasons.of(line),
        capaian=score.capaian if score else None,
        lengkap=score.lengkap if score else True,
        usulan=score.usulan_hasil_kerja if score else None,
        rating_hasil_kerja=score.rating_hasil_kerja if score else None,
        rating_perilaku=score.rating_perilaku if score else None,
        predikat=score.predikat if score else None,
        lalu=line.lalu,
        jenjang=jenjang_of(line) if score else None,
        angka=score.angka if score else None,
        akumulasi=score.akumulasi if score else None,
        tpp=score.tpp if score else None,
    )


def jenjang_of(line: Line) -> Jenjang | None:
    """Give the level of a post that earns angka kredit."""
    penugasan = line.subject.penugasan
    if penugasan is None or not earns(penugasan.pegawai.row):
        return None
    return penugasan.pegawai.row.jenjang


def absent_line(task: UnitTask, row: RosterRow) -> BarisPegawai:
    """Write an assignment that was not sent as a line of the recap, by what the roster says."""
    period = task.period
    return BarisPegawai(
        period=period.code,
        unit=task.unit,
        nip=row.nip,
        nama=row.nama,
        jabatan=row.jabatan,
        sifat=row.sifat.value,
        mulai=max(row.mulai or period.first, period.first),
        selesai=min(row.selesai or period.last, period.last),
        status=PenugasanStatus.TIDAK_DIKIRIM,
        alasan=ABSENT_REASON,
        capaian=None,
        lengkap=True,
        usulan=None,
        rating_hasil_kerja=None,
        rating_perilaku=None,
        predikat=None,
    )
