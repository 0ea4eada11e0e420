"""The workbook `SKP` of one unit and year: index, and one official form per assignment."""

from kinerja_xlsx.write.skp.masukan import SkpBook, SkpForm
from kinerja_xlsx.write.skp.render import render_skp

__all__ = ["SkpBook", "SkpForm", "render_skp"]
