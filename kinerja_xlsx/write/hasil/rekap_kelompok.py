"""Groups of columns that only some recaps have: the numeric result, and the period before."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.kebijakan import ModeAngka
from kinerja_xlsx.model.score import HasilAngka
from kinerja_xlsx.policy.pp_30_2019 import BOBOT, NILAI_TERTINGGI
from kinerja_xlsx.write.hasil.labels import BELUM_DIISI, BELUM_DITETAPKAN
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.hasil.rumus import is_close, spelled
from kinerja_xlsx.write.hasil.rumus_rekap import perubahan_capaian, perubahan_predikat
from kinerja_xlsx.write.rekap_tabel import Jenis, Kolom, Rumus, Value

CAPAIAN: Final = 7
PREDIKAT: Final = 11
"""Positions of two columns that every recap has; others refer to them."""
_BELUM_ADA: Final = "Belum ada"
_ANGKA: Final = (
    Kolom("Nilai Angka: SKP", 11, Jenis.DESIMAL),
    Kolom("Nilai Angka: Perilaku", 11, Jenis.DESIMAL),
    Kolom("Nilai Angka: Kinerja", 11, Jenis.DESIMAL),
    Kolom("Nilai Angka: Sebutan", 14, Jenis.TENGAH),
)


def angka_columns(hasil: HasilBook) -> tuple[Kolom, ...]:
    """Give the columns of the numeric result; none where the office has chosen none."""
    return () if hasil.parameters.mode_angka.value is ModeAngka.TANPA else _ANGKA


def angka_note(hasil: HasilBook) -> str:
    """Say by which rule the numbers are, and that they are no predikat; empty without them."""
    mode = hasil.parameters.mode_angka.value
    if mode is ModeAngka.TANPA:
        return ""
    skp, perilaku = map(spelled, BOBOT[mode])
    return (
        f"Nilai angka menurut {mode.value} ({skp}% SKP dan {perilaku}% perilaku), sebagai "
        "pembanding; predikat resmi tetap dari kuadran."
    )


def angka_cells(form: HasilForm, first: int, number: int) -> Sequence[Value]:
    """Write the numeric result of one assignment.

    Args:
        form: The form.
        first: Column of the group, from 0.
        number: Row, as people count.
    """
    found = form.score.angka
    if found is None:
        return (_BELUM_ADA, None, None, None)
    skp, perilaku = (f"{column_letters(first + offset)}{number}" for offset in (1, 2))
    return (
        _skp(form, found, f"{column_letters(CAPAIAN + 1)}{number}"),
        BELUM_DIISI if found.perilaku is None else found.perilaku,
        _nilai(found, skp, perilaku),
        None if found.sebutan is None else found.sebutan.value,
    )


def _skp(form: HasilForm, found: HasilAngka, capaian: str) -> Value:
    """Take over the capaian where that is the value of the work; other modes have steps of it."""
    if found.skp is None:
        return _BELUM_ADA
    is_capaian = found.mode is not ModeAngka.PERMENPANRB_8_2021
    is_live = is_capaian and found.skp == form.score.capaian
    return Rumus(f"={capaian}", found.skp) if is_live else found.skp


def _nilai(found: HasilAngka, skp: str, perilaku: str) -> Value:
    if found.nilai is None or found.skp is None or found.perilaku is None:
        return _BELUM_ADA
    work, conduct = BOBOT[found.mode]
    weighed = Fraction(work) * Fraction(found.skp) + Fraction(conduct) * Fraction(found.perilaku)
    if not is_close(min(weighed / 100, Fraction(NILAI_TERTINGGI)), found.nilai):
        return found.nilai
    weights = f"({spelled(work)}*{skp}+{spelled(conduct)}*{perilaku})/100"
    return Rumus(f"=MIN({spelled(NILAI_TERTINGGI)},{weights})", found.nilai)


def lalu_columns(hasil: HasilBook) -> tuple[Kolom, ...]:
    """Give the columns of the period before; none where nothing is known of it."""
    if all(form.lalu is None for form in hasil.forms):
        return ()
    label = hasil.period.previous.label
    return (
        Kolom(f"Capaian {label} (%)", 11, Jenis.DESIMAL),
        Kolom("Perubahan Capaian", 12, Jenis.TENGAH),
        Kolom(f"Predikat {label}", 18, Jenis.TENGAH),
        Kolom("Perubahan Predikat", 12, Jenis.TENGAH),
    )


def lalu_note(hasil: HasilBook) -> str:
    """Say what is compared with what; empty where nothing is."""
    if not lalu_columns(hasil):
        return ""
    return (
        f"Naik, Tetap, atau Turun dibandingkan dengan {hasil.period.previous.label}, untuk NIP "
        "dan Sifat yang sama di unit ini; capaian dibandingkan sampai dua desimal."
    )


def lalu_cells(form: HasilForm, first: int, number: int) -> Sequence[Value]:
    """Write what one assignment came to in the period before, and how it has changed.

    Args:
        form: The form.
        first: Column of the group, from 0.
        number: Row, as people count.
    """
    lalu, score = form.lalu, form.score
    if lalu is None:
        return (_BELUM_ADA, None, _BELUM_ADA, None)
    capaian, predikat = (
        (f"{column_letters(now + 1)}{number}", f"{column_letters(first + then + 1)}{number}")
        for now, then in ((CAPAIAN, 0), (PREDIKAT, 2))
    )
    return (
        _BELUM_ADA if lalu.capaian is None else lalu.capaian,
        perubahan_capaian(score.capaian, lalu.capaian, capaian),
        BELUM_DITETAPKAN if lalu.predikat is None else lalu.predikat.value,
        perubahan_predikat(score.predikat, lalu.predikat, predikat),
    )
