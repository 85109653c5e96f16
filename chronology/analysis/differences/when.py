"""When: other days and other hours of one thing."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference
from chronology.analysis.facts import Case, Facts
from chronology.analysis.known import opens_with_news
from chronology.analysis.times import clock, in_days, minutes_apart


def by_date(between: Between) -> Difference | None:
    """Different days for something at which both were, or which both place at the same minute."""
    first, second = between.first, between.second
    days = abs((second.start - first.start).days)
    if not 0 < days <= between.thresholds.present_days or not (first.is_day and second.is_day):
        return None
    dates = f"{between.name(first)} gives {in_days(first.start)}, {between.name(second)} {in_days(second.start)}"
    if first.minute is not None and first.minute == second.minute:
        return between.told("date", f"{dates}, both at {clock(first.minute)}.", 0.85)
    earlier, later = (first, second) if first.start < second.start else (second, first)
    named = (earlier.start.month, earlier.start.day) in later.days
    if earlier.news and _opens_with_news(earlier) and not (later.news or named or earlier.meetings):
        return between.told(
            "date",
            f"{between.name(earlier)} heard of it on {in_days(earlier.start)}, before {between.name(later)} has it happen.",
            0.6,
        )
    met = first.meetings & second.meetings and first.attended and second.attended
    together = met or (first.joint and second.joint and first.kinds & second.kinds)
    if together and not (first.second_hand or second.second_hand):
        return between.told("date", f"{dates}, for something at which both were.", 0.75)
    return None


def _opens_with_news(facts: Facts) -> bool:
    return opens_with_news(facts.words) and not any(day < facts.start for day in facts.meant)


def by_time(between: Between) -> Difference | None:
    """Exact times of one day that lie further apart than a call and its answer."""
    first, second = between.first, between.second
    one, other = first.minute, second.minute
    if one is None or other is None or first.start != second.start:
        return None
    apart = minutes_apart(one, other)
    if apart < between.thresholds.time_minutes:
        return None
    # Whoever only heard of it gives the time of hearing, unless that lies before the thing itself.
    if _two_moments(between.case, first, second):
        return None
    heard = first.second_hand or second.second_hand
    if heard and not _heard_too_early(first, second):
        return None
    return between.told(
        "time",
        f"{between.name(first)} has it at {clock(one)}, {between.name(second)} at {clock(other)}: {apart} minutes apart.",
        0.6 if heard else 0.75,
    )


def _two_moments(case: Case, first: Facts, second: Facts) -> bool:
    """A call and the arrival in hospital, or what happened and an examination or assessment after it."""
    later = first if (first.minute or 0) > (second.minute or 0) else second
    if case.services.of_agency.get(later.agency, frozenset()) & HOSPITAL and later.kinds & ARRIVAL:
        return True
    if bool(first.meetings) != bool(second.meetings):
        return True
    if bool(AFTERWARDS.search(first.words)) != bool(AFTERWARDS.search(second.words)):
        return True
    return ("medical" in first.kinds) != ("medical" in second.kinds)


HOSPITAL = frozenset({"hospital", "maternity"})

AFTERWARDS = re.compile(
    r"\b(?:early hours|overnight|last night|earlier|yesterday|reported missing by|edt|assess(?:ed|ment)|reviewed on|on (?:the )?(?:\w+ )?ward|ward round|crisis team|follow[- ]up|debrief)\b"
)

ARRIVAL = frozenset({"ed_attendance", "admission", "emergency_call"})


def _heard_too_early(first: Facts, second: Facts) -> bool:
    if first.second_hand == second.second_hand or not first.kinds & second.kinds:
        return False
    told, own = (first, second) if first.second_hand else (second, first)
    return (told.minute or 0) < (own.minute or 0)
