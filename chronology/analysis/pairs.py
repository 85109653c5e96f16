"""Whether two agencies' records tell of one event: what speaks for it and against it, each with its points.

The points are the logarithms of odds: +1 makes "the same" about 2.7 times as likely as it was. They are added up, and the
sum becomes a score between 0 and 1. They were set by judgement and then moved by what nine cases
that had been read gave; ``docs/analyst.md`` says what each stands for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, log

from chronology.analysis.facts import Case, Facts
from chronology.analysis.thresholds import Thresholds
from chronology.analysis.times import clock, in_days, minutes_apart
from chronology.analysis.vocabulary.kinds import BY_ONESELF, EMERGENCY, GRAVE, LIFE, SINGULAR, TOGETHER
from chronology.analysis.vocabulary.meetings import MEETING_WORDS
from chronology.analysis.words import fold, stem

PRIOR = -1.2
LATER, LATER_HELD, HEARD_FIRST, A_DAY, LEAST_HEARD_FIRST = -0.49, -2.5, -0.49, -0.25, -3.5
NOTHING_SHARED = -0.21
NOTHING_AT_ALL = -1.0
OTHER_KINDS, OTHER_MEETING, MEETING_IN_ONE = -0.2, -3.5, -1.82
SAME_MEETING, MEETING_AS_HEARD = 4.8, 3.0
NAMES_DATE, NAMES_AGENCY, NAME_EACH_OTHER = 1.33, 0.4, 2.97
HOUR, TWO_HOURS, MORE_HOURS, HOURS_OF_NAMED = -0.6, -1.1, -1.4, -0.5
OTHER_MEMBERS, OTHER_PEOPLE = -0.4, -1.5
OWN_TOGETHER, OWN_ACTS, OWN_CALLS, OWN_LATER = -1.0, -2.43, -5.0, -1.5
DENIED = -4.0
OWN_HOURS = -2.0
BY_KIND, MOST_SAME_KINDS = 0.5, 1.2
OVERLAP = 1.68
# A word is weighed by how rare it is in the case; what stands in one record of a dozen says nothing.
COMMON = 3.24
WORD, NAME, NEIGHBOURS = 0.45, 0.41, 0.27
MOST_BY_WORDS = 9.0
NEVER = -10.0
RARE_STATEMENT = 12


@dataclass(slots=True)
class Evidence:
    """What speaks for and against two records being of one event."""

    first: Facts
    second: Facts
    points: float = 0.0
    reasons: list[tuple[float, str]] = field(default_factory=list)
    rare: tuple[str, ...] = ()
    by_words: float = 0.0
    forth: bool = False
    back: bool = False
    named: bool = False

    def add(self, points: float, reason: str = "") -> None:
        self.points += points
        if reason and points > 0:
            self.reasons.append((points, reason))

    @property
    def linked(self) -> bool:
        """Whether one heard of it from the other or from a third, or both were there together."""
        first, second = self.first, self.second
        return bool(
            first.second_hand
            or second.second_hand
            or first.joint
            or second.joint
            or first.meetings & second.meetings
            or (first.gathering and second.gathering and first.start == second.start)
            or first.meetings & second.planned
            or first.planned & second.meetings
            or first.start in second.meant
            or (self.forth and first.said)
            or (self.back and second.said)
        )

    @property
    def people(self) -> set[str]:
        return set(self.first.people) & set(self.second.people)

    @property
    def score(self) -> float:
        return chance(self.points)


def chance(points: float) -> float:
    """The score, 0 to 1, that so many points make."""
    return 1 / (1 + exp(-points)) if points > -30 else 0.0


def weigh(case: Case, one: Facts, other: Facts, thresholds: Thresholds) -> Evidence:
    """Everything that two records of different agencies have in common or against each other."""
    first, second = (one, other) if (one.start, one.place) <= (other.start, other.place) else (other, one)
    found = Evidence(first, second)
    found.forth = case.services.mentioned(first.services, first.people, second.agency)
    found.back = case.services.mentioned(second.services, second.people, first.agency)
    _days(found, case)
    _notice(found, case)
    _words(found, case)
    _hours(found, case)
    _kinds(found, case)
    _mentions(found)
    _persons(found, case)
    _addresses(found)
    denied = _without(found, case)
    _own_acts(found, case, denied=denied)
    return found


def lag(first: Facts, second: Facts) -> int:
    """Days from the end of what the first tells to the beginning of what the second tells; 0 where they touch."""
    if second.start <= first.end:
        return 0
    return (second.start - first.end).days


def _days(found: Evidence, case: Case) -> None:
    """How many records of others lie as near in time by chance, and whether the receipt of a notice would explain a lag."""
    first, second = found.first, found.second
    days = lag(first, second)
    named = days > 0 and (_names_day(second, first.start) or _names_day(first, second.start))
    found.named = named
    found.add(PRIOR - log(1 + case.density * (1 + (0 if named else days))))
    if not (first.is_day and second.is_day):
        found.add(-1.0)
    if days == 0:
        return
    if named:
        found.add(NAMES_DATE, f"One record names the other’s date, {in_days(first.start)}.")
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


def _names_day(facts: Facts, day: dt.date) -> bool:
    return (day.month, day.day) in facts.days or (0, day.day) in facts.days or (day in facts.meant and facts.start > day)


def _words(found: Evidence, case: Case) -> None:
    """Words, names and neighbouring words in common, the rarer in this case the weightier."""
    first, second = found.first, found.second
    shared = first.features & second.features
    rarity = case.idf
    common = told = 0.0
    for feature in shared:
        above = rarity[feature] - COMMON
        if above > 0:
            common += above * (NEIGHBOURS if " " in feature else WORD)
    for person in found.people:
        common += max(rarity.get(person, 0.0) - COMMON, 0.0) * (NAME - WORD)
    if not shared:
        found.add(NOTHING_SHARED)
        if (
            first.kinds.isdisjoint(second.kinds)
            and not (first.gathering and second.gathering)
            and not (found.forth or found.back)
        ):
            found.add(NOTHING_AT_ALL)
        return
    told = sum(rarity[feature] for feature in shared if " " not in feature)
    overlap = told / max(min(first.weight, second.weight), 12.0)
    points = MOST_BY_WORDS * (1 - exp(-common / MOST_BY_WORDS)) + OVERLAP * overlap
    rare = sorted((f for f in shared if " " not in f and "_" not in f), key=lambda f: (-rarity[f], f))
    found.add(points)
    found.rare = tuple(rare[:5])
    found.by_words = points
    statements = [each for each in first.sentences & second.sentences if case.statements[each] <= RARE_STATEMENT]
    if statements and found.linked:
        said = max(statements, key=lambda each: (len(each), each))
        found.add(1.0 + min(len(statements), 2), f"Both say, word for word, “{said}”.")


def in_common(first: Facts, stems: Sequence[str]) -> list[str]:
    """The rarest words in common, as the first record has them."""
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
        return
    near = abs((second.start - first.start).days) <= 2
    apart = minutes_apart(one, other)
    if apart == 0 and near and (first.start == second.start or one % A_ROUND_TIME):
        usual = case.minutes[one] / max(len(case.facts), 1)
        points = min(0.75 * log(1 / max(usual, 1e-4)), 4.5)
        found.add(points, f"Both give {clock(one)} as the time.")
    elif first.start != second.start:
        return
    elif apart <= 15:
        found.add(1.0, f"The times, {clock(one)} and {clock(other)}, lie close together.")
    elif first.second_hand or second.second_hand or found.forth or found.back:
        found.add(HOURS_OF_NAMED if apart > 60 else 0.0)
    else:
        found.add(HOUR if apart <= 60 else TWO_HOURS if apart <= 120 else MORE_HOURS)


A_ROUND_TIME = 15  # minutes: at a quarter, two things on two days begin by chance


def _kinds(found: Evidence, case: Case) -> None:
    """The same kind of meeting or event, or kinds that exclude each other."""
    first, second = found.first, found.second
    days = lag(first, second)
    met = _meetings(found, days)
    kinds = first.kinds & second.kinds
    if days <= 1 and _one_emergency(first, second):
        kinds |= {"collapse"}
    if kinds:
        found.add(min(BY_KIND * len(kinds), MOST_SAME_KINDS))
        _events(found, case, kinds)
    elif first.kinds and second.kinds and not met:
        found.add(OTHER_KINDS)


def _meetings(found: Evidence, days: int) -> bool:
    """Whether both tell of one kind of meeting; of another, or of one that is only announced, is another thing."""
    first, second = found.first, found.second
    same = first.meetings & second.meetings
    if same:
        name = min(same)
        if days == 0:
            found.add(SAME_MEETING, f"Both tell of a {MEETING_WORDS.get(name, name)} on {in_days(second.start)}.")
        elif second.second_hand:
            found.add(MEETING_AS_HEARD, f"Both tell of a {MEETING_WORDS.get(name, name)}, one as heard from others.")
        if first.ordinals and second.ordinals and first.ordinals.isdisjoint(second.ordinals):
            found.add(-8.0)
    elif first.meetings & second.planned or first.planned & second.meetings:
        found.add(-3.2)
    elif first.meetings & second.arranged or first.arranged & second.meetings:
        found.add(-1.2)
    elif first.gathering and second.gathering and days == 0 and not (first.meetings and second.meetings):
        found.add(A_MEETING, f"Both tell of a meeting on {in_days(second.start)}.")
        return True
    elif first.meetings or second.meetings:
        found.add(OTHER_MEETING if first.meetings and second.meetings else MEETING_IN_ONE)
    return bool(same)


A_MEETING = 1.5


def _one_emergency(first: Facts, second: Facts) -> bool:
    """Who collapsed and who died, or what is grave in both and can hardly befall anybody twice on one day."""
    if first.kinds & LIFE and second.kinds & LIFE:
        return True
    return bool(
        first.kinds & (GRAVE | LIFE) and second.kinds & (GRAVE | LIFE) and (first.kinds | second.kinds) & (LIFE | {"head_injury"})
    )


def _events(found: Evidence, case: Case, kinds: frozenset[str]) -> None:
    """What seldom happens in a case and both tell of, in whatever words; the less, the more their words say by themselves."""
    rare = sorted(((case.kinds[kind], kind) for kind in kinds if kind in case.kinds), reverse=True)
    above = sum(max(rarity - COMMON_KIND, 0.0) * share for (rarity, _), share in zip(rare, (KIND, KIND / 2), strict=False))
    points = min(above - LESS_BY_WORDS * max(found.by_words - FEW_WORDS, 0.0), MOST_BY_KIND)
    if found.first.routine or found.second.routine:
        found.add(-1.0)
    elif points > 0 and (found.linked or kinds & TOGETHER):
        found.add(points if found.linked or kinds & LIFE else points / 2)


COMMON_KIND = 1.5
KIND = 1.0
LESS_BY_WORDS, FEW_WORDS = 0.5, 2.0
MOST_BY_KIND = 3.5


def _mentions(found: Evidence) -> None:
    """One record names the other's agency as the one it came from or went to; or both do."""
    if found.forth and found.back:
        found.add(NAME_EACH_OTHER, "Each names the other’s agency.")
        if "phone_call" in found.first.kinds & found.second.kinds:
            found.add(1.0, "Both tell of a call between the two.")
    elif found.forth or found.back:
        found.add(NAMES_AGENCY, "One names the other’s agency.")


def _persons(found: Evidence, case: Case) -> None:
    """Other people concerned are another event; professionals alone do not tell."""
    first, second = found.first, found.second
    people = case.people
    one = {person for person in first.people if person not in people.professionals}
    other = {person for person in second.people if person not in people.professionals}
    if found.linked:
        one, other = {each for each in one if people.is_close(each)}, {each for each in other if people.is_close(each)}
    if one and other and one.isdisjoint(other) and not (_bare_surname(one, other, second) or _bare_surname(other, one, first)):
        one_emergency = first.start == second.start and (first.kinds & second.kinds & EMERGENCY or _one_emergency(first, second))
        family = _of_one_family(one, other)
        less = -0.5 if one_emergency else OTHER_MEMBERS if family else OTHER_PEOPLE
        found.add(less if found.linked or found.forth or found.back or one_emergency else -4.0 if family else NEVER)
    small, little = one & people.children, other & people.children
    if small and little and small.isdisjoint(little):
        found.add(-2.5 if found.linked else NEVER)


def _of_one_family(one: set[str], other: set[str]) -> bool:
    """Whether somebody in the one bears the surname of somebody in the other: the mother in the one, her child in the other."""
    return not {each.rpartition(" ")[2] for each in one}.isdisjoint(each.rpartition(" ")[2] for each in other)


