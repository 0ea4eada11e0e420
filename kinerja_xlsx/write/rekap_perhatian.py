"""What a head should know of a period, in a few sentences that name the sheet to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kinerja_xlsx.model.law import MutuPelayanan
from kinerja_xlsx.model.rekap import Kiriman, Sebaran, format_count, join_some
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.write.rekap_masukan import KIRIMAN, RekapBook
from kinerja_xlsx.write.rekap_mutu import topics_of
from kinerja_xlsx.write.rekap_skm_unit import asks_for_talk

_NAMED: Final = 3
"""So many units are named; the sheet names all."""
_LONGEST: Final = 70
"""So many signs of an indicator are quoted."""
NOTHING: Final = "Tidak ada yang menunggu tindakan."


def perhatian(rekap: RekapBook) -> Sequence[str]:
    """Say what waits for a decision or a talk; one sentence where nothing does."""
    found = [*_sending(rekap), *_units(rekap), *_work(rekap), *_people(rekap)]
    return found or [NOTHING]


def _sending(rekap: RekapBook) -> Iterator[str]:
    for kiriman, label in KIRIMAN[1:]:
        names = [unit.nama or unit.kode for unit in rekap.units if unit.kiriman is kiriman]
        if names:
            yield f"{label}: {join_some(names, _NAMED)} (lembar Belum Kirim)."
    held = sum(row.status is PenugasanStatus.DITAHAN for row in rekap.employees)
    if held:
        yield f"{format_count(held)} penugasan menunggu dibetulkan unitnya (lembar Pegawai)."


def _units(rekap: RekapBook) -> Iterator[str]:
    sent = [unit for unit in rekap.units if unit.kiriman is Kiriman.SUDAH]
    other = [unit.nama for unit in sent if unit.sebaran is Sebaran.BELUM_SESUAI]
    if other:
        yield f"Sebaran predikat belum sesuai pola: {join_some(other, _NAMED)} (lembar Unit)."
    talk = [unit.nama for unit in rekap.units if asks_for_talk(unit)]
    if talk:
        low = f"{MutuPelayanan.C.value} atau {MutuPelayanan.D.value}"
        yield (
            f"Mutu layanan {low} sedangkan predikat tinggi: {join_some(talk, _NAMED)} (lembar "
            "SKM Unit)."
        )


def _work(rekap: RekapBook) -> Iterator[str]:
    nobody = [one.indikator.indikator for one in rekap.indikator if not one.indikator.tercapai]
    if nobody:
        first = nobody[0] if len(nobody[0]) <= _LONGEST else f"{nobody[0][: _LONGEST - 1]}…"
        yield (
            f"{format_count(len(nobody))} indikator belum dicapai siapa pun, antara lain "
            f"«{first}» (lembar Indikator)."
        )
    topics = topics_of(rekap.mutu)
    if topics:
        yield f"Pelatihan yang paling membantu: {topics[0][0].value} (lembar Bahan Pelatihan)."


def _people(rekap: RekapBook) -> Iterator[str]:
    if rekap.changes:
        yield (
            f"{format_count(len(rekap.changes))} usul perubahan daftar induk menunggu keputusan "
            "BKPSDM (lembar Perubahan Daftar Induk)."
        )
    if rekap.pembinaan:
        people = len({line.nip for line in rekap.pembinaan})
        yield (
            f"{format_count(people)} pegawai perlu diajak bicara tentang kehadirannya (lembar "
            "Pembinaan)."
        )
