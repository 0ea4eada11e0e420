"""Sheets of the settings that steer checks and results: periods, policy, catalogue, aliases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from kinerja_xlsx.model.kebijakan import AturanTpp, ModeAngka
from kinerja_xlsx.model.law import Agregasi, FormulirPegawai, LembarTambahan, YaTidak
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.demo.rhk_kesehatan import KESEHATAN
from kinerja_xlsx.run.demo.rhk_teknis import TEKNIS
from kinerja_xlsx.run.demo.seed import Ukuran
from kinerja_xlsx.spec.katalog import AliasRow, KatalogRow, KebijakanRow, LembarAlias
from kinerja_xlsx.spec.pengaturan import PeriodeRow

_DAYS_TO_SEND: Final = 10
_QUARTERS: Final = 4
_DASAR: Final = "Keputusan contoh 1/2026 (rekaan)"
_POSTS: Final = (
    ("Perawat Terampil", KESEHATAN["perawat"]),
    ("Bidan Terampil", KESEHATAN["bidan"]),
    ("Analis Sumber Daya Manusia Aparatur Ahli Pertama", TEKNIS["kepegawaian"]),
)
"""Posts whose indicators the agency has laid down; the first of each is obligatory."""


def open_periods(period: Period, closed: tuple[str, ...]) -> tuple[PeriodeRow, ...]:
    """List the period that is open, with all optional sheets and forms, and those before."""
    rows = [
        PeriodeRow(kode=code, batas_kirim=_until(Period.parse(code)), tertutup=YaTidak.YA)
        for code in closed
    ]
    now = PeriodeRow(
        kode=period.code,
        batas_kirim=_until(period),
        lembar_tambahan=tuple(LembarTambahan),
        formulir=tuple(FormulirPegawai),
    )
    return (*rows, now)


def _until(period: Period) -> date:
    return period.last + timedelta(days=_DAYS_TO_SEND)


def make_kebijakan(period: Period) -> tuple[KebijakanRow, ...]:
    """Switch on what is off by default, so that it can be seen; one line names no legal basis."""
    chosen = (
        (NamaParameter.ATURAN_TPP, AturanTpp.KAB_SERANG.value, _DASAR),
        (NamaParameter.BOBOT_KINERJA_TPP, "70", None),
        (NamaParameter.MODE_ANGKA, ModeAngka.PP_30_2019_70.value, _DASAR),
    )
    return tuple(
        KebijakanRow(
            parameter=parameter,
            nilai=nilai,
            berlaku_mulai=date(period.year, 1, 1),
            dasar_hukum=dasar,
        )
        for parameter, nilai, dasar in chosen
    )


def make_katalog() -> Iterator[KatalogRow]:
    """List the indicators of some posts."""
    for jabatan, rhk in _POSTS:
        ukuran = [one for part in rhk for one in part.ukuran if isinstance(one, Ukuran)]
        for number, one in enumerate(ukuran):
            yield KatalogRow(
                jabatan=jabatan,
                indikator=one.indikator,
                aspek=one.aspek,
                satuan=one.satuan,
                arah=one.arah,
                agregasi=one.agregasi,
                target_lazim=_usual(one),
                wajib=YaTidak.YA if number == 0 else YaTidak.TIDAK,
            )


def _usual(ukuran: Ukuran) -> Decimal:
    """Take the middle of what is drawn, for a year."""
    middle = Decimal(str(sum(ukuran.target))) / 2
    return middle * _QUARTERS if ukuran.agregasi is Agregasi.JUMLAH else middle


def make_alias() -> tuple[AliasRow, ...]:
    """Name the other word that some offices use for Bukti Dukung."""
    lembar = LembarAlias.HASIL_KERJA
    return (AliasRow(lembar=lembar, kolom=_BUKTI, sebutan_lain=EVIDEN),)


EVIDEN: Final = "Eviden"
_BUKTI: Final = "Bukti Dukung"
