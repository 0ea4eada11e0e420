"""Mark and colour of each predikat, the same in every chart; no meaning rests on colour alone."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Predikat

TANDA: Final = MappingProxyType({
    Predikat.SANGAT_BAIK: "▲▲",
    Predikat.BAIK: "▲",
    Predikat.BUTUH_PERBAIKAN: "■",
    Predikat.KURANG: "▼",
    Predikat.SANGAT_KURANG: "▼▼",
})  # fmt: skip
"""A mark beside each word."""
WARNA: Final = MappingProxyType({
    Predikat.SANGAT_BAIK: "#0072B2",
    Predikat.BAIK: "#009E73",
    Predikat.BUTUH_PERBAIKAN: "#E69F00",
    Predikat.KURANG: "#D55E00",
    Predikat.SANGAT_KURANG: "#7F3C8D",
})  # fmt: skip
"""Colours that people with a colour weakness can tell apart."""
