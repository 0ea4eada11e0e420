"""Starts kinerja_xlsx on a bare Python: makes .venv, installs, and passes every argument on.

Standard library only, in syntax that Python 3.6 can still parse: an old Python must get an
explanation, not a SyntaxError. What the launcher says goes to stderr, so that the one document
which `--json` puts on stdout stays alone there.
"""

import errno
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Dict, Iterable, List, NamedTuple, Optional

MINIMUM = (3, 11)
HERE = Path(__file__).absolute().parent  # unresolved: Windows would lose its drive letter
PINS = HERE / ".ci" / "constraints.txt"
STAMP = "kinerja-xlsx.json"
PIP_LOG = "kinerja-xlsx-pip.log"
NOT_READY = 7
STOPPED = 130
CONTROL_C_EXIT = 0xC000013A  # how Windows reports a program that Ctrl-C ended
TAIL_LINES = 6
DOT_SECONDS = 5

# Run by the Python of .venv, isolated from the current folder and from the user's settings.
PROBE = """
import importlib.util, json, sys
spec = importlib.util.find_spec("kinerja_xlsx")
print(json.dumps({
    "python": sys.version_info[:2],
    "has_pip": importlib.util.find_spec("pip") is not None,
    "package": spec.origin if spec else None,
}))
"""

OLD_PYTHON = """\
Program ini memerlukan Python {minimum} atau yang lebih baru; yang sedang dipakai Python {found}.
{hint}"""
OTHER_PYTHON = """\
Di komputer ini sudah ada Python yang lebih baru. Cobalah:
  {name} jalankan.py"""
GET_PYTHON = """\
Pasang Python terbaru, lalu jalankan perintah ini sekali lagi:
  Windows, macOS : unduh dari www.python.org/downloads
                   (di Windows, centang "Add python.exe to PATH")
  Debian, Ubuntu : sudo apt install python3 python3-venv"""
NO_VENV = """\
Python di komputer ini belum lengkap: bagian "venv" atau "ensurepip" belum terpasang.
Pasang dahulu, lalu jalankan perintah ini sekali lagi:
  Debian, Ubuntu : sudo apt install python3-venv
                   (bila belum cukup: sudo apt install python{version}-venv)
  Windows, macOS : pasang ulang Python dari www.python.org/downloads"""
NOT_OURS = """\
"{folder}" sudah ada dan bukan buatan program ini, jadi tidak disentuh.
Pindahkan atau ganti namanya, lalu jalankan perintah ini sekali lagi."""
VENV_FAILED = """\
Lingkungan Python di "{folder}" belum berhasil dibuat. Keterangan dari Python:
{tail}"""
NO_NETWORK = """\
Pustaka yang diperlukan belum dapat diunduh, karena internet tidak terjangkau.
Periksa sambungan internet (atau proxy kantor, tanyakan kepada bagian TI), lalu jalankan
perintah ini sekali lagi. Internet hanya diperlukan saat penyiapan.
Bila komputer ini memang tanpa internet:
  1. di komputer lain yang tersambung, dengan sistem dan Python yang sama, dari folder program:
       python -m pip download -d roda . hatchling editables
  2. salin folder "roda" ke sini, lalu setel variabel PIP_NO_INDEX=1 dan PIP_FIND_LINKS=roda."""
TESTING = """\
Pemakaian: {name} uji [PILIHAN PYTEST]

Menguji program di komputer ini; tidak menyentuh folder input maupun output. Kali pertama,
alat uji dipasang dahulu (perlu internet). Semua uji memakan waktu belasan menit.

Contoh:
  {name} uji                      semua uji
  {name} uji -x                   berhenti pada kegagalan pertama
  {name} uji tests/flow/test_alur.py   satu berkas uji saja

Bila ada uji yang gagal, kirimkan keluarannya kepada pemelihara program."""
DISK_FULL = """\
Ruang penyimpanan penuh. Kosongkan sekitar 500 MB, lalu jalankan perintah ini sekali lagi."""
NO_ACCESS = """\
"{path}" tidak dapat ditulis atau dihapus.
Tutup program lain yang memakainya, atau pindahkan folder program ke tempat yang boleh ditulis
(misalnya Documents). Tempat lingkungan Python dapat diatur dengan variabel KINERJA_VENV."""
PIP_FAILED = """\
Pemasangan belum berhasil. Baris terakhir dari pip:
{tail}
Catatan lengkap: {log}
Cobalah jalankan sekali lagi. Bila tetap gagal, kirimkan catatan itu kepada bagian TI."""

