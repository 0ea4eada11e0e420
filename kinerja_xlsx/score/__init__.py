"""Sound rows to scores: capaian, usulan, predikat, distribution and the agency's tables."""

from kinerja_xlsx.score.angka_kredit import Dasar, accumulate, earns
from kinerja_xlsx.score.beda_periode import (
    check_absent,
    check_gathered,
    check_leap,
    predikat_inside,
)
from kinerja_xlsx.score.belum_rating import issues_for_unrated
from kinerja_xlsx.score.disiplin import check_alpa
from kinerja_xlsx.score.distribusi import distribusi, issues_for, people_of
from kinerja_xlsx.score.indikator_kota import count_reached, hardly_reached
from kinerja_xlsx.score.induk import group_units
from kinerja_xlsx.score.kepuasan import pool, pool_units, score_kepuasan
from kinerja_xlsx.score.layanan import compare_services
from kinerja_xlsx.score.pegawai import score_penugasan
from kinerja_xlsx.score.perbandingan import Before, compare_unit
from kinerja_xlsx.score.pergerakan import rank_moves
from kinerja_xlsx.score.peringkat import rank_units
from kinerja_xlsx.score.rating import predikat_of
from kinerja_xlsx.score.sejarah import NOTHING_INSIDE, Sejarah, Tergabung, gather, rolls_up
from kinerja_xlsx.score.seragam import issues_for_equal
from kinerja_xlsx.score.skm_indikator import propose_skm
from kinerja_xlsx.score.tpp import simulate_tpp
from kinerja_xlsx.score.tren import stand_of

__all__ = [
    "NOTHING_INSIDE",
    "Before",
    "Dasar",
    "Sejarah",
    "Tergabung",
    "accumulate",
    "check_absent",
    "check_alpa",
    "check_gathered",
    "check_leap",
    "compare_services",
    "compare_unit",
    "count_reached",
    "distribusi",
    "earns",
    "gather",
    "group_units",
    "hardly_reached",
    "issues_for",
    "issues_for_equal",
    "issues_for_unrated",
    "people_of",
    "pool",
    "pool_units",
    "predikat_inside",
    "predikat_of",
    "propose_skm",
    "rank_moves",
    "rank_units",
    "rolls_up",
    "score_kepuasan",
    "score_penugasan",
    "simulate_tpp",
    "stand_of",
]
