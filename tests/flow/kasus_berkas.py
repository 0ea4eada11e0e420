"""One fault for each code of files, of several files and of units, with its sound twin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from openpyxl import Workbook, load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.read import Snapshot, read_submission
from kinerja_xlsx.run.workspace import PENGATURAN
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.validate import check_isian
from tests.drawn import HEADER_ROW
from tests.flow.alur import (
    KEPALA,
    PENGELOLA,
    PERAWAT,
    heading_columns,
    nip_in,
    sent_by_three,
)
from tests.unit.read.raw import with_parts

PKM = "PKM.xlsx"
Files = dict[str, bytes]
FIRST = HEADER_ROW + 1
C = IssueCode


@dataclass(frozen=True, slots=True)
class Kasus:
    """One fault: what it raises, what goes into `input/`, where it lies, and its sound twin."""

    code: IssueCode
    name: str
    files: Callable[[], Files]
    place: tuple[str, str | None, str | None]
    twin: Callable[[], Files] = lambda: dict(sent_by_three())

    @property
    def id(self) -> str:
        return f"{self.code.value} {self.name}"


def beside(name: str, data: bytes) -> Callable[[], Files]:
    """Put one more file beside three sound ones."""
    return lambda: {**sent_by_three(), name: data}


def holding(part: str) -> Callable[[], Files]:
    """Add a part to one of three sound files."""
    return lambda: {**sent_by_three(), PKM: with_parts(sent_by_three()[PKM], {part: "<a/>"})}


def edited(change: Callable[[Workbook], None], name: str = PKM) -> Callable[[], Files]:
    """Change one of the three sound files as an office program would."""

    def make() -> Files:
        return {**sent_by_three(), name: edit(sent_by_three()[name], change)}

    return make


def edit(data: bytes, change: Callable[[Workbook], None]) -> bytes:
    book = load_workbook(BytesIO(data))
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def puts(sheet: str, heading: str, row: int, value: object) -> Callable[[Workbook], None]:
    """Put a value under a heading."""

    def change(book: Workbook) -> None:
        tab = book[sheet]
        tab.cell(row, heading_columns(tab)[heading]).value = value  # type: ignore[assignment] # any cell value

    return change


def both(*changes: Callable[[Workbook], None]) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        for one in changes:
            one(book)

    return change


def label(name: str, value: object) -> Callable[[Workbook], None]:
    """Put a value beside a label of `Identitas`."""

    def change(book: Workbook) -> None:
        tab = book["Identitas"]
        row = next(cell.row for cell in tab["A"] if cell.value == name)
        tab.cell(row, 2).value = value  # type: ignore[assignment] # any cell value

    return change


def meta(key: str, value: str) -> Callable[[Workbook], None]:
    """Change one value of the hidden identity."""

    def change(book: Workbook) -> None:
        tab = book["_meta"]
        row = next(cell.row for cell in tab["A"] if cell.value == key)
        tab.cell(row, 2).value = value

    return change


def other_book() -> bytes:
    """Write a workbook that has nothing to do with us."""
    book = Workbook()
    assert book.active is not None
    book.active.title = "Absen"
    book.active.append(["No", "Nama", "Jam"])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def compound(stream: str) -> bytes:
    """Write the beginning of an OLE2 file that names one stream."""
    head = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504
    return head + stream.encode("utf-16-le") + b"\0" * 1024


def renamed_code(code: str) -> Callable[[Workbook], None]:
    """Change the unit in `Identitas` and in the hidden identity alike."""

    return both(label("Kode Unit", code), meta("kode_unit", code))


def without_tail(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def of_rsu(nip: str) -> str:
    return nip_in(1, nip)


def _far(book: Workbook) -> None:
    _cell(book, "Hasil Kerja", "XFD1048576")


def _cell(book: Workbook, sheet: str, address: str) -> None:
    book[sheet][address] = "catatan"


def _sheet(book: Workbook, name: str) -> None:
    book.create_sheet(name)["A1"] = "hitungan"


def only(nips: set[str]) -> Callable[[Workbook], None]:
    """Keep the rows of these people alone."""

    def change(book: Workbook) -> None:
        for sheet in ("Pegawai", "Hasil Kerja", "Penilaian"):
            tab = book[sheet]
            rows = [row for row in tab.iter_rows(min_row=FIRST) if row[1].value not in nips]
            for cell in (cell for row in rows for cell in row[1:]):
                cell.value = None

    return change


def _halves() -> Files:
    whole = sent_by_three()[PKM]
    files = {name: data for name, data in sent_by_three().items() if name != PKM}
    files["PKM-1.xlsx"] = edit(whole, only({KEPALA, PERAWAT}))
    files["PKM-2.xlsx"] = edit(whole, only({PENGELOLA}))
    return files


@cache
def _hash_of_pkm() -> str:
    """Learn the data hash of the first submission as a correction workbook would carry it."""
    data = sent_by_three()[PKM]
    submission = read_submission(Snapshot(PKM, data, "", len(data)), ISIAN)
    return check_isian(submission, None).data_hash


def _corrected() -> Files:
    change = both(
        puts("Hasil Kerja", "Realisasi", FIRST, 41),
        meta("leluhur", _hash_of_pkm()),
        meta("putaran", "1"),
    )
    return {**sent_by_three(), "perbaikan.xlsx": edit(sent_by_three()[PKM], change)}


BERKAS = (
    Kasus(C.BRK_01, "halaman web bernama xls",
          beside("lap.xls", b"<html><table><tr><td>NIP</td></tr></table></html>"),
          ("lap.xls", None, None)),
    Kasus(C.BRK_01, "CSV bernama xlsx", beside("data.xlsx", b"NIP;Nilai\r\n001;87,5\r\n"),
          ("data.xlsx", None, None)),
    Kasus(C.BRK_02, "xls lama", beside("lama.xls", compound("Workbook")),
          ("lama.xls", None, None)),
    Kasus(C.BRK_03, "terenkripsi", beside("kunci.xlsx", compound("EncryptedPackage")),
          ("kunci.xlsx", None, None)),
    Kasus(C.BRK_04, "terpotong",
          lambda: {**sent_by_three(), PKM: without_tail(sent_by_three()[PKM])},
          (PKM, None, None)),
    Kasus(C.BRK_05, "berkas sementara", beside("~$PKM.xlsx", b"\x05Admin" + b" " * 159),
          ("~$PKM.xlsx", None, None)),
    Kasus(C.BRK_07, "kosong", beside("nol.xlsx", b""), ("nol.xlsx", None, None)),
    Kasus(C.BRK_08, "isi di ujung lembar", edited(_far), (PKM, None, None)),
    Kasus(C.BRK_09, "bukan templat", beside("absen.xlsx", other_book()),
          ("absen.xlsx", None, None)),
    Kasus(C.BRK_10, "templat lain",
          lambda: {**sent_by_three(), "salinan.xlsx": sent_by_three()[PENGATURAN]},
          ("salinan.xlsx", None, None)),
    Kasus(C.BRK_12, "unit tak terdaftar", edited(renamed_code("PKN")), (PKM, "Identitas", "B5")),
    Kasus(C.BRK_13, "periode belum dibuka",
          edited(both(label("Periode", "2026-TW2"), meta("periode", "2026-TW2"))),
          (PKM, "Identitas", "B7")),
    Kasus(C.BRK_18, "unit berbeda dari penanda", edited(label("Kode Unit", "RSU")),
          (PKM, "Identitas", "B5")),
    Kasus(C.BRK_14, "makro", holding("xl/vbaProject.bin"), (PKM, None, None)),
    Kasus(C.BRK_15, "tautan luar", holding("xl/externalLinks/externalLink1.xml"),
          (PKM, None, None)),
    Kasus(C.BRK_24, "koneksi data", holding("xl/connections.xml"), (PKM, None, None)),
    Kasus(C.LBR_15, "isi di luar tabel", edited(lambda book: _cell(book, "Hasil Kerja", "AZ9")),
          (PKM, "Hasil Kerja", "AZ9")),
    Kasus(C.LBR_16, "lembar lain", edited(lambda book: _sheet(book, "Lembar hitung")),
          (PKM, "Lembar hitung", None)),
)  # fmt: skip

UNIT = (
    Kasus(C.LTS_04, "definitif di dua unit",
          edited(puts("Pegawai", "NIP", FIRST, of_rsu(KEPALA))), (PKM, "Pegawai", "B5"),
          edited(both(puts("Pegawai", "NIP", FIRST, of_rsu(KEPALA)),
                      puts("Pegawai", "Sifat", FIRST, "Plt")))),
    Kasus(C.LTS_06, "penilai tak dikenal",
          edited(puts("Pegawai", "Penilai", FIRST + 1, "196001011985031009")),
          (PKM, "Pegawai", "N6"), edited(puts("Pegawai", "Penilai", FIRST + 1, "KADIS"))),
    Kasus(C.LTS_15, "sebaran tidak sesuai pola",
          edited(label("Capaian Kinerja Organisasi", "Sangat Kurang")), ("", None, None)),
    Kasus(C.LTS_16, "rating berbeda dari usulan", lambda: dict(sent_by_three()),
          (PKM, "Penilaian", "M7"),
          edited(puts("Penilaian", "Rating Hasil Kerja", FIRST + 2, "Di Atas Ekspektasi"))),
    Kasus(C.LTS_17, "satu rating kosong",
          edited(puts("Penilaian", "Rating Perilaku", FIRST, None)), (PKM, "Penilaian", "N5"),
          edited(both(puts("Penilaian", "Rating Perilaku", FIRST, None),
                      puts("Penilaian", "Rating Hasil Kerja", FIRST, None)))),
    Kasus(C.LTS_18, "capaian organisasi kosong",
          edited(label("Capaian Kinerja Organisasi", None)), ("", None, None)),
    Kasus(C.LTS_21, "rating belum ada",
          edited(both(puts("Penilaian", "Rating Perilaku", FIRST, None),
                      puts("Penilaian", "Rating Hasil Kerja", FIRST, None))), ("", None, None)),
    Kasus(C.LTS_20, "pegawai tidak dikirim", edited(only({KEPALA, PERAWAT})),
          (PKM, "Pegawai", None), _halves),
    Kasus(C.LBK_01, "isi sama",
          lambda: {**sent_by_three(), "z salinan.xlsx": sent_by_three()[PKM]},
          ("z salinan.xlsx", None, None)),
    Kasus(C.LBK_02, "dua berkas satu unit", _halves, ("PKM-1.xlsx", None, None)),
    Kasus(C.LBK_03, "digantikan perbaikannya", _corrected, (PKM, None, None)),
    Kasus(C.LBK_04, "isi bertentangan",
          lambda: {**sent_by_three(), "z.xlsx": edit(
              sent_by_three()[PKM], puts("Hasil Kerja", "Realisasi", FIRST, 41))},
          (PKM, "Hasil Kerja", "U5")),
    Kasus(C.LBK_06, "unit belum mengirim",
          lambda: {name: data for name, data in sent_by_three().items() if name != PKM},
          ("", None, None)),
)  # fmt: skip
