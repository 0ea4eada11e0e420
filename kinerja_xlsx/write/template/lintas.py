"""What the status of a row knows of its person on other sheets: evaluated at all, and filled in.

Each question is an Excel condition and its twin in Python, as in `cek`. Two posts of one NIP are
told apart as in `rangkap`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.law import TIDAK_DINILAI
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetRow, columns_of
from kinerja_xlsx.write.page import is_blank
from kinerja_xlsx.write.template.aturan import Cells, folded
from kinerja_xlsx.write.template.rangkap import (
    DEFINITIF,
    UNKNOWN_DAYS,
    Days,
    Naming,
    Post,
    held_as,
    is_post_aside,
    names_post_aside,
    names_same,
    naming_of,
    same_post,
)

NOT_EVALUATED: Final = "TIDAK DINILAI"
UNFILLED: Final = "BELUM DIISI"
_DAYS: Final = ("mulai", "selesai")
_FAULTY: Final = "PERIKSA"


def _nothing() -> Mapping[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Table:
    """Where the rows of one sheet stand, and which arrive filled in."""

    model: type[SheetRow]
    first_row: int
    last_row: int
    rows: Sequence[Cells]

    def statuses(self) -> str:
        """Name its column `Cek`."""
        return self._range(1)

    def column(self, name: str) -> str:
        """Name the cells of a field."""
        fields = [spec.field for spec in columns_of(self.model)]
        return self._range(fields.index(name) + 2)

    def naming(self) -> Naming:
        """Name the columns that name a post."""
        return Naming(*map(self.column, Naming._fields))

    def entries(self) -> str:
        """Name the cells that the unit fills in; they stand side by side."""
        fields = [spec.field for spec in columns_of(self.model)]
        places = [fields.index(name) + 2 for name in entries_of(self.model)]
        return self._range(min(places), max(places))

    def _range(self, column: int, until: int | None = None) -> str:
        first = f"${column_letters(column)}${self.first_row}"
        last = f"${column_letters(until or column)}${self.last_row}"
        return f"'{self.model.sheet}'!{first}:{last}"


@dataclass(frozen=True, slots=True)
class Lintas:
    """The sheets of one workbook, and what their prefilled rows say of people by NIP.

    Attributes:
        tables: Row class to table; empty where no status looks at another sheet.
        days: First and last day of its period.
        posts: Rows of `Pegawai`.
        filled: Rows of `Hasil Kerja` with an entry.
        rated: People with an entry in `Penilaian`.
        ratings: Rows of `Penilaian` with their status.
    """

    tables: Mapping[type[SheetRow], Table] = field(default_factory=_nothing)
    days: Days = UNKNOWN_DAYS
    posts: Mapping[object, tuple[Post, ...]] = field(default_factory=_nothing)
    filled: Mapping[object, tuple[Naming, ...]] = field(default_factory=_nothing)
    rated: frozenset[object] = frozenset()
    ratings: Mapping[object, tuple[tuple[Naming, str], ...]] = field(default_factory=_nothing)

    def knows_state(self, model: type[SheetRow]) -> bool:
        """Tell whether rows of a sheet follow the state of their person in `Pegawai`."""
        fields = {spec.field for spec in columns_of(model)}
        return PegawaiRow in self.tables and model is not PegawaiRow and "nip" in fields

    def knows_entries(self, model: type[SheetRow]) -> bool:
        """Tell whether rows of a sheet know what is filled in elsewhere for their person."""
        pair = (HasilKerjaRow, PenilaianRow)
        return model in pair and all(one in self.tables for one in pair)

    # -- a post that is not evaluated ------------------------------------------------------------

    def state_expression(self, model: type[SheetRow], cell: Mapping[str, str]) -> str:
        """Write the condition that `Pegawai` takes the post of a row out.

        Args:
            model: The sheet of the row.
            cell: Field to the name of its cell.
        """
        table, row = self.tables[PegawaiRow], _cells_of(cell)
        found = f"INDEX({table.statuses()},MATCH({row.nip},{table.column('nip')},0))"
        by_first = f'IFERROR({found}="{NOT_EVALUATED}",FALSE)'
        if not names_posts(model):
            return by_first
        mine = f"({table.column('nip')}={row.nip})*({table.statuses()}"
        named = names_post_aside(
            table.naming(),
            table.statuses(),
            row,
            aside=NOT_EVALUATED,
            first=self.days.edge("mulai"),
        )
        several = f'IF(SUMPRODUCT({mine}<>"{NOT_EVALUATED}"))=0,TRUE,{named})'
        # One broken cell among the NIP must not change what the rows of all others show.
        return f'IFERROR(IF(SUMPRODUCT({mine}="{NOT_EVALUATED}"))=0,FALSE,{several}),{by_first})'

    def is_set_aside(self, model: type[SheetRow], cells: Cells) -> bool:
        """Tell whether `Pegawai` takes the post of a row out."""
        row = naming_of(cells)
        posts = self.posts.get(row.nip, ())
        if not names_posts(model) or all(post.is_aside for post in posts):
            return bool(posts) and posts[0].is_aside
        return is_post_aside(posts, row, self.days)

    def own_state_expression(self, cell: Mapping[str, str]) -> str:
        """Write the condition that a sound row of `Pegawai` takes its post out.

        Args:
            cell: Field to the name of its cell.
        """
        states = ",".join(sorted(f'{cell["keadaan"]}="{state.value}"' for state in TIDAK_DINILAI))
        whole = ",".join(self._edge_expression(name, cell[name]) for name in _DAYS)
        column = self.tables[PegawaiRow].naming()
        first, sifat = self.days.edge("mulai"), cell["sifat"]
        begins = f'({column.mulai}="")' + (f"+({column.mulai}={first})" if first else "")
        held = (
            f'({column.sifat}={sifat})+({column.sifat}="")*({sifat}="{DEFINITIF}")'
            f'+({column.sifat}="{DEFINITIF}")*({sifat}="")'
        )
        same = f"SUMPRODUCT(({column.nip}={cell['nip']})*({held}>0)*({begins}>0))"
        return f"IF(AND(OR({states}),{whole}),IFERROR({same}=1,FALSE),FALSE)"

    def _edge_expression(self, name: str, cell: str) -> str:
        """Write the condition that a day is blank, or just the day that blank stands for."""
        edge = self.days.edge(name)
        return f'OR({cell}="",{cell}={edge})' if edge else f'{cell}=""'

    def sets_aside(self, cells: Cells) -> bool:
        """Tell whether a sound row of `Pegawai` takes its post out."""
        states = {folded(state.value) for state in TIDAK_DINILAI}
        if folded(cells.get("keadaan")) not in states or not all(
            self.days.is_edge(name, cells.get(name)) for name in _DAYS
        ):
            return False
        own = naming_of(cells)
        same = [
            row
            for row in self.tables[PegawaiRow].rows
            if naming_of(row).nip == own.nip
            and held_as(naming_of(row).sifat) == held_as(own.sifat)
            and self.days.is_edge("mulai", row.get("mulai"))
        ]
        return len(same) == 1

    # -- a row without entries whose post has some elsewhere -------------------------------------

    def unfilled_expression(self, model: type[SheetRow], cell: Mapping[str, str]) -> str:
        """Write the condition that a row without entries is all that its post has."""
        row, people = _cells_of(cell), self.tables[PegawaiRow].naming()
        several = f"SUMPRODUCT(--({people.nip}={row.nip}))>1"
        work, ratings = self.tables[HasilKerjaRow], self.tables[PenilaianRow]
        of_person = _count_entries(work, row.nip)
        other = work if model is PenilaianRow else ratings
        first = self.days.edge("mulai")
        of_post = f"SUMPRODUCT({same_post(other.naming(), row, people, first=first)}"
        if model is PenilaianRow:
            filled = f'{of_post}*({work.entries()}<>""))'
            return f"IFERROR(IF({of_person}=0,TRUE,IF({several},{filled}=0,FALSE)),FALSE)"
        found = f"INDEX({ratings.statuses()},MATCH({row.nip},{ratings.column('nip')},0))"
        settled = f'{of_post}*({ratings.statuses()}<>"{UNFILLED}"))'
        # The status there says it for nearly all; counting every row anew would be slow.
        is_silent = f'IFERROR(LEFT({found},{len(_FAULTY)})="{_FAULTY}",TRUE)'
        counted = f"{of_person}+{_count_entries(ratings, row.nip)}=0"
        one = f'IF({is_silent},{counted},{found}="{UNFILLED}")'
        return f"IFERROR(IF({several},{settled}=0,{one}),FALSE)"

    def is_unfilled(self, model: type[SheetRow], cells: Cells) -> bool:
        """Tell whether a row without entries is all that its post has."""
        row = naming_of(cells)
        posts, filled = self.posts.get(row.nip, ()), self.filled.get(row.nip, ())
        ratings = self.ratings.get(row.nip, ())
        if model is PenilaianRow:
            return not self._of_post(row, filled)
        if len(posts) > 1:
            settled = tuple(name for name, status in ratings if status != UNFILLED)
            return not self._of_post(row, settled)
        if ratings and not ratings[0][1].startswith(_FAULTY):
            return ratings[0][1] == UNFILLED
        return not filled and row.nip not in self.rated

    def _of_post(self, row: Naming, others: Sequence[Naming]) -> bool:
        """Tell whether one of these rows of a person names the post of a row."""
        posts = self.posts.get(row.nip, ())
        if len(posts) <= 1:
            return bool(others)
        return any(names_same(row, other, posts, self.days) for other in others)


def _count_entries(table: Table, nip: object) -> str:
    """Count what is filled in on a sheet for a person."""
    return f'SUMPRODUCT(({table.column("nip")}={nip})*({table.entries()}<>""))'


NOWHERE: Final = Lintas()


def entries_of(model: type[SheetRow]) -> tuple[str, ...]:
    """List the fields that the unit fills in."""
    return tuple(spec.field for spec in columns_of(model) if spec.column.is_entry)


def has_entry(model: type[SheetRow], cells: Cells) -> bool:
    """Tell whether the unit has filled in anything in a row."""
    return not all(is_blank(cells.get(name)) for name in entries_of(model))


def names_posts(model: type[SheetRow]) -> bool:
    """Tell whether rows of a sheet name the post, not only the person."""
    fields = {spec.field for spec in columns_of(model)}
    return {"sifat", "mulai"} <= fields


def _cells_of(cell: Mapping[str, str]) -> Naming:
    return Naming(*map(cell.get, Naming._fields))
