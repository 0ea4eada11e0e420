"""Sheet `Angka Kredit`: what the predikat of functional PNS come to, and what is still lacking."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.law import Jenjang
from kinerja_xlsx.model.number import format_number, half_up
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.score import AkumulasiAngkaKredit, AngkaKredit
from kinerja_xlsx.policy.permenpanrb_1_2023 import BULAN_SETAHUN, SYARAT
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil import rumus
from kinerja_xlsx.write.hasil.kredit import DIBULATKAN, is_live
from kinerja_xlsx.write.hasil.labels import BELUM_DITETAPKAN
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.hasil.rujukan import (
    DAFTAR_JENJANG,
    DAFTAR_PREDIKAT,
    KOEFISIEN,
    NAIK_JENJANG,
    NAIK_PANGKAT,
    PERSEN_ANGKA_KREDIT,
    cell_of,
)
from kinerja_xlsx.write.hasil.rumus_rekap import Alamat, bulan_value, lookup
from kinerja_xlsx.write.muat import print_in_blocks, write_heading
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Rumus,
    Value,
    joined,
    set_up_sheet,
    write_table,
)

SHEET: Final = "Angka Kredit"
_WHO: Final = 3
"""So many columns say whose row it is."""
_SPLIT: Final = 11
"""The table is too wide for one page: from this column on it is printed beside, with the sums."""
_BELUM_ADA: Final = "Belum ada"
_NOTE: Final = (
    "Kumulatif menjumlahkan periode yang isiannya ada di folder input. Angka kredit lain, "
    "misalnya penetapan terdahulu, belum termasuk: tambahkan dahulu sebelum membaca kolom Kurang."
)
_NOBODY_BEFORE: Final = "Belum ada periode sebelumnya."
_ENOUGH: Final = "Jumlah ini mencapai syarat naik pangkat; syarat lainnya tetap diperiksa."


def has_angka_kredit(hasil: HasilBook) -> bool:
    """Tell whether anybody's post earns angka kredit."""
    return any(form.jenjang is not None for form in hasil.forms)


def write_angka_kredit(
    book: Book, sheet: Worksheet, hasil: HasilBook, alamat: Sequence[Alamat]
) -> None:
    """Write one row for each functional post of a PNS, in the order of the submission.

    Args:
        book: The workbook.
        sheet: The sheet.
        hasil: The unit.
        alamat: Where the predikat of each form stands, in the order of the forms.
    """
    unit = f"{hasil.nama_unit} ({hasil.kode_unit})"
    decimals = hasil.parameters.pembulatan_angka_kredit.value
    how = (
        "Angka kredit = persen predikat × koefisien jenjang × bulan ÷ 12, dibulatkan sampai "
        f"{decimals} angka di belakang koma; persen, koefisien, dan syarat ada di lembar Rujukan."
    )
    title = f"Angka Kredit Jabatan Fungsional PNS {hasil.period.label}"
    columns, kop = _columns(decimals), joined(unit, hasil.instansi, hasil.bagian)
    blocks = columns[:_WHO], columns[_WHO:_SPLIT]
    head = write_heading(book, sheet, (title, kop, (how, _NOTE)), blocks)
    shown = [pair for pair in zip(hasil.forms, alamat, strict=True) if pair[0].jenjang]
    rows = [
        _row(form, where, (number, head + 1 + number), decimals)
        for number, (form, where) in enumerate(shown, start=1)
    ]
    write_table(book, sheet, head, columns=columns, rows=rows)
    set_up_sheet(sheet, hasil.kertas, head=head, footer=f"{unit} · {hasil.period.label}")
    print_in_blocks(sheet, columns, hasil.kertas, split=_SPLIT, repeat=_WHO)
    sheet.freeze_panes(head + 1, _WHO)


def _columns(decimals: int) -> tuple[Kolom, ...]:
    fine = "#,##0" + (f".{'0' * decimals}" if decimals else "")
    return (
        Kolom("No", 5, Jenis.TENGAH),
        Kolom("NIP", 20, Jenis.NIP),
        Kolom("Nama", 24),
        Kolom("Jenjang", 13, Jenis.TENGAH),
        Kolom("Mulai", 11, Jenis.TANGGAL),
        Kolom("Selesai", 11, Jenis.TANGGAL),
        Kolom("Predikat", 18, Jenis.TENGAH),
        Kolom("Persen (%)", 10, Jenis.BULAT),
        Kolom("Koefisien Setahun", 11, Jenis.DESIMAL),
        Kolom("Bulan", 7, Jenis.BULAT),
        Kolom("Angka Kredit Periode Ini", 12, Jenis.DESIMAL, fine),
        Kolom("Angka Kredit Sebelumnya", 12, Jenis.DESIMAL, fine),
        Kolom("Kumulatif", 11, Jenis.DESIMAL, fine),
        Kolom("Syarat Naik Pangkat", 9, Jenis.BULAT),
        Kolom("Kurang untuk Pangkat", 11, Jenis.DESIMAL, fine),
        Kolom("Syarat Naik Jenjang", 9, Jenis.BULAT),
        Kolom("Kurang untuk Jenjang", 11, Jenis.DESIMAL, fine),
        Kolom("Periode Sebelumnya dan Keterangan", 36),
    )