NETWORK_SIGNS = re.compile(
    "NewConnectionError|ConnectTimeout|ReadTimeout|Read timed out|ProxyError|SSLError"
    "|NameResolutionError|Temporary failure in name resolution|getaddrinfo failed"
    "|Network is unreachable|Connection refused|Connection to .* timed out|ConnectionError"
    r"|Failed to resolve|Failed to establish a new connection|Max retries exceeded"
    r"|\(from versions: none\)"
)
DISK_SIGNS = re.compile(r"No space left on device|\[Errno 28\]|not enough space on the disk")


class NotReadyError(Exception):
    """The program cannot be prepared; the text is what the user reads."""


class State(NamedTuple):
    """What the Python inside the virtual environment says about itself."""

    python: str
    has_pip: bool
    package: Optional[str]


def say(text: str) -> None:
    """Tell the user something, apart from the program's own output."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


# --- what is there --------------------------------------------------------------------------


def check_python(version: Iterable[int]) -> None:
    """Stop with an explanation when this Python is too old."""
    found = tuple(version)[:3]
    if found >= MINIMUM:
        return
    newer = (f"python3.{minor}" for minor in range(MINIMUM[1] + 9, MINIMUM[1] - 1, -1))
    name = next((candidate for candidate in newer if shutil.which(candidate)), None)
    hint = OTHER_PYTHON.format(name=name) if name else GET_PYTHON
    raise NotReadyError(OLD_PYTHON.format(minimum=dotted(MINIMUM), found=dotted(found), hint=hint))


def dotted(version: Iterable[int]) -> str:
    """Write a version as people do."""
    return ".".join(str(part) for part in version)


def venv_folder() -> Path:
    """Find where the virtual environment lies: beside this file, or where KINERJA_VENV says."""
    chosen = os.environ.get("KINERJA_VENV")
    return Path(chosen).expanduser().absolute() if chosen else HERE / ".venv"


def python_in(folder: Path) -> Path:
    """Name the Python of a virtual environment."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def fingerprint() -> str:
    """Digest everything that decides what has to be installed."""
    digest = hashlib.sha256((HERE / "pyproject.toml").read_bytes())
    if PINS.is_file():
        digest.update(PINS.read_bytes())
    return digest.hexdigest()


def read_stamp(folder: Path) -> Dict[str, Any]:
    """Read what the last installation left behind; empty when there was none."""
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(folder: Path, **fields: object) -> None:
    """Record an installation, and the places it holds for."""
    fields.update(project=str(HERE), venv=str(folder))
    (folder / STAMP).write_text(json.dumps(fields, sort_keys=True), encoding="utf-8")


def inspect(folder: Path) -> Optional[State]:
    """Ask the Python of the virtual environment; None when it does not answer."""
    command = [str(python_in(folder)), "-I", "-c", PROBE]
    try:
        answer = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
        )
        found = json.loads(answer.stdout.decode("utf-8"))
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return State(dotted(found["python"]), found["has_pip"], found["package"])


def is_current(
    folder: Path, stamp: Dict[str, Any], state: Optional[State], extras: Iterable[str]
) -> bool:
    """Tell whether everything wanted was installed from the project as it is now."""
    return (
        state is not None
        and is_sound(folder, stamp, state)
        and is_same_file(state.package, HERE / "kinerja_xlsx" / "__init__.py")
        and stamp.get("fingerprint") == fingerprint()
        and set(extras) <= set(stamp.get("extras", ()))
    )


