"""Checked files between two phases: on disk inside the workspace, so that no process holds all."""

from __future__ import annotations

import os
import pickle
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.spec.penugasan import Checked, Settings


def write_spill(path: Path, checked: Checked, submission: Submission) -> None:
    """Keep both for the unit's worker; readable by the owner alone.

    Only files that this run wrote itself are ever read back, so pickle is safe here.
    """
    with os.fdopen(_private(path), "wb") as file:
        pickle.dump(checked, file, pickle.HIGHEST_PROTOCOL)
        pickle.dump(submission, file, pickle.HIGHEST_PROTOCOL)


def read_checked(path: Path) -> Checked:
    """Read the checked part alone."""
    with path.open("rb") as file:
        return _checked(file)


def read_both(path: Path) -> tuple[Checked, Submission]:
    """Read the checked part and the raw submission."""
    with path.open("rb") as file:
        checked = _checked(file)
        submission: Submission = pickle.load(file)  # noqa: S301 - written by this run itself
    return checked, submission


def write_settings(path: Path, settings: Settings) -> None:
    """Keep the settings for all workers."""
    with os.fdopen(_private(path), "wb") as file:
        pickle.dump(settings, file, pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=1)
def read_settings(path: Path | None) -> Settings | None:
    """Read the settings once for each process; every run keeps them in a folder of its own."""
    if path is None:
        return None
    with path.open("rb") as file:
        settings: Settings = pickle.load(file)  # noqa: S301 - written by this run itself
    return settings


def _private(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)


def _checked(file: BinaryIO) -> Checked:
    checked: Checked = pickle.load(file)  # noqa: S301 - written by this run itself
    return checked
