"""Sound rows for the tests of scoring: one indicator, one assignment, one line at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

from kinerja_xlsx import policy
from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.law import (
    Agregasi,
    Arah,
    Ekspektasi,
    JenisHasilKerja,
    JenisJabatan,
    NilaiPerilaku,
    Pendekatan,
    Predikat,
    StatusAsn,
)
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import Score, Step
from kinerja_xlsx.policy.parameter import Override
from kinerja_xlsx.policy.parameters import Parameters, parameters_for
from kinerja_xlsx.score.capaian import Indikator, score_indikator
from kinerja_xlsx.score.gabungan import Gabungan
from kinerja_xlsx.score.pegawai import score_penugasan
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.penugasan import Penugasan, Placed
from kinerja_xlsx.spec.row import SheetRow, columns_of

PERIOD: Final = Period.parse("2026-TW1")
POLICY: Final = policy.in_force(PERIOD)
PARAMETERS: Final = parameters_for(PERIOD)
NIP: Final = "198507172010011002"
FILE: Final = "dinkes.xlsx"
PERILAKU_FIELDS: Final = tuple(nilai.name.lower() for nilai in NilaiPerilaku)


RowT = TypeVar("RowT", bound=SheetRow)


def place(row: RowT, number: int = 5) -> Placed[RowT]:
    columns = {spec.field: at for at, spec in enumerate(columns_of(type(row)), start=2)}
    return Placed(row, FILE, type(row).sheet, number, columns)


def indikator(no: str = "1.1", **values: Any) -> HasilKerjaRow:
    """Draw an indicator; figures may be given as texts or whole numbers."""
    figures = ("target", "target_atas", "bobot", "realisasi", "pembilang", "penyebut")
    drawn: dict[str, Any] = {
        "nip": NIP,
        "no_rhk": int(no.split(".", maxsplit=1)[0]),
        "no_indikator": no,
        "jenis": JenisHasilKerja.UTAMA,
        "rencana_hasil_kerja": "Terlayaninya pasien rawat jalan",
        "indikator": "Jumlah pasien",
        "target": Decimal(100),
        "satuan": "persen",
        "arah": Arah.NAIK,
        "agregasi": Agregasi.JUMLAH,
    }
    drawn |= {
        name: Decimal(str(value)) if name in figures and value is not None else value
        for name, value in values.items()
    }
    return HasilKerjaRow(**drawn)


def tambahan(no: str, **values: Any) -> HasilKerjaRow:
    return indikator(no, jenis=JenisHasilKerja.TAMBAHAN, **values)


def penilaian(
    hasil_kerja: Ekspektasi | None = None,
    perilaku: Ekspektasi | None = None,
    nilai: Sequence[Ekspektasi | None] = (),
) -> PenilaianRow:
    values: dict[str, Any] = dict(zip(PERILAKU_FIELDS, nilai, strict=False))
    return PenilaianRow(
        nip=NIP, rating_hasil_kerja=hasil_kerja, rating_perilaku=perilaku, **values
    )


def penugasan(
    *rows: HasilKerjaRow, rated: PenilaianRow | None = None, nama: str = "Contoh, S.Kep."
) -> Penugasan:
    pegawai = PegawaiRow(
        nip=NIP,
        nama=nama,
        status_asn=StatusAsn.PNS,
        jabatan="Perawat",
        jenis_jabatan=JenisJabatan.FUNGSIONAL,
        penilai="KADIS",
    )
    return Penugasan(
        unit="DINKES",
        pegawai=place(pegawai),
        indikator=tuple(place(row, number) for number, row in enumerate(rows, start=5)),
        penilaian=None if rated is None else place(rated),
        mulai=PERIOD.first,
        selesai=PERIOD.last,
    )


def score(
    *rows: HasilKerjaRow,
    rated: PenilaianRow | None = None,
    pendekatan: Pendekatan = Pendekatan.KUANTITATIF,
    parameters: Parameters = PARAMETERS,
) -> tuple[Score, tuple[Issue, ...]]:
    return score_penugasan(
        penugasan(*rows, rated=rated),
        pendekatan=pendekatan,
        policy=POLICY,
        parameters=parameters,
    )


def parameters_with(chosen: Mapping[str, str], period: Period = PERIOD) -> Parameters:
    """Set parameters as an office does in `Kebijakan`: name to text."""
    since = date(2022, 1, 1)
    return parameters_for(
        period, [Override(NamaParameter(name), since, text) for name, text in chosen.items()]
    )


def score_rolled(row: HasilKerjaRow, found: Gabungan) -> Indikator:
    """Score an indicator whose realisasi was put together from shorter periods."""
    return score_indikator(
        place(row),
        pendekatan=Pendekatan.KUANTITATIF,
        policy=POLICY,
        parameters=PARAMETERS,
        gabungan=found,
    )


def step(scored: Score, label: str) -> Step:
    return next(item for item in scored.trail if item.label == label)


def baris(nip: str = NIP, **values: Any) -> BarisPegawai:
    """Draw an accepted line with the predikat Baik."""
    line = BarisPegawai(
        period="2026-TW1",
        unit="DINKES",
        nip=nip,
        nama="Contoh, S.Kep.",
        jabatan="Perawat",
        sifat="Definitif",
        mulai=date(2026, 1, 1),
        selesai=date(2026, 3, 31),
        status=PenugasanStatus.DINILAI,
        alasan="",
        capaian=Decimal("97.5"),
        lengkap=True,
        usulan=Ekspektasi.SESUAI,
        rating_hasil_kerja=Ekspektasi.SESUAI,
        rating_perilaku=Ekspektasi.SESUAI,
        predikat=Predikat.BAIK,
    )
    return replace(line, **values)
