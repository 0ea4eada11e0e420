"""Real input cases 26 and 28: names that no sheet can bear, and outputs held open elsewhere."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.errors import explain
from kinerja_xlsx.run.process import process
from tests.flow.alur import HERE, KEPALA, PENGELOLA, PERAWAT, outputs_of, sent_by_three, settle
from tests.flow.kasus_berkas import FIRST, PKM, both, edit, puts
from tests.flow.kasus_nyata.keluaran import HASIL, NAMA, TERBUKA

LONGEST = 31


def named(*names: str) -> dict[str, bytes]:
    """Give the people of one unit other names."""
    changes = [puts("Pegawai", "Nama", row, name) for row, name in enumerate(names, start=FIRST)]
    return {**sent_by_three(), PKM: edit(sent_by_three()[PKM], both(*changes))}


@pytest.mark.parametrize("names", NAMA.values(), ids=NAMA)
def test_each_person_has_a_sheet_by_nip_and_a_link_to_it(
    names: tuple[str, ...], tmp_path: Path
) -> None:
    office = settle(tmp_path, named(*names))

    process(office, HERE)

    book = load_workbook(BytesIO(outputs_of(office)[HASIL]))
    assert {KEPALA, PERAWAT, PENGELOLA} <= set(book.sheetnames)
    assert all(len(name) <= LONGEST for name in book.sheetnames)
    folded = [name.casefold() for name in book.sheetnames]
    assert len(set(folded)) == len(folded)
    formulas = [
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if str(cell.value).startswith("=HYPERLINK")
    ]
    for nip in (KEPALA, PERAWAT, PENGELOLA):
        assert any(nip in formula for formula in formulas), nip
    shown = {cell.value for row in book[KEPALA].iter_rows() for cell in row}
    assert names[0] in shown


@pytest.mark.parametrize("held", TERBUKA.values(), ids=TERBUKA)
def test_output_held_open_is_named_and_nothing_is_lost(
    held: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = settle(tmp_path, sent_by_three())
    process(office, HERE)
    before = outputs_of(office)
    change = puts("Hasil Kerja", "Realisasi", FIRST, 41)
    (office.input / PKM).write_bytes(edit(sent_by_three()[PKM], change))
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if Path(target) == office.output / held:
            raise PermissionError(13, "Access is denied", str(self), None, str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OSError, match="Access is denied") as stopped:
        process(office, HERE)
    monkeypatch.undo()

    failure = explain(stopped.value)
    assert failure.exit_code is ExitCode.RUANG_KERJA
    assert f"/{held}»" in failure.message
    assert "tutup berkas itu di Excel" in failure.message
    after = outputs_of(office)
    assert after[held] == before[held]
    assert after.keys() == before.keys()

    assert process(office, HERE).exit_code == 0
    assert outputs_of(office)[held] != before[held]