def _bare_surname(named: set[str], others: set[str], facts: Facts) -> bool:
    """Whether a record has the surname alone of somebody whom the other names in full."""
    borne = {person.rpartition(" ")[2] for person in others}
    return any(surname not in borne and surname in facts.words for surname in (person.rpartition(" ")[2] for person in named))


def _addresses(found: Evidence) -> None:
    """Other numbers of one street are other households."""
    first, second = found.first.addresses, found.second.addresses
    for street, number in first:
        others = {other for named, other in second if named == street}
        if others and number not in others:
            found.add(NEVER)
            return


def _only_one(found: Evidence, case: Case) -> bool:
    """Whether each agency has this one record of what seldom happens, for weeks around."""
    first, second = found.first, found.second
    if (second.start - first.end).days > NEAR or not APPOINTED.isdisjoint(first.kinds | second.kinds):
        return False
    kinds = first.kinds & second.kinds & SINGULAR
    return any(case.is_alone(first, kind) and case.is_alone(second, kind) for kind in kinds)


NEAR = 8  # days
ONLY_ONE = 2.0
APPOINTED = frozenset({"session", "clinic", "weighing"})


def _own_acts(found: Evidence, case: Case, *, denied: bool) -> None:
    """Two agencies each doing their own work, neither hearing of it from the other nor acting together, are two events."""
    first, second = found.first, found.second
    same = first.kinds & second.kinds
    only_one = not denied and _only_one(found, case) and not (first.routine or second.routine)
    if only_one:
        found.add(ONLY_ONE)
    if only_one or found.linked:
        return
    alone = same & BY_ONESELF and not same & TOGETHER
    found.add(OWN_TOGETHER if same & TOGETHER else OWN_CALLS if alone else OWN_ACTS)
    if first.start != second.start and None not in (first.minute, second.minute) and not found.named:
        found.add(OWN_HOURS)
    if first.later != second.later:
        found.add(OWN_LATER)
    if alone and not (found.forth or found.back) and found.points > TWO_CALLS:
        found.points = TWO_CALLS


TWO_CALLS = -1.0  # at most: whatever the words, two agencies that ring the same mother on one day made two calls


def _without(found: Evidence, case: Case) -> bool:
    """Whether one says that the other's service had no part in it, or tells of another household."""
    first, second = found.first, found.second
    services = case.services.of_agency
    denied = not (
        first.denied.isdisjoint(services.get(second.agency, ())) and second.denied.isdisjoint(services.get(first.agency, ()))
    )
    denied = denied or ("elsewhere" in first.denied) != ("elsewhere" in second.denied)
    if denied:
        found.add(DENIED)
    return denied
