"""Checks what was read: raw rows become accepted assignments, or issues that say why not.

check_isian       one submission, in a worker
check_skp         the plan of one unit and year, likewise
check_pengaturan  the settings workbook
keys_of           the little of a checked file that the driver compares
are_related       whether one unit stands above another, or is the same
accept_proposals  the submission with what people accepted in the list of its correction
group_issues      issues as they are shown: one for a column in which all cells have it
reconcile         all files of a run, on keys only
check_*_issued    what came back against what the template was issued with
count_rows        what became of every row seen
catalogue_of      the indicator catalogue as one unit sees it
find_absent       people of the roster whom no file of their unit names
absent_issue      what is said of one of them
named_identity    unit and period that a file name states
ask_word          whether a similar word was meant
ask_nip           which known NIP was meant
show              a cell value as a person would read it
near_nip          the same for whom no name is known
near_words        similar words, for `ask_which` to ask about
UnitPlan          the accepted plans of a unit, against which its Isian is compared
"""

from __future__ import annotations

from kinerja_xlsx.validate.files import reconcile
from kinerja_xlsx.validate.isian import check_isian
from kinerja_xlsx.validate.jabatan import UnitCatalogue, catalogue_of
from kinerja_xlsx.validate.kelompok import group_issues
from kinerja_xlsx.validate.keys import count_rows, keys_of
from kinerja_xlsx.validate.mutasi import are_related
from kinerja_xlsx.validate.nama_berkas import named_identity
from kinerja_xlsx.validate.pengaturan import check_pengaturan
from kinerja_xlsx.validate.reconciled import Reconciled, SubjectId
from kinerja_xlsx.validate.rencana import UnitPlan, compare_with_plan
from kinerja_xlsx.validate.shown import show
from kinerja_xlsx.validate.skp import check_skp
from kinerja_xlsx.validate.suggest import ask_nip, ask_which, ask_word, near_nip, near_words
from kinerja_xlsx.validate.terbitan import check_plan_issued, check_roster_issued
from kinerja_xlsx.validate.tidak_dikirim import absent_issue, find_absent
from kinerja_xlsx.validate.usulan import accept_proposals

__all__ = [
    "Reconciled",
    "SubjectId",
    "UnitCatalogue",
    "UnitPlan",
    "absent_issue",
    "accept_proposals",
    "are_related",
    "ask_nip",
    "ask_which",
    "ask_word",
    "catalogue_of",
    "check_isian",
    "check_pengaturan",
    "check_plan_issued",
    "check_roster_issued",
    "check_skp",
    "compare_with_plan",
    "count_rows",
    "find_absent",
    "group_issues",
    "keys_of",
    "named_identity",
    "near_nip",
    "near_words",
    "reconcile",
    "show",
]
