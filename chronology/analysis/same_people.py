"""Whether two records can be of the same people, by names, addresses and ages."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import once
from chronology.analysis.evidence import NEVER, Evidence
from chronology.analysis.facts import Case, Facts
from chronology.analysis.same_kind import is_one_emergency
from chronology.analysis.vocabulary.sorts import EMERGENCY

OTHER_MEMBERS, ANOTHER_ALONE, OTHER_PEOPLE = -0.4, -1.0, -1.5
ALIKE = 0.8  # of those who were there themselves: words in common then only show that it was the like
OF_A_PATIENT = frozenset({"clinic", "weighing", "imaging", "imms", "bloods"})  # each has an appointment of his or her own
# What each has by himself, where both who write were there.
OF_ONE_BODY = frozenset(
    "health_care sugar breathing bone hearing_or_sight growth skin infection allergy speech operation".split()
)
OPENING = 70  # letters of a record
OTHER_CHILD = -5.0


def weigh_persons(found: Evidence, case: Case) -> None:
    """Other people concerned are another event; professionals alone do not tell."""
    first, second = found.first, found.second
    people = case.people
    one = {person for person in first.people if person not in people.professionals}
    other = {person for person in second.people if person not in people.professionals}
    if found.linked:
        one, other = {each for each in one if people.is_close(each)}, {each for each in other if people.is_close(each)}
    one_emergency = found.conveyed or (
        first.start == second.start and (first.kinds & second.kinds & EMERGENCY or is_one_emergency(first, second))
    )
    if one and other and one.isdisjoint(other) and not (_bare_surname(one, other, second) or _bare_surname(other, one, first)):
        family = _of_one_family(one, other)
        alone = family and len(one) == len(other) == 1 and not (found.forth or found.back)
        members = ANOTHER_ALONE if alone else OTHER_MEMBERS
        less = OTHER_PEOPLE if found.conveyed else -0.5 if one_emergency else members if family else OTHER_PEOPLE
        if not (one_emergency or first.second_hand or second.second_hand or first.meetings & second.meetings):
            less -= ALIKE * found.by_words
        each_of_one = len(one) == len(other) == 1
        alike = first.kinds & second.kinds
        if each_of_one and alike & OF_A_PATIENT:
            less = NEVER
        if found.linked or found.forth or found.back or one_emergency:
            found.add(less)
        else:
            found.add(-4.0 if family and not (each_of_one and alike & (OF_A_PATIENT | OF_ONE_BODY)) else NEVER)
    small, little = one & people.children, other & people.children
    if small and little and small.isdisjoint(little):
        # Where the house was full, another child may be told of as well.
        beside = one_emergency or not (_begins_with(first, small) and _begins_with(second, little))
        found.add(0.0 if beside else OTHER_CHILD if found.linked else NEVER)


def _begins_with(facts: Facts, children: set[str]) -> bool:
    """Whether a record is about one of these, and not just says at its end who else was in the house."""
    places = [facts.words.find(name) for child in children for name in child.split()[:1]]
    return any(0 <= place < OPENING for place in places)


def _of_one_family(one: set[str], other: set[str]) -> bool:
    """Whether somebody in the one bears the surname of somebody in the other: the mother in the one, her child in the other.

    A child whose surname no record has is of the family too.
    """
    if any(" " not in each for each in one | other):
        return True
    return not {each.rpartition(" ")[2] for each in one}.isdisjoint(each.rpartition(" ")[2] for each in other)


def _bare_surname(named: set[str], others: set[str], facts: Facts) -> bool:
    """Whether a record has the surname alone of somebody whom the other names in full."""
    borne = {person.rpartition(" ")[2] for person in others}
    return any(surname not in borne and surname in facts.words for surname in (person.rpartition(" ")[2] for person in named))


def weigh_addresses(found: Evidence) -> None:
    """Other numbers of one street are other households; where a caller lives is not where it was."""
    mine, theirs = _numbers(found.first), _numbers(found.second)
    if mine and theirs and mine.isdisjoint(theirs):
        found.add(NEVER)
        return
    first, second = _houses(found.first), _houses(found.second)
    for street, number in first:
        others = {other for named, other in second if named == street}
        if others and number not in others and not {other for named, other in first if named == street} & others:
            found.add(NEVER)
            return


@once
def _numbers(facts: Facts) -> frozenset[str]:
    """The numbers of doors by which a record says where it was, without the street."""
    callers = {match["door"] or match["house"] for match in CALLER_AT.finditer(facts.words)}
    return frozenset(NUMBER.findall(facts.words)) - callers


@once
def _houses(facts: Facts) -> frozenset[tuple[str, str]]:
    """The streets with a number at which a record says that it was."""
    callers = {match["door"] or match["house"] for match in CALLER_AT.finditer(facts.words)} if facts.addresses else set()
    return frozenset(address for address in facts.addresses if address[1] not in callers)


def weigh_ages(found: Evidence) -> None:
    """The same age in both, as where the one has a name and the other only "13F"; or other ages alone."""
    first, second = found.first.ages, found.second.ages
    if not first or not second:
        return
    if _same_ages(first, second):
        found.add(SAME_AGE, "Both give the same age.")
    elif found.first.start == found.second.start:
        found.add(OTHER_AGE)


def _same_ages(first: frozenset[str], second: frozenset[str]) -> bool:
    return any(
        one.rstrip("fm") == other.rstrip("fm") and not {one[-1], other[-1]} >= {"f", "m"} for one in first for other in second
    )


SAME_AGE, OTHER_AGE = 0.8, -1.0


# “Number 4”, “flat 2”: another door of one street or house.
NUMBER = re.compile(r"\b(?:number|no|flat)\.? (\d{1,3}[a-z]?)\b")
# Whoever called lives at another number, or is asked about one.
CALLER_AT = re.compile(
    r"\b(?:callers?|neighbours?|informant|complainant|occupants?|call from|calls? (?:by|off)|complaints? (?:from|by)|reported by"
    r"|resident|opposite|next door (?:at|to)|rang from|phoned from)\b[^.;:\n]{0,30}?"
    r"\b(?:(?:number|no|flat)\.? (?P<door>\d{1,3}[a-z]?)\b|(?P<house>\d{1,4}[a-z]?),? [a-z])"
)
