"""Regulations as dated tables; `in_force` finds the one that holds for a period."""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.model.period import Period
from kinerja_xlsx.policy.base import NoPolicyError, Policy
from kinerja_xlsx.policy.permenpanrb_6_2022 import PERMENPANRB_6_2022

__all__ = ["POLICIES", "NoPolicyError", "Policy", "first_policy", "in_force"]

POLICIES: Final = (PERMENPANRB_6_2022,)
"""Oldest first; a change of law is one more entry."""


def first_policy() -> Policy:
    """Find the oldest regulation; before its first day no rule is known.

    Source: the first day of each policy, with its citation.
    """
    return POLICIES[0]


def in_force(period: Period) -> Policy:
    """Find the one regulation that is in force on the last day of a period.

    Raises:
        NoPolicyError: None is in force, or more than one.

    Source: the first and last day of each policy, with their citation.
    """
    found = [policy for policy in POLICIES if policy.covers(period.last)]
    if len(found) != 1:
        raise NoPolicyError(f"{len(found)} policies on {period.last}")
    return found[0]
