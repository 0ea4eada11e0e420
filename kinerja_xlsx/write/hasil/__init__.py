"""The workbook `Hasil` of one unit: index, recap, and one printable form per assignment."""

from kinerja_xlsx.write.hasil.bagian import by_person, in_order, in_runs, part_names, share_out
from kinerja_xlsx.write.hasil.formulir import render_formulir, render_siap_cetak
from kinerja_xlsx.write.hasil.masukan import Disisihkan, HasilBook, HasilForm, Orang
from kinerja_xlsx.write.hasil.rekap import SHEET as REKAP
from kinerja_xlsx.write.hasil.render import render_hasil

__all__ = [
    "REKAP",
    "Disisihkan",
    "HasilBook",
    "HasilForm",
    "Orang",
    "by_person",
    "in_order",
    "in_runs",
    "part_names",
    "render_formulir",
    "render_hasil",
    "render_siap_cetak",
    "share_out",
]
