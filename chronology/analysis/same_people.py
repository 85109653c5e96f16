"""Whether two records can be of the same people, by names, addresses and ages."""

from __future__ import annotations

import re

from chronology.analysis.evidence import NEVER, Evidence
from chronology.analysis.facts import Case, Facts
from chronology.analysis.same_kind import is_one_emergency
from chronology.analysis.vocabulary.sorts import EMERGENCY

OTHER_MEMBERS, ANOTHER_ALONE, OTHER_PEOPLE = -0.4, -1.0, -1.5


def weigh_persons(found: Evidence, case: Case) -> None:
    """Other people concerned are another event; professionals alone do not tell."""
    first, second = found.first, found.second
    people = case.people
    one = {person for person in first.people if person not in people.professionals}
    other = {person for person in second.people if person not in people.professionals}
    if found.linked:
        one, other = {each for each in one if people.is_close(each)}, {each for each in other if people.is_close(each)}
    if one and other and one.isdisjoint(other) and not (_bare_surname(one, other, second) or _bare_surname(other, one, first)):
        one_emergency = found.conveyed or (
            first.start == second.start and (first.kinds & second.kinds & EMERGENCY or is_one_emergency(first, second))
        )
        family = _of_one_family(one, other)
        alone = family and len(one) == len(other) == 1 and not (found.forth or found.back)
        members = ANOTHER_ALONE if alone else OTHER_MEMBERS
        less = OTHER_PEOPLE if found.conveyed else -0.5 if one_emergency else members if family else OTHER_PEOPLE
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


def weigh_addresses(found: Evidence) -> None:
    """Other numbers of one street are other households."""
    first, second = found.first.addresses, found.second.addresses
    if not first or not second or NEXT_DOOR.search(found.first.words) or NEXT_DOOR.search(found.second.words):
        return
    for street, number in first:
        others = {other for named, other in second if named == street}
        if others and number not in others:
            found.add(NEVER)
            return


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


# Whoever called may live at the other number.
NEXT_DOOR = re.compile(r"\b(?:neighbours?|next door|opposite|caller (?:at|from)|informant)\b")
