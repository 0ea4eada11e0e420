"""The workbook `Hasil` of one unit: index, recap, and one printable form per assignment."""

from kinerja_xlsx.write.hasil.formulir import render_formulir
from kinerja_xlsx.write.hasil.masukan import Disisihkan, HasilBook, HasilForm, Orang
from kinerja_xlsx.write.hasil.render import render_hasil

__all__ = [
    "Disisihkan",
    "HasilBook",
    "HasilForm",
    "Orang",
    "render_formulir",
    "render_hasil",
]
