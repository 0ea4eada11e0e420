"""A unit scored by the real rules, with all that follows from a score; a few words make it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja_xlsx.model.kinerja_unit import KinerjaUnit, PeriodeUnit
from kinerja_xlsx.model.law import (
    JenisJabatan,
    Jenjang,
    Keadaan,
    Pendekatan,
    Predikat,
    Sifat,
)
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import PeriodeLalu
from kinerja_xlsx.policy import in_force
from kinerja_xlsx.policy.parameter import Override
from kinerja_xlsx.policy.parameters import Parameters, parameters_for
from kinerja_xlsx.score import Dasar, accumulate, score_penugasan, simulate_tpp
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.write.hasil import HasilBook, HasilForm
from tests.hasil_drawn import TW1, book, form, indikator, pegawai, penilaian, placed

DASAR = "Perbup Contoh 1/2026"
LALU = TW1.previous


def chosen(**values: str) -> Parameters:
    """Set parameters as an office would in `Kebijakan`."""
    overrides = [
        Override(NamaParameter(name), date(2022, 1, 1), text, DASAR)
        for name, text in values.items()
    ]
    return parameters_for(TW1, overrides)


def scored(
    made: HasilForm, parameters: Parameters, *, earlier: Sequence[tuple[str, Predikat]] = ()
) -> HasilForm:
    """Score a form by the rules, with its angka kredit and its simulation.

    Args:
        made: The form.
        parameters: As they hold for the period.
        earlier: Periods before, and the predikat of each.
    """
    penugasan = made.penugasan
    score, _ = score_penugasan(
        penugasan,
        pendekatan=Pendekatan.KUANTITATIF,
        policy=in_force(TW1),
        parameters=parameters,
    )
    others = [_then(made, Period.parse(code), predikat) for code, predikat in earlier]
    kredit = accumulate(Dasar(penugasan, TW1, score.predikat), others, parameters)
    tpp = simulate_tpp(penugasan, TW1, score.predikat, parameters)
    score = replace(score, akumulasi=kredit and kredit[0], tpp=tpp and tpp[0])
    return replace(made, score=score)


def _then(made: HasilForm, period: Period, predikat: Predikat) -> Dasar:
    whole = replace(made.penugasan, mulai=period.first, selesai=period.last)
    return Dasar(whole, period, predikat)


def attended(made: HasilForm, **counts: int) -> HasilForm:
    """Add a row of `Kehadiran`, with 62 working days unless said otherwise."""
    values = {"hari_kerja": 62, "hadir": 62 - counts.get("alpa", 0), **counts}
    row = KehadiranRow.model_validate({"nip": made.penugasan.nip, **values})
    kehadiran = placed(row, "Kehadiran", 5)
    return replace(made, penugasan=replace(made.penugasan, kehadiran=kehadiran))


def rated(
    number: int, predikat: Predikat | None, *, rows: Sequence[HasilKerjaRow] | None = None,
    **person: object,
) -> HasilForm:  # fmt: skip
    """Make a form whose ratings come to this predikat."""
    kuadran = in_force(TW1).kuadran
    ratings = next((pair for pair, found in kuadran.items() if found is predikat), (None, None))
    rating = penilaian(
        rating_hasil_kerja=ratings[0],
        rating_perilaku=ratings[1],
        nilai_perilaku=Decimal("95.5"),
    )
    made = form(number, rows, person=pegawai(number, **person), rating=rating)
    row = made.penugasan.pegawai.row
    is_functional = row.jenis_jabatan is JenisJabatan.FUNGSIONAL
    return replace(made, jenjang=row.jenjang if is_functional else None)


def before(made: HasilForm, capaian: str | None, predikat: Predikat | None) -> HasilForm:
    """Say what the assignment came to in the period before."""
    value = None if capaian is None else Decimal(capaian)
    return replace(made, lalu=PeriodeLalu(LALU.code, value, predikat))


def unit(forms: Sequence[HasilForm], parameters: Parameters) -> HasilBook:
    """Make the workbook of these forms under these parameters."""
    return book(forms, parameters=parameters)


def everything(**values: str) -> HasilBook:
    """Make a unit in which every result, and every way of lacking one, occurs."""
    parameters = chosen(
        **{"aturan_tpp": "Perwali Samarinda 31/2022", "mode_angka": "PP 30/2019 70:30", **values}
    )
    weighted = [
        indikator(no, bobot=Decimal(bobot), realisasi=Decimal(realisasi))
        for no, bobot, realisasi in (
            ("1.1", "37.5", 1000),
            ("1.2", "30", 1300),
            ("2.1", "32.5", 7),
        )
    ]
    two_rhk = [indikator("1.1", realisasi=Decimal(611)), indikator("1.2"), indikator("2.1")]
    waiting = [indikator("1.1"), indikator("1.2", realisasi=None)]
    plans: list[tuple[HasilForm, dict[str, int] | None]] = [
        (rated(1, Predikat.SANGAT_BAIK, rows=two_rhk), {"alpa": 4, "terlambat_30": 3}),
        (rated(2, Predikat.BAIK, rows=weighted, jenjang=Jenjang.AHLI_UTAMA), {"tidak_apel": 1}),
        (
            rated(
                3,
                Predikat.BUTUH_PERBAIKAN,
                jenjang=Jenjang.PEMULA,
                keadaan=Keadaan.MUTASI_KELUAR,
                selesai=date(2026, 2, 14),
            ),
            {"alpa": 40},
        ),
        (rated(4, Predikat.KURANG, jenjang=Jenjang.AHLI_MADYA), None),
        (rated(5, Predikat.SANGAT_KURANG, jenis_jabatan=JenisJabatan.PELAKSANA, jenjang=None), {}),
        (rated(6, None, rows=waiting), {"alpa": 1}),
        (rated(7, Predikat.BAIK, sifat=Sifat.PLT, jenjang=Jenjang.TERAMPIL), {"alpa": 1}),
    ]
    earlier = (("2024", Predikat.BAIK), ("2025", Predikat.SANGAT_BAIK))
    forms = [
        scored(
            made if counts is None else attended(made, **counts),
            parameters,
            earlier=earlier if number % 2 else (),
        )
        for number, (made, counts) in enumerate(plans)
    ]
    forms[0] = before(forms[0], "91.25", Predikat.BAIK)
    forms[1] = before(forms[1], "120", Predikat.BAIK)
    forms[2] = before(forms[2], None, Predikat.KURANG)
    forms[4] = before(forms[4], "98.041666666666666666666666667", None)
    tren = (
        PeriodeUnit("2025-TW2", berpredikat=0, baik=0, skm=Decimal("88.305")),
        PeriodeUnit("2025-TW3", berpredikat=7, baik=3, skm=None),
        PeriodeUnit(LALU.code, berpredikat=6, baik=5, skm=Decimal(90)),
    )
    return replace(unit(forms, parameters), kinerja=KinerjaUnit(tren=tren))
