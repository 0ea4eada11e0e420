"""Makes a workspace of N synthetic employees: settings and one filled Isian for each unit."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.book import ISIAN, PENGATURAN
from kinerja_xlsx.write.template import BookContent, render_book

PERIOD: Final = Period.parse("2026-TW1")
RHK: Final = 4
INDIKATOR_OF_RHK: Final = (1, 3)
SMALLEST: Final = 20
LARGEST: Final = 360
_EKSPEKTASI: Final = ("Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi")
_NILAI: Final = (
    "berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif",
    "kolaboratif",
)  # fmt: skip
Cells = Mapping[str, CellValue]


@dataclass(frozen=True, slots=True)
class _Person:
    """One synthetic employee."""

    unit: str
    nip: str
    nama: str
    penilai: str

    @property
    def row(self) -> dict[str, CellValue]:
        return {
            "nip": self.nip,
            "nama": self.nama,
            "status_asn": "PNS",
            "golongan": "III/c",
            "jabatan": "Analis Contoh Ahli Muda",
            "jenis_jabatan": "Fungsional",
            "jenjang": "Ahli Muda",
            "penilai": self.penilai,
        }


def make_workspace(root: Path, employees: int, seed: int = 7, *, is_bad: bool = False) -> int:
    """Write `Pengaturan.xlsx` and the Isian files.

    Args:
        root: Folder of the new workspace.
        employees: How many employees.
        seed: Same seed, same bytes.
        is_bad: No row of `Hasil Kerja` and no rating is as it should be.

    Returns:
        The number of rows of `Hasil Kerja`.
    """
    rng = random.Random(seed)  # noqa: S311 - synthetic data, nothing secret
    for name in ("input", "output", "templates"):
        (root / name).mkdir(parents=True, exist_ok=True)
    units = list(_units(rng, employees))
    people = [person for unit in units for person in unit]
    (root / "input" / "Pengaturan.xlsx").write_bytes(_settings(units, people))
    rows = 0
    for unit in units:
        work = [row for person in unit for row in _work(rng, person)]
        if is_bad:
            work = [{**row, "realisasi": "belum tahu", "satuan": None} for row in work]
        rows += len(work)
        name = f"Isian_{unit[0].unit}_{PERIOD}.xlsx"
        (root / "input" / name).write_bytes(_isian(rng, unit, work))
    return rows


def _units(rng: random.Random, employees: int) -> Iterator[list[_Person]]:
    made = 0
    number = 0
    while made < employees:
        size = min(employees - made, rng.randint(SMALLEST, LARGEST))
        number += 1
        unit: list[_Person] = []
        for index in range(size):
            nip = _nip(rng, made + index)
            penilai = unit[0].nip if unit else "WALIKOTA"
            unit.append(_Person(f"U{number:03d}", nip, f"Contoh Pegawai {made + index}", penilai))
        made += size
        yield unit


def _nip(rng: random.Random, number: int) -> str:
    """Make a lawful NIP; birth date and serial together are unique for each number."""
    born = date(1966, 1, 1) + timedelta(days=number % 11_000)
    started = date(born.year + 24, rng.randint(1, 12), 1)
    return f"{born:%Y%m%d}{started:%Y%m}{rng.randint(1, 2)}{number // 11_000 + 1:03d}"


def _work(rng: random.Random, person: _Person) -> Iterator[Cells]:
    for rhk in range(1, RHK + 1):
        for number in range(1, rng.randint(*INDIKATOR_OF_RHK) + 1):
            target = rng.randint(10, 1200)
            yield {
                "nip": person.nip,
                "nama": person.nama,
                "no_rhk": rhk,
                "no_indikator": f"{rhk}.{number}",
                "jenis": "Utama",
                "rhk_pimpinan": "Meningkatnya mutu layanan kepada masyarakat",
                "rencana_hasil_kerja": f"Terlaksananya kegiatan contoh nomor {rhk}",
                "aspek": rng.choice(("Kuantitas", "Kualitas", "Waktu", "Biaya")),
                "indikator": f"Jumlah dokumen contoh {rhk}.{number} yang diselesaikan",
                "target": target,
                "satuan": rng.choice(("dokumen", "laporan", "persen", "hari")),
                "arah": rng.choice(("Naik", "Naik", "Turun")),
                "agregasi": "Jumlah",
                "realisasi": rng.randint(target * 60, target * 130) / 100,
                "bukti_dukung": "Register kegiatan contoh",
                "umpan_balik": "Pertahankan",
            }


def _isian(rng: random.Random, unit: list[_Person], work: list[Cells]) -> bytes:
    code = unit[0].unit
    return render_book(
        ISIAN,
        BookContent(
            created=PERIOD.last,
            title_lines=(f"Unit Contoh {code}", f"Periode {PERIOD.label}"),
            form={
                "kode_unit": code,
                "nama_unit": f"Unit Contoh {code}",
                "periode": PERIOD.code,
                "pendekatan": "Kuantitatif",
                "capaian_organisasi": "Baik",
                "nama_pimpinan": unit[0].nama,
                "jabatan_pimpinan": "Kepala Unit Contoh",
                "nip_pimpinan": unit[0].nip,
                "tempat": "Serang",
                "pengisi": "Contoh Pengisi",
            },
            rows={
                "Pegawai": tuple(person.row for person in unit),
                "Hasil Kerja": tuple(work),
                "Penilaian": tuple(_ratings(rng, person) for person in unit),
            },
            meta={
                "templat": ISIAN.template,
                "versi": ISIAN.version,
                "kode_unit": code,
                "periode": PERIOD.code,
                "terbit": PERIOD.first.isoformat(),
                "putaran": "0",
            },
            kertas=Kertas.F4,
        ),
    )


def _ratings(rng: random.Random, person: _Person) -> Cells:
    cells: dict[str, CellValue] = {"nip": person.nip, "nama": person.nama}
    for name in (*_NILAI, "rating_hasil_kerja", "rating_perilaku"):
        cells[name] = rng.choices(_EKSPEKTASI, weights=(3, 6, 1))[0]
    cells["catatan"] = "Teruskan pengembangan diri"
    return cells


def _settings(units: list[list[_Person]], people: list[_Person]) -> bytes:
    return render_book(
        PENGATURAN,
        BookContent(
            created=PERIOD.last,
            title_lines=("Pengaturan", ""),
            form={
                "nama_instansi": "Pemerintah Kota Contoh",
                "kota": "Kota Contoh",
                "tempat": "Serang",
                "kertas": "F4",
            },
            rows={
                "Unit": tuple(
                    {"kode": unit[0].unit, "nama": f"Unit Contoh {unit[0].unit}"} for unit in units
                ),
                "Pegawai": tuple({"kode_unit": one.unit, **one.row} for one in people),
                "Pejabat": (
                    {
                        "kode": "WALIKOTA",
                        "nama": "Contoh Wali Kota",
                        "jabatan": "Wali Kota",
                        "unit_kerja": "Pemerintah Kota Contoh",
                    },
                ),
                "Periode": ({"kode": PERIOD.code},),
            },
            meta={"templat": PENGATURAN.template, "versi": PENGATURAN.version},
            kertas=Kertas.F4,
        ),
    )
