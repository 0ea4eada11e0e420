"""The settings and where each value comes from: a cell, a row of `Kebijakan`, or the default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Final

from kinerja_xlsx import policy, program_name
from kinerja_xlsx.model.diagnosa import Bagian, Kondisi, Pemeriksaan
from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.law import YaTidak
from kinerja_xlsx.model.period import Period, format_date
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.policy.parameters import TABLES
from kinerja_xlsx.report.hitungan import count
from kinerja_xlsx.run.attempt import Failure
from kinerja_xlsx.run.batas import fault_issue
from kinerja_xlsx.run.executor import Executor, worker_count
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.pengaturan import SettingsOutcome, overrides_of, read_settings_file
from kinerja_xlsx.run.workspace import PENGATURAN, Workspace
from kinerja_xlsx.spec.judul import TITLES
from kinerja_xlsx.spec.pengaturan import InstansiForm
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.row import columns_of

_PERSONAL: Final = frozenset({"pejabat_pengesah", "nip_pengesah"})
"""Fields of which is only told that they are filled in."""
_DEFAULT: Final = "bawaan"
_CHECK: Final = (
    f"Jalankan «{program_name()} periksa input/{PENGATURAN}», lalu betulkan yang disebut."
)
_LEGEND: Final = (
    "Kolom terakhir: dasar hukumnya; – berarti belum diatur peraturan. Nilai bawaan diganti di "
    "lembar Kebijakan."
)


@dataclass(frozen=True, slots=True)
class SetelanTerbaca:
    """The settings with the cells of sheet `Instansi` that they come from, by field."""

    outcome: SettingsOutcome
    cells: Mapping[str, str]


def read_setelan(path: Path) -> SetelanTerbaca:
    """Read the settings in a worker; small enough to come back."""
    outcome, submission = read_settings_file(path)
    cells = {
        label.field: f"{label.sheet}!{column_letters(label.column)}{label.row}"
        for label in (submission.labels if submission else ())
        if label.value is not None
    }
    return SetelanTerbaca(outcome, cells)


def look_at_settings(
    workspace: Workspace, options: RunOptions, executor: Executor, today: date
) -> Iterator[Bagian]:
    """Tell every setting with its origin, on one screen for each kind."""
    terbaca, found = _read(workspace, executor)
    settings = terbaca.outcome.settings if terbaca else None
    own = tuple(_instansi(terbaca)) if terbaca else ()
    yield Bagian(
        "pengaturan",
        "Pengaturan.xlsx",
        (found, *own, *(_sheets(settings) if settings else ())),
        kode=ExitCode.PENGATURAN_SALAH,
    )
    yield _parameters(settings, options.period or _latest_open(settings, today))
    yield Bagian("pilihan", "Pilihan perintah proses", tuple(_options(workspace, options)))


def _read(workspace: Workspace, executor: Executor) -> tuple[SetelanTerbaca | None, Pemeriksaan]:
    if not workspace.pengaturan.exists():
        text = "tidak ada; nilai bawaan yang dipakai"
        cure = "Tanpa berkas ini daftar pegawai diambil dari isian. Buat dengan perintah mulai."
        return None, Pemeriksaan("Berkas", text, Kondisi.PERHATIKAN, cure)
    ((_, terbaca),) = executor.run(read_setelan, [workspace.pengaturan], is_timed=True)
    if isinstance(terbaca, Failure):
        issue = fault_issue(PENGATURAN, terbaca, executor.batas)
        text = f"tidak dapat dibaca: {TITLES[issue.code]} ({issue.code.value})"
        return None, Pemeriksaan("Berkas", text, Kondisi.PERBAIKI, _CHECK)
    settings = terbaca.outcome.settings
    if settings is None:
        text = f"belum dapat dipakai; {count(len(terbaca.outcome.issues))} masalah"
        return terbaca, Pemeriksaan("Berkas", text, Kondisi.PERBAIKI, _CHECK)
    if settings.withheld_rows:
        text = f"terbaca; {count(settings.withheld_rows)} baris ditahan"
        return terbaca, Pemeriksaan("Berkas", text, Kondisi.PERHATIKAN, _CHECK)
    return terbaca, Pemeriksaan("Berkas", "terbaca; tidak ada baris yang ditahan")


def _instansi(terbaca: SetelanTerbaca) -> Iterator[Pemeriksaan]:
    settings = terbaca.outcome.settings
    if settings is None:
        return
    for spec in columns_of(InstansiForm):
        value = getattr(settings.instansi, spec.field)
        cell = terbaca.cells.get(spec.field)
        asal = cell or _DEFAULT
        if value is None:
            yield Pemeriksaan(spec.heading, "tidak diisi")
        elif spec.field in _PERSONAL:
            yield Pemeriksaan(spec.heading, "diisi", asal=asal)
        else:
            text = value.value if isinstance(value, Enum) else str(value)
            yield Pemeriksaan(spec.heading, text, asal=asal)


def _sheets(settings: Settings) -> Iterator[Pemeriksaan]:
    closed = sum(row.tertutup is YaTidak.YA for row in settings.periods.values())
    opened = len(settings.periods) - closed
    counts = {
        "Unit": f"{count(len(settings.units))} unit",
        "Pegawai": f"{count(len(settings.roster))} penugasan",
        "Pejabat": f"{count(len(settings.pejabat))} pejabat",
        "Periode": f"{count(opened)} terbuka, {count(closed)} tertutup",
        "Kebijakan": f"{count(len(settings.kebijakan))} parameter diganti",
        "Katalog Indikator": f"{count(len(settings.katalog))} indikator",
        "Alias": f"{count(len(settings.aliases))} sebutan",
    }
    for sheet, text in counts.items():
        yield Pemeriksaan(sheet, text, asal=f"lembar {sheet}")


def _latest_open(settings: Settings | None, today: date) -> Period:
    """Choose the period whose parameters are shown: the last open one, or this month."""
    opened = [
        Period.parse(code)
        for code, row in (settings.periods if settings else {}).items()
        if row.tertutup is not YaTidak.YA
    ]
    this_month = Period(today.year, today.month, 1)
    return max(opened, key=lambda one: (one.last, one.months), default=this_month)


def _parameters(settings: Settings | None, period: Period) -> Bagian:
    head = f"Parameter penilaian, {period.label}"
    try:
        rules = policy.in_force(period)
        rows = tuple(_parameter_rows(settings, period))
    except policy.NoPolicyError:
        text = "belum ada aturan penilaian yang dikenal untuk periode itu"
        cure = f"Sebut periode sejak {format_date(policy.first_policy().since)} dengan --periode."
        missing = Pemeriksaan("Aturan", text, Kondisi.PERHATIKAN, cure)
        return Bagian("parameter", head, (missing,))
    return Bagian("parameter", head, (Pemeriksaan("Aturan", rules.name), *rows), kaki=_LEGEND)


def _parameter_rows(settings: Settings | None, period: Period) -> Iterator[Pemeriksaan]:
    overrides = overrides_of(settings)
    numbers = settings.kebijakan_numbers if settings else ()
    for name, table in TABLES.items():
        setting = table.at(period.last, overrides)
        own = table.override_at(period.last, overrides)
        asal = _DEFAULT if own is None else f"Kebijakan baris {numbers[overrides.index(own)]}"
        value = setting.text.partition(": ")[2].strip()
        yield Pemeriksaan(name.value, value, asal=asal, dasar=setting.legal_basis or "")


def _options(workspace: Workspace, options: RunOptions) -> Iterator[Pemeriksaan]:
    is_here = workspace.root == Path.cwd()
    yield Pemeriksaan(
        "--ruang",
        "folder sekarang" if is_here else "folder yang disebut",
        asal=_DEFAULT if is_here else "--ruang",
    )
    period = options.period
    yield Pemeriksaan(
        "--periode",
        period.label if period else "semua periode yang terbuka",
        asal="--periode" if period else _DEFAULT,
    )
    workers = worker_count(options.workers)
    yield Pemeriksaan(
        "--pekerja",
        f"{workers}, sebanyak inti prosesor" if options.workers is None else str(workers),
        asal="--pekerja" if options.workers else _DEFAULT,
    )
    for name, text in (
        ("--batas-memori", f"{options.batas.memori} MB bagi satu pekerja"),
        ("--batas-detik", f"{options.batas.detik} detik bagi satu berkas"),
        ("--pdf", "tanpa PDF"),
        ("--per-pegawai", "tidak"),
        ("--siap-cetak", "tidak"),
        ("--arsip", "berkas input tetap di tempatnya"),
    ):
        yield Pemeriksaan(name, text, asal=_DEFAULT)
