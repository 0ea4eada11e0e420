"""Submissions built without a workbook: sound ones, of which a test changes one thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.submission import (
    CellFacts,
    CellValue,
    RawColumn,
    RawLabel,
    RawRow,
    RawSheet,
    Submission,
)
from kinerja_xlsx.spec.book import ISIAN, PENGATURAN, BookSpec
from kinerja_xlsx.spec.penugasan import Checked, Settings, Subject
from kinerja_xlsx.spec.row import SheetModel, column_by_field, columns_of
from kinerja_xlsx.validate import check_isian, check_pengaturan
from kinerja_xlsx.validate.normalise import CellReader, Scope
from kinerja_xlsx.validate.reading import Reading
from kinerja_xlsx.validate.suggest import NipList

Row = dict[str, CellValue]

FIRST_ROW = 5
NIPS = ("199001012015031001", "198802022012042002", "199503032022211003")
NAMES = ("Contoh Satu, S.Kep.", "Contoh Dua, S.E.", "Contoh Tiga, A.Md.Kep.")
PENILAI = "KADIS"


@dataclass(slots=True)
class Built:
    """A submission to be changed.

    Attributes:
        labels: Field to value of the form sheet.
        sheets: Sheet to its rows; the first one is row `FIRST_ROW`. None is a blank row.
        facts: (sheet, position of the row, field) to what the value hides.
        meta: Keys and values of `_meta`.
        file: Name of the file.
        spec: The template.
        issues: What reading found.
        reverse: Sheets whose columns stand in the reverse order.
    """

    labels: Row
    sheets: dict[str, list[Row | None]]
    meta: dict[str, str] | None
    file: str = "dinkes.xlsx"
    spec: BookSpec = ISIAN
    facts: dict[tuple[str, int, str], CellFacts] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    reverse: bool = False

    def rows(self, sheet: str) -> list[Row]:
        """The rows of a sheet that are not blank, to be changed in place."""
        return [row for row in self.sheets[sheet] if row is not None]

    def submission(self) -> Submission:
        """Make what `read` would hand on."""
        form = self.spec.form
        specs = {spec.field: number for number, spec in enumerate(columns_of(form), FIRST_ROW)}
        return Submission(
            file=self.file,
            sha256="0" * 64,
            size=1,
            meta=self.meta,
            labels=tuple(
                RawLabel(
                    name, form.sheet, specs[name], 2, value, self.facts.get((form.sheet, 0, name))
                )
                for name, value in self.labels.items()
            ),
            sheets=tuple(
                self._sheet(model.sheet, [spec.field for spec in columns_of(model)])
                for model in self.spec.readable
                if model.sheet in self.sheets
            ),
            issues=self.issues,
        )

    def check(self, settings: Settings | None = None) -> Checked:
        """Check it as an Isian."""
        return check_isian(self.submission(), settings)

    def _sheet(self, name: str, fields: list[str]) -> RawSheet:
        if self.reverse:
            fields.reverse()
        rows = list(enumerate(self.sheets[name]))
        headings = {
            spec.field: spec.heading
            for model in self.spec.readable
            if model.sheet == name
            for spec in columns_of(model)
        }
        return RawSheet(
            name=name,
            key=name,
            header_row=FIRST_ROW - 1,
            columns=tuple(
                RawColumn(item, headings[item], number) for number, item in enumerate(fields, 2)
            ),
            extra=(),
            rows=tuple(
                RawRow(
                    FIRST_ROW + position,
                    tuple(row.get(item) for item in fields),
                    facts={
                        index: self.facts[name, position, item]
                        for index, item in enumerate(fields)
                        if (name, position, item) in self.facts
                    },
                )
                for position, row in rows
                if row is not None
            ),
            blank_rows=tuple(FIRST_ROW + position for position, row in rows if row is None),
        )


def sound_isian(people: int = 2, *, unit: str = "DINKES", period: str = "2026-TW1") -> Built:
    """Make an Isian without any fault: three indicators and both ratings for each person."""
    return Built(
        labels={
            "kode_unit": unit,
            "nama_unit": "Dinas Kesehatan",
            "periode": period,
            "pendekatan": "Kuantitatif",
            "capaian_organisasi": "Baik",
            "nama_pimpinan": "Contoh Kepala, M.Kes.",
            "jabatan_pimpinan": "Kepala Dinas Kesehatan",
            "tempat": "Serang",
            "tanggal_pengesahan": date(2026, 4, 6),
            "pengisi": "Contoh Pengisi",
        },
        sheets={
            "Pegawai": [pegawai(index) for index in range(people)],
            "Pejabat": [pejabat()],
            "Hasil Kerja": [row for index in range(people) for row in hasil_kerja(index)],
            "Penilaian": [penilaian(index) for index in range(people)],
        },
        meta={
            "templat": "isian",
            "versi": "1.1",
            "kode_unit": unit,
            "periode": period,
            "leluhur": "",
        },
    )


def pegawai(index: int) -> Row:
    return {
        "nip": NIPS[index],
        "nama": NAMES[index],
        "status_asn": ("PNS", "PNS", "PPPK")[index],
        "golongan": ("III/c", "III/b", "IX")[index],
        "jabatan": ("Perawat Ahli Muda", "Pengelola Keuangan", "Perawat Terampil")[index],
        "jenis_jabatan": ("Fungsional", "Pelaksana", "Fungsional")[index],
        "jenjang": ("Ahli Muda", None, "Terampil")[index],
        "penilai": PENILAI,
        "atasan_penilai": PENILAI,
    }


def pejabat() -> Row:
    return {
        "kode": PENILAI,
        "nama": "Contoh Kepala, M.Kes.",
        "jabatan": "Kepala Dinas Kesehatan",
        "unit_kerja": "Dinas Kesehatan",
    }


def hasil_kerja(index: int) -> list[Row]:
    def indikator(number: str, target: float, realisasi: float) -> Row:
        return {
            "nip": NIPS[index],
            "nama": NAMES[index],
            "no_rhk": float(number[0]),
            "no_indikator": number,
            "jenis": "Utama",
            "rhk_pimpinan": "Meningkatnya mutu layanan kesehatan dasar",
            "rencana_hasil_kerja": f"Hasil {number[0]} tercapai sesuai rencana",
            "aspek": "Kuantitas",
            "indikator": f"Jumlah layanan {number}",
            "target": target,
            "satuan": "pasien",
            "arah": "Naik",
            "agregasi": "Jumlah",
            "realisasi": realisasi,
            "bukti_dukung": "Register pasien",
        }

    return [indikator("1.1", 1200.0, 1250.0), indikator("1.2", 40.0, 38.5),
            indikator("2.1", 3.0, 3.0)]  # fmt: skip


def penilaian(index: int) -> Row:
    return {
        "nip": NIPS[index],
        "nama": NAMES[index],
        "rating_hasil_kerja": "Sesuai Ekspektasi",
        "rating_perilaku": "Sesuai Ekspektasi",
        "umpan_balik_perilaku": "Ramah dan cekatan",
        "tanggal_penilaian": date(2026, 4, 6),
    }


def sound_pengaturan(people: int = 2) -> Built:
    """Make settings that fit the sound Isian: two units, its people, its rater, its period."""
    return Built(
        labels={
            "nama_instansi": "Pemerintah Kota Serang",
            "kota": "Kota Serang",
            "tempat": "Serang",
        },
        sheets={
            "Unit": [
                {"kode": "DINKES", "nama": "Dinas Kesehatan"},
                {"kode": "DINSOS", "nama": "Dinas Sosial"},
            ],
            "Pegawai": [
                {
                    "kode_unit": "DINKES",
                    "nip": NIPS[index],
                    "nama": NAMES[index],
                    "status_asn": ("PNS", "PNS", "PPPK")[index],
                    "jabatan": "Perawat",
                }
                for index in range(people)
            ],
            "Pejabat": [pejabat()],
            "Periode": [
                {"kode": "2026-TW1"},
                {"kode": "2025-TW4", "tertutup": "Ya"},
            ],
        },
        meta={"templat": "pengaturan", "versi": "1.0"},
        file="Pengaturan.xlsx",
        spec=PENGATURAN,
    )


def settings(people: int = 2) -> Settings:
    """Check the sound settings."""
    return check_pengaturan(sound_pengaturan(people).submission())


def found(issues: Iterable[Issue], code: IssueCode) -> list[Issue]:
    """Pick the issues of one code."""
    return [issue for issue in issues if issue.code is code]


def cells(issues: Iterable[Issue], code: IssueCode) -> list[str]:
    """Give the places of one code as `Sheet!A1`."""
    return [f"{issue.place.sheet}!{issue.place.cell}" for issue in found(issues, code)]


def waiting(issues: Iterable[Issue]) -> list[tuple[str, str]]:
    """Give rule and cells of every notice that a check waits."""
    known = [dict(issue.context) for issue in found(issues, IssueCode.LTS_30)]
    return [(one["aturan"], one["sel"]) for one in known]


def codes(checked: Checked) -> set[IssueCode]:
    """Give every code that was raised."""
    return {issue.code for issue in checked.issues}


def errors(checked: Checked) -> set[IssueCode]:
    """Give every code that was raised as an error."""
    return {issue.code for issue in checked.issues if issue.severity is Severity.GALAT}


def subject(checked: Checked, nip: str) -> Subject:
    """Find the only subject of a NIP."""
    (one,) = [item for item in checked.subjects if item.nip == nip]
    return one


def reader_of(model: type[SheetModel], name: str, known: NipList | None = None) -> CellReader:
    """Make the reader of one column, for the first quarter of 2026."""
    scope = Scope(Period.parse("2026-TW1"), known or NipList({}))
    return CellReader(column_by_field(model, name), scope)


def noted(reading: Reading) -> dict[str, str]:
    """Give code to what was read, or to nothing, of every note of a reading."""
    return {note.code.value: dict(note.context).get("dibaca", "") for note in reading.notes}
