"""An office whose ratings are still missing, and the hands of raters and of unit admins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl import load_workbook

from kinerja_xlsx.model.law import Ekspektasi
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import Workspace
from tests.drawn import FIRST_ROW, put
from tests.flow.alur import (
    KEPALA,
    NAMES,
    PENGELOLA,
    PERAWAT,
    PERIOD,
    fill,
    heading_columns,
    indikator,
    nip_in,
    open_office,
    outputs_of,
    sound_rows,
    write_row,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from tests.drawn import Row

RSU_PENGELOLA = nip_in(1, PENGELOLA)
RSU_KEPALA = nip_in(1, KEPALA)
FEEDBACK = "Ramah dan cekatan"
TITLES = {"Sifat": "Definitif"}


class Post(NamedTuple):
    """One assignment: unit, NIP, and how the post is held."""

    unit: str
    nip: str
    sifat: str = "Definitif"


RATED: Mapping[str, tuple[Post, ...]] = {
    f"PKM/penilai/Lembar_Penilai_PKM_{PERIOD}_KADIS.xlsx": (
        Post("PKM", KEPALA),
        Post("PKM", PERAWAT, "Plt"),
    ),
    f"PKM/penilai/Lembar_Penilai_PKM_{PERIOD}_{KEPALA}.xlsx": (
        Post("PKM", PERAWAT),
        Post("PKM", PENGELOLA),
    ),
    f"RSU/penilai/Lembar_Penilai_RSU_{PERIOD}_KADIS.xlsx": (Post("RSU", RSU_KEPALA),),
    f"RSU/penilai/Lembar_Penilai_RSU_{PERIOD}_{RSU_KEPALA}.xlsx": (
        Post("RSU", nip_in(1, PERAWAT)),
    ),
    f"RSU/penilai/Lembar_Penilai_RSU_{PERIOD}_{KEPALA}.xlsx": (Post("RSU", RSU_PENGELOLA),),
}
"""Who is rated on which Lembar: the nurse holds two posts, and PKM's head rates one of RSU."""


def edit(path: Path, change: Callable[[Workbook], None]) -> None:
    book = load_workbook(path)
    change(book)
    book.save(path)


def row_of(sheet: Worksheet, nip: str) -> int:
    return next(row for row in range(FIRST_ROW, 99) if sheet.cell(row, 2).value == nip)


def first_free(sheet: Worksheet) -> int:
    return next(row for row in range(FIRST_ROW, 99) if sheet.cell(row, 2).value is None)


def give_second_post(book: Workbook) -> None:
    """Let the nurse also act as head of administration, rated by KADIS."""
    people, work, ratings = (book[name] for name in ("Pegawai", "Hasil Kerja", "Penilaian"))
    own = row_of(people, PERAWAT)
    second: Row = {
        heading: str(people.cell(own, column).value)
        for heading, column in heading_columns(people).items()
        if heading != "Cek" and people.cell(own, column).value is not None
    }
    second |= {"Jabatan": "Kepala Tata Usaha", "Sifat": "Plt", "Penilai": "KADIS"}
    write_row(people, first_free(people), second)
    sifat = heading_columns(work)["Sifat"]
    for row in range(FIRST_ROW, first_free(work)):
        if work.cell(row, 2).value == PERAWAT:
            put(work.cell(row, sifat), "Definitif")
    extra: Row = {**indikator(PERAWAT, "1.1", target=5, realisasi=6), "Sifat": "Plt"}
    write_row(work, first_free(work), extra)
    write_row(ratings, row_of(ratings, PERAWAT), TITLES)
    named: Row = {"NIP": PERAWAT, "Nama": NAMES[PERAWAT], "Sifat": "Plt"}
    write_row(ratings, first_free(ratings), named)


def let_another_rate(book: Workbook) -> None:
    """Let the head of PKM rate one person of RSU; a note about behaviour is there already."""
    people, ratings = book["Pegawai"], book["Penilaian"]
    write_row(people, row_of(people, RSU_PENGELOLA), {"Penilai": KEPALA})
    row = row_of(ratings, RSU_PENGELOLA)
    write_row(ratings, row, {"Umpan Balik Perilaku": FEEDBACK})


def open_unrated(root: Path) -> Workspace:
    """Make an office whose two units sent all of their work and none of the ratings."""
    office = open_office(root, units=("PKM", "RSU"))
    for number, made in enumerate(make_templates(office, PERIOD)):
        rows = [{**row, "NIP": nip_in(number, str(row["NIP"]))} for row in sound_rows()]
        path = office.input / f"{made.unit}.xlsx"
        fill(office.root / made.path, path, rows=rows, ratings=[])
        edit(path, give_second_post if number == 0 else let_another_rate)
    return office


def sheets_in(office: Workspace) -> dict[str, bytes]:
    head = f"{PERIOD.code}/unit/"
    return {
        name.removeprefix(head): data
        for name, data in outputs_of(office).items()
        if "/penilai/" in name
    }


def ratings_for(number: int) -> tuple[str, str]:
    """Give each row ratings of its own, so that a row in the wrong place is seen."""
    words = [one.value for one in Ekspektasi]
    return words[number % 3], words[number // 3 % 3]


def block_of(data: bytes, **entries: str) -> Iterator[list[Any]]:
    """Fill in a Lembar as its rater would, and copy its rows from NIP on, values alone."""
    sheet = load_workbook(BytesIO(data), data_only=True)["Penilaian"]
    columns = heading_columns(sheet)
    for row in range(FIRST_ROW, first_free(sheet)):
        nip, sifat = (sheet.cell(row, columns[name]).value for name in ("NIP", "Sifat"))
        number = NUMBERS[str(nip), str(sifat or "Definitif")]
        hasil_kerja, perilaku = ratings_for(number)
        filled = {"Rating Hasil Kerja": hasil_kerja, "Rating Perilaku": perilaku}
        write_row(sheet, row, {**filled, **entries})
        yield [sheet.cell(row, column).value for column in range(2, max(columns.values()) + 1)]


NUMBERS = {
    (post.nip, post.sifat): number
    for number, post in enumerate(post for posts in RATED.values() for post in posts)
}


def paste(path: Path, rows: list[list[Any]]) -> None:
    """Paste rows below the table of `Penilaian` in an Isian, from column NIP on."""

    def change(book: Workbook) -> None:
        sheet = book["Penilaian"]
        for row, values in enumerate(rows, start=first_free(sheet)):
            for column, value in enumerate(values, start=2):
                sheet.cell(row, column).value = value

    edit(path, change)
