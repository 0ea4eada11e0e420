"""What validation hands on: assignments made of strict rows that keep their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, column_letters
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.katalog import AliasRow, KatalogRow, KebijakanRow
from kinerja_xlsx.spec.kegiatan import KegiatanRow
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.kepuasan import KepuasanRow
from kinerja_xlsx.spec.pegawai import PegawaiRow, PejabatRow
from kinerja_xlsx.spec.pengaturan import InstansiForm, PeriodeRow, RosterRow, UnitRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetRow, column_by_field
from kinerja_xlsx.spec.skp import EkspektasiRow, LampiranRow, RencanaRow
from kinerja_xlsx.spec.tertahan import HeldRow

RowT = TypeVar("RowT", bound=SheetRow)


class Placed(NamedTuple, Generic[RowT]):
    """A strict row and where it stood.

    Attributes:
        row: The validated row.
        file: Path below `input/`.
        sheet: Sheet name as the file has it.
        number: Row number from 1.
        columns: Field name to column number from 1; shared by all rows of the sheet.
    """

    row: RowT
    file: str
    sheet: str
    number: int
    columns: Mapping[str, int]

    def place(self, field: str | None = None) -> Place:
        """Point at one cell of the row, or at the row."""
        if field is None:
            return Place(self.file, self.sheet, self.number)
        heading = column_by_field(type(self.row), field).heading
        return Place(self.file, self.sheet, self.number, self.columns.get(field), heading)

    def address(self, field: str) -> str:
        """Write the cell's address with its sheet, such as `Hasil Kerja!N12`."""
        column = self.columns.get(field)
        letters = "" if column is None else column_letters(column)
        return f"{self.sheet}!{letters}{self.number}"


@dataclass(frozen=True, slots=True)
class Penugasan:
    """One assignment whose rows are all sound.

    Attributes:
        unit: Kode Unit.
        pegawai: Its row in `Pegawai`.
        indikator: Its rows in `Hasil Kerja`, in sheet order, RHK cells filled down.
        penilaian: Its row in `Penilaian`, if any.
        mulai: First day inside the period.
        selesai: Last day inside the period.
        kehadiran: Its row in `Kehadiran`, where that sheet was asked for and filled in.
        kegiatan: Its rows in `Kegiatan`, in sheet order.
        rencana: In an SKP, its rows in `Hasil Kerja`; `indikator` is then empty.
        ekspektasi: In an SKP, what the leader expects of the person, if stated.
        lampiran: In an SKP, the lines of its attachments, in sheet order.
    """

    unit: str
    pegawai: Placed[PegawaiRow]
    indikator: tuple[Placed[HasilKerjaRow], ...]
    penilaian: Placed[PenilaianRow] | None
    mulai: date
    selesai: date
    kehadiran: Placed[KehadiranRow] | None = None
    kegiatan: tuple[Placed[KegiatanRow], ...] = ()
    rencana: tuple[Placed[RencanaRow], ...] = ()
    ekspektasi: Placed[EkspektasiRow] | None = None
    lampiran: tuple[Placed[LampiranRow], ...] = ()

    @property
    def nip(self) -> str:
        """Eighteen digits."""
        return self.pegawai.row.nip


@dataclass(frozen=True, slots=True)
class Subject:
    """One assignment as it stands, sound or not; what the driver reconciles.

    Attributes:
        nip: NIP text, or the text found where it is none.
        nama: Name as the sheet shows it; may be empty.
        jabatan: As the sheet shows it; may be empty.
        sifat: As shown.
        mulai: First day inside the period; None when unknown.
        selesai: Last day inside the period; None when unknown.
        penilai: NIP or code of the rater; may be empty.
        atasan_penilai: NIP or code; may be empty.
        status: Accepted, withheld, or not evaluated.
        reasons: Codes that withhold it, or the code that says why it is not evaluated.
        data_hash: Hash of its values; equal data have equal hashes in any file.
        penugasan: The sound rows; None while withheld for its own errors.
        place: Its row in `Pegawai`, or the first row that names it.
    """

    nip: str
    nama: str
    jabatan: str
    sifat: str
    mulai: date | None
    selesai: date | None
    penilai: str
    atasan_penilai: str
    status: PenugasanStatus
    reasons: tuple[IssueCode, ...]
    data_hash: str
    penugasan: Penugasan | None
    place: Place


class RowRecord(NamedTuple):
    """What became of one row seen.

    Attributes:
        sheet: Sheet name as the specification has it.
        number: Row number from 1.
        subject: Index into `Checked.subjects`, or None for rows of nobody known.
        verdict: What became of it, for its own sake; its subject may still be withheld.
        reason: The code that says why, for withheld and ignored rows.
    """

    sheet: str
    number: int
    subject: int | None
    verdict: RowVerdict
    reason: IssueCode | None


