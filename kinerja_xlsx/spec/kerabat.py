"""Which issue codes belong together: who meets one of them is often helped by the others."""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.model.issue import IssueCode

C = IssueCode
# fmt: off
_GROUPS: Final = (
    # Files that are no workbook of ours, or not this time.
    (C.BRK_01, C.BRK_02, C.BRK_03, C.BRK_04, C.BRK_07, C.BRK_08, C.BRK_19),
    (C.BRK_05, C.BRK_06, C.BRK_16, C.BRK_23, C.LBK_11),
    (C.BRK_09, C.BRK_10, C.BRK_11, C.BRK_17, C.BRK_18, C.BRK_21),
    (C.BRK_12, C.BRK_18, C.LBK_06, C.LBK_08),
    (C.BRK_13, C.BRK_18, C.LBK_07, C.LBK_10),
    (C.BRK_14, C.BRK_15, C.BRK_24),
    (C.BRK_20, C.BRK_22, C.BRS_16, C.BRS_18),
    # Sheets and headings.
    (C.LBR_01, C.LBR_02, C.LBR_03, C.LBR_16),
    (C.LBR_04, C.LBR_05, C.LBR_06, C.LBR_07, C.LBR_08, C.LBR_10, C.LBR_11),
    (C.LBR_09, C.LBR_15, C.LBR_16),
    (C.LBR_12, C.LTS_07, C.SEL_01, C.BRS_11),
    (C.LBR_13, C.LBR_14, C.LBR_17),
    # Rows.
    (C.BRS_01, C.BRS_02, C.BRS_03),
    (C.BRS_04, C.BRS_05, C.LTS_14, C.LBK_04),
    (C.BRS_06, C.BRS_07, C.BRS_09, C.BRS_22, C.LTS_20),
    (C.BRS_08, C.LTS_07, C.LTS_20),
    (C.BRS_10, C.LTS_04, C.SEL_17),
    (C.BRS_12, C.LTS_05, C.LTS_06),
    (C.BRS_13, C.LTS_19, C.SEL_35),
    (C.BRS_14, C.SEL_05),
    (C.BRS_15, C.BRS_17, C.BRS_18),
    (C.BRS_19, C.BRS_21, C.LTS_22),
    (C.BRS_20, C.LTS_11, C.LTS_19),
    (C.LTS_19, C.LTS_23),
    # Cells.
    (C.SEL_02, C.SEL_04, C.SEL_24, C.SEL_25, C.SEL_26, C.SEL_27),
    (C.SEL_05, C.SEL_10, C.SEL_33),
    (C.SEL_03, C.SEL_17, C.SEL_18, C.SEL_19, C.SEL_20),
    (C.SEL_06, C.SEL_07),
    (C.SEL_08, C.SEL_09, C.SEL_34),
    (C.SEL_11, C.SEL_12, C.SEL_13, C.SEL_16, C.SEL_30, C.BRS_06),
    (C.SEL_14, C.SEL_15, C.BRS_23),
    (C.SEL_21, C.SEL_22, C.SEL_23, C.BRK_15),
    (C.SEL_28, C.SEL_29, C.SEL_31, C.SEL_32),
    (C.SEL_36, C.LBK_03),
    # Assignments, units, and several files.
    (C.LTS_01, C.LTS_14, C.LTS_30),
    (C.LTS_02, C.LTS_03, C.LTS_13),
    (C.LTS_08, C.LTS_15, C.LTS_18),
    (C.LTS_09, C.LBK_09),
    (C.LTS_10, C.LTS_12),
    (C.LTS_16, C.LTS_17, C.LTS_21),
    (C.LBK_01, C.LBK_02, C.LBK_03, C.LBK_04),
    (C.SIS_01, C.SIS_02),
)
# fmt: on


def related_codes(code: IssueCode) -> tuple[IssueCode, ...]:
    """List the codes that share a group with this one, in the order of the groups."""
    found = (other for group in _GROUPS if code in group for other in group)
    return tuple(dict.fromkeys(other for other in found if other is not code))
