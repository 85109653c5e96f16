"""Whether two agencies' records tell of one event: what speaks for it and against it, each with its points.

The points are the logarithms of odds: +1 makes "the same" about 2.7 times as likely as it was. They are added up, and the
sum becomes a score between 0 and 1. They were set by judgement and then moved by what nine cases
that had been read gave; ``docs/analyst.md`` says what each stands for.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from math import exp, log

from chronology.analysis.another_patient import of_another_patient
from chronology.analysis.differences.between import once
from chronology.analysis.evidence import NEVER, Evidence, lag
from chronology.analysis.facts import Case, Facts
from chronology.analysis.of_others import of_others
from chronology.analysis.own_doings import own_doings
from chronology.analysis.same_kind import CONVEYED, was_conveyed, weigh_kinds
from chronology.analysis.same_people import weigh_addresses, weigh_ages, weigh_persons
from chronology.analysis.set_apart import set_apart
from chronology.analysis.thresholds import Thresholds
from chronology.analysis.times import clock, in_days, minutes_apart
from chronology.analysis.vocabulary.sorts import BY_ONESELF, EVENTS, LIFE, SINGULAR, TOGETHER
from chronology.analysis.words import fold, stem

PRIOR = -1.2
LATER, LATER_HELD, HEARD_FIRST, A_DAY, LEAST_HEARD_FIRST = -0.49, -2.5, -0.49, -0.25, -3.5
NOTHING_SHARED = -0.21
NOTHING_AT_ALL = -1.0
NAMES_DATE, NAMES_AGENCY, NAME_EACH_OTHER = 2.2, 0.4, 2.97
HOUR, TWO_HOURS, MORE_HOURS, HOURS_OF_NAMED = -0.6, -1.1, -1.4, -0.5
OWN_TOGETHER, OWN_ACTS, OWN_CALLS, OWN_LATER = -1.0, -2.0, -5.0, -1.5
DENIED, AMONG_THEMSELVES = -4.0, -8.0
OWN_HOURS = -2.0
OVERLAP = 2.2
# A word is weighed by how rare it is in the case; what stands in one record of a dozen says nothing.
COMMON = 3.24
WORD, NAME, NEIGHBOURS = 0.38, 0.41, 0.27
MOST_BY_WORDS = 9.0
RARE_STATEMENT = 12
MOST_RARE = 5  # words in common that are told


def weigh(case: Case, one: Facts, other: Facts, thresholds: Thresholds) -> Evidence:
    """Everything that two records of different agencies have in common or against each other."""
    first, second = (one, other) if (one.start, one.place) <= (other.start, other.place) else (other, one)
    found = Evidence(first, second)
    found.forth = second.agency in first.mentions
    found.back = first.agency in second.mentions
    _days(found, case)
    _notice(found, case)
    _words(found, case)
    _hours(found, case)
    weigh_kinds(found, case)
    _only_the_date(found)
    _mentions(found)
    _together(found)
    found.conveyed = was_conveyed(found, case)
    if found.conveyed:
        found.add(CONVEYED, "The ambulance was there shortly before the hospital.")
    weigh_persons(found, case)
    weigh_addresses(found)
    weigh_ages(found)
    of_others(found, case)
    of_another_patient(found, case)
    set_apart(found, case)
    own_doings(found, case)
    denied = _without(found, case)
    _own_acts(found, case, denied=denied)
    if found.never:
        found.points = min(found.points, NEVER)
    return found


def _days(found: Evidence, case: Case) -> None:
    """How many records of others lie as near in time by chance, and whether the receipt of a notice would explain a lag."""
    first, second = found.first, found.second
    days = lag(first, second)
    named = days > 0 and (_names_day(second, first.start) or _names_day(first, second.start))
    found.named = named
    density = case.crowd if first.routine or second.routine else case.density
    found.add(PRIOR - log(1 + density * (1 + (0 if named else days))))
    if not (first.is_day and second.is_day):
        found.add(-1.0)
    if days == 0:
        if _of_other_days(first, second):
            found.add(OTHER_DAY)
        return
    if named:
        found.add(NAMES_DATE, f"One record names the other’s date, {in_days(first.start)}.")
    if second.second_hand and not named and _dated(second) and not second.meetings:
        found.add(OF_ANOTHER_DATE)
    if not (second.second_hand or (found.back and second.said) or (named and second.later)):
        found.add(LATER_HELD if second.meetings and second.attended else LATER)
    if first.second_hand and not second.second_hand:
        found.add(max(HEARD_FIRST + A_DAY * days, LEAST_HEARD_FIRST))


def _notice(found: Evidence, case: Case) -> None:
    """Whoever was told of something was told of a thing that another has as its own, more often than not."""
    first, second = found.first, found.second
    told = second if second.second_hand else first if first.second_hand and first.start == second.start else None
    if told is None or told.routine:
        return
    other = first if told is second else second
    from_other = found.back if told is second else found.forth
    elsewhere = not (from_other or other.second_hand) and case.services.meant(told.from_whom, (), told.agency)
    found.add(A_NOTICE / 2 if elsewhere else A_NOTICE)


A_NOTICE = 1.13


def _of_other_days(first: Facts, second: Facts) -> bool:
    """Whether the one was told of an earlier day, and the other is of the day on which both stand: "heard that on Saturday …"."""
    told, other = (first, second) if first.second_hand else (second, first)
    earlier = {day for day in told.meant if day < told.start}
    return bool(told.second_hand and earlier and not other.second_hand and not other.meant)


OTHER_DAY = -2.5
OF_ANOTHER_DATE = -1.5


def _names_day(facts: Facts, day: dt.date) -> bool:
    if (day.month, day.day) in facts.days or (0, day.day) in facts.days:
        return True
    return day in facts.meant and facts.start > day and not (facts.second_hand and _dated(facts))


@once
def _dated(facts: Facts) -> frozenset[dt.date]:
    """The days, not long before a record's own, that it gives as dates: a weekday beside them is of something else."""
    found = set()
    for month, day in facts.days:
        for year in (facts.start.year, facts.start.year - 1):
            with suppress(ValueError):
                when = dt.date(year, month or facts.start.month, day)
                if 0 < (facts.start - when).days <= NOT_LONG:
                    found.add(when)
    return frozenset(found)


