"""What follows from scores, per person: angka kredit, TPP, days of absence to talk about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import AngkaKredit, SimulasiTpp
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil.rujukan import (
    DAFTAR_JENJANG,
    DAFTAR_PREDIKAT,
    KOEFISIEN,
    PERSEN_ANGKA_KREDIT,
    cell_of,
)
from kinerja_xlsx.write.rekap_kerangka import begin, finish, nothing
from kinerja_xlsx.write.rekap_masukan import BELUM_DITETAPKAN, RekapBook
from kinerja_xlsx.write.rekap_rumus import SURE_DECIMALS
from kinerja_xlsx.write.rekap_tabel import KOSONG, Jenis, Kolom, Rumus, Value, write_table

_MONTHS_OF_YEAR: Final = 12
_ANGKA_KREDIT: Final = (
    Kolom("Kode Unit", 17),
    Kolom("NIP", 22, Jenis.NIP),
    Kolom("Nama", 30),
    Kolom("Jabatan", 30),
    Kolom("Jenjang", 14, Jenis.TENGAH),
    Kolom("Sifat", 9, Jenis.TENGAH),
    Kolom("Mulai", 11, Jenis.TANGGAL),
    Kolom("Selesai", 11, Jenis.TANGGAL),
    Kolom("Bulan", 7, Jenis.BULAT),
    Kolom("Predikat", 17, Jenis.TENGAH),
    Kolom("Persen", 9, Jenis.ANGKA),
    Kolom("Koefisien per Tahun", 10, Jenis.ANGKA),
    Kolom("Angka Kredit Periode Ini", 13, Jenis.ANGKA),
    Kolom("Jumlah per NIP", 11, Jenis.ANGKA),
    Kolom("Keterangan", 36),
)
_TPP: Final = (
    Kolom("Kode Unit", 17),
    Kolom("NIP", 22, Jenis.NIP),
    Kolom("Nama", 30),
    Kolom("Jabatan", 28),
    Kolom("Mulai", 11, Jenis.TANGGAL),
    Kolom("Selesai", 11, Jenis.TANGGAL),
    Kolom("Bulan", 7, Jenis.BULAT),
    Kolom("Predikat", 17, Jenis.TENGAH),
    Kolom("Kinerja (%)", 11, Jenis.DESIMAL),
    Kolom("Potongan (%)", 11, Jenis.DESIMAL),
    Kolom("TPP Penugasan (%)", 12, Jenis.DESIMAL),
    Kolom("Bagian dari Periode (%)", 12, Jenis.DESIMAL),
    Kolom("Jumlah per NIP (%)", 12, Jenis.DESIMAL),
    Kolom("Keterangan", 34),
)
_PEMBINAAN: Final = (
    Kolom("Kode Unit", 17),
    Kolom("NIP", 22, Jenis.NIP),
    Kolom("Nama", 34),
    Kolom("Hari Periode Ini", 11, Jenis.BULAT),
    Kolom("Hari Sejak Awal Tahun", 13, Jenis.BULAT),
    Kolom("Langkah menurut PP 94/2021", 44),
    Kolom("Sel Sumber", 44),
)
_NOT_YET: Final = "Belum ada"
_PARTIAL: Final = "Jumlah per NIP baru sebagian: ada penugasan lain yang belum dapat dihitung."
_NO_TPP: Final = (
    "Simulasi TPP belum dipakai. Bila diperlukan, pilih aturan_tpp di lembar Kebijakan buku "
    "Pengaturan."
)


def write_angka_kredit(book: Book, sheet: Worksheet, rekap: RekapBook) -> None:
    """Write what each functional post earned in this period, summed for each person."""
    head = begin(
        book,
        sheet,
        rekap,
        "Angka Kredit Periode Ini",
        "Hanya jabatan fungsional PNS. Angka kredit = bulan ÷ 12 × persen predikat × koefisien, "
        "dibulatkan per penugasan, lalu dijumlahkan per NIP di semua unit.",
        "Hanya periode ini; akumulasi periode sebelumnya ada di buku Hasil unitnya. Penetapan "
        "angka kredit tetap oleh pejabat yang berwenang.",
    )
    lines = [row for row in rekap.employees if _is_scored(row) and row.jenjang is not None]
    found = _sums([(row.nip, _kredit(row)) for row in lines], ("B", "M"), head)
    decimals = rekap.parameters.pembulatan_angka_kredit.value if rekap.parameters else None
    sums = replace(found, decimals=decimals)
    rows = [_kredit_row(row, head + 2 + index, sums) for index, row in enumerate(lines)]
    empty = nothing(len(_ANGKA_KREDIT), "Belum ada jabatan fungsional PNS yang dinilai.", at=2)
    write_table(book, sheet, head, columns=_ANGKA_KREDIT, rows=rows or [empty])
    finish(sheet, rekap, head, columns=3)


def write_tpp(book: Book, sheet: Worksheet, rekap: RekapBook) -> None:
    """Write the simulation of TPP in percent, summed for each person."""
    head = begin(
        book,
        sheet,
        rekap,
        "Simulasi TPP (bukan penetapan)",
        "Hanya persen, tidak pernah rupiah, dan hanya jabatan definitif. Bagian dari periode = "
        f"TPP penugasan × bulan ÷ {rekap.period.months}; dijumlahkan per NIP di semua unit.",
        "Tabel potongan dan bobotnya ada di lembar Rujukan. Pembayaran mengikuti keputusan "
        "pejabat yang berwenang.",
    )
    lines = [row for row in rekap.employees if _is_scored(row) and row.tpp is not None]
    sums = _sums([(row.nip, _bagian(row)) for row in lines], ("B", "L"), head)
    months: dict[str, int] = {}
    for row in lines:
        months[row.nip] = months.get(row.nip, 0) + (row.tpp.bulan if row.tpp else 0)
    rows = [
        (
            *_tpp_row(row, head + 2 + index, rekap.period.months),
            sums.cell(row.nip, head + 2 + index),
            _tpp_note(row, sums, is_shared=months[row.nip] > rekap.period.months),
        )
        for index, row in enumerate(lines)
    ]
    empty = nothing(len(_TPP), _NO_TPP, at=2)
    write_table(book, sheet, head, columns=_TPP, rows=rows or [empty])
    finish(sheet, rekap, head, columns=3)


def write_pembinaan(book: Book, sheet: Worksheet, rekap: RekapBook) -> None:
    """Write who was absent without a reason for long enough to talk about it."""
    head = begin(
        book,
        sheet,
        rekap,
        "Bahan Pembinaan Kehadiran",
        "Bahan pembinaan, bukan putusan. Periksa dahulu kolom Alpa dan surat keterangannya, lalu "
        "bicarakan dengan pegawai. Yang memutuskan pejabat yang berwenang.",
        "Hari Sejak Awal Tahun menjumlahkan kolom Alpa lembar Kehadiran yang ada di folder input.",
    )
    rows: list[Sequence[Value]] = [
        (row.unit, row.nip, row.nama, row.hari, row.setahun, row.langkah, row.sel)
        for row in rekap.pembinaan
    ]
    empty = nothing(len(_PEMBINAAN), "Tidak ada yang perlu dibicarakan.", at=2)
    write_table(book, sheet, head, columns=_PEMBINAAN, rows=rows or [empty])
    finish(sheet, rekap, head, columns=3)


@dataclass(frozen=True, slots=True)
class _Sums:
    """Sums over the assignments of one person, as live formulas.

    Attributes:
        figures: NIP to the figures of its assignments; None where one is missing.
        nip: Letters of the column of NIP.
        figure: Letters of the column that is added.
        span: First and last row of the table.
        decimals: So many decimals are shown; None for as many as the column has.
    """

    figures: Mapping[str, Sequence[Decimal | None]]
    nip: str
    figure: str
    span: tuple[int, int]
    decimals: int | None = None

    def cell(self, nip: str, number: int) -> Value:
        """Add the figures of a person; never by a function that reads a NIP as a number."""
        known = [float(figure) for figure in self.figures[nip] if figure is not None]
        if not known:
            return None
        if len(self.figures[nip]) == 1:
            return Rumus(f"={self.figure}{number}", round(known[0], SURE_DECIMALS), self.decimals)
        first, last = self.span
        nips, added = (
            f"${letters}${first}:${letters}${last}" for letters in (self.nip, self.figure)
        )
        formula = f"=ROUND(SUMPRODUCT(--({nips}={self.nip}{number}),{added}),{SURE_DECIMALS})"
        return Rumus(formula, round(sum(known), SURE_DECIMALS), self.decimals)

    def is_partial(self, nip: str) -> bool:
        """Tell whether some, but not all, figures of a person are known."""
        missing = [figure is None for figure in self.figures[nip]]
        return any(missing) and not all(missing)


def _sums(
    found: Sequence[tuple[str, Decimal | None]], columns: tuple[str, str], head: int
) -> _Sums:
    figures: dict[str, list[Decimal | None]] = {}
    for nip, figure in found:
        figures.setdefault(nip, []).append(figure)
    return _Sums(figures, *columns, (head + 2, head + 1 + len(found)))


def _is_scored(row: BarisPegawai) -> bool:
    return row.status is PenugasanStatus.DINILAI


def _own(row: BarisPegawai) -> AngkaKredit | None:
    """Give what this period earned: the last of the accumulated periods."""
    return row.akumulasi.items[-1] if row.akumulasi else None


def _kredit(row: BarisPegawai) -> Decimal | None:
    own = _own(row)
    return None if own is None else own.nilai


def _bagian(row: BarisPegawai) -> Decimal | None:
    return None if row.tpp is None else row.tpp.bagian


def _kredit_row(row: BarisPegawai, number: int, sums: _Sums) -> Sequence[Value]:
    own = _own(row)
    decimals = cell_of("pembulatan_angka_kredit")
    formula = f"=ROUND(I{number}*K{number}*L{number}/{100 * _MONTHS_OF_YEAR},{decimals})"
    notes = ["Predikat belum ditetapkan."] if own is None else []
    if sums.is_partial(row.nip):
        notes.append(_PARTIAL)
    return (
        *(row.unit, row.nip, row.nama, row.jabatan),
        *(row.jenjang.value if row.jenjang else None, row.sifat, row.mulai, row.selesai),
        *(
            (
                own.bulan,
                own.predikat.value,
                Rumus(_found(PERSEN_ANGKA_KREDIT, DAFTAR_PREDIKAT, f"J{number}"), own.persen),
                Rumus(_found(KOEFISIEN, DAFTAR_JENJANG, f"E{number}"), own.koefisien),
            )
            if own
            else (None, BELUM_DITETAPKAN, None, None)
        ),
        _NOT_YET if own is None else Rumus(formula, float(own.nilai), sums.decimals),
        sums.cell(row.nip, number),
        " ".join(notes) or None,
    )


def _found(figures: str, words: str, cell: str) -> str:
    return f"=INDEX({figures},MATCH({cell},{words},0))"


def _tpp_row(row: BarisPegawai, number: int, months: int) -> Sequence[Value]:
    tpp = row.tpp
    if tpp is None:
        return ()
    part = f"ROUND(K{number}*G{number}/{months},{SURE_DECIMALS})"
    formula = f'=IF(ISNUMBER(K{number}),{part},"{KOSONG}")'
    share = KOSONG if tpp.persen is None else _share(tpp.persen, tpp.bulan, months)
    return (
        *(row.unit, row.nip, row.nama, row.jabatan, row.mulai, row.selesai, tpp.bulan),
        row.predikat.value if row.predikat else BELUM_DITETAPKAN,
        *(_NOT_YET if figure is None else figure for figure in _parts(tpp)),
        Rumus(formula, share),
    )


def _share(persen: Decimal, bulan: int, months: int) -> float:
    return round(float(persen) * bulan / months, SURE_DECIMALS)


def _parts(tpp: SimulasiTpp) -> tuple[Decimal | None, ...]:
    return tpp.kinerja, tpp.potongan, tpp.persen


def _tpp_note(row: BarisPegawai, sums: _Sums, *, is_shared: bool) -> str | None:
    notes = []
    if row.tpp and row.tpp.kinerja is None:
        notes.append("Predikat belum ditetapkan.")
    if row.tpp and row.tpp.potongan is None:
        notes.append("Kehadiran belum diisi.")
    if sums.is_partial(row.nip):
        notes.append(_PARTIAL)
    if is_shared:
        notes.append("Bulan peralihan terhitung di kedua penugasan.")
    return " ".join(notes) or None
