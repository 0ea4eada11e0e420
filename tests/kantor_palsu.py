"""A stand-in for LibreOffice: makes tiny PDFs at once, and fails where it is told to."""

from __future__ import annotations

import sys
from pathlib import Path

_SCRIPT = """#!{python}
import hashlib, pathlib, subprocess, sys, time, zipfile
here = pathlib.Path({folder!r})
if "--version" in sys.argv:
    print("LibreOffice 99.1.2.3 40(Build:2)")
    sys.exit()
names = [name for name in sys.argv if name.endswith(".xlsx")]
with open(here / "mulai.txt", "a") as log:
    log.write(" ".join(sys.argv[1:]) + "\\n")
if {hangs!r}:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)"])
    (here / "anak.txt").write_text(str(child.pid))
    child.wait()
pathlib.Path("pdf").mkdir()
for name in names:
    with zipfile.ZipFile(name) as package:
        core = package.read("docProps/core.xml").decode()
    data = pathlib.Path(name).read_bytes()
    text = b"%PDF-1.6\\n" + hashlib.sha256(data).hexdigest().encode()
    target = pathlib.Path("pdf", name).with_suffix(".pdf")
    if {bad!r} in core:
        target.write_bytes(text)
        sys.exit(1)
    target.write_bytes(text + b"\\n%%EOF\\n")
"""


def fake_office(folder: Path, *, bad: str = "\0", hangs: bool = False) -> Path:
    """Write the program.

    Args:
        folder: Where it lies, and notes how it was started.
        bad: It dies half way through a workbook whose title holds this.
        hangs: It never ends, and has started another program that never ends.
    """
    folder.mkdir(exist_ok=True)
    path = folder / "soffice"
    path.write_text(
        _SCRIPT.format(python=sys.executable, folder=str(folder), bad=bad, hangs=hangs),
        encoding="utf-8",
    )
    path.chmod(0o700)
    return path


def starts_of(program: Path) -> list[str]:
    """Give the arguments of each start that was to print."""
    log = program.with_name("mulai.txt")
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []
