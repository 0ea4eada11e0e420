"""The head of the explanation: whose it is, what it came to, and where the figures stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.penjelasan import PenjelasanPenugasan
from kinerja_xlsx.model.period import Period, format_date
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.write.hasil.context import Layout
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf
from kinerja_xlsx.write.hasil.labels import BELUM_DIISI, BELUM_DITETAPKAN, KOSONG
from kinerja_xlsx.write.hasil.looks import SMALL, persen_decimals
from kinerja_xlsx.write.penjelasan.isian import other_files
from kinerja_xlsx.write.penjelasan.kolom import KolomPenjelasan

_TITLE_POINTS: Final = 15.0
_GAP_POINTS: Final = 4.5
Pair = tuple[str, str]


def add_kepala(
    sheaf: Sheaf, layout: Layout[KolomPenjelasan], one: PenjelasanPenugasan, *, judul: str
) -> None:
    """Add title, identity beside outcome, and the source file."""
    period = Period.parse(one.baris.period).label.upper()
    for text in (judul, " · ".join(filter(None, (period, one.instansi.upper())))):
        sheaf.add(_TITLE_POINTS, Cell(layout.full, text, layout.looks.judul), keep=True)
    sheaf.add(_GAP_POINTS, keep=True)
    for left, right in zip(_identity(one), _outcome(one), strict=True):
        _add_pairs(sheaf, layout, left, right)
    note = Cell(layout.full, _origin(one), layout.looks.small_plain)
    sheaf.add(layout.height(note, size=SMALL), note, keep=True)
    sheaf.add(_GAP_POINTS, keep=True)


def _add_pairs(sheaf: Sheaf, layout: Layout[KolomPenjelasan], left: Pair, right: Pair) -> None:
    looks, panel = layout.looks, layout.grid.variant.panel
    fields = (Cell(panel[1], left[0], looks.field), Cell(panel[4], right[0], looks.field))
    values = (Cell(panel[2], left[1], looks.value), Cell(panel[5], right[1], looks.value_strong))
    height = max(
        layout.height(*fields, size=SMALL),
        layout.height(values[0]),
        layout.height(values[1], bold=True),
    )
    sheaf.add(height, fields[0], values[0], fields[1], values[1], keep=True)


def _identity(one: PenjelasanPenugasan) -> Iterator[Pair]:
    baris = one.baris
    yield "NAMA", baris.nama
    yield "NIP", baris.nip
    sifat = f" ({baris.sifat})" if baris.sifat else ""
    yield "JABATAN", f"{baris.jabatan}{sifat}".strip() or KOSONG
    yield "UNIT KERJA", f"{one.nama_unit} ({baris.unit})"
    yield "DINILAI", _days(one)
    yield "PEJABAT PENILAI", one.penilai or (BELUM_DIISI if one.formulir else KOSONG)


def _days(one: PenjelasanPenugasan) -> str:
    mulai, selesai = one.baris.mulai, one.baris.selesai
    if mulai is None or selesai is None:
        return BELUM_DIISI
    return f"{format_date(mulai)} sampai {format_date(selesai)}"


def _outcome(one: PenjelasanPenugasan) -> Iterator[Pair]:
    """Give what it came to; of somebody without a form, in the first line, what became of it."""
    baris = one.baris
    if baris.status is not PenugasanStatus.DINILAI:
        yield "KEADAAN", baris.status.value.capitalize()
        yield from ((label, KOSONG) for label in ("CAPAIAN", "USULAN", "RATING", "PREDIKAT"))
        yield "KODE VERIFIKASI", KOSONG
        return
    yield "CAPAIAN", _capaian(one)
    yield "USULAN", baris.usulan.value if baris.usulan else "Tidak ada"
    hasil_kerja, perilaku = baris.rating_hasil_kerja, baris.rating_perilaku
    yield "RATING HASIL KERJA", hasil_kerja.value if hasil_kerja else BELUM_DIISI
    yield "RATING PERILAKU", perilaku.value if perilaku else BELUM_DIISI
    yield "PREDIKAT", baris.predikat.value if baris.predikat else BELUM_DITETAPKAN
    yield "KODE VERIFIKASI", one.formulir.kode if one.formulir else KOSONG


def _capaian(one: PenjelasanPenugasan) -> str:
    capaian = one.baris.capaian
    if capaian is None:
        return "Tidak dihitung"
    rest = "" if one.baris.lengkap else " (sementara)"
    return f"{format_number(capaian, persen_decimals(capaian))}%{rest}"


def _origin(one: PenjelasanPenugasan) -> str:
    if not one.file:
        return "Tidak ada berkas isian yang menyebut pegawai ini pada periode ini."
    if not one.langkah:
        return f"Berkas sumber: {one.file}."
    lain = ", ".join(f"[{number}] {name}" for name, number in other_files(one).items())
    return f"Berkas sumber: {one.file}. Sel di bawah ini dari berkas itu" + (
        f", kecuali yang didahului nomor: {lain}." if lain else "."
    )
