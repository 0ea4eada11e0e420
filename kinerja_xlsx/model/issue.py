"""Issues: bad data as a value, with its code and place, and without any text."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Severity(enum.Enum):
    """How much an issue matters, worst first."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    CATATAN = "catatan"


class Withholds(enum.Enum):
    """What an issue holds back."""

    BERKAS = "berkas"
    PENUGASAN = "penugasan"
    BARIS = "baris"
    NOTHING = "tidak ada"


class IssueCode(enum.Enum):
    """Stable codes, family and number; texts and severities stand in `spec.codes`."""

    BRK_01 = "BRK-01"
    BRK_02 = "BRK-02"
    BRK_03 = "BRK-03"
    BRK_04 = "BRK-04"
    BRK_05 = "BRK-05"
    BRK_06 = "BRK-06"
    BRK_07 = "BRK-07"
    BRK_08 = "BRK-08"
    BRK_09 = "BRK-09"
    BRK_10 = "BRK-10"
    BRK_11 = "BRK-11"
    BRK_12 = "BRK-12"
    BRK_13 = "BRK-13"
    BRK_14 = "BRK-14"
    BRK_15 = "BRK-15"
    BRK_16 = "BRK-16"
    BRK_17 = "BRK-17"
    BRK_18 = "BRK-18"
    BRK_19 = "BRK-19"
    BRK_20 = "BRK-20"
    BRK_21 = "BRK-21"
    BRK_22 = "BRK-22"
    BRK_23 = "BRK-23"
    BRK_24 = "BRK-24"
    LBR_01 = "LBR-01"
    LBR_02 = "LBR-02"
    LBR_03 = "LBR-03"
    LBR_04 = "LBR-04"
    LBR_05 = "LBR-05"
    LBR_06 = "LBR-06"
    LBR_07 = "LBR-07"
    LBR_08 = "LBR-08"
    LBR_09 = "LBR-09"
    LBR_10 = "LBR-10"
    LBR_11 = "LBR-11"
    LBR_12 = "LBR-12"
    LBR_13 = "LBR-13"
    LBR_14 = "LBR-14"
    LBR_15 = "LBR-15"
    LBR_16 = "LBR-16"
    LBR_17 = "LBR-17"
    BRS_01 = "BRS-01"
    BRS_02 = "BRS-02"
    BRS_03 = "BRS-03"
    BRS_04 = "BRS-04"
    BRS_05 = "BRS-05"
    BRS_06 = "BRS-06"
    BRS_07 = "BRS-07"
    BRS_08 = "BRS-08"
    BRS_09 = "BRS-09"
    BRS_10 = "BRS-10"
    BRS_11 = "BRS-11"
    BRS_12 = "BRS-12"
    BRS_13 = "BRS-13"
    BRS_14 = "BRS-14"
    BRS_15 = "BRS-15"
    BRS_16 = "BRS-16"
    BRS_17 = "BRS-17"
    BRS_18 = "BRS-18"
    BRS_19 = "BRS-19"
    BRS_20 = "BRS-20"
    BRS_21 = "BRS-21"
    BRS_22 = "BRS-22"
    BRS_23 = "BRS-23"
    SEL_01 = "SEL-01"
    SEL_02 = "SEL-02"
    SEL_03 = "SEL-03"
    SEL_04 = "SEL-04"
    SEL_05 = "SEL-05"
    SEL_06 = "SEL-06"
    SEL_07 = "SEL-07"
    SEL_08 = "SEL-08"
    SEL_09 = "SEL-09"
    SEL_10 = "SEL-10"
    SEL_11 = "SEL-11"
    SEL_12 = "SEL-12"
    SEL_13 = "SEL-13"
    SEL_14 = "SEL-14"
    SEL_15 = "SEL-15"
    SEL_16 = "SEL-16"
    SEL_17 = "SEL-17"
    SEL_18 = "SEL-18"
    SEL_19 = "SEL-19"
    SEL_20 = "SEL-20"
    SEL_21 = "SEL-21"
    SEL_22 = "SEL-22"
    SEL_23 = "SEL-23"
    SEL_24 = "SEL-24"
    SEL_25 = "SEL-25"
    SEL_26 = "SEL-26"
    SEL_27 = "SEL-27"
    SEL_28 = "SEL-28"
    SEL_29 = "SEL-29"
    SEL_30 = "SEL-30"
    SEL_31 = "SEL-31"
    SEL_32 = "SEL-32"
    SEL_33 = "SEL-33"
    SEL_34 = "SEL-34"
    SEL_35 = "SEL-35"
    SEL_36 = "SEL-36"
    LTS_01 = "LTS-01"
    LTS_02 = "LTS-02"
    LTS_03 = "LTS-03"
    LTS_04 = "LTS-04"
    LTS_05 = "LTS-05"
    LTS_06 = "LTS-06"
    LTS_07 = "LTS-07"
    LTS_08 = "LTS-08"
    LTS_09 = "LTS-09"
    LTS_10 = "LTS-10"
    LTS_11 = "LTS-11"
    LTS_12 = "LTS-12"
    LTS_13 = "LTS-13"
    LTS_14 = "LTS-14"
    LTS_15 = "LTS-15"
    LTS_16 = "LTS-16"
    LTS_17 = "LTS-17"
    LTS_18 = "LTS-18"
    LTS_19 = "LTS-19"
    LTS_20 = "LTS-20"
    LTS_21 = "LTS-21"
    LTS_22 = "LTS-22"
    LTS_23 = "LTS-23"
    LTS_30 = "LTS-30"
    LBK_01 = "LBK-01"
    LBK_02 = "LBK-02"
    LBK_03 = "LBK-03"
    LBK_04 = "LBK-04"
    LBK_06 = "LBK-06"
    LBK_07 = "LBK-07"
    LBK_08 = "LBK-08"
    LBK_09 = "LBK-09"
    LBK_10 = "LBK-10"
    LBK_11 = "LBK-11"
    SIS_01 = "SIS-01"
    SIS_02 = "SIS-02"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an issue lies; every part but the file may be absent.

    Attributes:
        file: Path below `input/`, with `/`; empty for issues of a unit or of the run.
        sheet: Sheet name as the file has it.
        row: Row number as the spreadsheet program shows it, from 1.
        column: Column number from 1 (1 is A).
        heading: Heading of the column, or label of the value, as the template has it.
    """

    file: str
    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    heading: str | None = None

    @property
    def cell(self) -> str | None:
        """The address of the cell, such as `D12`, where row and column are known."""
        if self.row is None or self.column is None:
            return None
        return f"{column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Similar:
    """How often one issue occurs in a column, where it stands for all of them.

    Attributes:
        count: Cells with the issue.
        filled: Cells of the column that could have it.
        examples: The first few of them, such as `N5 «1.250»`.
    """

    count: int
    filled: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding about the data.

    Attributes:
        code: What kind it is.
        severity: How much it matters here.
        place: Where it lies.
        nip: NIP text of the person it is about, as far as known.
        nama: Name as the row shows it, as far as known.
        value: The value found, as text.
        context: Further (name, text) pairs that the message needs, sorted by name.
        proposal: What may have been meant, as it would be typed; never applied by itself.
        similar: It stands for many cells of its column, and `place` is the first of them.
    """

    code: IssueCode
    severity: Severity
    place: Place
    nip: str | None = None
    nama: str | None = None
    value: str | None = None
    context: tuple[tuple[str, str], ...] = ()
    proposal: str | None = None
    similar: Similar | None = None

    @property
    def occurrences(self) -> int:
        """How many cells, rows or files it stands for."""
        return 1 if self.similar is None else self.similar.count


class UnreadableFileError(Exception):
    """A whole file that cannot be read; becomes one issue with this code and context."""

    def __init__(self, code: IssueCode, **context: str) -> None:
        super().__init__(code.value)
        self.code = code
        self.context = context

    def __reduce__(self) -> tuple[object, tuple[IssueCode, dict[str, str]]]:
        return (_unreadable, (self.code, self.context))


def _unreadable(code: IssueCode, context: dict[str, str]) -> UnreadableFileError:
    return UnreadableFileError(code, **context)


def column_letters(number: int) -> str:
    """Turn a column number from 1 into letters: 1 is A, 27 is AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
