"""`laporan.html`: one period of a run at a glance, in one file that asks for no other."""

from kinerja_xlsx.report.laporan.halaman import render_laporan
from kinerja_xlsx.report.laporan.isi import Laporan

__all__ = ["Laporan", "render_laporan"]
