"""Names that every system accepts, and what the system's refusals mean."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.run.workspace import (
    MAX_NAME,
    MAX_NAME_BYTES,
    Workspace,
    WorkspaceError,
    explain_os_error,
    folder_names,
    make_workspace,
    open_workspace,
    safe_name,
    unique_name,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dinas Kesehatan", "Dinas Kesehatan"),
        ("..", "_"),
        ("", "_"),
        (" . ", "_"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ('a<b>:"c|d?e*', "a_b___c_d_e_"),
        ("akhir titik. ", "akhir titik"),
        ("CON", "_CON"),
        ("con.xlsx", "_con.xlsx"),
        ("COM1", "_COM1"),
        ("COM10", "COM10"),
        ("\u202efdp", "_fdp"),
        ("\u061cabc\u2028\x85", "_abc__"),
        ("con .txt", "_con .txt"),
        ("COM¹", "_COM¹"),
        ("conin$", "_conin$"),
        ("Yayah Ro\u0301", "Yayah R\xf3"),
        ("baris\nbaru\x7f", "baris_baru_"),
    ],
)
def test_name_is_safe(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text())
def test_any_text_gives_a_name_that_stays_in_its_folder(text: str) -> None:
    name = safe_name(text)

    assert 0 < len(name) <= MAX_NAME + 1
    assert name == unicodedata.normalize("NFC", name)
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name not in {".", ".."}
    assert name[-1] not in " ."
    assert len(name.encode()) <= MAX_NAME_BYTES + 1


PARTS = st.sampled_from((
    *("..", ".", " ", "CON", "nul", "com1", "LPT9", "e\u0301", "\xe9", "E\u0301", "\u202e"),
    *("\u200b", "/", "\\", ":", "*", "\n", "\x00", "\ud83d", "😀", "👩\u200d⚕️", "ß", "ss"),
    *("\u0130", "\u01c4", "\ufb01", "x" * 39, "a" * 115),
))  # fmt: skip
"""What breaks names: alone, at an end, twice, or beyond a length."""


@given(
    st.lists(st.lists(PARTS, max_size=4).map("".join), max_size=12), st.sampled_from((".xlsx", ""))
)
def test_names_of_any_kind_are_unique_and_allowed_on_every_system(
    texts: list[str], suffix: str
) -> None:
    taken: set[str] = set()

    names = [unique_name(text, suffix, taken) for text in texts]

    # macOS takes composed and decomposed letters for the same, and so do some shares.
    alike = {unicodedata.normalize("NFD", name).casefold() for name in names}
    assert len(alike) == len(texts)
    assert all(map(is_allowed, names)), names
    again: set[str] = set()
    assert [unique_name(text, suffix, again) for text in texts] == names


def is_allowed(name: str) -> bool:
    """Tell whether Windows, macOS and Linux take a name, our temporary one beside it included."""
    device = re.fullmatch(r"(?i)(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])\s*(\..*)?", name)
    temporary = f".~{name}.4194304.tmp"
    return (
        device is None
        and name == name.strip(" .")
        and name not in {"", ".", ".."}
        and not re.search(r'[<>:"/\\|?*]', name)
        and not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in name)
        and len(temporary.encode()) <= 255
    )


def test_name_that_is_cut_ends_neither_in_a_dot_nor_within_a_letter() -> None:
    cut = MAX_NAME - len(".xlsx") - 4

    assert unique_name("a" * (cut - 1) + ".b", ".xlsx", set()) == f"{'a' * (cut - 1)}.xlsx"
    assert unique_name("😀" * 120, "", set()) == "😀" * 49


@given(st.lists(st.text(max_size=3), max_size=30))
def test_no_two_names_are_alike_on_any_system(texts: list[str]) -> None:
    taken: set[str] = set()

    names = [unique_name(text, ".xlsx", taken) for text in texts]

    assert len({name.casefold() for name in names}) == len(texts)


def test_second_name_is_numbered() -> None:
    taken: set[str] = set()

    names = [unique_name("a/b", ".xlsx", taken), unique_name("A_B", ".xlsx", taken)]

    assert names == ["a_b.xlsx", "A_B-2.xlsx"]


def test_units_get_folders_of_their_own_whatever_their_order() -> None:
    names = folder_names(["upt", "UPT", "UPT.", "DINKES"])

    assert names == {"DINKES": "DINKES", "UPT": "UPT", "UPT.": "UPT-2", "upt": "upt-3"}
    assert folder_names(["UPT.", "UPT", "DINKES", "upt"]) == names


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "cakram penuh"),
        (errno.EROFS, "hanya dapat dibaca"),
        (errno.EACCES, "tutup berkas itu di Excel"),
        (errno.EEXIST, "ada berkas di tempat yang seharusnya folder"),
        (errno.EFBIG, "melebihi batas"),
        (errno.ENAMETOOLONG, "terlalu panjang"),
        (errno.EIO, "periksa cakramnya"),
        (errno.EXDEV, f"kode sistem {errno.EXDEV}"),
    ],
)
def test_refusal_of_the_system_is_explained(number: int, words: str) -> None:
    assert words in explain_os_error(OSError(number, os.strerror(number)))


def test_refusal_without_a_number_is_explained() -> None:
    assert explain_os_error(OSError("tanpa nomor")) == "kode sistem None"


def test_folder_without_input_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="tidak ada folder input di dalamnya"):
        open_workspace(tmp_path)


def test_made_workspace_can_be_opened(tmp_path: Path) -> None:
    made = make_workspace(tmp_path / "kota")

    assert open_workspace(tmp_path / "kota") == made
    assert sorted(path.name for path in made.root.iterdir()) == ["input", "output", "templates"]


def test_workspace_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()

    with pytest.raises(WorkspaceError, match="tidak dapat dibuat"):
        make_workspace(tmp_path / "berkas" / "kota")


def test_places_lie_where_people_look() -> None:
    workspace = Workspace(Path("/ruang"))

    assert workspace.period_folder("2026-TW1") == Path("/ruang/output/2026-TW1")
    assert workspace.period_folder(None) == Path("/ruang/output/tanpa-periode")
    assert workspace.relative(workspace.pengaturan) == "input/Pengaturan.xlsx"
