"""What the agency's recap of one period is filled with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.kinerja_unit import BarisPembinaan
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import UsulPerubahan
from kinerja_xlsx.model.run_result import PeriodResult, RunResult
from kinerja_xlsx.policy import NoPolicyError
from kinerja_xlsx.policy.parameters import Parameters, parameters_for
from kinerja_xlsx.run.mutu_unit import mutu_units
from kinerja_xlsx.run.pengaturan import overrides_of
from kinerja_xlsx.run.roster import touches
from kinerja_xlsx.score import group_units, hardly_reached, pool_units, rank_moves, rank_units
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.tertahan import cause_of, held_issues
from kinerja_xlsx.write.rekap import Pengesah, RekapBook, UnitDitunggu


def rekap_book(
    result: RunResult,
    period: PeriodResult,
    settings: Settings | None,
    changes: Sequence[UsulPerubahan],
) -> RekapBook:
    """Gather what the agency's recap of one period shows."""
    instansi = settings.instansi if settings else None
    parameters = _parameters(Period.parse(period.period or ""), settings)
    files = tuple(file for file in result.files if file.period == period.period)
    return RekapBook(
        instansi=instansi.nama_instansi if instansi else "",
        kertas=instansi.kertas if instansi else Kertas.F4,
        period=Period.parse(period.period or ""),
        units=period.units,
        employees=period.employees,
        files=files,
        changes=tuple(changes),
        ditunggu=_ditunggu(period, settings),
        pengesah=_pengesah(settings),
        induk=group_units(period.units),
        kepuasan=pool_units(period.units),
        gerak=rank_moves(period.units, parameters.unit_kecil.value) if parameters else (),
        indikator=hardly_reached(period.units),
        mutu=mutu_units(files, result.issues, period.units),
        peringkat=rank_units(period.units),
        pembinaan=tuple(_pembinaan(result, period.period or "")),
        parameters=parameters,
        held_settings=tuple(cause_of(issue) for issue in held_issues(result.issues)),
    )


def _ditunggu(period: PeriodResult, settings: Settings | None) -> Mapping[str, UnitDitunggu]:
    """Say how many assignments each unit that has not sent would send, and whom to ask."""
    if settings is None:
        return {}
    waited = {unit.kode for unit in period.units if not unit.terkirim}
    this = Period.parse(period.period or "")
    many = Counter(row.kode_unit for row in settings.roster if touches(row, this))
    found = {kode: settings.units[kode] for kode in sorted(waited & settings.units.keys())}
    return {kode: UnitDitunggu(many[kode], row.kontak or "") for kode, row in found.items()}


def _pengesah(settings: Settings | None) -> Pengesah | None:
    """Say who signs the recap, where the settings name somebody."""
    instansi = settings.instansi if settings else None
    if instansi is None or not instansi.pejabat_pengesah:
        return None
    return Pengesah(
        instansi.tempat,
        instansi.jabatan_pengesah or "",
        instansi.pejabat_pengesah,
        instansi.nip_pengesah or "",
    )


def _parameters(period: Period, settings: Settings | None) -> Parameters | None:
    """Look up the parameters of a period; None before the first regulation."""
    try:
        return parameters_for(period, overrides_of(settings))
    except NoPolicyError:
        return None


def _pembinaan(result: RunResult, period: str) -> Iterator[BarisPembinaan]:
    """List the days without a reason that a message of this period tells of."""
    units = {file.file: file.unit for file in result.files if file.period == period}
    for issue in result.issues:
        place = issue.place
        if issue.code is not IssueCode.LTS_22 or place.file not in units:
            continue
        words = dict(issue.context)
        yield BarisPembinaan(
            unit=units[place.file] or "",
            nip=issue.nip or "",
            nama=issue.nama or "",
            hari=int(issue.value or ""),
            setahun=int(words["jumlah"]),
            langkah=words["langkah"],
            sel=f"{place.file} › {place.sheet}!{place.cell}",
        )
