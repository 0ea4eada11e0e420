"""A hand-made run: one unit accepted in part, one file refused, every kind of output."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.law import Ekspektasi, Predikat
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import FileVerdict, Output, PenugasanStatus, PeopleCounts, RowCounts
from kinerja_xlsx.model.run_result import BarisBerkas, PeriodResult, RunResult
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.spec.codes import make_issue

PERIOD = "2026-TW1"
NIP = "198507172010011002"
NAMA = "Contoh Pegawai"


def drawn_run() -> RunResult:
    """Draw a run that ends with 1."""
    return RunResult(
        run="20260401-080000-1",
        periods=(
            PeriodResult(
                PERIOD,
                employees=drawn_people(),
                trails=((drawn_step(),), (), (), ()),
                missing_units=("KEC-SERANG",),
                refused_units=("DISHUB",),
                outputs=drawn_outputs(),
            ),
            PeriodResult(None, outputs=(output("output/tanpa-periode/ditolak/dishub.xlsx"),)),
        ),
        files=(
            berkas("dinkes.xlsx", FileVerdict.SEBAGIAN, RowCounts(1500, 12, 3, 2), withheld=1),
            refused("dishub.xlsx"),
        ),
        issues=(
            *(formula_issue(row) for row in range(12, 16)),
            make_issue(IssueCode.BRK_03, Place("dishub.xlsx")),
            make_issue(IssueCode.LBK_06, Place(""), jumlah="1", unit="KEC-SERANG"),
        ),
    )


def sound_run() -> RunResult:
    """Draw a run that ends with 0."""
    return RunResult(
        run="20260401-080000-1",
        periods=(PeriodResult(PERIOD, employees=drawn_people()[:1], outputs=drawn_outputs()[:2]),),
        files=(berkas("dinkes.xlsx", FileVerdict.DITERIMA, RowCounts(accepted=15)),),
        issues=(),
    )


def berkas(name: str, verdict: FileVerdict, rows: RowCounts, *, withheld: int = 0) -> BarisBerkas:
    return BarisBerkas(name, "9f" * 32, "DINKES", PERIOD, verdict, rows, PeopleCounts(3, withheld))


def refused(name: str) -> BarisBerkas:
    return BarisBerkas(name, "8e" * 32, None, None, FileVerdict.DITOLAK, None)


def output(path: str) -> Output:
    return Output(path, "7d" * 32)


def drawn_outputs() -> tuple[Output, ...]:
    folder = f"output/{PERIOD}"
    return (
        output(f"{folder}/unit/DINKES/Hasil_DINKES_{PERIOD}.xlsx"),
        output(f"{folder}/rekap.xlsx"),
        output(f"{folder}/unit/DINKES/Perbaikan_DINKES_{PERIOD}_r1.xlsx"),
    )


def drawn_people() -> tuple[BarisPegawai, ...]:
    return (
        pegawai(PenugasanStatus.DINILAI, predikat=Predikat.BAIK),
        pegawai(PenugasanStatus.DINILAI),
        pegawai(PenugasanStatus.DITAHAN, alasan="Rumus di sel ini belum dihitung."),
        pegawai(PenugasanStatus.TIDAK_DINILAI, alasan="Cuti sepanjang periode."),
    )


def pegawai(
    status: PenugasanStatus, *, predikat: Predikat | None = None, alasan: str = ""
) -> BarisPegawai:
    """Draw one assignment; only one with a predikat has figures."""
    rating = None if predikat is None else Ekspektasi.SESUAI
    return BarisPegawai(
        period=PERIOD,
        unit="DINKES",
        nip=NIP,
        nama=NAMA,
        jabatan="Perawat Terampil",
        sifat="Definitif",
        mulai=date(2026, 1, 1),
        selesai=None if predikat is None else date(2026, 3, 31),
        status=status,
        alasan=alasan,
        capaian=None if predikat is None else Decimal("104.1667"),
        lengkap=predikat is not None,
        usulan=rating,
        rating_hasil_kerja=rating,
        rating_perilaku=rating,
        predikat=predikat,
    )


def formula_issue(row: int) -> Issue:
    place = Place("dinkes.xlsx", "Hasil Kerja", row, 21, "Realisasi")
    return make_issue(IssueCode.SEL_22, place, nip=NIP, nama=NAMA, value="#REF!")


def drawn_step() -> Step:
    return Step(
        label="Capaian indikator 1.2",
        formula="1.250 ÷ 1.200 × 100",
        result="104,17",
        source="batas_capaian",
        cells=("Hasil Kerja!N12",),
    )