NOT_LONG = 14  # days


def _words(found: Evidence, case: Case) -> None:
    """Words, names and neighbouring words in common, the rarer in this case the weightier."""
    first, second = found.first, found.second
    shared = first.features & second.features
    rarity = case.idf
    if not shared:
        found.add(NOTHING_SHARED)
        if (
            first.kinds.isdisjoint(second.kinds)
            and not (first.gathering and second.gathering)
            and not (found.forth or found.back)
        ):
            found.add(NOTHING_AT_ALL)
        return
    common = told = 0.0
    for feature in shared:
        rare, weight = rarity[feature], NEIGHBOURS
        if " " not in feature:
            told += rare
            weight = WORD
        if rare > COMMON:
            common += (rare - COMMON) * weight
    for person in found.people if first.people and second.people else ():
        common += max(rarity.get(person, 0.0) - COMMON, 0.0) * (NAME - WORD)
    overlap = told / max(min(first.weight, second.weight), 12.0)
    points = MOST_BY_WORDS * (1 - exp(-common / MOST_BY_WORDS)) + OVERLAP * overlap
    found.add(points)
    found.by_words = points
    statements = [each for each in first.sentences & second.sentences if case.statements[each] <= RARE_STATEMENT]
    if statements and found.linked:
        said = max(statements, key=lambda each: (len(each), each))
        found.add(1.0 + min(len(statements), 2), f"Both say, word for word, “{said}”.")


def _only_the_date(found: Evidence) -> None:
    """Whether a day that the one means is all that the two have in common: on that day others may have written too."""
    first, second = found.first, found.second
    if not found.named or found.by_words > HARDLY_A_WORD or first.kinds & second.kinds & EVENTS or (found.forth and found.back):
        return
    if first.meetings & second.meetings or (first.gathering and second.gathering):
        return
    found.add(ONLY_THE_DATE)


HARDLY_A_WORD, ONLY_THE_DATE = 0.5, -1.2


def in_common(found: Evidence, case: Case) -> list[str]:
    """The rarest words in common, as the first record has them."""
    first, rarity = found.first, case.idf
    shared = [word for word in first.features & found.second.features if " " not in word and "_" not in word]
    stems = sorted(shared, key=lambda word: (-rarity[word], word))[:MOST_RARE]
    seen: dict[str, str] = {}
    for word in fold(first.text).replace("-", " ").split():
        bare = word.strip(".,;:!?()\"'")
        if bare.isalpha() or bare.isdigit():
            seen.setdefault(stem(bare) if bare.isalpha() else bare, bare)
    return [seen[each] for each in stems if each in seen]


def _hours(found: Evidence, case: Case) -> None:
    """One minute on both clocks is hardly chance; hours apart are two events, unless one only heard of it later."""
    first, second = found.first, found.second
    one, other = first.minute, second.minute
    if one is None or other is None:
        if _at_about_one_hour(first, second):
            found.add(AT_ABOUT, "Both give about the same time.")
        return
    near = abs((second.start - first.start).days) <= 2
    apart = minutes_apart(one, other)
    if apart == 0 and near and (first.start == second.start or one % A_ROUND_TIME):
        usual = case.minutes[one] / max(len(case.facts), 1)
        points = min(0.75 * log(1 / max(usual, 1e-4)), 4.5)
        if first.start != second.start and first.kinds.isdisjoint(second.kinds) and not first.meetings & second.meetings:
            points /= 2  # of another day, and of nothing that both tell of
        found.add(points, f"Both give {clock(one)} as the time.")
    elif first.start != second.start:
        return
    elif apart <= 15:
        found.add(CLOSE, f"The times, {clock(one)} and {clock(other)}, lie close together.")
    elif first.second_hand or second.second_hand or found.forth or found.back:
        found.add(HOURS_OF_NAMED if apart > 60 else 0.0)
    else:
        found.add(HOUR if apart <= 60 else TWO_HOURS if apart <= 120 else MORE_HOURS)


