"""The code cases of tests/cases/kode: read from TOML, run through the whole job, and looked at.

A case says what is changed in a sound workbook, and everything that must follow from it: which
code, where, about whom, in which words, who is withheld, and what became of every row. Its twin
lies on the other side of the edge and must not raise the code.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import FileVerdict, PenugasanStatus
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.read import read_submission, take_snapshot
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace, make_workspace
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.validate import check_isian
from tests.flow.kode_buku import pengaturan, render_book, umum
from tests.flow.kode_gagal import failing
from tests.flow.kode_mentah import raw_bytes

FOLDER = Path(__file__).parents[1] / "cases" / "kode"
ISIAN_FILE = "isian.xlsx"
EXPECTED = (
    "di", "di_juga", "judul", "orang", "isi", "tingkat", "pesan", "lain", "ditahan",
    "tidak_dinilai", "ditolak", "dilewati", "baris",
)  # fmt: skip
"""What a case says of its outcome; a key that is left out says that there is none."""

_DASAR = "dasar "
Lines = Sequence[str]


@dataclass(frozen=True, slots=True)
class Masukan:
    """What lies in `input/`, and how the run is started.

    Attributes:
        ubah: Changes of `isian.xlsx`; `dasar NAMA` stands for the changes of that name in
            dasar.toml.
        berkas: Further files: changes of the same workbook, or words for raw bytes.
        pengaturan: Changes of the settings; None for a run without settings.
        periode: The period asked for, if any.
        gagal: What the system or the program itself does wrong, if anything.
    """

    ubah: Lines = ()
    berkas: Mapping[str, Lines | str] = field(default_factory=dict)
    pengaturan: Lines | None = None
    periode: str | None = None
    gagal: str | None = None


@dataclass(frozen=True, slots=True)
class Kasus:
    """One case.

    Attributes:
        kode: The code that is raised.
        nama: What is wrong, in a few words.
        masukan: The faulty input.
        harapan: What must follow, by the keys of `EXPECTED`.
        kembar: Input on the other side of the edge; None where that is the sound workbook.
        kembar_lain: Codes that the twin raises for other reasons.
    """

    kode: IssueCode
    nama: str
    masukan: Masukan
    harapan: Mapping[str, Any]
    kembar: Masukan | None
    kembar_lain: Lines

    @property
    def id(self) -> str:
        return f"{self.kode.value} {self.nama}"


@cache
def read_dasar() -> Mapping[str, Lines]:
    """Read the sound workbooks: name to changes of the one that tests draw."""
    tables = tomllib.loads((FOLDER / "dasar.toml").read_text(encoding="utf-8"))
    return {name: table["ubah"] for name, table in tables.items()}


@cache
def kasus_files() -> tuple[Path, ...]:
    return tuple(path for path in sorted(FOLDER.glob("*.toml")) if path.stem != "dasar")


@cache
def read_kasus() -> tuple[Kasus, ...]:
    """Read every case, in the order of the files."""
    return tuple(
        _kasus(table)
        for path in kasus_files()
        for table in tomllib.loads(path.read_text(encoding="utf-8"))["kasus"]
    )


def _kasus(table: Mapping[str, Any]) -> Kasus:
    keys = set(Masukan.__slots__)
    masukan = Masukan(**{key: table[key] for key in keys & table.keys()})
    twin = table.get("kembar")
    changed = {"ubah": twin} if isinstance(twin, list) else twin
    unknown = table.keys() - keys - set(EXPECTED) - {"kode", "nama", "kembar", "kembar_lain"}
    assert not unknown, f"{table['nama']}: {unknown}"
    return Kasus(
        kode=IssueCode(table["kode"]),
        nama=table["nama"],
        masukan=masukan,
        harapan={key: _plain(table[key]) for key in EXPECTED if key in table},
        kembar=None if changed is None else replace(masukan, **changed),
        kembar_lain=table.get("kembar_lain", []),
    )


def _plain(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


# -- the run -------------------------------------------------------------------------------------


def run_masukan(root: Path, masukan: Masukan) -> RunResult:
    """Put the files into a new workspace and check them."""
    office = make_workspace(root)
    for name, content in {ISIAN_FILE: masukan.ubah, **masukan.berkas}.items():
        _put(office, name, content)
    if masukan.pengaturan is not None:
        office.pengaturan.write_bytes(render_book(pengaturan(), masukan.pengaturan))
    period = Period.parse(masukan.periode) if masukan.periode else None
    with failing(masukan.gagal):
        return process(office, RunOptions(workers=0, writes=False, period=period))


def _put(office: Workspace, name: str, content: Lines | str) -> None:
    path = office.input / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, str):
        path.write_bytes(raw_bytes(content))
    else:
        path.write_bytes(render_book(umum(), list(_expand(office, content))))


def _expand(office: Workspace, lines: Lines) -> Iterator[str]:
    for line in lines:
        if line.startswith(_DASAR):
            yield from _expand(office, read_dasar()[line.removeprefix(_DASAR)])
        else:
            yield _with_hash(office, line)


def _with_hash(office: Workspace, line: str) -> str:
    """Fill in `{sidik}`, the data hash of `isian.xlsx`, which a correction workbook carries."""
    if "{sidik}" not in line:
        return line
    snapshot = take_snapshot(office.input / ISIAN_FILE, ISIAN_FILE)
    return line.replace("{sidik}", check_isian(read_submission(snapshot, ISIAN), None).data_hash)


# -- what came of it -----------------------------------------------------------------------------


def outcome_of(kode: IssueCode, result: RunResult) -> dict[str, Any]:
    """Describe what a run came to, with the keys of `EXPECTED`, from its issues of one code."""
    found = [issue for issue in result.issues if issue.code is kode]
    others = Counter(issue.code.value for issue in result.issues if issue.code is not kode)
    described = _describe(found[0]) if found else {}
    described |= {
        "di_juga": [place_text(issue.place) for issue in found[1:]],
        "lain": sorted(others.elements()),
        "ditahan": people_with(result, PenugasanStatus.DITAHAN),
        "tidak_dinilai": people_with(result, PenugasanStatus.TIDAK_DINILAI),
        "ditolak": files_with(result, FileVerdict.DITOLAK),
        "dilewati": files_with(result, FileVerdict.DILEWATI),
        "baris": row_counts(result),
    }
    return {key: value for key, value in described.items() if value}


def _describe(issue: Issue) -> dict[str, Any]:
    return {
        "di": place_text(issue.place),
        "judul": issue.place.heading,
        "orang": " – ".join(part for part in (issue.nip, issue.nama) if part),
        "isi": issue.value.strip() if issue.value else issue.value,
        "tingkat": issue.severity.value,
        "pesan": words_of(issue),
    }


def words_of(issue: Issue) -> str:
    """Write the sentences of an issue, one on each line: masalah, sebab, perbaiki."""
    pesan = render(issue)
    return "\n".join(part for part in (pesan.masalah, pesan.sebab, pesan.perbaiki) if part)


def place_text(place: Place) -> str:
    """Write a place as the cases do: `b.xlsx › Hasil Kerja!U6`, for `isian.xlsx` without it."""
    spot = place.cell or (f"baris {place.row}" if place.row else "")
    inside = "!".join(part for part in (place.sheet, spot) if part)
    file = "" if place.file == ISIAN_FILE and inside else place.file
    return " › ".join(part for part in (file, inside) if part) or "unit"


def people_with(result: RunResult, status: PenugasanStatus) -> list[str]:
    """Name the people of one status, in the order of the sheets."""
    return [
        line.nama or line.nip
        for period in result.periods
        for line in period.employees
        if line.status is status
    ]


def files_with(result: RunResult, verdict: FileVerdict) -> list[str]:
    return [file.file for file in result.files if file.verdict is verdict]


def row_counts(result: RunResult) -> dict[str, int]:
    """Count rows by what became of them; what none became is left out."""
    rows = result.rows
    counts = {
        "diterima": rows.accepted,
        "dibetulkan": rows.corrected,
        "ditahan": rows.withheld,
        "diabaikan": rows.ignored,
    }
    return {key: count for key, count in counts.items() if count}
