"""The workbook `Penjelasan` of one person: how each figure came about, for whoever asks."""

from kinerja_xlsx.write.penjelasan.render import render_penjelasan

__all__ = ["render_penjelasan"]