@dataclass(frozen=True, slots=True)
class Checked:
    """One submission after its own checks.

    Attributes:
        file: Path below `input/`.
        sha256: Hash of the bytes.
        identitas: The form, with unit, period and approach sound.
        period: The parsed period.
        ancestors: Data hashes of the files this one corrects, oldest first.
        data_hash: Hash of all read values; blank and spare rows do not count.
        subjects: All assignments named in the file, in order of `Pegawai`.
        pejabat: Sound rows of `Pejabat`.
        rows: One record for each row seen.
        issues: All issues of the file, in the order of sheet and row.
        pegawai_columns: Field name to column number of `Pegawai`, also where no row is sound.
        kepuasan: Sound rows of `Kepuasan`.
        is_skp: It is the plan of a year, not the Isian of a period.
    """

    file: str
    sha256: str
    identitas: IdentitasForm
    period: Period
    ancestors: tuple[str, ...]
    data_hash: str
    subjects: tuple[Subject, ...]
    pejabat: tuple[Placed[PejabatRow], ...]
    rows: tuple[RowRecord, ...]
    issues: tuple[Issue, ...]
    pegawai_columns: Mapping[str, int] = field(default_factory=dict)
    kepuasan: tuple[Placed[KepuasanRow], ...] = ()
    is_skp: bool = False

    @property
    def unit(self) -> str:
        """Kode Unit."""
        return self.identitas.kode_unit

    @property
    def round(self) -> int:
        """How many corrections lie before it; 0 for a first submission."""
        return len(self.ancestors)


class RejectedFileError(Exception):
    """A readable file that is refused as a whole; its issues say why."""

    def __init__(
        self, issues: tuple[Issue, ...], unit: str | None = None, period: str | None = None
    ) -> None:
        super().__init__(issues, unit, period)
        self.issues = issues
        self.unit = unit
        self.period = period


@dataclass(frozen=True, slots=True, eq=False)
class Settings:
    """`Pengaturan.xlsx` after its checks; the same only as itself, so that indexes may be kept.

    Attributes:
        instansi: The agency.
        units: By Kode.
        roster: Sound rows, in sheet order.
        pejabat: Sound rows, in sheet order.
        periods: By code.
        issues: Issues of the settings workbook itself.
        withheld_rows: Rows that were withheld there.
        kebijakan: Sound rows, in sheet order; `nilai` is then what `policy` reads.
        katalog: Sound rows, in sheet order.
        aliases: Sound rows, in sheet order; `kolom` is then spelled as in the template.
        roster_numbers: Row numbers of `roster` on its sheet.
        kebijakan_numbers: Row numbers of `kebijakan` on its sheet.
        held: Withheld rows of units, periods, officials and people.
    """

    instansi: InstansiForm
    units: Mapping[str, UnitRow]
    roster: tuple[RosterRow, ...]
    pejabat: tuple[PejabatRow, ...]
    periods: Mapping[str, PeriodeRow]
    issues: tuple[Issue, ...] = ()
    withheld_rows: int = 0
    kebijakan: tuple[KebijakanRow, ...] = ()
    katalog: tuple[KatalogRow, ...] = ()
    aliases: tuple[AliasRow, ...] = ()
    roster_numbers: tuple[int, ...] = ()
    kebijakan_numbers: tuple[int, ...] = ()
    held: tuple[HeldRow, ...] = ()


@dataclass(frozen=True, slots=True)
class SubjectKey:
    """The little of a subject that the driver needs to compare files.

    Attributes:
        index: Position in `Checked.subjects`.
        subject: The subject without its rows.
        place_penilai: The cell of the rater.
        place_atasan: The cell of the rater's superior.
        in_pegawai: It has a row in `Pegawai`; otherwise another sheet alone names it.
    """

    index: int
    subject: Subject
    place_penilai: Place
    place_atasan: Place
    in_pegawai: bool = True


@dataclass(frozen=True, slots=True)
class FileKeys:
    """The little of a checked file that crosses to the driver.

    Attributes:
        file: Path below `input/`.
        sha256: Hash of the bytes.
        unit: Kode Unit.
        period: The period.
        data_hash: Hash of all read values.
        ancestors: Data hashes of the files it corrects, oldest first.
        subjects: One for each assignment named in the file.
        pejabat: Codes and NIPs of its sheet `Pejabat`.
    """

    file: str
    sha256: str
    unit: str
    period: Period
    data_hash: str
    ancestors: tuple[str, ...]
    subjects: tuple[SubjectKey, ...]
    pejabat: frozenset[str]