def is_sound(folder: Path, stamp: Dict[str, Any], state: Optional[State]) -> bool:
    """Tell whether an installation may go on in this environment, or has to begin anew.

    Begin anew when its Python is gone, old or another than before, when it was moved, and when
    an installation was cut off: pip takes the halves it left for whole packages.
    """
    if state is None or not state.has_pip:
        return False
    return (
        tuple(int(part) for part in state.python.split(".")) >= MINIMUM
        and stamp.get("finished", True)
        and stamp.get("python", state.python) == state.python
        and stamp.get("project", str(HERE)) == str(HERE)
        and stamp.get("venv", str(folder)) == str(folder)
    )


def is_same_file(name: Optional[str], path: Path) -> bool:
    """Tell whether two spellings of a path name one file."""
    try:
        return name is not None and Path(name).samefile(str(path))
    except OSError:
        return False


# --- make and install -----------------------------------------------------------------------


def prepare(folder: Path, extras: Iterable[str]) -> None:
    """Bring the virtual environment to what the project asks for; nothing when it is there."""
    stamp, state = read_stamp(folder), inspect(folder)
    if is_current(folder, stamp, state, extras):
        return
    wanted = sorted(set(extras) | set(stamp.get("extras", ())))
    say("Menyiapkan program. Ini hanya sekali, biasanya satu sampai beberapa menit ...")
    try:
        if not is_sound(folder, stamp, state):
            create(folder)
        install(folder, wanted)
    except OSError as error:
        full = error.errno == errno.ENOSPC
        path = error.filename or folder
        raise NotReadyError(DISK_FULL if full else NO_ACCESS.format(path=path)) from error
    say("Program siap.")


