"""In what two records of one event may disagree: one question each, answered by a sentence, or by nothing."""

from __future__ import annotations

from chronology.analysis.differences.accounts import by_account, by_fall, by_finder
from chronology.analysis.differences.attendance import by_attendance, by_own_absence
from chronology.analysis.differences.between import Between, Difference, Question
from chronology.analysis.differences.companions import by_companion, by_part
from chronology.analysis.differences.denials import by_denial, by_status
from chronology.analysis.differences.injuries import by_injury, by_site
from chronology.analysis.differences.numbers import by_amount, by_number
from chronology.analysis.differences.outcomes import by_condition, by_doer, by_held, by_outcome, by_part_received, by_receipt
from chronology.analysis.differences.seen import (
    by_bringer,
    by_child_present,
    by_child_seen,
    by_company,
    by_man_there,
    by_whereabouts,
)
from chronology.analysis.differences.when import by_clock, by_date, by_report, by_time

__all__ = ["Between", "Difference", "differences", "hard_differences"]

QUESTIONS: tuple[Question, ...] = (
    by_held,
    by_date,
    by_child_seen,
    by_site,
    by_number,
    by_amount,
    by_outcome,
    by_doer,
    by_injury,
    by_child_present,
    by_company,
    by_whereabouts,
    by_man_there,
    by_bringer,
    by_companion,
    by_part,
    by_attendance,
    by_own_absence,
    by_account,
    by_fall,
    by_finder,
    by_condition,
    by_denial,
    by_status,
    by_receipt,
    by_part_received,
    by_time,
    by_clock,
    by_report,
)


# What is asked of two that nothing but such a disagreement may keep from being taken for one event.
HARD: tuple[Question, ...] = (
    by_companion,
    by_part,
    by_whereabouts,
    by_own_absence,
    by_receipt,
    by_clock,
    by_report,
    by_fall,
    by_number,
)


def hard_differences(between: Between) -> list[Difference]:
    """In what two records disagree that are not quite alike enough to be proposed as one event."""
    return [found for question in HARD if (found := question(between)) is not None]


def differences(between: Between) -> list[Difference]:
    """Everything in which the two records disagree."""
    return [found for question in QUESTIONS if (found := question(between)) is not None]
