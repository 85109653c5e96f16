"""What a record says of itself: that it is of somebody else than whom the case is about, or was filed with the wrong papers."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import once_in_case
from chronology.analysis.evidence import Evidence
from chronology.analysis.facts import Case, Facts
from chronology.analysis.people import ANY_TITLE, NOBODY, STREET
from chronology.analysis.vocabulary.of_others import (
    AGED,
    FILED_WRONGLY,
    FOR_STAFF,
    NAMESAKE,
    NO_PART,
    NOT_ABOUT,
    NOT_THE,
    OF_ANOTHER,
    ONLY_ASKED,
    SIGNS,
    SOMEBODY_ELSE,
)
from chronology.analysis.words import fold

OF_SOMEBODY_ELSE, EACH_OF_SOMEBODY_ELSE = -14.0, -9.0
OPENING = 70  # letters of a record in which it says whom it is of
SELDOM_NAMED = 2  # times in a case: of somebody whom it hardly knows


def of_others(found: Evidence, case: Case) -> None:
    """Points against one event where one record is of others than those of the case; where both are, each has its own."""
    first, second = is_of_others(case, found.first), is_of_others(case, found.second)
    if first != second:
        found.add(OF_SOMEBODY_ELSE)
    elif first and not (found.forth or found.back):
        found.add(EACH_OF_SOMEBODY_ELSE)


@once_in_case
def is_of_others(case: Case, facts: Facts) -> bool:
    """Whether a record says that it is of somebody else, begins with a stranger, or stands with the wrong papers."""
    words = fold(facts.text)
    if FOR_STAFF.match(words):
        return NOT_ABOUT.search(words) is not None or not any(case.people.is_close(person) for person in facts.people)
    if _is_of_a_stranger(case, facts):
        return True
    if not any(sign in words for sign in SIGNS):
        return False
    return bool(
        FILED_WRONGLY.search(words)
        or OF_ANOTHER.search(words)
        or _is_not_of_them(case, facts)
        or _without_the_family(facts)
        or _of_a_namesake(facts)
    )


def _is_not_of_them(case: Case, facts: Facts) -> bool:
    """ "Not the Reeds.", "a pupil (not Lucy)": of one of the family said beside whom it was, or with nobody else of it named."""
    for match in NOT_THE.finditer(facts.text):
        if match["number"] or match["thing"] or match["of"] == "the ":
            return True
        if match["of"]:
            continue
        name = fold(match["name"])
        person = next((each for each in case.people.named_in(match["name"])), "")
        is_known = person in case.people.children or case.people.is_close(person)
        if not is_known:
            if _is_of_the_family(case, name) or _is_of_the_family(case, name.removesuffix("s")):
                return True
            continue
        if match["whose"] or (match["end"] == ")" and person in case.people.children):
            return True
        if person in case.people.children and not any(case.people.is_close(each) for each in facts.people if each != person):
            return True
    return False


def _is_of_the_family(case: Case, surname: str) -> bool:
    """Whether it is the surname of somebody of the case."""
    return any(case.people.is_close(person) for person in case.people.by_surname.get(surname, ()))


def _of_a_namesake(facts: Facts) -> bool:
    """Whether somebody of the case's name is called another or the wrong one."""
    match = NAMESAKE.search(facts.text)
    return bool(match and any(set(fold(match[1]).split()) & set(each.split()) for each in facts.people))


def _without_the_family(facts: Facts) -> bool:
    """Whether whose chronology it is had no part in it, or was only asked about somebody."""
    return any(
        match[1].split()[0].lower() in each.split() or match[1].split()[-1].lower() in each.split()
        for pattern in (NO_PART, ONLY_ASKED)
        if (match := pattern.search(facts.text))
        for each in facts.people
    )


def _is_of_a_stranger(case: Case, facts: Facts) -> bool:
    """Whether a record begins with somebody of an age, a class or two letters who is none of the case, and names none of it."""
    if any(case.people.is_close(each) for each in facts.people):
        return False
    opening = facts.text[:OPENING]
    return any(_is_unknown(case, match) for match in AGED.finditer(opening)) or any(
        match[1] is None or not _are_letters_of_the_case(case, match[1] + match[2]) for match in SOMEBODY_ELSE.finditer(opening)
    )


def _is_unknown(case: Case, match: re.Match[str]) -> bool:
    """Whether no part of a name is of anybody whom the case names oftener than once or twice."""
    people = case.people
    parts = fold(match[1]), fold(match[2])
    if any(part in NOBODY or part in ANY_TITLE or STREET.match(part) for part in parts):
        return False
    for part in parts:
        given, surname = people.given.get(part, ""), people.surnames.get(part, "")
        bearers = [people.by_given.get(given, ""), *people.by_surname.get(surname, ())]
        if any(people.mentioned[each] > SELDOM_NAMED for each in bearers):
            return False
    return True


def _are_letters_of_the_case(case: Case, letters: str) -> bool:
    """Whether two letters may be somebody of the family."""
    if letters in case.people.initials:
        return True
    return any(
        person[0].upper() == letters[0] and (last := person.rpartition(" ")[2]) and last[0].upper() == letters[1]
        for person, count in case.people.mentioned.items()
        if count > SELDOM_NAMED and case.people.is_close(person)
    )
