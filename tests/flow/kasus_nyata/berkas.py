"""Cases 19, 21 and 27 in a whole run: files of every kind, people sent twice, old templates."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from kinerja_xlsx.run.workspace import PENGATURAN
from tests.flow.alur import KEPALA, sent_by_three
from tests.flow.kasus_berkas import (
    FIRST,
    PKM,
    Files,
    both,
    compound,
    edit,
    label,
    meta,
    of_rsu,
    other_book,
    puts,
    without_tail,
)
from tests.unit.read.raw import pack


@dataclass(frozen=True, slots=True)
class KasusBerkas:
    """One variation in a whole run of three units.

    Attributes:
        number: Its number in the list of real input cases.
        name: What varies.
        files: Makes what lies in `input/`.
        verdicts: File to its verdict; all others must be accepted.
        told: All codes and places of galat, and of what is told about files that are not read.
    """

    number: int
    name: str
    files: Callable[[], Files]
    verdicts: Mapping[str, str] = field(default_factory=dict)
    told: str = ""

    @property
    def id(self) -> str:
        return f"{self.number:02d}-{self.name.replace(' ', '-')}"


def beside(name: str, make: Callable[[], bytes]) -> Callable[[], Files]:
    return lambda: {**sent_by_three(), name: make()}


def pkm() -> bytes:
    return sent_by_three()[PKM]


def instead(name: str) -> Callable[[], Files]:
    """Send a sound file under another name."""
    return lambda: {name if old == PKM else old: data for old, data in sent_by_three().items()}


def zipped_folder() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("kiriman/PKM.xlsx", pkm())
    return buffer.getvalue()


def strange(
    number: int, name: str, file: str, make: Callable[[], bytes], code: str
) -> KasusBerkas:
    return KasusBerkas(number, name, beside(file, make), {file: "ditolak"}, f"{code} {file}")


OLE = compound("Workbook")
ODS = pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"})
BERKAS = (
    strange(21, "ods", "pkm.ods", lambda: ODS, "BRK-01"),
    strange(21, "ods bernama xlsx", "pkm2.xlsx", lambda: ODS, "BRK-01"),
    strange(21, "CSV bernama xlsx", "data.xlsx", lambda: b"NIP;Nilai\r\n001;87,5\r\n", "BRK-01"),
    strange(21, "HTML bernama xls", "lap.xls", lambda: b"<html><table><tr><td>NIP", "BRK-01"),
    strange(21, "xls lama", "lama.xls", lambda: OLE, "BRK-02"),
    strange(21, "xls lama bernama xlsx", "lama.xlsx", lambda: OLE, "BRK-02"),
    strange(21, "xlsb", "biner.xlsb", lambda: pack({"xl/workbook.bin": b"x"}), "BRK-02"),
    strange(21, "terkunci sandi", "kunci.xlsx", lambda: compound("EncryptedPackage"), "BRK-03"),
    strange(21, "folder dizip", "kiriman.zip", zipped_folder, "BRK-01"),
    strange(21, "folder dizip bernama xlsx", "kiriman.xlsx", zipped_folder, "BRK-01"),
    strange(21, "PDF", "scan.pdf", lambda: b"%PDF-1.7 ...", "BRK-01"),
    strange(21, "foto tabel", "foto.jpg", lambda: b"\xff\xd8\xff\xe0 JFIF", "BRK-01"),
    strange(21, "kosong", "nol.xlsx", lambda: b"", "BRK-07"),
    strange(21, "terpotong", "potong.xlsx", lambda: without_tail(pkm()), "BRK-04"),
    strange(21, "buku kerja lain", "absen.xlsx", other_book, "BRK-09"),
    KasusBerkas(21, "berkas sementara", beside("~$PKM.xlsx", lambda: b"\x05Admin" + b" " * 159),
                {"~$PKM.xlsx": "dilewati"}),
    KasusBerkas(21, "kunci LibreOffice", beside(".~lock.PKM.xlsx#", lambda: b",admin,pc;"),
                {".~lock.PKM.xlsx#": "dilewati"}),
    KasusBerkas(21, "salinan final revisi", beside("PKM final_revisi(2).xlsx", pkm),
                {PKM: "dilewati"}),
    KasusBerkas(21, "nama final revisi", instead("PKM final_revisi(2) FIX BANGET.xlsx")),
    KasusBerkas(21, "akhiran ganda", instead("PKM.xlsx.xlsx")),
    KasusBerkas(21, "akhiran huruf besar", instead("PKM.XLSX")),
    KasusBerkas(21, "dalam folder bersarang", instead("kiriman/Pak Budi/tw 1/PKM.xlsx")),
)  # fmt: skip


def edited(*changes: Callable[..., None]) -> Callable[[], Files]:
    return lambda: {**sent_by_three(), PKM: edit(pkm(), both(*changes))}


HERE_TOO = tuple(
    puts(sheet, "NIP", FIRST, of_rsu(KEPALA)) for sheet in ("Pegawai", "Hasil Kerja", "Penilaian")
)
"""The head of one unit stands in the file of another as well."""
ORANG = (
    KasusBerkas(19, "definitif di dua berkas", edited(*HERE_TOO),
                {PKM: "sebagian", "RSU.xlsx": "sebagian"},
                "LTS-04 PKM.xlsx!Pegawai!B5, LTS-04 RSU.xlsx!Pegawai!B5"),
    KasusBerkas(19, "Plt di berkas lain",
                edited(*HERE_TOO, puts("Pegawai", "Sifat", FIRST, "Plt"))),
)  # fmt: skip

TEMPLAT = (
    KasusBerkas(27, "versi lama", edited(meta("versi", "0.9")), {PKM: "ditolak"},
                "BRK-11 PKM.xlsx"),
    KasusBerkas(27, "periode lain", edited(label("Periode", "2026-TW2"),
                meta("periode", "2026-TW2")), {PKM: "ditolak"},
                "BRK-13 PKM.xlsx!Identitas!B7"),
    KasusBerkas(27, "periode diketik lain", edited(label("Periode", "2026-TW2")),
                {PKM: "ditolak"}, "BRK-13 PKM.xlsx!Identitas!B7"),
    KasusBerkas(27, "tahun lalu", edited(label("Periode", "2025-TW1"),
                meta("periode", "2025-TW1")), {PKM: "ditolak"},
                "BRK-13 PKM.xlsx!Identitas!B7"),
    KasusBerkas(27, "unit diketik lain", edited(label("Kode Unit", "RSU")), {PKM: "ditolak"},
                "BRK-18 PKM.xlsx!Identitas!B5"),
    KasusBerkas(27, "templat Pengaturan", beside("salinan.xlsx",
                lambda: sent_by_three()[PENGATURAN]), {"salinan.xlsx": "ditolak"},
                "BRK-10 salinan.xlsx"),
)  # fmt: skip

SEMUA = (*BERKAS, *ORANG, *TEMPLAT)
