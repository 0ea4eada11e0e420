"""A unit scored by the real rules, with all that follows from a score; a few words make it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja_xlsx.model.law import Pendekatan, Predikat
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import PeriodeLalu
from kinerja_xlsx.policy import in_force
from kinerja_xlsx.policy.parameter import Override
from kinerja_xlsx.policy.parameters import Parameters, parameters_for
from kinerja_xlsx.score import Dasar, accumulate, score_penugasan, simulate_tpp
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.write.hasil import HasilBook, HasilForm
from tests.hasil_drawn import TW1, book, form, pegawai, penilaian, placed

DASAR = "Perbup Contoh 1/2026"
LALU = TW1.previous
NO_COUNTS: Mapping[str, int] = {}


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


def rated(number: int, hasil_kerja: object, perilaku: object, **person: object) -> HasilForm:
    """Make a form with these two ratings."""
    rating = penilaian(rating_hasil_kerja=hasil_kerja, rating_perilaku=perilaku)
    return form(number, person=pegawai(number, **person), rating=rating)


def before(made: HasilForm, capaian: str | None, predikat: Predikat | None) -> HasilForm:
    """Say what the assignment came to in the period before."""
    value = None if capaian is None else Decimal(capaian)
    return replace(made, lalu=PeriodeLalu(LALU.code, value, predikat))


def unit(forms: Sequence[HasilForm], parameters: Parameters) -> HasilBook:
    """Make the workbook of these forms under these parameters."""
    return book(forms, parameters=parameters)
