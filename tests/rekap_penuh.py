"""An agency with everything the recap can show: two periods, services, angka kredit, TPP."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.kebijakan import AturanTpp, BasisPotongan
from kinerja_xlsx.model.kinerja_unit import (
    BarisLayanan,
    BarisPembinaan,
    IndikatorKota,
    IndikatorUnit,
    KelompokUnit,
    KepuasanUnit,
    KinerjaUnit,
    MutuUnit,
    PerbandinganUnit,
    PeriodeUnit,
)
from kinerja_xlsx.model.law import Arah, Jenjang, Predikat
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.rekap import BarisPegawai, BarisUnit, PeriodeLalu
from kinerja_xlsx.model.score import AkumulasiAngkaKredit, AngkaKredit, Distribusi, SimulasiTpp
from kinerja_xlsx.policy.parameter import Override
from kinerja_xlsx.policy.parameters import Parameters, parameters_for
from kinerja_xlsx.score.kepuasan import pool, pool_units, score_kepuasan
from kinerja_xlsx.score.pergerakan import rank_moves
from kinerja_xlsx.score.peringkat import rank_units
from kinerja_xlsx.spec.kepuasan import UNSUR, KepuasanRow
from kinerja_xlsx.spec.penugasan import Placed
from kinerja_xlsx.write.rekap import Pengesah
from tests.hasil_drawn import TW1, nip_of
from tests.rekap_drawn import DINKES, SETDA, agency, orang

if TYPE_CHECKING:
    from kinerja_xlsx.model.score import KepuasanScore
    from kinerja_xlsx.write.rekap import RekapBook

BEFORE = TW1.previous.code
BAIK, SANGAT_BAIK = Predikat.BAIK, Predikat.SANGAT_BAIK
ANSWERS = ("3.4", "3.25", "3.3333", "4", "3.1", "3.7", "3.9", "2.8", "3.05")
LOWER = ("3", "3.25", "2.9", "3.5", "3.1", "3.2", "3.9", "2.8", "3.05")


def survey(layanan: str, responden: int, unsur: tuple[str, ...] = ANSWERS) -> KepuasanScore:
    """Score one service."""
    values = dict(zip(UNSUR, map(Decimal, unsur), strict=True))
    row = KepuasanRow(layanan=layanan, responden=responden, **values)
    columns = {name: column for column, name in enumerate(UNSUR, start=4)}
    (found,) = score_kepuasan([Placed(row, "pkm.xlsx", "Kepuasan", 5, columns)])
    return found


def surveyed(now: tuple[KepuasanScore, ...], then: tuple[KepuasanScore, ...]) -> KepuasanUnit:
    return KepuasanUnit(now, pool(now), then, pool(then))


def served(dulu: str | None, kini: str | None, arah: Arah = Arah.NAIK) -> BarisLayanan:
    """Draw one indicator that counts people served."""
    return BarisLayanan(
        nama="Contoh Pegawai 1", sifat="Definitif", no_indikator="1.1",
        indikator="Jumlah pasien rawat jalan", satuan="pasien", arah=arah,
        dulu=None if dulu is None else Decimal(dulu),
        kini=None if kini is None else Decimal(kini), sel="Hasil Kerja!R5",
    )  # fmt: skip


def spread(sangat_baik: int, baik: int, total: int, *, is_small: bool = False) -> Distribusi:
    """Draw the people of a unit; the rest are at Butuh Perbaikan."""
    people = {SANGAT_BAIK: sangat_baik, BAIK: baik}
    people[Predikat.BUTUH_PERBAIKAN] = total - sangat_baik - baik
    return Distribusi(
        None, tuple((one, people.get(one, 0)) for one in Predikat), total, total, (), (),
        is_small=is_small, dominance=None,
    )  # fmt: skip


def unit(kode: str, distribusi: Distribusi, kinerja: KinerjaUnit | None = None) -> BarisUnit:
    return replace(DINKES, kode=kode, nama=f"Unit {kode}", distribusi=distribusi, kinerja=kinerja)


MOVED = PerbandinganUnit(
    BEFORE, tuple((one, 4 if one is BAIK else 2) for one in Predikat), naik=3, tetap=6, turun=1,
    belum_dibandingkan=2, baru=4, keluar=1, median_dulu=Decimal("91.25"),
    median_kini=Decimal("96.4"),
)  # fmt: skip
UNITS = (
    unit(
        "DINKES",
        spread(4, 8, 18),
        KinerjaUnit(
            MOVED,
            surveyed(
                (survey("Rawat jalan", 150), survey("Loket", 41, LOWER)),
                (survey("rawat  jalan", 90, LOWER), survey("Laboratorium", 20)),
            ),
            (
                served("1200", "1250.5"),
                served("30", "30"),
                served("9", "12", Arah.TURUN),
                served(None, "7"),
                served("7", None),
            ),
            tren=(
                PeriodeUnit("2025-TW2", 12, 6, None),
                PeriodeUnit("2025-TW4", 10, 8, Decimal("81.25")),
            ),
        ),
    ),
    unit(
        "DISDIK",
        spread(0, 10, 15),
        KinerjaUnit(tren=(PeriodeUnit("2025-TW4", 0, 0, None),)),
    ),
    unit("PKM", spread(12, 0, 12), KinerjaUnit(kepuasan=surveyed((), (survey("Loket", 12),)))),
    unit("pkm", spread(1, 2, 5, is_small=True),
         KinerjaUnit(kepuasan=surveyed((survey("Gizi", 10),), ()))),
    SETDA,
)  # fmt: skip


def kredit(bulan: int, nilai: str) -> AkumulasiAngkaKredit:
    """Draw what a period earned after an earlier one."""
    item = AngkaKredit(TW1.code, bulan, BAIK, Decimal(100), Decimal(25), Decimal(nilai))
    earlier = AngkaKredit("2025", 12, BAIK, Decimal(100), Decimal("12.5"), Decimal("12.5"))
    return AkumulasiAngkaKredit((earlier, item), Decimal(20), Decimal(50), None)


def tpp(bulan: int, potongan: str | None, basis: BasisPotongan) -> SimulasiTpp:
    """Simulate the predikat Baik, which pays all of the part of work, by its default weight."""
    if potongan is None:
        return SimulasiTpp(Decimal(100), None, None, bulan, None)
    cut = Decimal(potongan)
    persen = 100 - (cut if basis is BasisPotongan.SELURUH else cut * 4 / 10)
    return SimulasiTpp(Decimal(100), cut, persen, bulan, persen * bulan / 3)


def rules(basis: BasisPotongan) -> Parameters:
    """Give the parameters of an office that simulates TPP."""
    chosen = {NamaParameter("aturan_tpp"): AturanTpp.KAB_SERANG.value}
    chosen[NamaParameter("basis_potongan_tpp")] = basis.value
    return parameters_for(TW1, [Override(name, TW1.first, text) for name, text in chosen.items()])


def pegawai(
    basis: BasisPotongan = BasisPotongan.KEHADIRAN,
) -> tuple[BarisPegawai, ...]:
    """Draw people with one assignment, with two, with one still open, and without any figure."""
    muda = Jenjang.AHLI_MUDA
    lalu = PeriodeLalu(BEFORE, Decimal("91.125"), BAIK)
    one, two, three = (replace(orang(number), jenjang=muda) for number in (1, 2, 3))
    unrated = SimulasiTpp(None, Decimal(0), None, 1, None)
    return (
        replace(one, akumulasi=kredit(3, "6.25"), tpp=tpp(3, "2.5", basis), lalu=lalu),
        replace(two, akumulasi=kredit(1, "2.083"), tpp=tpp(2, "0", basis), lalu=lalu),
        replace(
            two, unit="PKM", akumulasi=kredit(2, "4.167"), tpp=tpp(2, "1.125", basis), lalu=lalu
        ),
        replace(three, akumulasi=kredit(2, "4.167"), tpp=tpp(2, "0", basis)),
        replace(orang(3, predikat=None), jenjang=muda, tpp=unrated, unit="PKM"),
        replace(orang(4, predikat=None), jenjang=muda, lalu=lalu),
        replace(orang(5), predikat=SANGAT_BAIK, lalu=lalu, tpp=tpp(3, None, basis)),
        replace(orang(7), predikat=Predikat.KURANG, lalu=PeriodeLalu(BEFORE, None, SANGAT_BAIK)),
    )


MUTU = (
    MutuUnit(
        "DINKES", "Unit DINKES", berkas=2, ditolak=1, terlihat=40, dibetulkan=5, ditahan=10,
        masalah=((IssueCode.SEL_11, 4), (IssueCode.LBR_09, 1), (IssueCode.SEL_12, 1)),
    ),
    MutuUnit(
        "PKM", "Unit PKM", berkas=1, ditolak=0, terlihat=30, dibetulkan=1, ditahan=0,
        masalah=((IssueCode.SEL_28, 1),),
    ),
    MutuUnit(
        None, "", berkas=1, ditolak=1, terlihat=0, dibetulkan=0, ditahan=0,
        masalah=((IssueCode.BRK_12, 1),),
    ),
)  # fmt: skip
INDUK = (
    KelompokUnit("DINKES", "Unit DINKES", ("DINKES", "PKM", "pkm")),
    KelompokUnit("KOTA", "KOTA", ("SETDA",)),
)


INDIKATOR = (
    IndikatorKota(
        IndikatorUnit("Waktu tunggu rawat jalan", "menit", Arah.TURUN, 12, 0),
        ("Unit DINKES", "Unit PKM", "Unit pkm", "Unit RSUD"),
    ),
    IndikatorKota(IndikatorUnit("Laporan tepat waktu", "", None, 8, 2), ("Unit DISDIK",)),
)


def full_agency(basis: BasisPotongan = BasisPotongan.KEHADIRAN) -> RekapBook:
    """Draw it all."""
    return agency(
        units=UNITS,
        employees=pegawai(basis),
        peringkat=rank_units(UNITS),
        parameters=rules(basis),
        pengesah=Pengesah("Serang", "Kepala BKPSDM", "Contoh Kepala, M.Si.", nip_of(9)),
        induk=INDUK,
        kepuasan=pool_units(UNITS),
        gerak=rank_moves(UNITS, 10),
        indikator=INDIKATOR,
        mutu=MUTU,
        pembinaan=(
            BarisPembinaan(
                "DINKES", nip_of(1), "Contoh Pegawai 1", 4, 6, "teguran tertulis",
                "pkm.xlsx › Kehadiran!K5",
            ),
        ),
    )  # fmt: skip
