"""Drive the reader with changed workbooks: `poe fuzz FOLDER -max_total_time=1200`, Linux only.

The first byte of an input says which part of which Isian the other bytes take the place of, or
that they are a whole file. Whatever they are, the reader must give a Submission that holds
something, or refuse the file by a code; anything else ends the search and leaves the input in
FOLDER. Options after the folder are those of libFuzzer.
"""

from __future__ import annotations

import contextlib
import re
import sys
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kinerja_xlsx.read", "kinerja_xlsx.run.pindah"]):
    from kinerja_xlsx import read

from kinerja_xlsx.model.issue import Severity, UnreadableFileError
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.spec.book import ISIAN
from tests.drawn import sound_isian
from tests.unit.read.raw import OFFICE, bytes_of, shared_xml, snapshot_of

SEEDS = "benih"
RELATIONS = "xl/_rels/workbook.xml.rels"
_INLINE = re.compile(rb'(<c [^<>]*?) t="inlineStr"><is><t[^<>]*>([^<]*)</t></is>')
WORDS = "kata.dict"
MOST_BYTES = 120_000
"""Longer inputs find nothing that shorter ones do not, and cost time."""
WHOLE = 255
"""First byte of an input that is a file, not a part."""
PIECES = (
    *(
        '<c r="XFD1048576"><v>1</v></c>',
        '<c r="A1"/>',
        '<c r="A0"><v>1</v></c>',
        "<c><v>1</v></c>",
    ),
    *('<row r="0">', '<row r="1048577">', '<row r="5">', "<row>", "</row>", "</sheetData>"),
    *(' t="s"', ' t="e"', ' t="str"', ' t="inlineStr"', ' t="b"', ' t="d"', ' s="99999"'),
    *("<f>1+1</f>", '<f t="shared" si="0"/>', "<v></v>", "<v>1e999</v>", "<v>NaN</v>", "<v/>"),
    *("<is><t>x</t></is>", "<is><r><t>x</t></r></is>", "<si><t/></si>", "<rPh><t>x</t></rPh>"),
    *('<mergeCell ref="A1:XFD1048576"/>', '<col min="1" max="16384" hidden="1"/>', "<!--", "-->"),
    *("<![CDATA[", "]]>", "<!DOCTYPE a>", "<?x ?>", "&#0;", "&#x10FFFF;", "&lt;", "&a;", "x:"),
    *(' Target="../../x"', ' Target="/xl/worksheets/sheet1.xml"', ' TargetMode="External"'),
    *(' date1904="1"', ' numFmtId="9"', ' formatCode="0%"', ' hidden="1"', ' encoding="UTF-16"'),
    *('<row r="99999999999">', "<is/>", '<c r="XFD1048576" t="inlineStr"><is/></c>', "[", "%"),
)


@cache
def sound() -> tuple[dict[str, bytes], ...]:
    """Give the parts of a small sound Isian with its texts in the cells, and with shared ones."""
    with zipfile.ZipFile(BytesIO(bytes_of(sound_isian(1)))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    texts: list[str] = []

    def share(cell: re.Match[bytes]) -> bytes:
        texts.append(cell[2].decode())
        return b'%b t="s"><v>%d</v>' % (cell[1], len(texts) - 1)

    shared = {name: _INLINE.sub(share, xml) for name, xml in parts.items()}
    relation = (
        f'<Relationship Id="rIdS" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    )
    shared[RELATIONS] = shared[RELATIONS].replace(
        b"</Relationships>", f"{relation}</Relationships>".encode()
    )
    return parts, {**shared, "xl/sharedStrings.xml": shared_xml(*texts).encode()}


@cache
def places() -> tuple[tuple[dict[str, bytes], str], ...]:
    """Give every part that an input may stand for, with its book."""
    return tuple((book, name) for book in sound() for name in book)


def file_of(data: bytes) -> bytes:
    """Make the file that an input stands for."""
    if not data or data[0] == WHOLE:
        return data[1:]
    book, changed = places()[data[0] % len(places())]
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in book.items():
            archive.writestr(name, data[1:] if name == changed else content)
    return buffer.getvalue()


def judge(data: bytes) -> None:
    """Read one input, and raise unless it has an answer of its own."""
    try:
        submission = read.read_submission(snapshot_of(file_of(data)), ISIAN)
    except UnreadableFileError as error:
        if not error.code.value.startswith("BRK-"):
            raise
        return
    is_answered = any(issue.severity is Severity.GALAT for issue in submission.issues)
    if not isinstance(submission, Submission) or not (is_answered or submission.sheets):
        raise AssertionError("nothing was read, and nothing was said")


def plant(folder: Path) -> list[str]:
    """Write the seeds and the words; give what libFuzzer needs to know of them."""
    seeds = folder / SEEDS
    seeds.mkdir(parents=True, exist_ok=True)
    for number, (book, name) in enumerate(places()):
        (seeds / f"{number:02d}-{Path(name).name}").write_bytes(bytes([number]) + book[name])
    (seeds / "berkas").write_bytes(bytes([WHOLE]) + bytes_of(sound_isian(1)))
    quoted = (word.replace("\\", "\\\\").replace('"', '\\"') for word in PIECES)
    words = folder / WORDS
    words.write_text("".join(f'"{word}"\n' for word in quoted), encoding="ascii")
    return [
        f"-artifact_prefix={folder}/",
        f"-dict={words}",
        f"-max_len={MOST_BYTES}",
        "-timeout=30",
        "-rss_limit_mb=2048",
        str(seeds),
    ]


def main() -> None:
    """Search until an option says that it is enough, or something is found."""
    with contextlib.suppress(IndexError):
        folder = Path(sys.argv[1]).resolve()
        atheris.Setup([sys.argv[0], *plant(folder), *sys.argv[2:]], judge)
        atheris.Fuzz()
    sys.exit("poe fuzz FOLDER [-max_total_time=DETIK] [-jobs=N] ...")


if __name__ == "__main__":
    main()