def create(folder: Path) -> None:
    """Make the virtual environment, in place of a broken one if need be."""
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        raise NotReadyError(NO_VENV.format(version=dotted(sys.version_info[:2])))
    clear(folder)
    folder.mkdir(parents=True, exist_ok=True)
    write_stamp(folder, finished=False)
    made = subprocess.run(
        [sys.executable, "-I", "-m", "venv", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if made.returncode != 0:
        output = made.stdout.decode("utf-8", "replace")
        raise NotReadyError(explain(output, VENV_FAILED.format(folder=folder, tail=tail(output))))


def clear(folder: Path) -> None:
    """Empty a virtual environment; a folder that is none is left alone."""
    if not os.path.lexists(str(folder)):
        return
    if not folder.is_dir():
        raise NotReadyError(NOT_OURS.format(folder=folder))
    children = list(folder.iterdir())
    if children and not {"pyvenv.cfg", STAMP} & {child.name for child in children}:
        raise NotReadyError(NOT_OURS.format(folder=folder))
    for child in children:
        if child.is_dir() and not child.is_symlink():
            shutil.rmtree(str(child))
        else:
            child.unlink()


def install(folder: Path, extras: List[str]) -> None:
    """Install the project with its extras, so that edits of the source count at once."""
    write_stamp(folder, finished=False, extras=extras)
    log = folder / PIP_LOG
    code = run_pip(folder, extras, pinned=PINS.is_file())
    if code != 0 and PINS.is_file() and not NETWORK_SIGNS.search(read_log(log)):
        # The tested versions may not exist for a Python that is newer than they are.
        code = run_pip(folder, extras, pinned=False)
    if code != 0:
        output = read_log(log)
        raise NotReadyError(explain(output, PIP_FAILED.format(tail=tail(output), log=log)))
    state = inspect(folder)
    write_stamp(
        folder,
        finished=True,
        extras=extras,
        fingerprint=fingerprint(),
        python=state.python if state else None,
    )


def run_pip(folder: Path, extras: List[str], *, pinned: bool) -> int:
    """Run one `pip install`, its talk kept in a log; return its exit code."""
    target = ".[{}]".format(",".join(extras)) if extras else "."
    command = [str(python_in(folder)), "-m", "pip", "install", "--no-input", "-e", target]
    if pinned:
        command += ["-c", str(PINS)]
    environment = child_environment()
    environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    with (folder / PIP_LOG).open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=str(HERE),
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        return wait_with_dots(process)


def wait_with_dots(process: "subprocess.Popen[bytes]") -> int:
    """Wait for pip and show on a terminal that work goes on."""
    try:
        while process.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=DOT_SECONDS)
            show_progress(".")
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        raise
    show_progress("\n")
    return process.returncode


def show_progress(mark: str) -> None:
    """Add a mark to the line on a terminal; a log file gets none."""
    if sys.stderr.isatty():
        sys.stderr.write(mark)
        sys.stderr.flush()


def read_log(path: Path) -> str:
    """Read what pip said."""
    return path.read_text(encoding="utf-8", errors="replace")


def explain(output: str, otherwise: str) -> str:
    """Choose the message for the cause that a failed command shows."""
    if DISK_SIGNS.search(output):
        return DISK_FULL
    return NO_NETWORK if NETWORK_SIGNS.search(output) else otherwise


def tail(output: str) -> str:
    """Keep the last lines of an output, indented."""
    lines = [line for line in output.splitlines() if line.strip()]
    return "\n".join("  " + line for line in lines[-TAIL_LINES:])


# --- hand over ------------------------------------------------------------------------------


def own_name() -> str:
    """Name this launcher as the user may type it again."""
    script = sys.argv[0] if Path(sys.argv[0]).name == Path(__file__).name else Path(__file__).name
    name = f'"{script}"' if " " in script else script
    return f"{'py' if os.name == 'nt' else 'python3'} {name}"


def child_environment() -> Dict[str, str]:
    """Give the program UTF-8, and none of the paths that other software left for Python."""
    environment = dict(os.environ, PYTHONUTF8="1", KINERJA_SEBUTAN=own_name())
    for name in ("PYTHONHOME", "PYTHONPATH"):
        environment.pop(name, None)
    return environment


def hand_over(command: List[str]) -> int:
    """Become the command, or on Windows wait for it; its exit code is ours."""
    if os.name != "nt":
        # The same process goes on as the program, so that every signal reaches it.
        os.execve(command[0], command, child_environment())
    return wait_for(command)


def wait_for(command: List[str]) -> int:
    """Run a command to its end; it receives Ctrl-C itself and tidies up before it ends."""
    process = subprocess.Popen(command, env=child_environment())
    while process.poll() is None:
        with suppress(KeyboardInterrupt):
            process.wait()
    return STOPPED if process.returncode == CONTROL_C_EXIT else process.returncode


def start(arguments: List[str]) -> int:
    """Prepare what the arguments need, then hand over."""
    if arguments[:1] == ["uji"] and {"-h", "--help"} & set(arguments):
        sys.stdout.write(TESTING.format(name=own_name()) + "\n")
        return 0
    folder = venv_folder()
    python = str(python_in(folder))
    if arguments[:1] == ["uji"]:
        prepare(folder, ["test"])
        os.chdir(str(HERE))
        return hand_over([python, "-m", "pytest", *arguments[1:]])
    prepare(folder, [])
    # -P keeps the current folder, the user's workspace, out of the places modules come from.
    return hand_over([python, "-P", "-m", "kinerja_xlsx", *(arguments or ["--help"])])


def main(arguments: List[str]) -> int:
    """Start the program; return the exit code."""
    try:
        check_python(sys.version_info[:3])
        return start(arguments)
    except NotReadyError as error:
        say(str(error))
        return NOT_READY
    except KeyboardInterrupt:
        say("Dihentikan. Jalankan lagi kapan saja; penyiapan yang belum selesai akan diulang.")
        return STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
