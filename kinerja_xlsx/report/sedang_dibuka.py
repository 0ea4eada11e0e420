"""The part of the summary on old outputs that another program held open during the run."""

from __future__ import annotations

import textwrap
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.report.langkah import WIDTH
from kinerja_xlsx.spec.pesan import mask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja_xlsx.model.run_result import RunResult

SHOWN: Final = 5
"""Most files that are named; all stand in the manifest."""
_HEAD: Final = "Sedang dibuka di program lain, jadi belum dapat diganti:"
_CURE: Final = (
    "Tutup berkas itu, di komputer ini dan di komputer lain, lalu jalankan proses sekali lagi. "
    "Sampai saat itu isi yang lama belum berlaku."
)


def held_outputs(result: RunResult, root: PurePosixPath) -> list[str]:
    """Name each old output that could not be replaced, and where the new one lies.

    Args:
        result: The run.
        root: The workspace as the user named it; stands before every path.
    """
    held = result.held_outputs
    if not held:
        return []
    new = {
        one.instead_of: one.path
        for period in result.periods
        for one in period.outputs
        if one.instead_of is not None
    }
    lines = [line for path in held[:SHOWN] for line in _lines(path, new.get(path), root)]
    more = len(held) - SHOWN
    lines += [f"  … dan {more} berkas lain, tercatat di manifest.json"] if more > 0 else []
    return [_HEAD, *lines, *textwrap.wrap(_CURE, WIDTH)]


def _lines(path: str, new: str | None, root: PurePosixPath) -> Iterator[str]:
    # A workbook of one person is named after the NIP.
    yield mask(f"  {root / path}")
    if new is None:
        yield "    sudah tidak dibuat lagi, dan dihapus begitu ditutup"
    else:
        yield mask(f"    hasil barunya di sebelahnya: {PurePosixPath(new).name}")
