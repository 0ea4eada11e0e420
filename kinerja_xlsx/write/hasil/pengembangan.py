"""What to talk about with a person: the rater's words first, then the person's own figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from kinerja_xlsx.model.law import Ekspektasi, NilaiPerilaku, Pendekatan
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.score import IndikatorScore, IndikatorStatus
from kinerja_xlsx.spec.pengembangan import SERTA_LAINNYA, Bagian, Ucapan, ucap
from kinerja_xlsx.write.hasil.context import Context
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf, Span
from kinerja_xlsx.write.hasil.looks import SMALL, persen_decimals
from kinerja_xlsx.write.hasil.masukan import HasilForm
from kinerja_xlsx.write.hasil.tanda_tangan import Signature, add_signatures
from kinerja_xlsx.write.measure import lines_height

JUDUL: Final = "BAHAN PENGEMBANGAN"
_TERCAPAI: Final = Decimal(100)
"""Capaian at which a target is met, whatever its direction."""
_TERENDAH: Final = 2
"""So many of the indicators below their target are named."""
_NOMOR: Final = 3
"""So many numbers of indicators without a realisasi are named."""
_KUTIPAN: Final = 160
"""Letters of feedback that are quoted; the whole stands in the table above."""


@dataclass(frozen=True, slots=True)
class Pengembangan:
    """The parts of the conversation, each as one paragraph.

    Attributes:
        umpan_balik: The rater's feedback, or that there is none yet.
        sudah_baik: What went well; empty where nothing can be said.
        ditingkatkan: What can grow; may be empty.
        belum_ada: What is not there yet; may be empty.
        langkah: The step agreed, or that there is none yet.
    """

    umpan_balik: str
    sudah_baik: str
    ditingkatkan: str
    belum_ada: str
    langkah: str

    @property
    def lines(self) -> tuple[str, ...]:
        """What there is to say, each part behind its name: the rater's words come first."""
        named = (
            (Bagian.UMPAN_BALIK, self.umpan_balik),
            (Bagian.SUDAH_BAIK, self.sudah_baik),
            (Bagian.DITINGKATKAN, self.ditingkatkan),
            (Bagian.BELUM_ADA, self.belum_ada),
            (Bagian.LANGKAH, self.langkah),
        )
        return tuple(f"{bagian.value}: {text}" for bagian, text in named if text)


def pengembangan_of(form: HasilForm, pendekatan: Pendekatan) -> Pengembangan:
    """Choose the sentences about one person by the rules of `spec.pengembangan`.

    Args:
        form: The person's rows and figures.
        pendekatan: Whether the work has figures at all.
    """
    in_words = pendekatan is Pendekatan.KUALITATIF
    scores = form.score.indikator
    good = _described(form) if in_words else _reached(scores)
    grow = () if in_words else _below(scores)
    missing = _undescribed(form) if in_words else _unscored(scores)
    above, weak = (tuple(_nilai(form, one)) for one in (Ekspektasi.DI_ATAS, Ekspektasi.DI_BAWAH))
    penilaian = form.penugasan.penilaian
    langkah = penilaian.row.rencana_pengembangan if penilaian else None
    return Pengembangan(
        umpan_balik=_umpan_balik(form),
        sudah_baik=" ".join((*good, *_said(Ucapan.PERILAKU_DI_ATAS, above))),
        ditingkatkan=" ".join((*grow, *_said(Ucapan.PERILAKU_DIPERKUAT, weak))),
        belum_ada=" ".join(missing),
        langkah=_langkah(langkah),
    )


def add_signed(sheaf: Sheaf, context: Context, signature: Signature) -> None:
    """Add the rater's signature, and beside it what to talk about, where paper lies free."""
    found = pengembangan_of(context.form, context.book.pendekatan)
    at = (0, signature.at[0] - 2)
    cell = Cell(at, "\n".join(found.lines), context.looks.text_small)
    first = len(sheaf.strips) + 1  # below the gap
    add_signatures(sheaf, context, (signature,))
    head = sheaf.strips[first]
    label = Cell(at, JUDUL, context.looks.label)
    sheaf.strips[first] = replace(head, cells=(*head.cells, label))
    needed = context.height(cell, size=SMALL) + lines_height(1, SMALL)
    missing = needed - sum(strip.height for strip in sheaf.strips[first + 1 :])
    if missing > 0:
        sheaf.keep_last()
        sheaf.add(missing)
    last = len(sheaf.strips) - 1
    sheaf.spans.append(Span(first + 1, last, cell, context.room(cell), SMALL))


# -- the rater's words --------------------------------------------------------------------------


