"""In what two records of one event may disagree: one question each, answered by a sentence, or by nothing."""

from __future__ import annotations

from chronology.analysis.differences.accounts import by_account, by_death, by_fall, by_finder, by_weapon
from chronology.analysis.differences.aged import by_age
from chronology.analysis.differences.alarms import by_call
from chronology.analysis.differences.amounts import by_amount
from chronology.analysis.differences.arrivals import by_arrival, by_treated_before
from chronology.analysis.differences.between import Between, Difference, Question
from chronology.analysis.differences.callers import by_caller
from chronology.analysis.differences.dates import by_named_date, by_own_day, by_weekday
from chronology.analysis.differences.debts import by_debt
from chronology.analysis.differences.decisions import by_decision
from chronology.analysis.differences.doings import by_doing
from chronology.analysis.differences.elsewhere import by_nothing_else
from chronology.analysis.differences.frequency import by_frequency
from chronology.analysis.differences.held import by_held, by_taken_place
from chronology.analysis.differences.hours import by_told_hour
from chronology.analysis.differences.hurts import by_kind_of_hurt
from chronology.analysis.differences.injuries import by_injury, by_site
from chronology.analysis.differences.knowing import by_knowing
from chronology.analysis.differences.lengths import by_length
from chronology.analysis.differences.medicines import by_medicine
from chronology.analysis.differences.moments import by_clock
from chronology.analysis.differences.negations import by_negation
from chronology.analysis.differences.numbers import by_number
from chronology.analysis.differences.outcomes import by_condition, by_doer, by_outcome
from chronology.analysis.differences.parts import by_part
from chronology.analysis.differences.parts_of_day import by_part_of_day
from chronology.analysis.differences.places import by_destination, by_transport
from chronology.analysis.differences.polarity import by_polarity
from chronology.analysis.differences.premises import by_children_staying, by_empty, by_man_there
from chronology.analysis.differences.presence import by_presence
from chronology.analysis.differences.readings import by_how_often, by_measures, by_portion, by_reading
from chronology.analysis.differences.receipts import by_receipt
from chronology.analysis.differences.roll import by_roll
from chronology.analysis.differences.sayings import by_sayer, by_since, by_told_day
from chronology.analysis.differences.seen import (
    by_child_present,
    by_child_seen,
    by_company,
)
from chronology.analysis.differences.silence import by_only, by_silence
from chronology.analysis.differences.standings import by_status
from chronology.analysis.differences.stories import by_story, by_whose_hand
from chronology.analysis.differences.substances import by_substance
from chronology.analysis.differences.tasks import by_task
from chronology.analysis.differences.tellers import by_teller
from chronology.analysis.differences.terms import by_terms
from chronology.analysis.differences.unseen import by_left_unseen
from chronology.analysis.differences.when import by_date, by_report, by_time
from chronology.analysis.differences.whose import of_two_people
from chronology.analysis.times import minutes_apart

__all__ = ["Between", "Difference", "differences", "hard_differences", "other_day"]

QUESTIONS: tuple[Question, ...] = (
    by_held,
    by_taken_place,
    by_date,
    by_child_seen,
    by_left_unseen,
    by_site,
    by_number,
    by_debt,
    by_amount,
    by_length,
    by_portion,
    by_reading,
    by_measures,
    by_how_often,
    by_frequency,
    by_age,
    by_medicine,
    by_outcome,
    by_doer,
    by_task,
    by_substance,
    by_injury,
    by_nothing_else,
    by_kind_of_hurt,
    by_child_present,
    by_company,
    by_empty,
    by_children_staying,
    by_man_there,
    by_presence,
    by_transport,
    by_destination,
    by_part,
    by_roll,
    by_account,
    by_story,
    by_teller,
    by_whose_hand,
    by_fall,
    by_finder,
    by_caller,
    by_doing,
    by_death,
    by_weapon,
    by_sayer,
    by_since,
    by_told_day,
    by_named_date,
    by_weekday,
    by_own_day,
    by_condition,
    by_terms,
    by_decision,
    by_negation,
    by_silence,
    by_only,
    by_polarity,
    by_status,
    by_receipt,
    by_knowing,
    by_time,
    by_arrival,
    by_treated_before,
    by_clock,
    by_told_hour,
    by_part_of_day,
    by_call,
    by_report,
)


# What is not asked of two that fall short of one event: other hours and other places may just show that they are two.
SOFT = frozenset({by_time, by_site, by_kind_of_hurt, by_date, by_own_day})
HARD: tuple[Question, ...] = tuple(question for question in QUESTIONS if question not in SOFT)
# What is counted, measured or hurt of one person, and how that came about; what is owed for a home is owed by all in it.
OF_ONE_PERSON = frozenset({"number", "site", "injury", "account"})
# What is asked even if each has its own hour, an hour or more apart: what may be told later of one thing.
TOLD_LATER: tuple[Question, ...] = (
    by_part,
    by_roll,
    by_receipt,
    by_clock,
    by_report,
    by_fall,
    by_number,
)


def other_day(between: Between) -> list[Difference]:
    """Whether two of neighbouring days give other dates for one thing."""
    return [found] if (found := by_date(between)) is not None else []


def hard_differences(between: Between) -> list[Difference]:
    """In what two records disagree that are not quite alike enough to be proposed as one event."""
    first, second = between.first.minute, between.second.minute
    apart = first is not None and second is not None and minutes_apart(first, second) >= between.thresholds.time_minutes
    return _answers(between, TOLD_LATER if apart else HARD)


def differences(between: Between) -> list[Difference]:
    """Everything in which the two records disagree."""
    return _answers(between, QUESTIONS)


def _answers(between: Between, questions: tuple[Question, ...]) -> list[Difference]:
    found = [(question, answer) for question in questions if (answer := question(between)) is not None]
    if any(answer.aspect in OF_ONE_PERSON for _, answer in found) and of_two_people(between):
        return [answer for question, answer in found if question is by_debt or answer.aspect not in OF_ONE_PERSON]
    return [answer for _, answer in found]
