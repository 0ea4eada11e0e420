"""Where a folder really lies: on this computer, on a network, or in a folder that is sent away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

import psutil

_KINDS: Final = frozenset(
    {
        "9p", "afs", "afpfs", "ceph", "cifs", "davfs", "davfs2", "fuse.davfs", "fuse.glusterfs",
        "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs",
        "nfs4", "smb2", "smb3", "smbfs", "webdav",
    }
)  # fmt: skip
_REMOTE: Final = "remote"
"""What Windows says of a drive letter that stands for a folder of another computer."""
_SYNCED: Final = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud")


@dataclass(frozen=True, slots=True)
class Cakram:
    """One disk as the system lists it.

    Attributes:
        place: Folder below which it is seen.
        kind: Kind of its file system.
        options: How it is used, separated by commas.
    """

    place: str
    kind: str
    options: str


def disks() -> tuple[Cakram, ...]:
    """List the disks of this computer; none where the system does not tell."""
    try:
        listed = psutil.disk_partitions(all=True)
    except (OSError, psutil.Error):
        return ()
    return tuple(Cakram(one.mountpoint, one.fstype, one.opts) for one in listed)


def is_on_network(folder: PurePath, listed: Iterable[Cakram]) -> bool:
    """Tell whether an absolute folder lies on another computer, as far as the system tells."""
    if folder.drive.startswith("\\\\"):
        return True
    kind = type(folder)
    around = [one for one in listed if one.place and folder.is_relative_to(kind(one.place))]
    if not around:
        return False
    # Of two on the same place the later one covers the earlier.
    deepest = max(enumerate(around), key=lambda one: (len(kind(one[1].place).parts), one[0]))[1]
    return deepest.kind.casefold() in _KINDS or _REMOTE in deepest.options.split(",")


def synced_by(folder: PurePath) -> str:
    """Name the part of a path that another program sends to the internet; empty for none."""
    return next((part for part in folder.parts if part.casefold().startswith(_SYNCED)), "")
