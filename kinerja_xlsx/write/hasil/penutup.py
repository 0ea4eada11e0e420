"""The end of the form: both ratings, the predikat, notes, and the rater's signature."""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.model.law import Ekspektasi
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.score import HasilAngka, Score
from kinerja_xlsx.write.hasil.context import Context
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf
from kinerja_xlsx.write.hasil.labels import BELUM_DITETAPKAN
from kinerja_xlsx.write.hasil.looks import BODY, PREDIKAT, SMALL, persen_decimals
from kinerja_xlsx.write.hasil.pengembangan import add_signed
from kinerja_xlsx.write.hasil.rumus import HASIL_KERJA, PERILAKU, predikat_value
from kinerja_xlsx.write.hasil.rumus import PREDIKAT as MARK_PREDIKAT
from kinerja_xlsx.write.hasil.tanda_tangan import rater_signature, signing_text

_RATING_POINTS: Final = 18.0
_PREDIKAT_POINTS: Final = 22.0
_GAP_POINTS: Final = 6.0


def add_rating_hasil_kerja(sheaf: Sheaf, context: Context) -> None:
    """Add the rating of hasil kerja, with the usulan beside it."""
    sheaf.keep_last()
    score = context.form.score
    note = usulan_text(score, is_kualitatif=context.is_kualitatif)
    note = " ".join((note, *gabungan_texts(score)))
    name = ("RATING HASIL KERJA", HASIL_KERJA)
    _add_rating(sheaf, context, name, score.rating_hasil_kerja, note)
    sheaf.add(_GAP_POINTS)


def usulan_text(score: Score, *, is_kualitatif: bool) -> str:
    """Say what the figures suggest, and that it is a usulan and no rating."""
    if is_kualitatif:
        return "Pendekatan kualitatif: tanpa angka capaian, tanpa usulan."
    if score.capaian is None:
        return "Capaian belum dapat dihitung, sehingga belum ada usulan."
    capaian = format_number(score.capaian, persen_decimals(score.capaian))
    if not score.lengkap:
        return (
            f"Capaian sementara {capaian}%: masih ada indikator tanpa realisasi, sehingga belum "
            "ada usulan."
        )
    if score.usulan_hasil_kerja is None:
        return f"Capaian {capaian}%; tidak ada usulan."
    text = f"Usulan dari capaian {capaian}%: {score.usulan_hasil_kerja.value}"
    return _compare(text, score.usulan_hasil_kerja, score.rating_hasil_kerja)


def gabungan_texts(score: Score) -> tuple[str, ...]:
    """Say which figures come from the periods inside, and which of those are missing."""
    groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for indikator in score.indikator:
        found = indikator.gabungan
        if found is not None:
            groups.setdefault((found.periode, found.belum_ada), []).append(indikator.no_indikator)
    return tuple(
        f"Realisasi indikator {', '.join(numbers)} digabung dari "
        f"{'; belum ada '.join((periode, ', '.join(missing)) if missing else (periode,))}."
        for (periode, missing), numbers in groups.items()
    )


def _compare(text: str, usulan: Ekspektasi, rating: Ekspektasi | None) -> str:
    if rating is None or rating is usulan:
        return f"{text}. Usulan bukan rating."
    return f"{text}. Pejabat penilai menetapkan rating yang berbeda dari usulan."


def usulan_perilaku_text(score: Score) -> str:
    """Say what the seven values suggest, where all seven are filled."""
    if score.usulan_perilaku is None:
        return "Tanpa usulan, karena ketujuh nilai tidak dinilai satu per satu."
    text = f"Usulan dari tujuh nilai: {score.usulan_perilaku.value}"
    return _compare(text, score.usulan_perilaku, score.rating_perilaku)