def _umpan_balik(form: HasilForm) -> str:
    penilaian = form.penugasan.penilaian
    own = penilaian.row.umpan_balik_perilaku if penilaian else None
    if own:
        return ucap(Ucapan.UMPAN_BALIK, umpan_balik=_quoted(own))
    for placed in form.penugasan.indikator:
        if placed.row.umpan_balik:
            text, number = _quoted(placed.row.umpan_balik), placed.row.no_indikator
            return ucap(Ucapan.UMPAN_BALIK_INDIKATOR, umpan_balik=text, nomor=number)
    return ucap(Ucapan.TANPA_UMPAN_BALIK)


def _langkah(langkah: str | None) -> str:
    if not langkah:
        return ucap(Ucapan.TANPA_LANGKAH)
    return ucap(Ucapan.LANGKAH, langkah=_in_line(langkah))


def _in_line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    """Set a text in one line, cut between words where it is long."""
    line = _in_line(text)
    if len(line) <= _KUTIPAN:
        return line
    return f"{line[:_KUTIPAN].rsplit(' ', 1)[0].rstrip('.,;: ')} …"


# -- figures ------------------------------------------------------------------------------------


def _capaian(scores: Sequence[IndikatorScore]) -> list[tuple[Decimal, str]]:
    """List capaian and number of what was scored, in the order of the form."""
    return [(one.capaian, one.no_indikator) for one in scores if one.capaian is not None]


def _reached(scores: Sequence[IndikatorScore]) -> Iterator[str]:
    """Say how many targets are met, or where the work came farthest."""
    found = _capaian(scores)
    reached = [one for one in found if one[0] >= _TERCAPAI]
    best, number = max(found, key=lambda one: one[0], default=(Decimal(0), ""))
    if len(found) > 1 and len(reached) == len(found):
        yield ucap(Ucapan.SEMUA_TERCAPAI, banyak=str(len(found)))
    elif best > 0:
        ucapan = Ucapan.SATU_TERCAPAI if len(found) == 1 else Ucapan.SEBAGIAN_TERCAPAI
        yield ucap(
            ucapan if reached else Ucapan.TERJAUH,
            tercapai=str(len(reached)),
            banyak=str(len(found)),
            nomor=number,
            capaian=_persen(best),
        )


def _below(scores: Sequence[IndikatorScore]) -> Iterator[str]:
    """Name what lies farthest below its target."""
    below = sorted((one for one in _capaian(scores) if one[0] < _TERCAPAI), key=lambda one: one[0])
    named = [f"{number} ({_persen(capaian)}%)" for capaian, number in below]
    yield from _listed(Ucapan.DI_BAWAH_TARGET, named, _TERENDAH)


def _unscored(scores: Sequence[IndikatorScore]) -> Iterator[str]:
    """Name what has no figure yet."""
    status = IndikatorStatus.BELUM_ADA_REALISASI
    missing = [one.no_indikator for one in scores if one.status is status]
    yield from _listed(Ucapan.BELUM_ADA_REALISASI, missing, _NOMOR)


def _persen(capaian: Decimal) -> str:
    return format_number(capaian, persen_decimals(capaian))


# -- words --------------------------------------------------------------------------------------


def _described(form: HasilForm) -> Iterator[str]:
    """Say of how many indicators the work is described."""
    rows = [placed.row for placed in form.penugasan.indikator]
    told = sum(bool(row.uraian_realisasi) for row in rows)
    if told:
        yield ucap(Ucapan.DIURAIKAN, tercapai=str(told), banyak=str(len(rows)))


def _undescribed(form: HasilForm) -> Iterator[str]:
    """Name the indicators whose work is not described yet."""
    rows = [placed.row for placed in form.penugasan.indikator]
    missing = [row.no_indikator for row in rows if not row.uraian_realisasi]
    yield from _listed(Ucapan.BELUM_DIURAIKAN, missing, _NOMOR)


def _nilai(form: HasilForm, wanted: Ekspektasi) -> Iterator[str]:
    """Name the values of perilaku that the rater saw in this way."""
    penilaian = form.penugasan.penilaian
    for nilai in NilaiPerilaku:
        if penilaian and getattr(penilaian.row, nilai.name.lower()) is wanted:
            yield nilai.value


def _said(ucapan: Ucapan, nilai: Sequence[str]) -> Iterator[str]:
    if nilai:
        yield ucap(ucapan, nilai=_joined(nilai))


def _listed(ucapan: Ucapan, items: Sequence[str], most: int) -> Iterator[str]:
    """Say a sentence about some items, of which only so many are named."""
    if items:
        left = len(items) - most
        more = [SERTA_LAINNYA.format(banyak=left)] if left > 0 else []
        yield ucap(ucapan, daftar=" ".join((_joined(items[:most], is_open=bool(more)), *more)))


def _joined(items: Sequence[str], *, is_open: bool = False) -> str:
    """Join items as a sentence does; no `dan` before the last where more follows."""
    if is_open or len(items) == 1:
        return ", ".join(items)
    comma = "," if len(items) > 2 else ""  # noqa: PLR2004 - two need no comma
    return f"{', '.join(items[:-1])}{comma} dan {items[-1]}"