def _row(
    form: HasilForm, alamat: Alamat, numbers: tuple[int, int], decimals: int
) -> Sequence[Value]:
    """Fill one row; `numbers` are its number in the table and on the sheet."""
    (number, row), pegawai, score = numbers, form.penugasan.pegawai.row, form.score
    days = (form.penugasan.mulai, form.penugasan.selesai)
    predikat = score.predikat.value if score.predikat else BELUM_DITETAPKAN
    found = score.akumulasi
    return (
        number,
        pegawai.nip,
        pegawai.nama,
        form.jenjang.value if form.jenjang else None,
        *days,
        alamat.link(rumus.PREDIKAT, predikat),
        None
        if found is None
        else lookup(f"G{row}", DAFTAR_PREDIKAT, PERSEN_ANGKA_KREDIT, found.items[-1].persen),
        *_koefisien(form.jenjang, row),
        bulan_value(days, (f"E{row}", f"F{row}")),
        *_figures(found, row, decimals),
        *_needed(form.jenjang, found, row),
        _remark(found, decimals),
    )


def _koefisien(jenjang: Jenjang | None, row: int) -> tuple[Value]:
    if jenjang is None:
        return (None,)
    return (lookup(f"D{row}", DAFTAR_JENJANG, KOEFISIEN, SYARAT[jenjang].koefisien),)


def _figures(found: AkumulasiAngkaKredit | None, row: int, decimals: int) -> Sequence[Value]:
    """Give angka kredit of this period, of earlier ones, and of all."""
    if found is None:
        return (_BELUM_ADA, None, None)
    *earlier, own = found.items
    before = sum((item.nilai for item in earlier), Decimal(0))
    total = f"=ROUND(SUM(K{row}:L{row}),{cell_of(DIBULATKAN)})"
    is_sum = half_up(own.nilai + before, decimals) == found.total
    return (
        _own(own, row, decimals),
        before if earlier else None,
        Rumus(total, found.total) if is_sum else found.total,
    )


def _own(own: AngkaKredit, row: int, decimals: int) -> Value:
    """Multiply what the cells beside it show, where that comes to the very figure."""
    if not is_live(own, decimals):
        return own.nilai
    formula = f"=ROUND(H{row}*I{row}*J{row}/{100 * BULAN_SETAHUN},{cell_of(DIBULATKAN)})"
    return Rumus(formula, own.nilai)


def _needed(
    jenjang: Jenjang | None, found: AkumulasiAngkaKredit | None, row: int
) -> Sequence[Value]:
    """Give what both rises need, and what the sum still lacks of it."""
    if jenjang is None:
        return (None,) * 4
    syarat = SYARAT[jenjang]
    cells: list[Value] = []
    for column, figures, wanted in (
        ("N", NAIK_PANGKAT, syarat.naik_pangkat),
        ("P", NAIK_JENJANG, syarat.naik_jenjang),
    ):
        if wanted is None:
            cells += (None, None)
            continue
        cells.append(lookup(f"D{row}", DAFTAR_JENJANG, figures, wanted))
        lacking = None if found is None else max(wanted - found.total, Decimal(0))
        formula = f"=MAX(0,{column}{row}-M{row})"
        cells.append(None if lacking is None else Rumus(formula, lacking))
    return cells


def _remark(found: AkumulasiAngkaKredit | None, decimals: int) -> str:
    """Name the earlier periods with their figures, or say what is waited for."""
    if found is None:
        return "Menunggu predikat dari pejabat penilai."
    named = [
        f"{Period.parse(item.period).label}: {format_number(item.nilai, decimals)} "
        f"({item.predikat.value})"
        for item in found.items[:-1]
    ]
    remark = f"{'; '.join(named)}." if named else _NOBODY_BEFORE
    return f"{remark} {_ENOUGH}" if found.total >= found.naik_pangkat else remark
