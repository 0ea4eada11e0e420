"""What is said of an SKP or of an assignment that has no partner on the other side."""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.model.period import format_date
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.banding import DI_ANTARA, BarisSkp, Beda, HasilKita, JenisBeda
from kinerja_xlsx.validate.banding_pasangan import Pasangan, is_acting

_STATE: Final = "{status}. {alasan}"
_PLT_ALONE: Final = "Penugasan {sifat}; di ekspor tidak ada SKP {sifat} untuk NIP ini."
_OTHER_POST: Final = "NIP ini punya {jumlah} penugasan di isian; SKP untuk yang ini tidak ada."


def why_unnamed(kita: HasilKita, found: Pasangan, posts: int) -> str:
    """Say why an assignment has no SKP although the export names its person."""
    if is_acting(kita) and not any(one.is_acting for one in found.skp):
        return _PLT_ALONE.format(sifat=kita.baris.sifat)
    return _OTHER_POST.format(jumlah=posts)


def absent(kita: HasilKita, note: str) -> Beda:
    """Tell of an assignment that no SKP of the export is for."""
    baris = kita.baris
    words = (baris.rating_hasil_kerja, baris.rating_perilaku, baris.predikat)
    rated = DI_ANTARA.join(word.value for word in words if word is not None)
    is_scored = baris.status is PenugasanStatus.DINILAI
    status = baris.status.value.capitalize()
    state = "" if is_scored else _STATE.format(status=status, alasan=baris.alasan)
    return Beda(
        jenis=JenisBeda.TIDAK_DI_EKSPOR,
        nip=baris.nip,
        nama=baris.nama,
        unit=baris.unit,
        sifat=baris.sifat,
        di_isian=(rated or "belum ada") if is_scored else baris.status.value,
        sel_isian=() if kita.orang is None else (kita.orang,),
        keterangan=" ".join(part for part in (note, state.strip()) if part),
    )


def described(skp: BarisSkp) -> str:
    """Name an SKP by post and span."""
    return ", ".join(part for part in (skp.jabatan, span_of(skp)) if part)


def span_of(skp: BarisSkp) -> str:
    """Write from when to when an SKP is, as far as the export says so."""
    if skp.mulai is None or skp.selesai is None:
        return "masa yang tidak lengkap disebut"
    return f"{format_date(skp.mulai)} sampai {format_date(skp.selesai)}"
