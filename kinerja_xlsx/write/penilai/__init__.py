"""The Lembar Penilai: what one rater of a unit reads and fills in, and nobody else's people."""

from kinerja_xlsx.write.penilai.masukan import LembarPenilai
from kinerja_xlsx.write.penilai.render import render_lembar_penilai

__all__ = ["LembarPenilai", "render_lembar_penilai"]
