"""The date or the day of the week that each gives for one thing: the hearing, the due date, the day on which somebody came."""

from __future__ import annotations

import datetime as dt
import re

from chronology.analysis.days import days_meant, days_named
from chronology.analysis.differences.between import Between, Difference, once, once_in_case, words_in
from chronology.analysis.differences.clauses import Clause, clauses_of
from chronology.analysis.facts import Case, Facts
from chronology.analysis.times import in_days

# What has one date, whoever writes of it.
THINGS = {
    "the hearing": "court|hearing|trial|listed|sentencing|magistrates",
    "the due date": "due date|expected delivery|due|edc",
    "the conference": "conference|icpc|rcpc",
    "the review": "review|iro",
    "the appointment": "appointment|appt|clinic|scan|operation|surgery|theatre|admission date",
    "the move": "evict|evicted|eviction|moving|moves|move in|moved in|tenancy (?:starts|ends)|placement (?:starts|ends)",
    "the release": "release|released|bail return|licence ends",
    "the start": "starts|start date|starting|first day",
}
# What lies behind both and has one day.
PAST = {
    "the admission": "admitted|admission",
    "the discharge": "discharged|discharge|sent home",
    "the birth": "born|delivered|birth",
    "the death": "died|death",
    "the move itself": "moved|placed",
    "the visit": "visit took place|visited on|contact for|took place",
    "the assault": "assaulted|attacked|happened|occurred|injured|overdose",
}
PAST_SIGNS = {name: re.compile(rf"\b(?:{words})\b") for name, words in PAST.items()}
SIGNS = {name: re.compile(rf"\b(?:{words})\b") for name, words in THINGS.items()}
WORDS = frozenset(word for words in (*THINGS.values(), *PAST.values()) for word in re.findall(r"[a-z]+", words))
DATED = re.compile(r"\d")
CLAUSE = re.compile(r"[.;\n]|, ")


def by_named_date(between: Between) -> Difference | None:
    """Another date of one thing to come: the hearing on the ninth, and on the nineteenth."""
    if any(WORDS.isdisjoint(words_in(each.words)) for each in (between.first, between.second)):
        return None
    mine, theirs = _dates(between.first), _dates(between.second)
    for name in sorted(mine.keys() & theirs.keys()):
        one, other = mine[name], theirs[name]
        if len(one) == len(other) == 1 and not any(_is_one(here, there) for here in one for there in other):
            days = f"{_shown(min(one))} in {between.name(between.first)}, {_shown(min(other))} in {between.name(between.second)}"
            return between.told("date", f"The date of {name.removeprefix('the ')}: {days}.", 0.65)
    return None


def _is_one(here: tuple[int, int], there: tuple[int, int]) -> bool:
    return here[1] == there[1] and (here[0] == there[0] or 0 in (here[0], there[0]))


def _shown(day: tuple[int, int]) -> str:
    return f"the {day[1]}." if not day[0] else f"{day[1]}/{day[0]}"


@once
def _dates(facts: Facts) -> dict[str, frozenset[tuple[int, int]]]:
    """For each thing the dates to come that stand in a clause with it."""
    found: dict[str, frozenset[tuple[int, int]]] = {}
    if not DATED.search(facts.words):
        return found
    for clause in CLAUSE.split(facts.words):
        dates = days_named(clause)
        ahead = {day for day in dates if _is_ahead(day, facts.start)}
        behind = {day for day in dates - ahead if day[0] and _is_ahead((facts.start.month, facts.start.day), facts.start, day)}
        for signs, named in ((SIGNS, ahead), (PAST_SIGNS, behind)):
            for name, sign in signs.items() if named else ():
                if sign.search(clause):
                    found[name] = found.get(name, frozenset()) | named
    return found


def _is_ahead(day: tuple[int, int], on: dt.date, since: tuple[int, int] | None = None) -> bool:
    """Whether a day of some year, as it is written, is still to come within the half year, from the one or since another."""
    month, number = day
    first = since or (on.month, on.day)
    return not month or 0 < ((month - first[0]) % 12) * 31 + number - first[1] < (A_MONTH if since else HALF_A_YEAR)


HALF_A_YEAR, A_MONTH = 190, 45
VISITS = frozenset({"visit", "joint_visit"})


def by_weekday(between: Between) -> Difference | None:
    """A visit that both made, on the Monday by the one and on the Tuesday by the other."""
    first, second = between.first, between.second
    if not first.kinds & second.kinds & VISITS or not (first.joint or second.joint):
        return None
    mine, theirs = _meant(first), _meant(second)
    if len(mine) == len(theirs) == 1 and mine.isdisjoint(theirs) and first.start not in theirs and second.start not in mine:
        days = [f"{min(each):%A}" for each in (mine, theirs)]
        return between.told("date", f"On {days[0]} by the one, on {days[1]} by the other.", 0.6)
    return None


@once
def _meant(facts: Facts) -> frozenset[dt.date]:
    return days_meant(facts.told_of, facts.start) if facts.meant else frozenset()


TODAY = re.compile(r"\b(?:today|tonight|yesterday|this (?:morning|afternoon|evening|lunchtime))\b")
DAY_WORDS = frozenset("today tonight yesterday this".split())
RARE = 5.0  # how rare the words of both clauses must be together, where they name nobody in common


def by_own_day(between: Between) -> Difference | None:
    """Each has it happen today or yesterday, in clauses that tell of one thing, and these are two days."""
    case, first, second = between.case, between.first, between.second
    if first.start == second.start or first.start in second.meant or second.start in first.meant:
        return None
    if any(DAY_WORDS.isdisjoint(words_in(each.words)) for each in (first, second)) or not (first.is_day and second.is_day):
        return None
    for day, mine in _own_days(case, first):
        for other, theirs in _own_days(case, second):
            shared = mine.stems & theirs.stems
            if day != other and (sum([case.rarity(stem) for stem in shared]) >= RARE or (shared and mine.people & theirs.people)):
                dates = f"{between.name(first)} has it on {in_days(day)}, {between.name(second)} on {in_days(other)}"
                return between.told("date", f"{dates}.", 0.7)
    return None


@once_in_case
def _own_days(case: Case, facts: Facts) -> list[tuple[dt.date, Clause]]:
    """The clauses that say of which day they tell, counted from the entry's own."""
    return [
        (facts.start - dt.timedelta(match[0] == "yesterday"), clause)
        for clause in clauses_of(case, facts)
        if (match := TODAY.search(clause.words))
    ]
