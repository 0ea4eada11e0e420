"""One SKP against one assignment: ratings, predikat, and whether the export agrees with itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kinerja_xlsx.model.issue import Place
from kinerja_xlsx.model.law import Ekspektasi, Predikat
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.policy import Policy
from kinerja_xlsx.spec.banding import DI_ANTARA, BarisSkp, Beda, HasilKita, JenisBeda
from kinerja_xlsx.validate.names import same_name

BELUM: Final = "belum ada"
_OTHER_NAME: Final = "Nama di e-Kinerja: {nama}."
_EXPECTED: Final = "Menurut kuadran, kedua rating itu menghasilkan {predikat}."
_WITHOUT_RATINGS: Final = "Hasil akhirnya ada, tetapi kedua ratingnya belum lengkap."


def compare_pair(skp: BarisSkp, kita: HasilKita, policy: Policy) -> Iterator[Beda]:
    """List where an SKP and its assignment differ.

    Args:
        skp: The row of the export.
        kita: The assignment.
        policy: The regulation of the period, for its quadrant.
    """
    yield from contradictions(skp, policy, kita)
    if kita.baris.status is PenugasanStatus.DINILAI:
        yield from _values(skp, kita)
    elif _is_rated(skp) or kita.baris.status is not PenugasanStatus.TIDAK_DINILAI:
        yield Beda(
            jenis=JenisBeda.TANPA_HASIL,
            nip=skp.nip,
            nama=kita.baris.nama or skp.nama,
            unit=kita.baris.unit,
            sifat=skp.sifat or kita.baris.sifat,
            di_ekspor=said(skp),
            di_isian=kita.baris.status.value,
            sel_ekspor=_cells(skp, "hasil_kerja", "perilaku_kerja"),
            sel_isian=_present(kita.orang),
            keterangan=_joined(kita.baris.alasan, _name_note(skp, kita)),
        )


def contradictions(skp: BarisSkp, policy: Policy, kita: HasilKita | None = None) -> Iterator[Beda]:
    """Say where the export's own hasil_akhir is not what its two ratings make.

    Args:
        skp: The row of the export.
        policy: The regulation of the period, for its quadrant.
        kita: The assignment that the row belongs to, where there is one.
    """
    expected = expected_predikat(skp, policy)
    if expected is skp.hasil_akhir:
        return
    note = _EXPECTED.format(predikat=expected.value) if expected else _WITHOUT_RATINGS
    yield Beda(
        jenis=JenisBeda.HASIL_AKHIR,
        nip=skp.nip,
        nama=(kita.baris.nama if kita else "") or skp.nama,
        unit=kita.baris.unit if kita else "",
        sifat=skp.sifat or (kita.baris.sifat if kita else ""),
        di_ekspor=said(skp),
        sel_ekspor=_cells(skp, "hasil_kerja", "perilaku_kerja", "hasil_akhir"),
        keterangan=note,
    )


def expected_predikat(skp: BarisSkp, policy: Policy) -> Predikat | None:
    """Work out what the two ratings of an SKP make; None while one is missing."""
    if skp.hasil_kerja is None or skp.perilaku is None:
        return None
    return policy.predikat(skp.hasil_kerja, skp.perilaku)


def said(skp: BarisSkp) -> str:
    """Write what an SKP says in one text: both ratings and the predikat."""
    if not _is_rated(skp):
        return BELUM
    words = (skp.hasil_kerja, skp.perilaku, skp.hasil_akhir)
    return DI_ANTARA.join(_word(word) for word in words)


def _is_rated(skp: BarisSkp) -> bool:
    return not all(word is None for word in (skp.hasil_kerja, skp.perilaku, skp.hasil_akhir))


def _values(skp: BarisSkp, kita: HasilKita) -> Iterator[Beda]:
    baris = kita.baris
    ours = (baris.rating_hasil_kerja, baris.rating_perilaku, baris.predikat)
    both = _present(kita.hasil_kerja, kita.perilaku) or _present(kita.orang)
    if all(word is None for word in ours):
        if _is_rated(skp):
            cells = _cells(skp, "hasil_kerja", "perilaku_kerja")
            yield _beda(JenisBeda.BELUM_DITETAPKAN, skp, kita, (said(skp), BELUM), (cells, both))
        return
    if not _is_rated(skp):
        here = DI_ANTARA.join(_word(word) for word in ours)
        cells = _cells(skp, "hasil_kerja", "perilaku_kerja")
        yield _beda(JenisBeda.BELUM_DINILAI, skp, kita, (BELUM, here), (cells, both))
        return
    rows = (
        (JenisBeda.HASIL_KERJA, skp.hasil_kerja, ours[0], "hasil_kerja",
         _present(kita.hasil_kerja)),
        (JenisBeda.PERILAKU, skp.perilaku, ours[1], "perilaku_kerja", _present(kita.perilaku)),
        (JenisBeda.PREDIKAT, skp.hasil_akhir, ours[2], "hasil_akhir", both),
    )  # fmt: skip
    for jenis, there, own, name, places in rows:
        if there is not own:
            words = (_word(there), _word(own))
            yield _beda(jenis, skp, kita, words, (_cells(skp, name), places))


def _beda(
    jenis: JenisBeda,
    skp: BarisSkp,
    kita: HasilKita,
    words: tuple[str, str],
    cells: tuple[tuple[Place, ...], tuple[Place, ...]],
) -> Beda:
    return Beda(
        jenis=jenis,
        nip=skp.nip,
        nama=kita.baris.nama or skp.nama,
        unit=kita.baris.unit,
        sifat=skp.sifat or kita.baris.sifat,
        di_ekspor=words[0],
        di_isian=words[1],
        sel_ekspor=cells[0],
        sel_isian=cells[1],
        keterangan=_name_note(skp, kita),
    )


def _name_note(skp: BarisSkp, kita: HasilKita) -> str:
    ours = kita.baris.nama
    if not ours or not skp.nama or same_name(ours, skp.nama):
        return ""
    return _OTHER_NAME.format(nama=skp.nama)


def _cells(skp: BarisSkp, *names: str) -> tuple[Place, ...]:
    return tuple(skp.places[name] for name in names if name in skp.places)


def _present(*places: Place | None) -> tuple[Place, ...]:
    return tuple(place for place in places if place is not None)


def _word(word: Ekspektasi | Predikat | None) -> str:
    return BELUM if word is None else word.value


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
