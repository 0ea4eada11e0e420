"""Makes the n-th file operation of a run fail and judges what is left; a command for a demo."""

from __future__ import annotations

import argparse
import builtins
import errno
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Final, Self

from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import MANIFEST, Workspace, WorkspaceError

HERE: Final = RunOptions(workers=0)
OPERATIONS: Final = ("open", "write", "fsync", "replace", "unlink")
ERRORS: Final = (errno.ENOSPC, errno.EIO, errno.EACCES)
"""A full disk, a broken one, and a file that is not ours to touch, in turn."""


@dataclass
class Fault:
    """Lets one file operation below a folder fail.

    Attributes:
        root: Operations on files elsewhere are none of a run's.
        at: Number of the operation that fails, from 1.
        seen: The operations so far, each by its kind.
    """

    root: Path
    at: int
    seen: list[str] = field(default_factory=list)

    def meet(self, kind: str, path: object = None) -> None:
        """Count an operation, and fail if it is the one."""
        if path is not None and not self._is_below(path):
            return
        self.seen.append(kind)
        if len(self.seen) == self.at:
            number = ERRORS[self.at % len(ERRORS)]
            raise OSError(number, os.strerror(number), str(path))

    def _is_below(self, path: object) -> bool:
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        return os.fsdecode(os.fspath(path)).startswith(str(self.root))


class _Written:
    """A file whose writes can fail."""

    def __init__(self, file: Any, fault: Fault) -> None:
        self._file = file
        self._fault = fault

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: Any) -> int:
        self._fault.meet("write")
        return int(self._file.write(data))


@contextmanager
def failing(root: Path, at: int) -> Iterator[Fault]:
    """Let the n-th open, write, fsync, replace or unlink below a folder fail."""
    fault = Fault(root, at)

    def guarded(kind: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *arguments: Any, **options: Any) -> Any:
            fault.meet(kind, path)
            return real(path, *arguments, **options)

        return call

    def fdopen(descriptor: int, *arguments: Any, **options: Any) -> _Written:
        return _Written(fdopen_before(descriptor, *arguments, **options), fault)

    def fsync(descriptor: int) -> None:
        fault.meet("fsync")
        fsync_before(descriptor)

    fdopen_before, fsync_before = os.fdopen, os.fsync
    patches: list[tuple[Any, str, Callable[..., Any]]] = [
        (os, "open", guarded("open", os.open)),
        (io, "open", guarded("open", io.open)),
        (builtins, "open", guarded("open", builtins.open)),
        (os, "fdopen", fdopen),
        (os, "fsync", fsync),
        (os, "replace", guarded("replace", os.replace)),
        (os, "unlink", guarded("unlink", os.unlink)),
    ]
    before = [(owner, name, getattr(owner, name)) for owner, name, _ in patches]
    for owner, name, patched in patches:
        setattr(owner, name, patched)
    try:
        yield fault
    finally:
        for owner, name, real in before:
            setattr(owner, name, real)


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder but the manifests, which tell the time."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


@dataclass(frozen=True)
class Tally:
    """What a loop of failures came to.

    Attributes:
        failures: Operations that were made to fail, by kind.
        endured: How many of them the run got over.
    """

    failures: Mapping[str, int]
    endured: int


def try_every_failure(office: Workspace, *, rerun_each: int = 1, step: int = 1) -> Tally:
    """Fail at each operation of a run in turn, always from the same old outputs.

    After each, every output must be the old one or the new one, whole; the input must be
    untouched; and a rerun must come to the outputs of a run that nothing disturbed.

    Args:
        office: A workspace with outputs of an older input.
        rerun_each: Only after each so many failures is the rerun tried.
        step: Only each so many-th operation is made to fail.
    """
    root = office.root
    before, given = contents(office.output), contents(office.input)
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "lama"
        shutil.copytree(office.output, kept)
        process(office, HERE)
        after = contents(office.output)
        failures, endured = dict.fromkeys(OPERATIONS, 0), 0
        for turn, at in enumerate(count(1, step), start=1):
            _restore(office, kept)
            with failing(root, at) as fault:
                endured += _run(office)
            assert contents(office.input) == given, at
            _judge(office, before, after, at)
            if len(fault.seen) < at:
                break
            failures[fault.seen[at - 1]] += 1
            if turn % rerun_each == 0:
                process(office, HERE)
                assert contents(office.output) == after, at
    assert contents(office.output) == after
    return Tally(failures, endured - 1)


def _restore(office: Workspace, kept: Path) -> None:
    shutil.rmtree(office.output)
    shutil.rmtree(office.state, ignore_errors=True)
    shutil.copytree(kept, office.output)


def _run(office: Workspace) -> bool:
    """Run, and tell whether it came to its end; nothing but these errors may come out of it."""
    try:
        process(office, HERE)
    except (OSError, WorkspaceError):
        return False
    return True


def _judge(
    office: Workspace, before: Mapping[str, bytes], after: Mapping[str, bytes], at: int
) -> None:
    left = {
        name: data for name, data in contents(office.output).items() if not name.endswith(".tmp")
    }
    for name, data in left.items():
        assert data in {before.get(name), after.get(name)}, (at, name)
    assert left.keys() >= before.keys() & after.keys(), at


def main() -> None:
    """Try every failure over a copy of a workspace that has been run, less one of its files."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("ruang", type=Path, help="a workspace, such as that of the demo")
    parser.add_argument("--ulang", type=int, default=10, help="rerun after each so many failures")
    parser.add_argument("--langkah", type=int, default=1, help="only each so many-th operation")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        office = Workspace(Path(folder).resolve() / "ruang")
        shutil.copytree(chosen.ruang, office.root)
        process(office, HERE)
        files = (path for path in office.input.rglob("Isian_*.xlsx"))
        min(files).unlink()
        tally = try_every_failure(office, rerun_each=chosen.ulang, step=chosen.langkah)
    sys.stdout.write(f"{dict(tally.failures)}; {tally.endured} endured\n")


if __name__ == "__main__":
    main()
