"""What the demo shows a newcomer: what to open, and that the faults are there on purpose."""

from __future__ import annotations

from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.run_result import ExitCode, PeriodResult, RunResult
from kinerja_xlsx.report.langkah import output_kind

_WORTH_OPENING: Final = MappingProxyType(
    {
        "laporan": "seluruh proses",
        "rekap": "rekap seluruh unit",
        "hasil": "hasil satu unit",
        "perbaikan": "untuk dibetulkan unit",
        "skp": "SKP satu unit",
        "ditolak": "berkas yang ditolak",
    }
)
_SENT: Final = "kiriman unit"


def explain_demo(result: RunResult, root: str) -> str:
    """Point at one output of each kind, and say why a demo ends with exit code 1.

    Args:
        result: The run on the demo workspace.
        root: The workspace as the user named it; stands before every path.
    """
    lines = ["Kota ini rekaan: tidak ada nama atau NIP orang sungguhan di dalamnya."]
    if result.exit_code is ExitCode.ADA_YANG_DITAHAN:
        lines += [
            "Kesalahan di atas sengaja ditanam, supaya terlihat bagaimana program menanganinya.",
            "Karena itu perintah ini berakhir dengan kode 1. Itu wajar; tidak ada yang rusak.",
        ]
    folder = PurePosixPath(root)
    rows = [(_SENT, f"{folder / 'input'}/")]
    rows += [(what, str(folder / path)) for what, path in _examples(result)]
    width = max(len(what) for what, _ in rows)
    shown = [f"  {what:<{width}}  {where}" for what, where in rows]
    return "\n".join([*lines, "", "Yang menarik dibuka:", *shown])


def _examples(result: RunResult) -> list[tuple[str, str]]:
    """Pick the first output of each kind, from the period with the most people if it has one."""
    periods: list[PeriodResult] = sorted(result.periods, key=lambda line: -len(line.employees))
    paths = [output.path for period in periods for output in period.outputs]
    found: dict[str, str] = {}
    for path in paths:
        found.setdefault(output_kind(path), path)
    return [(what, found[kind]) for kind, what in _WORTH_OPENING.items() if kind in found]