def _at_about_one_hour(first: Facts, second: Facts) -> bool:
    one, other = first.hour, second.hour
    return one is not None and other is not None and first.start == second.start and abs(one - other) <= ABOUT


CLOSE = 1.0
ABOUT, AT_ABOUT = 60, 1.5  # minutes: of two times of which at least one is not exact
A_ROUND_TIME = 15  # minutes: at a quarter, two things on two days begin by chance


def _mentions(found: Evidence) -> None:
    """One record names the other's agency as the one it came from or went to; or both do."""
    first, second = found.first, found.second
    if found.forth and found.back:
        too_early = first.second_hand and not second.second_hand and lag(first, second) > HEARD_BEFORE
        less = too_early or first.routine or second.routine
        found.add(NAME_EACH_OTHER / 2 if less else NAME_EACH_OTHER, "Each names the other’s agency.")
        if "phone_call" in found.first.kinds & found.second.kinds:
            if lag(found.first, found.second) <= 1:
                found.add(1.0, "Both tell of a call between the two.")
            else:
                found.add(ANOTHER_CALL)
    elif found.forth or found.back:
        found.add(NAMES_AGENCY, "One names the other’s agency.")


def _together(found: Evidence) -> None:
    """On one day both were somewhere together with others, or the one with the other by name."""
    first, second = found.first, found.second
    if first.start != second.start or first.meetings or second.meetings:
        return
    if first.joint and second.joint:
        found.add(BOTH_TOGETHER, "Both were there together with others.")
    elif (first.joint and found.forth) or (second.joint and found.back):
        found.add(TOGETHER_BY_NAME, "One was there together with the other.")


HEARD_BEFORE = 2  # days by which whoever was told may be wrong about the day; further back it heard of another thing
ANOTHER_CALL = -1.5  # days apart: two agencies that ring each other do so again
BOTH_TOGETHER, TOGETHER_BY_NAME = 2.0, 1.2


def only_one(found: Evidence, case: Case) -> bool:
    """Whether each agency has this one record of what seldom happens, for weeks around."""
    first, second = found.first, found.second
    if (second.start - first.end).days > NEAR or not APPOINTED.isdisjoint(first.kinds | second.kinds):
        return False
    if first.start == second.start and _of_other_days(first, second):
        return False
    kinds = first.kinds & second.kinds & (SINGULAR - LIFE if first.gathering != second.gathering else SINGULAR)
    return any(case.is_alone(first, kind) and case.is_alone(second, kind) for kind in kinds)


NEAR, SOON = 8, 3  # days
ONLY_ONE = 2.0
APPOINTED = frozenset({"session", "clinic", "weighing"})


def _own_acts(found: Evidence, case: Case, *, denied: bool) -> None:
    """Two agencies each doing their own work, neither hearing of it from the other nor acting together, are two events."""
    first, second = found.first, found.second
    same = first.kinds & second.kinds
    is_only_one = not denied and only_one(found, case) and not (first.routine or second.routine)
    if is_only_one:
        found.add(ONLY_ONE if lag(first, second) <= SOON else ONLY_ONE / 2)
    if is_only_one or found.linked:
        return
    alone = same & BY_ONESELF and not same & TOGETHER
    found.add(OWN_TOGETHER if same & TOGETHER else OWN_CALLS if alone else OWN_ACTS)
    if first.start != second.start and None not in (first.minute, second.minute) and not found.named:
        found.add(OWN_HOURS)
    if first.later != second.later:
        found.add(OWN_LATER)
    if alone and not (found.forth or found.back) and found.points > TWO_CALLS:
        found.points, found.apart = TWO_CALLS, True


TWO_CALLS = -1.0  # at most: whatever the words, two agencies that ring the same mother on one day made two calls


def _without(found: Evidence, case: Case) -> bool:
    """Whether one says that the other's service had no part in it, or tells of another household or a meeting of its own."""
    first, second = found.first, found.second
    services = case.services.of_agency
    denied = not (
        first.denied.isdisjoint(services.get(second.agency, ())) and second.denied.isdisjoint(services.get(first.agency, ()))
    )
    denied = denied or ("elsewhere" in first.denied) != ("elsewhere" in second.denied)
    if denied:
        found.add(DENIED)
    if "internal" in first.denied | second.denied and first.gathering and second.gathering and not (found.forth or found.back):
        found.add(AMONG_THEMSELVES)
        return True
    return denied
