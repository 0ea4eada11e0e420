"""The long tables as data: each text once, and rows that point at texts by number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kinerja_xlsx.model.issue import Issue, Severity
from kinerja_xlsx.model.number import DISPLAY_DECIMALS, format_number
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.report.dokumen import JsonValue
from kinerja_xlsx.report.hitungan import counted_people, standing_of
from kinerja_xlsx.report.laporan.isi import Laporan, held_text, owners_of
from kinerja_xlsx.spec.pesan import MAX_TEXT, render, severity_word, shown_text, spot_text
from kinerja_xlsx.spec.tanda import TANDA

MASALAH: Final = (
    "tingkat",
    "kode",
    "menahan",
    "unit",
    "berkas",
    "lembar",
    "sel",
    "kolom",
    "nama",
    "nip",
    "masalah",
    "sebab",
    "perbaiki",
)
PEGAWAI: Final = (
    "nama",
    "nip",
    "unit",
    "jabatan",
    "sifat",
    "keadaan",
    "alasan",
    "capaian",
    "usulan",
    "hasil",
    "perilaku",
    "predikat",
)
_NOTHING_HELD: Final = "tidak menahan"


class _Texts:
    """Every text once, in order of first use, so that many like rows stay small."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """Give the number of a text."""
        return self._numbers.setdefault(text, len(self._numbers))

    def row(self, texts: Sequence[str]) -> JsonValue:
        """Give the numbers of the texts of one row."""
        return [self.number(text) for text in texts]

    def listed(self) -> list[JsonValue]:
        """List all texts by their number."""
        return list(self._numbers)


def data_of(laporan: Laporan, anchors: Mapping[str, int]) -> dict[str, JsonValue]:
    """Build what the page's script draws its tables from.

    Args:
        laporan: The page.
        anchors: Kode Unit, as shown, to the place of the unit on the page.
    """
    texts = _Texts()
    issues = [texts.row(row) for row in issue_rows(laporan)]
    people = [texts.row(row) for row in people_rows(laporan)]
    units: list[JsonValue] = [[texts.number(code), place] for code, place in anchors.items()]
    return {
        "kolom": {"masalah": list(MASALAH), "pegawai": list(PEGAWAI)},
        "unit": units,
        "masalah": issues,
        "pegawai": people,
        "teks": texts.listed(),
    }


def issue_rows(laporan: Laporan) -> Iterator[tuple[str, ...]]:
    """Write each issue as texts, the most severe first and then by place."""
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    owned = sorted(owners_of(laporan), key=lambda pair: ranks[pair[0].severity])
    return (_issue_row(issue, unit) for issue, unit in owned)


def _issue_row(issue: Issue, unit: str) -> tuple[str, ...]:
    pesan, place = render(issue), issue.place
    return (
        severity_word(issue.severity),
        issue.code.value,
        held_text(issue) or _NOTHING_HELD,
        shown_text(unit),
        shown_text(place.file, MAX_TEXT),
        shown_text(place.sheet or ""),
        spot_text(place),
        shown_text(place.heading or ""),
        shown_text(issue.nama or ""),
        shown_text(issue.nip or ""),
        pesan.masalah,
        pesan.sebab,
        pesan.perbaiki,
    )


def people_rows(laporan: Laporan) -> Iterator[tuple[str, ...]]:
    """Write each assignment that counts as texts, in the order of the recap; nobody is ranked."""
    return map(_person_row, counted_people(laporan.period))


def _person_row(line: BarisPegawai) -> tuple[str, ...]:
    ratings = (line.usulan, line.rating_hasil_kerja, line.rating_perilaku)
    return (
        shown_text(line.nama),
        shown_text(line.nip),
        shown_text(line.unit),
        shown_text(line.jabatan, MAX_TEXT),
        shown_text(line.sifat),
        standing_of(line),
        shown_text(line.alasan, MAX_TEXT),
        _capaian(line),
        *("" if rating is None else rating.value for rating in ratings),
        f"{TANDA[line.predikat]} {line.predikat.value}" if line.predikat else "",
    )


def _capaian(line: BarisPegawai) -> str:
    """Write a capaian as people read it, and say when it is only partial."""
    if line.capaian is None:
        return ""
    figure = format_number(line.capaian, DISPLAY_DECIMALS)
    return figure if line.lengkap else f"{figure} (sebagian)"
