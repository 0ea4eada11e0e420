"""Texts of other people where they are shown: no sign in them may act on what shows them."""

from __future__ import annotations


def make_visible(text: str) -> str:
    """Make control and direction marks harmless: line breaks become spaces, others `<U+202E>`."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else " " if char.isspace() else f"<U+{ord(char):04X}>"
        for char in text
    )
