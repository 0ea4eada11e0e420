"""Units by the share of their people at Baik or better; people themselves are never ranked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.kinerja_unit import BarisPeringkat
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.rekap import BarisUnit, Kiriman

_UNSENT: Final = MappingProxyType({
    Kiriman.SUDAH: "belum ada yang dapat dinilai",
    Kiriman.DITOLAK: "kiriman ditolak",
    Kiriman.TIDAK_TERBACA: "berkas tidak terbaca kali ini",
    Kiriman.BELUM: "belum mengirim",
})  # fmt: skip


def rank_units(units: Sequence[BarisUnit]) -> tuple[BarisPeringkat, ...]:
    """Rank units as in a competition: equal shares share a rank, and the next ones stay free.

    Shares are compared exactly. Small units, in which one person moves the share by far, and units
    in which nobody has a predikat yet, stand below without a rank.

    Returns:
        Ranked units first, then the others; those alike in order of Kode Unit.
    """
    shares = {unit.kode: share for unit in units if (share := _share(unit)) is not None}
    lines = [_line(unit, shares) for unit in units]
    return tuple(
        sorted(lines, key=lambda line: (line.peringkat is None, line.peringkat, line.kode))
    )


def _share(unit: BarisUnit) -> Fraction | None:
    """Give the share of a unit that is ranked; None for any other."""
    spread = unit.distribusi
    if spread is None or spread.is_small or not spread.total:
        return None
    return Fraction(sum(_good(unit)), spread.total)


def _good(unit: BarisUnit) -> tuple[int, int]:
    counts = dict(unit.distribusi.counts) if unit.distribusi else {}
    return counts.get(Predikat.SANGAT_BAIK, 0), counts.get(Predikat.BAIK, 0)


def _line(unit: BarisUnit, shares: Mapping[str, Fraction]) -> BarisPeringkat:
    sangat_baik, baik = _good(unit)
    own = shares.get(unit.kode)
    better = None if own is None else sum(share > own for share in shares.values())
    return BarisPeringkat(
        kode=unit.kode,
        nama=unit.nama,
        sangat_baik=sangat_baik,
        baik=baik,
        total=unit.distribusi.total if unit.distribusi else 0,
        is_sent=unit.distribusi is not None,
        peringkat=None if better is None else better + 1,
        keterangan=_remark(unit),
    )


def _remark(unit: BarisUnit) -> str:
    """Say why a unit has no rank, or that its share may still change."""
    if unit.kiriman is not Kiriman.SUDAH or unit.distribusi is None:
        return f"Tanpa peringkat: {_UNSENT[unit.kiriman]}."
    if not unit.distribusi.total:
        return "Tanpa peringkat: belum ada pegawai dengan predikat."
    so_far = f"{unit.sementara.capitalize()} pegawai." if unit.sementara else ""
    if not unit.distribusi.is_small:
        return so_far
    if so_far:
        return f"Tanpa peringkat: pegawai berpredikat masih sedikit. {so_far}"
    return "Tanpa peringkat: unit kecil, satu orang sangat menggeser bagiannya."
