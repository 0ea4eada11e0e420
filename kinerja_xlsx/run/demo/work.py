"""Rows of `Hasil Kerja` and `Penilaian` for one seat, drawn to come to an intended rating."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from types import MappingProxyType
from typing import Any, Final

from kinerja_xlsx.model.law import Ekspektasi, JenisHasilKerja, JenisJabatan
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.demo.figures import draw_figures
from kinerja_xlsx.run.demo.ratings import Rating, draw_nilai, draw_words
from kinerja_xlsx.run.demo.rhk_kesehatan import KESEHATAN
from kinerja_xlsx.run.demo.rhk_layanan import LAYANAN
from kinerja_xlsx.run.demo.rhk_teknis import TEKNIS
from kinerja_xlsx.run.demo.rhk_umum import TAMBAHAN, UMUM
from kinerja_xlsx.run.demo.seat import Seat
from kinerja_xlsx.run.demo.seed import Narasi, Rhk, Ukuran
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penilaian import PenilaianRow

RHK_BY_PERAN: Final[Mapping[str, tuple[Rhk, ...]]] = MappingProxyType(
    {**KESEHATAN, **LAYANAN, **TEKNIS, **UMUM}
)
_LEVELS: Final = tuple(Ekspektasi)
_TAMBAHAN_SHARE: Final = 0.15
_MIXED_SHARE: Final = 0.3
_SURPRISE_SHARE: Final = 0.015
_UNFINISHED_SHARE: Final = 0.02
_UNRATED_SHARE: Final = 0.01
_FEEDBACK_SHARE: Final = 0.12
_MANY: Final = 3
_UMPAN_BALIK: Final = MappingProxyType({
    Ekspektasi.DI_ATAS: "Melampaui target; pertahankan",
    Ekspektasi.SESUAI: "Sesuai rencana",
    Ekspektasi.DI_BAWAH: "Perlu dipercepat pada periode berikutnya",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Work:
    """What one seat has done, and how it was rated."""

    hasil_kerja: tuple[HasilKerjaRow, ...]
    penilaian: PenilaianRow


@dataclass(frozen=True, slots=True)
class Worker:
    """Draws the work of the seats of one office.

    Attributes:
        period: The period.
        is_weighted: The indicators carry a Bobot.
        twice: NIP with two assignments in this office; their rows name Sifat.
        rng: Source of chance.
    """

    period: Period
    is_weighted: bool
    twice: frozenset[str]
    rng: Random

    def absent(self, seat: Seat) -> Work:
        """Give a seat that is not evaluated its empty row in `Penilaian`."""
        return Work((), PenilaianRow(nip=seat.person.nip, nama=seat.person.nama))

    def work(self, seat: Seat, rating: Rating) -> Work:
        """Draw indicators, figures and ratings for one seat."""
        hasil_kerja, perilaku = rating
        if self.rng.random() < _SURPRISE_SHARE:
            level = _LEVELS[(_LEVELS.index(hasil_kerja) + 1) % len(_LEVELS)]
        else:
            level = hasil_kerja
        rows = tuple(self._rows(seat, level))
        return Work(
            self._weighted(self._unfinished(rows)), self._penilaian(seat, rating, perilaku)
        )

    def _who(self, seat: Seat) -> dict[str, Any]:
        sifat = seat.sifat if seat.person.nip in self.twice else None
        return {"nip": seat.person.nip, "nama": seat.person.nama, "sifat": sifat}

    def _penilaian(self, seat: Seat, rating: Rating, perilaku: Ekspektasi) -> PenilaianRow:
        who = self._who(seat)
        if self.rng.random() < _UNRATED_SHARE:
            return PenilaianRow(**who, umpan_balik_perilaku="Dialog kinerja belum dilaksanakan")
        return PenilaianRow(
            **who,
            **draw_nilai(perilaku, self.rng),
            rating_hasil_kerja=rating[0],
            rating_perilaku=perilaku,
            **draw_words(perilaku, self.period, self.rng),
        )

    def _rows(self, seat: Seat, level: Ekspektasi) -> Iterator[HasilKerjaRow]:
        rhk = RHK_BY_PERAN[seat.post.peran]
        may_add = isinstance(rhk[0].ukuran[0], Ukuran) and not _is_jpt(seat)
        if may_add and self.rng.random() < _TAMBAHAN_SHARE:
            rhk = (*rhk, self.rng.choice(TAMBAHAN))
        for number, (one, its_level) in enumerate(zip(rhk, self._levels(rhk, level), strict=True)):
            for place, ukuran in enumerate(one.ukuran, start=1):
                yield HasilKerjaRow(
                    **self._who(seat),
                    **self._plan(seat, one, number + 1, place),
                    **self._result(one, ukuran, its_level, is_jpt=_is_jpt(seat)),
                )

    def _levels(self, rhk: tuple[Rhk, ...], level: Ekspektasi) -> tuple[Ekspektasi, ...]:
        """Let the last RHK differ now and then, without changing what the whole comes to."""
        levels = [level] * len(rhk)
        if len(rhk) >= _MANY and self.rng.random() < _MIXED_SHARE:
            mixed = level is Ekspektasi.SESUAI
            levels[-1] = Ekspektasi.DI_ATAS if mixed else Ekspektasi.SESUAI
        return tuple(levels)

    def _plan(self, seat: Seat, rhk: Rhk, number: int, place: int) -> dict[str, Any]:
        is_utama = rhk.jenis is JenisHasilKerja.UTAMA
        return {
            "no_rhk": number,
            "no_indikator": f"{number}.{place}",
            "jenis": rhk.jenis,
            "rhk_pimpinan": rhk.pimpinan if is_utama and not _is_jpt(seat) else None,
            "rencana_hasil_kerja": rhk.rencana,
            "perspektif": rhk.perspektif if _is_jpt(seat) else None,
        }

    def _result(
        self, rhk: Rhk, ukuran: Ukuran | Narasi, level: Ekspektasi, *, is_jpt: bool
    ) -> dict[str, Any]:
        result: dict[str, Any] = {
            "indikator": ukuran.indikator,
            "bukti_dukung": f"{rhk.bukti} {self.period.label}",
        }
        if self.rng.random() < _FEEDBACK_SHARE:
            result["umpan_balik"] = _UMPAN_BALIK[level]
        if isinstance(ukuran, Narasi):
            told = ukuran.realisasi[_LEVELS.index(level)]
            return {**result, "uraian_target": ukuran.target, "uraian_realisasi": told}
        figures = draw_figures(ukuran, level, self.rng)
        return {
            **result,
            "aspek": None if is_jpt else ukuran.aspek,
            "satuan": ukuran.satuan,
            "arah": ukuran.arah,
            "agregasi": ukuran.agregasi,
            "target": figures.target,
            "target_atas": figures.target_atas,
            "realisasi": figures.realisasi,
            "pembilang": figures.pembilang,
            "penyebut": figures.penyebut,
        }

    def _unfinished(self, rows: tuple[HasilKerjaRow, ...]) -> tuple[HasilKerjaRow, ...]:
        """Leave the last figure open now and then: work that is not done yet."""
        last = rows[-1]
        if last.realisasi is None or self.rng.random() >= _UNFINISHED_SHARE:
            return rows
        open_cells = {"realisasi": None, "pembilang": None, "penyebut": None, "bukti_dukung": None}
        return (*rows[:-1], last.model_copy(update=open_cells))

    def _weighted(self, rows: tuple[HasilKerjaRow, ...]) -> tuple[HasilKerjaRow, ...]:
        """Share 100 among the main indicators, where the office uses weights."""
        if not self.is_weighted:
            return rows
        utama = sum(row.jenis is JenisHasilKerja.UTAMA for row in rows)
        share, rest = divmod(100, utama)
        weighted = []
        for index, row in enumerate(rows):
            bobot = Decimal(share + (1 if index < rest else 0)) if index < utama else None
            weighted.append(row.model_copy(update={"bobot": bobot}))
        return tuple(weighted)


def _is_jpt(seat: Seat) -> bool:
    return seat.post.jenis is JenisJabatan.JPT