def _add_rating(
    sheaf: Sheaf, context: Context, name: tuple[str, str], rating: Ekspektasi | None, note: str
) -> None:
    """Add one rating; `name` is its label and the mark under which the predikat looks it up."""
    looks, variant, (label, mark) = context.looks, context.grid.variant, name
    value = rating.value if rating else BELUM_DITETAPKAN
    cells = (
        Cell(variant.label, label, looks.label),
        Cell(variant.rating, value, looks.value_strong, mark),
        Cell(variant.note, note, looks.note),
    )
    height = max(
        _RATING_POINTS,
        context.height(*cells[:2], bold=True),
        context.height(cells[2], size=SMALL),
    )
    sheaf.add(height, *cells, keep=True)


def add_penutup(sheaf: Sheaf, context: Context) -> None:
    """Add what follows the table of perilaku; all of it stays on one page."""
    score = context.form.score
    name = ("RATING PERILAKU KERJA", PERILAKU)
    _add_rating(sheaf, context, name, score.rating_perilaku, usulan_perilaku_text(score))
    sheaf.add(_GAP_POINTS, keep=True)
    _add_predikat(sheaf, context)
    _add_angka(sheaf, context)
    _add_catatan(sheaf, context)
    _add_signature(sheaf, context)


def _add_predikat(sheaf: Sheaf, context: Context) -> None:
    looks, variant, predikat = context.looks, context.grid.variant, context.form.score.predikat
    note = (
        "Menurut kuadran kinerja, dari kedua rating di atas."
        if predikat
        else "Predikat ditetapkan setelah kedua rating diisi pejabat penilai."
    )
    value = predikat_value(context.book, context.form, BELUM_DITETAPKAN)
    cells = (
        Cell(variant.label, "PREDIKAT KINERJA PEGAWAI", looks.label),
        Cell(variant.rating, value, looks.predikat, MARK_PREDIKAT),
        Cell(variant.note, note, looks.note),
    )
    height = max(
        _PREDIKAT_POINTS,
        context.height(*cells[:2], size=PREDIKAT, bold=True),
        context.height(cells[2], size=SMALL),
    )
    sheaf.add(height, *cells, keep=True)


def _add_angka(sheaf: Sheaf, context: Context) -> None:
    """Add the numeric result where the office has chosen one; it is no predikat."""
    found = context.form.score.angka
    if found is None:
        return
    looks, variant = context.looks, context.grid.variant
    cells = (
        Cell(variant.label, f"HASIL ANGKA {found.mode.value}", looks.label),
        Cell(variant.rating, angka_text(found), looks.value_strong),
        Cell(variant.note, "Pembanding menurut kebijakan instansi; bukan predikat.", looks.note),
    )
    height = max(
        _RATING_POINTS,
        context.height(*cells[:2], bold=True),
        context.height(cells[2], size=SMALL),
    )
    sheaf.add(height, *cells, keep=True)


def angka_text(found: HasilAngka) -> str:
    """Write a numeric result with its word, or say that it is not there yet."""
    if found.nilai is None or found.sebutan is None:
        return "Belum dapat dihitung"
    return f"{format_number(found.nilai, persen_decimals(found.nilai))} – {found.sebutan.value}"


def _add_catatan(sheaf: Sheaf, context: Context) -> None:
    catatan = context.penilaian.catatan if context.penilaian else None
    if catatan:
        head = Cell(context.grid.variant.label, "CATATAN/REKOMENDASI", context.looks.label)
        body = Cell(context.grid.variant.value, catatan, context.looks.text)
        sheaf.add(context.height(head, body, size=BODY), head, body, keep=True)


def _add_signature(sheaf: Sheaf, context: Context) -> None:
    identitas, penilaian = context.book.identitas, context.penilaian
    day = (penilaian.tanggal_penilaian if penilaian else None) or identitas.tanggal_pengesahan
    place = signing_text(identitas.tempat or context.book.tempat, day)
    signature = rater_signature(context.grid.variant.signature, place, context.form.penilai)
    add_signed(sheaf, context, signature)
