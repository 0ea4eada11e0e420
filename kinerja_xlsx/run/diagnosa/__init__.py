"""Looking without touching: how the computer and the workspace stand, and where data lie."""

from kinerja_xlsx.run.diagnosa.data import locate_person
from kinerja_xlsx.run.diagnosa.semua import diagnose

__all__ = ["diagnose", "locate_person"]
