"""People served: indicators that count them, in this period and the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kinerja_xlsx.model.kinerja_unit import BarisLayanan
from kinerja_xlsx.model.law import Arah
from kinerja_xlsx.model.score import IndikatorStatus, Score
from kinerja_xlsx.score.perbandingan import Before
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penugasan import Penugasan, Placed

_DILAYANI: Final = frozenset({
    "anak", "balita", "ibu", "jamaah", "jiwa", "keluarga", "kk", "kunjungan", "lansia", "murid",
    "nasabah", "orang", "pasien", "pelamar", "pelanggan", "pemohon", "pemustaka", "penduduk",
    "penerima", "pengguna", "pengunjung", "penumpang", "penyandang", "peserta", "petani", "santri",
    "siswa", "warga", "wisatawan",
})  # fmt: skip
"""Words of a satuan that counts people who were served."""
_SHARE: Final = re.compile(r"%|\b(?:persen|per\s*mil|rasio|indeks|hari|jam)\b")
"""A share of people is no number of people, and `hari orang` is a number of days."""


def counts_people(satuan: str | None) -> bool:
    """Tell whether a satuan counts people served, such as `pasien` or `kunjungan pasien`."""
    text = (satuan or "").casefold()
    return not _SHARE.search(text) and not _DILAYANI.isdisjoint(re.findall(r"[a-z]+", text))


def compare_services(penugasan: Penugasan, score: Score, before: Before) -> Iterator[BarisLayanan]:
    """Set indicators that count people served beside the same ones of the period before.

    The same indicator has the same No Indikator, text and satuan. A realisasi that is missing in
    one period stays missing: it is never zero. Work evaluated in words has no figures.
    """
    now, then = _figures(score), _figures(before.score)
    in_words = {
        one.no_indikator for one in score.indikator if one.status is IndikatorStatus.KUALITATIF
    }
    earlier = {_key(placed.row): placed.row.no_indikator for placed in before.penugasan.indikator}
    for placed in penugasan.indikator:
        row = placed.row
        number = row.no_indikator
        if number not in in_words and counts_people(row.satuan) and _key(row) in earlier:
            yield _line(penugasan, placed, (then.get(number), now.get(number)))


def _figures(score: Score) -> dict[str, Decimal | None]:
    return {one.no_indikator: one.realisasi for one in score.indikator}


def _key(row: HasilKerjaRow) -> tuple[str, str, str]:
    return row.no_indikator, _plain(row.indikator), _plain(row.satuan or "")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _line(
    penugasan: Penugasan,
    placed: Placed[HasilKerjaRow],
    figures: tuple[Decimal | None, Decimal | None],
) -> BarisLayanan:
    row, pegawai = placed.row, penugasan.pegawai.row
    return BarisLayanan(
        nama=pegawai.nama,
        sifat=pegawai.sifat.value,
        no_indikator=row.no_indikator,
        indikator=row.indikator,
        satuan=row.satuan or "",
        arah=row.arah or Arah.NAIK,
        dulu=figures[0],
        kini=figures[1],
        sel=placed.address("realisasi"),
    )
