"""The workspace: its folders and rights, the room on the disk, and where it lies."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

from kinerja_xlsx import program_name
from kinerja_xlsx.model.diagnosa import Bagian, Kondisi, Pemeriksaan
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.report.hitungan import count
from kinerja_xlsx.run.collect import collect
from kinerja_xlsx.run.diagnosa.kunci import look_at_lock_and_ledger
from kinerja_xlsx.run.jaringan import disks, is_on_network, synced_by
from kinerja_xlsx.run.workspace import Workspace, explain_os_error
from kinerja_xlsx.spec.pesan import mask

ROOM: Final = 3
"""How many times the size of `input/` should be free on the disk."""
NAMED: Final = 5
"""Most files that are named one by one."""
_KIB: Final = 1024
_UNITS: Final = ("byte", "KB", "MB", "GB", "TB")
_LOCAL: Final = (
    "Pindahkan ruang kerja ke folder di cakram komputer ini, misalnya Dokumen, lalu salin "
    "hasilnya ke folder bersama."
)


def look_at_workspace(workspace: Workspace) -> Bagian:
    """Tell whether the workspace can be read, written and locked, and where it lies."""
    return Bagian("ruang_kerja", "Ruang kerja", tuple(_findings(workspace)))


def _findings(workspace: Workspace) -> Iterator[Pemeriksaan]:
    yield Pemeriksaan("Folder", shown_path(workspace.root))
    sizes: Sequence[int] = ()
    if not workspace.input.is_dir():
        yield Pemeriksaan(
            "input",
            "tidak ada",
            Kondisi.PERBAIKI,
            f"Sebut ruang kerjanya dengan --ruang, atau buat dengan «{program_name()} mulai».",
        )
    else:
        found, sizes = _input(workspace)
        yield found
    yield _writable(workspace.output, "output", "hasil")
    yield _writable(workspace.state, ".kinerja", "kunci dan berkas sementara")
    yield _room(workspace, sum(sizes))
    yield _network(workspace.root)
    yield from look_at_lock_and_ledger(workspace)


def _input(workspace: Workspace) -> tuple[Pemeriksaan, Sequence[int]]:
    """Tell how much lies in `input/`, and whether it can be read."""
    try:
        paths = [file.path for file in collect(workspace).files]
    except OSError as error:
        cure = f"Periksa hak folder itu: {explain_os_error(error)}."
        return Pemeriksaan("input", "tidak dapat dibaca", Kondisi.PERBAIKI, cure), ()
    if workspace.pengaturan.exists():
        paths.append(workspace.pengaturan)
    closed = [path for path in paths if not os.access(path, os.R_OK)]
    sizes = [size_of(path) for path in paths]
    text = f"{count(len(paths))} berkas, {size_text(sum(sizes))}"
    if not closed:
        return Pemeriksaan("input", f"{text}; semua dapat dibaca" if paths else "kosong"), sizes
    names = ", ".join(mask(workspace.relative(path)) for path in closed[:NAMED])
    more = f", dan {len(closed) - NAMED} lagi" if len(closed) > NAMED else ""
    return (
        Pemeriksaan(
            "input",
            f"{text}; {count(len(closed))} tidak dapat dibaca: {names}{more}",
            Kondisi.PERHATIKAN,
            "Beri akun Anda hak membaca berkas itu, atau salin ulang ke folder input.",
        ),
        sizes,
    )


def size_of(path: Path) -> int:
    """Give the size of a file; 0 for what cannot be asked."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _writable(folder: Path, label: str, purpose: str) -> Pemeriksaan:
    """Tell whether a folder can be written, or made where there is none; by its rights alone."""
    if folder.exists() and not folder.is_dir():
        return Pemeriksaan(
            label,
            f"bukan folder, padahal untuk {purpose}",
            Kondisi.PERBAIKI,
            f"Pindahkan atau ganti nama berkas «{label}» itu.",
        )
    asked = folder if folder.is_dir() else folder.parent
    if not os.access(asked, os.W_OK | os.X_OK):
        return Pemeriksaan(
            label,
            f"tidak dapat ditulisi, padahal untuk {purpose}",
            Kondisi.PERBAIKI,
            "Beri akun Anda hak menulis di folder itu, atau pakai ruang kerja di folder lain.",
        )
    text = "dapat ditulisi" if folder.is_dir() else "belum ada; dibuat saat diperlukan"
    return Pemeriksaan(label, text)


def _room(workspace: Workspace, size: int) -> Pemeriksaan:
    label = "Ruang kosong"
    try:
        free = shutil.disk_usage(workspace.root).free
    except OSError as error:
        return Pemeriksaan(
            label,
            f"tidak diketahui ({explain_os_error(error)})",
            Kondisi.PERHATIKAN,
            "Periksa cakramnya; mungkin sedang tidak tersambung.",
        )
    needed = ROOM * size
    if free >= needed:
        return Pemeriksaan(label, f"{size_text(free)}; cukup")
    return Pemeriksaan(
        label,
        f"{size_text(free)}; sebaiknya paling sedikit {size_text(needed)}, {ROOM} kali isi input",
        Kondisi.PERHATIKAN,
        "Kosongkan cakram itu sebelum proses. Bila penuh di tengah jalan, hasil lama tetap utuh.",
    )


def _network(root: Path) -> Pemeriksaan:
    label = "Letak"
    if is_on_network(root, disks()):
        return Pemeriksaan(label, "folder jaringan", Kondisi.PERHATIKAN, _LOCAL)
    if synced := synced_by(root):
        return Pemeriksaan(
            label,
            f"di dalam «{synced}», yang disalin ke internet",
            Kondisi.PERHATIKAN,
            f"Data pribadi ikut tersalin ke sana, dan berkasnya dapat tertahan. {_LOCAL}",
        )
    return Pemeriksaan(label, "di komputer ini")


def shown_path(path: Path) -> str:
    """Write a path without the name of the account that it may hold."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}".removesuffix("/.")
    except (ValueError, RuntimeError):
        return path.as_posix()


def size_text(size: int) -> str:
    """Write a number of bytes as people read it, such as `1,5 GB`."""
    amount, unit = Decimal(size), 0
    while amount >= _KIB and unit < len(_UNITS) - 1:
        amount, unit = amount / _KIB, unit + 1
    return f"{format_number(round(amount, 1))} {_UNITS[unit]}"
