"""All habits, and the lists that must be complete: the 25 quirks, the rows of the tables."""

from __future__ import annotations

from pathlib import Path

from tests.flow.lapangan import berkas, frekuensi_berkas, frekuensi_isi, nilai, nip, tabel
from tests.flow.lapangan.alat import Jejak

GOLDEN = Path(__file__).parents[2] / "golden" / "lapangan.toml"
SEMUA: tuple[Jejak, ...] = (
    *berkas.SEMUA,
    *nip.SEMUA,
    *tabel.SEMUA,
    *nilai.SEMUA,
    *frekuensi_berkas.SEMUA,
    *frekuensi_isi.SEMUA,
)
KEBIASAAN = (
    "q01-halaman-web-bernama-xls",
    "q02-teks-bernama-xls",
    "q03-teks-menimpa-xlsx",
    "q04-nip-berpetik",
    "q05-nip-angka",
    "q06-tanpa-judul",
    "q07-nama-di-atas-nip",
    "q08-nama-dan-nip-satu-sel",
    "q09-baris-nomor-kolom",
    "q10-label-di-atas-tabel",
    "q11-register-rumus",
    "q12-tanda-tangan",
    "q13-jumlah-tanpa-label",
    "q14-gaya-jauh-di-bawah",
    "q15-blok-bertumpuk",
    "q16-banyak-tabel",
    "q17-dua-gaya-desimal",
    "q18-realisasi-kalimat",
    "q19-satuan-tak-beraturan",
    "q20-empat-macam-tanggal",
    "q21-judul-bertingkat",
    "q22-pohon-nilai",
    "q23-nama-rusak-dan-tersembunyi",
    "q24-nomor-lain-di-kolom-nip",
    "q25-lembar-tiap-pegawai",
)
"""The most instructive quirks of real offices, in the order of the count."""
BARIS_TABEL = (
    "A extension does not match content", "A hidden sheet(s)", "A more than one sheet",
    "A 5+ sheets", "A empty sheets besides data", "A active sheet is not the first",
    "A external-workbook links", "A formula uses external link", "A sheet protection",
    "A workbook protection", "A VBA macros", "A comments", "A images/logos", "A charts",
    "A hyperlinks", "B no header row recognised on any sheet", "B header on row 1",
    "B header on rows 2-4", "B header on rows 5-10", "B header below row 10",
    "B title rows above header >=1", "B header of 2+ rows",
    "B row of column numbers under header", "B first data column is not A",
    "B gap between header and data", "C newline inside a heading",
    "C leading/trailing space in a heading", "C double space in a heading",
    "C snake_case headings", "C duplicate heading text in header row",
    "C blank heading inside header", "C values under a column with no heading",
    "C header repeated inside data", "C Cek/verifikasi/status column",
    "D merged cells anywhere", "D merged cells inside data area", "D vertical merges in data",
    "D blank rows inside data", "D section/group rows inside data",
    "D total/jumlah/rata-rata row", "D signature block below table",
    "D rows (notes etc.) after last data row", "D hidden rows", "D hidden rows inside data",
    "D hidden columns", "D hidden columns that carry headings",
    "D NIP: combined with name in one cell", "E formulas", "E formula with no cached value",
    "E error cells", "E defined names", "E defined names with #REF!",
    "E Print_Area/Titles names", "E autofilter", "E Excel table object", "E data validation",
    "E list validation", "E conditional formatting", "E frozen panes",
    "E dimension tag far larger than data", "E dimension tag missing",
    "E styled empty rows after data", "E explicit empty-string cells",
    "E cell/row without r= reference", "E inlineStr cells", "E rich-text shared strings",
    "E over 500 cell styles (cellXfs)", "E over 100 named cellStyles",
    "F mixed text+number in one column", "F numbers stored as text (integers)",
    "F comma-decimal text (12,5)", "F dot-thousands text (1.234.567)",
    "F dot-decimal text (12.5)", "F percent as text", "F percent number format", "F Rp as text",
    "F Rp number format", "F float noise (17 significant digits in XML)",
    "F long identifier as number (>=1e15)", "F dash used for empty", "F dates as text",
    "F dates as serial", "F both text and serial dates", "F text dates in 2+ patterns",
    "F locale-tagged date format", "F edge spaces in cells", "F NBSP in cells",
    "F tab in cells", "F line breaks in cells", "F smart quotes/dashes", "F mojibake",
    "F quotePrefix cells", "G NIP: 18 digits as text", "G NIP: text with 8-6-1-3 spaces",
    "G NIP: stored as number (precision lost)", "G NIP: edge space / NBSP",
    "G NIP: literal apostrophe char", "G NIP: quotePrefix",
    "G NIP: dash/blank words for non-ASN", "G NIP: wrong length (not 18)",
)  # fmt: skip
"""The rows of the frequency tables that were met at least once, by table and name."""
