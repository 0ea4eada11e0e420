"""Sound rows to scores: capaian, usulan, predikat, distribution and the agency's tables."""

from kinerja_xlsx.score.distribusi import distribusi, issues_for, people_of
from kinerja_xlsx.score.pegawai import score_penugasan

__all__ = ["distribusi", "issues_for", "people_of", "score_penugasan"]
